A year's delivery. What stands in the files is tried in tests/unit/test_export_files.

  $ samreg init --federation gotland >/dev/null
  $ samreg export --year 2024 --out sent/2025
  sent/2025/gotland-2024-r1: leveransen är skriven, rader per fil:
    federation.csv                1
    memberships.csv               1
    interventions.csv             0
    intervention_years.csv        0
    anonymous.csv                 0
    funding.csv                   0
    admin_costs.csv               0
    federation_year.csv           0
    cells.csv                   666
    participations.csv            0
    support.csv                   0
    occupation.csv                0
    followups.csv                 0
    remarks.csv                   0
  2024 är låst tills det låses upp (samreg unlock)
  $ ls -lR sent | sed -n '/^[-d]/s/ .*//p' | sort | uniq -c | sed 's/^ *//'
  15 -rw-------
  2 drwx------

Comma, CRLF, UTF-8 without BOM; a file without rows has its head.

  $ cat sent/2025/gotland-2024-r1/memberships.csv
  municipality,from,to\r
  0980,,\r
  $ cat sent/2025/gotland-2024-r1/support.csv
  participation,phase,source,extent\r
  $ cat sent/2025/gotland-2024-r1/federation.csv
  federation,name,year,revision,level,forms_version,rules_version,created\r
  gotland,Samordningsförbundet Finsam Gotland,2024,1,detailed,0.1.0,0.1.0,2025-11-14T10:00:00\r

