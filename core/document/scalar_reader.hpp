#pragma once
// Single values of documents: numbers, texts, days, currencies, choices.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/cursor.hpp"
#include "core/document/type.hpp"

namespace dealwright::document {

class ScalarReader {
 public:
  explicit ScalarReader(Cursor& cursor) : cursor_(cursor) {}

  // Reads the value at the cursor into `out`, a value of `type`: the field's own, or of the elements of its list. Goes
  // past it and returns whether it was good; a value that was not is told.
  bool read(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list);

  // Amounts have no more places than the currency of the object they stand in, which may be stated after them:
  // open_currency() where such an object begins, set_currency() when it states one, close_currency() where it ends.
  void clear();
  void open_currency() { scopes_.push_back({{}, 0, pending_.size()}); }
  void set_currency(Currency currency);
  void close_currency();

 private:
  // The currency that amounts within an object are in.
  struct CurrencyScope {
    Currency currency;
    std::int64_t smallest_micro = 0;  // of its minor unit, in millionths; 0: not read yet
    std::size_t first_pending = 0;    // of the amounts that wait for it
  };
  struct PendingAmount {
    std::size_t offset;
    Decimal amount;
    std::string pointer;
    std::string subject;
  };

  bool read_boolean(const TypeInfo& type, void* out);
  bool read_integer(const FieldInfo& field, const TypeInfo& type, void* out);
  bool read_decimal(const FieldInfo& field, const TypeInfo& type, Decimal& out);
  bool read_number(const FieldInfo& field, const TypeInfo& type, Decimal& out);
  bool read_text(const FieldInfo& field, const TypeInfo& type, std::string& out, bool in_list);
  bool read_word(const TypeInfo& type, std::string_view& out);
  bool read_date(const TypeInfo& type, void* out);
  bool read_currency(const TypeInfo& type, Currency& out);
  bool read_choice(const TypeInfo& type, void* out);
  bool check_range(const FieldInfo& field, Decimal value, std::size_t at);
  bool check_places(Decimal value, std::size_t at);

  Cursor& cursor_;
  std::vector<CurrencyScope> scopes_;
  std::vector<PendingAmount> pending_;
};

}  // namespace dealwright::document
