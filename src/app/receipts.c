/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receipts for deliveries; see receipts.h. */
#include "app/receipts.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/delivery_files.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/jsonread.h"
#include "base/lang.h"
#include "base/numbering.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package_cell.h"

enum { MAX_RECEIPT = 1 << 20, MAX_FAULTS = 100 };

/* The columns of deliveries_hashes(). */
enum { NAME, ROWS, BYTES, HASH };

/* A receipt being held against what the register knows. */
struct reading {
	struct app *app;
	const char *path;
	struct faults *faults;
	size_t before;                  /* faults there were */
	const struct jsonread *whole;
	const struct delivery *delivery;
	struct grid *kept;              /* its files */
	struct receipts_told *told;
};

static bool fault(struct reading *r, const char *what, const char *reason)
{
	if (r->faults->count - r->before < MAX_FAULTS)
		faults_add(r->faults, r->path, 0, 0, "%s: %s", what, reason);
	return false;
}

static bool is_good(const struct reading *r)
{
	return r->faults->count == r->before;
}

/* ---- whose it is ---- */

static bool check_keys(struct reading *r, const struct jsonread *object,
		       const char *keys)
{
	if (object->kind != JSONREAD_OBJECT)
		return fault(r, "receipt", _("ska vara ett objekt"));
	for (const struct jsonread *it = object->first; it; it = it->next)
		if (!text_has_word(keys, it->key))
			fault(r, it->key, _("hör inte till ett kvitto"));
	return true;
}

/* The number of a member, within bounds; 0 and a fault when it is none. */
static long long number(struct reading *r, const char *key, long long least,
			long long most)
{
	long long value;
	struct err e;

	if (jsonread_integer(r->whole, key, &value) && value >= least && value <= most)
		return value;
	err_set(&e, _("ska vara ett heltal från %lld till %lld"), least, most);
	fault(r, key, e.text);
	return 0;
}

static bool check_federation(struct reading *r)
{
	const char *federation = jsonread_text(r->whole, "federation");
	struct err e;

	if (!strcmp(federation, app_federation(r->app)))
		return true;
	err_set(&e, _("%.60s: kvittot gäller ett annat förbund"), federation);
	return fault(r, "federation", e.text);
}

static void check_time(struct reading *r)
{
	static const struct package_column column = { .name = "received",
						      .type = PACKAGE_TIME,
						      .required = true };
	static const struct package_bounds none = { .federation = "" };
	const char *time = jsonread_text(r->whole, "received");
	struct err e;

	if (package_check_cell(&column, time, &none, &e))
		strcpy(r->told->received, time);
	else
		fault(r, "received", e.text);
}

/* Whether it tells which delivery of this federation it is for. */
static bool identify(struct reading *r)
{
	bool own;

	if (!check_keys(r, r->whole, "type federation year revision level hash received "
				     "warnings files"))
		return false;
	if (strcmp(jsonread_text(r->whole, "type"), "samreg-receipt"))
		fault(r, "type", _("ska vara samreg-receipt"));
	own = check_federation(r);
	r->told->year = (int)number(r, "year", 2004, 2100);
	r->told->revision = (int)number(r, "revision", 1, 9999);
	r->told->warnings = number(r, "warnings", 0, 1000000000);
	check_time(r);
	return own && r->told->year && r->told->revision;
}

/* ---- what was received ---- */

/* Whether a hash of the receipt is the one that was kept. */
static bool is_hash(const char *told, const char *kept)
{
	return !strncmp(told, "sha256:", 7) && !strcmp(told + 7, kept);
}

static void check_file(struct reading *r, const struct jsonread *file,
		       struct numbering *seen)
{
	const char *name = jsonread_text(file, "path");
	long row = grid_find_row(r->kept, NAME, name);
	size_t before = seen->count;
	long long rows, bytes;
	struct err e;

