"""Writes a story to a file, as its name asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.decisions.on_reports import read_amendments
from timeline_core.errors import TimelineError
from timeline_core.stories.document import Document, make_document
from tui.draw.story.forms import FORMS
from tui.i18n.speech import count, say

if TYPE_CHECKING:
    from timeline_core.stories.told import Told
    from timeline_core.view.teller import Teller
    from tui.commands.stories.kept import Ground

_WRITERS: Mapping[str, str] = {
    ".md": "timeline_core.stories.markdown",
    ".html": "timeline_core.stories.page",
    ".docx": "tui.commands.stories.word",
    ".pdf": "tui.commands.stories.pdf",
    ".svg": "timeline_core.stories.drawing",
}
"""How it ends -> the module that writes it."""
_LINELESS = (".docx", ".pdf")
"""Forms without the picture."""


class WritingError(TimelineError):
    """The story cannot be written so; the message says what to do."""


def form_of(name: str) -> str | None:
    """The ending of the name, where it is one of ours."""
    return next((ending for ending in FORMS if name.casefold().endswith(ending)), None)


def write_story(told: Told, ground: Ground, path: Path, today: date) -> str:
    """Write the story, whole or not at all; what is to be told of it."""
    from store.disk import whole

    document, tell = prepare(told, ground, today)
    content = render(document, tell, path.name)
    try:
        whole.write(path, content)
    except OSError as error:
        raise WritingError(
            say("{path} cannot be written: {why}", path=path, why=error.strerror or str(error))
        ) from error
    told_of = [say("written to {path}", path=path.absolute())]
    if told.stale:
        changed = "{n} sentence rests on changed evidence", "{n} sentences rest on changed evidence"
        told_of.append(count(*changed, told.stale))
    if form_of(path.name) in _LINELESS:
        told_of.append(say("the picture is left out: Word takes none of lines; .svg writes it"))
    return " · ".join(told_of)


def prepare(told: Told, ground: Ground, today: date) -> tuple[Document, Teller]:
    """The document of the story, and who tells it."""
    from tui.commands.stories.kept import teller

    tell = replace(teller(ground.known, told.story.lang), title=told.story.name)
    own = ground.decisions.log() if ground.decisions is not None else ()
    fields = read_amendments((*ground.foreign, *own)).fields
    by = {sha256: said["published"].who for sha256, said in fields.items() if "published" in said}
    cited = {id for event in told.events for id in event.reports}
    added = ground.collected(cited) if ground.collected is not None else {}
    return make_document(told, ground.timeline, tell, today.isoformat(), by, added), tell


def render(document: Document, tell: Teller, name: str) -> bytes:
    """The bytes of the file of that name."""
    ending = form_of(name)
    if ending is None:
        raise WritingError(say("no form ends so; a story is written to {endings}", endings=" ".join(FORMS)))
    export: Callable[[Document, Teller], str | bytes] = import_module(_WRITERS[ending]).export
    made = export(document, tell)
    return made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made
