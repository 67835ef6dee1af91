/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a register: what is not one, or not yet one, is refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/app.h"
#include "base/faults.h"
#include "store_world.h"

/* As a power cut between the schema and the first row leaves it. */
static void a_register_that_was_never_filled_is_refused(void **state)
{
	struct faults faults = { 0 };
	struct db *db;
	struct err e;

	(void)state;
	must(db_create(path, &db, &e), &e);
	db_close(db);
	assert_null(app_open(path, &faults));
	assert_int_equal(faults.count, 1);
	assert_non_null(strstr(faults.items[0].message, "blev aldrig färdigt"));
	faults_done(&faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_register_that_was_never_filled_is_refused,
				       new_path),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
