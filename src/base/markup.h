/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text inside HTML and SVG: nothing in it is ever taken for a tag. Knows no elements.
 */
#ifndef SAMREG_BASE_MARKUP_H
#define SAMREG_BASE_MARKUP_H

struct text;

/* Adds `text` as it must stand between tags or in a quoted attribute. Control and
 * other invisible characters are left out, line breaks become blanks. */
void markup_add(struct text *out, const char *text);

/* Adds printf-formatted text the same way. */
void markup_addf(struct text *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
