#include "core/report/minutes.hpp"

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using model::NoteKind;
using tests::day;

model::Note note(const char* id, NoteKind kind, const char* text, const char* on, const char* item = "") {
  model::Note out;
  out.id = id;
  out.kind = kind;
  out.text = text;
  out.item = item;
  out.on = day(on);
  return out;
}

model::Note risk(const char* id, const char* text, std::optional<int> likelihood, std::optional<int> impact) {
  model::Note out = note(id, NoteKind::risk, text, "2026-03-02", "a");
  out.likelihood = likelihood;
  out.impact = impact;
  return out;
}

// One workshop on Monday, 2 March 2026, with a note of each kind, in no order; one note of another day.
model::Programme programme() {
  model::Programme out;
  model::Playbook& playbook = out.playbooks.emplace_back();
  playbook.id = "commerce";
  playbook.templates = {tests::template_with({tests::item("a"), tests::item("b")})};
  playbook.templates[0].items[0].name = "Sandbox <i>";
  playbook.templates[0].items[1].track = "commercial";
  out.partners.emplace_back().id = "north";
  out.partners[0].name = "North & Sons";
  model::Onboarding& run = out.onboardings.emplace_back();
  run.id = "north-run";
  run.name = "Onboarding";
  run.playbook = "commerce";
  run.template_id = "partners";
  run.partner = "north";
  run.workshops = {{"kick-off",
                    "Kick-off | all",
                    day("2026-03-02"),
                    {"Eva", "Jan *"},
                    {{"hello", "Who is who", 15, "", "Eva"}, {"tour", "Tour", 90, "technical", ""}}}};
  model::Note open = note("act", NoteKind::action, "Order <b>licence</b>", "2026-03-02", "a");
  open.owner = "Jan *";
  open.due = day("2026-03-06");
  model::Note closed = open;
  closed.text = "Call\nback";
  closed.closed = true;
  run.notes = {note("q", NoteKind::question, "Who signs?", "2026-03-02"),
               open,
               closed,
               risk("r1", "Small", 2, 3),
               risk("r2", "Not rated", std::nullopt, 5),
               risk("r3", "Great", 4, 5),
               note("d", NoteKind::decision, "We go [on](javascript:x)", "2026-03-02", "gone"),
               note("i", NoteKind::issue, "No staging", "2026-03-02"),
               note("s", NoteKind::assumption, "One country", "2026-03-02"),
               note("late", NoteKind::decision, "Later", "2026-03-04")};
  return out;
}

report::Minutes minutes(const model::Programme& documents, const char* today = "2026-03-06",
                        const std::string& workshop = "") {
  return report::minutes_of(documents, {}, workshop, day(today), "0");
}

// 15 + 90 minutes; 4 x 5 stands before 2 x 3, and what is not rated last.
TEST_CASE("Markdown, by hand") {
  CHECK(report::minutes_markdown(minutes(programme())) == R"(# Minutes: Onboarding (North \& Sons)

## Kick-off \| all, 2026-03-02

Present: Eva, Jan \*

### Agenda

| Item | Track | Lead | Minutes |
| --- | --- | --- | ---: |
| Who is who |  | Eva | 15 |
| Tour | Technical |  | 90 |
| **Total** |  |  | **105** |

### Decisions

| Decision | About | Owner |
| --- | --- | --- |
| We go \[on\](javascript:x) | gone |  |

### Actions

| Action | About | Owner | Due | State |
| --- | --- | --- | --- | --- |
| Order \<b\>licence\</b\> | Sandbox \<i\> | Jan \* | 2026-03-06 | open |
| Call back | Sandbox \<i\> | Jan \* | 2026-03-06 | closed |

### Risks

| Risk | About | Likelihood | Impact | Score | Owner | Due | State |
| --- | --- | ---: | ---: | ---: | --- | --- | --- |
| Great | Sandbox \<i\> | 4 | 5 | 20 |  |  | open |
| Small | Sandbox \<i\> | 2 | 3 | 6 |  |  | open |
| Not rated | Sandbox \<i\> | not rated | 5 | not rated |  |  | open |

### Assumptions

| Assumption | About | Owner | Due | State |
| --- | --- | --- | --- | --- |
| One country |  |  |  | open |

### Issues

| Issue | About | Owner | Due | State |
| --- | --- | --- | --- | --- |
| No staging |  |  |  | open |

### Questions

| Question | About | Owner | Due | State |
| --- | --- | --- | --- | --- |
| Who signs? |  |  |  | open |

## Noted outside workshops

### Decisions

| Decision | About | Noted | Owner |
| --- | --- | --- | --- |
| Later |  | 2026-03-04 |  |
)");
}

