/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open register; see app.h. */
#include "app/app.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/catalog.h"
#include "app/deleted.h"
#include "app/form_rules.h"
#include "app/inside.h"
#include "app/reference_data.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/ulid.h"
#include "model/choices.h"
#include "model/codes.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/scratch.h"
#include "store/sql.h"

static char *login_name(void)
{
	const struct passwd *who = getpwuid(getuid());
	const char *name = who ? who->pw_name : getenv("USER");

	return mem_text(name && name[0] ? name : "?");
}

static bool read_identity(struct app *a, struct err *e)
{
	const struct query q = {
		.sql = "SELECT r.level, r.demo, coalesce(f.id, ''), coalesce(f.name, '') "
		       "FROM register r LEFT JOIN federation f ON f.id = r.federation",
	};
	struct grid *g = query_grid(a->db, &q, e);
	bool found;

	if (!g)
		return false;
	found = grid_rows(g) == 1;
	if (found) {
		a->national = !strcmp(grid_get(g, 0, 0), "national");
		a->demo = !strcmp(grid_get(g, 0, 1), "1");
		free(a->federation);
		free(a->federation_name);
		a->federation = mem_text(grid_get(g, 0, 2));
		a->federation_name = mem_text(grid_get(g, 0, 3));
	}
	grid_free(g);
	return found || err_set(e, _("%s: registret blev aldrig färdigt; ta bort filen "
				     "och skapa det igen"), app_path(a));
}

/* Refuses to start where forms and register disagree. */
static bool compile_rules(struct app *a, struct faults *f)
{
	const struct forms *forms = catalog_forms(a->catalog);
	size_t faults_before = f->count;

	a->rules = mem_alloc(forms_count(forms) * sizeof(struct form_rules *));
	for (size_t i = 0; i < forms_count(forms); i++)
		a->rules[i] = form_rules_new(forms, forms_at(forms, i), a->db, f);
	return f->count == faults_before;
}

/* One that may only be read keeps the codes it has. */
static bool open_file(struct app *a, const char *path, struct err *e)
{
	enum db_mode mode = db_may_write(path) ? DB_WRITE : DB_READ;

	return db_open(path, mode, &a->db, e) &&
	       (mode == DB_READ || reference_data_update(a->catalog, a->db, e)) &&
	       read_identity(a, e);
}

struct app *app_open(const char *path, struct faults *f)
{
	struct app *a = mem_alloc(sizeof(*a));
	struct err e;

	a->user = login_name();
	a->catalog = catalog_load(f);
	if (a->catalog && open_file(a, path, &e)) {
		if (compile_rules(a, f))
			return a;
	} else if (a->catalog) {
		faults_add(f, "", 0, 0, "%s", e.text);
	}
	app_close(a);
	return NULL;
}

static void free_choices(struct app *a)
{
	for (size_t i = 0; i < a->cached_count; i++) {
		free(a->cached[i].list);
		free(a->cached[i].group);
		choices_free(a->cached[i].choices);
	}
	a->cached_count = 0;
}

static bool fill_memory(struct app *a, const char *federation, const char *name,
			struct err *e)
{
	const struct cell whose[] = {
		{ "id", federation },       { "name", name },
		{ "registered_at", "-" },    { "registered_by", a->user },
		{ "changed_at", "-" },       { "changed_by", a->user },
	};
	const struct cell what[] = {
		{ "id", "1" },
		{ "level", "federation" },
		{ "federation", federation },
		{ "created_at", "-" },
	};

	return reference_data_update(a->catalog, a->db, e) &&
	       rows_insert(a->db, "federation", CELLS(whose), e) &&
	       rows_insert(a->db, "register", CELLS(what), e) && read_identity(a, e);
}

/* An app over what `ok` says is a register; closed when it is not, or when the forms do
 * not fit it. */
static struct app *finish(struct app *a, bool ok, struct err *e)
{
	struct faults faults = { 0 };

	if (ok && !compile_rules(a, &faults))
		ok = err_set(e, "%s", faults.items[0].message);
	faults_done(&faults);
	if (ok)
		return a;
	app_close(a);
	return NULL;
}

static struct app *borrow(const struct app *like)
{
	struct app *a = mem_alloc(sizeof(*a));

	a->borrows = true;
	a->catalog = like->catalog;
	a->user = mem_text(like->user);
	return a;
}

