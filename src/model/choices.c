/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a coded field offers; see choices.h. */
#include "model/choices.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/codes.h"

struct choices {
	struct choice *items;
	size_t count;
	const struct choice **sorted;   /* by code, those equal in the list's order */
	struct arena texts;
};

static const char *keep(struct choices *c, const char *text)
{
	return arena_text(&c->texts, text, strlen(text));
}

static struct choices *choices_new(size_t count)
{
	struct choices *c = mem_alloc(sizeof(*c));

	c->count = count;
	c->items = mem_alloc(count * sizeof(*c->items));
	return c;
}

/* Lists of records grow long: a code is looked for without going through them all. */
static int by_code(const void *a, const void *b)
{
	const struct choice *const *x = a, *const *y = b;
	int order = strcmp((*x)->code, (*y)->code);

	return order ? order : (*x > *y) - (*x < *y);
}

static struct choices *finish(struct choices *c)
{
	c->sorted = mem_alloc(c->count * sizeof(*c->sorted));
	for (size_t i = 0; i < c->count; i++)
		c->sorted[i] = &c->items[i];
	if (c->count)
		qsort(c->sorted, c->count, sizeof(*c->sorted), by_code);
	return c;
}

static bool is_in_group(const struct code *code, const char *group)
{
	return !group[0] || !code->group[0] || !strcmp(code->group, group) ||
	       !strcmp(code->group, "both");
}

struct choices *choices_from_codes(const struct code_list *l, const char *group)
{
	struct choices *c = choices_new(l->count);

	c->count = 0;
	for (size_t i = 0; i < l->count; i++) {
		struct choice *it = &c->items[c->count];

		if (!is_in_group(&l->items[i], group))
			continue;
		it->code = keep(c, l->items[i].code);
		it->label.sv = keep(c, l->items[i].label.sv);
		it->label.en = keep(c, l->items[i].label.en);
		c->count++;
	}
	return finish(c);
}

struct choices *choices_from_grid(const struct grid *g)
{
	struct choices *c = choices_new(grid_rows(g));

	for (size_t i = 0; i < c->count; i++) {
		c->items[i].code = keep(c, grid_get(g, i, 0));
		c->items[i].label.sv = keep(c, grid_get(g, i, 1));
		c->items[i].label.en = keep(c, grid_get(g, i, 2));
	}
	return finish(c);
}

void choices_free(struct choices *c)
{
	if (!c)
		return;
	arena_done(&c->texts);
	free(c->items);
	free(c->sorted);
	free(c);
}

size_t choices_count(const struct choices *c)
{
	return c->count;
}

const struct choice *choices_at(const struct choices *c, size_t i)
{
	return &c->items[i];
}

long choices_find(const struct choices *c, const char *code)
{
	size_t from = 0, to = c->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (strcmp(c->sorted[middle]->code, code) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from == c->count || strcmp(c->sorted[from]->code, code))
		return CHOICES_NONE;
	return c->sorted[from] - c->items;
}

const char *choices_label(const struct choices *c, const char *code)
{
	long i = choices_find(c, code);

	return i < 0 ? code : lang_pick(c->items[i].label);
}

/* Codes of records are ids, <federation>-<ULID>: nobody means part of one. */
static bool is_id(const struct choice *it)
{
	return strchr(it->code, '-') != NULL;
}

bool choices_match(const struct choices *c, size_t i, const char *folded)
{
	return (!is_id(&c->items[i]) && utf8_contains(c->items[i].code, folded)) ||
	       utf8_contains(lang_pick(c->items[i].label), folded);
}

enum fit {
	FIT_CODE,       /* the whole code */
	FIT_LABEL,      /* the whole label */
	FIT_BEGINNING,  /* the code or the label begins so */
	FIT_ANYWHERE,
	FIT_NOT,
};

static enum fit fit_of(const struct choice *it, const char *folded)
{
	char *code = utf8_fold(it->code);
	char *label = utf8_fold(lang_pick(it->label));
	size_t length = strlen(folded);
	bool typed = !is_id(it);
	enum fit fit = FIT_NOT;

	if (!strcmp(code, folded))
		fit = FIT_CODE;
	else if (!strcmp(label, folded))
		fit = FIT_LABEL;
	else if ((typed && !strncmp(code, folded, length)) ||
		 !strncmp(label, folded, length))
		fit = FIT_BEGINNING;
	else if ((typed && strstr(code, folded)) || strstr(label, folded))
		fit = FIT_ANYWHERE;
	free(code);
	free(label);
	return fit;
}

long choices_guess(const struct choices *c, const char *typed)
{
	long best[FIT_NOT] = { CHOICES_NONE, CHOICES_NONE, CHOICES_NONE, CHOICES_NONE };
	char *folded = utf8_fold(typed);
	long found = CHOICES_NONE;

	for (size_t i = 0; folded[0] && i < c->count; i++) {
		enum fit fit = fit_of(&c->items[i], folded);

		if (fit != FIT_NOT)
			best[fit] = best[fit] == CHOICES_NONE ? (long)i : CHOICES_SEVERAL;
	}
	for (int fit = FIT_CODE; fit < FIT_NOT && found == CHOICES_NONE; fit++)
		found = best[fit];
	free(folded);
	return found;
}

bool choices_is_complete(const struct choices *c, const char *typed)
{
	char *folded = utf8_fold(typed);
	size_t length = strlen(folded), whole = 0, longer = 0;

	for (size_t i = 0; i < c->count; i++) {
		if (strncmp(c->items[i].code, folded, length))
			continue;
		if (c->items[i].code[length])
			longer++;
		else
			whole++;
	}
	free(folded);
	return whole == 1 && !longer;
}
