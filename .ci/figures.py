# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a workbook's sheets, written as CSV, against those of samreg report.

    figures.py REPORTS CELLS SHEETS

REPORTS is data/reports.csv, CELLS what --format csv printed, SHEETS the folder with a
file for each sheet, book-NUMBER TITLE.csv with tabs between the cells.
"""
import csv
import glob
import re
import sys

COMPARED_AT_LEAST = 500
HEAD = 3  # the row of a sheet that names its columns, from 0
OTHER_YEARS = re.compile(r"(20\d\d|Riket).*: ")


def rows_of(path, separator):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def plain(shown):
    """1,234 and 12.0 and 34 % as 1234 and 12 and 34; a list's words stay words."""
    return re.sub(r"\.0$", "", re.sub(r"[, %]", "", shown))


def sheet_figures(rows, is_list):
    """Below the heads, without last year's and the published ones. A list begins with a
    figure, other tables with the names of their rows."""
    first = 0 if is_list else 1
    last = first
    while (last < len(rows[HEAD]) and rows[HEAD][last]
           and not OTHER_YEARS.match(rows[HEAD][last])):
        last += 1
    for row in rows[HEAD + 1:]:
        if not row or not row[0]:
            return
        yield from (plain(cell) for cell in row[first:last] if cell != "–")


def main(reports, cells, sheets):
    lists = {}
    head, *declared = rows_of(reports, ",")
    for row in declared:
        lists.setdefault(row[0], row[head.index("measure")] == "list")
    told = rows_of(cells, ",")
    compared = 0
    for number, table in enumerate(lists, 1):
        found = glob.glob(f"{sheets}/book-{number} *.csv")
        if len(found) != 1:
            sys.exit(f"workbook: {table}: no sheet of its own")
        want = [plain(row[3]) for row in told if row[0] == table]
        have = list(sheet_figures(rows_of(found[0], "\t"), lists[table]))
        if want != have:
            sys.exit(f"workbook: {table}: {found[0]}: {have}, not {want}")
        compared += len(want)
    if compared < COMPARED_AT_LEAST:
        sys.exit(f"workbook: only {compared} figures compared")
    print(f"{compared} figures compared")


main(*sys.argv[1:])
