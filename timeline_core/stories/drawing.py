"""The picture of the events of a story (SVG), in order of days."""

from __future__ import annotations

from datetime import date

from timeline_core.export.element import Html
from timeline_core.export.picture import picture
from timeline_core.stories.document import Document
from timeline_core.view.teller import Teller

_NEVER = (date.max, date.max)


def export(document: Document, tell: Teller) -> str:
    """The file; a frame without anything where none of its events has a day."""
    return f"{drawn(document, tell) or picture_of_nothing()}\n"


def picture_of_nothing() -> Html:
    """An empty picture."""
    return Html('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')


def drawn(document: Document, tell: Teller) -> Html:
    """The picture; nothing where none of its events has a day, or where they are too many."""
    every = (*document.timeline.events, *document.timeline.undated)
    return picture(sorted(every, key=lambda event: event.when.order if event.when is not None else _NEVER), tell)
