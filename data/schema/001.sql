-- SPDX-License-Identifier: GPL-3.0-or-later
-- samreg register, version 1.
--
-- Append-only: a change of the schema is a new file with the next number, run in one
-- transaction by store/migrate. The tables and the files we exchange are an interface;
-- the forms (forms/*.csv) are bound to these columns and checked against them at start.
--
-- Conventions
--   code_<list>   one table per code list, filled from data/codes/<list>.csv at every start
--   dates         TEXT, ISO 8601, real (date('2024-02-30') is not NULL, hence the IS test)
--   yes/no        INTEGER 1/0, NULL = not stated
--   money         INTEGER, whole Swedish kronor
--   NULL          not stated; never the same as 0
--   id            <federation>-<ULID>: stable, and unique when registers are merged
--   registered_*  when and by whom the row was keyed; changed_* the latest change. The
--                 date on which something happened is always a column of its own.

------------------------------------------------------------------ code lists
CREATE TABLE code_yes_no (code INTEGER PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT;
CREATE TABLE code_sex (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_party (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_funding (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_admin_cost (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_person_data (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_kind (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Both kinds' orientations in one list; `kind` says for which kind a code may be used
-- (`both` for the code other).
CREATE TABLE code_orientation (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_registration (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_target_group (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_education (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_support_duration (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_support (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_extent (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_work_kind (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_phase (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_closure_reason (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_referrer (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_next_step (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code_role (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ reference data
CREATE TABLE county (
	code TEXT PRIMARY KEY CHECK (length(code) = 2),
	name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE municipality (
	code TEXT PRIMARY KEY CHECK (length(code) = 4),
	name TEXT NOT NULL,
	county TEXT NOT NULL REFERENCES county(code)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ the federation
CREATE TABLE federation (
	id TEXT PRIMARY KEY CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'),
	name TEXT NOT NULL CHECK (name <> ''),
	organisation_number TEXT CHECK (length(organisation_number) = 10
		AND organisation_number NOT GLOB '*[^0-9]*'),
	address TEXT,
	contact TEXT,
	start TEXT CHECK (start IS date(start, '+0 days')),
	end TEXT CHECK (end IS date(end, '+0 days') AND (end IS NULL OR start IS NULL OR end >= start)),
	successor TEXT REFERENCES federation(id),
	-- lag (2003:1210); by default a federation keeps no names and no identity numbers
	person_data TEXT NOT NULL DEFAULT 'none' REFERENCES code_person_data(code),
	controller TEXT,
	legal_basis TEXT,
	decision_date TEXT CHECK (decision_date IS date(decision_date, '+0 days')),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	CHECK (person_data <> 'identified' OR (controller IS NOT NULL
		AND legal_basis IS NOT NULL AND decision_date IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- What this file is: one row. `federation` is NULL in a national register.
CREATE TABLE register (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	level TEXT NOT NULL CHECK (level = 'federation' OR level = 'national'),
	federation TEXT REFERENCES federation(id),
	demo INTEGER NOT NULL DEFAULT 0 CHECK (demo = 0 OR demo = 1),
	created_at TEXT NOT NULL,
	CHECK ((level = 'federation') = (federation IS NOT NULL))
) STRICT;

CREATE TABLE membership (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	municipality TEXT NOT NULL REFERENCES municipality(code),
	start TEXT CHECK (start IS date(start, '+0 days')),   -- NULL: before the register began
	end TEXT CHECK (end IS date(end, '+0 days') AND (end IS NULL OR start IS NULL OR end >= start)),
	district TEXT,
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_federation ON membership(federation, municipality);

CREATE TABLE party (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	kind TEXT NOT NULL REFERENCES code_party(code),
	name TEXT NOT NULL CHECK (name <> ''),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (federation, kind, name)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ money, per calendar year
CREATE TABLE funding (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	party TEXT NOT NULL REFERENCES party(id),
	kind TEXT NOT NULL REFERENCES code_funding(code),
	amount INTEGER NOT NULL CHECK (amount >= 0),
	text TEXT,
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX funding_year ON funding(federation, year);

CREATE TABLE admin_cost (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	kind TEXT NOT NULL REFERENCES code_admin_cost(code),
	budget INTEGER CHECK (budget >= 0),
	actual INTEGER CHECK (actual >= 0),   -- NULL until known
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (federation, year, kind)
) STRICT, WITHOUT ROWID;

-- previous closing_equity + result = closing_equity is a rule (forms/rules.csv)
CREATE TABLE federation_year (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	result INTEGER,
	closing_equity INTEGER,
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (federation, year)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ interventions
CREATE TABLE intervention (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	name TEXT NOT NULL CHECK (name <> ''),
	description TEXT,
	kind TEXT NOT NULL REFERENCES code_kind(code),
	orientation TEXT NOT NULL REFERENCES code_orientation(code),
	-- A structural intervention is always counted, never detailed.
	registration TEXT NOT NULL REFERENCES code_registration(code)
		CHECK (kind <> 'structural' OR registration = 'volume'),
	start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
	end TEXT CHECK (end IS date(end, '+0 days') AND (end IS NULL OR end >= start)),
	esf INTEGER NOT NULL REFERENCES code_yes_no(code),
	part_of TEXT REFERENCES intervention(id) CHECK (part_of IS NOT id),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (federation, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE intervention_orientation (
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	orientation TEXT NOT NULL REFERENCES code_orientation(code),
	PRIMARY KEY (intervention, orientation)
) STRICT, WITHOUT ROWID;

CREATE TABLE intervention_target_group (
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	target_group TEXT NOT NULL REFERENCES code_target_group(code),
	PRIMARY KEY (intervention, target_group)
) STRICT, WITHOUT ROWID;

CREATE TABLE intervention_party (
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	party TEXT NOT NULL REFERENCES party(id),
	PRIMARY KEY (intervention, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE intervention_municipality (
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	municipality TEXT NOT NULL REFERENCES municipality(code),
	PRIMARY KEY (intervention, municipality)
) STRICT, WITHOUT ROWID;

CREATE TABLE intervention_year (
	id TEXT PRIMARY KEY,
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	planned INTEGER CHECK (planned >= 0),
	budget INTEGER CHECK (budget >= 0),
	actual INTEGER CHECK (actual >= 0),
	esf_budget INTEGER CHECK (esf_budget >= 0),
	esf_actual INTEGER CHECK (esf_actual >= 0),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (intervention, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE volume (
	id TEXT PRIMARY KEY,
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	women INTEGER CHECK (women >= 0),
	men INTEGER CHECK (men >= 0),
	unspecified INTEGER CHECK (unspecified >= 0),
	occasions INTEGER CHECK (occasions >= 0),
	not_stated INTEGER NOT NULL DEFAULT 0 REFERENCES code_yes_no(code),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (intervention, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE anonymous_count (
	id TEXT PRIMARY KEY,
	intervention TEXT NOT NULL REFERENCES intervention(id) ON DELETE CASCADE,
	year INTEGER NOT NULL CHECK (year BETWEEN 2004 AND 2100),
	sex TEXT NOT NULL REFERENCES code_sex(code),
	count INTEGER NOT NULL CHECK (count > 0),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (intervention, year, sex)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ participants
-- `number` is the running number within the federation, shown as D-0042.
CREATE TABLE person (
	id TEXT PRIMARY KEY,
	federation TEXT NOT NULL REFERENCES federation(id) ON DELETE CASCADE,
	number INTEGER NOT NULL CHECK (number > 0),
	sex TEXT NOT NULL REFERENCES code_sex(code),
	birth_year INTEGER NOT NULL CHECK (birth_year BETWEEN 1900 AND 2100),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (federation, number)
) STRICT, WITHOUT ROWID;

-- Identified mode only: number and name, sealed. `lookup` is a keyed hash for finding a
-- number again without opening the seal; an earlier number is a row with current = 0.
CREATE TABLE person_identity (
	person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
	lookup BLOB NOT NULL,
	sealed BLOB NOT NULL,
	current INTEGER NOT NULL CHECK (current = 0 OR current = 1),
	PRIMARY KEY (person, lookup)
) STRICT, WITHOUT ROWID;

CREATE TABLE participation (
	id TEXT PRIMARY KEY,
	intervention TEXT NOT NULL REFERENCES intervention(id),
	person TEXT NOT NULL REFERENCES person(id),
	start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
	end TEXT CHECK (end IS date(end, '+0 days') AND (end IS NULL OR end >= start)),
	municipality TEXT REFERENCES municipality(code),
	education TEXT NOT NULL REFERENCES code_education(code),
	support_duration TEXT NOT NULL REFERENCES code_support_duration(code),
	referrer TEXT REFERENCES code_referrer(code),
	closure_reason TEXT REFERENCES code_closure_reason(code)
		CHECK ((end IS NULL) = (closure_reason IS NULL)),
	next_step TEXT REFERENCES code_next_step(code),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX participation_intervention ON participation(intervention, start);
CREATE INDEX participation_person ON participation(person);

CREATE TABLE participation_target_group (
	participation TEXT NOT NULL REFERENCES participation(id) ON DELETE CASCADE,
	target_group TEXT NOT NULL REFERENCES code_target_group(code),
	PRIMARY KEY (participation, target_group)
) STRICT, WITHOUT ROWID;

-- One consent for each participation.
CREATE TABLE consent (
	participation TEXT PRIMARY KEY REFERENCES participation(id) ON DELETE CASCADE,
	given_on TEXT NOT NULL CHECK (given_on IS date(given_on, '+0 days')),
	form_reference TEXT,
	covers_health_data INTEGER NOT NULL REFERENCES code_yes_no(code),
	withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on, '+0 days')
		AND (withdrawn_on IS NULL OR withdrawn_on >= given_on))
) STRICT, WITHOUT ROWID;

-- Sources of support at each phase: before, after, followup_6, followup_12.
CREATE TABLE support (
	participation TEXT NOT NULL REFERENCES participation(id) ON DELETE CASCADE,
	phase TEXT NOT NULL REFERENCES code_phase(code),
	source TEXT NOT NULL REFERENCES code_support(code),
	extent TEXT REFERENCES code_extent(code),
	PRIMARY KEY (participation, phase, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE occupation (
	participation TEXT NOT NULL REFERENCES participation(id) ON DELETE CASCADE,
	phase TEXT NOT NULL REFERENCES code_phase(code),
	works INTEGER NOT NULL REFERENCES code_yes_no(code),
	work_kind TEXT REFERENCES code_work_kind(code),
	work_extent INTEGER CHECK (work_extent BETWEEN 1 AND 100),
	studies INTEGER NOT NULL REFERENCES code_yes_no(code),
	study_extent INTEGER CHECK (study_extent BETWEEN 1 AND 100),
	seeks_work INTEGER REFERENCES code_yes_no(code),
	PRIMARY KEY (participation, phase),
	CHECK (works = 1 OR (work_kind IS NULL AND work_extent IS NULL)),
	CHECK (studies = 1 OR study_extent IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE followup (
	id TEXT PRIMARY KEY,
	participation TEXT NOT NULL REFERENCES participation(id) ON DELETE CASCADE,
	months INTEGER NOT NULL CHECK (months = 6 OR months = 12),
	planned TEXT CHECK (planned IS date(planned, '+0 days')),
	done TEXT CHECK (done IS date(done, '+0 days')),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (participation, months)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------ drafts and the journal
-- A record that is being keyed. Nothing here counts in any table. `record` is the row
-- that is being changed, NULL for a new one. `state`: open while a screen has it, kept
-- when the user saved it incomplete. `session` is that screen's <host>:<process>; a draft
-- that is open in a session which lives no more was cut off and is offered again.
CREATE TABLE draft (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	form TEXT NOT NULL,
	record TEXT,
	title TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'kept'),
	session TEXT NOT NULL,
	opened_at TEXT NOT NULL,
	opened_by TEXT NOT NULL,
	changed_at TEXT NOT NULL
) STRICT;

-- Every change of a field, in order. A draft's values are its journal played again from
-- the stored record (or from the empty form). `step` groups what one key press did, so
-- that undo takes it back as one.
CREATE TABLE journal (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	draft INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
	step INTEGER NOT NULL,
	field TEXT NOT NULL,
	row INTEGER NOT NULL DEFAULT 0 CHECK (row >= 0),
	old TEXT NOT NULL,
	new TEXT NOT NULL
) STRICT;
CREATE INDEX journal_draft ON journal(draft, id);

------------------------------------------------------------------ who, what, when
CREATE TABLE user (
	name TEXT PRIMARY KEY CHECK (name <> ''),
	role TEXT NOT NULL REFERENCES code_role(code),
	full_name TEXT,
	disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled = 0 OR disabled = 1),
	created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which record was changed, which fields, never the values themselves (least data).
CREATE TABLE audit (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	at TEXT NOT NULL,
	user TEXT NOT NULL,
	action TEXT NOT NULL,
	form TEXT,
	record TEXT,
	fields TEXT
) STRICT;
CREATE INDEX audit_record ON audit(record);

-- Warnings overruled with a reason, notes and follow-up marks on a field.
CREATE TABLE remark (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind = 'overruled' OR kind = 'note' OR kind = 'mark'),
	form TEXT NOT NULL,
	record TEXT NOT NULL,
	field TEXT,
	rule TEXT CHECK (kind <> 'overruled' OR rule IS NOT NULL),
	text TEXT NOT NULL,
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX remark_record ON remark(record);

CREATE TABLE setting (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
