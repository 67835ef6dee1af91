/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A federation's register and a national one; see exchange_world.h. */
#include "exchange_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app_fixture.h"

#include "app/app.h"
#include "app/deliveries.h"
#include "app/export.h"
#include "app/receive.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

static void fail_of(struct faults *f)
{
	struct text out = { 0 };

	faults_print(f, &out);
	if (out.length)
		fprintf(stderr, "%s", text_get(&out));
	assert_int_equal(f->count, 0);
	text_done(&out);
	faults_done(f);
}

static char *store_participation(struct app *a, const char *intervention)
{
	return fixture_store(a, "participation", "intervention", intervention,
			     "consent_given_on", "2024-01-02", "covers_health_data", "1",
			     "start", "2024-02-01", "sex", "woman", "birth_year", "1988",
			     "education", "compulsory", "support_duration", "up_to_3y",
			     "support_before", "social_assistance",
			     "support_before_extent", "100", "works", "0", "studies", "0",
			     "seeks_work", "1", NULL);
}

int exchange_open(void **state)
{
	struct exchange_world *w = mem_alloc(sizeof(*w));
	struct app_new national = { .national = true };
	struct faults f = { 0 };
	char *path;

	strcpy(w->folder, "/tmp/samreg-exchange-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	path = exchange_path(w, "national.db");
	if (!app_create(path, &national, &f))
		fail_of(&f);
	w->national = app_open(path, &f);
	fail_of(&f);
	free(path);
	w->local = fixture_open();
	w->intervention = fixture_intervention(w->local, "Spåret");
	w->participation = store_participation(w->local, w->intervention);
	*state = w;
	return 0;
}

int exchange_close(void **state)
{
	struct exchange_world *w = *state;
	struct text command = { 0 };

	fixture_close(w->local);
	app_close(w->national);
	text_addf(&command, "rm -rf '%s'", w->folder);
	assert_int_equal(system(text_get(&command)), 0);
	text_done(&command);
	free(w->intervention);
	free(w->participation);
	free(w);
	return 0;
}

char *exchange_path(const struct exchange_world *w, const char *name)
{
	return path_join(w->folder, name);
}

void exchange_write(const char *path, const char *text)
{
	struct err e;

	if (!path_write(path, text, strlen(text), &e))
		fail_msg("%s", e.text);
}

static char *receive(struct exchange_world *w, const char *folder)
{
	struct text json = { 0 }, path = { 0 };
	struct receipt r = { .json = &json };
	struct faults f = { 0 };

	if (receive_package(w->national, folder, &r, &f) == RECEIVE_REFUSED)
		fail_of(&f);
	free(r.federation);
	text_addf(&path, "%s.receipt.json", folder);
	exchange_write(text_get(&path), text_get(&json));
	text_done(&json);
	return text_take(&path);
}

char *exchange_deliver(struct exchange_world *w, int year)
{
	const struct export_order order = { .year = year, .out = w->folder };
	struct export done;
	struct err e;
	char *receipt;

	if (!export_write(w->local, &order, &done, &e))
		fail_msg("%s", e.text);
	receipt = receive(w, done.folder);
	export_done(&done);
	return receipt;
}

void exchange_unlock(struct exchange_world *w, int year)
{
	struct err e;

	if (!deliveries_unlock(w->local, year, "Svar", &e))
		fail_msg("%s", e.text);
}
