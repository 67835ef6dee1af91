# SPDX-License-Identifier: GPL-3.0-or-later
"""Every cell of files that a spreadsheet opened against what was to stand there.

    cells.py FOLDER OPENED

FOLDER has NAME.plain, comma and decimal point; OPENED has NAME.fods as the spreadsheet
read it from CSV or, NAME-book.fods, from a workbook.
"""
import csv
import glob
import os
import re
import sys
import xml.etree.ElementTree as tree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBER = re.compile(r"-?\d+(\.\d+)?$")
DATE = re.compile(r"\d{4}-\d\d-\d\d$")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
FILLING = 10000  # repeated more than this, a row or cell only fills the sheet


def cell_of(element):
    """Its type and value; a formula is a type of its own."""
    kind = element.get(OFFICE + "value-type")
    if element.get(TABLE + "formula"):
        return "formula", element.get(TABLE + "formula")
    if kind in ("float", "percentage"):
        return kind, float(element.get(OFFICE + "value"))
    if kind == "date":
        return kind, element.get(OFFICE + "date-value")
    text = "\n".join("".join(p.itertext()) for p in element.findall(TEXT + "p"))
    return kind, text


def opened_rows(path):
    for row in tree.parse(path).iter(TABLE + "table-row"):
        cells = []
        for element in row:
            if element.tag != TABLE + "table-cell":
                continue
            times = int(element.get(TABLE + "number-columns-repeated", 1))
            cells += [cell_of(element)] * (times if times < FILLING else 1)
        times = int(row.get(TABLE + "number-rows-repeated", 1))
        yield from [cells] * (times if times < FILLING else 1)


def guarded(text):
    return "'" + text if text.lstrip("'")[:1] in tuple("=+-@\t\r") else text


def is_right(cell, plain, in_book, kinds):
    """Whether the cell is what `plain` says; `kinds` counts what was seen."""
    kind, value = cell
    kinds[kind] = kinds.get(kind, 0) + 1
    if plain == "":
        return kind is None or value == ""
    if kind == "float":
        return bool(NUMBER.match(plain)) and value == float(plain)
    if kind == "percentage":  # a label, 50 %, which is read again as it is saved
        return re.sub(r"\s*%$", "", plain) == f"{100 * value:g}"
    if kind == "date":
        return bool(DATE.match(plain) or MOMENT.match(plain)) and value[:10] == plain[:10]
    if kind != "string" or DATE.match(plain):
        return False
    if NUMBER.match(plain):
        return in_book and value == plain
    return value.replace("\u00a0", " ") == (plain if in_book else guarded(plain)).replace(
        "\u00a0", " ")


def compare(plain_path, path):
    """How many cells were compared; the wrong ones are printed."""
    in_book = path.endswith("-book.fods")
    with open(plain_path, encoding="utf-8", newline="") as file:
        plain = list(csv.reader(file))
    kinds, wrong, count = {}, 0, 0
    opened = list(opened_rows(path))[:len(plain)]
    if len(opened) < len(plain):
        print(f"{path}: {len(opened)} rows of {len(plain)}")
        return 0, 1
    for number, (cells, row) in enumerate(zip(opened, plain), 1):
        cells = cells + [(None, "")] * (len(row) - len(cells))
        for cell, text in zip(cells, row):
            count += 1
            if not is_right(cell, text, in_book, kinds):
                wrong += 1
                print(f"{path}: row {number}: {cell} is not {text!r}")
    print(f"{os.path.basename(path)}: {count} cells {kinds}")
    return count, wrong


def main(folder, opened):
    files = sorted(glob.glob(os.path.join(opened, "*.fods")))
    total = wrong = 0
    for path in files:
        name = os.path.basename(path)[:-len(".fods")].replace("-book", "")
        count, bad = compare(os.path.join(folder, name + ".plain"), path)
        total, wrong = total + count, wrong + bad
    if len(files) != 10 or total < 20000 or wrong:
        sys.exit(f"{len(files)} files, {total} cells, {wrong} wrong")


main(*sys.argv[1:])
