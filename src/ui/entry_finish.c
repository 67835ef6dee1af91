/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of keying a record; see entry_finish.h. */
#include "ui/entry_finish.h"

#include "app/delivery_copies.h"
#include "app/entry.h"
#include "base/lang.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "ui/dialog.h"
#include "ui/entry_field.h"
#include "ui/entry_move.h"
#include "ui/entry_note.h"
#include "ui/notice.h"
#include "ui/ui.h"

/* ---- saving ---- */

static size_t count_findings(const struct entry_view *v, enum severity severity)
{
	size_t count = 0;

	for (size_t i = 0; i < entry_finding_count(v->entry); i++) {
		const struct finding *it = entry_finding(v->entry, i);

		count += it->severity == severity && !it->reason[0];
	}
	return count;
}

static void say_stored(struct ui *ui, const struct entry_view *v)
{
	struct text title = { 0 };
	size_t warnings = count_findings(v, SEVERITY_WARNING);

	entry_title(v->entry, &title);
	if (warnings)
		ui_say(ui, MESSAGE_INFO, _("Sparat: %s. Varningar: %zu."),
		       text_get(&title), warnings);
	else
		ui_say(ui, MESSAGE_INFO, _("Sparat: %s."), text_get(&title));
	text_done(&title);
}

/* Where the record stays on the screen the way to what is wrong is told too. */
static void say_draft(struct ui *ui, const struct entry_view *v, bool stays)
{
	size_t errors = count_findings(v, SEVERITY_ERROR);

	if (stays)
		ui_say(ui, MESSAGE_WARNING,
		       _("Sparat som utkast. Saknas eller är fel: %zu. Ctrl-W visar "
			 "nästa."), errors);
	else
		ui_say(ui, MESSAGE_WARNING,
		       _("Sparat som utkast. Saknas eller är fel: %zu."), errors);
}

/* The number that papers and notes know the person by has changed for good. */
static void say_withdrawn(struct ui *ui, long long old, long long new)
{
	struct text copies = { 0 };
	struct err e = { "" };

	if (!delivery_copies_add(ui->app, 0, 0, "", &copies, &e))
		text_add(&copies, e.text);
	if (copies.length)
		notice_show(ui, _("Samtycket är återkallat"), text_get(&copies));
	text_done(&copies);
	ui_say(ui, MESSAGE_INFO,
	       _("Uppgifterna är borttagna. Löpnumret D-%04lld är bytt mot D-%04lld."),
	       old, new);
}

static enum entry_saved save(struct ui *ui, struct entry_view *v, bool stays)
{
	struct err e = { "" };
	bool withdraws = entry_withdraws(v->entry);
	long long number = entry_person_number(v->entry);
	enum entry_saved saved = entry_save(v->entry, &e);

	v->complete = true;
	switch (saved) {
	case ENTRY_STORED:
		if (withdraws)
			say_withdrawn(ui, number, entry_person_number(v->entry));
		else
			say_stored(ui, v);
		break;
	case ENTRY_DRAFT:
		say_draft(ui, v, stays);
		break;
	case ENTRY_FAILED:
		ui_say(ui, MESSAGE_ERROR, _("Inte sparat, men inget är borta: %s"),
		       e.text);
		return saved;
	}
	v->changed = false;
	v->trouble.text[0] = '\0';
	return saved;
}

/* ---- what cannot be taken back ---- */

static unsigned on_withdraw(struct ui *ui, void *owner, size_t button)
{
	struct entry_view *v = owner;

	if (button == 0)
		return v->saving(ui, v);
	entry_move_to(v, v->at);
	return REACT_REDRAW;
}

/* Saves by `saving`, after a question when that removes what is known of a person. */
static unsigned save_by(struct ui *ui, struct entry_view *v, entry_saving *saving)
{
	static const char *const buttons[] = {
		N_("Ta bort uppgifterna och spara"),
		N_("Nej, tillbaka till formuläret"),
	};

	entry_field_commit(ui, v);
	if (!entry_withdraws(v->entry))
		return saving(ui, v);
	v->saving = saving;
	dialog_ask(ui, &(struct dialog_setup){
			       .title = N_("Samtycket är återkallat"),
			       .text = N_("Bakgrund, försörjning, sysselsättning, "
					  "uppföljningar, anmärkningar och "
					  "blankettens beteckning tas bort, och personen "
					  "får ett nytt löpnummer. Sparade leveransfiler "
					  "där personen "
					  "är med töms. Det kan inte ångras."),
			       .buttons = buttons, .count = 2, .first = 1, .escape = 1,
			       .answer = on_withdraw });
	return REACT_REDRAW;
}

