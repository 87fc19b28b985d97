"""Narrowing: context removes readings of a word. In «في قتل المدنيين», «قتل» cannot be a verb.

A rule only ever removes readings, and never the last one of a word; when none removes any more, the next stage begins:
first what grammar forbids, then what is merely unlikely. Rules are data (`seeds/lexicon/xx.narrowing.toml`).

Source:
    Constraint Grammar (Karlsson 1990; Karlsson et al. 1995): context conditions with barriers, no counting of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Any, NamedTuple

from timeline_core.errors import LanguageError
from timeline_core.syntax.reading_sets import ReadingSets
from timeline_core.syntax.readings import Category, Reading, Readings
from timeline_core.text.words import REMEMBERED

EDGE = Reading(Category.MARK, role="edge")
"""What stands before the first and behind the last word of a sentence."""
_UNION = "|"
_OVER = "over "
_BESIDE = 1 | 1 << 1 | 1 << 1 << 1
"""A word and the two beside it, a bit each."""
HERE = "here"
_WAYS = {HERE: (0, False), "before": (-1, False), "behind": (1, False), "left": (-1, True), "right": (1, True)}
"""Place -> the direction in which it lies, and whether words on the way may be passed over."""
IS, CAN, ISNT, CANNOT = _TESTS = ("is", "can", "isnt", "cannot")
Masks = tuple[int, ...]
"""The sets of each reading of a word."""


class Asked:
    """A test, and the sets that it is of. What is asked many times is one object, so that it is its own key."""

    __slots__ = ("sets", "test")

    def __init__(self, test: str, sets: int) -> None:
        self.test, self.sets = test, sets


class Condition(NamedTuple):
    """A test of one word: a neighbour of the word that is narrowed, or that word itself («here»).

    `left over adverb|particle is auxiliary`: the nearest word to the left that is no adverb and no particle can only
    be an auxiliary. `is`: every reading is one of the sets; `can`: one of them is; `isnt`, `cannot`: the opposites.
    """

    step: int
    """-1 to the left, 1 to the right, 0 for the word itself."""
    over: Asked | None
    """Sets of readings that may be passed over on the way: "over adverb"."""
    asked: Asked


@dataclass(frozen=True, slots=True)
class NarrowingRule:
    """One rule: which readings it takes away, and where."""

    name: str
    says: str
    """In the terms of grammar, for a person."""
    removes: int
    keeps: bool
    """True: it keeps only these readings, and removes all others."""
    here: tuple[Condition, ...]
    """What must hold of the word itself."""
    around: tuple[Condition, ...]
    """What must hold of words beside it; first of those right beside it."""
    particle: tuple[Condition, ...]
    """Where the particle of a phrasal verb ("carry … out") can stand; the rule removes readings without it there."""
    stage: int
    holds: Mapping[str, str]
    """An example: `text`, the `word` in it, and the category that is `left`."""
    spares: Mapping[str, str]
    """An example of what it must leave alone: `text`, `word`, and the category that is `left`."""


@dataclass(slots=True, eq=False)
class _Left:
    """The sets of each reading that is left to a word, a bit each; one object for all words that are alike.

    What rules and conditions ask of such a word is worked out when first asked, so that it is a look-up afterwards.
    """

    masks: Masks
    by: Narrowing
    every: int = field(init=False)
    """The sets of all of them."""
    passed: dict[Asked, bool] = field(default_factory=dict)
    """Test -> whether the readings pass it."""
    fitting: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Stage -> the rules of it that such a word allows, in their order."""
    all_fitting: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The same of a stage and those before it."""
    without: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Rule -> the readings that it leaves."""

    def __post_init__(self) -> None:
        self.every = reduce(or_, self.masks)

    def passes(self, asked: Asked) -> bool:
        """True where the readings pass the test."""
        found = self.passed.get(asked)
        if found is None:
            found = self.passed[asked] = self._tested(asked.test, asked.sets)
        return found

    def _tested(self, test: str, sets: int) -> bool:
        if test == CAN:
            return bool(self.every & sets)
        if test == CANNOT:
            return not self.every & sets
        return _each(self.masks, sets) is (test == IS)


class _Words:
    """The words of a sentence with what is left of their readings."""

    def __init__(self, readings: Sequence[Sequence[Reading]], left: Sequence[_Left], edge: _Left) -> None:
        self.readings = [(EDGE,), *map(tuple, readings), (EDGE,)]
        self.left = [edge, *left, edge]

    def place(self, condition: Condition, at: int) -> int:
        """The word that a condition is about."""
        step, over = condition.step, condition.over
        place = at + step
        if over is not None:
            left, last = self.left, len(self.left) - 1
            while 0 < place < last and left[place].passes(over):
                place += step
        return place

    def by_particle(self, rule: NarrowingRule, at: int) -> tuple[int, ...]:
        """The readings that are left by where their particles stand."""
        places = [self.place(one, at) for one in rule.particle]
        beside = {reading.lemma for place in places for reading in self.readings[place]}
        found = [n for n, one in enumerate(self.readings[at]) if one.particle in beside]
        if rule.keeps:
            return tuple(found)
        return tuple(n for n, one in enumerate(self.readings[at]) if n in found or not one.particle)

    def holds(self, rule: NarrowingRule, at: int) -> bool:
        """True where all conditions hold of the words beside that place."""
        left = self.left
        for condition in rule.around:
            place = at + condition.step if condition.over is None else self.place(condition, at)
            if not left[place].passes(condition.asked):
                return False
        return True


