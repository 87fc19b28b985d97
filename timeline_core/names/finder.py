"""`Names`: the actors and places that one report names, those of the gazetteer and those that no list holds.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.entry import ACTOR, PLACE, STATES, UNLISTED, UNNAMED, Entry, Named
from timeline_core.model.span import Span
from timeline_core.names.capitalised import CapitalisedBodies
from timeline_core.names.coreference.coreferents import add_actors, add_places
from timeline_core.names.demonyms import drop_demonyms, state_of, states_of_deeds
from timeline_core.names.foreign.introduced import ForeignBodies
from timeline_core.names.foreign.towns import Beside, ForeignPlaces
from timeline_core.names.found import Found
from timeline_core.names.found_body import FoundBody
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.known.abbreviations import find_abbreviations
from timeline_core.names.metonymy import clubs_by_town
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.organisations import MANY, Bodies
from timeline_core.names.persons.alone import PERSON, NamesAlone
from timeline_core.names.persons.full_names import Person
from timeline_core.names.persons.persons import Persons
from timeline_core.names.persons.short_names import short_of
from timeline_core.names.persons.word_shape import Told
from timeline_core.names.places.ambiguous import add_shared
from timeline_core.names.places.by_noun import Places
from timeline_core.names.places.found_place import FoundPlace
from timeline_core.names.places.repeated import find_repeated
from timeline_core.names.places.states import DescribedStates
from timeline_core.names.world.settlements import Settlements
from timeline_core.names.world.table import World
from timeline_core.text.words import Run, Word, words

__all__ = ["PERSON", "Names", "find_names"]

_PERSON, _BODY = "person:", "body:"
_PEOPLE = "people"
_MARKS = frozenset(".،,;؛:؟?!\n")
_COMMAS = frozenset("،,")
_TITLE = 3
"""Words between an office and the name of who holds it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where a text names actors and places, and entries for those that the gazetteer does not hold."""

    named: tuple[Named, ...]
    """In text order, not overlapping."""
    found: tuple[Entry, ...]
    """Entries made from the text, each id once; with an id of the gazetteer where only the spelling is new."""


def find_names(
    text: str,
    parts: Iterable[tuple[Span, str]],
    gazetteer: Gazetteer,
    naming: Naming,
    phrasings: Mapping[str, Phrasing],
    kinds: Mapping[str, Callable[[str], str]] | None = None,
    world: World | None = None,
) -> Names:
    """Find every name of the text.

    Args:
        parts: paragraphs with their language, in text order.
        kinds: by language, what its lexicon knows a word as: nothing (or only a name), `noun`, another `word`.
        world: the places that the gazetteer does not hold.
    """
    return _Finder(text, gazetteer, naming, phrasings, kinds or {}, world or World()).find(parts)


class _Finder:
    """Walks one text. Used once."""

    def __init__(
        self,
        text: str,
        gazetteer: Gazetteer,
        naming: Naming,
        phrasings: Mapping[str, Phrasing],
        kinds: Mapping[str, Callable[[str], str]],
        world: World,
    ) -> None:
        self._text, self._gazetteer, self._naming, self._phrasings = text, gazetteer, naming, phrasings
        self._kinds, self._world = kinds, world
        self._holders: dict[str, set[str]] = defaultdict(set)
        run = words(text)
        self._known = drop_demonyms(gazetteer.find(text, run), text, run, naming)
        self._spoken_of = frozenset(state_of(hit.id, gazetteer) for hit in self._known if hit.category == PLACE)
        """The states of which a place is named."""
        self._found = Found(text, gazetteer, self._known)
        self._settlements = Settlements(self._found, world, naming.letters.foreign)
        self._alone = NamesAlone(self._found, naming, kinds)

    def find(self, parts: Iterable[tuple[Span, str]]) -> Names:
        parts = [*parts]
        self._introduce_bodies(parts)
        for span, code in parts:
            wording = next((one for one in self._naming.wordings if one.code == code), None)
            if wording is not None:
                closed = self._read_paragraph(span, wording)
                self._settlements.find(span, wording, self._kinds.get(wording.code))
                self._foreign_places(span, wording, closed)
        bodies = {
            hit.span: hit.id
            for hit in self._found.named
            if hit.category == ACTOR and self._found.type(hit.id) != PERSON
        }
        without_article = self._naming.form.without_article
        for hit in find_abbreviations(self._text, self._found.run, bodies, self._found.taken, without_article):
            self._found.named = [one for one in self._found.named if one.span != hit.span]
            self._found.add(hit)
        self._find_clubs()
        self._alone.find()
        new_places = {id: by_code for id, by_code in self._found.spellings.items() if id.startswith(UNLISTED)}
        capitals = {wording.code for wording in self._naming.wordings if wording.form.capitals}
        again = find_repeated(
            self._text, self._found.run, new_places, self._found.taken, self._gazetteer.cues, capitals
        )
        for at, end, clitic, id in again:
            if at not in self._found.taken:
                self._found.add(Named(self._found.span(self._found.run, at, end, clitic), id, PLACE))
        add_actors(self._found, self._naming, parts, self._kinds)
        self._find_holders()
        add_shared(self._found, self._naming)
        add_places(self._found, self._naming, parts)
        return Names(tuple(sorted(self._found.named, key=lambda hit: hit.span)), tuple(self._found.entries()))

    def _find_clubs(self) -> None:
        """Put a club in the place of the town by whose name the text calls it."""
        for town, club in [*clubs_by_town(self._found, self._naming)]:
            if town is not None:
                self._found.give_up(town)
            self._found.add(club)

    def _introduce_bodies(self, parts: Sequence[tuple[Span, str]]) -> None:
        """Add organisations with a foreign name, everywhere in the text where a noun introduces one once."""
        introduced: dict[tuple[str, ...], str] = {}
        for wording in self._naming.wordings:
            kind_of = self._kinds.get(wording.code)
            spans = [span for span, code in parts if code == wording.code]
            if kind_of is None or wording.form.capitals or not spans:
                continue
            run, found = self._found.run, self._found
            bodies = ForeignBodies(self._text, run, wording, kind_of, self._naming, found.taken)
            for body in [*bodies.find()]:
                name = tuple(word.folded for word in run[body.name : body.end])
                id = introduced.get(name) or _BODY + ".".join(self._naming.transliteration.key(" ".join(name)))
                if any(n in found.taken and found.taken[n].category != PLACE for n in range(body.at, body.end)):
                    continue
                if not any(n in found.taken for n in range(body.name, body.end)):
                    introduced[name] = id
                self._give_up(n for n in range(body.at, body.end) if not self._is_whole(n))
                self._add_foreign(body.at, body.end, body.clitic, id, body.type, wording)
            for at, end, clitic, id in [*bodies.again(introduced)]:
                if not any(n in found.taken for n in range(at, end)):
                    self._add_foreign(at, end, clitic, id, found.types[id], wording)

    def _add_foreign(self, at: int, end: int, clitic: int, id: str, type_: str, wording: NameWords) -> None:
        span = self._found.span(self._found.run, at, end, clitic)
        self._found.types.setdefault(id, type_)
        self._found.spellings[id][wording.code].append(self._found.spelling(span))
        self._found.add(Named(span, id, ACTOR))

    def _read_paragraph(self, span: Span, wording: NameWords) -> frozenset[int]:
        """Add persons, bodies and places of one paragraph; the words of it that are part of no further name."""
        low, high = self._found.words_in(span)
        run = self._found.run.part(low, high)
        known = frozenset(n - low for n in range(low, high) if n in self._found.taken)
        verbs = self._saying_verbs(run, wording)
        kind_of = self._kinds.get(wording.code)
        told = Told(verbs, kind_of, self._naming.parts, self._naming.letters)
        persons = Persons(self._text, run, wording, known | verbs, self._found.run, told)
        self._alone.read_later(low, persons.singles, wording)
        states = {
            n: self._found.taken[n + low].id for n in known if self._found.type(self._found.taken[n + low].id) in STATES
        }
        for person in persons.find():
            self._add_person(run, person, wording)
        taken = frozenset(n - low for n in range(low, high) if n in self._found.taken) | verbs
        sites, begun = self._sites(low, high), self._begun(low, high, wording)
        free = taken.difference(*begun.values())
        for found in Bodies(self._text, run, wording, states, free, self._spoken_of, sites).find():
            if found.at in begun and found.end > begun[found.at].stop:
                self._found.give_up(self._found.taken[low + found.at])
            self._add_body(run, found, wording, low)
        taken = frozenset(n - low for n in range(low, high) if self._is_whole(n)) | verbs
        for found in CapitalisedBodies(self._text, run, wording, taken).find():
            self._give_up(range(low + found.at, low + found.end))
            self._add_body(run, found, wording, low)
        closed = self._places(run, low, wording, verbs)
        phrasing = self._phrasings.get(wording.code)
        for hit in states_of_deeds(self._text, run, phrasing, wording) if phrasing is not None else ():
            if not self._found.words_of([hit]).keys() & self._found.taken.keys():
                self._found.add(hit)
        return closed

    def _is_whole(self, n: int) -> bool:
        """The word is of a name that is no part of an organisation's longer one, as that of a place may be."""
        hit = self._found.taken.get(n)
        return hit is not None and hit.category != PLACE

    def _begun(self, low: int, high: int, wording: NameWords) -> Mapping[int, range]:
        """Known organisations behind which a longer name may go on: number of the first word -> all of them.

        «الاتحاد السعودي» is a club, «الاتحاد السعودي للشراع» is none.
        """
        begun: dict[int, range] = {}
        for n in self._found.run.part(low, high).where_listed(wording.definite):
            hit = self._found.taken.get(low + n)
            if hit is not None and hit.category == ACTOR and hit.id in self._gazetteer:
                words = self._found.words_of([hit])
                if min(words) == low + n:
                    begun[n] = range(n, max(words) + 1 - low)
        return begun

    def _sites(self, low: int, high: int) -> Mapping[int, tuple[str, range]]:
        """The places named by those words that are no states: number of their first and last word -> id, words."""
        every: dict[Named, list[int]] = defaultdict(list)
        starts = set[int]()
        for n in range(low, high):
            hit = self._found.taken.get(n)
            whole = hit is not None and hit.category == PLACE and hit.span.start in (self._found.run[n].start, *starts)
            if hit is not None and whole and self._found.type(hit.id) not in STATES:
                starts.add(hit.span.start)
                every[hit].append(n - low)
        return {n: (hit.id, range(ns[0], ns[-1] + 1)) for hit, ns in every.items() for n in (ns[0], ns[-1])}

    def _places(self, run: Run, low: int, wording: NameWords, verbs: frozenset[int]) -> frozenset[int]:
        """Add those that a noun shows; the words that are part of no new name."""
        taken = self._found.taken
        hits = {n: taken[n + low] for n in range(len(run)) if n + low in taken}
        known = {n: hit.id for n, hit in hits.items() if hit.category == PLACE}
        states = {n: state for n, hit in hits.items() if (state := state_of(hit.id, self._gazetteer))}
        closed = frozenset(hits) | verbs | self._deed_words(run, wording)
        new = Places(self._text, run, wording, closed, known, self._gazetteer.cues, self._settlements.has)
        described = DescribedStates(self._text, run, wording, states, self._gazetteer.cues)
        for spot in chain(new.find(), described.find()):
            if not any(low + n in self._found.taken for n in range(spot.at, spot.end)):
                self._add_place(run, spot, wording)
        return closed

    def _foreign_places(self, span: Span, wording: NameWords, closed: frozenset[int]) -> None:
        """Add the places of one paragraph that only what stands beside their foreign names shows."""
        kind_of, (low, high) = self._kinds.get(wording.code), self._found.words_in(span)
        if kind_of is None:
            return
        hits = {n - low: self._found.taken[n] for n in range(low, high) if n in self._found.taken}
        places = {n: hit.id for n, hit in hits.items() if hit.category == PLACE}
        run, beside = self._found.run.part(low, high), Beside(closed | hits.keys(), places, kind_of, self._spoken_of)
        for spot in ForeignPlaces(
            self._text, run, wording, self._naming, self._world, self._gazetteer.cues, beside
        ).find():
            if not any(low + n in self._found.taken for n in range(spot.at, spot.end)):
                self._add_place(run, spot, wording)

    def _add_place(self, run: Sequence[Word], spot: FoundPlace, wording: NameWords) -> None:
        span = self._found.span(run, spot.at, spot.end, spot.clitic)
        if spot.state:
            return self._found.add(Named(span, spot.state, PLACE))
        spelling = self._found.spelling(span)
        key = self._naming.transliteration.key(" ".join(spelling.split()[spot.head :]))
        if not key:
            return None
        if self._settlements.add_called(span, spelling, key, spot, wording.code):
            return None
        id = self._gazetteer.canonical(UNLISTED + ".".join(key))
        if id not in self._gazetteer:
            self._found.types.setdefault(id, spot.type)
            self._found.within[id] = self._found.within.get(id) or spot.within
            self._found.spellings[id][wording.code].append(spelling)
        return self._found.add(Named(span, id, PLACE))

    def _deed_words(self, run: Sequence[Word], wording: NameWords) -> frozenset[int]:
        """Words for what was done, as «قصف» or "raid": they are part of no name of a place."""
        phrasing = self._phrasings.get(wording.code)
        found = phrasing.topics.deeds.find(run) if phrasing is not None else ()
        return frozenset(n for hit in found for n in range(hit.at, hit.at + hit.count))

    def _saying_verbs(self, run: Sequence[Word], wording: NameWords) -> frozenset[int]:
        """Verbs of saying, as «أعلن» or "said": they are part of no name."""
        phrasing = self._phrasings.get(wording.code)
        if phrasing is None:
            return frozenset()
        said = phrasing.speech.verbs.find(run)
        return frozenset(n for hit in said if hit.concept != "notice" for n in range(hit.at, hit.at + hit.count))

    def _add_person(self, run: Sequence[Word], person: Person, wording: NameWords) -> None:
        span = self._found.span(run, person.at, person.end, person.clitic)
        spelling = self._found.spelling(span)
        spelling = spelling.removesuffix("'s").removesuffix("’s")
        id = self._id_of(spelling)
        if not id:
            return
        self._found.types[id] = PERSON
        self._found.spellings[id][wording.code].append(spelling)
        self._found.add(Named(span, id, ACTOR))

    def _id_of(self, spelling: str) -> str:
        """The id of a person: a known one where only the spelling is new, else made of the key; empty for one word."""
        key = self._naming.transliteration.key(spelling)
        if len(key) < 2 and not any("+" in part for part in key):
            return ""
        known = self._gazetteer.persons(self._naming.transliteration.key)
        return self._gazetteer.canonical(known.get(key) or _PERSON + ".".join(key))

    def _add_body(self, run: Sequence[Word], found: FoundBody, wording: NameWords, low: int) -> None:
        if any(low + n in self._found.taken for n in range(found.at, found.end)):
            return
        office = any(wording.titles.at(run, n) is not None for n in range(found.at, found.end))
        if office and self._is_title(found, low):
            return
        span = self._found.span(run, found.at, found.end, found.clitic)
        glued = run[found.at].folded.startswith(wording.form.to_article) and found.clitic == 1
        spelling = self._found.spelling(span)
        spelling = wording.form.opened(spelling) if glued else spelling
        if found.place:
            first, last = min(found.at, found.place.start), max(found.end, found.place.stop)
            spelling = self._found.span(run, first, last, found.clitic if first == found.at else 0).of(self._text)
        id = self._gazetteer.canonical(
            short_of(found.body, spelling, self._found.called) or self._body_id(found, spelling)
        )
        if not id:
            return
        if id not in self._gazetteer:
            self._found.types[id] = found.type
            if found.body:
                self._compose_name(id, found)
            self._found.spellings[id][wording.code].append(spelling)
        self._found.add(Named(span, id, ACTOR))

    def _give_up(self, words: Iterable[int]) -> None:
        """Take out the names that are only part of a longer one: "Idlib Health Directorate"."""
        for hit in {id(hit): hit for n in words if (hit := self._found.taken.get(n)) is not None}.values():
            self._found.give_up(hit)

    def _is_title(self, found: FoundBody, low: int) -> bool:
        """True for an office with its holder's name behind it: «رئيس الوزراء الأسبق …» is that person."""
        if found.type != _PEOPLE:
            return False
        end = low + found.end
        for n in range(end, min(end + _TITLE, len(self._found.run))):
            marks = {
                letter
                for letter in self._text[self._found.run[n - 1].end : self._found.run[n].start]
                if letter in _MARKS
            }
            if marks and not (n == end and marks <= _COMMAS):
                return False
            if (hit := self._found.taken.get(n)) is not None:
                if self._found.type(hit.id) == PERSON:
                    self._holders[found.body].add(hit.id)
                return self._found.type(hit.id) == PERSON
        return False

    def _find_holders(self) -> None:
        """Put the holder in the place of an office by itself, where the text names one: «رئيس الوزراء» is «العبادي»."""
        holders = {body: {self._found.meant.get(id, id) for id in ids} for body, ids in self._holders.items()}
        held = {UNNAMED + body: next(iter(ids)) for body, ids in holders.items() if len(ids) == 1}
        self._found.named = [replace(hit, id=held.get(hit.id, hit.id)) for hit in self._found.named]

    def _body_id(self, found: FoundBody, spelling: str) -> str:
        if not found.body:
            key = self._naming.transliteration.key(spelling)
            return _BODY + ".".join(key) if len(key) > 1 else ""
        if found.body == MANY:
            return f"{UNNAMED}{found.state}:{MANY}"
        if not found.state and found.stands_for:
            meant = {hit.id for hit in self._known if self._found.type(hit.id) == found.stands_for}
            return next(iter(meant)) if len(meant) == 1 else UNNAMED + found.body
        if not found.state:
            return UNNAMED + found.body
        for name in (name for some in self._naming.compose_name(found.state, found.body).values() for name in some):
            hits = self._gazetteer.find(name)
            if len(hits) == 1 and hits[0].span == Span(0, len(name)):
                return hits[0].id
        return f"{_BODY}{found.state}:{found.body}"

    def _compose_name(self, id: str, found: FoundBody) -> None:
        if found.state:
            named = self._naming.compose_name(found.state, found.body)
        else:
            named = {
                one.code: one.bodies[found.body].names[:1] for one in self._naming.wordings if found.body in one.bodies
            }
        for code, some in named.items():
            self._found.spellings[id][code] = self._found.spellings[id][code] or list(some)
