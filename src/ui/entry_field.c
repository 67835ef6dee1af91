/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field one stands on; see entry_field.h. */
#include "ui/entry_field.h"

#include <stdlib.h>
#include <string.h>

#include "app/entry.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/record.h"
#include "model/value.h"
#include "ui/entry_choose.h"
#include "ui/entry_guess.h"
#include "ui/entry_move.h"
#include "ui/entry_private.h"
#include "ui/ui.h"

/* How many of several fitting choices are named beside what is typed. */
enum { MAX_NAMED = 3 };

const struct form_field *entry_field_form(const struct entry_view *v)
{
	return &entry_form(v->entry)->fields[v->at.field];
}

const char *entry_field_value(const struct entry_view *v)
{
	return record_get(entry_record(v->entry), v->at.field, v->at.row);
}

const struct choices *entry_field_choices(const struct entry_view *v)
{
	return entry_choices(v->entry, v->at.field);
}

/* A wrong value of several choices is mended as a text. */
bool entry_field_takes_several(const struct entry_view *v)
{
	const struct form_field *field = entry_field_form(v);

	return field->type == FIELD_SELECT_MULTIPLE && entry_field_choices(v) &&
	       value_is_valid(field, entry_field_choices(v), entry_field_value(v), NULL);
}

/* What is sealed can only be typed anew, or shown first. */
static bool is_sealed(const struct entry_view *v)
{
	return entry_field_form(v)->type == FIELD_IDENTITY_NUMBER;
}

static void add_editable(const struct entry_view *v, struct text *out)
{
	const struct form_field *field = entry_field_form(v);

	if (is_sealed(v))
		return;
	if (field->type != FIELD_SELECT_MULTIPLE)
		value_show(field, entry_field_choices(v), entry_field_value(v), out);
	else if (!entry_field_takes_several(v))
		text_add(out, entry_field_value(v));
}

void entry_field_begin(struct entry_view *v)
{
	struct text shown = { 0 };

	v->edited = false;
	text_wipe(&v->edit.text);
	if (v->has_stop)
		add_editable(v, &shown);
	lineedit_begin(&v->edit, text_get(&shown), 0);
	text_done(&shown);
}

bool entry_field_is_edited(const struct entry_view *v)
{
	return v->has_stop && v->edited;
}

void entry_field_report(struct ui *ui, struct entry_view *v, bool written,
			const struct err *e)
{
	if (written) {
		v->trouble.text[0] = '\0';
		return;
	}
	err_set(&v->trouble, _("Det du skriver hamnar inte på disken: %s"), e->text);
	if (ui)
		ui_say(ui, MESSAGE_ERROR, "%s", v->trouble.text);
}

static void after_change(struct ui *ui, struct entry_view *v, bool written,
			 const struct err *e)
{
	v->changed = true;
	entry_field_report(ui, v, written, e);
	entry_move_arrange(v);
}

void entry_field_set(struct ui *ui, struct entry_view *v, struct entry_place place,
		     const char *value)
{
	struct err e = { "" };

	after_change(ui, v, entry_set(v->entry, place.field, place.row, value, &e), &e);
}

void entry_field_reveal(struct ui *ui, struct entry_view *v)
{
	struct text shown = { 0 };
	struct err e = { "" };

	if (entry_reveal(v->entry, v->at.field, &shown, &e))
		lineedit_begin(&v->edit, text_get(&shown), 0);
	else
		ui_say(ui, MESSAGE_INFO, "%s", e.text);
	text_wipe(&shown);
}

/* ---- taking over what was typed ---- */

static char *typed_text(struct entry_view *v)
{
	const char *text;
	size_t length;

	lineedit_compose(&v->edit);
	text = lineedit_get(&v->edit);
	text += strspn(text, " ");
	length = strlen(text);
	while (length && text[length - 1] == ' ')
		length--;
	return mem_text_part(text, length);
}

/* The codes that are chosen and what was typed, as a choice if it is one. */
static char *with_one_more(const struct entry_view *v, const char *typed)
{
	const struct choices *choices = entry_field_choices(v);
	long i = entry_guess_choice(entry_field_form(v), choices, typed);
	struct text codes = { 0 };

	text_addf(&codes, "%s%s%s", entry_field_value(v),
		  entry_field_value(v)[0] ? " " : "",
		  i < 0 ? typed : choices_at(choices, (size_t)i)->code);
	return text_take(&codes);
}

/* What was typed, with a choice's code for whatever names it; the caller frees it. */
static char *meaning(struct entry_view *v)
{
	const struct choices *choices = entry_field_choices(v);
	char *typed = typed_text(v), *out;
	long i;

	if (entry_field_takes_several(v)) {
		out = typed[0] ? with_one_more(v, typed) : mem_text(entry_field_value(v));
		free(typed);
		return out;
	}
	if (!choices || entry_field_form(v)->type == FIELD_SELECT_MULTIPLE)
		return typed;
	i = entry_guess_choice(entry_field_form(v), choices, typed);
	if (i < 0)
		return typed;
	free(typed);
	return mem_text(choices_at(choices, (size_t)i)->code);
}

/* Emptying the first field of a row takes the row away. */
static bool empties_row(const struct entry_view *v, const char *value)
{
	const struct form *form = entry_form(v->entry);
	const struct form_part *part = &form->parts[entry_field_form(v)->part];

	return part->repeats && v->at.field == part->first_field && !value[0] &&
	       v->at.row < record_rows(entry_record(v->entry), entry_field_form(v)->part);
}

