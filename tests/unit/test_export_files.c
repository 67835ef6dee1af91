/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery's files, made of rows that need not be right, byte for byte. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/check.h"
#include "app/delivery_files.h"
#include "app/export_files.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/package.h"
#include "store/db.h"

/* When and by whom every row was registered. */
#define BY "'2025-01-01T00:00:00', 'u', '2025-01-01T00:00:00', 'u'"

/*
 * Interventions: A goes on; its parent P ended long ago; C has ended but something is
 * counted for it in 2025; OLD and NEXT have nothing to do with 2025.
 */
static const char interventions[] =
	"INSERT INTO intervention VALUES"
	" ('b-P', 'blekinge', 'Hela spåret', 'hemlig text', 'individual', 'preparatory',"
	"  'volume', '2020-01-01', '2021-12-31', 0, NULL, " BY "),"
	" ('b-A', 'blekinge', 'Spår \"ett\", Å', NULL, 'individual',"
	"  'work_rehabilitation', 'detailed', '2023-01-01', NULL, 1, 'b-P', " BY "),"
	" ('b-C', 'blekinge', 'Frukost', NULL, 'structural', 'dialogue', 'volume',"
	"  '2024-01-01', '2024-12-31', 0, NULL, " BY "),"
	" ('b-OLD', 'blekinge', 'Förr', NULL, 'structural', 'dialogue', 'volume',"
	"  '2024-01-01', '2024-12-31', 0, NULL, " BY "),"
	" ('b-NEXT', 'blekinge', 'Sedan', NULL, 'structural', 'dialogue', 'volume',"
	"  '2026-01-01', NULL, 0, NULL, " BY ");"
	"INSERT INTO intervention_orientation VALUES"
	" ('b-A', 'other'), ('b-A', 'preventive'), ('b-A', 'assessment');"
	"INSERT INTO intervention_target_group VALUES"
	" ('b-A', 'young_disability'), ('b-A', 'long_term_sick');"
	"INSERT INTO intervention_year VALUES"
	" ('b-Y1', 'b-A', 2025, 40, 100000, NULL, 0, NULL, " BY "),"
	" ('b-Y2', 'b-A', 2024, 39, 1, 1, 1, 1, " BY ");"
	"INSERT INTO volume VALUES"
	" ('b-V1', 'b-C', 2025, 3, 0, NULL, 6, 0, " BY "),"
	" ('b-V2', 'b-OLD', 2024, 1, 1, 1, 1, 0, " BY ");"
	"INSERT INTO anonymous_count VALUES"
	" ('b-N1', 'b-A', 2025, 'man', 2, " BY "),"
	" ('b-N2', 'b-A', 2025, 'woman', 1, " BY "),"
	" ('b-N3', 'b-A', 2024, 'woman', 9, " BY ");";

