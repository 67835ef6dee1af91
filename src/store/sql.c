/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of the fixed SQL; see sql.h. */
#include "store/sql.h"

#include <assert.h>

static const char *const texts[] = {
#define SQL(id, text) [SQL_##id] = text,
	SQL_TABLE
#undef SQL
};

const char *sql_text(enum sql_id id)
{
	assert(id < SQL_COUNT);
	return texts[id];
}
