"""The settings file `config.toml`: reading never fails; writing changes only the given values."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from timeline_core.errors import TimelineError
from tui.i18n import speech
from tui.keys.keys import rebound
from tui.terminal.probe import CHOICES

FILE = "config.toml"


class ConfigError(TimelineError):
    """The settings cannot be written; the message names the file and what to write there by hand."""


THEMES = ("auto", "dark", "light", "contrast")
"""`auto` is dark; a terminal's own colours are not known."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; the values here are the defaults."""

    bidi: str | None = None
    """`auto` or a mode of `tui.bidi.modes`."""
    marks: bool | None = None
    """Whether vowel marks are drawn."""
    language: str = "auto"
    """Of the screen (`tui.i18n.speech.use`)."""
    theme: str = "auto"
    """One of `THEMES`."""
    name: str = ""
    """Of the person who decides; empty leaves it to the name of the login."""
    zone: str = ""
    """Where stamps in UTC were written, as Asia/Damascus or +03:00."""
    keys: Mapping[str, object] = field(default_factory=dict)
    """Id of a command -> the keys that are wanted for it (`tui.keys.keys.rebound`)."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """Name -> filter line, in the order of the file."""
    nameless: bool = field(default=False, compare=False)
    """True where the file is there, and cannot be asked for the name."""
    problems: tuple[str, ...] = field(default=(), compare=False)
    """What in the file was passed over, a line each, for a person."""


Rule = tuple[str, ...] | type
"""The values that a setting may have."""
_KNOWN: Mapping[str, Mapping[str, Rule]] = {
    "terminal": {"bidi": CHOICES, "marks": bool},
    "person": {"name": str},
    "reports": {"zone": str},
    "screen": {"language": ("auto", *speech.LANGUAGES), "theme": THEMES},
}
"""Table -> key -> the values that it may have."""
_OPEN: Mapping[str, Rule] = {"keys": object, "filters": str}
"""Table -> the values that any key of it may have."""
_TYPES = {bool: "true or false", str: "it in quotes"}


def read(folder: Path) -> Settings:
    """The settings of that folder. What cannot be understood is left out and told in `problems`."""
    path = folder / FILE
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(
            problems=(f"{path}: cannot be read ({error.strerror or error}); it is passed over",), nameless=True
        )
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(problems=(f"{path}: is no TOML ({error}); it is passed over",), nameless=True)
    problems = [f"{path}: {problem}" for problem in _problems(content)]
    found: dict[str, Any] = {}
    for name in _KNOWN:
        found |= _fitting(name, content.get(name))
    tables: dict[str, Any] = {name: _fitting(name, content.get(name)) for name in _OPEN}
    problems += [f"{path}: [keys] {problem}" for problem in rebound(tables["keys"])[1]]
    person = content.get("person", {})
    nameless = not isinstance(person, dict) or not isinstance(person.get("name", ""), str)
    return Settings(**found, **tables, problems=tuple(problems), nameless=nameless)


def _fitting(name: str, table: object) -> dict[str, Any]:
    """What of a table can be used."""
    return {key: value for key, value in table.items() if _fits(name, key, value)} if isinstance(table, dict) else {}


def _fits(name: str, key: str, value: object) -> bool:
    allowed = _rule(name, key)
    if key == "zone":
        return isinstance(value, str) and _is_zone(value)
    if isinstance(allowed, type):
        return isinstance(value, allowed)
    return value in (allowed or ()) or (key == "language" and isinstance(value, str) and speech.known(value))


def _is_zone(name: str) -> bool:
    from store.intake.moments import zone
    from store.intake.result import Refused

    try:
        zone(name)
    except Refused:
        return False
    return True


def _rule(name: str, key: str) -> Rule | None:
    return _OPEN[name] if name in _OPEN else _KNOWN[name].get(key)


def _problems(content: Mapping[str, object]) -> Iterator[str]:
    tables = [*_KNOWN, *_OPEN]
    for name, table in content.items():
        if name not in tables:
            home = next((one for one, keys in _KNOWN.items() if name in keys), "")
            yield f"«{name}» belongs below [{home}]" if home else f"«{name}» is no setting{_nearest(name, tables)}"
        elif not isinstance(table, dict):
            yield f"«{name}» is a table; write [{name}] and below it a line for each setting"
        else:
            yield from _wrong(name, table)


def _wrong(name: str, table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        allowed = _rule(name, key)
        if allowed is None:
            yield f"«{key}» is no setting of [{name}]{_nearest(key, [*_KNOWN[name]])}"
        elif _fits(name, key, value):
            continue
        elif key == "zone":
            yield f"«{key}» is {_written(value)}; write it as Asia/Damascus or +03:00, in quotes"
        elif isinstance(allowed, type):
            yield f"«{key}» is {_written(value)}; write {_TYPES[allowed]}"
        else:
            yield f"«{key}» is {_written(value)}, and not one of {', '.join(allowed)}{_nearest(str(value), [*allowed])}"


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word.lower(), known, 1, 0.5)
    return f"; did you mean «{near[0]}»?" if near else ""


def _written(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def write(folder: Path, table: str = "terminal", /, **settings: str | bool) -> Path:
    """Set these of that table; every other line of the file, comments too, stays as it is.

    Returns:
        The file.

    Raises:
        ConfigError: the file is not such that this can be done; it is as before.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from store.disk import private, whole

    path = folder / FILE
    by_hand = f"; write there by hand: [{table}] " + " ".join(f"{key} = {_written(settings[key])}" for key in settings)
    try:
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        lines = before.replace("\r\n", "\n").rstrip("\n")
        document = tomlkit.parse(f"{lines}\n" if lines else "")
        if document and table not in document:
            document.add(tomlkit.nl())
        document.setdefault(table, tomlkit.table()).update(settings)
        after = tomlkit.dumps(document).replace("\n", "\r\n" if "\r\n" in before else "\n")
        private.make_folder(folder)
        whole.write(path, after.encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written ({error.strerror or error}){by_hand}") from error
    except (UnicodeDecodeError, TOMLKitError, AttributeError, TypeError) as error:
        raise ConfigError(f"{path}: is no TOML that Waqai can change ({error}){by_hand}") from error
    return path
