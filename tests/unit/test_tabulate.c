/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts built by hand, counted by the product's own declarations. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/figures.h"
#include "model/report.h"
#include "model/tabulate.h"
#include "tables.h"

static void set_sex(struct fact *f, const char *sex)
{
	f->code[FACT_SEX] = (signed char)tables_code(FACT_SEX, sex);
}

static void a_year_without_facts_has_zeros_and_no_shares(void **state)
{
	struct figures *f = tables_end(tables_begin(2));

	(void)state;
	assert_value(f, "sex_age", "total", "women", "0");
	assert_value(f, "sex_age", "total", "women_pct", "");
	assert_value(f, "extent", "after", "total_pct", "");
	assert_value(f, "participants_by_registration", "volume", "total", "0");
	assert_value(f, "support_before", "missing", "women", "");
	figures_free(f);
}

static void participations_belong_to_the_years_they_touch(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *now, *before;

	(void)state;
	tables_add(t, "2020-12-31", "2021-01-01");   /* over New Year: both years */
	tables_add(t, "2021-12-31", NULL);
	tables_add(t, "2022-01-01", NULL);
	tables_add(t, "2019-03-01", "2020-12-31");
	tables_add(t, "2021-05-10", "2021-05-10");   /* ended the day it started */
	now = tabulation_take(t, 0);
	before = tabulation_take(t, 1);
	tabulation_free(t);
	assert_value(now, "sex_age", "total", "women", "3");
	assert_value(before, "sex_age", "total", "women", "2");
	assert_value(now, "participants_by_registration", "started_in_year", "total",
		     "2");
	assert_value(now, "participants_by_registration", "started_in_year", "total_pct",
		     "");
	assert_value(now, "time_in_intervention", "1_6", "women", "2");
	assert_value(before, "time_in_intervention", "19_24", "women", "1");
	assert_value(now, "participants_over_time", "2021", "total", "3");
	assert_value(now, "participants_over_time", "2020", "total", "2");
	assert_value(now, "participants_over_time", "2019", "total", "1");
	assert_value(now, "participants_over_time", "2017", "total", "0");
	assert_value(now, "participants_over_time", "2016", "total", "");
	figures_free(now);
	figures_free(before);
}

static void registered_in_error_counts_nowhere(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", "2021-02-01");
	p.code[FACT_CLOSURE_REASON] =
		(signed char)tables_code(FACT_CLOSURE_REASON,
					 "registered_in_error");
	tabulation_add(t, &p);
	f = tables_end(t);
	for (size_t i = 0; i < f->count; i++) {
		const struct figure_table *table = &f->tables[i];

		for (size_t j = 0; j < table->rows.count * table->columns.count; j++)
			assert_int_equal(table->items[j].n, 0);
	}
	figures_free(f);
}

static void age_classes_and_groups(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-06-01", "2021-08-01");
	p.birth_year = 1991;                          /* 30 on the start date */
	p.phases[FACT_AFTER].works = true;
	tabulation_add(t, &p);
	p.birth_year = 1992;
	set_sex(&p, "man");
	p.phases[FACT_AFTER].works = false;
	tables_support(&p, FACT_BEFORE, "activity_compensation");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "sex_age", "30_44", "women", "1");
	assert_value(f, "sex_age", "u30", "men", "1");
	assert_value(f, "sex_age", "u30", "total_pct", "50");
	assert_value(f, "work_or_studies", "after", "total_pct", "50");
	assert_value(f, "work_or_studies", "after_30_plus", "total_pct", "100");
	assert_value(f, "work_or_studies", "after_30_plus", "men_pct", "");
	assert_value(f, "work_or_studies", "after_u30", "total_pct", "0");
	assert_value(f, "work_or_studies", "after_young_activity_compensation", "men",
		     "0");
	assert_value(f, "work_or_studies", "after_young_activity_compensation",
		     "women_pct", "");
	assert_value(f, "work_or_studies", "before", "total", "0");
	figures_free(f);
}

