/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which line shows which field; see entry_layout.h. */
#include "ui/entry_layout.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/form.h"
#include "model/record.h"

/* Lines to be seen after the section one is in: a heading and its first field. */
enum { AHEAD = 2 };

static void add_line(struct entry_layout *l, struct entry_line line)
{
	l->lines = mem_grow(l->lines, &l->line_capacity, l->line_count + 1,
			    sizeof(*l->lines));
	l->lines[l->line_count++] = line;
}

static void add_stop(struct entry_layout *l, size_t field, size_t row)
{
	l->stops = mem_grow(l->stops, &l->stop_capacity, l->stop_count + 1,
			    sizeof(*l->stops));
	l->stops[l->stop_count++] = (struct entry_place){ field, row };
}

static bool is_question(const struct form_field *field)
{
	return field->type != FIELD_NOTE && !field->hidden;
}

/* A note that does not matter now, and a number the register does not keep, are not there
 * at all; other fields are there but set aside. */
static bool is_seen(const struct entry_facts *facts, size_t field)
{
	const struct form_field *it = &facts->form->fields[field];
	bool goes = it->type == FIELD_NOTE || it->type == FIELD_IDENTITY_NUMBER;

	return !it->hidden && (!goes || facts->is_relevant(facts->record, field));
}

static bool is_stop(const struct entry_facts *facts, size_t field)
{
	return is_question(&facts->form->fields[field]) &&
	       facts->is_relevant(facts->record, field) &&
	       !facts->is_read_only(facts->record, field);
}

/* The first field of a section that is shown, and whether any of them matters. */
static bool look_through(const struct entry_facts *facts, const struct form_section *s,
			 size_t *first, bool *aside)
{
	bool any = false;

	*aside = true;
	for (size_t f = s->first_field; f < s->first_field + s->field_count; f++) {
		if (facts->form->fields[f].hidden)
			continue;
		if (!any)
			*first = f;
		any = true;
		if (facts->is_relevant(facts->record, f))
			*aside = false;
	}
	return any;
}

static void add_fields(struct entry_layout *l, const struct entry_facts *facts,
		       size_t section)
{
	const struct form_section *s = &facts->form->sections[section];

	for (size_t f = s->first_field; f < s->first_field + s->field_count; f++) {
		const struct form_field *field = &facts->form->fields[f];
		bool note = field->type == FIELD_NOTE;

		if (!is_seen(facts, f))
			continue;
		add_line(l, (struct entry_line){
				    .kind = note ? ENTRY_LINE_NOTE : ENTRY_LINE_FIELD,
				    .section = section, .place = { f, 0 } });
		if (is_stop(facts, f))
			add_stop(l, f, 0);
	}
}

/* One row of a repeating section; of the empty one only the first field can be typed. */
static void add_row(struct entry_layout *l, const struct entry_facts *facts,
		    size_t section, size_t row, bool empty)
{
	const struct form_section *s = &facts->form->sections[section];

	for (size_t f = s->first_field; f < s->first_field + s->field_count; f++) {
		if (!is_stop(facts, f))
			continue;
		add_stop(l, f, row);
		if (empty)
			return;
	}
}

static void add_rows(struct entry_layout *l, const struct entry_facts *facts,
		     size_t section, size_t first, bool focused)
{
	size_t rows = facts->rows(facts->record, facts->form->fields[first].part);

	for (size_t row = 0; row <= rows && row < RECORD_MAX_ROWS; row++) {
		if (row < rows || rows == 0 || focused)
			add_line(l, (struct entry_line){ .kind = ENTRY_LINE_ROW,
							 .section = section,
							 .place = { first, row } });
		add_row(l, facts, section, row, row == rows);
	}
}

void entry_layout_make(struct entry_layout *l, const struct entry_facts *facts,
		       struct entry_place focus)
{
	const struct form *form = facts->form;

	l->line_count = l->stop_count = 0;
	for (size_t i = 0; i < form->section_count; i++) {
		const struct form_section *s = &form->sections[i];
		bool aside;
		size_t first;

		if (!look_through(facts, s, &first, &aside))
			continue;
		add_line(l, (struct entry_line){ .kind = ENTRY_LINE_HEADING, .section = i,
						 .place = { first, 0 }, .aside = aside });
		if (aside)
			continue;
		if (s->repeats)
			add_rows(l, facts, i, first,
				 form->fields[focus.field].section == i);
		else
			add_fields(l, facts, i);
	}
}

