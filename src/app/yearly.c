/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records an intervention has for each year; see yearly.h. */
#include "app/yearly.h"

#include <assert.h>
#include <string.h>

#include "app/ask.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/text.h"
#include "store/query.h"

static const struct {
	const char *form;
	enum sql_id find;
	bool has_sex;
} forms[] = {
	{ "intervention_year", SQL_YEARLY_INTERVENTION_YEAR, false },
	{ "volume", SQL_YEARLY_VOLUME, false },
	{ "anonymous_count", SQL_YEARLY_ANONYMOUS_COUNT, true },
};

static size_t place_of(const struct yearly_key *key)
{
	size_t i = 0;

	while (strcmp(forms[i].form, key->form)) {
		i++;
		assert(i < sizeof(forms) / sizeof(forms[0]));
	}
	return i;
}

bool yearly_find(struct app *a, const struct yearly_key *key, struct text *id,
		 struct err *e)
{
	size_t i = place_of(key);
	struct ask_year y = ask_year(key->year);
	const char *values[] = { key->intervention, y.year, key->sex };
	const struct query q = { sql_text(forms[i].find), values,
				 forms[i].has_sex ? 3 : 2, NULL };

	return query_text(a->db, &q, id, e);
}

struct entry *yearly_open(struct app *a, const struct yearly_key *key, struct err *e)
{
	struct ask_year y = ask_year(key->year);
	const struct entry_preset presets[] = {
		{ "intervention", key->intervention },
		{ "year", y.year },
		{ "sex", key->sex },
	};
	struct text id = { 0 };
	struct entry *entry = NULL;

	if (yearly_find(a, key, &id, e))
		entry = id.length
				? entry_edit(a, key->form, text_get(&id), e)
				: entry_new_with(a, key->form, presets,
						 forms[place_of(key)].has_sex ? 3 : 2, e);
	text_done(&id);
	return entry;
}
