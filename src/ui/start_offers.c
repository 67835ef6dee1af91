/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose register it can be; see start_offers.h. */
#include "ui/start_offers.h"

#include <stdlib.h>
#include <string.h>

#include "app/catalog.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

static char *municipalities_of(const struct catalog *c, const char *federation)
{
	const struct grid *memberships = catalog_reference(c, "memberships");
	const struct grid *names = catalog_reference(c, "municipalities");
	struct text out = { 0 };

	for (size_t i = 0; i < grid_rows(memberships); i++) {
		long row = -1;

		if (!strcmp(grid_get(memberships, i, 0), federation))
			row = grid_find_row(names, 0, grid_get(memberships, i, 1));
		if (row >= 0)
			text_addf(&out, "%s%s", out.length ? ", " : "",
				  grid_get(names, (size_t)row, 1));
	}
	return text_take(&out);
}

static void add(struct start_offers *o, enum start_kind kind, const char *code,
		const char *name, char *municipalities)
{
	struct text all = { 0 };

	text_addf(&all, "%s %s", name, municipalities);
	o->items = mem_grow(o->items, &o->capacity, o->count + 1, sizeof(*o->items));
	o->items[o->count++] = (struct start_offer){ kind, code, name, municipalities,
						     utf8_fold(text_get(&all)) };
	text_done(&all);
}

static int by_name(const void *a, const void *b)
{
	const struct start_offer *x = a, *y = b;

	return utf8_compare_sv(x->name, y->name);
}

void start_offers_init(struct start_offers *o, const struct catalog *c)
{
	const struct grid *g = catalog_reference(c, "federations");

	for (size_t i = 0; i < grid_rows(g); i++)
		add(o, START_LISTED, grid_get(g, i, 0), grid_get(g, i, 1),
		    municipalities_of(c, grid_get(g, i, 0)));
	qsort(o->items, o->count, sizeof(*o->items), by_name);
	add(o, START_OWN, "", N_("Ett förbund som inte finns i listan …"), mem_text(""));
	add(o, START_NATIONAL, "", N_("Hela landet: tar emot förbundens leveranser"),
	    mem_text(""));
	o->shown = mem_alloc(o->count * sizeof(*o->shown));
	start_offers_search(o, "");
}

void start_offers_done(struct start_offers *o)
{
	for (size_t i = 0; i < o->count; i++) {
		free(o->items[i].municipalities);
		free(o->items[i].folded);
	}
	free(o->items);
	free(o->shown);
	*o = (struct start_offers){ .count = 0 };
}

void start_offers_search(struct start_offers *o, const char *text)
{
	char *folded = utf8_fold(text);

	o->shown_count = 0;
	for (size_t i = 0; i < o->count; i++)
		if (o->items[i].kind != START_LISTED ||
		    strstr(o->items[i].folded, folded))
			o->shown[o->shown_count++] = i;
	free(folded);
}

static bool is_taken(const struct start_offers *o, const char *code)
{
	for (size_t i = 0; i < o->count; i++)
		if (!strcmp(o->items[i].code, code))
			return true;
	return false;
}

/* The letter without what stands over it: a for å and ä. */
static char plain_letter(const char *letter)
{
	static const struct {
		const char *letter;
		char plain;
	} letters[] = {
		{ "å", 'a' }, { "ä", 'a' }, { "ö", 'o' }, { "é", 'e' }, { "ü", 'u' }
	};

	if (letter[0] >= 'a' && letter[0] <= 'z')
		return letter[0];
	if (letter[0] >= '0' && letter[0] <= '9')
		return letter[0];
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (!strncmp(letter, letters[i].letter, strlen(letters[i].letter)))
			return letters[i].plain;
	return '-';
}

char *start_offers_make_code(const struct start_offers *o, const char *name)
{
	char *folded = utf8_fold(name);
	struct text code = { 0 };

	for (size_t at = 0; folded[at] && code.length < 30; at = utf8_next(folded, at)) {
		char letter = plain_letter(folded + at);
		bool doubled = !code.length || code.bytes[code.length - 1] == '-';

		if (letter != '-' || !doubled)
			text_add_char(&code, letter);
	}
	free(folded);
	if (code.length && code.bytes[code.length - 1] == '-')
		code.bytes[--code.length] = '\0';
	if (!code.length)
		text_add(&code, "eget");
	while (is_taken(o, text_get(&code)))
		text_add(&code, "-2");
	return text_take(&code);
}
