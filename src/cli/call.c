/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of a command; see call.h. */
#include "cli/call.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/cli.h"

char *call_register(const struct call *call)
{
	const char *path = args_value(call->args, "db");

	return path ? mem_text(path) : path_register();
}

struct app *call_open(const struct call *call)
{
	char *path = call_register(call);
	struct faults faults = { 0 };
	struct app *app = app_open(path, &faults);

	if (!app)
		call_refuse_all(&faults);
	faults_done(&faults);
	free(path);
	return app;
}

enum command_status call_misused(const struct call *call, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "samreg: %s: ", call->command->name);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	return COMMAND_USAGE;
}

enum command_status call_refuse(const struct err *e)
{
	struct faults faults = { 0 };

	faults_add(&faults, "", 0, 0, "%s", e->text);
	return call_refuse_all(&faults);
}

enum command_status call_refuse_all(struct faults *f)
{
	struct text lines = { 0 };

	faults_print(f, &lines);
	fputs(text_get(&lines), stderr);
	text_done(&lines);
	faults_done(f);
	return COMMAND_REFUSED;
}

const struct csvfile_dialect *call_dialect(const struct call *call)
{
	const char *name = args_value(call->args, "dialect");
	const struct csvfile_dialect *dialect =
		csvfile_find_dialect(name ? name : "standard");

	if (!dialect)
		call_misused(call, _("--dialect: %s: ska vara standard eller excel"),
			     name);
	return dialect;
}

/* Nobody means to write a table where the register is. */
static bool refuse_register(const struct call *call, const char *file, struct err *e)
{
	char *path = call_register(call);
	bool ok = !path_is_same(file, path) ||
		  err_set(e, _("%s: är registret och skrivs inte över"), file);

	free(path);
	return ok;
}

/* The reason is gone when the library has been asked for something else. */
void call_print(const struct call *call, const char *bytes, size_t length)
{
	errno = 0;
	if (fwrite(bytes, 1, length, stdout) != length)
		call->next->unwritten = errno;
}

enum command_status call_deliver(const struct call *call, const struct text *result)
{
	const char *file = args_value(call->args, "output");
	struct err e = { 0 };

	if (!file)
		call_print(call, text_get(result), result->length);
	else if (!refuse_register(call, file, &e) ||
		 !path_write(file, text_get(result), result->length, &e))
		return call_refuse(&e);
	return COMMAND_DONE;
}

const char *call_value(const struct call *call, const char *option)
{
	const char *value = args_value(call->args, option);

	return value ? value : "";
}

bool call_is_answered_yes(void)
{
	char answer[16];

	fflush(stdout);
	return fgets(answer, sizeof(answer), stdin) && answer[0] &&
	       strchr("jJyY", answer[0]);
}
