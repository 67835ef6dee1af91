# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the federation of a demo keep personal identity numbers, and prints a list of them:
Skatteverket's test numbers, for those born in the years of which there are such.

python3 identify.py REGISTER
"""

import datetime
import sqlite3
import sys


def check_digit(digits):
    total = 0
    for i, digit in enumerate(digits):
        product = int(digit) * (1 if i % 2 else 2)
        total += product // 10 + product % 10
    return str(-total % 10)


def number(sex, year, nth):
    day = datetime.date(year, 1, 1) + datetime.timedelta(days=nth)
    nine = day.strftime("%y%m%d") + ("238" if sex == "woman" else "239")
    return f"{year}{nine[2:]}{check_digit(nine)}"


register = sqlite3.connect(sys.argv[1], isolation_level=None)
register.execute(
    "UPDATE federation SET person_data = 'identified', legal_basis = 'Lag', "
    "decision_date = '2024-01-01', controller = "
    "(SELECT name FROM party WHERE kind = 'municipality' ORDER BY name)"
)
print("person,identity_number")
taken = {}
for person, sex, year in register.execute(
    "SELECT number, sex, birth_year FROM person ORDER BY number"
).fetchall():
    taken[sex, year] = nth = taken.get((sex, year), -1) + 1
    if 1976 <= year <= 2012 and year != 1990 and nth < 365:
        print(f"{person},{number(sex, year, nth)}")
register.close()