/* Participations: 1, 2 and 4 touch 2025; 3 and 5 miss it by a day; 6 was an error. */
static const char participations[] =
	"INSERT INTO person VALUES"
	" ('b-W', 'blekinge', 17, 'woman', 1988, " BY "),"
	" ('b-M', 'blekinge', 4, 'man', 1999, " BY ");"
	"INSERT INTO participation VALUES"
	" ('b-1', 'b-A', 'b-W', '2024-05-01', NULL, '1080', 'compulsory', 'up_to_3y',"
	"  'self', NULL, NULL, " BY "),"
	" ('b-2', 'b-A', 'b-M', '2024-05-01', '2025-01-01', NULL, 'unknown', 'over_9y',"
	"  NULL, 'completed', 'work', " BY "),"
	" ('b-3', 'b-A', 'b-M', '2024-05-01', '2024-12-31', NULL, 'unknown', 'over_9y',"
	"  NULL, 'completed', NULL, " BY "),"
	" ('b-4', 'b-A', 'b-M', '2025-12-31', NULL, NULL, 'doctoral', 'up_to_1y',"
	"  NULL, NULL, NULL, " BY "),"
	" ('b-5', 'b-A', 'b-M', '2026-01-01', NULL, NULL, 'doctoral', 'up_to_1y',"
	"  NULL, NULL, NULL, " BY "),"
	" ('b-6', 'b-A', 'b-M', '2025-02-01', '2025-03-01', NULL, 'doctoral', 'up_to_1y',"
	"  NULL, 'registered_in_error', NULL, " BY ");"
	"INSERT INTO participation_target_group VALUES"
	" ('b-1', 'other'), ('b-1', 'long_term_sick');"
	"INSERT INTO support VALUES"
	" ('b-2', 'after', 'none', NULL), ('b-2', 'before', 'activity_support', '50'),"
	" ('b-2', 'before', 'sickness_benefit', 'unknown'),"
	" ('b-3', 'before', 'none', NULL), ('b-6', 'before', 'none', NULL);"
	"INSERT INTO occupation VALUES"
	" ('b-2', 'after', 1, 'subsidised', 75, 1, 25, NULL),"
	" ('b-2', 'before', 0, NULL, NULL, 0, NULL, 1),"
	" ('b-5', 'before', 0, NULL, NULL, 0, NULL, 1);"
	"INSERT INTO followup VALUES"
	" ('b-F2', 'b-2', 12, NULL, NULL, " BY "),"
	" ('b-F1', 'b-2', 6, '2025-07-01', '2025-07-03', " BY ");";

static const char money[] =
	"INSERT INTO party VALUES"
	" ('b-K', 'blekinge', 'municipality', 'Karlskrona', " BY "),"
	" ('b-S', 'blekinge', 'social_insurance_agency', 'FK', " BY ");"
	"INSERT INTO funding VALUES"
	" ('b-1', 'blekinge', 2025, 'b-K', 'allocated', 250, NULL, " BY "),"
	" ('b-2', 'blekinge', 2025, 'b-S', 'other', 7, 'rad ett\nrad två', " BY "),"
	" ('b-3', 'blekinge', 2025, 'b-S', 'allocated', 500, '', " BY "),"
	" ('b-4', 'blekinge', 2024, 'b-S', 'allocated', 400, '', " BY ");"
	"INSERT INTO admin_cost VALUES"
	" ('b-1', 'blekinge', 2025, 'staff', 10, NULL, " BY "),"
	" ('b-2', 'blekinge', 2025, 'overhead', 0, 5, " BY ");"
	"INSERT INTO federation_year VALUES"
	" ('b-1', 'blekinge', 2025, -3, 90, " BY "),"
	" ('b-2', 'blekinge', 2024, 1, 93, " BY ");"
	"UPDATE membership SET end = '2024-12-31' WHERE municipality = '1060';"
	"UPDATE membership SET start = '2025-12-31' WHERE municipality = '1083';"
	"UPDATE membership SET start = '2026-01-01' WHERE municipality = '1082';";

struct expected {
	const char *file;
	size_t rows;
	const char *bytes;
};

