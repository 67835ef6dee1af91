/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one delivery; see delivery_files.h. */
#include "app/delivery_files.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/json.h"
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

/* ---- the descriptor's own hash ---- */

static const char seal_key[] = "x-hash";
static const char seal_start[] = "\"x-hash\": \"sha256:";
static const char zeros[] =
	"0000000000000000000000000000000000000000000000000000000000000000";

_Static_assert(sizeof(zeros) == HASH_HEX_SIZE, "as many as a hash has digits");

void delivery_seal_add(struct json *j)
{
	struct text hash = { 0 };

	text_addf(&hash, "sha256:%s", zeros);
	json_key_string(j, seal_key, text_get(&hash));
	text_done(&hash);
}

/* Where the digits are in the text: the last such place; NULL when there is none. */
static char *find_seal(struct text *descriptor)
{
	char *found = NULL, *next = descriptor->bytes;

	while (next && (next = strstr(next, seal_start))) {
		next += sizeof(seal_start) - 1;
		found = next;
	}
	return found && strlen(found) >= sizeof(zeros) ? found : NULL;
}

void delivery_seal_fill(struct text *descriptor)
{
	char *seal = find_seal(descriptor), hash[HASH_HEX_SIZE];

	assert(seal);
	hash_print_hex(descriptor->bytes, descriptor->length, hash);
	memcpy(seal, hash, sizeof(zeros) - 1);
}

bool delivery_seal_holds(const struct text *descriptor)
{
	char said[HASH_HEX_SIZE] = "", hash[HASH_HEX_SIZE] = "";
	struct text copy = { 0 };
	char *seal;

	text_add_part(&copy, text_get(descriptor), descriptor->length);
	seal = find_seal(&copy);
	if (seal) {
		memcpy(said, seal, sizeof(zeros) - 1);
		memcpy(seal, zeros, sizeof(zeros) - 1);
		hash_print_hex(copy.bytes, copy.length, hash);
	}
	text_done(&copy);
	return seal && !strcmp(said, hash);
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
