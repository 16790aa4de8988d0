#pragma once
// The work of one person: the programmes, the open one's documents, its history and its evaluation. What panels talk
// to.
//
// No drawing, no clock, no storage of its own: the caller passes in the time and carries out what is asked of storage.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/function_ref.hpp"
#include "core/base/result.hpp"
#include "core/portfolio/plan.hpp"
#include "core/pricing/book.hpp"
#include "core/qualification/migration.hpp"
#include "core/report/advice_report.hpp"
#include "core/report/comparison.hpp"
#include "core/report/explain.hpp"
#include "core/report/governance_report.hpp"
#include "core/report/onboarding_report.hpp"
#include "core/report/proposal.hpp"
#include "core/report/review_report.hpp"
#include "core/roi/model_comparison.hpp"
#include "web/app/checks.hpp"
#include "web/app/documents.hpp"
#include "web/app/evaluation.hpp"
#include "web/app/history.hpp"
#include "web/app/import.hpp"
#include "web/app/search.hpp"
#include "web/app/sensitivity_study.hpp"
#include "web/app/simulation_run.hpp"
#include "web/app/storage.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web {

struct DocumentEntry {
  DocumentRef ref;
  std::string name;
  bool is_sound = true;  // read without an error
};

// What became of an edit. Where it is refused nothing changed, and the diagnostics say why in the runner's words.
struct EditResult {
  bool applied = false;  // also where it changed nothing
  Diagnostics refused;

  explicit operator bool() const { return applied; }
};

// A growth plan, or why there is none; and what it tells beside its figures.
struct PlanStudy {
  std::optional<portfolio::PlanResult> plan;
  Diagnostics told;
};

// Deals side by side, or why they cannot be: then `told` names them by its `file`.
struct ComparisonStudy {
  std::optional<report::Comparison> comparison;
  Diagnostics told;
};

// The review of a success plan, with what is internal, or why there is none.
struct ReviewStudy {
  std::optional<report::Review> review;
  Diagnostics told;
};

// A deal under each model of the playbook, or why it is not compared.
struct ModelStudy {
  std::optional<roi::ModelComparison> found;
  Diagnostics told;
};

struct Fingerprints {
  std::string inputs;  // SHA-256, as `dealwright run` prints them
  std::string outputs;
};

class Session {
 public:
  explicit Session(Clock clock);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // --- Start and programmes ---------------------------------------------------------------------------------------

  // Takes what storage held and the shipped programme (a bundle text; "" where it could not be loaded). Opens what was
  // open, else the shipped programme. What could not be read is kept under a key of its own and told in notices().
  // Where storage could not be read, `storage_problem` says why: then nothing is written to it either, for it would
  // take the place of what is there, and the work counts as not saved.
  void start(std::span<const Record> stored, std::string_view shipped, Date today,
             std::string_view storage_problem = {});
  bool is_started() const;

  const std::vector<SavedProgramme>& programmes() const;
  const std::string& open_id() const;
  const std::string& open_name() const;
  bool open(const std::string& id);
  // Adds a programme of that bundle and opens it. Refused with diagnostics where the text holds no document.
  EditResult add_programme(std::string_view name, std::string_view bundle);
  // Adds the shipped programme once more, as it was shipped.
  EditResult add_shipped(std::string_view name);
  // Adds a programme without documents.
  void add_empty(std::string_view name);
  void rename_programme(const std::string& id, std::string_view name);
  // Removes it and what storage holds of it, for good. The last one is replaced by an empty one.
  void remove_programme(const std::string& id);
  // What the person should read: saved work that could not be read whole, now or at an earlier start.
  const Diagnostics& notices() const;
  // The bytes of that work, by the id of its programme.
  const std::map<std::string, std::string>& unread() const;
  // Lets go of both, in storage too.
  void clear_notices();
  // Evaluates again where the day is another one.
  void set_today(Date today);

  // --- Documents --------------------------------------------------------------------------------------------------

  const model::Programme& programme() const;
  // Holds until the next edit.
  const std::vector<DocumentEntry>& documents(Kind kind) const;
  // Null where there is none of that kind and id. Pointers hold until the next edit.
  template <class T>
  const T* find(std::string_view id) const {
    return static_cast<const T*>(document({kind_of<T>, std::string(id)}));
  }
  const void* document(const DocumentRef& ref) const;

  // The documents that refer to it: what its removal would leave without it.
  std::vector<DocumentRef> referring_to(const DocumentRef& ref) const;