static const struct expected full[] = {
	{ "federation.csv", 1,
	  "federation,name,year,revision,level,forms_version,rules_version,created\r\n"
	  "blekinge,Samordningsförbundet i Blekinge,2025,1,detailed," PACKAGE_VERSION
	  "," PACKAGE_VERSION ",2025-11-14T10:00:00\r\n" },
	{ "memberships.csv", 3,
	  "municipality,from,to\r\n1080,,\r\n1081,,\r\n1083,2025-12-31,\r\n" },
	{ "interventions.csv", 3,
	  "intervention,name,kind,orientation,further_orientations,registration,start,"
	  "end,esf,target_groups,part_of\r\n"
	  "b-A,\"Spår \"\"ett\"\", Å\",individual,work_rehabilitation,"
	  "assessment preventive other,detailed,2023-01-01,,1,"
	  "long_term_sick young_disability,b-P\r\n"
	  "b-C,Frukost,structural,dialogue,,volume,2024-01-01,2024-12-31,0,,\r\n"
	  "b-P,Hela spåret,individual,preparatory,,volume,2020-01-01,2021-12-31,0,,"
	  "\r\n" },
	{ "intervention_years.csv", 2,
	  "intervention,year,planned,women,men,unspecified,occasions,not_stated,budget,"
	  "actual,esf_budget,esf_actual\r\n"
	  "b-A,2025,40,,,,,,100000,,0,\r\n"
	  "b-C,2025,,3,0,,6,0,,,,\r\n" },
	{ "anonymous.csv", 2,
	  "intervention,year,sex,count\r\nb-A,2025,woman,1\r\nb-A,2025,man,2\r\n" },
	{ "funding.csv", 3,
	  "year,party,party_name,kind,amount,text\r\n"
	  "2025,social_insurance_agency,FK,allocated,500,\r\n"
	  "2025,social_insurance_agency,FK,other,7,\"rad ett\nrad två\"\r\n"
	  "2025,municipality,Karlskrona,allocated,250,\r\n" },
	{ "admin_costs.csv", 2,
	  "year,kind,budget,actual\r\n2025,overhead,0,5\r\n2025,staff,10,\r\n" },
	{ "federation_year.csv", 1, "year,result,closing_equity\r\n2025,-3,90\r\n" },
	{ "participations.csv", 3,
	  "participation,intervention,person,sex,birth_year,municipality,start,end,"
	  "education,support_duration,referrer,target_groups,closure_reason,next_step\r\n"
	  "b-1,b-A,17,woman,1988,1080,2024-05-01,,compulsory,up_to_3y,self,"
	  "long_term_sick other,,\r\n"
	  "b-2,b-A,4,man,1999,,2024-05-01,2025-01-01,unknown,over_9y,,,completed,work\r\n"
	  "b-4,b-A,4,man,1999,,2025-12-31,,doctoral,up_to_1y,,,,\r\n" },
	{ "support.csv", 3,
	  "participation,phase,source,extent\r\n"
	  "b-2,before,sickness_benefit,unknown\r\n"
	  "b-2,before,activity_support,50\r\n"
	  "b-2,after,none,\r\n" },
	{ "occupation.csv", 2,
	  "participation,phase,works,work_kind,work_extent,studies,study_extent,"
	  "seeks_work\r\n"
	  "b-2,before,0,,,0,,1\r\n"
	  "b-2,after,1,subsidised,75,1,25,\r\n" },
	{ "followups.csv", 2,
	  "participation,months,planned,done\r\nb-2,6,2025-07-01,2025-07-03\r\n"
	  "b-2,12,,\r\n" },
};

/* As it was when 2024 ended: 2 and 4 had not ended, nobody knew what came after. */
static const struct expected earlier[] = {
	{ "memberships.csv", 3,
	  "municipality,from,to\r\n1060,,2024-12-31\r\n1080,,\r\n1081,,\r\n" },
	{ "participations.csv", 3,
	  "participation,intervention,person,sex,birth_year,municipality,start,end,"
	  "education,support_duration,referrer,target_groups,closure_reason,next_step\r\n"
	  "b-1,b-A,17,woman,1988,1080,2024-05-01,,compulsory,up_to_3y,self,"
	  "long_term_sick other,,\r\n"
	  "b-2,b-A,4,man,1999,,2024-05-01,,unknown,over_9y,,,,\r\n"
	  "b-3,b-A,4,man,1999,,2024-05-01,2024-12-31,unknown,over_9y,,,completed,\r\n" },
	{ "support.csv", 3,
	  "participation,phase,source,extent\r\n"
	  "b-2,before,sickness_benefit,unknown\r\n"
	  "b-2,before,activity_support,50\r\n"
	  "b-3,before,none,\r\n" },
	{ "occupation.csv", 1,
	  "participation,phase,works,work_kind,work_extent,studies,study_extent,"
	  "seeks_work\r\n"
	  "b-2,before,0,,,0,,1\r\n" },
};

static int open_register(void **state)
{
	*state = fixture_open();
	return 0;
}

static int close_register(void **state)
{
	fixture_close(*state);
	return 0;
}

