/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a register: what is not one, or not yet one, is refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "app_fixture.h"
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

/* Whether root may write what nobody may; others never may. */
static void let_root_write(bool may)
{
	struct __user_cap_header_struct who = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct has[_LINUX_CAPABILITY_U32S_3];
	uint32_t bit = CAP_TO_MASK(CAP_DAC_OVERRIDE);

	assert_int_equal(syscall(SYS_capget, &who, has), 0);
	has[0].effective &= ~bit;
	if (may)
		has[0].effective |= has[0].permitted & bit;
	assert_int_equal(syscall(SYS_capset, &who, has), 0);
}

/* Nobody may write it, as on a disc. */
static void a_register_that_may_only_be_read_is_read(void **state)
{
	struct app *a = fixture_open();
	struct faults faults = { 0 };
	struct err e = { "" };
	struct text files = { 0 };
	char *file = mem_text(app_path(a)), *place = mem_text(file);

	(void)state;
	*strrchr(place, '/') = '\0';
	assert_false(app_is_read_only(a));
	app_close(a);
	assert_int_equal(chmod(file, 0400) | chmod(place, 0500), 0);
	let_root_write(false);
	a = app_open(file, &faults);
	if (!a)
		fail_msg("%s", faults.items[0].message);
	assert_true(app_is_read_only(a));
	assert_int_equal(app_municipality_count(a), 5);
	assert_false(deliveries_unlock(a, 2024, "skäl", &e));
	assert_non_null(strstr(e.text, "skrivskyddat"));
	text_addf(&files, "%s-wal", file);
	assert_false(path_exists(text_get(&files)));
	text_done(&files);
	app_close(a);
	let_root_write(true);
	assert_int_equal(chmod(place, 0700) | chmod(file, 0600), 0);
	a = app_open(file, &faults);
	assert_false(app_is_read_only(a));
	free(place);
	free(file);
	fixture_close(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_register_that_may_only_be_read_is_read),
		cmocka_unit_test_setup(a_register_that_was_never_filled_is_refused,
				       new_path),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
