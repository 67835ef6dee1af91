/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record while it is being keyed; see record.h. */
#include "model/record.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"

/* All rows of one field. */
struct values {
	char **now, **original;   /* NULL stands for "" */
	size_t rows;
	bool carried;
};

struct change {
	long step;
	size_t field, row;
	char *old, *new;
};

struct record {
	const struct form *form;
	char *id;
	struct values *values;    /* one per field of the form */
	struct change *changes;   /* all that was done, those undone last */
	size_t count, capacity;
	size_t done;              /* how many of them hold now */
	long step;
	struct record_listener listener;
};

struct record *record_new(const struct form *form)
{
	struct record *r = mem_alloc(sizeof(*r));

	r->form = form;
	r->id = mem_text("");
	r->values = mem_alloc(form->field_count * sizeof(*r->values));
	return r;
}

static void drop_changes(struct record *r, size_t from)
{
	for (size_t i = from; i < r->count; i++) {
		free(r->changes[i].old);
		free(r->changes[i].new);
	}
	r->count = from;
}

void record_free(struct record *r)
{
	if (!r)
		return;
	for (size_t f = 0; f < r->form->field_count; f++) {
		for (size_t row = 0; row < r->values[f].rows; row++) {
			free(r->values[f].now[row]);
			free(r->values[f].original[row]);
		}
		free(r->values[f].now);
		free(r->values[f].original);
	}
	drop_changes(r, 0);
	free(r->changes);
	free(r->values);
	free(r->id);
	free(r);
}

const struct form *record_form(const struct record *r)
{
	return r->form;
}

const char *record_id(const struct record *r)
{
	return r->id;
}

void record_set_id(struct record *r, const char *id)
{
	char *copy = mem_text(id);

	free(r->id);
	r->id = copy;
}

void record_listen(struct record *r, struct record_listener listener)
{
	r->listener = listener;
}

const char *record_get(const struct record *r, size_t field, size_t row)
{
	const struct values *v = &r->values[field];

	return row < v->rows && v->now[row] ? v->now[row] : "";
}

const char *record_original(const struct record *r, size_t field, size_t row)
{
	const struct values *v = &r->values[field];

	return row < v->rows && v->original[row] ? v->original[row] : "";
}

static size_t filled_rows(const struct record *r, size_t field)
{
	size_t rows = r->values[field].rows;

	while (rows && !record_get(r, field, rows - 1)[0])
		rows--;
	return rows;
}

size_t record_rows(const struct record *r, size_t part)
{
	const struct form_part *p = &r->form->parts[part];
	size_t rows = 0;

	if (!p->repeats)
		return 1;
	for (size_t f = p->first_field; f < p->first_field + p->field_count; f++) {
		size_t filled = filled_rows(r, f);

		rows = filled > rows ? filled : rows;
	}
	return rows;
}

void record_join(const struct record *r, size_t field, struct text *out)
{
	const char *separator = "";

	for (size_t row = 0; row < r->values[field].rows; row++) {
		const char *value = record_get(r, field, row);

		if (!value[0])
			continue;
		text_add(out, separator);
		text_add(out, value);
		separator = " ";
	}
}

/* The place of a value, made when it is not there yet. */
static char **slot(struct values *v, char ***all, size_t row)
{
	assert(row < RECORD_MAX_ROWS);
	if (row >= v->rows) {
		size_t now = v->rows, original = v->rows;

		v->now = mem_grow(v->now, &now, row + 1, sizeof(*v->now));
		v->original = mem_grow(v->original, &original, row + 1,
				       sizeof(*v->original));
		v->rows = now;
	}
	return &(*all)[row];
}

static void put(struct values *v, char ***all, size_t row, const char *value)
{
	char **place = slot(v, all, row);
	char *copy = value[0] ? mem_text(value) : NULL;

	free(*place);
	*place = copy;
}

void record_fill(struct record *r, size_t field, size_t row, const char *value)
{
	struct values *v = &r->values[field];
	char *copy = mem_text(value);

	put(v, &v->now, row, copy);
	put(v, &v->original, row, copy);
	free(copy);
}

