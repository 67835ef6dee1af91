/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user has chosen about the program; see setting.h. */
#include "app/setting.h"

#include <assert.h>
#include <string.h>

#include "app/inside.h"
#include "base/err.h"
#include "base/text.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"

bool setting_get(struct app *a, const char *name, struct text *out, struct err *e)
{
	const struct query q = { .sql = sql_text(SQL_SETTING_READ), .values = &name,
				 .count = 1 };

	return query_text(a->db, &q, out, e);
}

bool setting_is(struct app *a, const char *name, const char *value)
{
	struct text chosen = { 0 };
	struct err ignored;
	bool is = setting_get(a, name, &chosen, &ignored) &&
		  !strcmp(text_get(&chosen), value);

	text_done(&chosen);
	return is;
}

bool setting_set(struct app *a, const char *name, const char *value, struct err *e)
{
	const struct cell cells[] = { { "name", name }, { "value", value } };

	assert(value[0]);
	return rows_upsert(a->db, "setting", CELLS(cells), e);
}
