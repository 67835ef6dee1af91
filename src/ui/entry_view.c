/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen a record is keyed in: which key does what; see entry_view.h. */
#include "ui/entry_view.h"

#include <stdlib.h>

#include "app/entry.h"
#include "app/setting.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/form.h"
#include "model/record.h"
#include "ui/entry_choose.h"
#include "ui/entry_draw.h"
#include "ui/entry_field.h"
#include "ui/entry_finish.h"
#include "ui/entry_help.h"
#include "ui/entry_move.h"
#include "ui/entry_note.h"
#include "ui/entry_overrule.h"
#include "ui/entry_private.h"
#include "ui/keymap.h"
#include "ui/ui.h"

/* ---- moving ---- */

static unsigned on_next_field(struct ui *ui, void *self)
{
	entry_move_on(ui, self);
	return REACT_REDRAW;
}

/* Who ends every field with Tab or Enter and who lets full fields move on by themselves
 * both come to the right field: a key that comes too late skips nothing. */
static unsigned on_accept(struct ui *ui, void *self)
{
	struct entry_view *v = self;

	if (!v->moved_by_itself || entry_field_is_edited(v))
		return on_next_field(ui, self);
	v->moved_by_itself = false;
	return REACT_REDRAW;
}

static unsigned on_previous_field(struct ui *ui, void *self)
{
	entry_move_back(ui, self);
	return REACT_REDRAW;
}

static unsigned on_next_section(struct ui *ui, void *self)
{
	entry_move_section(ui, self, 1);
	return REACT_REDRAW;
}

static unsigned on_previous_section(struct ui *ui, void *self)
{
	entry_move_section(ui, self, -1);
	return REACT_REDRAW;
}

static unsigned on_goto_field(struct ui *ui, void *self)
{
	entry_choose_field(ui, self);
	return REACT_REDRAW;
}

static unsigned on_next_finding(struct ui *ui, void *self)
{
	entry_move_finding(ui, self);
	return REACT_REDRAW;
}

/* ---- the value ---- */

static unsigned on_pick(struct ui *ui, void *self)
{
	entry_choose_value(ui, self);
	return REACT_REDRAW;
}

static unsigned on_reveal(struct ui *ui, void *self)
{
	entry_field_reveal(ui, self);
	return REACT_REDRAW;
}

static unsigned on_same_as_previous(struct ui *ui, void *self)
{
	struct entry_view *v = self;
	const char *value = record_get(entry_record(v->previous), v->at.field, v->at.row);

	v->edited = false;
	entry_field_set(ui, v, v->at, value);
	entry_move_on(ui, v);
	return REACT_REDRAW;
}

static unsigned on_fill(struct ui *ui, void *self)
{
	entry_finish_fill(ui, self);
	return REACT_REDRAW;
}

static unsigned on_restore(struct ui *ui, void *self)
{
	struct entry_view *v = self;
	char *value = mem_text(record_original(entry_record(v->entry), v->at.field,
					       v->at.row));

	entry_field_set(ui, v, v->at, value);
	entry_move_to(v, v->at);
	free(value);
	return REACT_REDRAW;
}

static unsigned on_overrule(struct ui *ui, void *self)
{
	entry_overrule_ask(ui, self);
	return REACT_REDRAW;
}

static unsigned on_note(struct ui *ui, void *self)
{
	entry_note_open(ui, self);
	return REACT_REDRAW;
}

static unsigned on_add_row(struct ui *ui, void *self)
{
	entry_move_row(ui, self);
	return REACT_REDRAW;
}

static unsigned on_remove_row(struct ui *ui, void *self)
{
	struct entry_view *v = self;
	size_t part = entry_field_form(v)->part;
	struct entry_place first;
	struct err e = { "" };

	if (!entry_form(v->entry)->parts[part].repeats) {
		ui_say(ui, MESSAGE_INFO, "%s", _("Här finns ingen rad att ta bort."));
		return REACT_REDRAW;
	}
	if (v->at.row < record_rows(entry_record(v->entry), part)) {
		v->changed = true;
		entry_field_report(ui, v, entry_remove_row(v->entry, part, v->at.row, &e),
				   &e);
	}
	first.field = entry_form(v->entry)->parts[part].first_field;
	first.row = v->at.row;
	entry_move_to(v, first);
	return REACT_REDRAW;
}

