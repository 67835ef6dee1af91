/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One refusal, as a sentence built where most is known and handed up unchanged.
 */
#ifndef SAMREG_BASE_ERR_H
#define SAMREG_BASE_ERR_H

#include <stdbool.h>

struct err {
	char text[512];
};

/*
 * Puts the sentence (printf form; "place: thing: reason") into `e`, cut at a whole
 * character when it is too long; e->text may be one of its parts. Always returns
 * false: `return err_set(e, ...)`. `e` may be NULL when the caller does not want to
 * know why.
 */
bool err_set(struct err *e, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
