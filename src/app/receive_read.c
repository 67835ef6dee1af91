/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package as it lies in its folder, read without trusting it; see receive_inside.h. */
#include "app/receive_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/delivery_files.h"
#include "base/arena.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/folder.h"
#include "base/grid.h"
#include "base/jsonread.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"

static const char descriptor[] = "datapackage.json";

enum {
	MAX_ENTRIES = 100,
	MAX_FAULTS = 200,
	MAX_DESCRIPTOR = 1 << 22,
	MAX_FILE = 1 << 26,
	MAX_ROWS = 500000,
	MAX_IDENTITIES = 1 << 24,
};

/* ---- faults ---- */

static void add_fault(struct package *p, const char *file, size_t line, size_t column,
		      const char *message)
{
	size_t count = p->faults->count - p->faults_before;
	char *path;

	if (count > MAX_FAULTS)
		return;
	path = path_join(p->path, file);
	if (count == MAX_FAULTS)
		message = _("för många fel: resten sägs inte");
	faults_add(p->faults, path, line, column, "%s", message);
	free(path);
}

bool package_fault(struct package *p, enum package_file_id file, size_t line,
		   size_t column, const char *format, ...)
{
	char message[1024];
	char *name = package_file_name(file);
	va_list args;

	va_start(args, format);
	text_format(message, sizeof(message), format, args);
	va_end(args);
	add_fault(p, name, line, column, message);
	free(name);
	return false;
}

bool package_is_whole(const struct package *p)
{
	return p->faults->count == p->faults_before;
}

static void add_reason(struct package *p, const struct err *e)
{
	faults_add(p->faults, "", 0, 0, "%s", e->text);
}

/* ---- the descriptor ---- */

/* A hash as it is written there: sha256: and 64 digits. */
static bool is_hash(const char *text)
{
	return !strncmp(text, "sha256:", 7) && strlen(text + 7) == HASH_HEX_SIZE - 1 &&
	       !text[7 + strspn(text + 7, "0123456789abcdef")];
}

static bool read_promise(const struct jsonread *from, struct package_promise *promise)
{
	const char *hash = jsonread_text(from, "hash");
	long long bytes;

	if (promise->described || !is_hash(hash) ||
	    !jsonread_integer(from, "bytes", &bytes) || bytes < 0 || bytes > MAX_FILE ||
	    !jsonread_integer(from, "x-rows", &promise->rows) || promise->rows < 0 ||
	    promise->rows > MAX_ROWS)
		return false;
	memcpy(promise->hash, hash + 7, HASH_HEX_SIZE);
	promise->bytes = (size_t)bytes;
	promise->described = true;
	return true;
}

/* What the descriptor says of one file. */
static void read_resource(struct package *p, const struct jsonread *resource)
{
	const char *name = jsonread_text(resource, "path");
	enum package_file_id id = package_find_file(name);
	char message[256];

	if (id == PACKAGE_FILES || !strchr(name, '.')) {
		snprintf(message, sizeof(message), _("%.100s: ingen sådan fil hör till "
						     "en leverans"), name);
		add_fault(p, descriptor, 0, 0, message);
	} else if (!read_promise(resource, &p->files[id])) {
		snprintf(message, sizeof(message),
			 _("%s: hash, bytes och x-rows ska stå där"), name);
		add_fault(p, descriptor, 0, 0, message);
	}
}

static void read_identities(struct package *p, const struct jsonread *whole)
{
	const struct jsonread *it = jsonread_find(whole, "x-identities");

	if (it && (strcmp(jsonread_text(it, "path"), DELIVERY_IDENTITIES) != 0 ||
		   !read_promise(it, &p->identities) ||
		   p->identities.bytes > MAX_IDENTITIES))
		add_fault(p, descriptor, 0, 0,
			  _("x-identities: path, hash, bytes och x-rows ska stå där"));
}

