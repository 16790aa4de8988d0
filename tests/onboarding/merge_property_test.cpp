// Merging copies of runs after random edits on both sides, against an oracle that knows nothing of merging.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "core/onboarding/merge.hpp"
#include "tests/onboarding/merge_runs.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using onboarding::merge_runs;
using tests::Draw;
using tests::run_of;

bool same(const model::Onboarding& a, const model::Onboarding& b) {
  return document::equal(document::type_of<model::Onboarding>(), &a, &b);
}

const std::vector<std::string> words{"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"};

std::string name_of(const char* stem, int number) {
  return stem + std::to_string(number);
}

Date any_day(Draw& draw) {
  return *Date::from(2026, draw.number(1, 12), draw.number(1, 28));
}

template <class List, class Of>
bool has_key(const List& list, const std::string& key, Of of) {
  return std::any_of(list.begin(), list.end(), [&](const auto& one) { return of(one) == key; });
}

const auto item_of = [](const model::ItemRecord& one) { return one.item; };
const auto role_of = [](const model::Assignment& one) { return one.role; };
const auto id_of = [](const auto& one) { return one.id; };

template <class List>
void remove_any(Draw& draw, List& list) {
  if (!list.empty()) list.erase(list.begin() + draw.number(0, static_cast<int>(list.size()) - 1));
}

template <class List>
auto* any_of(Draw& draw, List& list) {
  return list.empty() ? nullptr : &list[static_cast<std::size_t>(draw.number(0, static_cast<int>(list.size()) - 1))];
}

template <class List>
void add_at_any(Draw& draw, List& list, typename List::value_type one) {
  list.insert(list.begin() + draw.number(0, static_cast<int>(list.size())), std::move(one));
}

void toggle(Draw& draw, std::vector<std::string>& texts) {
  const std::string& word = draw.one_of(words);
  const auto there = std::find(texts.begin(), texts.end(), word);
  if (there != texts.end())
    texts.erase(there);
  else
    add_at_any(draw, texts, word);
}

void set_state(Draw& draw, model::ItemRecord& record) {
  record.state = static_cast<model::ItemState>(draw.number(0, 4));
  const bool done = record.state == model::ItemState::done;
  record.finished = done && draw.chance(80) ? any_day(draw) : Date();
  if (draw.chance(30)) record.started = any_day(draw);
  if (record.finished.is_stated() && record.finished < record.started) record.started = record.finished;
  record.reason = draw.chance(30) ? draw.one_of(words) : "";
}

void edit_workshop(Draw& draw, model::Workshop& one) {
  switch (draw.number(0, 4)) {
    case 0:
      one.title = draw.one_of(words);
      break;
    case 1:
      toggle(draw, one.present);
      break;
    case 2: {
      model::AgendaItem item;
      item.id = name_of("g", draw.number(1, 6));
      item.title = draw.one_of(words);
      if (!has_key(one.agenda, item.id, id_of)) add_at_any(draw, one.agenda, item);
      break;
    }
    case 3:
      if (auto* item = any_of(draw, one.agenda)) item->minutes = draw.number(1, 600);
      break;
    default:
      remove_any(draw, one.agenda);
  }
}

// One edit. Small vocabularies make both sides meet often.
void edit(Draw& draw, model::Onboarding& run) {
  switch (draw.number(0, 15)) {
    case 0:
      run.name = draw.one_of(words);
      break;
    case 1:
      run.target = draw.chance(30) ? Date() : any_day(draw);
      break;
    case 2: {
      model::ItemRecord record;
      record.item = name_of("i", draw.number(1, 9));
      set_state(draw, record);
      if (!has_key(run.items, record.item, item_of)) add_at_any(draw, run.items, record);
      break;
    }
    case 3:
      if (auto* record = any_of(draw, run.items)) set_state(draw, *record);
      break;
    case 4:
      if (auto* record = any_of(draw, run.items)) toggle(draw, record->evidence);
      break;
    case 5:
      if (auto* record = any_of(draw, run.items)) record->person = draw.one_of(words);
      break;
    case 6:
      remove_any(draw, run.items);
      break;
    case 7: {
      model::Note note;
      note.id = name_of("n", draw.number(1, 9));
      note.text = draw.one_of(words);
      if (!has_key(run.notes, note.id, id_of)) add_at_any(draw, run.notes, note);
      break;
    }
    case 8:
      if (auto* note = any_of(draw, run.notes)) note->text = draw.one_of(words);
      break;
    case 9:
      if (auto* note = any_of(draw, run.notes)) {
        note->kind = draw.chance(50) ? model::NoteKind::risk : model::NoteKind::issue;
        note->impact.reset();
        if (note->kind == model::NoteKind::risk && draw.chance(70)) note->impact = draw.number(1, 5);
      }
      break;
    case 10:
      remove_any(draw, run.notes);
      break;
    case 11: {
      model::Workshop one;
      one.id = name_of("w", draw.number(1, 4));
      one.title = draw.one_of(words);
      if (!has_key(run.workshops, one.id, id_of)) add_at_any(draw, run.workshops, one);
      break;
    }
    case 12:
    case 13:
      if (auto* one = any_of(draw, run.workshops)) edit_workshop(draw, *one);
      break;
    case 14: {
      const std::string role = name_of("r", draw.number(1, 5));
      if (!has_key(run.people, role, role_of)) add_at_any(draw, run.people, {role, draw.one_of(words)});
      break;
    }
    default:
      if (draw.chance(30))
        remove_any(draw, run.people);
      else if (auto* one = any_of(draw, run.people))
        one->person = draw.one_of(words);
  }
}

