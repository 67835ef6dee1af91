/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one record; see entry.h. */
#include "app/entry.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/catalog.h"
#include "app/drafts.h"
#include "app/findings.h"
#include "app/form_rules.h"
#include "app/identified.h"
#include "app/inside.h"
#include "app/lock.h"
#include "app/overruled.h"
#include "app/records.h"
#include "app/withdrawal.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/choices.h"
#include "model/record.h"
#include "model/value.h"
#include "store/db.h"

struct entry {
	struct app *app;
	const struct form *form;
	struct form_rules *rules;
	struct record *record;
	struct field_state *states;
	struct findings findings;
	struct overruled overruled;
	bool overrules;         /* some of them are not stored yet */
	struct identified identified;
	struct text title;      /* of the record as it is now */
	struct journal journal; /* changes that are not on the disk yet */
	long long draft;        /* 0: nothing has been changed */
	long long latest;       /* what the log had on the record when it was read */
	struct text written_title; /* of the draft */
	long long kept;            /* how far its journal had come when it was kept */
	struct text kept_title;    /* and its title then */
};

static void on_change(void *owner, long step, size_t field, size_t row, const char *old,
		      const char *new)
{
	struct entry *entry = owner;

	journal_add(&entry->journal, step, field, row, old, new);
}

const struct choices *entry_choices(const struct entry *entry, size_t field)
{
	return app_choices_in(entry->app, entry->record, field);
}

/* Everything that follows from the values as they are now. */
static bool refresh(struct entry *entry, struct err *e)
{
	const struct findings_source source = { entry->app, entry->record, entry->rules,
						entry->states, &entry->overruled };

	identified_fill(&entry->identified, entry->record);
	if (!form_rules_evaluate(entry->rules, entry->record, entry->states, e))
		return false;
	findings_collect(&entry->findings, &source);
	identified_add_findings(&entry->identified, entry->record, &source,
				&entry->findings);
	/* Now: other records of the form share its rules. */
	text_clear(&entry->title);
	form_rules_title(entry->rules, &entry->title);
	return true;
}

bool entry_refresh(struct entry *entry, struct err *e)
{
	return refresh(entry, e);
}

static const struct form *find_form(struct app *a, const char *name)
{
	return forms_find(catalog_forms(a->catalog), name);
}

static struct entry *entry_open(struct app *a, const struct form *form)
{
	struct entry *entry = mem_alloc(sizeof(*entry));

	entry->app = a;
	entry->form = form;
	entry->rules = app_rules(a, entry->form);
	entry->record = record_new(entry->form);
	entry->states = mem_alloc(entry->form->field_count * sizeof(*entry->states));
	record_listen(entry->record, (struct record_listener){ on_change, entry });
	identified_begin(&entry->identified, a, form);
	return entry;
}

static void entry_free(struct entry *entry)
{
	record_free(entry->record);
	findings_done(&entry->findings);
	overruled_done(&entry->overruled);
	identified_done(&entry->identified);
	journal_done(&entry->journal);
	text_done(&entry->title);
	text_done(&entry->written_title);
	text_done(&entry->kept_title);
	free(entry->states);
	free(entry);
}

/* Either ready to be keyed or gone. */
static struct entry *ready(struct entry *entry, bool ok, struct err *e)
{
	if (ok && refresh(entry, e))
		return entry;
	entry_free(entry);
	return NULL;
}

/* A wrong value is no better in the next record. */
static bool is_carried(const struct entry *previous, size_t field)
{
	const struct form_field *it = &previous->form->fields[field];
	const char *value = record_get(previous->record, field, 0);

	return it->persistent && value[0] &&
	       value_is_valid(it, entry_choices(previous, field), value, NULL);
}

static void carry_over(struct entry *entry, const struct entry *previous)
{
	if (!previous || previous->form != entry->form)
		return;
	for (size_t i = 0; i < entry->form->field_count; i++) {
		const char *value = record_get(previous->record, i, 0);

		if (!is_carried(previous, i))
			continue;
		record_fill(entry->record, i, 0, value);
		record_set_carried(entry->record, i, true);
	}
}

/* What the form was opened with comes first in the journal (step 0): a default may be
 * another one tomorrow. */
static void journal_opening(struct entry *entry)
{
	for (size_t i = 0; i < entry->form->field_count; i++)
		if (record_get(entry->record, i, 0)[0])
			journal_add(&entry->journal, 0, i, 0, "",
				    record_get(entry->record, i, 0));
}

