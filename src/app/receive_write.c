/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package's rows into a register; see receive_inside.h. */
#include "app/receive_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/numbering.h"
#include "base/text.h"
#include "store/db.h"
#include "store/rows.h"

struct writing {
	const struct package *p;
	struct db *db;
	const struct package_skip *skip;
	struct numbering persons;       /* written already */
	struct err *e;
};

enum { MAX_CELLS = 16 };

/* A row being put together: cells out of a row of a file, and others. */
struct row {
	struct writing *w;
	enum package_file_id file;
	size_t at;
	struct cell cells[MAX_CELLS];
	size_t count;
};

static void set(struct row *r, const char *column, const char *value)
{
	r->cells[r->count++] = (struct cell){ column, value };
}

static const char *get(const struct row *r, const char *column)
{
	return package_get(r->w->p, r->file, r->at, column);
}

/* Takes over columns that are called the same in the file and in the table. */
static void take(struct row *r, const char *const *columns)
{
	for (; *columns; columns++)
		set(r, *columns, get(r, *columns));
}

/* When and by whom: what is delivered was registered when it was delivered. */
static void sign(struct row *r)
{
	set(r, "registered_at", r->w->p->created);
	set(r, "registered_by", r->w->p->federation);
	set(r, "changed_at", r->w->p->created);
	set(r, "changed_by", r->w->p->federation);
}

static bool upsert(struct row *r, const char *table)
{
	return rows_upsert(r->w->db, table, (struct cells){ r->cells, r->count },
			   r->w->e);
}

static bool is_skipped(const struct writing *w, const char *table, const char *id)
{
	return w->skip && w->skip->skips(w->skip->context, table, id);
}

char *package_id(const struct package *p, const char *table, const char *key)
{
	struct text id = { 0 };

	text_addf(&id, "%s-%s-%s", p->federation, table, key);
	return text_take(&id);
}

/* The id of a row by its year and its line, for what belongs to one delivery alone. */
static char *line_id(const struct row *r, const char *table)
{
	char key[64];

	snprintf(key, sizeof(key), "%d-%zu", r->w->p->year, r->at + 1);
	return package_id(r->w->p, table, key);
}

/* ---- what several years' packages may share ---- */

char *package_membership_key(const struct package *p, size_t row)
{
	struct text key = { 0 };

	text_addf(&key, "%s-%s",
		  package_get(p, PACKAGE_MEMBERSHIPS, row, "municipality"),
		  package_get(p, PACKAGE_MEMBERSHIPS, row, "from"));
	return text_take(&key);
}

static bool write_membership(struct row *r)
{
	char *key = package_membership_key(r->w->p, r->at);
	char *id = package_id(r->w->p, "membership", key);
	bool ok;

	free(key);
	set(r, "id", id);
	set(r, "federation", r->w->p->federation);
	set(r, "municipality", get(r, "municipality"));
	set(r, "start", get(r, "from"));
	set(r, "end", get(r, "to"));
	sign(r);
	ok = is_skipped(r->w, "membership", id) || upsert(r, "membership");
	free(id);
	return ok;
}

/* Replaces the codes that hang on a row. */
static bool write_codes(struct row *r, const char *owner, const char *id,
			const char *list, const char *codes)
{
	struct cell whose = { owner, id };
	struct text table = { 0 };
	const char *word;
	size_t length;
	bool ok;

	text_addf(&table, "%s_%s", owner, list);
	ok = rows_delete(r->w->db, text_get(&table), (struct cells){ &whose, 1 },
			 r->w->e);
	while (ok && (word = text_next_word(&codes, &length))) {
		char *code = mem_text_part(word, length);
		struct cell cells[] = { whose, { list, code } };

		ok = rows_insert(r->w->db, text_get(&table), CELLS(cells), r->w->e);
		free(code);
	}
	text_done(&table);
	return ok;
}

static bool write_intervention(struct row *r)
{
	static const char *const same[] = { "name", "kind", "orientation", "registration",
					    "start", "end", "esf", "part_of", NULL };
	const char *id = get(r, "intervention");

	if (is_skipped(r->w, "intervention", id))
		return true;
	set(r, "id", id);
	set(r, "federation", r->w->p->federation);
	take(r, same);
	sign(r);
	return upsert(r, "intervention") &&
	       write_codes(r, "intervention", id, "orientation",
			   get(r, "further_orientations")) &&
	       write_codes(r, "intervention", id, "target_group",
			   get(r, "target_groups"));
}

