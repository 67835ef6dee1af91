/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) about years that were frozen: app/freeze asks.
 */
#ifndef SAMREG_STORE_SQL_FROZEN_H
#define SAMREG_STORE_SQL_FROZEN_H

#define SQL_FROZEN_TABLE \
	SQL(FROZEN_LATEST, \
	    "SELECT revision, frozen_at, frozen_by, version FROM frozen_year " \
	    "WHERE year = ?1 ORDER BY revision DESC LIMIT 1") \
	/* As cells_make() gives them. */ \
	SQL(FROZEN_CELLS, \
	    "SELECT cell_table AS \"table\", cell_row AS \"row\", " \
	    "       cell_column AS \"column\", n, d FROM frozen_cell " \
	    "WHERE year = ?1 AND revision = ?2 ORDER BY id") \
	SQL(FROZEN_ADD_YEAR, \
	    "INSERT INTO frozen_year (year, revision, version, frozen_at, frozen_by) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5)") \
	SQL(FROZEN_ADD_CELL, \
	    "INSERT INTO frozen_cell " \
	    "(year, revision, cell_table, cell_row, cell_column, n, d) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")

#endif