  // What is looked at. It follows its document when its id changes and goes to a neighbour when it is removed.
  const DocumentRef& selected() const;
  void select(const DocumentRef& ref);
  // The deal that is evaluated first: the selected one, else the last that was.
  const std::string& selected_deal() const;

  // --- Edits ------------------------------------------------------------------------------------------------------

  // Changes the described value of a document; a deal is evaluated again before the call returns. `name` is what undo
  // says, "" for one made from what differs. Edits that follow each other with the same key, which is not empty, are
  // one command, until end_edit(). Refused where a value is then not one that a document can state (out of range, too
  // many places, not an id, an id that is taken); what is only missing yet is not. Fields that do not apply any more
  // get their defaults.
  EditResult edit(const DocumentRef& ref, std::string_view name, std::string_view key, FunctionRef<void(void*)> change);
  template <class T>
  EditResult edit(std::string_view id, std::string_view name, std::string_view key, FunctionRef<void(T&)> change) {
    return edit({kind_of<T>, std::string(id)}, name, key, [&](void* value) { change(*static_cast<T*>(value)); });
  }
  // Sets the value at a JSON Pointer from text as a document states it ("0.08", "dedicated", "2026-01-01", "true"; a
  // JSON object or list for objects and lists). The element one past a list's last is added.
  EditResult edit_text(const DocumentRef& ref, std::string_view pointer, std::string_view text,
                       std::string_view key = {});
  // The pressed button is released, the field has lost its focus: the next edit is a command of its own.
  void end_edit();

  // Whether one more document may be added or duplicated.
  bool has_room() const { return programme_size(programme()) < most_documents; }
  // A document of its defaults (of a deal the first partner, customer and price book are taken, and `today`). Selects
  // it.
  DocumentRef add(Kind kind, std::string_view name = {});
  DocumentRef duplicate(const DocumentRef& ref);
  void remove(const DocumentRef& ref);
  // Gives the document another id, and every reference to it, as one command.
  EditResult rename(const DocumentRef& ref, std::string_view id);
  // A way out of a finding of the deal's evaluation, as one command.
  EditResult apply_way_out(std::string_view deal, const guardrails::Finding& finding, const guardrails::Change& change);

  bool can_undo() const;
  bool can_redo() const;
  std::string_view undo_name() const;
  std::string_view redo_name() const;
  // The name of what was undone or redone; "" where there was nothing.
  std::string undo();
  std::string redo();
  // The number of the command that undo() takes back, which no other ever has; 0 where there is none.
  std::uint64_t undo_number() const;
  // Takes back the command of that number if it is the last that was done; else "".
  std::string undo(std::uint64_t number);
  const History& history() const;

  // --- Results ----------------------------------------------------------------------------------------------------

  // Null where there is no such deal. It is of the documents as they are for the edited deal at once, for the others
  // when work() came to them: see freshness().
  const report::DealEvaluation* evaluation(std::string_view deal) const;
  Freshness freshness(std::string_view deal) const;
  // Nothing until the deal is complete.
  std::optional<Fingerprints> fingerprints(std::string_view deal) const;
  // Every mistake of a document: of reading it, of its references, of evaluating it. `file` is "kind/id", lines are of
  // its canonical text.
  Diagnostics diagnostics(const DocumentRef& ref) const;
  // Of all documents, errors first. Holds until the next edit or work().
  const Diagnostics& diagnostics() const;
  report::Coverage coverage() const;
  // All of it, equal to what evaluate() gives for the sound documents; nothing while busy().
  std::optional<report::Evaluation> complete_evaluation() const;

