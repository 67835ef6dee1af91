/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that hold numbers and no people; see counted.h. */
#include "app/counted.h"

#include "app/ask.h"
#include "base/lang.h"

static const struct {
	struct counted_kind kind;
	enum sql_id sql;
} kinds[] = {
	{ { "intervention_year", "", false,
	    { { "planned", N_("planerat") }, { "budget", N_("budget") },
	      { "actual", N_("utfall") }, { "esf_budget", N_("ESF-budget") },
	      { "esf_actual", N_("ESF-utfall") } } },
	  SQL_COUNTED_INTERVENTION_YEARS },
	{ { "volume", "", false,
	    { { "women", N_("kvinnor") }, { "men", N_("män") },
	      { "unspecified", N_("ej uppdelat") }, { "occasions", N_("tillfällen") } } },
	  SQL_COUNTED_VOLUMES },
	{ { "anonymous_count", "sex", false, { { "count", N_("antal") } } },
	  SQL_COUNTED_ANONYMOUS },
	{ { "funding", "funding", true, { { "amount", N_("belopp") } } },
	  SQL_COUNTED_FUNDING },
	{ { "admin_cost", "admin_cost", true,
	    { { "budget", N_("budget") }, { "actual", N_("utfall") } } },
	  SQL_COUNTED_ADMIN_COSTS },
	{ { "federation_year", "", true,
	    { { "result", N_("resultat") },
	      { "closing_equity", N_("utgående eget kapital") } } },
	  SQL_COUNTED_RESULTS },
	{ { "membership", "", false,
	    { { "start", N_("från") }, { "end", N_("till") } } },
	  SQL_COUNTED_MEMBERSHIPS },
};

size_t counted_kind_count(void)
{
	return sizeof(kinds) / sizeof(kinds[0]);
}

const struct counted_kind *counted_kind_at(size_t i)
{
	return &kinds[i].kind;
}

struct grid *counted_list(struct app *a, size_t kind, struct err *e)
{
	return ask_grid(a, kinds[kind].sql, NULL, 0, e);
}
