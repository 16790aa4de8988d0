#pragma once
// Who is accountable for each duty and who decides what, where that is not settled, and where the provider holds what
// is the partner's.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

enum class Holding : std::uint8_t {
  held,  // by one party
  gap,   // by nobody
  twice  // two entries name it, be it the same party
};
BOOST_DESCRIBE_ENUM(Holding, held, gap, twice)

struct DutyResult {
  std::string duty;
  std::string name;
  model::Layer layer = model::Layer::commercial;
  model::Owned protects = model::Owned::nothing;
  model::Party usual = model::Party::partner;
  Holding holding = Holding::gap;
  std::vector<model::Party> accountable;  // as stated: none of a gap, more than one where it is assigned twice
  bool channel_conflict = false;          // it protects what is the partner's, and the provider holds it
  bool differs = false;                   // somebody else than usual holds it
  std::string note;                       // of the first entry
};
BOOST_DESCRIBE_STRUCT(DutyResult, (),
                      (duty, name, layer, protects, usual, holding, accountable, channel_conflict, differs, note))

struct DecisionResult {
  std::string decision;
  std::string name;
  model::Party usual = model::Party::partner;
  Holding holding = Holding::gap;
  bool by_default = false;            // nobody is named: the usual party decides
  std::vector<model::Party> decides;  // as stated, or the usual party
  bool differs = false;               // somebody else than usual decides
  std::string note;                   // of the first entry, else the playbook's
};
BOOST_DESCRIBE_STRUCT(DecisionResult, (), (decision, name, usual, holding, by_default, decides, differs, note))

// Brand, price or relationship in other hands than the partner's.
struct ChannelConflict {
  model::Owned of = model::Owned::nothing;
  model::Party holder = model::Party::provider;
  std::string duty;   // the duty through which it is held; "": the partner's ownership says so
  std::string words;  // "The provider holds the duty \"Invoicing\", which protects the partner's relationship."
};
BOOST_DESCRIBE_STRUCT(ChannelConflict, (), (of, holder, duty, words))

struct DutyCounts {
  int duties = 0;
  int gaps = 0;
  int twice = 0;
  int differ = 0;
  int channel_conflicts = 0;     // of duties and of ownership
  int decisions_by_default = 0;  // decision rights that nobody is named for
  int decisions_twice = 0;
};
BOOST_DESCRIBE_STRUCT(DutyCounts, (),
                      (duties, gaps, twice, differ, channel_conflicts, decisions_by_default, decisions_twice))

struct DutiesResult {
  std::string partner;
  std::string playbook;
  std::vector<DutyResult> duties;          // in the playbook's order
  std::vector<DecisionResult> decisions;   // in the playbook's order
  std::vector<ChannelConflict> conflicts;  // of ownership (brand, price, relationship), then of duties
  DutyCounts counts;
};
BOOST_DESCRIBE_STRUCT(DutiesResult, (), (partner, playbook, duties, decisions, conflicts, counts))

// The partner's split of duties against the playbook's. Each entry after the first for a duty or a decision is appended
// to `diagnostics` as a warning, with a pointer inside the partner's document. Entries for duties that the playbook
// does not have are left out: who reads the documents tells of them.
DutiesResult duties_of(const model::Playbook& playbook, const model::Partner& partner, Diagnostics& diagnostics);

}  // namespace dealwright::governance
