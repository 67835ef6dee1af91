What the national follow-up sends back to a federation. Damaged files are tried in
tests/unit/test_returned.

  $ samreg demo --db demo.db >/dev/null
  $ samreg init --national --db nation.db | head -n 1
  nation.db: registret är skapat
  $ samreg export --db demo.db --year 2024 --out sent | head -n 1
  sent/demo-2024-r1: leveransen är skriven, rader per fil:
  $ samreg import --db nation.db sent/demo-2024-r1
  demo 2024 r1: mottagen, 179 deltaganden, 20 varningar
  1 mottagna, 0 fanns redan, 0 avvisade
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detailed   2025-11-14T10:00:00           179  levererad, låst

A receipt, by its file or its folder, once or twice.

  $ samreg import --db demo.db sent/demo-2024-r1.receipt.json
  demo 2024 r1: mottagen 2025-11-14, 20 varningar
  $ samreg import --db demo.db sent
  demo 2024 r1: kvittot fanns redan, inget är ändrat, 20 varningar
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detailed   2025-11-14T10:00:00           179  mottagen, låst 2025-11-14

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
  samreg: something: är inget kvitto
  samreg: empty: i mappen finns inget kvitto
  samreg: sent/demo-2024-r1: bara ett nationellt register tar emot leveranser
  samreg: nowhere: kan inte läsas
  $ samreg import --db nation.db sent/demo-2024-r1.receipt.json
  0 mottagna, 0 fanns redan, 1 avvisade
  ! samreg: sent/demo-2024-r1.receipt.json: är inte en mapp
  [1]
  $ samreg deliveries --db demo.db | sed -n '/2024/p'
  2024    1  detailed   2025-11-14T10:00:00           179  mottagen, låst 2025-11-14
