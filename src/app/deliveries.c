/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been delivered and what is to be; see deliveries.h. */
#include "app/deliveries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/delivery_copies.h"
#include "app/delivery_files.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

/* How far back a year is offered that was never delivered: lists of old years are read
 * in, and a start keyed a century wrong is no year to deliver. */
#define YEARS_BACK 10

/* ---- one year ---- */

static bool ask_of_year(struct app *a, enum sql_id sql, int year, long long *answer,
			struct err *e)
{
	char number[12];
	const char *const values[] = { number };
	const struct query q = { .sql = sql_text(sql), .values = values, .count = 1 };

	snprintf(number, sizeof(number), "%d", year);
	return query_int(a->db, &q, answer, e);
}

bool deliveries_count(struct app *a, int year, size_t *participations, struct err *e)
{
	long long count;
	bool ok = ask_of_year(a, SQL_DELIVERY_PARTICIPATIONS, year, &count, e);

	*participations = ok ? (size_t)count : 0;
	return ok;
}

int deliveries_locking(struct app *a, int year, struct err *e)
{
	long long revision;

	return ask_of_year(a, SQL_DELIVERY_LOCKING, year, &revision, e) ? (int)revision
									 : -1;
}

int deliveries_next(struct app *a, int year, struct err *e)
{
	long long revision;

	return ask_of_year(a, SQL_DELIVERY_LATEST, year, &revision, e) ? (int)revision + 1
									: 0;
}

char *deliveries_folder(const struct app *a, int year, int revision, const char *out)
{
	return delivery_files_folder(out, app_federation(a), year, revision);
}

/* ---- the list ---- */

static const char *keep(struct deliveries *d, const char *text)
{
	return text[0] ? arena_text(&d->texts, text, strlen(text)) : "";
}

static struct delivery *add(struct deliveries *d, struct delivery one)
{
	d->items = mem_grow(d->items, &d->capacity, d->count + 1, sizeof(*d->items));
	d->items[d->count] = one;
	return &d->items[d->count++];
}

static enum delivery_state state_of(bool superseded, const char *received_at)
{
	if (superseded)
		return DELIVERY_SUPERSEDED;
	return received_at[0] ? DELIVERY_RECEIVED : DELIVERY_DELIVERED;
}

static void add_made(struct deliveries *d, struct stmt *s)
{
	struct delivery *it = add(d, (struct delivery){
		.year = (int)stmt_int(s, 0),
		.revision = (int)stmt_int(s, 1),
		.participations = (size_t)stmt_int(s, 3),
		.warnings = (size_t)stmt_int(s, 4),
		.drafts = (size_t)stmt_int(s, 5),
		.created_at = keep(d, stmt_text(s, 6)),
		.created_by = keep(d, stmt_text(s, 7)),
		.received_at = keep(d, stmt_text(s, 8)),
		.unlocked_at = keep(d, stmt_text(s, 9)),
		.unlocked_by = keep(d, stmt_text(s, 10)),
		.unlock_reason = keep(d, stmt_text(s, 11)),
	});
	bool superseded = stmt_int(s, 12);

	/* The table lets no other level in. */
	if (!package_level_find(stmt_text(s, 2), &it->level))
		it->level = PACKAGE_DETAILED;
	it->state = state_of(superseded, it->received_at);
	it->locked = !superseded && !it->unlocked_at[0];
}

static bool load_made(struct deliveries *d, struct app *a, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DELIVERY_LIST);
	enum stmt_state state;

	while ((state = stmt_step(s, e)) == STMT_ROW)
		add_made(d, s);
	return state == STMT_DONE;
}

static bool add_draft(struct deliveries *d, struct app *a, int year, int revision,
		      struct err *e)
{
	const struct query count_drafts = { .sql = sql_text(SQL_DRAFT_COUNT) };
	size_t participations;
	long long drafts;

	if (!deliveries_count(a, year, &participations, e) ||
	    !query_int(a->db, &count_drafts, &drafts, e))
		return false;
	add(d, (struct delivery){
		.year = year,
		.revision = revision,
		.state = DELIVERY_DRAFT,
		.participations = participations,
		.drafts = (size_t)drafts,
		.created_at = "",
		.created_by = "",
		.received_at = "",
		.unlocked_at = "",
		.unlocked_by = "",
		.unlock_reason = "",
	});
	return true;
}

/* A draft for each year whose latest revision is unlocked. */
static bool add_unlocked(struct deliveries *d, struct app *a, struct err *e)
{
	size_t made = d->count;

	for (size_t i = 0; i < made; i++) {
		struct delivery it = d->items[i];

		if (it.state != DELIVERY_SUPERSEDED && !it.locked &&
		    !add_draft(d, a, it.year, it.revision + 1, e))
			return false;
	}
	return true;
}

static bool has_year(const struct deliveries *d, int year)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].year == year)
			return true;
	return false;
}

