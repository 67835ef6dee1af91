-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a national register has received: of each federation and year one delivery, the
-- latest revision.
CREATE TABLE package (
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	revision INTEGER NOT NULL CHECK (revision > 0),
	level TEXT NOT NULL CHECK (level = 'detailed' OR level = 'aggregate'),
	hash TEXT NOT NULL CHECK (length(hash) = 64),   -- SHA-256 of its datapackage.json
	warnings INTEGER NOT NULL CHECK (warnings >= 0),
	created_at TEXT NOT NULL,
	received_at TEXT NOT NULL, received_by TEXT NOT NULL,
	PRIMARY KEY (federation, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE package_file (
	federation TEXT NOT NULL,
	year INTEGER NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	rows INTEGER NOT NULL CHECK (rows >= 0),
	bytes INTEGER NOT NULL CHECK (bytes >= 0),
	hash TEXT NOT NULL CHECK (length(hash) = 64),
	PRIMARY KEY (federation, year, position),
	FOREIGN KEY (federation, year) REFERENCES package(federation, year) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which rows a delivery told of: an intervention or a participation of several years is
-- one row here and in the deliveries of all of them. The latest year tells the most and is
-- the one that holds; a row goes when no delivery tells of it any more.
CREATE TABLE package_row (
	kind TEXT NOT NULL,   -- the table: intervention, participation, person, membership
	id TEXT NOT NULL,
	-- Before federation: the check of a file goes wrong where a key's columns have
	-- others between them (SQLite 3.40).
	year INTEGER NOT NULL,
	federation TEXT NOT NULL,
	PRIMARY KEY (kind, id, year),
	FOREIGN KEY (federation, year) REFERENCES package(federation, year) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX package_row_package ON package_row(federation, year);

-- The tables' cells as delivered, and what of them the rows in this register do not give:
-- all of what is counted by participations when only numbers were delivered. Tables are
-- what the rows give and the rest.
CREATE TABLE package_cell (
	federation TEXT NOT NULL,
	year INTEGER NOT NULL,
	report TEXT NOT NULL,
	row TEXT NOT NULL,
	col TEXT NOT NULL,
	n INTEGER NOT NULL,
	d INTEGER,
	rest_n INTEGER NOT NULL,
	rest_d INTEGER NOT NULL,
	PRIMARY KEY (federation, year, report, row, col),
	FOREIGN KEY (federation, year) REFERENCES package(federation, year) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX package_cell_rest ON package_cell(year) WHERE rest_n <> 0 OR rest_d <> 0;
