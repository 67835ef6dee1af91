/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report as one page that needs nothing else: no script, no picture, no font from
 * elsewhere. Its policy allows its own style sheet, data/report.css, and nothing more.
 */
#ifndef SAMREG_APP_REPORT_HTML_H
#define SAMREG_APP_REPORT_HTML_H

#include <stdbool.h>

struct err;
struct report_page;
struct text;

/* Adds the page, in the language now spoken, to `out`. Fails, with nothing added, when
 * the style sheet cannot be read. */
bool report_html_print(const struct report_page *p, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
