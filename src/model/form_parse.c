/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One form, row by row: sections open and close, fields belong to the section they stand
 * in, and each section or multiple choice says where its answers are kept.
 */
#include "model/form_private.h"

#include <string.h>

#include "base/grid.h"
#include "base/text.h"

/* What a row of the form is; the columns below say on which of them they may stand. */
enum row_kind {
	ON_BEGIN = 1,
	ON_END = 2,
	ON_NOTE = 4,
	ON_FIELD = 8,
	ON_MULTIPLE = 16,
	ON_SEALED = 32,         /* nothing but its texts: the program knows the rest */
};

static const struct {
	const char *word;
	enum row_kind kind;
	enum field_type type;   /* of a field or note */
	bool repeats, has_list;
} row_types[] = {
	{ "text", ON_FIELD, FIELD_TEXT, false, false },
	{ "integer", ON_FIELD, FIELD_INTEGER, false, false },
	{ "decimal", ON_FIELD, FIELD_DECIMAL, false, false },
	{ "date", ON_FIELD, FIELD_DATE, false, false },
	{ "select_one", ON_FIELD, FIELD_SELECT_ONE, false, true },
	{ "select_multiple", ON_MULTIPLE, FIELD_SELECT_MULTIPLE, false, true },
	{ "identity_number", ON_SEALED, FIELD_IDENTITY_NUMBER, false, false },
	{ "note", ON_NOTE, FIELD_NOTE, false, false },
	{ "begin_group", ON_BEGIN, FIELD_NOTE, false, false },
	{ "begin_repeat", ON_BEGIN, FIELD_NOTE, true, false },
	{ "end_group", ON_END, FIELD_NOTE, false, false },
	{ "end_repeat", ON_END, FIELD_NOTE, true, false },
};

enum {
	ROW_TYPES = sizeof(row_types) / sizeof(row_types[0]),
	ANY_FIELD = ON_FIELD | ON_MULTIPLE,
	ANY_NAMED = ON_BEGIN | ON_NOTE | ON_SEALED | ANY_FIELD,
};

static const struct {
	const char *name;
	unsigned on;
} columns[] = {
	{ "type", ANY_NAMED | ON_END },
	{ "name", ANY_NAMED },
	{ "label::Svenska (sv)", ANY_NAMED },
	{ "label::English (en)", ANY_NAMED },
	{ "hint::Svenska (sv)", ANY_NAMED },
	{ "hint::English (en)", ANY_NAMED },
	{ "required", ANY_FIELD },
	{ "relevant", ON_BEGIN | ON_NOTE | ANY_FIELD },
	{ "constraint", ANY_FIELD },
	{ "constraint_message::Svenska (sv)", ANY_FIELD },
	{ "constraint_message::English (en)", ANY_FIELD },
	{ "calculation", ANY_FIELD },
	{ "default", ANY_FIELD },
	{ "read_only", ANY_FIELD },
	{ "appearance", ANY_FIELD },
	{ "bind::samreg:target", ON_BEGIN | ON_MULTIPLE },
	{ "bind::samreg:column", ANY_FIELD },
	{ "bind::samreg:lookup", ANY_FIELD },
	{ "bind::samreg:tables", ANY_FIELD },
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), NEEDED_COLUMNS = 4 };

struct parser {
	const struct sheet *sheet;
	const struct codes *codes;
	const struct forms *all;
	struct form *form;
	const char *table;  /* the form's own */
	/* As long as the grid has rows, which is room enough for each of them. */
	struct form_part *parts;
	struct form_section *sections;
	struct form_field *fields;
	bool in_section;
	size_t part;        /* of the section that is open */
	size_t open_row;    /* where it was opened */
};

/* An index into row_types, or -1 with a fault. `*list` is the word after the type. */
static int find_type(struct parser *p, size_t row, const char **list)
{
	const char *rest = sheet_get(p->sheet, row, "type"), *cell = rest;
	const char *word = sheet_take_word(&rest, p->sheet->texts);

	*list = sheet_take_word(&rest, p->sheet->texts);
	for (int i = 0; i < ROW_TYPES; i++) {
		if (strcmp(row_types[i].word, word))
			continue;
		if (row_types[i].has_list == ((*list)[0] != '\0') &&
		    !sheet_take_word(&rest, p->sheet->texts)[0])
			return i;
		break;
	}
	sheet_fault(p->sheet, row, "type", cell, _("okänd typ"));
	return -1;
}

