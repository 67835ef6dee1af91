/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The shipped rules on the money of a federation, at work: a sound record of each form
 * has no finding, and each change of it has exactly those that it should.
 */

#include "rules_world.h"

static void sound_money_and_its_changes(void **state)
{
	static const struct rules_change fundings[] = {
		{ "party=@other", "R-721" },
		{ "kind=esf", "R-722" },
		{ "party=@esf_party", "R-721 R-722" },
		{ "party=@esf_party kind=esf", "" },
		{ "amount=999", "R-723" },
		{ "amount=1000", "" },
		{ "year=2024", "R-724" },
		{ "year=2024 kind=carried_equity", "" },
		{ "party=@region year=2024 amount=100000", "" },
		{ "party=@region year=2024 amount=150000", "R-725" },
		{ "party=@region year=2024 amount=150000 kind=other", "" },
		{ "year=2027", "" },
		{ "year=2028", "R-726" },
		{ "amount=-1", "amount" },
	};
	static const struct rules_change costs[] = {
		{ "year=2024", "R-731" },
		{ "year=2024 kind=staff", "" },
		{ "year=2026", "R-732" },
		{ "year=2026 actual=", "" },
		{ "actual=999", "R-733" },
		{ "actual=150001", "R-734" },
		{ "actual=150000", "" },
		{ "budget= actual=", "R-735" },
		{ "actual=-1", "actual" },
	};
	static const struct rules_change results[] = {
		{ "year=2024", "R-741" },
		{ "closing_equity=450001", "R-742" },
		{ "closing_equity=", "" },
		{ "year=2026", "R-743" },
		{ "result= closing_equity=", "R-744" },
		{ "result=-1000000001", "result R-742" },
	};

	(void)state;
	WALK("funding", NULL, "party=@municipality kind=allocated year=2025 "
	     "amount=100000", fundings);
	WALK("admin_cost", NULL, "kind=overhead year=2025 budget=100000 actual=90000",
	     costs);
	WALK("federation_year", NULL, "year=2025 result=-50000 closing_equity=450000",
	     results);
}

static int setup(void **state)
{
	(void)state;
	if (!rules_open())
		return -1;
	rules_store("party", NULL, "kind=municipality name=Karlskrona", "municipality");
	rules_store("party", NULL, "kind=social_insurance_agency name=FK", "agency");
	rules_store("party", NULL, "kind=region name=Regionen", "region");
	rules_store("party", NULL, "kind=esf name=ESF", "esf_party");
	rules_store("party", NULL, "kind=other name=Stiftelsen", "other");
	rules_store("funding", NULL,
		    "party=@agency kind=allocated year=2024 amount=200000", "state");
	rules_store("funding", NULL, "party=@municipality kind=allocated year=2024 "
	      "amount=100000", "local");
	rules_store("admin_cost", NULL, "kind=overhead year=2024 budget=100000",
		    "office");
	rules_store("federation_year", NULL, "year=2024 result=0 closing_equity=500000",
	      "result");
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
		cmocka_unit_test(sound_money_and_its_changes),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
