"""Coreference by the kind of body: "the army" for "the Chadian army", «القوات المسلحة» for that of the state before.

Source:
    Direct anaphora (Vieira and Poesio 2000), where the head is the noun of a kind of body. DESIGN.md section 6: where
    it can stand for two, it stands for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from timeline_core.model.entry import ACTOR, UNNAMED, Named
from timeline_core.names.coreference.salience import salient
from timeline_core.names.found import Found
from timeline_core.names.name_words import Naming
from timeline_core.text.words import Lexicon, words

_BODIES = frozenset({"armed force", "government body", "organisation"})
"""Types of those who are the same ones when they are named again; gunmen may be others."""


def resolve_bodies(found: Found, naming: Naming) -> None:
    """Give bodies that are named without their state the id of the one of their kind that the text speaks of."""
    if not any(_is_open(found, hit) for hit in found.named):
        return
    named: dict[str, list[str]] = defaultdict(list)
    meant: dict[Named, str] = {}
    for hit in sorted(found.named, key=lambda hit: hit.span):
        kind = hit.id.removeprefix(UNNAMED)
        if _is_open(found, hit):
            if id := salient(named[kind]):
                meant[hit] = id
                named[kind].append(id)
        elif hit.category == ACTOR and found.type(hit.id) in _BODIES:
            for one in {*_kinds(found, hit, naming)}:
                named[one].append(hit.id)
    for hit, id in meant.items():
        found.give_up(hit)
        found.add(replace(hit, id=id))


def _is_open(found: Found, hit: Named) -> bool:
    return hit.id.startswith(UNNAMED) and found.type(hit.id) in _BODIES


def _kinds(found: Found, hit: Named, naming: Naming) -> Iterator[str]:
    """The kinds of body that an actor is: of the state by the id, else by the words that it is called by."""
    _, _, owned = hit.id.partition(":")
    if owned.count(":") == 1:
        yield owned.partition(":")[2]
        return
    listed = hit.id in found.gazetteer
    every = (name for some in found.gazetteer[hit.id].names.values() for name in some) if listed else ()
    called = [*every] or [hit.span.of(found.text)]
    for wording in naming.wordings:
        for kind in (_kind(wording.body_nouns, name, last=wording.form.adjective_first) for name in called):
            if kind and wording.bodies[kind].type == found.type(hit.id):
                yield kind


@lru_cache(maxsize=2_000)
def _kind(nouns: Lexicon, name: str, *, last: bool) -> str:
    """The kind of which the name has the noun as its head: its first words, or its last ones."""
    run = words(name)
    hits = (hit for hit in nouns.find(run) if (hit.at + hit.count == len(run) if last else hit.at == 0))
    return next((hit.concept for hit in hits), "")
