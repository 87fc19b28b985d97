"""A gazetteer of one's own: places or actors that a person took from a file, with where it is from and its licence.

What a row names that our lists have under one of its names is that, with further names and its own point; all else is
new. Applied to the gazetteer with which reports are read, so that its names are found in them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_core.model.decision import Act, Decision, in_force
from timeline_core.model.entry import ACTOR, PLACE, STATES, Entry, Point
from timeline_core.names.gazetteer import Gazetteer, folded_words

_ABOUT = 4
"""Values of an act before its rows: category, name of the file, origin, licence."""
_SLUG = re.compile("[^a-z0-9]+")
_TYPES = {ACTOR: "organisation", PLACE: "town"}
"""What is taken where a row says nothing."""
_OWN = "own:"
"""Before the id of a row that something else has already."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of such a list."""

    names: tuple[tuple[str, str], ...]
    """Language and name, the one to show first of each."""
    id: str = ""
    type: str = ""
    around: tuple[str, ...] = ()
    """Names of the places that it lies in, the nearest first."""
    point: Point | None = None
    code: str = ""
    """A p-code, or the number that the list has for it."""
    wikidata: str = ""

    def text(self) -> str:
        """As a value of an act."""
        said = {"names": self.names, "id": self.id, "type": self.type, "around": self.around}
        more = {"point": self.point, "code": self.code, "wikidata": self.wikidata}
        kept = {key: value for key, value in (said | more).items() if value}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def row(text: str) -> Listed | None:
    """The row that `Listed.text` wrote; None for what is none."""
    try:
        said = json.loads(text)
        names = tuple((str(lang), str(name)) for lang, name in said["names"] if folded_words(str(name)))
        point = Point(*map(float, said["point"])) if "point" in said else None
        texts = {key: str(said.get(key, "")) for key in ("id", "type", "code", "wikidata")}
        found = Listed(names, around=tuple(map(str, said.get("around", ()))), point=point, **texts)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return found if names else None


def rows(act: Decision) -> Iterator[Listed]:
    """The rows of an act `gazetteer`."""
    return (found for text in act.values[_ABOUT:] if (found := row(text)) is not None)


def source(act: Decision) -> str:
    """Where its rows are from, with the licence."""
    return "; ".join(act.values[2:_ABOUT])


def extended(gazetteer: Gazetteer, decisions: Iterable[Decision]) -> Gazetteer:
    """The gazetteer with the lists in force, whatever the order in which the decisions are given."""
    acts = [act for act in in_force(decisions) if act.act is Act.GAZETTEER and len(act.values) > _ABOUT]
    if not acts:
        return gazetteer
    lists = _Lists(gazetteer)
    for act in acts:
        for one in rows(act):
            lists.add(act.values[0], one, source(act))
    return Gazetteer(lists.entries(), cues=gazetteer.cues, aliases=gazetteer.aliases)


class _Lists:
    """The entries by id and by name, as they grow."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries = {entry.id: entry for entry in gazetteer}
        self._named: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for entry in gazetteer:
            self._note(entry)

    def entries(self) -> Iterable[Entry]:
        """All of them."""
        return self._entries.values()

    def _note(self, entry: Entry) -> None:
        for words in {folded_words(name) for some in entry.names.values() for name in some}:
            if entry.id not in self._named[words]:
                self._named[words].append(entry.id)

    def add(self, category: str, said: Listed, source: str) -> None:
        """Take in a row."""
        within = self._within(said.around)
        same = self._same(category, said, within)
        entry = self._enriched(same, said, source) if same is not None else self._new(category, said, within, source)
        self._entries[entry.id] = entry
        self._note(entry)

    def _within(self, around: Sequence[str]) -> str:
        """The nearest place of those names that is known: of several, one that lies in another of them."""
        for n, name in enumerate(around):
            ids = [id for id in self._named.get(folded_words(name), ()) if self._entries[id].serves(PLACE)]
            outer = self._within(around[n + 1 :])
            inside = [id for id in ids if outer and outer in self._around(id)]
            if inside or ids:
                return (inside or ids)[0]
        return ""

    def _around(self, id: str) -> list[str]:
        found: list[str] = []
        while id in self._entries and id not in found:
            found.append(id)
            id = self._entries[id].within
        return found

    def _same(self, category: str, said: Listed, within: str) -> Entry | None:
        """What we have already: of that id, or the only one of one of its names that may lie where the row says."""
        if said.id in self._entries and self._entries[said.id].serves(category):
            return self._entries[said.id]
        ids = dict.fromkeys(id for _, name in said.names for id in self._named.get(folded_words(name), ()))
        known = [self._entries[id] for id in ids if self._entries[id].serves(category)]
        fits = [one for one in known if not within or within == one.id or within in self._around(one.id)]
        return fits[0] if len(fits) == 1 else None

    def _enriched(self, entry: Entry, said: Listed, source: str) -> Entry:
        names = dict(entry.names)
        known = {folded_words(name) for some in names.values() for name in some}
        for lang, name in said.names:
            if folded_words(name) not in known:
                names[lang] = (*names.get(lang, ()), name)
        point, wikidata = said.point or entry.point, entry.wikidata or said.wikidata
        return replace(entry, names=names, point=point, wikidata=wikidata, source=source)

    def _new(self, category: str, said: Listed, within: str, source: str) -> Entry:
        names: dict[str, tuple[str, ...]] = {}
        for lang, name in said.names:
            names[lang] = tuple(dict.fromkeys((*names.get(lang, ()), name)))
        every = [name for some in names.values() for name in some]
        shared = frozenset(name for name in every if self._named.get(folded_words(name)))
        for name in shared:
            self._share(folded_words(name))
        single = frozenset(name for name in every if len(folded_words(name)) == 1) if within else frozenset()
        return Entry(
            self._id(said),
            category,
            said.type or _TYPES[category],
            names,
            within=within if category == PLACE else "",
            wikidata=said.wikidata,
            company=single if category == PLACE and said.type not in STATES else frozenset(),
            shared=shared,
            point=said.point,
            source=source,
        )

    def _share(self, words: tuple[str, ...]) -> None:
        """What had that name alone has it no more."""
        for id in self._named[words]:
            entry = self._entries[id]
            names = {name for some in entry.names.values() for name in some if folded_words(name) == words}
            self._entries[id] = replace(entry, shared=entry.shared | names)

    def _id(self, said: Listed) -> str:
        latin = next((slug for _, name in said.names if (slug := _SLUG.sub("-", name.casefold()).strip("-"))), "")
        id = said.id or said.code.casefold() or latin or "-".join(folded_words(said.names[0][1]))
        n = 1
        while (own := id if n == 1 else f"{_OWN}{id}" if n == 2 else f"{_OWN}{id}~{n - 1}") in self._entries:
            n += 1
        return own