static unsigned save_and_stay(struct ui *ui, struct entry_view *v)
{
	struct entry_place at = v->at;

	save(ui, v, true);
	entry_move_to(v, at);
	return REACT_REDRAW;
}

unsigned entry_finish_save(struct ui *ui, struct entry_view *v)
{
	return save_by(ui, v, save_and_stay);
}

/* ---- what comes after ---- */

/* What becomes of the record that is left. */
enum fate {
	FATE_SAVED,      /* stored, or as a draft with what is wrong told */
	FATE_KEPT,       /* as it is: unchanged, or as a draft without a word on it */
	FATE_DISCARDED,
};

/* The record that comes next, or NULL when there is none and this one stays. */
static struct entry *open_next(struct ui *ui, struct entry_view *v, enum fate fate)
{
	struct err e = { "" };
	struct entry *next;

	if (v->after == ENTRY_AFTER_NEW)
		next = entry_new(ui->app, entry_form(v->entry)->name,
				 fate == FATE_DISCARDED ? v->previous : v->entry, &e);
	else
		next = v->siblings.open(v->siblings.owner,
					v->after == ENTRY_AFTER_NEXT ? 1 : -1, &e);
	if (!next)
		ui_say(ui, MESSAGE_INFO, "%s", e.text);
	return next;
}

