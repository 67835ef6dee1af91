/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The corpus of a target as an ordinary test: each of its files is given to the target
 * once. Named replay_TARGET, or given files: those instead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/folder.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

static void replay(const char *path, size_t number)
{
	struct text bytes = { 0 };
	struct err e = { "" };
	uint8_t *exact;

	if (!path_read(path, 1 << 24, &bytes, &e)) {
		printf("not ok %zu - %s\n", number, e.text);
		return;
	}
	/* Not one byte more, so that what reads on is found. */
	exact = malloc(bytes.length ? bytes.length : 1);
	if (!exact)
		exit(1);
	memcpy(exact, text_get(&bytes), bytes.length);
	fprintf(stderr, "# %s\n", path);
	LLVMFuzzerTestOneInput(exact, bytes.length);
	printf("ok %zu - %s\n", number, strrchr(path, '/') + 1);
	fflush(stdout);
	free(exact);
	text_done(&bytes);
}

static struct grid *list(const char *path)
{
	struct folder folder;
	struct err e = { "" };
	struct grid *names = NULL;

	if (folder_open(&folder, path, &e)) {
		names = folder_list(&folder, 10000, &e);
		folder_close(&folder);
	}
	if (!names || !grid_rows(names))
		printf("Bail out! %s: no corpus %s\n", path, e.text);
	return names;
}

static int replay_folder(const char *program)
{
	const char *name = strstr(program, "replay_"), *tree = getenv("SRCDIR");
	struct text folder = { 0 };
	struct grid *files;
	size_t count;

	if (!name || !tree)
		return 99;
	text_addf(&folder, "%s/tests/fuzz/corpus/%s", tree, name + strlen("replay_"));
	files = list(text_get(&folder));
	count = files ? grid_rows(files) : 0;
	printf("1..%zu\n", count);
	for (size_t i = 0; i < count; i++) {
		char *path = path_join(text_get(&folder), grid_get(files, i, 0));

		replay(path, i + 1);
		free(path);
	}
	grid_free(files);
	text_done(&folder);
	return count ? 0 : 99;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return replay_folder(argv[0]);
	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++)
		replay(argv[i], (size_t)i);
	return 0;
}
