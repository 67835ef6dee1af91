/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The personal identity number in a record; see identified.h. */
#include "app/identified.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/binding.h"
#include "app/findings.h"
#include "app/identities.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/lang.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/identity_number.h"
#include "model/record.h"
#include "store/db.h"

enum { YEAR_SIZE = 12 };

struct identified_look {
	char typed[SEAL_TYPED_SIZE];
	struct identity_number number;  /* "" when it is not proper */
	char birth_year[YEAR_SIZE];
	struct err wrong;
	bool keyed;                     /* not what was filled in */
	long long owner;                /* whose it is already: running number and id */
	struct text owner_id;
};

static const char *value_of(const struct record *r, int field)
{
	return field < 0 ? "" : record_get(r, (size_t)field, 0);
}

/* ---- what the form asks and the register keeps ---- */

static int find_type(const struct form *form, enum field_type type)
{
	for (size_t i = 0; i < form->field_count; i++)
		if (form->fields[i].type == type)
			return (int)i;
	return -1;
}

/* The field that looks this column up from the person, once one is chosen. */
static int find_lookup(const struct form *form, int person, const char *column)
{
	for (size_t i = 0; person >= 0 && i < form->field_count; i++)
		if (!strcmp(form->fields[i].lookup_field, form->fields[person].name) &&
		    !strcmp(form->fields[i].lookup_column, column))
			return (int)i;
	return -1;
}

static struct identified_fields find_fields(const struct app *a, const struct form *form)
{
	int person = binding_of_parent(a->db, form);

	return (struct identified_fields){
		.number = find_type(form, FIELD_IDENTITY_NUMBER),
		.person = person,
		.sex = find_lookup(form, person, "sex"),
		.birth_year = find_lookup(form, person, "birth_year"),
	};
}

static void look_empty(struct identified_look *l)
{
	text_done(&l->owner_id);
	explicit_bzero(l, sizeof(*l));
	l->number.sex = "";
}

static void begin(struct identified *i, struct app *a, const struct form *form)
{
	*i = (struct identified){ .app = a, .form = form,
				  .fields = find_fields(a, form) };
	i->asks = i->fields.number >= 0 && identities_are_kept(a, NULL);
	if (!i->asks)
		return;
	i->look = (struct identified_look *)(void *)seal_room(sizeof(*i->look));
	memset(i->look, 0, sizeof(*i->look));
	look_empty(i->look);
}

void identified_begin(struct identified *i, struct app *a, const struct form *form)
{
	bool have;

	begin(i, a, form);
	if (i->asks && identities_have_key(a, &have, &i->trouble) && have)
		i->key = identities_open_key(a, &i->trouble);
}

void identified_begin_copy(struct identified *i, struct app *copy,
			   const struct identified *from)
{
	begin(i, copy, from->form);
	i->key = from->key;
	i->borrows = true;
}

void identified_done(struct identified *i)
{
	if (i->look)
		look_empty(i->look);
	seal_free_room((char *)i->look);
	if (!i->borrows)
		seal_close(i->key);
	text_done(&i->filled_for);
	text_done(&i->found);
	text_done(&i->sex);
	text_done(&i->birth_year);
	*i = (struct identified){ .asks = false };
}

bool identified_asks(const struct identified *i, size_t field)
{
	return i->asks && (size_t)i->fields.number == field;
}

/* ---- the number as it is typed ---- */

static bool make_key(struct identified *i, struct err *e)
{
	if (!db_begin(i->app->db, e))
		return false;
	i->key = identities_open_key(i->app, e);
	if (i->key && db_commit(i->app->db, e)) {
		i->trouble.text[0] = '\0';
		return true;
	}
	seal_close(i->key);
	i->key = NULL;
	db_rollback(i->app->db);
	return false;
}

bool identified_seal(struct identified *i, const char *typed, char out[SEAL_KEYED_SIZE],
		     struct err *e)
{
	char room[SEAL_TYPED_SIZE] = "";
	size_t length;

	typed += strspn(typed, " ");
	out[0] = '\0';
	if (!typed[0])
		return true;
	if (!i->key && !make_key(i, e))
		return false;
	length = strnlen(typed, sizeof(room) - 1);
	/* Never part of a character. */
	while (length && (typed[length] & 0xC0) == 0x80)
		length--;
	memcpy(room, typed, length);
	seal_keyed(i->key, room, out);
	explicit_bzero(room, sizeof(room));
	return true;
}

static void remember(struct text *t, const char *value)
{
	text_clear(t);
	text_add(t, value);
}

