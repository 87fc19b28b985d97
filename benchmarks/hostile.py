"""Hostile and long texts, each twice as long as the one before: what one report costs, and how that grows.

Run `python -m benchmarks.hostile [-n LETTERS] [-d DOUBLINGS] [-s SECONDS] [NAME…]`. Each text is read as one report,
with and without a day of publication, beginning at LETTERS (5,000); what took longer than SECONDS (5) is not doubled.
Leaves with status 1 where the last doubling costs more than 2.4 times as much; the growth of what costs less than a
tenth of a second is noise, and not judged. `longest(name, letters)` gives the texts to tests, which count steps.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import count, cycle
from pathlib import Path
from random import Random
from time import process_time

from seeds.load import knowledge
from timeline_core.events.accounts import account
from timeline_core.knowledge import Knowledge
from timeline_core.model.report import Report
from timeline_core.model.when import on

BOUND = 2.4
"""Times a doubling may cost; linear work costs twice as much."""
JUDGED = 0.1
"""Seconds from which a growth is judged."""
_REPORTS = Path(__file__).parents[1] / "seeds" / "reports"
_STOP_AR, _STOP_EN = "قتل جنديان في الرقة أمس.", "Two soldiers were killed in Raqqa yesterday."
_FIRST, _FAMILY = (
    ("Karim", "Samir", "Nadia", "Lina", "Walid", "Huda"),
    ("Testov", "Barakat", "Zaman", "Sallum", "Darwish"),
)

REPEATED: Mapping[str, tuple[str, str, str]] = {
    "dots": ("", ".", _STOP_AR),
    "exclamations": ("", "!", _STOP_EN),
    "questions": ("", "؟", _STOP_AR),
    "ellipses": ("", "…", _STOP_AR),
    "dots and spaces": ("", ". ", _STOP_AR),
    "dots and letters": ("", "a.", ""),
    "leaders": ("", "فصل" + "." * 90 + "7\n", ""),
    "commas": ("", "،", _STOP_AR),
    "spaces": ("قتل", " ", "جنديان أمس."),
    "spaces between words": ("", "قتل          جنديان          ", "."),
    "blank lines": ("", "\n", _STOP_AR),
    "line ends": ("", "قتل\r\n", ""),
    "tabs": ("", "\t", _STOP_EN),
    "zero width": ("", "\u200f\u200b", _STOP_AR),
    "marks of vowels": ("ق", "\u064e", "تل جنديان أمس."),
    "one word": ("", "قتل", ""),
    "one Latin word": ("", "raid", ""),
    "digits": ("", "7", ""),
    "Arabic digits": ("", "٧", ""),
    "figures": ("قتل ", "7,", " أمس."),
    "years": ("", "2014 ", ""),
    "emoji and dates": ("", "🔴 10 شباط 2023 ", ""),
    "dates with commas": ("", "10 شباط 2023، ", ""),
    "months": ("", "شباط آذار نيسان ", ""),
    "months in English": ("", "May June ", ""),
    "weekdays": ("", "الجمعة الماضي ", ""),
    "weekdays in English": ("", "last Friday and ", ""),
    "yesterdays": ("", "أمس و", ""),
    "numbered days": ("", "5/", ""),
    "slashes": ("", "2023-02-10/", ""),
    "hyphens": ("", "10-", ""),
    "hours": ("", "12:30 ", ""),
    "dates a line": ("", "10 شباط 2023\n", ""),
    "days of the wrong month": ("", "31 شباط، ", ""),
    "armies": ("", "والجيش ", ""),
    "policemen": ("", "الشرطة و", ""),
    "states": ("", "سوريا والعراق ", ""),
    "ministers": ("", "وزير الدفاع السوري ", ""),
    "one person": ("", "قال محمد الصالحي ", ""),
    "capitals": ("", "Karim Testov ", ""),
    "capitals in one run": ("", "Kabul", ""),
    "towns": ("", "في بلدة تل حسن ", ""),
    "prose without a stop": ("", "قتل جنديان في غارة على مدينة الرقة وأصيب خمسة ", ""),
    "English without a stop": ("", "two soldiers were killed in a raid on the city and five wounded ", ""),
    "verbs": ("", "قتل ", ""),
    "sayings": ("", "قال إن ", ""),
    "sayings in English": ("", "he said that ", ""),
    "relatives": ("", "الذي قتل ", ""),
    "relatives in English": ("The man ", "who said that the man ", "left."),
    "negations": ("", "لم ", "يقتل أحد."),
    "conjunctions": ("", "و", "قتل جنديان."),
    "opening quotes": ("", "«", _STOP_AR),
    "closing quotes": ("", "»", _STOP_AR),
    "straight quotes": ("", '"قتل" ', ""),
    "parentheses": ("", "(", _STOP_AR),
    "pairs": ("", "(قتل) ", ""),
    "brackets": ("", "[1]", _STOP_AR),
    "dashes": ("", "- ", _STOP_AR),
    "stars": ("", "*", _STOP_AR),
    "stars behind a stop": ("قتل جنديان.", "*", "x أمس."),
    "raised figures": ("قتل جنديان.", "¹", "x أمس."),
    "hashes": ("", "#", _STOP_AR),
    "links": ("", "https://example.org/a.html ", ""),
    "handles": ("", "@karim: ", ""),
    "headings": ("", "# 2023\n", ""),
    "list": ("", "- قتل جندي في 10 شباط 2023\n", ""),
    "rows": ("", "| 10 شباط 2023 | قتل جندي |\n", ""),
    "records": ("", "التاريخ: 10 شباط 2023\nالمكان: الرقة\n\n", ""),
    "voices": ("", "سؤال: متى؟\nجواب: أمس.\n", ""),
    "short sentences": ("", "قتل جندي أمس. ", ""),
    "short sentences in English": ("", "A soldier was killed yesterday. ", ""),
    "one paragraph a sentence": ("", "قتل جندي في الرقة أمس.\n", ""),
    "the same figure": ("", "قتل 12 شخصا. ", ""),
    "pronouns": ("قتل محمد الصالحي. ", "وقال إنه رآه. ", ""),
    "definite nouns": ("وقع انفجار في حلب. ", "أدى الانفجار إلى مقتله. ", ""),
    "other scripts": ("", "взрыв 汉字 ", ""),
    "two languages": ("", "A soldier was killed. قتل جندي. ", ""),
}
"""Name -> what opens the text, what is repeated in it, what closes it."""


def _days(letters: int) -> str:
    """A list of other days."""
    found, first = list[str](), date(2019, 3, 1)
    for n in count():
        day = first + timedelta(days=n % 2000)
        found.append(f"قتل جندي في {day.day}/{day.month}/{day.year} في الرقة.\n")
        if n * 34 > letters:
            break
    return "".join(found)


def _many(letters: int, name: Callable[[Random], str]) -> str:
    chance, found, size = Random(7), list[str](), 0
    while size < letters:
        found.append(f"{name(chance)} said on {chance.randrange(1, 28)} May 2021 that the town was quiet. ")
        size += len(found[-1])
    return "".join(found)


def _word(chance: Random, letters: str, longest: int = 8) -> str:
    return "".join(chance.choice(letters) for _ in range(chance.randrange(3, longest)))


def _persons(chance: Random) -> str:
    """A person of another name."""
    return f"Mr {_word(chance, 'abdeiklmnorstu').title()} {_word(chance, 'abdeiklmnorstu').title()}"


def _places(chance: Random) -> str:
    """A place of another name."""
    return f"The town of {_word(chance, 'abdeiklmnorstu').title()}"


def _noise(letters: int, alphabet: str) -> str:
    chance = Random(11)
    return "".join(chance.choice(alphabet) for _ in range(letters))


def _words(letters: int, alphabet: str, stop: int = 0) -> str:
    """Other words; a stop behind so many of them, or none."""
    chance, found, size = Random(13), list[str](), 0
    while size < letters:
        found.append(_word(chance, alphabet) + ("." if stop and len(found) % stop == stop - 1 else ""))
        size += len(found[-1]) + 1
    return " ".join(found)


@lru_cache
def _paragraphs() -> tuple[str, ...]:
    """Those of the sample reports, without their fields."""
    texts = (
        file.read_text("utf-8").partition("\n---\n")[2] for file in sorted(_REPORTS.glob("*.md")) if file.stem.islower()
    )
    return tuple(line for text in texts for line in text.split("\n") if len(line) > 60)


def _news(letters: int) -> str:
    """Ordinary news: the paragraphs of the sample reports again and again."""
    found, size = list[str](), 0
    for paragraph in cycle(_paragraphs()):
        found.append(paragraph)
        size += len(paragraph) + 2
        if size >= letters:
            return "\n\n".join(found)[:letters]
    return ""


_ARABIC, _LATIN = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abcdefghijklmnopqrstuvwxyz"
MADE: Mapping[str, Callable[[int], str]] = {
    "ordinary news": _news,
    "other days": _days,
    "other persons": partial(_many, name=_persons),
    "other places": partial(_many, name=_places),
    "signs of all kinds": partial(_noise, alphabet=' .،-:()«»"[]#*|0123456789قتلab\n'),
    "words of Arabic letters": partial(_words, alphabet=_ARABIC),
    "words of Arabic letters with stops": partial(_words, alphabet=_ARABIC, stop=9),
    "words of Latin letters": partial(_words, alphabet=_LATIN),
    "one line of Arabic letters": partial(_noise, alphabet=_ARABIC),
    "words of the article": partial(_words, alphabet="ال"),
}
NAMES = (*MADE, *REPEATED)


def longest(name: str, letters: int) -> str:
    """The text of that name, of so many letters."""
    if name in MADE:
        return MADE[name](letters)
    opening, unit, closing = REPEATED[name]
    return opening + unit * (letters // len(unit)) + closing


def report(text: str, *, dated: bool = True) -> Report:
    """One report of that text, with or without a day of publication."""
    return Report("one", text, "0" * 64, published=on(date(2023, 5, 20)) if dated else None)


def measured(
    name: str, known: Knowledge, first: int, doublings: int, enough: float
) -> Iterator[tuple[bool, list[float]]]:
    """With and without a day: seconds of the processor at each size."""
    for dated in (True, False):
        found = list[float]()
        for n in range(doublings + 1):
            one = report(longest(name, first << n), dated=dated)
            begin = process_time()
            told = account(one, known)
            found.append(process_time() - begin)
            if told.fault is not None:
                print(f"{name}: {told.fault}", file=sys.stderr)
            if found[-1] > enough:
                break
        yield dated, found


def growth(found: list[float]) -> float:
    """How many times as much the last doubling cost; 0 where that cannot be judged."""
    return found[-1] / found[-2] if len(found) > 1 and found[-1] >= JUDGED else 0.0


def main() -> int:
    """Measure the texts that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5_000)
    parser.add_argument("-d", type=int, default=4)
    parser.add_argument("-s", type=float, default=5.0)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    known, worst = knowledge(), 0.0
    account(report(_news(3_000)), known)
    for name in asked.names or NAMES:
        for dated, found in measured(name, known, asked.n, asked.d, asked.s):
            worst = max(worst, growth(found))
            told = "  ".join(f"{seconds:7.2f}" for seconds in found)
            print(f"{name:36} {'dated  ' if dated else 'undated'} {told}   × {growth(found):.1f}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"worst doubling × {worst:.1f}; {memory} MB")
    return worst > BOUND


if __name__ == "__main__":
    sys.exit(main())
