#pragma once
// Which way to sell and to be paid suits partners, and why: text, Markdown, JSON.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/qualification/advice.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

struct AdvisedPartner {
  std::string name;
  qualification::PartnerAdvice advice;
};
BOOST_DESCRIBE_STRUCT(AdvisedPartner, (), (name, advice))

struct AdviceReport {
  std::string engine;
  std::vector<AdvisedPartner> partners;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(AdviceReport, (), (engine, partners))

// The partners of these ids, or all where none is stated; those that name no playbook of the programme are left out.
// Appends what is wrong in the advice parts of all playbooks, and in those partners, with "kind/id" as the file.
AdviceReport advice_report(const model::Programme& programme, const std::vector<std::string>& partners,
                           std::string engine, Diagnostics& diagnostics);

// What is said of one partner. "Northbeam: OEM, paid as Blended"
std::string advice_head(const AdvisedPartner& one);
// What stands beside the tables, a sentence or two each.
std::vector<std::string> advice_remarks(const qualification::PartnerAdvice& advice);
// The offer models as they suit, why the recommended one and the runner-up do, what blocks the next one; the same of
// revenue models; the capabilities that are not stated. Without rows where there is nothing to show.
std::vector<Table> advice_tables(const qualification::PartnerAdvice& advice);
// The playbook's name of a model; its word, for people, where the playbook gives it none.
std::string offer_name(const qualification::PartnerAdvice& advice, model::OfferModel model);
std::string revenue_name(const qualification::PartnerAdvice& advice, model::RevenueModel model);

// One partner with every reason; of several a table before them.
std::string advice_text(const AdviceReport& report);
std::string advice_markdown(const AdviceReport& report);
std::string advice_json(const AdviceReport& report);

}  // namespace dealwright::report
