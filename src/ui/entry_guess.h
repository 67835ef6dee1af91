/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is meant by what is typed in a field, and whether more need be typed. On a paper
 * form the alternatives are ticked in order, so their numbers can be typed too. Knows
 * neither screen nor register.
 */
#ifndef SAMREG_UI_ENTRY_GUESS_H
#define SAMREG_UI_ENTRY_GUESS_H

#include <stdbool.h>
#include <stddef.h>

struct choices;
struct form_field;

/* What stands for choice `i` on the screen: its number, or its code if that is digits;
 * "" where the code is an id or an English word. `room` is used for the number. */
const char *entry_guess_sign(const struct form_field *field,
			     const struct choices *choices, size_t i, char *room,
			     size_t size) __attribute__((returns_nonnull));

/* The choice with the typed number or code, else the only one with such a label, else as
 * choices_guess(). */
long entry_guess_choice(const struct form_field *field, const struct choices *choices,
			const char *typed);

/*
 * Whether nothing more can be typed: a code or number that no other begins with, a date
 * of 8 digits (or of 6 that can't begin one of 8), a personal identity number of 12 (or
 * of 10 in the same way), a year of 4. A number that also begins one in another choice's
 * label ("3" and "30–44 år") waits for more or Enter.
 */
bool entry_guess_is_full(const struct form_field *field, const struct choices *choices,
			 const char *typed);

#endif
