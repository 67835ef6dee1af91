/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decide REGISTER none|identified: keys the federation's decision on personal identity
 * numbers, as is done on the screen, so that transcripts can go on from there.
 */

#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/entry.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/path.h"
#include "base/text.h"
#include "model/form.h"

/* Field, typed, …, NULL. False when it was not stored, which is said. */
static bool key(struct entry *entry, const char *const *words)
{
	struct err e = { "" };
	bool ok = entry != NULL;

	for (; ok && *words; words += 2) {
		int field = form_find_field(entry_form(entry), words[0]);

		ok = field >= 0 && entry_type(entry, (size_t)field, 0, words[1], &e);
	}
	ok = ok && entry_save(entry, &e) == ENTRY_STORED;
	if (!ok)
		fprintf(stderr, "decide: %s\n",
			entry && entry_finding_count(entry) ?
				entry_finding(entry, 0)->message : e.text);
	return entry_close(entry, &e) && ok;
}

static bool decide(struct app *a, const char *mode)
{
	static const char *const party[] = { "kind", "municipality", "name", "Gotland",
					     NULL };
	static const char *const decided[] = {
		"person_data", "identified", "controller", "Gotland", "legal_basis",
		"Lag (2003:1210)", "decision_date", "2025-01-15", NULL,
	};
	const char *const undone[] = { "person_data", mode, NULL };

	if (strcmp(mode, "identified") != 0)
		return key(entry_edit(a, "federation", app_federation(a), NULL), undone);
	return key(entry_new(a, "party", NULL, NULL), party) &&
	       key(entry_edit(a, "federation", app_federation(a), NULL), decided);
}

int main(int argc, char **argv)
{
	struct faults faults = { 0 };
	struct text told = { 0 };
	struct app *a;
	bool ok;

	path_init(argv[0]);
	if (argc != 3)
		return 2;
	a = app_open(argv[1], &faults);
	ok = a && decide(a, argv[2]);
	faults_print(&faults, &told);
	fputs(text_get(&told), stderr);
	text_done(&told);
	faults_done(&faults);
	app_close(a);
	return ok ? 0 : 1;
}
