-- SPDX-License-Identifier: GPL-3.0-or-later
-- The report tables once more, one plain query each, written from the definitions and not
-- from data/reports.csv: tests/unit/test_report compares every cell. :year is replaced.
--
-- A table's query gives rows of key, column, n and d, NULL where nothing is divided.
-- After the table's name stand the values that are shown: n, pct, mean, mean_pct, mkr, for
-- all columns or as column:value. Cells whose n is 0 need not be given.

CREATE TEMP TABLE years AS WITH RECURSIVE y(year) AS (SELECT 2010 UNION ALL
	SELECT year + 1 FROM y WHERE year < :year) SELECT year FROM y;
CREATE TEMP TABLE sexes AS SELECT 'woman' AS sex, 'women' AS col
	UNION ALL SELECT 'man', 'men' UNION ALL SELECT 'woman', 'total'
	UNION ALL SELECT 'man', 'total';
-- Every participation that counts, once for each column and year.
CREATE TEMP VIEW part AS SELECT y.year, s.col, p.*, i.orientation,
	substr(p.start, 1, 4) - q.birth_year AS age,
	EXISTS (SELECT 1 FROM support b WHERE b.participation = p.id AND b.phase = 'before'
		AND b.source = 'activity_compensation') AS yac
	FROM years y JOIN participation p JOIN person q ON q.id = p.person
	JOIN sexes s ON s.sex = q.sex JOIN intervention i ON i.id = p.intervention
	WHERE p.closure_reason IS NULL OR p.closure_reason <> 'registered_in_error';
CREATE TEMP VIEW pu AS SELECT * FROM part
	WHERE start <= year || '-12-31' AND (end IS NULL OR end >= year || '-01-01');
CREATE TEMP VIEW started AS SELECT * FROM part WHERE substr(start, 1, 4) = '' || year;
CREATE TEMP VIEW ended AS SELECT * FROM part WHERE substr(end, 1, 4) = '' || year;
-- Ended, once more for each group it is in: '' is everybody.
CREATE TEMP VIEW grouped AS SELECT e.*, '' AS grp FROM ended e
	UNION ALL SELECT e.*, '_u30' FROM ended e WHERE age < 30
	UNION ALL SELECT e.*, '_30_plus' FROM ended e WHERE age >= 30
	UNION ALL SELECT e.*, '_young_activity_compensation' FROM ended e WHERE yac;
-- The same with what they did before and after, NULL when nothing is registered.
CREATE TEMP VIEW doing AS SELECT g.*, f.phase AS phase, o.works, o.studies, o.seeks_work,
	o.work_extent, o.study_extent, o.work_kind
	FROM grouped g JOIN (SELECT 'before' AS phase UNION ALL SELECT 'after') f
	LEFT JOIN occupation o ON o.participation = g.id AND o.phase = f.phase;
CREATE TEMP VIEW int AS SELECT y.year, i.* FROM years y JOIN intervention i
	WHERE i.start <= y.year || '-12-31' AND (i.end IS NULL OR i.end >= y.year || '-01-01');
CREATE TEMP VIEW heads AS SELECT v.year, i.kind, i.orientation,
	CASE WHEN v.not_stated = 1 OR (v.women IS NULL AND v.men IS NULL
		AND v.unspecified IS NULL) THEN NULL
	ELSE coalesce(v.women, 0) + coalesce(v.men, 0) + coalesce(v.unspecified, 0) END AS n
	FROM volume v JOIN intervention i ON i.id = v.intervention;
CREATE TEMP VIEW registered AS SELECT year, 'personal' AS how, count(*) AS n FROM pu
	WHERE col = 'total' GROUP BY year
	UNION ALL SELECT year, 'anonymous', sum(count) FROM anonymous_count GROUP BY year
	UNION ALL SELECT year, 'volume', sum(n) FROM heads WHERE kind = 'individual'
	GROUP BY year HAVING sum(n) IS NOT NULL;

-- table interventions_by_kind n pct
WITH i AS (SELECT * FROM int WHERE year = :year), t AS (SELECT count(*) AS d FROM i)
SELECT kind, 'total', count(*), d FROM i, t GROUP BY kind
UNION ALL SELECT 'total', 'total', d, d FROM t;
-- table interventions_over_time total:n individual:pct structural:pct
SELECT year, 'total', count(*), NULL FROM int WHERE year > :year - 5 GROUP BY year
UNION ALL SELECT i.year, i.kind, count(*),
	(SELECT count(*) FROM int x WHERE x.year = i.year)
	FROM int i WHERE i.year > :year - 5 GROUP BY i.year, i.kind;
