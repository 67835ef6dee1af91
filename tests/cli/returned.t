What the national follow-up sends back to a federation. Damaged files are tried in
tests/unit/test_returned.

  $ samreg demo --db demo.db >/dev/null
  $ samreg init --national --db nation.db | head -n 1
  nation.db: registret är skapat
  $ samreg export --db demo.db --year 2024 --out sent | head -n 1
  sent/demo-2024-r1: leveransen är skriven, rader per fil:
  $ samreg import --db nation.db sent/demo-2024-r1
  demo 2024 r1: mottagen, 179 deltaganden, 19 varningar
  1 mottagen, 0 fanns redan, 0 avvisade
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detaljer 2025-11-14 10:00          179  levererad, låst

A receipt, by its file or its folder, once or twice.

  $ samreg import --db demo.db sent/demo-2024-r1.receipt.json
  demo 2024 r1: mottagen 2025-11-14, 19 varningar
  $ samreg import --db demo.db sent
  demo 2024 r1: kvittot fanns redan, inget är ändrat, 19 varningar
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detaljer 2025-11-14 10:00          179  mottagen 2025-11-14, låst

What is no receipt, or another's.

  $ sed 's/"hash": "sha256:[0-9a-f]/"hash": "sha256:x/' sent/demo-2024-r1.receipt.json >changed.receipt.json
  $ samreg import --db demo.db changed.receipt.json
  ! samreg: changed.receipt.json: hash: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: federation.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: memberships.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: interventions.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: intervention_years.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: anonymous.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: funding.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: admin_costs.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: federation_year.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: cells.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: participations.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: support.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: occupation.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: followups.csv: kontrollsumman är inte den levererade
  ! samreg: changed.receipt.json: remarks.csv: kontrollsumman är inte den levererade
  [1]
  $ sed 's/"revision": 1/"revision": 2/; s/"demo"/"gotland"/' sent/demo-2024-r1.receipt.json >other.receipt.json
  $ samreg import --db demo.db other.receipt.json
  ! samreg: other.receipt.json: federation: gotland: kvittot gäller ett annat förbund
  [1]
  $ sed 's/"revision": 1/"revision": 2/' sent/demo-2024-r1.receipt.json >other.receipt.json
  $ samreg import --db demo.db other.receipt.json
  ! samreg: other.receipt.json: revision: 2024: det finns ingen revision 2
  [1]
  $ echo something >something; mkdir empty; samreg import --db demo.db something empty sent/demo-2024-r1 nowhere 2>&1 | sed 's/kan inte läsas:.*/kan inte läsas/'
  samreg: something: är varken ett kvitto eller frågor
  samreg: empty: i mappen finns varken kvitton eller frågor
  samreg: sent/demo-2024-r1: bara ett nationellt register tar emot leveranser
  samreg: nowhere: kan inte läsas
  $ samreg import --db nation.db sent/demo-2024-r1.receipt.json
  0 mottagna, 0 fanns redan, 1 avvisad
  ! samreg: sent/demo-2024-r1.receipt.json: är inte en mapp
  [1]
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detaljer 2025-11-14 10:00          179  mottagen 2025-11-14, låst

