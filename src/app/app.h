/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open register with everything that is needed to work in it. The two faces, terminal
 * and command line, hold one of these and reach the database only through the app floor.
 */
#ifndef SAMREG_APP_APP_H
#define SAMREG_APP_APP_H

#include <stdbool.h>
#include <stddef.h>

struct app;
struct catalog;
struct choices;
struct err;
struct faults;
struct form_field;

/* What a new register is to be. */
struct app_new {
	bool national;          /* no federation of its own; receives others' */
	const char *federation; /* code: of data/reference/federations.csv, or new */
	const char *name;       /* needed when the code is not in the list */
	const char *const *municipalities; /* codes or names, for one not in the list */
	size_t municipality_count;
	bool demo; /* marked as synthetic data, for good */
};

/*
 * Creates the register file (0600, its folder 0700) with code lists, reference data, the
 * federation and its municipalities, or (national) all federations. Refuses to overwrite.
 * Nothing is left behind when it fails; every fault is in `f`.
 */
bool app_create(const char *path, const struct app_new *what, struct faults *f)
	__attribute__((warn_unused_result));

/* Opens a register, for reading only where no more is allowed. NULL, with every fault in
 * `f`; the caller closes it. */
struct app *app_open(const char *path, struct faults *f);
void app_close(struct app *a);

const char *app_path(const struct app *a);
const struct catalog *app_catalog(const struct app *a);

/* The federation's code and name; "" in a national register. */
const char *app_federation(const struct app *a);
const char *app_federation_name(const struct app *a);
bool app_is_national(const struct app *a);
bool app_is_demo(const struct app *a);

/* Whether the file may only be read: every change is refused. */
bool app_is_read_only(const struct app *a);

/* How many municipalities belong to the federation, or in a national register to any. */
size_t app_municipality_count(const struct app *a);

/* Another number whenever the register has changed; the same one means that what was
 * read from it still holds. */
long long app_version(struct app *a);

/* Who is working: the login name. */
const char *app_user(const struct app *a);

/*
 * What a select field offers now; NULL for other types. Owned by the app and kept until
 * app_forget_choices(), which a save calls, since lists of records may have changed.
 */
const struct choices *app_choices(struct app *a, const struct form_field *field);
void app_forget_choices(struct app *a);

/* A new id for a row, <federation>-<ULID>; national-<ULID> in a national register, whose
 * own rows are not exchanged. The caller frees it. */
char *app_new_id(const struct app *a) __attribute__((returns_nonnull));

#endif
