/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report tables as declared; see report.h. The cells' language: report_words. */
#include "model/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/codes.h"
#include "model/report_words.h"

enum column {
	COLUMN_TABLE,
	COLUMN_SECTION,
	COLUMN_REFERENCE_SV,
	COLUMN_REFERENCE_EN,
	COLUMN_TITLE_SV,
	COLUMN_TITLE_EN,
	COLUMN_HEAD_SV,
	COLUMN_HEAD_EN,
	COLUMN_NOTE_SV,
	COLUMN_NOTE_EN,
	COLUMN_DIAGRAM,
	COLUMN_YEARS,
	COLUMN_ORDER,
	COLUMN_SOURCE,
	COLUMN_FILTER,
	COLUMN_ROWS,
	COLUMN_COLUMNS,
	COLUMN_MEASURE,
	COLUMN_BASE,
	COLUMN_COUNT,
	/* Those before it say something of the table, the others of the part. */
	FIRST_OF_PART = COLUMN_SOURCE,
};

static const char *const column_names[COLUMN_COUNT] = {
	[COLUMN_TABLE] = "table",
	[COLUMN_SECTION] = "section",
	[COLUMN_REFERENCE_SV] = "reference::Svenska (sv)",
	[COLUMN_REFERENCE_EN] = "reference::English (en)",
	[COLUMN_TITLE_SV] = "title::Svenska (sv)",
	[COLUMN_TITLE_EN] = "title::English (en)",
	[COLUMN_HEAD_SV] = "head::Svenska (sv)",
	[COLUMN_HEAD_EN] = "head::English (en)",
	[COLUMN_NOTE_SV] = "note::Svenska (sv)",
	[COLUMN_NOTE_EN] = "note::English (en)",
	[COLUMN_DIAGRAM] = "diagram",
	[COLUMN_YEARS] = "years",
	[COLUMN_ORDER] = "order",
	[COLUMN_SOURCE] = "source",
	[COLUMN_FILTER] = "filter",
	[COLUMN_ROWS] = "rows",
	[COLUMN_COLUMNS] = "columns",
	[COLUMN_MEASURE] = "measure",
	[COLUMN_BASE] = "base",
};

struct reports {
	struct report *items;
	size_t count, capacity;
	struct report_part *parts;     /* of all tables, one after the other */
	size_t part_count;
	struct code_list sections;
	struct fact_lists lists;
	struct arena arena;
};

struct parser {
	struct reports *r;
	struct report_place at;
	size_t columns[COLUMN_COUNT];  /* places in the grid */
};

/* Makes `column` of the row being parsed the place faults are told of. */
static const struct report_place *at_column(struct parser *p, enum column column)
{
	p->at.column = p->columns[column];
	return &p->at;
}

static const char *cell(const struct parser *p, enum column column)
{
	return grid_get(p->at.grid, p->at.row, p->columns[column]);
}

static const char *kept(struct parser *p, enum column column)
{
	const char *text = cell(p, column);

	return arena_text(&p->r->arena, text, strlen(text));
}

static bool find_columns(struct parser *p)
{
	const struct grid *g = p->at.grid;
	size_t before = p->at.faults->count;

	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		int found = grid_find_column(g, column_names[i]);

		if (found < 0)
			faults_add(p->at.faults, grid_name(g), 1, 0,
				   _("kolumnen %s saknas"), column_names[i]);
		else
			p->columns[i] = (size_t)found;
	}
	if (grid_columns(g) > COLUMN_COUNT)
		faults_add(p->at.faults, grid_name(g), 1, 0, _("okänd kolumn"));
	return p->at.faults->count == before;
}

static bool parse_years(struct parser *p, struct report *r)
{
	const char *text = cell(p, COLUMN_YEARS);
	char *end;
	long number = strtol(text, &end, 10);

	r->year_count = 1;
	if (!*text)
		return true;
	if (!strcmp(end, "-") && number > 1900 && number < 2200)
		r->first_year = (int)number;
	else if (!*end && number > 1 && number <= FACT_MAX_CODES)
		r->year_count = (int)number;
	else
		return report_fault(at_column(p, COLUMN_YEARS),
				    _("%s: ska vara ett antal år eller första året "
				      "(2016-)"), text);
	return true;
}

