#include "core/report/minutes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/base/stable_order.hpp"
#include "core/document/writer.hpp"
#include "core/onboarding/records.hpp"
#include "core/report/figures.hpp"
#include "core/report/onboarding_report.hpp"
#include "core/report/page.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

using model::NoteKind;

struct KindWords {
  NoteKind kind;
  const char* one;
  const char* many;
};

// In the order in which minutes tell them.
constexpr std::array kinds{
    KindWords{NoteKind::decision, "Decision", "Decisions"},
    KindWords{NoteKind::action, "Action", "Actions"},
    KindWords{NoteKind::risk, "Risk", "Risks"},
    KindWords{NoteKind::assumption, "Assumption", "Assumptions"},
    KindWords{NoteKind::issue, "Issue", "Issues"},
    KindWords{NoteKind::question, "Question", "Questions"},
};

std::size_t place_of(NoteKind kind) {
  std::size_t at = 0;
  while (at < kinds.size() && kinds[at].kind != kind) ++at;
  return at;
}

void sort_notes(std::vector<MinutesNote>& notes) {
  sort_stably(notes, [](const MinutesNote& a, const MinutesNote& b) {
    if (a.kind != b.kind) return place_of(a.kind) < place_of(b.kind);
    return a.score.value_or(0) > b.score.value_or(0);
  });
}

// Gathers the minutes of one run.
class Secretary {
 public:
  Secretary(const model::Template* onboarding, const model::Onboarding& run, Date today)
      : template_(onboarding),
        run_(run),
        items_(onboarding == nullptr ? onboarding::IdIndex({}) : onboarding::index_of_ids(onboarding->items)),
        today_(today) {}

  void write(const std::string& workshop, RunMinutes& out) const {
    // Notes go to workshops before any is left out, so that none moves to the one asked for.
    std::vector<std::vector<MinutesNote>> noted(run_.workshops.size());
    for (const model::Note& note : run_.notes) {
      const std::size_t at = workshop_of(note);
      if (at < noted.size()) {
        noted[at].push_back(minuted(note));
      } else if (workshop.empty()) {
        out.elsewhere.push_back(minuted(note));
      }
    }
    sort_notes(out.elsewhere);
    for (std::size_t at = 0; at < noted.size(); ++at) {
      const model::Workshop& held = run_.workshops[at];
      if (!workshop.empty() && held.id != workshop) continue;
      sort_notes(noted[at]);
      WorkshopMinutes& one = out.workshops.emplace_back();
      one.workshop = held.id;
      one.title = held.title;
      one.on = held.on;
      one.present = held.present;
      for (const model::AgendaItem& item : held.agenda) {
        one.agenda.push_back({item.title, track_name(item.track), item.lead, item.minutes});
        one.minutes += item.minutes;
      }
      one.notes = std::move(noted[at]);
    }
  }

 private:
  const model::TemplateItem* find(const std::string& item) const {
    const int at = items_.find(item);
    return at < 0 ? nullptr : &template_->items[static_cast<std::size_t>(at)];
  }

  std::string track_name(const std::string& id) const {
    if (template_ != nullptr) {
      for (const model::Track& track : template_->tracks)
        if (track.id == id) return track.name;
    }
    return id;
  }

  // The number of workshops where there was none on the day.
  std::size_t workshop_of(const model::Note& note) const {
    const model::TemplateItem* const item = find(note.item);
    std::size_t first = run_.workshops.size();
    for (std::size_t at = 0; at < run_.workshops.size(); ++at) {
      const model::Workshop& held = run_.workshops[at];
      if (!note.on.is_stated() || held.on != note.on) continue;
      first = std::min(first, at);
      if (item == nullptr) break;
      for (const model::AgendaItem& agenda : held.agenda)
        if (agenda.track == item->track) return at;
    }
    return first;
  }