static struct entry *begin_new(struct entry *entry, struct err *e)
{
	bool ok = form_rules_defaults(entry->rules, entry->record, e);

	journal_opening(entry);
	return ready(entry, ok, e);
}

struct entry *entry_new(struct app *a, const char *form, const struct entry *previous,
			struct err *e)
{
	struct entry *entry = entry_open(a, find_form(a, form));

	carry_over(entry, previous);
	return begin_new(entry, e);
}

struct entry *entry_new_with(struct app *a, const char *form,
			     const struct entry_preset *presets, size_t count,
			     struct err *e)
{
	struct entry *entry = entry_open(a, find_form(a, form));

	for (size_t i = 0; i < count; i++) {
		int field = form_find_field(entry->form, presets[i].field);

		assert(field >= 0);
		record_fill(entry->record, (size_t)field, 0, presets[i].value);
	}
	return begin_new(entry, e);
}

static bool load_stored(struct entry *entry, const char *id, struct err *e)
{
	return audit_latest(entry->app, id, &entry->latest, e) &&
	       records_load(entry->app, entry->record, id, e) &&
	       overruled_load(&entry->overruled, entry->app, id, e);
}

struct entry *entry_edit(struct app *a, const char *form, const char *id, struct err *e)
{
	long long draft = drafts_find(a, form, id);
	struct entry *entry;

	if (draft)
		return entry_resume(a, draft, e);
	entry = entry_open(a, find_form(a, form));
	return ready(entry, load_stored(entry, id, e), e);
}

/* What the draft is now is what entry_revert() goes back to. */
static bool mark_kept(struct entry *entry, struct err *e)
{
	text_clear(&entry->kept_title);
	text_add(&entry->kept_title, text_get(&entry->title));
	return drafts_mark(entry->app, entry->draft, &entry->kept, e);
}

/* NULL when the form the draft was begun in is not there any more. */
static struct entry *open_draft(struct app *a, long long draft, const char *form,
				const char *id, struct err *e)
{
	const struct form *found = find_form(a, form);
	struct entry *entry;

	if (!found) {
		err_set(e, _("%s: formuläret finns inte längre"), form);
		return NULL;
	}
	entry = entry_open(a, found);
	entry->draft = draft;
	entry = ready(entry,
		      (!id[0] || load_stored(entry, id, e)) &&
			      drafts_replay(a, draft, entry->record, e) &&
			      drafts_open(a, draft, e),
		      e);
	if (!entry || mark_kept(entry, e))
		return entry;
	entry_free(entry);
	return NULL;
}

struct entry *entry_resume(struct app *a, long long draft, struct err *e)
{
	char *form, *id;
	struct entry *entry;

	if (!drafts_read(a, draft, &form, &id, e))
		return NULL;
	entry = open_draft(a, draft, form, id, e);
	free(form);
	free(id);
	return entry;
}

void entry_title(const struct entry *entry, struct text *out)
{
	text_add(out, text_get(&entry->title));
}

bool entry_close(struct entry *entry, struct err *e)
{
	bool kept = true;

	if (!entry)
		return true;
	if (entry->draft && record_is_changed(entry->record))
		kept = drafts_keep(entry->app, entry->draft, text_get(&entry->title), e);
	else if (entry->draft)
		kept = drafts_delete(entry->app, entry->draft, e);
	entry_free(entry);
	return kept;
}

bool entry_discard(struct entry *entry, struct err *e)
{
	if (entry->draft && !drafts_delete(entry->app, entry->draft, e))
		return false;
	entry_free(entry);
	return true;
}

bool entry_is_kept(const struct entry *entry)
{
	return entry->draft && entry->kept;
}

static bool cut_back(struct entry *entry, struct err *e)
{
	struct app *a = entry->app;

	if (!db_begin(a->db, e))
		return false;
	if (!drafts_cut(a, entry->draft, entry->kept, e) ||
	    !drafts_keep(a, entry->draft, text_get(&entry->kept_title), e)) {
		db_rollback(a->db);
		return false;
	}
	return db_commit(a->db, e);
}

bool entry_revert(struct entry *entry, struct err *e)
{
	if (!entry_is_kept(entry))
		return entry_discard(entry, e);
	if (!cut_back(entry, e))
		return false;
	entry_free(entry);
	return true;
}

