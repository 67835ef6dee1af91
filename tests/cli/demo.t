A demo register, where there is no terminal to open it on.

  $ samreg demo --db demo.db | head -n 1
  demo.db: ett påhittat förbund, att titta på och öva i
  $ ls -l demo.db | cut -c 1-10; samreg verify demo.db
  -rw-------
  demo.db: helt och utan fel
  $ samreg demo --db demo.db
  ! samreg: HOME/work/demo.db: registret finns redan
  [1]

Without --db it lies in a folder of its own, never where the real register is.

  $ TMPDIR=$PWD samreg demo --seed 7 --year 2024 | sed -n 's/demo-....../demo-X/; 1p'
  HOME/work/samreg-demo-X/demo.db: ett påhittat förbund, att titta på och öva i
  $ ls -ld samreg-demo-* | cut -c 1-10; ls -l samreg-demo-*/demo.db | cut -c 1-10
  drwx------
  -rw-------
  $ [ -e "$XDG_DATA_HOME" ] || echo untouched
  untouched
  $ TMPDIR=$PWD/nowhere samreg demo 2>&1 | cut -d: -f 1-3
  samreg: HOME/work/nowhere: ingen mapp kan skapas där

  $ samreg demo --size huge
  ! samreg: demo: --size: huge: ska vara small, large eller national
  [2]
  $ samreg demo --year 2009
  ! samreg: demo: --year: 2009: ska vara ett heltal från 2010 till 2100
  [2]
  $ samreg demo --year 2026 --db no.db
  ! samreg: år: 2026: välj ett år från 2012 till 2025
  [1]
  $ samreg demo --seed x
  ! samreg: demo: --seed: x: ska vara ett heltal från 0 till 1000000000
  [2]
  $ rm -r samreg-demo-*; ls
  demo.db

  $ samreg demo --help
  Användning: samreg demo [FLAGGA]...
  
  samreg demo skapar ett register med påhittade uppgifter och öppnar det.
  
  Flaggor:
    --size small|large|national
                          small är ett förbund (300 deltaganden), large ett med
                          så mycket som hela riket (25 000), national hela riket
                          med de tryckta tabellernas tal
    --seed TAL            samma tal ger samma register; annars 1
    --year ÅR             det sista av de tre år som registret berättar om,
                          annars i år; för national ett år med tryckta tabeller,
                          annars det senaste
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Utan --db läggs registret i en ny tillfällig mapp. När standard in eller
  standard ut inte är en terminal öppnas inget, utan demons tabeller skrivs som
  text.

The whole country, as it is in print.

  $ samreg demo --size national --year 2020 --db none.db
  ! samreg: år: 2020: det finns inga tryckta tabeller för det året; välj 2021
  [1]
  $ [ -e none.db ] || echo none
  none
  $ samreg demo --size national --db national.db | head -n 3
  national.db: påhittade deltaganden med de tryckta tabellernas tal
  
  2021
  $ samreg report --db national.db --year 2021 --table sex_age --format csv | head -n 7
  table,row,column,value
  sex_age,u30,women,2878
  sex_age,u30,women_pct,30
  sex_age,u30,men,3394
  sex_age,u30,men_pct,42
  sex_age,u30,total,6272
  sex_age,u30,total_pct,36
