"""`Teller`: reasons and clues as lines for a person, in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model import edtf as notation
from timeline_core.model.event import Event, Evidence, Join, Likeness
from timeline_core.model.expression import Expression, Origin
from timeline_core.model.report import INFERRED, Clue, Published
from timeline_core.model.when import Precision, When
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.temporal.grammar.language import Language
from timeline_core.temporal.reasons import Steps, shown, steps, why


@dataclass(frozen=True, slots=True)
class Teller:
    """Speaks the language of the screen, whatever the language of the reports."""

    language: Language
    phrasing: Phrasing
    names: Gazetteer
    title: str = ""
    """Of the document, as a person gave it; empty for that of the language."""

    @property
    def document_title(self) -> str:
        """What stands above a document."""
        return self.title or self.said("title")

    def why(self, expression: Expression, published: Published | None = None) -> str:
        """Why the expression has its value; where its anchor was inferred, from what.

        Args:
            published: of the report that the expression stands in.
        """
        line = why(expression, self.language)
        if expression.reason.origin is not Origin.INFERRED or published is None or published.origin != INFERRED:
            return line
        return self.phrasing.documents.clues["joint"].join((line, *map(self._clue, published.why)))

    def told(self, piece: Evidence) -> str:
        """From where a quote is told, and whose words it is, as the parts of its report say; empty where none does."""
        given = (("told_in", piece.told_in), ("told_by", piece.told_by))
        parts = (self.language.why.get(name, "{words}").format(words=words) for name, words in given if words)
        return self.language.why.get("then", "; ").join(parts)

    def said(self, key: str, **values: object) -> str:
        """A phrase of the language's documents (`[events.document]`), filled in; numbers have thousands separators."""
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        return self.phrasing.documents.words[key].format(**shown) if values else self.phrasing.documents.words[key]

    def named(self, sort: str, id: str) -> str:
        """The language's word for a type of actors or for what is counted; the id where it has none."""
        return self.phrasing.documents.words.get(f"{sort} {id}", id)

    @property
    def rtl(self) -> bool:
        """Whether its documents are read from the right."""
        return self.phrasing.documents.words["direction"] == "rtl"

    def steps(self, expression: Expression) -> Steps:
        """The way from the words of the expression to its value."""
        return steps(expression, self.language)

    def bound(self, event: Event, published: Mapping[str, Published]) -> str:
        """Why the event has the bound that it has: whose day that is; empty where it has none.

        Args:
            published: of every report that tells of it.
        """
        if not event.bounded or event.when is None or event.when.last is None:
            return ""
        report, said = event.evidence[0].report, self.phrasing.documents.clues
        known, day = published.get(report, Published()), self.day(event.when.last)
        if known.when is not None and known.when.first != event.when.last:
            day = said["bound_latest"].format(day=day)
        line = said["bound_one" if len(event.reports) == 1 else "bound_first"].format(report=report, day=day)
        return said["joint"].join(filter(None, (line, self.published(known))))

    def published(self, published: Published) -> str:
        """How the day of a report was inferred; empty when it was given or is not known."""
        if published.origin != INFERRED or published.when is None or published.when.days is None:
            return ""
        first, last = (self.day(day) for day in published.when.days)
        line = self.phrasing.documents.clues["on" if first == last else "between"].format(first=first, last=last)
        return self.phrasing.documents.clues["joint"].join((line, *map(self._clue, published.why)))

    def joined(self, join: Join, names: Gazetteer) -> str:
        """Why two tellings are one happening: «same day; share Ibrahim al-Qahtani; likeness 4.3 (a person, a place)».

        Args:
            names: of the timeline.
        """
        said = self.phrasing.documents.clues
        parts = [said[f"join_{join.days}"]]
        if join.names:
            shared = (names[id].name(self.language.code, short=True) if id in names else id for id in join.names)
            parts.append(said["join_names"].format(names=said["join_list"].join(shared)))
        if join.words:
            parts.append(said["join_words"].format(words=join.words, of=join.of))
        elif join.concepts:
            deeds = (self.phrasing.topics.names.get(concept, concept) for concept in join.concepts)
            parts.append(said["join_concepts"].format(concepts=said["join_list"].join(deeds)))
        if join.likeness is not None:
            parts.append(self.weighed(join.likeness))
        return said["joint"].join([said["join_by"]] * bool(join.by) + parts)

    def weighed(self, likeness: Likeness) -> str:
        """What two tellings share and differ in: «likeness 4.3 (a person, a place)»."""
        said = self.phrasing.documents.clues
        rows = (self.phrasing.documents.likeness.get(row, row) for row in likeness.features)
        return said["join_rows"].format(weight=likeness.total, rows=said["join_list"].join(rows))

    def when(self, when: When) -> str:
        """Days in words: «Friday 10 February 2023», «January 2022», «late 2021»."""
        names = self.language.names
        if when.bound and when.last is not None:
            return self.phrasing.documents.clues["bounded"].format(day=self.day(when.last))
        said = shown(when.edtf.rstrip("?~%"), self.language)
        if when.mod is not None:
            said = f"{names.get('mod', {}).get(when.mod.value, when.mod.value)} {said}"
        elif when.precision is Precision.DAY and when.first is not None:
            said = f"{names.get('weekday', {}).get(str(when.first.weekday()), '')} {said}".strip()
        said = f"{said} ({self.language.why.get('unsure', '?')})" if when.uncertain else said
        return f"{said} ({self.phrasing.documents.clues['about']})" if when.approximate else said

    def day(self, day: date) -> str:
        """A day in words: «15 February 2023»."""
        return shown(notation.format(notation.of_day(day)), self.language)

    def _clue(self, clue: Clue) -> str:
        slots, clues = dict(clue.slots), self.phrasing.documents.clues
        if "persons" in slots:
            slots["persons"] = clues["joint"].join(self._name(id) for id in slots["persons"].split())
        if "block" in slots:
            slots["block"] = self.language.names.get("block", {}).get(slots["block"], slots["block"])
        if "day" in slots:
            slots["day"] = shown(slots["day"], self.language)
        return clues[clue.rule].format(**slots)

    def _name(self, id: str) -> str:
        return self.names[id].name(self.language.code) if id in self.names else id