static bool write_person(struct row *r, const char *id)
{
	static const char *const same[] = { "sex", "birth_year", NULL };
	size_t before = r->w->persons.count;

	numbering_add(&r->w->persons, id);
	if (r->w->persons.count == before || is_skipped(r->w, "person", id))
		return true;
	set(r, "id", id);
	set(r, "federation", r->w->p->federation);
	set(r, "number", get(r, "person"));
	take(r, same);
	sign(r);
	return upsert(r, "person");
}

/* What hangs on a participation is written anew with it. */
static bool clear_details(struct row *r, const char *id)
{
	static const char *const tables[] = { "support", "occupation", "followup" };
	struct cell whose = { "participation", id };
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof(tables) / sizeof(tables[0]); i++)
		ok = rows_delete(r->w->db, tables[i], (struct cells){ &whose, 1 },
				 r->w->e);
	return ok;
}

static bool write_participation(struct row *r)
{
	static const char *const same[] = { "intervention", "start", "end",
					    "municipality", "education",
					    "support_duration", "referrer",
					    "closure_reason", "next_step", NULL };
	const char *id = get(r, "participation");
	char *person = package_id(r->w->p, "person", get(r, "person"));
	bool ok = write_person(r, person);

	if (ok && !is_skipped(r->w, "participation", id)) {
		r->count = 0;
		set(r, "id", id);
		set(r, "person", person);
		take(r, same);
		/* Files do not tell when it was registered: its start counts as that. */
		set(r, "registered_at", get(r, "start"));
		set(r, "registered_by", r->w->p->federation);
		set(r, "changed_at", r->w->p->created);
		set(r, "changed_by", r->w->p->federation);
		ok = upsert(r, "participation") && clear_details(r, id) &&
		     write_codes(r, "participation", id, "target_group",
				 get(r, "target_groups"));
	}
	free(person);
	return ok;
}

static bool write_support(struct row *r)
{
	static const char *const same[] = { "participation", "phase", "source", "extent",
					    NULL };

	if (is_skipped(r->w, "participation", get(r, "participation")))
		return true;
	take(r, same);
	return upsert(r, "support");
}

static bool write_occupation(struct row *r)
{
	static const char *const same[] = { "participation", "phase", "works",
					    "work_kind", "work_extent", "studies",
					    "study_extent", "seeks_work", NULL };

	if (is_skipped(r->w, "participation", get(r, "participation")))
		return true;
	take(r, same);
	return upsert(r, "occupation");
}

static bool write_followup(struct row *r)
{
	static const char *const same[] = { "participation", "months", "planned", "done",
					    NULL };
	struct text key = { 0 };
	char *id;
	bool ok;

	if (is_skipped(r->w, "participation", get(r, "participation")))
		return true;
	text_addf(&key, "%s-followup-%s", get(r, "participation"), get(r, "months"));
	id = text_take(&key);
	set(r, "id", id);
	take(r, same);
	sign(r);
	ok = upsert(r, "followup");
	free(id);
	return ok;
}

/* ---- what belongs to one year ---- */

static bool has_any(const struct row *r, const char *const *columns)
{
	for (; *columns; columns++)
		if (get(r, *columns)[0])
			return true;
	return false;
}

/* One row of the file is what is planned and spent, what is counted, or both. */
static bool write_intervention_year(struct row *r)
{
	static const char *const plans[] = { "planned", "budget", "actual", "esf_budget",
					     "esf_actual", NULL };
	static const char *const counts[] = { "women", "men", "unspecified", "occasions",
					      "not_stated", NULL };
	static const char *const owner[] = { "intervention", "year", NULL };
	bool counted = get(r, "not_stated")[0], ok = true;
	char *plan = line_id(r, "intervention_year"), *count = line_id(r, "volume");

	if (!counted || has_any(r, plans)) {
		set(r, "id", plan);
		take(r, owner);
		take(r, plans);
		sign(r);
		ok = upsert(r, "intervention_year");
	}
	if (ok && counted) {
		r->count = 0;
		set(r, "id", count);
		take(r, owner);
		take(r, counts);
		sign(r);
		ok = upsert(r, "volume");
	}
	free(plan);
	free(count);
	return ok;
}

