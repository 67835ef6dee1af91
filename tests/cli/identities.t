Personal identity numbers, of which there are none where nobody has decided otherwise.
All numbers here are Skatteverket's test numbers.

  $ samreg init --federation gotland --db r.db >/dev/null
  $ cat >interventions.csv <<'END'
  > name,kind,orientation,registration,start,esf
  > Spåret,individual,work_rehabilitation,detailed,2024-01-01,0
  > END
  $ cat >list.csv <<'END'
  > intervention,consent_given_on,covers_health_data,start,sex,birth_year,education,support_duration,support_before_1,works,studies,seeks_work
  > Spåret,2024-02-01,1,2024-02-01,woman,1985,unknown,not_applicable,none,0,0,1
  > Spåret,2024-02-01,1,2024-02-01,man,1979,unknown,not_applicable,none,0,0,1
  > Spåret,2024-02-01,1,2024-02-01,woman,2003,unknown,not_applicable,none,0,0,1
  > END
  $ samreg import --db r.db --form intervention --yes interventions.csv | tail -n 1
  1 rad är lagrad.
  $ samreg import --db r.db --form participation --yes list.csv | tail -n 1
  3 rader är lagrade.
  $ printf 'deltagare,personnummer\nD-0001,850505-2384\n' >one.csv
  $ samreg identities --db r.db one.csv; ls r.db*
  r.db
  ! samreg: HOME/work/r.db: registret för inga personnummer; beslutet om det anges i förbundets uppgifter, Uppgifter om person

A federation that has decided. The key comes with the first number.

  $ ln -s "$(dirname "$SAMREG")/tests/cli/decide" .; ./decide r.db identified
  $ printf 'deltagare,personnummer\nD-0001,850505-2394\n' >wrong.csv; samreg identities --db r.db wrong.csv; ls r.db*
  r.db
  ! samreg: wrong.csv:2:2: kontrollsiffran i personnumret stämmer inte
  $ samreg identities --db r.db one.csv; ls r.db*
  one.csv: nya personnummer: 1, ändrade: 0, som förut: 0, rader utan nummer: 0
  r.db
  r.db.key
  $ ls -l r.db.key | cut -c 1-10
  -rw-------
  $ samreg identities --db r.db one.csv
  one.csv: nya personnummer: 0, ändrade: 0, som förut: 1, rader utan nummer: 0
  $ printf '\357\273\277Personnummer;Namn;Deltagare\r\n19850505-2384;Ada Ö;1\r\n790303-2394;;2\r\n030909-2385;;D-0003\r\n;;4\r\n' >many.csv
  $ samreg identities --db r.db many.csv
  many.csv: nya personnummer: 2, ändrade: 0, som förut: 1, rader utan nummer: 1

Every fault is told, and no number.

  $ cat >bad.csv <<'END'
  > person,identity_number
  > D-0001,850505-2385
  > D-0009,850505-2384
  > 850505-2384,D-0001
  > 1,790303-2394
  > 1,19850505-2392
  > 2,20260101-2389
  > 2,191711602399
  > 3,200309092385
  > 1,030909-2385
  > ,850505-2384
  > END
  $ samreg identities --db r.db bad.csv
  ! samreg: bad.csv:2:2: kontrollsiffran i personnumret stämmer inte
  ! samreg: bad.csv:3:1: det finns ingen deltagare med det numret
  ! samreg: bad.csv:4:2: ett personnummer skrivs med siffror, och med - eller + bara före de fyra sista
  ! samreg: bad.csv:4:1: ska vara deltagarens nummer, till exempel D-0042
  ! samreg: bad.csv:5:2: deltagaren är registrerad med ett annat kön
  ! samreg: bad.csv:5:2: deltagaren är registrerad med ett annat födelseår
  ! samreg: bad.csv:6:2: deltagaren är registrerad med ett annat kön
  ! samreg: bad.csv:7:2: födelsedagen i personnumret ligger framåt i tiden
  ! samreg: bad.csv:8:2: deltagaren är registrerad med ett annat födelseår
  ! samreg: bad.csv:10:2: deltagaren är registrerad med ett annat födelseår
  ! samreg: bad.csv:11:1: ska vara deltagarens nummer, till exempel D-0042
  ! samreg: bad.csv:5:1: deltagaren står redan på rad 2
  ! samreg: bad.csv:6:1: deltagaren står redan på rad 2
  ! samreg: bad.csv:8:1: deltagaren står redan på rad 7
  ! samreg: bad.csv:10:1: deltagaren står redan på rad 2
  ! samreg: bad.csv:11:2: samma personnummer står på rad 3
  ! samreg: bad.csv:10:2: samma personnummer står på rad 9
  ! samreg: bad.csv:5:2: personnumret hör redan till deltagaren D-0002
  ! samreg: bad.csv:10:2: personnumret hör redan till deltagaren D-0003
  [1]
  $ printf 'a,b\n1,2\n' >columns.csv; samreg identities --db r.db columns.csv
  ! samreg: columns.csv:1: kolumnen deltagare (eller person) saknas
  ! samreg: columns.csv:1: kolumnen personnummer (eller identity_number) saknas
  [1]
  $ samreg identities --db r.db nowhere.csv
  ! samreg: nowhere.csv: kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ samreg identities --db r.db
  ! samreg: identities: ange filen med personnummer
  [2]

