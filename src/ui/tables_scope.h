/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which part of a national register the year-end tables count: choosing it, and which of
 * its federations have delivered. Knows no tables.
 */
#ifndef SAMREG_UI_TABLES_SCOPE_H
#define SAMREG_UI_TABLES_SCOPE_H

#include "ui/picklist.h"

struct report_scope;
struct text;
struct ui;

/* Lists the whole register, its counties and its federations, and selects the one with
 * the key (NULL: the whole); the answer is a key of scope_list(), "" for the whole. */
void tables_scope_ask(struct ui *ui, const char *key, picklist_done *chosen);

/* Adds how many of the federations have delivered the year, and which have not; nothing
 * for a demo, to which nothing is delivered. */
void tables_scope_add_delivered(struct ui *ui, const struct report_scope *scope,
				struct text *out);

/* Adds a paragraph of help on it. */
void tables_scope_add_help(struct text *out);

#endif