/* A draft for each year that something is registered in and nothing is made of. */
static bool add_new(struct deliveries *d, struct app *a, struct err *e)
{
	char now[CLOCK_SIZE];
	long long first;
	int this_year, year;

	clock_now(now);
	this_year = atoi(now);
	if (!ask_of_year(a, SQL_DELIVERY_FIRST_REGISTERED, this_year - YEARS_BACK, &first,
			 e))
		return false;
	year = first && first < this_year ? (int)first : this_year - 1;
	for (; year <= this_year; year++)
		if (!has_year(d, year) && !add_draft(d, a, year, 1, e))
			return false;
	return true;
}

static int latest_first(const void *a, const void *b)
{
	const struct delivery *x = a, *y = b;

	if (x->year != y->year)
		return x->year > y->year ? -1 : 1;
	return (x->revision < y->revision) - (x->revision > y->revision);
}

bool deliveries_load(struct deliveries *d, struct app *a, struct err *e)
{
	*d = (struct deliveries){ 0 };
	if (!load_made(d, a, e) || !add_unlocked(d, a, e) || !add_new(d, a, e))
		return false;
	if (d->count)
		qsort(d->items, d->count, sizeof(*d->items), latest_first);
	return true;
}

void deliveries_done(struct deliveries *d)
{
	arena_done(&d->texts);
	free(d->items);
	*d = (struct deliveries){ 0 };
}

const struct delivery *deliveries_find(const struct deliveries *d, int year, int revision)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->items[i].year == year && d->items[i].revision == revision)
			return &d->items[i];
	return NULL;
}

/* ---- words ---- */

const char *delivery_level_words(enum package_level level)
{
	return level == PACKAGE_AGGREGATE ? _("antal") : _("detaljer");
}

void delivery_add_time(struct text *out, const char *time)
{
	if (strlen(time) >= 16)
		text_addf(out, "%.10s %.5s", time, time + 11);
}

void delivery_add_state(struct text *out, const struct delivery *d)
{
	static const char *const names[] = {
		[DELIVERY_DRAFT] = N_("inte skapad"),
		[DELIVERY_DELIVERED] = N_("levererad"),
		[DELIVERY_RECEIVED] = N_("mottagen"),
		[DELIVERY_SUPERSEDED] = N_("ersatt"),
	};

	text_add(out, _(names[d->state]));
	if (d->received_at[0])
		text_addf(out, " %.10s", d->received_at);
	if (d->locked)
		text_add(out, _(", låst"));
}

/* ---- what was sent ---- */

static bool end(struct app *a, bool ok, struct err *e)
{
	if (ok)
		return db_commit(a->db, e);
	db_rollback(a->db);
	return false;
}

static bool take_file(struct stmt *s, struct delivery_files *out, struct err *e)
{
	struct text bytes = { 0 };

	if (!stmt_int(s, 3))
		return err_set(e, _("%s: uppgifterna om personer är gallrade, så filen "
				    "kan inte skrivas igen"), stmt_text(s, 0));
	text_add_part(&bytes, stmt_text(s, 4), stmt_length(s, 4));
	delivery_files_add(out, stmt_text(s, 0), &bytes, (size_t)stmt_int(s, 1));
	if (!strcmp(out->items[out->count - 1].hash, stmt_text(s, 2)))
		return true;
	return err_set(e, _("%s: är inte som den levererades"), stmt_text(s, 0));
}

bool deliveries_read(struct app *a, int year, int revision, struct delivery_files *out,
		     struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DELIVERY_FILES);
	enum stmt_state state;

	*out = (struct delivery_files){ 0 };
	stmt_bind_int(s, 1, year);
	stmt_bind_int(s, 2, revision);
	while ((state = stmt_step(s, e)) == STMT_ROW)
		if (!take_file(s, out, e)) {
			stmt_reset(s);
			return false;
		}
	if (state == STMT_DONE && !out->count)
		return err_set(e, _("%d: det finns ingen revision %d"), year, revision);
	return state == STMT_DONE;
}

struct grid *deliveries_hashes(struct app *a, int year, int revision, struct err *e)
{
	char numbers[2][12];
	const char *const values[] = { numbers[0], numbers[1] };
	const struct query q = { .sql = sql_text(SQL_DELIVERY_HASHES), .values = values,
				 .count = 2 };

	snprintf(numbers[0], sizeof(numbers[0]), "%d", year);
	snprintf(numbers[1], sizeof(numbers[1]), "%d", revision);
	return query_grid(a->db, &q, e);
}

static bool place_again(const struct delivery_files *files, const char *folder,
			struct err *e)
{
	char *temporary;
	bool ok;

	if (path_exists(folder))
		return err_set(e, _("%s: finns redan och skrivs inte över"), folder);
	temporary = delivery_files_write(files, folder, e);
	if (!temporary)
		return false;
	ok = path_place_folder(temporary, folder, e);
	if (!ok)
		path_remove_folder(temporary);
	free(temporary);
	return ok;
}

