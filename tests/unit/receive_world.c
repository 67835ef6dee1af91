/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery and somebody to receive it; see receive_world.h. */
#include "receive_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/demo.h"
#include "app/export.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "packages.h"
#include "store/query.h"

char *world_path(const struct world *w, const char *name)
{
	return path_join(w->folder, name);
}

static void tell(struct faults *f)
{
	struct text out = { 0 };

	faults_print(f, &out);
	if (out.length)
		fprintf(stderr, "%s", text_get(&out));
	text_done(&out);
	faults_done(f);
}

struct app *world_open(const char *path)
{
	struct faults f = { 0 };
	struct app *a = app_open(path, &f);

	tell(&f);
	assert_non_null(a);
	return a;
}

char *world_export(const struct world *w, struct app *a, int year)
{
	char *out = world_path(w, "sent"), *folder;
	const struct export_order order = { .year = year, .out = out };
	struct export done;
	struct err e;

	if (!export_write(a, &order, &done, &e))
		fail_msg("%s", e.text);
	folder = mem_text(done.folder);
	export_done(&done);
	free(out);
	return folder;
}

/* ---- the world ---- */

int world_make(void **state)
{
	struct world *w = mem_alloc(sizeof(*w));
	struct demo_options demo = { .size = DEMO_SMALL, .seed = 1, .year = YEAR };
	struct app_new national = { .national = true };
	struct faults f = { 0 };
	char *path;

	strcpy(w->folder, "/tmp/samreg-receive-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	path = world_path(w, "local.db");
	assert_true(demo_create(path, &demo, &f));
	w->local = world_open(path);
	free(path);
	path = world_path(w, "national.db");
	assert_true(app_create(path, &national, &f));
	w->national = world_open(path);
	free(path);
	w->package = world_export(w, w->local, YEAR);
	*state = w;
	return 0;
}

int world_leave(void **state)
{
	struct world *w = *state;
	struct text command = { 0 };

	app_close(w->local);
	app_close(w->national);
	text_addf(&command, "rm -rf '%s'", w->folder);
	assert_int_equal(system(text_get(&command)), 0);
	text_done(&command);
	free(w->package);
	free(w);
	return 0;
}

/* ---- receiving ---- */

enum receive_result world_receive(const struct world *w, const char *folder,
				   struct faults *f)
{
	struct receipt r = { 0 };
	enum receive_result result = receive_package(w->national, folder, &r, f);

	free(r.federation);
	return result;
}

void world_store(const struct world *w, const char *folder)
{
	struct faults f = { 0 };
	enum receive_result result = world_receive(w, folder, &f);

	tell(&f);
	assert_int_equal(result, RECEIVE_STORED);
}

long long world_count(struct app *a, const char *sql)
{
	const struct query q = { .sql = sql };
	long long n = -1;

	assert_true(query_int(a->db, &q, &n, NULL));
	return n;
}

/* Whether some fault begins with the place, which has no folder, and says that. */
static bool is_told(const struct faults *f, const char *place, const char *said)
{
	for (size_t i = 0; i < f->count; i++) {
		struct text where = { 0 };
		const char *name = strrchr(f->items[i].file, '/');
		bool found;

		text_addf(&where, "%s:%zu:%zu", name ? name + 1 : "", f->items[i].row,
			  f->items[i].column);
		found = !strncmp(text_get(&where), place, strlen(place)) &&
			strstr(f->items[i].message, said);
		text_done(&where);
		if (found)
			return true;
	}
	return false;
}

char *world_hash(const struct world *w)
{
	struct text bytes = { 0 };
	char *path = world_path(w, "national.db"), *hex = mem_alloc(HASH_HEX_SIZE);

	assert_int_equal(world_count(w->national, "PRAGMA wal_checkpoint(TRUNCATE)"), 0);
	packages_read(path, &bytes);
	hash_print_hex(text_get(&bytes), bytes.length, hex);
	text_done(&bytes);
	free(path);
	return hex;
}

void world_assert_refused(const struct world *w, const char *name, const char *place,
			   const char *said)
{
	char *before = world_hash(w), *after;
	struct faults f = { 0 };
	enum receive_result result = world_receive(w, w->package, &f);
	struct text all = { 0 };

	after = world_hash(w);
	faults_print(&f, &all);
	if (result != RECEIVE_REFUSED || !is_told(&f, place, said))
		fail_msg("%s: %s", name, text_get(&all));
	assert_string_equal(before, after);
	text_done(&all);
	faults_done(&f);
	free(before);
	free(after);
}
