/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules that are shipped, at work: a sound record of each form has no finding, and
 * each change of it has exactly those that it should. The clock stands at 2025-11-14.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/entry.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "rules_world.h"

#define INTERVENTION "name=Spåret kind=individual orientation=preparatory " \
	"registration=detailed start=2023-01-01 esf=0 "
#define BEFORE "municipality=1080 sex=woman birth_year=1979 education=upper_secondary " \
	"support_duration=up_to_3y support_before=social_assistance " \
	"support_before_extent=100 works=0 studies=0 seeks_work=1 "
#define PARTICIPATION "intervention=@track consent_given_on=2025-01-10 " \
	"start=2025-01-13 " BEFORE
#define AFTER "closure_reason=completed next_step=work support_after=none works=1 " \
	"work_kind=unsubsidised work_extent=100 studies=0 "

static void sound_participation_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "start=2022-12-30", "R-101 R-105 R-104" },
		{ "intervention=@ended", "R-102" },
		{ "intervention=@volume", "!intervention R-108" },
		{ "start=2025-11-15", "start" },
		{ "start=2023-11-13 consent_given_on=2023-11-01", "R-104" },
		{ "consent_given_on=2025-01-14", "R-105" },
		{ "consent_given_on=2023-11-01", "R-106" },
		{ "consent_given_on=2025-11-15", "consent_given_on R-105" },
		{ "consent_given_on=", "!consent_given_on" },
		{ "covers_health_data=0 support_before=sickness_benefit", "R-107" },
		{ "covers_health_data=0", "" },
		{ "birth_year=1879", "birth_year" },
		{ "birth_year=1924", "R-111" },
		{ "birth_year=2012", "R-111" },
		{ "birth_year=2010", "R-112" },
		{ "birth_year=2009", "" },
		{ "birth_year=1959", "" },
		{ "birth_year=1958", "R-112" },
		{ "education=doctoral birth_year=2002", "R-113" },
		{ "support_duration=over_9y birth_year=2001", "R-114" },
		{ "support_duration=not_applicable", "R-115" },
		{ "support_duration=not_applicable support_before=none", "" },
		{ "support_before=none", "R-116" },
		{ "support_before=social_assistance,none", "R-121" },
		{ "support_before=social_assistance,missing", "R-122" },
		{ "support_before=social_assistance,social_assistance", "R-123" },
		{ "support_before=social_assistance,activity_support", "" },
		{ "support_before=social_assistance,student_aid", "R-124" },
		{ "support_before=activity_compensation", "R-125" },
		{ "support_before=activity_compensation birth_year=1996", "" },
		{ "support_before=sickness_compensation birth_year=2007", "R-126" },
		{ "support_before=unemployment_insurance works=1 "
		  "work_kind=subsidised work_extent=100", "R-127" },
		{ "support_before=", "!support_before" },
		{ "support_before=sickness_benefit works=1 work_kind=subsidised "
		  "work_extent=50", "R-131" },
		{ "works=1 work_kind=subsidised work_extent=75 studies=1 "
		  "study_extent=50", "R-132" },
		{ "works=1", "R-133 R-134" },
		{ "studies=1", "R-135" },
		{ "works=1 work_kind=subsidised work_extent=101", "work_extent" },
		{ "seeks_work=", "R-136" },
		{ "works=", "!works" },
		{ "target_groups=young_activity_compensation", "R-141" },
		{ "target_groups=young_disability", "R-142" },
		{ "target_groups=long_term_sick", "" },
		{ "person=@leaver start=2025-02-01", "R-151" },
		{ "person=@leaver start=2025-06-01", "R-151" },
		{ "person=@leaver start=2025-06-02", "R-152" },
		{ "person=@leaver start=2025-07-01", "R-152" },
		{ "person=@leaver start=2025-07-02", "" },
		{ "start=2025-03-03", "R-153" },
		{ "municipality=0180", "R-154" },
	};

	(void)state;
	WALK("participation", NULL, PARTICIPATION, changes);
}

static void what_is_not_known_is_not_asked_for(void **state)
{
	static const struct rules_change changes[] = {
		{ "seeks_work= support_before=missing support_before_extent=", "" },
	};

	(void)state;
	WALK("participation", NULL, PARTICIPATION, changes);
}

