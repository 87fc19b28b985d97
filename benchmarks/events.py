"""Accuracy of the dated events of single articles against a gold file, every error with its words; cost of deriving.

    python -m benchmarks.events GOLD.jsonl [--corpus FILE.zip] [--quiet]

GOLD: a document a line; those without `events` are passed over. Each document is derived by itself, from its `content`
and its published day `dct`, with nothing else known of it.

What is compared. Ours: every piece of evidence of an event with days, where the piece holds the expression that dates
it. Pieces that only inherit a date are counted apart and scored nowhere: the guidelines leave out "clauses dated only
by the sentence before". Theirs: every entry of `events`; none is excused, planned and uncertain ones neither.

A match is one of ours to one of theirs, each used once:
    right sentence: our expression lies in the gold sentence;
    right date: our event has exactly the days of the gold value (`edtf`; early, mid and late are not compared). Weeks
        may begin on another weekday. Where an open beginning («منذ») makes ours a period, the days of its expression
        count as well.
Of several candidates the one whose expression overlaps a `timex` of the gold event comes first, then text order.

found      share of the gold events that have a match (recall).
spurious   share of ours, where no gold event of that sentence has those days. Also what the guidelines leave out
           (datelines, comparison baselines, accounts for a year, vague expressions) is spurious here if we make an
           event of it: a reader of the timeline would see it.
doubled    share of ours that are right in sentence and days, but the gold event has a match already.
kind       share of the matches where both `happened` and `reported` are as our kind says: occurrence is (happened, not
           reported); announcement is reported; planned is (not happened, not reported); denial is not happened, or
           reported.
actors     share of the gold actors, those of missed events included, that an actor of the matching event names: one of
           the names of our actor, in any language, is the gold words, begins or ends them, or stands in them as a whole
           word, or the gold words stand so in it. Clitics and spelling are folded on both sides. Our places count for
           `places` only.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.dates import same_days, texts
from seeds.load import knowledge
from timeline_core.derive import derive
from timeline_core.knowledge import Knowledge
from timeline_core.model.event import Event, Evidence, Kind
from timeline_core.model.report import Report
from timeline_core.model.when import When, on
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.text.words import bare, spelled
from timeline_core.timeline import Timeline

Gold = dict[str, Any]
_SAYS = {
    Kind.OCCURRENCE: ((True, False),),
    Kind.ANNOUNCEMENT: ((True, True), (False, True)),
    Kind.PLANNED: ((False, False),),
    Kind.DENIAL: ((False, False), (True, True), (False, True)),
}
"""Kind -> the pairs of `happened` and `reported` that it stands for."""


@dataclass(frozen=True, slots=True)
class Ours:
    """One piece of evidence that dates an event in its own words."""

    event: Event
    piece: Evidence
    when: When
    said: When | None
    """The days of the expression itself."""
    start: int
    end: int
    """Of the expression."""


@dataclass(slots=True)
class Score:
    """Sums over documents, and a line an error."""

    count: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> str:
        """The share as a line shows it."""
        return f"{self.count[part]:3d} of {self.count[whole]:3d} = {self.count[part] / max(self.count[whole], 1):6.1%}"


def ours(timeline: Timeline, score: Score) -> list[Ours]:
    """Every piece that dates its event, in text order."""
    found: list[Ours] = []
    for event in timeline.events:
        for piece in event.evidence:
            if piece.expression is None or piece.inherited or event.when is None:
                score.count["inherited"] += piece.inherited
                continue
            span = piece.expression.span
            found.append(Ours(event, piece, event.when, piece.expression.when, span.start, span.end))
    return sorted(found, key=lambda one: (one.start, one.end, one.event.kind))


def fits(gold: Gold, one: Ours) -> bool:
    """Right sentence and right days."""
    sentence = gold["sentence"]
    if not (sentence["start"] <= one.start and one.end <= sentence["end"]):
        return False
    whens = (one.when, one.said) if one.event.kind is Kind.OCCURRENCE else (one.when,)
    return any(when is not None and _same(gold, when) for when in whens)


def _same(gold: Gold, when: When) -> bool:
    days = when.days
    if days is None:
        return False
    low, high = _whole(gold)
    return (low, high) == _unmodified(when) or (gold.get("gran") == "week" and same_days(gold, {"edtf": when.edtf}))


def _whole(gold: Gold) -> tuple[date, date]:
    days = When(gold["edtf"].rstrip("~?%")).days
    assert days is not None, gold
    return days


def _unmodified(when: When) -> tuple[date, date] | None:
    """The days without early, mid or late, which the gold keeps apart."""
    return When(when.edtf.rstrip("~?%")).days


def matched(document: Gold, found: Sequence[Ours]) -> list[tuple[Gold, Ours]]:
    """Pairs; each side once."""
    free, pairs = list(found), []
    wanted = list(document["events"])
    for touching in (True, False):
        for gold in list(wanted):
            spans = [document["timexes"][k] for k in gold["timex"]]
            near = [
                one
                for one in free
                if fits(gold, one)
                and (not touching or any(one.start < span["end"] and span["start"] < one.end for span in spans))
            ]
            if near:
                best = max(near, key=lambda one: _agrees(gold, one.event.kind))
                free.remove(best)
                wanted.remove(gold)
                pairs.append((gold, best))
    return pairs


def _agrees(gold: Gold, kind: Kind) -> bool:
    return (gold["happened"], gold["reported"]) in _SAYS[kind]


def forms(text: str) -> list[set[str]]:
    """The folded words of a name, each with what is left of it without clitics and article."""
    every = ({form for form, _ in bare(word)} for word in spelled(text))
    return [known | {form.removeprefix("ال") for form in known} for known in every]


def stands(part: list[set[str]], whole: list[set[str]]) -> bool:
    """True when the words of the one stand side by side in the other."""
    return bool(part) and any(
        all(one & other for one, other in zip(part, whole[at:], strict=False))
        for at in range(len(whole) - len(part) + 1)
    )


def named(wanted: str, ids: Sequence[str], names: Gazetteer) -> bool:
    """True when one of these actors or places is the one that the gold names."""
    gold = forms(wanted)
    every = (forms(name) for id in ids for known in names[id].names.values() for name in known)
    return any(stands(name, gold) or stands(gold, name) for name in every)


def measure(document: Gold, known: Knowledge, score: Score) -> None:
    """Add one document."""
    text = document["content"]
    report = Report(document["id"], text, document["id"], published=on(date.fromisoformat(document["dct"])))
    timeline = derive([report], known)
    found = ours(timeline, score)
    pairs = matched(document, found)
    score.count.update(gold=len(document["events"]), ours=len(found), found=len(pairs))
    score.errors.append(f"\n{document['id']}, published {document['dct']}")
    by_gold = {id(gold): one for gold, one in pairs}
    for gold in document["events"]:
        _one(document, gold, by_gold.get(id(gold)), timeline.names, score)
    taken = {id(one) for _, one in pairs}
    for one in found:
        if id(one) not in taken:
            doubled = any(fits(gold, one) for gold in document["events"])
            score.count["doubled" if doubled else "spurious"] += 1
            name = "doubled" if doubled else "SPURIOUS"
            score.errors.append(f"  {name}: {one.when.edtf} {one.event.kind}: {one.event.title} | «{one.piece.exact}»")


def _one(document: Gold, gold: Gold, one: Ours | None, names: Gazetteer, score: Score) -> None:
    sentence = document["content"][gold["sentence"]["start"] : gold["sentence"]["end"]].strip()
    spans = (document["timexes"][k] for k in gold["timex"])
    words = " + ".join(document["content"][span["start"] : span["end"]] for span in spans)
    if one is None:
        score.errors.append(f"  MISSED: {gold['edtf']} «{words}»: {gold['gist']} | {sentence}")
    elif not _agrees(gold, one.event.kind):
        want = f"happened {gold['happened']}, reported {gold['reported']}"
        score.errors.append(f"  KIND: {one.event.kind}, but {want}: {one.event.title} | {sentence}")
    else:
        score.count["kind"] += 1
    for what in ("actors", "places"):
        for name in gold[what]:
            ids = getattr(one.event, what) if one is not None else ()
            right = named(name, ids, names)
            score.count.update({f"gold {what}": 1, what: right})
            if one is not None:
                score.count.update({f"matched {what}": 1})
                if not right:
                    score.errors.append(f"  {what}: {name!r} not among {', '.join(ids) or 'none'} | {one.event.title}")


def documents(path: Path) -> Iterator[Gold]:
    """Those of the gold file that have events."""
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        if "events" in document:
            yield document


def speed(corpus: Sequence[str], known: Knowledge, most: int = 300) -> None:
    """Print milliseconds of CPU a report, each derived by itself, and beside it those of folding all its words."""
    some = [text for text in corpus if text.strip()][:most]
    begin = time.process_time()
    for text in some:
        spelled(text)
    middle = time.process_time()
    for text in some:
        derive([Report("r", text, "r", published=on(date(2015, 8, 6)))], known)
    words, whole = middle - begin, time.process_time() - middle
    each = f"{1000 * whole / len(some):.1f} ms a report"
    print(f"derive     {each} over {len(some)}; {whole / max(words, 1e-9):.0f} times the cost of folding its words")


def main() -> None:
    """Read the arguments, print the figures and the errors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", type=Path, nargs="+", default=())
    parser.add_argument("--quiet", action="store_true", help="no errors, figures only")
    options = parser.parse_args()
    known, score = knowledge(), Score()
    for document in documents(options.gold):
        measure(document, known, score)
    if not options.quiet:
        print("\n".join(score.errors), end="\n\n")
    print("found     ", score.share("found", "gold"))
    print("spurious  ", score.share("spurious", "ours"))
    print("doubled   ", score.share("doubled", "ours"))
    print("kind      ", score.share("kind", "found"))
    print(
        "actors    ",
        score.share("actors", "gold actors"),
        "; of matched events",
        score.share("actors", "matched actors"),
    )
    print(
        "places    ",
        score.share("places", "gold places"),
        "; of matched events",
        score.share("places", "matched places"),
    )
    print("inherited ", f"{score.count['inherited']:3d} pieces, not scored")
    if options.corpus:
        speed(list(texts(options.corpus)), known)


if __name__ == "__main__":
    main()
