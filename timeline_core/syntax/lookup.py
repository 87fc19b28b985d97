"""`Lexicon`: every reading of a spelling, from one table of stems and the letters that may stand around them.

«وسيقتلونه» is «و», «س», the prefix «ي», the stem «قتل», the ending «ون» and the pronoun «ه». A spelling is looked up
once and remembered.

Source:
    Stems between prefixes and endings that fit them: Buckwalter's analyser. Which there are is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline_core.syntax.guess import Guess, guessing
from timeline_core.syntax.readings import RELATION, Category, Reading, Readings
from timeline_core.text.fold import SIGNS, as_spelt, fold, folded
from timeline_core.text.words import REMEMBERED

_ROLE, _TRANSITIVE, _BEFORE = map(Reading._fields.index, ("role", "transitive", "before"))
JOINT = "+"
"""Between the prefix and the suffix that stand around a stem."""
_LETTER = re.compile(rf"([^\W_]|['’.-])([{SIGNS}]*)")
_SIGNS = re.compile(f"[{SIGNS}]+")
_NO_PREFIX = ("",)
_NOTHING_GLUED: tuple[tuple[str, ...], bool] = ((), False)
_NO_ARTICLE = frozenset(
    {Category.VERB, Category.AUXILIARY, Category.PREPOSITION, Category.CONJUNCTION, Category.PARTICLE}
    | {Category.PRONOUN, Category.ADVERB}
)


class Ending(NamedTuple):
    """One way to complete a stem: a prefix, a suffix, and the features that they add (person, number, mood)."""

    endings: str
    """Name of the set that it belongs to: a stem takes one set."""
    written: tuple[str, str]
    """Prefix and suffix as they are spelled."""
    features: Mapping[str, Any]
    """Person, number, gender, mood: fields of a reading."""
    pronoun: bool


class _Analysis(NamedTuple):
    """One segmentation of a word: clitics, prefix, stem, suffix, pronoun."""

    spelled: str
    """What it would be spelled like."""
    lemma: int
    slot: int
    ending: Ending
    what: tuple[tuple[str, ...], bool]
    """The particles in front, and whether the article is among them."""


_Entry = tuple[str, int, int, Reading, str]
"""Of one stem: its spelling, numbers of its lemma and slot, what that says, and the endings that it takes."""


class Packed(NamedTuple):
    """The table of one language as it is kept: texts that are taken apart when a word asks for them."""

    lemmas: Sequence[str]
    """«lemma|class|t» by number; `t` for a verb that takes an object."""
    slots: Sequence[tuple[Mapping[str, Any], str]]
    """What a stem is, by number: fields of a reading, and the set of endings that it takes."""
    uses: Sequence[Sequence[int]]
    """Slots that go together, by number."""
    stems: Mapping[str, str]
    """Folded stem -> its entries: `spelled:lemma.use,lemma.use spelled:…`; spelled like the stem where nothing is."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a language glues before a word, folded."""

    cuts: Mapping[str, tuple[tuple[str, ...], bool]]
    """Letters in front -> the particles that they are, and whether they hold the article; none is one of them."""
    lengths: Sequence[int]
    """How many letters there can be in front."""
    future: frozenset[str] = frozenset()
    """Particles before a verb in the present alone («س»)."""
    verbal: frozenset[str] = frozenset()
    """Those that stand before nouns, and before such a verb too («ل»)."""
    nominal: frozenset[str] = frozenset()

    def fits(self, particles: Sequence[str], reading: Reading) -> bool:
        """True where such particles can stand before such a word."""
        verb = bool(reading.tense)
        present = verb and reading.tense == "present"
        return all(
            present if one in self.future else not verb or (present and one in self.verbal)
            for one in particles
            if one in self.future or one in self.nominal
        )


