"""A story as Markdown with footnotes, which pandoc, GitHub and Obsidian know."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.export import markup
from timeline_core.stories.document import Document, Held
from timeline_core.stories.isolates import pieces
from timeline_core.stories.notes import Note
from timeline_core.view.teller import Teller


def export(document: Document, tell: Teller) -> str:
    """Title, paragraphs, remarks, footnotes, custody."""
    return "\n".join(_Markdown(document, tell).lines())


class _Markdown:
    def __init__(self, document: Document, tell: Teller) -> None:
        self._document, self._tell = document, tell

    def lines(self) -> Iterator[str]:
        """The whole document."""
        one, tell = self._document, self._tell
        yield from (f"# {self._worded(one.title)}", "")
        for block in one.blocks:
            marks = "".join(f"[^{number}]" for number in block.notes)
            changed = f" **⚠ {self._worded(block.changed)}**" if block.changed else ""
            text = "".join(self._worded(words) for words, _ in pieces(block.text))
            yield from (f"{text}{marks}{changed}", "")
        for remark in one.remarks:
            yield from (markup.line(remark, rtl=one.rtl), "")
        if one.custody:
            yield from (f"## {self._worded(tell.said('story_custody'))}", "")
            yield from (self._held(held) for held in one.custody)
            yield ""
        for number, note in enumerate(one.notes, 1):
            yield from (f"[^{number}]: {self._note(note)}", "")

    def _note(self, note: Note) -> str:
        tell = self._tell
        source = tell.said("list").join(map(self._worded, note.source))
        quote = tell.said("quoted", words=self._worded(note.quote))
        link = [markup.link(note.url)] if note.url else []
        remarks = (markup.line(remark, rtl=self._document.rtl) for remark in note.remarks)
        return tell.said("joint").join((f"{source}: {quote}", *remarks, *link))

    def _held(self, held: Held) -> str:
        tell = self._tell
        facts = tell.said("joint").join(map(self._worded, held.facts))
        link = f"{tell.said('joint')}{markup.link(held.url)}" if held.url else ""
        mark = markup.code(held.sha256, rtl=self._document.rtl)
        return f"- {self._worded(held.name)}{tell.said('joint')}{facts}{link}{tell.said('joint')}SHA-256 {mark}"

    def _worded(self, text: str) -> str:
        return markup.escape_isolated(text, rtl=self._document.rtl)
