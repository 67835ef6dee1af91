/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the entry screen; see entry_draw.h. */
#include "ui/entry_draw.h"

#include <string.h>

#include "app/entry.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/record.h"
#include "model/value.h"
#include "ui/entry_field.h"
#include "ui/entry_guess.h"
#include "ui/entry_private.h"

enum {
	MARK_X = 1,
	LABEL_X = 3,
	GAP = 2,           /* between label, value and echo */
	BOX_SHORT = 12,    /* where a date, a number or a code is typed */
	BOX_CODE = 26,
	BOX_NUMBER = 14,   /* a personal identity number with its sign */
	ECHO_X = 24,       /* where echoes stand, from the value on, if they can */
	PANEL_MAX = 60,
	FIRST_MAX = 38,    /* the widest first column of several */
	TALL = 16,         /* from this height on findings have two lines */
	SIGN_SIZE = 24,
	MAX_ALTERNATIVES = 400,   /* bytes; no line is longer */
};

/* Where things stand on this screen, at this size. */
struct place {
	struct area a;     /* the lines of the record */
	int value_x;
};

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* ---- a field ---- */

/* The row that is there to be begun, after others. */
static bool is_empty_row(const struct entry_view *v, struct entry_place place)
{
	size_t part = entry_form(v->entry)->fields[place.field].part;

	return place.row > 0 && place.row >= record_rows(entry_record(v->entry), part);
}

static void draw_mark(const struct entry_view *v, struct area line,
		      struct entry_place place)
{
	const struct form_field *field = &entry_form(v->entry)->fields[place.field];
	const struct finding *finding = entry_field_finding(v, place);

	if (finding && finding->severity == SEVERITY_ERROR)
		draw_text(line, 0, MARK_X, ROLE_ERROR, "!");
	else if (finding)
		draw_text(line, 0, MARK_X, ROLE_WARNING, "~");
	else if (record_is_carried(entry_record(v->entry), place.field))
		draw_text(line, 0, MARK_X, ROLE_WARNING, line.on->ascii ? ">" : "»");
	else if (field->calculation[0])
		draw_text(line, 0, MARK_X, ROLE_COMPUTED, "=");
	else if (entry_is_read_only(v->entry, place.field))
		draw_text(line, 0, MARK_X, ROLE_LOCKED, "#");
	else if (entry_is_required(v->entry, place.field) && !is_empty_row(v, place))
		draw_text(line, 0, MARK_X, ROLE_MANDATORY, "*");
}

/* A question waits for an answer here, whatever else is to be said of the field. */
static void draw_question(const struct entry_view *v, struct area line,
			  struct entry_place place)
{
	if (marks_find_question(&v->marks, entry_record(v->entry), place.field,
				place.row))
		draw_text(line, 0, MARK_X + 1, ROLE_WARNING, "?");
}

static void show_value(const struct entry_view *v, struct entry_place place,
		       struct text *out)
{
	entry_show(v->entry, place.field, place.row, out);
}

/* Alternatives with their numbers, for a field that is empty. */
static void add_alternatives(const struct entry_view *v, struct text *out)
{
	const struct choices *choices = entry_field_choices(v);

	size_t count = choices ? choices_count(choices) : 0;

	for (size_t i = 0; i < count && out->length < MAX_ALTERNATIVES; i++) {
		char room[SIGN_SIZE];
		const char *sign = entry_guess_sign(entry_field_form(v), choices, i, room,
						    sizeof(room));
		const char *label = lang_pick(choices_at(choices, i)->label);

		/* "25 %" tells its code itself. */
		if (!strncmp(sign, label, strlen(sign)))
			sign = "";
		text_addf(out, "%s%s%s%s", i ? " · " : "", sign, sign[0] ? " " : "",
			  label);
	}
}

/* What stands beside the box one types in. */
static void draw_beside(const struct entry_view *v, struct area rest)
{
	struct text beside = { 0 };

	entry_field_match(v, &beside);
	if (!entry_field_is_edited(v))
		value_echo(entry_field_form(v), entry_field_value(v), &beside);
	if (!v->edit.text.length)
		add_alternatives(v, &beside);
	draw_cell(rest, ROLE_HINT, ALIGN_LEFT, text_get(&beside));
	text_done(&beside);
}

