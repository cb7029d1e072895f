"""Questions: one of each type, invented, for the tests of the terminal."""

from datetime import date
from typing import Any

from pydantic import TypeAdapter

from failnote.guide.questions import Question

TODAY = date(2026, 10, 21)
HELP = "Small and answerable: what could be seen or heard, not what it meant."
LONG_HELP = "\n\n".join(f"Paragraph {n} of the help. {HELP}" for n in range(1, 9))
SIGNS = (
    "went quieter or shorter than usual",
    "agreed easily, thanked a lot",
    "told stories, stayed general",
    "joked over something painful",
    "turned it on themselves",
    "stopped doing what we had agreed for between sessions",
    "came late or moved sessions",
    "kept the important thing for the last minutes",
    "complained about me",
    "doubted what we were doing",
    "asked whether this is helping",
    "disputed time, fee or rules",
    "tested or corrected me",
    "spoke of stopping",
    "I dreaded the session, or was relieved when it was cancelled at the last moment",
    "I worked harder than the client",
    "I watched the clock",
    "I argued with the client in my head",
    "my body told me: tight, heavy, sleepy",
    "it felt like the same session again",
    "I made this one special",
    "daily life got worse",
    "no movement for several sessions",
    "session feedback dipped",
    "someone else raised a concern",
    "no sign that I can find, even now",
)


def options(*words: str, none: str = "") -> dict[str, Any]:
    """Options with the ids ``a``, ``b``, …; one of them may mean "none of these"."""
    return {
        chr(ord("a") + place): {"text": text, "none": text == none}
        for place, text in enumerate(words)
    }


def made(type_: str, **fields: Any) -> Question:
    """A question of this type."""
    given = {"type": type_, "id": f"some.{type_}", "ask": "What was it?", **fields}
    question: Question = TypeAdapter(Question).validate_python(given)
    return question


INFO = made("info", ask="Take a breath, and look at something far away.", help=HELP)
LONG_INFO = made("info", ask=LONG_HELP)
CHOICE = made(
    "choice", ask="Where did it begin?", help=HELP, options=options("with me", "with us", "outside")
)
CHOICES = made(
    "choices",
    ask="Which of these were there?",
    help=HELP,
    at_most=2,
    options=options("silence", "praise", "lateness", "none of these", none="none of these"),
)
FEELINGS = made("choices", ask="Which feelings are here?", options=options("sad", "angry", "calm"))
SIGNS_QUESTION = made(
    "choices",
    ask="Which signs were there, whether or not you saw them then?",
    help=LONG_HELP,
    options=options(*SIGNS, none=SIGNS[-1]),
)
SCALE = made("scale", ask="How strongly does it pull?", low_text="not at all", high_text="fully")
NUMBER = made("number", ask="How many sessions were there?", unit="sessions", at_least=1)
DATE = made("date", ask="When shall failnote ask again?", default="+30d")
LINE = made("text", ask="Which thought keeps coming?", help=HELP)
LONG = made("text", ask="What happened, as a camera would have it?", lines=3, help=LONG_HELP)
NEEDED = made("text", ask="One word that is needed:", required=True)

ALL = {
    "info": INFO,
    "reading": LONG_INFO,
    "choice": CHOICE,
    "choices": CHOICES,
    "feelings": FEELINGS,
    "signs": SIGNS_QUESTION,
    "scale": SCALE,
    "number": NUMBER,
    "date": DATE,
    "line": LINE,
    "long": LONG,
    "needed": NEEDED,
}