static void stored_participation_is_held_to_its_age(void **state)
{
	static const struct rules_change changes[] = {
		{ "start=2023-11-01 consent_given_on=2023-11-01", "R-155" },
		{ "start=2023-11-14 consent_given_on=2023-11-01", "" },
	};

	(void)state;
	WALK("participation", rules_id_of("alone", 5), "", changes);
}

static void stored_participation_is_held_to_its_end(void **state)
{
	static const struct rules_change changes[] = {
		{ "start=2025-06-02", "R-103" },
		{ "start=2025-06-01", "" },
	};

	(void)state;
	WALK("participation", rules_id_of("closed", 6), "", changes);
}

static void sound_closure_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "end=2025-08-31", "R-201" },
		{ "end=2025-11-15", "end" },
		{ "end=2025-09-03", "R-203" },
		{ "closure_reason=registered_in_error", "R-205" },
		{ "closure_reason=deceased support_after= works=", "" },
		{ "closure_reason=consent_withdrawn consent_withdrawn_on=2025-10-31",
		  "R-206" },
		{ "closure_reason=consent_withdrawn consent_withdrawn_on=2025-10-30",
		  "R-206 R-207" },
		{ "closure_reason=consent_withdrawn consent_withdrawn_on=2025-08-01",
		  "consent_withdrawn_on R-206 R-207" },
		{ "closure_reason=consent_withdrawn", "!consent_withdrawn_on R-206" },
		{ "closure_reason=parental_leave support_after=other_public", "R-208" },
		{ "closure_reason=", "!closure_reason" },
		{ "support_after=none,social_assistance", "R-221" },
		{ "support_after=missing,social_assistance", "R-222" },
		{ "support_after=sickness_benefit,sickness_benefit", "R-223" },
		{ "support_after=student_aid", "R-224" },
		{ "support_after=activity_compensation", "R-225" },
		{ "support_after=unemployment_insurance", "R-227" },
		{ "support_after=sickness_benefit support_after_extent=100", "R-231" },
		{ "support_after=", "!support_after" },
		{ "studies=1 study_extent=1", "R-232" },
		{ "work_kind=", "R-233" },
		{ "work_extent=", "R-234" },
		{ "studies=1 works=0", "R-235" },
		{ "works=0", "R-236" },
	};

	(void)state;
	WALK("closure", rules_id_of("open", 4), "end=2025-10-31 " AFTER, changes);
}

static void closing_too_late_overlaps_what_came_after(void **state)
{
	static const struct rules_change changes[] = {
		{ "end=2025-06-01", "" },
		{ "end=2025-09-01", "R-209" },
		{ "end=2025-09-01 closure_reason=registered_in_error", "R-205" },
	};

	(void)state;
	WALK("closure", rules_id_of("closed", 6), "", changes);
}

static void old_and_late_closures_are_unusual(void **state)
{
	static const struct rules_change old[] = {
		{ "end=2021-01-05", "R-204" },
		{ "support_after=sickness_compensation", "R-226" },
	};
	static const struct rules_change late[] = {
		{ "end=2025-01-01", "R-202" },
	};

	(void)state;
	WALK("closure", rules_id_of("pensioner", 9), "end=2021-01-04 " AFTER, old);
	WALK("closure", rules_id_of("late", 4), "end=2024-12-31 " AFTER, late);
}

static void sound_intervention_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "kind=structural orientation=training", "R-301" },
		{ "kind=structural orientation=training registration=volume", "" },
		{ "orientation=training", "!orientation R-302" },
		{ "further_orientations=training", "!further_orientations R-303" },
		{ "further_orientations=preparatory", "R-304" },
		{ "further_orientations=assessment+other", "" },
		{ "name=Banan", "R-305" },
		{ "name=BANAN", "R-306" },
		{ "start=2003-12-31", "R-313" },
		{ "start=1989-12-31", "start R-313" },
		{ "start=2026-11-15", "R-313" },
		{ "end=2022-12-31", "end" },
		{ "end=2033-01-02", "R-314" },
		{ "name=", "!name" },
	};

	(void)state;
	WALK("intervention", NULL, INTERVENTION, changes);
}