void record_begin_step(struct record *r)
{
	r->step++;
}

static void note(struct record *r, long step, const struct change *c, bool back)
{
	if (r->listener.changed)
		r->listener.changed(r->listener.owner, step, c->field, c->row,
				    back ? c->new : c->old, back ? c->old : c->new);
}

static struct change *append(struct record *r, size_t field, size_t row,
			     const char *value)
{
	struct change *c;

	drop_changes(r, r->done);
	r->changes = mem_grow(r->changes, &r->capacity, r->count + 1,
			      sizeof(*r->changes));
	c = &r->changes[r->count++];
	*c = (struct change){ r->step, field, row, mem_text(record_get(r, field, row)),
			      mem_text(value) };
	r->done = r->count;
	return c;
}

static void apply(struct record *r, const struct change *c, bool back)
{
	struct values *v = &r->values[c->field];

	put(v, &v->now, c->row, back ? c->old : c->new);
}

bool record_change(struct record *r, size_t field, size_t row, const char *value)
{
	const struct change *c;

	r->values[field].carried = false;
	if (!strcmp(record_get(r, field, row), value))
		return false;
	c = append(r, field, row, value);
	apply(r, c, false);
	note(r, c->step, c, false);
	return true;
}

void record_remove_row(struct record *r, size_t part, size_t row)
{
	const struct form_part *p = &r->form->parts[part];
	size_t rows = record_rows(r, part);

	for (; row < rows; row++) {
		size_t end = p->first_field + p->field_count;

		for (size_t f = p->first_field; f < end; f++) {
			char *next = mem_text(record_get(r, f, row + 1));

			record_change(r, f, row, next);
			free(next);
		}
	}
}

bool record_undo(struct record *r, size_t *field, size_t *row)
{
	long step;

	if (!r->done)
		return false;
	step = r->changes[r->done - 1].step;
	while (r->done && r->changes[r->done - 1].step == step) {
		const struct change *c = &r->changes[--r->done];

		apply(r, c, true);
		note(r, -step, c, true);
		*field = c->field;
		*row = c->row;
	}
	return true;
}

bool record_redo(struct record *r, size_t *field, size_t *row)
{
	long step;

	if (r->done == r->count)
		return false;
	step = r->changes[r->done].step;
	*field = r->changes[r->done].field;
	*row = r->changes[r->done].row;
	while (r->done < r->count && r->changes[r->done].step == step) {
		const struct change *c = &r->changes[r->done++];

		apply(r, c, false);
		note(r, step, c, false);
	}
	return true;
}

/* Whether the journal's row is the next change done again. */
static bool is_redo(const struct record *r, long step, size_t field, size_t row)
{
	const struct change *c;

	if (r->done == r->count)
		return false;
	c = &r->changes[r->done];
	return c->step == step && c->field == field && c->row == row;
}

void record_replay(struct record *r, long step, size_t field, size_t row,
		   const char *old, const char *new)
{
	struct change *c;

	if (step < 0) {
		if (r->done)
			apply(r, &r->changes[--r->done], true);
		return;
	}
	if (is_redo(r, step, field, row)) {
		apply(r, &r->changes[r->done++], false);
		return;
	}
	r->step = step;
	c = append(r, field, row, new);
	free(c->old);
	c->old = mem_text(old);
	apply(r, c, false);
}

void record_settle(struct record *r)
{
	for (size_t f = 0; f < r->form->field_count; f++) {
		struct values *v = &r->values[f];

		v->carried = false;
		for (size_t row = 0; row < v->rows; row++)
			put(v, &v->original, row, record_get(r, f, row));
	}
	drop_changes(r, 0);
	r->done = 0;
}

bool record_is_changed(const struct record *r)
{
	for (size_t f = 0; f < r->form->field_count; f++)
		for (size_t row = 0; row < r->values[f].rows; row++)
			if (strcmp(record_get(r, f, row), record_original(r, f, row)))
				return true;
	return false;
}

bool record_is_carried(const struct record *r, size_t field)
{
	return r->values[field].carried;
}

void record_set_carried(struct record *r, size_t field, bool carried)
{
	r->values[field].carried = carried;
}