// A run as facts: path -> text, for what differs from nothing. "items/i3" is there where the record is.
using Facts = std::map<std::string, std::string>;

void add(Facts& facts, const std::string& path, const std::string& text) {
  if (!text.empty()) facts[path] = text;
}
std::string text_of(Date date) {
  return date.is_stated() ? date.to_string() : "";
}
void add_all(Facts& facts, const std::string& path, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) facts[path + "/" + text] = text;
}

Facts facts_of(const model::Onboarding& run) {
  static const std::vector<std::string> states{"", "in_progress", "blocked", "done", "not_applicable"};
  Facts facts;
  add(facts, "name", run.name);
  add(facts, "target", text_of(run.target));
  for (const auto& one : run.people) {
    facts["people/" + one.role] = one.role;
    add(facts, "people/" + one.role + "/person", one.person);
  }
  for (const auto& one : run.items) {
    const std::string at = "items/" + one.item;
    facts[at] = one.item;
    add(facts, at + "/state", states[static_cast<std::size_t>(one.state)]);
    add(facts, at + "/reason", one.reason);
    add(facts, at + "/person", one.person);
    add(facts, at + "/started", text_of(one.started));
    add(facts, at + "/finished", text_of(one.finished));
    add_all(facts, at + "/evidence", one.evidence);
  }
  for (const auto& one : run.notes) {
    const std::string at = "notes/" + one.id;
    facts[at] = one.id;
    add(facts, at + "/kind",
        one.kind == model::NoteKind::risk    ? "risk"
        : one.kind == model::NoteKind::issue ? "issue"
                                             : "decision");
    add(facts, at + "/text", one.text);
    if (one.impact) facts[at + "/impact"] = std::to_string(*one.impact);
  }
  for (const auto& one : run.workshops) {
    const std::string at = "workshops/" + one.id;
    facts[at] = one.id;
    add(facts, at + "/title", one.title);
    add_all(facts, at + "/present", one.present);
    for (const auto& item : one.agenda) {
      const std::string there = at + "/agenda/" + item.id;
      facts[there] = item.id;
      add(facts, there + "/title", item.title);
      add(facts, there + "/minutes", std::to_string(item.minutes));
    }
  }
  return facts;
}

std::string at(const Facts& facts, const std::string& path) {
  const auto found = facts.find(path);
  return found == facts.end() ? "" : found->second;
}

// "/workshops/1/agenda/0/title" -> "workshops/w3/agenda/g1/title".
std::string path_of(const model::Onboarding& run, const std::string& pointer) {
  std::vector<std::string> parts;
  for (std::size_t begin = 1; begin <= pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    parts.push_back(pointer.substr(begin, end - begin));
    begin = end + 1;
  }
  if (parts.size() > 1) {
    const std::size_t index = static_cast<std::size_t>(std::stoi(parts[1]));
    if (parts[0] == "people") parts[1] = run.people.at(index).role;
    if (parts[0] == "items") parts[1] = run.items.at(index).item;
    if (parts[0] == "notes") parts[1] = run.notes.at(index).id;
    if (parts[0] == "workshops") {
      parts[1] = run.workshops.at(index).id;
      if (parts.size() > 3 && parts[2] == "agenda")
        parts[3] = run.workshops[index].agenda.at(static_cast<std::size_t>(std::stoi(parts[3]))).id;
    }
  }
  std::string path;
  for (const std::string& part : parts) path += (path.empty() ? "" : "/") + part;
  return path;
}

bool is_within(const std::string& path, const std::string& outer) {
  return path == outer || path.starts_with(outer + "/");
}

struct Oracle {
  Facts base, ours, theirs, merged;
  std::map<std::string, std::string> new_ids;  // path under theirs' id -> path under the new id
  std::vector<std::pair<std::string, document::Conflict>> conflicts;

  Oracle(const model::Onboarding& b, const model::Onboarding& o, const model::Onboarding& t,
         const onboarding::MergedRun& m)
      : base(facts_of(b)), ours(facts_of(o)), theirs(facts_of(t)), merged(facts_of(*m.run)) {
    for (const document::Conflict& one : m.conflicts) {
      const std::string path = path_of(*m.run, one.pointer);
      if (one.kind == document::ConflictKind::added_twice)
        new_ids[path.substr(0, path.rfind('-'))] = path;
      else
        conflicts.emplace_back(path, one);
    }
  }

  // Where theirs' fact stands in the merged run.
  std::string moved(const std::string& path) const {
    for (const auto& [from, to] : new_ids)
      if (is_within(path, from)) return to + path.substr(from.size());
    return path;
  }

