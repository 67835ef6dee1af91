/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of all tables of the report, section by section, and the search in it. Knows
 * no figures.
 */
#ifndef SAMREG_UI_TABLES_LIST_H
#define SAMREG_UI_TABLES_LIST_H

#include <stddef.h>

#include "ui/list.h"

struct report;
struct report_page;
struct tables_line;

/* Embedded; it must not be moved. */
struct tables_list {
	struct tables_line *lines;
	size_t count, capacity;
	char *search; /* part of the names shown; "": all */
	struct list list;
};

void tables_list_init(struct tables_list *l);
void tables_list_done(struct tables_list *l);

/* Lists the page's tables that match the search, in the language now spoken, staying on
 * the same one where it can; none when there is no page. */
void tables_list_fill(struct tables_list *l, const struct report_page *p);

/* Searches for part of a name, in either language, of an id or of where the national
 * report has the table; to be filled again. */
void tables_list_search(struct tables_list *l, const char *part);

/* The table one stands on, or NULL. */
const struct report *tables_list_selected(const struct tables_list *l);

/* Draws the search, if there is one, and the list. */
void tables_list_draw(struct tables_list *l, struct area a);

#endif
