/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg forms: which forms there are, and whether their files are in order. */
#include <stdio.h>

#include "app/catalog.h"
#include "app/lint.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "model/form.h"

static const struct arg_option options[] = {
	{ .name = "check",
	  .help = N_("granska formulär, koder, regler och listor och visa varje fel med "
		     "fil, rad och kolumn") },
	{ 0 },
};

static enum command_status check(void)
{
	struct lint counted = { 0 };
	struct faults faults = { 0 };

	if (!lint_forms(&counted, &faults))
		return call_refuse_all(&faults);
	printf(ngettext("%zu formulär", "%zu formulär", counted.forms), counted.forms);
	printf(ngettext(", %zu regel, inga fel\n", ", %zu regler, inga fel\n",
			counted.rules), counted.rules);
	return COMMAND_DONE;
}

/* Pads by what is seen: a byte is not a column. */
static void print_cell(const char *text, int width)
{
	printf("%s%*s", text, width - utf8_width(text), "");
}

static enum command_status list(void)
{
	struct faults faults = { 0 };
	struct catalog *catalog = catalog_load(&faults);

	if (!catalog)
		return call_refuse_all(&faults);
	for (size_t i = 0; i < forms_count(catalog_forms(catalog)); i++) {
		const struct form *form = forms_at(catalog_forms(catalog), i);

		print_cell(form->name, 20);
		printf("%s\n", lang_pick(form->label));
	}
	catalog_free(catalog);
	return COMMAND_DONE;
}

static enum command_status run(const struct call *call)
{
	return args_has(call->args, "check") ? check() : list();
}

const struct command cmd_forms = {
	.name = "forms",
	.operand = "",
	.summary = N_("listar formulären eller granskar deras filer"),
	.notes = "",
	.options = options,
	.run = run,
};
