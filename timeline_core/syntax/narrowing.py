"""Narrowing: the sentence takes readings away from its words. «في قتل المدنيين» leaves «قتل» no verb.

A rule only ever removes readings, and never the last one of a word; when none removes any more, the next stage begins:
first what grammar forbids, then what is merely unlikely. Rules are data (`seeds/lexicon/xx.narrowing.toml`).

Source:
    Constraint Grammar (Karlsson 1990; Karlsson et al. 1995): context conditions with barriers, no counting of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from timeline_core.errors import LanguageError
from timeline_core.syntax.readings import Category, Reading
from timeline_core.text.words import REMEMBERED

EDGE = Reading(Category.MARK, role="edge")
"""What stands before the first and behind the last word of a sentence."""
_UNION = "|"
_OVER = "over "
HERE = "here"
_WAYS = {HERE: (0, False), "before": (-1, False), "behind": (1, False), "left": (-1, True), "right": (1, True)}
"""Place -> the direction in which it lies, and whether words on the way may be passed over."""
IS, CAN, ISNT, CANNOT = _TESTS = ("is", "can", "isnt", "cannot")
Masks = tuple[int, ...]
"""The sets of each reading of a word."""


class Condition(NamedTuple):
    """What must hold of one word beside the one that is narrowed, or of that one («here»).

    `left over adverb|particle is auxiliary`: the nearest word to the left that is no adverb and no particle can only
    be an auxiliary. `is`: every reading is one of the sets; `can`: one of them is; `isnt`, `cannot`: the opposites.
    """

    step: int
    """-1 to the left, 1 to the right, 0 for the word itself."""
    over: int
    """Sets that may be passed over on the way."""
    test: str
    sets: int


@dataclass(frozen=True, slots=True)
class NarrowingRule:
    """One rule: which readings it takes away, and where."""

    name: str
    says: str
    """In the terms of grammar, for a person."""
    removes: int
    keeps: bool
    """It takes away all others instead."""
    here: tuple[Condition, ...]
    """What must hold of the word itself."""
    around: tuple[Condition, ...]
    """What must hold of words beside it."""
    particle: tuple[Condition, ...]
    """Where a particle can stand: only readings whose particle is not there are removed, and kept that is."""
    stage: int
    holds: Mapping[str, str]
    """An example: `text`, the `word` in it, and the category that is `left`."""
    spares: Mapping[str, str]
    """An example of what it must leave alone: `text`, `word`, and the category that is `left`."""


class _Words:
    """The words of a sentence with what is left of their readings; sets are bits, so a condition is one operation."""

    def __init__(self, readings: Sequence[Sequence[Reading]], masks: Sequence[Masks], edge: int) -> None:
        self.readings = [(EDGE,), *map(tuple, readings), (EDGE,)]
        self.masks: list[Masks] = [(edge,), *masks, (edge,)]

    def holds(self, condition: Condition, at: int) -> bool:
        """True where the condition holds of the word beside that place."""
        step, over, test, sets = condition
        return _tested(self.masks[self._place(step, over, at)], test, sets)

    def _place(self, step: int, over: int, at: int) -> int:
        """The word that a condition is about."""
        place = at + step
        if over:
            last = len(self.masks) - 1
            while 0 < place < last and all(mask & over for mask in self.masks[place]):
                place += step
        return place

    def _by_particle(self, rule: NarrowingRule, at: int) -> list[int]:
        """The readings that are left by where their particles stand."""
        places = [self._place(one.step, one.over, at) for one in rule.particle]
        beside = {reading.lemma for place in places for reading in self.readings[place]}
        found = [n for n, one in enumerate(self.readings[at]) if one.particle in beside]
        if rule.keeps:
            return found
        return [n for n, one in enumerate(self.readings[at]) if n in found or not one.particle]

    def narrow(self, rule: NarrowingRule, at: int) -> bool:
        """Take away what the rule says; True where something went."""
        masks = self.masks[at]
        if rule.particle:
            left = self._by_particle(rule, at)
        else:
            left = [n for n, mask in enumerate(masks) if bool(mask & rule.removes) is rule.keeps]
        if not left or len(left) == len(masks) or not all(self.holds(one, at) for one in rule.around):
            return False
        self.masks[at] = tuple(masks[n] for n in left)
        self.readings[at] = tuple(self.readings[at][n] for n in left)
        return True


def _tested(masks: Masks, test: str, sets: int) -> bool:
    """True where the readings of a word pass the test."""
    if test == IS:
        return all(mask & sets for mask in masks)
    if test == CAN:
        return any(mask & sets for mask in masks)
    if test == ISNT:
        return not all(mask & sets for mask in masks)
    return not any(mask & sets for mask in masks)


class _Sets:
    """The named sets, of readings that have what one of their lines says; which ones a reading is of is a bit each.

    A line is a row of fields with their values. What each value of each field leaves of all lines is worked out when a
    reading first has it, so that a reading is looked up field by field.
    """

    def __init__(self, sets: Sequence[Sequence[Mapping[str, Any]]]) -> None:
        self._lines = [line for one in sets for line in one]
        self._set_of = [1 << bit for bit, one in enumerate(sets) for _ in one]
        self._fields = sorted({field for line in self._lines for field in line})
        self._left: dict[tuple[str, object], int] = {}
        self._of_lines: dict[int, int] = {}

    def of(self, reading: Reading, lemma: str) -> int:
        """The sets of a reading, its lemma being that where sets ask for lemmas."""
        lines = -1
        for field in self._fields:
            value = lemma if field == "lemma" else getattr(reading, field)
            left = self._left.get((field, value))
            if left is None:
                left = self._left[field, value] = self._leaves(field, value)
            lines &= left
        found = self._of_lines.get(lines)
        if found is None:
            found = 0
            for number, bit in enumerate(self._set_of):
                found |= bit if lines >> number & 1 else 0
            self._of_lines[lines] = found
        return found

    def _leaves(self, field: str, value: object) -> int:
        """The lines that ask nothing of the field, or have the value among those that they ask for."""
        found = 0
        for number, line in enumerate(self._lines):
            found |= 1 << number if field not in line or _fits(value, line[field]) else 0
        return found


class Narrowing:
    """One language's rules, ready to narrow sentences. What is remembered only saves working it out again."""

    def __init__(self, sets: Mapping[str, Sequence[Mapping[str, Any]]], rules: Sequence[NarrowingRule]) -> None:
        self.rules = tuple(rules)
        self._sets = _Sets([*sets.values()])
        self._stages = sorted({rule.stage for rule in rules})
        self._of_reading: dict[tuple[object, ...], int] = {}
        self._lemmas = {word for one in sets.values() for said in one for word in _listed(said.get("lemma", ()))}
        self._of_word: dict[int, tuple[Sequence[Reading], Masks]] = {}
        self._fitting: dict[tuple[Masks, range], tuple[int, ...]] = {}
        self._edge = self._mask(EDGE)

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
        return _Words(readings, [self._masks(word) for word in readings], self._edge)

    def _narrow(self, words: _Words) -> Iterator[tuple[int, NarrowingRule]]:
        """Try the rules of each stage, and of those before it, in their order, until none takes anything away."""
        for stage in self._stages:
            stages = range(stage, stage + 1)
            while stages:
                changed = False
                for number, at in self._candidates(words, stages):
                    if words.narrow(self.rules[number], at):
                        changed = True
                        yield at, self.rules[number]
                stages = range(stage + 1) if changed else range(0)

    def _candidates(self, words: _Words, stages: range) -> list[tuple[int, int]]:
        """(rule, word) where the word itself allows the rule, in the order of the rules."""
        found = [
            (number, at)
            for at, masks in enumerate(words.masks)
            if len(masks) > 1
            for number in self._fit(masks, stages)
        ]
        found.sort()
        return found

    def _fit(self, masks: Masks, stages: range) -> tuple[int, ...]:
        """The rules of those stages that a word with such readings allows; remembered, for words are much alike."""
        fitting = self._fitting.get((masks, stages))
        if fitting is None:
            fitting = self._fitting[masks, stages] = tuple(
                number
                for number, rule in enumerate(self.rules)
                if rule.stage in stages
                and len({bool(mask & rule.removes) for mask in masks}) > 1
                and all(_tested(masks, one.test, one.sets) for one in rule.here)
            )
        return fitting

    def _masks(self, word: Sequence[Reading]) -> Masks:
        """The sets of each reading of a word. A lexicon gives the same value for the same word."""
        known = self._of_word.get(id(word))
        if known is None or known[0] is not word:
            if len(self._of_word) >= REMEMBERED:
                self._of_word.clear()
            known = self._of_word[id(word)] = (word, tuple(map(self._mask, word)))
        return known[1]

    def _mask(self, reading: Reading) -> int:
        """The sets that a reading is of, a bit each."""
        named = reading.lemma if reading.lemma in self._lemmas else ""
        key = (named, *_FEATURES(reading))
        known = self._of_reading.get(key)
        if known is None:
            known = self._of_reading[key] = self._sets.of(reading, named)
        return known


