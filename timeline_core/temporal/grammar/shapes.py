"""Shapes: in which order a language says the slots of a meaning; read from the data into trees for the matcher.

A shape is a line of slots, `weekday? day of? month year?`:

    slot?           may be left out
    last=year       a slot `last` that the words of the group `year` fill; `_` is said and means nothing
    <year>          a slot that the shapes of the meaning `year` fill; also `last=<year>`
    in: year        a word of the group `in` must stand before; `not in: year` none may
    year ! counted  no word of `counted` may follow
    year & stop     a word of `stop` must follow, or nothing on the line
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from timeline_core.errors import LanguageError
from timeline_core.temporal.grammar.lexicon import strings
from timeline_core.temporal.grammar.meaning_table import ASKED, FREE, MEANINGS, TAKEN, TOP
from timeline_core.temporal.grammar.trees import Ending, Grammar, Node, settle

_IDLE = "nothing"
"""The meaning of words that look like a date and are none."""
Item = tuple[str, str]
"""A slot, and the group that fills it; a meaning that fills it stands in angle brackets."""


def compile(
    section: Mapping[str, object],
    groups: frozenset[str],
    silent: frozenset[str],
    light: tuple[str, ...] = (),
    telling: tuple[str, ...] = (),
) -> Grammar:
    """Make the grammar of all shapes.

    Args:
        groups: every word group.
        silent: groups whose words mean nothing by themselves ("the", "of").
        light: groups whose words are frequent and say little (ordinals); with silent ones alone they make no date.
        telling: silent groups whose words are rare, and begin or end a date.

    Raises:
        LanguageError: a meaning or slot that nobody knows; a shape that begins with itself, leaves its meaning without
            a slot that it asks for, or says a slot that its meaning does not take.
    """
    fused = {tuple(group.split()): group for group in groups if " " in group}
    roots: dict[str, Node] = {name: Node() for name in section}
    rank = 0
    for name, lines in section.items():
        if name not in MEANINGS:
            raise LanguageError(f"[shapes] {name} is no meaning")
        for line in strings(lines, f"[shapes] {name}"):
            ending, variants = _read(line, (name, rank), groups, frozenset(section), fused)
            for items in variants:
                _check(name, line, items, silent)
                _plant(roots[name], items, ending)
            rank += 1
    _no_ring(roots)
    return settle(
        roots, tuple(name for name in roots if name in TOP), (*sorted(silent.difference(telling)), *light), _IDLE
    )


def _check(name: str, line: str, items: tuple[Item, ...], silent: frozenset[str]) -> None:
    said = {slot for slots, _ in items for slot in slots.split()}
    if lacking := ASKED[name] - said:
        raise LanguageError(f"[shapes] {name}: «{line}» does not say {', '.join(sorted(lacking))}")
    for slots, group in items:
        if slots != "_" and name not in FREE and group not in silent and not TAKEN[name].issuperset(slots.split()):
            raise LanguageError(f"[shapes] {name}: «{line}» says {slots}, which {name} does not take")


def _plant(root: Node, items: tuple[Item, ...], ending: Ending) -> None:
    node = root
    for slot, filler in items:
        if filler.startswith("<"):
            node = node.inner.setdefault(filler.strip("<>"), {}).setdefault(slot, Node())
        else:
            node = node.words.setdefault(filler, {}).setdefault(slot, Node())
    node.endings.append(ending)


def _read(
    line: str,
    place: tuple[str, int],
    groups: frozenset[str],
    meanings: frozenset[str],
    fused: Mapping[tuple[str, ...], str],
) -> tuple[Ending, Iterable[tuple[Item, ...]]]:
    """What a line asks for around it, and all rows of items that it allows: with and without what may be left out.

    Args:
        place: the meaning, and the rank of the line.
    """
    name, rank = place
    before, _, rest = line.rpartition(":")
    rest, _, only = rest.partition("&")
    said, _, unless = rest.partition("!")
    never, after = _before(before)
    ending = Ending(name, rank, after, never, tuple(unless.split()), only.strip())
    for group in (ending.after, ending.never_after, ending.only, *ending.unless):
        if group and group not in groups:
            raise LanguageError(f"[shapes] {name}: «{line}» asks for the unknown group {group}")
    known = groups | {f"<{meaning}>" for meaning in meanings} | {slot for slots in fused for slot in slots}
    slots = [_slot(one, name, line, known) for one in said.split()]
    fillers = {filler for (_, filler), _ in slots}
    fusing = {parts: group for parts, group in fused.items() if fillers.issuperset(parts)}
    found: dict[tuple[Item, ...], None] = {}
    for chosen in product(*(((item,), ()) if may else ((item,),) for item, may in slots)):
        found.update(dict.fromkeys(_fusions(tuple(item for one in chosen for item in one), fusing)))
    return ending, filter(None, found)


def _before(said: str) -> tuple[str, str]:
    """Of what stands before the colon: the group that may not stand before, and the group that must."""
    words = said.split()
    return (words[-1], "") if words[:1] == ["not"] else ("", said.strip())


def _slot(said: str, name: str, line: str, known: frozenset[str]) -> tuple[Item, bool]:
    may = said.endswith("?")
    slot, _, group = said.removesuffix("?").partition("=")
    if (group or slot) not in known:
        raise LanguageError(f"[shapes] {name}: «{line}» names the unknown slot {group or slot}")
    return (slot.strip("<>"), group or slot), may


def _fusions(items: tuple[Item, ...], fused: Mapping[tuple[str, ...], str]) -> Iterator[tuple[Item, ...]]:
    """The items, and each row in which neighbours that one word can fill («يومين»: number and unit) are one item."""
    yield items
    for slots, group in fused.items():
        for at in range(len(items) - len(slots) + 1):
            part = items[at : at + len(slots)]
            if tuple(one[1] for one in part) == slots:
                yield (*items[:at], (" ".join(one[0] for one in part), group), *items[at + len(slots) :])


def _no_ring(roots: Mapping[str, Node], within: tuple[str, ...] = ()) -> None:
    for name in roots if not within else roots[within[-1]].inner:
        if name in within:
            raise LanguageError(f"[shapes] {name} begins with itself")
        _no_ring(roots, (*within, name))