struct app *app_memory(const struct app *like, const char *federation, const char *name,
		       struct err *e)
{
	struct app *a = borrow(like);
	bool ok = db_memory(&a->db, e) && fill_memory(a, federation, name, e);

	return finish(a, ok, e);
}

struct app *app_scratch(const struct app *like, struct err *e)
{
	struct app *a = borrow(like);
	bool ok = scratch_open(like->db, &a->db, e) && read_identity(a, e);

	return finish(a, ok, e);
}

void app_close(struct app *a)
{
	if (!a)
		return;
	free_choices(a);
	free(a->cached);
	if (a->rules)
		for (size_t i = 0; i < forms_count(catalog_forms(a->catalog)); i++)
			form_rules_free(a->rules[i]);
	free(a->rules);
	deleted_free(a->deleted);
	db_close(a->db);
	if (!a->borrows)
		catalog_free(a->catalog);
	free(a->federation);
	free(a->federation_name);
	free(a->user);
	free(a);
}

const char *app_path(const struct app *a)
{
	return db_path(a->db);
}

const struct catalog *app_catalog(const struct app *a)
{
	return a->catalog;
}

const char *app_federation(const struct app *a)
{
	return a->federation;
}

const char *app_federation_name(const struct app *a)
{
	return a->federation_name;
}

bool app_is_national(const struct app *a)
{
	return a->national;
}

bool app_is_read_only(const struct app *a)
{
	return db_is_read_only(a->db);
}

bool app_is_demo(const struct app *a)
{
	return a->demo;
}

size_t app_municipality_count(const struct app *a)
{
	const struct query q = { .sql = sql_text(SQL_MUNICIPALITY_COUNT) };
	long long count = 0;

	return query_int(a->db, &q, &count, NULL) ? (size_t)count : 0;
}

long long app_version(struct app *a)
{
	return db_version(a->db);
}

const char *app_user(const struct app *a)
{
	return a->user;
}

struct form_rules *app_rules(struct app *a, const struct form *form)
{
	const struct forms *forms = catalog_forms(a->catalog);
	size_t i = 0;

	while (forms_at(forms, i) != form)
		i++;
	return a->rules[i];
}

/* ---- what select fields offer ---- */

static struct choices *choices_from_register(struct app *a, const char *list)
{
	const struct record_list *it = forms_find_list(catalog_forms(a->catalog), list);
	struct query q = { .sql = it->query, .name = list };
	struct grid *g = query_grid(a->db, &q, NULL);
	struct choices *c;

	if (!g)
		g = grid_new(list); /* offers nothing: every value is then a finding */
	c = choices_from_grid(g);
	grid_free(g);
	return c;
}

/* Only codes of the group where the list has groups; "" for all. */
static const struct choices *choices_of(struct app *a, const struct form_field *field,
					const char *group)
{
	struct cached_choices *it;

	if (!field->list[0])
		return NULL;
	for (size_t i = 0; i < a->cached_count; i++)
		if (!strcmp(a->cached[i].list, field->list) &&
		    !strcmp(a->cached[i].group, group))
			return a->cached[i].choices;
	a->cached = mem_grow(a->cached, &a->cached_capacity, a->cached_count + 1,
			     sizeof(*a->cached));
	it = &a->cached[a->cached_count++];
	it->list = mem_text(field->list);
	it->group = mem_text(group);
	it->choices = field->codes ? choices_from_codes(field->codes, group)
				   : choices_from_register(a, field->list);
	return it->choices;
}

const struct choices *app_choices(struct app *a, const struct form_field *field)
{
	return choices_of(a, field, "");
}

static const char *kind_of(const struct record *r)
{
	int kind = form_find_field(record_form(r), "kind");

	return kind < 0 ? "" : record_get(r, (size_t)kind, 0);
}

const struct choices *app_choices_in(struct app *a, const struct record *r, size_t field)
{
	const struct form_field *it = &record_form(r)->fields[field];
	bool grouped = it->codes && it->codes->count && it->codes->items[0].group[0];

	/* A wrong kind would leave no choices at all. */
	return choices_of(a, it, grouped ? kind_of(r) : "");
}

/* What is kept of the federation's own record may have changed too. */
void app_forget_choices(struct app *a)
{
	free_choices(a);
	read_identity(a, NULL);
}

char *app_new_id(const struct app *a)
{
	char ulid[ULID_SIZE];
	struct text id = { 0 };

	ulid_new(ulid);
	text_addf(&id, "%s-%s", a->national ? "national" : a->federation, ulid);
	return text_take(&id);
}
