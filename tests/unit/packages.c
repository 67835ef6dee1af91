/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages tampered with; see packages.h. */
#include "packages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/delivery_files.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/path.h"
#include "base/text.h"

void packages_read(const char *path, struct text *out)
{
	struct err e;

	assert_true(path_read(path, 1 << 28, out, &e));
}

static void add_resource(struct json *j, const char *folder, const char *name)
{
	char *path = path_join(folder, name), hex[HASH_HEX_SIZE];
	struct text bytes = { 0 }, hash = { 0 };
	long long rows = -1;

	packages_read(path, &bytes);
	for (size_t i = 0, quoted = 0; i < bytes.length; i++) {
		quoted ^= bytes.bytes[i] == '"';
		rows += bytes.bytes[i] == '\n' && !quoted;
	}
	hash_print_hex(text_get(&bytes), bytes.length, hex);
	text_addf(&hash, "sha256:%s", hex);
	json_open_object(j, JSON_INLINE);
	json_key_string(j, "path", name);
	json_key_string(j, "hash", text_get(&hash));
	json_key_integer(j, "bytes", (long long)bytes.length);
	json_key_integer(j, "x-rows", rows);
	json_close(j);
	text_done(&bytes);
	text_done(&hash);
	free(path);
}

void packages_seal(const char *folder)
{
	struct grid *names = path_list(folder, ".csv", NULL);
	char *path = path_join(folder, "datapackage.json");
	struct text out = { 0 };
	struct json j;
	struct err e;

	unlink(path);
	json_init(&j, &out);
	json_open_object(&j, JSON_LINES);
	json_key(&j, "resources");
	json_open_array(&j, JSON_LINES);
	for (size_t i = 0; i < grid_rows(names); i++) {
		struct text name = { 0 };

		text_addf(&name, "%s.csv", grid_get(names, i, 0));
		add_resource(&j, folder, text_get(&name));
		text_done(&name);
	}
	json_close(&j);
	delivery_seal_add(&j);
	json_close(&j);
	json_end(&j);
	delivery_seal_fill(&out);
	assert_true(path_write(path, text_get(&out), out.length, &e));
	grid_free(names);
	text_done(&out);
	free(path);
}

void packages_replace(const char *folder, const char *file, const char *from,
		      const char *to, size_t length)
{
	char *path = path_join(folder, file);
	struct text before = { 0 }, after = { 0 };
	const char *at;
	struct err e;

	packages_read(path, &before);
	at = strstr(text_get(&before), from);
	if (!at)
		fail_msg("%s: no \"%s\"", file, from);
	text_add_part(&after, before.bytes, (size_t)(at - before.bytes));
	text_add_part(&after, to, length);
	text_add(&after, at + strlen(from));
	assert_true(path_write(path, text_get(&after), after.length, &e));
	text_done(&before);
	text_done(&after);
	free(path);
}

void packages_add(const char *folder, const char *file, const char *line)
{
	char *path = path_join(folder, file);
	struct text bytes = { 0 };
	struct err e;

	packages_read(path, &bytes);
	text_add(&bytes, line);
	assert_true(path_write(path, text_get(&bytes), bytes.length, &e));
	text_done(&bytes);
	free(path);
}
