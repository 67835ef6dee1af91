-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions about any file of a delivery, and questions that are withdrawn.

-- `record` names a row of the file: the columns of its key with a slash between.
CREATE TABLE query_8 (
	id TEXT PRIMARY KEY CHECK (length(id) = 26 AND id NOT GLOB '*[^0-9A-Z]*'),   -- ULID
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),   -- the delivery it is about
	file TEXT NOT NULL CHECK (file <> ''),
	record TEXT NOT NULL CHECK (record <> ''),
	field TEXT CHECK (field <> ''),
	question TEXT NOT NULL CHECK (question <> ''),
	asked_at TEXT NOT NULL, asked_by TEXT NOT NULL,
	withdrawn_at TEXT,
	answer TEXT CHECK (answer <> ''),
	answered_at TEXT,
	CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO query_8
SELECT id, federation, year, file, record, field, question, asked_at, asked_by, NULL,
	answer, answered_at FROM query;
DROP TABLE query;
ALTER TABLE query_8 RENAME TO query;
CREATE INDEX query_federation ON query(federation);

-- As it came; where it belongs in the register stands in the remark.
CREATE TABLE mark_query_8 (
	remark TEXT PRIMARY KEY REFERENCES remark(id) ON DELETE CASCADE,
	query TEXT NOT NULL UNIQUE CHECK (length(query) = 26),   -- query.id over there
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	file TEXT NOT NULL CHECK (file <> ''),
	record TEXT NOT NULL CHECK (record <> ''),
	field TEXT CHECK (field <> ''),
	asked_at TEXT NOT NULL,
	withdrawn_at TEXT,
	answer TEXT CHECK (answer <> ''),
	answered_at TEXT, answered_by TEXT,
	CHECK ((answer IS NULL) = (answered_at IS NULL)
		AND (answer IS NULL) = (answered_by IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO mark_query_8
SELECT q.remark, q.query, q.year, q.file, r.record, q.field, q.asked_at, NULL, q.answer,
	q.answered_at, q.answered_by FROM mark_query q JOIN remark r ON r.id = q.remark;
DROP TABLE mark_query;
ALTER TABLE mark_query_8 RENAME TO mark_query;
