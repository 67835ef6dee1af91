/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records keyed in tests; see keying_world.h. */
#include "keying_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/entry.h"
#include "base/err.h"
#include "model/form.h"
#include "model/record.h"

struct keying_world keying;

int keying_open(void **state)
{
	(void)state;
	keying.app = fixture_open();
	keying.intervention = fixture_intervention(keying.app, "Arbetsspåret");
	return 0;
}

int keying_close(void **state)
{
	(void)state;
	fixture_close(keying.app);
	free(keying.intervention);
	return 0;
}

size_t keying_field(const struct entry *entry, const char *name)
{
	int at = form_find_field(entry_form(entry), name);

	assert_true(at >= 0);
	return (size_t)at;
}

const char *keying_value(const struct entry *entry, const char *name, size_t row)
{
	return record_get(entry_record(entry), keying_field(entry, name), row);
}

void keying_asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(keying.app, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

struct entry *keying_begin(const char *form)
{
	struct err e = { "" };
	struct entry *entry = entry_new(keying.app, form, NULL, &e);

	if (!entry)
		fail_msg("%s", e.text);
	return entry;
}

struct entry *keying_participation(const char *start)
{
	struct entry *entry = keying_begin("participation");

	fixture_type(entry, "intervention", 0, "arbetssp");
	fixture_type(entry, "consent_given_on", 0, "2025-01-02");
	fixture_type(entry, "covers_health_data", 0, "ja");
	fixture_type(entry, "start", 0, start);
	fixture_type(entry, "municipality", 0, "Karlskrona");
	fixture_type(entry, "sex", 0, "kvinna");
	fixture_type(entry, "birth_year", 0, "1979");
	fixture_type(entry, "education", 0, "gymn");
	fixture_type(entry, "support_duration", 0, "up_to_3y");
	fixture_type(entry, "support_before", 0, "försörj");
	fixture_type(entry, "support_before_extent", 0, "100");
	fixture_type(entry, "works", 0, "nej");
	fixture_type(entry, "studies", 0, "nej");
	fixture_type(entry, "seeks_work", 0, "ja");
	return entry;
}

char *keying_save(struct entry *entry)
{
	struct err e = { "" };
	enum entry_saved how = entry_save(entry, &e);
	char *id = strdup(record_id(entry_record(entry)));

	if (how != ENTRY_STORED) {
		print_error("%s\n", e.text);
		for (size_t i = 0; i < entry_finding_count(entry); i++)
			print_error("%s\n", entry_finding(entry, i)->message);
	}
	assert_int_equal(how, ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	return id;
}

bool keying_has_finding(const struct entry *entry, const char *field)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (entry_finding(entry, i)->field == keying_field(entry, field))
			return true;
	return false;
}
