/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between what a person types and what is kept. A kept value is text in one form only
 * (canonical): dates as ISO, numbers with a point and without blanks, codes, several
 * codes in list order with a blank between; "" is not stated.
 */
#ifndef SAMREG_MODEL_VALUE_H
#define SAMREG_MODEL_VALUE_H

#include <stdbool.h>

struct choices;
struct err;
struct form_field;
struct text;

/*
 * Adds the canonical form of what was typed to `out`; "" for "". `choices` is what a
 * select offers (else NULL), `today` the day that dates are relative to. "." alone is
 * the field's code for not known (missing or unknown) where its list has one, else "".
 * Refused with what is wrong and what could be written instead; then `out` gets what was
 * typed, composed, since a wrong value stays where it is until somebody mends it.
 */
bool value_parse(const struct form_field *field, const struct choices *choices,
		 const char *typed, int today, struct text *out, struct err *e);

/* Whether a kept value is canonical for the field; a wrong one is told in `e`. */
bool value_is_valid(const struct form_field *field, const struct choices *choices,
		    const char *value, struct err *e);

/* Adds what is shown for a kept value: labels for codes, digits in groups of three,
 * decimal comma in Swedish, a mask for what is sealed. What is not canonical is shown as
 * it is. */
void value_show(const struct form_field *field, const struct choices *choices,
		const char *value, struct text *out);

/* Adds what stands beside a value to reassure: the weekday of a date; else nothing. */
void value_echo(const struct form_field *field, const char *value, struct text *out);

#endif