class Lexicon:
    """One language's readings by spelling."""

    def __init__(
        self,
        packed: Packed,
        endings: Mapping[str, Sequence[tuple[str, tuple[str, str], Mapping[str, Any], bool]]],
        before: Before,
        loose: Mapping[str, str],
        careless: Mapping[str, str],
        nominal: str,
        guess: Guess,
    ) -> None:
        """`endings`: by folded prefix, joint and suffix. `loose`: a letter -> those that hurried writers mean by it.

        `careless`: the same with plain mistakes, where nothing else is left. `nominal`: signs that no verb bears.
        """
        self._packed = packed
        self._endings = endings
        self._before = before
        self._loose = loose
        self._careless = careless
        self._nominal = frozenset(nominal)
        self._guess = guess
        self._slots: dict[int, tuple[Reading, str]] = {}
        self._forms: dict[tuple[int, int, tuple[tuple[str, ...], bool]], Reading] = {}
        """By slot, ending and what is glued before: there are some thousands. Endings stay, so that an id tells one."""
        parts = [key.partition(JOINT) for key in endings]
        self._tails = frozenset(suffix[at:] for _, _, suffix in parts for at in range(len(suffix) + 1))
        """Every suffix, and what is left of it without its first letters."""
        prefixes = tuple(dict.fromkeys(prefix for prefix, _, _ in parts))
        self._prefixes = {
            first: tuple(one for one in prefixes if one[:1] in ("", first)) for first in {one[:1] for one in prefixes}
        }
        """First letter of a word -> prefixes that it may have, in their order; none is one of them."""
        self._sorted: dict[str, dict[str, list[Ending]]] = {}
        self._parted: dict[str, Sequence[_Entry]] = {}
        """Stem -> what it can be."""
        self._remembered: dict[str, Readings] = {}

    def readings(self, spelling: str) -> Readings:
        """All that the word can be; never none: a mark, a number, or a noun where nothing is known."""
        known = self._remembered.get(spelling)
        if known is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            known = self._remembered[spelling] = Readings(self._read(spelling))
        return known

    def _read(self, spelling: str) -> tuple[Reading, ...]:
        spelling = as_spelt(spelling)
        if not any(map(str.isalnum, spelling)):
            return (Reading(Category.MARK, spelling),)
        number = self._in_figures(spelling)
        if number is not None:
            return (number,)
        known = self._known(spelling)
        found = [*known, *self._guess.beside(known, spelling)]
        if self._nominal & set(spelling):
            found = [one for one in found if not one.tense] or found
        found.sort(key=lambda one: not _is_doubled(one, spelling))
        return tuple(dict.fromkeys(found))

    def _in_figures(self, spelling: str) -> Reading | None:
        """A number in figures, by itself or with particles glued before it: «14», «و14», «بـ5»."""
        if spelling[0].isdigit():
            return Reading(Category.NUMBER, spelling)
        at = next((at for at, letter in enumerate(spelling) if letter.isdigit()), 0)
        particles, article = self._before.cuts.get(folded(spelling[:at]), _NOTHING_GLUED)
        return Reading(Category.NUMBER, spelling[at:], before=particles) if particles and not article else None

    def _known(self, spelling: str) -> list[Reading]:
        """What the table knows of it, of the spelling that agrees best."""
        every = self._analyses(folded(spelling))
        if spelling.isalpha():  # without signs, as most words are, the same letters agree
            plain = spelling.lower()
            same = [one for one in every if one.spelled == plain or _unsigned(one.spelled) == plain]
            if same:
                return [self._reading(one) for one in same]
        written: Letters = ()
        tiers: list[list[_Analysis]] = [[], [], []]
        for analysis in every:
            if analysis.spelled == spelling:
                tiers[0].append(analysis)
                continue
            written, letters = written or _letters(spelling), _letters(analysis.spelled)
            for tier, loose in zip(tiers, ({}, self._loose, self._careless), strict=True):
                if _agrees(written, letters, loose):
                    tier.append(analysis)
                    break
        return [self._reading(one) for one in next((tier for tier in tiers if tier), [])]

    def _analyses(self, word: str) -> list[_Analysis]:
        """Every segmentation of a folded word, with the spelling that it would have."""
        found: list[_Analysis] = []
        for length in self._before.lengths:
            front = word[:length]
            what = self._before.cuts.get(front)
            if what is None or len(word) <= length:
                continue
            core, article = word[length:], what[1]
            for prefix in _NO_PREFIX if article else self._prefixes.get(core[0], _NO_PREFIX):
                if core.startswith(prefix):
                    self._around(core[len(prefix) :], prefix, front, what, found)
        return found

    def _around(
        self, body: str, prefix: str, front: str, what: tuple[tuple[str, ...], bool], found: list[_Analysis]
    ) -> None:
        """Add every way in which a stem stands in it with an ending."""
        particles, article = what
        for at in self._stems(body):
            endings = self._ending(f"{prefix}{JOINT}{body[at:]}")
            for spelled, lemma, slot, reading, takes in self._entries(body[:at]) if endings else ():
                fitting = endings.get(takes)
                if not fitting or (article and reading.category in _NO_ARTICLE):
                    continue
                if particles and not self._before.fits(particles, reading):
                    continue
                for ending in fitting:
                    if not (article and ending.pronoun):
                        whole = front + ending.written[0] + spelled + ending.written[1]
                        found.append(_Analysis(whole, lemma, slot, ending, what))

    def _stems(self, body: str) -> list[int]:
        """Where a stem can end so that what is left may be a suffix; the shortest first."""
        stems, tails, found = self._packed.stems, self._tails, list[int]()
        at = len(body)
        while at and body[at:] in tails:
            if body[:at] in stems:
                found.append(at)
            at -= 1
        found.reverse()
        return found

    def _ending(self, key: str) -> Mapping[str, Sequence[Ending]]:
        """Set of endings -> those of it that are a prefix and a suffix, put in order when first asked for."""
        found = self._sorted.get(key)
        if found is None:
            found = self._sorted[key] = {}
            for one in map(Ending._make, self._endings.get(key, ())):
                found.setdefault(one.endings, []).append(one)
        return found

    def _entries(self, stem: str) -> Sequence[_Entry]:
        """What one stem can be; taken apart once."""
        known = self._parted.get(stem)
        if known is None:
            if len(self._parted) >= REMEMBERED:
                self._parted.clear()
            known = self._parted[stem] = tuple(self._taken_apart(stem, self._packed.stems[stem]))
        return known

    def _taken_apart(self, stem: str, packed: str) -> Iterator[_Entry]:
        for entry in packed.split(" "):
            spelled, _, uses = entry.partition(":")
            for one in uses.split(","):
                lemma, _, use = one.partition(".")
                for slot in self._packed.uses[int(use)]:
                    yield spelled or stem, int(lemma), slot, *self._slot(slot)

    def _slot(self, number: int) -> tuple[Reading, str]:
        known = self._slots.get(number)
        if known is None:
            said, takes = self._packed.slots[number]
            known = self._slots[number] = _reading(said), takes
        return known

    def _reading(self, one: _Analysis) -> Reading:
        name, concept, transitive = self._packed.lemmas[one.lemma].split("|")
        key = one.slot, id(one.ending), one.what
        form = self._forms.get(key)
        if form is None:
            form = self._forms[key] = self._form(one)
        concept = "" if form.role == RELATION else concept
        told = (form.category, name, concept, *form[_ROLE:_TRANSITIVE], bool(transitive), *form[_BEFORE:])
        return tuple.__new__(Reading, told)  # as `_replace` gives it, which costs four times as much

    def _form(self, one: _Analysis) -> Reading:
        """The reading that slot, ending and clitics give to a word, whatever its lemma."""
        particles, article = one.what
        form = self._slots[one.slot][0]._replace(
            before=particles, article=article, pronoun=one.ending.pronoun, **one.ending.features
        )
        return form._replace(category=Category.ADJECTIVE, voice="") if form.role == RELATION else form