/* Whether it says which files there are, be it with faults. */
static bool read_descriptor(struct package *p, const struct folder *folder)
{
	struct text bytes = { 0 };
	struct arena arena = { 0 };
	const struct jsonread *whole, *resources;
	struct err e;
	char *name = path_join(p->path, descriptor);
	bool says = false;

	if (!folder_read(folder, descriptor, MAX_DESCRIPTOR, &bytes, &e)) {
		add_reason(p, &e);
		goto out;
	}
	hash_print_hex(text_get(&bytes), bytes.length, p->hash);
	whole = jsonread_parse(name, text_get(&bytes), bytes.length, &arena, &e);
	resources = jsonread_find(whole, "resources");
	if (!whole)
		add_reason(p, &e);
	else if (!resources || resources->kind != JSONREAD_ARRAY)
		add_fault(p, descriptor, 0, 0, _("resources saknas"));
	else
		says = true;
	if (says)
		for (const struct jsonread *r = resources->first; r; r = r->next)
			read_resource(p, r);
	if (whole && !delivery_seal_holds(&bytes))
		add_fault(p, descriptor, 0, 0,
			  _("filen är ändrad: dess egen kontrollsumma (x-hash) stämmer "
			    "inte"));
	if (whole)
		read_identities(p, whole);
out:
	free(name);
	arena_done(&arena);
	text_done(&bytes);
	return says;
}

/* ---- the files ---- */

static void check_names(struct package *p, const struct folder *folder)
{
	struct err e;
	struct grid *names = folder_list(folder, MAX_ENTRIES, &e);

	if (!names)
		add_reason(p, &e);
	for (size_t i = 0; names && i < grid_rows(names); i++) {
		const char *name = grid_get(names, i, 0);
		enum package_file_id id = package_find_file(name);

		bool known = id != PACKAGE_FILES && strchr(name, '.') &&
			     p->files[id].described;

		if (!strcmp(name, DELIVERY_IDENTITIES))
			known = p->identities.described;
		if (strcmp(name, descriptor) != 0 && !known)
			add_fault(p, name, 0, 0,
				  _("filen står inte i leveransens innehåll"));
	}
	grid_free(names);
}

static void check_header(struct package *p, enum package_file_id id)
{
	const struct package_file *file = package_file(id);
	const struct grid *g = p->grids[id];

	for (size_t i = 0; i < file->count; i++)
		if (i >= grid_columns(g) ||
		    strcmp(grid_column_name(g, i), file->columns[i].name)) {
			package_fault(p, id, 1, i + 1, _("kolumnen ska heta %s"),
				      file->columns[i].name);
			return;
		}
	if (grid_columns(g) > file->count)
		package_fault(p, id, 1, file->count + 1, _("kolumnen hör inte hit"));
	else
		p->files[id].readable = true;
}

static void parse_file(struct package *p, enum package_file_id id,
		       const struct text *bytes)
{
	char *file = package_file_name(id), *name = path_join(p->path, file);

	free(file);
	p->grids[id] = csvfile_parse_rows(name, text_get(bytes), bytes->length,
					  (size_t)p->files[id].rows, p->faults);
	free(name);
	if (!p->grids[id])
		return;
	check_header(p, id);
	if ((long long)grid_rows(p->grids[id]) != p->files[id].rows)
		package_fault(p, id, 0, 0,
			      ngettext("%zu rad; x-rows säger %lld",
				       "%zu rader; x-rows säger %lld",
				       grid_rows(p->grids[id])),
			      grid_rows(p->grids[id]), p->files[id].rows);
}

/* Reads a file and holds it against what is promised of it; false when it is not even as
 * long. */
static bool read_promised(struct package *p, const struct folder *folder,
			  const char *name, const struct package_promise *promise,
			  struct text *bytes)
{
	char message[200], hash[HASH_HEX_SIZE];
	struct err e;
	size_t size;

	if (!folder_size(folder, name, &size, &e)) {
		add_reason(p, &e);
		return false;
	}
	if (size != promise->bytes) {
		snprintf(message, sizeof(message),
			 _("%zu byte; leveransens innehåll säger %zu"), size,
			 promise->bytes);
		add_fault(p, name, 0, 0, message);
		return false;
	}
	if (!folder_read(folder, name, size, bytes, &e)) {
		add_reason(p, &e);
		return false;
	}
	hash_print_hex(text_get(bytes), bytes->length, hash);
	if (strcmp(hash, promise->hash) != 0)
		add_fault(p, name, 0, 0,
			  _("filen är ändrad: kontrollsumman stämmer inte"));
	return true;
}

static void read_file(struct package *p, const struct folder *folder,
		      enum package_file_id id)
{
	char *name = package_file_name(id);
	struct text bytes = { 0 };