TEST_CASE("an open action is overdue from the day after it was due, a closed one never") {
  const auto standing = [&](const char* today, std::size_t at) {
    return minutes(programme(), today).runs[0].workshops[0].notes[at].standing;
  };
  CHECK(standing("2026-03-06", 1) == report::NoteStanding::open);
  CHECK(standing("2026-03-07", 1) == report::NoteStanding::overdue);
  CHECK(standing("2026-03-07", 2) == report::NoteStanding::closed);
}

TEST_CASE("text: notes as paragraphs") {
  const std::string text = report::minutes_text(minutes(programme()));
  CHECK(
      text.starts_with("Minutes: Onboarding (North & Sons)\n\nKick-off | all, 2026-03-02\n  Present: Eva, Jan *\n"
                       "Agenda\n  Item        Track      Lead  Minutes\n"));
  CHECK(
      text.find("  Actions\n    Order <b>licence</b>\n      About: Sandbox <i>; Owner: Jan *; Due: 2026-03-06; State: "
                "open\n    Call\n    back\n") != std::string::npos);
}

TEST_CASE("of workshops on one day a note goes to the one on its item's track, else to the first") {
  model::Programme documents = programme();
  model::Onboarding& run = documents.onboardings[0];
  run.workshops.push_back({"prices", "Prices", day("2026-03-02"), {}, {{"list", "List", 30, "commercial", ""}}});
  run.workshops.push_back({"empty", "Empty", day("2026-03-09"), {}, {}});
  run.notes = {note("x", NoteKind::decision, "X", "2026-03-02", "b"), note("y", NoteKind::decision, "Y", "2026-03-02"),
               note("z", NoteKind::decision, "Z", "2026-03-02", "a"), note("n", NoteKind::decision, "N", "2026-03-03")};
  run.notes.push_back(note("u", NoteKind::decision, "U", "2026-03-02", "a"));
  run.notes.back().on = {};
  const auto all = minutes(documents).runs[0];
  REQUIRE(all.workshops.size() == 3);
  REQUIRE(all.workshops[0].notes.size() == 2);
  CHECK(all.workshops[0].notes[0].id == "y");
  CHECK(all.workshops[0].notes[1].id == "z");
  REQUIRE(all.workshops[1].notes.size() == 1);
  CHECK(all.workshops[1].notes[0].id == "x");
  CHECK(all.workshops[2].notes.empty());
  REQUIRE(all.elsewhere.size() == 2);
  CHECK(all.elsewhere[1].id == "u");
  // One that is asked for holds what it holds among all, and nothing else.
  const auto one = minutes(documents, "2026-03-06", "prices").runs[0];
  REQUIRE(one.workshops.size() == 1);
  CHECK(one.workshops[0].notes.size() == 1);
  CHECK(one.elsewhere.empty());
  CHECK(report::minutes_text(minutes(documents, "2026-03-06", "empty")) ==
        "Minutes: Onboarding (North & Sons)\n\nEmpty, 2026-03-09\n  Present: nobody is stated\n");
  CHECK(minutes(documents, "2026-03-06", "none").runs.empty());
}

TEST_CASE("a run without a template tells items and tracks by their ids") {
  model::Programme documents = programme();
  documents.playbooks.clear();
  const auto held = minutes(documents).runs[0].workshops[0];
  CHECK(held.agenda[1].track == "technical");
  CHECK(held.notes[1].about == "a");
}

