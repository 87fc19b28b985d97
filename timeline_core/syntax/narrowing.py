"""Narrowing: the sentence takes readings away from its words. «في قتل المدنيين» leaves «قتل» no verb.

A rule only ever removes readings, and never the last one of a word; when none removes any more, the next stage begins:
first what grammar forbids, then what is merely unlikely. Rules are data (`seeds/lexicon/xx.narrowing.toml`).

Source:
    Constraint Grammar (Karlsson 1990; Karlsson et al. 1995): context conditions with barriers, no counting of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_core.errors import LanguageError
from timeline_core.syntax.readings import Category, Reading

EDGE = Reading(Category.MARK, role="edge")
"""What stands before the first and behind the last word of a sentence."""
_UNION = "|"
_WAYS = {"before": (-1, False), "behind": (1, False), "left": (-1, True), "right": (1, True)}
"""Place -> the direction in which it lies, and whether words on the way may be passed over."""
_TESTS = ("is", "can", "isnt", "cannot")


@dataclass(frozen=True, slots=True)
class Condition:
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
    when: tuple[Condition, ...]
    stage: int
    holds: Mapping[str, str]
    """An example: `text`, the `word` in it, and the category that is `left`."""
    spares: Mapping[str, str]
    """An example of what it must leave alone: `text`, `word`, and the category that is `left`."""


class _Words:
    """The words of a sentence with what is left of their readings; sets are bits, so a condition is one operation."""

    def __init__(self, readings: Sequence[Sequence[Reading]], masks: Callable[[Reading], int]) -> None:
        edge = ((EDGE, masks(EDGE)),)
        self.left = [edge, *(tuple((one, masks(one)) for one in word) for word in readings), edge]

    def holds(self, condition: Condition, at: int) -> bool:
        """True where the condition holds of the word at that place."""
        place = at + condition.step
        if condition.over:
            while 0 < place < len(self.left) - 1 and all(mask & condition.over for _, mask in self.left[place]):
                place += condition.step
        word = self.left[place]
        if condition.test == "is":
            return all(mask & condition.sets for _, mask in word)
        if condition.test == "can":
            return any(mask & condition.sets for _, mask in word)
        if condition.test == "isnt":
            return not all(mask & condition.sets for _, mask in word)
        return not any(mask & condition.sets for _, mask in word)

    def narrow(self, rule: NarrowingRule, at: int) -> bool:
        """Take away what the rule says; True where something went."""
        word = self.left[at]
        rest = tuple(one for one in word if bool(one[1] & rule.removes) is rule.keeps)
        if not rest or len(rest) == len(word) or not all(self.holds(one, at) for one in rule.when):
            return False
        self.left[at] = rest
        return True


class Narrowing:
    """One language's rules, ready to narrow sentences."""

    def __init__(self, sets: Mapping[str, Sequence[Mapping[str, Any]]], rules: Sequence[NarrowingRule]) -> None:
        self.rules = tuple(rules)
        self._sets = tuple(sets.values())
        self._remembered: dict[Reading, int] = {}
        stages = sorted({rule.stage for rule in rules})
        self._stages = [[rule for rule in rules if rule.stage <= stage] for stage in stages]

    def narrowed(self, readings: Sequence[Sequence[Reading]]) -> list[tuple[Reading, ...]]:
        """The readings that are left to each word of a sentence."""
        words = _Words(readings, self._mask)
        for rules in self._stages:
            while self._pass(rules, words):
                pass
        return [tuple(reading for reading, _ in word) for word in words.left[1:-1]]

    def applied(self, readings: Sequence[Sequence[Reading]]) -> Iterator[tuple[int, str]]:
        """(word, rule) for everything that was taken away, in order: why a word is read as it is."""
        words = _Words(readings, self._mask)
        for rules in self._stages:
            while hits := [(at - 1, rule.name) for rule in rules for at in words_of(words) if words.narrow(rule, at)]:
                yield from hits

    def _pass(self, rules: Sequence[NarrowingRule], words: _Words) -> bool:
        open_words = [at for at in words_of(words) if len(words.left[at]) > 1]
        return bool([1 for rule in rules for at in open_words if words.narrow(rule, at)])

    def _mask(self, reading: Reading) -> int:
        """The sets that a reading is of, a bit each."""
        known = self._remembered.get(reading)
        if known is None:
            known = sum(1 << bit for bit, one in enumerate(self._sets) if any(_fits(reading, said) for said in one))
            self._remembered[reading] = known
        return known


def words_of(words: _Words) -> range:
    """The places of the words, without the edges."""
    return range(1, len(words.left) - 1)


def _fits(reading: Reading, said: Mapping[str, Any]) -> bool:
    """True where the reading has all that a set says; a list gives alternatives."""
    for key, value in said.items():
        has = getattr(reading, key)
        if isinstance(has, tuple):
            right = bool(set(has) & set(value)) if value else not has
        else:
            right = has in (value if isinstance(value, list) else (value,))
        if not right:
            return False
    return True


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
            unknown = sorted(set(one) - set(Reading.__dataclass_fields__))
            if unknown:
                raise LanguageError(f"{where}: the set {name!r} says {unknown[0]!r}, which no reading has")
    return Narrowing(sets, [_rule(said, bits, where) for said in data.get("rule", ())])


def _rule(said: Mapping[str, Any], bits: Mapping[str, int], where: str) -> NarrowingRule:
    try:
        name = said["name"]
        keeps = "keeps" in said
        return NarrowingRule(
            name,
            said["says"],
            _bits(said["keeps"] if keeps else said["removes"], bits),
            keeps,
            tuple(_condition(line, bits) for line in said["when"]),
            said.get("stage", 0),
            said["holds"],
            said["spares"],
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
    place, *rest = line.split()
    over = 0
    if rest[:1] == ["over"]:
        _, names, *rest = rest
        over = _bits(names, bits)
    test, names = rest
    if test not in _TESTS or (place not in _WAYS and place != "here"):
        raise ValueError(f"{line!r} is no condition")
    step, passes = _WAYS.get(place, (0, False))
    if passes is not bool(over):
        raise ValueError(f"{line!r}: `left` and `right` pass `over` sets, `before` and `behind` over none")
    return Condition(step, over, test, _bits(names, bits))
