"""Asks for the file to export to."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.bidi.modes import Mode
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.note import Note


class ExportScreen(Sheet[Path | None]):
    """Returns the path, or None."""

    BINDINGS: ClassVar = [Binding("escape", "leave", show=False)]

    def __init__(self, what: str, path: Path, mode: Mode) -> None:
        """`what`: a description of the events to be written."""
        super().__init__()
        self._mode: Mode = mode
        self._what = what
        self._path = path

    def compose(self) -> ComposeResult:
        with Vertical(id="export", classes="sheet"):
            yield Note(self._title(self._path), "title", id="form")
            yield BidiInput(str(self._path), mode=self._mode)
            yield Note(id="warning", mode=self._mode)
            yield Hints(say("Enter write the file   Esc leave it"))
            yield Hints(say("a name that ends in .geojson or .kml is a map"))

    def _title(self, path: Path) -> str:
        """In what form the file of that name will be."""
        form = {".geojson": "GeoJSON", ".kml": "KML"}.get(path.suffix.casefold())
        if form is None:
            return say("Write {events} as Markdown to", events=self._what)
        return say("Write {events} as a map ({form}) to", events=self._what, form=form)

    @on(BidiInput.Changed)
    def _look(self, message: BidiInput.Changed) -> None:
        """Warn if the file exists or cannot be written."""
        message.stop()
        path = Path(message.value.strip()).expanduser()
        self.query_one("#form", Note).text = self._title(path)
        self.query_one("#warning", Note).text = _warning(path)

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        path = Path(message.value.strip()).expanduser()
        if message.value.strip() and path.parent.is_dir() and not path.is_dir():
            self.dismiss(path)

    def action_leave(self) -> None:
        self.dismiss(None)


def _warning(path: Path) -> str:
    if path.is_dir():
        return say("this is a folder: give the file a name")
    if not path.parent.is_dir():
        return say("there is no folder {path}", path=path.parent)
    return say("this file exists and will be replaced") if path.exists() else say("a new file")
