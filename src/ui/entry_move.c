/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus of the entry screen; see entry_move.h. */
#include "ui/entry_move.h"

#include "app/entry.h"
#include "base/lang.h"
#include "model/form.h"
#include "model/record.h"
#include "ui/entry_field.h"
#include "ui/entry_finish.h"
#include "ui/entry_private.h"
#include "ui/ui.h"

static bool is_relevant(const void *record, size_t field)
{
	return entry_is_relevant(record, field);
}

static bool is_read_only(const void *record, size_t field)
{
	return entry_is_read_only(record, field);
}

static size_t rows(const void *record, size_t part)
{
	return record_rows(entry_record(record), part);
}

void entry_move_arrange(struct entry_view *v)
{
	struct entry_facts facts = { entry_form(v->entry), is_relevant, is_read_only,
				     rows, v->entry };

	entry_layout_make(&v->layout, &facts, v->at);
}

/* Twice: where the focus ends up decides which empty rows are shown. */
void entry_move_to(struct entry_view *v, struct entry_place place)
{
	v->at = place;
	v->moved_by_itself = false;
	entry_move_arrange(v);
	v->has_stop = entry_layout_settle(&v->layout, entry_form(v->entry), &v->at);
	entry_move_arrange(v);
	entry_field_begin(v);
}

void entry_move_home(struct entry_view *v)
{
	struct entry_place place = { 0, 0 };

	if (v->complete && entry_finding_count(v->entry)) {
		place.field = entry_finding(v->entry, 0)->field;
		place.row = entry_finding(v->entry, 0)->row;
	}
	entry_move_to(v, place);
}

void entry_move_say(struct ui *ui, const struct entry_view *v,
		    const struct finding *finding)
{
	const struct form_field *field = &entry_form(v->entry)->fields[finding->field];

	/* That nothing can be written to the disk is worse. */
	if (ui->message_kind == MESSAGE_ERROR)
		return;
	ui_say(ui, finding->severity == SEVERITY_ERROR ? MESSAGE_ERROR : MESSAGE_WARNING,
	       "%s: %s", lang_pick(field->label), finding->message);
}

/* A value carried over from the record before is confirmed by passing it. */
static void confirm(struct ui *ui, struct entry_view *v)
{
	struct err e = { "" };

	if (!v->has_stop || !record_is_carried(entry_record(v->entry), v->at.field))
		return;
	entry_field_report(ui, v, entry_set(v->entry, v->at.field, v->at.row,
					    entry_field_value(v), &e), &e);
}

/* Takes over what was typed; what is wrong with it is said, since the eye of whoever
 * types is not on the screen. */
static void take_over(struct ui *ui, struct entry_view *v)
{
	const struct finding *finding;
	struct entry_place place = v->at;

	if (!entry_field_is_edited(v))
		return;
	entry_field_commit(ui, v);
	finding = entry_field_finding(v, place);
	if (finding && !finding->at_completion)
		entry_move_say(ui, v, finding);
}

static size_t rows_here(const struct entry_view *v)
{
	return record_rows(entry_record(v->entry), entry_field_form(v)->part);
}

void entry_move_on(struct ui *ui, struct entry_view *v)
{
	struct entry_place next = v->at;
	bool stays = entry_field_is_edited(v) && entry_field_takes_several(v);
	size_t before = v->has_stop ? rows_here(v) : 0;

	confirm(ui, v);
	take_over(ui, v);
	if (v->has_stop && rows_here(v) < before) {
		ui_say(ui, MESSAGE_INFO, "%s", _("Raden är borttagen. Ctrl-Z ångrar."));
		stays = true;
	}
	if (stays) {
		entry_move_to(v, v->at);
	} else if (entry_layout_step(&v->layout, entry_form(v->entry), 1, &next)) {
		entry_move_to(v, next);
	} else {
		entry_field_begin(v);
		entry_finish_end(ui, v);
	}
}

void entry_move_by_itself(struct ui *ui, struct entry_view *v)
{
	struct entry_place next = v->at;
	bool stays = entry_field_takes_several(v), moves;

	take_over(ui, v);
	moves = !stays && entry_layout_step(&v->layout, entry_form(v->entry), 1, &next);
	entry_move_to(v, next);
	v->moved_by_itself = moves;
}

void entry_move_back(struct ui *ui, struct entry_view *v)
{
	struct entry_place place = v->at;

	take_over(ui, v);
	entry_layout_step(&v->layout, entry_form(v->entry), -1, &place);
	entry_move_to(v, place);
}

void entry_move_section(struct ui *ui, struct entry_view *v, int step)
{
	struct entry_place place = v->at, first = { 0, 0 };

	take_over(ui, v);
	if (entry_layout_section(&v->layout, entry_form(v->entry), step, &place)) {
		entry_move_to(v, place);
	} else if (step < 0) {
		entry_move_to(v, first);
	} else {
		entry_move_to(v, v->at);
		entry_finish_end(ui, v);
	}
}

void entry_move_over(struct ui *ui, struct entry_view *v, struct entry_place place)
{
	take_over(ui, v);
	entry_move_to(v, place);
}

/* The nearest finding after the place; else the first of all. NULL when there is none. */
static const struct finding *next_finding(const struct entry_view *v,
					  struct entry_place after)
{
	const struct form *form = entry_form(v->entry);
	const struct finding *best = NULL, *first = NULL;

	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);
		struct entry_place place = { it->field, it->row };

		if (!entry_field_shows(v, it))
			continue;
		if (!first || entry_layout_compare(form, place,
				(struct entry_place){ first->field, first->row }) < 0)
			first = it;
		if (entry_layout_compare(form, place, after) <= 0)
			continue;
		if (!best || entry_layout_compare(form, place,
				(struct entry_place){ best->field, best->row }) < 0)
			best = it;
	}
	return best ? best : first;
}

void entry_move_finding(struct ui *ui, struct entry_view *v)
{
	const struct finding *finding;

	take_over(ui, v);
	v->complete = true;
	finding = next_finding(v, v->at);
	if (!finding) {
		entry_field_begin(v);
		ui_say(ui, MESSAGE_INFO, "%s", _("Ingenting saknas och inget är fel."));
		return;
	}
	entry_move_to(v, (struct entry_place){ finding->field, finding->row });
	/* One that points to a field nobody can stand on must be told all the same. */
	if (v->at.field != finding->field || v->at.row != finding->row)
		entry_move_say(ui, v, finding);
}

void entry_move_row(struct ui *ui, struct entry_view *v)
{
	const struct form *form = entry_form(v->entry);
	const struct form_part *part;

	take_over(ui, v);
	part = &form->parts[entry_field_form(v)->part];
	if (!part->repeats) {
		entry_field_begin(v);
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Här finns inga rader att lägga till."));
		return;
	}
	entry_move_to(v, (struct entry_place){ part->first_field, rows_here(v) });
}
