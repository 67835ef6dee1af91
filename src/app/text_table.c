/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a report laid out as text; see text_table.h. */
#include "app/text_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"

enum {
	BETWEEN_HEADS = 2,        /* blanks */
	BETWEEN_VALUES = 1,
	BROAD_HEAD = 14,          /* up to here a head gets all the room it wants */
	MIN_LABEL = 20,
};

/* ---- values ---- */

static enum report_state get_published(const struct report_page *p,
				       const struct figure_table *t, size_t row,
				       struct report_column c, struct text *out)
{
	const char *value = report_page_published(p, t, row, c);

	text_add(out, value ? value : "");
	return value ? REPORT_DEFINED : REPORT_UNDEFINED;
}

/* "+3", "-0.4": what the value is more than last year's. */
static enum report_state get_change(const struct report_page *p,
				    const struct figure_table *t, size_t row,
				    struct report_column c, struct text *out)
{
	struct text now = { 0 }, then = { 0 };
	enum report_state state = report_page_value(p, t, row, c, &now);
	enum report_state before = report_page_last_value(p, t, row, c, &then);
	bool whole = !strchr(text_get(&now), '.') && !strchr(text_get(&then), '.');
	double change = strtod(text_get(&now), NULL) - strtod(text_get(&then), NULL);

	if (state == REPORT_DEFINED)
		state = before;
	if (state == REPORT_DEFINED)
		text_addf(out, "%.*f", whole ? 0 : 1, change);
	text_done(&now);
	text_done(&then);
	return state;
}

typedef enum report_state getter(const struct report_page *p,
				 const struct figure_table *t, size_t row,
				 struct report_column c, struct text *out);

static getter *const getters[TEXT_SOURCES] = {
	[TEXT_OWN] = report_page_value,
	[TEXT_LAST_YEAR] = report_page_last_value,
	[TEXT_CHANGE] = get_change,
	[TEXT_PUBLISHED] = get_published,
};

static void add_plain(struct text *out, const char *words)
{
	for (const unsigned char *c = (const unsigned char *)words; *c; c++) {
		if (*c < 0x80)
			text_add_char(out, (char)*c);
		else if (*c == 0xC2)
			text_add_char(out, ' ');
		else if (*c == 0xE2)
			text_add_char(out, '-');
	}
}

void text_add_value(struct text *out, enum report_state state, const char *value,
		    bool ascii)
{
	struct text words = { 0 };

	if (state == REPORT_HIDDEN)
		text_add(&words, REPORT_HIDDEN_MARK);
	else if (state == REPORT_UNDEFINED)
		text_add(&words, REPORT_UNDEFINED_MARK);
	else
		report_add_number(&words, value);
	/* Of a no-break space, a minus and a dash the first bytes tell enough. */
	if (ascii)
		add_plain(out, text_get(&words));
	else
		text_add(out, text_get(&words));
	text_done(&words);
}

struct filling {
	struct text_table *layout;
	const struct report_page *page;
	const struct text_table_setup *setup;
	int width;
};

static void fill_column(struct filling *f, struct report_column c,
			enum text_source source)
{
	struct text_table *l = f->layout;
	struct text value = { 0 }, cell = { 0 };
	struct text_column *column = &l->columns[l->count++];
	size_t line = 0;

	column->values = c;
	column->source = source;
	column->unit = report_show_label(c.show);
	column->width = utf8_width(column->unit);
	for (size_t row = 0; row < l->table->rows.count; row++) {
		enum report_state state;

		if (!figure_row_is_shown(l->table, row))
			continue;
		text_clear(&value);
		text_clear(&cell);
		state = getters[source](f->page, l->table, row, c, &value);
		l->has_hidden = l->has_hidden || state == REPORT_HIDDEN;
		if (source == TEXT_CHANGE && strtod(text_get(&value), NULL) > 0)
			text_add_char(&cell, '+');
		text_add_value(&cell, state, text_get(&value), f->setup->ascii);
		if (utf8_width(text_get(&cell)) > column->width)
			column->width = utf8_width(text_get(&cell));
		grid_set(l->values, line++, l->count, text_get(&cell));
	}
	text_done(&value);
	text_done(&cell);
}

/* ---- heads ---- */

static int longest_word(const char *words)
{
	int longest = 0;

	while (*words) {
		size_t length = strcspn(words, " ");
		char *word = mem_text_part(words, length);

		if (utf8_width(word) > longest)
			longest = utf8_width(word);
		free(word);
		words += length + (words[length] == ' ');
	}
	return longest;
}

/* The width of the columns under the head at `first`. */
static int head_width(const struct text_table *l, size_t first)
{
	const struct text_column *c = &l->columns[first];
	int width = BETWEEN_VALUES * ((int)c->span - 1);

	for (size_t i = 0; i < c->span; i++)
		width += c[i].width;
	return width;
}