static void look(struct identified *i, const struct record *r)
{
	struct identified_look *l = i->look;
	const char *value = value_of(r, i->fields.number);

	look_empty(l);
	l->keyed = strcmp(value, record_original(r, (size_t)i->fields.number, 0)) != 0;
	if (!value[0])
		return;
	if (!i->key || !seal_open_keyed(i->key, value, l->typed)) {
		err_set(&l->wrong, _("personnumret kan inte öppnas; skriv det igen"));
		return;
	}
	if (!identity_number_parse(l->typed, clock_today(), &l->number, &l->wrong))
		return;
	snprintf(l->birth_year, sizeof(l->birth_year), "%d", l->number.birth_year);
	if (!identities_find(i->app, i->key, l->number.digits, &l->owner, &l->owner_id,
			     &l->wrong)) {
		identity_number_wipe(&l->number);
	} else if (l->keyed) {
		remember(&i->found, text_get(&l->owner_id));
		remember(&i->sex, l->number.sex);
		remember(&i->birth_year, l->birth_year);
	}
}

static bool is_proper(const struct identified_look *l)
{
	return l->number.digits[0] != '\0';
}

/* ---- what follows from it ---- */

void identified_fill(struct identified *i, struct record *r)
{
	const char *person = value_of(r, i->fields.person);
	char digits[IDENTITY_NUMBER_SIZE] = "", sealed[SEAL_KEYED_SIZE];
	size_t number = (size_t)i->fields.number;

	if (!i->asks || !i->key || !strcmp(person, text_get(&i->filled_for)) ||
	    strcmp(record_get(r, number, 0), record_original(r, number, 0)) != 0)
		return;
	text_clear(&i->filled_for);
	text_add(&i->filled_for, person);
	i->trouble.text[0] = '\0';
	if (identities_read(i->app, i->key, person, digits, &i->trouble) &&
	    identified_seal(i, digits, sealed, &i->trouble))
		record_fill(r, number, 0, sealed);
	explicit_bzero(digits, sizeof(digits));
}

static void change(struct record *r, int field, const char *value)
{
	if (field >= 0)
		record_change(r, (size_t)field, 0, value);
}

/* States what the number says, unless somebody has said something else. */
static void state(struct record *r, int field, const char *before, const char *now)
{
	const char *value = value_of(r, field);

	if (!value[0] || !strcmp(value, before))
		change(r, field, now);
}

/* Someone found by a number is let go with it; someone chosen is not. */
static void follow_person(struct identified *i, struct record *r, const char *found)
{
	const char *person = value_of(r, i->fields.person);
	const char *owner = text_get(&i->look->owner_id);

	if (person[0] ? !strcmp(person, found) && !record_id(r)[0] : owner[0] != '\0')
		change(r, i->fields.person, owner);
}

void identified_follow(struct identified *i, struct record *r)
{
	const struct identified_look *l = i->look;
	char *found = text_take(&i->found), *sex = text_take(&i->sex);
	char *birth_year = text_take(&i->birth_year);

	remember(&i->found, found);
	remember(&i->sex, sex);
	remember(&i->birth_year, birth_year);
	look(i, r);
	if (is_proper(l)) {
		follow_person(i, r, found);
		if (!value_of(r, i->fields.person)[0]) {
			state(r, i->fields.sex, sex, l->number.sex);
			state(r, i->fields.birth_year, birth_year, l->birth_year);
		}
	}
	free(found);
	free(sex);
	free(birth_year);
}

void identified_forget(struct identified *i)
{
	text_clear(&i->found);
	text_clear(&i->sex);
	text_clear(&i->birth_year);
}

bool identified_settles(const struct identified *i, const struct record *r, size_t field)
{
	const struct identified_look *l = i->look;

	if (!i->asks || !is_proper(l) || value_of(r, i->fields.person)[0])
		return false;
	return ((int)field == i->fields.sex &&
		!strcmp(record_get(r, field, 0), l->number.sex)) ||
	       ((int)field == i->fields.birth_year &&
		!strcmp(record_get(r, field, 0), l->birth_year));
}

void identified_show(const struct identified *i, const struct record *r, struct text *out)
{
	char mask[sizeof(IDENTITY_NUMBER_MASK)] = IDENTITY_NUMBER_MASK;

	if (is_proper(i->look))
		identity_number_mask(&i->look->number, mask);
	if (value_of(r, i->fields.number)[0])
		text_add(out, mask);
}

bool identified_reveal(const struct identified *i, const struct record *r,
		       struct text *out, struct err *e)
{
	const struct identified_look *l = i->look;

	if (!l->typed[0])
		return err_set(e, _("Här finns inget dolt att visa."));
	if (!audit_note(i->app, "identity_shown", "person",
			value_of(r, i->fields.person), e))
		return false;
	if (is_proper(l))
		text_addf(out, "%.8s-%s", l->number.digits, l->number.digits + 8);
	else
		text_add(out, l->typed);
	return true;
}

