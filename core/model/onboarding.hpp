#pragma once
// Onboarding: the playbook's templates, and a run of one with a partner or a customer.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

struct Holiday {
  Date date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name))
constexpr auto notes_of(const Holiday*) {
  return std::array{
      field("date", "Date").required(),
      field("name", "Name"),
  };
}

struct WorkCalendar {
  std::string id;
  std::string name;
  std::vector<Weekday> works;
  std::vector<Holiday> holidays;
};
BOOST_DESCRIBE_STRUCT(WorkCalendar, (), (id, name, works, holidays))
constexpr auto notes_of(const WorkCalendar*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("works", "Working days").most(7).help("None stated: Monday to Friday."),
      field("holidays", "Holidays").most(2000),
  };
}

// Who does something: "sales", "cloud operations". Runs map it to a person.
struct OwnerRole {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnerRole, (), (id, name))
constexpr auto notes_of(const OwnerRole*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
  };
}

enum class DueFrom : std::uint8_t { start, date, item };
BOOST_DESCRIBE_ENUM(DueFrom, start, date, item)

struct DueRule {
  DueFrom from = DueFrom::start;
  Date date;
  std::string item;
  int days = 0;
};
BOOST_DESCRIBE_STRUCT(DueRule, (), (from, date, item, days))
constexpr auto notes_of(const DueRule*) {
  return std::array{
      field("from", "From").required().help("The run's start, a day, or the end of another item."),
      field("date", "Date").needed_when("from=date"),
      field("item", "Item", Unit::none).needed_when("from=item"),
      field("days", "Working days after", Unit::days).range(0, 2000),
  };
}

struct TemplateItem {
  std::string id;
  std::string name;
  std::string help;
  std::string stage;
  std::string track;
  std::string owner;
  std::vector<std::string> enables;
  int days = 1;
  std::vector<std::string> after;
  std::string evidence;
  bool mandatory = false;
  std::optional<DueRule> due;
};
BOOST_DESCRIBE_STRUCT(TemplateItem, (),
                      (id, name, help, stage, track, owner, enables, days, after, evidence, mandatory, due))
constexpr auto notes_of(const TemplateItem*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("help", "Help").most(2000).help("What done means, and how one gets there."),
      field("stage", "Stage").required().help("Id of one of the template's stages."),
      field("track", "Track").required().help("Id of one of the template's tracks."),
      field("owner", "Owner").required().refers_to("playbook.roles"),
      field("enables", "Must complete")
          .most(20)
          .refers_to("playbook.roles")
          .help("Roles that must have been through it."),
      field("days", "Estimate", Unit::days).range(0, 500).help("Working days; 0 for a milestone."),
      field("after", "After").most(100).help("Ids of items that must be done before."),
      field("evidence", "Evidence")
          .most(500)
          .help("What must be named before it counts as done; none stated: nothing."),
      field("mandatory", "Mandatory").help("The stage's gate does not open without it."),
      field("due", "Due"),
  };
}

struct Stage {
  std::string id;
  std::string name;
  std::string gate;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (id, name, gate))
constexpr auto notes_of(const Stage*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("gate", "Gate").required().help("What is decided at its end."),
  };
}

struct Track {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Track, (), (id, name))
constexpr auto notes_of(const Track*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
  };
}

// What a partner may sell once every item that it names is done and the gates of the stages up to its own are open.
struct Certification {
  std::string id;
  std::string name;
  Complexity complexity = Complexity::small;
  std::vector<Tenancy> tenancies;
  Decimal discount;
  std::string stage;
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(Certification, (), (id, name, complexity, tenancies, discount, stage, items))
constexpr auto notes_of(const Certification*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("complexity", "Complexity").required().help("The greatest of a delivery that it covers."),
      field("tenancies", "Tenancies").required().most(2),
      field("discount", "Discount", Unit::rate).range(0, 1).help("The most that may be given off the list."),
      field("stage", "Stage").required().help("The gates up to this stage's must be open."),
      field("items", "Items").most(200).help("Ids of items that must be done besides."),
  };
}

enum class Onboards : std::uint8_t { partner, customer };
BOOST_DESCRIBE_ENUM(Onboards, partner, customer)

struct Template {
  std::string id;
  std::string name;
  int version = 1;
  Onboards onboards = Onboards::partner;
  std::optional<Complexity> complexity;
  std::vector<Segment> segments;
  std::vector<Stage> stages;
  std::vector<Track> tracks;
  std::vector<TemplateItem> items;
  std::vector<Certification> certifications;
};
BOOST_DESCRIBE_STRUCT(Template, (),
                      (id, name, version, onboards, complexity, segments, stages, tracks, items, certifications))
constexpr auto notes_of(const Template*) {
  return std::array{
      field("id", "Id").required().help("Versions of one template have one id."),
      field("name", "Name").required(),
      field("version", "Version", Unit::count).required().range(1, 10000),
      field("onboards", "Onboards").required(),
      field("complexity", "Complexity").help("Of the deliveries it is made for."),
      field("segments", "Segments").most(6).help("None stated: all."),
      field("stages", "Stages").required().most(20),
      field("tracks", "Tracks").required().most(20),
      field("items", "Items").required().most(2000),
      field("certifications", "Certifications").most(50),
  };
}

