/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register that delivers; see delivery_world.h. */
#include "delivery_world.h"

#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/entry.h"
#include "app/export.h"
#include "base/mem.h"
#include "base/path.h"

struct delivery_world world;

char *delivery_participation(const char *start)
{
	return fixture_store(world.app, "participation", "intervention", world.track,
			     "consent_given_on", start, "covers_health_data", "1",
			     "start", start, "sex", "woman", "birth_year", "1988",
			     "education", "compulsory", "support_duration", "up_to_3y",
			     "support_before", "social_assistance",
			     "support_before_extent", "100", "works", "0", "studies", "0",
			     "seeks_work", "1", NULL);
}

bool delivery_change(const char *form, const char *id, ...)
{
	struct entry *entry = entry_edit(world.app, form, id, &world.refusal);
	enum entry_saved saved;
	const char *field;
	struct err ignored;
	va_list args;

	if (!entry)
		fail_msg("%s", world.refusal.text);
	va_start(args, id);
	while ((field = va_arg(args, const char *)))
		fixture_type(entry, field, 0, va_arg(args, const char *));
	va_end(args);
	world.refusal.text[0] = '\0';
	saved = entry_save(entry, &world.refusal);
	if (saved == ENTRY_DRAFT)
		fail_msg("%s: %s", form, entry_finding(entry, 0)->message);
	if (saved == ENTRY_FAILED)
		assert_true(entry_discard(entry, &ignored));
	else
		assert_true(entry_close(entry, &ignored));
	return saved == ENTRY_STORED;
}

bool delivery_close_participation(const char *id, const char *end)
{
	return delivery_change("closure", id, "end", end, "closure_reason", "completed",
			       "support_after", "none", "works", "1", "work_kind",
			       "unsubsidised", "work_extent", "100", "studies", "0",
			       NULL);
}

int delivery_open(void **state)
{
	const char *path;
	char *folder;

	(void)state;
	world.app = fixture_open();
	path = app_path(world.app);
	folder = mem_text_part(path, (size_t)(strrchr(path, '/') - path));
	world.out = path_join(folder, "out");
	free(folder);
	world.track = fixture_intervention(world.app, "Spåret");
	world.ongoing = delivery_participation("2024-02-01");
	world.ended = delivery_participation("2024-03-01");
	assert_true(delivery_close_participation(world.ended, "2024-11-30"));
	return 0;
}

void delivery_remove_out(void)
{
	for (int year = 2023; year <= 2025; year++)
		for (int revision = 1; revision <= 3; revision++) {
			char *folder = deliveries_folder(world.app, year, revision,
							 world.out);

			if (path_exists(folder))
				path_remove_folder(folder);
			free(folder);
		}
	/* Nothing temporary may be left. */
	assert_true(!path_exists(world.out) || !rmdir(world.out));
}

int delivery_close(void **state)
{
	(void)state;
	delivery_remove_out();
	free(world.out);
	free(world.track);
	free(world.ongoing);
	free(world.ended);
	fixture_close(world.app);
	return 0;
}

bool delivery_try(int year, enum package_level level, struct err *e)
{
	const struct export_order order = {
		.year = year,
		.level = level,
		.out = world.out,
	};
	struct export done;
	bool ok = export_write(world.app, &order, &done, e);

	export_done(&done);
	return ok;
}

void delivery_make(int year)
{
	struct err e = { "" };

	if (!delivery_try(year, PACKAGE_DETAILED, &e))
		fail_msg("%s", e.text);
}

void delivery_unlock(int year)
{
	struct err e = { "" };

	if (!deliveries_unlock(world.app, year, "En rättelse", &e))
		fail_msg("%s", e.text);
}
