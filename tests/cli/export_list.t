Lists of records, out and in again.

  $ samreg demo --db demo.db --year 2024 --seed 3 >/dev/null
  $ samreg export --db demo.db --form anonymous_count | head -n 3
  Insats,År,Kön,Antal
  Unga framåt,2023,Kvinna,2
  Hälsolotsen,2023,Kvinna,5
  $ samreg export --db demo.db --form anonymous_count --year 2024 --dialect excel | tail -n 1
  Hälsolotsen;2024;Man;1\r
  $ samreg --lang en export --db demo.db --form membership | head -n 2
  Municipality,Member from,Member until,District
  Övertorneå,2016-01-01,,
  $ samreg export --db demo.db --form participation --year 2024 -o year.csv
  year.csv: 193 rader
  $ for form in party intervention intervention_year volume anonymous_count participation; do samreg export --db demo.db --form $form --dialect excel -o $form.csv; done
  party.csv: 8 rader
  intervention.csv: 20 rader
  intervention_year.csv: 55 rader
  volume.csv: 27 rader
  anonymous_count.csv: 11 rader
  participation.csv: 300 rader
  $ ls -l *.csv | cut -c 1-10 | sort -u
  -rw-------

What is written out is read without faults into an empty register and gives the same
records. Persons are numbered anew, in the order they come.

  $ samreg init --db other.db --federation annat --name Annat --municipality Haparanda --municipality Kalix --municipality Överkalix --municipality Övertorneå >/dev/null
  $ for form in party intervention intervention_year volume anonymous_count participation; do samreg import --db other.db --form $form $form.csv --yes | grep -E '^FEL|^Fel|lagrad'; done
  Fel: 0. Varningar: 0.
  8 rader är lagrade.
  Fel: 0. Varningar: 0.
  20 rader är lagrade.
  Fel: 0. Varningar: 0.
  55 rader är lagrade.
  Fel: 0. Varningar: 0.
  27 rader är lagrade.
  Fel: 0. Varningar: 0.
  11 rader är lagrade.
  Fel: 0. Varningar: 209.
  300 rader är lagrade.
  $ for form in party intervention intervention_year volume anonymous_count participation; do samreg export --db other.db --form $form --dialect excel | sed 's/;D-[0-9]*//' >again; sed 's/;D-[0-9]*//' $form.csv | cmp - again; done
  $ samreg export --db other.db --form participation | grep -o 'D-....' | sort | uniq -c | sort -rn | head -n 1 | sed 's/.* \([0-9]\) .*/\1/'
  3
  $ samreg export --db demo.db --form participation | grep -o 'D-....' | sort | uniq -c | sort -rn | head -n 1 | sed 's/.* \([0-9]\) .*/\1/'
  3

A workbook.

  $ samreg export --db demo.db --form participation --format xlsx -o list.xlsx; head -c 2 list.xlsx; ls -l list.xlsx | cut -c 1-10
  list.xlsx: 300 rader
  PK-rw-------

What is not there.

  $ samreg export --db demo.db --form closure
  ! samreg: closure: står i samma lista som participation
  [1]
  $ samreg export --db demo.db --form federation
  ! samreg: federation: formulärets poster hålls inte i listor
  [1]
  $ samreg export --db demo.db --form participation --format ods
  ! samreg: export: --format: ods: ska vara csv eller xlsx
  [2]
  $ samreg export --db demo.db --form participation --format xlsx --dialect excel
  ! samreg: export: --dialect hör till --format csv
  [2]
  $ samreg export --db demo.db --form participation --year 2024 --out sent
  ! samreg: export: --form går inte ihop med --out
  [2]
  $ samreg init --national --db national.db >/dev/null; samreg export --db national.db --form party
  ! samreg: HOME/work/national.db: ett nationellt register har inga egna listor
  [1]

A copy of a year's delivery to look at; nothing is kept, nothing locked, and it is no
delivery.

  $ samreg init --federation gotland >/dev/null
  $ samreg export --year 2024 --out copies --dialect excel | head -n 3
  copies/gotland-2024-excel-copy: en kopia att läsa i Excel, ingen leverans; rader per fil:
    federation.csv                1
    memberships.csv               1
  $ samreg export --year 2024 --out copies --dialect excel
  ! samreg: copies/gotland-2024-excel-copy: finns redan
  [1]
  $ ls -l copies/gotland-2024-excel-copy | sed 1d | cut -c 1-10 | uniq -c | sed 's/^ *//'
  14 -rw-------
  $ head -n 2 copies/gotland-2024-excel-copy/federation.csv
  ﻿federation;name;year;revision;level;forms_version;rules_version;created\r
  gotland;Samordningsförbundet Finsam Gotland;2024;1;detailed;0.1.0;0.1.0;2025-11-14T10:00:00\r
  $ samreg deliveries
  År    Rev  Nivå     Skapad            Deltaganden  Läge
  2025    1                                       0  inte skapad
  2024    1                                       0  inte skapad
  $ samreg export --year 2024 --out sent >/dev/null; samreg export --year 2024 --revision 1 --out copies --dialect excel | head -n 1
  copies/gotland-2024-r1-excel-copy: en kopia att läsa i Excel, ingen leverans; rader per fil:
  $ sed 's/;/,/g; s/^.*federation,name/federation,name/' copies/gotland-2024-r1-excel-copy/federation.csv | cmp - sent/gotland-2024-r1/federation.csv
  $ samreg import --db national.db copies/gotland-2024-r1-excel-copy
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: copies/gotland-2024-r1-excel-copy/datapackage.json: kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ samreg export --year 2024 --out copies --format xlsx
  ! samreg: export: --format och --output hör till --form
  [2]