Questions about a record travel in a file. Answering them is tried in tests/tui/test_queries.

  $ sed -n '2s/,.*//p' sent/demo-2024-r1/interventions.csv >id
  $ samreg query --db nation.db --record $(cat id) --field start --text 'Började den då?' | cut -c 27-
  : frågan är ställd
  $ samreg query --db nation.db --list | sed 's/^0[0-9A-Z]*/ID/; s/demo-[0-9A-Z]*/RECORD/'
  ID  demo 2024  obesvarad
    interventions.csv RECORD start
    2025-11-14 fråga: Började den då?
  $ samreg query --db nation.db --write asked
  asked/demo.queries.csv: 1 fråga
  $ sed 's/^0[0-9A-Z]*/ID/; s/demo-[0-9A-Z]*/RECORD/' asked/demo.queries.csv
  query,federation,year,file,record,field,question,asked,withdrawn\r
  ID,demo,2024,interventions,RECORD,start,Började den då?,2025-11-14T10:00:00,\r
  $ ls -l asked | sed -n 's/ .*//p'
  total
  -rw-------
  $ samreg import --db nation.db sent/demo-2024-r1; ls sent
  demo 2024 r1: fanns redan, inget är ändrat
    1 fråga är obesvarad: sent/demo.queries.csv
  0 mottagna, 1 fanns redan, 0 avvisade
  demo-2024-r1
  demo-2024-r1.receipt.json
  demo.queries.csv
  $ samreg import --db demo.db asked/demo.queries.csv
  asked/demo.queries.csv: frågor: 1 ny, 0 fanns redan, 0 om poster som saknas
  $ samreg import --db demo.db sent
  demo 2024 r1: kvittot fanns redan, inget är ändrat, 19 varningar
  sent/demo.queries.csv: frågor: 0 nya, 1 fanns redan, 0 om poster som saknas
  $ sed "s/,start,/,begin,/" asked/demo.queries.csv >bad.csv; samreg import --db demo.db bad.csv
  ! samreg: bad.csv:2:6: begin: interventions.csv har inget sådant fält
  [1]
  $ sed "s/demo-01[0-9A-Z]*/demo-01ARZ3NDEKTSV4RRFFQ69G5FAV/; s/^01/02/" asked/demo.queries.csv >absent.csv; samreg import --db demo.db absent.csv
  absent.csv: frågor: 0 nya, 0 fanns redan, 1 om en post som saknas
  ! samreg: absent.csv:2:5: demo-01ARZ3NDEKTSV4RRFFQ69G5FAV: posten finns inte i registret, så frågan är inte inläst
  [1]

A row of another file has a name of the columns that tell it from others.

  $ SAMREG_CLOCK=2025-11-14T10:01:00 samreg query --db nation.db --file anonymous --record $(sed -n '2s/,.*//p' sent/demo-2024-r1/anonymous.csv)/2024/woman --field count --text 'Så få?' | cut -c 27-
  : frågan är ställd
  $ SAMREG_CLOCK=2025-11-14T10:02:00 samreg query --db nation.db --file admin_costs.csv --federation demo --record 2024/staff --text 'Alla?' | cut -c 27-
  : frågan är ställd
  $ samreg query --db nation.db --list | sed 's/^0[0-9A-Z]*/ID/; s/demo-[0-9A-Z]*/RECORD/'
  ID  demo 2024  obesvarad
    interventions.csv RECORD start
    2025-11-14 fråga: Började den då?
  ID  demo 2024  obesvarad
    anonymous.csv RECORD/2024/woman count
    2025-11-14 fråga: Så få?
  ID  demo 2024  obesvarad
    admin_costs.csv 2024/staff
    2025-11-14 fråga: Alla?
  $ samreg query --db nation.db --write asked
  asked/demo.queries.csv: 3 frågor
  $ samreg import --db demo.db asked/demo.queries.csv
  asked/demo.queries.csv: frågor: 2 nya, 1 fanns redan, 0 om poster som saknas

What is withdrawn goes away there.

  $ samreg query --db nation.db --list | sed -n '/staff/{g;p};s/ .*//;h' >id2
  $ SAMREG_CLOCK=2025-11-14T10:03:00 samreg query --db nation.db --withdraw $(cat id2) | cut -c 27-
  : frågan är återtagen; det står i nästa fil till förbundet
  $ samreg query --db nation.db --withdraw $(cat id2) 2>&1 | sed 's/: 0[0-9A-Z]*/: ID/'
  samreg: ID: frågan är redan återtagen
  $ samreg query --db nation.db --withdraw 1
  ! samreg: 1: det finns ingen sådan fråga
  [1]
  $ samreg query --db nation.db --list | sed 's/^0[0-9A-Z]*/ID/; s/demo-[0-9A-Z]*/RECORD/'
  ID  demo 2024  obesvarad
    interventions.csv RECORD start
    2025-11-14 fråga: Började den då?
  ID  demo 2024  obesvarad
    anonymous.csv RECORD/2024/woman count
    2025-11-14 fråga: Så få?
  ID  demo 2024  återtagen 2025-11-14
    admin_costs.csv 2024/staff
    2025-11-14 fråga: Alla?
  $ samreg query --db nation.db --write asked
  asked/demo.queries.csv: 2 frågor, 1 återtagen
  $ sed 's/^0[0-9A-Z]*/ID/; s/demo-[0-9A-Z]*/RECORD/' asked/demo.queries.csv
  query,federation,year,file,record,field,question,asked,withdrawn\r
  ID,demo,2024,interventions,RECORD,start,Började den då?,2025-11-14T10:00:00,\r
  ID,demo,2024,anonymous,RECORD/2024/woman,count,Så få?,2025-11-14T10:01:00,\r
  ID,demo,2024,admin_costs,2024/staff,,Alla?,2025-11-14T10:02:00,2025-11-14T10:03:00\r
  $ samreg import --db demo.db asked/demo.queries.csv
  asked/demo.queries.csv: frågor: 0 nya, 2 fanns redan, 1 återtagen, 0 om poster som saknas
  $ samreg import --db demo.db asked/demo.queries.csv
  asked/demo.queries.csv: frågor: 0 nya, 3 fanns redan, 0 om poster som saknas
  $ sed 's/10:03:00\r$/soon\r/' asked/demo.queries.csv >bad.csv; samreg import --db demo.db bad.csv
  ! samreg: bad.csv:4:9: 2025-11-14Tsoon: är ingen tidpunkt
  [1]

