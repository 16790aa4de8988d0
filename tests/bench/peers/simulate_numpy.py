#!/usr/bin/env python3
"""The reference work of tests/bench/simulation_bench.cpp in numpy: 36 months, 8 drivers, 17 uncertain inputs.

Three forms of the same model: `literal` walks the months as the words do; `matrix` has one matrix product (over whatever
BLAS numpy has) for the flows of all months; `blocks` is the fastest that we know, the same in blocks that stay in the
cache, with a faster generator than numpy's own. Prints JSON with the least and the median seconds of processor time.
Usage: simulate_numpy.py [TRIALS [REPETITIONS]]
"""

import json
import os
import statistics
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy  # noqa: E402, after the number of threads is set

MONTHS = 36
SCALES = [90, 75, 60, 110, 40, 95, 55, 70]
STARTS = [1, 1, 2, 2, 3, 3, 4, 4]
RAMPS = [6, 6, 6, 9, 9, 12, 12, 6]
CONFIDENCE = 0.85
FEE = 1450.0
MONTHLY_RATE = 1.1 ** (1 / 12) - 1


def part(driver, month):
    """What part of a driver's benefit flows in a month: adoption times growth times confidence."""
    if month < STARTS[driver]:
        return 0.0
    adoption = min(1.0, (month - STARTS[driver] + 1) / RAMPS[driver])
    growth = 1.0 if month <= 12 else 1.03 if month <= 24 else 1.03 * 1.03
    return adoption * growth * CONFIDENCE


def triangular(draw, low, likely, high, trials):
    return draw.triangular(low, likely, high, trials)


def pert(draw, low, likely, high, trials):
    peak = (likely - low) / (high - low)
    return low + (high - low) * draw.beta(1 + 4 * peak, 5 - 4 * peak, trials)


def amounts(draw, sample, trials, out):
    """The monthly amount of each driver and the cost at the beginning, a column each."""
    for driver, scale in enumerate(SCALES):
        out[:, driver] = scale * sample(draw, 8 + driver, 12 + driver, 20 + driver, trials) * sample(draw, 0.3, 0.5, 0.8, trials)
    out[:, 8] = sample(draw, 20000, 28000, 45000, trials)


def results(npv, payback, trials):
    quantiles = numpy.percentile(npv, [10, 50, 90])
    return [float(x) for x in quantiles] + [float((npv > 0).mean()), float((payback <= 24).mean())]


def literal(draw, sample, trials):
    """Month by month, as one would write it down."""
    drivers = [scale * sample(draw, 8 + driver, 12 + driver, 20 + driver, trials) * sample(draw, 0.3, 0.5, 0.8, trials)
               for driver, scale in enumerate(SCALES)]
    cost = sample(draw, 20000, 28000, 45000, trials)
    npv = -cost
    cumulated = -cost
    payback = numpy.full(trials, MONTHS + 1)
    for month in range(1, MONTHS + 1):
        flow = numpy.full(trials, -FEE)
        for driver, amount in enumerate(drivers):
            flow += amount * part(driver, month)
        npv += flow / (1 + MONTHLY_RATE) ** month
        cumulated += flow
        payback = numpy.where((payback > MONTHS) & (cumulated >= 0), month, payback)
    return results(npv, payback, trials)


def weights():
    """Of a column each: the present value, and the flows of every month."""
    parts = numpy.array([[part(driver, month) for month in range(1, MONTHS + 1)] for driver in range(8)] + [[0.0] * MONTHS])
    discount = (1 + MONTHLY_RATE) ** -numpy.arange(1, MONTHS + 1)
    present = parts @ discount
    present[8] = -1
    return parts, present, -FEE * discount.sum()


def matrix(draw, sample, trials):
    """All trials at once: a product of matrices, then what adds up along the months."""
    parts, present, fees = weights()
    columns = numpy.empty((trials, 9))
    amounts(draw, sample, trials, columns)
    npv = columns @ present + fees
    cumulated = numpy.cumsum(columns @ parts - FEE, axis=1) - columns[:, 8:9]
    paid = cumulated >= 0
    return results(npv, numpy.where(paid.any(axis=1), paid.argmax(axis=1) + 1, MONTHS + 1), trials)


def blocks(draw, sample, trials):
    """The same with what adds up folded into the matrix, and in blocks."""
    parts, present, fees = weights()
    cumulated_parts = numpy.cumsum(parts, axis=1)
    cumulated_parts[8] = -1
    cumulated_fees = FEE * numpy.arange(1, MONTHS + 1)
    npv = numpy.empty(trials)
    payback = numpy.empty(trials, dtype=numpy.int64)
    block = 8192
    columns = numpy.empty((block, 9), order="F")
    cumulated = numpy.empty((block, MONTHS))
    for first in range(0, trials, block):
        count = min(block, trials - first)
        amounts(draw, sample, count, columns[:count])
        npv[first:first + count] = columns[:count] @ present + fees
        numpy.matmul(columns[:count], cumulated_parts, out=cumulated[:count])
        paid = cumulated[:count] >= cumulated_fees
        payback[first:first + count] = numpy.where(paid.any(axis=1), paid.argmax(axis=1) + 1, MONTHS + 1)
    return results(npv, payback, trials)


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rows = {}
    for shape in (triangular, pert):
        for form, generator in ((literal, numpy.random.PCG64), (matrix, numpy.random.PCG64), (blocks, numpy.random.SFC64)):
            seconds = []
            for repetition in range(repetitions):
                draw = numpy.random.Generator(generator(repetition))
                start = time.process_time()
                found = form(draw, shape, trials)
                seconds.append(time.process_time() - start)
            rows[f"{form.__name__}_{shape.__name__}"] = {
                "least": min(seconds), "median": statistics.median(seconds), "results": found}
    print(json.dumps({"numpy": numpy.__version__, "trials": trials, "forms": rows}, indent=1))


if __name__ == "__main__":
    main()
