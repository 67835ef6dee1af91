-- SPDX-License-Identifier: GPL-3.0-or-later
-- Years whose figures are kept as they were: a later difference can be shown.

-- Freezing a year again makes the next revision, when something is not as it was.
CREATE TABLE frozen_year (
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	revision INTEGER NOT NULL CHECK (revision > 0),
	version TEXT NOT NULL,   -- of the program, its forms, rules and tables
	frozen_at TEXT NOT NULL, frozen_by TEXT NOT NULL,
	PRIMARY KEY (year, revision)
) STRICT, WITHOUT ROWID;

-- The cells of its tables: what was counted, and what it is divided by.
CREATE TABLE frozen_cell (
	id INTEGER PRIMARY KEY,
	year INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	cell_table TEXT NOT NULL,
	cell_row TEXT NOT NULL,
	cell_column TEXT NOT NULL,
	n INTEGER NOT NULL,
	d INTEGER,
	UNIQUE (year, revision, cell_table, cell_row, cell_column),
	FOREIGN KEY (year, revision) REFERENCES frozen_year(year, revision) ON DELETE CASCADE
) STRICT;
