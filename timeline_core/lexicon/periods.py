"""`PeriodWords`: what leads to a period, is of it, or is compared with it: "than last year", «أرباح الربع الأول»."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.lexicon.wordlists import Reader, folded
from timeline_core.text.words import Lexicon, spelled


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What leads to a day or a period, is of it, or is compared with it: "than last year", «أرباح الربع الأول»."""

    accounts: frozenset[tuple[str, ...]]
    """Phrases, folded, right before a period: what is of it, and did not happen in it («أرباح الربع الأول»)."""
    account_ends: tuple[str, ...]
    """Folded letters that such a noun may end on."""
    account_leads: frozenset[str]
    """Folded words that may stand between such a noun and the period."""
    better: frozenset[str]
    """Folded words before one of `than` and a period that is only compared with («أفضل من العام الماضي»)."""
    than: frozenset[str]
    measures: frozenset[str]
    """Folded words before a preposition and a period, by which it is only compared with («عنه في 2011»)."""
    from_number: frozenset[str]
    """Folded words before the number that another was before («49.8 من 49.4 في آذار»)."""
    heads: frozenset[str]
    """Folded words that a year or month begins with where it tells the time by itself («عام 2014»)."""
    never: frozenset[str]
    """Folded words that lead only to what another is compared with, or is of."""
    times: frozenset[str]
    """Folded words before such a name by which it tells the time all the same («خلال حرب 1994»)."""
    named_after_year: frozenset[str]
    """Folded words before a year that belongs to their name («انتفاضة 2011»)."""
    glued: frozenset[str]
    """Folded letters glued to a year, or part of one, that say that something is for it («لعام 2014»)."""
    each: Lexicon
    """What says that something is every year, month or week."""
    nowadays: frozenset[str]
    """Folded words before the day of the report by which these times are meant («وهي اليوم»)."""
    date_leads: frozenset[str]


def read_periods(read: Reader) -> PeriodWords:
    """Compile what the sections of the language say."""
    return PeriodWords(
        accounts=frozenset(spelled(phrase) for phrase in read.words("accounts")),
        account_ends=tuple(sorted(folded(read.words("accounts", "owner")))),
        account_leads=folded(read.words("accounts", "leads")),
        better=folded(read.words("accounts", "better")),
        than=folded(read.words("accounts", "than")),
        measures=folded(read.words("accounts", "measure")),
        from_number=folded(read.words("accounts", "out")),
        heads=folded(read.words("accounts", "heads")),
        never=folded(read.words("accounts", "never")),
        times=folded(read.words("accounts", "times")),
        named_after_year=folded(read.words("accounts", "named")),
        glued=folded(read.words("accounts", "glued")),
        each=Lexicon({"each": read.words("nowadays", "each")}),
        nowadays=folded(read.words("nowadays")),
        date_leads=folded(read.words("date_leads")),
    )
