/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Overruling a warning that the check found; see overrule.h. */
#include "app/overrule.h"

#include <string.h>

#include "app/check.h"
#include "app/entry.h"
#include "app/lock.h"
#include "base/err.h"
#include "base/lang.h"

static bool is_same(const struct finding *f, const struct check_finding *wanted)
{
	return f->severity == SEVERITY_WARNING && f->field == wanted->field &&
	       f->row == wanted->row && !strcmp(f->rule, wanted->rule);
}

/* The warning's index among the findings of its record, -1 when it is not there. */
static long find_warning(const struct entry *entry, const struct check_finding *wanted)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (is_same(entry_finding(entry, i), wanted))
			return (long)i;
	return -1;
}

static bool has_errors(const struct entry *entry)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (entry_finding(entry, i)->severity == SEVERITY_ERROR)
			return true;
	return false;
}

static bool overrule(struct entry *entry, const struct check_finding *wanted,
		     const char *reason, struct err *e)
{
	long at = find_warning(entry, wanted);

	if (has_errors(entry))
		return err_set(e, _("%s: posten har fel, rätta dem först"),
			       wanted->title);
	if (at < 0)
		return err_set(e, _("%s: varningen finns inte längre"), wanted->title);
	if (!entry_overrule(entry, (size_t)at, reason, e))
		return false;
	switch (entry_save(entry, e)) {
	case ENTRY_STORED:
		return true;
	case ENTRY_DRAFT:
		return err_set(e, _("%s: posten har fel, rätta dem först"),
			       wanted->title);
	default:
		return false;
	}
}

bool overrule_finding(struct app *a, int year, const struct check_finding *finding,
		      const char *reason, struct err *e)
{
	struct entry *entry;
	struct err ignored;

	if (finding->severity == SEVERITY_ERROR)
		return err_set(e, _("%s: ett fel kan inte godkännas, det måste rättas"),
			       finding->title);
	if (year && !lock_lets_overrule_year(a, year, e))
		return false;
	entry = entry_edit(a, finding->form->name, finding->record, e);
	if (!entry)
		return false;
	/* Somebody's half done changes are not to be stored, nor thrown away. */
	if (entry_draft(entry)) {
		(void)entry_close(entry, &ignored);
		return err_set(e, _("%s: posten har ett utkast, gör det klart först"),
			       finding->title);
	}
	if (overrule(entry, finding, reason, e))
		return entry_close(entry, e);
	/* Why it was refused is what is told; a draft left behind is offered later. */
	(void)!entry_discard(entry, &ignored);
	return false;
}
