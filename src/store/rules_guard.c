/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an expression may do; see rules_guard.h. */
#include "store/rules_guard.h"

#include <sqlite3.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "store/tables.h"

static const char *const functions[] = {
	"abs", "avg", "coalesce", "count", "count_selected", "date", "exists", "format",
	"glob", "ifnull", "iif", "instr", "julianday", "length", "like", "lower", "ltrim",
	"max", "min", "nullif", "printf", "replace", "round", "rtrim", "selected", "sign",
	"strftime", "substr", "substring", "sum", "today", "total", "trim", "typeof",
	"unicode", "upper",
};

/* The byte after the closing quote of the text or name at `at`; NULL without one. */
static const char *skip_quoted(const char *at)
{
	char quote = *at;

	/* A doubled quote reads as two texts side by side: the same end is found. */
	at = strchr(at + 1, quote);
	return at ? at + 1 : NULL;
}

static bool is_comment(const char *at)
{
	return !strncmp(at, "--", 2) || !strncmp(at, "/*", 2);
}

bool rules_guard_check(const char *expression, struct err *e)
{
	const char *at = expression;
	int depth = 0;

	if (!expression[strspn(expression, " \t\r\n")])
		return err_set(e, _("uttrycket är tomt"));
	while (*at) {
		if (strchr("'\"", *at)) {
			at = skip_quoted(at);
			if (!at)
				return err_set(e, _("%s: ett citattecken saknar sitt "
						    "par"), expression);
			continue;
		}
		if (strchr(";?:@$#`[]{}\\", *at) || is_comment(at))
			return err_set(e, _("%s: tecknet %c får inte användas så här"),
				       expression, *at);
		depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
		if (depth < 0)
			break;
		at++;
	}
	return !depth || err_set(e, _("%s: en parentes saknar sitt par"), expression);
}

void rules_guard_start(struct rules_guard *g, enum rules_scope scope)
{
	g->open = false;
	g->scope = scope;
	g->selects = 0;
	g->refusal.text[0] = '\0';
}

static bool may_call(const char *function)
{
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (!strcasecmp(functions[i], function))
			return true;
	return false;
}

/* `database` is NULL when no column is read and the table was named without it. */
static bool may_read(const struct rules_guard *g, const char *table, const char *database)
{
	if (!strcmp(table, "record"))
		return !database || !strcmp(database, "temp");
	return g->scope == RULES_REGISTER && (!database || !strcmp(database, "main"))
		&& strcmp(table, "person_identity") && tables_find(g->db, table);
}

/* The first refusal is the one to tell: later ones only follow from it. */
static int refuse(struct rules_guard *g, const char *what)
{
	if (!g->refusal.text[0])
		err_set(&g->refusal, _("%s får inte användas här"), what);
	return SQLITE_DENY;
}

int rules_guard_authorize(void *guard, int action, const char *object,
			  const char *detail, const char *database, const char *trigger)
{
	struct rules_guard *g = guard;

	(void)trigger;
	if (g->open)
		return SQLITE_OK;
	switch (action) {
	case SQLITE_SELECT:
		if (++g->selects == 1 || g->scope == RULES_REGISTER)
			return SQLITE_OK;
		return refuse(g, "SELECT");
	case SQLITE_READ:
		return may_read(g, object, database) ? SQLITE_OK : refuse(g, object);
	case SQLITE_FUNCTION:
		return may_call(detail) ? SQLITE_OK : refuse(g, detail);
	default:
		return refuse(g, object ? object : "SQL");
	}
}
