/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a form's answers are kept; see binding.h. */
#include "app/binding.h"

#include <stdio.h>
#include <string.h>

#include "base/faults.h"
#include "base/lang.h"
#include "model/form.h"
#include "store/tables.h"

static const char *link_between(const struct table *from, const char *to)
{
	for (size_t i = 0; i < from->count; i++)
		if (!strcmp(from->columns[i].references, to))
			return from->columns[i].name;
	return NULL;
}

bool binding_of_part(const struct db *db, const struct form *form, size_t part,
		     struct part_binding *out)
{
	const struct table *main_table = tables_find(db, form->parts[0].table);
	const struct table *table = tables_find(db, form->parts[part].table);

	if (!main_table || !table)
		return false;
	*out = (struct part_binding){ table, PART_MAIN, "id" };
	if (table == main_table)
		return true;
	out->relation = PART_CHILD;
	out->link = link_between(table, main_table->name);
	if (out->link)
		return true;
	out->relation = PART_PARENT;
	out->link = link_between(main_table, table->name);
	return out->link != NULL;
}

int binding_of_parent(const struct db *db, const struct form *form)
{
	for (size_t part = 1; part < form->part_count; part++) {
		struct part_binding b;

		if (!binding_of_part(db, form, part, &b) || b.relation != PART_PARENT)
			continue;
		for (size_t i = 0; i < form->field_count; i++)
			if (form->fields[i].part == 0 &&
			    !strcmp(form->fields[i].column, b.link))
				return (int)i;
	}
	return -1;
}

const struct table_column *binding_of_field(const struct db *db, const struct form *form,
					    size_t field)
{
	const struct form_field *it = &form->fields[field];
	const struct table *table = tables_find(db, form->parts[it->part].table);
	int column = table && it->column[0] ? table_find_column(table, it->column) : -1;

	return column < 0 ? NULL : &table->columns[column];
}

const struct table *binding_of_lookup(const struct db *db, const struct form *form,
				      const struct form_field *field)
{
	int from = form_find_field(form, field->lookup_field);
	const struct table_column *column;
	const struct table *table;

	if (from < 0)
		return NULL;
	column = binding_of_field(db, form, (size_t)from);
	table = column ? tables_find(db, column->references) : NULL;
	if (!table || table_find_column(table, field->lookup_column) < 0)
		return NULL;
	return table;
}

static void check_part(const struct db *db, const struct form *form, size_t part,
		       const char *file, struct faults *f)
{
	const struct form_part *p = &form->parts[part];
	struct part_binding binding;
	size_t line = form->fields[p->first_field].line;

	if (!binding_of_part(db, form, part, &binding))
		faults_add(f, file, line, 0,
			   _("%s: tabellen finns inte eller hör inte ihop med %s"),
			   p->table, form->parts[0].table);
	else if (p->fixed_column[0] &&
		 table_find_column(binding.table, p->fixed_column) < 0)
		faults_add(f, file, line, 0, _("%s: kolumnen %s finns inte"), p->table,
			   p->fixed_column);
}

static void check_field(const struct db *db, const struct form *form, size_t field,
			const char *file, struct faults *f)
{
	const struct form_field *it = &form->fields[field];
	const char *table = form->parts[it->part].table;

	if (it->column[0] && tables_find(db, table) && !binding_of_field(db, form, field))
		faults_add(f, file, it->line, 0, _("%s: kolumnen %s finns inte i %s"),
			   it->name, it->column, table);
	if (it->lookup_field[0] && !binding_of_lookup(db, form, it))
		faults_add(f, file, it->line, 0, _("%s: %s.%s kan inte slås upp"),
			   it->name, it->lookup_field, it->lookup_column);
}

bool binding_check(const struct db *db, const struct form *form, struct faults *f)
{
	size_t faults_before = f->count;
	char file[128];

	snprintf(file, sizeof(file), "forms/%s.csv", form->name);
	for (size_t i = 0; i < form->part_count; i++)
		check_part(db, form, i, file, f);
	for (size_t i = 0; i < form->field_count; i++)
		check_field(db, form, i, file, f);
	return f->count == faults_before;
}
