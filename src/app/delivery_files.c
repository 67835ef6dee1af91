/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one delivery; see delivery_files.h. */
#include "app/delivery_files.h"

#include <assert.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/path.h"

void delivery_files_add(struct delivery_files *f, const char *name, struct text *bytes,
			size_t rows)
{
	struct delivery_file *it;

	assert(f->count < sizeof(f->items) / sizeof(f->items[0]));
	it = &f->items[f->count++];
	*it = (struct delivery_file){ .name = mem_text(name), .rows = rows };
	it->bytes = *bytes;
	*bytes = (struct text){ 0 };
	hash_print_hex(text_get(&it->bytes), it->bytes.length, it->hash);
}

void delivery_files_done(struct delivery_files *f)
{
	for (size_t i = 0; i < f->count; i++) {
		free(f->items[i].name);
		text_done(&f->items[i].bytes);
	}
	f->count = 0;
}

char *delivery_files_folder(const char *out, const char *federation, int year,
			    int revision)
{
	struct text folder = { 0 };

	text_addf(&folder, "%s/%s-%d-r%d", out, federation, year, revision);
	return text_take(&folder);
}

char *delivery_files_write(const struct delivery_files *f, const char *folder,
			   struct err *e)
{
	char *temporary = path_make_beside(folder, e);
	bool ok = temporary != NULL;

	for (size_t i = 0; ok && i < f->count; i++) {
		const struct delivery_file *it = &f->items[i];
		char *path = path_join(temporary, it->name);

		ok = path_write(path, text_get(&it->bytes), it->bytes.length, e);
		free(path);
	}
	if (ok)
		return temporary;
	if (temporary)
		path_remove_folder(temporary);
	free(temporary);
	return NULL;
}
