"""No streets: words that end or begin like the name of a street and are none."""

import re

from failnote.masking.wordlist import any_of

CHANNELS = any_of(
    "Zoom Skype WhatsApp Whatsapp Teams Signal Telegram Mail Email E-Mail SMS Meet Facetime"
    " FaceTime Messenger Fax Google Facebook Instagram Internet PayPal"
)
"""What comes after "via" where that is no street."""

LABELS = any_of(
    "Sessions? Sitzung(?:en)? Stunden? Wochen? Weeks? Rooms? Zimmer Raum Kapitel Chapter Page Seite"
    " Pages PHQ\\S* GAD\\S* BDI\\S* CORE\\S* Year Ward Level Step Group Stage Class Grade Phase"
    " Part Day Version Table Platform Tag Gruppe Klasse Station Sesja Sesji Sesion Seduta Seance"
    " Sessao Zitting Gang Kerta Ules Sezeni Seans Sitting Item Number Nr No Age Score Count Sesiune"
    " Sesija Seansas Сесси\\w Сесія Сеанс Сессия BMI Dose Total About From Since Until On In At By"
    " Only Around Over [A-Z]{3,6}(?:-\\d\\d?)? Mr Mrs Dr January February March April May June July"
    " August September October November December Januar Februar Marz Mai Juni Juli Oktober Dezember"
)
"""Words that a number belongs to."""

_WAYS = any_of(
    "Ruck Heim Hin Um Aus Schul Arbeits Mittel Leidens Lebens Therapie Losungs Spazier Behandlungs"
    " Unter Nach Onder Uit Om Kinder"
)
_PLACES = any_of(
    "Arbeits Park Sitz Steh Spiel Therapie Studien Ausbildungs Kita Schlaf Stell Schul Heim Klinik"
    " Kindergarten Listen Behandlungs Warte Krankenhaus Psychiatrie"
)
_YARDS = any_of("Bahn Fried Bauern Gast Schul Innen Hinter Vor")
_CLIMBS = any_of("An Ab Auf Aus Bahn Burger Ein Um")
_MOUNTAINS = any_of("Kern Rosen Green Gold Stein Spiel Vinter")
_WORDS = any_of(
    "Staudamm Brigade Decade Facade Parade Arcade Renegade Ka?tie Hattie Lottie Bettie Scottie"
    " Auntie Lettie Mattie Christie Kristie Kirstie Cutie Werkplein Schoolplein Schoolbank"
    " Rosenfeld Hatfield"
)
_AFTER_AM = any_of(
    "Januar Februar Marz April Mai Juni Juli August September Oktober November Dezember Jahre?"
    " Alter Schnitt Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Abend Morgen"
    " Nachmittag Sommer Winter Fruhjahr Herbst Kapitel Raum Zimmer Termin Sitzung Stunde Woche"
    " Gesprach Ende Tag Mittel Punkt Schritt Team Haus Fragebogen Protokoll Verlauf Durchschnitt"
    " Test Quartal Monat Bereich Stadium Skala\\w* Wochenende Beispiel Teil Anfang Phase Gruppe"
    " Klasse Station Seite Nacht Band [A-Z]{2,}"
)
NO_STREET = re.compile(
    rf"(?:{_WAYS}[wW]eg|{_PLACES}platz|{_YARDS}hof|{_CLIMBS}stiege?|{_CLIMBS}steig"
    rf"|{_MOUNTAINS}berg|{_WORDS})\b"
    rf"|(?:Im|Am|In der|An den|In den|Zum|Zur|Beim) {_AFTER_AM}\b"
)
"""Ordinary words and names that end like a street, and days and places in time."""
