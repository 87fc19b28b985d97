"""What many papers print of one agency is one source."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.core.words import report, timeline
from timeline_core.merge.duplicates import find_copies
from timeline_core.merge.event_of import order_of
from timeline_core.model.report import Published, Report
from timeline_core.text.sketch import hashes, resemblance, sketch_of

WIRE = (
    "An explosion at a fuel station killed nine people in the town of Tabqa on Sunday, a war monitor said on Monday. "
    "Rescuers searched the rubble of nearby houses through the night and pulled out seventeen wounded people. "
    "The local council closed the road to the dam and asked drivers to stay away until the fire was out."
)
PAPER = WIRE.replace("Tabqa", "Tabqah").replace("a war monitor said", "a war monitor said in a statement")
OTHER = (
    "Nine people died on Sunday when a fuel station blew up in Tabqa, relatives of the dead said by telephone. "
    "Two of the houses beside it had collapsed, and seventeen people were taken to a hospital in Raqqa with burns. "
    "The road to the dam has been closed since, and the council promised an inquiry into how the fuel was kept."
)


def told(*reports: Report) -> dict[str, str]:
    order = order_of(reports, {one.id: Published(one.published) for one in reports})
    return dict(find_copies({one.id: sketch_of(one.text) for one in reports}, order))


def test_a_text_with_a_few_other_words_is_a_copy_of_what_was_published_first() -> None:
    wire, paper, other = (
        report(text, day, id)
        for text, day, id in (
            (WIRE, "2024-05-06", "wire"),
            (PAPER, "2024-05-07", "paper"),
            (OTHER, "2024-05-06", "own"),
        )
    )
    for mixed in permutations((wire, paper, other)):
        assert told(*mixed) == {"wire": "wire", "paper": "wire"}


def test_a_crowd_of_copies_is_one_source() -> None:
    reports = [report(f"{WIRE} Paper {n}.", f"2024-05-{n % 28 + 1:02d}", f"p{n:03d}") for n in range(200)]
    found = told(*reports)
    assert len(found) == len(reports)
    [first] = set(found.values())
    assert int(first[1:]) % 28 == 0


def test_a_text_of_a_few_words_is_nobodys_copy() -> None:
    assert told(report("Nine were killed.", "2024-05-06", "a"), report("Nine were killed.", "2024-05-06", "b")) == {}
    assert told(report("", "2024-05-06", "a"), report("", "2024-05-06", "b")) == {}


def test_resemblance_is_near_the_share_of_shingles() -> None:
    words = [f"word{n}" for n in range(400)]
    one, half = " ".join(words[:300]), " ".join(words[100:])
    assert resemblance(hashes(sketch_of(one)), hashes(sketch_of(one))) == 1.0
    assert abs(resemblance(hashes(sketch_of(one)), hashes(sketch_of(half))) - 197 / 397) < 0.15
    assert resemblance(hashes(sketch_of(one)), hashes(sketch_of(OTHER))) == 0.0


def test_spelling_and_marks_make_no_other_text() -> None:
    arabic = "قتل تسعة أشخاص في انفجار محطة وقود في مدينة الطبقة، الأحد، وفق ما قال المجلس المحلي في بيان نشره الاثنين"
    assert sketch_of(arabic) == sketch_of(arabic.replace("أ", "ا").replace("،", "").replace("ة", "ه"))


def test_an_event_counts_copies_once() -> None:
    reports = [
        report(WIRE, "2024-05-06", "wire"),
        report(PAPER, "2024-05-07", "paper"),
        report(OTHER, "2024-05-08", "own"),
    ]
    found = timeline(*reports)
    blast = max(found.events, key=lambda event: len(event.reports))
    assert (blast.reports, found.sources(blast)) == (("wire", "paper", "own"), ("wire", "own"))


@pytest.mark.parametrize(("shared", "copied"), [(6, True), (5, False)])
def test_a_copy_shares_six_tenths_of_what_the_two_texts_have(shared: int, *, copied: bool) -> None:
    texts = {"a": range(10), "b": [*range(shared), *range(20, 30 - shared)]}
    sketches = {id: "".join(f"{one:08x}" for one in some) for id, some in texts.items()}
    reports = [report(id, f"2024-05-0{number}", id) for number, id in enumerate(texts, 1)]
    order = order_of(reports, {one.id: Published(one.published) for one in reports})
    assert bool(find_copies(sketches, order)) is copied
