"""What readers pass on: a source to be read, and a report found in it that has no id yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from store.intake.result import Failure, Notice
from timeline_core.model.block import Block

Columns = tuple[tuple[str, str], ...]
"""Field of a report and the column or key that holds it, as `--map` says; empty for the names that Waqai knows."""


class Stream(Protocol):
    """As much of a file as reading needs."""

    def readline(self, limit: int = -1, /) -> bytes:
        """A line, or as much of one as the limit lets through."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or all that are left."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: of a file, a member of an archive, an attachment or an answer of a server."""

    path: str
    content: bytes
    suffix: str = ""
    """Lower case with its dot; what the bytes are taken for."""
    columns: Columns = ()
    declared: str = ""
    """The encoding that the server names, if any."""
    around: Mapping[str, object] = field(default_factory=dict)
    """What is said beside it of all that is in it, as in an archive whose account is told in another member."""
    inside: int = 0
    """How many archives and mails it was taken out of."""

    def within(self, name: str, content: bytes, suffix: str) -> Source:
        """What was found inside this one."""
        inner = f"{self.path}/{name}"
        return replace(self, path=inner, content=content, suffix=suffix, declared="", inside=self.inside + 1)


@dataclass(frozen=True, slots=True)
class Found:
    """A report before it has its id and what the command line says."""

    path: str
    content: bytes
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    place: str = ""
    blocks: tuple[Block, ...] = ()


Item = Found | Failure | Notice
Reader = Callable[[Source], Iterator[Item]]
