# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts texts that are hard on readers of CSV into a register of the demo.

python3 awkward.py REGISTER
"""

import sqlite3
import sys

NAMES = [
    'Spår "ett", Å, 100 %',
    "=1+1",
    "'; DROP TABLE x; --",
    "\U0001f600",
    "slut med komma,",
    '"',
]
# What no form asks for may be of several lines.
REASONS = [
    'rad ett\r\n"rad", två\n\n',
    "e\u0301, \u202ebaklänges\tslut",
]

register = sqlite3.connect(sys.argv[1], isolation_level=None)


def put(table, column, texts, which="1"):
    rows = register.execute(f"SELECT id FROM {table} WHERE {which} ORDER BY id").fetchall()
    for (key,), text in zip(rows, texts, strict=False):
        register.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (text, key))


put("intervention", "name", NAMES)
put("party", "name", NAMES)
put("remark", "text", REASONS, "kind = 'overruled'")
register.close()