static void check_cells(struct parser *p, size_t row, enum row_kind kind)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		const char *name = columns[i].name;

		if (!(columns[i].on & kind) && sheet_get(p->sheet, row, name)[0])
			sheet_fault(p->sheet, row, name, name,
				    _("kan inte anges på en rad av den typen"));
	}
}

/* Sections and fields share their names, so that a place can be named by one word. */
static const char *need_new_name(struct parser *p, size_t row)
{
	const char *name = sheet_need_name(p->sheet, row, "name");
	bool taken = form_find_field(p->form, name) >= 0;

	for (size_t i = 0; i < p->form->section_count; i++)
		taken = taken || !strcmp(p->sections[i].name, name);
	if (name[0] && taken)
		sheet_fault(p->sheet, row, "name", name,
			    _("namnet förekommer två gånger"));
	if (!strcmp(name, "record") || !strcmp(name, "record_id"))
		sheet_fault(p->sheet, row, "name", name, _("namnet är upptaget"));
	return name;
}

/* "TABLE" or "TABLE column=value"; an empty cell is the form's own table. */
static bool parse_target(struct parser *p, size_t row, struct form_part *out)
{
	struct arena *texts = p->sheet->texts;
	const char *cell = sheet_get(p->sheet, row, "bind::samreg:target"), *rest = cell;
	const char *table = sheet_take_word(&rest, texts);
	const char *fixed = sheet_take_word(&rest, texts);
	size_t length = strcspn(fixed, "=");

	out->table = table[0] ? table : p->table;
	out->fixed_column = arena_text(texts, fixed, length);
	out->fixed_value = fixed[length] ? fixed + length + 1 : "";
	if (cell[0] && (!sheet_is_name(table, strlen(table)) ||
			(fixed[0] && !sheet_is_name(fixed, length)) ||
			(fixed[0] && !out->fixed_value[0]) ||
			sheet_take_word(&rest, texts)[0]))
		return sheet_fault(p->sheet, row, "bind::samreg:target", cell,
				   _("målet skrivs TABELL eller TABELL kolumn=värde"));
	return true;
}

/* The part that the row's target names: one more, or one that has been named before. */
static size_t find_part(struct parser *p, size_t row, bool repeats)
{
	struct form_part new = { .repeats = repeats };
	size_t i;

	if (!parse_target(p, row, &new))
		return 0;
	for (i = 0; i < p->form->part_count; i++) {
		const struct form_part *old = &p->parts[i];

		if (strcmp(old->table, new.table) ||
		    strcmp(old->fixed_column, new.fixed_column) ||
		    strcmp(old->fixed_value, new.fixed_value))
			continue;
		if (repeats || old->repeats)
			sheet_fault(p->sheet, row, "bind::samreg:target", new.table,
				    _("målet är redan upptaget i formuläret"));
		return i;
	}
	p->parts[i] = new;
	p->form->part_count++;
	return i;
}

static void begin_section(struct parser *p, size_t row, bool repeats)
{
	struct form_section *s;

	if (p->in_section)
		sheet_fault(p->sheet, row, "type", sheet_get(p->sheet, row, "name"),
			    _("en sektion kan inte ligga i en annan"));
	s = &p->sections[p->form->section_count];
	s->name = need_new_name(p, row);
	s->label = sheet_words(p->sheet, row, "label", true);
	s->hint = sheet_words(p->sheet, row, "hint", false);
	s->relevant = sheet_sql(p->sheet, row, "relevant");
	s->first_field = p->form->field_count;
	s->repeats = repeats;
	p->form->section_count++;
	p->part = find_part(p, row, repeats);
	p->in_section = true;
	p->open_row = row;
}