  bool is_named(const std::string& path, const std::string& value, bool by_ours) const {
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const auto& one) {
      const std::string& text = by_ours ? one.second.ours : one.second.theirs;
      if (one.first == path) return text == value || (!text.empty() && text.find(value) != std::string::npos);
      return is_within(path, one.first) && text.find(value) != std::string::npos;
    });
  }

  // Every edit of the side is in the merged run, or a conflict names it with its value.
  std::string first_lost(bool by_ours) const {
    const Facts& side = by_ours ? ours : theirs;
    std::set<std::string> paths;
    for (const auto& [path, text] : base) paths.insert(path);
    for (const auto& [path, text] : side) paths.insert(path);
    for (const std::string& path : paths) {
      const std::string value = at(side, path);
      if (value == at(base, path)) continue;
      const std::string there = by_ours ? path : moved(path);
      const std::string held = at(merged, there);
      const bool is_id_of_moved = there != path && new_ids.count(path) == 1;
      if (held == value || (is_id_of_moved && !held.empty()) || is_named(there, value, by_ours)) continue;
      return (by_ours ? "ours " : "theirs ") + path + ": \"" + value + "\" is \"" + held + "\"";
    }
    return {};
  }

  // Everything in the merged run was on some side; what both sides still have is there.
  std::string first_strange() const {
    for (const auto& row : merged) {
      const std::string& path = row.first;
      const std::string& text = row.second;
      if (at(ours, path) == text || at(theirs, path) == text) continue;
      const bool is_moved = std::any_of(new_ids.begin(), new_ids.end(), [&](const auto& one) {
        return is_within(path, one.second) &&
               (path == one.second || at(theirs, one.first + path.substr(one.second.size())) == text);
      });
      if (!is_moved) return "made up " + path + ": " + text;
    }
    for (const auto& [path, text] : ours)
      if (at(theirs, path) == text && moved(path) == path && at(merged, path) != text) return "lost " + path;
    return {};
  }

  static bool touches(const Facts& from, const Facts& to, const std::string& around) {
    const auto differs = [&](const auto& fact) {
      return is_within(fact.first, around) && at(from, fact.first) != at(to, fact.first);
    };
    return std::any_of(from.begin(), from.end(), differs) || std::any_of(to.begin(), to.end(), differs);
  }

  // No conflict is told of an element that one side left alone.
  std::string first_needless() const {
    for (const auto& [path, conflict] : conflicts) {
      std::string around = path;  // the element that the conflict is about or in
      const bool is_state = path.starts_with("items/");
      const bool is_note = path.starts_with("notes/");
      if (is_state || is_note) around = path.substr(0, path.find('/', path.find('/') + 1));
      if (!touches(base, ours, around) || !touches(base, theirs, around)) return "needless at " + path;
    }
    return {};
  }
};

TEST_CASE("merging loses nothing, whatever both sides did") {
  int with_conflicts = 0;
  int without = 0;
  std::set<document::ConflictKind> kinds;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    Draw draw(20260301, i);
    auto base = run_of({});
    for (int edits = draw.number(0, 40); edits > 0; --edits) edit(draw, base);
    auto ours = base;
    auto theirs = base;
    for (int edits = draw.number(0, 12); edits > 0; --edits) edit(draw, ours);
    for (int edits = draw.number(0, 12); edits > 0; --edits) edit(draw, theirs);
    CAPTURE(i);

    const auto merged = merge_runs(base, ours, theirs);
    REQUIRE(merged.run);
    const Oracle oracle(base, ours, theirs, merged);
    CHECK(oracle.first_lost(true) == "");
    CHECK(oracle.first_lost(false) == "");
    CHECK(oracle.first_strange() == "");
    CHECK(oracle.first_needless() == "");
    for (const auto& record : merged.run->items) {
      CHECK((!record.finished.is_stated() || record.state == model::ItemState::done));
      CHECK((!record.finished.is_stated() || record.started <= record.finished));
    }
    for (const auto& note : merged.run->notes) CHECK((!note.impact || note.kind == model::NoteKind::risk));

    const auto exchanged = merge_runs(base, theirs, ours);
    const Oracle other(base, theirs, ours, exchanged);
    CHECK(other.first_lost(true) == "");
    CHECK(other.first_lost(false) == "");
    CHECK(exchanged.conflicts.empty() == merged.conflicts.empty());
    if (merged.conflicts.empty()) CHECK(oracle.merged == other.merged);

    CHECK(same(*merge_runs(base, base, theirs).run, theirs));
    CHECK(same(*merge_runs(base, ours, base).run, ours));
    CHECK(same(*merge_runs(base, ours, ours).run, ours));
    CHECK(merge_runs(base, ours, ours).conflicts.empty());
    (merged.conflicts.empty() ? without : with_conflicts)++;
    for (const auto& one : merged.conflicts) kinds.insert(one.kind);
  }
  // The edits meet often enough to show something, and not always.
  CHECK(with_conflicts > 500);
  CHECK(without > 500);
  CHECK(kinds.size() >= 4);
}

}  // namespace
