/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery's datapackage.json; see export_descriptor.h. */
#include "app/export_descriptor.h"

#include <assert.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/delivery_files.h"
#include "app/export_files.h"
#include "base/json.h"
#include "base/text.h"
#include "model/codes.h"

#define PROFILES "https://datapackage.org/profiles/2.0/"

/* What a column's type is called, and what more there is to say of it. */
static const struct type {
	const char *name, *format;
} types[] = {
	[PACKAGE_TEXT] = { "string", NULL },
	[PACKAGE_ID] = { "string", NULL },
	[PACKAGE_INTEGER] = { "integer", NULL },
	[PACKAGE_YEAR] = { "year", NULL },
	[PACKAGE_DATE] = { "date", NULL },
	[PACKAGE_TIME] = { "datetime", "%Y-%m-%dT%H:%M:%S" },
	[PACKAGE_YES_NO] = { "boolean", NULL },
	[PACKAGE_CODE] = { "string", NULL },
	[PACKAGE_CODES] = { "string", NULL },
};

static void add_texts(struct json *j, const char *key, const char *list)
{
	const char *word;
	size_t length;
	struct text one = { 0 };

	json_key(j, key);
	json_open_array(j, JSON_INLINE);
	while ((word = text_next_word(&list, &length))) {
		text_clear(&one);
		text_add_part(&one, word, length);
		json_string(j, text_get(&one));
	}
	json_close(j);
	text_done(&one);
}

static void add_categories(struct json *j, const struct code_list *codes)
{
	json_key(j, "categories");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < codes->count; i++) {
		json_open_object(j, JSON_INLINE);
		json_key_string(j, "value", codes->items[i].code);
		json_key_string(j, "label", codes->items[i].label.sv);
		json_close(j);
	}
	json_close(j);
}

static void add_enum(struct json *j, const struct code_list *codes)
{
	json_key(j, "enum");
	json_open_array(j, JSON_INLINE);
	for (size_t i = 0; i < codes->count; i++)
		json_string(j, codes->items[i].code);
	json_close(j);
}

/* Codes with a blank between: "(a|b)( (a|b))*". */
static void add_codes_pattern(struct json *j, const struct code_list *codes)
{
	struct text one = { 0 }, pattern = { 0 };

	for (size_t i = 0; i < codes->count; i++)
		text_addf(&one, "%s%s", i ? "|" : "", codes->items[i].code);
	text_addf(&pattern, "(%s)( (%s))*", text_get(&one), text_get(&one));
	json_key_string(j, "pattern", text_get(&pattern));
	text_done(&one);
	text_done(&pattern);
}

static bool is_constrained(const struct package_column *c)
{
	return c->required || c->has_least || c->has_most || c->pattern || c->codes ||
	       c->type == PACKAGE_ID;
}

static void add_constraints(struct json *j, const struct package_column *c,
			    const struct code_list *codes)
{
	if (!is_constrained(c))
		return;
	json_key(j, "constraints");
	json_open_object(j, JSON_INLINE);
	if (c->required)
		json_key_bool(j, "required", true);
	if (c->has_least)
		json_key_integer(j, "minimum", c->least);
	if (c->has_most)
		json_key_integer(j, "maximum", c->most);
	if (c->pattern)
		json_key_string(j, "pattern", c->pattern);
	if (c->type == PACKAGE_ID)
		json_key_string(j, "pattern", "[a-z0-9-]+-[0-9A-Z]{26}");
	if (c->type == PACKAGE_CODE)
		add_enum(j, codes);
	if (c->type == PACKAGE_CODES)
		add_codes_pattern(j, codes);
	json_close(j);
}

static void add_field(struct json *j, const struct package_column *c,
		      const struct codes *lists)
{
	const struct code_list *codes = c->codes ? codes_find(lists, c->codes) : NULL;

	json_open_object(j, c->type == PACKAGE_CODE ? JSON_LINES : JSON_INLINE);
	json_key_string(j, "name", c->name);
	json_key_string(j, "type", types[c->type].name);
	if (types[c->type].format)
		json_key_string(j, "format", types[c->type].format);
	if (c->type == PACKAGE_YES_NO) {
		add_texts(j, "trueValues", "1");
		add_texts(j, "falseValues", "0");
	}
	add_constraints(j, c, codes);
	if (c->type == PACKAGE_CODE)
		add_categories(j, codes);
	json_close(j);
}