static bool take_over(struct entry_view *v, struct err *e)
{
	char *value = meaning(v);
	bool written;

	v->edited = false;
	if (empties_row(v, value))
		written = entry_remove_row(v->entry, entry_field_form(v)->part, v->at.row,
					   e);
	else
		written = entry_type(v->entry, v->at.field, v->at.row, value, e);
	explicit_bzero(value, strlen(value));
	free(value);
	return written;
}

void entry_field_commit(struct ui *ui, struct entry_view *v)
{
	struct err e = { "" };
	bool written;

	if (!entry_field_is_edited(v))
		return;
	written = take_over(v, &e);
	after_change(ui, v, written, &e);
}

void entry_field_rescue(struct entry_view *v)
{
	if (v->entry && entry_field_is_edited(v))
		take_over(v, NULL);
}

/* ---- what is shown about it ---- */

static void add_choices(const struct entry_view *v, const char *typed, struct text *out)
{
	const struct choices *choices = entry_field_choices(v);
	char *folded = utf8_fold(typed);
	size_t named = 0, found = 0;

	for (size_t i = 0; i < choices_count(choices); i++) {
		if (!choices_match(choices, i, folded))
			continue;
		if (++found > MAX_NAMED)
			continue;
		text_addf(out, "%s%s", named++ ? " · " : "? ",
			  lang_pick(choices_at(choices, i)->label));
	}
	if (found > MAX_NAMED)
		text_add(out, " …");
	free(folded);
}

static void match_choice(const struct entry_view *v, const char *typed, struct text *out)
{
	const struct choices *choices = entry_field_choices(v);
	long i = entry_guess_choice(entry_field_form(v), choices, typed);

	if (i >= 0)
		text_addf(out, "= %s", lang_pick(choices_at(choices, (size_t)i)->label));
	else if (i == CHOICES_SEVERAL)
		add_choices(v, typed, out);
	else if (strcmp(typed, ".") != 0)
		text_add(out, _("finns inte i listan"));
}

static void match_value(const struct entry_view *v, const char *typed, struct text *out)
{
	const struct form_field *field = entry_field_form(v);
	struct text value = { 0 };

	if (field->type == FIELD_DATE &&
	    value_parse(field, NULL, typed, clock_today(), &value, NULL)) {
		text_addf(out, "= %s ", text_get(&value));
		value_echo(field, text_get(&value), out);
	}
	text_done(&value);
}

void entry_field_match(const struct entry_view *v, struct text *out)
{
	const char *typed = lineedit_get(&v->edit);

	if (!entry_field_is_edited(v) || !typed[strspn(typed, " ")])
		return;
	if (entry_field_choices(v))
		match_choice(v, typed, out);
	else
		match_value(v, typed, out);
}

bool entry_field_shows(const struct entry_view *v, const struct finding *finding)
{
	return !finding->reason[0] && (v->complete || !finding->at_completion);
}

const struct finding *entry_field_finding(const struct entry_view *v,
					  struct entry_place place)
{
	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);

		if (it->field == place.field && it->row == place.row &&
		    entry_field_shows(v, it))
			return it;
	}
	return NULL;
}

/* ---- typing ---- */

static void take_last_away(struct ui *ui, struct entry_view *v)
{
	char *codes = mem_text(entry_field_value(v)), *blank = strrchr(codes, ' ');

	*(blank ? blank : codes) = '\0';
	entry_field_set(ui, v, v->at, codes);
	entry_field_begin(v);
	free(codes);
}

static bool is_text(const struct key *key, const char *text)
{
	return key->code == K_TEXT && !strcmp(key->text, text);
}

/* Whether typing has just come to the end of what the field holds. */
static bool is_full(const struct entry_view *v, const struct key *key)
{
	return key->code == K_TEXT && v->edit.cursor == v->edit.text.length &&
	       entry_guess_is_full(entry_field_form(v), entry_field_choices(v),
				   lineedit_get(&v->edit));
}

unsigned entry_field_key(struct ui *ui, struct entry_view *v, const struct key *key)
{
	bool empty = !v->edit.text.length;

	if (!v->has_stop)
		return REACT_PASS;
	if (empty && is_text(key, "+") && entry_field_choices(v)) {
		entry_choose_value(ui, v);
		return REACT_REDRAW;
	}
	if (empty && (key->code == K_BACKSPACE || key->code == K_DELETE) &&
	    is_sealed(v) && !v->edited && entry_field_value(v)[0]) {
		entry_field_set(ui, v, v->at, "");
		return REACT_REDRAW;
	}
	if (empty && key->code == K_BACKSPACE && entry_field_takes_several(v) &&
	    entry_field_value(v)[0]) {
		take_last_away(ui, v);
		return REACT_REDRAW;
	}
	switch (lineedit_key(&v->edit, key)) {
	case LINEEDIT_UNUSED:
		return REACT_PASS;
	case LINEEDIT_MOVED:
		return REACT_REDRAW;
	case LINEEDIT_CHANGED:
		break;
	}
	v->edited = !entry_field_takes_several(v) || v->edit.text.length;
	if (!v->stays && is_full(v, key))
		entry_move_by_itself(ui, v);
	return REACT_REDRAW;
}