static int box_width(const struct entry_view *v, int room)
{
	switch (entry_field_form(v)->type) {
	case FIELD_DATE:
	case FIELD_INTEGER:
	case FIELD_DECIMAL:
		return smaller(BOX_SHORT, room);
	case FIELD_SELECT_ONE:
	case FIELD_SELECT_MULTIPLE:
		return smaller(BOX_CODE, room);
	case FIELD_IDENTITY_NUMBER:
		return smaller(BOX_NUMBER, room);
	default:
		return room;
	}
}

/* A value nobody has begun to edit is read from its beginning. */
static void draw_untouched(const struct entry_view *v, struct area box)
{
	struct text shown = { 0 };

	/* What is hidden is not in the editor. */
	text_add(&shown, lineedit_get(&v->edit));
	if (!shown.length && !entry_field_is_edited(v))
		show_value(v, v->at, &shown);
	draw_cell(box, ROLE_FOCUS, ALIGN_LEFT, text_get(&shown));
	draw_cursor(box, 0, utf8_width(text_get(&shown)));
	text_wipe(&shown);
}

/* The box, from x on within `room` columns; over the rest of the line what it means. */
static void draw_box_at(struct entry_view *v, struct area line, int x, int room)
{
	int width = box_width(v, room - 1);
	struct area rest = area_cut(line, 0, x + width + GAP, 1, line.width);

	draw_clear(area_cut(line, 0, x, 1, line.width), ROLE_TEXT);
	draw_text(line, 0, x - 1, ROLE_HINT, "[");
	draw_text(line, 0, x + width, ROLE_HINT, "]");
	draw_beside(v, rest);
	if (v->edit.replacing)
		draw_untouched(v, area_cut(line, 0, x, 1, width));
	else
		lineedit_draw(&v->edit, area_cut(line, 0, x, 1, width), ROLE_FOCUS);
}

/* Choices made so far with the cursor after them, until the next one is typed. */
static void draw_several(struct entry_view *v, struct area line, int x, int room)
{
	struct lineedit shown = { .replacing = false };
	struct text labels = { 0 };

	if (entry_field_is_edited(v) || !entry_field_value(v)[0]) {
		draw_box_at(v, line, x, room);
		return;
	}
	show_value(v, v->at, &labels);
	text_add(&labels, ", ");
	lineedit_begin(&shown, text_get(&labels), 0);
	draw_text(line, 0, x - 1, ROLE_HINT, "[");
	draw_text(line, 0, x + room - 1, ROLE_HINT, "]");
	lineedit_draw(&shown, area_cut(line, 0, x, 1, room - 1), ROLE_FOCUS);
	lineedit_done(&shown);
	text_done(&labels);
}

static bool is_focused(const struct entry_view *v, struct entry_place place)
{
	return v->has_stop && place.field == v->at.field && place.row == v->at.row;
}

static void draw_focused(struct entry_view *v, struct area line, int x, int room)
{
	if (entry_field_takes_several(v))
		draw_several(v, line, x, room);
	else
		draw_box_at(v, line, x, room);
}

/* A value with its echo; what does not matter now is said to be so. */
static void draw_shown(const struct entry_view *v, struct entry_place place,
		       struct area room)
{
	const struct form_field *field = &entry_form(v->entry)->fields[place.field];
	const char *kept = record_get(entry_record(v->entry), place.field, place.row);
	bool aside = !entry_is_relevant(v->entry, place.field);
	struct text value = { 0 }, echo = { 0 };
	int x;

	show_value(v, place, &value);
	if (aside)
		text_add(&echo, value.length ? _("inte aktuell, sparas inte") :
					       _("inte aktuell"));
	else
		value_echo(field, kept, &echo);
	draw_cell(room, aside ? ROLE_LOCKED : ROLE_VALUE, ALIGN_LEFT, text_get(&value));
	x = value.length ? utf8_width(text_get(&value)) + GAP : 0;
	if (x && x < ECHO_X && room.width > ECHO_X + BOX_SHORT)
		x = ECHO_X;
	draw_cell(area_cut(room, 0, x, 1, room.width), aside ? ROLE_LOCKED : ROLE_HINT,
		  ALIGN_LEFT, text_get(&echo));
	text_done(&value);
	text_done(&echo);
}

