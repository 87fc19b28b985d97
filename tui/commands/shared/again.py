"""Adding a report again: new metadata (a day, an outlet) of reports that the library has already."""

from __future__ import annotations

from argparse import Namespace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.reports.library import Library
    from timeline_core.decisions.on_reports import Amendments
    from timeline_core.model.decision import Decision
    from timeline_core.model.report import Report


class Again:
    """Collects new metadata during one `add`, and records it as decisions."""

    def __init__(self, library: Library, options: Namespace) -> None:
        self._library = library
        mapped = {field for field, _ in options.map} - {"text", "id"}
        said = {name for name in ("published", "publisher", "lang") if getattr(options, name)}
        self._fields = sorted(mapped | said)
        self._drafts: dict[tuple[str, str], Decision] = {}

    @property
    def asked(self) -> bool:
        """True if the command line gives metadata: then known files are read again, too."""
        return bool(self._fields)

    def note(self, report: Report) -> None:
        """Note where the metadata of a known report differ from what is stored."""
        if not self._fields:
            return
        kept = self._known.get(report.sha256)
        for name in self._fields if kept is not None else ():
            value, before = _plain(report, name), _plain(kept, name)
            if kept is not None and value and value != before:
                self._drafts[kept.sha256, name] = _draft(kept, name, value)

    def keep(self) -> int:
        """Record all differences; the number of reports."""
        if self._drafts:
            self._library.decisions.record_all(self._drafts.values())
            self._library.decisions.close()
        return len({sha256 for sha256, _ in self._drafts})

    def in_bin(self, id: str) -> bool:
        """True if that report was removed and lies in the bin."""
        return id in self._removed

    @cached_property
    def _known(self) -> dict[str, Report]:
        """Reports by the hash of their bytes, and of their text."""
        known: dict[str, Report] = {}
        for document, report in self._library.bare(self._amended):
            known[report.sha256] = report
            known.setdefault(str(document["text_sha256"]), report)
        return known

    @cached_property
    def _amended(self) -> Amendments:
        from timeline_core.decisions.on_reports import read_amendments

        return read_amendments(self._library.decisions.log() if self._library.exists else ())

    @cached_property
    def _removed(self) -> frozenset[str]:
        return frozenset(act.values[-1] for act in self._amended.removed.values())


def _plain(report: Report | None, name: str) -> str:
    if report is None:
        return ""
    if name == "published":
        return report.published.edtf if report.published else ""
    return str(getattr(report, name))


def _draft(report: Report, name: str, value: str) -> Decision:
    from timeline_core.model.decision import Act, Decision
    from tui.commands.shared import person

    return Decision("", Act.ABOUT, "", person.name(), values=(report.sha256, name, value, report.id))