static void what_is_registered_on_an_intervention_holds_it(void **state)
{
	static const struct rules_change changes[] = {
		{ "kind=structural orientation=training registration=volume",
		  "R-307 R-308" },
		{ "esf=1", "R-309" },
		{ "name=Nytt", "" },
		{ "start=2025-03-04", "R-310" },
		{ "end=2025-08-31", "R-311 R-312" },
		{ "end=2025-09-01", "R-312" },
		{ "part_of=@track", "R-315" },
		{ "part_of=@part", "R-315" },
		{ "part_of=@ended", "" },
	};

	(void)state;
	WALK("intervention", rules_id_of("track", 5), "", changes);
}

static void sound_year_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "year=2024", "R-401" },
		{ "year=2022", "R-402" },
		{ "year=2003", "year R-402" },
		{ "actual=750001", "R-403" },
		{ "actual=750000", "" },
		{ "esf_budget=1000", "R-404" },
		{ "intervention=@esf esf_budget=1000", "" },
		{ "year=2026 actual=400000", "R-405" },
		{ "budget=500", "R-406" },
		{ "budget=50000001", "R-407" },
		{ "planned=5001", "R-408" },
		{ "planned=-1", "planned" },
		{ "planned= budget=", "R-409" },
		{ "year=2028", "R-410" },
	};

	(void)state;
	WALK("intervention_year", NULL,
	     "intervention=@track year=2025 planned=20 budget=500000", changes);
}

static void sound_volume_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "year=2024", "R-501" },
		{ "year=2022", "R-502" },
		{ "not_stated=1", "R-503" },
		{ "not_stated=1 women= men=", "" },
		{ "women= men=", "R-504" },
		{ "women=0 men=0", "" },
		{ "women=0 men=0 occasions=3", "R-509" },
		{ "intervention=@track", "!intervention R-505" },
		{ "year=2026", "R-506" },
		{ "women=100", "R-507" },
		{ "women=5001", "R-507 R-508" },
	};

	(void)state;
	WALK("volume", NULL, "intervention=@volume year=2025 women=31 men=27", changes);
}

static void sound_anonymous_count_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "year=2024", "R-601" },
		{ "year=2024 sex=man", "" },
		{ "year=2022", "R-602" },
		{ "intervention=@volume", "!intervention R-603" },
		{ "year=2026", "R-604" },
		{ "count=101", "R-605" },
		{ "count=0", "count" },
	};

	(void)state;
	WALK("anonymous_count", NULL, "intervention=@track year=2025 sex=woman count=2",
	     changes);
}

static void sound_membership_and_party_and_their_changes(void **state)
{
	static const struct rules_change memberships[] = {
		{ "municipality=1080", "R-701" },
		{ "end=2019-12-31", "end" },
	};
	static const struct rules_change parties[] = {
		{ "kind=municipality name=Karlskrona", "R-711" },
		{ "kind=social_insurance_agency", "R-712" },
	};

	(void)state;
	WALK("membership", NULL, "municipality=0180 start=2020-01-01", memberships);
	WALK("party", NULL, "kind=region name=Blekinge", parties);
}

static void sound_federation_and_its_changes(void **state)
{
	static const struct rules_change changes[] = {
		{ "organisation_number=2120000143", "R-801" },
		{ "organisation_number=212000-0142", "organisation_number" },
		{ "person_data=identified", "!controller !legal_basis !decision_date" },
		{ "person_data=identified controller=Någon legal_basis=Lag "
		  "decision_date=2025-01-01", "R-802" },
		{ "person_data=identified controller=Karlskrona legal_basis=Lag "
		  "decision_date=2025-01-01", "" },
		{ "person_data=identified controller=Karlskrona legal_basis=Lag "
		  "decision_date=2025-11-15", "decision_date" },
		{ "end=2025-10-31", "R-804" },
		{ "end=2025-10-31 successor=blekinge", "R-805 R-804" },
		{ "start=2002-01-01", "start" },
	};

	(void)state;
	WALK("federation", "blekinge", "organisation_number=2120000142", changes);
}

static void identity_numbers_are_not_forgotten(void **state)
{
	static const struct rules_change changes[] = {
		{ "person_data=none", "R-803" },
	};

	(void)state;
	rules_store("federation", "blekinge",
	      "person_data=identified controller=Karlskrona legal_basis=Lag "
	      "decision_date=2025-01-01", "federation");
	WALK("federation", "blekinge", "", changes);
}

static void a_birth_year_is_held_to_all_participations(void **state)
{
	static const struct rules_change changes[] = {
		{ "birth_year=1985", "" },
		{ "birth_year=2015", "R-901" },
	};

	(void)state;
	WALK("person", rules_id_of("person", 6), "", changes);
}

