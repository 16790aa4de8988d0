#pragma once
// Documents of a programme by kind, place and id, without knowing any kind's fields.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/document/model_types.hpp"
#include "core/model/programme.hpp"

namespace dealwright::web {

// The lists of model::Programme, in its order.
enum class Kind : std::uint8_t {
  brand,
  partner,
  customer,
  price_book,
  guardrails,
  deal,
  playbook,
  onboarding,
  portfolio,
  success_plan
};
inline constexpr std::size_t kind_count = 10;

template <class T>
inline constexpr Kind kind_of = Kind::deal;
template <>
inline constexpr Kind kind_of<model::Brand> = Kind::brand;
template <>
inline constexpr Kind kind_of<model::Partner> = Kind::partner;
template <>
inline constexpr Kind kind_of<model::Customer> = Kind::customer;
template <>
inline constexpr Kind kind_of<model::PriceBook> = Kind::price_book;
template <>
inline constexpr Kind kind_of<model::Guardrails> = Kind::guardrails;
template <>
inline constexpr Kind kind_of<model::Playbook> = Kind::playbook;
template <>
inline constexpr Kind kind_of<model::Onboarding> = Kind::onboarding;
template <>
inline constexpr Kind kind_of<model::Portfolio> = Kind::portfolio;
template <>
inline constexpr Kind kind_of<model::SuccessPlan> = Kind::success_plan;

// "price_book", as documents state it, and "price book", as people read it.
std::string_view kind_name(Kind kind);
std::string kind_words(Kind kind);
const document::TypeInfo& kind_type(Kind kind);

// Which document: the address that panels keep.
struct DocumentRef {
  Kind kind = Kind::deal;
  std::string id;

  friend bool operator==(const DocumentRef&, const DocumentRef&) = default;
};
// "deal/case-1", the form in which diagnostics of Evaluation name a document.
std::string to_string(const DocumentRef& ref);
// Nothing of a text of another form: then `kind` is deal and `id` empty.
DocumentRef parse_ref(std::string_view text);

// A document's value, shared and never changed.
using Snapshot = std::shared_ptr<const void>;
Snapshot make_snapshot(Kind kind, const void* document);
// The same to be written to, before it is shared.
std::shared_ptr<void> make_copy(Kind kind, const void* document);
std::shared_ptr<void> make_initial(Kind kind);
// Bytes of memory that a value takes, roughly: itself, its texts and its lists.
std::size_t memory_of(const document::TypeInfo& type, const void* value);

inline constexpr std::size_t no_document = static_cast<std::size_t>(-1);
// Most documents of a programme in the app: all of them stay evaluated in memory.
inline constexpr std::size_t most_documents = 3000;

// The list of a kind.
std::size_t document_count(const model::Programme& programme, Kind kind);
const void* document_at(const model::Programme& programme, Kind kind, std::size_t index);
// Of all kinds together.
std::size_t programme_size(const model::Programme& programme);
void* document_at(model::Programme& programme, Kind kind, std::size_t index);
void insert_document(model::Programme& programme, Kind kind, std::size_t index, const void* document);
void erase_document(model::Programme& programme, Kind kind, std::size_t index);
// Index of that id, or no_document.
std::size_t find_document(const model::Programme& programme, Kind kind, std::string_view id);

// Its id, and its name or, where it states none, its id.
const std::string& document_id(Kind kind, const void* document);
const std::string& document_name(Kind kind, const void* document);
void set_document_id(Kind kind, void* document, std::string id);

// An id that no document of the kind has, made from the wish: letters in small, other characters as "-", cut to 64,
// with
// "-2", "-3" ... where it is taken.
std::string unique_id(const model::Programme& programme, Kind kind, std::string_view wish);

// Gives fields that do not apply where their siblings stand as they do their defaults, at every depth: documents must
// not state them.
void settle(const document::TypeInfo& type, void* value);

// Whether the value, at any depth, refers to the document of that kind and id.
bool refers_to(const document::TypeInfo& type, const void* value, Kind kind, std::string_view id);
// Gives every reference to the document of that kind and id the other id. Returns whether there was one.
bool rename_references(const document::TypeInfo& type, void* value, Kind kind, std::string_view from,
                       std::string_view to);

}  // namespace dealwright::web
