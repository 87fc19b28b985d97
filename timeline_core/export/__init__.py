"""One module a format; `EXPORTERS` names them. Text in logical order, for files and pipes."""

from __future__ import annotations

from collections.abc import Callable

from timeline_core.explain import Teller
from timeline_core.export import json_timeline, markdown
from timeline_core.export.scope import Scope
from timeline_core.timeline import Timeline

Exporter = Callable[[Timeline, Teller, Scope], str]

EXPORTERS: dict[str, Exporter] = {"markdown": markdown.export, "json": json_timeline.export}
"""Format -> what writes a timeline, given who tells the reasons, and what was asked for and left out."""
