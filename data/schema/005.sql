-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days with a benefit, linked to participations from the data of others. They go along in
-- no delivery.
CREATE TABLE code_benefit (code TEXT PRIMARY KEY, position INTEGER NOT NULL, sv TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Of a participation and benefit: the days with it in the year before the start and in the
-- year after the end, which is NULL as long as there is no end or the days are not known.
CREATE TABLE benefit_days (
	id TEXT PRIMARY KEY,
	participation TEXT NOT NULL REFERENCES participation(id) ON DELETE CASCADE,
	benefit TEXT NOT NULL REFERENCES code_benefit(code),
	days_before INTEGER NOT NULL CHECK (days_before BETWEEN 0 AND 366),
	days_after INTEGER CHECK (days_after BETWEEN 0 AND 366),
	registered_at TEXT NOT NULL, registered_by TEXT NOT NULL,
	changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
	UNIQUE (participation, benefit)
) STRICT, WITHOUT ROWID;
