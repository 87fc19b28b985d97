"""What a label before a day makes of it: "Published:", "As of", "By Huda |", «محضر جلسة», the head of a mail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.span import Span
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.text.marks import COMMAS, STOPS
from timeline_core.text.sentences import is_ended

_PARTS = f"-|{COMMAS}·•–—("
"""Marks between the name of a report, or of who wrote it, and its day."""
_BARS = "|·•–—"
"""Those of them that part the name of a bulletin from its day."""
_LONGEST = 6
"""Words of the name of who wrote a report, and of a title that the nouns of documents make up."""
_HOUR = re.compile(
    rf"\b\d{{1,2}}[:.٫]\d{{2}}(?:[:.]\d{{2}})?(?P<beside>(?:\s*[^\W\d]+\.?){{0,2}})\s*[{_PARTS}]?\s*(?:[^\W\d]+\s+)?$"
)
"""An hour, and what parts it from the day behind it: "14:02 GMT, ", "2:02 pm on "."""
_FIELD = re.compile(r"\W*([^\W\d][^:\n]{0,25}?)\s*:")
_WROTE = re.compile(
    rf"(?:[{COMMAS}]|\s)\s*(?P<author>[^\n{COMMAS}<>]{{2,60}}?)?\s*(?:<[^<>\n]{{3,80}}>)?\s*(?P<wrote>[^\W\d]+)?\s*:\s*$"
)
_LONGEST_LINE = 200
"""Code points of the line above the words of another mail."""
_SHORT = 4
"""Words that may stand beside the day of a report on its line: who wrote it, how long one reads."""
_BESIDE = re.compile(r"\s*[|·•]")
_ADDRESS = re.compile(r"<[^<>\s]+@[^<>\s]+>")


def labelled(lead: str, words: OutlineWords, *, ends: bool) -> HeadKind | None:
    """What a label says of the day behind it; None for what is no label.

    Args:
        ends: nothing stands behind the day.
    """
    lead = _without_hour(lead, words)
    said = phrase(_unglued(lead))
    sure = ends or ":" in lead or said not in words.before_day
    if (said in words.published and sure) or (ends and said in words.as_of):
        return HeadKind.PUBLISHED
    if ends and is_made(lead, words):
        return HeadKind.PUBLISHED
    if said in words.updated or _was_made_by(said, words):
        return HeadKind.UPDATED
    apart = lead.rstrip("*_ ")[-1:] in _PARTS and bool(lead.strip())
    if apart and begins(said, words.written_by) and len(said.split()) <= _LONGEST:
        return HeadKind.PUBLISHED
    named = begins(said, words.documents) and (apart or _is_title(said, words) or _was_made(said, words))
    titled = named or (apart and lead.rstrip("*_ ")[-1:] in _BARS and _ends_as(said, words.documents))
    return HeadKind.PUBLISHED if ends and titled else None


def _without_hour(lead: str, words: OutlineWords) -> str:
    """Without the hour before the day: "Published 14:02 GMT, 11 September 2011"."""
    hour = _HOUR.search(lead)
    if hour is None or not words.clock.issuperset(phrase(hour["beside"]).split()):
        return lead
    said = lead[: hour.start()].rstrip()
    before, _, last = said.rpartition(" ")
    return f"{before if phrase(last) in words.clock else said} "


def _unglued(lead: str) -> str:
    """Without a letter glued to the day: «التقرير اليومي ليوم …»."""
    return lead.rpartition(" ")[0] if lead[-1:].isalpha() else lead


def begins(said: str, some: frozenset[str]) -> bool:
    """True for words that begin with one of these phrases."""
    run = said.split()
    return any(" ".join(run[:count]).rstrip(f":{COMMAS}") in some for count in (1, 2, 3))


def _ends_as(said: str, some: frozenset[str]) -> bool:
    """True for a few words that end with one of these phrases: "Daily security brief"."""
    run = said.split()
    return len(run) <= _LONGEST and any(" ".join(run[-count:]) in some for count in (1, 2))


def is_made(lead: str, words: OutlineWords) -> bool:
    """True for how a document was made and no more: "Held on | 3 May in the hall", "Interview conducted on | …"."""
    said = phrase(lead.strip("*_ "))
    return (said in words.made and " " in said) or (begins(said, words.documents) and _was_made(said, words))


def _was_made(said: str, words: OutlineWords) -> bool:
    """True for words that end with how something was made: "Interview with a guard, conducted on"."""
    run = said.split()
    return any(" ".join(run[-count:]) in words.made for count in (1, 2))


def _was_made_by(said: str, words: OutlineWords) -> bool:
    """True for what says who made the file: "Exported by Huda on"."""
    run = said.split()
    return len(run) <= _LONGEST and any(" ".join(run[:count]) in words.updated for count in (2, 3))


def _is_title(said: str, words: OutlineWords) -> bool:
    """True for nouns of documents and numbers alone: «محضر جلسة», "Situation report No. 7"."""
    run = said.split()
    if len(run) > _LONGEST:
        return False
    while run:
        count = next((count for count in (3, 2, 1) if " ".join(run[:count]).strip(f".{COMMAS}") in words.documents), 0)
        if not count and not run[0].strip(f".{COMMAS}").isdecimal():
            return False
        del run[: count or 1]
    return True


def in_mail_head(text: str, lines: Sequence[Line], number: int, words: OutlineWords) -> bool:
    """True for a line among those on top of a mail, which follow one another: "From: …", "Sent: …"."""
    near = (lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines))
    return _is_field(text, lines[number], words) and any(_is_field(text, line, words) for line in near)


def _is_field(text: str, line: Line, words: OutlineWords) -> bool:
    found = _FIELD.match(text, line.body.start, line.body.end)
    return found is not None and phrase(found[1]) in words.mail


def quotes(text: str, lines: Sequence[Line], number: int, words: OutlineWords) -> Span | None:
    """Who wrote what is set off below a line: "On 4 May 2021, Huda <h@example.org> wrote:"; None for any other line.

    The line may be broken once. The name is empty where the line tells none.
    """
    for last in (number, number + 1):
        if last + 1 >= len(lines) or lines[last].quoted or not lines[last + 1].quoted:
            continue
        if lines[last].body.end - lines[number].body.start > _LONGEST_LINE:
            continue
        if last > number and lines[number].body.of(text)[-1:] in f"{STOPS}:":
            continue
        found = _WROTE.search(text, lines[number].body.start, lines[last].body.end)
        if found is None:
            continue
        told = found["wrote"] is not None and phrase(found["wrote"]) in words.wrote
        if told or _ADDRESS.search(text, lines[number].body.start, lines[last].body.end):
            return Span(*found.span("author")) if found["author"] else Span(found.start(), found.start())
    return None


def beside(text: str, line: Line, head: Head) -> bool:
    """True for an entry that is only the day of a report with a word beside it: "5 May 2021 | Huda Salem"."""
    rest = text[head.span.end : line.body.end]
    marked = _BESIDE.match(text, head.date.end, line.body.end) is not None
    return marked and len(rest.split()) <= _SHORT and not is_ended(rest)
