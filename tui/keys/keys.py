"""The table of keys: name, signs and words of each. Bindings, help, footer, palette and the README are made from it.

Pure: `tui.keys.bindings` makes Textual's bindings of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import NamedTuple

from tui.i18n.speech import later
from tui.keys.table import COMMANDS, Command, Group

_UNSHIFTED = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_PRINTED = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"

ARABIC = dict(zip(_UNSHIFTED, _PRINTED, strict=True)) | {
    "G": "ﻷ",
    "H": "أ",
    "J": "ـ",
    "P": "؛",
    "Q": "\u064e",
    "U": "‘",
    "W": "\u064b",
    "X": "\u0652",
    "Y": "إ",
    "N": "آ",
    "E": "\u064f",
    "A": "\u0650",
    "M": "’",
    "R": "\u064c",
    "K": "،",
    "O": "×",
    "I": "÷",
    "S": "\u064d",
    "?": "؟",
}
"""A key of the United States layout -> what it prints under the common Arabic one, each letter on its own.

Shifted keys that print an ASCII sign there (Shift-F gives `[`) are told apart by the layout (`tui.keys.layout`), and
those that send two letters by both (`PAIRS`).

Source:
    Arabic (101) of Windows and `ara` of xkeyboard-config.
"""

PAIRS = {"لا": "b", "لآ": "B", "لإ": "T", "لأ": "G"}
"""Two letters that one key of the Arabic layout prints -> the key."""
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


PINS = later("the actor pinned there: only, all but, off")
NINE = {"pin_": ("1 – 9", PINS), "saved_": ("F2 – F10", later("the filter saved there"))}
"""How nine commands are called together -> their keys and words in one row."""
HINTS = ("search", "filter", "actors", "open", "turn", "next_draft", "story", "export", "leave")
"""Commands that the foot of the screen names, in the order in which they stand there; help stands at the head."""
FIRST = ("search", "actors", "export", "leave", "filter", "open", "next_draft", "turn", "story")
"""The same, the most needed first: what goes where there is no room for all."""

_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "space": "Space",
    "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "Shift-Tab", "enter": "Enter", "escape": "Esc",
    "backspace": "Backspace", "delete": "Del", "insert": "Ins", "comma": ",",
} | {f"f{n}": f"F{n}" for n in range(1, 13)}  # fmt: skip
"""What a key is called here, as Textual calls it -> what people call it."""
_CALLED = {name.lower(): key for key, name in _NAMES.items() if name.isascii()} | {key: key for key in _NAMES}
_SPLIT = ", "
_MODIFIERS = ("ctrl", "alt", "shift")


class Hint(NamedTuple):
    """A command as an edge of the screen names it."""

    key: str
    word: str
    """A message of the screen."""
    does: str
    """The Textual action."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one run: the defaults with the person's own bindings."""

    commands: tuple[Command, ...] = COMMANDS

    def of(self, id: str) -> str:
        """The key that is shown for that command; its name where it has none."""
        found = next(command for command in self.commands if command.id == id)
        return shown(found.keys[0]) if found.keys else id

    def rows(self, *groups: Group) -> list[tuple[str, str]]:
        """Keys and words for the help; nine of a kind are one row where they have their own digits."""
        changed = {command.id[:-1] for command in self.changed}
        together = {prefix: row for prefix, row in NINE.items() if prefix not in changed}
        found: list[tuple[str, str]] = []
        for command in self.commands:
            if command.group not in groups:
                continue
            prefix = command.id[:-1]
            if prefix not in together:
                found.append(("  ".join(map(shown, command.keys)), command.words))
            elif command.id.endswith("1"):
                found.append(together[prefix])
        return found

    def hints(self, *ids: str) -> list[Hint]:
        """These commands for the edges of the screen, in this order; what has no key is left out."""
        known = {command.id: command for command in self.commands}
        return [Hint(shown(known[id].keys[0]), known[id].hint, known[id].does) for id in ids if known[id].keys]

    def bound(self, key: str) -> bool:
        """True if a command is bound to that key."""
        return bool(key) and any(key in command.keys for command in self.commands)

    @property
    def changed(self) -> tuple[Command, ...]:
        """The commands whose keys were changed."""
        return tuple(new for new, old in zip(self.commands, COMMANDS, strict=True) if new.keys != old.keys)


