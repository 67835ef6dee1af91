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
  ! samreg: demo: --size: huge: ska vara small eller large
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
    --size small|large    hur mycket: small är ett förbund (300 deltaganden),
                          large så mycket som hela riket (25 000)
    --seed TAL            samma tal ger samma register; annars 1
    --year ÅR             det sista av de tre år som registret berättar om;
                          annars i år
  
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