	if (!check_keys(r, file, "path rows bytes hash"))
		return;
	numbering_add(seen, name);
	if (row < 0 || !strcmp(name, DELIVERY_DESCRIPTOR) || seen->count == before) {
		err_set(&e, seen->count == before ?
				    _("%.60s: filen står två gånger") :
				    _("%.60s: filen finns inte i leveransen"), name);
		fault(r, "files", e.text);
		return;
	}
	if (!jsonread_integer(file, "rows", &rows) ||
	    !jsonread_integer(file, "bytes", &bytes) ||
	    rows != strtoll(grid_get(r->kept, (size_t)row, ROWS), NULL, 10) ||
	    bytes != strtoll(grid_get(r->kept, (size_t)row, BYTES), NULL, 10))
		fault(r, name, _("rader eller storlek är inte de levererade"));
	if (!is_hash(jsonread_text(file, "hash"), grid_get(r->kept, (size_t)row, HASH)))
		fault(r, name, _("kontrollsumman är inte den levererade"));
}

static void check_files(struct reading *r)
{
	const struct jsonread *files = jsonread_find(r->whole, "files");
	struct numbering seen = { 0 };

	if (!files || files->kind != JSONREAD_ARRAY) {
		fault(r, "files", _("saknas"));
		return;
	}
	for (const struct jsonread *it = files->first; it; it = it->next)
		check_file(r, it, &seen);
	for (size_t i = 0; i < grid_rows(r->kept); i++) {
		const char *name = grid_get(r->kept, i, NAME);

		if (strcmp(name, DELIVERY_DESCRIPTOR) && numbering_find(&seen, name) < 0)
			fault(r, name, _("filen saknas i kvittot"));
	}
	numbering_done(&seen);
}

static void check_delivery(struct reading *r)
{
	long descriptor = grid_find_row(r->kept, NAME, DELIVERY_DESCRIPTOR);
	const char *hash = jsonread_text(r->whole, "hash");
	struct err e;

	if (!r->delivery || r->delivery->state == DELIVERY_DRAFT) {
		err_set(&e, _("%d: det finns ingen revision %d"), r->told->year,
			r->told->revision);
		fault(r, "revision", e.text);
		return;
	}
	if (strcmp(jsonread_text(r->whole, "level"),
		   package_level_name(r->delivery->level)))
		fault(r, "level", _("är inte den levererade nivån"));
	if (descriptor < 0 || !is_hash(hash, grid_get(r->kept, (size_t)descriptor, HASH)))
		fault(r, "hash", _("kontrollsumman är inte den levererade"));
	check_files(r);
}

/* ---- everything ---- */

static enum receipts_result compare(struct reading *r)
{
	struct deliveries all;
	struct err e = { "" };
	enum receipts_result result = RECEIPTS_REFUSED;
	bool ok = deliveries_load(&all, r->app, &e);

	r->kept = ok ? deliveries_hashes(r->app, r->told->year, r->told->revision, &e)
		     : NULL;
	if (r->kept) {
		r->delivery = deliveries_find(&all, r->told->year, r->told->revision);
		check_delivery(r);
	}
	if (r->kept && is_good(r)) {
		result = r->delivery->received_at[0] ? RECEIPTS_KNOWN : RECEIPTS_NOTED;
		if (result == RECEIPTS_NOTED &&
		    !deliveries_note_received(r->app, r->told->year, r->told->revision,
					      r->told->received, &e))
			result = RECEIPTS_REFUSED;
	}
	if (e.text[0])
		faults_add(r->faults, "", 0, 0, "%s", e.text);
	grid_free(r->kept);
	deliveries_done(&all);
	return result;
}

enum receipts_result receipts_take(struct app *a, const char *path,
				   struct receipts_told *told, struct faults *f)
{
	struct reading r = { .app = a, .path = path, .faults = f, .before = f->count,
			     .told = told };
	enum receipts_result result = RECEIPTS_REFUSED;
	struct text bytes = { 0 };
	struct arena arena = { 0 };
	struct err e;

	*told = (struct receipts_told){ 0 };
	if (app_is_national(a))
		err_set(&e, _("%s: ett kvitto läses in i förbundets eget register"),
			app_path(a));
	else if (path_read(path, MAX_RECEIPT, &bytes, &e))
		r.whole = jsonread_parse(path, text_get(&bytes), bytes.length, &arena,
					 &e);
	if (!r.whole)
		faults_add(f, "", 0, 0, "%s", e.text);
	else if (identify(&r))
		result = compare(&r);
	arena_done(&arena);
	text_done(&bytes);
	return result;
}