The descriptor names each file with its size and SHA-256.

  $ grep -c '"hash": "sha256:[0-9a-f]*"' sent/2025/gotland-2024-r1/datapackage.json
  14
  $ head -n 14 sent/2025/gotland-2024-r1/datapackage.json
  {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "profile": "tabular-data-package",
    "name": "gotland-2024-r1",
    "title": "Samordningsförbundet Finsam Gotland 2024",
    "created": "2025-11-14T10:00:00Z",
    "x-federation": "gotland",
    "x-year": 2024,
    "x-revision": 1,
    "x-level": "detailed",
    "x-forms": "0.1.0",
    "x-rules": "0.1.0",
    "resources": [
      {
  $ (cd sent/2025/gotland-2024-r1; sed -n 's/.*"hash": "sha256:\(.*\)",/\1/p' datapackage.json) >hashes
  $ (cd sent/2025/gotland-2024-r1; sed -n 's/.*"path": "\(.*\)",/\1/p' datapackage.json) >files
  $ (paste -d ' ' hashes files | sed 's/ /  /') >sums; cd sent/2025/gotland-2024-r1; sha256sum --quiet -c ../../../sums

A delivery that was made locks its year and is not made again, but can be written again.

  $ samreg export --year 2024 --out sent/2025
  ! samreg: 2024: revision 1 är levererad och året är låst; skriv den revisionen igen eller lås upp året
  [1]
  $ samreg export --year 2024 --revision 1 --out sent/2025
  ! samreg: sent/2025/gotland-2024-r1: finns redan och skrivs inte över
  [1]
  $ samreg export --year 2024 --revision 1 --out again
  again/gotland-2024-r1: leveransen är skriven som den levererades
  $ diff -r sent/2025 again
  $ samreg export --year 2024 --revision 2 --out again
  ! samreg: 2024: det finns ingen revision 2
  [1]
  $ samreg export --year 2023 --out sent/2025 | head -n 1; ls -A sent/2025
  sent/2025/gotland-2023-r1: leveransen är skriven, rader per fil:
  gotland-2023-r1
  gotland-2024-r1

A revision that is made after unlocking.

  $ samreg unlock --year 2024
  ! samreg: unlock: ange --year och --reason
  [2]
  $ samreg unlock --year 2024 --reason ''
  ! samreg: 2024: ange varför året ska låsas upp
  [1]
  $ samreg unlock --year 2024 --reason $(printf 'F\345l')
  ! samreg: unlock: --reason: är inte skrivet i UTF-8
  [2]
  $ samreg unlock --year 2022 --reason Glömt
  ! samreg: 2022: året är inte låst
  [1]
  $ samreg unlock --year 2024 --reason 'En insats saknades'
  2024: upplåst, nästa leverans blir revision 2
  $ samreg deliveries
  År    Rev  Nivå     Skapad            Deltaganden  Läge
  2025    1                                       0  inte skapad
  2024    2                                       0  inte skapad
  2024    1  detaljer 2025-11-14 10:00            0  levererad
             upplåst 2025-11-14 10:00: En insats saknades
  2023    1  detaljer 2025-11-14 10:00            0  levererad, låst
  $ samreg export --year 2024 --out sent/2025 --level aggregate | head -n 1; ls sent/2025/gotland-2024-r2
  sent/2025/gotland-2024-r2: leveransen är skriven, rader per fil:
  admin_costs.csv
  anonymous.csv
  cells.csv
  datapackage.json
  federation.csv
  federation_year.csv
  funding.csv
  intervention_years.csv
  interventions.csv
  memberships.csv
  $ samreg deliveries
  År    Rev  Nivå     Skapad            Deltaganden  Läge
  2025    1                                       0  inte skapad
  2024    2  antal    2025-11-14 10:00            0  levererad, låst
  2024    1  detaljer 2025-11-14 10:00            0  ersatt
             upplåst 2025-11-14 10:00: En insats saknades
  2023    1  detaljer 2025-11-14 10:00            0  levererad, låst
  $ samreg deliveries --year 2024 --revision 1 >sums; (cd sent/2025/gotland-2024-r1; sha256sum --quiet -c ../../../sums)
  $ samreg deliveries --year 2024 --revision 9
  ! samreg: 2024: det finns ingen revision 9
  [1]
  $ samreg deliveries --year 2024
  ! samreg: deliveries: ange både --year och --revision, eller ingen av dem
  [2]

Errors stop a delivery and are listed; on an earlier day much has not happened yet.

  $ samreg demo --db demo.db >/dev/null
  $ SAMREG_CLOCK=2025-09-30T12:00:00 samreg export --db demo.db --year 2025 --out demo >out 2>errors
  [1]
  $ cat out; head -n 2 errors; tail -n 1 errors; ls demo
  Deltagande: D-0250 · Rehabvägen · 2025-10-03
    FEL consent_given_on, Samtycke lämnat: Datumet ligger framåt i tiden. Rätta det.
  samreg: 2025: levereras inte, 38 fel måste rättas först
  $ samreg export --db demo.db --year 2025 --out demo | tail -n 4
    remarks.csv                  20
  18 varningar är inte godkända med ett skäl
  6 utkast är inte med
  2025 är låst tills det låses upp (samreg unlock)

What is wrong with the command line or the place.

  $ samreg export --year 2024
  ! samreg: export: ange --year och --out
  [2]
  $ samreg export --out sent
  ! samreg: export: ange --year och --out
  [2]
  $ samreg export --year 24 --out sent
  ! samreg: export: --year: 24: ska vara ett heltal från 2004 till 2100
  [2]
  $ samreg export --year 2024 --out sent --db nowhere.db
  ! samreg: nowhere.db: registret finns inte
  [1]
  $ samreg init --national --db national.db >/dev/null
  $ samreg export --year 2024 --out sent --db national.db
  ! samreg: HOME/work/national.db: ett nationellt register levererar inte, det tar emot
  [1]
  $ samreg export --year 2022 --out sent --level all
  ! samreg: export: --level: all: ska vara detailed eller aggregate
  [2]
  $ samreg export --year 2024 --out sent --level detailed --revision 1
  ! samreg: export: --level: en levererad revision har redan sin nivå
  [2]
  $ mkdir closed; chmod 500 closed; [ "$(id -u)" -eq 0 ] || samreg export --year 2022 --out closed/out 2>/dev/null; ls -A closed
  $ : >file; samreg export --year 2022 --out file 2>&1 | cut -d: -f 1-3
  samreg: file: mappen kan inte skapas

  $ samreg export --help
  Användning: samreg export [FLAGGA]...
  
  samreg export skriver ett års leverans, eller en lista.
  
  Flaggor:
    --year ÅR             året som ska levereras, eller som listan gäller
    --out MAPP            mappen som leveransens mapp läggs i
    --level detailed|aggregate
                          detailed: en rad för varje deltagande; aggregate: bara
                          antal; detailed om inget sägs
    --revision NUMMER     skriv en revision som redan är levererad en gång till
    --federation KOD|all  ur ett nationellt register: det förbundets leverans,
                          eller alla förbunds; inget sparas och inget låses
    --panel               skriv i stället en panel för utvärdering, en rad för
                          varje kommun och år
    --years ÅR-ÅR         panelens år, till exempel 2016-2024; annars alla som
                          registret berättar om
    --population FIL      en CSV-fil med antalet invånare 19–64 år, med
                          kolumnerna municipality, year och population
    --identities-for FIL  ta med deltagarnas personnummer, förseglade för den
                          vars öppna nyckel filen är (samreg keys)
    --form FORMULÄR       skriv formulärets poster som en lista, till exempel
                          participation, och ingen leverans
    --format csv|xlsx     listan som csv eller som en arbetsbok för
                          kalkylprogram; annars csv
    --dialect standard|excel
                          csv med komma och decimalpunkt, eller så som svenska
                          Excel öppnar den; annars standard. För ett år: excel
                          skriver en kopia att läsa, ingen leverans
    -o, --output FIL      skriv listan eller panelen till filen i stället för
                          standard ut
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Året granskas först; fel stoppar leveransen. Leveransen är en mapp,
  FÖRBUND-ÅR-rREVISION, med CSV-filer och en beskrivning av dem. Den innehåller
  aldrig namn på personer, och personnummer bara med --identities-for och
  förseglade. Utkast är inte med. Den sparas i registret och låser året. Filerna
  beskrivs i samreg-delivery(5). En lista innehåller vad formuläret frågar efter,
  och samreg import --form läser in den igen.