	if (read_promised(p, folder, name, &p->files[id], &bytes))
		parse_file(p, id, &bytes);
	free(name);
	text_done(&bytes);
}

static void check_identities(struct package *p, const struct folder *folder)
{
	struct text bytes = { 0 };

	if (p->identities.described)
		read_promised(p, folder, DELIVERY_IDENTITIES, &p->identities, &bytes);
	text_done(&bytes);
}

/* ---- whose year it is ---- */

static void identify(struct package *p)
{
	const struct grid *g = p->grids[PACKAGE_FEDERATION];
	const char *level;

	if (!p->files[PACKAGE_FEDERATION].readable)
		return;
	if (grid_rows(g) != 1) {
		package_fault(p, PACKAGE_FEDERATION, 0, 0, _("ska ha en enda rad"));
		return;
	}
	level = grid_named(g, 0, "level");
	p->federation = grid_named(g, 0, "federation");
	p->created = grid_named(g, 0, "created");
	p->year = (int)strtol(grid_named(g, 0, "year"), NULL, 10);
	p->revision = strtoll(grid_named(g, 0, "revision"), NULL, 10);
	p->aggregate = !strcmp(level, "aggregate");
	if (!p->aggregate && strcmp(level, "detailed"))
		package_fault(p, PACKAGE_FEDERATION, 2,
			      package_find_column(PACKAGE_FEDERATION, "level") + 1,
			      _("%s: ska vara detailed eller aggregate"), level);
	if (p->year < 2004 || p->year > 2100)
		package_fault(p, PACKAGE_FEDERATION, 2,
			      package_find_column(PACKAGE_FEDERATION, "year") + 1,
			      _("ska vara från %lld till %lld"), 2004LL, 2100LL);
}

/* Which files must be there is for the level to say. */
static void check_completeness(struct package *p)
{
	bool known = p->files[PACKAGE_FEDERATION].readable;

	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		bool detailed = package_file(id)->detailed;

		if (!p->files[id].described && (!detailed || (known && !p->aggregate)) &&
		    !(id == PACKAGE_CELLS && known && !p->aggregate))
			package_fault(p, id, 0, 0, _("filen saknas i leveransen"));
		if (p->files[id].described && detailed && known && p->aggregate)
			package_fault(p, id, 0, 0,
				      _("hör inte till en leverans av nivån aggregate"));
	}
	if (p->identities.described && known && p->aggregate)
		add_fault(p, DELIVERY_IDENTITIES, 0, 0,
			  _("hör inte till en leverans av nivån aggregate"));
}

void package_read(struct package *p, const char *path, struct faults *f)
{
	struct folder folder;
	struct err e;

	*p = (struct package){ .path = path, .faults = f, .faults_before = f->count,
			       .federation = "", .created = "" };
	if (!folder_open(&folder, path, &e)) {
		add_reason(p, &e);
		return;
	}
	if (read_descriptor(p, &folder)) {
		check_names(p, &folder);
		for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
			if (p->files[id].described)
				read_file(p, &folder, id);
		check_identities(p, &folder);
		identify(p);
		check_completeness(p);
	}
	folder_close(&folder);
}

void package_done(struct package *p)
{
	for (size_t i = 0; i < PACKAGE_FILES; i++)
		grid_free(p->grids[i]);
	*p = (struct package){ 0 };
}

const char *package_get(const struct package *p, enum package_file_id file, size_t row,
			const char *column)
{
	return grid_get(p->grids[file], row, package_find_column(file, column));
}

struct queries_answer package_answer(const struct package *p, size_t row)
{
	const enum package_file_id id = PACKAGE_REMARKS;
	const char *rule = package_get(p, id, row, "rule");
	size_t prefix = strlen(PACKAGE_QUERY);
	bool answers = !strncmp(rule, PACKAGE_QUERY, prefix);

	return (struct queries_answer){
		.federation = p->federation,
		.query = answers ? rule + prefix : NULL,
		.file = package_get(p, id, row, "file"),
		.record = package_get(p, id, row, "id"),
		.field = package_get(p, id, row, "field"),
		.answer = package_get(p, id, row, "reason"),
	};
}

size_t package_rows(const struct package *p, enum package_file_id file)
{
	return p->grids[file] ? grid_rows(p->grids[file]) : 0;
}