  MinutesNote minuted(const model::Note& note) const {
    MinutesNote out;
    out.id = note.id;
    out.kind = note.kind;
    out.text = note.text;
    const model::TemplateItem* const item = find(note.item);
    out.about = item != nullptr ? item->name : note.item;
    out.owner = note.owner;
    out.on = note.on;
    out.due = note.due;
    if (note.kind == NoteKind::risk) {
      out.likelihood = note.likelihood;
      out.impact = note.impact;
      if (note.likelihood && note.impact) out.score = *note.likelihood * *note.impact;
    }
    const bool is_late = note.due.is_stated() && today_.is_stated() && note.due < today_;
    out.standing = note.closed ? NoteStanding::closed : is_late ? NoteStanding::overdue : NoteStanding::open;
    return out;
  }

  const model::Template* template_;
  const model::Onboarding& run_;
  onboarding::IdIndex items_;
  Date today_;
};

Table agenda_table(const WorkshopMinutes& workshop) {
  Table table{
      "Agenda",
      {{"Item", false, "title"}, {"Track", false, "track"}, {"Lead", false, "lead"}, {"Minutes", true, "minutes"}},
      true};
  for (const MinutesAgendaItem& item : workshop.agenda)
    table.add_row().text(item.title).text(item.track).text(item.lead).count(item.minutes);
  if (!table.rows.empty()) table.add_row().text("Total").blank().blank().count(workshop.minutes);
  return table;
}

Cell number_cell(std::optional<int> number) {
  if (number) return count_cell(*number);
  Cell cell = text_cell("not rated");
  cell.number = true;
  return cell;
}

// Notes of one kind; the first column is what was noted.
Table notes_table(const KindWords& words, const std::vector<MinutesNote>& notes, bool with_day) {
  Table table{words.many, {{words.one, false, "text"}, {"About", false, "about"}}};
  const bool is_risk = words.kind == NoteKind::risk, is_decision = words.kind == NoteKind::decision;
  if (with_day) table.columns.push_back({"Noted", false, "on"});
  if (is_risk) {
    table.columns.push_back({"Likelihood", true, "likelihood"});
    table.columns.push_back({"Impact", true, "impact"});
    table.columns.push_back({"Score", true, "score"});
  }
  table.columns.push_back({"Owner", false, "owner"});
  if (!is_decision) {
    table.columns.push_back({"Due", false, "due"});
    table.columns.push_back({"State", false, "standing"});
  }
  for (const MinutesNote& note : notes) {
    if (note.kind != words.kind) continue;
    Row& row = table.add_row().text(note.text).text(note.about);
    if (with_day) row.text(note.on.to_string());
    if (is_risk) {
      for (const auto& number : {note.likelihood, note.impact, note.score}) row.add(number_cell(number));
    }
    row.text(note.owner);
    if (!is_decision) {
      row.text(note.due.to_string());
      row.text(word(note.standing));
    }
  }
  return table;
}

