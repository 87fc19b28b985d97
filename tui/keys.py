"""The table of keys: name, signs and words of each. Bindings, help and the README are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

_UNSHIFTED = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_PRINTED = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"

ARABIC = dict(zip(_UNSHIFTED, _PRINTED, strict=True)) | {
    "G": "أﻷ",
    "N": "آ",
    "E": "\u064f",
    "?": "؟",
}
"""A key of the United States layout -> what it prints under the common Arabic one, each letter on its own.

Shifted keys that print an ASCII sign there (Shift-F gives `[`) keep the meaning of the sign. Shift-G sends «لأ» as two
letters: the first is `g`, which goes to the first event, the second then goes to the last.

Source:
    Arabic (101) of Windows and `ara` of xkeyboard-config.
"""

_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


class Group(StrEnum):
    """Where a key works."""

    PANE = "in every pane"
    TIMELINE = "among events"
    FILTER = "what is shown"
    PROGRAM = "the program"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does."""

    id: str
    """Names the action and the binding; the reader's own keys go by it."""
    keys: tuple[str, ...]
    """Single signs as they are printed, or Textual's names of keys; the first is the one to show."""
    words: str
    group: Group
    hint: str = ""
    """One word for the foot of the screen; empty for what is only in the help."""
    action: str = ""
    """The Textual action where it is not the id."""


COMMANDS = (
    Command("down", ("j", "down"), "one down", Group.PANE),
    Command("up", ("k", "up"), "one up", Group.PANE),
    Command("page_down", ("pagedown", "space", "ctrl+d"), "a page down", Group.PANE),
    Command("page_up", ("pageup", "ctrl+u"), "a page up", Group.PANE),
    Command("first", ("g", "home"), "to the first", Group.PANE),
    Command("last", ("G", "end"), "to the last", Group.PANE),
    Command("select_all", ("ctrl+a",), "select and copy the whole report", Group.PANE),
    Command("next_pane", ("tab",), "next pane", Group.PANE, action="app.focus_next"),
    Command("previous_pane", ("shift+tab",), "previous pane", Group.PANE, action="app.focus_previous"),
    Command("next_day", ("}",), "next day with events", Group.TIMELINE, action="wish('day', 1)"),
    Command("previous_day", ("{",), "previous day with events", Group.TIMELINE, action="wish('day', -1)"),
    Command("next_month", ("]",), "next month with events", Group.TIMELINE, action="wish('month', 1)"),
    Command("previous_month", ("[",), "previous month with events", Group.TIMELINE, action="wish('month', -1)"),
    Command("open", ("enter",), "read the evidence in its report", Group.TIMELINE, "read", action="read"),
    Command("next_evidence", (">", "."), "next evidence of the event", Group.TIMELINE, action="wish('evidence', 1)"),
    Command("previous_evidence", ("<", ","), "previous evidence", Group.TIMELINE, action="wish('evidence', -1)"),
    Command("copy", ("c",), "copy the event with its citation", Group.TIMELINE),
    Command("search", ("/",), "show only what holds these words", Group.FILTER, "search"),
    Command("next_hit", ("n",), "next event that holds them", Group.FILTER, action="wish('hit', 1)"),
    Command("previous_hit", ("N",), "previous event that holds them", Group.FILTER, action="wish('hit', -1)"),
    Command("actors", ("a",), "choose among all actors", Group.FILTER, "actors"),
    *(
        Command(f"pin_{n}", (str(n),), f"actor {n}: only, all but, off", Group.FILTER, action=f"wish('pin', {n})")
        for n in range(1, 10)
    ),
    Command(
        "switch_filters",
        ("F", "ctrl+f"),
        "all filters off, and on again",
        Group.FILTER,
        action="wish('filters')",
    ),
    Command("back", ("escape",), "one step back, then clear the filters", Group.PROGRAM, action="wish('back')"),
    Command("export", ("E",), "write what is shown to a Markdown file", Group.PROGRAM, "export"),
    Command("help", ("?", "f1"), "the keys of this pane", Group.PROGRAM, "help"),
    Command("palette", ("ctrl+p",), "every command by name", Group.PROGRAM, action="command_palette"),
    Command("suspend", ("ctrl+z",), "stop; fg in the shell goes on", Group.PROGRAM, action="suspend_process"),
    Command("leave", ("q",), "back, then quit", Group.PROGRAM, "quit"),
)

_NAMES = {
    "down": "↓", "up": "↑", "pagedown": "PgDn", "pageup": "PgUp", "space": "Space", "home": "Home", "end": "End",
    "tab": "Tab", "shift+tab": "Shift-Tab", "enter": "Enter", "escape": "Esc", "f1": "F1",
}  # fmt: skip


def bindings(*groups: Group) -> list[BindingType]:
    """The bindings of these groups, those of the Arabic layout among them; none is shown by Textual itself."""
    return [
        Binding(
            ",".join(_physical(command.keys)), command.action or command.id, command.words, show=False, id=command.id
        )
        for command in COMMANDS
        if command.group in groups
    ]


def _physical(keys: Iterable[str]) -> Iterator[str]:
    """The keys as Textual wants them, with what the same physical keys print under the Arabic layout."""
    for key in keys:
        yield {",": "comma"}.get(key, key)
        yield from ARABIC.get(key, "")
        if key.isdecimal():
            yield from (digits[int(key)] for digits in _DIGITS)


def shown(key: str) -> str:
    """A key as it is written for people."""
    return _NAMES.get(key) or (f"Ctrl-{key[5:].upper()}" if key.startswith("ctrl+") else key)


def rows(*groups: Group) -> list[tuple[str, str]]:
    """Keys and words for the help, the nine pins as one row."""
    found: list[tuple[str, str]] = []
    for command in COMMANDS:
        if command.group not in groups or (command.id.startswith("pin_") and command.id != "pin_1"):
            continue
        if command.id == "pin_1":
            found.append(("1 – 9", "the actor pinned there: only, all but, off"))
        else:
            found.append(("  ".join(map(shown, command.keys)), command.words))
    return found


def hints() -> list[tuple[str, str]]:
    """Key and word for the foot of the screen, the most needed first."""
    order = ("search", "help", "actors", "open", "export", "leave")
    known = {command.id: command for command in COMMANDS}
    return [(shown(known[id].keys[0]), known[id].hint) for id in order]


def table() -> str:
    """The table of keys in Markdown, as it stands in the README."""
    lines = ["| key | what it does |", "|---|---|"]
    for group in Group:
        lines += [f"| {_code(keys)} | {words} |" for keys, words in rows(group)]
    return "\n".join(lines)


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" if key != "–" else "–" for key in keys.split())