_asked = lru_cache(maxsize=None)(Asked)


def _each(masks: Masks, sets: int) -> bool:
    """Every reading is one of the sets."""
    for mask in masks:  # noqa: SIM110 a generator would cost more than the few readings of a word
        if not mask & sets:
            return False
    return True


class Narrowing:
    """One language's rules, ready to narrow sentences. What is remembered only saves working it out again."""

    def __init__(self, sets: Mapping[str, Sequence[Mapping[str, Any]]], rules: Sequence[NarrowingRule]) -> None:
        self.rules = tuple(rules)
        self._sets = ReadingSets([*sets.values()])
        self._stages = sorted({rule.stage for rule in rules})
        self._of_stage: dict[int, list[tuple[int, int, tuple[Asked, ...]]]] = {}
        for number, rule in enumerate(self.rules):
            asked = tuple(one.asked for one in rule.here)
            self._of_stage.setdefault(rule.stage, []).append((number, rule.removes, asked))
        self._near = [_is_near(rule) for rule in self.rules]
        self._needs = [
            (number, one.asked.sets)
            for number, rule in enumerate(self.rules)
            for one in rule.around
            if one.asked.test in (IS, CAN)
        ]
        """Rules with sets of which they need a word beside their own."""
        self._lacking_in: dict[int, frozenset[int]] = {}
        """All sets of the words of a sentence -> the rules that need another."""
        self._of_word: dict[int, tuple[Sequence[Reading], _Left]] = {}
        self._alike: dict[Masks, _Left] = {}
        self._edge = self._left((self._sets.of(EDGE),))

    def narrowed(self, readings: Sequence[Sequence[Reading]]) -> list[tuple[Reading, ...]]:
        """The readings that are left to each word of a sentence."""
        words = self._words(readings)
        for _ in self._narrow(words):
            pass
        return words.readings[1:-1]

    def applied(self, readings: Sequence[Sequence[Reading]]) -> Iterator[tuple[int, str]]:
        """(word, rule) for everything that was taken away, in order: why a word is read as it is."""
        for at, rule in self._narrow(self._words(readings)):
            yield at - 1, rule.name

    def _words(self, readings: Sequence[Sequence[Reading]]) -> _Words:
        return _Words(readings, [self._of(word) for word in readings], self._edge)

    def _narrow(self, words: _Words) -> Iterator[tuple[int, NarrowingRule]]:
        """Try the rules of each stage, and of those before it, in their order, until none takes anything away.

        A rule that only looks at words right beside its own is tried again only where one of them has changed since.
        """
        near, lacking = self._near, self._lacking(words)
        unsure = [at for at, left in enumerate(words.left) if len(left.masks) > 1]
        for stage in self._stages:
            before, again = 0, False
            while unsure:
                changed, fit = 0, self._fit_so_far if again else self._fit
                for number, at in _candidates(words, unsure, stage, fit):
                    if number in lacking:
                        continue
                    if again and near[number] and not (before | changed) >> at & _BESIDE:
                        continue
                    if self._takes(words, number, at):
                        changed |= 1 << at << 1
                        yield at, self.rules[number]
                if not changed:
                    break
                before, again = changed, True
                unsure = [at for at in unsure if len(words.left[at].masks) > 1]

    def _lacking(self, words: _Words) -> frozenset[int]:
        """The rules that ask for a word beside their own of which the sentence has none."""
        sets = 0
        for left in words.left:
            sets |= left.every
        found = self._lacking_in.get(sets)
        if found is None:
            if len(self._lacking_in) >= REMEMBERED:
                self._lacking_in.clear()
            found = self._lacking_in[sets] = frozenset([number for number, one in self._needs if not sets & one])
        return found

    def _takes(self, words: _Words, number: int, at: int) -> bool:
        """Take away what the rule says; True where something went."""
        rule, left = self.rules[number], words.left[at]
        kept = left.without.get(number) if not rule.particle else words.by_particle(rule, at)
        if kept is None:
            kept = self._kept(left, number)
        if not kept or len(kept) == len(left.masks) or not words.holds(rule, at):
            return False
        masks, readings = left.masks, words.readings[at]
        words.left[at] = self._left(tuple([masks[n] for n in kept]))
        words.readings[at] = tuple([readings[n] for n in kept])
        return True

    def _kept(self, left: _Left, number: int) -> tuple[int, ...]:
        """The readings that a rule leaves to such a word; worked out once."""
        rule = self.rules[number]
        kept = tuple(n for n, mask in enumerate(left.masks) if bool(mask & rule.removes) is rule.keeps)
        left.without[number] = kept
        return kept

    def _fit(self, left: _Left, stage: int) -> tuple[int, ...]:
        """The rules of the stage that such a word allows, in their order."""
        fitting = left.fitting.get(stage)
        if fitting is None:
            fitting = left.fitting[stage] = tuple(self._fit_one(left, stage))
        return fitting

    def _fit_so_far(self, left: _Left, stage: int) -> tuple[int, ...]:
        """The same of the stage and those before it."""
        fitting = left.all_fitting.get(stage)
        if fitting is None:
            parts = (self._fit(left, one) for one in self._stages if one <= stage)
            fitting = left.all_fitting[stage] = tuple(sorted(chain(*parts)))
        return fitting

    def _fit_one(self, left: _Left, stage: int) -> Iterator[int]:
        masks, sets, has_both = left.masks, left.every, dict[int, bool]()
        for number, removes, here in self._of_stage.get(stage, ()):
            fits = has_both.get(removes)
            if fits is None:
                fits = has_both[removes] = bool(sets & removes) and not _each(masks, removes)
            if fits and all(map(left.passes, here)):
                yield number

    def _of(self, word: Sequence[Reading]) -> _Left:
        """The sets of each reading of a word, kept with what a lexicon gives for it; of other words by their id."""
        if isinstance(word, Readings):
            left: _Left | None = word.left
            if left is None or left.by is not self:
                left = word.left = self._left(tuple(map(self._sets.of, word)))
            return left
        known = self._of_word.get(id(word))
        if known is None or known[0] is not word:
            if len(self._of_word) >= REMEMBERED:
                self._of_word.clear()
            known = self._of_word[id(word)] = (word, self._left(tuple(map(self._sets.of, word))))
        return known[1]

    def _left(self, masks: Masks) -> _Left:
        """The one object of these sets."""
        found = self._alike.get(masks)
        if found is None:
            if len(self._alike) >= REMEMBERED:
                self._alike.clear()
            found = self._alike[masks] = _Left(masks, self)
        return found


