/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs read of the report. That it is JSON is the writer's own care. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/report_json.h"
#include "base/text.h"
#include "pages.h"

static struct pages world;
static struct text json;

static int init(void **state)
{
	(void)state;
	pages_init(&world);
	return 0;
}

static int done(void **state)
{
	(void)state;
	text_done(&json);
	pages_done(&world);
	return 0;
}

static const char *print(void)
{
	text_clear(&json);
	report_json_print(&world.page, &json);
	return text_get(&json);
}

#define assert_has(text, part) assert_non_null(strstr(text, part))
#define assert_lacks(text, part) assert_null(strstr(text, part))

/* The part of the document that tells of a table. */
static const char *table(const char *id)
{
	static struct text part;
	const char *all = print(), *from, *to;
	char start[80];

	snprintf(start, sizeof(start), "\"id\": \"%s\",\n", id);
	from = strstr(all, start);
	assert_non_null(from);
	to = strstr(from, "\n    }");
	assert_non_null(to);
	text_done(&part);
	text_add_part(&part, from, (size_t)(to - from));
	return text_get(&part);
}

static void the_document_says_whose_and_when(void **state)
{
	const char *all = print();

	(void)state;
	assert_has(all, "{\n  \"year\": 2025,\n"
			"  \"federation\": \"Finsam <Åmål> & \\\"co\\\"\",\n"
			"  \"created\": \"2025-11-14T10:00:00\",\n"
			"  \"demo\": false,\n"
			"  \"drafts_left_out\": 2,\n"
			"  \"protected_below\": null,\n");
	assert_has(all, "{\"id\": \"interventions\", "
			"\"title\": {\"sv\": \"Insatser\", \"en\": \"Interventions\"}}");
}

static void a_cell_has_its_parts_and_what_is_shown(void **state)
{
	const char *t = table("sex_age");

	(void)state;
	assert_has(t, "\"title\": {\"sv\": \"Kön och ålder\", \"en\": \"Sex and age\"}");
	assert_has(t, "{\"key\": \"u30\", \"label\": {\"sv\": ");
	assert_has(t, "{\"key\": \"women\", \"label\": {\"sv\": \"Kvinnor\", "
		      "\"en\": \"Women\"}, \"values\": [\"n\", \"pct\"]}");
	assert_has(t, "{\"row\": \"total\", \"column\": \"total\", "
		      "\"n\": 60, \"d\": 60, \"pct\": 100}");
	assert_has(t, "{\"year\": 2021, \"row\": \"u30\", \"column\": \"total\", "
		      "\"pct\": 36, \"corrected\": ");
}

static void what_is_not_defined_is_null(void **state)
{
	(void)state;
	assert_has(table("followup"), "\"n\": 0, \"d\": 0, \"pct\": null}");
	assert_has(table("registration_days"), "\"values\": [\"mean\"]}");
}

static void what_is_hidden_cannot_be_told(void **state)
{
	struct report_hiding hiding = { 5, pages_hide_column, "total" };
	const char *t;

	(void)state;
	world.page.hiding = &hiding;
	assert_has(print(), "\"protected_below\": 5,");
	t = table("sex_age");
	assert_has(t, "{\"row\": \"total\", \"column\": \"total\", \"hidden\": true}");
	assert_has(t, "{\"row\": \"total\", \"column\": \"women\", "
		      "\"n\": 45, \"pct\": 100}");
	assert_lacks(print(), "\"d\":");
	world.page.hiding = NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_document_says_whose_and_when),
		cmocka_unit_test(a_cell_has_its_parts_and_what_is_shown),
		cmocka_unit_test(what_is_not_defined_is_null),
		cmocka_unit_test(what_is_hidden_cannot_be_told),
	};

	return cmocka_run_group_tests(tests, init, done);
}
