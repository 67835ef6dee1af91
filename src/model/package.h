/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a delivery: which there are, what stands in their columns, and how their
 * rows hang together. From this comes the delivery's descriptor, and by it a delivery is
 * read. For people it is told in samreg-delivery(5).
 */
#ifndef SAMREG_MODEL_PACKAGE_H
#define SAMREG_MODEL_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

/* How much a delivery tells. */
enum package_level {
	PACKAGE_DETAILED,       /* a row for each participation */
	PACKAGE_AGGREGATE,      /* numbers only */
	PACKAGE_LEVELS
};

enum package_type {
	PACKAGE_TEXT,
	PACKAGE_ID,             /* <federation>-<ULID> */
	PACKAGE_INTEGER,
	PACKAGE_YEAR,
	PACKAGE_DATE,
	PACKAGE_TIME,           /* YYYY-MM-DDTHH:MM:SS, local */
	PACKAGE_YES_NO,         /* 1 or 0 */
	PACKAGE_CODE,           /* of the column's list */
	PACKAGE_CODES,          /* several, in the list's order, a blank between */
};

struct package_column {
	const char *name;
	enum package_type type;
	const char *codes;              /* the code list; NULL for other types */
	bool required;                  /* never empty */
	bool has_least, has_most;       /* a number's bounds, inclusive */
	long least, most;
	const char *pattern;            /* a regular expression for the whole; or NULL */
};

/* Values of a column that are the key of a row in a file. */
struct package_reference {
	const char *column, *file;      /* NULL: there is no reference */
};

struct package_file {
	const char *name;               /* "support"; with .csv the file's name */
	const char *title;              /* a msgid; the delivery itself is in Swedish */
	bool detailed;                  /* not in a delivery of numbers only */
	const char *key;                /* columns that no two rows share; "" for none */
	struct package_reference reference;
	const struct package_column *columns;
	size_t count;
};

/* What stands before a query's id where remarks.csv has a rule: no rule's has a colon. */
#define PACKAGE_QUERY "query:"

/* The files in the order of a delivery. */
enum package_file_id {
	PACKAGE_FEDERATION,
	PACKAGE_MEMBERSHIPS,
	PACKAGE_INTERVENTIONS,
	PACKAGE_INTERVENTION_YEARS,
	PACKAGE_ANONYMOUS,
	PACKAGE_FUNDING,
	PACKAGE_ADMIN_COSTS,
	PACKAGE_FEDERATION_YEAR,
	PACKAGE_CELLS,
	PACKAGE_PARTICIPATIONS,
	PACKAGE_SUPPORT,
	PACKAGE_OCCUPATION,
	PACKAGE_FOLLOWUPS,
	PACKAGE_REMARKS,
	PACKAGE_FILES
};

/* What is declared of a file. */
const struct package_file *package_file(enum package_file_id id)
	__attribute__((returns_nonnull));

/* The file's name as it lies in the folder, "support.csv"; the caller frees it. */
char *package_file_name(enum package_file_id id) __attribute__((returns_nonnull));

/* "detailed", "aggregate"; and back, false when there is no such level. */
const char *package_level_name(enum package_level level) __attribute__((returns_nonnull));
bool package_level_find(const char *name, enum package_level *level);

/* Whether a delivery of the level has the file. */
bool package_has_file(enum package_level level, enum package_file_id id);

#endif