static void add_foreign_key(struct json *j, const struct package_file *file)
{
	const struct package_reference *r = &file->reference;
	const struct package_file *to = NULL;

	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		if (!strcmp(package_file(id)->name, r->file))
			to = package_file(id);
	assert(to);
	json_key(j, "foreignKeys");
	json_open_array(j, JSON_LINES);
	json_open_object(j, JSON_LINES);
	add_texts(j, "fields", r->column);
	json_key(j, "reference");
	json_open_object(j, JSON_INLINE);
	/* Version 2 leaves out what version 1 demands; both know "" for the same file. */
	json_key_string(j, "resource", to == file ? "" : r->file);
	add_texts(j, "fields", to->key);
	json_close(j);
	json_close(j);
	json_close(j);
}

static void add_schema(struct json *j, const struct package_file *file,
		       const struct codes *lists)
{
	json_key(j, "schema");
	json_open_object(j, JSON_LINES);
	json_key_string(j, "$schema", PROFILES "tableschema.json");
	json_key(j, "fields");
	json_open_array(j, JSON_LINES);
	for (size_t i = 0; i < file->count; i++)
		add_field(j, &file->columns[i], lists);
	json_close(j);
	json_key(j, "missingValues");
	json_open_array(j, JSON_INLINE);
	json_string(j, "");
	json_close(j);
	if (file->key[0])
		add_texts(j, "primaryKey", file->key);
	if (file->reference.file)
		add_foreign_key(j, file);
	json_close(j);
}

static void add_resource(struct json *j, const struct package_file *file,
			 const struct delivery_file *written, const struct codes *lists)
{
	struct text hash = { 0 };

	text_addf(&hash, "sha256:%s", written->hash);
	json_open_object(j, JSON_LINES);
	json_key_string(j, "$schema", PROFILES "dataresource.json");
	json_key_string(j, "profile", "tabular-data-resource");
	json_key_string(j, "name", file->name);
	json_key_string(j, "title", file->title);
	json_key_string(j, "type", "table");
	json_key_string(j, "path", written->name);
	json_key_string(j, "format", "csv");
	json_key_string(j, "mediatype", "text/csv");
	json_key_string(j, "encoding", "utf-8");
	json_key_integer(j, "bytes", (long long)written->bytes.length);
	json_key_string(j, "hash", text_get(&hash));
	json_key_integer(j, "x-rows", (long long)written->rows);
	add_schema(j, file, lists);
	json_close(j);
	text_done(&hash);
}

/* No resource: readers of version 1 take all of them for tables. */
static void add_identities(struct json *j, const struct delivery_file *sealed)
{
	struct text hash = { 0 };

	text_addf(&hash, "sha256:%s", sealed->hash);
	json_key(j, "x-identities");
	json_open_object(j, JSON_LINES);
	json_key_string(j, "path", sealed->name);
	json_key_integer(j, "bytes", (long long)sealed->bytes.length);
	json_key_string(j, "hash", text_get(&hash));
	json_key_integer(j, "x-rows", (long long)sealed->rows);
	json_close(j);
	text_done(&hash);
}

static void add_head(struct json *j, const struct export_identity *identity)
{
	struct text name = { 0 }, title = { 0 };

	text_addf(&name, "%s-%d-r%d", identity->federation, identity->year,
		  identity->revision);
	text_addf(&title, "%s %d", identity->name, identity->year);
	json_key_string(j, "$schema", PROFILES "datapackage.json");
	/* What readers of version 1 go by. */
	json_key_string(j, "profile", "tabular-data-package");
	json_key_string(j, "name", text_get(&name));
	json_key_string(j, "title", text_get(&title));
	json_key_string(j, "created", identity->created_utc);
	json_key_string(j, "x-federation", identity->federation);
	json_key_integer(j, "x-year", identity->year);
	json_key_integer(j, "x-revision", identity->revision);
	json_key_string(j, "x-level", package_level_name(identity->level));
	json_key_string(j, "x-forms", PACKAGE_VERSION);
	json_key_string(j, "x-rules", PACKAGE_VERSION);
	text_done(&name);
	text_done(&title);
}

void export_descriptor(const struct app *a, const struct export_identity *identity,
		       const struct delivery_files *files, struct text *out)
{
	const struct codes *lists = catalog_codes(app_catalog(a));
	const struct delivery_file *next = files->items;
	struct json j;

	json_init(&j, out);
	json_open_object(&j, JSON_LINES);
	add_head(&j, identity);
	json_key(&j, "resources");
	json_open_array(&j, JSON_LINES);
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		if (package_has_file(identity->level, id))
			add_resource(&j, package_file(id), next++, lists);
	json_close(&j);
	if (next < files->items + files->count)
		add_identities(&j, next);
	delivery_seal_add(&j);
	json_close(&j);
	json_end(&j);
	delivery_seal_fill(out);
}