const struct form *entry_form(const struct entry *entry)
{
	return entry->form;
}

const struct record *entry_record(const struct entry *entry)
{
	return entry->record;
}

long long entry_draft(const struct entry *entry)
{
	return entry->draft;
}

/* ---- changing ---- */

/* What the draft is called changes with few fields only; a write the fewer. */
static bool retitle(struct entry *entry, struct err *e)
{
	const char *title = text_get(&entry->title);

	if (!entry->draft || !strcmp(title, text_get(&entry->written_title)))
		return true;
	text_clear(&entry->written_title);
	text_add(&entry->written_title, title);
	return drafts_retitle(entry->app, entry->draft, title, e);
}

/* After a change: the journal first, so that nothing later can lose it. */
static bool settle(struct entry *entry, struct err *e)
{
	bool written = drafts_write(entry->app, entry->record, &entry->journal,
				    &entry->draft, e);

	if (!refresh(entry, written ? e : NULL))
		return false;
	return written && retitle(entry, e);
}

bool entry_set(struct entry *entry, size_t field, size_t row, const char *value,
	       struct err *e)
{
	record_begin_step(entry->record);
	record_change(entry->record, field, row, value);
	if (identified_asks(&entry->identified, field))
		identified_follow(&entry->identified, entry->record);
	return settle(entry, e);
}

static bool type_number(struct entry *entry, size_t field, const char *typed,
			struct err *e)
{
	char sealed[SEAL_KEYED_SIZE];

	return identified_seal(&entry->identified, typed, sealed, e) &&
	       entry_set(entry, field, 0, sealed, e);
}

bool entry_type(struct entry *entry, size_t field, size_t row, const char *typed,
		struct err *e)
{
	struct text value = { 0 };
	bool ok;

	if (identified_asks(&entry->identified, field))
		return type_number(entry, field, typed, e);
	/* A wrong value is kept as typed too: it becomes a finding, not a trap. */
	value_parse(&entry->form->fields[field], entry_choices(entry, field), typed,
		    clock_today(), &value, NULL);
	ok = entry_set(entry, field, row, text_get(&value), e);
	text_done(&value);
	return ok;
}

bool entry_remove_row(struct entry *entry, size_t part, size_t row, struct err *e)
{
	record_begin_step(entry->record);
	record_remove_row(entry->record, part, row);
	return settle(entry, e);
}

bool entry_undo(struct entry *entry, size_t *field, size_t *row, struct err *e)
{
	return record_undo(entry->record, field, row)
		       ? settle(entry, e)
		       : err_set(e, _("Det finns inget att ångra."));
}

bool entry_redo(struct entry *entry, size_t *field, size_t *row, struct err *e)
{
	return record_redo(entry->record, field, row)
		       ? settle(entry, e)
		       : err_set(e, _("Det finns inget att göra om."));
}

/* ---- what holds ---- */

bool entry_is_relevant(const struct entry *entry, size_t field)
{
	return entry->states[field].relevant ||
	       identified_asks(&entry->identified, field);
}

bool entry_is_required(const struct entry *entry, size_t field)
{
	return entry->states[field].required;
}

bool entry_is_read_only(const struct entry *entry, size_t field)
{
	return entry->states[field].read_only ||
	       identified_settles(&entry->identified, entry->record, field);
}

void entry_show(const struct entry *entry, size_t field, size_t row, struct text *out)
{
	if (identified_asks(&entry->identified, field))
		identified_show(&entry->identified, entry->record, out);
	else
		value_show(&entry->form->fields[field], entry_choices(entry, field),
			   record_get(entry->record, field, row), out);
}

bool entry_reveal(const struct entry *entry, size_t field, struct text *out,
		  struct err *e)
{
	if (!identified_asks(&entry->identified, field))
		return err_set(e, _("Här finns inget dolt att visa."));
	return identified_reveal(&entry->identified, entry->record, out, e);
}

size_t entry_finding_count(const struct entry *entry)
{
	return entry->findings.count;
}

const struct finding *entry_finding(const struct entry *entry, size_t i)
{
	return &entry->findings.items[i];
}

bool entry_overrule(struct entry *entry, size_t finding, const char *reason,
		    struct err *e)
{
	const struct finding *it = &entry->findings.items[finding];