  // Where a number of a deal comes from. Places are "kind/id" with the line of the canonical text. Asked again
  // while nothing changes it is the same answer; it holds until the next call.
  const Result<std::vector<report::Derivation>>& explain(std::string_view deal,
                                                         const report::ExplainQuestion& question) const;
  // Nothing where the deal is not priced. It holds until the next call, as an explanation does.
  const std::optional<report::Proposal>& proposal(std::string_view deal) const;
  // What the customer is qualified for; nothing where it was not asked, or its playbook or itself is not sound. It
  // holds until the next call, as an explanation does.
  const std::optional<qualification::TenancyResult>& qualification(std::string_view customer) const;
  // Its way to a dedicated deployment; nothing where it has no qualification. It holds until the next call.
  const std::optional<qualification::MigrationResult>& migration(std::string_view customer) const;
  // Where the onboarding run stands today; nothing where its playbook or template is absent, or one of them is not
  // sound. It holds until the next call, as an explanation does.
  const std::optional<report::OnboardingRun>& onboarding(std::string_view run) const;
  // What suits the partner, as `dealwright advise` tells it; nothing where it names no playbook, or one of the two is
  // not sound. It holds until the next call, as an explanation does.
  const std::optional<report::AdvisedPartner>& advice(std::string_view partner) const;
  // Duties, controls, risks and the quarterly review of the partner and its customers, as `dealwright govern` tells
  // them, over the sound documents; nothing as above. It holds until the next call.
  const std::optional<report::GovernedPartner>& governance(std::string_view partner) const;
  // Its quarterly review as Markdown, as `dealwright govern --review --format markdown` prints it; "" where there is
  // none.
  std::string review_markdown(std::string_view partner) const;
  // The deal's business case bound to its customer, with its return; nothing where the deal has none, is not priced, or
  // its case has an error. It holds until the next call, as an explanation does.
  const std::optional<CaseStudy>& case_study(std::string_view deal) const;
  // Tries the case out: 10,000 trials at once, the rest for about that time a call, so call it once a frame. Null where
  // there is no case to try out.
  const SimulationRun* simulate(std::string_view deal, const SimulationWish& wish, double seconds);
  // Leaves the rest of its trials undone.
  void cancel_simulation();
  // What its return owes to each input; nothing as in case_study(). It holds until the next call.
  const std::optional<SensitivityStudy>& sensitivity(std::string_view deal, const TwoWayWish& wish) const;
  // Deals against the first of them, as `dealwright compare` tells it. It holds until the next call.
  const ComparisonStudy& comparison(std::span<const std::string> deals) const;
  // The growth plan of a portfolio document; nothing where there is none or it is not sound. It holds until the next
  // call.
  const std::optional<PlanStudy>& plan(std::string_view portfolio) const;
  // The quarterly review of a success plan, as `dealwright review --internal` tells it; nothing where the plan, its
  // customer, playbook, deal, partner or price book is absent or not sound. It holds until the next call.
  const std::optional<ReviewStudy>& review(std::string_view plan) const;
  // The deal under each offer and revenue model, as `dealwright run --models` compares them, by the playbook of its
  // partner, else of its customer; nothing where it is not priced, or there is no sound playbook. It holds until the
  // next call.
  const std::optional<ModelStudy>& models(std::string_view deal) const;
  // The compiled price book; null where it is not sound or not usable. Holds until the next edit.
  const pricing::Book* book(std::string_view price_book) const;
  // The place of a pointer in the document's canonical text; line 0 where there is no such document.
  report::Place place(const DocumentRef& ref, std::string_view pointer) const;

  std::vector<SearchHit> search(std::string_view query, std::size_t most = 50) const;

  // Counts every change of documents or results: equal numbers, equal pictures.
  std::uint64_t revision() const;
  // Evaluates what is stale for about that time; false: nothing is left. Call it once a frame after drawing: after a
  // change by others it leaves the work to the next call, so that the frame that shows the change does not wait for it.
  bool work(double seconds);
  bool busy() const;
  // Deals evaluated since the programme was opened: what an edit costs.
  std::int64_t evaluations() const;

  // --- Files ------------------------------------------------------------------------------------------------------

  ImportPlan plan_import(std::span<const FileIn> files) const;
  // One command. The first document that was put in is selected.
  EditResult apply_import(const ImportPlan& plan);
  // Canonical bytes, what `dealwright fmt` leaves as they are. "" where there is no such document.
  std::string export_document(const DocumentRef& ref) const;
  std::string export_bundle() const;
  // "case-1.json"
  std::string export_name(const DocumentRef& ref) const;
  std::string export_bundle_name() const;
  // The document, or all of them, went out: other people's copies of a run are merged over what they were made from.
  void handed_out(const DocumentRef& ref);
  void handed_out();

  // --- Storage ----------------------------------------------------------------------------------------------------

  // What storage is to do now. Call it once a frame, and at next_wake().
  std::vector<StorageRequest> take_storage_requests();
  // What became of a request; `error` is "" where it was carried out.
  void storage_done(const std::string& key, const std::string& error);
  // The page is being hidden or closed: what is not saved is due at once.
  void hurry_storage();
  SaveState save_state() const;
  const std::string& save_error() const;
  // When take_storage_requests() has something to give, in the clock's time; infinity where nothing is.
  double next_wake() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dealwright::web
