/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Safety copies; see copy.h. */
#include "app/copy.h"

#include <string.h>

#include "app/inside.h"
#include "base/clock.h"
#include "base/path.h"
#include "base/text.h"
#include "store/backup.h"

char *copy_place(const struct app *a)
{
	const char *path = app_path(a), *slash = strrchr(path, '/');
	char now[CLOCK_SIZE];
	struct text place = { 0 };

	clock_now(now);
	text_add_part(&place, path, slash ? (size_t)(slash - path) + 1 : 0);
	text_addf(&place, "backup/%s-",
		  app_is_national(a) ? "national" : app_federation(a));
	/* Colons are not for file names everywhere. */
	for (const char *c = now; *c; c++)
		if (*c != ':')
			text_add_char(&place, *c);
	text_add(&place, ".db");
	return text_take(&place);
}

bool copy_write(struct app *a, const char *file, struct err *e)
{
	return path_make_folder_of(file, e) && backup_write(a->db, file, e);
}

bool copy_verify(const char *file, struct faults *f)
{
	return backup_verify(file, f);
}
