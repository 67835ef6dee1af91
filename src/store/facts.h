/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register's rows for the tables, each source read once in the order it lies on the
 * disk, all of them as they were at one moment. Knows the columns, but not what is
 * counted by them. Drafts are not among the rows.
 */
#ifndef SAMREG_STORE_FACTS_H
#define SAMREG_STORE_FACTS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;

/* A number that is NULL in the register. */
#define FACTS_NOT_STATED LLONG_MIN

/* Codes and dates are texts, "" when NULL. Persons, interventions, federations and
 * municipalities have numbers of their own, from 0 without gaps. */
struct facts_person {
	int number;
	const char *sex;
	int birth_year;
};

struct facts_intervention {
	int number, federation;
	const char *id, *kind, *orientation, *registration, *start, *end;
};

struct facts_participation {
	const char *id;
	int intervention, person;
	const char *start, *end, *registered_at;
	const char *education, *support_duration, *referrer, *closure_reason, *next_step;
};

struct facts_occupation {
	const char *phase;
	bool works, studies, seeks_work;
	const char *work_kind;
	int work_extent, study_extent; /* 0 when not stated */
};

/* What is kept for an intervention and a year. */
struct facts_year {
	const char *id;
	int intervention, year;
	long long planned, budget, actual, esf_budget, esf_actual;
};

/* Not stated at all, or by sex and in other ways as far as it is. */
struct facts_volume {
	const char *id;
	int intervention, year;
	long long women, men, unspecified, occasions;
};

struct facts_anonymous {
	const char *id;
	int intervention, year;
	const char *sex;
	long long count;
};

/* Funding, administration, and a federation's year: of each what it has. */
struct facts_money {
	const char *id;
	int federation, year;
	const char *kind, *party_kind;
	long long amount, budget, actual, result, closing_equity;
};

struct facts_membership {
	const char *id;
	int federation, municipality;
	const char *start, *end;
};

/*
 * Who is told of the rows. Persons and interventions come before what refers to them. Of
 * a participation first itself, then its supports, occupations and target groups, then
 * participation_done; likewise of an intervention. What a row points to is valid during
 * the call. A source whose first function is NULL is not read.
 */
struct facts_reader {
	void *context;
	const char *const *first_federations; /* those that get the numbers from 0 */
	size_t first_federation_count;
	void (*person)(void *context, const struct facts_person *p);
	void (*intervention)(void *context, const struct facts_intervention *i);
	void (*intervention_group)(void *context, const char *target_group);
	void (*intervention_done)(void *context);
	void (*participation)(void *context, const struct facts_participation *p);
	void (*support)(void *context, const char *phase, const char *source,
			const char *extent);
	void (*occupation)(void *context, const struct facts_occupation *o);
	void (*participation_group)(void *context, const char *target_group);
	void (*participation_done)(void *context);
	void (*year)(void *context, const struct facts_year *y);
	void (*volume)(void *context, const struct facts_volume *v);
	void (*anonymous)(void *context, const struct facts_anonymous *a);
	void (*funding)(void *context, const struct facts_money *m);
	void (*admin_cost)(void *context, const struct facts_money *m);
	void (*federation_year)(void *context, const struct facts_money *m);
	void (*membership)(void *context, const struct facts_membership *m);
};

/* Reads everything the reader wants. False when the register cannot be read. */
bool facts_read(struct db *db, const struct facts_reader *reader, struct err *e)
	__attribute__((warn_unused_result));

#endif
