"""What a person said of a report after it was read: its day, outlet, language, title; or that it is to be left out.

The report's text and its file never change. Decisions hang on the hash of its bytes, so that a colleague's reach the
same report in another library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from timeline_core.errors import EdtfError
from timeline_core.model.decision import Act, Decision, in_force
from timeline_core.model.report import Report
from timeline_core.model.when import When

FIELDS = ("published", "publisher", "title", "lang", "url", "thread")
"""What can be said of a report."""
NONE = "none"
"""The value of what nobody knows: the file says a day, and that is wrong."""


@dataclass(frozen=True, slots=True)
class Amendments:
    """The amendments of reports in force: their corrected fields, and which are in the bin."""

    fields: Mapping[str, Mapping[str, Decision]] = field(default_factory=dict)
    """SHA-256 -> field -> the last act upon it."""
    removed: Mapping[str, Decision] = field(default_factory=dict)
    """SHA-256 -> the act that put it into the bin."""

    def __bool__(self) -> bool:
        return bool(self.fields or self.removed)

    def of(self, report: Report) -> Report:
        """The report with its amendments."""
        said = self.fields.get(report.sha256)
        if not said:
            return report
        values = {name: act.values[2] for name, act in said.items()}
        published = values.pop("published", "")
        known = {name: "" if value == NONE else value for name, value in values.items() if value}
        return replace(replace(report, published=_day(published, report)), **known)  # type: ignore[arg-type]

    def kept(self, reports: Iterable[Report]) -> tuple[Report, ...]:
        """The reports that are not in the bin, each with what was said of it."""
        return tuple(self.of(report) for report in reports if report.sha256 not in self.removed)


def read_amendments(log: Iterable[Decision]) -> Amendments:
    """Read the amendments from the acts; of two upon one field the later holds."""
    fields: dict[str, dict[str, Decision]] = {}
    removed: dict[str, Decision] = {}
    for act in in_force(log):
        if act.act is Act.REMOVE and act.values:
            removed[act.values[0]] = act
        elif is_sound(act):
            fields.setdefault(act.values[0], {})[act.values[1]] = act
    return Amendments(fields, removed)


def is_sound(act: Decision) -> bool:
    """True for an act upon a report whose values can be applied."""
    if act.act is not Act.ABOUT or len(act.values) < len(("report", "field", "value")) or act.values[1] not in FIELDS:
        return False
    if act.values[1] != "published" or act.values[2] in ("", NONE):
        return True
    try:
        When(act.values[2])
    except EdtfError:
        return False
    return True


def _day(value: str, report: Report) -> When | None:
    if not value:
        return report.published
    return None if value == NONE else When(value)
