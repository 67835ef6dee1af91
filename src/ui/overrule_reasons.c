/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reasons a warning can be overruled with; see overrule_reasons.h. */
#include "ui/overrule_reasons.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/check.h"
#include "base/lang.h"
#include "base/mem.h"

static const char *const usual[] = {
	N_("Kontrollerat mot underlaget"),
	N_("Bekräftat av den som registrerade"),
	N_("Uppgiften går inte att få fram"),
};

/* As many of the given ones as a list is good for. */
enum { USUAL = sizeof(usual) / sizeof(usual[0]), MOST_GIVEN = 40 };

/* Reasons and the item that asks for another, in the order of the list. */
struct reasons {
	struct words labels[USUAL + MOST_GIVEN + 1];
	size_t count;
};

static bool has(const struct reasons *r, const char *text)
{
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(r->labels[i].sv, text) || !strcmp(r->labels[i].en, text))
			return true;
	return false;
}

/* The texts are the check's. */
static void collect(const struct check *c, struct reasons *r)
{
	r->count = 0;
	for (size_t i = 0; i < USUAL; i++)
		r->labels[r->count++] = lang_both(usual[i]);
	for (size_t i = 0; i < c->count && r->count < USUAL + MOST_GIVEN; i++) {
		const char *given = c->items[i].reason;

		if (given[0] && !has(r, given))
			r->labels[r->count++] = (struct words){ given, given };
	}
}

void overrule_reasons_ask(struct ui *ui, const struct check *check, picklist_done *done)
{
	struct reasons reasons;
	struct picklist_item items[USUAL + MOST_GIVEN + 1];
	char codes[USUAL + MOST_GIVEN + 1][24];

	collect(check, &reasons);
	reasons.labels[reasons.count++] = lang_both(N_("Ett annat skäl, som du skriver"));
	for (size_t i = 0; i < reasons.count; i++) {
		snprintf(codes[i], sizeof(codes[i]), "%zu", i);
		items[i] = (struct picklist_item){ codes[i], reasons.labels[i], "" };
	}
	picklist_open(ui, &(struct picklist_setup){
				  .title = lang_both(N_("Varför stämmer det ändå?")),
				  .items = items,
				  .count = reasons.count,
				  .done = done });
}

char *overrule_reasons_get(const struct check *check, const char *code)
{
	struct reasons reasons;
	size_t at = (size_t)atoi(code);

	collect(check, &reasons);
	return at < reasons.count ? mem_text(lang_pick(reasons.labels[at])) : NULL;
}
