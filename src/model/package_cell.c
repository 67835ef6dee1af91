/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a delivery; see package_cell.h. */
#include "model/package_cell.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/ulid.h"
#include "model/codes.h"

/* No number of a delivery is as large as this: sums of them stay whole. */
#define LARGEST 1000000000000000LL

enum package_file_id package_find_file(const char *name)
{
	size_t id = 0;

	for (; id < PACKAGE_FILES; id++) {
		const char *known = package_file((enum package_file_id)id)->name;
		size_t length = strlen(known);

		if (!strncmp(name, known, length) &&
		    (!name[length] || !strcmp(name + length, ".csv")))
			break;
	}
	return (enum package_file_id)id;
}

size_t package_find_column(enum package_file_id id, const char *name)
{
	const struct package_file *file = package_file(id);
	size_t at = 0;

	while (at < file->count && strcmp(file->columns[at].name, name))
		at++;
	assert(at < file->count);
	return at;
}

/* ---- what a cell may hold ---- */

static bool check_integer(const struct package_column *c, const char *text, struct err *e)
{
	const char *digits = text + (*text == '-');
	long long least = c->has_least ? c->least : -LARGEST;
	long long most = c->has_most ? c->most : LARGEST;
	long long value;

	errno = 0;
	value = strtoll(text, NULL, 10);
	if (digits[strspn(digits, "0123456789")] || !*digits ||
	    (*digits == '0' && text[1]) || errno)
		return err_set(e, _("ska vara ett heltal"));
	if (value < least || value > most)
		return err_set(e, _("ska vara från %lld till %lld"), least, most);
	return true;
}

static bool is_day(const char *text)
{
	int day;

	return date_parse_iso(text, &day);
}

static bool is_time(const char *text)
{
	static const char form[] = "T00:00:00";
	char day[DATE_SIZE] = "";

	strncat(day, text, DATE_SIZE - 1);
	if (!is_day(day) || strlen(text) != DATE_SIZE - 1 + sizeof(form) - 1)
		return false;
	for (size_t i = 0; form[i]; i++) {
		char c = text[DATE_SIZE - 1 + i];

		if (form[i] == '0' ? c < '0' || c > '9' : c != form[i])
			return false;
	}
	return true;
}

static bool check_code(const struct code_list *list, const char *code, size_t length,
		       struct err *e)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strncmp(list->items[i].code, code, length) &&
		    !list->items[i].code[length])
			return true;
	return err_set(e, _("koden finns inte i listan %s"), list->name);
}

static bool check_several(const struct code_list *list, const char *text, struct err *e)
{
	const char *rest = text, *word;
	size_t length, end = 0;

	if (text[0] == ' ' || strstr(text, "  ") || text[strlen(text) - 1] == ' ')
		return err_set(e, _("koderna ska ha ett blanktecken mellan sig"));
	while ((word = text_next_word(&rest, &length))) {
		struct text before = { 0 };
		char code[64] = "";
		bool twice;

		if (!check_code(list, word, length, e))
			return false;
		text_add_part(&before, text, end);
		strncat(code, word, length < sizeof(code) ? length : sizeof(code) - 1);
		twice = text_has_word(text_get(&before), code);
		text_done(&before);
		if (twice)
			return err_set(e, _("koden %s står två gånger"), code);
		end = (size_t)(word - text) + length;
	}
	return true;
}

static bool is_id(const char *text, const char *federation)
{
	size_t length = strlen(federation);
	const char *ulid = text + length + 1;

	return !strncmp(text, federation, length) && text[length] == '-' &&
	       strlen(ulid) == ULID_SIZE - 1 &&
	       !ulid[strspn(ulid, "0123456789ABCDEFGHJKMNPQRSTVWXYZ")];
}

/* The delivered year, or when somebody was born. */
static bool check_year(const struct package_column *c, const char *text, int year,
		       struct err *e)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (strlen(text) != 4 || *end || value < 1900 || value > 2100)
		return err_set(e, _("är inget år"));
	return strcmp(c->name, "year") || value == year ||
	       err_set(e, _("ska vara %d"), year);
}

static bool has_control(const char *text)
{
	for (; *text; text++)
		if (((unsigned char)*text < 0x20 && !strchr("\t\r\n", *text)) ||
		    *text == 0x7F)
			return true;
	return false;
}

