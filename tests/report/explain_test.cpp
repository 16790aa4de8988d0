#include "core/report/explain.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "core/document/collection.hpp"
#include "core/document/locate.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "core/guardrails/metrics.hpp"
#include "tests/support/generate.hpp"

namespace {

using namespace dealwright;
namespace fs = std::filesystem;

// A decimal of any length as digits over a power of ten; slow and obvious.
struct Digits {
  Int128 mantissa = 0;
  int scale = 0;
};

Digits digits_of(const std::string& text) {
  Digits out;
  bool after_point = false, negative = false;
  for (const char c : text) {
    if (c == '-') {
      negative = true;
    } else if (c == '.') {
      after_point = true;
    } else {
      if (c < '0' || c > '9') FAIL("not a number: ", text);
      out.mantissa = out.mantissa * 10 + (c - '0');
      out.scale += after_point ? 1 : 0;
    }
  }
  if (negative) out.mantissa = -out.mantissa;
  return out;
}

Digits scaled(Digits value, int scale) {
  while (value.scale < scale) {
    value.mantissa *= 10;
    ++value.scale;
  }
  return value;
}

Digits plus(const Digits& a, const Digits& b, int sign) {
  const int scale = std::max(a.scale, b.scale);
  return {scaled(a, scale).mantissa + sign * scaled(b, scale).mantissa, scale};
}

bool same(const Digits& a, const Digits& b) {
  const int scale = std::max(a.scale, b.scale);
  return scaled(a, scale).mantissa == scaled(b, scale).mantissa;
}

// Texts of the documents a deal refers to, in canonical form.
struct Texts {
  std::string deal, customer, partner, price_book;

  const std::string& of(const std::string& kind) const {
    return kind == "deal" ? deal : kind == "customer" ? customer : kind == "partner" ? partner : price_book;
  }
};

struct Counts {
  long sums = 0, products = 0, differences = 0, stated = 0;
};

// What a sum's node of rounding holds must follow from the other children: at most half a minor unit for rounding
// alone, and for a partial month what the days that are not in it come to.
void check_rest(const report::Derivation& node) {
  for (const auto& rest : node.children) {
    const bool partial = rest.label == "Part of the month, and rounding";
    if (!partial && rest.label != "Rounding") continue;
    Digits prorated;
    for (const auto& child : node.children) {
      if (&child != &rest && child.label != "Third-party share") prorated = plus(prorated, digits_of(child.number), 1);
    }
    int days = 1, of_days = 1;
    if (partial) {
      const std::string& formula = rest.formula;
      const std::size_t at = formula.find(" of ");
      REQUIRE(at != std::string::npos);
      const std::size_t space = formula.rfind(' ', at - 1);
      days = std::stoi(formula.substr(space == std::string::npos ? 0 : space + 1));
      of_days = std::stoi(formula.substr(at + 4));
    }
    // |rest x of_days + prorated x (of_days - days)| <= half a minor unit x of_days
    Digits error = digits_of(rest.number);
    error.mantissa *= of_days;
    error = plus(error, {prorated.mantissa * (of_days - days), prorated.scale}, 1);
    if (error.mantissa < 0) error.mantissa = -error.mantissa;
    const std::size_t point = node.number.find('.');
    const int places = point == std::string::npos ? 0 : static_cast<int>(node.number.size() - point - 1);
    const Digits half = plus({5 * of_days, places + 1}, error, -1);
    if (half.mantissa < 0) FAIL_CHECK(report::derivation_text(node));
  }
}

void check_node(const report::Derivation& node, const Texts& texts, Counts& counts) {
  const auto fail = [&] { FAIL_CHECK(report::derivation_text(node)); };
  if (node.label.empty() || node.value.empty()) fail();
  const auto holds = [&](const Digits& expected) { return same(digits_of(node.number), expected); };
  switch (node.step) {
    case report::Step::sum: {
      Digits sum;
      for (const auto& child : node.children) sum = plus(sum, digits_of(child.number), 1);
      if (!holds(sum)) fail();
      ++counts.sums;
      break;
    }
    case report::Step::difference: {
      Digits rest = digits_of(node.children.at(0).number);
      for (std::size_t at = 1; at < node.children.size(); ++at)
        rest = plus(rest, digits_of(node.children[at].number), -1);
      if (!holds(rest)) fail();
      ++counts.differences;
      break;
    }
    case report::Step::product: {
      Digits product{1, 0};
      for (const auto& child : node.children) {
        const Digits factor = digits_of(child.number);
        product = {product.mantissa * factor.mantissa, product.scale + factor.scale};
      }
      if (!holds(product)) fail();
      ++counts.products;
      break;
    }
    case report::Step::quotient:
      if (node.children.size() != 2) fail();
      break;
    case report::Step::value:
      if (!node.children.empty()) fail();
      break;
    case report::Step::rule:
      break;
  }
  if (!node.kind.empty() && node.step == report::Step::value && !node.number.empty() && node.formula.empty()) {
    // The number stands where the leaf says, or the document leaves it to its default.
    const std::string& text = texts.of(node.kind);
    const std::size_t at = document::offset_of(text, node.pointer);
    if (at != std::string::npos) {
      const bool quoted = text[at] == '"';
      const std::size_t begin = at + (quoted ? 1 : 0);
      const std::string stated = text.substr(begin, text.find_first_not_of("-0123456789.eE", begin) - begin);
      if (!same(digits_of(stated), digits_of(node.number))) fail();
      ++counts.stated;
    }
  }
  check_rest(node);
  for (const auto& child : node.children) check_node(child, texts, counts);
}

void check_deal(const model::Programme& programme, const model::Deal& deal, Counts& counts) {
  CAPTURE(deal.id);
  const auto of_id = [](const auto& list, const std::string& id) {
    for (const auto& one : list) {
      if (one.id == id) return &one;
    }
    return static_cast<decltype(&list.front())>(nullptr);
  };
  const auto* partner = of_id(programme.partners, deal.partner);
  const auto* customer = of_id(programme.customers, deal.customer);
  const auto* source = of_id(programme.price_books, deal.price_book);
  REQUIRE(partner != nullptr);
  REQUIRE(customer != nullptr);
  REQUIRE(source != nullptr);
  const pricing::Book book(*source);
  const pricing::Context context{deal, *partner, *customer, book};
  pricing::Pricer pricer;
  pricing::PricedDeal priced;
  Diagnostics diagnostics;
  if (!pricer.price(context, priced, diagnostics)) return;
  guardrails::Background background;
  background.playbook = of_id(programme.playbooks, customer->playbook);
  const Texts texts{document::write_canonical(deal), document::write_canonical(*customer),
                    document::write_canonical(*partner), document::write_canonical(*source)};
  for (const auto& explainable : report::explainables()) {
    const std::string id(explainable.id);
    CAPTURE(id);
    const auto trees = report::explain(context, priced, {id, "", std::nullopt}, background);
    REQUIRE(trees);
    CHECK(!trees->empty());
    for (const auto& tree : *trees) check_node(tree, texts, counts);
  }
  // The first of a deal's trees shows the deal's own figure.
  const auto root = [&](const char* metric) {
    return report::explain(context, priced, {metric, "", std::nullopt}).value().front().number;
  };
  CHECK(root("tcv") == to_string(priced.totals.tcv));
  CHECK(root("cost_total") == to_string(priced.totals.cost_total));
  CHECK(root("mrr_exit") == to_string(priced.totals.mrr_exit));
  CHECK(root("peak_cost") == to_string(priced.totals.peak_cost));
}

model::Programme shipped() {
  document::Library<model::Programme> library;
  document::Reader reader;
  Diagnostics diagnostics;
  std::set<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator("scenarios")) {
    if (entry.path().extension() == ".json") paths.insert(entry.path().string());
  }
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    document::add_source(library, {path, text.str()}, reader, diagnostics);
  }
  return std::move(library.documents);
}

