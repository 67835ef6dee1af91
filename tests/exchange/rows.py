# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads deliveries with Python's csv module: every file has the very rows that read.js
found (FOLDER.rows.json), its size and hash, and is CSV as promised.

python3 rows.py FOLDER...
"""

import csv
import hashlib
import json
import re
import sys
from pathlib import Path

passed = failed = 0


def tell(what, faults):
    global passed, failed
    if faults:
        failed += 1
        print(f"not ok - {what}")
        for fault in faults[:20]:
            print(f"# {fault}")
    else:
        passed += 1
        print(f"ok - {what}")


def form_faults(data):
    """UTF-8 without a mark, CR LF after each row and nowhere else a CR."""
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        faults.append("begins with a byte order mark")
    if not data.endswith(b"\r\n"):
        faults.append("does not end with CR LF")
    outside = re.sub(rb'"(?:[^"]|"")*"', b"", data)
    if re.search(rb"\r(?!\n)|(?<!\r)\n", outside):
        faults.append("a line end that is not CR LF")
    return faults


def file_faults(path, resource, read):
    data = path.read_bytes()
    faults = form_faults(data)
    if len(data) != resource["bytes"]:
        faults.append(f"{len(data)} bytes, not {resource['bytes']}")
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        faults.append("another hash")
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    if rows[0] != [field["name"] for field in resource["schema"]["fields"]]:
        faults.append("another head")
    if rows[0] != read["head"] or rows[1:] != read["rows"]:
        faults.append("other rows than the other reader found")
    if len(rows) - 1 != resource["x-rows"]:
        faults.append(f"{len(rows) - 1} rows, not {resource['x-rows']}")
    return faults


def check_folder(folder):
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    read = {r["file"]: r for r in json.loads(Path(f"{folder}.rows.json").read_text())}
    names = {"datapackage.json"} | {r["path"] for r in descriptor["resources"]}
    if "x-identities" in descriptor:
        names.add(descriptor["x-identities"]["path"])
    tell(f"{folder.name}: the files are those of the descriptor",
         sorted(names ^ {p.name for p in folder.iterdir()}))
    for resource in descriptor["resources"]:
        name = resource["path"]
        tell(f"{folder.name}: Python reads {name}",
             file_faults(folder / name, resource, read[name]))


for argument in sys.argv[1:]:
    check_folder(Path(argument))
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
