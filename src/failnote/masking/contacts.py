"""Contacts: e-mail, web and IP addresses, and handles, by their shape.

Every pattern has bounded repeats and a fixed beginning, so that the time stays linear.
"""

import ipaddress
import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_WORDS_TOO = "at it be me us co si es is no so int test app"
"""Endings that are words as well: alone they make no address of "fine.it was"."""
_SURE = (
    "com org net edu gov info biz dev io mil example uk ie de ch fr pt nl lu pl cz sk hu ro bg gr"
    " hr rs se dk fi ee lt lv ca au nz za eu tv"
)
_LABEL = r"[\w-]{1,63}"
_DOMAIN = rf"(?:{_LABEL}\.){{1,6}}[^\W\d_]{{2,24}}"
_AT = re.compile(rf"(?:@| @ ){_DOMAIN}")
_BEFORE_AT = re.compile(r"[\w.+%'-]{1,64}\Z")
_FIRST = r"(?<![\w.+-])[\w+-]{1,64}"
_SAID_DOT = r"\s{1,2}dot\s{1,2}"
_DOT = rf"(?:\.|\s{{0,2}}[\[({{<]\s?dot\s?[\])}}>]\s{{0,2}}|{_SAID_DOT})"
_PROVIDERS = any_of(
    "gmail googlemail yahoo hotmail outlook icloud proton protonmail gmx aol live btinternet"
)
_SPELT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"{_FIRST}(?:{_DOT}[\w+-]{{1,64}}){{0,3}}\s{{0,2}}[\[({{<]\s?at\s?[\])}}>]\s{{0,2}}"
            rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,5}}"
        ),
        (
            rf"{_FIRST}(?:(?:\.|{_SAID_DOT})[\w+-]{{1,64}}){{0,3}}\s{{1,2}}at\s{{1,2}}"
            rf"(?:{_LABEL}{_SAID_DOT}){{1,4}}{any_of(_SURE + ' ' + _WORDS_TOO)}\b"
        ),
        (
            rf"(?<![\w.+-])[\w.+-]{{1,64}}\s{{1,2}}at\s{{1,2}}{_PROVIDERS}(?:\.|{_SAID_DOT})"
            r"(?:com|co\.uk|net|de|me|org|fr)\b"
        ),
    )
)
"""Addresses whose @ or dots are written out, as by people who hide them from machines."""

_REST = r"[^\s<>\"”]"
_WEB = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:https?|ftp)://{_REST}{{1,2048}}",
        rf"(?<![\w-])www\.{_REST}{{2,2048}}",
        rf"(?<![\w@-])(?:{_LABEL}\.){{1,6}}{any_of(_SURE)}\b(?!\.\w)(?:[/?#]{_REST}{{0,2048}})?",
        rf"(?<![\w@-])(?:{_LABEL}\.){{1,6}}{any_of(_WORDS_TOO)}/{_REST}{{0,2048}}",
        rf"(?<![\w@.-])[a-z\d-]{{3,30}}\.[a-z]{{2,6}}/(?=[\w-]{{0,20}}[a-z])[\w-]{{2,}}{_REST}{{0,2048}}",
    )
)
_AFTER_WEB = ".,;:!?)]}'*_"

_JOINED_HANDLE = re.compile(r"(?<![\w@/.-])[^\W_]{2,30}(?:_[^\W_]{1,30}){1,4}(?![\w@/])")
"""Nobody writes with underscores but in names that a machine must take."""
_NUMBERED_HANDLE = re.compile(
    rf"(?<![\w@/.-])(?!{any_of('core covid epds hads madrs panss dass audit wsas form part step')}\d)"
    r"[a-z]{4,24}(?:\.[a-z]{2,24})?\d{2,4}[a-z]{0,4}(?![\w@/])"
)
_HANDLE = re.compile(r"(?<![\w@/.])@(?:[^\W\d]|\d{1,4}[^\W\d]{3})\w{1,29}(?:[.-]\w{1,29}){0,3}")
_NETS = any_of(
    "instagram insta snapchat snap tiktok twitter discord telegram skype facebook whatsapp reddit"
    " handle user~?name screen~?name login user"
)
_ACCOUNT = rf"\b{_NETS}\b(?: (?:handle|name|user|username|account|id))?"
_NAMED_HANDLE = re.compile(rf"{_ACCOUNT} ?[:=][ \n]?@?([\w.-]{{3,40}})", re.IGNORECASE)
_SAID_HANDLE = re.compile(rf"{_ACCOUNT}(?:[ \n](?:is|was)|,)[ \n]@?([\w.-]{{3,40}})", re.IGNORECASE)
_REDDIT = re.compile(r"(?<![\w/])/?u/[\w-]{3,20}")
_DISCORD = re.compile(r"(?<![\w@/.])[\w.]{2,32}#\d{4}(?!\d)")

_IP4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d])(?!\.\d)")
_IP6 = re.compile(r"(?<![\w:.])[0-9a-f:]{3,39}(?:\.\d{1,3}){0,3}(?![\w:])", re.IGNORECASE)
_MAC = re.compile(r"(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])", re.IGNORECASE)


def contacts(plain: str) -> Iterator[Found]:
    """Every way to reach somebody on the net."""
    yield from _emails(plain)
    yield from _web(plain)
    yield from _handles(plain)
    yield from _ips(plain)


def _emails(plain: str) -> Iterator[Found]:
    for match in _AT.finditer(plain):
        before = _BEFORE_AT.search(plain, max(0, match.start() - 64), match.start())
        if before:
            yield Found("email", before.start(), match.end())
    for pattern in _SPELT:
        yield from (Found("email", *match.span()) for match in pattern.finditer(plain))


def _web(plain: str) -> Iterator[Found]:
    for pattern in _WEB:
        for match in pattern.finditer(plain):
            end = match.start() + len(match[0].rstrip(_AFTER_WEB))
            yield Found("web", match.start(), end)


def _handles(plain: str) -> Iterator[Found]:
    for pattern in (_HANDLE, _JOINED_HANDLE, _NUMBERED_HANDLE, _REDDIT, _DISCORD):
        yield from (Found("handle", *match.span()) for match in pattern.finditer(plain))
    for match in _NAMED_HANDLE.finditer(plain):
        yield Found("handle", match.start(1), match.start(1) + len(match[1].rstrip(".-")))
    for match in _SAID_HANDLE.finditer(plain):
        handle = match[1].rstrip(".-")
        if re.search(r"[\d_.]", handle):
            yield Found("handle", match.start(1), match.start(1) + len(handle))


def _ips(plain: str) -> Iterator[Found]:
    for match in _IP4.finditer(plain):
        if _is_ip(match[0]):
            yield Found("ip", *match.span())
    for match in _IP6.finditer(plain):
        address = match[0] if match[0].endswith("::") else match[0].removesuffix(":")
        if address.count(":") > 1 and _is_ip(address):
            yield Found("ip", match.start(), match.start() + len(address))
    yield from (Found("ip", *match.span()) for match in _MAC.finditer(plain))


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
