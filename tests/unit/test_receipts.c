/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receipts: a delivery is received when its own receipt says so, and only then. */
#include "exchange_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/deliveries.h"
#include "app/receipts.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/path.h"
#include "base/text.h"
#include "packages.h"

enum { YEAR = 2024 };

static enum receipts_result take(struct exchange_world *w, const char *path,
				 struct faults *f)
{
	struct receipts_told told;

	return receipts_take(w->local, path, &told, f);
}

static enum delivery_state state_of(struct exchange_world *w, int revision)
{
	struct deliveries d;
	enum delivery_state state;
	struct err e;

	assert_true(deliveries_load(&d, w->local, &e));
	assert_non_null(deliveries_find(&d, YEAR, revision));
	state = deliveries_find(&d, YEAR, revision)->state;
	deliveries_done(&d);
	return state;
}

static void a_receipt_makes_it_received(void **state)
{
	struct exchange_world *w = *state;
	char *receipt = exchange_deliver(w, YEAR);
	struct faults f = { 0 };

	assert_int_equal(state_of(w, 1), DELIVERY_DELIVERED);
	assert_int_equal(take(w, receipt, &f), RECEIPTS_NOTED);
	assert_int_equal(state_of(w, 1), DELIVERY_RECEIVED);
	assert_int_equal(take(w, receipt, &f), RECEIPTS_KNOWN);
	assert_int_equal(f.count, 0);
	free(receipt);
}

static void each_revision_has_its_own(void **state)
{
	struct exchange_world *w = *state;
	char *first = exchange_deliver(w, YEAR), *second;
	struct faults f = { 0 };

	exchange_unlock(w, YEAR);
	second = exchange_deliver(w, YEAR);
	assert_int_equal(take(w, first, &f), RECEIPTS_NOTED);
	assert_int_equal(state_of(w, 1), DELIVERY_SUPERSEDED);
	assert_int_equal(state_of(w, 2), DELIVERY_DELIVERED);
	assert_int_equal(take(w, second, &f), RECEIPTS_NOTED);
	assert_int_equal(state_of(w, 2), DELIVERY_RECEIVED);
	free(first);
	free(second);
}

/* One change to a receipt, and what is to be said of it. */
static const struct harm {
	const char *from, *to, *said;
} harms[] = {
	{ "samreg-receipt", "samreg-recipe", "type: " },
	{ "\"blekinge\"", "\"gotland\"", "federation: gotland: " },
	{ "\"year\": 2024", "\"year\": 2023", "2023: det finns ingen revision 1" },
	{ "\"year\": 2024", "\"year\": \"2024\"", "year: ska vara" },
	{ "\"year\": 2024", "\"year\": 1e3", "year: ska vara" },
	{ "\"revision\": 1", "\"revision\": 2", "det finns ingen revision 2" },
	{ "\"revision\": 1", "\"revision\": 99999999999999999999", "revision: ska vara" },
	{ "\"detailed\"", "\"aggregate\"", "level: " },
	{ "\"warnings\": 0", "\"warnings\": -1", "warnings: ska vara" },
	{ "\"received\": \"2025-11-14", "\"received\": \"2025-11-31", "received: " },
	{ "\"hash\": \"sha256:", "\"hash\": \"sha1:", "hash: kontrollsumman" },
	{ "\"path\": \"support.csv\"", "\"path\": \"../support.csv\"",
	  "support.csv: filen saknas i kvittot" },
	{ "\"path\": \"support.csv\"", "\"path\": \"funding.csv\"",
	  "funding.csv: filen står två gånger" },
	{ "\"path\": \"support.csv\"", "\"path\": \"datapackage.json\"",
	  "datapackage.json: filen finns inte" },
	{ "\"path\": \"support.csv\"", "\"path\": 1", "support.csv: filen saknas" },
	{ "\"rows\": 1", "\"rows\": 2", "federation.csv: rader eller storlek" },
	{ "\"bytes\": ", "\"bytes\": 1", "federation.csv: rader eller storlek" },
	{ "\"files\"", "\"pipes\"", "pipes: hör inte till" },
	{ "\"files\": [", "\"files\": 1, \"more\": [", "files: saknas" },
	{ "\"type\"", "\"level\": \"detailed\", \"type\"", "samma nyckel" },
	{ "{", "[", "" },
	{ "samreg-receipt", "samreg\xFFreceipt", "UTF-8" },
	{ "\"type\"", "\"a\": {\"b\": 1}, \"type\"", "a: hör inte till" },
};

