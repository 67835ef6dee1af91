/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg keys: for who receives personal identity numbers: keys, and what they open. */
#include <stdio.h>
#include <unistd.h>

#include "app/seal.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"

enum { MAX_SEALED = 64 << 20 };

static const struct arg_option options[] = {
	{ .name = "new", .value = N_("NAMN"), .is_path = true,
	  .help = N_("skapa NAMN.public, som avsändare får, och NAMN.private, som bara "
		     "du har") },
	{ .name = "open", .value = N_("FIL"), .is_path = true,
	  .help = N_("skriv innehållet i en leverans identities.sealed på standard "
		     "ut") },
	{ .name = "key", .value = N_("FIL"), .is_path = true,
	  .help = N_("den hemliga nyckel som öppnar filen") },
	{ .name = "yes", .help = N_("visa personnummer också på en bildskärm") },
	{ 0 },
};

static enum command_status make_pair(const char *name)
{
	struct err e = { 0 };

	if (!seal_make_pair(name, &e))
		return call_refuse(&e);
	printf(_("%s.public: ge den till dem som ska sända personnummer\n"
		 "%s.private: visa den för ingen och spara en kopia på ett säkert "
		 "ställe\n"), name, name);
	return COMMAND_DONE;
}

/* Unbuffered: no copy of a number stays in a buffer of the library's. */
static void print(const struct call *call, const char *bytes, size_t length)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	call_print(call, bytes, length);
}

static enum command_status open_sealed(const struct call *call, const char *file,
				       const char *key)
{
	struct text sealed = { 0 };
	struct err e = { 0 };
	char *opened = NULL;
	size_t length;
	bool ok = path_read(file, MAX_SEALED, &sealed, &e) &&
		  seal_open_for(key, file, &sealed, &opened, &length, &e);

	if (ok)
		print(call, opened, length);
	seal_free_room(opened);
	text_done(&sealed);
	return ok ? COMMAND_DONE : call_refuse(&e);
}

static enum command_status run(const struct call *call)
{
	const char *name = args_value(call->args, "new");
	const char *file = args_value(call->args, "open");
	const char *key = args_value(call->args, "key");

	if (!name == !file)
		return call_misused(call, _("ange antingen --new eller --open"));
	if (!file != !key)
		return call_misused(call, _("--open och --key hör ihop"));
	if (name)
		return make_pair(name);
	if (isatty(STDOUT_FILENO) && !args_has(call->args, "yes"))
		return call_misused(call, _("personnummer visas på en bildskärm bara med "
					    "--yes"));
	return open_sealed(call, file, key);
}

const struct command cmd_keys = {
	.name = "keys",
	.operand = "",
	.summary = N_("skapar en mottagares nycklar, eller öppnar förseglade "
		      "personnummer"),
	.notes = N_("En avsändare tar med deltagarnas personnummer i en leverans med "
		    "samreg export --identities-for NAMN.public. Bara den som har "
		    "NAMN.private kan läsa dem. En försvunnen hemlig nyckel kan ingen "
		    "ersätta."),
	.options = options,
	.run = run,
};
