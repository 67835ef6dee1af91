/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal program as a whole; see main.h. */
#include "ui/main.h"

#include <stdio.h>

#include "app/app.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/path.h"
#include "base/text.h"
#include "ui/drafts_view.h"
#include "ui/home.h"
#include "ui/loop.h"
#include "ui/start.h"
#include "ui/ui.h"

static int refuse(struct faults *f)
{
	struct text told = { 0 };

	faults_print(f, &told);
	fputs(text_get(&told), stderr);
	text_done(&told);
	faults_done(f);
	return 1;
}

/* What is wrong with the register or the data is told before the terminal is taken. */
static bool open_first(struct ui *ui, const char *path, struct faults *f)
{
	if (!path_exists(path))
		return start_open(ui, path, f);
	ui->app = app_open(path, f);
	if (!ui->app)
		return false;
	home_open(ui);
	drafts_view_offer(ui);
	return true;
}

int ui_main(const struct ui_options *options)
{
	const struct loop_options loop = { .ascii = options->ascii };
	struct ui ui = { .app = NULL };
	struct faults f = { 0 };
	struct err e;
	int status = 1;

	if (!open_first(&ui, options->path, &f))
		return refuse(&f);
	if (loop_start(&ui, &loop, &e)) {
		status = loop_run(&ui);
	} else {
		ui_close_all(&ui);
		faults_add(&f, "", 0, 0, "%s", e.text);
		refuse(&f);
	}
	app_close(ui.app);
	return status;
}
