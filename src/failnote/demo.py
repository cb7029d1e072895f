"""Demo: a journal of invented reviews, the same on any day but for its dates."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, get_args
from uuid import UUID, uuid5

from failnote.promptfile import bundled_prompts
from failnote.review import Answer, FollowUp, Kind, Mark, Plan, Review, Status, Value

MARK = "invented"
"""The word that stands on every page of the demo."""

_IDS = UUID("5b0c7f0e-3f0d-5a53-9c5e-0d2b1f1e7a11")
_ALWAYS = ("contract", "alliance", "motivation", "resistance", "present-focus")
"""Areas that the guide asks about; the others are looked at where it asks for them all."""
_SIGNS = "sign"
_UNSTATED = "motivation.problem-not-stated"
_LEFT_OPEN = {"core.motivation.stated": _UNSTATED}
"""What is not looked at where this question is answered with "cannot say"."""


def demo_reviews(today: date) -> list[Review]:
    """24 finished reviews of therapies that frayed and 8 of ones that went well."""
    table = _table("demo.toml")
    plans = {each["review"]: each for each in table["plan"]}
    frayed = [
        _frayed(number, each, plans.get(number), today)
        for number, each in enumerate(table["review"], 1)
    ]
    first = len(frayed) + 1
    return frayed + [_well(number, each, today) for number, each in enumerate(table["well"], first)]


def _frayed(
    number: int, told: Mapping[str, Any], plan: Mapping[str, Any] | None, today: date
) -> Review:
    day = today - timedelta(days=told["days"])
    own = _id(f"review {number}")
    answered = told.get("answered")
    when = "" if answered is None else (today - timedelta(days=answered["days"])).isoformat()
    plans = () if plan is None else (_plan(number, plan, today),)
    return Review(
        id=str(own),
        number=number,
        case=told["case"],
        guide="core",
        guide_version=1,
        date=day.isoformat(),
        state="finished",
        context={
            "setup": (told["setup"],),
            "delivery": (told["delivery"],),
            "ending": (told["ending"],),
            "ending_type": (told["how"],),
            "fray_phase": (told["phase"],),
        },
        answers=tuple(_answers(told)),
        marks=_marks(told),
        first_sign_session=told["sign_in"],
        ended_session=told["sessions"],
        plans=plans,
        supervision_answer="" if answered is None else answered["text"],
        supervision_date=when,
    )


def _well(number: int, told: Mapping[str, Any], today: date) -> Review:
    kind: Kind = get_args(Kind)[1]
    return Review(
        id=str(_id(f"review {number}")),
        number=number,
        case=told["case"],
        guide="went-well",
        guide_version=1,
        date=(today - timedelta(days=told["days"])).isoformat(),
        kind=kind,
        state="finished",
        context={"setup": (told["setup"],)},
        marks=_marks(told),
    )


def _plan(number: int, told: Mapping[str, Any], today: date) -> Plan:
    follow_ups = tuple(
        FollowUp(
            id=str(_id(f"plan {number} follow-up {place}")),
            date=(today - timedelta(days=each["days"])).isoformat(),
            came_up=each["came_up"],
            did=each["did"],
            obstacles=tuple(each.get("obstacles", ())),
            verdict="keep",
        )
        for place, each in enumerate(told["follow_ups"])
    )
    return Plan(
        id=str(_id(f"plan {number}")),
        miss=told["miss"],
        if_=told["if"],
        then=told["then"],
        due=today + timedelta(days=told["due"]),
        state=told["state"],
        follow_ups=follow_ups,
        name=str(number),
    )


def _marks(told: Mapping[str, Any]) -> tuple[Mark, ...]:
    """What was looked at: every miss but those of areas passed over, and the signs if asked for."""
    passed = set(told.get("passed", ()))
    unseen = {_LEFT_OPEN[question] for question in told.get("open", ()) if question in _LEFT_OPEN}
    book = _table("codebook.toml")
    signs = [sign["id"] for sign in book["sign"]] if _SIGNS + "s" in told else []
    misses = [
        miss["id"]
        for miss in book["miss"]
        if _area(miss["id"]) not in passed and miss["id"] not in unseen
    ]
    misses.sort(key=lambda code: _area(code) not in _ALWAYS)
    ticked = {*told["misses"], *told.get("signs", ())}
    return tuple(Mark(code, code in ticked) for code in [*signs, *misses])


def _answers(told: Mapping[str, Any]) -> Iterator[Answer]:
    given: dict[str, Value] = {
        "settle.charge": told["charge"][0],
        "core.kind": told["ending"],
        "core.ending-type": told["how"],
        "core.sessions": told["sessions"],
        "core.facts": told["facts"],
        "core.phase": told["phase"],
        "core.signs": tuple(told["signs"]),
        "core.first-sign": told["sign_in"],
        "core.moment": told["moment"],
        "core.motivation.stated": "no" if _UNSTATED in told["misses"] else "yes",
        "core.not-mine": "own-reasons",
        "close.lay-down": told["next"],
        "close.question": told["question"],
        "close.charge": told["charge"][1],
        **told.get("more", {}),
    }
    if "kept" in told:
        given["core.kept"] = told["kept"]
    for question, wording in _questions().items():
        if question not in given:
            continue
        open_ = question in told.get("open", ())
        status: Status = "cannot-say" if open_ else "answered"
        value = next(iter(_cannot_say(wording))) if open_ else given[question]
        if wording["type"] == "choices":
            value = (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
        yield Answer(
            question,
            wording["type"],
            wording["ask"],
            status,
            value,
            _in_words(wording, value),
            wording["section"],
            wording.get("export", "no"),
        )


def _cannot_say(wording: Mapping[str, Any]) -> list[str]:
    options: Mapping[str, Any] = wording.get("options", {})
    return [
        key
        for key, option in options.items()
        if isinstance(option, dict) and option.get("cannot_say")
    ]


def _in_words(wording: Mapping[str, Any], value: Value) -> str:
    """The reply as it stood on the screen."""
    if wording["type"] not in ("choice", "choices"):
        return str(value)
    chosen: Sequence[object] = value if isinstance(value, tuple) else (value,)
    return "; ".join(_option(wording, str(each)) for each in chosen)


def _option(wording: Mapping[str, Any], key: str) -> str:
    option = wording.get("options", {}).get(key)
    if isinstance(option, dict):
        return str(option.get("text", key))
    return str(option or _words().get((wording.get("from", ""), key), key))


@cache
def _questions() -> dict[str, Mapping[str, Any]]:
    """The questions of the guide, its shared blocks among them, in the order in which they come."""
    found: dict[str, Mapping[str, Any]] = {}
    for question in _table("guides/core.toml")["question"]:
        block = question.get("use")
        parts = _table(f"blocks/{block}.toml")["question"] if block else [question]
        for part in parts:
            before = next(reversed(found.values()), {})
            found[part["id"]] = {"section": before.get("section", ""), **part}
    return found


@cache
def _words() -> dict[tuple[str, str], str]:
    """Where options come from, and their id -> their words."""
    fields = _table("context.toml")["field"]
    found = {
        (field["id"], key): words
        for field in fields
        for key, words in field.get("values", {}).items()
    }
    book = _table("codebook.toml")
    found |= {("signs", each["id"]): each["label"] for each in book["sign"]}
    return found | {("feelings", each["id"]): each["label"] for each in book["feeling"]}


@cache
def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((bundled_prompts() / name).read_text(encoding="utf-8"))


def _id(what: str) -> UUID:
    return uuid5(_IDS, what)


def _area(code: str) -> str:
    return code.partition(".")[0]
