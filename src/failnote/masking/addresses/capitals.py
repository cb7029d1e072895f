"""Capitals: words of a name of a place as patterns, in Latin, Cyrillic and Greek letters.

The patterns are for the plain text, which has no accents.
"""

from failnote.masking.wordlist import any_of

UPPER = "A-Z\u0402\u0404\u0406\u0408-\u040b\u040f\u0410-\u042f\u0490\u0391-\u03a9"
LOWER = "a-z\u0430-\u044f\u0452\u0454\u0456\u0458-\u045b\u045f\u0491\u03b1-\u03c9"
CAPITAL = rf"[{UPPER}](?:[\w'-]{{0,24}}|\.[{UPPER}])\.?"
"""One word, or what is left of it before a dot."""

SMALL = any_of(
    "de del della dei degli delle do da dos das du des la le les los las el y e an aan am im"
    " op de[rmn] den het ten ter 't van von vom zu zur zum of the and og och nad pri pod po lui"
    " cel di d' l' en sur sous saint sankt bei"
    " (?:gen|ks|sv|sw|dr|prof|plk|bp|kard|marsz|por|mjr|im|akad|gral|dott|mons|ген|ак|акад|св)\\."
)
"""Small words inside the name of a street or town."""

NAME = rf"(?:'t )?{CAPITAL}(?:[ \n](?:{SMALL}[ \n]){{0,2}}{CAPITAL}){{0,3}}"
_TOWN_WORD = rf"(?:Ste?\. )?[{UPPER}][\w'-]{{1,24}}"
TOWN = rf"{_TOWN_WORD}(?: (?:{SMALL} )?{_TOWN_WORD}){{0,2}}(?: (?:NV|SV|[NSVKOC])\b)?"