static void end_section(struct parser *p, size_t row, bool repeats)
{
	const struct form_section *s;

	if (!p->in_section) {
		sheet_fault(p->sheet, row, "type", "", _("ingen sektion är öppen"));
		return;
	}
	s = &p->sections[p->form->section_count - 1];
	if (s->repeats != repeats)
		sheet_fault(p->sheet, row, "type", s->name,
			    repeats ? _("en grupp avslutas med end_group")
				    : _("en upprepning avslutas med end_repeat"));
	if (!s->field_count)
		sheet_fault(p->sheet, p->open_row, "type", s->name,
			    _("sektionen har inga fält"));
	p->in_section = false;
}

static size_t find_field_part(struct parser *p, size_t row, bool multiple)
{
	if (!multiple || !sheet_get(p->sheet, row, "bind::samreg:target")[0])
		return p->part;
	if (p->in_section && p->sections[p->form->section_count - 1].repeats)
		sheet_fault(p->sheet, row, "bind::samreg:target",
			    sheet_get(p->sheet, row, "name"),
			    _("ett flerval i en upprepning kan inte ha eget mål"));
	return find_part(p, row, true);
}

static void add_field(struct parser *p, size_t row, int type, const char *list)
{
	const struct sheet *s = p->sheet;
	struct form_field *field = &p->fields[p->form->field_count];
	bool multiple = row_types[type].kind == ON_MULTIPLE;

	field->type = row_types[type].type;
	field->name = need_new_name(p, row);
	field->list = list;
	form_field_parse(field, s, row, p->codes, p->all);
	if (!p->in_section)
		sheet_fault(s, row, "type", field->name,
			    _("fältet ligger utanför sektionerna"));
	field->part = find_field_part(p, row, multiple);
	field->section = p->form->section_count ? p->form->section_count - 1 : 0;
	if (!p->parts[field->part].field_count++)
		p->parts[field->part].first_field = p->form->field_count;
	if (p->form->section_count)
		p->sections[field->section].field_count++;
	p->form->field_count++;
}

static void parse_row(struct parser *p, size_t row)
{
	const char *list;
	int type = find_type(p, row, &list);

	if (type < 0)
		return;
	check_cells(p, row, row_types[type].kind);
	if (row_types[type].kind == ON_BEGIN)
		begin_section(p, row, row_types[type].repeats);
	else if (row_types[type].kind == ON_END)
		end_section(p, row, row_types[type].repeats);
	else
		add_field(p, row, type, list);
}

static bool check_columns(const struct sheet *s)
{
	const char *names[COLUMNS];

	for (size_t i = 0; i < COLUMNS; i++)
		names[i] = columns[i].name;
	return sheet_check_columns(s, names, COLUMNS, NEEDED_COLUMNS);
}

/* Part 0 is there before any row names it: it is the form's own table. */
static void parser_init(struct parser *p, size_t rows)
{
	struct arena *texts = p->sheet->texts;

	p->parts = arena_alloc(texts, (rows + 1) * sizeof(*p->parts));
	p->sections = arena_alloc(texts, (rows + 1) * sizeof(*p->sections));
	p->fields = arena_alloc(texts, (rows + 1) * sizeof(*p->fields));
	p->parts[0] = (struct form_part){
		.table = p->table, .fixed_column = "", .fixed_value = "",
	};
	p->form->part_count = 1;
	p->form->parts = p->parts;
	p->form->sections = p->sections;
	p->form->fields = p->fields;
}

void form_parse(struct form *form, const char *table, const struct sheet *s,
		const struct codes *codes, const struct forms *all)
{
	struct parser p = {
		.sheet = s, .codes = codes, .all = all, .form = form, .table = table,
	};

	parser_init(&p, grid_rows(s->grid));
	if (!check_columns(s))
		return;
	for (size_t row = 0; row < grid_rows(s->grid); row++)
		parse_row(&p, row);
	if (p.in_section)
		sheet_fault(s, p.open_row, "type", sheet_get(s, p.open_row, "name"),
			    _("sektionen avslutas aldrig"));
	form_check_fields(form, s);
}
