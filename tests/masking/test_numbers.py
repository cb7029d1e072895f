"""Numbers that name one person, in the groups and under the words of many countries, and those that do not."""

from masking.words import masked

NAMES_ONE = """
tracking no. RK 4418 2206 5GB
insurance claim, no. H 55 2091, refused
bifogade 5587 1904, en portkod
a row of pencil, 884 2091 37.
incident ref W-23-00918, 448 1902 scrawled
w/ 448-2071 scratched in it
un numéro au dos, 30 71 48 2.
O código do cacifo dela, 60 41 82, ainda
sygn. RSD 318/25, chce
claim reference came, CLM 40923 and
č. j. OSPOD 118/25, zpráva
podací číslo RR 3381 0927.
im Zahlungszweck nur 21 00000 00148.
φάκελος 3317, απόδειξη
recibo FR 2025/64, pago
lo spisu 2271/25.
under 4-881/25 or
dnr SN 2025/418, personnummer
health card 6041 227 398 KV
just "77 40 19", perhaps
it said b4471, and
locker 4417, then
slip 12/0447 in his hand
a note with 00417 on it
fødselsnummeret hennes, 030489 41257.
his bike lock is 300418, no wait, 30 04 18.
confirmation no. CA7MQ2XD
ügyszám: 12.P.20.418/2025
справи № 2047-Ш і
Reference StA 4-881/25
invoice 2025-44
račun br. 14-1-1
file no. M-19
with 0093-4471 across the top
en el sobre, 2025 0318 44, su pago
au crayon : 440918 27.
SIN 046 888 517
Medicare 2950 17364 1, all
TAJ 037 128 551
secu 2 84 03 75 116 042 82
AHV 756.1234.5678.97
Aktenzeichen 12 F 334/24
Az. 4471/25
Rechnungsnummer 2025-118
Kundennr. 88-120
číslo pojištěnce 850730/1234
rodné číslo 855730/1234
numer polisy PL-88231
nr sprawy II K 233/24
dossier n° 2025/0314
expediente nº 4471-B
CPR 010190-1234
personnummer 970412-1234
hetu 180379-246B
DNI 12345678Z
under Polizze 81-2207-4 she
file 64/C closed
справа № 38-Т закрита
into his account, 5520381, eur in cash.
written on it, 517 208 03, the safe
on its back 903 17 02, who knows
incarto n. 31/207, chiuso
nr sprawy PR.2207.15, a
картку № Т-3308 просить
αρ. φακέλου Ω-4482, και
skickat till 123 418 55 07 och
Geschäftszahl 4 Ps 208/23k und
sygn. akt 5 Ds. 227.2024, pyta
на UA21 3996 2200 0002 6007 2335 6600 1; пані
zwolnienie nr ZLB 5510382, wysłane
only tracking, 41 7720 3318 05: his
tracking no. RW 3371 9920 GB.
asiakasnro 41 663 ja
THEY TOOK IT, 2024 220731. THEY
päätös nro 91-306. Siinä
on the form, ref RC 4418, she
steht 3 81 52 17. Ins
Vers.-Nr. 53 210479 K 021
квиток № МР 22918304 тут
zoom room 771 2019 4482 went
report KD 51-2207, before
Docket no. 23 C 091288.
on booking R8J3L, she
hosp no. L552 208, then
policy 40.2216.M refused
event number K 8814 3307 given
spis. zn. Nc 204/2024, soud
codice fiscale RSSMRA85T10A562S
BSN 183047265
OIB 12345678903
EGN 8501011234
mała karta nr 77120
CNP 1850101221144
PPS 1234567TA
ABN 51 824 753 556
claim K04PB211
tag QZTB19
maxou#4471
bar code 30 22 18 44
the 6041 8229 off
napkin with 88 1402 6 on it
ref 2041 90
booking XK7-22QP
MRN: 00 381 127
locker 1417
policy number is B 771 204
crime ref CAD 2231/14MAR
invoice 0093
passport 529 117 804
visa 4929 1177
bilet 88 120 447
case no AB/2025/17
her OHIP 4532-118-907-TF
FAI/24/0093
ref: LA/CP/0412
Police reference 2025 118 442
"""
NAMES_NOBODY = """
CPT code 90837 every week
1200 kcal, 1800 kcal
about 1500 of them
at 11:52 pm, at 9.30, 6-6.45
billed as 90837, not 90834
a 38-year-old, a 50-minute hour
309.81, F43.10, 6B20.0, 300.02
6.42135 and so on
in 2024/25, the 1990s
COVID19, CORE10, v2.10.3
rated 7/10, 84/151, 120/80
invoice 2025-26
for 2025/26
chart B2, group CBT2
She had 14 2 3 6 on the sheet.
WAIS 102 110 105 98
from 1200-1500 kcal
100-150 mg
2019-2020
between 2018 and 2019
10 000 steps a day
9:30-10:20
9.30-10.20
50-60 min
7 10 12
BP 120/80
CORE 18.4, 12.1
sessions 12-14
1-2-3 breathing
4-7-8 breathing
25-50-100 mg
100-150-200 mg
5-4-3-2-1 grounding
ICD F43.23, Z63.0
DSM-5-TR p. 212
PHQ-9 14 17 20
1 200 euros
12 500 zl
rated 3 4 4 5 6
pp. 112-118
pages 1021-1034
COVID19
GAD7 and PHQ9
WW2
scored 180-200
plan 2 of 3
check 20 minutes
order 150 mg
case 12 3 sessions later
group 2024 started
pass 100 times
file 3 weeks late
code 100
the 1990s
rang 20 minutes later
called 3 times in 10 minutes
nummer 12
MBCT8
room 101
kod 2024 roku
faktura 20 zl
A1C 7.2
SSRI 20 mg 2024
24 000 000 people
"""


def test_no_digit_is_left_of_a_number_that_names_one() -> None:
    left = [masked(text) for text in NAMES_ONE.strip().split("\n")]

    assert [text for text in left if "[" not in text or any(map(str.isdigit, text))] == []


def test_scores_doses_times_and_ranges_stay() -> None:
    texts = NAMES_NOBODY.strip().split("\n")

    assert [masked(text) for text in texts] == texts


def test_a_number_in_an_office_is_a_phone() -> None:
    assert masked("rang ext. 4471, twice") == "rang ext. [phone], twice"
