The year's tables.

  $ samreg init --federation gotland >/dev/null
  $ samreg report --table sex_age
  Samordningsförbundet Finsam Gotland, 2025
  =========================================
  
  Deltagarnas bakgrund
  --------------------
  
  Kön och ålder (Bilaga 3)
  
                                                    Riket
  Ålder vid start  Kvinnor      Män   Totalt  2024   2021
                   antal %  antal %  antal %     %      %
  –29 år               0 –      0 –      0 –     –     36
  30–44 år             0 –      0 –      0 –     –     34
  45–59 år             0 –      0 –      0 –     –     27
  60 år–               0 –      0 –      0 –     –      3
  Totalt               0 –      0 –      0 –     –    100
  
  Bas: deltaganden med personuppgifter som pågått någon gång under året.
  $ samreg report --year 2024 --table sex_age --table interventions_by_kind --table sex_age --format csv
  table,row,column,value
  sex_age,u30,women,0
  sex_age,u30,men,0
  sex_age,u30,total,0
  sex_age,30_44,women,0
  sex_age,30_44,men,0
  sex_age,30_44,total,0
  sex_age,45_59,women,0
  sex_age,45_59,men,0
  sex_age,45_59,total,0
  sex_age,60_plus,women,0
  sex_age,60_plus,men,0
  sex_age,60_plus,total,0
  sex_age,total,women,0
  sex_age,total,men,0
  sex_age,total,total,0
  interventions_by_kind,individual,total,0
  interventions_by_kind,structural,total,0
  interventions_by_kind,total,total,0
  $ samreg report --table education -o tables.txt; ls -l tables.txt | cut -c 1-10; head -n 1 tables.txt
  -rw-------
  Samordningsförbundet Finsam Gotland, 2025

Every table has its id in the CSV, and no line of the text is wider than 80 columns.

  $ samreg demo --db demo.db --year 2024 >shown; sed -n 1p shown
  demo.db: ett påhittat förbund, att titta på och öva i
  $ samreg report --db demo.db --year 2024 --format csv >cells.csv; head -n 1 cells.csv
  table,row,column,value
  $ cut -d, -f 1 cells.csv | sort -u | grep -cE '^(interventions_by_kind|sex_age|education|support_before)$'
  4
  $ samreg report --db demo.db --year 2024 >tables.txt; sed 's/./x/g' tables.txt | awk 'length > 80'
  $ sed 1,2d shown | cmp - tables.txt && echo same
  same
  $ grep -q █ tables.txt && echo bars; samreg report --db demo.db --year 2024 --ascii | grep █
  bars
  [1]

CSV for Excel: byte order mark, semicolon, decimal comma, CRLF.

  $ samreg report --db demo.db --year 2024 --format csv --dialect excel >excel.csv; head -n 2 excel.csv
  ﻿table;row;column;value\r
  interventions_by_kind;individual;total;11\r
  $ tail -c +4 excel.csv | tr -d '\r' | grep -v ^federation_list | tr ';,' ',.' >plain.csv
  $ grep -v ^federation_list cells.csv | cmp - plain.csv && echo same
  same
  $ samreg report --db demo.db --year 2024 --format csv --dialect word
  ! samreg: report: --dialect: word: ska vara standard eller excel
  [2]
  $ samreg report --db demo.db --year 2024 --dialect excel
  ! samreg: report: --dialect hör till --format csv
  [2]

JSON and HTML are whole documents in one language or both.

  $ samreg report --db demo.db --year 2024 --format json | sed -n '1p; $p'
  {
  }
  $ samreg report --db demo.db --year 2024 --format html --lang sv >page; sed '1q' page; tail -n 1 page
  <!DOCTYPE html>
  </html>
  $ grep -o '<html lang="[a-z]*"' page; samreg report --format html --lang en | grep -o '<html lang="[a-z]*"'
  <html lang="sv"
  <html lang="en"

A workbook is a file of its own kind, the same every time.

  $ samreg report --db demo.db --year 2024 --format xlsx -o tables.xlsx; head -c 2 tables.xlsx; echo; ls -l tables.xlsx | cut -c 1-10
  PK
  -rw-------
  $ samreg report --db demo.db --year 2024 --format xlsx | cmp - tables.xlsx && echo same
  same

What is for others does not show small counts, nor what would reveal them; the same cells
are hidden in one table alone.

  $ samreg report --db demo.db --year 2024 --protect 5 --table sex_age
  Demoförbundet (påhittade uppgifter), 2024
  =========================================
  Påhittade uppgifter för prov och övning.
  6 utkast är inte klara och räknas inte.
  
  Deltagarnas bakgrund
  --------------------
  
  Kön och ålder (Bilaga 3)
  
                                                          Riket
  Ålder vid start    Kvinnor        Män     Totalt  2023   2021
                   antal   %  antal   %  antal   %     %      %
  –29 år              49  44     36  49     85  46    42     36
  30–44 år            32  29     20  27     52  28    32     34
  45–59 år            ..  ..     ..  ..     41  22    23     27
  60 år–              ..  ..     ..  ..      7   4     3      3
  Totalt             111 100     74 100    185 100   100    100
  
  Bas: deltaganden med personuppgifter som pågått någon gång under året.
  .. Visas inte, till skydd för enskilda: färre än 5, eller skulle avslöja ett
  sådant antal.
  $ samreg report --db demo.db --year 2024 --protect 5 --format csv >hidden.csv; grep '^education,doctoral' hidden.csv
  education,doctoral,women,..
  education,doctoral,women_pct,..
  education,doctoral,men,0
  education,doctoral,men_pct,0
  education,doctoral,total,..
  education,doctoral,total_pct,..
  $ samreg report --db demo.db --year 2024 --protect 5 --format csv --table education >one.csv; grep -vxFf hidden.csv one.csv
  [1]
  $ grep -E '^(education|referrers|support_transitions|followup|persons),' hidden.csv | grep -v _pct | grep -E ',[1-4]$'
  [1]
  $ samreg report --db demo.db --year 2024 --protect 5 --format json --table sex_age | grep -c '"hidden": true'
  4
  $ samreg report --db demo.db --year 2024 --protect 5 --format html --table sex_age | grep -o 'färre än 5' | sort -u
  färre än 5
  $ samreg report --protect 1
  ! samreg: report: --protect: 1: ska vara ett heltal från 2 till 1000
  [2]

