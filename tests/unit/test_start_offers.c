/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose register it can be: the search, and codes for federations of one's own. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/catalog.h"
#include "base/faults.h"
#include "base/path.h"
#include "ui/start_offers.h"

static struct catalog *catalog;
static struct start_offers offers;

static int setup(void **state)
{
	struct faults f = { 0 };

	(void)state;
	path_init("samreg");
	catalog = catalog_load(&f);
	if (!catalog)
		return -1;
	start_offers_init(&offers, catalog);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	start_offers_done(&offers);
	catalog_free(catalog);
	return 0;
}

static const struct start_offer *shown(size_t i)
{
	return &offers.items[offers.shown[i]];
}

static void all_federations_and_two_more(void **state)
{
	(void)state;
	assert_int_equal(offers.shown_count, 78);
	assert_int_equal(shown(75)->kind, START_LISTED);
	assert_int_equal(shown(76)->kind, START_OWN);
	assert_int_equal(shown(77)->kind, START_NATIONAL);
}

static void found_by_name_or_municipality(void **state)
{
	(void)state;
	start_offers_search(&offers, "BLEKINGE");
	assert_int_equal(offers.shown_count, 3);
	assert_string_equal(shown(0)->code, "blekinge");
	start_offers_search(&offers, "sölvesb");
	assert_int_equal(offers.shown_count, 3);
	assert_string_equal(shown(0)->code, "blekinge");
	start_offers_search(&offers, "finns inte");
	assert_int_equal(offers.shown_count, 2);
	start_offers_search(&offers, "");
	assert_int_equal(offers.shown_count, 78);
}

static void makes(const char *name, const char *expected)
{
	char *code = start_offers_make_code(&offers, name);

	assert_string_equal(code, expected);
	free(code);
}

static void codes_are_plain_and_not_taken(void **state)
{
	(void)state;
	makes("Finsam Åre & Ö", "finsam-are-o");
	makes("Västra Götaland", "vastra-gotaland");
	makes("Finsam (nytt)", "finsam-nytt");
	makes("blekinge", "blekinge-2");
	makes("…", "eget");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_federations_and_two_more, setup,
						teardown),
		cmocka_unit_test_setup_teardown(found_by_name_or_municipality, setup,
						teardown),
		cmocka_unit_test_setup_teardown(codes_are_plain_and_not_taken, setup,
						teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
