"""Journals: invented ones of any size, for measuring."""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

from failnote.codebook import load_codebook

SPOKEN = (
    "the hour ran on and neither of us said what had changed since spring so we kept to the "
    "sheet while the quiet grew and I let the small thing pass because it seemed kind"
)
WORDS = SPOKEN.split()
QUESTIONS = 20
START = date(2016, 1, 4)


def lines(count: int, seed: int = 1) -> Iterator[str]:
    """Reviews as ``failnote.review/1`` lines: 20 answers of about 20 words, some 3 of 30 misses."""
    chance = random.Random(seed)
    codes = [miss.id for miss in load_codebook().misses[:30]]
    for number in range(1, count + 1):
        ticked = set(chance.sample(codes, chance.choice((0, 1, 2, 3, 3, 4, 6))))
        yield json.dumps(
            {
                "schema": "failnote.review/1",
                "number": number,
                "case": f"maple-lantern-{number:05}",
                "guide": "core",
                "guide_version": 1,
                "date": (START + timedelta(days=number % 3600)).isoformat(),
                "state": "finished",
                "context": {"setup": chance.choice(["individual", "couple", "group"])},
                "answers": [_answer(place, chance) for place in range(QUESTIONS)],
                "marks": {code: code in ticked for code in codes},
            }
        )


def _answer(place: int, chance: random.Random) -> dict[str, str]:
    return {
        "question": f"core.q{place:02}",
        "type": "text",
        "asked": "What happened?",
        "value": " ".join(chance.choices(WORDS, k=20)),
        "status": "answered",
    }


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines(int(sys.argv[1])))
