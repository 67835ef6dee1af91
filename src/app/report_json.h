/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report for other programs: JSON whose keys do not change and whose labels are in
 * both languages. samreg(1) describes it.
 */
#ifndef SAMREG_APP_REPORT_JSON_H
#define SAMREG_APP_REPORT_JSON_H

struct report_page;
struct text;

/* Adds all tables of the page to `out`, one JSON document; last year's are left out. */
void report_json_print(const struct report_page *p, struct text *out);

#endif
