#include "core/roi/sampler.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/function_ref.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/normal.hpp"
#include "core/roi/pert.hpp"

namespace dealwright::roi {

namespace {

struct Node {
  double value = 0;
  double slope = 0;
};

// The cubic from `left` to `right`, `width` apart, that has their values and slopes.
void fill_cell(double* cell, Node left, Node right, double width) {
  const double chord = (right.value - left.value) / width;
  cell[0] = left.value;
  cell[1] = left.slope;
  cell[2] = (3 * chord - 2 * left.slope - right.slope) / width;
  cell[3] = (left.slope + right.slope - 2 * chord) / (width * width);
}

// `node` gives value and slope over the distance to the end, which it is asked for from the middle to the end.
void fill_side(double* cells, FunctionRef<Node(double distance)> node) {
  double end = half_of_words;
  Node right = node(end);
  double octave_start = half_of_words / 2;
  for (std::size_t octave = octaves; octave-- > 0; octave_start /= 2) {
    for (std::size_t part = cells_per_octave; part-- > 0;) {
      const double start = octave_start * (1 + static_cast<double>(part) / static_cast<double>(cells_per_octave));
      const Node left = node(start);
      fill_cell(cells + 4 * (octave * cells_per_octave + part), left, right, end - start);
      end = start;
      right = left;
    }
  }
}

constexpr double part_of_words = 0x1p-32;

// The table of a function of the standard normal distribution: `of` gives its value and its slope over the normal.
std::vector<double> normal_table(FunctionRef<Node(double normal)> of) {
  std::vector<double> cells(table_size);
  for (const double side : {-1.0, 1.0}) {
    fill_side(cells.data() + (side < 0 ? 0 : table_size / 2), [&](double distance) {
      const double normal = normal_quantile(distance * part_of_words);
      const Node node = of(-side * normal);
      return Node{node.value, -side * node.slope / normal_density(normal) * part_of_words};
    });
  }
  return cells;
}

}  // namespace

std::vector<double> normal_quantile_table() {
  return normal_table([](double normal) { return Node{normal, 1}; });
}

std::vector<double> bell_table() {
  constexpr double words = 0x1p32;
  constexpr double width = 1 / static_cast<double>(bell_cells_per_unit);
  std::vector<double> cells(bell_table_size);
  Node left{words / 2, -words * normal_density(0) * width};
  for (std::size_t cell = 0; cell < bell_cells; ++cell) {
    const double x = static_cast<double>(cell + 1) * width;
    const Node right{words * normal_distribution(-x), -words * normal_density(x) * width};
    fill_cell(cells.data() + 4 * cell, left, right, 1);
    left = right;
  }
  return cells;
}

Sampler::Sampler(const Distribution& distribution) {
  prepare(distribution);
  if (form_ == Form::fixed || form_ == Form::steps) {
    for (const double value : values_) greatest_ = std::max(greatest_, std::fabs(value));
    return;
  }
  const double least_probability = 0x1p-33;
  greatest_ = std::max(std::fabs(quantile_of(distribution, least_probability)),
                       std::fabs(quantile_of(distribution, 1 - least_probability)));
}

void Sampler::prepare(const Distribution& d) {
  const double width = d.high - d.low;
  switch (d.kind) {
    case DistributionKind::fixed:
      values_ = {d.likely};
      return;
    case DistributionKind::discrete:
      prepare_steps(d);
      return;
    case DistributionKind::normal:
    case DistributionKind::lognormal:
      prepare_normal(d);
      return;
    case DistributionKind::uniform:
    case DistributionKind::triangular:
    case DistributionKind::pert:
      break;
  }
  if (!(width > 0)) {
    values_ = {d.low};
  } else if (d.kind == DistributionKind::uniform) {
    form_ = Form::linear;
    centre_ = (d.low + d.high) / 2;
    scale_ = width * part_of_words;
  } else if (d.kind == DistributionKind::triangular) {
    form_ = Form::root;
    root_ = {(d.likely - d.low) / width, width * (d.likely - d.low), width * (d.high - d.likely), d.low, d.high};
  } else {
    prepare_pert(d);
  }
}

void Sampler::prepare_steps(const Distribution& distribution) {
  double before = -half_of_words;
  for (const CumulatedValue& one : cumulated_values(distribution)) {
    values_.push_back(one.value);
    thresholds_.push_back((one.probability - 0.5) * 0x1p32);
    middles_.push_back((before + thresholds_.back()) / 2);
    before = thresholds_.back();
  }
  thresholds_.pop_back();  // nothing is above the last
  form_ = values_.size() == 1 ? Form::fixed : Form::steps;
}

void Sampler::prepare_pert(const Distribution& d) {
  form_ = Form::table;
  const double width = d.high - d.low;
  values_.resize(table_size);
  PertQuantile standard((d.likely - d.low) / width);
  fill_side(values_.data(), [&](double distance) {
    const PertQuantile::Point point = standard.at(distance * part_of_words);
    return Node{d.low + width * point.value, width * point.slope * part_of_words};
  });
  fill_side(values_.data() + table_size / 2, [&](double distance) {
    const PertQuantile::Point point = standard.at_complement(distance * part_of_words);
    return Node{d.high - width * point.value, -width * point.slope * part_of_words};
  });
}

void Sampler::prepare_normal(const Distribution& d) {
  form_ = Form::table;
  const NormalNumbers n = normal_numbers(d);
  const bool is_log = d.kind == DistributionKind::lognormal;
  values_ = normal_table([&](double normal) {
    const double value = n.mean + n.deviation * normal;
    if (!is_log) return Node{value, n.deviation};
    const double power = exponential(value);
    return Node{power, power * n.deviation};
  });
}

void Sampler::run(const StripKernels& kernels, double* out, const double* centred) const {
  switch (form_) {
    case Form::fixed:
      std::fill(out, out + trials_per_strip, values_.front());
      break;
    case Form::linear:
      kernels.linear(out, centred, centre_, scale_);
      break;
    case Form::root:
      kernels.root(out, centred, root_);
      break;
    case Form::steps:
      kernels.steps(out, centred, values_, thresholds_);
      break;
    case Form::table:
      kernels.table(out, centred, values_.data());
      break;
  }
}

void Sampler::draw(const StripKernels& kernels, double* out, double* scratch, std::uint64_t seed, std::uint64_t strip,
                   std::uint32_t variable) const {
  if (form_ == Form::root) {
    kernels.draw_root(out, seed, strip, variable, root_);
  } else {
    kernels.draw(scratch, seed, strip, variable);
    run(kernels, out, scratch);
  }
}

void Sampler::rank(const StripKernels& kernels, double* out, const double* centred) const {
  if (form_ == Form::steps) {
    kernels.steps(out, centred, middles_, thresholds_);
  } else {
    std::copy_n(centred, trials_per_strip, out);
  }
}

}  // namespace dealwright::roi
