Personal identity numbers in a delivery, for the one who has the key to them. All numbers
here are Skatteverket's test numbers.

  $ samreg keys --new nation
  nation.public: ge den till dem som ska sända personnummer
  nation.private: visa den för ingen och spara en kopia på ett säkert ställe
  $ ls -l nation.public nation.private | cut -c 1-10
  -rw-------
  -rw-------
  $ samreg keys --new nation
  ! samreg: nation.private: finns redan och skrivs inte över
  [1]
  $ samreg keys --new other >/dev/null; samreg keys
  ! samreg: keys: ange antingen --new eller --open
  [2]
  $ samreg keys --new a --open b; samreg keys --open b; samreg keys --key b
  ! samreg: keys: ange antingen --new eller --open
  ! samreg: keys: --open och --key hör ihop
  ! samreg: keys: ange antingen --new eller --open
  [2]

Nothing is sent from a register that keeps no numbers, or has none.

  $ samreg init --federation gotland --db r.db >/dev/null
  $ cat >interventions.csv <<'END'
  > name,kind,orientation,registration,start,esf
  > Spåret,individual,work_rehabilitation,detailed,2024-01-01,0
  > END
  $ cat >list.csv <<'END'
  > intervention,consent_given_on,covers_health_data,start,sex,birth_year,municipality,education,support_duration,support_before_1,works,studies,seeks_work
  > Spåret,2024-02-01,1,2024-02-01,woman,1985,0980,unknown,not_applicable,none,0,0,1
  > Spåret,2024-02-01,1,2024-02-01,man,1979,0980,unknown,not_applicable,none,0,0,1
  > Spåret,2025-02-01,1,2025-02-01,woman,2003,0980,unknown,not_applicable,none,0,0,1
  > Spåret,2024-02-01,1,2024-02-01,man,1988,0980,unknown,not_applicable,none,0,0,1
  > END
  $ samreg import --db r.db --form intervention --yes interventions.csv | tail -n 1
  1 rad är lagrad.
  $ samreg import --db r.db --form participation --yes list.csv | tail -n 1
  4 rader är lagrade.
  $ samreg export --db r.db --year 2024 --out sent --identities-for nation.public; ls
  interventions.csv
  list.csv
  nation.private
  nation.public
  other.private
  other.public
  r.db
  ! samreg: HOME/work/r.db: registret för inga personnummer; beslutet om det anges i förbundets uppgifter, Uppgifter om person
  $ ln -s "$(dirname "$SAMREG")/tests/cli/decide" .; ./decide r.db identified
  $ samreg export --db r.db --year 2024 --out sent --identities-for nation.public; ls sent
  ! samreg: HOME/work/r.db: registret har inga personnummer
  $ printf 'person,identity_number\n1,850505-2384\n2,790303-2394\n3,030909-2385\n' >numbers.csv; samreg identities --db r.db numbers.csv
  numbers.csv: nya personnummer: 3, ändrade: 0, som förut: 0, rader utan nummer: 0
  $ samreg export --db r.db --year 2024 --out sent --level aggregate --identities-for nation.public
  ! samreg: personnummer hör bara till en leverans av nivån detailed
  [1]
  $ samreg export --db r.db --year 2024 --out sent --identities-for nation.private
  ! samreg: nation.private: ingen mottagares öppna nyckel
  [1]
  $ samreg export --db r.db --year 2024 --out sent --identities-for nowhere
  ! samreg: nowhere: nyckeln kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ mv r.db.key away; samreg export --db r.db --year 2024 --out sent --identities-for nation.public; mv away r.db.key; ls sent
  ! samreg: HOME/work/r.db.key: nyckeln kan inte läsas: Filen eller katalogen finns inte
  $ samreg deliveries --db r.db
  År    Rev  Nivå     Skapad            Deltaganden  Läge
  2025    1                                       4  inte skapad
  2024    1                                       3  inte skapad

