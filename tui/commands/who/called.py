"""Finds an actor or a place by its id, or by any of its names in any script, as a person types it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError

if TYPE_CHECKING:
    from timeline_core.model.entry import Entry
    from timeline_core.names.gazetteer import Gazetteer


class Uncalled(TimelineError):
    """Nobody, or several, are called so; the message says what to write."""


def entry_called(word: str, category: str, lists: Sequence[Gazetteer]) -> str:
    """The id that it has now.

    Args:
        category: `actor` or `place`.
        lists: the first one knows who was merged into whom.

    Raises:
        Uncalled: none or several are called so.
    """
    from timeline_core.text.fold import fold

    wanted = fold(word)
    found: set[str] = set()
    for names in lists:
        if word in names:
            return lists[0].canonical(names.canonical(word))
        served = (entry for entry in names if entry.serves(category))
        found |= {
            lists[0].canonical(entry.id) for entry in served if any(fold(name) == wanted for name in every_name(entry))
        }
    if len(found) == 1:
        return found.pop()
    if found:
        raise Uncalled(f"several {category}s are called «{word}» ({', '.join(sorted(found))}); write one of these ids")
    raise Uncalled(f"no {category} is called «{word}»; «waqai {category}s» shows what they are called")


def every_name(entry: Entry) -> Iterator[str]:
    """All its names, the short ones too."""
    for names in entry.names.values():
        yield from names
    yield from entry.short.values()
