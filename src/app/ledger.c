/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly figures of all interventions as one ledger; see ledger.h. */
#include "app/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/ask.h"
#include "app/drafts.h"
#include "app/entry.h"
#include "app/records.h"
#include "app/yearly.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/record.h"

#define IN_YEAR(field) { "intervention_year", field, "" }
#define IN_VOLUME(field) { "volume", field, "" }
#define ANONYMOUS(sex) { "anonymous_count", "count", sex }
#define NOWHERE { NULL, NULL, NULL }

static const struct ledger_column counts[] = {
	{ "planned", N_("Planerat"), IN_YEAR("planned"), IN_YEAR("planned") },
	{ "women", N_("Kvinnor"), IN_VOLUME("women"), ANONYMOUS("woman") },
	{ "men", N_("Män"), IN_VOLUME("men"), ANONYMOUS("man") },
	{ "unspecified", N_("Ej uppdelat"), IN_VOLUME("unspecified"), NOWHERE },
	{ "occasions", N_("Tillfällen"), IN_VOLUME("occasions"), NOWHERE },
};

static const struct ledger_column money[] = {
	{ "budget", N_("Budget"), IN_YEAR("budget"), IN_YEAR("budget") },
	{ "actual", N_("Utfall"), IN_YEAR("actual"), IN_YEAR("actual") },
	{ "esf_budget", N_("ESF-budget"), IN_YEAR("esf_budget"), IN_YEAR("esf_budget") },
	{ "esf_actual", N_("ESF-utfall"), IN_YEAR("esf_actual"), IN_YEAR("esf_actual") },
};

/* What a record keeps beside its key: without any of these it says nothing. */
static const char *const figures[] = {
	"planned", "budget", "actual", "esf_budget", "esf_actual",
	"women", "men", "unspecified", "occasions", "count",
};

size_t ledger_column_count(enum ledger_kind kind)
{
	return kind == LEDGER_COUNTS ? sizeof(counts) / sizeof(counts[0])
				    : sizeof(money) / sizeof(money[0]);
}

const struct ledger_column *ledger_column_at(enum ledger_kind kind, size_t i)
{
	return kind == LEDGER_COUNTS ? &counts[i] : &money[i];
}

struct grid *ledger_load(struct app *a, int year, struct err *e)
{
	struct ask_year y = ask_year(year);
	const char *values[] = { y.first, y.last, y.year };

	return ask_grid(a, SQL_LEDGER_ROWS, values, 3, e);
}

const struct ledger_place *ledger_place_of(const struct grid *g, size_t row,
					 const struct ledger_column *column)
{
	bool volume = !strcmp(grid_named(g, row, "registration"), "volume");
	const struct ledger_place *place = volume ? &column->volume : &column->detailed;

	return place->form ? place : NULL;
}

void ledger_sum(const struct grid *g, const struct ledger_column *column,
		struct text *out)
{
	long long sum = 0;
	bool stated = false;

	for (size_t row = 0; row < grid_rows(g); row++) {
		const char *value = grid_named(g, row, column->name);

		sum += strtoll(value, NULL, 10);
		stated = stated || value[0];
	}
	if (stated)
		text_addf(out, "%lld", sum);
}

/* ---- storing a cell ---- */

static bool says_nothing(const struct entry *entry)
{
	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
		int field = form_find_field(entry_form(entry), figures[i]);

		if (field >= 0 && record_get(entry_record(entry), (size_t)field, 0)[0])
			return false;
	}
	return true;
}

/* A number for somebody nobody could count: now somebody has. */
static bool state_counts(struct entry *entry, const char *typed, struct err *e)
{
	int not_stated = form_find_field(entry_form(entry), "not_stated");

	return not_stated < 0 || !typed[0] ||
	       entry_set(entry, (size_t)not_stated, 0, "0", e);
}

static bool type(struct entry *entry, const struct ledger_place *place,
		 const char *typed, struct err *e)
{
	size_t field = (size_t)form_find_field(entry_form(entry), place->field);
	bool none = !strcmp(place->field, "count") && !strcmp(typed, "0");

	return entry_type(entry, field, 0, none ? "" : typed, e) &&
	       state_counts(entry, typed, e);
}

/* The finding that stands in the way; `e` says it. */
static bool refuse(const struct entry *entry, struct err *e)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (entry_finding(entry, i)->severity == SEVERITY_ERROR)
			return err_set(e, "%s", entry_finding(entry, i)->message);
	return false;
}

static void add_warnings(const struct entry *entry, struct text *remarks)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		const struct finding *it = entry_finding(entry, i);

		if (it->severity == SEVERITY_WARNING && !it->reason[0])
			text_addf(remarks, "%s\n", it->message);
	}
}

static bool save(struct entry *entry, struct text *remarks, struct err *e)
{
	switch (entry_save(entry, e)) {
	case ENTRY_STORED:
		add_warnings(entry, remarks);
		return true;
	case ENTRY_DRAFT:
		return refuse(entry, e);
	default:
		return false;
	}
}

/* The record goes with its last figure; one that is not stored need not. */
static bool remove_record(struct app *a, struct entry *entry, struct err *e)
{
	char *form = mem_text(entry_form(entry)->name);
	char *id = mem_text(record_id(entry_record(entry)));
	bool ok = entry_discard(entry, e) && (!id[0] || records_delete(a, form, id, e));

	free(form);
	free(id);
	return ok;
}

/* A draft of the record holds more than this cell: it is not for the ledger to store. */
static bool is_free(struct app *a, const struct yearly_key *key, struct err *e)
{
	struct text id = { 0 };
	bool ok = yearly_find(a, key, &id, e);

	if (ok && id.length && drafts_find(a, key->form, text_get(&id)))
		ok = err_set(e, _("Det finns ett utkast av uppgiften. Gör klart eller "
				  "kasta det först."));
	text_done(&id);
	return ok;
}

bool ledger_set(struct app *a, const struct ledger_cell *cell, const char *typed,
	       struct text *remarks, struct err *e)
{
	const struct yearly_key key = { cell->place->form, cell->intervention,
					cell->place->sex, cell->year };
	struct entry *entry;

	if (!is_free(a, &key, e) || !(entry = yearly_open(a, &key, e)))
		return false;
	if (type(entry, cell->place, typed, e)) {
		if (says_nothing(entry))
			return remove_record(a, entry, e);
		if (save(entry, remarks, e))
			return entry_close(entry, e);
	}
	if (!entry_discard(entry, NULL))
		entry_close(entry, NULL);
	return false;
}
