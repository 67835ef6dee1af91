/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which federations there are in a register at the end of a year and which municipalities
 * belong to them; in a national register also the municipalities that belong to none.
 */
#ifndef SAMREG_APP_FEDERATION_LIST_H
#define SAMREG_APP_FEDERATION_LIST_H

struct app;
struct err;
struct grid;
struct report_scope;

/*
 * A grid with the columns key, county, federation, municipalities ("Botkyrka, Huddinge"),
 * in the order of the counties; the federation is "" in a county's row of municipalities
 * without one. With a scope only its federations. NULL on failure. The caller frees it.
 */
struct grid *federation_list_make(struct app *a, int year,
				  const struct report_scope *scope, struct err *e);

#endif
