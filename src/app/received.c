/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a national register has received; see received.h. */
#include "app/received.h"

#include "app/inside.h"
#include "store/query.h"
#include "store/sql.h"

struct grid *received_list(struct app *a, struct err *e)
{
	const struct query q = { .sql = sql_text(SQL_PACKAGE_LIST), .name = "received" };

	return query_grid(a->db, &q, e);
}
