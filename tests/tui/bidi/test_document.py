"""Reports of any length, laid out where they are looked at."""

import random
import time

import pytest
from hypothesis import given, settings

from tests.tui.bidi.samples import news, texts
from tui.bidi.document import Document
from tui.bidi.layout import layout


def long_text(words: int, each: int, seed: int = 1) -> str:
    """Paragraphs of `each` words."""
    rng = random.Random(seed)
    return "\n".join(news(rng, each) for _ in range(words // each))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_a_short_text_has_the_lines_that_layout_gives(text: str) -> None:
    found = Document(text).lines(20, 0, 1_000, [(1, 5, "x")])
    wanted = layout(text, 20, [(1, 5, "x")]).lines
    assert [(line.runs, line.map, line.start, line.end) for line in found] == [
        (line.runs, line.map, line.start, line.end) for line in wanted
    ]


@pytest.mark.parametrize("brk", ["\n", "\r\n", "\r"])
def test_a_long_text_has_them_too_and_its_height_becomes_exact(brk: str) -> None:
    text = long_text(6_000, 60).replace("\n", brk)
    document = Document(text)
    found = document.lines(40, 0, 100_000)
    wanted = layout(text, 40).lines
    assert [(line.text, line.start, line.end) for line in found] == [(w.text, w.start, w.end) for w in wanted]
    assert document.height(40) == len(wanted)


def test_any_page_is_the_same_whether_come_to_by_jump_or_by_reading() -> None:
    text = long_text(10_000, 50)
    read, jumped = Document(text), Document(text)
    read.lines(60, 0, 100_000)
    for offset in (0, len(text) // 3, len(text) - 1):
        ours = jumped.lines(60, jumped.line_of(offset, 60), 5)
        theirs = read.lines(60, read.line_of(offset, 60), 5)
        assert [line.start for line in ours] == [line.start for line in theirs]
        assert ours[0].start <= offset < ours[0].end


def test_the_estimate_is_near_the_truth() -> None:
    document = Document(long_text(24_000, 45))
    guessed = document.height(70)
    document.lines(70, 0, 1_000_000)
    assert abs(guessed - document.height(70)) < document.height(70) * 0.1


def test_scrolling_up_from_the_end_shows_every_line_once_and_never_jumps() -> None:
    text = long_text(12_000, 40)
    document, rows = Document(text), 20
    top = document.settle(50, document.line_of(len(text), 50), rows)
    seen = [document.lines(50, top, 1)[0].start]
    while top > 0:
        top = document.settle(50, top - 1, rows)
        seen.append(document.lines(50, top, 1)[0].start)
    assert seen[::-1] == [line.start for line in layout(text, 50).lines][: len(seen)]


def test_a_paragraph_of_a_book_is_cut_at_white_space_and_keeps_its_direction() -> None:
    text = "خبر " + "word " * 20_000
    document = Document(text)
    lines = document.lines(60, 0, 100_000)
    assert all(line.rtl for line in lines)
    assert [line.start for line in lines][1:] == [line.end for line in lines][:-1]
    assert lines[-1].end == len(text)
    assert all(text[line.start - 1] == " " for line in lines[1:])


def test_spans_reach_over_the_parts_a_text_is_laid_out_in() -> None:
    text = long_text(4_000, 40)
    lines = Document(text).lines(60, 0, 10_000, [(3_000, 9_000, "x")])
    styled = {line.map[0] for line in lines if any(run[2] == "x" for run in line.runs)}
    assert {line.map[0] for line in lines if line.start < 9_000 and line.end > 3_000 and line.map} == styled


@pytest.mark.parametrize("each", [5, 80, 800_000])
def test_five_megabytes_show_their_first_and_last_page_at_once(each: int) -> None:
    """The bound is ten times what it takes, for machines that are busy."""
    text = long_text(800_000, each)
    began = time.process_time()
    document = Document(text)
    first = document.lines(80, 0, 48)
    last = document.lines(80, document.line_of(len(text) - 1, 80) - 20, 48)
    assert (first[0].start, last[-1].end) == (0, len(text))
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize("size", range(4_092, 4_100))
def test_a_break_of_two_characters_is_never_parted(size: int) -> None:
    lines = Document("a" * size + "\r\n" + "b" * 9_000).lines(5_000, 0, 10)
    assert (lines[0].start, lines[0].end) == (0, size + 2)
    assert [line.text[:1] for line in lines] == ["a", "b", "b"]


def test_there_is_nothing_behind_the_end() -> None:
    document = Document("abc\nabc")
    assert document.lines(10, 7, 5) == []
    assert document.line_of(99, 10) == 1
    assert [line.text for line in Document("").lines(10, 0, 5)] == [""]