TEST_CASE("derivations add up for every shipped deal and every metric") {
  const model::Programme programme = shipped();
  REQUIRE(programme.deals.size() >= 50);
  Counts counts;
  for (const model::Deal& deal : programme.deals) check_deal(programme, deal, counts);
  CHECK(counts.sums > 1000);
  CHECK(counts.products > 1000);
  CHECK(counts.differences > 100);
  CHECK(counts.stated > 1000);
}

TEST_CASE("derivations add up for generated deals with everything that pricing knows") {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const model::Programme programme = tests::generate_programme(tests::Kind::adversarial, seed);
    for (std::uint64_t index = 0; index < 15; ++index) {
      check_deal(programme, tests::generate_deal(tests::Kind::adversarial, programme, seed, index), counts);
    }
  }
  CHECK(counts.sums > 1000);
}

TEST_CASE("every metric of guardrails can be explained") {
  std::set<std::string_view> known;
  for (const auto& one : report::explainables()) {
    CHECK(known.insert(one.id).second);
    CHECK(!one.help.empty());
  }
  for (const auto& metric : guardrails::metrics()) CHECK_MESSAGE(known.count(metric.id) == 1, std::string(metric.id));
}

TEST_CASE("questions that cannot be answered") {
  const model::Programme programme = shipped();
  const model::Deal& deal = programme.deals.front();
  const auto of_id = [](const auto& list, const std::string& id) -> const auto& {
    for (const auto& one : list) {
      if (one.id == id) return one;
    }
    return list.front();
  };
  const pricing::Book book(of_id(programme.price_books, deal.price_book));
  const pricing::Context context{deal, of_id(programme.partners, deal.partner),
                                 of_id(programme.customers, deal.customer), book};
  pricing::Pricer pricer;
  pricing::PricedDeal priced;
  Diagnostics diagnostics;
  REQUIRE(pricer.price(context, priced, diagnostics));
  const auto asked = [&](const report::ExplainQuestion& question) {
    return report::explain(context, priced, question);
  };
  CHECK(asked({"gros_margin", "", {}}).diagnostics().front().nearest == "gross_margin");
  CHECK(asked({"net", "no-such-component", {}}).diagnostics().front().code == "explain.line");
  CHECK(asked({"net", "", 0}).diagnostics().front().code == "explain.period");
  CHECK(asked({"net", "", 1000}).diagnostics().front().code == "explain.period");
  CHECK(asked({"tcv", "", 1}).diagnostics().front().code == "explain.period");
}

}  // namespace
