/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's entry: the command line first, then perhaps the terminal program. */

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/path.h"
#include "cli/cli.h"
#include "ui/main.h"

/* What is in memory and in our files is about vulnerable people. */
static void protect(void)
{
	umask(077);
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
}

int main(int argc, char **argv)
{
	struct cli_next next = { 0 };
	int status;

	protect();
	path_init(argc > 0 ? argv[0] : "samreg");
	status = cli_run((const char *const *)argv, &next);
	if (next.terminal)
		status = ui_main(&(struct ui_options){ next.path, next.ascii });
	free(next.path);
	return status;
}
