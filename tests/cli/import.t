Deliveries received in a national register. What is refused, and that the tables are what was
sent, is tried in tests/unit/test_receive.

  $ samreg init --national --db nation.db
  nation.db: registret är skapat
  Nationellt register, 272 kommuner
  $ samreg init --federation gotland
  HOME/data/samreg/register.db: registret är skapat
  Samordningsförbundet Finsam Gotland (gotland), 1 kommun
  $ samreg import --db nation.db
  ! samreg: import: ange leveransernas mappar, eller kvitton och frågor
  [2]
  $ samreg import --db nation.db nowhere 2>&1 | cut -d: -f 1-3
  samreg: nowhere: kan inte läsas
  0 mottagna, 0 fanns redan, 1 avvisad
  $ mkdir empty; samreg import --db nation.db empty/ 2>&1 | cut -d: -f 1-3
  samreg: empty/datapackage.json: kan inte läsas
  0 mottagna, 0 fanns redan, 1 avvisad
  $ samreg import empty
  ! samreg: empty: i mappen finns varken kvitton eller frågor
  [1]

The tables of a county are those of its federations.

  $ samreg report --db nation.db --county 9 --table federations_over_time
  ! samreg: 9: länet finns inte
  [1]
  $ samreg report --db nation.db --county gotlands\ län --table federations_over_time --year 2021
  Gotlands län, 2021
  ==================
  
  Förbund
  -------
  
  Förbund och kommuner över tid (Diagram 1)
  
  År    Förbund  Kommuner
  2017        1         1
  2018        1         1
  2019        1         1
  2020        1         1
  2021        1         1
  
  2017
    Förbund   ██████████████████████████████████████████████████████████████████ 1
    Kommuner  ██████████████████████████████████████████████████████████████████ 1
  2018
    Förbund   ██████████████████████████████████████████████████████████████████ 1
    Kommuner  ██████████████████████████████████████████████████████████████████ 1
  2019
    Förbund   ██████████████████████████████████████████████████████████████████ 1
    Kommuner  ██████████████████████████████████████████████████████████████████ 1
  2020
    Förbund   ██████████████████████████████████████████████████████████████████ 1
    Kommuner  ██████████████████████████████████████████████████████████████████ 1
  2021
    Förbund   ██████████████████████████████████████████████████████████████████ 1
    Kommuner  ██████████████████████████████████████████████████████████████████ 1
  
  Medlemskap som gäller den 31 december.
  $ samreg report --db nation.db --federation gotland --federation blekinge --table federations_over_time --year 2021 | sed -n '/2021/p'
  Samordningsförbundet Finsam Gotland, Samordningsförbundet i Blekinge, 2021
  2021        2         6
  2021
  $ samreg report --db nation.db --federation atlantis
  ! samreg: atlantis: förbundet finns inte i registret
  [1]
  $ samreg report --county 09
  ! samreg: HOME/data/samreg/register.db: bara ett nationellt register har flera förbund
  [1]
  $ samreg report --county 09 --federation gotland
  ! samreg: report: ange antingen --county eller --federation
  [2]

  $ samreg import --help
  Användning: samreg import [FLAGGA]... [LEVERANS...|KVITTO...|FIL]
  
  samreg import tar emot leveranser, kvitton och frågor, eller läser in en lista.
  
  Flaggor:
    --receipts MAPP       mappen som kvittona läggs i; annars bredvid varje
                          leverans
    --form FORMULÄR       läs in en lista från ett kalkylprogram i formuläret,
                          till exempel participation
    --map FIL             en fil som talar om vad listans kolumner och värden
                          betyder
    --yes                 lagra listan utan att fråga, om den är utan fel
    --template FORMULÄR   skriv en tom lista att fylla i, och läs inte in något
    -o, --output FIL      skriv den tomma listan till filen, och bredvid den vad
                          som får stå i kolumnerna
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Varje leverans prövas i sin helhet: filernas kontrollsummor, varje fält, alla
  regler, och att tabellernas tal är de som raderna ger. Den ersätter sedan
  förbundets år, eller avvisas med alla fel och lämnar registret orört. Ctrl-C
  avbryter före nästa leverans. I förbundets eget register läses kvitton och
  frågor in: leveransen är sedan mottagen, och frågan visas vid sitt fält. En
  lista prövas först: alla fel och varningar visas med rad och kolumn, och en
  kopia av filen får dem i en egen kolumn. Sedan lagras alla rader, eller ingen.
  Utan --yes ställs en fråga i terminalen.