static void need_texts(struct parser *p)
{
	static const enum column needed[] = {
		COLUMN_TITLE_SV, COLUMN_TITLE_EN, COLUMN_HEAD_SV, COLUMN_HEAD_EN,
	};

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (!*cell(p, needed[i]))
			report_fault(at_column(p, needed[i]), _("får inte vara tom"));
	if (!*cell(p, COLUMN_REFERENCE_SV) != !*cell(p, COLUMN_REFERENCE_EN))
		report_fault(at_column(p, COLUMN_REFERENCE_EN),
			     _("hänvisningen ska finnas på båda språken"));
	if (!*cell(p, COLUMN_NOTE_SV) != !*cell(p, COLUMN_NOTE_EN))
		report_fault(at_column(p, COLUMN_NOTE_EN),
			     _("anmärkningen ska finnas på båda språken"));
}

static bool is_id(const char *text)
{
	return *text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")];
}

/* The first row of a table: what belongs to the table as a whole. */
static void parse_table(struct parser *p)
{
	const struct code_list *sections = codes_find(p->at.codes, "report_section");
	struct reports *all = p->r;
	struct report *r;

	if (!is_id(cell(p, COLUMN_TABLE)))
		report_fault(at_column(p, COLUMN_TABLE), _("bara a-z, 0-9 och _"));
	if (reports_find(all, cell(p, COLUMN_TABLE)))
		report_fault(at_column(p, COLUMN_TABLE),
			     _("%s: finns redan; en tabells rader ska stå tillsammans"),
			     cell(p, COLUMN_TABLE));
	if (!sections || !code_list_find(sections, cell(p, COLUMN_SECTION)))
		report_fault(at_column(p, COLUMN_SECTION),
			     _("%s: finns inte i kodlistan %s"), cell(p, COLUMN_SECTION),
			     "report_section");
	if (*cell(p, COLUMN_DIAGRAM) && strcmp(cell(p, COLUMN_DIAGRAM), "bars"))
		report_fault(at_column(p, COLUMN_DIAGRAM), _("ska vara tom eller bars"));
	need_texts(p);
	all->items = mem_grow(all->items, &all->capacity, all->count + 1, sizeof(*r));
	r = &all->items[all->count++];
	r->id = kept(p, COLUMN_TABLE);
	r->section = kept(p, COLUMN_SECTION);
	r->reference = (struct words){ kept(p, COLUMN_REFERENCE_SV),
				       kept(p, COLUMN_REFERENCE_EN) };
	r->title = (struct words){ kept(p, COLUMN_TITLE_SV), kept(p, COLUMN_TITLE_EN) };
	r->head = (struct words){ kept(p, COLUMN_HEAD_SV), kept(p, COLUMN_HEAD_EN) };
	r->note = (struct words){ kept(p, COLUMN_NOTE_SV), kept(p, COLUMN_NOTE_EN) };
	r->diagram = kept(p, COLUMN_DIAGRAM);
	r->order = kept(p, COLUMN_ORDER);
	r->parts = &all->parts[all->part_count];
	parse_years(p, r);
}

/* A later row of a table must not say anything of the table again. */
static void check_continues(struct parser *p)
{
	for (size_t i = COLUMN_TABLE + 1; i < FIRST_OF_PART; i++)
		if (*cell(p, (enum column)i))
			report_fault(at_column(p, (enum column)i),
				     _("står bara på tabellens första rad"));
}

static bool counts_by_year(const struct report_part *part)
{
	for (size_t i = 0; i < part->rows.count; i++)
		for (size_t j = 0; j < part->rows.items[i].factor_count; j++)
			if (!part->rows.items[i].factors[j].list)
				return true;
	return false;
}

/* A table that names what there is and counts nothing. */
static void parse_listing(struct parser *p, struct report *r)
{
	if (r->part_count || strcmp(cell(p, COLUMN_SOURCE), "membership") ||
	    strcmp(cell(p, COLUMN_FILTER), "at_year_end") || *cell(p, COLUMN_ROWS) ||
	    *cell(p, COLUMN_BASE) || *cell(p, COLUMN_YEARS))
		report_fault(at_column(p, COLUMN_MEASURE),
			     _("list: en ensam rad om membership, at_year_end, utan "
			       "years, rows och base"));
	else
		report_parse_listing(at_column(p, COLUMN_COLUMNS), &r->listing);
}

