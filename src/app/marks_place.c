/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a question belongs in the register; see marks_place.h. */
#include "app/marks_place.h"

#include <stdlib.h>
#include <string.h>

#include "app/inside.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/package_cell.h"
#include "store/sql.h"
#include "store/stmt.h"

#define OCCUPATION \
	"participation=works phase=works works work_kind work_extent studies " \
	"study_extent seeks_work"

/*
 * The columns of a file that have their fields in a form; "from=start" where the field
 * has another name, and the first one's stands for the whole row. A file with two forms
 * has them in the order they are looked in. `find` gives the record by the parts of the
 * row's name.
 */
static const struct place {
	const char *file, *form;
	const char *phase;      /* the second part of the row's name; or NULL */
	const char *row_field;
	const char *columns;
	enum sql_id find;
} places[] = {
	{ "memberships", "membership", NULL, "",
	  "municipality from=start to=end", SQL_MARK_MEMBERSHIP },
	{ "interventions", "intervention", NULL, "",
	  "intervention=name name kind orientation further_orientations registration "
	  "start end esf target_groups part_of", SQL_MARK_INTERVENTION },
	{ "intervention_years", "intervention_year", NULL, "",
	  "intervention year planned budget actual esf_budget esf_actual",
	  SQL_MARK_INTERVENTION_YEAR },
	{ "intervention_years", "volume", NULL, "",
	  "intervention year women men unspecified occasions not_stated",
	  SQL_MARK_VOLUME },
	{ "anonymous", "anonymous_count", NULL, "",
	  "intervention year sex count", SQL_MARK_ANONYMOUS },
	{ "funding", "funding", NULL, "",
	  "party party_name=party year kind amount text", SQL_MARK_FUNDING },
	{ "admin_costs", "admin_cost", NULL, "",
	  "kind year budget actual", SQL_MARK_ADMIN_COST },
	{ "federation_year", "federation_year", NULL, "",
	  "year result closing_equity", SQL_MARK_FEDERATION_YEAR },
	{ "participations", "participation", NULL, "",
	  "participation=intervention intervention person sex birth_year municipality "
	  "start education support_duration referrer target_groups",
	  SQL_MARK_PARTICIPATION },
	{ "participations", "closure", NULL, "",
	  "end closure_reason next_step", SQL_MARK_PARTICIPATION },
	{ "support", "participation", "before", "support_before",
	  "participation=support_before phase=support_before source=support_before "
	  "extent=support_before_extent", SQL_MARK_SUPPORT },
	{ "support", "closure", "after", "support_after",
	  "participation=support_after phase=support_after source=support_after "
	  "extent=support_after_extent", SQL_MARK_SUPPORT },
	{ "occupation", "participation", "before", "", OCCUPATION, SQL_MARK_OCCUPATION },
	{ "occupation", "closure", "after", "", OCCUPATION, SQL_MARK_OCCUPATION },
};

enum { PLACES = sizeof(places) / sizeof(places[0]) };
enum { MAX_FIELD = sizeof(((struct marks_spot *)0)->field) };

/* The field for the column in the place, into `field`; false when it has none. */
static bool find_field(const struct place *p, const char *column, char field[MAX_FIELD])
{
	const char *rest = p->columns, *word;
	size_t length, whole = strlen(column);

	while ((word = text_next_word(&rest, &length))) {
		size_t name = 0, from;

		while (name < length && word[name] != '=')
			name++;
		if (whole && (whole != name || strncmp(word, column, name)))
			continue;
		from = name < length ? name + 1 : 0;
		field[0] = '\0';
		strncat(field, word + from, length - from);
		return true;
	}
	return false;
}

static bool has_phase(const struct place *p, const char *row)
{
	char *phase;
	bool same;

	if (!p->phase)
		return true;
	phase = package_row_part(package_find_file(p->file), row, 1);
	same = phase && !strcmp(phase, p->phase);
	free(phase);
	return same;
}

static enum marks_fault refuse_file(struct err *e)
{
	struct text known = { 0 };

	marks_add_files(&known);
	err_set(e, _("frågor kan gälla %s"), text_get(&known));
	text_done(&known);
	return MARKS_FILE;
}

enum marks_fault marks_check(const struct marks_asked *asked, struct err *e)
{
	enum marks_fault fault = MARKS_FILE;
	char field[MAX_FIELD];

	for (size_t i = 0; i < PLACES; i++) {
		if (strcmp(places[i].file, asked->file))
			continue;
		if (fault == MARKS_FILE)
			fault = MARKS_ROW;
		if (!has_phase(&places[i], asked->row))
			continue;
		if (find_field(&places[i], asked->column, field))
			return MARKS_SOUND;
		fault = MARKS_COLUMN;
	}
	if (fault == MARKS_FILE)
		return refuse_file(e);
	if (fault == MARKS_ROW)
		err_set(e, _("frågor kan gälla before och after"));
	else
		err_set(e, _("%s.csv har inget sådant fält"), asked->file);
	return fault;
}

/* The id of the record, or NULL; false when it can't be read. */
static bool find_record(struct app *a, const struct place *p, const char *row,
			char **record, struct err *e)
{
	struct stmt *s = db_stmt(a->db, p->find);
	enum package_file_id file = package_find_file(p->file);
	enum stmt_state state;
	char *part;

	*record = NULL;
	for (int i = 0; (part = package_row_part(file, row, (size_t)i)); i++) {
		stmt_bind_text(s, i + 1, part);
		free(part);
	}
	state = stmt_step(s, e);
	if (state == STMT_ROW)
		*record = mem_text(stmt_text(s, 0));
	stmt_reset(s);
	return state == STMT_ROW || state == STMT_DONE;
}

bool marks_find(struct app *a, const struct marks_asked *asked, struct marks_spot *spot,
		struct err *e)
{
	*spot = (struct marks_spot){ .row_field = "" };
	for (size_t i = 0; i < PLACES && !spot->record; i++) {
		const struct place *p = &places[i];

		if (strcmp(p->file, asked->file) || !has_phase(p, asked->row) ||
		    !find_field(p, asked->column, spot->field))
			continue;
		spot->form = p->form;
		spot->row_field = p->row_field;
		if (!find_record(a, p, asked->row, &spot->record, e))
			return false;
	}
	return true;
}

const char *marks_row_field(const char *file, const char *form)
{
	for (size_t i = 0; i < PLACES; i++)
		if (!strcmp(places[i].file, file) && !strcmp(places[i].form, form))
			return places[i].row_field;
	return "";
}

void marks_add_files(struct text *out)
{
	for (size_t i = 0; i < PLACES; i++) {
		if (i && !strcmp(places[i].file, places[i - 1].file))
			continue;
		text_addf(out, "%s%s", i ? ", " : "", places[i].file);
	}
}
