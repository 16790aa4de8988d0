#!/usr/bin/env python3
"""The reference work of tests/bench/simulation_bench.cpp as a LibreOffice sheet: 36 months, 8 drivers, 17 uncertain inputs.

One trial a row: a cell for each draw (triangular, by its inverse; RAND() is drawn anew whenever the sheet is
calculated), for each driver's amount, for the balance of each month, for the net present value and for the month of
payback; beside them the percentiles and probabilities. Timed is one calculation of the whole sheet inside the office,
its start and the filling left out. Prints JSON with the least and the median seconds, the results, and the seconds that
1,000,000 trials would take at that rate. Usage: simulate_libreoffice.py [TRIALS [REPETITIONS]]
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

from simulate_numpy import CONFIDENCE, FEE, MONTHLY_RATE, MONTHS, SCALES, part

PIPE = "dealwright-bench"


def office(profile):
    """A LibreOffice of its own, and its desktop."""
    process = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
                                f"--accept=pipe,name={PIPE};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # it is not there yet
            time.sleep(0.2)
    process.kill()
    sys.exit("simulate_libreoffice.py: the office does not answer")


def name_of(column):
    """A, B, ..., Z, AA: the column of that place from 0."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


def row_formulas():
    """The formulas of one trial, in row 1, with the names of the columns of the results."""
    ranges = []
    for driver in range(8):
        ranges += [(8 + driver, 12 + driver, 20 + driver), (0.3, 0.5, 0.8)]
    ranges.append((20000, 28000, 45000))
    formulas = []
    for _ in ranges:
        formulas.append("=RAND()")
    for place, (low, likely, high) in enumerate(ranges):
        number = f"{name_of(place)}1"
        rise, fall = (high - low) * (likely - low), (high - low) * (high - likely)
        formulas.append(f"=IF({number}<{(likely - low) / (high - low)!r};{low!r}+SQRT({number}*{rise!r});"
                        f"{high!r}-SQRT((1-{number})*{fall!r}))")
    first = len(ranges)
    amounts = []
    for driver, scale in enumerate(SCALES):
        amounts.append(name_of(len(formulas)))
        formulas.append(f"={scale}*{name_of(first + 2 * driver)}1*{name_of(first + 2 * driver + 1)}1")
    cost = f"{name_of(first + 16)}1"
    balance = []
    for month in range(1, MONTHS + 1):
        flow = "+".join(f"{amounts[driver]}1*{part(driver, month)!r}" for driver in range(8) if part(driver, month) > 0)
        before = f"{balance[-1]}1" if balance else f"-{cost}"
        balance.append(name_of(len(formulas)))
        formulas.append(f"={before}-{FEE!r}+{flow}")
    npv = name_of(len(formulas))
    worth = "+".join(f"{amounts[driver]}1*{sum(part(driver, month) * (1 + MONTHLY_RATE) ** -month for month in range(1, MONTHS + 1))!r}"
                     for driver in range(8))
    fees = FEE * sum((1 + MONTHLY_RATE) ** -month for month in range(1, MONTHS + 1))
    formulas.append(f"={worth}-{fees!r}-{cost}")
    payback = name_of(len(formulas))
    formulas.append(f"=IFERROR(MATCH(1;INDEX(({balance[0]}1:{balance[-1]}1>=0)*1;0);0);{MONTHS + 1})")
    return formulas, npv, payback


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as profile:
        process, desktop = office(profile)
        try:
            hidden = PropertyValue("Hidden", 0, True, 0)
            document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
            document.enableAutomaticCalculation(False)
            sheet = document.Sheets.getByIndex(0)
            formulas, npv, payback = row_formulas()
            sheet.getCellRangeByPosition(0, 0, len(formulas) - 1, 0).setFormulaArray((tuple(formulas),))
            rows = sheet.getCellRangeByPosition(0, 0, len(formulas) - 1, trials - 1)
            rows.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)
            results = document.Sheets
            results.insertNewByName("results", 1)
            summary = results.getByName("results")
            values, months = (f"$Sheet1.{name}1:{name}{trials}" for name in (npv, payback))
            asked = tuple(f"=PERCENTILE({values};{share})" for share in (0.1, 0.5, 0.9)) + (
                f'=COUNTIF({values};">0")/{trials}', f'=COUNTIF({months};"<=24")/{trials}')
            cells = summary.getCellRangeByPosition(0, 0, len(asked) - 1, 0)
            cells.setFormulaArray((asked,))
            document.calculateAll()
            seconds = []
            for _ in range(repetitions):
                start = time.monotonic()
                document.calculateAll()
                seconds.append(time.monotonic() - start)
            print(json.dumps({"trials": trials, "least": min(seconds), "median": statistics.median(seconds),
                              "million": min(seconds) * 1e6 / trials, "results": cells.getDataArray()[0]}, indent=1))
            document.close(True)
        finally:
            try:
                desktop.terminate()
                process.wait(10)
            except Exception:  # it is gone, or will not go
                process.kill()


if __name__ == "__main__":
    main()
