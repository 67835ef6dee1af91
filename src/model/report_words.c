/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small language of declarations; see report.h and report_words.h. */
#include "model/report_words.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/codes.h"

enum { MAX_WORDS = 16, WORD_SIZE = 200 };

/* A cell's words, each a C string of its own. */
struct cell_words {
	char words[MAX_WORDS][WORD_SIZE];
	size_t count;
};

bool report_fault(const struct report_place *at, const char *format, ...)
{
	char message[400];
	va_list args;

	va_start(args, format);
	text_format(message, sizeof(message), format, args);
	va_end(args);
	return faults_add(at->faults, grid_name(at->grid), grid_line(at->grid, at->row),
			  at->column + 1, "%s", message);
}

static bool split(const struct report_place *at, struct cell_words *out)
{
	const char *list = grid_get(at->grid, at->row, at->column), *word;
	size_t length;

	out->count = 0;
	while ((word = text_next_word(&list, &length))) {
		if (out->count == MAX_WORDS || length >= WORD_SIZE)
			return report_fault(at, _("för många eller för långa ord"));
		memcpy(out->words[out->count], word, length);
		out->words[out->count++][length] = '\0';
	}
	return true;
}

/* Cuts `text` at the first of `marks`; what comes after it, or NULL. */
static char *cut(char *text, const char *marks, char *mark)
{
	char *at = strpbrk(text, marks);

	if (!at)
		return NULL;
	if (mark)
		*mark = *at;
	*at = '\0';
	return at + 1;
}

static const char *keep(const struct report_place *at, const char *text)
{
	return arena_text(at->arena, text, strlen(text));
}

/* The dimension with this name, if units of the kind have it; -1 with a fault. */
static int find_dimension(const struct report_place *at, enum fact_unit_kind unit,
			  const char *name)
{
	int found = fact_find_dimension(name);

	if (found < 0) {
		report_fault(at, _("%s: okänd dimension"), name);
		return -1;
	}
	if (!(fact_dimension_at((size_t)found)->units & 1u << unit)) {
		report_fault(at, _("%s: det som räknas har inte den dimensionen"), name);
		return -1;
	}
	return found;
}

static const struct code_list *list_of(const struct report_place *at, int dimension)
{
	const char *name = fact_dimension_at((size_t)dimension)->list;
	const struct code_list *l = *name ? codes_find(at->codes, name) : NULL;

	if (!l || l->count > FACT_MAX_CODES) {
		report_fault(at, _("%s: ingen kodlista att välja ur"), name);
		return NULL;
	}
	return l;
}

/* Adds the codes of "code|code" to `places`, in that order; the text is cut up. */
static bool parse_codes(const struct report_place *at, const struct code_list *l,
			char *text, struct report_factor *out)
{
	while (text) {
		char *rest = cut(text, "|", NULL);
		const struct code *c = code_list_find(l, text);

		if (!c)
			return report_fault(at, _("%s: finns inte i kodlistan %s"), text,
					    l->name);
		if (out->count == FACT_MAX_CODES)
			return report_fault(at, _("för många koder"));
		out->codes[out->count++] = (unsigned char)(c - l->items);
		text = rest;
	}
	return true;
}

static uint32_t bits_of(const struct report_factor *factor)
{
	uint32_t bits = 0;

	for (size_t i = 0; i < factor->count; i++)
		bits |= UINT32_C(1) << factor->codes[i];
	return bits;
}

/* All codes of the list that are not in `without`, in list order. */
static void fill_without(struct report_factor *factor, uint32_t without)
{
	factor->count = 0;
	for (size_t i = 0; i < factor->list->count; i++)
		if (!(without & UINT32_C(1) << i))
			factor->codes[factor->count++] = (unsigned char)i;
}

/* ---- filters ---- */

static bool parse_term(const struct report_place *at, enum fact_unit_kind unit,
		       char *word, struct report_term *out)
{
	struct report_factor codes = { 0 };
	char *values = cut(word, "=", NULL);
	size_t length = strlen(word);
	int dimension;

	if (!values && *word == '!') {
		dimension = find_dimension(at, unit, word + 1);
		*out = (struct report_term){ (size_t)dimension, UINT32_MAX, true };
		return dimension >= 0;
	}
	if (!values)
		return report_fault(at, _("%s: okänt villkor"), word);
	out->negated = length && word[length - 1] == '!';
	if (out->negated)
		word[length - 1] = '\0';
	dimension = find_dimension(at, unit, word);
	if (dimension < 0)
		return false;
	codes.list = list_of(at, dimension);
	if (!codes.list || !parse_codes(at, codes.list, values, &codes))
		return false;
	out->dimension = (size_t)dimension;
	out->any = bits_of(&codes);
	return true;
}

