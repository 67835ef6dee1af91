/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one record of the register offers to the report tables: dimensions to count by,
 * quantities to sum, all by name. Knows no table and not where a record comes from.
 * Codes are places in their code lists; a dimension's value is a set of places, a bit
 * each, since several sources of support, groups or marks may hold at once.
 */
#ifndef SAMREG_MODEL_FACT_H
#define SAMREG_MODEL_FACT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/period.h"

struct code_list;
struct codes;
struct faults;

/* The most codes a list may have to be counted by, and the most years at a time. */
enum { FACT_MAX_CODES = 32 };

enum fact_record {
	FACT_PARTICIPATION,
	FACT_INTERVENTION,
	FACT_INTERVENTION_YEAR,
	FACT_VOLUME,
	FACT_ANONYMOUS_COUNT,
	FACT_FUNDING,
	FACT_ADMIN_COST,
	FACT_FEDERATION_YEAR,
	FACT_MEMBERSHIP,
	FACT_RECORD_COUNT
};

/*
 * What a table counts. A record is one unit of its own kind; a participation is also
 * taken apart into phases (always before and after, follow-ups when there are any) and
 * these into mentions of a source of support.
 */
enum fact_unit_kind {
	FACT_UNIT_PARTICIPATION,
	FACT_UNIT_PHASE,
	FACT_UNIT_MENTION,
	FACT_UNIT_INTERVENTION,
	FACT_UNIT_INTERVENTION_YEAR,
	FACT_UNIT_VOLUME,
	FACT_UNIT_ANONYMOUS_COUNT,
	FACT_UNIT_FUNDING,
	FACT_UNIT_ADMIN_COST,
	FACT_UNIT_FEDERATION_YEAR,
	FACT_UNIT_MEMBERSHIP,
	FACT_UNIT_COUNT
};

/* Coded fields: FACT_CODE(id, code list). */
#define FACT_CODES \
	FACT_CODE(SEX, "sex") \
	FACT_CODE(KIND, "kind") \
	FACT_CODE(ORIENTATION, "orientation") \
	FACT_CODE(REGISTRATION, "registration") \
	FACT_CODE(EDUCATION, "education") \
	FACT_CODE(SUPPORT_DURATION, "support_duration") \
	FACT_CODE(REFERRER, "referrer") \
	FACT_CODE(CLOSURE_REASON, "closure_reason") \
	FACT_CODE(NEXT_STEP, "next_step") \
	FACT_CODE(FUNDING_KIND, "funding") \
	FACT_CODE(PARTY_KIND, "party") \
	FACT_CODE(COST_KIND, "admin_cost") \
	/* Fields of a phase, and those with several codes, not kept in fact.code. */ \
	FACT_CODE(TARGET_GROUP, "target_group") \
	FACT_CODE(PHASE, "phase") \
	FACT_CODE(SUPPORT, "support") \
	FACT_CODE(EXTENT, "extent") \
	FACT_CODE(WORK_KIND, "work_kind")

enum fact_code {
#define FACT_CODE(id, list) FACT_##id,
	FACT_CODES
#undef FACT_CODE
	FACT_CODE_COUNT
};

/* Whole numbers as registered: people, occasions, kronor. */
enum fact_amount {
	FACT_WOMEN,
	FACT_MEN,
	FACT_UNSPECIFIED,
	FACT_OCCASIONS,
	FACT_HEADS,            /* anonymous */
	FACT_PLANNED,
	FACT_BUDGET,
	FACT_ACTUAL,
	FACT_ESF_BUDGET,
	FACT_ESF_ACTUAL,
	FACT_SEK,              /* funding */
	FACT_RESULT,
	FACT_CLOSING_EQUITY,
	FACT_AMOUNT_COUNT
};

/* An amount nobody has stated, which is not 0. */
#define FACT_NOT_STATED LLONG_MIN

