"""Organisations with a foreign name, by the noun before it: «شركة نوكيا», «نادي تشارلتون», «حارس مانشستر».

What was introduced so once is the same where the name stands alone, in the whole text.

Source:
    Internal and external evidence (McDonald 1996); one sense per discourse (Gale, Church, Yarowsky 1992).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from timeline_core.model.entry import PLACE, Named
from timeline_core.names.name_parts import KNOWN
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.text.words import Run, Word, bare

_LONGEST = 4
"""Words of such a name."""
_SHORT = 3
"""Letters of a word that may be one by itself, at least."""
_CLUB = "organisation"
"""Type of an organisation whose officers are named before it."""
_PERSON = 2
"""Words of the foreign name of a person, who may stand behind the club: «حارس تشيلسي بيتر تشيك»."""
_OPENS, _CLOSES = '"“«(', '"”»)'


class Introduced(NamedTuple):
    """An organisation in a run of words."""

    at: int
    """The first word, that of its kind where there is one."""
    name: int
    """The first word of its own name."""
    end: int
    clitic: int
    type: str


class ForeignBodies:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(
        self,
        text: str,
        run: Run,
        wording: NameWords,
        kind_of: Callable[[str], str],
        naming: Naming,
        taken: Mapping[int, Named],
    ) -> None:
        """`taken`: number of each word that is named already -> the name."""
        self._text, self._run, self._wording, self._taken = text, run, wording, taken
        self._kind_of, self._naming, self._form = kind_of, naming, wording.form

    def find(self) -> Iterator[Introduced]:
        """In text order of the nouns, those with the noun first; none in a script with capitals."""
        if self._form.capitals:
            return
        for at in self._run.where_listed(self._wording.called):
            for form, clitic in bare(self._run[at].folded):
                type_ = self._wording.called.get(form)
                if type_ and at not in self._taken and (end := self._end(at + 1, places=True)) > at + 1:
                    yield Introduced(at, at + 1, end, clitic, type_)
                    break
        for at in self._run.where_listed(self._wording.officers):
            end = self._end(at + 1, places=False) if at not in self._taken else at + 1
            if end > at + 1 + _PERSON:
                end -= _PERSON
            if end > at + 1:
                yield Introduced(at + 1, at + 1, end, 0, _CLUB)

    def again(self, introduced: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, int, int, str]]:
        """Where such a name stands without the noun: number of its first word and of the one behind, clitic, value."""
        firsts = {words[0] for words in introduced}
        for at in self._run.where_any(firsts) if firsts else ():
            for form, clitic in bare(self._run[at].folded):
                count = self._count(form, at, introduced) if form in firsts else 0
                if count:
                    said = (form, *(word.folded for word in self._run[at + 1 : at + count]))
                    end = self._end(at + count, places=False)
                    yield at, end if end - at - count < _PERSON else at + count, clitic, introduced[said]
                    break

    def _count(self, form: str, at: int, introduced: Mapping[tuple[str, ...], str]) -> int:
        for count in range(min(_LONGEST, len(self._run) - at), 0, -1):
            if (form, *(word.folded for word in self._run[at + 1 : at + count])) in introduced:
                return count
        return 0

    def _end(self, at: int, *, places: bool) -> int:
        """Behind the last word of the foreign name that begins there; `at` where none does."""
        end = at
        while end < len(self._run) and end - at < _LONGEST and self._touches(end, first=end == at):
            if not self._is_foreign(end) and not (places and self._is_town(end)):
                break
            end += 1
        return end

    def _is_town(self, k: int) -> bool:
        """A known place without what is glued to it."""
        hit = self._taken.get(k)
        return hit is not None and hit.category == PLACE and hit.span.start <= self._run[k].start

    def _is_foreign(self, k: int) -> bool:
        """A word that no lexicon knows, without article, that is no adjective and no first name of persons."""
        word = self._run[k]
        written = word.span.of(self._text)
        if k in self._taken or not written.isalpha() or len(written) < _SHORT:
            return False
        if written.isascii():
            return written[0].isupper()
        if not self._is_bare(word, written) or self._kind_of(written) or self._is_person(word):
            return False
        return self._is_quoted(k) or self._naming.letters.foreign(word.folded)

    def _is_quoted(self, k: int) -> bool:
        """An opening mark stands before the word."""
        return any(letter in _OPENS for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def _is_bare(self, word: Word, written: str) -> bool:
        form = self._form
        led = (*form.article, *form.to_article, *form.led_article, *form.and_)
        if word.folded.startswith(led) and not written.startswith(form.no_article):
            return False
        adjectives = (*form.relation, *(one + more for one in form.relation for more in form.feminine))
        origin = any(one in self._wording.states_by_adjective for one, _ in bare(word.folded))
        return not origin and not word.folded.endswith(adjectives) and not self._is_stop(word)

    def _is_stop(self, word: Word) -> bool:
        return any(form in self._wording.stops for form, _ in bare(word.folded))

    def _is_person(self, word: Word) -> bool:
        listed = word.folded in self._wording.name_words or word.folded in self._wording.son_words
        return listed or self._naming.parts.role(word.folded).given >= KNOWN

    def _touches(self, k: int, *, first: bool) -> bool:
        """Nothing but blanks stands before the word, or an opening mark before the first."""
        between = self._text[self._run[k - 1].end : self._run[k].start]
        return all(letter == " " or (first and letter in _OPENS) for letter in between) and bool(between)
