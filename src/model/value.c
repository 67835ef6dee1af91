/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between what a person types and what is kept; see value.h. */
#include "model/value.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/identity_number.h"

enum { MAX_DIGITS = 15 };

/* What a value is held against: everything a type's functions need to know. */
struct reading {
	const struct form_field *field;
	const struct choices *choices;
	int today;
};

/* Digits with an optional sign, and a decimal sign when `decimals`; blanks between
 * groups of digits are left out. A no-break space is what spreadsheets put there. */
static bool read_number(const char *typed, bool decimals, struct text *out)
{
	size_t digits = 0, points = 0, start = out->length;

	for (const char *p = typed; *p; p++) {
		if (*p == ' ')
			continue;
		if (!strncmp(p, "\xC2\xA0", 2)) {
			p++;
			continue;
		}
		if (*p >= '0' && *p <= '9')
			digits++;
		else if ((*p == ',' || *p == '.') && decimals && digits)
			points++;
		else if (*p != '-' || out->length != start)
			return false;
		text_add_char(out, *p == ',' ? '.' : *p);
	}
	return digits && digits <= MAX_DIGITS && points <= 1 &&
	       out->bytes[out->length - 1] != '.';
}

/* 007 is 7: one spelling for one number. */
static void drop_leading_zeros(struct text *t, size_t start)
{
	size_t from = start + (t->bytes[start] == '-'), zeros = 0;

	while (t->bytes[from + zeros] == '0' && t->bytes[from + zeros + 1] >= '0')
		zeros++;
	memmove(t->bytes + from, t->bytes + from + zeros, t->length - from - zeros + 1);
	t->length -= zeros;
}

static bool parse_number(const struct reading *r, const char *typed, struct text *out,
			 struct err *e)
{
	bool decimals = r->field->type == FIELD_DECIMAL;
	struct text number = { 0 };
	bool ok = read_number(typed, decimals, &number);

	if (ok) {
		drop_leading_zeros(&number, 0);
		text_add(out, text_get(&number));
	} else {
		err_set(e, decimals ? _("Skriv ett tal, till exempel 12,5.") :
				      _("Skriv ett heltal, till exempel 12."));
	}
	text_done(&number);
	return ok;
}

static bool parse_date(const struct reading *r, const char *typed, struct text *out,
		       struct err *e)
{
	char iso[DATE_SIZE];
	int day;

	if (!date_parse_entry(typed, r->today, &day))
		return err_set(e, _("Skriv ett datum som finns, till exempel 2025-03-04, "
				    "250304, 4/3 eller i för i dag."));
	date_format_iso(day, iso);
	text_add(out, iso);
	return true;
}

static bool parse_text(const struct reading *r, const char *typed, struct text *out,
		       struct err *e)
{
	char *clean = utf8_clean(typed);
	size_t length = strlen(clean), from = strspn(clean, " ");

	(void)r;
	(void)e;
	while (length > from && clean[length - 1] == ' ')
		length--;
	text_add_part(out, clean + from, length - from);
	free(clean);
	return true;
}

/* "." is the code for not known, where the list has one. */
static long unknown_choice(const struct choices *c)
{
	long i = choices_find(c, "missing");

	return i >= 0 ? i : choices_find(c, "unknown");
}

static bool parse_choice(const struct reading *r, const char *typed, struct text *out,
			 struct err *e)
{
	long i;

	if (!strcmp(typed, ".")) {
		i = unknown_choice(r->choices);
		if (i < 0)
			return true;
	} else {
		i = choices_guess(r->choices, typed);
	}
	if (i == CHOICES_SEVERAL)
		return err_set(e, _("Flera val passar på ”%s”. Skriv mer eller välj i "
				    "listan med F9."), typed);
	if (i == CHOICES_NONE)
		return err_set(e, _("”%s” finns inte bland valen. Visa listan med F9."),
			       typed);
	text_add(out, choices_at(r->choices, (size_t)i)->code);
	return true;
}

/* The chosen codes in the list's order, whatever order they were typed in. */
static void add_in_list_order(const struct choices *c, const char *codes,
			      struct text *out)
{
	size_t start = out->length;

	for (size_t i = 0; i < choices_count(c); i++) {
		if (!text_has_word(codes, choices_at(c, i)->code))
			continue;
		if (out->length > start)
			text_add_char(out, ' ');
		text_add(out, choices_at(c, i)->code);
	}
}

static void add_word(struct text *out, const char *word)
{
	if (out->length)
		text_add_char(out, ' ');
	text_add(out, word);
}

/* Codes with a blank between; what is left of it names one more choice. */
static bool parse_choices(const struct reading *r, const char *typed, struct text *out,
			  struct err *e)
{
	struct text codes = { 0 }, rest = { 0 };
	const char *word;
	size_t length;
	bool ok;

