Lists from spreadsheets. What is read and said is tried in tests/unit/test_import_sheet
and test_import_store.

  $ samreg init --federation gotland >/dev/null

An empty list to fill in, with what may stand in it.

  $ samreg import --template party -o parter.csv
  parter.csv: en tom lista att fylla i
  parter.columns.csv: vad som får stå i dess kolumner
  $ cat parter.csv; head -n 3 parter.columns.csv
  ﻿Slag;Namn\r
  ﻿rubrik;fält;skrivs som;måste fyllas i;kod;betyder;hjälp\r
  Slag;kind;en kod eller dess namn;ja;social_insurance_agency;Försäkringskassan;Förbundets parter är Försäkringskassan, Arbetsförmedlingen, kommuner och regioner. Förbundet självt, ESF och andra kan också driva eller betala insatser.\r
  Slag;kind;en kod eller dess namn;ja;employment_service;Arbetsförmedlingen;Förbundets parter är Försäkringskassan, Arbetsförmedlingen, kommuner och regioner. Förbundet självt, ESF och andra kan också driva eller betala insatser.\r
  $ samreg import --template party -o parter.csv
  ! samreg: parter.csv: finns redan
  [1]

Its two files come both or not at all.

  $ mkdir half.columns.csv; samreg import --template party -o half.csv; ls -d half.*; rmdir half.columns.csv
  half.columns.csv
  ! samreg: half.columns.csv: kan inte skrivas: Är en katalog

Without a file the list goes to standard output.

  $ samreg import --template intervention
  ﻿Namn;Beskrivning;Inriktning;Preciserad inriktning;Ytterligare inriktningar;Registrering;Start;Slut;Medel från ESF;Prioriterade målgrupper;Del av;Drivs av;Kommuner\r
  $ samreg import --template closure
  ! samreg: closure: står i samma lista som participation
  [1]

First it is only tried.

  $ printf 'Slag;Namn;Tel\r\nmunicipality;Region Gotland;=1\r\nregion;"G\366taland";\r\n' >parter.csv
  $ samreg import --form party parter.csv
  Part: 2 rader (semikolon, Windows-1252, inga decimaltal, CRLF)
    A   Slag = Slag
    B   Namn = Namn
    C   Tel    (läses inte)
  Fel: 0. Varningar: 0.
  Inget är lagrat. Med --yes lagras raderna.
  $ samreg import --form party parter.csv --yes
  Part: 2 rader (semikolon, Windows-1252, inga decimaltal, CRLF)
    A   Slag = Slag
    B   Namn = Namn
    C   Tel    (läses inte)
  Fel: 0. Varningar: 0.
  2 rader är lagrade.
  $ samreg import --form party parter.csv --yes
  Part: 2 rader (semikolon, Windows-1252, inga decimaltal, CRLF)
    A   Slag = Slag
    B   Namn = Namn
    C   Tel    (läses inte)
  FEL: filen har redan lästs in, 2025-11-14
  FEL R-711, kolumn B (Namn), rad 2–3: Parten finns redan. Öppna den i stället.
  Fel: 3. Varningar: 0.
  Anmärkningarna står vid sina rader i parter.remarks.csv.
  Inget är lagrat.
  [1]
  $ cat parter.remarks.csv | iconv -f WINDOWS-1252; ls -l parter.remarks.csv | cut -c 1-10
  Slag;Namn;Tel;Anmärkning\r
  municipality;Region Gotland;=1;FEL R-711, B: Parten finns redan. Öppna den i stället.\r
  region;Götaland;;FEL R-711, B: Parten finns redan. Öppna den i stället.\r
  -rw-------