/* Puts a head over the columns from `first` on and makes them wide enough for it; one
 * that is not `broad` may take several lines from the start. */
static void set_head(struct text_table *l, size_t first, const char *head, bool broad)
{
	struct text_column *c = &l->columns[first];
	int wanted = longest_word(head), full = utf8_width(head);

	if (broad && full <= BROAD_HEAD)
		wanted = full;
	c->head = mem_text(head);
	c->span = l->count - first;
	for (size_t i = first + 1; i < l->count; i++)
		l->columns[i].head = mem_text("");
	if (wanted > head_width(l, first))
		c->width += wanted - head_width(l, first);
}

/* The table's own values, or those of one column of figures. */
static void fill_own(struct filling *f)
{
	const struct figure_table *t = f->layout->table;
	size_t count = report_column_count(t), first = 0;

	for (size_t i = 0; i < count; i++) {
		struct report_column c = report_column_at(t, i);

		if (f->setup->only && c.column != f->setup->only - 1)
			continue;
		fill_column(f, c, TEXT_OWN);
		if (i + 1 < count && report_column_at(t, i + 1).column == c.column)
			continue;
		set_head(f->layout, first, lang_pick(t->columns.items[c.column].label),
			 true);
		first = f->layout->count;
	}
	f->layout->own_count = f->layout->count;
}

static int total_width(const struct text_table *l)
{
	int width = l->label_width;

	for (size_t i = 0; i < l->count; i++)
		width += l->columns[i].width +
			 (l->columns[i].span ? BETWEEN_HEADS : BETWEEN_VALUES);
	return width;
}

static void drop_columns(struct text_table *l, size_t from)
{
	for (size_t i = from; i < l->count; i++)
		free(l->columns[i].head);
	l->count = from;
}

/* What stands beside the table: the one value it is compared by, if it is only one. Or,
 * when one column of figures is asked for, all its values. */
static size_t find_compared(const struct filling *f, struct report_column *out)
{
	const struct figure_table *t = f->layout->table;
	size_t count = 0;

	if (!f->setup->only) {
		count = report_compared(t, out);
		return count == 1 ? count : 0;
	}
	for (size_t i = 0; i < report_column_count(t); i++)
		if (report_column_at(t, i).column == f->setup->only - 1)
			out[count++] = report_column_at(t, i);
	return count;
}

/* Adds the values of one source; false when there is no room for them. */
static bool fill_compared(struct filling *f, enum text_source source, const char *head)
{
	struct text_table *l = f->layout;
	size_t all = report_column_count(l->table), first = l->count, count;
	struct report_column *compared = mem_alloc((all + 1) * sizeof(*compared));

	count = find_compared(f, compared);
	for (size_t i = 0; i < count; i++)
		fill_column(f, compared[i], source);
	free(compared);
	if (!count)
		return true;
	set_head(l, first, head, false);
	if (f->setup->only || total_width(l) <= f->width)
		return true;
	drop_columns(l, first);
	return false;
}

/* Adds last year's, the change and the published values; false when there was no room for
 * all of them. */
static bool fill_beside(struct filling *f, bool change)
{
	const struct report_page *p = f->page;
	const struct figure_table *t = f->layout->table;
	struct text head = { 0 };
	bool fits = true;

	if (report_page_last_year(p, t)) {
		text_addf(&head, "%d", p->last_year->year);
		fits = fill_compared(f, TEXT_LAST_YEAR, text_get(&head));
		fits = (!change || fill_compared(f, TEXT_CHANGE, _("Ändring"))) && fits;
	}
	if (report_page_has_published(p, t)) {
		text_clear(&head);
		text_add(&head, _("Riket"));
		if (!report_is_by_year(t))
			text_addf(&head, " %d", report_page_published_year(p, t, 0));
		fits = fill_compared(f, TEXT_PUBLISHED, text_get(&head)) && fits;
	}
	text_done(&head);
	return fits;
}

/* ---- the layout ---- */

/* A row for each row that is shown, with its label; room for `columns` of values. */
static struct grid *label_rows(const struct figure_table *t, size_t columns, int *width)
{
	struct grid *g = grid_new(t->report->id);

	*width = utf8_width(lang_pick(t->report->head));
	for (size_t i = 0; i <= columns; i++)
		grid_add_column(g, "");
	for (size_t row = 0; row < t->rows.count; row++) {
		const char *label = lang_pick(t->rows.items[row].label);

		if (!figure_row_is_shown(t, row))
			continue;
		grid_set(g, grid_add_row(g, 0), 0, label);
		if (utf8_width(label) > *width)
			*width = utf8_width(label);
	}
	return g;
}

/* The label gives way when the values need the room, but not to nothing. */
static void fit_label(struct text_table *l, int width)
{
	int over = total_width(l) - width;

	if (over <= 0)
		return;
	l->label_width -= over;
	if (l->label_width < MIN_LABEL)
		l->label_width = MIN_LABEL;
}

