/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pick lists of the entry screen; see entry_choose.h. */
#include "ui/entry_choose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/entry.h"
#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/form.h"
#include "ui/entry_field.h"
#include "ui/entry_guess.h"
#include "ui/entry_move.h"
#include "ui/entry_private.h"
#include "ui/picklist.h"
#include "ui/ui.h"

/* Room for an index or a number as text. */
enum { NUMBER_SIZE = 24 };

static const char *number_text(struct arena *a, size_t number)
{
	char text[NUMBER_SIZE];
	int length = snprintf(text, sizeof(text), "%zu", number);

	return arena_text(a, text, (size_t)length);
}

static const char *both(struct arena *a, const char *first, const char *second)
{
	char *text = arena_alloc(a, strlen(first) + strlen(second) + 3);

	sprintf(text, "%s%s%s", first, first[0] && second[0] ? ": " : "", second);
	return text;
}

/* ---- what a field offers ---- */

static unsigned on_value(struct ui *ui, void *owner, const char *codes)
{
	struct entry_view *v = owner;

	if (!codes)
		return REACT_REDRAW;
	v->edited = false;
	if (entry_field_form(v)->type == FIELD_SELECT_MULTIPLE) {
		entry_field_set(ui, v, v->at, codes);
		entry_move_to(v, v->at);
		return REACT_REDRAW;
	}
	lineedit_begin(&v->edit, codes, 0);
	v->edited = true;
	entry_move_on(ui, v);
	return REACT_REDRAW;
}

void entry_choose_value(struct ui *ui, struct entry_view *v)
{
	const struct choices *choices = entry_field_choices(v);
	const struct form_field *field = entry_field_form(v);
	size_t count = choices_count(choices);
	struct picklist_setup setup = {
		.title = field->label,
		.chosen = entry_field_value(v),
		.filter = entry_field_is_edited(v) ? lineedit_get(&v->edit) : NULL,
		.several = field->type == FIELD_SELECT_MULTIPLE,
		.count = count,
		.done = on_value,
	};
	struct picklist_item *items;
	struct arena arena = { NULL };

	items = arena_alloc(&arena, (count + 1) * sizeof(*items));
	for (size_t i = 0; i < count; i++) {
		char room[NUMBER_SIZE];
		const char *sign;

		sign = entry_guess_sign(field, choices, i, room, sizeof(room));
		items[i].code = choices_at(choices, i)->code;
		items[i].label = choices_at(choices, i)->label;
		items[i].shown = arena_text(&arena, sign, strlen(sign));
	}
	setup.items = items;
	picklist_open(ui, &setup);
	arena_done(&arena);
}

/* ---- fields to go to ---- */

static unsigned on_field(struct ui *ui, void *owner, const char *codes)
{
	struct entry_view *v = owner;

	if (codes)
		entry_move_over(ui, v,
				(struct entry_place){ strtoul(codes, NULL, 10), 0 });
	return REACT_REDRAW;
}

void entry_choose_field(struct ui *ui, struct entry_view *v)
{
	const struct form *form = entry_form(v->entry);
	struct arena arena = { NULL };
	struct picklist_item *items =
		arena_alloc(&arena, (v->layout.stop_count + 1) * sizeof(*items));
	struct picklist_setup setup = { .title = lang_both(N_("Gå till fält")),
					.items = items, .done = on_field };

	for (size_t i = 0; i < v->layout.stop_count; i++) {
		size_t field = v->layout.stops[i].field;
		const struct form_section *s =
			&form->sections[form->fields[field].section];

		if (v->layout.stops[i].row > 0)
			continue;
		items[setup.count].code = number_text(&arena, field);
		items[setup.count].shown = "";
		items[setup.count].label.sv = both(&arena, form->fields[field].label.sv,
						   s->repeats ? s->label.sv : "");
		items[setup.count++].label.en = both(&arena, form->fields[field].label.en,
						     s->repeats ? s->label.en : "");
	}
	setup.chosen = number_text(&arena, v->at.field);
	picklist_open(ui, &setup);
	arena_done(&arena);
}

/* ---- findings to look through ---- */

static unsigned on_finding(struct ui *ui, void *owner, const char *codes)
{
	struct entry_view *v = owner;
	const struct finding *finding;

	if (!codes)
		return REACT_REDRAW;
	finding = entry_finding(v->entry, strtoul(codes, NULL, 10));
	entry_move_to(v, (struct entry_place){ finding->field, finding->row });
	entry_move_say(ui, v, finding);
	return REACT_REDRAW;
}

static struct picklist_item finding_item(const struct entry_view *v, struct arena *arena,
					 size_t i)
{
	const struct finding *it = entry_finding(v->entry, i);
	const char *label = lang_pick(entry_form(v->entry)->fields[it->field].label);
	const char *kind = it->severity == SEVERITY_ERROR ? _("FEL") : _("VARNING");
	const char *said = it->at_completion && !it->rule[0] ? it->message :
				       both(arena, label, it->message);

	return (struct picklist_item){ .code = number_text(arena, i),
				       .label = { said, said },
				       .shown = it->reason[0] ? _("GODKÄND") : kind };
}

void entry_choose_finding(struct ui *ui, struct entry_view *v)
{
	size_t count = entry_finding_count(v->entry);
	struct arena arena = { NULL };
	struct picklist_item *items = arena_alloc(&arena, (count + 1) * sizeof(*items));
	struct picklist_setup setup = { .title = lang_both(N_("Granska")), .items = items,
					.count = count, .done = on_finding };

	v->complete = true;
	for (size_t i = 0; i < count; i++)
		items[i] = finding_item(v, &arena, i);
	if (count)
		picklist_open(ui, &setup);
	else
		ui_say(ui, MESSAGE_INFO, "%s", _("Ingenting saknas och inget är fel."));
	arena_done(&arena);
}
