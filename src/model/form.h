/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms as data: what is asked, in which order, where each answer is kept. Parsed from
 * forms/<form>.csv (a closed subset of XLSForm; expressions are SQL). A form knows
 * column names but no database, and expressions as text only.
 */
#ifndef SAMREG_MODEL_FORM_H
#define SAMREG_MODEL_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"

struct code_list;
struct codes;
struct faults;
struct grid;

enum field_type {
	FIELD_TEXT,
	FIELD_INTEGER,
	FIELD_DECIMAL,
	FIELD_DATE,
	FIELD_SELECT_ONE,
	FIELD_SELECT_MULTIPLE,   /* value: codes in list order, a blank between */
	FIELD_NOTE,              /* a text on the screen, never a value */
	/* Of the person the record is about, where such are kept; its value is sealed
	 * (app/identified), and no expression sees it. */
	FIELD_IDENTITY_NUMBER,
};

/* Where a part of the form is kept. Part 0 is the form's own table. */
struct form_part {
	const char *table;
	/* The fixed column that tells this part's rows from others: phase=before. */
	const char *fixed_column, *fixed_value;   /* "" when there is none */
	bool repeats;                             /* several rows a record */
	/* Its first field and how many; in a row where the part repeats. */
	size_t first_field, field_count;
};

/* A heading on the screen, begin_group or begin_repeat. */
struct form_section {
	const char *name;
	struct words label, hint;
	const char *relevant;
	size_t first_field, field_count;
	bool repeats;
};

struct form_field {
	enum field_type type;
	const char *name;          /* unique in the form */
	const char *list;          /* code list or record list of a select, else "" */
	const struct code_list *codes;   /* NULL for a record list (forms/lists.csv) */
	struct words label, hint;
	const char *required;      /* SQL; "" never, "1" always */
	const char *relevant;      /* SQL; "" always; without its section's */
	const char *constraint;    /* SQL that must not be false; "" none */
	struct words constraint_message;
	const char *calculation;   /* SQL that gives the value; "" none */
	const char *default_value; /* SQL that gives the value of a new record; "" none */
	const char *read_only;     /* SQL; "" never, "1" always */
	/* Where it is kept, "" when it is not: its name unless the form says otherwise,
	 * but for a computed or looked-up value only where the form says so. */
	const char *column;
	const char *lookup_field, *lookup_column; /* value of the row a field chose */
	const char *feeds;         /* ids of the report tables it counts in */
	size_t part, section;      /* indexes into the form's parts and sections */
	size_t line;               /* in the form's file, for messages */
	bool hidden;               /* appearance hidden: for rules only */
	bool persistent;           /* appearance persist: offered in the next record */
	bool multiline;            /* appearance multiline */
};

struct form {
	const char *name;
	struct words label;        /* "Deltagande" */
	struct words new_label;    /* "Nytt deltagande" */
	const char *title;         /* SQL: what a draft or a list calls a record */
	const char *key;           /* fields that no two records share, blank between */
	const struct form_part *parts;
	size_t part_count;
	const struct form_section *sections;
	size_t section_count;
	const struct form_field *fields;
	size_t field_count;
};

enum severity {
	SEVERITY_ERROR,     /* keeps the record a draft */
	SEVERITY_WARNING,   /* may be overruled with a reason */
};

/* A rule between fields, records and tables: one row of forms/rules.csv. */
struct form_rule {
	const char *id;         /* */
	const char *form, *field;
	enum severity severity;
	bool at_completion;     /* else already while typing */
	bool reads_register;    /* scope register: may read tables beside the record */
	const char *fires_when; /* SQL: 1 fires, 0 and NULL do not */
	struct words message;
	const char *protects;   /* ids of report tables */
	size_t line;
};

/* A list of records to choose from: one row of forms/lists.csv. */
struct record_list {
	const char *name;
	const char *query;      /* SELECT code, sv, en: in the order they are offered */
	size_t line;
};

/* All forms with their rules and record lists; opaque. */
struct forms;

/* What forms_parse() is made from; grids are named as their files. */
struct form_source {
	const struct grid *index, *rules, *lists;
	struct grid *const *forms;   /* in the order of the index's rows; only read */
};

/*
 * Parses everything. NULL, with every fault and its file, row and column in `f`, when
 * anything is unknown, missing, double or misplaced. `codes` must outlive the forms.
 * The caller frees them; the grids are not needed afterwards.
 */
struct forms *forms_parse(const struct form_source *source, const struct codes *codes,
			  struct faults *f);
void forms_free(struct forms *f);

/* The forms in the order of the index, 0 to forms_count - 1. */
size_t forms_count(const struct forms *f);
const struct form *forms_at(const struct forms *f, size_t i);

/* The form with this name, or NULL. */
const struct form *forms_find(const struct forms *f, const char *name);

/* The rules of rules.csv in its order. */
size_t forms_rule_count(const struct forms *f);
const struct form_rule *forms_rule_at(const struct forms *f, size_t i);

/* The record list with this name, or NULL. */
const struct record_list *forms_find_list(const struct forms *f, const char *name);

/* The index of the field with this name, or -1. */
int form_find_field(const struct form *form, const char *name);

#endif