static void close_entry(struct ui *ui, struct entry *entry)
{
	struct err e = { "" };

	if (!entry_close(entry, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
}

static bool discard(struct ui *ui, struct entry *entry, struct err *e)
{
	bool stays = entry_is_kept(entry);

	if (!entry_revert(entry, e))
		return false;
	if (stays)
		ui_say(ui, MESSAGE_INFO, "%s", _("Utkastet är kvar som det var."));
	return true;
}

/* A saved record stays at hand for its values while new ones are keyed. */
static void let_go(struct ui *ui, struct entry_view *v, enum fate fate)
{
	struct err e = { "" };

	if (fate == FATE_SAVED && v->after == ENTRY_AFTER_NEW) {
		close_entry(ui, v->previous);
		v->previous = v->entry;
		return;
	}
	if (fate == FATE_DISCARDED && discard(ui, v->entry, &e))
		return;
	if (e.text[0])
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	close_entry(ui, v->entry);
}

static unsigned go_on(struct ui *ui, struct entry_view *v, enum fate fate)
{
	struct err e = { "" };
	struct entry *next;

	if (v->after == ENTRY_AFTER_CLOSE) {
		if (fate != FATE_DISCARDED)
			return REACT_CLOSE;
		if (!discard(ui, v->entry, &e)) {
			ui_say(ui, MESSAGE_ERROR, "%s", e.text);
			return REACT_REDRAW;
		}
		v->entry = NULL;
		return REACT_CLOSE;
	}
	next = open_next(ui, v, fate);
	if (next) {
		let_go(ui, v, fate);
		v->entry = next;
		entry_note_load(ui, v);
		v->changed = false;
		v->complete = entry_draft(next) != 0;
		v->top = 0;
	}
	entry_move_home(v);
	return REACT_REDRAW;
}

static unsigned save_and_go_on(struct ui *ui, struct entry_view *v)
{
	if (save(ui, v, false) != ENTRY_FAILED)
		return go_on(ui, v, FATE_SAVED);
	entry_move_to(v, v->at);
	return REACT_REDRAW;
}

/* ---- leaving ---- */

static unsigned keep_and_go_on(struct ui *ui, struct entry_view *v)
{
	ui_say(ui, MESSAGE_INFO, "%s", _("Posten ligger kvar som utkast."));
	return go_on(ui, v, FATE_KEPT);
}

static unsigned on_leave_whole(struct ui *ui, void *owner, size_t button)
{
	switch (button) {
	case 0:
		return save_by(ui, owner, save_and_go_on);
	case 1:
		return keep_and_go_on(ui, owner);
	case 2:
		return go_on(ui, owner, FATE_DISCARDED);
	default:
		return REACT_REDRAW;
	}
}

static unsigned on_leave_incomplete(struct ui *ui, void *owner, size_t button)
{
	switch (button) {
	case 0:
		return save_by(ui, owner, save_and_go_on);
	case 1:
		return go_on(ui, owner, FATE_DISCARDED);
	default:
		return REACT_REDRAW;
	}
}

static void ask_whole(struct ui *ui)
{
	static const char *const buttons[] = {
		N_("Spara"), N_("Utkast: spara till senare"), N_("Kasta ändringarna"),
		N_("Fortsätt"),
	};

	dialog_ask(ui, &(struct dialog_setup){
			       .title = N_("Lämna posten"),
			       .text = N_("Ändringarna är inte sparade."),
			       .buttons = buttons, .count = 4, .escape = 3,
			       .answer = on_leave_whole });
}

static void describe_incomplete(struct ui *ui, void *owner, struct text *out)
{
	(void)ui;
	text_addf(out, _("Ändringarna är inte sparade. Saknas eller är fel: %zu. Ett "
			 "utkast räknas inte i någon tabell."),
		  count_findings(owner, SEVERITY_ERROR));
}

static void ask_incomplete(struct ui *ui)
{
	static const char *const buttons[] = {
		N_("Spara som utkast"), N_("Kasta ändringarna"), N_("Fortsätt"),
	};

	dialog_ask(ui, &(struct dialog_setup){
			       .title = N_("Lämna posten"), .words = describe_incomplete,
			       .buttons = buttons, .count = 3, .escape = 2,
			       .answer = on_leave_incomplete });
}

unsigned entry_finish_leave(struct ui *ui, struct entry_view *v, enum entry_after after)
{
	entry_field_commit(ui, v);
	v->after = after;
	if (!v->changed) {
		bool is_new = !record_id(entry_record(v->entry))[0];

		return go_on(ui, v, is_new && !entry_draft(v->entry) ? FATE_KEPT :
								       FATE_SAVED);
	}
	entry_move_to(v, v->at);
	if (count_findings(v, SEVERITY_ERROR))
		ask_incomplete(ui);
	else
		ask_whole(ui);
	return REACT_REDRAW;
}

/* ---- the end of the form ---- */

enum { END_SAVE, END_NEW, END_REVIEW };

static unsigned save_at_end(struct ui *ui, struct entry_view *v)
{
	bool goes_on = v->usual == END_NEW;
	enum entry_saved saved = save(ui, v, !goes_on);

	/* What is missing can be mended at once, unless the pile of papers goes on. */
	if (saved == ENTRY_STORED || (saved == ENTRY_DRAFT && goes_on))
		return go_on(ui, v, FATE_SAVED);
	entry_move_home(v);
	return REACT_REDRAW;
}

static unsigned on_end(struct ui *ui, void *owner, size_t button)
{
	struct entry_view *v = owner;

	if (button == END_REVIEW) {
		v->review = true;
		return REACT_REDRAW;
	}
	if (button > END_REVIEW)
		return REACT_REDRAW;
	v->usual = button;
	v->after = button == END_NEW ? ENTRY_AFTER_NEW : ENTRY_AFTER_CLOSE;
	return save_by(ui, v, save_at_end);
}

static void describe_end(struct ui *ui, void *owner, struct text *out)
{
	const struct entry_view *v = owner;
	size_t errors = count_findings(v, SEVERITY_ERROR);
	size_t warnings = count_findings(v, SEVERITY_WARNING);

	(void)ui;
	if (errors)
		text_addf(out, _("Saknas eller är fel: %zu. Posten sparas som utkast och "
				 "räknas inte förrän det är rättat."), errors);
	else if (warnings)
		text_addf(out, _("Posten kan sparas. Varningar: %zu."), warnings);
	else
		text_add(out, _("Allt är ifyllt och inget är fel."));
}

void entry_finish_end(struct ui *ui, struct entry_view *v)
{
	static const char *const buttons[] = {
		N_("Spara"), N_("Ny post: spara och börja nästa"), N_("Granska"),
		N_("Tillbaka till fältet"),
	};

	dialog_ask(ui, &(struct dialog_setup){ .title = N_("Spara posten?"),
					       .words = describe_end,
					       .buttons = buttons, .count = 4,
					       .first = v->usual, .escape = 3,
					       .answer = on_end });
}

/* ---- from the record before ---- */

static bool tells_apart(const struct form *form, const struct form_field *field)
{
	return field->type == FIELD_IDENTITY_NUMBER ||
	       (!field->persistent && text_has_word(form->key, field->name));
}

void entry_finish_fill(struct ui *ui, struct entry_view *v)
{
	const struct form *form = entry_form(v->entry);
	const struct record *r = entry_record(v->entry);

	entry_field_commit(ui, v);
	for (size_t i = 0; i < form->field_count; i++) {
		const char *value = record_get(entry_record(v->previous), i, 0);

		if (!value[0] || record_get(r, i, 0)[0] || form->fields[i].hidden ||
		    tells_apart(form, &form->fields[i]))
			continue;
		if (entry_is_relevant(v->entry, i) && !entry_is_read_only(v->entry, i))
			entry_field_set(ui, v, (struct entry_place){ i, 0 }, value);
	}
	entry_move_to(v, v->at);
}
