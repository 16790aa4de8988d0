#include "core/report/review_report.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/pricing/pricer.hpp"
#include "core/report/figures.hpp"
#include "core/report/page.hpp"
#include "core/report/review_sections.hpp"
#include "core/success/check.hpp"
#include "core/success/success.hpp"

namespace dealwright::report {
namespace {

bool is_asked_for(const std::vector<std::string>& ids, const std::string& id) {
  return ids.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
}

void append(Diagnostics& to, Diagnostics from, const std::string& file) {
  for (Diagnostic& one : from) {
    one.file = file;
    to.push_back(std::move(one));
  }
}

// What any deal of the customer chooses.
std::vector<std::string> chosen_by(const model::Programme& programme, const std::string& customer) {
  std::vector<std::string> chosen;
  for (const model::Deal& deal : programme.deals)
    if (deal.customer == customer && deal.business_case)
      for (const model::CaseAutomation& one : deal.business_case->automations) chosen.push_back(one.automation);
  return chosen;
}

// Where a signal scores under a half, where a target is missed and where an item is late, something is to be done.
std::vector<std::string> next_steps(const Review& review, bool is_end_near) {
  std::vector<std::string> steps;
  const success::SuccessResult& result = review.result;
  for (const success::BacklogResult& one : result.backlog)
    if (one.overdue)
      steps.push_back(fmt::format("Overdue since {}: {}{}.", one.due->to_string(), one.name,
                                  one.owner.empty() ? "" : fmt::format(" ({})", one.owner)));
  for (const success::HealthReason& one : result.health.reasons)
    if (one.score < Decimal::from_micro(Decimal::scale / 2) && !one.remedy.empty())
      steps.push_back(fmt::format("{}: {}", one.name, one.remedy));
  for (const success::TargetResult& one : result.targets) {
    if (one.state == success::TargetState::missed)
      steps.push_back(
          fmt::format("Agree how \"{}\" comes from {} to {}.", one.name, quantity(*one.actual), quantity(one.target)));
    if (one.state == success::TargetState::no_actual && result.live)
      steps.push_back(fmt::format("Measure \"{}\" ({}).", one.name, one.unit));
  }
  for (const success::ExpansionResult& one : result.expansion)
    steps.push_back(fmt::format("{}: {}", one.name, one.offer));
  for (const roi::RankedAutomation& one : review.automations) {
    if (one.chosen || one.standing != roi::AutomationStanding::ready) continue;
    steps.push_back(fmt::format("Decide on \"{}\": about {} a year.", one.name, to_display(*one.yearly)));
    break;
  }
  if (is_end_near) steps.push_back(fmt::format("Agree on the time after {}.", result.term_end.to_string()));
  return steps;
}

ReviewInternal internal_of(const model::Programme& programme, const model::SuccessPlan& plan, const model::Deal& deal,
                           const model::Partner& partner, const model::Customer& customer,
                           std::optional<success::RenewalResult> renewal) {
  ReviewInternal out;
  out.renewal = std::move(renewal);
  out.note = plan.note;
  for (const model::SuccessQuarter& quarter : plan.quarters)
    if (!quarter.note.empty()) out.notes.push_back({quarter.from, quarter.note});
  const auto* const source = find_id(programme.price_books, deal.price_book);
  if (source == nullptr) return out;
  const pricing::Book book(*source);
  pricing::PricedDeal priced;
  // Why a deal has no price is told where deals are evaluated.
  Diagnostics none;
  if (!book.usable() || !pricing::Pricer().price({deal, partner, customer, book}, priced, none)) return out;
  out.gross_margin = priced.totals.gross_margin;
  out.margin = priced.totals.margin;
  return out;
}

std::optional<Review> review_of(const model::Programme& programme, const model::SuccessPlan& plan, bool internal,
                                Date today, Diagnostics& diagnostics) {
  const auto* const customer = find_id(programme.customers, plan.customer);
  const auto* const deal = find_id(programme.deals, plan.deal);
  // What is not there is told as a reference that leads nowhere.
  if (customer == nullptr) return std::nullopt;
  const auto* const playbook = find_id(programme.playbooks, customer->playbook);
  Diagnostics found = success::check_success(plan, *customer, deal, playbook, today);
  const bool is_sound = !has_errors(found);
  append(diagnostics, std::move(found), "success_plan/" + plan.id);
  const auto* const partner = deal == nullptr ? nullptr : find_id(programme.partners, deal->partner);
  if (!is_sound || partner == nullptr || playbook == nullptr) return std::nullopt;

  Review review;
  found.clear();
  review.result = success::success_of({plan, *customer, *deal, *playbook}, today, found);
  append(diagnostics, std::move(found), "deal/" + deal->id);
  const auto* const brand = find_id(programme.brands, partner->brand);
  review.brand = brand != nullptr ? brand->name : partner->name;
  if (brand != nullptr) {
    review.contact = brand->contact;
    review.accent = brand->accent;
    review.legal = brand->legal;
  }
  review.customer = customer->name;
  review.title = "Quarterly review for " + customer->name;
  review.contract = deal->name;
  review.owner = plan.owner;
  review.date = today;
  review.currency = deal->currency;
  review.automations = roi::rank_automations(*playbook, *customer, chosen_by(programme, customer->id));
  auto renewal = std::exchange(review.result.renewal, std::nullopt);
  review.next_steps = next_steps(review, renewal && renewal->near);
  if (internal) review.internal = internal_of(programme, plan, *deal, *partner, *customer, std::move(renewal));
  return review;
}

// The brand, who it is for, and the day.
std::vector<std::string> head_lines(const Review& review) {
  std::vector<std::string> lines{"For " + review.customer};
  if (!review.contract.empty()) lines.push_back("Contract: " + review.contract);
  if (!review.owner.empty()) lines.push_back("Review led by " + review.owner);
  lines.push_back("Date: " + review.date.to_string());
  return lines;
}

}  // namespace

ReviewReport review_report(const model::Programme& programme, const ReviewRequest& request, Date today,
                           Diagnostics& diagnostics) {
  ReviewReport report;
  for (const model::SuccessPlan& plan : programme.success_plans) {
    if (!is_asked_for(request.plans, plan.id)) continue;
    if (auto review = review_of(programme, plan, request.internal, today, diagnostics))
      report.reviews.push_back(std::move(*review));
  }
  return report;
}

std::string review_text(const ReviewReport& report) {
  std::string out;
  for (const Review& review : report.reviews) {
    if (!out.empty()) out += "\n\n";
    out += printable(review.brand) + '\n';
    if (!review.contact.empty()) out += printable(review.contact) + '\n';
    out += '\n' + printable(review.title) + '\n';
    for (const std::string& line : head_lines(review)) out += printable(line) + '\n';
    for (const Section& section : review_sections(review)) {
      out += '\n' + printable(section.title) + '\n';
      for (const std::string& line : section.lines) out += wrapped(line, 100, 2);
      for (const Table& table : section.tables)
        if (!table.rows.empty()) out += '\n' + table_text(table);
    }
    if (!review.legal.empty()) out += '\n' + wrapped(review.legal, 100, 0);
  }
  return out;
}

std::string review_markdown(const ReviewReport& report) {
  std::string out;
  for (const Review& review : report.reviews) {
    if (!out.empty()) out += "\n---\n\n";
    out += fmt::format("# {}\n\n**{}**", markdown_escaped(review.title), markdown_escaped(review.brand));
    if (!review.contact.empty()) out += " · " + markdown_escaped(review.contact);
    out += "\n\n";
    for (const std::string& line : head_lines(review)) out += "- " + markdown_escaped(line) + '\n';
    for (const Section& section : review_sections(review)) {
      out += "\n## " + markdown_escaped(section.title) + "\n";
      if (!section.lines.empty()) out += '\n';
      for (const std::string& line : section.lines) out += "- " + markdown_escaped(line) + '\n';
      for (const Table& table : section.tables)
        if (!table.rows.empty()) out += '\n' + table_markdown(table);
    }
    if (!review.legal.empty()) out += "\n---\n\n" + markdown_escaped(review.legal) + '\n';
  }
  return out;
}

std::string review_html(const ReviewReport& report) {
  std::string out = page_begin(report.reviews.size() == 1 ? report.reviews[0].title : "Quarterly reviews");
  for (const Review& review : report.reviews) {
    out += "<section>\n<header";
    if (!review.accent.empty()) out += fmt::format(" style=\"border-top: 6px solid {}\"", html_escaped(review.accent));
    out += fmt::format(">\n<p><strong>{}</strong>", html_escaped(review.brand));
    if (!review.contact.empty()) out += " · " + html_escaped(review.contact);
    out += fmt::format("</p>\n<h1>{}</h1>\n<p>", html_escaped(review.title));
    for (const std::string& line : head_lines(review)) out += html_escaped(line) + "<br>\n";
    out += "</p>\n</header>\n";
    for (const Section& section : review_sections(review)) {
      out += "<h2>" + html_escaped(section.title) + "</h2>\n";
      if (!section.lines.empty()) {
        out += "<ul>\n";
        for (const std::string& line : section.lines) out += "<li>" + html_lines(line) + "</li>\n";
        out += "</ul>\n";
      }
      for (const Table& table : section.tables) out += table_html(table);
      for (const Chart& chart : section.charts)
        out += fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}\n</figure>\n", html_escaped(chart.title),
                           chart_svg(chart));
    }
    if (!review.legal.empty()) out += "<p><small>" + html_lines(review.legal) + "</small></p>\n";
    out += "</section>\n";
  }
  return out + page_end();
}

