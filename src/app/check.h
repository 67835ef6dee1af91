/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every rule held against every record there is, as it is stored: before a delivery, and
 * whenever somebody asks. Changes nothing and shows nothing.
 */
#ifndef SAMREG_APP_CHECK_H
#define SAMREG_APP_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/form.h"

struct app;
struct err;

/* What is said of one field of one record; the texts are the check's or the catalog's. */
struct check_finding {
	const struct form *form;        /* with the record what entry_edit() opens */
	const char *record;
	const char *federation;         /* whose record it is */
	const char *title;              /* what lists call the record */
	const char *rule;               /* as struct finding's */
	enum severity severity;
	size_t field, row;              /* where the cursor should go */
	const char *message;            /* in the language spoken when it was checked */
	const char *reason;             /* why it was overruled, "" when it was not */
};

struct check {
	struct check_finding *items;    /* in the order of the forms and their records */
	size_t count, capacity;
	size_t records;                 /* that were looked at */
	size_t errors, warnings;        /* overruled warnings are not among them */
	size_t overruled;
	size_t drafts;                  /* not looked at, for they count nowhere */
	struct arena texts;
};

/*
 * Checks the records that concern the year, or all (0): what was registered in error
 * concerns no year. A national register is not asked for what no delivery tells. The
 * caller calls check_done(), after a failure too. 25,000 participations take a few
 * seconds.
 */
bool check_register(struct app *a, int year, struct check *out, struct err *e)
	__attribute__((warn_unused_result));
void check_done(struct check *c);

/* As check_register(), of one federation's records in a national register. */
bool check_federation(struct app *a, int year, const char *federation, struct check *out,
		      struct err *e) __attribute__((warn_unused_result));

/*
 * What was found in one federation's records among those of all, as far as deliveries
 * tell of it (check_is_delivered()). The texts remain those of `c`, which must outlive
 * `out`; records and drafts are not counted. The caller calls check_done().
 */
void check_select(const struct check *c, const char *federation, struct check *out);

/* Whether a delivery tells of what the finding is about: what it does not tell cannot be
 * missed where only deliveries are known. */
bool check_is_delivered(const struct check_finding *f);

#endif