/* One transaction: a copy that nobody knows of would never be destroyed. */
static bool note_and_place(struct app *a, const struct delivery *d,
			   const struct delivery_files *files, const char *folder,
			   struct err *e)
{
	return db_begin(a->db, e) &&
	       end(a, delivery_copies_note(a, d->year, d->revision, folder, e) &&
		      place_again(files, folder, e), e);
}

bool deliveries_write(struct app *a, const struct delivery *d, const char *out,
		      char **folder, struct err *e)
{
	struct delivery_files files;
	bool ok = deliveries_read(a, d->year, d->revision, &files, e);

	*folder = deliveries_folder(a, d->year, d->revision, out);
	ok = ok && path_make_folder(out, e) &&
	     note_and_place(a, d, &files, *folder, e);
	if (!ok) {
		free(*folder);
		*folder = NULL;
	}
	delivery_files_done(&files);
	return ok;
}

/* ---- changing ---- */

/* "2025-r1", as the log names a delivery. */
static bool note(struct app *a, const char *action, int year, int revision, struct err *e)
{
	char name[32];

	snprintf(name, sizeof(name), "%d-r%d", year, revision);
	return audit_note(a, action, "delivery", name, e);
}

static bool unlock(struct app *a, int year, const char *reason, struct err *e)
{
	int revision = deliveries_locking(a, year, e);
	struct stmt *s;
	char now[CLOCK_SIZE];

	if (revision < 0)
		return false;
	if (!revision)
		return err_set(e, _("%d: året är inte låst"), year);
	clock_now(now);
	s = db_stmt(a->db, SQL_DELIVERY_UNLOCK);
	stmt_bind_int(s, 1, year);
	stmt_bind_int(s, 2, revision);
	stmt_bind_text(s, 3, now);
	stmt_bind_text(s, 4, app_user(a));
	stmt_bind_text(s, 5, reason);
	return stmt_run(s, e) && note(a, "unlock", year, revision, e);
}

bool deliveries_unlock(struct app *a, int year, const char *reason, struct err *e)
{
	if (!reason[strspn(reason, " \t")])
		return err_set(e, _("%d: ange varför året ska låsas upp"), year);
	return db_begin(a->db, e) && end(a, unlock(a, year, reason, e), e);
}

static bool receive(struct app *a, int year, int revision, const char *when,
		    struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DELIVERY_RECEIVED);

	stmt_bind_int(s, 1, year);
	stmt_bind_int(s, 2, revision);
	stmt_bind_text(s, 3, when);
	if (!stmt_run(s, e))
		return false;
	if (!db_changes(a->db))
		return err_set(e, _("%d: det finns ingen revision %d"), year, revision);
	return note(a, "received", year, revision, e);
}

bool deliveries_note_received(struct app *a, int year, int revision, const char *when,
			      struct err *e)
{
	return db_begin(a->db, e) && end(a, receive(a, year, revision, when, e), e);
}

static bool keep_file(struct app *a, const char *year, const char *revision,
		      const struct delivery_file *file, struct err *e)
{
	char rows[24], bytes[24];
	const struct cell cells[] = {
		{ "year", year },
		{ "revision", revision },
		{ "name", file->name },
		{ "rows", rows },
		{ "bytes", bytes },
		{ "hash", file->hash },
		{ "content", text_get(&file->bytes) },
	};

	snprintf(rows, sizeof(rows), "%zu", file->rows);
	snprintf(bytes, sizeof(bytes), "%zu", file->bytes.length);
	return rows_insert(a->db, "delivery_file", CELLS(cells), e);
}

static bool keep_delivery(struct app *a, const char *year, const char *revision,
			  const struct delivery *d, struct err *e)
{
	char participations[24], warnings[24], drafts[24];
	const struct cell cells[] = {
		{ "year", year },
		{ "revision", revision },
		{ "level", package_level_name(d->level) },
		{ "participations", participations },
		{ "warnings", warnings },
		{ "drafts", drafts },
		{ "created_at", d->created_at },
		{ "created_by", d->created_by },
	};

	snprintf(participations, sizeof(participations), "%zu", d->participations);
	snprintf(warnings, sizeof(warnings), "%zu", d->warnings);
	snprintf(drafts, sizeof(drafts), "%zu", d->drafts);
	return rows_insert(a->db, "delivery", CELLS(cells), e);
}

bool deliveries_keep(struct app *a, const struct delivery *d,
		     const struct delivery_files *files, struct err *e)
{
	char year[12], revision[12];
	bool ok;

	snprintf(year, sizeof(year), "%d", d->year);
	snprintf(revision, sizeof(revision), "%d", d->revision);
	ok = keep_delivery(a, year, revision, d, e);
	for (size_t i = 0; ok && i < files->count; i++)
		ok = keep_file(a, year, revision, &files->items[i], e);
	return ok && note(a, "deliver", d->year, d->revision, e);
}

bool deliveries_dispose(struct app *a, const char *participation, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DELIVERY_DISPOSE);

	stmt_bind_text(s, 1, participation);
	return stmt_run(s, e);
}