std::string review_json(const ReviewReport& report) {
  return document::write_json(report);
}

AutomationReport automation_report(const model::Programme& programme, const std::vector<std::string>& customers) {
  AutomationReport report;
  for (const model::Customer& customer : programme.customers) {
    if (customers.empty() ? customer.processes.empty() : !is_asked_for(customers, customer.id)) continue;
    const auto* const playbook = find_id(programme.playbooks, customer.playbook);
    if (playbook == nullptr || playbook->automations.empty()) continue;
    report.customers.push_back({customer.id, customer.name, customer.currency,
                                roi::rank_automations(*playbook, customer, chosen_by(programme, customer.id))});
  }
  return report;
}

std::string automation_text(const AutomationReport& report) {
  std::string out;
  for (const CustomerAutomations& one : report.customers)
    out += (out.empty() ? "" : "\n") + table_text(automation_table(one.automations, one.customer));
  return out;
}

std::string automation_markdown(const AutomationReport& report) {
  std::string out;
  for (const CustomerAutomations& one : report.customers)
    out += (out.empty() ? "" : "\n") + table_markdown(automation_table(one.automations, one.customer));
  return out;
}

std::string automation_html(const AutomationReport& report) {
  std::string out = page_begin("What could be automated");
  for (const CustomerAutomations& one : report.customers)
    out += "<section>\n" + table_html(automation_table(one.automations, one.customer)) + "</section>\n";
  return out + page_end();
}

std::string automation_json(const AutomationReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
