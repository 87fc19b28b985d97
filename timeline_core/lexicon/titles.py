"""`TitleWords`: what a title leaves out at its ends and within."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import ClockWords, Reader, folded
from timeline_core.text.words import Lexicon, spelled


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What a title leaves out at its ends and within."""

    openers: Lexicon
    """Phrases before what is told that a title leaves out: `opener` («من جهة أخرى», "meanwhile"), `to`, with the
    letter of the noun that they lead to («تمهيدا لـ»), `had`, with «أن» too («سبق للوزير أن …»), and `numbered`, where
    a mark parts it ("First: ")."""
    asides: Lexicon
    """Words of piety, which tell nothing."""
    clock: ClockWords
    drops: frozenset[str]
    undotted: frozenset[str]
    """Those of `drops` that are dropped only where they do not end on `dotted`: «على», but not «علي», the name."""
    dotted: tuple[str, ...]
    """As written."""
    trails: frozenset[str]
    trails_apart: frozenset[str]
    """Those of `trails` that lead on only behind a comma: «مخالفات، منها», but not «بالقرب منها»."""
    lead_phrases: frozenset[tuple[str, ...]]
    """Phrases before a date that go with it («في وقت مبكر من»), as folded words."""
    focus: frozenset[str]
    """Folded words by which the date behind them is stressed, and which go with it: "only last week"."""
    focus_behind: frozenset[str]
    """So behind it: «أمس فقط»."""
    longest_lead: int
    """Words of the longest of them."""
    past_verbs: frozenset[str]
    """Folded verbs that only say that it is past: where a title drops one, it drops `past_particle` too."""
    past_particle: frozenset[str]


def read_titles(read: Reader) -> TitleWords:
    """Compile what the sections of the language say."""
    leads = frozenset(spelled(phrase) for phrase in read.words("date_leads", "phrases"))
    return TitleWords(
        openers=Lexicon(
            {
                "opener": read.words("openers"),
                **{name: read.words("openers", name) for name in ("to", "had", "numbered")},
            }
        ),
        asides=Lexicon({"aside": read.words("asides")}),
        clock=ClockWords(
            **{name: folded(read.words("clock", name)) for name in ("heads", "tails", "zones", "leads", "words")}
        ),
        drops=folded(read.words("drops")),
        undotted=folded(read.words("drops", "undotted")),
        dotted=tuple(read.words("drops", "dotted")),
        trails=folded((*read.words("trails"), *read.words("trails", "apart"))),
        trails_apart=folded(read.words("trails", "apart")),
        lead_phrases=leads,
        focus=folded(read.words("date_leads", "focus")),
        focus_behind=folded(read.words("date_leads", "focus_behind")),
        longest_lead=max(map(len, leads), default=1),
        past_verbs=folded(read.words("drops", "past")),
        past_particle=folded(read.words("drops", "particle")),
    )