void text_table_init(struct text_table *l, const struct report_page *p,
		     const struct figure_table *t, const struct text_table_setup *setup)
{
	int width = setup->width ? setup->width : TEXT_TABLE_WIDTH;
	struct filling f = { l, p, setup, width };
	/* Each source has at most as many columns as the table itself. */
	size_t most = report_column_count(t) * TEXT_SOURCES;

	*l = (struct text_table){ .table = t };
	l->columns = mem_alloc(most * sizeof(*l->columns));
	l->values = label_rows(t, most, &l->label_width);
	fill_own(&f);
	if (!setup->only)
		fit_label(l, width);
	/* The change is the first to give way. */
	if (!fill_beside(&f, setup->change) && setup->change) {
		drop_columns(l, l->own_count);
		fill_beside(&f, false);
	}
	if (setup->only)
		fit_label(l, width);
}

void text_table_done(struct text_table *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->columns[i].head);
	free(l->columns);
	grid_free(l->values);
}

/* ---- lines ---- */

static void add_blanks(struct text *out, int count)
{
	for (int i = 0; i < count; i++)
		text_add_char(out, ' ');
}

/* The words to the right, or to the left, of a field. */
static void add_field(struct text *out, const char *words, int width, bool right)
{
	int blanks = width - utf8_width(words);

	add_blanks(out, right ? blanks : 0);
	text_add(out, words);
	add_blanks(out, right ? 0 : blanks);
}

/* Ends a line: no blanks at its end. */
static void end_line(struct text *out)
{
	while (out->length && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
	text_add_char(out, '\n');
}

/* How many lines the words take. */
static int count_lines(const char *words, int width)
{
	int lines = 0;

	for (; *words; lines++)
		utf8_wrap(words, width, &words);
	return lines;
}

/* Line number `line` of the words when they stand at the bottom of `lines` lines; the
 * caller frees it. */
static char *line_of(const char *words, int width, int line, int lines)
{
	const char *next = words;
	size_t length = 0;

	line -= lines - count_lines(words, width);
	for (int i = 0; i <= line; i++) {
		words = next;
		length = utf8_wrap(words, width, &next);
	}
	return mem_text_part(words, length);
}

static void print_head_line(const struct text_table *l, int line, int lines,
			    struct text *out)
{
	char *words = line_of(lang_pick(l->table->report->head), l->label_width, line,
			      lines);

	add_field(out, words, l->label_width, false);
	free(words);
	for (size_t i = 0; i < l->count; i += l->columns[i].span) {
		int width = head_width(l, i);

		words = line_of(l->columns[i].head, width, line, lines);
		add_blanks(out, BETWEEN_HEADS);
		add_field(out, words, width, true);
		free(words);
	}
	end_line(out);
}

/* "antal %" under the heads, unless there is nothing but numbers of people. */
static void print_units(const struct text_table *l, struct text *out)
{
	bool tells = report_is_two_headed(l->table);

	for (size_t i = 0; i < report_column_count(l->table); i++)
		tells = tells || report_column_at(l->table, i).show != REPORT_COUNT;
	if (!tells)
		return;
	add_blanks(out, l->label_width);
	for (size_t i = 0; i < l->count; i++) {
		add_blanks(out, l->columns[i].span ? BETWEEN_HEADS : BETWEEN_VALUES);
		add_field(out, l->columns[i].unit, l->columns[i].width, true);
	}
	end_line(out);
}

static void print_row(const struct text_table *l, size_t row, struct text *out)
{
	const char *label = grid_get(l->values, row, 0);
	int lines = count_lines(label, l->label_width);

	for (int line = 0; line < lines; line++) {
		char *words = line_of(label, l->label_width, line, lines);

		if (line)
			end_line(out);
		add_field(out, words, l->label_width, false);
		free(words);
	}
	for (size_t i = 0; i < l->count; i++) {
		const char *value = grid_get(l->values, row, i + 1);

		add_blanks(out, l->columns[i].span ? BETWEEN_HEADS : BETWEEN_VALUES);
		add_field(out, value, l->columns[i].width, true);
	}
	end_line(out);
}

void text_table_print(const struct text_table *l, struct text *out)
{
	const char *head = lang_pick(l->table->report->head);
	int lines = count_lines(head, l->label_width);

	for (size_t i = 0; i < l->count; i += l->columns[i].span) {
		int wanted = count_lines(l->columns[i].head, head_width(l, i));

		lines = wanted > lines ? wanted : lines;
	}
	for (int line = 0; line < lines; line++)
		print_head_line(l, line, lines, out);
	print_units(l, out);
	for (size_t row = 0; row < grid_rows(l->values); row++)
		print_row(l, row, out);
}
