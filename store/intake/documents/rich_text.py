"""RTF: its words, by striprtf, which runs aside, for its patterns may take long over what is made to be so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from store.intake import aside
from store.intake.found import Found, Reader, Source
from store.intake.guard import extra, paragraphs, parsing
from store.intake.result import Refused
from timeline_core.text.note_marks import with_raised_marks

_WHAT, _SAVE = "an RTF document", "open it in a word processor and save it as .docx or .txt"


def read(source: Source, _: Reader) -> Iterator[Found]:
    """The one report of a document.

    Raises:
        Refused: it is broken, takes too long, or is without text.
    """
    with extra("files", _WHAT):
        import striprtf  # noqa: F401 asked here, so that no process is begun in vain
    if not source.content.lstrip()[:5].startswith(b"{\\rtf"):
        raise Refused("is no RTF document, though it is called so", "check what it is")
    text = cast("str", aside.ask("documents.rich_text", source.content, _WHAT, _SAVE))
    if not text.strip():
        raise Refused(f"is {_WHAT} without text", "read its pictures by OCR first")
    yield Found(source.path, source.content, text)


def extract(content: bytes) -> str:
    """Its text; in this process, which should be one aside.

    Raises:
        Refused: it is broken.
    """
    with parsing(_WHAT, _SAVE):
        from striprtf.striprtf import rtf_to_text

        read: Callable[..., object] = rtf_to_text
        text = paragraphs(str(read(content.decode("latin-1"), errors="replace"))).replace("|\n", "\n")
        return "\n".join(with_raised_marks(text.split("\n")))
