/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a check found, told to people; see told.h. */
#include "cli/told.h"

#include <stdlib.h>
#include <string.h>

#include "app/check.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/form.h"

static bool is_same_record(const struct check_finding *a, const struct check_finding *b)
{
	return a && a->form == b->form && !strcmp(a->record, b->record);
}

/* "FEL R-101, Startdatum: …", with the reason of a warning that was overruled. */
static void add_finding(const struct check_finding *f, struct text *out)
{
	text_addf(out, "  %s%s%s, %s: %s",
		  f->severity == SEVERITY_ERROR ? _("FEL") : _("VARNING"),
		  f->rule[0] ? " " : "", f->rule,
		  lang_pick(f->form->fields[f->field].label), f->message);
	if (f->reason[0])
		text_addf(out, _(" (godkänd: %s)"), f->reason);
}

/* What others have keyed must not command the terminal. */
static void add_line(const struct text *line, struct text *out)
{
	char *clean = utf8_clean(text_get(line));

	text_addf(out, "%s\n", clean);
	free(clean);
}

void told_findings(const struct check *c, bool only_errors, struct text *out)
{
	const struct check_finding *before = NULL;
	struct text line = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		const struct check_finding *f = &c->items[i];

		if (only_errors && f->severity != SEVERITY_ERROR)
			continue;
		if (!is_same_record(before, f)) {
			text_clear(&line);
			text_addf(&line, "%s: %s", lang_pick(f->form->label), f->title);
			add_line(&line, out);
		}
		text_clear(&line);
		add_finding(f, &line);
		add_line(&line, out);
		before = f;
	}
	text_done(&line);
}