/* 1 of 8 is 12.5 and becomes 13; 3 of 8 is 37.5 and becomes 38; 4 of 8 is 50. */
static void shares_are_rounded_half_up_each_by_itself(void **state)
{
	static const char *const education[] = {
		"compulsory", "doctoral", "doctoral", "doctoral",
		"unknown", "unknown", "unknown", "unknown",
	};
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", NULL);
	for (size_t i = 0; i < 8; i++) {
		p.code[FACT_EDUCATION] =
			(signed char)tables_code(FACT_EDUCATION, education[i]);
		tabulation_add(t, &p);
	}
	f = tables_end(t);
	assert_value(f, "education", "compulsory", "women_pct", "13");
	assert_value(f, "education", "doctoral", "women_pct", "38");
	assert_value(f, "education", "unknown", "women_pct", "50");
	assert_value(f, "education", "total", "women_pct", "100");
	assert_value(f, "education", "total", "men", "0");
	assert_value(f, "education", "total", "men_pct", "");
	figures_free(f);
}

static void support_is_counted_by_mentions(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", "2021-12-31");
	tables_support(&p, FACT_BEFORE, "social_assistance");
	tables_support(&p, FACT_BEFORE, "student_aid");
	tables_support(&p, FACT_AFTER, "none");
	tabulation_add(t, &p);
	tables_participation(&p, "2021-01-01", "2021-12-31");
	tables_support(&p, FACT_AFTER, "sickness_benefit");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "support_before", "total", "women", "4");
	assert_value(f, "support_before", "sickness_benefit", "women_pct", "50");
	assert_value(f, "support_before", "social_assistance", "women_pct", "25");
	assert_value(f, "support_before", "missing", "women", "");
	assert_value(f, "support_change", "sickness_benefit_before", "women", "2");
	assert_value(f, "support_change", "sickness_benefit_before", "women_pct", "50");
	assert_value(f, "support_change", "sickness_benefit_after", "women_pct", "50");
	assert_value(f, "support_change", "none_after", "total_pct", "50");
	assert_value(f, "no_public_support", "before", "total_pct", "0");
	assert_value(f, "no_public_support", "after", "women_pct", "50");
	assert_value(f, "support_transitions", "social_assistance_none", "women", "1");
	assert_value(f, "support_transitions", "sickness_benefit_none", "women", "1");
	assert_value(f, "support_transitions", "none_none", "women", "");
	figures_free(f);
}

static void missing_support_is_a_row_only_when_it_occurs(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", NULL);
	p.phases[FACT_BEFORE].support = 0;
	tables_support(&p, FACT_BEFORE, "missing");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "support_before", "missing", "women", "1");
	assert_string_equal(figures_find(f, "support_before")->rows.items[0].key,
			    "missing");
	figures_free(f);
}

static void who_works_and_studies_counts_once_and_seeks_no_work(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;
	struct fact_phase *after = &p.phases[FACT_AFTER];

	(void)state;
	tables_participation(&p, "2021-01-01", "2021-12-31");
	after->stated = after->works = after->studies = after->seeks_work = true;
	after->work_kind = tables_code(FACT_WORK_KIND, "subsidised");
	after->work_extent = 75;
	after->study_extent = 50;
	tabulation_add(t, &p);
	after->works = after->studies = false;
	tabulation_add(t, &p);
	after->seeks_work = false;
	after->studies = true;
	after->study_extent = 25;
	tabulation_add(t, &p);
	after->study_extent = 0;                      /* extent not stated */
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "work_or_studies", "after", "women", "3");
	assert_value(f, "work_or_studies", "after", "women_pct", "75");
	assert_value(f, "job_seekers", "after", "women", "1");
	assert_value(f, "job_seekers", "after", "women_pct", "25");
	assert_value(f, "occupation", "subsidised_after", "women", "1");
	assert_value(f, "occupation", "studies_after", "women", "3");
	assert_value(f, "occupation", "studies_before", "women", "0");
	assert_value(f, "extent", "after", "women_pct", "63");       /* (100 + 25) / 2 */
	assert_value(f, "work_or_studies_over_time", "2021", "women_pct", "75");
	assert_value(f, "work_or_studies_over_time", "2021", "men_pct", "");
	assert_value(f, "job_seekers_over_time", "2021", "total_pct", "25");
	figures_free(f);
}