	if (it->severity != SEVERITY_WARNING)
		return err_set(e, _("%s: ett fel kan inte godkännas, bara en varning"),
			       it->rule);
	overruled_add(&entry->overruled, it->rule, entry->form->fields[it->field].name,
		      reason);
	entry->overrules = true;
	return refresh(entry, e);
}

/* ---- saving ---- */

static bool has_errors(const struct entry *entry)
{
	for (size_t i = 0; i < entry->findings.count; i++)
		if (entry->findings.items[i].severity == SEVERITY_ERROR)
			return true;
	return false;
}

static enum entry_saved save_draft(struct entry *entry, struct err *e)
{
	bool ok = drafts_write(entry->app, entry->record, &entry->journal, &entry->draft,
			       e) &&
		  drafts_keep(entry->app, entry->draft, text_get(&entry->title), e) &&
		  mark_kept(entry, e);

	return ok ? ENTRY_DRAFT : ENTRY_FAILED;
}

/* Whoever saves last must not undo in silence what another has saved meanwhile. */
static bool is_untouched(struct entry *entry, bool is_new, struct err *e)
{
	long long latest = 0;

	if (is_new)
		return true;
	if (!audit_latest(entry->app, record_id(entry->record), &latest, e))
		return false;
	if (latest == entry->latest)
		return true;
	return err_set(e, _("Posten har ändrats av någon annan sedan du öppnade den. "
			    "Stäng den och öppna den igen: ändringarna du har gjort "
			    "finns kvar i utkastet och läggs ovanpå."));
}

static bool write_all(struct entry *entry, bool is_new, struct err *e)
{
	struct app *a = entry->app;
	struct record *r = entry->record;

	return is_untouched(entry, is_new, e) &&
	       records_store(a, r, entry->states, e) &&
	       identified_store(&entry->identified, r, e) &&
	       audit_store(a, r, is_new, e) &&
	       (!entry->overrules ||
		lock_lets_overrule(a, entry->form, record_id(r), e)) &&
	       overruled_store(&entry->overruled, a, r, e) &&
	       (!entry->draft || drafts_delete(a, entry->draft, e)) &&
	       audit_latest(a, record_id(r), &entry->latest, e);
}

/* What a failed save had filled in already: keys of rows that are not there. */
static void forget_keys(struct entry *entry, const bool *was_empty, bool is_new)
{
	if (is_new)
		record_set_id(entry->record, "");
	for (size_t i = 0; i < entry->form->field_count; i++)
		if (was_empty[i] && record_get(entry->record, i, 0)[0])
			record_fill(entry->record, i, 0, "");
}

static bool *empty_fields(const struct entry *entry)
{
	bool *empty = mem_alloc(entry->form->field_count * sizeof(*empty));

	for (size_t i = 0; i < entry->form->field_count; i++)
		empty[i] = !record_get(entry->record, i, 0)[0];
	return empty;
}

static bool save_record(struct entry *entry, struct err *e)
{
	bool is_new = !record_id(entry->record)[0], stored;
	bool withdraws = withdrawal_is_next(entry->app, entry->record);
	bool *was_empty = empty_fields(entry);

	stored = db_begin(entry->app->db, e);
	if (stored && !write_all(entry, is_new, e)) {
		db_rollback(entry->app->db);
		stored = false;
	} else if (stored) {
		stored = db_commit(entry->app->db, e);
	}
	if (stored)
		withdrawal_show_left(entry->app, entry->record);
	else
		forget_keys(entry, was_empty, is_new);
	if (stored && withdraws)
		db_purge(entry->app->db);
	free(was_empty);
	return stored;
}

bool entry_withdraws(const struct entry *entry)
{
	return !has_errors(entry) && withdrawal_is_next(entry->app, entry->record);
}

long long entry_person_number(const struct entry *entry)
{
	int field = form_find_field(entry->form, "person_number");

	return field < 0 ? 0 : atoll(record_get(entry->record, (size_t)field, 0));
}

enum entry_saved entry_save(struct entry *entry, struct err *e)
{
	if (!refresh(entry, e))
		return ENTRY_FAILED;
	if (has_errors(entry))
		return save_draft(entry, e);
	if (!save_record(entry, e))
		return ENTRY_FAILED;
	entry->draft = 0;
	entry->kept = 0;
	entry->overrules = false;
	text_clear(&entry->written_title);
	record_settle(entry->record);
	app_forget_choices(entry->app);
	return refresh(entry, e) ? ENTRY_STORED : ENTRY_FAILED;
}
