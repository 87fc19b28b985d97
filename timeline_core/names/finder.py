"""`Names`: the actors and places that one report names, those of the gazetteer and those that no list holds.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.entry import ACTOR, PLACE, STATES, UNLISTED, UNNAMED, Entry, Named
from timeline_core.model.span import Span
from timeline_core.names.capitalised import CapitalisedBodies, find_short_names
from timeline_core.names.coreference import Coreference
from timeline_core.names.demonyms import drop_demonyms, state_of, states_of_deeds
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.organisations import Bodies, FoundBody
from timeline_core.names.persons.by_title import ByTitle
from timeline_core.names.persons.full_names import Person
from timeline_core.names.persons.persons import Persons
from timeline_core.names.persons.short_names import ShortNames, short_of, spellings_of
from timeline_core.names.persons.word_shape import Told
from timeline_core.names.place_coreference import PlaceCoreference
from timeline_core.names.places import FoundPlace, Places, find_repeated
from timeline_core.names.world.finding import Around, WorldPlaces, called
from timeline_core.names.world.table import Place, World
from timeline_core.text.words import Run, Word, letters_to_skip, words

PERSON = "person"
_PERSON, _BODY = "person:", "body:"
_PEOPLE = "people"
_MARKS = frozenset(".،,;؛:؟?!\n")
_COMMAS = frozenset("،,")
_TITLE = 3
"""Words between an office and the name of who holds it."""
_QUOTES = str.maketrans("_", " ", '"“”«»„()')


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
        self._run = words(text)
        self._known = drop_demonyms(gazetteer.find(text, self._run), text, self._run, naming)
        self._taken = self._words_of(self._known)
        self._named: list[Named] = list(self._known)
        self._spellings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._types: dict[str, str] = {}
        self._within: dict[str, str] = {}
        self._states = frozenset(filter(None, (state_of(hit.id, gazetteer) for hit in self._known)))

    def find(self, parts: Iterable[tuple[Span, str]]) -> Names:
        parts = [*parts]
        for span, code in parts:
            wording = next((one for one in self._naming.wordings if one.code == code), None)
            if wording is not None:
                self._read_paragraph(span, wording)
                self._find_in_world(span, wording)
        bodies = {hit.span: hit.id for hit in self._named if hit.category == ACTOR and self._type(hit.id) != PERSON}
        for hit in find_short_names(self._text, self._run, bodies, self._taken):
            self._named = [one for one in self._named if one.span != hit.span]
            self._add(hit)
        self._find_short_names()
        new_places = {id: by_code for id, by_code in self._spellings.items() if id.startswith(UNLISTED)}
        capitals = {wording.code for wording in self._naming.wordings if wording.form.capitals}
        again = find_repeated(self._text, self._run, new_places, self._taken, self._gazetteer.cues, capitals)
        for at, end, clitic, id in again:
            if at not in self._taken:
                self._add(Named(self._span(self._run, at, end, clitic), id, PLACE))
        self._find_coreferent(parts)
        self._find_holders()
        places = sorted((hit for hit in self._named if hit.category == PLACE), key=lambda hit: hit.span)
        nouns = {wording.code: wording.places.nouns for wording in self._naming.wordings}
        coreference = PlaceCoreference(self._text, self._run, places, self._type)
        for at, end, clitic, id in coreference.find(
            (nouns[code], self._words_in(span)) for span, code in parts if code in nouns
        ):
            if not any(n in self._taken for n in range(at, end)):
                self._add(Named(self._span(self._run, at, end, clitic), id, PLACE))
        return Names(tuple(sorted(self._named, key=lambda hit: hit.span)), tuple(self._entries()))

    def _words_of(self, hits: Iterable[Named]) -> dict[int, Named]:
        """Number of each word of a name -> the name."""
        taken: dict[int, Named] = {}
        at = 0
        for hit in hits:
            while self._run[at].end <= hit.span.start:
                at += 1
            while at < len(self._run) and self._run[at].start < hit.span.end:
                taken[at] = hit
                at += 1
        return taken

    def _read_paragraph(self, span: Span, wording: NameWords) -> None:
        low, high = self._words_in(span)
        run = Run(self._run[low:high])
        known = frozenset(n - low for n in range(low, high) if n in self._taken)
        verbs = self._saying_verbs(run, wording)
        kind_of = self._kinds.get(wording.code)
        persons = Persons(self._text, run, wording, known | verbs, self._run, Told(verbs, kind_of))
        states = {n: self._taken[n + low].id for n in known if self._gazetteer[self._taken[n + low].id].type in STATES}
        for person in persons.find():
            self._add_person(run, person, wording)
        taken = frozenset(n - low for n in range(low, high) if n in self._taken) | verbs
        spoken_of = frozenset(state_of(hit.id, self._gazetteer) for hit in self._known if hit.category == PLACE)
        for found in Bodies(self._text, run, wording, states, taken, spoken_of, self._sites(low, high)).find():
            self._add_body(run, found, wording, low)
        taken = (
            frozenset(n - low for n in range(low, high) if n in self._taken and self._taken[n].category != PLACE)
            | verbs
        )
        for found in CapitalisedBodies(self._text, run, wording, taken).find():
            self._give_up_places(low + found.at, low + found.end)
            self._add_body(run, found, wording, low)
        self._places(run, low, wording, verbs)
        phrasing = self._phrasings.get(wording.code)
        for hit in states_of_deeds(self._text, run, phrasing, wording) if phrasing is not None else ():
            if not self._words_of([hit]).keys() & self._taken.keys():
                self._add(hit)

    def _sites(self, low: int, high: int) -> Mapping[int, tuple[str, range]]:
        """The places named by those words that are no states: number of their first and last word -> id, words."""
        every: dict[Named, list[int]] = defaultdict(list)
        starts = set[int]()
        for n in range(low, high):
            hit = self._taken.get(n)
            whole = hit is not None and hit.category == PLACE and hit.span.start in (self._run[n].start, *starts)
            if hit is not None and whole and self._gazetteer[hit.id].type not in STATES:
                starts.add(hit.span.start)
                every[hit].append(n - low)
        return {n: (hit.id, range(ns[0], ns[-1] + 1)) for hit, ns in every.items() for n in (ns[0], ns[-1])}

    def _places(self, run: Sequence[Word], low: int, wording: NameWords, verbs: frozenset[int]) -> None:
        hits = {n - low: hit for n, hit in self._taken.items() if low <= n < low + len(run)}
        known = {n: hit.id for n, hit in hits.items() if hit.category == PLACE}
        states = {n: state for n, hit in hits.items() if (state := state_of(hit.id, self._gazetteer))}
        closed = frozenset(hits) | verbs | self._deed_words(run, wording)
        for spot in Places(self._text, run, wording, closed, known, states, self._gazetteer.cues).find():
            if not any(low + n in self._taken for n in range(spot.at, spot.end)):
                self._add_place(run, spot, wording)

    def _add_place(self, run: Sequence[Word], spot: FoundPlace, wording: NameWords) -> None:
        span = self._span(run, spot.at, spot.end, spot.clitic)
        if spot.state:
            return self._add(Named(span, spot.state, PLACE))
        spelling = " ".join(span.of(self._text).translate(_QUOTES).split())
        key = self._naming.transliteration.key(" ".join(spelling.split()[spot.head :]))
        if not key:
            return None
        place = called(self._world, spelling, self._states | {state_of(spot.within, self._gazetteer)})
        if place is not None:
            return self._add_settlement(span, place, wording.code)
        id = self._gazetteer.canonical(UNLISTED + ".".join(key))
        if id not in self._gazetteer:
            self._types.setdefault(id, spot.type)
            self._within[id] = self._within.get(id) or spot.within
            self._spellings[id][wording.code].append(spelling)
        return self._add(Named(span, id, PLACE))

    def _find_in_world(self, span: Span, wording: NameWords) -> None:
        """Add the places of the world that neither a list of ours nor a noun before them has told."""
        low, high = self._words_in(span)
        run = Run(self._run[low:high])
        hits = {n - low: self._taken[n] for n in range(low, high) if n in self._taken}
        known = {n: state_of(hit.id, self._gazetteer) for n, hit in hits.items() if hit.category == PLACE}
        opening = frozenset(n for n, hit in hits.items() if hit.span.start == run[n].start)
        around = Around(self._states, hits, known, opening, self._gazetteer.begins, self._kinds.get(wording.code))
        for found in WorldPlaces(self._text, run, wording, self._world, self._gazetteer.cues, around).find():
            span = self._span(run, found.at, found.end, found.clitic)
            self._add_settlement(span, found.place, wording.code)

    def _add_settlement(self, span: Span, place: Place, code: str) -> None:
        """Add a place of the world under its number, or under the id that our own lists have for it."""
        site = self._world.site(place.number)
        id = (site and site.listed) or f"{UNLISTED}{place.number}"
        if id not in self._gazetteer:
            self._types[id] = place.type
            self._within[id] = self._world.states.get(place.country, "")
            self._spellings[id][code].append(" ".join(span.of(self._text).translate(_QUOTES).split()))
            for other, name in (("en", site.latin), ("ar", site.arabic)) if site else ():
                if name and other != code and other not in self._spellings[id]:
                    self._spellings[id][other].append(name)
        self._add(Named(span, id, PLACE))

    def _deed_words(self, run: Sequence[Word], wording: NameWords) -> frozenset[int]:
        """Words for what was done, as «قصف» or "raid": they are part of no name of a place."""
        phrasing = self._phrasings.get(wording.code)
        found = phrasing.topics.deeds.find(run) if phrasing is not None else ()
        return frozenset(n for hit in found for n in range(hit.at, hit.at + hit.count))

    def _find_coreferent(self, parts: Iterable[tuple[Span, str]]) -> None:
        """Add what a definite noun stands for: «الحزب» for the one party that the text has named before."""
        actors = [hit for hit in self._named if hit.category == ACTOR]
        coreference = Coreference(self._text, self._run, actors, self._naming.form)
        for span, code in parts:
            wording = next((one for one in self._naming.wordings if one.code == code and one.definite_nouns), None)
            if wording is not None:
                for n, clitic, id in coreference.find(wording.definite_nouns, self._words_in(span)):
                    if n not in self._taken:
                        self._add(Named(self._span(self._run, n, n + 1, clitic), id, ACTOR))
        persons = [hit for hit in self._named if self._type(hit.id) == PERSON]
        for wording in self._naming.wordings if persons else ():
            titles = ByTitle(self._text, self._run, wording, persons)
            for span in (span for span, code in parts if code == wording.code):
                for hit in [*titles.find(self._words_in(span), self._taken)]:
                    self._add(hit)

    def _words_in(self, span: Span) -> tuple[int, int]:
        """Numbers of the first word of the span, and of the first behind it."""
        low, high = (bisect_left(self._run, edge, key=lambda word: word.start) for edge in (span.start, span.end))
        return low, high

    def _saying_verbs(self, run: Sequence[Word], wording: NameWords) -> frozenset[int]:
        """Verbs of saying, as «أعلن» or "said": they are part of no name."""
        phrasing = self._phrasings.get(wording.code)
        if phrasing is None:
            return frozenset()
        said = phrasing.speech.verbs.find(run)
        return frozenset(n for hit in said if hit.concept != "notice" for n in range(hit.at, hit.at + hit.count))

    def _add_person(self, run: Sequence[Word], person: Person, wording: NameWords) -> None:
        span = self._span(run, person.at, person.end, person.clitic)
        spelling = " ".join(span.of(self._text).translate(_QUOTES).split())
        spelling = spelling.removesuffix("'s").removesuffix("’s")
        id = self._id_of(spelling)
        if not id:
            return
        self._types[id] = PERSON
        self._spellings[id][wording.code].append(spelling)
        self._add(Named(span, id, ACTOR))

    def _id_of(self, spelling: str) -> str:
        """The id of a person: a known one where only the spelling is new, else made of the key; empty for one word."""
        key = self._naming.transliteration.key(spelling)
        if len(key) < 2 and not any("+" in part for part in key):
            return ""
        known = self._gazetteer.persons(self._naming.transliteration.key)
        return self._gazetteer.canonical(known.get(key) or _PERSON + ".".join(key))

    def _add_body(self, run: Sequence[Word], found: FoundBody, wording: NameWords, low: int) -> None:
        if any(low + n in self._taken for n in range(found.at, found.end)) or self._is_title(found, low):
            return
        span = self._span(run, found.at, found.end, found.clitic)
        glued = run[found.at].folded.startswith(wording.form.to_article) and found.clitic == 1
        spelling = " ".join(span.of(self._text).translate(_QUOTES).split())
        spelling = wording.form.opened(spelling) if glued else spelling
        if found.place:
            first, last = min(found.at, found.place.start), max(found.end, found.place.stop)
            spelling = self._span(run, first, last, found.clitic if first == found.at else 0).of(self._text)
        id = self._gazetteer.canonical(
            short_of(found.body, spelling, self._named, self._text) or self._body_id(found, spelling)
        )
        if not id:
            return
        if id not in self._gazetteer:
            self._types[id] = found.type
            if found.body:
                self._compose_name(id, found)
            self._spellings[id][wording.code].append(spelling)
        self._add(Named(span, id, ACTOR))

    def _give_up_places(self, low: int, high: int) -> None:
        """Take out the places that are only part of a longer name: "Idlib Health Directorate"."""
        gone = {id(self._taken.pop(n)) for n in range(low, high) if n in self._taken}
        self._named = [hit for hit in self._named if id(hit) not in gone]

    def _is_title(self, found: FoundBody, low: int) -> bool:
        """True for an office with its holder's name behind it: «رئيس الوزراء الأسبق …» is that person."""
        if found.type != _PEOPLE:
            return False
        end = low + found.end
        for n in range(end, min(end + _TITLE, len(self._run))):
            marks = {letter for letter in self._text[self._run[n - 1].end : self._run[n].start] if letter in _MARKS}
            if marks and not (n == end and marks <= _COMMAS):
                return False
            if (hit := self._taken.get(n)) is not None:
                if self._type(hit.id) == PERSON:
                    self._holders[found.body].add(hit.id)
                return self._type(hit.id) == PERSON
        return False

    def _find_holders(self) -> None:
        """Put the holder in the place of an office by itself, where the text names one: «رئيس الوزراء» is «العبادي»."""
        held = {UNNAMED + body: next(iter(ids)) for body, ids in self._holders.items() if len(ids) == 1}
        self._named = [replace(hit, id=held.get(hit.id, hit.id)) for hit in self._named]

    def _body_id(self, found: FoundBody, spelling: str) -> str:
        if not found.body:
            key = self._naming.transliteration.key(spelling)
            return _BODY + ".".join(key) if len(key) > 1 else ""
        if not found.state and found.stands_for:
            meant = {hit.id for hit in self._known if self._type(hit.id) == found.stands_for}
            return next(iter(meant)) if len(meant) == 1 else UNNAMED + found.body
        if not found.state:
            of_states = {hit.id for hit in self._named if hit.id.endswith(f":{found.body}") and hit.id[:5] == _BODY}
            return next(iter(of_states)) if len(of_states) == 1 else UNNAMED + found.body
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
            self._spellings[id][code] = self._spellings[id][code] or list(some)

    def _span(self, run: Sequence[Word], at: int, end: int, clitic: int) -> Span:
        first = run[at]
        return Span(first.start + letters_to_skip(self._text[first.start : first.end], clitic), run[end - 1].end)

    def _add(self, hit: Named) -> None:
        self._named.append(hit)
        self._taken |= self._words_of([hit])

    def _find_short_names(self) -> None:
        """Add the persons of whom one part of the name stands alone: "Haftar" after "Khalifa Haftar"."""
        whole: dict[str, list[Named]] = defaultdict(list)
        for hit in self._named:
            if self._type(hit.id) == PERSON:
                whole[hit.id].append(hit)
        every = {
            id: (*spellings_of(id, self._gazetteer), *(hit.span.of(self._text) for hit in hits))
            for id, hits in whole.items()
        }
        for hit in ShortNames(self._text, self._run, self._naming, self._kinds).find(whole, every, self._taken):
            self._add(hit)

    def _type(self, id: str) -> str:
        return self._types.get(id) or (self._gazetteer[id].type if id in self._gazetteer else "")

    def _entries(self) -> Iterator[Entry]:
        for id, by_code in self._spellings.items():
            yield Entry(
                id,
                PLACE if id.startswith(UNLISTED) else ACTOR,
                self._types[id],
                {code: tuple(dict.fromkeys(some)) for code, some in by_code.items()},
                within=self._within.get(id, ""),
            )