A delivery with them: those of the year, and how many have none.

  $ samreg export --db r.db --year 2024 --out sent --identities-for nation.public
  sent/gotland-2024-r1: leveransen är skriven, rader per fil:
    federation.csv                1
    memberships.csv               1
    interventions.csv             1
    intervention_years.csv        0
    anonymous.csv                 0
    funding.csv                   0
    admin_costs.csv               0
    federation_year.csv           0
    cells.csv                   675
    participations.csv            3
    support.csv                   3
    occupation.csv                3
    followups.csv                 0
    remarks.csv                   0
    identities.sealed             2
  1 deltagare har inget personnummer
  2024 är låst tills det låses upp (samreg unlock)
  $ sed -n '/x-identities/,$p' sent/gotland-2024-r1/datapackage.json | sed 's/[0-9a-f]\{64\}/HASH/'
    "x-identities": {
      "path": "identities.sealed",
      "bytes": 142,
      "hash": "sha256:HASH",
      "x-rows": 2
    },
    "x-hash": "sha256:HASH"
  }
  $ grep -r -l -e 850505 -e 790303 -e 030909 sent r.db
  [1]
  $ tr -d '+/=A-Za-z0-9\n' <sent/gotland-2024-r1/identities.sealed | wc -c | tr -d ' '
  0
  $ samreg deliveries --db r.db --year 2024 --revision 1 >sums; (cd sent/gotland-2024-r1; sha256sum --quiet -c ../../sums)
  $ samreg export --db r.db --year 2024 --revision 1 --out again; diff -r sent again
  again/gotland-2024-r1: leveransen är skriven som den levererades
  $ samreg export --db r.db --year 2024 --revision 1 --out again --identities-for nation.public
  ! samreg: export: --identities-for: en levererad revision har redan sina filer
  [2]

A copy for a spreadsheet holds tables only.

  $ samreg export --db r.db --year 2024 --revision 1 --out copy --dialect excel >/dev/null; ls copy/* | grep -e sealed -e cells
  cells.csv

Who has the private key opens it, and nobody else.

  $ samreg keys --open sent/gotland-2024-r1/identities.sealed --key nation.private
  person,identity_number\r
  1,198505052384\r
  2,197903032394\r
  $ samreg keys --open sent/gotland-2024-r1/identities.sealed --key other.private
  ! samreg: sent/gotland-2024-r1/identities.sealed: kan inte öppnas med den nyckeln, eller är ändrad
  [1]
  $ samreg keys --open sent/gotland-2024-r1/identities.sealed --key nation.public
  ! samreg: nation.public: ingen mottagares hemliga nyckel
  [1]
  $ samreg keys --open sent/gotland-2024-r1/cells.csv --key nation.private
  ! samreg: sent/gotland-2024-r1/cells.csv: är inget förseglat
  [1]
  $ samreg keys --open nowhere --key nation.private
  ! samreg: nowhere: kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ script -qec 'samreg keys --open sent/gotland-2024-r1/identities.sealed --key nation.private' /dev/null | tr -d '\r'
  samreg: keys: personnummer visas på en bildskärm bara med --yes

It is received unopened; what was changed on the way is refused.

  $ samreg init --national --db national.db >/dev/null
  $ cp -R sent/gotland-2024-r1 changed; sed -i '1s/^..../AAAA/' changed/identities.sealed; samreg import --db national.db changed
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: changed/identities.sealed: filen är ändrad: kontrollsumman stämmer inte
  [1]
  $ cp -R sent/gotland-2024-r1 lacking; rm lacking/identities.sealed; samreg import --db national.db lacking
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: lacking/identities.sealed: kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ cp -R sent/gotland-2024-r1 longer; echo >>longer/identities.sealed; samreg import --db national.db longer
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: longer/identities.sealed: 143 byte; leveransens innehåll säger 142
  [1]
  $ cp -R sent/gotland-2024-r1 elsewhere; sed -i 's/"identities.sealed"/"..\/identities.sealed"/' elsewhere/datapackage.json; samreg import --db national.db elsewhere
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: elsewhere/datapackage.json: filen är ändrad: dess egen kontrollsumma (x-hash) stämmer inte
  ! samreg: elsewhere/datapackage.json: x-identities: path, hash, bytes och x-rows ska stå där
  ! samreg: elsewhere/identities.sealed: filen står inte i leveransens innehåll
  [1]
  $ cp -R sent/gotland-2024-r1 large; sed -i '/x-identities/,$s/"bytes": .*/"bytes": 16777217,/' large/datapackage.json; samreg import --db national.db large
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: large/datapackage.json: filen är ändrad: dess egen kontrollsumma (x-hash) stämmer inte
  ! samreg: large/datapackage.json: x-identities: path, hash, bytes och x-rows ska stå där
  ! samreg: large/identities.sealed: 142 byte; leveransens innehåll säger 16777217
  [1]
  $ cp -R sent/gotland-2024-r1 silent; sed -i 's/"x-identities"/"y-identities"/' silent/datapackage.json; samreg import --db national.db silent
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: silent/datapackage.json: filen är ändrad: dess egen kontrollsumma (x-hash) stämmer inte
  ! samreg: silent/identities.sealed: filen står inte i leveransens innehåll
  [1]
  $ samreg import --db national.db sent/gotland-2024-r1
  gotland 2024 r1: mottagen, 3 deltaganden
  1 mottagen, 0 fanns redan, 0 avvisade
  $ grep identities sent/gotland-2024-r1.receipt.json | sed 's/[0-9a-f]\{64\}/HASH/'
      {"path": "identities.sealed", "rows": 2, "bytes": 142, "hash": "sha256:HASH"}