	while ((word = text_next_word(&typed, &length))) {
		char *one = mem_text_part(word, length);

		add_word(choices_find(r->choices, one) >= 0 ? &codes : &rest, one);
		free(one);
	}
	if (rest.length && codes.length)
		text_add_char(&codes, ' ');
	ok = !rest.length || parse_choice(r, text_get(&rest), &codes, e);
	if (ok)
		add_in_list_order(r->choices, text_get(&codes), out);
	text_done(&codes);
	text_done(&rest);
	return ok;
}

/* A note has no value, and that of a sealed field is not for these eyes. */
static bool parse_nothing(const struct reading *r, const char *typed, struct text *out,
			  struct err *e)
{
	(void)r;
	(void)typed;
	(void)out;
	(void)e;
	return true;
}

/* One row per field type. */
static const struct {
	bool (*parse)(const struct reading *r, const char *typed, struct text *out,
		      struct err *e);
} types[] = {
	[FIELD_TEXT] = { parse_text },
	[FIELD_INTEGER] = { parse_number },
	[FIELD_DECIMAL] = { parse_number },
	[FIELD_DATE] = { parse_date },
	[FIELD_SELECT_ONE] = { parse_choice },
	[FIELD_SELECT_MULTIPLE] = { parse_choices },
	[FIELD_NOTE] = { parse_nothing },
	[FIELD_IDENTITY_NUMBER] = { parse_nothing },
};

bool value_parse(const struct form_field *field, const struct choices *choices,
		 const char *typed, int today, struct text *out, struct err *e)
{
	struct reading r = { field, choices, today };
	char *composed = utf8_compose(typed);
	size_t start = out->length;
	size_t length = strlen(composed), from = strspn(composed, " ");
	bool ok = true;

	while (length > from && composed[length - 1] == ' ')
		composed[--length] = '\0';
	if (composed[from] && (strcmp(composed + from, ".") || choices))
		ok = types[field->type].parse(&r, composed + from, out, e);
	if (!ok) {
		out->length = start;
		text_add(out, composed + from);
	}
	free(composed);
	return ok;
}

bool value_is_valid(const struct form_field *field, const struct choices *choices,
		    const char *value, struct err *e)
{
	struct text again = { 0 };
	int day;
	bool ok;

	if (!value[0])
		return true;
	if (field->type == FIELD_SELECT_ONE && choices_find(choices, value) >= 0)
		return true;
	if (field->type == FIELD_DATE && date_parse_iso(value, &day))
		return true;
	ok = value_parse(field, choices, value, 0, &again, e);
	if (ok && strcmp(text_get(&again), value))
		ok = err_set(e, _("”%s” är inte ett giltigt värde här."), value);
	text_done(&again);
	return ok;
}

/* Groups of three from five digits on, as Swedish writes numbers; years stay whole. */
static void show_number(const char *value, struct text *out)
{
	size_t sign = value[0] == '-', digits = strspn(value + sign, "0123456789");

	for (size_t i = 0; i < sign + digits; i++) {
		size_t left = sign + digits - i;

		if (i > sign && digits >= 5 && left % 3 == 0)
			text_add_char(out, ' ');
		text_add_char(out, value[i]);
	}
	value += sign + digits;
	if (*value == '.') {
		text_add_char(out, lang_get() == LANG_SV ? ',' : '.');
		value++;
	}
	text_add(out, value);
}

static void show_choices(const struct choices *choices, const char *value,
			 struct text *out)
{
	struct text code = { 0 };
	const char *word, *separator = "";
	size_t length;

	while ((word = text_next_word(&value, &length))) {
		text_clear(&code);
		text_add_part(&code, word, length);
		text_add(out, separator);
		text_add(out, choices_label(choices, text_get(&code)));
		separator = ", ";
	}
	text_done(&code);
}

void value_show(const struct form_field *field, const struct choices *choices,
		const char *value, struct text *out)
{
	bool valid = value_is_valid(field, choices, value, NULL);

	if (valid && (field->type == FIELD_INTEGER || field->type == FIELD_DECIMAL))
		show_number(value, out);
	else if (valid && field->type == FIELD_SELECT_ONE)
		text_add(out, value[0] ? choices_label(choices, value) : "");
	else if (field->type == FIELD_IDENTITY_NUMBER)
		text_add(out, value[0] ? IDENTITY_NUMBER_MASK : "");
	else if (field->type == FIELD_SELECT_MULTIPLE)
		show_choices(choices, value, out);
	else
		text_add(out, value);
}

void value_echo(const struct form_field *field, const char *value, struct text *out)
{
	static const char *const weekdays[] = {
		N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag"),
		N_("fredag"), N_("lördag"), N_("söndag"),
	};
	int day;

	if (field->type == FIELD_DATE && date_parse_iso(value, &day))
		text_add(out, _(weekdays[date_weekday(day)]));
}
