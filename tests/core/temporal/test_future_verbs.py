"""Every verb of the lexicon that its own letters make one of the future makes a plan of the date beside it."""

from __future__ import annotations

import json

import pytest

from seeds import wordforms
from seeds.load import language_data, languages, lexicons
from timeline_core.syntax.readings import Reading
from timeline_core.temporal.grammar.forms import Cue
from timeline_core.text.fold import fold

SHORTEST = 5
"""Letters of a future form; of those with fewer many are other words, and the frequent ones are listed."""
OTHER = frozenset(
    (
        "سنجار",
        "سيستان",
        "سيرجي",
        "سيماس",
        "سيماسس",
        "سيناف",
        "سيناه",
        "سيناي",
        "سيوفي",
        "سيولي",
        "سنتات",
        "ستيوا",
        "سيرتم",
        "سيسيلي",
        "سيلفا",
        "ستورك",
        "سيدني",
    )
)
"""Names and nouns that are spelled as such a form could be."""


def seeming() -> list[str]:
    """Future forms that begin as a word does that is no verb; all others look ahead by their letters."""
    cues = language_data("ar")["cues"]
    assert isinstance(cues, dict)
    listed = tuple(map(fold, cues["no"]))
    stems = json.loads((wordforms.sources("ar")[0].parent / "ar.table.json").read_text("utf-8"))["stems"]
    words = (prefix + stem for stem in stems for prefix in ("سي", "ست"))
    return [word for word in words if len(word) >= SHORTEST and word.startswith(listed)]


def is_of_the_future(readings: tuple[Reading, ...]) -> bool:
    """True where all that the lexicon knows of the word is a verb with «س» before it."""
    known = [one for one in readings if not one.guessed]
    return bool(known) and all("س" in one.before and one.tense == "present" for one in known)


def looks_ahead(word: str) -> bool:
    form = languages()["ar"].forms[word]
    return form is not None and any(looking.cue is Cue.FUTURE for looking in form.looks)


def test_a_verb_of_the_future_looks_ahead_though_a_noun_begins_as_it_does() -> None:
    lexicon = lexicons()["ar"]
    future = [word for word in seeming() if word not in OTHER and is_of_the_future(lexicon.readings(word))]
    assert len(future) > 50
    assert [word for word in future if not looks_ahead(word)] == []


@pytest.mark.parametrize("word", ["سيوف", "سيارة", "سينما", "سيرته", "سيستان", "سيدنا", "ستيفن", "سنوات"])
def test_a_noun_that_begins_as_a_verb_of_the_future_looks_nowhere(word: str) -> None:
    assert not looks_ahead(word)