static enum report_time find_time(const char *word)
{
	static const char *const names[REPORT_TIME_COUNT] = {
		[REPORT_IN_YEAR] = "",
		[REPORT_ACTIVE] = "active",
		[REPORT_STARTED] = "started",
		[REPORT_ENDED] = "ended",
		[REPORT_AT_YEAR_END] = "at_year_end",
	};
	enum report_time time = REPORT_ACTIVE;

	while (time < REPORT_TIME_COUNT && strcmp(names[time], word))
		time++;
	return time;
}

bool report_parse_filter(const struct report_place *at, struct report_part *part)
{
	struct cell_words cell;
	struct report_term *terms;
	size_t count = 0;

	if (!split(at, &cell))
		return false;
	terms = arena_alloc(at->arena, (cell.count + 1) * sizeof(*terms));
	part->time = REPORT_IN_YEAR;
	for (size_t i = 0; i < cell.count; i++) {
		enum report_time time = find_time(cell.words[i]);

		if (time == REPORT_TIME_COUNT) {
			if (!parse_term(at, part->unit, cell.words[i], &terms[count++]))
				return false;
			continue;
		}
		if (part->time != REPORT_IN_YEAR)
			return report_fault(at, _("%s: tiden är redan angiven"),
					    cell.words[i]);
		part->time = time;
	}
	if ((part->time == REPORT_IN_YEAR) != fact_unit_is_yearly(part->unit))
		return report_fault(at, _("active, started, ended eller at_year_end hör "
					  "till det som har start och slut, bara det"));
	part->filter = (struct report_terms){ terms, count };
	return true;
}

/* ---- measures and bases ---- */

static bool parse_quantity(const struct report_place *at, struct report_part *part,
			   const char *word)
{
	part->negative = *word == '-';
	word += part->negative;
	part->quantity = fact_find_quantity(word);
	if (!part->quantity)
		return report_fault(at, _("%s: okänd storhet"), word);
	return (part->quantity->units & 1u << part->unit) ||
	       report_fault(at, _("%s: det som räknas har inte den storheten"), word);
}

static bool parse_condition(const struct report_place *at, struct report_part *part,
			    struct cell_words *cell)
{
	struct report_term *terms = arena_alloc(at->arena, cell->count * sizeof(*terms));

	for (size_t i = 1; i < cell->count; i++)
		if (!parse_term(at, part->unit, cell->words[i], &terms[i - 1]))
			return false;
	part->condition = (struct report_terms){ terms, cell->count - 1 };
	return true;
}

bool report_parse_measure(const struct report_place *at, struct report_part *part)
{
	struct cell_words cell;
	const char *name;

	if (!split(at, &cell))
		return false;
	name = cell.count ? cell.words[0] : "";
	if (cell.count == 1 && !strcmp(name, "count")) {
		part->measure = REPORT_UNITS;
		return true;
	}
	if (cell.count > 1 && !strcmp(name, "share")) {
		part->measure = REPORT_SHARE;
		return parse_condition(at, part, &cell);
	}
	if (cell.count == 2 && (!strcmp(name, "sum") || !strcmp(name, "mean"))) {
		part->measure = *name == 's' ? REPORT_SUM : REPORT_MEAN_OF;
		return parse_quantity(at, part, cell.words[1]);
	}
	if (cell.count == 2 && !strcmp(name, "distinct")) {
		part->measure = REPORT_DISTINCT;
		part->key = fact_find_key(cell.words[1]);
		return part->key < FACT_KEY_COUNT ||
		       report_fault(at, _("%s: går inte att räkna en gång"),
				    cell.words[1]);
	}
	return report_fault(at, _("ska vara count, share VILLKOR, sum STORHET, "
				  "mean STORHET eller distinct NYCKEL"));
}

bool report_parse_base(const struct report_place *at, struct report_part *part)
{
	bool counts = part->measure == REPORT_UNITS || part->measure == REPORT_SUM;
	struct cell_words cell;

	part->base = REPORT_NO_BASE;
	part->base_dimension = -1;
	if (!split(at, &cell))
		return false;
	if (!cell.count)
		return true;
	if (!counts)
		return report_fault(at, _("bara count och sum har bas"));
	if (cell.count == 1 && !strcmp(cell.words[0], "row")) {
		part->base = REPORT_ROW_BASE;
		return true;
	}
	if (cell.count > 2 || strcmp(cell.words[0], "column"))
		return report_fault(at, _("ska vara column, column DIMENSION eller row"));
	part->base = REPORT_COLUMN_BASE;
	if (cell.count == 1)
		return true;
	part->base_dimension = find_dimension(at, part->unit, cell.words[1]);
	return part->base_dimension >= 0;
}

