"""The title of an event: its clause in its own words, without date words, of a length that a list can show.

Source:
    DESIGN.md section 5; at most 120 cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from timeline_core.lexicon.grammar import Grammar
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.span import Span
from timeline_core.syntax.segments import starts
from timeline_core.text.marks import NARROW, TATWEEL
from timeline_core.text.markup import without_markup
from timeline_core.text.sentences import without_marks
from timeline_core.text.words import Hit, Word, letters_to_skip, words

LONGEST = 120
CUT = "…"
"""Marks where words of the report were cut off."""
NOTHING_GLUED: Mapping[str, bool] = MappingProxyType({})
_SHORTEST = 50
"""Cells: a shorter part of a sentence does not stand for the whole."""
_NEAR = 9
"""Words behind the verb within which its particle stands."""
_ENOUGH = 2_000
"""Code points of a clause that are looked at for its title."""
_LEAD = 60
"""Code points before a date among which the words that lead to it stand."""
_COMMA = re.compile(r"[،؛,;](?=\s)")
_EDGES = " \t>|،؛,;:.!?؟…—–-/"
_QUOTES = {"“": "”", "«": "»", "(": ")", "[": "]", "‘": "’"}
_BEHIND = re.compile(r"[\s)»]*[،,]")
"""A comma right behind a date."""
_APOSTROPHES = ("'", "’")
_STOPS = ("،", ",", "؛", ":")
_COMMAS = ("،", ",")
_COLON = ": "
_PAIRED = 4
"""Words within which the second of two commas stands that set something apart."""
_LOOSE = 3
"""Words: what is shorter has not told enough for a comma to end it."""
_NARROW = re.compile(f"[{NARROW}]*")
_SPACES = re.compile(r"\s+")
_SPACED_STOP = re.compile(r"\s+(?=[،؛,;:.!؟?»”)])")
_DOUBLED = re.compile(r"([،,؛;])(?:\s*[،,؛;])+|[،,]\s*(?=:)")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|«\s*»|(?<=\s)[-–—]\s*[-–—](?=\s)")


class Edit(NamedTuple):
    """What a title does to words of the report."""

    span: Span
    words: str | None = ""
    """What it says for them: nothing, or the subject that a pronoun stands for; None of a date."""


def title(
    text: str,
    span: Span,
    dates: Iterable[Span],
    phrasing: Phrasing,
    edits: Sequence[Edit] = (),
    glued: Mapping[str, bool] = NOTHING_GLUED,
) -> str:
    """The words of the span without the dates and the words that lead to them.

    Args:
        edits: what else it leaves out, with the commas around it, or says in other words.
        glued: of words, whether their first letter is a word of its own («وزار», but not «وزارة»), where that is known.
    """
    last, closed = span.end, _closed(text, span)
    edits = [one._replace(span=Span(one.span.start, closed)) if one.span.end == last else one for one in edits]
    span = Span(span.start, min(closed, span.start + _ENOUGH))
    kept = text[span.start : span.end]
    for one in sorted(_outermost(edits, dates), key=lambda one: one.span, reverse=True):
        if one.span.overlaps(span) or (one.words and span.covers(one.span)):
            start, end = max(one.span.start, span.start) - span.start, min(one.span.end, span.end) - span.start
            kept = _edited(kept[:start], one.words, kept[end:], phrasing)
    return _tidied(without_markup(without_marks(kept)), phrasing, glued)


def _outermost(edits: Sequence[Edit], dates: Iterable[Span]) -> list[Edit]:
    """The edits, and the dates as edits, that stand in no other."""
    once = [*dict.fromkeys(edits)]
    made = [one for one in once if not any(other is not one and other.span.covers(one.span) for other in once)]
    return [*made, *(Edit(date, None) for date in dates if not any(one.span.covers(date) for one in edits))]


def _edited(before: str, words_put: str | None, after: str, phrasing: Phrasing) -> str:
    if words_put is None:
        led = before[: _lead(before, len(before), phrasing)]
        return _joined(led, without_marks(_unowned(after, phrasing)), phrasing)
    if words_put:
        return f"{before.rstrip()} {words_put} {after.lstrip()}"
    return _closed_up(before if after.strip() else _closed_again(before), after)


def _closed_again(text: str) -> str:
    """Words whose end was cut, with the quotation that was open there closed."""
    for opening, closing in _QUOTES.items():
        if closing not in _APOSTROPHES and text.count(opening) > text.count(closing):
            text = f"{text.rstrip(_EDGES)}{closing}"
    return text


def _closed_up(before: str, after: str) -> str:
    """What stood on both sides of a part that goes, without the comma before it and the one that pairs with it."""
    told = before.rstrip()
    if not told.endswith(_STOPS):
        return f"{before} {after}"
    stop = _BEHIND.match(after)
    return f"{told[:-1]} {after[stop.end() :] if stop is not None else after}"


def _closed(text: str, span: Span) -> int:
    """The end, with the mark right behind it that closes what was opened inside."""
    end = span.end
    for opening, closing in _QUOTES.items():
        inside = text[span.start : end]
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
    return end


def _unowned(after: str, phrasing: Phrasing) -> str:
    """What stands behind a date without what is glued to it to say what is its own: "Friday's attack", «أمس فقط»."""
    run = words(after)
    if run and run[0].folded in phrasing.titles.focus_behind and not after[: run[0].start].strip():
        return after[run[0].end :]
    if after[:1] not in _APOSTROPHES:
        return after
    return after[run[0].end :] if run and not after[1 : run[0].start].strip() else after


def _joined(before: str, after: str, phrasing: Phrasing) -> str:
    """What stood on both sides of a date; a comma behind it goes too where it would part what hangs together."""
    stop = _BEHIND.match(after)
    if stop is None and before.rstrip().endswith(_COMMAS) and (run := words(after)):
        joins = phrasing.grammar.joined(run[0].folded) and not phrasing.clauses.keeps_first_letter(run[0].folded)
        paired = _COMMA.search(after[: run[min(_PAIRED, len(run)) - 1].end + 2]) is not None
        leans = not joins and not paired and not after[: run[0].start].strip()
        return f"{before.rstrip()[:-1]} {after}" if leans else f"{before} {after}"
    if stop is None or before.rstrip()[-1:] in _STOPS:
        return f"{before} {after}"
    follows = words(after[stop.end() :])
    leans = bool(follows) and starts(follows[0].folded, phrasing.clauses.prepositions)
    return f"{before} {after[stop.end() :]}" if leans or len(words(before)) < _LOOSE else f"{before} {after}"


def _without_asides(text: str, phrasing: Phrasing) -> str:
    """The text without words of piety, and the marks around them."""
    run = words(text)
    for hit in reversed([*phrasing.titles.asides.find(run)]):
        before, after = text[: run[hit.at].start], text[run[hit.at + hit.count - 1].end :]
        apart = before.rstrip().endswith(_COMMAS)
        text = f"{before.rstrip(_EDGES)} {after.lstrip(_EDGES)}" if apart else f"{before} {after}"
    return text


def _without_zone(text: str, phrasing: Phrasing) -> str:
    """The text without whose hour it is («بتوقيت مكة»)."""
    run = words(text)
    at = next((k for k in range(len(run) - 1) if run[k].folded in phrasing.titles.clock.zones), None)
    return text if at is None else text[: run[at].start] + text[run[at + 1].end :]


def _without_clock(text: str, phrasing: Phrasing) -> str:
    """The text without the hour of the day («في تمام الساعة الثالثة والنصف»)."""
    run, clock = words(text), phrasing.titles.clock
    for at in range(len(run) - 1, -1, -1):
        if run[at].folded in clock.heads or (
            at and run[at].folded in clock.tails and _numeral(run[at - 1].folded, phrasing.grammar)
        ):
            start, end = at - (run[at].folded not in clock.heads), at + 1
            while end < len(run) and (run[end].folded in clock.words or _numeral(run[end].folded, phrasing.grammar)):
                end += 1
            if end - start == 1:
                continue
            end += end < len(run) and run[end - 1].folded in clock.zones
            while start and any(form in clock.leads for form, _ in run[start - 1].forms):
                start -= 1
            text = text[: run[start].start] + text[run[end - 1].end :]
    return text


def _numeral(word: str, grammar: Grammar) -> bool:
    return grammar.unjoined(grammar.without_article(word)).replace(".", "").replace(":", "").isdecimal()


def _lead(text: str, end: int, phrasing: Phrasing) -> int:
    """Where the words that only lead to the date begin: «خلال», «في», and the letters glued to it («ال», «بـ»)."""
    low = text.rfind(" ", 0, max(0, end - _LEAD)) + 1
    run = list(words(text[low:end], low))
    while run and run[-1].span.end == end and end and not text[end - 1].isspace():
        end = run.pop().span.start
    end = _phrase_before(text, end, run, phrasing)
    while (
        run
        and any(form in phrasing.periods.date_leads or form in phrasing.titles.focus for form, _ in run[-1].forms[:2])
        and not text[run[-1].span.end : end].strip(f" {TATWEEL}\t")
    ):
        end = run.pop().span.start
    return end


def _phrase_before(text: str, end: int, run: list[Word], phrasing: Phrasing) -> int:
    """Where the phrase begins that leads to the date there («في وقت مبكر من»); its words are taken off the run."""
    last = [word.folded for word in run[-phrasing.titles.longest_lead :]]
    for count in range(len(last), 1, -1):
        if tuple(last[-count:]) in phrasing.titles.lead_phrases and not text[run[-1].end : end].strip():
            end = run[-count].start
            del run[-count:]
            return end
    return end


def _tidied(text: str, phrasing: Phrasing, glued: Mapping[str, bool]) -> str:
    text = _SPACES.sub(
        " ", _EMPTY.sub(" ", _without_zone(_without_clock(_without_asides(text, phrasing), phrasing), phrasing))
    )
    text = _DOUBLED.sub(r"\1", _SPACED_STOP.sub("", text)).strip(_EDGES)
    text = _without_end(_without_beginning(text, phrasing, glued), phrasing)
    text = _told_plainly(text, phrasing)
    return balanced(text).strip(_EDGES)


def _without_beginning(text: str, phrasing: Phrasing, glued: Mapping[str, bool]) -> str:
    while run := words(text):
        opener = phrasing.titles.openers.at(run, 0)
        if opener is not None and len(run) > opener.count and _is_apart(text, run, opener):
            text = text[run[opener.count - 1].span.end :].lstrip(_EDGES)
            text = _led_to(text, phrasing, had=opener.concept == "had") if opener.concept != "opener" else text
            continue
        dropped = run[0].folded in phrasing.titles.drops and not _is_dotted(text, run[0], phrasing)
        if dropped or any(form in phrasing.titles.drops for form, cut in run[0].forms if cut == 1):
            past = any(form in phrasing.titles.past_verbs for form, _ in run[0].forms)
            text = (_without_particle(text, run, phrasing) if past else text)[run[0].span.end :].lstrip(_EDGES)
            continue
        return _without_clitic(text, run, phrasing, glued)
    return text


def _told_plainly(text: str, phrasing: Phrasing) -> str:
    """What is said behind a colon, without the word that opens it: «قال الوزير: إن …»."""
    said, colon, told = text.partition(_COLON)
    run = words(told)
    if len(run) < 2:
        return text
    hit = phrasing.speech.openers.at(run, 0)
    nobody = hit is not None and hit.concept == "he" and run[1].folded in phrasing.speech.impersonal
    opens = nobody or run[0].folded in phrasing.speech.that
    return f"{said}{colon}{told[run[1].start :]}" if opens else text


def _is_apart(text: str, run: Sequence[Word], opener: Hit) -> bool:
    """False for a number of what follows, which no mark parts from it: "First: a bridge fell", not "First victims"."""
    behind = text[run[opener.count - 1].span.end : run[opener.count].span.start].strip()
    return opener.concept != "numbered" or bool(behind)


def _without_particle(text: str, run: Sequence[Word], phrasing: Phrasing) -> str:
    """«وكان الوزير قد أعلن» without «قد»."""
    particle = next((word for word in run[1:_NEAR] if word.folded in phrasing.titles.past_particle), None)
    return text if particle is None else text[: particle.start] + text[particle.end :].lstrip()


def _led_to(text: str, phrasing: Phrasing, *, had: bool) -> str:
    """A noun without the «ل» that leads to it; `had`: and without «أن» before what it did."""
    grammar = phrasing.grammar
    if not text.startswith(grammar.to):
        return text
    text = unled(text, grammar) if text.startswith(grammar.to_article) else text[1:]
    that = next((word for word in words(text)[:_NEAR] if word.folded in phrasing.speech.that), None) if had else None
    return text if that is None else text[: that.start] + text[that.end :].lstrip()


def unled(text: str, grammar: Grammar) -> str:
    """A noun phrase without the preposition glued to its article: «بالغارة», «للقوات»."""
    if text.startswith(grammar.to_article):
        return grammar.article[0][:1] + text[1:]
    led = tuple(by + article for by in grammar.by for article in grammar.article)
    return text[1:] if text.startswith(led) else text


def _without_clitic(text: str, run: Sequence[Word], phrasing: Phrasing, glued: Mapping[str, bool]) -> str:
    """The text without the «و», «ف» or «ب» glued to its first word; letters of the word itself stay."""
    first = run[0].folded
    letter = first[:1] if len(first) > 2 else ""
    opener = phrasing.speech.openers.at(run, 0)
    noun = opener is not None and opener.concept == "content" and opener.clitic > 0
    tells = noun or any(
        hit is not None and hit.clitic == 1
        for hit in (phrasing.topics.deeds.at(run, 0), phrasing.speech.verbs.at(run, 0))
    )
    hamza = text[run[0].start + 1 : run[0].start + 2] in phrasing.grammar.true_and
    known = hamza or glued.get(first, not phrasing.clauses.keeps_first_letter(first))
    joined = letter in phrasing.grammar.and_ and known
    resumed = letter in phrasing.grammar.then and glued.get(first, False)
    if joined or resumed or (letter in (*phrasing.grammar.then, *phrasing.grammar.by) and tells):
        skip = letters_to_skip(text[run[0].start : run[0].end], 1)
        return text[run[0].start + skip :]
    return text


def _without_end(text: str, phrasing: Phrasing) -> str:
    while (run := words(text)) and len(run) > 1 and _trails(text, run[-1], phrasing):
        text = text[: run[-1].span.start].rstrip(_EDGES)
    return text


def _trails(text: str, last: Word, phrasing: Phrasing) -> bool:
    """The word leads on to what is not told: «إلى», but not «آلي», which folds to the same."""
    return last.folded in phrasing.titles.trails and not _is_dotted(text, last, phrasing)


def _is_dotted(text: str, word: Word, phrasing: Phrasing) -> bool:
    return word.folded in phrasing.titles.undotted and text[: word.end].endswith(phrasing.titles.dotted)


def balanced(text: str) -> str:
    """The text without quotation marks and brackets that lost their partner."""
    for opening, closing in _QUOTES.items():
        if opening in text or closing in text:
            text = _paired(text, opening, closing)
    if text.count('"') % 2 == 0:
        return text
    first = text.index('"')
    closes = first > 0 and not text[first - 1].isspace() and not text[first + 1 : first + 2].isalnum()
    return _without(text, first if closes else text.rindex('"'))


def _paired(text: str, opening: str, closing: str) -> str:
    """The text without those of the two marks that have no partner; an apostrophe needs none."""
    opened: list[int] = []
    torn: list[int] = []
    for at, letter in enumerate(text):
        if letter == opening:
            opened.append(at)
        elif letter == closing and opened:
            opened.pop()
        elif letter == closing and closing not in _APOSTROPHES:
            torn.append(at)
    for at in sorted((*opened, *torn), reverse=True):
        text = _without(text, at)
    return text


def _without(text: str, at: int) -> str:
    return _SPACES.sub(" ", text[:at] + text[at + 1 :]).strip()


def fits(text: str) -> bool:
    """A list can show it whole."""
    return 2 * len(text) <= LONGEST or _cells(text) <= LONGEST


def _cells(text: str) -> int:
    """As many cells as `cell_len` gives; counted letter by letter only where one may take none, or two."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def shortened(text: str, phrasing: Phrasing, cells: int = LONGEST) -> str:
    """The text in so many cells at most.

    It is cut where a part of the sentence ends that tells what happened, else at a word; «…» marks the cut.
    """
    if 2 * len(text) <= cells or _cells(text) <= cells:  # no code point takes more than two
        return text
    part = at_comma(text, phrasing, cells)
    if part:
        return part
    whole = text.split(" ")
    ends = accumulate(cell_len(word) + 1 for word in whole)
    kept = " ".join(word for word, end in zip(whole, ends, strict=True) if end <= cells)
    return balanced(_without_end(kept, phrasing) or chop_cells(text, cells - 1)[0]).strip(_EDGES) + CUT


def at_comma(text: str, phrasing: Phrasing, cells: int = LONGEST) -> str:
    """The text cut where a part of the sentence ends that tells what happened; empty where none does."""
    for cut in reversed([stop.start() for stop in _COMMA.finditer(text)]):
        part = text[:cut].rstrip()
        if (
            _SHORTEST <= cell_len(part) < cells
            and balanced(part) == part
            and any(phrasing.topics.deeds.find(words(part)))
        ):
            return part + CUT
    return ""
