"""Names with the endings that sixteen languages hang on them."""

import pytest

from failnote.masking import Masker, Term

FORMS = """
hu Szabó: Szabóéknak Szabóékkal
hu Kovács: Kovácséknál Kovácséktól
uk Ірпінь: Ірпені Ірпеня
uk Київ: Києва Києві
ro Cluj: Clujului
pt Joana: Joaninha
es Rosa: Rosita
ru Оля: Олю Оли Оле Олей
pl Ola: Olę Oli Olą
ro Dumitrescu: Dumitrești Dumitreștii Dumitreștilor
lt Pušynėliai: Pušynėlių Pušynėliuose
cs Strojírny: Strojíren
pl Agnieszka: Agnieszki Agnieszce Agnieszkę Agnieszką Agnieszko
pl Aga: Agi Adze Agę Agą Ago
pl Kasia: Kasi Kasię Kasią Kasiu
pl Paweł: Pawła Pawłowi Pawłem Pawle
pl Marek: Marka Markowi Markiem Marku
pl Robert: Roberta Robertowi Robertem Robercie
pl Piotr: Piotra Piotrowi Piotrem Piotrze
pl Edyta: Edyty Edycie Edytę Edytą Edyto
pl Magda: Magdy Magdzie Magdę Magdą
pl Barbara: Barbary Barbarze Barbarę
pl Kowalski: Kowalskiego Kowalskiemu Kowalskim Kowalscy Kowalskich
pl Nowak: Nowaka Nowakowi Nowakiem Nowakowie Nowaków
pl Wróblewska: Wróblewskiej Wróblewską
pl Kraków: Krakowa Krakowem Krakowie
pl Łódź: Łodzi Łodzią
pl Bydgoszcz: Bydgoszczy
pl Zakopane: Zakopanem Zakopanego
cs Petr: Petra Petrovi Petře Petrem
cs Zdeněk: Zdeňka Zdeňkovi Zdeňku Zdeňkem
cs Jiří: Jiřího Jiřímu Jiřím
cs Eva: Evy Evě Evu Evou Evo
cs Tereza: Terezy Tereze Terezu Terezou
cs Blanka: Blanky Blance Blanku
cs Olga: Olgy Olze Olgu
cs Novák: Nováka Novákovi Novákem Novákovi Novákovým
cs Nováková: Novákové Novákovou
cs Praha: Prahy Praze Prahu Prahou
cs Lukáš: Lukáše Lukášovi Lukáši Lukášem
cs Šimek: Šimka Šimkovi Šimkem
cs Honza: Honzy Honzovi Honzu Honzou
sk Mária: Márie Márii Máriu Máriou
sk Ján: Jána Jánovi Jánom
fi Pekka: Pekan Pekalle Pekkaa Pekalta Pekkaan
fi Virtanen: Virtasen Virtaselle Virtasta Virtaselta Virtasten
fi Heikki: Heikin Heikille Heikkiä
fi Aatos: Aatoksen Aatosta
fi Marketta: Marketan Marketalle
fi Turku: Turun Turussa Turkuun Turusta
fi Oulu: Oulun Oulussa Ouluun
fi Lahti: Lahden Lahdessa Lahteen
fi Korhonen: Korhosen Korhoselle Korhosta Korhoset
fi Järvi: Järven Järvelle
fi Mäkinen: Mäkisen Mäkiselle
fi Ilta: Illan
fi Helmi: Helmin Helmen
hu Anna: Annának Annát Annával Annától Annáék
hu Péter: Péternek Pétert Péterrel Pétertől Péterék Péterhez
hu Kovács: Kovácsnak Kovácsot Kováccsal Kovácsék
hu Tamás: Tamásnak Tamással Tamást
hu Szeged: Szegeden Szegedre Szegedről
hu Győr: Győrben Győrből Győrbe
lt Jonas: Jono Jonui Joną Jonu Jonai
lt Mindaugas: Mindaugo Mindaugui Mindaugą Mindaugu Mindaugai
lt Rasa: Rasos Rasai Rasą
lt Vilnius: Vilniaus Vilniuje Vilnių
lt Kaunas: Kauno Kaune Kauną
lt Eglė: Eglės Eglei Eglę
lt Kazlauskas: Kazlausko Kazlauskui Kazlausku
lt Petraitis: Petraičio Petraičiui Petraitį
lv Jānis: Jāņa Jānim Jāni
lv Rīga: Rīgas Rīgā Rīgu
lv Ilze: Ilzes Ilzei Ilzi
hr Ivan: Ivana Ivanu Ivanom
hr Marko: Marka Marku Markom
hr Luka: Luke Luki Luku Lukom
hr Zagreb: Zagreba Zagrebu Zagrebom
hr Rijeka: Rijeke Rijeci Rijeku
hr Horvat: Horvata Horvatu Horvatom
hr Split: Splita Splitu
ru Анна: Анны Анне Анну Анной
ru Сергей: Сергея Сергею Сергеем Сергее
ru Павел: Павла Павлу Павлом
ru Ольга: Ольги Ольге Ольгу
ru Иванов: Иванова Иванову Ивановым Ивановой
ru Москва: Москвы Москве Москву
ru Мария: Марии Марию Марией
ru Пётр: Петра Петру Петром
ru Наташа: Наташи Наташе Наташу Наташей
ru Дмитрий: Дмитрия Дмитрию Дмитрием
ru Соловьёва: Соловьёвой Соловьёву
lv Ozols: Ozola Ozolam
cs Anežka: Anežčin Anežčina Anežčiny
pl Król: Królowie Króla
fi Kotipaja: Kotipajallakin Kotipajassakaan
ru Морская: Морской Морскую
ru Чехов: Чехову
ru Саша: Саши Саше Сашу Сашей
uk Оксана: Оксани Оксані Оксану Оксаною
ro Maria: Mariei
lv Maija: Maijas Maijai
el Γιώργος: Γιώργου Γιώργο
el Μαρία: Μαρίας
tr Mehmet: Mehmetin
tr Ayşe: Ayşeye
et Tõnu: Tõnule
et Tallinn: Tallinnas Tallinna
de Müller: Müllers
de Hans: Hansens
sv Lindqvist: Lindqvists
da Jensen: Jensens
cs Sanatorium: Sanatoriu Sanatoria
sl Maja: Maje Maji Majo
"""


@pytest.mark.parametrize("line", FORMS.strip().split("\n"))
def test_a_listed_name_is_masked_in_every_case_of_its_language(line: str) -> None:
    name, _, forms = line.partition(": ")
    language, _, listed = name.partition(" ")
    masker = Masker([Term(listed, "client")], language=language)

    left = masker.mask(f"x {', '.join(forms.split())}, y").text

    assert left == f"x {', '.join(['[client]'] * len(forms.split()))}, y"