As it was written before queries could be withdrawn.

  $ sed 's/,withdrawn//; s/,\r$/\r/; 4,$d' asked/demo.queries.csv >old.csv; samreg import --db demo.db old.csv
  old.csv: frågor: 0 nya, 2 fanns redan, 0 om poster som saknas

What can't be asked.

  $ samreg query --db nation.db --file followups --record $(cat id) --text 'När?'
  ! samreg: followups: frågor kan gälla memberships, interventions, intervention_years, anonymous, funding, admin_costs, federation_year, participations, support, occupation
  [1]
  $ samreg query --db nation.db --file cells --record 1 --text 'Rätt?'
  ! samreg: cells: frågor kan gälla memberships, interventions, intervention_years, anonymous, funding, admin_costs, federation_year, participations, support, occupation
  [1]
  $ samreg query --db nation.db --file admin_costs --record 2024/staff --text 'Alla?'
  ! samreg: admin_costs: filens rader har inget id, så ange förbundet
  [1]
  $ samreg query --db nation.db --federation demo --list
  ! samreg: query: ange --record och --text, eller --withdraw, eller --list, eller --write
  [2]

  $ samreg query --db nation.db --record demo-0 --text 'Finns den?'
  ! samreg: demo-0: ingen mottagen leverans har posten
  [1]
  $ samreg query --db nation.db --record $(cat id) --field budget --text 'Hur mycket?'
  ! samreg: budget: interventions.csv har inget sådant fält
  [1]
  $ samreg query --db demo.db --record $(cat id) --text 'Vad?'
  ! samreg: HOME/work/demo.db: frågor ställs i ett nationellt register
  [1]
  $ samreg query --db nation.db --record $(cat id)
  ! samreg: query: ange --record och --text, eller --withdraw, eller --list, eller --write
  [2]
  $ samreg query --db nation.db --list --write asked
  ! samreg: query: ange --record och --text, eller --withdraw, eller --list, eller --write
  [2]
  $ samreg query --help
  Användning: samreg query [FLAGGA]...
  
  samreg query ställer frågor till förbunden om det de har levererat.
  
  Flaggor:
    --record ID           raden som frågan gäller: en insats eller ett deltagande
                          med sitt id i leveransens filer, en rad i en annan fil
                          med det som skiljer den från andra, till exempel
                          2024/staff
    --file NAMN           filen som raden står i; annars interventions eller
                          participations
    --federation KOD      förbundet, för en rad utan id
    --field FÄLT          kolumnen i filen; annars gäller frågan hela posten
    --text FRÅGA          det som frågas
    --withdraw ID         ta tillbaka en fråga, med det id som --list visar
    --list                visa alla frågor och svar
    --write MAPP          skriv de obesvarade och de återtagna frågorna, en fil
                          för varje förbund
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Frågor ställs i ett nationellt register. Filen FÖRBUND.queries.csv läses in i
  förbundets register med samreg import; där visas frågan vid fältet. Svaret
  följer med förbundets nästa leverans. Skriv inga namn eller personnummer i en
  fråga.
