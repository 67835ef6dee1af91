-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions from the national follow-up about what a federation delivered, and answers.

-- In a national register: what was asked. A record is known by its id in the file, and a
-- field is a column of it; NULL asks about the whole record. The answer came in a delivery
-- made at answered_at.
CREATE TABLE query (
	id TEXT PRIMARY KEY CHECK (length(id) = 26 AND id NOT GLOB '*[^0-9A-Z]*'),   -- ULID
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),   -- the delivery it is about
	file TEXT NOT NULL CHECK (file = 'interventions' OR file = 'participations'),
	record TEXT NOT NULL CHECK (record <> ''),
	field TEXT CHECK (field <> ''),
	question TEXT NOT NULL CHECK (question <> ''),
	asked_at TEXT NOT NULL, asked_by TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'answered'),
	answer TEXT CHECK (answer <> ''),
	answered_at TEXT,
	CHECK ((state = 'answered') = (answer IS NOT NULL)
		AND (answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX query_federation ON query(federation);

-- In a federation's own: a follow-up mark (remark.kind) that is such a question, as it
-- came, and what was answered. The question is the mark's text.
CREATE TABLE mark_query (
	remark TEXT PRIMARY KEY REFERENCES remark(id) ON DELETE CASCADE,
	query TEXT NOT NULL UNIQUE CHECK (length(query) = 26),   -- query.id over there
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	file TEXT NOT NULL CHECK (file = 'interventions' OR file = 'participations'),
	field TEXT CHECK (field <> ''),
	asked_at TEXT NOT NULL,
	answer TEXT CHECK (answer <> ''),
	answered_at TEXT, answered_by TEXT,
	CHECK ((answer IS NULL) = (answered_at IS NULL)
		AND (answer IS NULL) = (answered_by IS NULL))
) STRICT, WITHOUT ROWID;