static void closure_reasons_are_shares_of_all_ended(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_add(t, "2021-01-01", "2021-02-01");
	tables_add(t, "2021-01-01", "2021-02-01");
	tables_participation(&p, "2021-01-01", "2021-02-01");
	p.code[FACT_CLOSURE_REASON] =
		(signed char)tables_code(FACT_CLOSURE_REASON,
					 "continued_rehabilitation");
	tables_support(&p, FACT_BEFORE, "activity_compensation");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "closure_reason", "continued_rehabilitation", "women_pct", "33");
	assert_value(f, "closure_reason", "completed", "women_pct", "67");
	assert_value(f, "closure_reason",
		     "continued_rehabilitation_young_activity_compensation", "women_pct",
		     "100");
	assert_value(f, "closure_reason", "registered_in_error", "women", "");
	assert_null(figure_find(figures_find(f, "closure_reason"), "registered_in_error",
				"women"));
	figures_free(f);
}

static void add_intervention(struct tabulation *t, const char *kind,
			     const char *orientation, struct period p)
{
	struct fact f;

	fact_clear(&f, FACT_INTERVENTION);
	f.period = p;
	f.key[FACT_FEDERATION] = 0;
	f.code[FACT_KIND] = (signed char)tables_code(FACT_KIND, kind);
	f.code[FACT_ORIENTATION] =
		(signed char)tables_code(FACT_ORIENTATION, orientation);
	f.target_groups = 3;
	tabulation_add(t, &f);
}

static void interventions_count_when_they_run_in_the_year(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	add_intervention(t, "individual", "preparatory",
			 (struct period){ tables_day("2019-01-01"), PERIOD_OPEN });
	add_intervention(t, "structural", "training",
			 (struct period){ tables_day("2021-12-31"), PERIOD_OPEN });
	add_intervention(t, "structural", "training",
			 (struct period){ tables_day("2021-01-01"), PERIOD_OPEN });
	add_intervention(t, "structural", "other",
			 (struct period){ tables_day("2022-01-01"), PERIOD_OPEN });
	add_intervention(t, "individual", "other",
			 (struct period){ tables_day("2019-01-01"),
					  tables_day("2020-12-31") });
	f = tables_end(t);
	assert_value(f, "interventions_by_kind", "total", "total", "3");
	assert_value(f, "interventions_by_kind", "structural", "total_pct", "67");
	assert_value(f, "structural_by_orientation", "training", "total_pct", "100");
	assert_value(f, "individual_by_orientation", "other", "total", "0");
	assert_value(f, "interventions_over_time", "2020", "total", "2");
	assert_value(f, "interventions_over_time", "2020", "individual_pct", "100");
	assert_value(f, "interventions_over_time", "2021", "individual_pct", "33");
	assert_value(f, "interventions_over_time", "2018", "total", "0");
	assert_value(f, "interventions_over_time", "2018", "individual_pct", "");
	assert_value(f, "priority_interventions", "2021", "long_term_sick", "3");
	assert_value(f, "priority_federations", "long_term_sick", "total", "1");
	figures_free(f);
}

static void add_amount(struct tabulation *t, enum fact_record record,
		       enum fact_amount what, long long amount)
{
	struct fact f;
	bool structural = record != FACT_ANONYMOUS_COUNT;

	fact_clear(&f, record);
	f.year = 2021;
	f.code[FACT_KIND] = (signed char)tables_code(
		FACT_KIND, structural ? "structural" : "individual");
	f.code[FACT_FUNDING_KIND] =
		(signed char)tables_code(FACT_FUNDING_KIND, "allocated");
	f.amounts[what] = amount;
	tabulation_add(t, &f);
}