STANDARD = Keys()


def rebound(wanted: Mapping[str, object]) -> tuple[Keys, tuple[str, ...]]:
    """Apply a person's key bindings; the keys, and a line for each invalid binding.

    Args:
        wanted: id of a command -> keys, as `"j, down"` or a list; an empty text takes its keys away.

    A key that two commands would have belongs to the one that the person named first; the other loses it, and that is
    told unless it was the program's own.
    """
    known = {command.id: command for command in COMMANDS}
    problems: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for id, value in wanted.items():
        if id not in known:
            problems.append(f"«{id}» is no command{_near(id, known)}")
            continue
        given, wrong = _given(value)
        problems += [f"«{id}»: {one}" for one in wrong]
        for key in given:
            if owner.setdefault(key, id) != id:
                problems.append(f"«{id}»: «{shown(key)}» is the key of «{owner[key]}» already")
        kept = tuple(key for key in given if owner[key] == id)
        if kept or not (wrong or given):
            chosen[id] = kept
    return Keys(tuple(_with(command, chosen, owner) for command in COMMANDS)), tuple(problems)


def _with(command: Command, chosen: Mapping[str, tuple[str, ...]], owner: Mapping[str, str]) -> Command:
    own = chosen.get(command.id)
    keys = own if own is not None else tuple(key for key in command.keys if owner.get(key, command.id) == command.id)
    return command if keys == command.keys else replace(command, keys=keys)


def _given(value: object) -> tuple[tuple[str, ...], list[str]]:
    """The keys that a value of the settings names, and what is none."""
    pieces = value.split(_SPLIT.strip()) if isinstance(value, str) else value
    if not isinstance(pieces, list) or not all(isinstance(one, str) for one in pieces):
        return (), [f'«{value}» is no key; write keys in quotes, as "j, down"']
    names = [one if one == " " else one.strip() for one in pieces]
    keys = {name: named(name) for name in names if name}
    wrong = [f"«{name}» is no key{_near(name.lower(), _CALLED)}" for name, key in keys.items() if not key]
    return tuple(dict.fromkeys(key for key in keys.values() if key)), wrong


def named(name: str) -> str:
    """The key that a person calls so («Ctrl-D», «pgdn», «j»), by its name in the table; empty where there is none."""
    if len(name) == 1 and name.isprintable():
        return "space" if name == " " else name
    said = name.lower()
    if said in _CALLED:
        return _CALLED[said]
    *modifiers, last = said.replace("-", "+").split("+")
    key = last if len(last) == 1 else _CALLED.get(last, "")
    known = set(modifiers) <= set(_MODIFIERS) and len(set(modifiers)) == len(modifiers)
    return "+".join([*(one for one in _MODIFIERS if one in modifiers), key]) if modifiers and known and key else ""


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1, 0.5)
    return f"; did you mean «{near[0]}»?" if near else ""


def physical(keys: Iterable[str]) -> Iterator[str]:
    """The keys as Textual wants them, with what the same physical keys print under the Arabic layout."""
    for key in keys:
        yield {",": "comma"}.get(key, key)
        yield from ARABIC.get(key, "")
        if key.isdecimal():
            yield from (digits[int(key)] for digits in _DIGITS)


def printed_by(letter: str) -> str:
    """What the key prints on a Latin keyboard that prints this letter on an Arabic one; else the letter itself."""
    return next((key for key, one in ARABIC.items() if letter and letter in one), letter)


def shown(key: str) -> str:
    """A key as it is written for people."""
    if key in _NAMES:
        return _NAMES[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _NAMES.get(last, last.upper() if modifiers else last)
    return "-".join([*(one.capitalize() for one in modifiers), name])


def table() -> str:
    """The table of keys in Markdown, as it stands in the README."""
    lines = ["| key | what it does |", "|---|---|"]
    for group in Group:
        lines += [f"| {_code(keys)} | {words} |" for keys, words in Keys().rows(group)]
    return "\n".join(lines)


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" if key != "–" else "–" for key in keys.split())
