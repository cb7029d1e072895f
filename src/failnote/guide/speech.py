"""Speech: a guide in the user's own word for the person they work with."""

from collections.abc import Callable

from failnote.guide.model import Guide
from failnote.guide.questions import Question

Speak = Callable[[str], str]


def in_words_of(guide: Guide, speak: Speak) -> Guide:
    """The guide with every text that is shown passed through ``speak``; no id changes."""
    return guide.changed(
        title=speak(guide.title),
        intro=speak(guide.intro),
        wordings={
            code: word.changed(label=speak(word.label), says=speak(word.says))
            for code, word in guide.wordings.items()
        },
        questions=tuple(_spoken(question, speak) for question in guide.questions),
    )


def _spoken(question: Question, speak: Speak) -> Question:
    options = {key: o.changed(text=speak(o.text)) for key, o in question.options.items()}
    distance = None if question.distance is None else speak(question.distance)
    fields = {"ask": speak(question.ask), "help": speak(question.help), "distance": distance}
    return question.changed(**fields, **({"choice_options": options} if options else {}))
