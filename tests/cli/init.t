A new register.

  $ samreg init --federation blekinge
  HOME/data/samreg/register.db: registret är skapat
  Samordningsförbundet i Blekinge (blekinge), 5 kommuner
  $ cd ../data && ls -l | sed 1d | cut -c 1-10; ls -l samreg | sed 1d | cut -c 1-10
  drwx------
  -rw-------
  $ samreg verify
  HOME/data/samreg/register.db: helt och utan fel
  $ SAMREG_DB=other.db samreg init --federation gotland; ls -l other.db | cut -c 1-10
  other.db: registret är skapat
  Samordningsförbundet Finsam Gotland (gotland), 1 kommun
  -rw-------

What is there is never written over.

  $ samreg init --federation blekinge
  ! samreg: HOME/data/samreg/register.db: registret finns redan
  [1]
  $ echo precious >file; samreg init --federation blekinge --db file; cat file
  precious
  ! samreg: HOME/work/file: är inget samreg-register

A national register has no federation of its own.

  $ samreg init --national --db national.db
  national.db: registret är skapat
  Nationellt register, 272 kommuner

A federation that is not in the list is named with its municipalities, by code or name.

  $ samreg init --federation vittskovle --name "Finsam Vittskövle" --db new.db \
  > --municipality 1290 --municipality "Åstorp" --municipality=ÅSTORP
  new.db: registret är skapat
  Finsam Vittskövle (vittskovle), 2 kommuner

What is wrong is told, and nothing is left behind.

  $ samreg init --federation belkinge --db no.db
  ! samreg: init: --federation: belkinge: finns inte i listan (menas blekinge?); ett nytt förbund kräver --name och --municipality
  [2]
  $ samreg init --federation finsam --db no.db
  ! samreg: init: --federation: finsam: finns inte i listan (menas borlange, falun, gotland eller helsingborg?); ett nytt förbund kräver --name och --municipality
  [2]
  $ samreg init --federation Blekinge --db no.db
  ! samreg: init: --federation: Blekinge: finns inte i listan (menas blekinge?); ett nytt förbund kräver --name och --municipality
  [2]
  $ samreg init --federation "Å" --name X --municipality 1290 --db no.db
  ! samreg: förbund: Å: en kod består av a–z, 0–9 och bindestreck
  [1]
  $ samreg init --federation x --name X --municipality Atlantis --municipality 9999 --db no.db
  ! samreg: kommun: Atlantis: finns inte
  ! samreg: kommun: 9999: finns inte
  [1]
  $ samreg init --federation blekinge --db file/no.db 2>&1 | cut -d: -f 1-3
  samreg: file: mappen kan inte skapas
  $ ls
  file
  national.db
  new.db
  other.db

  $ samreg init
  ! samreg: init: ange antingen --federation eller --national
  [2]
  $ samreg init --national --federation blekinge
  ! samreg: init: ange antingen --federation eller --national
  [2]
  $ samreg init --federation x --name X
  ! samreg: init: --name och --municipality hör ihop
  [2]
  $ samreg init --national --name X --municipality 1290
  ! samreg: init: --name hör inte till ett nationellt register
  [2]

  $ samreg init --help
  Användning: samreg init [FLAGGA]...
  
  samreg init skapar ett nytt register.
  
  Flaggor:
    --federation KOD      förbundets kod, till exempel blekinge; en kod som inte
                          finns i listan kräver --name och --municipality
    --name NAMN           namnet på ett förbund som inte finns i listan
    --municipality KOMMUN ...
                          en av dess kommuner, med kod eller namn
    --national            ett nationellt register, som tar emot förbundens
                          leveranser
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Registret läggs där --db säger. En fil som finns skrivs aldrig över.