-- table individual_by_orientation n pct
WITH i AS (SELECT * FROM int WHERE year = :year AND kind = 'individual'),
t AS (SELECT count(*) AS d FROM i)
SELECT orientation, 'total', count(*), d FROM i, t GROUP BY orientation
UNION ALL SELECT 'total', 'total', d, d FROM t;
-- table structural_by_orientation n pct
WITH i AS (SELECT * FROM int WHERE year = :year AND kind = 'structural'),
t AS (SELECT count(*) AS d FROM i)
SELECT orientation, 'total', count(*), d FROM i, t GROUP BY orientation
UNION ALL SELECT 'total', 'total', d, d FROM t;
-- table structural_participants n
SELECT 'actual', 'total', sum(n), NULL FROM heads WHERE year = :year AND kind = 'structural'
UNION ALL SELECT 'planned', 'total', sum(y.planned), NULL FROM intervention_year y
	JOIN intervention i ON i.id = y.intervention
	WHERE y.year = :year AND i.kind = 'structural';
-- table structural_participants_by_orientation n pct
WITH h AS (SELECT * FROM heads WHERE year = :year AND kind = 'structural'),
t AS (SELECT sum(n) AS d FROM h)
SELECT orientation, 'total', sum(n), d FROM h, t GROUP BY orientation
UNION ALL SELECT 'total', 'total', d, d FROM t;
-- table structural_participants_over_time n
SELECT year, 'total', sum(n), NULL FROM heads
	WHERE kind = 'structural' AND year BETWEEN :year - 4 AND :year GROUP BY year;
-- table participants_by_registration n pct
WITH r AS (SELECT * FROM registered WHERE year = :year), t AS (SELECT sum(n) AS d FROM r)
SELECT how, 'total', n, d FROM r, t
UNION ALL SELECT 'total', 'total', d, d FROM t
UNION ALL SELECT 'started_in_year', 'total', (SELECT count(*) FROM started
	WHERE year = :year AND col = 'total') + coalesce((SELECT sum(count)
	FROM anonymous_count WHERE year = :year), 0), NULL;
-- table participants_over_time n
SELECT year, 'total', sum(n), NULL FROM registered
	WHERE year BETWEEN :year - 4 AND :year GROUP BY year;