struct Assignment {
  std::string role;
  std::string person;
  Decimal days_per_week = Decimal::whole(5);
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (role, person, days_per_week))
constexpr auto notes_of(const Assignment*) {
  return std::array{
      field("role", "Role").required().refers_to("playbook.roles"),
      field("person", "Person").required(),
      field("days_per_week", "Days a week", Unit::quantity).range(0, 7).help("What the person can give to this run."),
  };
}

enum class ItemState : std::uint8_t { to_do, in_progress, blocked, done, not_applicable };
BOOST_DESCRIBE_ENUM(ItemState, to_do, in_progress, blocked, done, not_applicable)

// What has happened to one item; one that is not listed is to do.
struct ItemRecord {
  std::string item;
  ItemState state = ItemState::to_do;
  std::string reason;
  std::string person;
  Date started;
  Date finished;
  std::vector<std::string> evidence;
};
BOOST_DESCRIBE_STRUCT(ItemRecord, (), (item, state, reason, person, started, finished, evidence))
constexpr auto notes_of(const ItemRecord*) {
  return std::array{
      field("item", "Item").required().help("Id of one of the template's items."),
      field("state", "State").required(),
      field("reason", "Reason").most(1000).help("Why it is blocked, or does not apply."),
      field("person", "Person").help("Where it is another than the role's."),
      field("started", "Started"),
      field("finished", "Finished"),
      field("evidence", "Evidence").most(50),
  };
}

enum class NoteKind : std::uint8_t { decision, action, risk, assumption, issue, question };
BOOST_DESCRIBE_ENUM(NoteKind, decision, action, risk, assumption, issue, question)

struct Note {
  std::string id;
  NoteKind kind = NoteKind::decision;
  std::string item;
  std::string text;
  std::string owner;
  Date on;
  Date due;
  std::optional<int> likelihood;
  std::optional<int> impact;
  bool closed = false;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, kind, item, text, owner, on, due, likelihood, impact, closed))
constexpr auto notes_of(const Note*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("kind", "Kind").required(),
      field("item", "Item").help("Id of the item it is about; none stated: the run."),
      field("text", "Text").required().most(4000),
      field("owner", "Owner").help("The person; of an action it must be stated."),
      field("on", "On").help("Day on which it was noted."),
      field("due", "Due").help("Of an action it must be stated."),
      field("likelihood", "Likelihood", Unit::count)
          .range(1, 5)
          .only_when("kind=risk")
          .help("1 rare to 5 almost certain."),
      field("impact", "Impact", Unit::count).range(1, 5).only_when("kind=risk").help("1 slight to 5 severe."),
      field("closed", "Closed"),
  };
}

struct AgendaItem {
  std::string id;
  std::string title;
  int minutes = 15;
  std::string track;
  std::string lead;
};
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (id, title, minutes, track, lead))
constexpr auto notes_of(const AgendaItem*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("title", "Title").required(),
      field("minutes", "Time box", Unit::minutes).required().range(1, 600),
      field("track", "Track").help("Id of a track whose items it goes through."),
      field("lead", "Lead"),
  };
}

struct Workshop {
  std::string id;
  std::string title;
  Date on;
  std::vector<std::string> present;
  std::vector<AgendaItem> agenda;
};
BOOST_DESCRIBE_STRUCT(Workshop, (), (id, title, on, present, agenda))
constexpr auto notes_of(const Workshop*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(), field("title", "Title").required(), field("on", "On").required(),
      field("present", "Present").most(100),          field("agenda", "Agenda").most(50),
  };
}

struct Onboarding {
  std::string id;
  std::string name;
  std::string note;
  std::string playbook;
  std::string template_id;
  int template_version = 1;
  std::string partner;
  std::string customer;
  Date start;
  Date target;
  std::string calendar;
  std::vector<Assignment> people;
  std::vector<ItemRecord> items;
  std::vector<Note> notes;
  std::vector<Workshop> workshops;
};
BOOST_DESCRIBE_STRUCT(Onboarding, (),
                      (id, name, note, playbook, template_id, template_version, partner, customer, start, target,
                       calendar, people, items, notes, workshops))
constexpr auto notes_of(const Onboarding*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("playbook", "Playbook").required().refers_to("playbook"),
      field("template_id", "Template").required().help("Id of one of the playbook's templates."),
      field("template_version", "Template version", Unit::count).required().range(1, 10000),
      field("partner", "Partner").required().refers_to("partner"),
      field("customer", "Customer").refers_to("customer").help("Of a customer's onboarding."),
      field("start", "Start").required(),
      field("target", "Target").help("Day by which it is to be complete."),
      field("calendar", "Calendar").refers_to("playbook.calendars").help("None stated: Monday to Friday, no holidays."),
      field("people", "People").most(200),
      field("items", "Items").most(2000),
      field("notes", "Notes").most(5000),
      field("workshops", "Workshops").most(200),
  };
}

}  // namespace dealwright::model
