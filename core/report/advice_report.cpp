#include "core/report/advice_report.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using qualification::MissingCapability;
using qualification::PartnerAdvice;
using qualification::Suitability;

// The playbook's name of a model; its word where the playbook gives it none.
template <class List, class Model>
std::string name_of(const List& rows, Model model) {
  for (const auto& row : rows)
    if (row.model == model && !row.name.empty()) return row.name;
  return titled(word(model));
}

template <class List, class Model>
std::string name_of(const List& rows, const std::optional<Model>& model, std::string_view otherwise) {
  return model ? name_of(rows, *model) : std::string(otherwise);
}

template <class List, class Model>
const Suitability* suits_of(const List& rows, const std::optional<Model>& model) {
  for (const auto& row : rows)
    if (model && row.model == *model) return &row.suits;
  return nullptr;
}

std::string level_text(const std::optional<Decimal>& level) {
  return level ? percent(*level) : "not stated";
}

std::string missing_text(const MissingCapability& missing) {
  return fmt::format("{} {}, must be {}", missing.name, level_text(missing.level), percent(missing.demands));
}

std::string all_missing(const std::vector<MissingCapability>& missing) {
  std::string out;
  for (const MissingCapability& one : missing) out += (out.empty() ? "" : "; ") + missing_text(one);
  return out;
}

std::string next_text(const PartnerAdvice& advice) {
  if (!advice.next) return "";
  return advice.next->name.empty() ? titled(word(advice.next->model)) : advice.next->name;
}

Table overview_table(const AdviceReport& report) {
  Table table{"Partners",
              {{"Partner", false, "partner"},
               {"Offer model", false, "offer_model"},
               {"Suits", true, "suits"},
               {"Runner-up", false, "runner_up"},
               {"Revenue model", false, "revenue_model"},
               {"Next", false, "next"},
               {"Blocked by", false, "blocked_by"}}};
  for (const AdvisedPartner& one : report.partners) {
    const PartnerAdvice& advice = one.advice;
    const Suitability* const suits = suits_of(advice.offers, advice.recommended);
    std::string blocked;
    if (advice.next)
      for (const MissingCapability& missing : advice.next->missing)
        blocked += (blocked.empty() ? "" : ", ") + missing.name;
    table.add_row()
        .text(one.name)
        .text(name_of(advice.offers, advice.recommended, "none"))
        .add(suits == nullptr ? empty_cell() : percent_cell(suits->score))
        .text(name_of(advice.offers, advice.runner_up, ""))
        .text(name_of(advice.revenues, advice.recommended_revenue, "none"))
        .text(next_text(advice))
        .text(blocked);
  }
  return table;
}

template <class List, class Model>
Table ranking_table(std::string title, const List& rows, const std::optional<Model>& best,
                    const std::optional<Model>& second) {
  Table table{
      std::move(title),
      {{"Model", false, "model"}, {"Suits", true, "suits"}, {"", false, "rank"}, {"Blocked by", false, "blocked_by"}}};
  for (const auto& row : rows) {
    const char* const rank = best == row.model ? "recommended" : second == row.model ? "runner-up" : "";
    table.add_row()
        .text(name_of(rows, row.model))
        .percent(row.suits.score)
        .text(rank)
        .text(all_missing(row.suits.missing));
  }
  return table;
}

Table reasons_table(const std::string& model, const Suitability& suits) {
  Table table{"Why " + model,
              {{"Reason", false, "reason"},
               {"Capability", false, "capability"},
               {"Level", true, "level"},
               {"Weight", true, "weight"},
               {"Adds", true, "adds"}}};
  for (const auto& reason : suits.reasons) {
    const std::string capability = reason.less_is_better ? reason.name + " (the less the better)" : reason.name;
    table.add_row()
        .text(reason.words)
        .text(capability)
        .text(level_text(reason.level))
        .quantity(reason.weight)
        .add(reason.level ? percent_cell(reason.contribution) : empty_cell());
  }
  return table;
}

Table next_table(const PartnerAdvice& advice) {
  Table table{"What blocks " + next_text(advice),
              {{"Capability", false, "capability"},
               {"Level", true, "level"},
               {"Demanded", true, "demanded"},
               {"Lacks", true, "lacks"}}};
  if (!advice.next) return table;
  for (const MissingCapability& missing : advice.next->missing)
    table.add_row()
        .text(missing.name)
        .text(level_text(missing.level))
        .text(percent(missing.demands))
        .text(missing.lacks ? percent(*missing.lacks) : "not known");
  return table;
}

Table open_table(const PartnerAdvice& advice) {
  Table table{"Not stated", {{"Capability", false, "capability"}, {"Question", false, "question"}}};
  for (const auto& open : advice.open) table.add_row().text(open.name).text(open.question);
  return table;
}

