"""All verbs with their arguments, extracted from the parsers, for completion and manual."""

from __future__ import annotations

from argparse import SUPPRESS, Action
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from tui.commands.shared import arguments
from tui.commands.verbs import VERBS

_FILES = frozenset(("PATH", "FILE", "FOLDER"))
_FOLDERS = frozenset(("DIR", "FOLDER"))


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or a word that stands alone."""

    flags: tuple[str, ...]
    """Empty for a word."""
    shown: str
    """What stands for its value in the usage; empty where it takes none."""
    help: str
    choices: tuple[str, ...] = ()

    @property
    def of_folders(self) -> bool:
        """True when its value is a folder."""
        return self.shown in _FOLDERS

    @property
    def of_files(self) -> bool:
        """True when its value is a file."""
        return self.shown in _FILES


def table() -> Mapping[str, tuple[Argument, ...]]:
    """Verb -> its arguments; under the empty name those of `waqai PATH…`."""
    found = {"": tuple(_arguments(arguments.reader()))}
    for name, verb in VERBS.items():
        parser = arguments.verb(name)
        import_module(f"tui.commands.{verb.module}").configure(parser)
        found[name] = tuple(_arguments(parser))
    return found


def _arguments(parser: arguments.Parser) -> Iterator[Argument]:
    for action in parser._actions:
        if action.help != SUPPRESS:
            yield Argument(tuple(action.option_strings), _shown(action), _help(action), _choices(action))


def _shown(action: Action) -> str:
    if action.nargs == 0:
        return ""
    named = action.metavar if isinstance(action.metavar, str) else None
    return named or (action.dest if not action.option_strings else action.dest.upper())


def _help(action: Action) -> str:
    return "show this help and leave" if action.dest == "help" else (action.help or "").replace("%%", "%")


def _choices(action: Action) -> tuple[str, ...]:
    return tuple(map(str, action.choices)) if action.choices is not None else ()