-- table sex_age n pct
WITH p AS (SELECT * FROM pu WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT CASE WHEN age < 30 THEN 'u30' WHEN age < 45 THEN '30_44' WHEN age < 60 THEN '45_59'
	ELSE '60_plus' END AS class, p.col, count(*), d FROM p JOIN t ON t.col = p.col
	GROUP BY class, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table education n pct
WITH p AS (SELECT * FROM pu WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT education, p.col, count(*), d FROM p JOIN t ON t.col = p.col GROUP BY education, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table support_duration n pct
WITH p AS (SELECT * FROM pu WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT support_duration, p.col, count(*), d FROM p JOIN t ON t.col = p.col
	GROUP BY support_duration, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table support_before n pct
WITH m AS (SELECT p.col, s.source FROM pu p JOIN support s ON s.participation = p.id
	WHERE p.year = :year AND s.phase = 'before'),
t AS (SELECT col, count(*) AS d FROM m GROUP BY col)
SELECT source, m.col, count(*), d FROM m JOIN t ON t.col = m.col GROUP BY source, m.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table participants_by_orientation n pct
WITH p AS (SELECT * FROM pu WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT orientation, p.col, count(*), d FROM p JOIN t ON t.col = p.col
	GROUP BY orientation, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table time_in_intervention n pct
WITH e AS (SELECT col, 12 * (substr(end, 1, 4) - substr(start, 1, 4))
	+ substr(end, 6, 2) - substr(start, 6, 2)
	+ (substr(end, 9, 2) >= substr(start, 9, 2)) AS months FROM ended WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM e GROUP BY col)
SELECT CASE WHEN months <= 6 THEN '1_6' WHEN months <= 12 THEN '7_12'
	WHEN months <= 18 THEN '13_18' WHEN months <= 24 THEN '19_24' ELSE '25_plus' END
	AS class, e.col, count(*), d FROM e JOIN t ON t.col = e.col GROUP BY class, e.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table occupation n
SELECT work_kind || '_' || phase, col, count(*), NULL FROM doing
	WHERE year = :year AND grp = '' AND works = 1 AND work_kind IS NOT NULL
	GROUP BY work_kind, phase, col
UNION ALL SELECT 'studies_' || phase, col, count(*), NULL FROM doing
	WHERE year = :year AND grp = '' AND studies = 1 GROUP BY phase, col;
-- table work_or_studies n pct
SELECT phase || grp, col, total(works = 1 OR studies = 1), count(*) FROM doing
	WHERE year = :year GROUP BY phase, grp, col;
-- table work_or_studies_over_time pct
SELECT year, col, total(works = 1 OR studies = 1), count(*) FROM doing
	WHERE year > :year - 5 AND grp = '' AND phase = 'after' GROUP BY year, col;
-- table extent mean_pct
SELECT phase || grp, col, sum(min(100, coalesce(work_extent, 0) + coalesce(study_extent, 0))),
	count(*) FROM doing WHERE year = :year AND (works = 1 OR studies = 1)
	AND (works = 0 OR work_extent IS NOT NULL) AND (studies = 0 OR study_extent IS NOT NULL)
	GROUP BY phase, grp, col;
-- table job_seekers n pct
SELECT phase || grp, col, total(seeks_work = 1 AND works = 0 AND studies = 0), count(*)
	FROM doing WHERE year = :year AND phase = 'after' GROUP BY grp, col;
-- table job_seekers_over_time pct
SELECT year, col, total(seeks_work = 1 AND works = 0 AND studies = 0), count(*)
	FROM doing WHERE year > :year - 5 AND grp = '' AND phase = 'after' GROUP BY year, col;
-- table closure_reason n pct
WITH e AS (SELECT * FROM ended WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM e GROUP BY col)
SELECT closure_reason, e.col, count(*), d FROM e JOIN t ON t.col = e.col
	GROUP BY closure_reason, e.col
UNION ALL SELECT 'continued_rehabilitation_young_activity_compensation', col,
	total(closure_reason = 'continued_rehabilitation'), count(*) FROM e WHERE yac
	GROUP BY col;
-- table support_change n pct
WITH m AS (SELECT e.col, s.phase, s.source FROM ended e JOIN support s
	ON s.participation = e.id WHERE e.year = :year AND s.phase IN ('before', 'after'))
SELECT source || '_' || phase, col, count(*), (SELECT count(*) FROM m x
	WHERE x.col = m.col AND x.phase = m.phase) FROM m GROUP BY source, phase, col;
-- table no_public_support pct
SELECT s.phase, e.col, total(s.source = 'none'), count(*) FROM ended e JOIN support s
	ON s.participation = e.id WHERE e.year = :year AND s.phase IN ('before', 'after')
	GROUP BY s.phase, e.col;
-- table cost_split pct
WITH c AS (SELECT i.kind, y.budget, y.actual FROM intervention_year y
	JOIN intervention i ON i.id = y.intervention WHERE y.year = :year)
SELECT kind, 'budget', sum(budget), (SELECT sum(budget) FROM c) FROM c GROUP BY kind
UNION ALL SELECT kind, 'actual', sum(actual), (SELECT sum(actual) FROM c) FROM c
	GROUP BY kind;
-- table allocation kr
WITH a AS (SELECT coalesce(sum(amount), 0) AS n FROM funding
	WHERE kind = 'allocated' AND year = :year),
u AS (SELECT sum(n) AS n FROM (SELECT sum(actual) AS n FROM intervention_year
	WHERE year = :year UNION ALL SELECT sum(actual) FROM admin_cost WHERE year = :year))
SELECT 'allocated', 'sek', n, NULL FROM a UNION ALL SELECT 'used', 'sek', n, NULL FROM u
UNION ALL SELECT 'unused', 'sek', a.n - coalesce(u.n, 0), NULL FROM a, u;
-- table equity mkr
SELECT year, 'result', sum(result), NULL FROM federation_year
	WHERE year BETWEEN :year - 4 AND :year GROUP BY year
UNION ALL SELECT year, 'closing_equity', sum(closing_equity), NULL FROM federation_year
	WHERE year BETWEEN :year - 4 AND :year GROUP BY year;
-- table esf kr
SELECT 'budgeted', 'sek', sum(esf_budget), NULL FROM intervention_year WHERE year = :year;
-- table federations_over_time n
WITH m AS (SELECT y.year, m.* FROM years y JOIN membership m
	WHERE (m.start IS NULL OR m.start <= y.year || '-12-31')
	AND (m.end IS NULL OR m.end >= y.year || '-12-31') AND y.year > :year - 5)
SELECT year, 'federations', count(DISTINCT federation), NULL FROM m GROUP BY year
UNION ALL SELECT year, 'municipalities', count(DISTINCT municipality), NULL FROM m
	GROUP BY year;
-- table priority_ongoing_activity_compensation women:n women:pct men:n men:pct total:n
SELECT p.year, p.col, count(*), (SELECT count(*) FROM pu x WHERE x.year = p.year AND x.yac
	AND x.col = 'total') FROM pu p WHERE p.yac AND p.year >= 2016 GROUP BY p.year, p.col;
-- table priority_ongoing_sickness_benefit women:n women:pct men:n men:pct total:n
WITH p AS (SELECT * FROM pu WHERE year >= 2016 AND EXISTS (SELECT 1 FROM support s
	WHERE s.participation = pu.id AND s.phase = 'before' AND s.source = 'sickness_benefit'))
SELECT p.year, p.col, count(*), (SELECT count(*) FROM p x WHERE x.year = p.year
	AND x.col = 'total') FROM p GROUP BY p.year, p.col;
-- table priority_new_activity_compensation women:n women:pct men:n men:pct total:n
SELECT p.year, p.col, count(*), (SELECT count(*) FROM started x WHERE x.year = p.year
	AND x.yac AND x.col = 'total') FROM started p WHERE p.yac AND p.year >= 2016
	GROUP BY p.year, p.col;
-- table priority_new_sickness_benefit women:n women:pct men:n men:pct total:n
WITH p AS (SELECT * FROM started WHERE year >= 2016 AND EXISTS (SELECT 1 FROM support s
	WHERE s.participation = started.id AND s.phase = 'before'
	AND s.source = 'sickness_benefit'))
SELECT p.year, p.col, count(*), (SELECT count(*) FROM p x WHERE x.year = p.year
	AND x.col = 'total') FROM p GROUP BY p.year, p.col;
-- table priority_interventions n
SELECT i.year, t.target_group, count(*), NULL FROM int i JOIN intervention_target_group t
	ON t.intervention = i.id WHERE i.year >= 2016 AND t.target_group <> 'other'
	GROUP BY i.year, t.target_group;
-- table priority_federations n
SELECT t.target_group, 'total', count(DISTINCT i.federation), NULL FROM int i
	JOIN intervention_target_group t ON t.intervention = i.id WHERE i.year = :year
	GROUP BY t.target_group;
-- table persons n
SELECT 'participations', col, count(*), NULL FROM pu WHERE year = :year GROUP BY col
UNION ALL SELECT 'persons', col, count(DISTINCT person), NULL FROM pu WHERE year = :year
	GROUP BY col;
-- table target_groups n pct
WITH p AS (SELECT * FROM pu WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT coalesce(g.target_group, 'not_stated'), p.col, count(*), d
	FROM p JOIN t ON t.col = p.col LEFT JOIN participation_target_group g
	ON g.participation = p.id GROUP BY g.target_group, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table referrers n pct
WITH p AS (SELECT * FROM started WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT coalesce(referrer, 'not_stated'), p.col, count(*), d FROM p JOIN t ON t.col = p.col
	GROUP BY referrer, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table next_step n pct
WITH p AS (SELECT * FROM ended WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT coalesce(next_step, 'not_stated'), p.col, count(*), d FROM p JOIN t ON t.col = p.col
	GROUP BY next_step, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table late_registration n pct
WITH p AS (SELECT *, julianday(substr(registered_at, 1, 10)) - julianday(start) AS days
	FROM started WHERE year = :year),
t AS (SELECT col, count(*) AS d FROM p GROUP BY col)
SELECT CASE WHEN days <= 7 THEN '1_week' WHEN days <= 31 THEN '1_month'
	WHEN days <= 92 THEN '3_months' ELSE 'longer' END AS class, p.col, count(*), d
	FROM p JOIN t ON t.col = p.col GROUP BY class, p.col
UNION ALL SELECT 'total', col, d, d FROM t;
-- table registration_days mean
SELECT 'total', col, CAST(sum(max(0, julianday(substr(registered_at, 1, 10))
	- julianday(start))) AS INTEGER), count(*) FROM started WHERE year = :year GROUP BY col;
-- table support_transitions n
SELECT b.source || '_' || a.source, e.col, count(*), NULL FROM ended e
	JOIN support b ON b.participation = e.id AND b.phase = 'before'
	JOIN support a ON a.participation = e.id AND a.phase = 'after'
	WHERE e.year = :year GROUP BY b.source, a.source, e.col;
-- table support_reduced n
SELECT b.source, e.col, count(*), NULL FROM ended e
	JOIN support b ON b.participation = e.id AND b.phase = 'before' AND b.extent = '100'
	JOIN support a ON a.participation = e.id AND a.phase = 'after' AND a.source = b.source
		AND a.extent IN ('25', '50', '75')
	WHERE e.year = :year AND b.source NOT IN ('none', 'missing') GROUP BY b.source, e.col;
-- table followup n pct
WITH f AS (SELECT participation, phase FROM occupation
	UNION SELECT participation, phase FROM support)
SELECT f.phase, e.col, total(o.works = 1 OR o.studies = 1), count(*) FROM ended e
	JOIN f ON f.participation = e.id AND f.phase LIKE 'followup%'
	LEFT JOIN occupation o ON o.participation = e.id AND o.phase = f.phase
	WHERE e.year = :year GROUP BY f.phase, e.col;
