"""Markdown with YAML front matter: what it says of the report, and the report's text behind it, unedited."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.intake import metadata
from store.intake.result import Refused

_LIMIT = 20_000
"""Characters of front matter; a report's has some 300."""
_FIELDS = ("title", "publisher", "published", "lang", "url")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Split:
    """Front matter and text."""

    text: str
    fields: dict[str, str] = field(default_factory=dict)


def split(text: str) -> Split:
    """Take off the front matter; a text that merely begins with a dashed line has none.

    Raises:
        Refused: the front matter is broken, or no plain list of names and values.
    """
    if not text.startswith("---"):
        return Split(text)
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        front, body = handler.split(text)
    except ValueError:
        return Split(text)
    loaded = _loaded(front)
    if not isinstance(loaded, dict):
        return Split(text)
    return Split(body.lstrip("\r\n"), _fields(loaded))


def _loaded(front: str) -> object:
    """The YAML as strings, lists and mappings, so that `lang: no` and `published: 2023` stay what was typed."""
    from yaml import BaseLoader, YAMLError, load
    from yaml.error import MarkedYAMLError

    if len(front) > _LIMIT:
        raise Refused(f"has front matter of more than {_LIMIT:,} characters", "keep only the fields of a report in it")
    try:
        _check(front)
        return load(front, Loader=BaseLoader)  # noqa: S506 BaseLoader makes nothing but strings, lists and mappings
    except MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        line = mark.line + 1 if mark else 1
        reason = f"has broken front matter in line {line} ({error.problem or 'not YAML'})"
        raise Refused(reason, "mend the lines between the two ---") from error
    except YAMLError as error:
        raise Refused("has broken front matter (not YAML)", "mend the lines between the two ---") from error


def _check(front: str) -> None:
    """No aliases, which can grow without bound, and no deep nesting; found without building anything."""
    from yaml import BaseLoader, parse
    from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in parse(front, Loader=BaseLoader):
        if isinstance(event, AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise Refused(f"has front matter with an alias (*) in line {line}", "write values out, or quote the *")
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            raise Refused("has front matter nested too deeply", "keep only the fields of a report in it")


def _fields(loaded: dict[object, object]) -> dict[str, str]:
    fields = {}
    for name in _FIELDS:
        value = loaded.get(name, "")
        if not isinstance(value, str):
            raise Refused(f"has front matter whose «{name}» is no plain value", f"write one line: {name}: …")
        if value not in ("", "null", "~"):
            fields[name] = value
    day = loaded.get("date")
    if "published" not in fields and isinstance(day, str) and _is_day(day):
        fields["published"] = day
    return fields


def _is_day(said: str) -> bool:
    """True for what can be read as one: «date» is the word of other programs, which may hold anything."""
    try:
        metadata.published(said)
    except Refused:
        return False
    return True
