/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a national register has received: of each federation and year the latest delivery.
 */
#ifndef SAMREG_APP_RECEIVED_H
#define SAMREG_APP_RECEIVED_H

struct app;
struct err;
struct grid;

/*
 * The deliveries, the latest year first and by the federations' names in it: a grid with
 * the columns federation, name, year, revision, level, participations, warnings,
 * created_at and received_at. NULL on failure. The caller frees it.
 */
struct grid *received_list(struct app *a, struct err *e);

#endif
