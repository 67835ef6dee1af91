/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a delivery; see package.h. */
#include "model/package.h"

#include <assert.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"

#define REQUIRED .required = true
#define FROM(number) .has_least = true, .least = (number)
#define WITHIN(from, to) FROM(from), .has_most = true, .most = (to)
#define CODE(list) .type = PACKAGE_CODE, .codes = (list)
#define CODES(list) .type = PACKAGE_CODES, .codes = (list)
#define PERCENT .type = PACKAGE_INTEGER, WITHIN(1, 100)
#define KRONOR .type = PACKAGE_INTEGER
#define MUNICIPALITY .type = PACKAGE_TEXT, .pattern = "[0-9]{4}"

static const struct package_column federation[] = {
	{ "federation", .type = PACKAGE_TEXT, REQUIRED, .pattern = "[a-z0-9-]+" },
	{ "name", .type = PACKAGE_TEXT, REQUIRED },
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "revision", .type = PACKAGE_INTEGER, REQUIRED, FROM(1) },
	{ "level", .type = PACKAGE_TEXT, REQUIRED, .pattern = "detailed|aggregate" },
	{ "forms_version", .type = PACKAGE_TEXT, REQUIRED },
	{ "rules_version", .type = PACKAGE_TEXT, REQUIRED },
	{ "created", .type = PACKAGE_TIME, REQUIRED },
};

static const struct package_column memberships[] = {
	{ "municipality", MUNICIPALITY, REQUIRED },
	{ "from", .type = PACKAGE_DATE },
	{ "to", .type = PACKAGE_DATE },
};

static const struct package_column interventions[] = {
	{ "intervention", .type = PACKAGE_ID, REQUIRED },
	{ "name", .type = PACKAGE_TEXT, REQUIRED },
	{ "kind", CODE("kind"), REQUIRED },
	{ "orientation", CODE("orientation"), REQUIRED },
	{ "further_orientations", CODES("orientation") },
	{ "registration", CODE("registration"), REQUIRED },
	{ "start", .type = PACKAGE_DATE, REQUIRED },
	{ "end", .type = PACKAGE_DATE },
	{ "esf", .type = PACKAGE_YES_NO, REQUIRED },
	{ "target_groups", CODES("target_group") },
	{ "part_of", .type = PACKAGE_ID },
};

static const struct package_column intervention_years[] = {
	{ "intervention", .type = PACKAGE_ID, REQUIRED },
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "planned", .type = PACKAGE_INTEGER, FROM(0) },
	{ "women", .type = PACKAGE_INTEGER, FROM(0) },
	{ "men", .type = PACKAGE_INTEGER, FROM(0) },
	{ "unspecified", .type = PACKAGE_INTEGER, FROM(0) },
	{ "occasions", .type = PACKAGE_INTEGER, FROM(0) },
	{ "not_stated", .type = PACKAGE_YES_NO },
	{ "budget", KRONOR, FROM(0) },
	{ "actual", KRONOR, FROM(0) },
	{ "esf_budget", KRONOR, FROM(0) },
	{ "esf_actual", KRONOR, FROM(0) },
};

static const struct package_column anonymous[] = {
	{ "intervention", .type = PACKAGE_ID, REQUIRED },
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "sex", CODE("sex"), REQUIRED },
	{ "count", .type = PACKAGE_INTEGER, REQUIRED, FROM(1) },
};

static const struct package_column funding[] = {
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "party", CODE("party"), REQUIRED },
	{ "party_name", .type = PACKAGE_TEXT, REQUIRED },
	{ "kind", CODE("funding"), REQUIRED },
	{ "amount", KRONOR, REQUIRED, FROM(0) },
	{ "text", .type = PACKAGE_TEXT },
};

static const struct package_column admin_costs[] = {
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "kind", CODE("admin_cost"), REQUIRED },
	{ "budget", KRONOR, FROM(0) },
	{ "actual", KRONOR, FROM(0) },
};

static const struct package_column federation_year[] = {
	{ "year", .type = PACKAGE_YEAR, REQUIRED },
	{ "result", KRONOR },
	{ "closing_equity", KRONOR },
};

static const struct package_column cells[] = {
	{ "table", .type = PACKAGE_TEXT, REQUIRED, .pattern = "[a-z0-9_]+" },
	{ "row", .type = PACKAGE_TEXT, REQUIRED },
	{ "column", .type = PACKAGE_TEXT, REQUIRED },
	{ "n", .type = PACKAGE_INTEGER, REQUIRED },
	{ "d", .type = PACKAGE_INTEGER, FROM(0) },
};

static const struct package_column participations[] = {
	{ "participation", .type = PACKAGE_ID, REQUIRED },
	{ "intervention", .type = PACKAGE_ID, REQUIRED },
	{ "person", .type = PACKAGE_INTEGER, REQUIRED, FROM(1) },
	{ "sex", CODE("sex"), REQUIRED },
	{ "birth_year", .type = PACKAGE_YEAR, REQUIRED },
	{ "municipality", MUNICIPALITY },
	{ "start", .type = PACKAGE_DATE, REQUIRED },
	{ "end", .type = PACKAGE_DATE },
	{ "education", CODE("education"), REQUIRED },
	{ "support_duration", CODE("support_duration"), REQUIRED },
	{ "referrer", CODE("referrer") },
	{ "target_groups", CODES("target_group") },
	{ "closure_reason", CODE("closure_reason") },
	{ "next_step", CODE("next_step") },
};