TEST_CASE("the page: whole, escaped, and with nothing that runs or loads") {
  model::Programme documents = programme();
  const std::string page = report::minutes_html(minutes(documents));
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(page.ends_with("</section>\n</body>\n</html>\n"));
  CHECK(page.find("content=\"default-src 'none'; style-src 'unsafe-inline'\"") != std::string::npos);
  CHECK(page.find("<h1>Minutes: Onboarding (North &amp; Sons)</h1>\n<section>\n<h2>Kick-off | all, 2026-03-02</h2>\n"
                  "<p>Present: Eva, Jan *</p>\n<h3>Agenda</h3>\n<table>\n<thead><tr><th>Item</th><th>Track</th>"
                  "<th>Lead</th><th class=\"number\">Minutes</th></tr></thead>\n<tbody>\n"
                  "<tr><td>Who is who</td><td></td><td>Eva</td><td class=\"number\">15</td></tr>\n"
                  "<tr><td>Tour</td><td>Technical</td><td></td><td class=\"number\">90</td></tr>\n"
                  "<tr class=\"total\"><td>Total</td><td></td><td></td><td class=\"number\">105</td></tr>\n"
                  "</tbody>\n</table>\n<h3>Decisions</h3>\n") != std::string::npos);
  CHECK(page.find("<tr><td>Order &lt;b&gt;licence&lt;/b&gt;</td><td>Sandbox &lt;i&gt;</td><td>Jan *</td>"
                  "<td>2026-03-06</td><td>open</td></tr>\n<tr><td>Call<br>back</td>") != std::string::npos);
}

TEST_CASE("hostile text in every field leaves the page's own tags as they are") {
  const auto tags_of = [](const std::string& page) {
    std::string tags;
    bool inside = false;
    for (const char c : page) {
      inside = inside || c == '<';
      if (inside) tags += c;
      if (c == '>') inside = false;
    }
    return tags;
  };
  model::Programme documents = programme();
  documents.onboardings[0].notes[2].text = "Call back";
  const std::string plain = report::minutes_html(minutes(documents));
  const std::string hostile = "</td><script>alert(1)</script><img src=x onerror='y'>\" &lt;\x1b\xe2\x80\xae\xff";
  const std::string escaped =
      "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;y&#39;&gt;&quot; &amp;lt;???";
  model::Template& used = documents.playbooks[0].templates[0];
  used.items[0].name = used.tracks[0].name = documents.partners[0].name = hostile;
  model::Onboarding& run = documents.onboardings[0];
  run.name = run.workshops[0].title = hostile;
  run.workshops[0].present = {hostile};
  for (model::AgendaItem& item : run.workshops[0].agenda) item.title = item.lead = hostile;
  for (model::Note& one : run.notes) {
    one.text = one.owner = hostile;
    if (one.item == "gone") one.item = hostile;
  }
  std::string page = report::minutes_html(minutes(documents));
  CHECK(tags_of(page) == tags_of(plain));
  int seen = 0;
  for (std::size_t at = 0; (at = page.find(escaped)) != std::string::npos; ++seen) page.erase(at, escaped.size());
  // Run, subject, title and present; two agenda items with lead, one with a track; ten notes with owner, five of them
  // about the item, and one about an id.
  CHECK(seen == 4 + 5 + 20 + 6);
  CHECK(page.find("script") == std::string::npos);
  CHECK(page.find("onerror") == std::string::npos);
  const std::string text = report::minutes_text(minutes(documents));
  CHECK(text.find_first_of("\x1b\xff") == std::string::npos);
}

TEST_CASE("JSON holds what was noted") {
  const std::string json = report::minutes_json(minutes(programme()));
  CHECK(json.find("\"minutes\": 105") != std::string::npos);
  CHECK(json.find("\"score\": 20") != std::string::npos);
  CHECK(json.find("\"text\": \"Call\\nback\"") != std::string::npos);
}

}  // namespace
