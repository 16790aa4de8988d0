#include "core/report/qualification_report.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "core/report/migration_report.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

using qualification::CriterionResult;
using qualification::TenancyResult;
using qualification::Verdict;

std::string_view name_of(const TenancyResult& result, std::string_view criterion) {
  for (const CriterionResult& row : result.criteria)
    if (row.criterion == criterion) return row.name;
  return criterion;
}

std::string points_text(Ratio share) {
  std::string text = to_percent(share);
  if (text.ends_with(" %")) text.resize(text.size() - 2);
  return text + " points";
}

std::string month_text(int month) {
  return month == 0 ? "now" : fmt::format("month {}", month);
}

Table overview_table(const QualificationReport& report) {
  Table table{"Customers",
              {{"Customer", false, "customer"},
               {"Verdict", false, "verdict"},
               {"Score", true, "score"},
               {"Why", false, "why"},
               {"Next limit", false, "limit"}}};
  for (const QualifiedCustomer& one : report.customers) {
    std::string limit;
    for (const auto& use : one.result.limits)
      if (use.limit == one.result.first_limit)
        limit = fmt::format("{}, {}", use.name, month_text(one.result.first_limit_month.value_or(0)));
    table.add_row()
        .text(one.name)
        .text(word(one.result.verdict))
        .text(score_text(one.result))
        .text(verdict_reason(one.result))
        .text(limit);
  }
  return table;
}

Table criteria_table(const TenancyResult& result) {
  Table table{"Criteria",
              {{"Criterion", false, "criterion"},
               {"Answer", false, "answer"},
               {"Weight", true, "weight"},
               {"Points", true, "points"},
               {"Adds", true, "adds"},
               {"", false, "remark"}}};
  for (const CriterionResult& row : result.criteria) {
    const bool is_open = row.answer.empty();
    const std::string remark = row.forces_dedicated               ? "forces dedicated"
                               : row.criterion == result.ask_next ? "ask next"
                               : is_open && !row.could_decide     ? "decides nothing any more"
                                                                  : "";
    table.add_row()
        .text(row.name)
        .text(is_open ? "not answered" : row.words)
        .quantity(row.weight)
        .add(is_open ? empty_cell() : quantity_cell(row.points))
        .add(is_open ? empty_cell() : percent_cell(row.contribution))
        .text(remark);
  }
  return table;
}

Table limits_table(const TenancyResult& result) {
  Table table{"Shared limits",
              {{"Limit", false, "limit"},
               {"Used", true, "used"},
               {"Most", true, "most"},
               {"Use", true, "use"},
               {"Passed", false, "passed"}}};
  for (const auto& use : result.limits)
    table.add_row().text(use.name).quantity(use.used).quantity(use.most).percent(use.use).text(
        use.passed_in_month ? month_text(*use.passed_in_month) : "");
  return table;
}

Table flips_table(const TenancyResult& result) {
  Table table{"The fewest answers that would turn it", {{"To", false, "to"}, {"Change", false, "change"}}};
  for (const auto& flip : result.flips) {
    // One line a change; the verdict stands in the first of its lines.
    for (std::size_t i = 0; i < flip.changes.size(); ++i)
      table.add_row().text(i == 0 ? word(flip.to) : "").text(flip.changes[i].words);
  }
  return table;
}

Table deals_table(const QualifiedCustomer& one) {
  Table table{"Deals", {{"Deal", false, "deal"}, {"Tenancy", false, "tenancy"}, {"", false, "fit"}}};
  for (const SoldTenancy& deal : one.deals)
    table.add_row().text(deal.name).text(word(deal.tenancy)).text(spaced(word(deal.fit)));
  return table;
}

// The price books of a programme, each compiled when it is first asked for.
class Books {
 public:
  explicit Books(const model::Programme& programme) : programme_(programme), compiled_(programme.price_books.size()) {}

  const pricing::Book* of(const model::Deal& deal) {
    for (std::size_t i = 0; i < compiled_.size(); ++i) {
      if (programme_.price_books[i].id != deal.price_book) continue;
      if (!compiled_[i]) compiled_[i].emplace(programme_.price_books[i]);
      return &*compiled_[i];
    }
    return nullptr;
  }