static void not_stated_is_not_zero(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	add_amount(t, FACT_VOLUME, FACT_WOMEN, FACT_NOT_STATED);
	f = tables_end(t);
	assert_value(f, "structural_participants", "actual", "total", "");
	assert_value(f, "structural_participants", "planned", "total", "0");
	figures_free(f);

	t = tables_begin(2);
	add_amount(t, FACT_VOLUME, FACT_WOMEN, FACT_NOT_STATED);
	add_amount(t, FACT_VOLUME, FACT_WOMEN, 7);
	add_amount(t, FACT_VOLUME, FACT_UNSPECIFIED, 4);
	f = tables_end(t);
	assert_value(f, "structural_participants", "actual", "total", "11");
	figures_free(f);

	t = tables_begin(2);
	add_amount(t, FACT_VOLUME, FACT_WOMEN, 0);
	f = tables_end(t);
	assert_value(f, "structural_participants", "actual", "total", "0");
	figures_free(f);
}

static void parts_of_a_table_add_up(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	tables_add(t, "2021-01-01", NULL);
	tables_add(t, "2020-01-01", NULL);
	add_amount(t, FACT_ANONYMOUS_COUNT, FACT_HEADS, 6);
	add_amount(t, FACT_VOLUME, FACT_WOMEN, 50);      /* structural: not here */
	f = tables_end(t);
	assert_value(f, "participants_by_registration", "personal", "total", "2");
	assert_value(f, "participants_by_registration", "personal", "total_pct", "25");
	assert_value(f, "participants_by_registration", "anonymous", "total_pct", "75");
	assert_value(f, "participants_by_registration", "total", "total", "8");
	assert_value(f, "participants_by_registration", "started_in_year", "total", "7");
	assert_value(f, "participants_over_time", "2020", "total", "1");
	assert_int_equal(axis_find(&figures_find(f, "participants_by_registration")->rows,
				   "total"), 3);
	figures_free(f);
}

static void money_is_summed(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	add_amount(t, FACT_FUNDING, FACT_SEK, 1000000);
	add_amount(t, FACT_INTERVENTION_YEAR, FACT_ACTUAL, 600000);
	add_amount(t, FACT_INTERVENTION_YEAR, FACT_BUDGET, 1);
	add_amount(t, FACT_ADMIN_COST, FACT_ACTUAL, 150000);
	add_amount(t, FACT_FEDERATION_YEAR, FACT_RESULT, -1249999);
	add_amount(t, FACT_FEDERATION_YEAR, FACT_CLOSING_EQUITY, 29000000);
	f = tables_end(t);
	assert_value(f, "allocation", "allocated", "sek", "1000000");
	assert_value(f, "allocation", "used", "sek", "750000");
	assert_value(f, "allocation", "unused", "sek", "250000");
	assert_value(f, "equity", "2021", "result", "-1.2");
	assert_value(f, "equity", "2021", "closing_equity", "29");
	assert_value(f, "cost_split", "structural", "actual_pct", "100");
	assert_value(f, "cost_split", "individual", "budget_pct", "0");
	figures_free(f);
}

static void money_nobody_stated_is_not_zero(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;

	(void)state;
	add_amount(t, FACT_FUNDING, FACT_SEK, 1000000);
	add_amount(t, FACT_FEDERATION_YEAR, FACT_RESULT, 0);
	f = tables_end(t);
	assert_value(f, "equity", "2021", "result", "0");
	assert_value(f, "equity", "2021", "closing_equity", "");
	assert_value(f, "equity", "2020", "result", "");
	assert_value(f, "equity", "2020", "closing_equity", "");
	assert_value(f, "allocation", "allocated", "sek", "1000000");
	assert_value(f, "allocation", "used", "sek", "");
	assert_value(f, "esf", "budgeted", "sek", "");
	assert_value(f, "participants_by_registration", "anonymous", "total", "0");
	figures_free(f);
}

static void a_person_counts_once_and_memberships_on_the_last_day(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2021-01-01", NULL);
	p.key[FACT_PERSON] = 70;
	tabulation_add(t, &p);
	tabulation_add(t, &p);
	p.key[FACT_PERSON] = 3;
	tabulation_add(t, &p);
	fact_clear(&p, FACT_MEMBERSHIP);
	p.key[FACT_FEDERATION] = 0;
	for (int i = 0; i < 3; i++) {
		p.key[FACT_MUNICIPALITY] = i;
		tabulation_add(t, &p);
	}
	p.period.end = tables_day("2021-12-30");
	p.key[FACT_MUNICIPALITY] = 3;
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "persons", "participations", "women", "3");
	assert_value(f, "persons", "persons", "women", "2");
	assert_value(f, "federations_over_time", "2021", "federations", "1");
	assert_value(f, "federations_over_time", "2021", "municipalities", "3");
	assert_value(f, "federations_over_time", "2020", "municipalities", "4");
	figures_free(f);
}

