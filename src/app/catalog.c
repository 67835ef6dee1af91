/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program knows without any register; see catalog.h. */
#include "app/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/form_rules.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/form.h"
#include "model/published.h"
#include "model/report.h"

static const char *const reference_names[] = {
	"counties", "municipalities", "federations", "memberships", "published",
};

enum { REFERENCES = sizeof(reference_names) / sizeof(reference_names[0]) };

struct catalog {
	struct codes *codes;
	struct forms *forms;
	struct reports *reports;
	struct published *published;
	struct grid *references[REFERENCES];
};

static struct grid *read_data(const char *relative, struct faults *f)
{
	char *path = path_data(relative);
	struct grid *g = csvfile_read(path, relative, f);

	free(path);
	return g;
}

static struct grid *read_named(const char *folder, const char *name, struct faults *f)
{
	struct text relative = { 0 };
	struct grid *g;

	text_addf(&relative, "%s/%s.csv", folder, name);
	g = read_data(text_get(&relative), f);
	text_done(&relative);
	return g;
}

static void load_codes(struct catalog *c, struct faults *f)
{
	char *folder = path_data("data/codes");
	struct err e;
	struct grid *names = path_list(folder, ".csv", &e);

	c->codes = codes_new();
	if (!names)
		faults_add(f, "", 0, 0, "%s", e.text);
	for (size_t i = 0; names && i < grid_rows(names); i++) {
		const char *name = grid_get(names, i, 0);
		struct grid *g = read_named("data/codes", name, f);

		if (g)
			codes_add(c->codes, name, g, f);
		grid_free(g);
	}
	grid_free(names);
	free(folder);
}

static void load_references(struct catalog *c, struct faults *f)
{
	for (size_t i = 0; i < REFERENCES; i++)
		c->references[i] = read_named("data/reference", reference_names[i], f);
}

/* NULL for a file that could not be read. */
static const struct grid *find_reference(const struct catalog *c, const char *name)
{
	size_t i = 0;

	while (strcmp(reference_names[i], name)) {
		i++;
		assert(i < REFERENCES);
	}
	return c->references[i];
}

static void load_reports(struct catalog *c, struct faults *f)
{
	size_t before = f->count;
	struct grid *g = read_data("data/reports.csv", f);
	const struct grid *published = find_reference(c, "published");

	if (f->count == before)
		c->reports = reports_parse(g, c->codes, f);
	if (published)
		c->published = published_parse(published, f);
	grid_free(g);
}

static void load_forms(struct catalog *c, struct faults *f)
{
	struct grid *index = read_data("forms/index.csv", f);
	struct grid *rules = read_data("forms/rules.csv", f);
	struct grid *lists = read_data("forms/lists.csv", f);
	size_t count = index ? grid_rows(index) : 0;
	struct grid **forms = mem_alloc(count * sizeof(*forms));
	struct form_source source = { index, rules, lists, forms };
	size_t faults_before = f->count;

	for (size_t i = 0; i < count; i++)
		forms[i] = read_named("forms", grid_named(index, i, "form"), f);
	if (index && rules && lists && f->count == faults_before)
		c->forms = forms_parse(&source, c->codes, f);
	for (size_t i = 0; i < count; i++)
		grid_free(forms[i]);
	free(forms);
	grid_free(index);
	grid_free(rules);
	grid_free(lists);
}

struct catalog *catalog_load(struct faults *f)
{
	struct catalog *c = mem_alloc(sizeof(*c));
	size_t faults_before = f->count;

	load_codes(c, f);
	load_references(c, f);
	load_reports(c, f);
	load_forms(c, f);
	if (f->count == faults_before)
		return c;
	catalog_free(c);
	return NULL;
}

void catalog_free(struct catalog *c)
{
	if (!c)
		return;
	forms_free(c->forms);
	reports_free(c->reports);
	published_free(c->published);
	codes_free(c->codes);
	for (size_t i = 0; i < REFERENCES; i++)
		grid_free(c->references[i]);
	free(c);
}

const struct codes *catalog_codes(const struct catalog *c)
{
	return c->codes;
}

const struct forms *catalog_forms(const struct catalog *c)
{
	return c->forms;
}

const struct reports *catalog_reports(const struct catalog *c)
{
	return c->reports;
}

const struct published *catalog_published(const struct catalog *c)
{
	return c->published;
}

const struct grid *catalog_reference(const struct catalog *c, const char *name)
{
	return find_reference(c, name);
}

bool catalog_check(const struct catalog *c, struct db *db, struct faults *f)
{
	size_t faults_before = f->count;

	for (size_t i = 0; i < forms_count(c->forms); i++)
		form_rules_free(form_rules_new(c->forms, forms_at(c->forms, i), db, f));
	return f->count == faults_before;
}