static void know_person_of(const char *participation, const char *name)
{
	struct entry *entry = rules_begin("participation", rules_id_of(participation,
							   strlen(participation)), "");
	int at = form_find_field(entry_form(entry), "person");

	rules_world.known[rules_world.count].name = name;
	rules_world.known[rules_world.count++].id =
		mem_text(record_get(entry_record(entry), (size_t)at, 0));
	assert_true(entry_close(entry, NULL));
}

static int setup(void **state)
{
	(void)state;
	if (!rules_open())
		return -1;
	rules_store("party", NULL, "kind=municipality name=Karlskrona", "municipality");
	rules_store("party", NULL, "kind=social_insurance_agency name=FK", "agency");
	rules_store("intervention", NULL, INTERVENTION "name=Banan", "track");
	rules_store("intervention", NULL, INTERVENTION "name=Del part_of=@track", "part");
	rules_store("intervention", NULL, INTERVENTION "name=Slut end=2024-12-31",
		    "ended");
	rules_store("intervention", NULL, INTERVENTION "name=Pengar esf=1", "esf");
	rules_store("intervention", NULL, INTERVENTION "name=Möten registration=volume",
	      "volume");
	rules_store("intervention", NULL, INTERVENTION "name=Gammal start=2015-01-01",
		    "old");
	rules_store("intervention_year", NULL, "intervention=@track year=2024 planned=2",
	      "y");
	rules_store("intervention_year", NULL,
	      "intervention=@volume year=2025 planned=40",
	      "planned");
	rules_store("volume", NULL, "intervention=@volume year=2024 women=3", "v");
	rules_store("anonymous_count", NULL,
	      "intervention=@track year=2024 sex=woman count=1",
	      "a");
	rules_store("participation", NULL,
	      "intervention=@track consent_given_on=2025-03-01 "
	      "start=2025-03-03 " BEFORE, "closed");
	rules_store("closure", rules_id_of("closed", 6), "end=2025-06-01 " AFTER,
	      "closure");
	know_person_of("closed", "person");
	rules_store("participation", NULL, "intervention=@track person=@person "
	      "consent_given_on=2025-09-01 start=2025-09-01 municipality=1080 "
	      "education=unknown support_duration=not_applicable support_before=none "
	      "works=0 studies=0 seeks_work=1", "open");
	rules_store("participation", NULL,
	      "intervention=@track consent_given_on=2025-02-01 "
	      "start=2025-02-03 " BEFORE, "alone");
	rules_store("participation", NULL,
	      "intervention=@track consent_given_on=2025-03-01 "
	      "start=2025-03-10 " BEFORE, "left");
	rules_store("closure", rules_id_of("left", 4), "end=2025-06-01 " AFTER,
	      "left_closure");
	know_person_of("left", "leaver");
	rules_store("participation", NULL,
	      PARTICIPATION "intervention=@old start=2016-01-04 "
	      "consent_given_on=2016-01-04 birth_year=1950", "pensioner");
	rules_store("participation", NULL, PARTICIPATION "intervention=@ended "
	      "start=2024-11-01 consent_given_on=2024-11-01", "late");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	rules_close();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_participation_and_its_changes),
		cmocka_unit_test(what_is_not_known_is_not_asked_for),
		cmocka_unit_test(stored_participation_is_held_to_its_age),
		cmocka_unit_test(stored_participation_is_held_to_its_end),
		cmocka_unit_test(sound_closure_and_its_changes),
		cmocka_unit_test(old_and_late_closures_are_unusual),
		cmocka_unit_test(closing_too_late_overlaps_what_came_after),
		cmocka_unit_test(sound_intervention_and_its_changes),
		cmocka_unit_test(what_is_registered_on_an_intervention_holds_it),
		cmocka_unit_test(sound_year_and_its_changes),
		cmocka_unit_test(sound_volume_and_its_changes),
		cmocka_unit_test(sound_anonymous_count_and_its_changes),
		cmocka_unit_test(sound_membership_and_party_and_their_changes),
		cmocka_unit_test(sound_federation_and_its_changes),
		cmocka_unit_test(identity_numbers_are_not_forgotten),
		cmocka_unit_test(a_birth_year_is_held_to_all_participations),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