static void late_and_partial_and_not_stated(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;
	int source = tables_code(FACT_SUPPORT, "sickness_benefit");

	(void)state;
	tables_participation(&p, "2021-01-01", "2021-06-30");
	p.registered = tables_day("2021-01-09");
	p.phases[FACT_BEFORE].extent[source] = 100;
	p.phases[FACT_AFTER].extent[source] = 50;
	tables_support(&p, FACT_AFTER, "sickness_benefit");
	tabulation_add(t, &p);
	p.registered = tables_day("2021-01-08");
	p.phases[FACT_AFTER].extent[source] = 100;
	p.code[FACT_REFERRER] = (signed char)tables_code(FACT_REFERRER, "self");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "late_registration", "1_week", "women", "1");
	assert_value(f, "late_registration", "1_month", "women_pct", "50");
	assert_value(f, "registration_days", "total", "women", "7.5");
	assert_value(f, "support_reduced", "sickness_benefit", "women", "1");
	assert_value(f, "referrers", "self", "women_pct", "50");
	assert_value(f, "referrers", "not_stated", "women", "1");
	assert_value(f, "referrers", "total", "women", "2");
	assert_value(f, "next_step", "not_stated", "women_pct", "100");
	figures_free(f);
}

static void priority_tables_divide_by_their_row(void **state)
{
	struct tabulation *t = tables_begin(2);
	struct figures *f;
	struct fact p;

	(void)state;
	tables_participation(&p, "2016-05-01", NULL);
	tabulation_add(t, &p);
	tabulation_add(t, &p);
	set_sex(&p, "man");
	tabulation_add(t, &p);
	f = tables_end(t);
	assert_value(f, "priority_ongoing_sickness_benefit", "2016", "women", "2");
	assert_value(f, "priority_ongoing_sickness_benefit", "2021", "women_pct", "67");
	assert_value(f, "priority_ongoing_sickness_benefit", "2021", "men_pct", "33");
	assert_value(f, "priority_ongoing_sickness_benefit", "2021", "total", "3");
	assert_value(f, "priority_ongoing_sickness_benefit", "2021", "total_pct", "");
	assert_value(f, "priority_new_sickness_benefit", "2016", "men", "1");
	assert_value(f, "priority_new_sickness_benefit", "2017", "men", "0");
	assert_value(f, "priority_ongoing_activity_compensation", "2021", "total", "0");
	figures_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_without_facts_has_zeros_and_no_shares),
		cmocka_unit_test(participations_belong_to_the_years_they_touch),
		cmocka_unit_test(registered_in_error_counts_nowhere),
		cmocka_unit_test(age_classes_and_groups),
		cmocka_unit_test(shares_are_rounded_half_up_each_by_itself),
		cmocka_unit_test(support_is_counted_by_mentions),
		cmocka_unit_test(missing_support_is_a_row_only_when_it_occurs),
		cmocka_unit_test(who_works_and_studies_counts_once_and_seeks_no_work),
		cmocka_unit_test(closure_reasons_are_shares_of_all_ended),
		cmocka_unit_test(interventions_count_when_they_run_in_the_year),
		cmocka_unit_test(not_stated_is_not_zero),
		cmocka_unit_test(parts_of_a_table_add_up),
		cmocka_unit_test(money_is_summed),
		cmocka_unit_test(money_nobody_stated_is_not_zero),
		cmocka_unit_test(a_person_counts_once_and_memberships_on_the_last_day),
		cmocka_unit_test(late_and_partial_and_not_stated),
		cmocka_unit_test(priority_tables_divide_by_their_row),
	};

	return cmocka_run_group_tests(tests, tables_setup, tables_teardown);
}
