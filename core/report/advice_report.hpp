#pragma once
// Which way to sell and to be paid suits partners, and why: text, Markdown, JSON.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/qualification/advice.hpp"

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

// One partner with every reason; of several a table before them.
std::string advice_text(const AdviceReport& report);
std::string advice_markdown(const AdviceReport& report);
std::string advice_json(const AdviceReport& report);

}  // namespace dealwright::report