/* What is half typed is the latest change. */
static unsigned step_back(struct ui *ui, struct entry_view *v,
			  bool (*step)(struct entry *entry, size_t *field, size_t *row,
				       struct err *e))
{
	struct err e = { "" };
	struct entry_place place = v->at;

	if (step(v->entry, &place.field, &place.row, &e))
		v->changed = true;
	else
		ui_say(ui, MESSAGE_INFO, "%s", e.text);
	entry_move_to(v, place);
	return REACT_REDRAW;
}

static unsigned on_undo(struct ui *ui, void *self)
{
	if (!entry_field_is_edited(self))
		return step_back(ui, self, entry_undo);
	entry_field_begin(self);
	return REACT_REDRAW;
}

static unsigned on_redo(struct ui *ui, void *self)
{
	entry_field_commit(ui, self);
	return step_back(ui, self, entry_redo);
}

/* ---- the record ---- */

static unsigned on_save(struct ui *ui, void *self)
{
	return entry_finish_save(ui, self);
}

static unsigned on_new(struct ui *ui, void *self)
{
	return entry_finish_leave(ui, self, ENTRY_AFTER_NEW);
}

static unsigned leave_for_sibling(struct ui *ui, struct entry_view *v,
				  enum entry_after after)
{
	if (v->siblings.open)
		return entry_finish_leave(ui, v, after);
	ui_say(ui, MESSAGE_INFO, "%s", _("Här finns ingen lista att bläddra i."));
	return REACT_REDRAW;
}

static unsigned on_previous_record(struct ui *ui, void *self)
{
	return leave_for_sibling(ui, self, ENTRY_AFTER_PREVIOUS);
}

static unsigned on_next_record(struct ui *ui, void *self)
{
	return leave_for_sibling(ui, self, ENTRY_AFTER_NEXT);
}

static unsigned on_close(struct ui *ui, void *self)
{
	return entry_finish_leave(ui, self, ENTRY_AFTER_CLOSE);
}

/* One step at a time: first the field, then the record. */
static unsigned on_escape(struct ui *ui, void *self)
{
	if (!entry_field_is_edited(self))
		return on_close(ui, self);
	entry_field_begin(self);
	return REACT_REDRAW;
}

static const struct binding bindings[] = {
	{ .command = COMMAND_ACCEPT, .label = N_("nästa"), .handler = on_accept },
	{ .command = COMMAND_NEXT_FIELD, .keys = "Down", .handler = on_next_field },
	{ .command = COMMAND_SAVE, .label = N_("spara"), .needs = NEED_WRITE,
	  .handler = on_save },
	{ .command = COMMAND_PICK, .label = N_("lista"),
	  .needs = NEED_FIELD | NEED_LIST, .handler = on_pick },
	{ .command = COMMAND_SAME_AS_PREVIOUS, .label = N_("som förra"),
	  .needs = NEED_FIELD | NEED_PREVIOUS, .handler = on_same_as_previous },
	{ .command = COMMAND_REVEAL, .label = N_("visa"),
	  .needs = NEED_FIELD | NEED_SEALED, .handler = on_reveal },
	{ .command = COMMAND_NEXT_FINDING, .label = N_("nästa fynd"),
	  .handler = on_next_finding },
	{ .command = COMMAND_ESCAPE, .label = N_("stäng"), .handler = on_escape },
	{ .command = COMMAND_GOTO_FIELD, .label = N_("gå till"),
	  .handler = on_goto_field },
	{ .command = COMMAND_NEW, .label = N_("ny"), .needs = NEED_WRITE,
	  .handler = on_new },
	{ .command = COMMAND_UNDO, .label = N_("ångra"), .handler = on_undo },
	{ .command = COMMAND_REDO, .handler = on_redo },
	{ .command = COMMAND_RESTORE, .needs = NEED_FIELD, .handler = on_restore },
	{ .command = COMMAND_FILL_FROM_PREVIOUS, .needs = NEED_PREVIOUS,
	  .handler = on_fill },
	{ .command = COMMAND_PREVIOUS_FIELD, .handler = on_previous_field },
	{ .command = COMMAND_NEXT_SECTION, .handler = on_next_section },
	{ .command = COMMAND_PREVIOUS_SECTION, .handler = on_previous_section },
	{ .command = COMMAND_OVERRULE, .needs = NEED_FIELD | NEED_WRITE,
	  .handler = on_overrule },
	{ .command = COMMAND_NOTE, .needs = NEED_FIELD | NEED_WRITE,
	  .handler = on_note },
	{ .command = COMMAND_ADD_ROW, .needs = NEED_FIELD, .handler = on_add_row },
	{ .command = COMMAND_REMOVE_ROW, .needs = NEED_FIELD, .handler = on_remove_row },
	{ .command = COMMAND_PREVIOUS_RECORD, .handler = on_previous_record },
	{ .command = COMMAND_NEXT_RECORD, .handler = on_next_record },
	{ .command = COMMAND_CLOSE, .handler = on_close },
};