static void fill(struct app *a, const char *sql)
{
	struct err e = { "" };

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static void make(struct app *a, struct export_identity identity,
		 struct delivery_files *files)
{
	static const struct check nothing_found;
	struct err e = { "" };
	size_t without;

	if (!identity.check)
		identity.check = &nothing_found;
	identity.revision = 1;
	strcpy(identity.created, "2025-11-14T10:00:00");
	strcpy(identity.created_utc, "2025-11-14T10:00:00Z");
	*files = (struct delivery_files){ 0 };
	if (!export_files_make(a, &identity, files, &without, &e))
		fail_msg("%s", e.text);
}

static const struct delivery_file *find(const struct delivery_files *files,
					const char *name)
{
	for (size_t i = 0; i < files->count; i++)
		if (!strcmp(files->items[i].name, name))
			return &files->items[i];
	return NULL;
}

static void assert_file(const struct delivery_files *files, const struct expected *want)
{
	const struct delivery_file *it = find(files, want->file);

	if (!it)
		fail_msg("no %s", want->file);
	assert_string_equal(text_get(&it->bytes), want->bytes);
	assert_int_equal(it->rows, want->rows);
}

static void a_year_has_what_belongs_to_it(void **state)
{
	struct delivery_files files;

	fill(*state, interventions);
	fill(*state, participations);
	fill(*state, money);
	make(*state, (struct export_identity){ .year = 2025 }, &files);
	assert_int_equal(files.count, PACKAGE_FILES + 1);
	for (size_t i = 0; i < sizeof(full) / sizeof(full[0]); i++)
		assert_file(&files, &full[i]);
	delivery_files_done(&files);
}

static void what_came_later_is_not_told(void **state)
{
	struct delivery_files files;

	fill(*state, interventions);
	fill(*state, participations);
	fill(*state, money);
	make(*state, (struct export_identity){ .year = 2024 }, &files);
	for (size_t i = 0; i < sizeof(earlier) / sizeof(earlier[0]); i++)
		assert_file(&files, &earlier[i]);
	assert_string_equal(text_get(&find(&files, "followups.csv")->bytes),
			    "participation,months,planned,done\r\n");
	delivery_files_done(&files);
}

static void a_file_without_rows_has_its_head(void **state)
{
	struct delivery_files files;

	make(*state, (struct export_identity){ .year = 2019 }, &files);
	for (size_t i = 2; i < sizeof(full) / sizeof(full[0]); i++) {
		char *head = mem_text(full[i].bytes);

		strstr(head, "\r\n")[2] = '\0';
		assert_file(&files, &(struct expected){ full[i].file, 0, head });
		free(head);
	}
	assert_string_equal(text_get(&find(&files, "remarks.csv")->bytes),
			    "rule,file,id,field,reason\r\n");
	delivery_files_done(&files);
}

static void columns_are_those_that_are_declared(void **state)
{
	struct delivery_files files;

	make(*state, (struct export_identity){ .year = 2025 }, &files);
	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++) {
		const struct package_file *file = package_file(id);
		char *name = package_file_name(id);
		struct text head = { 0 };

		for (size_t i = 0; i < file->count; i++)
			text_addf(&head, "%s%s", i ? "," : "", file->columns[i].name);
		text_add(&head, "\r\n");
		assert_int_equal(strncmp(text_get(&find(&files, name)->bytes),
					 text_get(&head), head.length), 0);
		text_done(&head);
		free(name);
	}
	delivery_files_done(&files);
}

static void numbers_alone_tell_of_nobody(void **state)
{
	struct delivery_files files;

	fill(*state, interventions);
	fill(*state, participations);
	make(*state,
	     (struct export_identity){ .year = 2025, .level = PACKAGE_AGGREGATE },
	     &files);
	assert_int_equal(files.count, 1 + PACKAGE_CELLS + 1);
	assert_null(find(&files, "participations.csv"));
	assert_null(find(&files, "support.csv"));
	assert_null(find(&files, "remarks.csv"));
	assert_non_null(strstr(text_get(&find(&files, "federation.csv")->bytes),
			       ",aggregate,"));
	for (size_t i = 0; i < files.count; i++)
		assert_null(strstr(text_get(&files.items[i].bytes), "1988"));
	/* 1, 2 and 4. */
	assert_non_null(strstr(text_get(&find(&files, "cells.csv")->bytes),
			       "\r\nsex_age,total,total,3,3\r\n"));
	delivery_files_done(&files);
}

