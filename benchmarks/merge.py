"""How long it takes to join tellings into events, and how that grows.

    python -m benchmarks.merge [EVENTS…]        (default: 10000 30000 100000)

Drafts are made from a fixed seed: ten years of days, actors and places as often as Zipf's law has it, one day in two
hundred crowded with up to 2,000 tellings. Beside each merge stands a linear pass over the same drafts, their places put
in order and their quotes hashed: the ratio of the two says how the cost grows, whatever the machine.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from seeds.load import concepts
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.event_of import Rank
from timeline_core.merge.merge import Sources, merge
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Figure, Kind, Role
from timeline_core.model.span import Span
from timeline_core.model.unswept import unswept
from timeline_core.model.when import When, on
from timeline_core.text.fold import fold

FIRST, DAYS, CROWDED, EACH = date(2014, 1, 1), 3650, 200, 2_000
ACTORS, PERSONS, PLACES, COUNTRIES, WORDS = 600, 1_500, 3_000, 30, 20_000
DEEDS = (*sorted(concepts().deeds.distinct), "wound", "tally", "meeting", "warn")
THINGS = ("market", "school", "hospital", "mosque", "camp", "depot", "checkpoint", "bridge", "drone")
LETTERS = "abdefghiklmnorstuwz"


class Zipf:
    """Numbers below `count`, the lower the more often."""

    def __init__(self, count: int, source: random.Random) -> None:
        self._sums = list(accumulate(1 / (n + 1) for n in range(count)))
        self._source = source

    def __call__(self) -> int:
        return bisect(self._sums, self._source.random() * self._sums[-1])


class World:
    """Happenings, and what reports tell of them."""

    def __init__(self, events: int) -> None:
        self._random = random.Random(7)
        self._actor, self._person, self._place, self._word = (
            Zipf(count, self._random) for count in (ACTORS, PERSONS, PLACES, WORDS)
        )
        self._vocabulary = ["".join(self._random.choices(LETTERS, k=self._random.randint(3, 10))) for _ in range(WORDS)]
        self._crowded = [FIRST + timedelta(self._random.randrange(DAYS)) for _ in range(DAYS // CROWDED)]
        self._crowd = min(0.25, len(self._crowded) * EACH / (events * 1.5))
        self.published: dict[str, date] = {}
        self.drafts = [draft for n in range(events) for draft in self._tellings(n)]

    def sources(self) -> Sources:
        """What is known beside the drafts."""
        around = {f"place-{n}": frozenset({f"land-{n % COUNTRIES}"}) for n in range(PLACES)}
        bounds = Bounds(
            self.published, self.published, around, frozenset(f"land-{n}" for n in range(COUNTRIES)), concepts()
        )
        return Sources(
            {id: Rank(day, hashlib.sha256(id.encode()).hexdigest(), day) for id, day in self.published.items()}, bounds
        )

    def _tellings(self, number: int) -> Iterator[Draft]:
        source = self._random
        crowded = source.random() < self._crowd
        day = source.choice(self._crowded) if crowded else FIRST + timedelta(source.randrange(DAYS))
        place = self._place()
        names = [f"actor-{self._actor()}" for _ in range(source.randint(1, 3))]
        persons = [f"person-{self._person()}"] if source.random() < 0.3 else []
        figures = [(source.choice(("killed", "wounded", "arrested")), 1 + Zipf(60, source)())] * (source.random() < 0.5)
        concepts = frozenset(source.sample(DEEDS, source.randint(1, 3)))
        things = frozenset(source.sample(THINGS, source.random() < 0.5))
        pool = [self._vocabulary[self._word()] for _ in range(20)]
        for copy in range(1 + min(Zipf(40, source)() // 12, 4)):
            report = f"report-{number}-{copy}"
            self.published[report] = day + timedelta(source.randint(0, 5))
            yield self._draft(report, self._when(day), place, names, persons, figures, concepts, things, pool)

    def _when(self, day: date) -> When | None:
        way = self._random.random()
        if way < 0.88:
            return on(day)
        if way < 0.95:
            return When(f"{day:%Y-%m}")
        return When(f"{day:%Y}") if way < 0.96 else None

    def _draft(
        self,
        report: str,
        when: When | None,
        place: int,
        names: Sequence[str],
        persons: Sequence[str],
        figures: Sequence[tuple[str, int]],
        concepts: frozenset[str],
        things: frozenset[str],
        pool: Sequence[str],
    ) -> Draft:
        source = self._random
        drawn = source.sample(pool, source.randint(8, 16))
        quote = " ".join(drawn)
        start = source.randrange(2_000)
        places = (f"place-{place}", f"land-{place % COUNTRIES}")[: source.randint(0, 2)]
        return Draft(
            report=report,
            when=when,
            kind=Kind.ANNOUNCEMENT if source.random() < 0.2 else Kind.OCCURRENCE,
            title=quote[:60],
            lang=source.choice(("ar", "en")),
            evidence=(Evidence(report, Role.STORY, Span(start, start + len(quote)), quote, "", "", None),),
            actors=(*persons, *names),
            places=places,
            persons=frozenset(persons),
            figures=tuple(
                Figure(what, low, low, approximate=False, report=report, span=Span(0, 1)) for what, low in figures
            ),
            concepts=concepts,
            words=frozenset(drawn),
            things=things,
            context=frozenset((*names, *persons, f"place-{place}")),
        )


def linear(drafts: Sequence[Draft]) -> float:
    """Seconds for one look at each draft: its place in the order, and its quote folded and hashed."""
    begun = time.process_time()
    ordered = sorted(drafts, key=lambda draft: (draft.when.order if draft.when else (date.max, date.max), draft.key))
    for draft in ordered:
        hashlib.sha256(fold(draft.evidence[0].exact).encode()).hexdigest()
    return time.process_time() - begun


def main() -> None:
    """Measure and print, a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", type=int, default=[10_000, 30_000, 100_000])
    print(
        f"{'drafts':>8} {'busiest day':>11} {'events':>8} {'seconds':>8} {'µs a draft':>10} {'linear':>7} {'ratio':>6}"
    )
    for events in parser.parse_args().events:
        world = World(events)
        sources, pass_seconds = world.sources(), linear(world.drafts)
        begun = time.process_time()
        with unswept():
            merged = merge(world.drafts, sources)
        seconds = time.process_time() - begun
        count, busiest = len(world.drafts), _busiest(world.drafts)
        print(
            f"{count:>8,} {busiest:>11,} {len(merged):>8,} {seconds:>8.2f} {seconds / count * 1e6:>10.0f}"
            f" {pass_seconds:>7.2f} {seconds / pass_seconds:>6.1f}"
        )


def _busiest(drafts: Sequence[Draft]) -> int:
    """The tellings of the day that has most of them."""
    days: dict[date, int] = {}
    for draft in drafts:
        if draft.when is not None and draft.when.days is not None and draft.when.first == draft.when.last:
            days[draft.when.days[0]] = days.get(draft.when.days[0], 0) + 1
    return max(days.values())


if __name__ == "__main__":
    main()
