/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entry screen says in words; see entry_help.h. */
#include "ui/entry_help.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/entry.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/choices.h"
#include "model/form.h"
#include "model/record.h"
#include "model/report.h"
#include "ui/entry_field.h"
#include "ui/entry_guess.h"
#include "ui/entry_private.h"
#include "ui/screen.h"
#include "ui/ui.h"

/* More choices than these are looked for in the pick list. */
enum { MAX_LISTED = 30, SIGN_SIZE = 24 };

static const char *state_of(const struct entry_view *v)
{
	if (!record_id(entry_record(v->entry))[0])
		return entry_draft(v->entry) ? _("utkast") : _("ny");
	return record_is_changed(entry_record(v->entry)) ? _("ändrad") : _("sparad");
}

static void add_counts(const struct entry_view *v, struct text *out)
{
	size_t counts[2] = { 0, 0 };

	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);

		if (entry_field_shows(v, it))
			counts[it->severity == SEVERITY_WARNING]++;
	}
	if (counts[0])
		text_addf(out, " !%zu", counts[0]);
	if (counts[1])
		text_addf(out, " ~%zu", counts[1]);
}

void entry_help_title(struct ui *ui, const struct entry_view *v, struct text *left,
		      struct text *right)
{
	const struct form *form = entry_form(v->entry);
	bool is_new = !record_id(entry_record(v->entry))[0];
	size_t at, count, section = form->fields[v->at.field].section;

	screen_add_title_without_year(ui, left,
				      lang_pick(is_new ? form->new_label : form->label));
	if (!is_new) {
		text_add(left, " · ");
		entry_title(v->entry, left);
	}
	if (v->siblings.place) {
		v->siblings.place(v->siblings.owner, &at, &count);
		text_addf(right, "%zu/%zu · ", at, count);
	}
	text_add(right, state_of(v));
	add_counts(v, right);
	count = entry_layout_sections(&v->layout, section, &at);
	text_add(right, " · ");
	text_addf(right, _("%zu av %zu"), at, count);
}

void entry_help_status(const struct entry_view *v, struct text *out)
{
	const struct form_field *field = entry_field_form(v);
	const struct mark *question =
		v->has_stop ? marks_find_question(&v->marks, entry_record(v->entry),
						  v->at.field, v->at.row)
			    : NULL;

	if (question)
		text_addf(out, _("? FRÅGA (F12 svarar): %s"), question->text);
	else if (v->has_stop)
		text_add(out, lang_pick(field->hint));
}

static void add_choices(const struct entry_view *v, struct text *out)
{
	const struct choices *choices = entry_field_choices(v);
	char room[SIGN_SIZE];

	if (!choices || choices_count(choices) > MAX_LISTED)
		return;
	text_addf(out, "\n# %s\n", _("Val"));
	for (size_t i = 0; i < choices_count(choices); i++)
		text_addf(out, "  %3s  %s\n",
			  entry_guess_sign(entry_field_form(v), choices, i, room,
					   sizeof(room)),
			  lang_pick(choices_at(choices, i)->label));
}

static void add_findings(const struct entry_view *v, struct text *out)
{
	bool any = false;

	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);

		if (it->field != v->at.field || !entry_field_shows(v, it))
			continue;
		if (!any)
			text_addf(out, "\n# %s\n", _("Att se över just nu"));
		any = true;
		text_addf(out, "  %s %s\n", it->severity == SEVERITY_ERROR ? "!" : "~",
			  it->message);
	}
}

static void add_rule(struct text *out, enum severity severity, const char *id,
		     const char *message)
{
	text_addf(out, "  %s (%s): %s\n",
		  severity == SEVERITY_ERROR ? _("FEL") : _("VARNING"), id, message);
}

static void add_rules(struct ui *ui, const struct entry_view *v, struct text *out)
{
	const struct forms *forms = catalog_forms(app_catalog(ui->app));
	const struct form_field *field = entry_field_form(v);
	struct text rules = { 0 };

	if (field->constraint[0])
		add_rule(&rules, SEVERITY_ERROR, field->name,
			 lang_pick(field->constraint_message));
	for (size_t i = 0; i < forms_rule_count(forms); i++) {
		const struct form_rule *rule = forms_rule_at(forms, i);

		if (!strcmp(rule->form, entry_form(v->entry)->name) &&
		    !strcmp(rule->field, field->name))
			add_rule(&rules, rule->severity, rule->id,
				 lang_pick(rule->message));
	}
	if (rules.length)
		text_addf(out, "\n# %s\n%s", _("Regler"), text_get(&rules));
	text_done(&rules);
}

static void add_tables(struct ui *ui, const struct entry_view *v, struct text *out)
{
	const struct reports *reports = catalog_reports(app_catalog(ui->app));
	const char *ids = entry_field_form(v)->feeds, *id;
	struct text titles = { 0 };
	size_t length;

	while ((id = text_next_word(&ids, &length))) {
		char *name = mem_text_part(id, length);
		const struct report *report = reports_find(reports, name);

		if (report)
			text_addf(&titles, "  %s\n", lang_pick(report->title));
		free(name);
	}
	if (titles.length)
		text_addf(out, "\n# %s\n%s", _("Räknas i tabellerna"), text_get(&titles));
	text_done(&titles);
}

void entry_help_field(struct ui *ui, const struct entry_view *v, struct text *out)
{
	const struct form_field *field = entry_field_form(v);

	if (!v->has_stop)
		return;
	text_addf(out, "# %s\n%s\n", lang_pick(field->label), lang_pick(field->hint));
	if (entry_is_required(v->entry, v->at.field))
		text_addf(out, "%s\n", _("* Måste fyllas i innan posten räknas."));
	if (field->type == FIELD_DATE)
		text_addf(out, "%s\n", _("Skriv till exempel 2025-03-04, 20250304, "
					 "250304, 4/3, i (i dag), igår eller +7."));
	if (field->type == FIELD_SELECT_MULTIPLE)
		text_addf(out, "%s\n", _("Enter lägger till ett val, Backsteg tar bort "
					 "det sista, Enter i tomt fält går vidare."));
	add_choices(v, out);
	add_findings(v, out);
	add_rules(ui, v, out);
	add_tables(ui, v, out);
}