/* A row with an id by its line, perhaps the federation's, and what the file says. */
static bool write_line(struct row *r, const char *table, bool of_federation,
		       const char *const *same)
{
	char *id = line_id(r, table);
	bool ok;

	set(r, "id", id);
	if (of_federation)
		set(r, "federation", r->w->p->federation);
	take(r, same);
	sign(r);
	ok = upsert(r, table);
	free(id);
	return ok;
}

static bool write_anonymous(struct row *r)
{
	static const char *const same[] = { "intervention", "year", "sex", "count",
					    NULL };

	return write_line(r, "anonymous_count", false, same);
}

static bool write_admin_cost(struct row *r)
{
	static const char *const same[] = { "year", "kind", "budget", "actual", NULL };

	return write_line(r, "admin_cost", true, same);
}

static bool write_federation_year(struct row *r)
{
	static const char *const same[] = { "year", "result", "closing_equity", NULL };

	return write_line(r, "federation_year", true, same);
}

/* Parties have no file: they are those that give. */
static bool write_party(struct row *r, const char *id)
{
	set(r, "id", id);
	set(r, "federation", r->w->p->federation);
	set(r, "kind", get(r, "party"));
	set(r, "name", get(r, "party_name"));
	sign(r);
	return upsert(r, "party");
}

static bool write_funding(struct row *r)
{
	static const char *const same[] = { "year", "kind", "amount", "text", NULL };
	struct text key = { 0 };
	char *party;
	bool ok;

	text_addf(&key, "%s-%s", get(r, "party"), get(r, "party_name"));
	party = package_id(r->w->p, "party", text_get(&key));
	text_done(&key);
	ok = write_party(r, party);
	r->count = 0;
	set(r, "party", party);
	ok = ok && write_line(r, "funding", true, same);
	free(party);
	return ok;
}

static bool write_remark(struct row *r)
{
	static const struct {
		const char *file, *form;
	} forms[] = {
		{ "participations", "participation" },
		{ "interventions", "intervention" },
		{ "intervention_years", "intervention_year" },
		{ "anonymous", "anonymous_count" },
		{ "federation", "federation" },
	};
	char *id = line_id(r, "remark");
	const char *form = "";
	bool ok;

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (!strcmp(forms[i].file, get(r, "file")))
			form = forms[i].form;
	if (!get(r, "reason")[0] || package_answer(r->w->p, r->at).query) {
		free(id);
		return true;
	}
	set(r, "id", id);
	set(r, "kind", "overruled");
	set(r, "form", form);
	set(r, "record", get(r, "id"));
	set(r, "field", get(r, "field"));
	set(r, "rule", get(r, "rule"));
	set(r, "text", get(r, "reason"));
	sign(r);
	ok = upsert(r, "remark");
	free(id);
	return ok;
}

static bool (*const writers[PACKAGE_FILES])(struct row *r) = {
	[PACKAGE_MEMBERSHIPS] = write_membership,
	[PACKAGE_INTERVENTIONS] = write_intervention,
	[PACKAGE_INTERVENTION_YEARS] = write_intervention_year,
	[PACKAGE_ANONYMOUS] = write_anonymous,
	[PACKAGE_FUNDING] = write_funding,
	[PACKAGE_ADMIN_COSTS] = write_admin_cost,
	[PACKAGE_FEDERATION_YEAR] = write_federation_year,
	[PACKAGE_PARTICIPATIONS] = write_participation,
	[PACKAGE_SUPPORT] = write_support,
	[PACKAGE_OCCUPATION] = write_occupation,
	[PACKAGE_FOLLOWUPS] = write_followup,
	[PACKAGE_REMARKS] = write_remark,
};

bool package_write(const struct package *p, struct db *db,
		   const struct package_skip *skip, struct err *e)
{
	struct writing w = { .p = p, .db = db, .skip = skip, .e = e };
	/* An intervention may be part of one that comes after it. */
	bool ok = db_script(db, "PRAGMA defer_foreign_keys = ON", e);

	for (enum package_file_id id = 0; ok && id < PACKAGE_FILES; id++)
		for (size_t i = 0; ok && writers[id] && i < package_rows(p, id); i++)
			ok = writers[id](&(struct row){ .w = &w, .file = id, .at = i });
	numbering_done(&w.persons);
	return ok;
}
