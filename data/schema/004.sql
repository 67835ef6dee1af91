-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sent to the national follow-up, so that it can be shown and written again.

-- A person's participations in an intervention are looked up at every save and check.
DROP INDEX participation_person;
CREATE INDEX participation_person ON participation(person, intervention);

-- A year's delivery. The latest revision locks its year until it is unlocked, with a
-- reason; the next delivery of the year is then the next revision.
CREATE TABLE delivery (
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	revision INTEGER NOT NULL CHECK (revision > 0),
	level TEXT NOT NULL CHECK (level = 'detailed' OR level = 'aggregate'),
	-- what was in it, and what was left out since it was not complete
	participations INTEGER NOT NULL CHECK (participations >= 0),
	warnings INTEGER NOT NULL CHECK (warnings >= 0),
	drafts INTEGER NOT NULL CHECK (drafts >= 0),
	created_at TEXT NOT NULL, created_by TEXT NOT NULL,
	received_at TEXT,   -- by the national follow-up, as its receipt says
	unlocked_at TEXT, unlocked_by TEXT, unlock_reason TEXT CHECK (unlock_reason <> ''),
	PRIMARY KEY (year, revision),
	CHECK ((unlocked_at IS NULL) = (unlock_reason IS NULL)
		AND (unlocked_at IS NULL) = (unlocked_by IS NULL))
) STRICT, WITHOUT ROWID;

-- Its files, byte for byte. `content` is NULL when what it told of persons is disposed of;
-- size and hash remain.
CREATE TABLE delivery_file (
	id INTEGER PRIMARY KEY,
	year INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	name TEXT NOT NULL CHECK (name <> '' AND name NOT GLOB '*[^a-z_.]*'),
	rows INTEGER NOT NULL CHECK (rows >= 0),
	bytes INTEGER NOT NULL CHECK (bytes >= 0),
	hash TEXT NOT NULL CHECK (length(hash) = 64),   -- SHA-256, hexadecimal
	content TEXT,
	UNIQUE (year, revision, name),
	FOREIGN KEY (year, revision) REFERENCES delivery(year, revision) ON DELETE CASCADE
) STRICT;
