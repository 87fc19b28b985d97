"""The story desk: chosen events as sentences with their footnotes, and words of one's own between them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.errors import TimelineError
from timeline_core.stories import editing
from timeline_core.stories.isolates import plain
from timeline_core.stories.told import Paragraph, Told
from tui.draw.line import Line
from tui.draw.story import paragraphs as render_story
from tui.draw.story.paragraphs import Page
from tui.i18n.speech import LANGUAGES, later, say
from tui.screens.story.line import Asked, AskLine
from tui.screens.story.paragraphs import Paragraphs
from tui.screens.styled import STEPS, Sheet
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note

if TYPE_CHECKING:
    from timeline_core.stories.editing import Draft
    from timeline_core.timeline import Timeline
    from timeline_core.view.teller import Teller
    from tui.ports.stories import Stories

_NOTES = 3
"""Share of the height that footnotes take at most, as a divisor."""
_CHANGES: Mapping[str, Callable[[Told, str], Sequence[Draft]]] = {
    "down": lambda told, part: editing.move(told.story, part, 1),
    "up": lambda told, part: editing.move(told.story, part, -1),
    "drop": lambda told, part: editing.drop(told.story, part),
}
"""What a key does with the paragraph of that id."""
_HINTS = {
    Asked.EDIT: later("nothing: the drafted sentence"),
    Asked.WRITE: later("words of your own, in any language"),
    Asked.NAME: later("the name of the story"),
}


class Left(NamedTuple):
    """What the reader goes on with."""

    name: str = ""
    """The story that was shown last."""
    event: str = ""
    """Id of the event to go to; empty for none."""
    export: bool = False
    """The story is to be written to a file."""


class StoryScreen(Sheet[Left]):
    """Answers what the reader goes on with; every change is on the disk at once."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("J,shift+down,ـ", "change('down')", show=False),
        Binding("K,shift+up,،", "change('up')", show=False),
        Binding("x,ء,delete", "change('drop')", show=False),
        Binding("enter,e,ث", "ask('edit')", show=False),
        Binding("i,ه", "ask('write')", show=False),
        Binding("n,ى", "ask('name')", show=False),
        Binding("a,ش", "accept", show=False),
        Binding("u,ع", "undo", show=False),
        Binding("l,م", "speak", show=False),
        Binding("tab", "other(1)", show=False, priority=True),
        Binding("shift+tab", "other(-1)", show=False, priority=True),
        Binding("o,خ", "leave('event')", show=False),
        Binding("E,\u064f", "leave('export')", show=False),
        Binding("q,ض,S,\u064d", "leave", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, view: View, stories: Stories, told: Told, tell: Callable[[], Teller | None]) -> None:
        """
        Args:
            told: the story as it opens.
            tell: speaks the language of the screen, once its data are loaded.
        """
        super().__init__()
        self._view, self._stories, self._told, self._tell = view, stories, told, tell
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="story", classes="sheet"):
            yield Note(render_story.title(self._told), "title", id="said", mode=self._view.mode)
            yield Paragraphs(self._page, lambda: self._at)
            yield Card(self._notes)
            yield AskLine(self._view.mode)
            keys = say(
                "Enter edit   i write below   J K move   x take out   a accept   u undo   E export   "
                "l language   Tab other story   n new   o its event   Esc close"
            )
            yield Hints(keys)

    def _page(self, width: int) -> Page:
        return render_story.page(self._told, self._at, width, self._tell(), mode=self._view.mode)

    def _notes(self, width: int) -> list[Line]:
        most = max(2, self.app.size.height // _NOTES - 2)
        return render_story.notes(self._told, self._at, width, most, mode=self._view.mode)

    @property
    def _here(self) -> Paragraph | None:
        """The selected paragraph; None in an empty story, and while something is being written."""
        busy = self.query_one(AskLine).asked is not None
        return self._told.paragraphs[self._at] if self._told.paragraphs and not busy else None

    def _say(self, words: str) -> None:
        self.query_one("#said", Note).text = words

    def _draw(self, at: int | None = None) -> None:
        most = max(0, len(self._told.paragraphs) - 1)
        self._at = max(0, min(self._at if at is None else at, most))
        self.query_one(Paragraphs).again()
        self.query_one(Card).again()
        self._say(render_story.title(self._told))

    @on(Paragraphs.Pointed)
    def _pointed(self, message: Paragraphs.Pointed) -> None:
        self.action_step(message.number - self._at)

    def action_step(self, by: int) -> None:
        if self._here is not None:
            self._draw(self._at + by)

    async def _do(self, act: Callable[[], object], at: str | int | None = None, name: str = "") -> None:
        """Change the story in a thread, and show it; why it was not changed, where it was not.

        Args:
            at: id of the part, or number of the paragraph, to stand on afterwards.
            name: of the story to show; this one without one.
        """
        try:
            await asyncio.to_thread(act)
            self._told = await asyncio.to_thread(self._stories.told, name or self._told.story.name)
        except TimelineError as error:
            self._say(str(error))
            return
        ids = [one.part.id for one in self._told.paragraphs]
        self._draw(ids.index(at) if isinstance(at, str) and at in ids else at if isinstance(at, int) else None)

    def _edit(self, edit: Callable[[Told], Sequence[Draft]]) -> bool:
        """Called in a thread."""
        return self._stories.edit(self._told.story.name, lambda told, _, __: edit(told))

    async def action_change(self, name: str) -> None:
        """Move the paragraph, or take it out."""
        if (here := self._here) is not None:
            change = _CHANGES[name]
            await self._do(lambda: self._edit(lambda told: change(told, here.part.id)), here.part.id)

    async def action_accept(self) -> None:
        """Accept what has changed of the sentence."""
        here = self._here
        if here is None or not here.changes or here.event is None:
            self._say(say("nothing has changed here"))
            return
        name, accepted = self._told.story.name, partial(_accepted, id=here.part.id)
        await self._do(lambda: self._stories.edit(name, accepted), here.part.id)
        if here.part.own:
            self._say(say("accepted; the words are yours: Enter edits them"))

    async def action_undo(self) -> None:
        """Take back the last change that was made here."""
        undone: list[bool] = []
        await self._do(lambda: undone.append(self._stories.undo()))
        if undone == [False]:
            self._say(say("nothing was changed here since the reader was opened"))

    async def action_speak(self) -> None:
        """Tell the story in the other language."""
        code = LANGUAGES[(LANGUAGES.index(self._told.story.lang) + 1) % len(LANGUAGES)]
        await self._do(lambda: self._stories.speak(self._told.story.name, code))

    async def action_other(self, by: int) -> None:
        """Show the next story."""
        if self.query_one(AskLine).asked is not None:
            return
        names = list(await asyncio.to_thread(self._stories.names))
        if len(names) < 2:
            self._say(say("there is no other story; n begins one"))
            return
        at = names.index(self._told.story.name) if self._told.story.name in names else 0
        await self._do(lambda: None, 0, names[(at + by) % len(names)])

    def action_ask(self, what: str) -> None:
        """Edit the words of the paragraph, write one below it, or name another story."""
        asked, here = Asked(what), self._here
        if refusal := self._stories.refusal:
            self._say(refusal)
        elif asked is not Asked.EDIT or here is not None:
            text = plain(here.part.text) if here is not None and asked is Asked.EDIT else ""
            self.query_one(AskLine).ask(asked, text, say(_HINTS[asked]))
            self._say(say("Enter keep   Esc leave it"))

    @on(AskLine.Answered)
    async def _done(self, message: AskLine.Answered) -> None:
        """What was written; the footnotes of a sentence stay bound to its event."""
        here, text = self._here, message.text
        self._say(render_story.title(self._told))
        if message.asked is Asked.NAME and text:
            await self._do(lambda: self._stories.begin(text, self._told.story.lang, ()), 0, text)
        elif message.asked is Asked.WRITE and text:
            after = here.part.id if here is not None else ""
            at = self._at + (here is not None)
            await self._do(lambda: self._edit(lambda told: editing.write(told.story, text, after)), at)
        elif message.asked is Asked.EDIT and here is not None and _is_new(text, here):
            id = here.part.id
            await self._do(lambda: self._edit(lambda told: editing.word(told.story, id, text)), id)

    def action_back(self) -> None:
        """Leave the line, then the sheet."""
        line = self.query_one(AskLine)
        if line.asked is None:
            self.action_leave()
        else:
            line.close()
            self._say(render_story.title(self._told))

    def action_leave(self, to: str = "") -> None:
        """Close; to go to the event of the sentence, or to write the story to a file."""
        here, name = self._here, self._told.story.name
        if to != "event":
            self.dismiss(Left(name, export=to == "export"))
        elif here is not None and here.event is not None:
            self.dismiss(Left(name, here.event.id))


def _accepted(told: Told, timeline: Timeline, tell: Teller, *, id: str) -> Sequence[Draft]:
    return editing.accept(told, [id], timeline, tell)


def _is_new(text: str, here: Paragraph) -> bool:
    """True of other words; a paragraph of one's own has always some."""
    return text != plain(here.part.text) and bool(text or here.part.target is not None)
