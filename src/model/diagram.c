/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a diagram consists of; see diagram.h. */
#include "model/diagram.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/figures.h"

bool diagram_is_declared(const struct figure_table *t)
{
	return *t->report->diagram;
}

static struct diagram_group *add_group(struct diagram_panel *p, const char *label)
{
	p->groups = mem_grow(p->groups, &p->capacity, p->count + 1, sizeof(*p->groups));
	p->groups[p->count].label = label;
	return &p->groups[p->count++];
}

static void add_bar(struct diagram_group *g, const char *label, size_t row,
		    size_t column)
{
	g->bars = mem_grow(g->bars, &g->capacity, g->count + 1, sizeof(*g->bars));
	g->bars[g->count++] = (struct diagram_bar){ label, row, column };
}

/* ---- rows without phases: columns side by side ---- */

static void add_columns(struct diagram *d)
{
	const struct figure_table *t = d->table;

	d->panels = mem_alloc(sizeof(*d->panels));
	d->panels[d->count++].title = "";
	for (size_t row = 0; row < t->rows.count; row++) {
		struct diagram_group *g;

		if (!figure_row_is_shown(t, row))
			continue;
		g = add_group(&d->panels[0], lang_pick(t->rows.items[row].label));
		for (size_t i = 0; i < t->columns.count; i++) {
			struct words label = t->columns.items[i].label;

			add_bar(g, t->columns.count > 1 ? lang_pick(label) : "", row, i);
		}
	}
}

/* ---- rows with phases: phases side by side ---- */

/* The place of the phase among a word's factors, or -1. */
static int phase_factor(const struct report_word *word)
{
	int phase = fact_find_dimension("phase");

	for (size_t i = 0; i < word->factor_count; i++)
		if (word->factors[i].dimension == (size_t)phase)
			return (int)i;
	return -1;
}

static bool tells_phases(const struct report *r)
{
	for (size_t i = 0; i < r->part_count; i++)
		for (size_t j = 0; j < r->parts[i].rows.count; j++)
			if (phase_factor(&r->parts[i].rows.items[j]) < 0)
				return false;
	return r->part_count > 0;
}

static const struct code *factor_code(const struct report_factor *f, size_t i)
{
	return &f->list->items[f->codes[i]];
}

/* The row of one phase and, unless it is NULL, one other code; -1 for none shown. */
static long find_row(const struct figure_table *t, const struct report_word *word,
		     const struct code *phase, const struct code *other)
{
	bool phase_first = phase_factor(word) == 0;
	struct text key = { 0 };
	long row;

	if (other)
		text_addf(&key, "%s_%s", phase_first ? phase->code : other->code,
			  phase_first ? other->code : phase->code);
	else
		text_add(&key, phase->code);
	row = axis_find(&t->rows, text_get(&key));
	text_done(&key);
	return row >= 0 && figure_row_is_shown(t, (size_t)row) ? row : -1;
}

/* Adds a category with a bar for each of its phases. */
static void add_phases(struct diagram *d, size_t column, const struct report_word *word,
		       const struct code *other)
{
	const struct report_factor *phases = &word->factors[phase_factor(word)];
	struct diagram_group *g = NULL;

	for (size_t i = 0; i < phases->count; i++) {
		const struct code *phase = factor_code(phases, i);
		long row = find_row(d->table, word, phase, other);

		if (row < 0)
			continue;
		if (!g)
			g = add_group(&d->panels[column],
				      other ? lang_pick(other->label) : _("Alla"));
		add_bar(g, lang_pick(phase->label), (size_t)row, column);
	}
}

static void add_word(struct diagram *d, size_t column, const struct report_word *word)
{
	const struct report_factor *other = &word->factors[!phase_factor(word)];

	if (word->factor_count == 1) {
		add_phases(d, column, word, NULL);
		return;
	}
	for (size_t i = 0; i < other->count; i++)
		add_phases(d, column, word, factor_code(other, i));
}

static void add_panels(struct diagram *d)
{
	const struct figure_table *t = d->table;

	d->count = t->columns.count;
	d->panels = mem_alloc(d->count * sizeof(*d->panels));
	for (size_t column = 0; column < d->count; column++) {
		d->panels[column].title = lang_pick(t->columns.items[column].label);
		for (size_t i = 0; i < t->report->part_count; i++) {
			const struct report_words *rows = &t->report->parts[i].rows;

			for (size_t j = 0; j < rows->count; j++)
				add_word(d, column, &rows->items[j]);
		}
	}
}

/* ---- the whole ---- */

static enum report_show pick_show(unsigned shows)
{
	if (shows & REPORT_PERCENT)
		return REPORT_PERCENT;
	return (enum report_show)(shows & -shows);
}

struct diagram *diagram_new(const struct figure_table *t)
{
	struct diagram *d = mem_alloc(sizeof(*d));

	d->table = t;
	d->show = pick_show(t->columns.items[0].show);
	if (tells_phases(t->report))
		add_panels(d);
	else
		add_columns(d);
	return d;
}

void diagram_free(struct diagram *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->count; i++) {
		for (size_t j = 0; j < d->panels[i].count; j++)
			free(d->panels[i].groups[j].bars);
		free(d->panels[i].groups);
	}
	free(d->panels);
	free(d);
}

bool diagram_value(const struct diagram *d, const struct diagram_bar *bar, double *value)
{
	struct text out = { 0 };
	bool defined = figure_print(figure_at(d->table, bar->row, bar->column), d->show,
				    &out);

	*value = defined ? strtod(text_get(&out), NULL) : 0;
	text_done(&out);
	return defined;
}
