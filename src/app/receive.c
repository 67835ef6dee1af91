/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receiving deliveries; see receive.h. */
#include "app/receive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/delivery_files.h"
#include "app/inside.h"
#include "app/receive_inside.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"

static void number(char out[24], long long value)
{
	snprintf(out, 24, "%lld", value);
}

/* ---- which revision ---- */

/* What the register has of the federation and year, and whether this is to replace it. */
static enum receive_result compare_revision(struct app *a, struct package *p)
{
	char year[24];
	const char *values[] = { p->federation, year };
	const struct query q = { .sql = sql_text(SQL_PACKAGE_FIND), .values = values,
				 .count = 2 };
	enum receive_result result = RECEIVE_STORED;
	struct grid *g;
	struct err e;
	long long known;

	number(year, p->year);
	g = query_grid(a->db, &q, &e);
	if (!g) {
		package_fault(p, PACKAGE_FEDERATION, 0, 0, "%s", e.text);
		return RECEIVE_REFUSED;
	}
	if (grid_rows(g)) {
		known = strtoll(grid_get(g, 0, 0), NULL, 10);
		if (known > p->revision) {
			package_fault(p, PACKAGE_FEDERATION, 2, 0,
				      _("revision %lld är äldre än den som redan är "
					"mottagen, %lld"), p->revision, known);
			result = RECEIVE_REFUSED;
		} else if (known == p->revision && strcmp(grid_get(g, 0, 1), p->hash)) {
			package_fault(p, PACKAGE_FEDERATION, 2, 0,
				      _("revision %lld är redan mottagen, men med annat "
					"innehåll"), p->revision);
			result = RECEIVE_REFUSED;
		} else if (known == p->revision) {
			result = RECEIVE_KNOWN;
			p->warnings = (size_t)strtoul(grid_get(g, 0, 2), NULL, 10);
			snprintf(p->received, sizeof(p->received), "%s",
				 grid_get(g, 0, 3));
		}
	}
	grid_free(g);
	return result;
}

/* ---- the receipt ---- */

static void add_file(struct json *j, const char *name,
		     const struct package_promise *promise)
{
	struct text hash = { 0 };

	text_addf(&hash, "sha256:%s", promise->hash);
	json_open_object(j, JSON_INLINE);
	json_key_string(j, "path", name);
	json_key_integer(j, "rows", promise->rows);
	json_key_integer(j, "bytes", (long long)promise->bytes);
	json_key_string(j, "hash", text_get(&hash));
	json_close(j);
	text_done(&hash);
}

static void add_files(struct json *j, const struct package *p)
{
	json_key(j, "files");
	json_open_array(j, JSON_LINES);
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		char *name = package_file_name(id);

		if (p->files[id].described)
			add_file(j, name, &p->files[id]);
		free(name);
	}
	if (p->identities.described)
		add_file(j, DELIVERY_IDENTITIES, &p->identities);
	json_close(j);
}

/* Who sends a delivery again gets the same receipt again. */
static void print_receipt(const struct package *p, struct text *out)
{
	struct json j;
	struct text hash = { 0 };
	char now[CLOCK_SIZE];

	clock_now(now);
	text_addf(&hash, "sha256:%s", p->hash);
	json_init(&j, out);
	json_open_object(&j, JSON_LINES);
	json_key_string(&j, "type", "samreg-receipt");
	json_key_string(&j, "federation", p->federation);
	json_key_integer(&j, "year", p->year);
	json_key_integer(&j, "revision", p->revision);
	json_key_string(&j, "level", p->aggregate ? "aggregate" : "detailed");
	json_key_string(&j, "hash", text_get(&hash));
	json_key_string(&j, "received", p->received[0] ? p->received : now);
	json_key_integer(&j, "warnings", (long long)p->warnings);
	add_files(&j, p);
	json_close(&j);
	json_end(&j);
	text_done(&hash);
}

static void fill_receipt(const struct package *p, struct receipt *r)
{
	free(r->federation);
	r->federation = mem_text(p->federation);
	r->year = p->year;
	r->revision = p->revision;
	r->aggregate = p->aggregate;
	r->participations = package_rows(p, PACKAGE_PARTICIPATIONS);
	r->warnings = p->warnings;
	r->rows = 0;
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		r->rows += package_rows(p, id);
	if (r->json)
		print_receipt(p, r->json);
}

/* ---- everything ---- */

static enum receive_result take(struct app *a, struct package *p)
{
	struct package_proof proof = { 0 };
	enum receive_result result;
	struct err e;

	package_check(p, a);
	if (!package_is_whole(p))
		return RECEIVE_REFUSED;
	result = compare_revision(a, p);
	if (result != RECEIVE_STORED)
		return result;
	if (!package_prove(p, a, &proof))
		return RECEIVE_REFUSED;
	if (!package_store(p, a, &proof, &e)) {
		package_fault(p, PACKAGE_FEDERATION, 0, 0, "%s", e.text);
		result = RECEIVE_REFUSED;
	}
	package_proof_done(&proof);
	return result;
}

enum receive_result receive_package(struct app *a, const char *folder,
				    struct receipt *receipt, struct faults *f)
{
	struct package p;
	enum receive_result result = RECEIVE_REFUSED;

	if (!app_is_national(a)) {
		faults_add(f, "", 0, 0,
			   _("%s: bara ett nationellt register tar emot leveranser"),
			   app_path(a));
		return RECEIVE_REFUSED;
	}
	package_read(&p, folder, f);
	if (package_is_whole(&p) || p.files[PACKAGE_FEDERATION].readable)
		result = take(a, &p);
	if (result != RECEIVE_REFUSED)
		fill_receipt(&p, receipt);
	package_done(&p);
	return result;
}
