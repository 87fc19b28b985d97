"""Demonyms: the adjective of a state beside a noun («الدراما السعودية», "Saudi drama") names no state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.entry import ACTOR, STATES, Named
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.word_form import WordForm
from timeline_core.text.fold import fold
from timeline_core.text.words import Word, bare

_BODY = "body:"


def drop_demonyms(hits: Iterable[Named], text: str, run: Sequence[Word], naming: Naming) -> tuple[Named, ...]:
    """The names, without the states that are only the adjective of a definite noun: «الدراما السعودية»."""
    adjectives = [one.states_by_adjective for one in naming.wordings if not one.form.adjective_first]
    kept = []
    for hit in hits:
        word = fold(hit.span.of(text))
        bare = naming.form.without_article(word)
        state = next((known[bare][0] for known in adjectives if bare in known), "")
        if not (bare != word and state == hit.id and _follows_definite_noun(hit.span.start, text, run, naming.form)):
            kept.append(hit)
    return tuple(kept)


def states_of_deeds(text: str, run: Sequence[Word], phrasing: Phrasing, wording: NameWords) -> Iterator[Named]:
    """The adjectives of states beside what one side does to another: «غارة إسرائيلية», "Turkish shelling".

    Args:
        run: words of the text, all in one language.
    """
    first, sided = wording.form.adjective_first, phrasing.concepts.deeds.claimed
    for hit in phrasing.topics.deeds.find(run):
        edge = hit.at - 1 if first else hit.at + hit.count
        for k in ((edge, edge - 1) if first else (edge, edge + 1)) if hit.concept in sided else ():
            low, high = (k, hit.at) if first else (hit.at + hit.count - 1, k)
            if not 0 <= k < len(run) or not text[run[low].end : run[high].start].replace(" ", "a").isalpha():
                break
            state, common = wording.states_by_adjective.get(run[k].folded, ("", False))
            if state and not common:
                yield Named(run[k].span, state, ACTOR)
                break


def _follows_definite_noun(at: int, text: str, run: Sequence[Word], form: WordForm) -> bool:
    """True where a definite noun stands right before that place."""
    k = bisect_left(run, at, key=lambda word: word.start) - 1
    if k < 0 or not text[run[k].end : at].isspace():
        return False
    definite = (*form.article, *form.led_article)
    return any(spelled.startswith(definite) for spelled, _ in bare(run[k].folded))


def state_of(id: str, gazetteer: Gazetteer) -> str:
    """The state that an actor or a place is, is a body of, or lies in; empty where that is not known."""
    if id.startswith(_BODY):
        id = id.removeprefix(_BODY).partition(":")[0]
    seen = set[str]()
    while id in gazetteer and id not in seen:
        entry = gazetteer[id]
        if entry.type in STATES:
            return entry.id
        seen.add(id)
        id = entry.within
    return ""
