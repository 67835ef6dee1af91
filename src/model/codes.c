/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code lists; see codes.h. */
#include "model/codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/sheet.h"

struct codes {
	struct arena texts;
	struct code_list **lists;
	size_t count, capacity;
};

struct codes *codes_new(void)
{
	return mem_alloc(sizeof(struct codes));
}

void codes_free(struct codes *c)
{
	if (!c)
		return;
	arena_done(&c->texts);
	free(c->lists);
	free(c);
}

/* Unlike names, codes may begin with a digit: 1, 25, 30_44. */
static bool is_code(const char *code)
{
	return code[strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static struct code read_code(const struct sheet *s, size_t row)
{
	struct code it = {
		.code = sheet_need(s, row, "code"),
		.label = { sheet_need(s, row, "sv"), sheet_need(s, row, "en") },
		.group = sheet_keep(s, row, "kind"),
	};
	size_t column = (size_t)grid_find_column(s->grid, "code");

	if (!is_code(it.code))
		sheet_fault(s, row, "code", it.code,
			    _("en kod är små bokstäver a-z, siffror och _"));
	else if (it.code[0] && grid_find_row(s->grid, column, it.code) != (long)row)
		sheet_fault(s, row, "code", it.code, _("koden förekommer två gånger"));
	return it;
}

bool codes_add(struct codes *c, const char *name, const struct grid *g,
	       struct faults *f)
{
	static const char *const columns[] = { "code", "sv", "en", "kind" };
	struct sheet s = { .grid = g, .texts = &c->texts, .faults = f };
	size_t before = f->count, count = grid_rows(g);
	struct code_list *list;
	struct code *items;

	if (codes_find(c, name))
		return faults_add(f, grid_name(g), 0, 0,
				  _("%s: kodlistan finns redan"), name);
	if (!count)
		return faults_add(f, grid_name(g), 0, 0, _("%s: kodlistan är tom"), name);
	if (!sheet_check_columns(&s, columns, 4, 3))
		return false;
	items = arena_alloc(&c->texts, count * sizeof(*items));
	for (size_t row = 0; row < count; row++)
		items[row] = read_code(&s, row);
	if (f->count > before)
		return false;
	list = arena_alloc(&c->texts, sizeof(*list));
	list->name = arena_text(&c->texts, name, strlen(name));
	list->items = items;
	list->count = count;
	c->lists = mem_grow(c->lists, &c->capacity, c->count + 1, sizeof(*c->lists));
	c->lists[c->count++] = list;
	return true;
}

size_t codes_count(const struct codes *c)
{
	return c->count;
}

const struct code_list *codes_at(const struct codes *c, size_t i)
{
	return c->lists[i];
}

const struct code_list *codes_find(const struct codes *c, const char *list)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->lists[i]->name, list))
			return c->lists[i];
	return NULL;
}

const struct code *code_list_find(const struct code_list *l, const char *code)
{
	for (size_t i = 0; i < l->count; i++)
		if (!strcmp(l->items[i].code, code))
			return &l->items[i];
	return NULL;
}

const char *code_list_label(const struct code_list *l, const char *code)
{
	const struct code *it = code_list_find(l, code);

	return it ? lang_pick(it->label) : code;
}
