-- SPDX-License-Identifier: GPL-3.0-or-later
-- The folders that a delivery was written to, when it was made or again: what is disposed
-- of in the register still lies there. The last time, when it was the same folder again.
CREATE TABLE delivery_copy (
	year INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	folder TEXT NOT NULL CHECK (folder <> ''),
	written_at TEXT NOT NULL,
	PRIMARY KEY (year, revision, folder),
	FOREIGN KEY (year, revision) REFERENCES delivery(year, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