static void draw_field(struct entry_view *v, const struct place *p, struct area line,
		       struct entry_place place)
{
	const struct form_field *field = &entry_form(v->entry)->fields[place.field];
	int room = line.width - p->value_x - 1;
	bool aside = !entry_is_relevant(v->entry, place.field);

	if (!aside)
		draw_mark(v, line, place);
	draw_question(v, line, place);
	draw_cell(area_cut(line, 0, LABEL_X, 1, p->value_x - GAP - LABEL_X),
		  aside ? ROLE_LOCKED : ROLE_LABEL, ALIGN_LEFT, lang_pick(field->label));
	if (is_focused(v, place))
		draw_focused(v, line, p->value_x, room);
	else
		draw_shown(v, place, area_cut(line, 0, p->value_x, 1, room));
}

/* ---- a row of several fields ---- */

/* The fields of a section that are shown, from first to last. */
static size_t columns_of(const struct form *form, size_t section, size_t *first)
{
	const struct form_section *s = &form->sections[section];
	size_t count = 0;

	*first = s->first_field;
	for (size_t f = s->first_field; f < s->first_field + s->field_count; f++)
		if (!form->fields[f].hidden && count++ == 0)
			*first = f;
	return count;
}

/* Where column i of n begins: the first has three fifths of the room at most. */
static int column_x(const struct place *p, size_t i, size_t n)
{
	int room = p->a.width - p->value_x, wide = smaller(room * 3 / 5, FIRST_MAX);

	if (i == 0 || n < 2)
		return p->value_x;
	return p->value_x + wide + (int)(i - 1) * ((room - wide) / (int)(n - 1));
}

/* The focused one last: what it says of itself covers those after it. */
static void draw_row(struct entry_view *v, const struct place *p, struct area line,
		     const struct entry_line *it)
{
	const struct form *form = entry_form(v->entry);
	size_t first, count = columns_of(form, it->section, &first);

	for (size_t i = 0; i < count; i++) {
		struct entry_place place = { first + i, it->place.row };
		int x = column_x(p, i, count);
		int end = i + 1 < count ? column_x(p, i + 1, count) : line.width;

		if (entry_field_finding(v, place) || i == 0)
			draw_mark(v, line, place);
		draw_question(v, line, place);
		draw_shown(v, place, area_cut(line, 0, x, 1, end - x - 1));
	}
	if (it->place.row == 0)
		draw_cell(area_cut(line, 0, LABEL_X, 1, p->value_x - GAP - LABEL_X),
			  ROLE_LABEL, ALIGN_LEFT, lang_pick(form->fields[first].label));
	for (size_t i = 0; i < count; i++) {
		int x = column_x(p, i, count);
		int end = i + 1 < count ? column_x(p, i + 1, count) - 1 : x + BOX_SHORT;

		if (is_focused(v, (struct entry_place){ first + i, it->place.row }))
			draw_focused(v, line, x, end - x);
	}
}

static void draw_heading(struct entry_view *v, const struct place *p, struct area line,
			 const struct entry_line *it)
{
	const struct form *form = entry_form(v->entry);
	const struct form_section *s = &form->sections[it->section];
	size_t first, count = columns_of(form, it->section, &first);
	int x = draw_text(line, 0, MARK_X, ROLE_HEADING, lang_pick(s->label));

	if (it->aside)
		draw_text(line, 0, x + GAP, ROLE_LOCKED, _("inte aktuellt"));
	for (size_t i = 1; s->repeats && !it->aside && i < count; i++)
		if (column_x(p, i, count) > x)
			draw_text(line, 0, column_x(p, i, count), ROLE_LABEL,
				  lang_pick(form->fields[first + i].label));
}

/* ---- all lines ---- */

static int label_width(const struct entry_view *v, int width)
{
	const struct form *form = entry_form(v->entry);
	int widest = 0;

	for (size_t f = 0; f < form->field_count; f++) {
		int label = utf8_width(lang_pick(form->fields[f].label));

		if (!form->fields[f].hidden && form->fields[f].type != FIELD_NOTE &&
		    label > widest)
			widest = label;
	}
	return smaller(widest, width * 2 / 5);
}

