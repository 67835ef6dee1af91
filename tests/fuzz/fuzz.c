/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the targets share; see fuzz.h. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/folder.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_one((const char *)bytes, size);
	return 0;
}

void fuzz_check(bool kept, const char *promise)
{
	if (kept)
		return;
	fprintf(stderr, "broken: %s\n", promise);
	abort();
}

/* Control characters, but for the line ends of faults_print(). */
static bool has_control(const char *text)
{
	for (; *text; text++)
		if (((unsigned char)*text < 0x20 && *text != '\n') || *text == 0x7F)
			return true;
	return false;
}

void fuzz_check_faults(struct faults *f, bool refused)
{
	struct text told = { 0 };

	fuzz_check(refused == (f->count > 0), "refused with a reason, else none");
	faults_print(f, &told);
	fuzz_check(utf8_is_valid(text_get(&told), told.length), "faults are UTF-8");
	fuzz_check(!has_control(text_get(&told)), "faults have no control characters");
	text_done(&told);
	faults_done(f);
}

void fuzz_check_same(const struct grid *a, const struct grid *b, const char *promise)
{
	fuzz_check(a && b && grid_columns(a) == grid_columns(b) &&
		   grid_rows(a) == grid_rows(b), promise);
	for (size_t c = 0; c < grid_columns(a); c++)
		fuzz_check(!strcmp(grid_column_name(a, c), grid_column_name(b, c)),
			   promise);
	for (size_t r = 0; r < grid_rows(a); r++)
		for (size_t c = 0; c < grid_columns(a); c++)
			fuzz_check(!strcmp(grid_get(a, r, c), grid_get(b, r, c)),
				   promise);
}

void fuzz_check_references(struct app *a)
{
	const struct query q = { .sql = "PRAGMA foreign_key_check" };
	struct grid *g = query_grid(a->db, &q, NULL);

	fuzz_check(g && !grid_rows(g), "every reference is to something");
	grid_free(g);
}

/* ---- files ---- */

const char *fuzz_folder(void)
{
	static char folder[400];

	if (folder[0])
		return folder;
	snprintf(folder, sizeof(folder), "%s/fuzz-XXXXXX", getenv("HOME"));
	fuzz_check(mkdtemp(folder) != NULL, "there is a HOME");
	return folder;
}

void fuzz_write(const char *folder, const char *name, const char *bytes, size_t length)
{
	char *path = path_join(folder, name);
	FILE *file = fopen(path, "wb");
	bool written = false;

	if (file) {
		written = fwrite(bytes, 1, length, file) == length;
		written = !fclose(file) && written;
	}
	fuzz_check(written, "files can be written");
	free(path);
}

void fuzz_empty(const char *folder)
{
	struct folder open = { .fd = -1 };
	struct grid *names = NULL;

	if (folder_open(&open, folder, NULL))
		names = folder_list(&open, 1000, NULL);
	for (size_t i = 0; names && i < grid_rows(names); i++)
		unlinkat(open.fd, grid_get(names, i, 0), 0);
	grid_free(names);
	folder_close(&open);
}

struct app *fuzz_register(const char *federation)
{
	const struct app_new what = { .national = !federation, .federation = federation };
	char *path = path_join(fuzz_folder(), "register.db");
	struct faults f = { 0 };
	struct app *a = NULL;

	if (app_create(path, &what, &f))
		a = app_open(path, &f);
	fuzz_check(a != NULL, "a register can be made");
	free(path);
	return a;
}

/* ---- parts ---- */

static const char mark[] = "@@ ";

static const char *end_of_line(const char *at, const char *end)
{
	const char *lf = memchr(at, '\n', (size_t)(end - at));

	return lf ? lf : end;
}

static bool begins_part(const char *at, const char *end)
{
	return (size_t)(end - at) > strlen(mark) && !memcmp(at, mark, strlen(mark));
}

static bool take_name(struct fuzz_part *part, const char *from, const char *to)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
	size_t length = (size_t)(to - from);

	if (!length || length >= sizeof(part->name) || *from == '.')
		return false;
	memcpy(part->name, from, length);
	part->name[length] = '\0';
	return strspn(part->name, good) == length;
}

size_t fuzz_split(const char *bytes, size_t size, struct fuzz_part *parts, size_t most)
{
	const char *end = bytes + size, *at = bytes;
	size_t count = 0;

	while (at < end && count < most) {
		struct fuzz_part *part = &parts[count];
		const char *line = end_of_line(at, end);
		bool named = begins_part(at, end) &&
			     take_name(part, at + strlen(mark), line);

		at = line < end ? line + 1 : end;
		if (!named)
			continue;
		part->bytes = at;
		while (at < end && !begins_part(at, end)) {
			line = end_of_line(at, end);
			at = line < end ? line + 1 : end;
		}
		part->length = (size_t)(at - part->bytes);
		count++;
	}
	return count;
}
