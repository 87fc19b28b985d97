"""`OutlineWords`: the words by which reports label their parts: "Published:", «آخر تحديث», the heads of columns.

They label parts in whatever language the text around them is, so those of all languages are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold

_LISTS = (
    "published", "updated", "before_day", "clock", "notes", "accessed", "as_of", "documents", "written_by", "wrote",
    "made", "mail", "speakers", "teasers", "captions", "sittings", "bench", "counted_days", "incidents",
    "attending", "shared",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutlineWords:
    """Folded; a phrase keeps one blank between its words."""

    published: frozenset[str] = frozenset()
    """Before the day on which the report was published: "Published", «نشر في»."""
    updated: frozenset[str] = frozenset()
    """Before another day of its making, which is none of its story: "Last updated", «آخر تحديث»."""
    before_day: frozenset[str] = frozenset()
    """What may stand before a day at the head of a line: "on", «في», «يوم»."""
    clock: frozenset[str] = frozenset()
    """What may stand beside an hour: "am", "GMT", «ص»."""
    notes: frozenset[str] = frozenset()
    """Heads of what tells where things are from: "References", «المراجع»."""
    accessed: frozenset[str] = frozenset()
    """Before the day on which a source was looked at: "Retrieved", «اطلع عليه»."""
    as_of: frozenset[str] = frozenset()
    """Before a day at the end of its line, up to which a report tells: "As of", «لغاية»."""
    documents: frozenset[str] = frozenset()
    """Nouns of what is made on a day and titled by it: "Minutes of", «محضر جلسة»."""
    written_by: frozenset[str] = frozenset()
    """Before the name of who wrote a report: "By", «بقلم»."""
    wrote: frozenset[str] = frozenset()
    """At the end of the line above the words of another mail: "wrote", «كتب»."""
    made: frozenset[str] = frozenset()
    """Before the day at the end of the title of a document: "conducted on", «أجريت في»."""
    mail: frozenset[str] = frozenset()
    """What the lines on top of a mail begin with: "From", "Subject", «من», «الموضوع»."""
    speakers: frozenset[str] = frozenset()
    """Who speaks in an interview or a court, where no name is told: "Q", "Judge", «س», «الدفاع»."""
    teasers: frozenset[str] = frozenset()
    """Before the headline of another article: "Read more", «اقرأ أيضا»."""
    captions: frozenset[str] = frozenset()
    """What a line begins with that says what a picture shows: "Photo", «لقطات»."""
    sittings: frozenset[str] = frozenset()
    """What sits on a day, and is headed by it: "hearing", «جلسة»."""
    bench: frozenset[str] = frozenset()
    """Who acts in what sits: "court", "prosecutors", «النيابة»."""
    counted_days: frozenset[str] = frozenset()
    """Before the number of a day that is of no calendar: "Day", «اليوم»."""
    incidents: frozenset[str] = frozenset()
    """What a line says that leads to a list of what happened on its day: "incidents", «الانتهاكات»."""
    attending: frozenset[str] = frozenset()
    """Before the names of who came to a meeting, or did not: "Present", «الحضور»."""
    shared: frozenset[str] = frozenset()
    """What a page puts behind the stamp of a post: "Shared with Public", «تم التعديل»."""
    columns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What cells hold (`when`, `what`, `where`, `source`, `title`, `remark`) -> what heads of columns may be."""

    @property
    def labels(self) -> frozenset[str]:
        """All that may stand before a colon and is nobody who speaks."""
        return self.published | self.updated | self.as_of | self.notes | self.mail | self.written_by | self.before_day

    def holds(self, column: str) -> str:
        """What the cells below that head hold; empty where it does not say."""
        said = phrase(column)
        return next((name for name, heads in self.columns.items() if said in heads), "")


def load(tables: Iterable[Mapping[str, object]]) -> OutlineWords:
    """Those of all languages together.

    Args:
        tables: of each language its TOML, as parsed; one without `[outline]` labels nothing.

    Raises:
        LanguageError: a list is none.
    """
    lists: dict[str, set[str]] = {name: set() for name in _LISTS}
    columns: dict[str, set[str]] = {}
    for table in tables:
        said = _table(table, "outline")
        for name in _LISTS:
            lists[name].update(_phrases(said, name))
        heads = _table(said, "columns")
        for name in heads:
            columns.setdefault(name, set()).update(_phrases(heads, name))
    return OutlineWords(
        **{name: frozenset(said) for name, said in lists.items()},
        columns={name: frozenset(said) for name, said in columns.items()},
    )


def phrase(words: str) -> str:
    """Words as they are looked up: folded, one blank between two, no marks around them."""
    return " ".join(fold(words).replace("_", " ").split()).strip(" :.*#|()[]")


def _table(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = data.get(name, {})
    if not isinstance(found, Mapping):
        raise LanguageError(f"outline: «{name}» is no table")
    return found


def _phrases(data: Mapping[str, object], name: str) -> list[str]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise LanguageError(f"outline: «{name}» is no list of phrases")
    return [phrase(one) for one in found]
