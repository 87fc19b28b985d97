"""Footnotes, endnotes and bibliographies: lines that say where something is from, whose dates are of no event.

A note is known by its mark, which stands in the text above («… القتلى.[1]», "people.¹", "gate.*") and again at its
head, or by the heading that it stands below («المراجع», "References").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.outline.labels import begins
from timeline_core.outline.lines import Line
from timeline_core.text import note_marks
from timeline_core.text.fold import SIGNS, fold
from timeline_core.text.marks import COMMAS, STOPS
from timeline_core.text.sentences import RAISED, STARS, trim

_MARK = re.compile(
    rf"(?<=\S)(?:\[\^?(?P<bracketed>\d{{1,3}})\]|\((?P<round>\d{{1,3}})\)|(?P<raised>[{RAISED}]{{1,3}}))"
    rf"(?=[\s\[(){RAISED}.{COMMAS};:؛]|$)"
    rf"|(?<=[^\W\d]{{3}}[{STOPS}{COMMAS}])(?P<plain>\d{{1,3}})(?=[\s{COMMAS}]|$)"
    rf"|(?<=\s(?:19|20)\d\d\.)(?P<of_year>\d{{1,3}})(?=[\s{COMMAS}]|$)"
    rf"|(?<=[^\W\d]{{3}}[.]\d[{COMMAS}])(?P<second>\d{{1,3}})(?=\s|$)"
)
_ANY_GLUED = re.compile(r"\d(?<=[^\W\d_]{3}\d)\d{0,2}\b")
"""A figure glued to a word; looked for by the figure, of which a text has few."""
_ANY_MARK = re.compile(rf"[\d{RAISED}](?<=\S[\d{RAISED}])")
_HEAD = re.compile(
    rf"(?:\[\^?(?P<bracketed>\d{{1,3}})\]|\((?P<round>\d{{1,3}})\)|(?P<raised>[{RAISED}]{{1,3}})|(?P<plain>\d{{1,3}})(?=\s)"
    rf"|(?P<star>[{STARS}]{{1,4}}))[\s.:)]*\S"
)
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+\S")
"""The head of a line that is a note, or an item of a list: "12. Interview with a guard"."""
_STAR = re.compile(rf"(?<=[\w{STOPS}{COMMAS}»”\")])([{STARS}]{{1,4}})(?=[\s{STOPS}{COMMAS}]|$)")
"""Behind a word; so stands the end of what is printed bold, too."""
_ANY_STAR = re.compile(rf"[{STARS}]")
_OPENED = re.compile(rf"(?:^|(?<=[\s(«“\"]))([{STARS}]{{1,4}})(?=[^\s{STARS}])")
_OWNED = re.compile(r"[(\W]*(?:[^\W\d_]+\s+){0,2}(?:©|\([cC]\)(?=\s*\d{4}\b))")
"""The head of a line that tells whose the words are: "Copyright © 2011", «جميع الحقوق محفوظة © 2011»."""
_LONGEST = 30
"""Code points of the heading of a list of notes."""
_BEFORE = re.compile(rf"(?:^|[.(\[{COMMAS};:»”\"])\s*(?P<words>(?:[^\W\d_][\w{SIGNS}]*\s+){{1,5}})$")
"""The words right before a date, from the last mark on."""


_LONGEST_CITED = 80
"""Code points of a source in brackets before its day, and behind it."""
_IN_BRACKETS = re.compile(r"[^()\n]+")
_REST = re.compile(rf"[\s{STOPS})]*$", re.MULTILINE)


def with_notes(text: str, found: Sequence[Line], dated: Set[int], words: OutlineWords) -> Iterator[Line]:
    """The lines, those that are notes as such.

    Args:
        dated: where dates begin; "1. 3 May: …" and "2 May: …" are entries.
    """
    marks: set[str] = set()
    listed, noted = 0, False
    numbered = _last_numbered(text, found, dated)
    glued = {*note_marks.notes([line.span.of(text) for line in found])} if _ANY_GLUED.search(text) else set()
    for number, line in enumerate(found):
        if listed and line.role is BlockRole.HEADING and line.level <= listed:
            listed = 0
        if _names_notes(text, line, words):
            listed = line.level or 1
            yield replace(line, role=BlockRole.HEADING, level=listed)
        elif (
            line.role is BlockRole.NOTE
            or listed
            or (_is_note(text, line, marks) and line.span.start not in dated)
            or _OWNED.match(text, line.body.start)
        ) or number in glued:
            yield replace(line, role=BlockRole.NOTE, cells=())
        elif number in numbered and (noted or marks.issuperset(numbered.values())):
            noted = True
            yield replace(line, role=BlockRole.NOTE, cells=())
        else:
            numbered = {} if number in numbered else numbered
            if _ANY_MARK.search(text, line.span.start, line.span.end) is not None:
                marks |= {_number(mark) for mark in _MARK.finditer(text, line.span.start, line.span.end)}
            marks |= _stars(text, line)
            yield line


def _names_notes(text: str, line: Line, words: OutlineWords) -> bool:
    said = line.body.of(text)
    return len(said) <= _LONGEST and phrase(re.sub(r"\[.*?\]", "", said)) in words.notes and not line.cells


def _is_note(text: str, line: Line, marks: set[str]) -> bool:
    head = _HEAD.match(text, line.span.start, line.span.end)
    return head is not None and _number(head) in marks


def _last_numbered(text: str, found: Sequence[Line], dated: Set[int]) -> dict[int, str]:
    """The lines at the end that are numbered and nothing else, each with its number: notes, where all are marks above.

    The numbered paragraphs of a report, of which a few have notes, are not all among its marks.
    """
    last: dict[int, str] = {}
    for number in range(len(found) - 1, -1, -1):
        head = _NUMBERED.match(text, found[number].span.start, found[number].span.end)
        if head is None or head.end() - 1 in dated:
            break
        last[number] = _number(head)
    return last


def _stars(text: str, line: Line) -> set[str]:
    """The stars and daggers of a line that mark notes: those that close nothing printed bold or in italics."""
    start, end = line.body.start, line.span.end
    if _ANY_STAR.search(text, start, end) is None:
        return set()
    opened = {hit[1] for hit in _OPENED.finditer(text, start, end)}
    return {hit[1] for hit in _STAR.finditer(text, start, end)} - opened


def cited(text: str, mentions: Sequence[Mention], words: OutlineWords) -> list[Span]:
    """Where a source stands in brackets of its own, with its day: «(مقابلة، 4 آذار)», "(interview, 4 March)"."""
    found: list[Span] = []
    for mention in mentions:
        low = text.rfind("(", max(0, mention.span.start - _LONGEST_CITED), mention.span.start)
        end = text.find(")", mention.span.end, mention.span.end + _LONGEST_CITED)
        if low < 0 or end < 0 or not _IN_BRACKETS.fullmatch(text, low + 1, end):
            continue
        said = text[low + 1 : mention.span.start].replace(",", " ").replace("،", " ")
        if begins(phrase(said), words.documents | words.accessed):
            found.append(Span(low, end + 1))
    return found


def without_cited(line: Line, sources: Sequence[Span], text: str) -> Line:
    """The line behind the source that it begins with."""
    lead = next((one for one in sources if one.start == line.body.start), None)
    if lead is None:
        return line
    return replace(line, body=trim(text, Span(min(lead.end, line.body.end), line.body.end)))


def tells_when_read(text: str, mention: Mention, words: OutlineWords) -> bool:
    """True for the day on which a source was looked at ("Retrieved 9 March 2023"), which is none of the story.

    And for the day on which a report was put out, where a page has lost the line before it: «… السوق. نشر في 9 آذار».
    """
    line = text.rfind("\n", 0, mention.span.start) + 1
    before = _BEFORE.search(text, max(line, mention.span.start - _LONGEST * 2), mention.span.start)
    if before is None:
        return False
    said = phrase(before["words"])
    apart = before[0][0] in f"{STOPS};؛" and _REST.match(text, mention.span.end) is not None
    return said in words.accessed or (apart and said in words.published | words.updated)


def _number(mark: re.Match[str]) -> str:
    """The number of a note, raised or not."""
    said = next(part for part in mark.groups() if part)
    return unicodedata.normalize("NFKC", fold(said))
