#pragma once
// The shipped programme as the page ships it, and a session over it whose clock the test moves.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/evaluate.hpp"
#include "core/report/run_report.hpp"
#include "tests/support/draw.hpp"
#include "web/app/session.hpp"

namespace dealwright::tests {

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every document of the shipped programme, or of the deals that break its rules too, by path.
inline document::Library<model::Programme> read_scenarios(bool with_violations) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("scenarios")) {
    const std::string path = entry.path().generic_string();
    const bool is_violation = path.find("/violations/") != std::string::npos;
    if (entry.path().extension() == ".json" && (with_violations || !is_violation)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  document::Library<model::Programme> out;
  document::Reader reader;
  Diagnostics found;
  for (const auto& path : paths) document::add_source(out, {path, bytes_of(path)}, reader, found);
  REQUIRE(found.empty());
  return out;
}

inline const std::string& shipped_bundle() {
  static const std::string bundle = document::write_bundle(read_scenarios(false));
  return bundle;
}

inline const std::string& bundle_with_violations() {
  static const std::string bundle = document::write_bundle(read_scenarios(true));
  return bundle;
}

inline Date test_day() {
  return *Date::from(2026, 6, 1);
}

// "" where the texts are the same, else where they begin to differ: a bundle is too long to print.
inline std::string difference(const std::string& a, const std::string& b) {
  if (a == b) return {};
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto at = static_cast<std::size_t>(left - a.begin());
  const std::size_t from = at < 200 ? 0 : at - 200;
  return "at byte " + std::to_string(at) + ":\n" + a.substr(from, at - from + 120) + "\n--- not ---\n" +
         b.substr(from, at - from + 120);
}

struct Work {
  double now = 100;
  web::Session session{[this] { return now; }};

  explicit Work(std::string_view bundle = shipped_bundle()) { session.start({}, bundle, test_day()); }

  // Evaluates all that is left.
  void settle() {
    while (session.work(1)) {
    }
  }
  // Stores what is due; returns it.
  std::vector<web::StorageRequest> store() {
    auto requests = session.take_storage_requests();
    for (const auto& request : requests) session.storage_done(request.key, "");
    return requests;
  }
};

// The evaluation as the runner renders it, from documents alone.
inline std::string fresh_json(const model::Programme& programme, bool documents_left_out = false) {
  EvaluateOptions options;
  options.today = test_day();
  options.references_told = true;
  options.documents_left_out = documents_left_out;
  return report::run_json(evaluate(programme, options));
}

// Changes something somewhere in a described value: a number, a word, a flag, an element more or fewer. Some of what it
// makes no document can state.
inline void change_something(const document::TypeInfo& type, void* value, Draw& draw) {
  using document::TypeKind;
  switch (type.kind) {
    case TypeKind::boolean:
      document::as<bool>(value) = !document::as<bool>(value);
      return;
    case TypeKind::integer:
      document::set_integer(type, value, draw.whole(0, 40));
      return;
    case TypeKind::decimal:
      document::as<Decimal>(value) = draw.chance(70) ? draw.decimal(1, 2) : draw.decimal(5000, draw.number(0, 4));
      return;
    case TypeKind::text:
      document::as<std::string>(value) =
          draw.one_of<const char*>({"", "orders", "emea-2026", "case-1", "Čaj & <b>", "Not An Id", "platform"});
      return;
    case TypeKind::date:
      document::as<Date>(value) = Date::from(2026, draw.number(1, 12), draw.number(1, 28)).value_or(Date());
      return;
    case TypeKind::currency:
      document::as<Currency>(value) = *Currency::from_code(draw.chance(50) ? "EUR" : "JPY");
      return;
    case TypeKind::choice:
      document::as<std::uint8_t>(value) =
          static_cast<std::uint8_t>(draw.whole(0, static_cast<std::int64_t>(type.choices.size()) - 1));
      return;
    case TypeKind::object: {
      const auto& field =
          type.fields[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(type.fields.size()) - 1))];
      change_something(*field.type, field.in(value), draw);
      return;
    }
    case TypeKind::list: {
      const std::size_t size = type.list.size(value);
      const int what = draw.number(1, 10);
      if (size == 0 || what == 1) {
        type.list.resize(value, size + 1);
        if (size > 0) assign(*type.element, list_item(type, value, size), list_item(type, std::as_const(value), 0));
      } else {
        const auto at = static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(size) - 1));
        if (what == 2) {
          erase_item(type, value, at);
        } else if (what == 3) {
          move_item(type, value, at, size - 1);
        } else {
          change_something(*type.element, list_item(type, value, at), draw);
        }
      }
      return;
    }
    case TypeKind::optional:
      if (draw.chance(20)) {
        type.optional.reset(value);
      } else {
        change_something(*type.element, type.optional.emplace(value), draw);
      }
      return;
    default:
      return;
  }
}

}  // namespace dealwright::tests