/* ---- what is said of it ---- */

/* Where findings go, and whose they are. */
struct saying {
	const struct identified *i;
	const struct record *record;
	const struct findings_source *source;
	struct findings *findings;
};

static void say(const struct saying *s, enum severity severity, const char *message)
{
	int number = s->i->fields.number;

	findings_add(s->findings, s->source,
		     (struct finding){ .rule = s->i->form->fields[number].name,
				       .severity = severity,
				       .field = (size_t)number,
				       .message = message });
}

/* A reason as a sentence. */
static void say_reason(const struct saying *s, enum severity severity, const char *reason)
{
	struct text sentence = { 0 };

	text_addf(&sentence, "%c%s.", toupper((unsigned char)reason[0]), reason + 1);
	say(s, severity, text_get(&sentence));
	text_done(&sentence);
}

static const char *sex_label(const struct saying *s, const char *code)
{
	const struct form_field *field = &s->i->form->fields[s->i->fields.sex];

	return code[0] ? choices_label(app_choices(s->i->app, field), code) : "–";
}

static void say_disagreement(const struct saying *s)
{
	const struct identified_look *l = s->i->look;
	const char *sex = value_of(s->record, s->i->fields.sex);
	const char *birth_year = value_of(s->record, s->i->fields.birth_year);
	struct text message = { 0 };

	if ((!sex[0] || !strcmp(sex, l->number.sex)) &&
	    (!birth_year[0] || !strcmp(birth_year, l->birth_year)))
		return;
	text_addf(&message,
		  _("Enligt personnumret: %s, %s. Enligt kön och födelseår: %s, %s. "
		    "Rätta det som är fel."),
		  sex_label(s, l->number.sex), l->birth_year, sex_label(s, sex),
		  birth_year[0] ? birth_year : "–");
	say(s, SEVERITY_ERROR, text_get(&message));
	text_done(&message);
}

/* Another person's number, or another number than the person's. */
static void say_owner(const struct saying *s)
{
	const struct identified_look *l = s->i->look;
	const char *person = value_of(s->record, s->i->fields.person);
	struct text message = { 0 };

	if (!person[0] || !strcmp(person, text_get(&l->owner_id)))
		return;
	if (l->owner) {
		text_addf(&message, _("Personnumret hör till D-%04lld, men en annan "
				      "deltagare är vald. Rätta numret eller valet."),
			  l->owner);
		say(s, SEVERITY_ERROR, text_get(&message));
	} else if (record_original(s->record, (size_t)s->i->fields.number, 0)[0]) {
		say(s, SEVERITY_WARNING,
		    _("Deltagaren har ett annat personnummer. Det nya gäller när posten "
		      "är sparad, och det förra finns kvar som tidigare nummer."));
	}
	text_done(&message);
}

static void say_trouble(const struct saying *s)
{
	struct text message = { 0 };

	text_addf(&message, _("Personnumret kan inte fyllas i: %s"), s->i->trouble.text);
	say(s, SEVERITY_WARNING, text_get(&message));
	text_done(&message);
}

static void say_proper(const struct saying *s)
{
	say_disagreement(s);
	say_owner(s);
	if (s->i->look->number.is_dateless && s->i->look->keyed)
		say_reason(s, SEVERITY_WARNING,
			   _("samordningsnumret anger ingen födelsedag, bara året"));
}

void identified_add_findings(struct identified *i, const struct record *r,
			     const struct findings_source *source, struct findings *f)
{
	const struct saying s = { i, r, source, f };
	const struct identified_look *l = i->look;

	if (!i->asks)
		return;
	look(i, r);
	if (i->trouble.text[0])
		say_trouble(&s);
	if (is_proper(l))
		say_proper(&s);
	else if (l->wrong.text[0])
		say_reason(&s, SEVERITY_ERROR, l->wrong.text);
	else if (l->keyed)
		say(&s, SEVERITY_WARNING,
		    _("Personnumret finns kvar: ett sparat nummer tas bort med samreg "
		      "identities --remove."));
}

/* ---- keeping it ---- */

bool identified_store(struct identified *i, const struct record *r, struct err *e)
{
	const struct identified_look *l = i->look;
	const char *person = value_of(r, i->fields.person);

	if (!i->asks)
		return true;
	look(i, r);
	if (!l->keyed || !value_of(r, i->fields.number)[0])
		return true;
	if (!is_proper(l))
		return err_set(e, "%s", l->wrong.text);
	if (l->owner && strcmp(person, text_get(&l->owner_id)) != 0)
		return err_set(e, _("personnumret hör redan till deltagaren D-%04lld"),
			       l->owner);
	return identities_put(i->app, i->key, person, l->number.digits, e) !=
	       IDENTITY_FAILED;
}
