/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery's files, byte for byte. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/export.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
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
	" ('b-F1', 'b-2', 6, '2025-07-01', '2025-07-03', " BY ");"
	"INSERT INTO remark VALUES"
	" ('b-R1', 'overruled', 'participation', 'b-1', 'start', 'R-1', 'Jo', " BY "),"
	" ('b-R2', 'overruled', 'volume', 'b-V1', NULL, 'R-2', 'Känt', " BY "),"
	" ('b-R3', 'overruled', 'participation', 'b-3', 'start', 'R-1', 'Nej', " BY "),"
	" ('b-R4', 'note', 'participation', 'b-1', 'start', NULL, 'Egen', " BY ");"
	"INSERT INTO draft (form, session, opened_at, opened_by, changed_at)"
	" VALUES ('participation', 'x', 't', 'u', 't'), ('volume', 'x', 't', 'u', 't');";

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
	{ "cells.csv", 0, NULL },   /* see below */
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
	{ "remarks.csv", 2,
	  "rule,file,id,field,reason\r\nR-2,intervention_years,b-C,,Känt\r\n"
	  "R-1,participations,b-1,start,Jo\r\n" },
};

static char *out_folder;

static int open_register(void **state)
{
	struct app *a = fixture_open();
	const char *slash = strrchr(app_path(a), '/');
	char *folder = mem_text_part(app_path(a), (size_t)(slash - app_path(a)));

	out_folder = path_join(folder, "out");
	free(folder);
	*state = a;
	return 0;
}

static int close_register(void **state)
{
	rmdir(out_folder);
	free(out_folder);
	fixture_close(*state);
	return 0;
}

static void fill(struct app *a, const char *sql)
{
	struct err e = { "" };

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static void deliver(struct app *a, int year, struct export *done)
{
	struct err e = { "" };

	if (!export_write(a, year, out_folder, done, &e))
		fail_msg("%s", e.text);
}

static void assert_file(const struct export *done, const struct expected *want)
{
	char *path = path_join(done->folder, want->file);
	struct text bytes = { 0 };
	struct stat st;
	struct err e;

	assert_true(path_read(path, 1 << 20, &bytes, &e));
	assert_string_equal(text_get(&bytes), want->bytes);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	text_done(&bytes);
	free(path);
}

/* A delivery is removed so that the next test finds an empty folder. */
static void drop(struct export *done)
{
	path_remove_folder(done->folder);
	export_done(done);
}

static void a_year_has_what_belongs_to_it(void **state)
{
	struct export done;

	fill(*state, interventions);
	fill(*state, participations);
	fill(*state, money);
	deliver(*state, 2025, &done);
	for (size_t i = 0; i < EXPORT_FILES; i++) {
		assert_string_equal(done.files[i].name, full[i].file);
		if (!full[i].bytes)
			continue;
		assert_int_equal(done.files[i].rows, full[i].rows);
		assert_file(&done, &full[i]);
	}
	assert_int_equal(done.drafts, 2);
	drop(&done);
}

static void a_file_without_rows_has_its_head(void **state)
{
	struct export done;

	deliver(*state, 2019, &done);
	assert_int_equal(done.drafts, 0);
	assert_int_equal(done.files[1].rows, 5);
	for (size_t i = 2; i < EXPORT_FILES; i++) {
		char *head = mem_text(full[i].bytes);

		if (!full[i].bytes) {
			free(head);
			continue;
		}
		strstr(head, "\r\n")[2] = '\0';
		assert_int_equal(done.files[i].rows, 0);
		assert_file(&done, &(struct expected){ full[i].file, 0, head });
		free(head);
	}
	drop(&done);
}

/* The cell's row of cells.csv. */
static const char *find_cell(const struct text *csv, const char *cell)
{
	static char found[128];
	const char *at = strstr(text_get(csv), cell);

	if (!at)
		return "";
	strncpy(found, at, sizeof(found) - 1);
	found[strcspn(found, "\r")] = '\0';
	return found;
}

static void cells_agree_with_the_rows(void **state)
{
	struct export done;
	struct text csv = { 0 };
	struct err e;
	char *path;

	fill(*state, interventions);
	fill(*state, participations);
	deliver(*state, 2025, &done);
	path = path_join(done.folder, "cells.csv");
	assert_true(path_read(path, 1 << 20, &csv, &e));
	assert_int_equal(strncmp(text_get(&csv), "table,row,column,n,d\r\n", 22), 0);
	assert_string_equal(find_cell(&csv, "sex_age,total,total,"),
			    "sex_age,total,total,3,3");
	assert_string_equal(find_cell(&csv, "sex_age,30_44,women,"),
			    "sex_age,30_44,women,1,1");
	assert_string_equal(find_cell(&csv, "participants_by_registration,anonymous,"),
			    "participants_by_registration,anonymous,total,3,6");
	/* P has ended and C has too: only A went on. */
	assert_string_equal(find_cell(&csv, "interventions_by_kind,individual,"),
			    "interventions_by_kind,individual,total,1,1");
	assert_string_equal(find_cell(&csv, "support_before,missing,men"),
			    "support_before,missing,men,0,2");
	text_done(&csv);
	free(path);
	drop(&done);
}

static void a_delivery_is_never_written_over(void **state)
{
	struct export done, again;
	struct err e = { "" };
	struct stat st;

	deliver(*state, 2025, &done);
	assert_int_equal(stat(done.folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_non_null(strstr(done.folder, "/out/blekinge-2025-r1"));
	assert_false(export_write(*state, 2025, out_folder, &again, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	assert_null(again.folder);
	assert_file(&done, &full[0]);
	drop(&done);
	/* Nothing temporary is left beside it. */
	assert_int_equal(rmdir(out_folder), 0);
}

static void what_fails_leaves_nothing_behind(void **state)
{
	struct export done;
	struct err e = { "" };

	fill(*state, "PRAGMA foreign_keys = OFF; DROP TABLE followup;");
	assert_false(export_write(*state, 2025, out_folder, &done, &e));
	assert_string_not_equal(e.text, "");
	assert_int_equal(rmdir(out_folder), 0);
}

static void a_national_register_delivers_nothing(void **state)
{
	struct app *a = *state;
	struct export done;
	struct err e = { "" };

	a->national = true;
	assert_false(export_write(a, 2025, out_folder, &done, &e));
	assert_non_null(strstr(e.text, "nationellt register"));
	assert_false(path_exists(out_folder));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(a_year_has_what_belongs_to_it),
		TEST(a_file_without_rows_has_its_head),
		TEST(cells_agree_with_the_rows),
		TEST(a_delivery_is_never_written_over),
		TEST(what_fails_leaves_nothing_behind),
		TEST(a_national_register_delivers_nothing),
	};

	_Static_assert(sizeof(full) / sizeof(full[0]) == EXPORT_FILES, "every file");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