static const struct package_column support[] = {
	{ "participation", .type = PACKAGE_ID, REQUIRED },
	{ "phase", CODE("phase"), REQUIRED },
	{ "source", CODE("support"), REQUIRED },
	{ "extent", CODE("extent") },
};

static const struct package_column occupation[] = {
	{ "participation", .type = PACKAGE_ID, REQUIRED },
	{ "phase", CODE("phase"), REQUIRED },
	{ "works", .type = PACKAGE_YES_NO, REQUIRED },
	{ "work_kind", CODE("work_kind") },
	{ "work_extent", PERCENT },
	{ "studies", .type = PACKAGE_YES_NO, REQUIRED },
	{ "study_extent", PERCENT },
	{ "seeks_work", .type = PACKAGE_YES_NO },
};

static const struct package_column followups[] = {
	{ "participation", .type = PACKAGE_ID, REQUIRED },
	{ "months", .type = PACKAGE_INTEGER, REQUIRED, WITHIN(6, 12) },
	{ "planned", .type = PACKAGE_DATE },
	{ "done", .type = PACKAGE_DATE },
};

static const struct package_column remarks[] = {
	{ "rule", .type = PACKAGE_TEXT, REQUIRED },
	{ "file", .type = PACKAGE_TEXT, REQUIRED },
	{ "id", .type = PACKAGE_TEXT, REQUIRED },
	{ "field", .type = PACKAGE_TEXT },
	{ "reason", .type = PACKAGE_TEXT },
};

#define COLUMNS(columns) columns, sizeof(columns) / sizeof((columns)[0])
#define IN_INTERVENTIONS { "intervention", "interventions" }
#define IN_PARTICIPATIONS { "participation", "participations" }
#define NOWHERE { NULL, NULL }

static const struct package_file files[PACKAGE_FILES] = {
	[PACKAGE_FEDERATION] = { "federation", N_("Leveransen"), false, "federation",
		NOWHERE, COLUMNS(federation) },
	[PACKAGE_MEMBERSHIPS] = { "memberships", N_("Förbundets kommuner"), false, "",
		NOWHERE, COLUMNS(memberships) },
	[PACKAGE_INTERVENTIONS] = { "interventions", N_("Insatser"), false,
		"intervention", { "part_of", "interventions" }, COLUMNS(interventions) },
	[PACKAGE_INTERVENTION_YEARS] = { "intervention_years", N_("Insatsernas år"),
		false, "intervention year", IN_INTERVENTIONS,
		COLUMNS(intervention_years) },
	[PACKAGE_ANONYMOUS] = { "anonymous", N_("Anonyma antal"), false,
		"intervention year sex", IN_INTERVENTIONS, COLUMNS(anonymous) },
	[PACKAGE_FUNDING] = { "funding", N_("Finansiering"), false, "",
		NOWHERE, COLUMNS(funding) },
	[PACKAGE_ADMIN_COSTS] = { "admin_costs", N_("Administration"), false, "year kind",
		NOWHERE, COLUMNS(admin_costs) },
	[PACKAGE_FEDERATION_YEAR] = { "federation_year", N_("Årets resultat"), false,
		"year", NOWHERE, COLUMNS(federation_year) },
	[PACKAGE_CELLS] = { "cells", N_("Tabellernas celler"), false, "table row column",
		NOWHERE, COLUMNS(cells) },
	[PACKAGE_PARTICIPATIONS] = { "participations", N_("Deltaganden"), true,
		"participation", IN_INTERVENTIONS, COLUMNS(participations) },
	[PACKAGE_SUPPORT] = { "support", N_("Försörjning"), true,
		"participation phase source", IN_PARTICIPATIONS, COLUMNS(support) },
	[PACKAGE_OCCUPATION] = { "occupation", N_("Sysselsättning"), true,
		"participation phase", IN_PARTICIPATIONS, COLUMNS(occupation) },
	[PACKAGE_FOLLOWUPS] = { "followups", N_("Uppföljningar"), true,
		"participation months", IN_PARTICIPATIONS, COLUMNS(followups) },
	[PACKAGE_REMARKS] = { "remarks", N_("Varningar"), true, "",
		NOWHERE, COLUMNS(remarks) },
};

static const char *const levels[PACKAGE_LEVELS] = {
	[PACKAGE_DETAILED] = "detailed",
	[PACKAGE_AGGREGATE] = "aggregate",
};

const struct package_file *package_file(enum package_file_id id)
{
	assert(id < PACKAGE_FILES);
	return &files[id];
}

char *package_file_name(enum package_file_id id)
{
	struct text name = { 0 };

	text_addf(&name, "%s.csv", package_file(id)->name);
	return text_take(&name);
}

const char *package_level_name(enum package_level level)
{
	return levels[level];
}

bool package_level_find(const char *name, enum package_level *level)
{
	for (int i = 0; i < PACKAGE_LEVELS; i++)
		if (!strcmp(levels[i], name)) {
			*level = (enum package_level)i;
			return true;
		}
	return false;
}

bool package_has_file(enum package_level level, enum package_file_id id)
{
	return level == PACKAGE_DETAILED || !files[id].detailed;
}
