/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns; see axis.h. */
#include "model/axis.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/report.h"

long axis_find(const struct axis *a, const char *key)
{
	for (size_t i = 0; i < a->count; i++)
		if (!strcmp(a->items[i].key, key))
			return (long)i;
	return -1;
}

void axis_done(struct axis *a)
{
	free(a->items);
	*a = (struct axis){ 0 };
}

static size_t factor_count(const struct report_factor *f, struct axis_years years)
{
	return f->list ? f->count : (size_t)years.count;
}

size_t axis_combinations(const struct report_word *word, struct axis_years years)
{
	size_t count = 1;

	for (size_t i = 0; i < word->factor_count; i++)
		count *= factor_count(&word->factors[i], years);
	return count;
}

/* "Före" becomes "före" after another label; "A-kassa" and "AF" stay as they are. */
static void add_continued(struct text *out, const char *label)
{
	unsigned char first = (unsigned char)label[0];
	bool two_bytes = first == 0xC3;
	unsigned char after = (unsigned char)label[two_bytes ? 2 : 1];
	char low[3] = { (char)first, two_bytes ? label[1] : '\0', '\0' };

	if (!first || !(islower(after) || after == 0xC3)) {
		text_add(out, label);
		return;
	}
	if (!two_bytes)
		low[0] = (char)tolower(first);
	else if ((unsigned char)label[1] <= 0x9E)
		low[1] = (char)((unsigned char)label[1] + 0x20);
	text_add(out, low);
	text_add(out, label + strlen(low));
}

static void add_label(struct text *out, const char *label)
{
	if (!out->length) {
		text_add(out, label);
		return;
	}
	text_add(out, ", ");
	add_continued(out, label);
}

/* What one combination is called: its key and both labels. */
struct naming {
	struct text key, sv, en;
};

static void name_factor(struct naming *n, const struct report_factor *f, size_t i,
			struct axis_years years)
{
	const struct code *c;

	if (n->key.length)
		text_add_char(&n->key, '_');
	if (!f->list) {
		text_addf(&n->key, "%d", years.first + (int)i);
		text_addf(&n->sv, "%d", years.first + (int)i);
		text_addf(&n->en, "%d", years.first + (int)i);
		return;
	}
	c = &f->list->items[f->codes[i]];
	text_add(&n->key, c->code);
	add_label(&n->sv, c->label.sv);
	add_label(&n->en, c->label.en);
}

static const char *kept(const struct text *t, struct arena *arena)
{
	return arena_text(arena, text_get(t), t->length);
}

/* The place of the item with these names, which is added when there is none. */
static int place(struct axis *a, const struct naming *n, const struct report_word *word,
		 struct arena *arena)
{
	long found = axis_find(a, text_get(&n->key));
	struct axis_item *item;

	if (found < 0) {
		a->items = mem_grow(a->items, &a->capacity, a->count + 1, sizeof(*item));
		found = (long)a->count++;
		item = &a->items[found];
		item->key = kept(&n->key, arena);
		item->label = (struct words){ kept(&n->sv, arena), kept(&n->en, arena) };
		item->optional = word->optional;
	}
	a->items[found].show |= word->show;
	return (int)found;
}

void axis_add_word(struct axis *a, const struct report_word *word,
		   struct axis_years years, int *places, struct arena *arena)
{
	struct naming n = { 0 };
	size_t count = axis_combinations(word, years);

	for (size_t i = 0; i < count; i++) {
		size_t rest = i, step = count;

		text_clear(&n.key);
		text_clear(&n.sv);
		text_clear(&n.en);
		if (word->key) {
			text_add(&n.key, word->key);
			text_add(&n.sv, word->label.sv);
			text_add(&n.en, word->label.en);
		}
		for (size_t f = 0; f < word->factor_count; f++) {
			step /= factor_count(&word->factors[f], years);
			name_factor(&n, &word->factors[f], rest / step, years);
			rest %= step;
		}
		places[i] = place(a, &n, word, arena);
	}
	text_done(&n.key);
	text_done(&n.sv);
	text_done(&n.en);
}

/* The word of the report's rows that is this key, or NULL. */
static const struct report_word *find_key(const struct report *r, const char *key,
					  size_t length)
{
	for (size_t i = 0; i < r->part_count; i++) {
		for (size_t j = 0; j < r->parts[i].rows.count; j++) {
			const struct report_word *word = &r->parts[i].rows.items[j];

			if (word->key && strlen(word->key) == length &&
			    !strncmp(word->key, key, length))
				return word;
		}
	}
	return NULL;
}

void axis_add_order(struct axis *a, const struct report *report, struct arena *arena)
{
	const char *list = report->order, *key;
	struct axis_years none = { 0, 1 };
	size_t length;
	int ignored;

	while ((key = text_next_word(&list, &length))) {
		const struct report_word *word = find_key(report, key, length);

		if (word)
			axis_add_word(a, word, none, &ignored, arena);
	}
}
