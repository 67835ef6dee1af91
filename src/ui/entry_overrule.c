/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Overruling a warning with a reason; see entry_overrule.h. */
#include "ui/entry_overrule.h"

#include <string.h>

#include "app/entry.h"
#include "base/lang.h"
#include "ui/entry_field.h"
#include "ui/entry_move.h"
#include "ui/entry_private.h"
#include "ui/prompt.h"
#include "ui/ui.h"

/* The warning's index among the findings, -1 when the focused field has none. */
static long warning_here(const struct entry_view *v)
{
	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);

		if (it->field == v->at.field && it->row == v->at.row &&
		    it->severity == SEVERITY_WARNING && entry_field_shows(v, it))
			return (long)i;
	}
	return -1;
}

static unsigned on_reason(struct ui *ui, void *owner, const char *text, int ended)
{
	struct entry_view *v = owner;
	struct err e = { "" };
	long warning = warning_here(v);

	if (ended != 1 || !text[strspn(text, " ")] || warning < 0)
		return REACT_REDRAW;
	if (entry_overrule(v->entry, (size_t)warning, text, &e)) {
		v->changed = true;
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Varningen är godkänd. Skälet sparas med posten."));
	} else {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	}
	return REACT_REDRAW;
}

void entry_overrule_ask(struct ui *ui, struct entry_view *v)
{
	entry_move_over(ui, v, v->at);
	if (warning_here(v) >= 0)
		prompt_open(ui, N_("Varför stämmer det ändå?"), "", on_reason);
	else
		ui_say(ui, MESSAGE_INFO, "%s",
		       _("Här finns ingen varning att godkänna."));
}