Every fault has its row and column, and the copy its remarks.

  $ printf 'Insats\tInriktning\tpreciserad inriktning\tRegistrering\tStart\tESF\nSpåret\tindividual\tother\tdetailed\t2025-02-30\t0\nSpåret\tindivid\tother\tdetailed\t2025-02-01\tja\nSpåret\tstructural\tpreparatory\tvolume\t2025-02-01\tja\n' >insatser.txt
  $ printf 'column,field,value,code\nInsats,name,,\nESF,esf,,\n' >karta.csv
  $ samreg import --form intervention insatser.txt --map karta.csv --yes
  Insats: 3 rader (tabb, UTF-8, inga decimaltal, LF)
    A   Insats                = Namn
    B   Inriktning            = Inriktning
    C   preciserad inriktning = Preciserad inriktning
    D   Registrering          = Registrering
    E   Start                 = Start
    F   ESF                   = Medel från ESF
  FEL, kolumn E (Start), rad 2: ”2025-02-30”: är inget datum; skriv det som 2025-03-04
  FEL, rad 3–4: samma post som på rad 2
  FEL, kolumn B (Inriktning), rad 3: ”individ”: är varken kod eller namn i listan
  FEL, kolumn C (preciserad inriktning), rad 4: kan inte väljas här
  FEL R-302, kolumn C (preciserad inriktning), rad 4: Den preciserade inriktningen hör inte till inriktningen. Välj en annan.
  Fel: 6. Varningar: 0.
  Anmärkningarna står vid sina rader i insatser.txt.remarks.csv.
  Inget är lagrat.
  [1]
  $ cat insatser.txt.remarks.csv
  Insats	Inriktning	preciserad inriktning	Registrering	Start	ESF	Anmärkning
  Spåret	individual	other	detailed	2025-02-30	0	FEL, E: ”2025-02-30”: är inget datum; skriv det som 2025-03-04
  Spåret	individ	other	detailed	2025-02-01	ja	FEL: samma post som på rad 2 | FEL, B: ”individ”: är varken kod eller namn i listan
  Spåret	structural	preparatory	volume	2025-02-01	ja	FEL: samma post som på rad 2 | FEL, C: kan inte väljas här | FEL R-302, C: Den preciserade inriktningen hör inte till inriktningen. Välj en annan.

  $ printf 'a,b\n"1,2\n' >broken.csv; samreg import --form party broken.csv
  ! samreg: broken.csv: rad 2: ett citattecken avslutas aldrig
  [1]
  $ printf 'kind,kind,name\nx,y,\345\377\303\245\n1,2,3,4\n' >broken.csv; samreg import --form party broken.csv
  ! samreg: broken.csv: rad 1, kolumn B: kind: kolumnen förekommer två gånger
  ! samreg: broken.csv: rad 3: raden har 4 fält, rubrikraden 3
  [1]
  $ samreg import --form party parter.csv --map broken.csv
  ! samreg: broken.csv: rad 1, kolumn B: kind: kolumnen förekommer två gånger
  ! samreg: broken.csv: rad 3: raden har 4 fält, rubrikraden 3
  [1]
  $ samreg import --form party nowhere.csv
  ! samreg: nowhere.csv: kan inte läsas: Filen eller katalogen finns inte
  [1]
  $ samreg import --form nothing parter.csv
  ! samreg: nothing: formuläret finns inte
  [1]
  $ samreg import --form closure parter.csv
  ! samreg: closure: står i samma lista som participation
  [1]
  $ samreg init --national --db national.db >/dev/null; samreg import --form party parter.csv --db national.db
  ! samreg: HOME/work/national.db: ett nationellt register tar emot leveranser, inte listor
  [1]
  $ printf 'participation,benefit,days_before\ngotland-1,none,1\n' >days.csv; samreg import --form benefit_days days.csv --db national.db
  Ersättningsdagar: 1 rad (komma, UTF-8, inga decimaltal, LF)
    A   participation = Deltagande
    B   benefit       = Ersättning
    C   days_before   = Dagar före
  FEL, kolumn A (participation), rad 2: ”gotland-1”: är varken kod eller namn i listan
  FEL, kolumn B (benefit), rad 2: ”none”: är varken kod eller namn i listan
  Fel: 2. Varningar: 0.
  Anmärkningarna står vid sina rader i days.remarks.csv.
  Inget är lagrat.
  [1]

  $ samreg import --form party
  ! samreg: import: ange en fil att läsa in
  [2]
  $ samreg import --form party a b
  ! samreg: import: ange en fil att läsa in
  [2]

In English as well.

  $ printf 'Kind,Name\nother,X\n' >more.csv; samreg --lang en import --form party more.csv
  Party: 1 row (comma, UTF-8, no decimal numbers, LF)
    A   Kind = Kind
    B   Name = Name
  Errors: 0. Warnings: 0.
  Nothing is stored. With --yes the rows are stored.
