"""Reference of statements and denials: which happening of its report a statement announces, or a denial disputes.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from timeline_core.concepts import Concepts
from timeline_core.merge.apart import contradict
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.weighing import score_by_table
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind, Role
from timeline_core.text.words import words

_LINKED = 1.25
"""Likeness from which on a statement is of what another report tells: more than what joins, for nobody says so."""
_RECENT = timedelta(31)
"""How long before a statement the happening may lie that it announces."""


def is_story_of(draft: Draft, saying: Draft, concepts: Concepts) -> bool:
    """True when the draft tells the story of the saying's report: before it in the text, of the month before it."""
    if (
        draft.role is not Role.STORY
        or draft.kind is not Kind.OCCURRENCE
        or _sequels(draft, concepts) - _sequels(saying, concepts)
    ):
        return False
    happened, announced = (one.when.first if one.when is not None else None for one in (draft, saying))
    if happened is None or announced is None or not happened <= announced <= happened + _RECENT:
        return False
    return draft.evidence[0].span.start < saying.evidence[0].span.start


def announce_one_thing(
    one: Draft, other: Draft, parties: Iterable[str], vague: Iterable[Draft], concepts: Concepts
) -> bool:
    """True where two sayings name one actor that is none of the `parties` to what they tell, or one deed; an operation
    may be any, in those that are `vague`: they do not say themselves what they announce."""
    deeds = one.concepts & other.concepts or any(draft.concepts & concepts.deeds.any_deed for draft in vague)
    return bool(set(one.actors) & set(other.actors) - set(parties) or deeds)


def _sequels(draft: Draft, concepts: Concepts) -> frozenset[str]:
    """Its sequels: what follows a happening and names it, such as a funeral or a visit."""
    return (draft.concepts | draft.things) & concepts.sequels


def shares_person_or_deed(saying: Draft, persons: frozenset[str], deeds: frozenset[str], concepts: Concepts) -> bool:
    """True where a saying names one of the persons of a happening, or, without any, its deed."""
    if saying.persons:
        return bool(saying.persons & persons)
    return bool(concepts.meant(saying.concepts) & (deeds | concepts.deeds.any_deed)) and bool(
        deeds & concepts.deeds.distinct
    )


def count_shared(denial: Draft, draft: Draft, concepts: Concepts) -> int:
    """How many concepts and things the two share; an actor counts where there is none."""
    shared = len(concepts.meant(denial.concepts) & draft.concepts) + len(denial.things & draft.things)
    return shared or len(set(denial.actors) & set(draft.actors))


def points_back(text: str, pointing: frozenset[str]) -> bool:
    """True for words that point back to what was told: «هذا الهجوم», "this attack"."""
    return any(form in pointing for word in words(text) for form, _ in word.forms[:2])


def choose_told(
    saying: Draft, near: Mapping[int, Sequence[Draft]], groups: Mapping[int, Sequence[Draft]], bounds: Bounds
) -> int | None:
    """The happening, told by another report, that a saying surely tells of; None where none or several may be it.

    Args:
        near: by number, those tellings of a happening that may weigh enough.
        groups: by number, all its tellings.
    """
    weighed = {number: max(score_by_table(known, saying, bounds) for known in some) for number, some in near.items()}
    scores = {
        number: score
        for number, score in weighed.items()
        if score > 0 and not any(contradict(known, saying, bounds, kinds=False) for known in groups[number])
    }
    *_, second, best = (0.0, 0.0, *sorted(scores.values()))
    if best < _LINKED or best == second:
        return None
    return max(scores, key=lambda number: scores[number])
