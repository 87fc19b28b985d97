"""Organisations that no gazetteer holds, of three kinds.

Bodies of a state («الشرطة البريطانية», "Turkish court"), groups without a name («المحكمة», "the gunmen"), and
organisations with a name of their own (`OwnNames`).

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_core.names.found_body import FoundBody
from timeline_core.names.name_words import Body, NameWords
from timeline_core.names.own_names import BETWEEN, OwnNames
from timeline_core.text.fold import fold
from timeline_core.text.words import Hit, Word, run_of

_PEOPLE = "people"
MANY = "many"
"""In place of a kind of body: people of a state."""
_POSSESSIVE = "'s"


class Bodies:
    """Looks for bodies in the words of one text that are in one language. Used once."""

    def __init__(
        self,
        text: str,
        run: Sequence[Word],
        wording: NameWords,
        states: Mapping[int, str],
        closed: frozenset[int],
        spoken_of: frozenset[str] = frozenset(),
        places: Mapping[int, tuple[str, range]] | None = None,
    ) -> None:
        """`states`: number of a word that names a state -> its id; `closed`: words that are known, or are
        verbs; `spoken_of`: states of which the text names a place; `places`: number of the first and of the last word
        that name a place -> its id and all of them."""
        self._places = places or {}
        self._text, self._run, self._wording, self._closed = text, run_of(run), wording, closed
        self._form = wording.form
        self._states = states
        self._named = frozenset(states.values()) | spoken_of

    def find(self) -> Iterator[FoundBody]:
        """In text order; they may overlap, the better first."""
        own = OwnNames(self._text, self._run, self._wording, self._closed)
        longer = {found.at: found for found in own.find(self._wording.definite)}
        for hit in self._wording.body_nouns.find(self._run):
            if hit.at in longer and hit.at + hit.count < longer[hit.at].end:
                continue
            found = self._body(hit)
            if found is not None:
                yield found
            elif self._wording.bodies[hit.concept].type == _PEOPLE:
                self._closed |= {*range(hit.at, hit.at + hit.count)}
        yield from longer.values()
        own = OwnNames(self._text, self._run, self._wording, self._closed)
        yield from own.find(self._wording.organisations)
        yield from own.find(self._wording.quoted)
        yield from self._peoples()

    def _peoples(self) -> Iterator[FoundBody]:
        """Those who are called by their state, and counted where the word is an adjective too: «آلاف السودانيين»."""
        peoples, counts = self._wording.peoples, self._wording.counts
        for at in self._run.where_listed(peoples):
            state = next((peoples[form] for form, _ in self._run[at].forms if form in peoples), "")
            before = self._run[at - 1].folded if at else ""
            counted = bool(before) and self._touches(at) and before in counts
            if state and at not in self._closed and (counted or not counts):
                yield FoundBody(at, at + 1, 0, MANY, state, _PEOPLE)

    def _body(self, hit: Hit) -> FoundBody | None:
        body, end = self._wording.bodies[hit.concept], hit.at + hit.count
        if self._closed & {*range(hit.at, end)} or (body.type == _PEOPLE and self._of_another(hit)):
            return None
        state, first, last = self._state(hit.at, end, body)
        if state and self._is_another(first, last, body):
            return None
        if state:
            return FoundBody(first, last, hit.clitic if first == hit.at else 0, hit.concept, state, body.type)
        if body.only_of_states or self._form.without_article(self._run[hit.at].forms[-1][0]) in body.names_with_state:
            return None
        place, words = self._place_beside(hit.at, end)
        if place:
            return FoundBody(hit.at, end, hit.clitic, hit.concept, place, body.type, place=words)
        counts = body.needs_no_article or body.indefinite or self._definite(hit, body)
        if self._is_described(end) or not counts:
            return None
        return FoundBody(hit.at, end, hit.clitic, hit.concept, "", body.type, body.stands_for)

    def _is_another(self, first: int, last: int, body: Body) -> bool:
        """A word beside it tells that it is none: «طائرة سعودية خاصة», "a private Saudi aircraft"."""
        before, behind = first - 1, last
        return any(
            0 <= k < len(self._run) and self._run[k].folded in body.other and self._touching(max(k, 1), k + 1)
            for k in (before, behind)
        )

    def _is_described(self, end: int) -> bool:
        """A known name behind it agrees with it, and says who is meant: «المتمردون الحوثيون» are the Houthis."""
        if end not in self._closed or not self._touching(end, end + 1):
            return False
        noun, name = (self._run[k].folded for k in (end - 1, end))
        definite = any(article in noun for article in self._form.article)
        agrees = definite == name.startswith(self._form.article)
        return agrees and any(noun.endswith(one) and name.endswith(one) for one in self._form.plural)

    def _place_beside(self, at: int, end: int) -> tuple[str, range]:
        """The place whose body it is, which stands right behind it, or before it where adjectives do."""
        beside = at - 1 if self._form.adjective_first else end
        place, words = self._places.get(beside, ("", range(0)))
        first = at if self._form.adjective_first else end
        return (place, words) if self._touching(first, first + 1) else ("", range(0))

    def _state(self, at: int, end: int, body: Body) -> tuple[str, int, int]:
        """The state whose body it is (empty: none is named), with the first word of the name and the one behind it."""
        if self._form.adjective_first:
            return self._state_before(at, end)
        for count in (2, 1):
            if self._touching(end, end + count):
                form = " ".join(self._form.without_article(word.folded) for word in self._run[end : end + count])
                if self._agrees(form, body) and (state := self._state_called(form)):
                    return state, at, end + count
        if end in self._states and self._touching(end, end + 1):
            return self._states[end], at, end
        return "", at, end

    def _agrees(self, form: str, body: Body) -> bool:
        """True where the adjective has the gender of the noun: «الخارجية الفرنسية», not «وزير الخارجية الفرنسي»."""
        return form.endswith(self._form.feminine) == fold(body.adjective_ending).endswith(self._form.feminine)

    def _state_before(self, at: int, end: int) -> tuple[str, int, int]:
        for count in (2, 1):
            first = at - count
            if first >= 0 and self._touching(first + 1, at + 1) and self._text[self._run[first].start].isupper():
                form = " ".join(word.folded for word in self._run[first:at])
                if state := self._state_called(form):
                    return state, first, end
        if at - 1 in self._states and (self._run[at - 1].folded.endswith(_POSSESSIVE) or self._is_proper(at)):
            return self._states[at - 1], at, end
        return "", at, end

    def _is_proper(self, at: int) -> bool:
        """A noun with a capital right behind the state's name: "the Sudan Armed Forces"."""
        return self._touching(at, at + 1) and self._text[self._run[at].start].isupper()

    def _state_called(self, form: str) -> str:
        state, common = self._wording.states_by_adjective.get(form, ("", False))
        return state if not common or state in self._named else ""

    def _touching(self, first: int, end: int) -> bool:
        """True when these words, and the one before them, have nothing but blanks between them."""
        return first > 0 and end <= len(self._run) and all(self._touches(k) for k in range(first, end))

    def _touches(self, k: int) -> bool:
        return all(letter in BETWEEN for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def _definite(self, hit: Hit, body: Body) -> bool:
        """True for «الشرطة», «وزارة الداخلية», "the police"; not for «شرطة» or "a court"."""
        if self._form.articles:
            return hit.at > 0 and self._run[hit.at - 1].folded in self._form.articles
        phrase = [word.folded for word in self._run[hit.at : hit.at + hit.count]]
        first = phrase[0][hit.clitic :]
        listed = body.needs_no_article or any(name.split(" ")[0] == first for name in body.names if " " in name)
        within = any(article in phrase[-1] for article in self._form.article)
        glued = first.startswith(self._form.article) or phrase[0].startswith(self._form.to_article)
        return glued or (len(phrase) > 1 and (listed or within))

    def _of_another(self, hit: Hit) -> bool:
        """True for an office inside a longer one: «رئيس الوزراء» of «نائب رئيس الوزراء»."""
        if hit.clitic and self._run[hit.at].folded[: hit.clitic].endswith(self._form.to):
            return True
        titles = self._wording.titles
        return hit.at > 0 and self._touches(hit.at) and titles.at(self._run, hit.at - 1) is not None
