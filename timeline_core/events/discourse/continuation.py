"""Event coreference between sentences: a sentence without a date that goes on with the happening before it.

Its date is taken over only where the words say so, by a definite noun («العملية», "the raid") or by words that point
back («جاء ذلك», "this came"). It is marked as inherited wherever it is shown.

Source:
    DESIGN.md section 5, «Mentions of one happening in one report are one telling».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_core.events.report_reading import Reading
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.draft import Draft
from timeline_core.model.event import Figure, Kind
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit


def runs_on(sentence: Sentence, phrasing: Phrasing, latest: Sequence[Draft], reading: Reading) -> Draft | None:
    """Find the happening that the sentence goes on with; None where its words do not say so."""
    if sentence.dates or phrasing.topics.turns_away.at(sentence.run, 0) is not None:
        return None
    telling = [draft for draft in latest if draft.kind is Kind.OCCURRENCE]
    if telling and phrasing.topics.points_back.at(sentence.run, 0) is not None:
        return telling[-1] if not _another_person(sentence, telling[-1], reading) else None
    others = {hit.concept for hit in sentence.concepts} & phrasing.concepts.deeds.of_others
    for hit in sentence.concepts:
        wanted = phrasing.concepts.goes_on.get(hit.concept, frozenset())
        if not wanted or not (_definite(sentence, hit, phrasing) and _itself(sentence, hit)):
            continue
        for draft in reversed(telling):
            shared = wanted & draft.concepts and not others - draft.concepts
            if shared and not _another_person(sentence, draft, reading):
                return draft
    return None


def names_again(sentence: Sentence, part: WordRange, draft: Draft) -> bool:
    """True where a definite noun in these words stands for what was told: «الغارة», "the strike"."""
    phrasing = sentence.phrasing
    for hit in sentence.concepts_in(part):
        wanted = phrasing.concepts.goes_on.get(hit.concept, frozenset())
        if wanted & draft.concepts and _definite(sentence, hit, phrasing) and _itself(sentence, hit):
            return True
    return False


def _definite(sentence: Sentence, hit: Hit, phrasing: Phrasing) -> bool:
    word = sentence.run[hit.at].folded[hit.clitic :]
    glued: Iterable[str] = (mark[:-1] for mark in phrasing.clauses.definite if mark.endswith("-"))
    before = sentence.run[hit.at - 1].folded if hit.at else ""
    whole = sentence.run[hit.at].folded
    return (
        any(word.startswith(mark) for mark in glued)
        or before in phrasing.clauses.definite
        or whole.startswith(phrasing.grammar.to_article)
    )


def _itself(sentence: Sentence, hit: Hit) -> bool:
    """True where the noun stands for the happening itself.

    It does not inside a relative clause, which only says who somebody is («الذين فروا من الهجوم»), nor as the second
    noun of a construct state in the plural («قيادة العمليات»).
    """
    start = sentence.segments.around(hit.at).start
    if any(sentence.run[at].folded in sentence.phrasing.clauses.relatives for at in range(start + 1, hit.at)):
        return False
    before = sentence.run[hit.at - 1].folded if hit.at else ""
    small = (
        sentence.phrasing.clauses.prepositions | sentence.phrasing.titles.trails | sentence.phrasing.clauses.definite
    )
    many = sentence.run[hit.at].folded.endswith(sentence.phrasing.clauses.plural_ends)
    return not many or hit.at == start or before in small or sentence.segments.led_to(hit.at)


def _another_person(sentence: Sentence, draft: Draft, reading: Reading) -> bool:
    persons = reading.persons(reading.names_in(sentence.span, "actor"))
    return bool(persons and draft.persons and not persons & draft.persons)


def figures_of_it(sentence: Sentence, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of a sentence that runs on, without those of what only places it («بعد يومين من هجوم بـ…»)."""
    placed = (hit.at for hit in sentence.phrasing.clauses.placing.find(sentence.run))
    first = next(placed, len(sentence.run))
    edge = sentence.run[first].start if first < len(sentence.run) else sentence.span.end
    return tuple(figure for figure in found if figure.span.start < edge)
