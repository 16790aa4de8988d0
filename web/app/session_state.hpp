#pragma once
// What a Session holds. Included by the files that make up Session, by nothing else.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/session.hpp"

namespace dealwright::web {

struct Session::State {
  explicit State(Clock the_clock) : clock(std::move(the_clock)) {}

  Clock clock;
  Date today;
  bool is_started = false;

  // All programmes. The texts are of those that are not open; of the shipped one only once it was changed.
  Overview overview;
  std::map<std::string, std::string> texts;
  std::string shipped;
  // What could not be read whole, by the id of its programme, until storage has it under a key of its own. Until then
  // the programme itself is not written over it.
  std::map<std::string, std::string> kept;
  std::map<std::string, std::string> unread;  // the same until the person lets it go
  Diagnostics notices;
  std::map<std::string, std::string> copies_texts;  // former states of runs, by the id of their programme
  Autosave autosave;
  std::string storage_problem;  // why storage is left alone; "" where it is not

  // The open one.
  model::ProgrammeHeader header;
  model::Programme programme;
  Checks checks{programme};
  LiveEvaluation live{programme, checks};
  History history;
  DocumentRef selected;
  std::string selected_deal;
  bool is_changed = false;  // from what was shipped
  std::vector<model::Onboarding> copies;
  void keep_copies(std::span<const model::Onboarding* const> runs);
  // With those that were shipped, which are the oldest.
  std::vector<model::Onboarding> all_copies() const;
  std::uint64_t revision = 0;
  std::uint64_t seen_by_work = 0;  // the revision that work() last left
  std::map<std::string, std::unique_ptr<pricing::Book>, std::less<>> books;

  // The documents of a kind as lists show them, and their places in the order of their ids; made when they are asked
  // for, and again after a change.
  struct Listed {
    std::vector<DocumentEntry> entries;
    std::vector<std::size_t> by_id;
    bool is_known = false;
  };
  mutable Listed lists[kind_count];
  const Listed& listed(Kind kind) const;
  void list_changed(Kind kind) { lists[static_cast<std::size_t>(kind)].is_known = false; }

  // The last answer of explain(), and what it was asked: the same is asked again in every frame.
  struct Explained {
    std::string deal;
    report::ExplainQuestion question;
    std::uint64_t revision;
    Result<std::vector<report::Derivation>> answer;
  };
  mutable std::optional<Explained> explained;
  const pricing::Book* book(std::string_view price_book);
  report::Place place(const DocumentRef& ref, std::string_view pointer) const;
  Result<std::vector<report::Derivation>> derive(std::string_view deal, const report::ExplainQuestion& question);

  // The last answer of what panels ask for in every frame. It follows from documents alone: it is kept while work()
  // only brings results.
  std::uint64_t revisions_by_work = 0;
  template <class Answer>
  struct Known {
    std::string id;
    std::uint64_t revision;
    std::optional<Answer> answer;
  };
  template <class Answer, class Find>
  const std::optional<Answer>& known(std::optional<Known<Answer>>& last, std::string_view id, const Find& find) const {
    const std::uint64_t of_documents = revision - revisions_by_work;
    if (!last || last->revision != of_documents || last->id != id)
      last.emplace(Known<Answer>{std::string(id), of_documents, find()});
    return last->answer;
  }
  mutable std::optional<Known<report::Proposal>> proposed;
  std::optional<report::Proposal> propose(std::string_view deal);
  mutable std::optional<Known<qualification::TenancyResult>> qualified;
  std::optional<qualification::TenancyResult> qualify(std::string_view customer) const;
  mutable std::optional<Known<qualification::MigrationResult>> migrated;
  std::optional<qualification::MigrationResult> migrate(std::string_view customer);
  mutable std::optional<Known<report::OnboardingRun>> onboarded;
  std::optional<report::OnboardingRun> onboard(std::string_view run) const;
  mutable std::optional<Known<report::AdvisedPartner>> advised;
  std::optional<report::AdvisedPartner> advise(std::string_view partner) const;
  mutable std::optional<Known<report::GovernedPartner>> governed;
  std::optional<report::GovernedPartner> govern(std::string_view partner) const;
  mutable std::optional<Known<CaseStudy>> studied;
  std::optional<CaseStudy> study(std::string_view deal);
  SimulationRun simulation;
  std::string simulated_deal;
  mutable std::optional<Known<SensitivityStudy>> sensed;
  mutable std::optional<Known<ComparisonStudy>> compared;
  ComparisonStudy compare(std::span<const std::string> deals);
  mutable std::optional<Known<PlanStudy>> planned;
  std::optional<PlanStudy> plan(std::string_view portfolio) const;
  mutable std::optional<Known<ReviewStudy>> reviewed;
  std::optional<ReviewStudy> review(std::string_view plan) const;
  mutable std::optional<Known<ModelStudy>> modelled;
  std::optional<ModelStudy> compare_models(std::string_view deal);
  // The sound documents that have to do with the partner, in the programme's order; without the partner where it or its
  // playbook is not sound.
  model::Programme documents_of(std::string_view partner) const;

  // Of all documents, and the state that they are of.
  mutable Diagnostics diagnostics;
  mutable std::uint64_t diagnostics_revision = 0;
  mutable std::int64_t diagnostics_evaluations = -1;
  void diagnose(Kind kind, std::size_t index, Diagnostics& out) const;

  std::size_t index_of(Kind kind, std::string_view id) const;
  std::size_t index_of(const DocumentRef& ref) const { return index_of(ref.kind, ref.id); }
  std::size_t deal_index(std::string_view id) const { return index_of(Kind::deal, id); }
  // The document of that id where it is sound; else null.
  template <class T>
  const T* sound(std::string_view id) const {
    const std::size_t at = index_of(kind_of<T>, id);
    if (at == no_document || !checks.is_sound(kind_of<T>, at)) return nullptr;
    return static_cast<const T*>(document_at(programme, kind_of<T>, at));
  }

  // Makes one change of a document, forward or back, in everything that follows the documents.
  void make(const DocumentChange& change, bool forward);
  void replace(Kind kind, std::size_t index, const void* value, DocumentCheck check);
  void insert(Kind kind, std::size_t index, const void* value);
  void erase(Kind kind, std::size_t index);
  void reference_changed(Kind kind, std::string_view id);

  // Puts the changed copy in the place of a document, as a command, unless it holds what no document can state.
  EditResult put(const DocumentRef& ref, std::string name, std::string_view key, const std::shared_ptr<void>& copy);
  // Adds the command whose changes were made, and brings results to what is looked at.
  void finish(Command command);
  DocumentRef add_document(Kind kind, const std::shared_ptr<void>& document, std::size_t index, std::string name);
  void select(DocumentRef ref);
  // After a command was undone or made again.
  void select_after(const Command& command, const DocumentRef& ref);
  void price_selected();
  // The first deal, where there is any, in place of one that is gone.
  void keep_a_deal_selected();
  // Something to save.
  void touch();

  void tell_unread(const std::string& id, const std::string& text);
  // Takes a text as the open programme.
  void load(const std::string& id, const std::string& text);
  void put_away();  // the open programme's text to `texts`
  void save_overview();
  std::string new_programme_id(std::string_view name) const;
  SavedProgramme* saved(std::string_view id);
  std::string text_of(const std::string& id);
  void add_and_open(std::string_view name, std::string text);
};

}  // namespace dealwright::web
