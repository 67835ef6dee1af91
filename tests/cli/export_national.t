Deliveries out of a national register, and back into another. With all 76 federations it is
tried in tests/exchange/proof.

  $ samreg demo --db demo.db --size national --year 2021 >/dev/null
  $ samreg init --db nation.db --national >/dev/null
  $ sha256sum demo.db >before
  $ samreg export --db demo.db --federation gotland --year 2021 --out sent
  sent/gotland-2021-r1: 983 rader
  1 skriven, 0 skrevs inte
  $ samreg export --db demo.db --federation falun --year 2021 --out sent --level aggregate
  sent/falun-2021-r1: 712 rader
  1 skriven, 0 skrevs inte
  $ sha256sum --quiet -c before
  $ grep -h '^  "x-[fyrl]' sent/*/datapackage.json
    "x-federation": "falun",
    "x-year": 2021,
    "x-revision": 1,
    "x-level": "aggregate",
    "x-forms": "0.1.0",
    "x-rules": "0.1.0",
    "x-federation": "gotland",
    "x-year": 2021,
    "x-revision": 1,
    "x-level": "detailed",
    "x-forms": "0.1.0",
    "x-rules": "0.1.0",
  $ cut -d , -f 1-6 sent/*/federation.csv
  federation,name,year,revision,level,forms_version
  falun,Samordningsförbundet Finsam Falun,2021,1,aggregate,0.1.0
  federation,name,year,revision,level,forms_version
  gotland,Samordningsförbundet Finsam Gotland,2021,1,detailed,0.1.0
  $ samreg import --db nation.db --receipts receipts sent/*
  falun 2021 r1: mottagen, bara antal
  gotland 2021 r1: mottagen, 64 deltaganden, 36 varningar
  2 mottagna, 0 fanns redan, 0 avvisade
  $ tables="--federation gotland --federation falun --year 2021 --format csv"; echo "samreg report $tables --db \$1" >tables
  $ sh tables demo.db >sent.csv; sh tables nation.db | cmp - sent.csv; grep -c 'participants_over_time\|sex_age' sent.csv
  40

What was received is passed on, numbers only where no more is known.

  $ samreg export --db nation.db --federation all --year 2021 --out again
  again/falun-2021-r1: 712 rader
  again/gotland-2021-r1: 983 rader
  2 skrivna, 0 skrevs inte
  $ samreg init --db other.db --national >/dev/null; samreg import --db other.db again/* --receipts receipts
  falun 2021 r1: mottagen, bara antal
  gotland 2021 r1: mottagen, 64 deltaganden, 36 varningar
  2 mottagna, 0 fanns redan, 0 avvisade
  $ sh tables other.db | cmp - sent.csv

Nothing is written over, and all is told of those that cannot be written.

  $ samreg export --db nation.db --federation all --year 2021 --out again
  0 skrivna, 2 skrevs inte
  ! samreg: again/falun-2021-r1: leveransen finns redan och skrivs inte över
  ! samreg: again/gotland-2021-r1: leveransen finns redan och skrivs inte över
  [1]
  $ samreg export --db nation.db --federation gotland --year 2020 --out again
  ! samreg: gotland: förbundet har ingen leverans för 2020
  [1]
  $ samreg export --db nation.db --federation all --year 2020 --out again
  ! samreg: 2020: inget förbund har någon leverans
  [1]
  $ samreg export --db nation.db --federation nowhere --year 2021 --out again
  ! samreg: nowhere: förbundet har ingen leverans för 2021
  [1]
  $ samreg export --db nation.db --federation all --year 2021 --out again --revision 1
  ! samreg: export: --revision och --federation går inte ihop
  [2]
  $ samreg init --db local.db --federation gotland >/dev/null
  $ samreg export --db local.db --federation all --year 2021 --out again
  ! samreg: HOME/work/local.db: bara ett nationellt register har flera förbund
  [1]
  $ ls again
  falun-2021-r1
  gotland-2021-r1