static void parse_part(struct parser *p, struct report *r)
{
	struct report_part *part = &p->r->parts[p->r->part_count++];
	bool by_year = r->first_year || r->year_count > 1;

	r->part_count++;
	part->line = grid_line(p->at.grid, p->at.row);
	part->unit = fact_find_unit(cell(p, COLUMN_SOURCE));
	if (part->unit == FACT_UNIT_COUNT) {
		report_fault(at_column(p, COLUMN_SOURCE), _("%s: okänd källa"),
			     cell(p, COLUMN_SOURCE));
		return;
	}
	report_parse_filter(at_column(p, COLUMN_FILTER), part);
	report_parse_measure(at_column(p, COLUMN_MEASURE), part);
	report_parse_base(at_column(p, COLUMN_BASE), part);
	report_parse_columns(at_column(p, COLUMN_COLUMNS), part);
	if (report_parse_rows(at_column(p, COLUMN_ROWS), part) &&
	    counts_by_year(part) != by_year)
		report_fault(at_column(p, COLUMN_ROWS),
			     _("year bland raderna och kolumnen years hör ihop"));
}

static void parse_source(struct parser *p, struct report *r)
{
	if (r->listing.count)
		report_fault(at_column(p, COLUMN_TABLE),
			     _("%s: en lista har bara en rad"), r->id);
	else if (!strcmp(cell(p, COLUMN_MEASURE), "list"))
		parse_listing(p, r);
	else
		parse_part(p, r);
}

static void find_sections(struct reports *r, const struct codes *codes)
{
	const struct code_list *l = codes_find(codes, "report_section");
	size_t all = l ? l->count : 0, count = 0;
	struct code *used = arena_alloc(&r->arena, (all + 1) * sizeof(*used));

	for (size_t i = 0; i < all; i++) {
		for (size_t j = 0; j < r->count; j++) {
			if (strcmp(r->items[j].section, l->items[i].code))
				continue;
			used[count++] = l->items[i];
			break;
		}
	}
	r->sections = (struct code_list){ "report_section", used, count };
}

struct reports *reports_parse(const struct grid *g, const struct codes *codes,
			      struct faults *f)
{
	struct reports *r = mem_alloc(sizeof(*r));
	struct parser p = { .r = r, .at = { g, 0, 0, codes, &r->arena, f } };
	size_t before = f->count;

	fact_lists_init(&r->lists, codes, f);
	r->parts = mem_alloc((grid_rows(g) + 1) * sizeof(*r->parts));
	if (find_columns(&p)) {
		for (p.at.row = 0; p.at.row < grid_rows(g); p.at.row++) {
			const char *id = cell(&p, COLUMN_TABLE);

			if (r->count && !strcmp(r->items[r->count - 1].id, id))
				check_continues(&p);
			else
				parse_table(&p);
			parse_source(&p, &r->items[r->count - 1]);
		}
	}
	if (f->count == before) {
		find_sections(r, codes);
		return r;
	}
	reports_free(r);
	return NULL;
}

void reports_free(struct reports *r)
{
	if (!r)
		return;
	arena_done(&r->arena);
	free(r->items);
	free(r->parts);
	free(r);
}

size_t reports_count(const struct reports *r)
{
	return r->count;
}

const struct report *reports_at(const struct reports *r, size_t i)
{
	return &r->items[i];
}

const struct report *reports_find(const struct reports *r, const char *id)
{
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(r->items[i].id, id))
			return &r->items[i];
	return NULL;
}

const struct fact_lists *reports_lists(const struct reports *r)
{
	return &r->lists;
}

const struct code_list *reports_sections(const struct reports *r)
{
	return &r->sections;
}

int report_first_year(const struct report *r, int year)
{
	int first = r->first_year ? r->first_year : year - r->year_count + 1;

	if (first > year)
		return year;
	return year - first < FACT_MAX_CODES ? first : year - FACT_MAX_CODES + 1;
}