/* What can be counted once however many records it has: numbered densely from 0. */
enum fact_key {
	FACT_PERSON,
	FACT_FEDERATION,
	FACT_MUNICIPALITY,
	FACT_KEY_COUNT
};

enum fact_phase_id {
	FACT_BEFORE,
	FACT_AFTER,
	FACT_FOLLOWUP_6,
	FACT_FOLLOWUP_12,
	FACT_PHASE_COUNT
};

struct fact_phase {
	bool stated;           /* something is registered for the phase */
	bool works, studies, seeks_work;
	int work_kind;         /* code, -1 not stated */
	int work_extent, study_extent;           /* per cent, 0 not stated */
	uint32_t support;      /* a bit for each source mentioned */
	unsigned char extent[FACT_MAX_CODES];    /* of each source, per cent; 0 unknown */
};

struct fact {
	enum fact_record record;
	const char *id;                       /* the record's, for looking it up */
	struct period period;                 /* of what has a start and an end */
	int year;                             /* of what is kept for each year */
	int birth_year;
	int registered;                       /* day */
	int key[FACT_KEY_COUNT];              /* -1: none */
	signed char code[FACT_CODE_COUNT];    /* -1: not stated */
	uint32_t target_groups;
	struct fact_phase phases[FACT_PHASE_COUNT];
	long long amounts[FACT_AMOUNT_COUNT];
};

/* The lists a fact's codes are places in, and the places the rules know by name. */
struct fact_lists {
	const struct code_list *codes[FACT_CODE_COUNT];
	int registered_in_error;        /* place in closure_reason */
	int activity_compensation;      /* place in support */
};

/* Among a dimension's units: a participation has it from its phases. */
enum { FACT_OF_PHASES = 1 << FACT_UNIT_COUNT };

struct fact_unit {
	const struct fact *fact;
	const struct fact_lists *lists;
	int phase;             /* of a phase or a mention: enum fact_phase_id */
	int support;           /* of a mention */
};

/* Something to count by. */
struct fact_dimension {
	const char *name;
	const char *list;      /* code list that gives the bits; "" for the year */
	unsigned units;        /* 1 << unit kind, for each that has it; FACT_OF_PHASES */
	uint32_t (*values)(const struct fact_unit *u);
	uint32_t exclusive;    /* codes of which a unit has at most one */
};

/* Something to sum or take the mean of. */
struct fact_quantity {
	const char *name;
	unsigned units;
	/* FACT_NOT_STATED when it is not. */
	long long (*value)(const struct fact_unit *u);
};

/*
 * Finds the lists and checks that the codes the rules know are there. False, with every
 * fault in `f`. The codes must outlive `lists`.
 */
bool fact_lists_init(struct fact_lists *lists, const struct codes *codes,
		     struct faults *f);

/* The place of a code in its list; -1 for "" and for what the list lacks. */
int fact_code(const struct fact_lists *lists, enum fact_code what, const char *code);

/* Empties the fact: nothing stated, a period that always held. */
void fact_clear(struct fact *fact, enum fact_record record);

/* Whether the record counts in no table: it was registered in error. */
bool fact_is_void(const struct fact *fact, const struct fact_lists *lists);

/* The kind of unit a record as a whole is. */
enum fact_unit_kind fact_whole_unit(enum fact_record record);

/* Whether the unit's records lie in years of their own and have no start and end. */
bool fact_unit_is_yearly(enum fact_unit_kind unit);

/* The unit with this name in declarations, or FACT_UNIT_COUNT. */
enum fact_unit_kind fact_find_unit(const char *name);

/* All dimensions; the year, whose values the tabulation gives, is the first. */
size_t fact_dimension_count(void);
const struct fact_dimension *fact_dimension_at(size_t i);

/* The index of the dimension with this name, or -1. */
int fact_find_dimension(const char *name);

/* The quantity with this name, or NULL. */
const struct fact_quantity *fact_find_quantity(const char *name);

/* The key with this name, or FACT_KEY_COUNT. */
enum fact_key fact_find_key(const char *name);

#endif
