"""Makes Textual's bindings and keymap from the table of keys."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys.keys import Keys, physical
from tui.keys.table import COMMANDS, Group

_NO_KEY = "f24"
"""What no keyboard sends: a command that a person took all keys from is bound to it."""


def bindings(*groups: Group) -> list[BindingType]:
    """The program's own bindings of these groups, the Arabic layout's among them; none is shown by Textual itself."""
    return [
        Binding(",".join(physical(command.keys)), command.does, command.words, show=False, id=command.id)
        for command in COMMANDS
        if command.group in groups
    ]


def keymap(keys: Keys) -> dict[str, str]:
    """Command id -> keys, for the changed ones."""
    return {command.id: ",".join(physical(command.keys)) or _NO_KEY for command in keys.changed}
