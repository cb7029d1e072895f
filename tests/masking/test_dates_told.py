"""Dates as people of many countries write them, in the language of the text and in English.

«» hold what must go, and nothing else may; what has no «» is told from dates.
"""

import pytest

from masking.words import shown

TOLD = {
    ("GB", "en"): r"""
        posted back «24.4», recorded
        missed «the 10th», and on
        On «8.03» I asked
        her texts: "«08.11» powiedz Radkowi", and
        since 0.5, by 1.2, on 3.2
        the bond, WAI-SR: 5/7, 5/7, 2/7. ruptures 4
        Her last message, «3.v.25», came
        learnt it on «Shrove Sunday» and on «St. Paddy's», too
        no, that was «the 13th», and said
        from Poland on «20 II 2025» (+48
        vitamin B 12 II, grade II 20
        on «2025-03-14» 20 minutes late
        a parcel came on «Assumption Day»
        a handle is no time, @3pm
        until «the second bank holiday in May», on «International Women's Day»
        she rang the clinic «8/8», twice
        He wrote on «24-3» from
        on 10-12 occasions, on 2-3 days
        to her twice: «23.2.» and, after that, never, see 3.2. and 4.1.
        down from 16 to 11. March on, I said
        slept till 1.5. and woke
        she has been so since «epiphany», lives
        12/27 on the alliance scale, 6/9 on her checklist
        covering for me on «14.3», had written
        before 3.2 and after 4.1 of the sheet
        «Freedom Day» and «Swiss National Day»
        found by a neighbour «16/11». alive. just
        «28/4» message from her sister
        he rang «8/4» and skreek
        - «3/6» 16:10 - Tane cancels
        - «5/6» - Siobhan rings
        «2/5»: no show
        on «5/6» she came
        seen «5/6», not since
        flagged it «1/10». I said
        he came «13/2», she writes
        she cancelled again, «Weds 4/6», and
        I rang «28/4», then «2/5» and again «6/5»
        one more: «1 march» a voicemail, no words
        «3 jan» she rang, then «4 feb» again
        «2 may» she came
        on «may 3» he left
        mood 4/10, sleep 3/10, risk 2/5
        PHQ-9 14, then 12/27, GAD-7 7/21
        PHQ/GAD 14/11 at start
        BP was 14/9
        missed 4/10 and then 3/4 of the rest
        attended 8/12, missed 4/12
        he is here 24/7, does 16/8 fasting, remembers 9/11
        4/4 against 3/4 time
        11/2 hours, 3/2 split, 12/10 sessions
        section 3.2 not done, 3.3 not done, 4.1 lost
        version 2.0.1 of my worksheet is no better than 1.4
        from 8/10 to 4/10
        about 3/10 brave
        page 12/14
        since 3/4 of them left
        on 3/4 occasions
        week 8/12 of ERP
        by «the 14th» I had
        on «the 3rd», she said
        on the 3rd floor, on the 3rd try
        «Sunday the third» was
        the first, the second and the third of them
        on the third, he left
        «the third of March» was bad
        «the third of March 2025» was bad
        «the first Monday in May» was
        «The last Friday in June» - supervision
        «the second week of Advent» he
        «last Tuesday week» she
        «a week on Friday» we
        «Tuesday fortnight» we
        «the day after Boxing Day» he
        «the Friday before Christmas» he
        «two days after Easter» he
        «Good Friday week» he
        «Bank Holiday Monday» he
        Michaelmas term, half-term, autumn term
        a Christmas card, an Easter egg, Christmas tree
        «St. Lucy's» and «Runeberg's Day» and «Memorial weekend»
        «Orthodox Easter» and «Fourth of July»
        an epiphany, I lent him, the advent of it, the assumption of trust
        on «the feast of the Assumption» he
        «3 Mar '25» and «03Mar25» and «3 March 2025»
        week of «3 March» and «Mar 3-5» off
        «2025 March 3» and «2025-Mar-03»
        sertraline 50 mg, 7.5 mg, 12.5 mg
        at 4.30 or 8.10, 9.15-10.05
        ratio 5/1, 10/1 ratio
        in 2019, in the 1990s, 2024/25
        I may march on
        4 may help, 2 may not
        a 60/40 split, 80/20, 50/50
        «Tue 6/5»: voicemail
        she's been off since «12/5»
        letter dated «3/6»
        between «the 4th and the 18th» she
        until «June the 9th»
        on «New Year's Eve», «NYE», «Xmas Eve», «Xmas»
        «Diwali», «Chinese New Year», «Remembrance Sunday», «Plough Monday»
        «the Sunday before Lent» again
        «three weeks before Christmas» she stopped
        «the week after Easter» she
        «a fortnight before Hogmanay» he
        «the second Sunday of Advent» again
        «the last week of January» again
        «the first week in May» again
        «end of March» again
        «Christmas Day» and «Boxing Day», then «Twelfth Night»
        «Burns Night», «St Andrew's Day», «May Day», «Midsummer's Eve»
        on «14/2/25», on «14.2.25», on «14-2-25», «14 Feb 25»
        «Saturday 3rd» and «Monday the 5th»
        was seen «5.3.25» & «12.3.25».
        «8/4»: text. «12/4»: text. «15/4»: nothing.
        session 12/16, 9:30-10:20, was short
        the fee was reduced by 1/3, sessions cut by 1/4
        risk 3/5 on «8/4», 2/5 by «15/4»
        He was 12 when it began, in year 7.
        Session 9, 50 min, PHQ 14/27, GAD 11/21, CORE 24 then 19. I may see him in 4 weeks.
        the sum was 3/5, then 4/5. She gave it 8/10; I gave 5/10. On a 0/10 day she said 2/10.
        I second that; on second thoughts, first things first.
        On the second try, at the third attempt, the fourth wall.
        march in, march out; I march to my own drum. Will she? May she? August company, june bug
        A 6/8 beat, a 9/5 job, 5/2 diet, 2/1 ratio, a 4/1 split. half 5/half 6
        sertraline 50/100, quetiapine 25/50 mg; 1/7, 2/52 and 3/12 in GP shorthand
        I sat with it for a day after that, the day before we met, the week after.
        the Friday after that
        Christmas tree, easter egg, valentine card. her birthday. my anniversary.
        the new year resolution
        Mother said Sunday lunch; Wednesday week-in week-out
        he lent me it. carnival of feelings. an advent calendar of grief. a trinity of needs
        Dec. of trust, Mar the work, Jan and Nov rang (names)
        step 3/12, 4/7 of the homework, item 5/9, q 3/9
        Winnicott 1971, pp. 12-14. Vol 3/4, no. 5/6
        Bed 4/12, ward 7/3, flat 4/2
        Tue-Thu 9-5, 9.30-10.20, 11.15-12.05, 17.30 to 18.20
        1.5 hours, 2.5 mg, 3.10 in the film, chapter 4.11, 6.42135
        from 7/10 down to 2/10, up 3/10
        DSM 300.02, F32.1, ICD-11 6B20.0, Z63.0
        "may 5 people" she said; may 4 of us
        a spring day, the autumn of his life, in the fall, late summer feelings
        12 march past, 3 may not come, 2 will
        the sun sat on him; mon ami; fri
        in 3 sessions; on 2 occasions; by 5 people; since 3 of them; on 12 he said; from 3 to 5
        Easter term, Michaelmas term, half-term, summer term
        week 3, week 12, week 12/16, month 3/6
        Group of 8/9. ratio 16/1
        I looked at 2/3 of it, 11/12ths
    """,
    ("US", "en"): r"""
        Said in the room, «11/3»: she knew
        since «the fall of 2022» they
        Next session, «3/10», she talked hay
        closed him out on «3-18». naltrexone 8/2 mg, then 16/4;
        slip signed «mar 19», ssn
        fund paid «may 17», it says; may 5 people come
        "It's fine," he said, «5/23». "Fine."
        on «5-12» i called her
        dima storms out «2/6», says
        relapsed «1/4», then "«2/2»"
        walked out «3/6», broke the hinge
        by portal message «march 4» 2:13 am, from
        a hearing «05-14», docket no.
        pages 05-14
        Opal's sister, once, «11/30». She said
        ended «10/3» in the waiting room
        12/27 then, 8/21 now
        the sheet says 3/4 in here
        found the sticky «1/9», rang «1/4»
        funeral «dec 2». i mailed a card
        records «3/13» to them
        a copy «3/31», PHQ 5/13
        sent records «3/19» to them
        cleared «5/1». Hers
        by «5/2», mail it
        on «5/30». Four days
        on «12/2» and «11/30»
        PCL-5 was 31/80, his AUDIT 9
        PHQ-9 12/27 and 5/27
        DAS went 88/151
        T «3/19», M «3/24», no show
        DOS «4/7», «4/14»
        I'd say 7/10, maybe 8/10
        2/3 of the sheets, 1/2 hour, 3/4 cup
        «Día de los Muertos», «Super Bowl Sunday», «Labor Day weekend»
        on «Three Kings Day» she
        «Thanksgiving», «the Friday after Thanksgiving» she
        «the week before Labor Day» again
        «the day after the Super Bowl» again
        «Christmas '24» again
        «Mon 3/10», «Tues 3/11», no-show
        Last appt «4/18» (no show «4/25»)
        called «4/7», «4/9», «4/11»
        admitted «11/3», d/c «11/9»
        «Sept 11th», «Nov. 3rd, 2024», «Wed, Apr 16»
        «the 4th of July», «July 4th», «July Fourth»
        «MLK Day», «Presidents' Day weekend», «Veterans Day»
        «Yom Kippur», «the second night of Hanukkah», «Holi»
        I'd say 7/10, maybe 8/10. SUDS 3/10 by week 2.
        9/11 came up; 24/7; 50/50; 1/2 of them; 3/4 done; attended 8/12
        AUDIT-C 3/12; PHQ-9 17/27,
        then 5/27; PCL-5 31/80; MoCA 22/30; ACE 4/10; C-SSRS 2/5; sleep 4/10
        4/4 criteria, 5/9 criteria, 12/12 steps, step 4/12. Room 3/19? BP 12/8
        Seen 8x, 3/wk. 1/week. 2/2 tries. Rx 5/325 mg. 10/650.
        May I march? Mayo and jelly. Junio? Reyes? Marzo Bros.
    """,
    ("DE", "de"): r"""
        am «ersten Montag im April» war
        seit dem «Herbst 2023» grub er, im Herbst war es besser
        am «3.4.» kam sie
        am «12.3.» zurück
        Supervision am «18. 3.», bitte
        vom «3.-5.3.» war
        «3.–5. März» weg
        «14. März 2025» und «14. Mär. 2025»
        «8.5.», neun Uhr: sie ruft an
        «8.5.» Anruf der Mutter
        «Di., 12.3.», 14 Uhr
        von 8.30 bis 9.20, um 10.15 Uhr
        PHQ-9: 14, dann 12; Wert 3.4; 2.5 mg
        Kapitel 3.2. und § 5.1.
        «Jänner 2024», «3. Jänner»
        «Rosenmontag», «zweiter Weihnachtstag», «Heilige Drei Könige», «Dreikönig»
        am «ersten Mai» nicht
        Am «Ostermontag» und «Gründonnerstag», «Silvester», «1. Advent»
        zwei Sitzungen, ab der dritten
        sie kam im März, seit Mai
        mai und juni
        am «zweiten Advent», an «Heiligabend», am «1. Weihnachtsfeiertag»
        «24.12.» abends, «31.12.»
        bis «31.3.»; seit «1.4.»
        «Mittwoch, den 12. März»,
        «Mi 12.3.» kam
        Termin «3.4.», 15 Uhr
        «1. Mai», «1. Mai 2024», «Tag der Arbeit»
        «Karfreitag», «Fronleichnam», «Christi Himmelfahrt», «Allerheiligen»
        am «einundzwanzigsten Juni» again
        «20.02.25», «20.2.»,
        am «14.» rief sie an
        Die dritte Stunde, im März, im Mai; ab dem ersten Mal.
        Wert 3.4, Skala 2/10, Note 1.3, 2.5 mg, § 3.2. BGB, Version 1.2.3
        Um 8.30 Uhr, um 17.15 Uhr, von 9.10 bis 10.00 Uhr. Sitzung 12/25. 3/4 der Zeit. Er ist 3.
        Sohn. Am 3. Tag
        Do you? Mo, so, mi. Sie hat erst im Mai, erst Mai. 12. Klasse. Kapitel 4.5. Seite 3.
    """,
    ("AT", "de"): r"""
        am «6. Jänner» kam
        «Ende Feber» war
        am «26. Oktober», «Nationalfeiertag»
    """,
    ("CH", "en"): r"""
        went «11.6.25» to
        At intake («13 January») and on «12.3.» she
        on «8.5.» he
        the slot at 4.10, «12.2.», slot taken
        about 3.5. Then she left
        BMI 16.2. Then
        on «Sechseläuten» he
        le «3 mars» and «3. März»
    """,
    ("FI", "en"): r"""
        at 4.10, «12.2.», slot taken
        wrote on «3.2.2025» and by «5. helmikuuta» she
    """,
    ("FI", "fi"): r"""
        Ritva kirjoitti «8.5.», äiti
        «5. toukokuuta» tilille
        klo 8.30, klo 16.10. Sitten
        «Juhannusaattona» ja «Vappuna», «juhannuksena», «Tapaninpäivänä», «joulun» jälkeen
        vapaa, kesällä, joulukuussa, lokakuussa
        «8.-10.5.» olin poissa
        «kolmas maaliskuuta» hän
        «pääsiäismaanantaina» ja «itsenäisyyspäivänä»
        «tiistaina 4. maaliskuuta», «ti 4.3.», «4.3.»
        «joulukuun 6. päivänä» again
        «jouluaattona», «uudenvuodenaattona», «loppiaisena», «helatorstaina», «äitienpäivänä»
        Klo 8.30 ja klo 16.10. Kohta 3.2. ja luku 4.1. Pisteet 12/27, 4/10.
        Kesällä, lokakuussa, vapaa, toinen kerta, 3. kerta. 2,5 mg. joululahja
    """,
    ("SE", "sv"): r"""
        Hon slutade «den 5 februari» och pappa ringde «21/3»
        ringde «8/4» och skrek
        Slutade «7 april». pappa
        på «skärtorsdagen» satt
        «Valborgsmässoafton»: anmälan
        «20-22 juni», säger jag
        den «3/5» kom
        skattade 4/10 och 3/10
        «Annandag påsk», «midsommarafton», «trettondagen», «Lucia», «nyårsafton»
        «tredje mars» och «första maj»
        kl. 8.10, 14 gånger av 20
        «tisdag 4 mars», «tisdagen den 4 mars», «4/3»
        «14/2 -25» again
        «annandag jul», «Kristi himmelsfärdsdag», «långfredagen», «julaftonen», «nyårsdagen»,
        «Mors dag»
        Kl. 8.30, 9.00-10.00. Kapitel 3.2. I mars, tredje gången, 12/27, 4/10, 3/4 av tiden.
        2,5 mg. Jultomte. sön. fre
    """,
    ("NO", "nb"): r"""
        jeg burde hørt det «28.2», da hun
        kap. 3.2 og 28.5 grader
        ringte «8.5.» og skrek
        «den 17. mai» og «syttende mai»
        «2. påskedag» og «skjærtorsdag», «julaften»
        «torsdag 3. april» kom hun
        «tirsdag 4. mars», «4. mars», «4.3.»
        «første juledag», «romjulen», «palmesøndag», «Kristi himmelfartsdag»
        Kl. 8.30, 9.00-10.00. Kapittel 3.2. I mars, tredje gang, 12/27, 4/10, 3/4 av tiden. 2,5 mg.
    """,
    ("DK", "da"): r"""
        den «8/5» kom hun; d. «8.5.» også
        «2. juledag», «skærtorsdag», «Store Bededag», «nytårsaften»
        «tirsdag den 4. marts», «4/3», «4. marts»
        «juleaften», «nytårsaften», «grundlovsdag», «Skt. Hans»
        Kl. 8.30, 9.00-10.00. Kapitel 3.2. I marts, tredje gang, 12/27, 4/10, 3/4 af tiden. 2,5 mg.
    """,
    ("HU", "hu"): r"""
        «Mikulás napján» jött, nem szólt
        doktornő «01. 22-én» faxolt
        hívott is rögtön, «2025.03.19-én», mobilról
        «március 3-án» rám csapta
        «03.17.»: Ilona telefonál
        «Húsvéthétfőn» üzenet
        «márc. 3-tól» és «május elsején»
        márciusban jött, a harmadik ülésen
        «karácsonykor», «Szenteste», «szilveszterkor», «pünkösdkor»
        «III. 3.» volt
        «húsvétvasárnap», «karácsony másnapján», «nagypénteken», «Mikuláskor», «mindenszentekkor»,
        «halottak napján»
        8.30-kor, 9.00-tól 10.00-ig. 3.2. fejezet. Márciusban, a harmadik ülésen, 12/27, 4/10 pont.
        2,5 mg. első nap
    """,
    ("PL", "pl"): r"""
        nie przyszła «12 marca», nie przyszła «19.03», a
        wyszła «dzień przed walentynkami»
        w «Wigilię» i w «Wielki Piątek»
        przed «Wszystkimi Świętymi» była wizyta
        w «drugi dzień świąt» i w «poniedziałek wielkanocny»
        «1 listopada» i «Wszystkich Świętych»
        o 19.30, o 8.10, od 17.10 do 18.00
        dnia «8.05» przyszła
        «trzeciego marca» nie
        «dwudziestego trzeciego marca» nie
        w marcu, w maju, na trzeciej sesji
        majątek, lipa, 3 lipy
        we «wtorek 4 marca» i we «wtorek, 4.03» przyszła
        «Nowy Rok», «Trzech Króli», «Boże Narodzenie», «Wielkanoc», «Zaduszki», «Wielką Sobotę»,
        «Lany Poniedziałek»
        O 8.30, o 17.10, od 9.00 do 10.00. Punkt 3.2. umowy, rozdział 4.5. W maju, w marcu.
        3 sesje, sesja 4/12, 12/27 w PHQ. Trzecia sesja, drugi raz. 2.5 mg, 19.99 zł.
        wilia lipy 3 lipy majątek
    """,
    ("PL", "en"): r"""
        Last seen «19 marca», then «Wigilia» came
        on «8.05» I had
        on «Wielkanoc» she
    """,
    ("CZ", "cs"): r"""
        Markéta volala «5/3» a psala «7/4»
        od «masopustního úterý» leží
        na «Hromnice» viděl
        15 sezení, konec «23.5.»
        Radek volal «29.1.» z čísla
        8 z 10 hodin, 3/4 z toho
        od «Štědrého dne» spí
        na «Velikonoční pondělí».
        «12. 3. 2025» a «14. března» a «3. 3.» a
        v březnu, tři sezení
        «třetího března» a «prvního máje»
        «na Tři krále» a «Silvestra», o «Vánocích»
        v «úterý 4. března», «4. 3.», «4.3.»
        «Boží hod», «Zelený čtvrtek», «Dušičky», «na Mikuláše», «Nový rok»
        V 8.30, od 9.00 do 10.00. Kapitola 3.2. a bod 4.5.
        V březnu, v květnu, třetí sezení, 12/27, 4/10. Druhý den. 2.5 mg. Led na cestě, dub, 3 duby.
    """,
    ("SK", "sk"): r"""
        «14. marca» a «3. mája 2025» a
        na «Štedrý večer», «druhý sviatok vianočný», «Veľkonočný pondelok»
        v «utorok 4. marca», «4. 3.»,
    """,
    ("SI", "sl"): r"""
        «3. marca» in «14. aprila 2025» in
        na «božični dan», «velikonočni ponedeljek»
        v «torek, 4. marca», «4. 3.»
    """,
    ("RS", "sr"): r"""
        «Đurđevdan», «Badnje veče», «Vaskrs»
        u «utorak, 4. marta», «4.3.»
    """,
    ("RU", "ru"): r"""
        «третьего марта» она
        на «Пасху», «восьмое марта», «8 марта», «Новый год»
        в марте, три сессии
        «08.05» она
        «4 марта», во «вторник, 4 марта», «04.03»
        В 8.30, с 9.00 до 10.00. Глава 3.2. В марте, третья сессия, 12/27, 4/10. 2,5 мг. троица
    """,
    ("UA", "uk"): r"""
        «третього березня» вона
        О 8.30, з 9.00 до 10.00. Розділ 3.2. У березні, третя сесія, 12/27, 4/10. 2,5 мг. липа
    """,
    ("BG", "bg"): r"""
        «Великден», «Бъдни вечер», «Гергьовден»
    """,
    ("LT", "lt"): r"""
        aš «kovo 14 d.» paskambinau
        atleido «balandžio 2-ąją»; tai
        «antrąją Velykų dieną»: again
        «2025 m. kovo 14 d.» ir «2025 m. kovą»
        «kovo trečiąją» ir «Kūčių vakarą», «Jonines»
        kovo mėnesį, 6 susitikime iš 12
        «kovo 4 d.», «kovo 4-ąją», «kovo 4-osios», «antradienį, kovo 4 d.»
        «vasario 16-ąją», «Vėlines», «Naujuosius metus», «Jonines»
    """,
    ("LV", "lv"): r"""
        «3. martā» un «14. aprīlī» un «2025. gada 3. martā» again
        «Lieldienās» un «Ziemassvētkos», «Līgo vakarā»
        «otrdien, 4. martā» again
        Plkst. 8.30, 9.00-10.00. 3.2. nodaļa. Martā, trešā reize, 12/27, 4/10. 2,5 mg. Marta
    """,
    ("EE", "et"): r"""
        «3. märtsil» ja «14. aprillil 2025» ja
        «jaanipäeval» ja «jõululaupäeval», «lihavõttel»
        «teisipäeval, 4. märtsil» again
        Kell 8.30, 9.00-10.00. Peatükk 3.2. Märtsis, kolmas kord, 12/27, 4/10. 2,5 mg.
    """,
    ("RO", "ro"): r"""
        mă sunase pe «3.03» de pe fix
        m-a sunat de «Bunavestire» de pe
        pe «3 martie» și «14 aprilie 2025» și «12.05», «8.05»
        «trei martie» și «întâi mai»
        «marți, 4 martie», «4.03»
        «Sfântul Nicolae», «Revelion», «Ajunul Crăciunului», «a doua zi de Paște»
        La 8.30, 9.00-10.00. Capitolul 3.2. În martie, în mai, a treia ședință, 12/27, 4/10. 2,5 mg
    """,
    ("GR", "el"): r"""
        στις «3 Μαρτίου» και «14 Απριλίου 2025» και
        «Μεγάλη Παρασκευή», «Πάσχα», «Δεκαπενταύγουστο», «Πρωτομαγιά»
        στις «8/5» και «3/4» ήρθε
        Στις 8.30, από 9.00 έως 10.00. Κεφάλαιο 3.2. Τον Μάρτιο, τρίτη συνεδρία, 12/27, 4/10.
        2,5 mg.
    """,
    ("TR", "tr"): r"""
        «Kurban Bayramının ikinci günü» düşmüş
        «yılbaşı gecesi» attığı
        «Kurban Bayramı'nın birinci günü» aradı
        «3 Mart'ta» ve «14 Nisan 2025» ve
        «Kurban Bayramı», «yılbaşında», «23 Nisan»
        «üç Mart» günü
        «Şeker Bayramı», «arife günü», «29 Ekim»
        Saat 8.30, 9.00-10.00. Bölüm 3.2. Martta, üçüncü seans, 12/27, 4/10. 2,5 mg
    """,
    ("ES", "es"): r"""
        el «3 de marzo de 2025» y el «6 de mayo»
        La «víspera de Reyes» me llamó
        Fue el «día de la Asunción»: calor
        el «Día de la Madre», «Nochebuena», «Semana Santa»
        el «3/4» vino
        el «tres de marzo» y «uno de mayo»
        puntuó 4/10, 3/4 partes
        «Viernes Santo», «Jueves Santo», «puente de mayo»
        el «24 de diciembre», el «1º de mayo», el «12/10»
        A las 8.30, de 9.00 a 10.00. Capítulo 3.2.
        En marzo, en mayo, tercera sesión, 12/27, 4/10, las 3/4 partes. el 4/10 de la escala.
        2,5 mg. Los reyes del mundo. hace tres set
    """,
    ("IT", "it"): r"""
        ultima volta «lun. 8 gen» alle
        entro il «2-5»: studio
        «Il giorno dopo l'Epifania» e «il lunedì di Carnevale» mi
        il «12 marzo», il «1° maggio», il «primo maggio»
        il «3/4» è venuta
        la «vigilia di Pasqua», «Ferragosto», «Lunedì dell'Angelo», «25 aprile»
        «ventitré marzo» again
        Alle 8.30, dalle 9.00 alle 10.00. Capitolo 3.2.
        A marzo, in maggio, terza seduta, 12/27, 4/10, i 3/4 del tempo. 3 set di piatti. 2,5 mg.
        natali
    """,
    ("PT", "pt"): r"""
        na «terça-feira de Carnaval» liguei
        logo no «dia das mentiras», e eu
        faltaste a «10/10», a «17/10» e
        de 4/10 a 7/10, ansiedade 10/10
        a «3 de março» e «14 de abril de 2025»
        na «véspera de Natal», «Sexta-feira Santa», «Páscoa»
        «terça-feira, 4 de março», «4/3», «25 de abril»
        Às 8.30, das 9.00 às 10.00. Capítulo 3.2.
        Em março, em maio, terceira sessão, 12/27, 4/10, 3/4 do tempo. Natália
    """,
    ("FR", "fr"): r"""
        évanouie à l'atelier le «premier lundi d'avril». Le
        à la cantine ; le «12/12», la directrice
        le «1er mars» et le «3 mars 2025»
        écrit le «11/02» et
        le «lundi de Pâques» et la «fête du Travail»
        le «quatorze juillet» et le «trois mars»
        le «lendemain de Noël» again
        «mardi 4 mars», «mardi 4/3», le «04/03»
        «début mars» again
        du «3 au 5 mars» again
        le «jeudi de l'Ascension», «Toussaint», «1er novembre»
        la «veille de Noël» again
        le «15 août», le «vingt-trois juin»
        À 8.30, de 9h à 10h. Chapitre 3.2.
        En mars, en mai, troisième séance, 12/27, 4/10, les 3/4 du temps, le 3/4 des séances.
        2,5 mg. Le deux, le trois. L'aide, l'avant.
    """,
    ("NL", "nl"): r"""
        laatste appje, «17-3»: 'u koos
        Jannekes appje van «14-3» las ik
        op «5/2», in de gang
        op «tweede kerstdag». Op «3 februari 2025» zei
        «Koningsdag», «Hemelvaart», «Goede Vrijdag», «oudjaar»
        op «5-2» en op «11-02» belde ze
        2-3 keer, 5-6 sessies
        «dinsdag 4 maart», «4 mrt», «4/3»
        «Eerste Kerstdag», «Tweede Paasdag», «Oudejaarsavond», «5 december», «Sinterklaas»
        Om 8.30 uur, van 9.00 tot 10.00. Hoofdstuk 3.2.
        In maart, in mei, derde sessie, 12/27, 4/10, 3/4 van de tijd, 2-3 keer per week,
        5-6 sessies, een mei-dag, van 2-3 tot 5
    """,
    ("IE", "en"): r"""
        «Stephen's Day», «St Brigid's Day», «Wren Day», «Nollaig na mBan»
        «Good Friday», «Wednesday week»
        «the Tuesday after Easter» again
        «Halloween», «Oíche Shamhna», «St Stephen's Day»
        «Good Friday», «the Friday of the bank holiday weekend» again
    """,
    ("AU", "en"): r"""
        text «5/5», text «12/5», then nothing
        «Anzac Day», «Melbourne Cup Day», «King's Birthday»
        rang «15/4», «2/5» and «8/5»
    """,
    ("CA", "en"): r"""
        on a form he left on my chair «Nov. 20/24». On
        «Victoria Day», «the Monday of Thanksgiving» again
        «Saint-Jean-Baptiste Day», «May long weekend»
        on «02/03/2025» and «2025/03/02»
    """,
    ("NZ", "en"): r"""
        «Waitangi Day», «Matariki», «Queen's Birthday»
    """,
    ("DE", "en"): r"""
        the call on «3.4.», the fax «8.4.», she said
        "am «3. März»", he said
    """,
    ("CH", "fr"): r"""
        le «3.4.» elle
        «1er août», «Jeûne fédéral»
    """,
    ("BE", "fr"): r"""
        le «21 juillet» again
    """,
    ("MX", "es"): r"""
        «Día de Muertos» again
    """,
    ("HR", "hr"): r"""
        u «utorak 4. ožujka» i «4.3.»
        «Sveti Nikola», «Tijelovo», «Sveta tri kralja»
        U 8.30, od 9.00 do 10.00. Poglavlje 3.2. U ožujku, treći susret, 12/27, 4/10. 2,5 mg
    """,
}
"""Country and language -> lines of notes."""


@pytest.mark.parametrize(("country", "language"), TOLD, ids=lambda each: each)
def test_dates_are_told_from_scores_and_times(country: str, language: str) -> None:
    lines = [line.strip() for line in TOLD[country, language].strip().split("\n")]

    assert [shown(_unmarked(line), "date", language, country) for line in lines] == lines


def _unmarked(line: str) -> str:
    return line.replace("«", "").replace("»", "")
