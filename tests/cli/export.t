A year's delivery. What stands in the files is tried in tests/unit/test_export.

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
    cells.csv                   680
    participations.csv            0
    support.csv                   0
    occupation.csv                0
    followups.csv                 0
    remarks.csv                   0
  $ ls -lR sent | sed -n '/^[-d]/s/ .*//p' | sort | uniq -c | sed 's/^ *//'
  14 -rw-------
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

A delivery that was made is not made again.

  $ samreg export --year 2024 --out sent/2025
  ! samreg: sent/2025/gotland-2024-r1: leveransen finns redan och skrivs inte över
  [1]
  $ samreg export --year 2023 --out sent/2025 | head -n 1; ls -A sent/2025
  sent/2025/gotland-2023-r1: leveransen är skriven, rader per fil:
  gotland-2023-r1
  gotland-2024-r1

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
  $ : >file; samreg export --year 2022 --out file 2>&1 | cut -d: -f 1-3
  samreg: file: mappen kan inte skapas

  $ samreg export --help
  Användning: samreg export [FLAGGA]...
  
  samreg export skriver ett års leverans till den nationella uppföljningen.
  
  Flaggor:
    --year ÅR             året som ska levereras
    --out MAPP            mappen som leveransens mapp läggs i
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Leveransen är en mapp med CSV-filer, FÖRBUND-ÅR-rREVISION. Den innehåller
  aldrig namn på personer eller personnummer. Utkast är inte med. Filerna
  beskrivs i samreg-delivery(5).