_FEATURES = attrgetter(*(one for one in Reading._fields if one != "lemma"))


def _listed(value: object) -> Sequence[object]:
    """The alternatives of a value that is one, or a list of some."""
    return value if isinstance(value, list | tuple) else (value,)


def _fits(has: object, asked: object) -> bool:
    """True where a field of a reading has what a set asks of it; a list gives alternatives."""
    if isinstance(has, tuple):
        return bool(set(has).intersection(_listed(asked))) if asked else not has
    return has in _listed(asked)


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
        return NarrowingRule(
            name,
            said.get("says", ""),
            _bits(said["keeps"] if keeps else said["removes"], bits),
            keeps,
            tuple(_condition(line, bits) for line in said["when"] if line.startswith(HERE)),
            tuple(_condition(line, bits) for line in said["when"] if not line.startswith(HERE)),
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
    return _place_of(" ".join(place), bits)._replace(test=test, sets=_bits(names, bits))


def _place_of(line: str, bits: Mapping[str, int]) -> Condition:
    """Reads «behind» and «right over pronoun»: a place of which nothing is asked yet."""
    place, _, passed = line.partition(" ")
    if place not in _WAYS:
        raise ValueError(f"{line!r} is no condition: it names no place")
    step, passes = _WAYS[place]
    if passes is not passed.startswith(_OVER):
        raise ValueError(f"{line!r}: `left` and `right` pass `over` sets, the others over none")
    return Condition(step, _bits(passed.removeprefix(_OVER), bits) if passes else 0, CAN, 0)