static void assert_refused(struct exchange_world *w, const char *path,
			   const char *said)
{
	struct faults f = { 0 };
	struct text all = { 0 };
	enum receipts_result result = take(w, path, &f);

	faults_print(&f, &all);
	if (result != RECEIPTS_REFUSED || !f.count || !strstr(text_get(&all), said))
		fail_msg("\"%s\": %s", said, text_get(&all));
	assert_int_equal(state_of(w, 1), DELIVERY_DELIVERED);
	text_done(&all);
	faults_done(&f);
}

static void harm_is_refused(void **state)
{
	struct exchange_world *w = *state;
	char *receipt = exchange_deliver(w, YEAR);
	const char *name = strrchr(receipt, '/') + 1;
	struct text whole = { 0 };
	struct faults f = { 0 };

	packages_read(receipt, &whole);
	for (size_t i = 0; i < sizeof(harms) / sizeof(harms[0]); i++) {
		packages_replace(w->folder, name, harms[i].from, harms[i].to,
				 strlen(harms[i].to));
		assert_refused(w, receipt, harms[i].said);
		exchange_write(receipt, text_get(&whole));
	}
	assert_int_equal(take(w, receipt, &f), RECEIPTS_NOTED);
	text_done(&whole);
	free(receipt);
}

/* Cut anywhere, it is never taken for the receipt. */
static void no_part_of_it_is_enough(void **state)
{
	struct exchange_world *w = *state;
	char *receipt = exchange_deliver(w, YEAR);
	struct text whole = { 0 };
	struct err e;

	packages_read(receipt, &whole);
	for (size_t length = 0; length + 2 < whole.length; length += 97) {
		assert_true(path_write(receipt, whole.bytes, length, &e));
		assert_refused(w, receipt, "");
	}
	text_done(&whole);
	free(receipt);
}

static void all_faults_are_told(void **state)
{
	struct exchange_world *w = *state;
	char *receipt = exchange_deliver(w, YEAR);
	const char *name = strrchr(receipt, '/') + 1;
	struct faults f = { 0 };

	packages_replace(w->folder, name, "\"detailed\"", "\"all\"", 5);
	packages_replace(w->folder, name, "\"warnings\": 0", "\"warnings\": -1", 14);
	packages_replace(w->folder, name, "\"rows\": 1", "\"rows\": 7", 9);
	assert_int_equal(take(w, receipt, &f), RECEIPTS_REFUSED);
	assert_int_equal(f.count, 3);
	faults_done(&f);
	free(receipt);
}

static void a_national_register_takes_none(void **state)
{
	struct exchange_world *w = *state;
	char *receipt = exchange_deliver(w, YEAR);
	struct receipts_told told;
	struct faults f = { 0 };

	assert_int_equal(receipts_take(w->national, receipt, &told, &f),
			 RECEIPTS_REFUSED);
	assert_int_equal(f.count, 1);
	faults_done(&f);
	free(receipt);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, exchange_open, exchange_close)

static const struct CMUnitTest all[] = {
	TEST(a_receipt_makes_it_received),
	TEST(each_revision_has_its_own),
	TEST(harm_is_refused),
	TEST(no_part_of_it_is_enough),
	TEST(all_faults_are_told),
	TEST(a_national_register_takes_none),
};

int main(void)
{
	return cmocka_run_group_tests(all, NULL, NULL);
}