/* ---- rows and columns ---- */

static bool parse_factor(const struct report_place *at, enum fact_unit_kind unit,
			 char *text, struct report_factor *out)
{
	char mark = '\0';
	char *codes = cut(text, "/-", &mark);
	int dimension = find_dimension(at, unit, text);

	if (dimension < 0)
		return false;
	out->dimension = (size_t)dimension;
	if (!*fact_dimension_at(out->dimension)->list)
		return !codes || report_fault(at, _("%s: har inga koder"), text);
	out->list = list_of(at, dimension);
	if (!out->list || (codes && !parse_codes(at, out->list, codes, out)))
		return false;
	if (mark != '/')
		fill_without(out, bits_of(out));
	return true;
}

static bool parse_key(const struct report_place *at, const char *key,
		      struct report_word *out)
{
	const struct code_list *l = codes_find(at->codes, "report_row");
	const struct code *c = l ? code_list_find(l, key) : NULL;

	if (!c)
		return report_fault(at, _("%s: finns inte i kodlistan %s"), key,
				    "report_row");
	out->key = keep(at, key);
	out->label = c->label;
	return true;
}

static bool parse_show(const struct report_place *at, char *text, unsigned *show)
{
	static const char *const names[] = { "n", "pct", "mean", "mean_pct",
					     "mkr", "kr" };
	enum { NAMES = sizeof(names) / sizeof(names[0]) };

	while (text) {
		char *rest = cut(text, "|", NULL);
		size_t i = 0;

		while (i < NAMES && strcmp(names[i], text))
			i++;
		if (i == NAMES)
			return report_fault(at, _("%s: okänt sätt att visa"), text);
		*show |= 1u << i;
		text = rest;
	}
	return true;
}

static bool parse_word(const struct report_place *at, enum fact_unit_kind unit,
		       char *word, struct report_word *out)
{
	char *show = cut(word, ":", NULL), *second;
	size_t length = strlen(word);

	if (show && !parse_show(at, show, &out->show))
		return false;
	out->optional = length && word[length - 1] == '?';
	if (out->optional)
		word[length - 1] = '\0';
	out->without = -1;
	if (*word == '=')
		return parse_key(at, word + 1, out);
	if (*word == '!') {
		out->without = find_dimension(at, unit, word + 1);
		return out->without >= 0 && parse_key(at, "not_stated", out);
	}
	second = cut(word, "*", NULL);
	out->factor_count = second ? 2 : 1;
	return parse_factor(at, unit, word, &out->factors[0]) &&
	       (!second || parse_factor(at, unit, second, &out->factors[1]));
}

static bool parse_words(const struct report_place *at, enum fact_unit_kind unit,
			struct report_words *out)
{
	struct cell_words cell;
	struct report_word *words;

	if (!split(at, &cell))
		return false;
	if (!cell.count)
		return report_fault(at, _("får inte vara tom"));
	words = arena_alloc(at->arena, cell.count * sizeof(*words));
	for (size_t i = 0; i < cell.count; i++)
		if (!parse_word(at, unit, cell.words[i], &words[i]))
			return false;
	*out = (struct report_words){ words, cell.count };
	return true;
}

bool report_parse_rows(const struct report_place *at, struct report_part *part)
{
	if (!parse_words(at, part->unit, &part->rows))
		return false;
	for (size_t i = 0; i < part->rows.count; i++)
		if (part->rows.items[i].show)
			return report_fault(at, _("rader har inget sätt att visa"));
	return true;
}

bool report_parse_listing(const struct report_place *at, struct report_words *columns)
{
	if (!parse_words(at, FACT_UNIT_MEMBERSHIP, columns))
		return false;
	for (size_t i = 0; i < columns->count; i++)
		if (!columns->items[i].key || columns->items[i].show)
			return report_fault(at,
					    _("en lista har bara kolumner med =namn"));
	return true;
}

bool report_parse_columns(const struct report_place *at, struct report_part *part)
{
	if (!parse_words(at, part->unit, &part->columns))
		return false;
	for (size_t i = 0; i < part->columns.count; i++)
		if (!part->columns.items[i].show)
			return report_fault(at, _("säger inte vad som ska visas"));
	return true;
}
