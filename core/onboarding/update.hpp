#pragma once
// What another version of a template would change for a run.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/model/onboarding.hpp"

namespace dealwright::onboarding {

// What the run holds about an item that would go.
struct RemovedItem {
  std::string item;
  std::string name;
  std::optional<model::ItemState> recorded;  // nothing where there is no record
  int evidence = 0;
  int notes = 0;
};
BOOST_DESCRIBE_STRUCT(RemovedItem, (), (item, name, recorded, evidence, notes))

struct AddedItem {
  std::string item;
  std::string name;
  std::string stage;
  bool mandatory = false;
  // Recorded in the run already, which the item would take up.
  std::optional<model::ItemState> recorded;
};
BOOST_DESCRIBE_STRUCT(AddedItem, (), (item, name, stage, mandatory, recorded))

struct ChangedItem {
  std::string item;
  std::string name;
  std::vector<std::string> fields;  // that differ, but for the prerequisites, in the order of the item's description
  std::vector<std::string> prerequisites_added;
  std::vector<std::string> prerequisites_removed;
  std::optional<model::ItemState> recorded;
};
BOOST_DESCRIBE_STRUCT(ChangedItem, (), (item, name, fields, prerequisites_added, prerequisites_removed, recorded))

struct TemplateUpdate {
  std::string template_id;
  int from_version = 0;
  int to_version = 0;
  std::vector<AddedItem> added;      // in the order of the template updated to
  std::vector<RemovedItem> removed;  // in the order of the template updated from
  std::vector<ChangedItem> changed;  // in the order of the template updated to
};
BOOST_DESCRIBE_STRUCT(TemplateUpdate, (), (template_id, from_version, to_version, added, removed, changed))

// Compares two versions of a template by their items' ids. Nothing is changed in the run.
TemplateUpdate what_an_update_changes(const model::Template& from, const model::Template& to,
                                      const model::Onboarding& run);

}  // namespace dealwright::onboarding
