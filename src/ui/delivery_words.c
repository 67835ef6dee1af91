/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where deliveries are written; see delivery_words.h. */
#include "ui/delivery_words.h"

#include <stdlib.h>

#include "app/setting.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "ui/ui.h"

void delivery_add_typed(struct text *out, const char *typed)
{
	const char *home = getenv("HOME");

	if (home && typed[0] == '~' && (typed[1] == '/' || !typed[1])) {
		text_add(out, home);
		typed++;
	}
	text_add(out, typed);
}

void delivery_add_folder(struct ui *ui, struct text *out)
{
	size_t before = out->length;
	struct err ignored;

	if (setting_get(ui->app, SETTING_DELIVERY_FOLDER, out, &ignored) &&
	    out->length > before)
		return;
	delivery_add_typed(out, getenv("HOME") ? "~/" : "");
	text_add(out, _("leveranser"));
}

void delivery_keep_folder(struct ui *ui, const char *folder)
{
	struct err ignored;

	(void)!setting_set(ui->app, SETTING_DELIVERY_FOLDER, folder, &ignored);
}
