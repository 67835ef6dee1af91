/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg verify: reads a whole register, or a copy of one, looking for damage. */
#include <stdio.h>
#include <stdlib.h>

#include "app/copy.h"
#include "app/identities.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ 0 },
};

/* A copy's numbers open with the register's key, unless one lies beside the copy. */
static char *find_key(const struct call *call, const char *file)
{
	char *key = path_key(file), *path;

	if (path_exists(key))
		return key;
	free(key);
	path = call_register(call);
	key = path_key(path);
	free(path);
	return key;
}

static enum command_status run(const struct call *call)
{
	char *file = call->args->operand_count ? mem_text(call->args->operands[0])
					       : call_register(call);
	char *key = find_key(call, file);
	enum command_status status = COMMAND_DONE;
	struct faults faults = { 0 };

	if (copy_verify(file, &faults) && identities_verify(file, key, &faults))
		printf(_("%s: helt och utan fel\n"), file);
	else
		status = call_refuse_all(&faults);
	free(key);
	free(file);
	return status;
}

const struct command cmd_verify = {
	.name = "verify",
	.operand = N_("FIL"),
	.operands = 1,
	.summary = N_("läser igenom registret, eller en säkerhetskopia, och söker "
		      "skador"),
	.notes = "",
	.options = options,
	.run = run,
};
