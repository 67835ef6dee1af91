/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One connection to SQLite with every safety it has switched on, and where a register
 * may lie. Knows nothing of what is in the file.
 */
#ifndef SAMREG_STORE_CONNECT_H
#define SAMREG_STORE_CONNECT_H

#include <stdbool.h>

#include "store/db.h"

/*
 * Opens a connection to a real path (an existing file) or a memory URI. Not read yet, so
 * it may still turn out not to be a database. The caller closes it with db_close().
 */
bool connect_open(const char *name, enum db_mode mode, struct db **out, struct err *e)
	__attribute__((warn_unused_result));

/* A new name for a database in memory, shared by the connections that open it. The caller
 * frees it. */
char *connect_memory_name(void) __attribute__((returns_nonnull));

/*
 * The real path of a regular file on a disk of this computer, for the caller to free;
 * NULL otherwise. Locks do not hold over a network, and so a register there is lost
 * sooner or later.
 */
char *connect_find_file(const char *path, struct err *e);

/* Whether statfs(2) of Linux says so of this file system type. */
bool connect_is_network(unsigned long type);

/* See db_may_write(). */
bool connect_may_write(const char *path);

#endif