static void draw_line_of(struct entry_view *v, const struct place *p, int y,
			 const struct entry_line *it)
{
	const struct form *form = entry_form(v->entry);
	struct area line = area_line(p->a, y);

	switch (it->kind) {
	case ENTRY_LINE_HEADING:
		draw_heading(v, p, line, it);
		break;
	case ENTRY_LINE_NOTE:
		draw_cell(area_cut(line, 0, LABEL_X, 1, line.width), ROLE_HINT,
			  ALIGN_LEFT, lang_pick(form->fields[it->place.field].label));
		break;
	case ENTRY_LINE_FIELD:
		draw_field(v, p, line, it->place);
		break;
	case ENTRY_LINE_ROW:
		draw_row(v, p, line, it);
		break;
	}
}

static void draw_lines(struct entry_view *v, struct area a)
{
	struct place p = { a, LABEL_X + label_width(v, a.width) + GAP };
	size_t height = a.height > 0 ? (size_t)a.height : 1, sections, at;
	size_t focus = entry_layout_line(&v->layout, entry_form(v->entry), v->at);
	bool roomy;
	int y = 0;

	sections = entry_layout_sections(&v->layout, 0, &at);
	roomy = v->layout.line_count + sections <= height;
	v->top = entry_layout_scroll(&v->layout, v->top, height, focus);
	for (size_t i = v->top; i < v->layout.line_count && y < a.height; i++) {
		if (roomy && i > 0 && v->layout.lines[i].kind == ENTRY_LINE_HEADING)
			y++;
		draw_line_of(v, &p, y++, &v->layout.lines[i]);
	}
}

/* ---- findings ---- */

static enum role finding_role(const struct finding *it)
{
	return it->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_WARNING;
}

/* The gravest finding of the focused field, in full if it fits. */
static void draw_finding(const struct entry_view *v, struct area a)
{
	const struct finding *it = entry_field_finding(v, v->at);
	struct text said = { 0 };
	const char *word;
	enum role role;
	int x;

	if (!it && !v->trouble.text[0])
		return;
	role = v->trouble.text[0] ? ROLE_ERROR : finding_role(it);
	word = role == ROLE_ERROR ? _("! FEL") : _("~ VARNING");
	if (v->trouble.text[0])
		text_add(&said, v->trouble.text);
	else if (!it->rule[0] || !strcmp(it->rule, entry_field_form(v)->name))
		text_add(&said, it->message);
	else
		text_addf(&said, "%s (%s)", it->message, it->rule);
	x = draw_text(a, 0, MARK_X, role, word) + GAP;
	draw_paragraph(area_cut(a, 0, x, a.height, a.width - x - 1), ROLE_TEXT,
		       text_get(&said));
	text_done(&said);
}

static void draw_panel(const struct entry_view *v, struct area a)
{
	const struct form *form = entry_form(v->entry);
	int y = 1;

	draw_text(a, 0, 0, ROLE_HEADING, _("Att se över"));
	for (size_t i = 0; i < entry_finding_count(v->entry) && y < a.height; i++) {
		const struct finding *it = entry_finding(v->entry, i);
		struct area rest = area_cut(a, y, 2, a.height, a.width);

		if (!entry_field_shows(v, it))
			continue;
		draw_text(a, y, 0, finding_role(it),
			  it->severity == SEVERITY_ERROR ? "!" : "~");
		draw_text(rest, 0, 0, ROLE_LABEL,
			  lang_pick(form->fields[it->field].label));
		y += 1 + draw_paragraph(area_cut(rest, 1, 0, a.height, rest.width),
					ROLE_TEXT, it->message);
	}
	if (y == 1)
		draw_text(a, 1, 0, ROLE_HINT, _("Inget just nu."));
}

void entry_draw(struct entry_view *v, struct area a)
{
	int said = a.height >= TALL ? 2 : 1;
	int panel = 0;

	if (a.width >= ENTRY_DRAW_PANEL_FROM)
		panel = smaller(PANEL_MAX, a.width / 3);
	draw_finding(v, area_cut(a, a.height - said, 0, said, a.width));
	a = area_cut(a, 0, 0, a.height - said, a.width);
	if (panel)
		draw_panel(v, area_cut(a, 0, a.width - panel, a.height, panel - 1));
	draw_lines(v, area_cut(a, 0, 0, a.height, a.width - panel - (panel ? GAP : 0)));
}
