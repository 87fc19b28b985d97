"""Demonyms: the adjective of a state beside a noun («الدراما السعودية», "Saudi drama") names no state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from timeline_core.model.entry import STATES, Named
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.name_words import Naming
from timeline_core.names.word_form import WordForm
from timeline_core.text.fold import fold
from timeline_core.text.words import Word

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


def _follows_definite_noun(at: int, text: str, run: Sequence[Word], form: WordForm) -> bool:
    """True where a definite noun stands right before that place."""
    k = bisect_left(run, at, key=lambda word: word.start) - 1
    return k >= 0 and text[run[k].end : at].isspace() and run[k].folded.startswith((*form.article, *form.led_article))


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
