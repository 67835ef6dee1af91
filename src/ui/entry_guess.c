/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is meant by what is typed; see entry_guess.h. */
#include "ui/entry_guess.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "model/choices.h"
#include "model/form.h"

/* Digits of the largest number a choice can have. */
enum { MAX_NUMBER = 3 };

static bool is_digits(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text);
}

/* Whether a choice can be typed as its number in the list, from 1: in code lists whose
 * codes are not digits themselves. */
static bool has_numbers(const struct form_field *field, const struct choices *choices)
{
	if (!field->codes || !choices)
		return false;
	for (size_t i = 0; i < choices_count(choices); i++)
		if (isdigit((unsigned char)choices_at(choices, i)->code[0]))
			return false;
	return true;
}

const char *entry_guess_sign(const struct form_field *field,
			     const struct choices *choices, size_t i, char *room,
			     size_t size)
{
	const char *code = choices_at(choices, i)->code;

	if (has_numbers(field, choices)) {
		snprintf(room, size, "%zu", i + 1);
		return room;
	}
	return isdigit((unsigned char)code[0]) ? code : "";
}

/* The index of the typed number, or -1. */
static long numbered(const struct form_field *field, const struct choices *choices,
		     const char *typed)
{
	long number;

	if (!is_digits(typed) || typed[0] == '0' || strlen(typed) > MAX_NUMBER ||
	    !has_numbers(field, choices))
		return -1;
	number = strtol(typed, NULL, 10);
	return number >= 1 && (size_t)number <= choices_count(choices) ? number - 1 : -1;
}

/* The only choice whose label begins with the folded text, or holds it; else -1. */
static long labelled(const struct choices *choices, const char *folded)
{
	long begins = -1, holds = -1;
	size_t begin_count = 0, hold_count = 0;

	for (size_t i = 0; folded[0] && i < choices_count(choices); i++) {
		char *label = utf8_fold(lang_pick(choices_at(choices, i)->label));
		const char *at = strstr(label, folded);

		if (at == label && ++begin_count)
			begins = (long)i;
		if (at && ++hold_count)
			holds = (long)i;
		free(label);
	}
	if (begin_count)
		return begin_count == 1 ? begins : -1;
	return hold_count == 1 ? holds : -1;
}

/* Codes are English words, labels what people read: "soc" is socialtjänst though two
 * codes begin so. */
long entry_guess_choice(const struct form_field *field, const struct choices *choices,
			const char *typed)
{
	long i = numbered(field, choices, typed);
	char *folded;

	if (i < 0)
		i = choices_find(choices, typed);
	if (i < 0) {
		folded = utf8_fold(typed);
		i = labelled(choices, folded);
		free(folded);
	}
	return i >= 0 ? i : choices_guess(choices, typed);
}

/* Whether a number in the label begins so: 3 may become "30–44 år". */
static bool tells(const char *label, const char *number)
{
	for (const char *p = strstr(label, number); p; p = strstr(p + 1, number))
		if (p == label || !isdigit((unsigned char)p[-1]))
			return true;
	return false;
}

static bool is_full_number(const struct choices *choices, long chosen, const char *typed)
{
	if ((size_t)(chosen + 1) * 10 <= choices_count(choices))
		return false;
	for (size_t i = 0; i < choices_count(choices); i++) {
		const char *label = lang_pick(choices_at(choices, i)->label);

		if ((long)i != chosen && tells(label, typed))
			return false;
	}
	return true;
}

static bool is_full_choice(const struct form_field *field, const struct choices *choices,
			   const char *typed)
{
	long i;

	if (!choices || !typed[0])
		return false;
	i = numbered(field, choices, typed);
	return i >= 0 ? is_full_number(choices, i, typed) :
			choices_is_complete(choices, typed);
}

static bool has_century(const char *typed)
{
	return !strncmp(typed, "19", 2) || !strncmp(typed, "20", 2);
}

/* Six digits that begin with a century may become eight. */
static bool is_full_date(const char *typed)
{
	size_t length = strlen(typed);

	if (!is_digits(typed))
		return length == 10 && is_digits(typed + 8) && typed[4] == '-' &&
		       typed[7] == '-';
	return length == 8 || (length == 6 && !has_century(typed));
}

/* As a date: ten digits that begin with a century may become twelve. */
static bool is_full_identity(const char *typed)
{
	size_t first = strspn(typed, "0123456789"), length = strlen(typed);
	bool signed_so = typed[first] == '-' || typed[first] == '+';

	if (signed_so)
		return (first == 6 || first == 8) && length == first + 5 &&
		       is_digits(typed + first + 1);
	return !typed[first] && (length == 12 || (length == 10 && !has_century(typed)));
}

static bool is_year(const struct form_field *field)
{
	const char *word = strrchr(field->name, '_');

	return !strcmp(word ? word + 1 : field->name, "year");
}

bool entry_guess_is_full(const struct form_field *field, const struct choices *choices,
			 const char *typed)
{
	switch (field->type) {
	case FIELD_SELECT_ONE:
	case FIELD_SELECT_MULTIPLE:
		return is_full_choice(field, choices, typed);
	case FIELD_DATE:
		return is_full_date(typed);
	case FIELD_IDENTITY_NUMBER:
		return is_full_identity(typed);
	case FIELD_INTEGER:
		return is_year(field) && is_digits(typed) && strlen(typed) == 4;
	default:
		return false;
	}
}