template <class List, class Model>
void add_reasons(const List& rows, const std::optional<Model>& model, std::vector<Table>& tables) {
  if (const Suitability* const suits = suits_of(rows, model))
    tables.push_back(reasons_table(name_of(rows, *model), *suits));
}

}  // namespace

std::string offer_name(const PartnerAdvice& advice, model::OfferModel model) {
  return name_of(advice.offers, model);
}

std::string revenue_name(const PartnerAdvice& advice, model::RevenueModel model) {
  return name_of(advice.revenues, model);
}

std::vector<Table> advice_tables(const PartnerAdvice& advice) {
  std::vector<Table> tables;
  tables.push_back(ranking_table("Offer models", advice.offers, advice.recommended, advice.runner_up));
  add_reasons(advice.offers, advice.recommended, tables);
  add_reasons(advice.offers, advice.runner_up, tables);
  tables.push_back(next_table(advice));
  tables.push_back(
      ranking_table("Revenue models", advice.revenues, advice.recommended_revenue, advice.runner_up_revenue));
  add_reasons(advice.revenues, advice.recommended_revenue, tables);
  add_reasons(advice.revenues, advice.runner_up_revenue, tables);
  tables.push_back(open_table(advice));
  return tables;
}

std::string advice_head(const AdvisedPartner& one) {
  const PartnerAdvice& advice = one.advice;
  std::string head =
      fmt::format("{}: {}", one.name, name_of(advice.offers, advice.recommended, "no offer model to advise"));
  if (advice.baseline) head += ", for want of what the others demand";
  if (advice.recommended_revenue) head += ", paid as " + name_of(advice.revenues, advice.recommended_revenue, "");
  return head;
}

// What stands beside the tables, a line each.
std::vector<std::string> advice_remarks(const PartnerAdvice& advice) {
  std::vector<std::string> lines;
  lines.push_back(fmt::format("It says that it sells {}: {}.", name_of(advice.offers, advice.stated),
                              advice.stated_agrees ? "as recommended" : "not what is recommended"));
  if (advice.natural) {
    const auto& natural = *advice.natural;
    lines.push_back(fmt::format("Natural for its type, {}: {}{}", natural.type, natural.offer,
                                natural.offer.ends_with('.') ? "" : "."));
    lines.push_back(
        fmt::format("Its offer model, {}, {}; its revenue model, {}, {}.", name_of(advice.offers, natural.offer_model),
                    natural.offer_agrees ? "agrees" : "differs", name_of(advice.revenues, natural.revenue_model),
                    natural.revenue_agrees ? "agrees" : "differs"));
  }
  if (advice.next)
    lines.push_back(advice.next->missing.empty()
                        ? fmt::format("The next model up, {}, may be sold today.", next_text(advice))
                        : fmt::format("The next model up is {}.", next_text(advice)));
  return lines;
}

AdviceReport advice_report(const model::Programme& programme, const std::vector<std::string>& partners,
                           std::string engine, Diagnostics& diagnostics) {
  AdviceReport report;
  report.engine = std::move(engine);
  const auto append = [&](Diagnostics found, const std::string& file) {
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = file;
      diagnostics.push_back(std::move(diagnostic));
    }
  };
  for (const model::Playbook& playbook : programme.playbooks)
    append(qualification::check_advice(playbook), "playbook/" + playbook.id);
  for (const model::Partner& partner : programme.partners) {
    const bool is_asked = std::find(partners.begin(), partners.end(), partner.id) != partners.end();
    if (!partners.empty() && !is_asked) continue;
    for (const model::Playbook& playbook : programme.playbooks) {
      if (playbook.id != partner.playbook) continue;
      Diagnostics found;
      report.partners.push_back({partner.name, qualification::advise(playbook, partner, found)});
      append(std::move(found), "partner/" + partner.id);
      break;
    }
  }
  return report;
}

std::string advice_text(const AdviceReport& report) {
  std::string out;
  if (report.partners.size() > 1) out += table_text(overview_table(report));
  for (const AdvisedPartner& one : report.partners) {
    if (!out.empty()) out += '\n';
    out += printable(advice_head(one)) + '\n';
    for (const std::string& line : advice_remarks(one.advice)) out += wrapped(line, 100, 2);
    for (const Table& table : advice_tables(one.advice))
      if (!table.rows.empty()) out += table_text(table);
  }
  return out;
}

std::string advice_markdown(const AdviceReport& report) {
  std::string out;
  if (report.partners.size() > 1) out += "## Partners\n\n" + table_markdown(overview_table(report));
  for (const AdvisedPartner& one : report.partners) {
    if (!out.empty()) out += '\n';
    out += fmt::format("## {}\n\n", markdown_escaped(advice_head(one)));
    for (const std::string& line : advice_remarks(one.advice)) out += "- " + markdown_escaped(line) + '\n';
    for (const Table& table : advice_tables(one.advice))
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string advice_json(const AdviceReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
