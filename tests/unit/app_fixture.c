/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register of its own for a test of the app floor; see app_fixture.h. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/query.h"

static char folder[400];
static char path[420];

static struct app *open_or_fail(void)
{
	struct faults faults = { 0 };
	struct text told = { 0 };
	struct app *a = app_open(path, &faults);

	faults_print(&faults, &told);
	if (!a)
		print_error("%s", text_get(&told));
	assert_non_null(a);
	text_done(&told);
	faults_done(&faults);
	return a;
}

struct app *fixture_open(void)
{
	const struct app_new what = { .federation = "blekinge" };
	struct faults faults = { 0 };
	struct text told = { 0 };
	bool ok;

	snprintf(folder, sizeof(folder), "%s/fixture-XXXXXX", getenv("HOME"));
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/register.db", folder);
	ok = app_create(path, &what, &faults);
	faults_print(&faults, &told);
	if (!ok)
		print_error("%s", text_get(&told));
	assert_true(ok);
	text_done(&told);
	faults_done(&faults);
	return open_or_fail();
}

void fixture_close(struct app *a)
{
	static const char *const endings[] = { "", "-wal", "-shm" };

	app_close(a);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		char file[440];

		snprintf(file, sizeof(file), "%s%s", path, endings[i]);
		unlink(file);
	}
	rmdir(folder);
}

struct app *fixture_reopen(struct app *a)
{
	app_close(a);
	return open_or_fail();
}

void fixture_type(struct entry *entry, const char *field, size_t row, const char *typed)
{
	int at = form_find_field(entry_form(entry), field);
	struct err e = { "" };

	if (at < 0)
		print_error("no field %s\n", field);
	assert_true(at >= 0);
	if (!entry_type(entry, (size_t)at, row, typed, &e))
		fail_msg("%s: %s", field, e.text);
}

static void tell_findings(const struct entry *entry)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++) {
		const struct finding *it = entry_finding(entry, i);

		print_error("%s %s: %s\n", entry_form(entry)->fields[it->field].name,
			    it->rule, it->message);
	}
}

char *fixture_store(struct app *a, const char *form, ...)
{
	struct err e = { "" };
	struct entry *entry = entry_new(a, form, NULL, &e);
	const char *field;
	enum entry_saved saved;
	va_list args;
	char *id;

	if (!entry)
		fail_msg("%s: %s", form, e.text);
	va_start(args, form);
	while ((field = va_arg(args, const char *)))
		fixture_type(entry, field, 0, va_arg(args, const char *));
	va_end(args);
	saved = entry_save(entry, &e);
	if (saved != ENTRY_STORED) {
		print_error("%s\n", e.text);
		tell_findings(entry);
	}
	assert_int_equal(saved, ENTRY_STORED);
	id = mem_text(record_id(entry_record(entry)));
	assert_true(entry_close(entry, &e));
	return id;
}

char *fixture_ask(struct app *a, const char *sql)
{
	struct text answer = { 0 };
	struct err e = { "" };

	if (!query_text(a->db, &(struct query){ .sql = sql }, &answer, &e))
		fail_msg("%s", e.text);
	return text_take(&answer);
}

char *fixture_intervention(struct app *a, const char *name)
{
	return fixture_store(a, "intervention", "name", name, "kind", "individual",
			     "orientation", "work_rehabilitation", "registration",
			     "detailed", "start", "2023-01-01", "esf", "0", NULL);
}
