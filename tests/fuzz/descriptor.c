/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as JSON, and as the descriptor of a delivery whose files are all there. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/receive_inside.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/json.h"
#include "base/jsonread.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package.h"
#include "tests/fuzz/fuzz.h"

static void write_leaf(struct json *j, const struct jsonread *v)
{
	if (v->kind == JSONREAD_STRING)
		json_string(j, v->text);
	else if (v->kind == JSONREAD_NUMBER)
		json_decimal(j, v->text);
	else if (v->kind == JSONREAD_BOOL)
		json_bool(j, v->truth);
	else
		json_null(j);
}

static void write_value(struct json *j, const struct jsonread *v)
{
	if (v->kind != JSONREAD_ARRAY && v->kind != JSONREAD_OBJECT) {
		write_leaf(j, v);
		return;
	}
	if (v->kind == JSONREAD_OBJECT)
		json_open_object(j, JSON_INLINE);
	else
		json_open_array(j, JSON_INLINE);
	for (const struct jsonread *m = v->first; m; m = m->next) {
		if (v->kind == JSONREAD_OBJECT)
			json_key(j, m->key);
		write_value(j, m);
	}
	json_close(j);
}

static void write_document(struct text *out, const struct jsonread *v)
{
	struct json j;

	json_init(&j, out);
	write_value(&j, v);
	json_end(&j);
}

static void check_json(const char *bytes, size_t size)
{
	struct arena arena = { 0 };
	struct err e = { "" };
	const struct jsonread *v = jsonread_parse("a", bytes, size, &arena, &e);
	struct text first = { 0 }, second = { 0 };

	fuzz_check(!v == (e.text[0] != '\0'), "JSON is refused with a reason, else none");
	if (v) {
		write_document(&first, v);
		v = jsonread_parse("b", text_get(&first), first.length, &arena, &e);
		fuzz_check(v != NULL, "JSON that is written is read again");
		write_document(&second, v);
		fuzz_check(!strcmp(text_get(&first), text_get(&second)),
			   "JSON comes back as it was");
	}
	text_done(&first);
	text_done(&second);
	arena_done(&arena);
}

/* A folder with an empty file of each name that a delivery has. */
static const char *package_folder(void)
{
	static char *folder;

	if (folder)
		return folder;
	folder = path_join(fuzz_folder(), "package");
	fuzz_check(!mkdir(folder, 0700), "a folder can be made");
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		char *name = package_file_name(id);

		fuzz_write(folder, name, "a\r\n", 3);
		free(name);
	}
	return folder;
}

void fuzz_one(const char *bytes, size_t size)
{
	char *copy = mem_text_part(bytes, size);
	struct faults f = { 0 };
	struct package p;

	check_json(copy, size);
	fuzz_write(package_folder(), "datapackage.json", copy, size);
	package_read(&p, package_folder(), &f);
	fuzz_check(!package_is_whole(&p), "no delivery has such files");
	package_done(&p);
	fuzz_check_faults(&f, true);
	free(copy);
}