 private:
  const model::Programme& programme_;
  std::vector<std::optional<pricing::Book>> compiled_;
};

std::vector<Table> tables_of(const QualifiedCustomer& one) {
  return {criteria_table(one.result), flips_table(one.result), limits_table(one.result), deals_table(one)};
}

std::string head_of(const QualifiedCustomer& one) {
  return fmt::format("{}: {}, score {}, {}", one.name, word(one.result.verdict), score_text(one.result),
                     verdict_reason(one.result));
}

}  // namespace

QualificationReport qualification_report(const model::Programme& programme, const std::vector<std::string>& customers,
                                         std::string engine, Diagnostics& diagnostics) {
  QualificationReport report;
  Books books(programme);
  report.engine = std::move(engine);
  for (const model::Playbook& playbook : programme.playbooks) {
    for (Diagnostic& diagnostic : qualification::check_migration(programme, playbook)) {
      diagnostic.file = "playbook/" + playbook.id;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  for (TenancyResult& result : qualification::qualifications(programme)) {
    const bool is_asked = std::find(customers.begin(), customers.end(), result.customer) != customers.end();
    if (!customers.empty() && !is_asked) continue;
    QualifiedCustomer& one = report.customers.emplace_back();
    for (const model::Customer& stated : programme.customers) {
      if (stated.id != result.customer) continue;
      one.name = stated.name;
      if (const model::Playbook* const playbook = find_id(programme.playbooks, stated.playbook))
        one.migration = qualification::migration(
            programme, *playbook, stated, result, [&](const model::Deal& deal) { return books.of(deal); }, diagnostics);
    }
    for (const model::Deal& deal : programme.deals)
      if (deal.customer == result.customer)
        one.deals.push_back({deal.id, deal.name.empty() ? deal.id : deal.name, deal.tenancy,
                             qualification::fit_of(result.verdict, deal.tenancy)});
    one.result = std::move(result);
  }
  return report;
}

std::string score_text(const TenancyResult& result) {
  const std::string least = to_percent(result.score_least), greatest = to_percent(result.score_greatest);
  if (least == greatest) return least;
  return fmt::format("{} to {}", std::string_view(least).substr(0, least.find(' ')), greatest);
}

std::string verdict_reason(const TenancyResult& result) {
  if (result.forced) {
    std::string names;
    for (const CriterionResult& row : result.criteria) {
      if (!row.forces_dedicated) continue;
      names += (names.empty() ? "" : ", ") + row.name;
    }
    return "forced by " + (names.empty() ? std::string("every answer that is open") : names);
  }
  switch (result.verdict) {
    case Verdict::shared:
      return points_text(result.to_border) + " below the review band";
    case Verdict::dedicated:
      return points_text(result.to_border) + " above the review band";
    case Verdict::review:
      return points_text(result.to_border) + " inside the review band";
    case Verdict::open:
      break;
  }
  return result.ask_next.empty() ? "nothing decides it" : fmt::format("ask next: {}", name_of(result, result.ask_next));
}

std::string qualification_text(const QualificationReport& report) {
  std::string out;
  if (report.customers.size() > 1) out += table_text(overview_table(report));
  for (const QualifiedCustomer& one : report.customers) {
    if (!out.empty()) out += '\n';
    out += printable(head_of(one)) + '\n';
    for (const Table& table : tables_of(one))
      if (!table.rows.empty()) out += table_text(table);
    out += "Migration path\n" + wrapped(crossing_words(one.migration), 100, 2);
    for (const Table& table : migration_tables(one.migration)) out += table_text(table);
  }
  return out;
}

std::string qualification_markdown(const QualificationReport& report) {
  std::string out;
  if (report.customers.size() > 1) out += "## Customers\n\n" + table_markdown(overview_table(report));
  for (const QualifiedCustomer& one : report.customers) {
    if (!out.empty()) out += '\n';
    out += fmt::format("## {}\n", markdown_escaped(head_of(one)));
    for (const Table& table : tables_of(one))
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
    out += fmt::format("\n### Migration path\n\n{}\n", markdown_escaped(crossing_words(one.migration)));
    for (const Table& table : migration_tables(one.migration)) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string qualification_json(const QualificationReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
