/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is to the tables, and its lists of codes; see fact.h. */
#include "model/fact.h"

#include <string.h>

#include "base/faults.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/codes.h"

static const char *const list_names[FACT_CODE_COUNT] = {
#define FACT_CODE(id, list) [FACT_##id] = list,
	FACT_CODES
#undef FACT_CODE
};

static const char *const unit_names[FACT_UNIT_COUNT] = {
	[FACT_UNIT_PARTICIPATION] = "participation",
	[FACT_UNIT_PHASE] = "phase",
	[FACT_UNIT_MENTION] = "mention",
	[FACT_UNIT_INTERVENTION] = "intervention",
	[FACT_UNIT_INTERVENTION_YEAR] = "intervention_year",
	[FACT_UNIT_VOLUME] = "volume",
	[FACT_UNIT_ANONYMOUS_COUNT] = "anonymous_count",
	[FACT_UNIT_FUNDING] = "funding",
	[FACT_UNIT_ADMIN_COST] = "admin_cost",
	[FACT_UNIT_FEDERATION_YEAR] = "federation_year",
	[FACT_UNIT_MEMBERSHIP] = "membership",
};

/* Lists whose codes the program gives by place: they must have exactly these. */
static const struct {
	const char *name, *codes;
} fixed_lists[] = {
	{ "sex", "woman man" },
	{ "women_men", "women men" },
	{ "kind", "individual structural" },
	{ "phase", "before after followup_6 followup_12" },
	{ "report_phase", "before after followup_6 followup_12" },
	{ "work_kind", "unsubsidised subsidised self_employed" },
	{ "occupation", "unsubsidised subsidised self_employed studies" },
	{ "activity", "works_or_studies seeks_work" },
	{ "age", "u30 30_44 45_59 60_plus" },
	{ "group", "u30 30_plus young_activity_compensation" },
	{ "time_in_intervention", "1_6 7_12 13_18 19_24 25_plus" },
	{ "delay", "1_week 1_month 3_months longer" },
};

static bool has_exactly(const struct code_list *l, const char *codes)
{
	const char *word;
	size_t length, i = 0;

	while ((word = text_next_word(&codes, &length))) {
		if (i == l->count || strlen(l->items[i].code) != length ||
		    strncmp(l->items[i].code, word, length))
			return false;
		i++;
	}
	return i == l->count;
}

static int place_of(const struct code_list *l, const char *code)
{
	for (size_t i = 0; i < l->count; i++)
		if (*l->items[i].code == *code && !strcmp(l->items[i].code, code))
			return (int)i;
	return -1;
}

static int require(const struct code_list *l, const char *code, struct faults *f)
{
	int place = l ? place_of(l, code) : -1;

	if (l && place < 0)
		faults_add(f, l->name, 0, 0, _("koden %s saknas; tabellerna behöver den"),
			   code);
	return place;
}

static void check_fixed_lists(const struct codes *codes, struct faults *f)
{
	for (size_t i = 0; i < sizeof(fixed_lists) / sizeof(fixed_lists[0]); i++) {
		const struct code_list *l = codes_find(codes, fixed_lists[i].name);

		if (!l || !has_exactly(l, fixed_lists[i].codes))
			faults_add(f, fixed_lists[i].name, 0, 0,
				   _("kodlistan måste ha precis koderna %s"),
				   fixed_lists[i].codes);
	}
}

bool fact_lists_init(struct fact_lists *lists, const struct codes *codes,
		     struct faults *f)
{
	size_t before = f->count;

	for (size_t i = 0; i < FACT_CODE_COUNT; i++) {
		const struct code_list *l = codes_find(codes, list_names[i]);

		lists->codes[i] = l;
		if (!l)
			faults_add(f, list_names[i], 0, 0, _("kodlistan saknas"));
		else if (l->count > FACT_MAX_CODES)
			faults_add(f, list_names[i], 0, 0,
				   _("fler än %d koder går inte att räkna"),
				   FACT_MAX_CODES);
	}
	check_fixed_lists(codes, f);
	lists->registered_in_error = require(lists->codes[FACT_CLOSURE_REASON],
					     "registered_in_error", f);
	lists->activity_compensation = require(lists->codes[FACT_SUPPORT],
					       "activity_compensation", f);
	return f->count == before;
}

int fact_code(const struct fact_lists *lists, enum fact_code what, const char *code)
{
	return *code ? place_of(lists->codes[what], code) : -1;
}

void fact_clear(struct fact *fact, enum fact_record record)
{
	memset(fact, 0, sizeof(*fact));
	fact->record = record;
	fact->id = "";
	fact->period = (struct period){ PERIOD_ALWAYS, PERIOD_OPEN };
	memset(fact->code, -1, sizeof(fact->code));
	for (size_t i = 0; i < FACT_KEY_COUNT; i++)
		fact->key[i] = -1;
	for (size_t i = 0; i < FACT_PHASE_COUNT; i++)
		fact->phases[i].work_kind = -1;
	for (size_t i = 0; i < FACT_AMOUNT_COUNT; i++)
		fact->amounts[i] = FACT_NOT_STATED;
}

bool fact_is_void(const struct fact *fact, const struct fact_lists *lists)
{
	int reason = fact->code[FACT_CLOSURE_REASON];

	return reason >= 0 && reason == lists->registered_in_error;
}

enum fact_unit_kind fact_whole_unit(enum fact_record record)
{
	static const enum fact_unit_kind units[FACT_RECORD_COUNT] = {
		[FACT_PARTICIPATION] = FACT_UNIT_PARTICIPATION,
		[FACT_INTERVENTION] = FACT_UNIT_INTERVENTION,
		[FACT_INTERVENTION_YEAR] = FACT_UNIT_INTERVENTION_YEAR,
		[FACT_VOLUME] = FACT_UNIT_VOLUME,
		[FACT_ANONYMOUS_COUNT] = FACT_UNIT_ANONYMOUS_COUNT,
		[FACT_FUNDING] = FACT_UNIT_FUNDING,
		[FACT_ADMIN_COST] = FACT_UNIT_ADMIN_COST,
		[FACT_FEDERATION_YEAR] = FACT_UNIT_FEDERATION_YEAR,
		[FACT_MEMBERSHIP] = FACT_UNIT_MEMBERSHIP,
	};

	return units[record];
}

bool fact_unit_is_yearly(enum fact_unit_kind unit)
{
	return unit >= FACT_UNIT_INTERVENTION_YEAR && unit <= FACT_UNIT_FEDERATION_YEAR;
}

enum fact_unit_kind fact_find_unit(const char *name)
{
	enum fact_unit_kind unit = 0;

	while (unit < FACT_UNIT_COUNT && strcmp(unit_names[unit], name))
		unit++;
	return unit;
}

enum fact_key fact_find_key(const char *name)
{
	static const char *const names[FACT_KEY_COUNT] = {
		[FACT_PERSON] = "person",
		[FACT_FEDERATION] = "federation",
		[FACT_MUNICIPALITY] = "municipality",
	};
	enum fact_key key = 0;

	while (key < FACT_KEY_COUNT && strcmp(names[key], name))
		key++;
	return key;
}
