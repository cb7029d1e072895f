"""Samples: invented codes, reviews and journals that several tests read."""

from datetime import date

from failnote.patterns.findings import MarkedReview
from failnote.render.words import Names
from failnote.review import Answer, CodeWord, FollowUp, Insight, Mark, Plan, Review

MISSES = {
    "contract.aim": ("aim never shared", "We never said what we were going to work on."),
    "contract.how": ("how we'd work unclear", "We agreed that we would work, but not how."),
    "contract.slack": ("agreement not revisited", "Our agreement slipped, and I let it."),
    "alliance.signs": ("small signs passed by", "I saw small signs and let them go by."),
    "alliance.quiet": ("quiet read as fine", "The client went quiet, and I read it as fine."),
    "motivation.mine": ("my aim before theirs", "I worked on what mattered to me."),
    "resistance.pushed": ("went on past hesitation", "I kept going when something said stop."),
    "present-focus.others": ("talk stayed on others", "We spent the time on other people."),
    "present-focus.between": ("between us, not named", "I stepped round what was between us."),
    "boundary.money": ("money not talked about", "I avoided talking about the fee."),
}
OTHERS = {
    "sign.easy": ("sign", "agreed easily, thanked a lot"),
    "sign.late": ("sign", "came late, cancelled or moved sessions"),
    "feel.sad": ("feeling", "sad"),
    "none.found": ("non-miss", "nothing I'd do otherwise"),
    "other.unlisted": ("non-miss", "something not listed"),
}
CODES = {
    code: CodeWord(code, "miss", code.partition(".")[0], label, says)
    for code, (label, says) in MISSES.items()
} | {
    code: CodeWord(code, family, "", label, label, own_words=code == "other.unlisted")
    for code, (family, label) in OTHERS.items()
}
NAMES = Names(
    areas={
        "contract": "Contract",
        "alliance": "Alliance",
        "motivation": "Motivation",
        "resistance": "Resistance",
        "present-focus": "Present focus",
        "boundary": "Boundaries",
    },
    fields={"setup": "Who took part", "setting": "Where you work"},
    values={
        "setup": {"individual": "individual", "couple": "couple"},
        "session_band": {"s9-20": "9-20"},
    },
)


def marked(
    number: int,
    case: str,
    day: str,
    ticked: str = "",
    looked: str = "",
    setup: str = "individual",
) -> MarkedReview:
    """A frayed review; codes are given with blanks between them."""
    marks = dict.fromkeys(looked.split(), False) | dict.fromkeys(ticked.split(), True)
    return MarkedReview(number, case, day, "frayed", {"setup": (setup,)}, marks)


_CONTRACT = "contract.aim contract.how contract.slack"
_REST = "alliance.signs alliance.quiet motivation.mine present-focus.others present-focus.between"

FIVE = (
    marked(
        1,
        "maple-lantern-27",
        "2025-12-04",
        "contract.how contract.aim present-focus.others",
        f"{_CONTRACT} {_REST} resistance.pushed",
    ),
    marked(
        2,
        "otter-window-04",
        "2026-01-15",
        "contract.how present-focus.between alliance.quiet",
        f"{_CONTRACT} {_REST}",
        "couple",
    ),
    marked(3, "cedar-button-61", "2026-01-29", "motivation.mine contract.aim", _REST),
    marked(
        4,
        "harbour-quilt-88",
        "2026-02-11",
        "contract.how present-focus.others",
        f"{_CONTRACT} {_REST} resistance.pushed boundary.money",
    ),
    marked(
        5,
        "violin-meadow-19",
        "2026-03-20",
        "contract.how present-focus.between contract.aim resistance.pushed",
        f"{_CONTRACT} {_REST} boundary.money",
        "couple",
    ),
)


def text(question: str, section: str, asked: str, answer: str, export: str = "yes") -> Answer:
    """An answered question of type text."""
    return Answer(
        question, "text", asked, value=answer, text=answer, section=section, export=export
    )


def choice(question: str, section: str, asked: str, words: str, export: str = "yes") -> Answer:
    """An answered choice; the option's id is made from its words."""
    chosen = words.lower().replace(" ", "-")
    return Answer(
        question, "choice", asked, value=chosen, text=words, section=section, export=export
    )