void entry_layout_done(struct entry_layout *l)
{
	free(l->lines);
	free(l->stops);
	*l = (struct entry_layout){ .lines = NULL };
}

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

int entry_layout_compare(const struct form *form, struct entry_place a,
			 struct entry_place b)
{
	int sections = compare_sizes(form->fields[a.field].section,
				     form->fields[b.field].section);

	if (sections)
		return sections;
	return a.row != b.row ? compare_sizes(a.row, b.row) :
				compare_sizes(a.field, b.field);
}

bool entry_layout_step(const struct entry_layout *l, const struct form *form, int step,
		       struct entry_place *place)
{
	for (size_t i = 0; i < l->stop_count; i++) {
		struct entry_place stop = l->stops[step > 0 ? i : l->stop_count - 1 - i];

		if (entry_layout_compare(form, stop, *place) * step > 0) {
			*place = stop;
			return true;
		}
	}
	return false;
}

static size_t section_of(const struct form *form, struct entry_place place)
{
	return form->fields[place.field].section;
}

bool entry_layout_section(const struct entry_layout *l, const struct form *form,
			  int step, struct entry_place *place)
{
	size_t from = section_of(form, *place), found = l->stop_count;

	for (size_t i = 0; i < l->stop_count; i++) {
		size_t section = section_of(form, l->stops[i]);

		if (step > 0 ? section > from : section < from)
			found = i;
		if (found == i && step > 0)
			break;
	}
	if (found == l->stop_count)
		return false;
	/* The last stop before this section was found: its section begins earlier. */
	while (step < 0 && found > 0 && section_of(form, l->stops[found - 1]) ==
						section_of(form, l->stops[found]))
		found--;
	*place = l->stops[found];
	return true;
}

bool entry_layout_settle(const struct entry_layout *l, const struct form *form,
			 struct entry_place *place)
{
	size_t section = section_of(form, *place), i = 0;

	if (!l->stop_count)
		return false;
	while (i < l->stop_count && entry_layout_compare(form, l->stops[i], *place) < 0)
		i++;
	if (i == l->stop_count || (i > 0 && section_of(form, l->stops[i]) != section &&
				   section_of(form, l->stops[i - 1]) == section))
		i--;
	*place = l->stops[i];
	return true;
}

size_t entry_layout_line(const struct entry_layout *l, const struct form *form,
			 struct entry_place place)
{
	for (size_t i = 0; i < l->line_count; i++) {
		const struct entry_line *line = &l->lines[i];

		if (line->kind == ENTRY_LINE_FIELD && line->place.field == place.field)
			return i;
		if (line->kind == ENTRY_LINE_ROW && line->place.row == place.row &&
		    line->section == section_of(form, place))
			return i;
	}
	return 0;
}

size_t entry_layout_scroll(const struct entry_layout *l, size_t top, size_t height,
			   size_t line)
{
	size_t first = line, last = line;

	if (!l->line_count || l->line_count <= height)
		return 0;
	while (first > 0 && l->lines[first - 1].section == l->lines[line].section)
		first--;
	while (last + 1 < l->line_count &&
	       l->lines[last + 1].section == l->lines[line].section)
		last++;
	/* What comes next is seen coming. */
	if (last + AHEAD < l->line_count && last + AHEAD - first < height)
		last += AHEAD;
	/* Of a section higher than the screen: the focus and the lines beside it. */
	if (last - first >= height) {
		first = line > first ? line - 1 : first;
		last = line < last ? line + 1 : last;
	}
	if (last >= top + height)
		top = last + 1 - height;
	if (first < top)
		top = first;
	if (line >= top + height)
		top = line + 1 - height;
	return top + height > l->line_count ? l->line_count - height : top;
}

size_t entry_layout_sections(const struct entry_layout *l, size_t section, size_t *at)
{
	size_t count = 0;

	*at = 0;
	for (size_t i = 0; i < l->line_count; i++) {
		if (l->lines[i].kind != ENTRY_LINE_HEADING)
			continue;
		count++;
		if (l->lines[i].section <= section)
			*at = count;
	}
	return count;
}