def _candidates(
    words: _Words, unsure: Sequence[int], stage: int, fit: Callable[[_Left, int], tuple[int, ...]]
) -> list[tuple[int, int]]:
    """(rule, word) where a word of several readings itself allows the rule, in the order of the rules."""
    left = words.left
    found = [(number, at) for at in unsure for number in fit(left[at], stage)]
    found.sort()
    return found


def _is_near(rule: NarrowingRule) -> bool:
    """All that the rule looks at stands right beside its word."""
    return all(one.over is None for one in (*rule.around, *rule.particle))


def load(code: str, data: Mapping[str, Any]) -> Narrowing:
    """Compile one language's rules.

    Raises:
        LanguageError: a rule names a set that there is not, or says what no rule can.
    """
    sets = data.get("set", {})
    bits = {name: 1 << bit for bit, name in enumerate(sets)}
    where = f"lexicon/{code}.narrowing.toml"
    for name, said in sets.items():
        for one in said:
            unknown = sorted(set(one) - set(Reading._fields))
            if unknown:
                raise LanguageError(f"{where}: the set {name!r} says {unknown[0]!r}, which no reading has")
    return Narrowing(sets, [_rule(said, bits, where) for said in data.get("rule", ())])


def _rule(said: Mapping[str, Any], bits: Mapping[str, int], where: str) -> NarrowingRule:
    try:
        name = said["name"]
        keeps = "keeps" in said
        around = [_condition(line, bits) for line in said["when"] if not line.startswith(HERE)]
        return NarrowingRule(
            name,
            said.get("says", ""),
            _bits(said["keeps"] if keeps else said["removes"], bits),
            keeps,
            tuple(_condition(line, bits) for line in said["when"] if line.startswith(HERE)),
            tuple(sorted(around, key=lambda one: one.over is not None)),
            tuple(_place_of(line, bits) for line in said.get("particle", ())),
            said.get("stage", 0),
            said.get("holds", {}),
            said.get("spares", {}),
        )
    except (KeyError, ValueError) as error:
        raise LanguageError(f"{where}: rule {said.get('name', '')!r}: {error}") from error


def _bits(names: str, bits: Mapping[str, int]) -> int:
    found = 0
    for name in names.split(_UNION):
        if name not in bits:
            raise ValueError(f"there is no set {name!r}")
        found |= bits[name]
    return found


def _condition(line: str, bits: Mapping[str, int]) -> Condition:
    """Reads «left over adverb is auxiliary»."""
    *place, test, names = line.split()
    if test not in _TESTS:
        raise ValueError(f"{line!r} is no condition")
    return _place_of(" ".join(place), bits)._replace(asked=_asked(test, _bits(names, bits)))


def _place_of(line: str, bits: Mapping[str, int]) -> Condition:
    """Reads «behind» and «right over pronoun»: a place of which nothing is asked yet."""
    place, _, passed = line.partition(" ")
    if place not in _WAYS:
        raise ValueError(f"{line!r} is no condition: it names no place")
    step, passes = _WAYS[place]
    if passes is not passed.startswith(_OVER):
        raise ValueError(f"{line!r}: `left` and `right` pass `over` sets, the others over none")
    return Condition(step, _asked(IS, _bits(passed.removeprefix(_OVER), bits)) if passes else None, _asked(CAN, 0))
