#pragma once
// Minutes of the workshops of onboarding runs: text, Markdown, JSON, and a page to print.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/date.hpp"
#include "core/model/programme.hpp"

namespace dealwright::report {

enum class NoteStanding : std::uint8_t {
  open,
  overdue,  // open, and due before today
  closed,
};
BOOST_DESCRIBE_ENUM(NoteStanding, open, overdue, closed)

struct MinutesNote {
  std::string id;
  model::NoteKind kind = model::NoteKind::decision;
  std::string text;
  std::string about;  // the item's name, or its id where the template lacks it; "" where it is about the run
  std::string owner;
  Date on;
  Date due;
  std::optional<int> likelihood;  // of a risk: 1 rare to 5 almost certain
  std::optional<int> impact;      // of a risk: 1 slight to 5 severe
  std::optional<int> score;       // likelihood x impact, of a risk rated by both
  NoteStanding standing = NoteStanding::open;
};
BOOST_DESCRIBE_STRUCT(MinutesNote, (), (id, kind, text, about, owner, on, due, likelihood, impact, score, standing))

struct MinutesAgendaItem {
  std::string title;
  std::string track;  // its name; "" where none is stated
  std::string lead;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(MinutesAgendaItem, (), (title, track, lead, minutes))

// Notes are of one kind after another; risks worst first, those not rated last, everything else as noted.
struct WorkshopMinutes {
  std::string workshop;  // id
  std::string title;
  Date on;
  std::vector<std::string> present;
  std::vector<MinutesAgendaItem> agenda;
  int minutes = 0;  // sum of the agenda's time boxes
  std::vector<MinutesNote> notes;
};
BOOST_DESCRIBE_STRUCT(WorkshopMinutes, (), (workshop, title, on, present, agenda, minutes, notes))

struct RunMinutes {
  std::string onboarding;  // id
  std::string name;
  std::string subject;  // the customer's name, else the partner's
  std::vector<WorkshopMinutes> workshops;
  std::vector<MinutesNote> elsewhere;  // noted on a day without a workshop, in the same order
};
BOOST_DESCRIBE_STRUCT(RunMinutes, (), (onboarding, name, subject, workshops, elsewhere))

struct Minutes {
  std::string engine;
  Date today;
  std::vector<RunMinutes> runs;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(Minutes, (), (engine, today, runs))

// Of the runs of these ids, or all where none is stated, the workshop of that id, or all where it is "". A note belongs
// to the workshop of the day on which it was noted; of several on one day, to the first that goes through the track of
// its item, else to the first. Notes of other days are left out where one workshop is asked for. Runs that have
// nothing to tell are left out.
Minutes minutes_of(const model::Programme& programme, const std::vector<std::string>& runs, const std::string& workshop,
                   Date today, std::string engine);

std::string minutes_text(const Minutes& minutes);
std::string minutes_markdown(const Minutes& minutes);
std::string minutes_json(const Minutes& minutes);
// One page by itself: HTML without scripts and without anything to load, all texts escaped; a workshop starts on a new
// sheet when it is printed. Line ends of notes are kept.
std::string minutes_html(const Minutes& minutes);

}  // namespace dealwright::report