/* Columns of text that have a form of their own; the rest is free. */
static bool check_text(const struct package_column *c, const char *text,
		       const struct package_bounds *b, struct err *e)
{
	if (has_control(text))
		return err_set(e, _("tecknet får inte förekomma"));
	if (!strcmp(c->name, "federation"))
		return !strcmp(text, b->federation) ||
		       err_set(e, _("ska vara %s"), b->federation);
	if (!strcmp(c->name, "municipality"))
		return (strlen(text) == 4 && !text[strspn(text, "0123456789")]) ||
		       err_set(e, _("är ingen kommunkod"));
	return true;
}

bool package_check_cell(const struct package_column *c, const char *text,
			const struct package_bounds *b, struct err *e)
{
	if (!text[0])
		return !c->required || err_set(e, _("saknas"));
	switch (c->type) {
	case PACKAGE_TEXT:
		return check_text(c, text, b, e);
	case PACKAGE_ID:
		return is_id(text, b->federation) ||
		       err_set(e, _("är inget id från %s"), b->federation);
	case PACKAGE_INTEGER:
		return check_integer(c, text, e);
	case PACKAGE_YEAR:
		return check_year(c, text, b->year, e);
	case PACKAGE_DATE:
		return is_day(text) || err_set(e, _("är inget riktigt datum"));
	case PACKAGE_TIME:
		return is_time(text) || err_set(e, _("är ingen tidpunkt"));
	case PACKAGE_YES_NO:
		return !strcmp(text, "0") || !strcmp(text, "1") ||
		       err_set(e, _("ska vara 1 eller 0"));
	case PACKAGE_CODE:
		return check_code(codes_find(b->codes, c->codes), text, strlen(text), e);
	case PACKAGE_CODES:
		return check_several(codes_find(b->codes, c->codes), text, e);
	}
	return true;
}

/* ---- the names of rows ---- */

const char *package_row_columns(enum package_file_id id)
{
	/* No columns are a key there, but these tell rows apart well enough. */
	if (id == PACKAGE_MEMBERSHIPS)
		return "municipality from";
	if (id == PACKAGE_FUNDING)
		return "year party kind party_name";
	return package_file(id)->key;
}

bool package_row_is_of_year(enum package_file_id id)
{
	return text_has_word(package_row_columns(id), "year");
}

char *package_row_part(enum package_file_id id, const char *name, size_t i)
{
	const char *rest = package_row_columns(id), *slash;
	size_t length;

	for (size_t at = 0; text_next_word(&rest, &length); at++) {
		bool last = !rest[strspn(rest, " ")];

		slash = last ? NULL : strchr(name, '/');
		if (at == i)
			return slash ? mem_text_part(name, (size_t)(slash - name))
				     : mem_text(name);
		if (!slash)
			return NULL;
		name = slash + 1;
	}
	return NULL;
}

/* The form of a name, for who wrote another: "intervention/year/sex". */
static bool refuse_name(enum package_file_id id, struct err *e)
{
	struct text form = { 0 };

	for (const char *at = package_row_columns(id); *at; at++)
		text_add_char(&form, *at == ' ' ? '/' : *at);
	err_set(e, _("raden skrivs %s"), text_get(&form));
	text_done(&form);
	return false;
}

bool package_check_row(enum package_file_id id, const char *name,
		       const struct package_bounds *bounds, struct err *e)
{
	const char *rest = package_row_columns(id), *word;
	size_t length;

	for (size_t i = 0; (word = text_next_word(&rest, &length)); i++) {
		char *column = mem_text_part(word, length);
		char *part = package_row_part(id, name, i);
		size_t at = package_find_column(id, column);
		bool ok = part ? package_check_cell(&package_file(id)->columns[at], part,
						    bounds, e)
			       : refuse_name(id, e);

		free(column);
		free(part);
		if (!ok)
			return false;
	}
	return true;
}

static bool is_named(enum package_file_id id, const struct grid *rows, size_t row,
		     const char *name)
{
	const char *rest = package_row_columns(id), *word;
	size_t length;
	bool same = true;

	for (size_t i = 0; same && (word = text_next_word(&rest, &length)); i++) {
		char *column = mem_text_part(word, length);
		char *part = package_row_part(id, name, i);

		same = part && !strcmp(part, grid_named(rows, row, column));
		free(column);
		free(part);
	}
	return same;
}

long package_find_row(enum package_file_id id, const struct grid *rows, const char *name)
{
	for (size_t i = 0; i < grid_rows(rows) && package_row_columns(id)[0]; i++)
		if (is_named(id, rows, i, name))
			return (long)i;
	return -1;
}
