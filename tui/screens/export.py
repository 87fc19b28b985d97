"""Asks for the file to export to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.bidi.modes import Mode
from tui.i18n.speech import later, say
from tui.screens.styled import Sheet
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.note import Note

FORMS = {
    "markdown": later("Markdown"),
    "brief": later("Markdown in brief: day, sentence, footnote"),
    "html": later("a page for any browser"),
    "csv": later("a table (CSV)"),
    "json": later("data (JSON)"),
    "jsonl": later("data for another library (JSON lines)"),
    "ics": later("a calendar"),
    "geojson": later("a map (GeoJSON)"),
    "kml": later("a map (KML)"),
    "markwhen": later("a text for markwhen"),
    "annotation": later("web annotations (JSON-LD)"),
    "acled": later("a table with the columns of ACLED"),
    "ftm": later("entities for Aleph (FollowTheMoney)"),
    "timelinejs": later("slides of TimelineJS"),
    "timesketch": later("events for Timesketch"),
}
"""Format -> what a person calls it; a message of the screen."""


class ExportScreen(Sheet[Path | None]):
    """Returns the path, or None."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("tab", "form(1)", show=False, priority=True),
        Binding("shift+tab", "form(-1)", show=False, priority=True),
    ]

    def __init__(self, what: str, path: Path, mode: Mode, endings: Mapping[str, str] | None = None) -> None:
        """
        Args:
            what: a description of what is to be written.
            endings: how a name may end -> what a person calls that form; without it those of a timeline.
        """
        super().__init__()
        self._endings = _of_timelines() if endings is None else endings
        self._mode: Mode = mode
        self._what = what
        self._path = path
        self._warned: Path | None = None
        """The file that the reader was told is there."""

    def compose(self) -> ComposeResult:
        with Vertical(id="export", classes="sheet"):
            yield Note(self._title(self._path), "title", id="form")
            yield BidiInput(str(self._path), mode=self._mode)
            yield Note(_whole(str(self._path)), id="path", mode=self._mode)
            yield Note(id="warning", mode=self._mode)
            yield Hints(say("Enter write the file   Tab another form   Esc leave it"))
            yield Note(say("the ending tells the form: {endings}", endings="  ".join(_offered(self._endings))))

    def _title(self, path: Path) -> str:
        """In what form the file of that name will be."""
        form = self._form(path)
        if form is None:
            return say("Write {events} to", events=self._what)
        return say("Write {events} as {form} to", events=self._what, form=say(form))

    def _form(self, path: Path) -> str | None:
        """What a person calls the form of the file; None where its ending is none of these."""
        ends = [ending for ending in self._endings if path.name.casefold().endswith(ending)]
        return self._endings[max(ends, key=len)] if ends else None

    @property
    def _typed(self) -> Path:
        return Path(self.query_one(BidiInput).value.strip()).expanduser()

    @on(BidiInput.Changed)
    def _look(self, message: BidiInput.Changed) -> None:
        """Say what will be written where, and warn if it cannot be."""
        message.stop()
        path = self._typed
        self.query_one("#form", Note).text = self._title(path)
        self.query_one("#path", Note).text = _whole(message.value.strip())
        self.query_one("#warning", Note).text = self._warning(path)

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        """Write the file; one that is there is asked about first."""
        message.stop()
        path = self._typed
        if not message.value.strip() or not path.parent.is_dir() or path.is_dir() or self._form(path) is None:
            self.query_one("#warning", Note).text = self._warning(path)
        elif path.exists() and path != self._warned:
            self._warned = path
            self.query_one("#warning", Note).text = say("this file exists: Enter once more replaces it")
        else:
            self.dismiss(path)

    def action_form(self, by: int) -> None:
        """Give the name the ending of the next form, or of the one before (-1)."""
        typed, offered = self.query_one(BidiInput).value, _offered(self._endings)
        ending = self._ending(typed)
        at = (offered.index(ending) + by) % len(offered) if ending in offered else 0
        self.query_one(BidiInput).value = typed[: len(typed) - len(ending)] + offered[at]
        self.query_one(BidiInput).action_end()

    def _ending(self, typed: str) -> str:
        """How the name ends, where that is an ending of ours; else its last suffix."""
        ends = [ending for ending in self._endings if typed.casefold().endswith(ending)]
        return max(ends, key=len) if ends else Path(typed).suffix

    def _warning(self, path: Path) -> str:
        if path.is_dir():
            return say("this is a folder: give the file a name")
        if not path.parent.is_dir():
            return say("there is no folder {path}", path=path.parent.absolute())
        if self._form(path) is None:
            return say("no form ends so: see the endings below")
        return say("this file exists and will be replaced") if path.exists() else say("a new file")

    def action_leave(self) -> None:
        self.dismiss(None)


def _whole(typed: str) -> str:
    """The full path of the file, where it is more than what was typed."""
    whole = str(Path(typed).expanduser().absolute())
    return "" if whole == typed else whole


def _of_timelines() -> Mapping[str, str]:
    from timeline_core.export import SUFFIXES

    return {suffix: FORMS[form] for suffix, form in SUFFIXES.items()}


def _offered(endings: Mapping[str, str]) -> list[str]:
    """An ending for each form."""
    forms = [*endings.values()]
    return [ending for n, (ending, form) in enumerate(endings.items()) if form not in forms[:n]]