Letters = Sequence[tuple[str, str]]
"""Each letter of a word with the signs on it."""


def _is_doubled(one: Reading, spelling: str) -> bool:
    """A joint stands before a word of the same letter: «ووجهت» is «و» and «وجهت», and hardly a form of «واجه»."""
    return bool(one.before) and bool(one.tense) and spelling.startswith(one.before[0] + one.before[0])


def _agrees(written: Letters, spelled: Letters, loose: Mapping[str, str]) -> bool:
    """True when the word as written can be this spelling: no other hamza, no other vowel sign."""
    return len(written) == len(spelled) and all(
        (letter == other or other in loose.get(letter, "")) and (not signs or not others or set(signs) <= set(others))
        for (letter, signs), (other, others) in zip(written, spelled, strict=True)
    )


def _unsigned(word: str) -> str:
    """The word without vowel signs."""
    word = word.lower()
    return word if word.isalpha() else _SIGNS.sub("", word)


def _letters(word: str) -> Letters:
    """Letters with the signs on each; a sign that opens a stem belongs to the prefix before it."""
    return [(letter, signs) for letter, signs in _LETTER.findall(word.lower())]


_SORTS = ("future", "subjunctive", "nominal")
"""The kinds of particles, in the order of the fields of `Before`."""


def lexicon(table: Mapping[str, Any]) -> Lexicon:
    """The table of `lexicon_data.table`, ready to look words up.

    Raises:
        KeyError, TypeError, ValueError: it is no such table.
    """
    before = table["before"]
    cuts = {fold(front): (tuple(particles), article) for front, (particles, article) in table["cuts"].items()}
    cuts[""] = ((), False)
    return Lexicon(
        Packed(table["lemmas"], table["slots"], table["uses"], table["stems"]),
        table["endings"],
        Before(
            cuts, sorted({*map(len, cuts)}), *(frozenset(before[name]) for name in ("future", "subjunctive", "nominal"))
        ),
        table["loose"],
        table["careless"],
        table["nominal"],
        guessing(table["guess"], _reading),
    )


def _reading(said: Mapping[str, Any]) -> Reading:
    return Reading(**{**said, "category": Category(said["category"]), "before": tuple(said.get("before", ()))})