def choices(question: str, section: str, asked: str, *words: str, export: str = "yes") -> Answer:
    """An answered question with several options chosen."""
    chosen = tuple(each.lower().replace(" ", "-") for each in words)
    return Answer(
        question,
        "choices",
        asked,
        value=chosen,
        text="; ".join(words),
        section=section,
        export=export,
    )


_WHAT, _CLOSE, _OTHER = "What happened", "From here", "The other side"

CORE = Review(
    id="6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a01",
    number=7,
    case="maple-lantern-27",
    guide="core",
    guide_version=1,
    date="2026-03-14",
    guide_digest="0123456789abcdef",
    state="finished",
    offset="+01:00",
    context={
        "setup": ("individual",),
        "delivery": ("in-person",),
        "setting": ("private-practice",),
        "age_band": ("adult",),
        "session_band": ("s9-20",),
        "concern": ("low-mood", "work-study"),
        "ending": ("dropout",),
        "tags": ("tuesday-group",),
    },
    answers=(
        Answer(
            "settle.charge",
            "scale",
            "How strongly does this still pull at you?",
            value=6,
            text="6",
            section="Settle",
        ),
        text("settle.thought", "Settle", "Which thought keeps coming?", "I knew, I knew.", "no"),
        Answer("settle.image", "text", "Which picture stays?", "skipped", section="Settle"),
        choice(
            "core.kind",
            _WHAT,
            "What are you looking back on?",
            "The client stopped, and we had not agreed to",
        ),
        choice(
            "core.ending-type",
            _WHAT,
            "How does it stand, or how did it end?",
            "the client stopped without a word",
        ),
        choice("core.learned-by", _WHAT, "How did you learn of it?", "by missed sessions"),
        Answer(
            "core.sessions",
            "number",
            "About how many sessions were there in all?",
            value=14,
            text="14",
            section=_WHAT,
        ),
        text(
            "core.facts",
            _WHAT,
            "What happened? Up to three sentences, only what a camera in the "
            "room or your phone would have recorded.",
            "After the twelfth session he wrote that he was ill. He did not answer my two short "
            "messages.\nThe invoice for the last two hours is still open.",
        ),
        choice(
            "core.phase",
            _WHAT,
            "When did it begin to fray, as far as you can tell?",
            "the middle of the work",
        ),
        choices(
            "core.signs",
            _WHAT,
            "Which signs were there, whether or not you saw them then?",
            "agreed easily, thanked a lot",
            "came late, cancelled or moved sessions",
        ),
        text(
            "core.moment",
            _WHAT,
            "At the earliest moment you can point to, what was said or done, on each side?",
            "He asked whether we could “do every other week for a bit”. I said of course and went "
            "on with the thought record. He looked at the floor.",
        ),
        text(
            "core.unsaid",
            _WHAT,
            "What went through you at that moment that you did not say?",
            "Relief that I need not talk about the two unpaid hours.",
        ),
        text(
            "core.knew-then",
            _WHAT,
            "At that moment, what did you know, and what made your next step seem sensible?",
            "He had been late paying. He had just praised the work, so it seemed kind to agree.",
        ),
        choice(
            "core.noticed",
            _WHAT,
            "When did you notice that something was fraying?",
            "After it had ended",
        ),
        choice(
            "core.contract.what",
            "Contract",
            "Could both of you have said in one sentence what you were working on?",
            "I could; I am not sure about them",
            "no",
        ),
        choices(
            "core.contract.more",
            "Contract",
            "Which of these also ring true?",
            "The client went quiet, and I read it as fine.",
            "Our agreement slipped, and I let it.",
            export="no",
        ),
        Answer(
            "core.resistance.kind",
            "choice",
            "Did something pull against the work?",
            "cannot-say",
            "unsure",
            "Cannot say",
            "Resistance",
        ),
        text(
            "core.client-view",
            _OTHER,
            "How might the client tell it to a friend, fairly?",
            "She was kind, and I could not find the moment to say that money had run out.",
            "ask",
        ),
        choices(
            "core.not-mine",
            _OTHER,
            "What else had a hand in it that was not yours?",
            "Money, time, travel",
            "Their own reasons, which I respect",
        ),
        text(
            "core.rival",
            _OTHER,
            "What other explanation, if it were true, would change your account?",
            "He had got what he came for and did not know how to say so.",
        ),
        choice("core.sure", _OTHER, "How well founded is your account?", "Pieced together"),
        choice(
            "core.preventable",
            _OTHER,
            "With what you knew then, could you have prevented it?",
            "perhaps",
        ),
        text(
            "core.kept",
            _OTHER,
            "What did you do in this work that you would do again?",
            "I kept the hour steady through a hard month.",
        ),
        Answer(
            "close.main",
            "choice",
            "If you could have one of these moments again, which one?",
            section=_CLOSE,
            export="yes",
        ),
        Answer("close.if", "text", "IF ...", section=_CLOSE, export="yes"),
        Answer("close.then", "text", "THEN I will ...", section=_CLOSE, export="yes"),
        choice(
            "close.reach",
            _CLOSE,
            "Is a repair with this client still open?",
            "They have left; one contact fits what we agreed",
            "no",
        ),
        text(
            "close.repair-words",
            _CLOSE,
            "What is your first sentence to them?",
            "I noticed that I went past your question. If you like, tell me in a line how it was.",
        ),
        text(
            "close.question",
            _CLOSE,
            "Which one question will you take to supervision?",
            "How could I have opened the subject of money before he stopped coming?",
        ),
        choice(
            "close.eye",
            _CLOSE,
            "Where should the supervisor look?",
            "At what I did and could have done",
        ),
        choice("close.want", _CLOSE, "What do you want from them?", "To rehearse with me"),
    ),
    marks=(
        Mark("sign.easy", True),
        Mark("sign.late", True),
        Mark("contract.aim", True),
        Mark("contract.how", False),
        Mark("contract.slack", True),
        Mark("alliance.quiet", True),
        Mark("boundary.money", True),
        Mark("feel.sad", True),
    ),
    first_sign_session=9,
    ended_session=14,
    plans=(
        Plan(
            id="6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a02",
            miss="boundary.money",
            if_="a client asks for fewer sessions",
            then="say: let us look at what that is about, money included",
            rehearsed="roleplay",
            due=date(2026, 4, 13),
            name="7",
            follow_ups=(
                FollowUp(
                    "6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a03",
                    "2026-04-14",
                    came_up=3,
                    did=2,
                    obstacles=("tired",),
                    verdict="keep",
                    answers=(
                        text(
                            "fu.effect",
                            "",
                            "What happened next, as a camera would have it?",
                            "She laughed and said it was about the fee, yes.",
                        ),
                    ),
                ),
            ),
        ),
    ),
    insights=(
        Insight(
            "6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a04",
            "2026-05-01",
            "He had asked about the fee in the second session, too.",
        ),
    ),
    supervision_answer="Say the number first, then wait.",
    supervision_date="2026-03-28",
)


QUICK = Review(
    id="6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6b01",
    number=8,
    case="otter-window-04",
    guide="quick",
    guide_version=1,
    date="2026-03-20",
    state="open",
    context={"setup": ("couple",)},
    answers=(
        Answer("quick.charge", "scale", "How strongly does it pull?", value=7, text="7"),
        text(
            "quick.moment",
            "The moment",
            "What was the moment, as a camera would have it?",
            "She said “never mind” and took her coat.\nHe kept talking to me.",
            "ask",
        ),
        text("quick.did", "The moment", "What did you do then?", "I looked at the clock.", "ask"),
        choices(
            "quick.signs", "The moment", "Which signs?", "agreed easily, thanked a lot", export="no"
        ),
        Answer("quick.area", "choice", "First hunch?", "skipped", section="First hunch"),
        text(
            "quick.sentence",
            "Next",
            "What is your first sentence?",
            "I think I lost you both last week.",
            "ask",
        ),
    ),
    marks=(Mark("sign.easy", True), Mark("sign.late", False)),
)