A frozen year keeps its figures, and shows what has become of them since.

  $ samreg report --db demo.db --year 2024 --frozen
  ! samreg: 2024: året är inte fryst
  [1]
  $ samreg report --db demo.db --year 2024 --freeze
  2024 är nu fryst: revision 1.
  $ samreg report --db demo.db --year 2024 --freeze
  2024 är redan fryst som det är: revision 1.
  $ samreg report --db demo.db --year 2024 --frozen | sed 's/: .*, kl/: …, kl/'
  Året frystes 2025-11-14, revision 1. Inget har ändrats sedan dess.
  Den som frös året: …, kl. 10:00.
  $ samreg report --db demo.db --year 2024 --frozen --format csv
  table,row,column,then,now
  $ samreg report --db demo.db --year 2024 --table education | sed -n 5p
  Året frystes 2025-11-14, revision 1. Inget har ändrats sedan dess.
  $ samreg report --db demo.db --freeze --protect 5
  ! samreg: report: --freeze går inte ihop med --protect
  [2]
  $ samreg report --db demo.db --frozen --freeze
  ! samreg: report: --frozen går inte ihop med --freeze
  [2]
  $ samreg report --db demo.db --frozen --format html
  ! samreg: report: --frozen: ska skrivas som text eller csv
  [2]

What is wrong.

  $ samreg report --table sexage
  ! samreg: report: --table: sexage: ingen sådan tabell (menas sex_age?)
  [2]
  $ samreg report --table försörjning
  ! samreg: report: --table: försörjning: ingen sådan tabell (menas support_duration, support_before, support_change eller no_public_support?)
  [2]
  $ samreg report --table zzz
  ! samreg: report: --table: zzz: ingen sådan tabell
  [2]
  $ samreg report --format pdf
  ! samreg: report: --format: pdf: ska vara text, csv, json, html eller xlsx
  [2]
  $ samreg report --year 1999
  ! samreg: report: --year: 1999: ska vara ett heltal från 2004 till 2100
  [2]
  $ samreg report --db nowhere.db
  ! samreg: nowhere.db: registret finns inte
  [1]
  $ samreg report -o nowhere/x 2>&1 | cut -d: -f 1-3
  samreg: nowhere/x: kan inte skrivas

  $ samreg report --help
  Användning: samreg report [FLAGGA]...
  
  samreg report skriver årets tabeller.
  
  Flaggor:
    --year ÅR             året som tabellerna gäller; annars i år
    --table TABELL ...    bara den tabellen, till exempel sex_age; annars alla
    --county LÄN          i ett nationellt register: bara förbunden i länet, med
                          kod eller namn
    --federation KOD ...  i ett nationellt register: bara det förbundet
    --format text|csv|json|html|xlsx
                          text att läsa, csv med en rad för varje värde, json,
                          html, en webbsida med diagram, eller xlsx, en arbetsbok
                          för kalkylprogram; annars text
    --dialect standard|excel
                          csv med komma och decimalpunkt, eller så som svenska
                          Excel öppnar den; annars standard
    --protect N           för dem som inte ska se enskilda: visa inte antal under
                          N, eller det som skulle röja ett sådant
    --freeze              behåll årets alla tabeller som de är nu, så att det
                          syns vad som ändras sedan; skriver inga tabeller
    --frozen              skriv bara vad som har ändrats sedan året frystes, som
                          text eller csv
    -o, --output FIL      skriv till filen i stället för standard ut
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Tabellerna är den nationella årsrapportens, beräknade ur registret som det är
  nu. Utkast räknas inte.

The register itself is not written over.

  $ samreg init --db own.db --federation gotland >/dev/null; samreg report --db own.db -o ./own.db; samreg verify --db own.db
  own.db: helt och utan fel
  ! samreg: ./own.db: är registret och skrivs inte över

A device without room is told as such, once, however much there is to write.

  $ samreg report --db demo.db --year 2024 --format html >/dev/full
  ! samreg: standard ut: Enheten är full
  [1]
  $ samreg report --db demo.db --year 2024 --table sex_age >/dev/full
  ! samreg: standard ut: Enheten är full
  [1]
  $ samreg report --db demo.db --year 2024 --format json -o /dev/full
  ! samreg: /dev/full: kan inte skrivas: Enheten är full
  [1]
