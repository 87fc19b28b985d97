"""The gazetteer as its reader knows it: names that a person added, and actors that a person said are one.

Source:
    DESIGN.md sections 5 and 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline_core.decisions.on_event import is_sound
from timeline_core.decisions.own_lists import extended
from timeline_core.model.decision import OF_READING, Act, Decision, in_force
from timeline_core.model.entry import ACTOR, Entry
from timeline_core.names.gazetteer import Gazetteer, folded_words

_TYPES = {"person:": "person"}
"""Beginning of the id of an actor that only reports name -> type."""
_OTHER = "organisation"


def apply_names(gazetteer: Gazetteer, decisions: Iterable[Decision]) -> Gazetteer:
    """Apply every act of `OF_READING` in force to the gazetteer, whatever their order; pass others by.

    Use it to derive: what was merged is found under the id that it was merged into, a name that was added is found in
    the text, and `Gazetteer.canonical` gives of an old id the one that it has now. A name that a person gave to an
    actor is no other's any more.
    """
    acts = [act for act in in_force(decisions) if act.act in OF_READING and is_sound(act)]
    gazetteer = extended(gazetteer, acts)
    acts = [act for act in acts if act.act is not Act.GAZETTEER]
    if not acts:
        return gazetteer
    aliases = _aliases(gazetteer, acts)
    given = _given_names(acts, Gazetteer(aliases=aliases))
    first = _first_names(acts, Gazetteer(aliases=aliases))
    groups: dict[str, list[Entry]] = defaultdict(list)
    resolve = Gazetteer(aliases=aliases).canonical
    for entry in gazetteer:
        groups[resolve(entry.id)].append(entry)
    taken = {folded_words(name): id for id, some in given.items() for _, name in some}
    entries = [_merge_entries(id, some, given.get(id, ()), taken) for id, some in groups.items()]
    entries += [_merge_entries(id, (), some, taken) for id, some in given.items() if id not in groups]
    mapped = (
        replace(
            _shown_as(entry, first.get(entry.id, {})),
            within=resolve(entry.within),
            affiliation=resolve(entry.affiliation),
        )
        for entry in entries
    )
    return Gazetteer(mapped, cues=gazetteer.cues, aliases=aliases)


def _aliases(gazetteer: Gazetteer, acts: Sequence[Decision]) -> dict[str, str]:
    """Id that was merged -> the id that it was merged into."""
    aliases = dict(gazetteer.aliases)
    for act in acts:
        if act.act is Act.SAME:
            one, other = (Gazetteer(aliases=aliases).canonical(id) for id in act.values)
            if one != other:
                aliases[other] = one
    return aliases


def _given_names(acts: Sequence[Decision], known: Gazetteer) -> Mapping[str, list[tuple[str, str]]]:
    """Id -> language and name, as people gave them."""
    given: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for act in acts:
        if act.act in (Act.NAME, Act.RENAME) and folded_words(act.values[1]):
            id, name, lang = act.values
            given[known.canonical(id)].append((lang, " ".join(name.split())))
    return given


def _first_names(acts: Sequence[Decision], known: Gazetteer) -> Mapping[str, Mapping[str, str]]:
    """Id -> language -> the name that is shown first, as the last `rename` says."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for act in acts:
        if act.act is Act.RENAME:
            id, name, lang = act.values
            found[known.canonical(id)][lang] = " ".join(name.split())
    return found


def _shown_as(entry: Entry, first: Mapping[str, str]) -> Entry:
    """The entry with these names before its others; no shorter one stands in their place."""
    if not first:
        return entry
    names = {
        lang: (first[lang], *(name for name in some if name != first[lang])) if lang in first else some
        for lang, some in entry.names.items()
    }
    return replace(entry, names=names, short={lang: name for lang, name in entry.short.items() if lang not in first})


def _merge_entries(
    id: str, some: Sequence[Entry], given: Sequence[tuple[str, str]], taken: Mapping[tuple[str, ...], str]
) -> Entry:
    """One entry of those that a person said are one, with the names given to it; its own entry comes first."""
    ordered = sorted(some, key=lambda entry: entry.id != id)
    names: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for entry in ordered:
        for lang, spellings in entry.names.items():
            for name in spellings:
                if taken.get(folded_words(name), id) == id:
                    names[lang].setdefault(folded_words(name), name)
    for lang, name in given:
        names[lang].setdefault(folded_words(name), name)
    kept = {lang: tuple(spellings.values()) for lang, spellings in names.items() if spellings}
    every = frozenset(name for spellings in kept.values() for name in spellings)
    if not ordered:
        return Entry(id, ACTOR, next((kind for start, kind in _TYPES.items() if id.startswith(start)), _OTHER), kept)
    return replace(
        ordered[0],
        id=id,
        names=kept or ordered[0].names,
        short={lang: name for entry in reversed(ordered) for lang, name in entry.short.items()},
        guarded=frozenset(name for entry in ordered for name in entry.guarded) & every,
        company=frozenset(name for entry in ordered for name in entry.company) & every,
        shared=frozenset(name for entry in ordered for name in entry.shared) & every,
        origins={name: said for entry in reversed(ordered) for name, said in entry.origins.items()},
    )