std::vector<Table> notes_tables(const std::vector<MinutesNote>& notes, bool with_day) {
  std::vector<Table> tables;
  for (const KindWords& words : kinds) {
    Table table = notes_table(words, notes, with_day);
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

std::string head_of(const RunMinutes& run) {
  return fmt::format("{} ({})", run.name, run.subject);
}

std::string head_of(const WorkshopMinutes& workshop) {
  return fmt::format("{}, {}", workshop.title, workshop.on.to_string());
}

std::string present_text(const WorkshopMinutes& workshop) {
  std::string out;
  for (const std::string& person : workshop.present) out += (out.empty() ? "" : ", ") + person;
  return "Present: " + (out.empty() ? "nobody is stated" : out);
}

constexpr const char* elsewhere_head = "Noted outside workshops";

// Notes may be long: each is a paragraph, and what else is stated of it a line below.
std::string notes_text(const Table& table) {
  std::string out = "  " + table.title + '\n';
  for (const auto& row : table.rows) {
    out += wrapped(row[0].plain, 100, 4);
    std::string facts;
    for (std::size_t at = 1; at < row.size(); ++at) {
      if (row[at].plain.empty()) continue;
      facts += fmt::format("{}{}: {}", facts.empty() ? "" : "; ", table.columns[at].head, row[at].plain);
    }
    out += wrapped(facts, 100, 6);
  }
  return out;
}

}  // namespace

Minutes minutes_of(const model::Programme& programme, const std::vector<std::string>& runs, const std::string& workshop,
                   Date today, std::string engine) {
  Minutes minutes;
  minutes.engine = std::move(engine);
  minutes.today = today;
  for (const model::Onboarding& stated : programme.onboardings) {
    if (!runs.empty() && std::find(runs.begin(), runs.end(), stated.id) == runs.end()) continue;
    // What is wrong in the run is for who evaluates it.
    Diagnostics none;
    const model::Playbook* const playbook = find_id(programme.playbooks, stated.playbook);
    const model::Template* const used =
        playbook == nullptr ? nullptr : onboarding::template_of(*playbook, stated, none);
    RunMinutes run{stated.id, stated.name, subject_of(programme, stated), {}, {}};
    Secretary(used, stated, today).write(workshop, run);
    if (!run.workshops.empty() || !run.elsewhere.empty()) minutes.runs.push_back(std::move(run));
  }
  return minutes;
}

std::string minutes_text(const Minutes& minutes) {
  std::string out;
  for (const RunMinutes& run : minutes.runs) {
    if (!out.empty()) out += '\n';
    out += "Minutes: " + printable(head_of(run)) + '\n';
    for (const WorkshopMinutes& workshop : run.workshops) {
      out += '\n' + printable(head_of(workshop)) + '\n' + wrapped(present_text(workshop), 100, 2);
      const Table agenda = agenda_table(workshop);
      if (!agenda.rows.empty()) out += table_text(agenda);
      for (const Table& table : notes_tables(workshop.notes, false)) out += notes_text(table);
    }
    if (run.elsewhere.empty()) continue;
    out += fmt::format("\n{}\n", elsewhere_head);
    for (const Table& table : notes_tables(run.elsewhere, true)) out += notes_text(table);
  }
  return out;
}

std::string minutes_markdown(const Minutes& minutes) {
  std::string out;
  for (const RunMinutes& run : minutes.runs) {
    if (!out.empty()) out += '\n';
    out += fmt::format("# Minutes: {}\n", markdown_escaped(head_of(run)));
    for (const WorkshopMinutes& workshop : run.workshops) {
      out +=
          fmt::format("\n## {}\n\n{}\n", markdown_escaped(head_of(workshop)), markdown_escaped(present_text(workshop)));
      const Table agenda = agenda_table(workshop);
      if (!agenda.rows.empty()) out += '\n' + table_markdown(agenda);
      for (const Table& table : notes_tables(workshop.notes, false)) out += '\n' + table_markdown(table);
    }
    if (run.elsewhere.empty()) continue;
    out += fmt::format("\n## {}\n", elsewhere_head);
    for (const Table& table : notes_tables(run.elsewhere, true)) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string minutes_json(const Minutes& minutes) {
  return document::write_json(minutes);
}

std::string minutes_html(const Minutes& minutes) {
  std::string out = page_begin("Minutes");
  for (const RunMinutes& run : minutes.runs) {
    out += fmt::format("<h1>Minutes: {}</h1>\n", html_escaped(head_of(run)));
    for (const WorkshopMinutes& workshop : run.workshops) {
      out += fmt::format("<section>\n<h2>{}</h2>\n<p>{}</p>\n", html_escaped(head_of(workshop)),
                         html_escaped(present_text(workshop)));
      out += table_html(agenda_table(workshop));
      for (const Table& table : notes_tables(workshop.notes, false)) out += table_html(table);
      out += "</section>\n";
    }
    if (run.elsewhere.empty()) continue;
    out += fmt::format("<section>\n<h2>{}</h2>\n", elsewhere_head);
    for (const Table& table : notes_tables(run.elsewhere, true)) out += table_html(table);
    out += "</section>\n";
  }
  return out + page_end();
}

}  // namespace dealwright::report
