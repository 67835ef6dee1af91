Disposal of personal identity numbers. All numbers here are Skatteverket's test numbers.

  $ samreg init --federation gotland --db r.db >/dev/null
  $ cat >interventions.csv <<'END'
  > name,kind,orientation,registration,start,esf
  > Spåret,individual,work_rehabilitation,detailed,2024-01-01,0
  > END
  $ ln -s "$(dirname "$SAMREG")/tests/cli/decide" .; ./decide r.db identified
  $ cat >list.csv <<'END'
  > intervention,identity_number,consent_given_on,covers_health_data,start,municipality,education,support_duration,support_before_1,works,studies,seeks_work
  > Spåret,850505-2384,2024-02-01,1,2024-02-01,0980,unknown,not_applicable,none,0,0,1
  > Spåret,790303-2394,2024-02-01,1,2024-02-01,0980,unknown,not_applicable,none,0,0,1
  > Spåret,030909-2385,2024-02-01,1,2024-02-01,0980,unknown,not_applicable,none,0,0,1
  > END
  $ samreg import --db r.db --form intervention --yes interventions.csv | tail -n 1
  1 rad är lagrad.
  $ samreg import --db r.db --form participation --yes list.csv | tail -n 2
  Fel: 0. Varningar: 0.
  3 rader är lagrade.
  $ printf 'person,identity_number\n1,850506-2383\n' >numbers.csv; samreg identities --db r.db numbers.csv
  numbers.csv: nya personnummer: 0, ändrade: 1, som förut: 0, rader utan nummer: 0

What is needed: whose, after which rule and decision.

  $ samreg identities --db r.db --dispose --rule R --decision D; samreg identities --db r.db --dispose --all --person 1 --rule R --decision D
  ! samreg: identities: ange en av --person, --ended-before och --all
  ! samreg: identities: ange en av --person, --ended-before och --all
  [2]
  $ samreg identities --db r.db --dispose --all --rule R; samreg identities --db r.db --dispose --all --rule ' ' --decision D
  ! samreg: identities: ange både --rule och --decision
  ! samreg: identities: ange både --rule och --decision
  [2]
  $ samreg identities --db r.db --dispose --person x --rule R --decision D; samreg identities --db r.db --dispose --person D-0000 --rule R --decision D --yes; samreg identities --db r.db --dispose --ended-before 2025-02-30 --rule R --decision D
  ! samreg: identities: --person: ska vara deltagarens nummer, till exempel D-0042
  ! samreg: identities: --person: ska vara deltagarens nummer, till exempel D-0042
  ! samreg: identities: --ended-before: skriv dagen som 2025-03-04
  [2]
  $ samreg identities --db r.db --dispose --all numbers.csv; samreg identities --db r.db --yes numbers.csv
  ! samreg: identities: --dispose läser ingen lista
  ! samreg: identities: --person, --ended-before, --all, --rule, --decision och --yes hör till --dispose
  [2]
  $ samreg identities --db r.db --dispose --person D-0009 --rule R --decision D; samreg identities --db r.db --dispose --ended-before 2025-01-01 --rule R --decision D
  ! samreg: HOME/work/r.db: det finns inga sådana personnummer att gallra
  ! samreg: HOME/work/r.db: det finns inga sådana personnummer att gallra
  [1]

Nothing goes unasked. Then the numbers of one, earlier ones too, and at last all.

  $ samreg identities --db r.db --dispose --person D-0001 --rule 'Plan 4.2' --decision 'Dnr 2025-17'
  Att gallra: deltagare: 1, nummer: 2 (varav tidigare: 1), ändringar i utkast: 0
  Inget är gallrat. Med --yes gallras numren.
  [1]
  $ printf 'n\n' | script -qec "samreg identities --db r.db --dispose --person 1 --rule R --decision D" /dev/null | tr -d '\r' | tail -n 1
  Numren kan inte fås tillbaka. Gallra dem? [j/N] Inget är gallrat.
  $ samreg identities --db r.db --dispose --person D-0001 --rule 'Plan 4.2' --decision 'Dnr 2025-17' --yes | sed '/^Av/d'
  Kvitto på gallring av personnummer
  Register:  HOME/work/r.db
  Gallrat:   deltagare: 1, nummer: 2 (varav tidigare: 1), ändringar i utkast: 0
  Regel:     Plan 4.2
  Beslut:    Dnr 2025-17
  Tid:       2025-11-14T10:00:00
  $ samreg identities --db r.db --remove numbers.csv
  ! samreg: numbers.csv:2:2: personnumret är inte deltagarens
  [1]
  $ samreg --lang en identities --db r.db --dispose --all --rule 'Plan 4.2' --decision 'Dnr 2025-18' --yes | sed '/^By/d'
  Receipt for disposal of personal identity numbers
  Register:  HOME/work/r.db
  Disposed:  participants: 2, numbers: 2 (earlier ones: 0), changes in drafts: 0
  Rule:      Plan 4.2
  Decision:  Dnr 2025-18
  Time:      2025-11-14T10:00:00
  $ samreg identities --db r.db --dispose --all --rule R --decision D --yes
  ! samreg: HOME/work/r.db: det finns inga sådana personnummer att gallra
  [1]
  $ samreg verify r.db; samreg export --db r.db --form participation -o out.csv; grep -a -o -m 1 'persons: 2;.*decision: Dnr 2025-18' r.db | head -n 1
  r.db: helt och utan fel
  out.csv: 3 rader
  persons: 2; numbers: 2; earlier: 0; drafts: 0; rule: Plan 4.2; decision: Dnr 2025-18
