/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The entry screen alone, for test_entry: entry_demo REGISTER FORM [ID...]. Keys a new
 * record of the form, or goes through the stored ones; with - for an id the latest
 * draft. Beneath it is an empty screen that any Esc ends.
 */

#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/drafts.h"
#include "app/entry.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "ui/entry_view.h"
#include "ui/keymap.h"
#include "ui/loop.h"
#include "ui/ui.h"

struct demo {
	struct app *app;
	const char *form;
	char **ids;
	int count, at;
};

static struct entry *open_sibling(void *owner, int step, struct err *e)
{
	struct demo *d = owner;
	struct entry *entry;

	if (d->at + step < 0 || d->at + step >= d->count) {
		err_set(e, "Listan är slut.");
		return NULL;
	}
	entry = entry_edit(d->app, d->form, d->ids[d->at + step], e);
	if (entry)
		d->at += step;
	return entry;
}

static void tell_place(void *owner, size_t *at, size_t *count)
{
	const struct demo *d = owner;

	*at = (size_t)d->at + 1;
	*count = (size_t)d->count;
}

static struct entry *latest_draft(struct app *a, struct err *e)
{
	struct draft_list *l = drafts_list(a, e);
	struct entry *entry = NULL;

	if (l && draft_list_count(l))
		entry = entry_resume(a, draft_list_at(l, 0)->id, e);
	draft_list_free(l);
	return entry;
}

static struct entry *first_entry(struct demo *d, struct err *e)
{
	if (!d->count)
		return entry_new(d->app, d->form, NULL, e);
	if (!strcmp(d->ids[0], "-"))
		return latest_draft(d->app, e);
	return entry_edit(d->app, d->form, d->ids[0], e);
}

static unsigned on_quit(struct ui *ui, void *self)
{
	(void)ui;
	(void)self;
	return REACT_QUIT;
}

static void base_title(struct ui *ui, void *self, struct text *left, struct text *right)
{
	(void)ui;
	(void)self;
	text_add(left, "Underst");
	text_add(right, "");
}

static void base_draw(struct ui *ui, void *self, struct area a)
{
	(void)ui;
	(void)self;
	draw_text(a, 0, 1, ROLE_TEXT, "Här är listan.");
}

static const struct binding base_bindings[] = {
	{ .command = COMMAND_ESCAPE, .handler = on_quit },
};

static const struct keymap base_keymap = KEYMAP(base_bindings, NULL);

static const struct view_ops base_ops = {
	.name = "base",
	.title = base_title,
	.draw = base_draw,
	.keymap = &base_keymap,
};

static int run(struct demo *d)
{
	const struct entry_siblings siblings = { open_sibling, tell_place, d };
	struct loop_options options = { .ascii = false };
	struct ui ui = { .app = d->app };
	struct err e = { "" };
	struct entry *entry = first_entry(d, &e);

	if (!entry || !loop_start(&ui, &options, &e)) {
		fprintf(stderr, "entry_demo: %s\n", e.text);
		return 1;
	}
	ui_push(&ui, &base_ops, NULL);
	if (d->count)
		entry_view_open_among(&ui, entry, &siblings);
	else
		entry_view_open(&ui, entry);
	return loop_run(&ui);
}

int main(int argc, char **argv)
{
	struct demo d = { .form = argc > 2 ? argv[2] : "", .ids = argv + 3,
			  .count = argc > 3 ? argc - 3 : 0 };
	struct faults faults = { 0 };
	int status;

	path_init(argv[0]);
	lang_choose(NULL);
	if (argc < 3)
		return 2;
	d.app = app_open(argv[1], &faults);
	if (!d.app)
		return 1;
	faults_done(&faults);
	status = run(&d);
	app_close(d.app);
	return status;
}
