"""`Report`: one source document, as given."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.model.block import Block
from timeline_core.model.when import When


@dataclass(frozen=True, slots=True)
class Report:
    """A source document. `text` is never edited: every span of an evidence counts its code points.

    Source:
        DESIGN.md section 2.
    """

    id: str
    """Unique in one run and in one library; as given in the data, else the stem of the path."""
    text: str
    sha256: str
    """Of the original bytes, in hexadecimal."""
    title: str = ""
    publisher: str = ""
    published: When | None = None
    """As the source gives it; None where it gives none. What is inferred stands in `Published`."""
    lang: str = ""
    """BCP 47 primary subtag; empty until it is known."""
    path: str = ""
    url: str = ""
    text_sha256: str = ""
    """Of the text in UTF-8; empty where that is the original bytes."""
    blocks: tuple[Block, ...] = ()
    """The parts that its file marks as such, in text order; what no block covers is a paragraph a line."""
    thread: str = ""
    """The chat, channel or account of which it is one message, as it calls itself; empty for all else."""
    moment: str = ""
    """Of a message: when it was sent, in ISO 8601, with its offset from UTC where that is known."""

    @property
    def mark(self) -> str:
        """The SHA-256 of the text, which is the same in whatever file it stands: by it reports are put in order."""
        return self.text_sha256 or self.sha256


@dataclass(frozen=True, slots=True)
class Collected:
    """Who added a report to the library, and when: the first link of its custody."""

    who: str
    day: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, and how that is known: given, inferred from its clues, or not at all."""

    when: When | None = None
    origin: str = "unknown"
    """One of `given`, `inferred`, `unknown`."""
    why: tuple[Clue, ...] = ()
    """What the day was inferred from, strongest first; empty unless inferred."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that tells when a report was published: a rule of the language data's `[clue]`, with what fills it."""

    rule: str
    slots: tuple[tuple[str, str], ...] = ()


GIVEN, INFERRED, UNKNOWN = "given", "inferred", "unknown"
