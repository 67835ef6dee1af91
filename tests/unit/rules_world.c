/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in which rules are tried; see rules_world.h. */
#include "rules_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/entry.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"

struct rules_world rules_world;

const char *rules_id_of(const char *name, size_t length)
{
	for (size_t i = 0; i < rules_world.count; i++)
		if (strlen(rules_world.known[i].name) == length &&
		    !strncmp(rules_world.known[i].name, name, length))
			return rules_world.known[i].id;
	fail_msg("%.*s: no such record", (int)length, name);
	return "";
}

/* One value; @name is an id, a + a blank. */
static void set(struct entry *entry, size_t field, size_t row, const char *value,
		size_t length)
{
	char *text = mem_text_part(value, length);
	const char *canonical = text;
	struct err e;

	for (char *plus = text; (plus = strchr(plus, '+'));)
		*plus = ' ';
	if (text[0] == '@')
		canonical = rules_id_of(text + 1, length - 1);
	assert_true(entry_set(entry, field, row, canonical, &e));
	free(text);
}

/* "field=value field=first,second": sets them in order; a comma begins the next row. */
void rules_type(struct entry *entry, const char *values)
{
	size_t length;
	const char *word;

	while ((word = text_next_word(&values, &length))) {
		size_t name = strcspn(word, "="), row = 0;
		char *field = mem_text_part(word, name);
		int at = form_find_field(entry_form(entry), field);
		const char *value = word + name + 1, *end = word + length;

		if (at < 0)
			fail_msg("%s: no such field", field);
		free(field);
		for (;;) {
			const char *comma = memchr(value, ',', (size_t)(end - value));

			set(entry, (size_t)at, row++, value,
			    (size_t)((comma ? comma : end) - value));
			if (!comma)
				break;
			value = comma + 1;
		}
	}
}

/* What is found: rules in the order of the findings, !field for what has no rule. */
bool rules_is_found(struct entry *entry, const char *values, const char *expected)
{
	const struct form *form = entry_form(entry);
	struct text found = { 0 };
	bool same;

	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		const struct finding *it = entry_finding(entry, i);

		text_add(&found, found.length ? " " : "");
		if (it->rule[0])
			text_add(&found, it->rule);
		else
			text_addf(&found, "!%s", form->fields[it->field].name);
	}
	same = !strcmp(text_get(&found), expected);
	if (!same)
		print_error("%s: found <%s>, expected <%s>\n", values, text_get(&found),
			    expected);
	text_done(&found);
	return same;
}

struct entry *rules_begin(const char *form, const char *id, const char *values)
{
	struct err e = { "" };
	struct entry *entry = id ? entry_edit(rules_world.app, form, id, &e)
				 : entry_new(rules_world.app, form, NULL, &e);

	if (!entry)
		fail_msg("%s: %s", form, e.text);
	rules_type(entry, values);
	return entry;
}

void rules_discard(struct entry *entry)
{
	struct err e;

	assert_true(entry_discard(entry, &e));
}

/* Stores a record without fault and knows its id as `name`. */
void rules_store(const char *form, const char *id, const char *values, const char *name)
{
	struct entry *entry = rules_begin(form, id, values);
	struct err e = { "" };

	if (entry_save(entry, &e) != ENTRY_STORED)
		fail_msg("%s: %s%d", form, e.text, rules_is_found(entry, values, ""));
	rules_world.known[rules_world.count].name = name;
	rules_world.known[rules_world.count++].id =
		mem_text(record_id(entry_record(entry)));
	assert_true(entry_close(entry, NULL));
}

/* The sound record has no finding; each change of it has those that are listed. */
void rules_walk(const char *form, const char *id, const char *sound,
		 const struct rules_change *changes, size_t count)
{
	struct entry *entry = rules_begin(form, id, sound);
	bool ok = rules_is_found(entry, sound, "");

	rules_discard(entry);
	for (size_t i = 0; i < count; i++) {
		entry = rules_begin(form, id, sound);
		rules_type(entry, changes[i].values);
		ok &= rules_is_found(entry, changes[i].values, changes[i].found);
		rules_discard(entry);
	}
	assert_true(ok);
}


bool rules_open(void)
{
	struct app_new what = { .federation = "blekinge" };
	char *path = path_register();
	struct faults f = { 0 };
	struct text faults = { 0 };

	if (app_create(path, &what, &f))
		rules_world.app = app_open(path, &f);
	faults_print(&f, &faults);
	print_error("%s", text_get(&faults));
	text_done(&faults);
	faults_done(&f);
	free(path);
	return rules_world.app != NULL;
}

void rules_close(void)
{
	app_close(rules_world.app);
	for (size_t i = 0; i < rules_world.count; i++)
		free(rules_world.known[i].id);
}
