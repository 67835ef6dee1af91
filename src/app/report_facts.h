/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joins the register's rows to the tables: rows of text become facts of numbers. Knows
 * neither SQL nor what is counted. Only for app/report.
 */
#ifndef SAMREG_APP_REPORT_FACTS_H
#define SAMREG_APP_REPORT_FACTS_H

#include <stdbool.h>

struct db;
struct err;
struct fact_lists;
struct report_scope;
struct tabulation;

/* Adds to the tabulation everything in the register that it needs, of the federations in
 * the scope. */
bool report_feed(struct db *db, const struct report_scope *scope,
		 const struct fact_lists *lists, struct tabulation *t, struct err *e)
	__attribute__((warn_unused_result));

/* As report_feed(), of each federation of the scope to its own tabulation of `each`,
 * which are alike. */
bool report_feed_each(struct db *db, const struct report_scope *scope,
		      const struct fact_lists *lists, struct tabulation *const *each,
		      struct err *e) __attribute__((warn_unused_result));

#endif