static const struct keymap entry_keymap = KEYMAP(bindings, NULL);

/* ---- the view ---- */

static void title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	entry_help_title(ui, self, left, right);
}

static void draw(struct ui *ui, void *self, struct area a)
{
	(void)ui;
	entry_draw(self, a);
}

static void status(struct ui *ui, void *self, struct text *out)
{
	(void)ui;
	entry_help_status(self, out);
}

static unsigned key(struct ui *ui, void *self, const struct key *key)
{
	return entry_field_key(ui, self, key);
}

static unsigned has(struct ui *ui, void *self)
{
	const struct entry_view *v = self;
	unsigned needs = NEED_WRITE;

	(void)ui;
	if (v->previous)
		needs |= NEED_PREVIOUS;
	if (v->has_stop)
		needs |= NEED_FIELD;
	if (v->has_stop && entry_field_choices(v))
		needs |= NEED_LIST;
	if (v->has_stop && entry_field_form(v)->type == FIELD_IDENTITY_NUMBER)
		needs |= NEED_SEALED;
	if (v->changed)
		needs |= NEED_CHANGE;
	return needs;
}

static void help(struct ui *ui, void *self, struct text *out)
{
	entry_help_field(ui, self, out);
}

/* The language may have been switched in the view above, or right here. */
static void take_language(struct ui *ui, struct entry_view *v)
{
	struct err e = { "" };

	if (v->lang == lang_get())
		return;
	v->lang = lang_get();
	if (!entry_refresh(v->entry, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	if (!v->edited)
		entry_field_begin(v);
}

/* A question can't be followed by a list while it is still on top. */
static void resume(struct ui *ui, void *self)
{
	struct entry_view *v = self;

	take_language(ui, v);
	entry_note_load(ui, v);
	if (v->review)
		entry_choose_finding(ui, v);
	v->review = false;
}

static void abandon(struct ui *ui, void *self)
{
	(void)ui;
	entry_field_rescue(self);
}

static void close_view(struct ui *ui, void *self)
{
	struct entry_view *v = self;
	struct err e = { "" };

	if (!entry_close(v->entry, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	if (!entry_close(v->previous, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	marks_done(&v->marks);
	entry_layout_done(&v->layout);
	lineedit_done(&v->edit);
	free(v);
}

static const struct view_ops ops = {
	.name = "entry",
	.title = title,
	.draw = draw,
	.status = status,
	.keymap = &entry_keymap,
	.key = key,
	.has = has,
	.help = help,
	.resume = resume,
	.abandon = abandon,
	.close = close_view,
};

void entry_view_open(struct ui *ui, struct entry *entry)
{
	static const struct entry_siblings alone = { .open = NULL };

	entry_view_open_among(ui, entry, &alone);
}

void entry_view_open_at(struct ui *ui, struct entry *entry, size_t field, size_t row)
{
	const struct finding *finding;
	struct entry_view *v;

	entry_view_open(ui, entry);
	v = ui->top->self;
	v->complete = true;
	entry_move_to(v, (struct entry_place){ field, row });
	finding = entry_field_finding(v, v->at);
	if (finding)
		entry_move_say(ui, v, finding);
}

void entry_view_open_among(struct ui *ui, struct entry *entry,
			   const struct entry_siblings *siblings)
{
	struct entry_view *v = mem_alloc(sizeof(*v));

	v->entry = entry;
	v->siblings = *siblings;
	v->lang = lang_get();
	v->stays = setting_is(ui->app, SETTING_MOVE_ON, "0");
	v->complete = entry_draft(entry) != 0;
	/* Papers come in piles: after a new record there is another one. */
	v->usual = record_id(entry_record(entry))[0] ? 0 : 1;
	entry_note_load(ui, v);
	entry_move_home(v);
	ui_push(ui, &ops, v);
}
