/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of data/schema/NNN.sql as compiled into the program. The definitions are
 * generated at build time, so the program needs no schema files where it is installed.
 */
#ifndef STORE_SCHEMA_SQL_H
#define STORE_SCHEMA_SQL_H

/* The steps in order: schema_sql[0] is 001.sql. NULL stands after the last one. */
extern const char *const schema_sql[];

/* Number of steps: the user_version of an up-to-date register. */
extern const int schema_sql_count;

#endif
