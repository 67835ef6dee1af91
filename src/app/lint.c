/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Are forms, codes, rules and lists in order? See lint.h. */
#include "app/lint.h"

#include "app/catalog.h"
#include "base/err.h"
#include "base/faults.h"
#include "model/form.h"
#include "store/db.h"

bool lint_forms(struct lint *counted, struct faults *f)
{
	struct catalog *catalog = catalog_load(f);
	struct db *db = NULL;
	struct err e;
	bool ok = false;

	if (!catalog)
		return false;
	counted->forms = forms_count(catalog_forms(catalog));
	counted->rules = forms_rule_count(catalog_forms(catalog));
	if (db_memory(&db, &e))
		ok = catalog_check(catalog, db, f);
	else
		faults_add(f, "", 0, 0, "%s", e.text);
	db_close(db);
	catalog_free(catalog);
	return ok;
}
