"""Finding again, among the tellings of a derivation, the words that a decision hangs on.

Source:
    DESIGN.md section 5. W3C Web Annotation: a position where the text is the same, a quote with its context elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from timeline_core.model.decision import Hold
from timeline_core.model.event import Evidence, Kind, Telling
from timeline_core.model.once import cached_property
from timeline_core.model.report import Report
from timeline_core.model.span import Span

_CONTEXT = 16
"""Code points that must stand beside a quote for one side of it to be enough."""
_RAREST = 3
"""Words of a quote by which a changed report is looked for."""
_AHEAD = frozenset({Kind.OCCURRENCE, Kind.PLANNED})
"""What was planned when one report told it may have happened when it is derived anew."""


class Holds:
    """Finds the quotes of decisions among the tellings of some reports. Made once a derivation."""

    def __init__(self, tellings: Sequence[Telling], reports: Iterable[Report]) -> None:
        """`reports`: all of them, in the order in which one of two that fit is taken."""
        self._tellings = tellings
        self._reports = {report.id: report for report in reports}
        self._by_sha: dict[str, list[str]] = defaultdict(list)
        for report in self._reports.values():
            self._by_sha[report.sha256].append(report.id)

    def find(self, hold: Hold) -> int | None:
        """The place of the telling that the words prove; None where no telling does."""
        best = max((rank for id in self._ids(hold) for rank in self._ranks(id, hold)), default=None)
        return -best[-1] if best is not None else None

    def place(self, hold: Hold) -> tuple[Report, Span] | None:
        """The report in which the words stand, and where, whether a telling has them or not; None where none does."""
        found = ((self._reports[id], place_quote(hold, self._reports[id].text)) for id in self._ids(hold))
        return next(((report, span) for report, span in found if span is not None), None)

    def _ids(self, hold: Hold) -> list[str]:
        known = self._by_sha.get(hold.report)
        return known if known is not None else self._with_words_of(hold)

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[Span, int]]]:
        """Report id -> its evidence with the telling that it belongs to."""
        found: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        for n, telling in enumerate(self._tellings):
            for piece in telling.evidence:
                found[piece.report].append((piece.span, n))
        return found

    @cached_property
    def _by_word(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for telling in self._tellings:
            for piece in telling.evidence:
                for word in piece.exact.split():
                    found[word].add(piece.report)
        return found

    def _with_words_of(self, hold: Hold) -> list[str]:
        """The reports that may be the one of the quote, read from another file."""
        rarest = sorted(set(hold.exact.split()), key=lambda word: (-len(word), word))[:_RAREST]
        ids = {id for word in rarest for id in self._by_word.get(word, ())}
        return [id for id in self._reports if id in ids]

    def _ranks(self, id: str, hold: Hold) -> Iterator[tuple[int, int, int, int, int]]:
        """What the candidates are ranked by: same kind, words shared, distance of the quotes, place.

        Of another kind only what has most of its words: an aside that was rejected takes no statement around it along.
        """
        sought = place_quote(hold, self._reports[id].text)
        if sought is None:
            return
        for span, n in self._pieces.get(id, ()):
            shared = min(span.end, sought.end) - max(span.start, sought.start)
            kinship = _kinship(hold.kind, self._tellings[n].kind)
            one = min(len(span), len(sought)) if kinship else max(len(span), len(sought))
            if shared > 0 and 2 * shared >= one:
                yield kinship, shared, -len(span), -span.start, -n


def _kinship(held: str, kind: Kind) -> int:
    if held in ("", kind.value):
        return 2
    return 1 if kind in _AHEAD and held in _AHEAD else 0


def place_quote(hold: Hold, text: str) -> Span | None:
    """Find the quote: at its old place, else at the one place with the same words around it; None otherwise."""
    if hold.end <= len(text) and text[hold.start : hold.end] == hold.exact:
        return Span(hold.start, hold.end)
    wholes = [(hold.prefix, hold.suffix)]
    wholes += [(hold.prefix, "")] * (len(hold.prefix) >= _CONTEXT)
    wholes += [("", hold.suffix)] * (len(hold.suffix) >= _CONTEXT)
    for prefix, suffix in wholes:
        whole = prefix + hold.exact + suffix
        at = text.find(whole)
        if at >= 0:
            once = text.find(whole, at + 1) < 0
            return Span(at + len(prefix), at + len(prefix) + len(hold.exact)) if once else None
    return None


def make_hold(piece: Evidence, report: Report, kind: Kind, by: str = "") -> Hold:
    """Make the anchor of a decision upon an event of that kind: the quote that proves it, and its surroundings.

    Args:
        by: id of the act that made an event of the quote, where a person did.
    """
    start, end = piece.span.start, piece.span.end
    return Hold(report.sha256, start, end, piece.exact, piece.prefix, piece.suffix, kind.value, by)