static void warnings_go_along(void **state)
{
	struct app *a = *state;
	const struct forms *forms = catalog_forms(app_catalog(a));
	const struct form *participation = forms_find(forms, "participation");
	const struct form *volume = forms_find(forms, "volume");
	struct check_finding found[] = {
		{ .form = participation, .record = "b-2", .rule = "R-2", .reason = "",
		  .severity = SEVERITY_WARNING,
		  .field = (size_t)form_find_field(participation, "start") },
		{ .form = participation, .record = "b-1", .rule = "R-1",
		  .severity = SEVERITY_ERROR, .reason = "" },
		{ .form = participation, .record = "b-1", .rule = "R-9",
		  .severity = SEVERITY_WARNING, .reason = "Jo, \"så\"" },
		{ .form = volume, .record = "b-V1", .rule = "R-7",
		  .severity = SEVERITY_WARNING, .reason = "Känt",
		  .field = (size_t)form_find_field(volume, "women") },
	};
	const struct check c = { .items = found, .count = 4 };
	struct delivery_files files;

	fill(a, interventions);
	found[2].field = (size_t)form_find_field(participation, "sex");
	make(a, (struct export_identity){ .year = 2025, .check = &c }, &files);
	assert_string_equal(text_get(&find(&files, "remarks.csv")->bytes),
			    "rule,file,id,field,reason\r\n"
			    "R-7,intervention_years,b-C,women,Känt\r\n"
			    "R-9,participations,b-1,sex,\"Jo, \"\"så\"\"\"\r\n"
			    "R-2,participations,b-2,start,\r\n");
	assert_int_equal(find(&files, "remarks.csv")->rows, 3);
	delivery_files_done(&files);
}

static void the_descriptor_names_each_file(void **state)
{
	struct delivery_files files;
	const char *json;

	fill(*state, interventions);
	make(*state, (struct export_identity){ .year = 2025 }, &files);
	assert_string_equal(files.items[0].name, DELIVERY_DESCRIPTOR);
	json = text_get(&files.items[0].bytes);
	for (size_t i = 1; i < files.count; i++) {
		struct text line = { 0 };

		text_addf(&line, "\"path\": \"%s\"", files.items[i].name);
		assert_non_null(strstr(json, text_get(&line)));
		text_clear(&line);
		text_addf(&line, "\"hash\": \"sha256:%s\"", files.items[i].hash);
		assert_non_null(strstr(json, text_get(&line)));
		text_done(&line);
	}
	assert_non_null(strstr(json, "\"name\": \"blekinge-2025-r1\""));
	assert_non_null(strstr(json, "\"created\": \"2025-11-14T10:00:00Z\""));
	assert_non_null(strstr(json, "{\"value\": \"woman\", \"label\": \"Kvinna\"}"));
	assert_non_null(strstr(json, "\"resource\": \"interventions\", "
				     "\"fields\": [\"intervention\"]"));
	delivery_files_done(&files);
}

static void what_fails_is_a_refusal(void **state)
{
	const struct check nothing_found = { 0 };
	const struct export_identity identity = { .year = 2025, .revision = 1,
						  .check = &nothing_found };
	struct delivery_files files = { 0 };
	struct err e = { "" };
	size_t without;

	fill(*state, "PRAGMA foreign_keys = OFF; DROP TABLE followup;");
	assert_false(export_files_make(*state, &identity, &files, &without, &e));
	assert_string_not_equal(e.text, "");
	delivery_files_done(&files);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(a_year_has_what_belongs_to_it),
		TEST(what_came_later_is_not_told),
		TEST(a_file_without_rows_has_its_head),
		TEST(columns_are_those_that_are_declared),
		TEST(numbers_alone_tell_of_nobody),
		TEST(warnings_go_along),
		TEST(the_descriptor_names_each_file),
		TEST(what_fails_is_a_refusal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