A number that has changed: the earlier one is kept and still the person's.

  $ printf 'person,identity_number\n1,850506-2383\n' >new.csv; samreg identities --db r.db new.csv
  new.csv: nya personnummer: 0, ändrade: 1, som förut: 0, rader utan nummer: 0
  $ printf 'person,identity_number\n1,850506-2383\n1,850505-2384\n' >both.csv; samreg identities --db r.db both.csv
  ! samreg: both.csv:3:1: deltagaren står redan på rad 2
  [1]
  $ printf 'Person\tIdentity_Number\nd-2\t790303-2394\n' >tab.csv; samreg identities --db r.db tab.csv
  tab.csv: nya personnummer: 0, ändrade: 0, som förut: 1, rader utan nummer: 0
  $ samreg identities --db r.db one.csv
  one.csv: nya personnummer: 0, ändrade: 1, som förut: 0, rader utan nummer: 0

Numbers read in for the wrong participant are taken away; then they can be another's.

  $ printf 'person,identity_number\n1,850505-2384\n2,850506-2383\n' >away.csv; samreg identities --db r.db --remove away.csv
  ! samreg: away.csv:3:2: personnumret är inte deltagarens
  [1]
  $ printf 'person,identity_number\n1,850506-2383\n1,850505-2384\n' >away.csv; samreg identities --db r.db --remove away.csv
  away.csv: borttagna personnummer: 2
  $ samreg identities --db r.db --remove away.csv
  ! samreg: away.csv:2:2: personnumret är inte deltagarens
  ! samreg: away.csv:3:2: personnumret är inte deltagarens
  [1]
  $ samreg identities --db r.db new.csv; samreg identities --db r.db one.csv
  new.csv: nya personnummer: 1, ändrade: 0, som förut: 0, rader utan nummer: 0
  one.csv: nya personnummer: 0, ändrade: 1, som förut: 0, rader utan nummer: 0

What opens the numbers is the register's key and no other.

  $ samreg verify r.db
  r.db: helt och utan fel
  $ samreg backup --db r.db copy.db; samreg verify --db r.db copy.db
  copy.db: säkerhetskopian är skriven
  copy.db: helt och utan fel
  $ mv r.db.key away
  $ samreg identities --db r.db one.csv; samreg verify --db r.db; samreg verify --db r.db copy.db; test -e r.db.key
  ! samreg: HOME/work/r.db.key: nyckeln kan inte läsas: Filen eller katalogen finns inte
  ! samreg: r.db: 4 personnummer kan inte öppnas
  ! samreg: r.db.key: nyckeln kan inte läsas: Filen eller katalogen finns inte
  ! samreg: copy.db: 4 personnummer kan inte öppnas
  ! samreg: r.db.key: nyckeln kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ SAMREG_KEY=away samreg verify copy.db; SAMREG_KEY=away samreg identities --db r.db one.csv
  copy.db: helt och utan fel
  one.csv: nya personnummer: 0, ändrade: 0, som förut: 1, rader utan nummer: 0
  $ chmod 644 away; SAMREG_KEY=away samreg identities --db r.db one.csv; chmod 600 away
  ! samreg: away: andra kan läsa nyckeln; rätta det med chmod 600
  $ echo hello >r.db.key; chmod 600 r.db.key; samreg identities --db r.db one.csv
  ! samreg: HOME/work/r.db.key: ingen nyckel till ett register
  [1]
  $ samreg init --federation blekinge --db other.db >/dev/null; ./decide other.db identified
  $ samreg import --db other.db --form intervention --yes interventions.csv | tail -n 1
  1 rad är lagrad.
  $ samreg import --db other.db --form participation --yes list.csv | tail -n 1
  3 rader är lagrade.
  $ samreg identities --db other.db one.csv
  one.csv: nya personnummer: 1, ändrade: 0, som förut: 0, rader utan nummer: 0
  $ cp other.db.key r.db.key; samreg identities --db r.db one.csv; samreg verify r.db
  ! samreg: HOME/work/r.db.key: är inte den nyckel som registrets personnummer är förseglade med
  ! samreg: r.db: 4 personnummer kan inte öppnas
  ! samreg: r.db.key: är inte den nyckel som registrets personnummer är förseglade med
  [1]
  $ cp away r.db.key; samreg verify r.db
  r.db: helt och utan fel

A decision taken back: no more numbers.

  $ ./decide other.db none; samreg identities --db other.db one.csv
  ! samreg: HOME/work/other.db: registret för inga personnummer; beslutet om det anges i förbundets uppgifter, Uppgifter om person
  [1]
  $ samreg identities --db other.db --remove one.csv
  one.csv: borttagna personnummer: 1
  $ samreg init --national --db national.db >/dev/null; samreg identities --db national.db one.csv
  ! samreg: HOME/work/national.db: registret för inga personnummer; beslutet om det anges i förbundets uppgifter, Uppgifter om person
  [1]

No number is in the register or its copy.

  $ cat r.db* copy.db | grep -a -c -e 850505 -e 850506 -e 790303 -e 030909
  0
  [1]
