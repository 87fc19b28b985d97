"""What the nouns of a kind are called, and which of a series they are.

«قصف قرية السنديان» tells of another village than «قصف قرية الرمان», though no list knows either; "the Amal hospital" is
no other than "Amal Hospital", and "the seventh convoy" another than the eighth.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from timeline_core.events.report_reading import Reading
from timeline_core.model.draft import NTH, SPOT
from timeline_core.names.gazetteer import PLACE
from timeline_core.names.places.words import PlaceWords
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit


def designations(reading: Reading, sentence: Sentence, part: WordRange) -> frozenset[str]:
    """Kind and word of each name behind or before a noun: `place village:سنديان`, `hospital:amal`, `nth convoy:7`.

    The name of a place or body that is known is left out: it stands among the places.
    """
    code = sentence.phrasing.code
    places = next((one.places for one in reading.known.naming.wordings if one.code == code), None)
    parser = reading.known.parsers.get(code)
    found = {*_series(sentence, part), *_by_first_words(sentence, part, places)}
    for hit in _kinds(sentence, part, places):
        names = _name_of(sentence, hit, part, parser)
        words = [at for at in names if _is_free(reading, sentence, at, places, spot=hit.concept.startswith(SPOT))]
        found.update(f"{hit.concept}:{_stem(sentence, at)}" for at in words)
    return frozenset(found)


def _is_free(reading: Reading, sentence: Sentence, at: int, places: PlaceWords | None, *, spot: bool) -> bool:
    """True for a word that may be a name, and does not say where it is.

    Where another place says so, the name of a known one is a name: «مستشفى القدس في حلب».
    """
    word = sentence.run[at]
    if sentence.in_date(at) or (places is not None and word.folded in places.no):
        return False
    known = {hit.id for hit in reading.names_over(word.start) if hit.id in reading.known.gazetteer}
    return not known or (not spot and any(hit.id not in known for hit in reading.hits_in(sentence.span, PLACE)))


def _kinds(sentence: Sentence, part: WordRange, places: PlaceWords | None) -> Iterator[Hit]:
    """The nouns of a kind: of what was hit, and of places."""
    run = sentence.run.part(*part)
    for hit in sentence.phrasing.topics.things.find(run):
        yield replace(hit, at=part[0] + hit.at)
    for listed in (places.heads, places.contained, places.behind) if places is not None else ():
        for hit in listed.find(run):
            yield replace(hit, at=part[0] + hit.at, concept=SPOT + hit.concept)


def _by_first_words(sentence: Sentence, part: WordRange, places: PlaceWords | None) -> Iterator[str]:
    """The second words of names that begin with a noun of a place: «خربة الجوز», «خربة عمود»."""
    for at in range(part[0], part[1] - 1):
        first, second = sentence.run[at].folded, sentence.run[at + 1].folded
        if places is not None and first in places.firsts and second not in places.no and not sentence.is_parted(at + 1):
            yield f"{first}:{second}"


def _name_of(sentence: Sentence, hit: Hit, part: WordRange, parser: Parser | None) -> Sequence[int]:
    """The words that are the name of a noun, where it has one beside it."""
    behind = hit.at + hit.count
    if sentence.phrasing.grammar.capitals:
        before = [*takewhile(lambda at: _is_capital(sentence, at), range(hit.at - 1, part[0] - 1, -1))]
        leads = sentence.run[behind - 1].folded in sentence.phrasing.figures.of
        after = takewhile(lambda at: _is_capital(sentence, at), range(behind, part[1])) if leads else ()
        return [at for at in (*before, *after) if at]
    if behind >= part[1] or sentence.is_parted(behind):
        return ()
    word, grammar = sentence.run[behind], sentence.phrasing.grammar
    if grammar.to_article and word.folded.startswith(grammar.to_article):
        return ()
    article = grammar.article
    owned = word.folded.startswith(article) and not sentence.run[hit.at].folded[hit.clitic :].startswith(article)
    if not owned and (
        parser is None or word.folded.startswith(article) or parser.kind_of(_as_written(sentence, behind))
    ):
        return ()
    return (behind,)


def _is_capital(sentence: Sentence, at: int) -> bool:
    return sentence.text[sentence.run[at].start].isupper()


def _as_written(sentence: Sentence, at: int) -> str:
    return sentence.run[at].span.of(sentence.text)


def _stem(sentence: Sentence, at: int) -> str:
    return sentence.phrasing.grammar.without_article(sentence.run[at].folded)


def _series(sentence: Sentence, part: WordRange) -> Iterable[str]:
    """Which of a series each noun is: «الطائرة السابعة», "the seventh aircraft", «سابع طائرة», «المزرعة رقم 7»."""
    grammar = sentence.phrasing.grammar
    for hit in sentence.phrasing.topics.particulars.nth.find(sentence.run.part(*part)):
        at = part[0] + hit.at
        definite = bool(grammar.article) and sentence.run[at].folded.startswith(grammar.article)
        noun = at - 1 if definite else at + hit.count
        if part[0] <= noun < part[1] and not sentence.in_date(at) and not sentence.in_date(noun):
            yield f"{NTH}{_stem(sentence, noun)}:{hit.concept}"
    for at in range(part[0] + 1, part[1] - 1):
        number = sentence.run[at + 1].folded
        if sentence.run[at].folded in sentence.phrasing.figures.labels and number.isdecimal():
            yield f"{NTH}{_stem(sentence, at - 1)}:{number}"
