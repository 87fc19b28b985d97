"""From a text to lines of cells, and back from a cell to the text."""

import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.bidi.samples import NEWS, texts
from tui.bidi.kinds import EMOJI_SEQUENCE
from tui.bidi.layout import Layout, clean, isolate, layout, truncate, visual
from tui.bidi.line import Line, Style
from tui.bidi.modes import MODES, Mode

VISIBLE_FORMATS = frozenset(range(0x600, 0x606)) | {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
widths = st.sampled_from([1, 2, 3, 5, 8, 13, 20, 40, 80])
spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 3)), max_size=4)


def settled(line: Line, offset: int) -> Style:
    """The style drawn on the cell that shows a code point."""
    cell = line.cell_of(offset)
    assert cell is not None
    return [style for _, cells, style in line.runs for _ in range(cells)][cell]


@settings(max_examples=150, deadline=None)
@given(texts, widths)
def test_lines_cover_the_text_without_gap_or_overlap(text: str, width: int) -> None:
    lines = layout(text, width).lines
    ends = [line.end for line in lines]
    assert [line.start for line in lines] == [0, *ends[:-1]]
    assert ends[-1] == len(text)


@settings(max_examples=150, deadline=None)
@given(texts, widths, spans)
def test_cells_are_counted_alike_everywhere(text: str, width: int, styled: list[tuple[int, int, int]]) -> None:
    for line in layout(text, width, styled).lines:
        assert cell_len(line.text) == line.width == len(line.map) == sum(cells for _, cells, _ in line.runs)
        assert all(cell_len(drawn) == cells for drawn, cells, _ in line.runs)
        assert "".join(drawn for drawn, _, _ in line.runs) == line.text
        assert line.width <= width or len(line.clusters) == 1


@settings(max_examples=150, deadline=None)
@given(texts, widths)
def test_from_a_cell_to_the_text_and_back_is_the_same_cell(text: str, width: int) -> None:
    for line in layout(text, width).lines:
        for cluster in line.clusters:
            assert line.cell_of(cluster.start) == line.cell_of(cluster.end - 1) == cluster.cell
            assert line.map[cluster.cell : cluster.cell + cluster.cells] == [cluster.start] * cluster.cells
            assert line.start <= cluster.start < cluster.end <= line.end


@settings(max_examples=150, deadline=None)
@given(texts, widths)
def test_nothing_that_a_terminal_obeys_is_ever_drawn(text: str, width: int) -> None:
    for line in layout(text, width).lines:
        bare = EMOJI_SEQUENCE.sub("", line.text)
        kinds = {unicodedata.category(char) for char in bare if ord(char) not in VISIBLE_FORMATS}
        assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@settings(max_examples=200, deadline=None)
@given(texts, widths, spans)
def test_a_cell_has_the_style_of_the_last_span_that_touches_its_cluster(
    text: str, width: int, styled: list[tuple[int, int, int]]
) -> None:
    for line in layout(text, width, styled).lines:
        for cluster in line.clusters:
            touching = [s for a, b, s in styled if a < b and a < cluster.end and b > cluster.start]
            assert settled(line, cluster.start) == (touching[-1] if touching else 0)


@settings(max_examples=200, deadline=None)
@given(texts, widths, st.sampled_from(MODES))
def test_what_is_cut_fits_and_says_where(text: str, width: int, mode: Mode) -> None:
    line = truncate(text, width, mode=mode)
    assert line.width == len(line.map) <= width
    assert (line.start, line.end) == (0, len(text))
    assert all(0 <= offset < max(len(text), 1) for offset in line.map)


def test_a_text_that_fits_is_not_cut() -> None:
    assert truncate(NEWS, 1_000).text == layout(NEWS, 1_000).lines[0].text
    assert truncate("abc", 3).text == "abc"


@pytest.mark.parametrize(
    "text, width, drawn",
    [
        ("Damascus", 4, "Dam…"),
        ("one two", 5, "one…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("中文字", 4, "中…"),
        ("a\nb", 3, "a b"),
    ],
)
def test_the_ellipsis_stands_for_what_has_no_room(text: str, width: int, drawn: str) -> None:
    assert truncate(text, width).text == drawn


def test_an_isolate_that_is_cut_ends_before_the_ellipsis() -> None:
    line = truncate(f"يوم {isolate('Monday and more')}", 8)
    assert line.text == "…Mon \ufee1\ufeee\ufef3"
    assert line.map[0] == 8


def test_a_style_at_the_cut_reaches_over_the_ellipsis() -> None:
    assert truncate("Damascus", 4, spans=[(2, 8, "bold")]).runs == [("Da", 2, 0), ("m…", 2, "bold")]


def test_a_style_that_ends_behind_the_cut_reaches_over_it_also_in_an_isolate() -> None:
    line = truncate(f"يوم {isolate('Monday and more')}", 8, spans=[(0, 9, "bold")])
    assert [style for _, _, style in line.runs] == ["bold"]


@pytest.mark.parametrize("brk", ["\n", "\r\n", "\r", "\u2029", "\u2028", "\x85", "\x0c"])
def test_each_line_of_a_text_is_a_paragraph_of_its_own(brk: str) -> None:
    found = layout(f"سلام{brk}{brk}abc{brk}", 20).lines
    assert [(line.text, line.rtl) for line in found] == [("\ufee1\ufefc\ufeb3", True), ("", False), ("abc", False)]
    assert found[-1].end == 4 + 3 + 3 * len(brk)


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    line = layout("سلام\nabc سلام", 20, [(9, 11, "x")]).lines[1]
    assert line.map == [5, 6, 7, 8, 12, 10, 9]
    assert line.runs == [("abc \ufee1", 5, 0), ("\ufefc\ufeb3", 2, "x")]


def test_an_empty_text_is_one_empty_line() -> None:
    [line] = layout("", 10, fallback=1).lines
    assert (line.text, line.runs, line.map, line.start, line.end, line.rtl) == ("", [], [], 0, 0, True)


def test_white_space_hangs_over_the_end_and_long_words_break() -> None:
    lines = layout("ab  cdefgh", 3).lines
    assert [line.text for line in lines] == ["ab", "cde", "fgh"]
    assert [(line.start, line.end) for line in lines] == [(0, 4), (4, 7), (7, 10)]


def test_wide_letters_break_between_and_keep_their_full_stop() -> None:
    assert [line.text for line in layout("中文字。中", 6).lines] == ["中文", "字。中"]


@pytest.mark.parametrize("text", ["abcd \u2069", "abcd\u2069 \u200f", "\u2068 abcd", "abcd   "])
def test_format_characters_alone_make_no_line(text: str) -> None:
    assert all(line.width for line in layout(text, 4).lines)


def test_no_line_ever_parts_lam_from_alef() -> None:
    assert [line.text for line in layout("لالالا", 1).lines] == ["\ufefb"] * 3


def test_the_paragraph_decides_the_order_of_every_line() -> None:
    """The number after the break still sees the Arabic before it."""
    last = layout("مقارنة بزيادة 3.5%) مقارنة", 20).lines[-1]
    assert last.rtl
    assert layout("بلغت النسبة 12 - 13", 11).lines[1].text == "13 - 12"


@pytest.mark.parametrize(
    "text, width, cells",
    [
        ("\u2067     سلام", 3, [1, 2, 3]),
        ("\u2067ا \u0301", 9, [2, 1]),
        ("\u2067ا \ufe0f", 9, [2, 1]),
        ("a ا \u200f", 9, [0, 1, 3, 2]),
        ("a ا ", 9, [0, 1, 2, 3]),
    ],
    ids=[
        "spaces before a break",
        "a space with a mark",
        "a space with a selector",
        "a space before a mark of order",
        "a space",
    ],
)
def test_white_space_at_the_end_of_a_line_runs_with_the_paragraph(text: str, width: int, cells: list[int]) -> None:
    assert layout(text, width, base=0).lines[0].map == cells


@pytest.mark.parametrize("start, end", [(4, 11), (11, 4)])
def test_dragging_over_a_word_either_way_marks_that_word(start: int, end: int) -> None:
    text = "قال المتحدث باسم WHO"
    line = layout(text, 40).lines[0]
    low, high = min(start, end), max(start, end)
    [(cell, cells)] = line.cells_of(low, high)
    picked = sorted(line.map[cell : cell + cells])
    assert text[picked[0] : picked[-1] + 1] == "المتحدث"


def test_a_selection_over_a_change_of_direction_is_two_stretches() -> None:
    assert layout("قالت منظمة WHO اليوم", 60).lines[0].cells_of(5, 13) == [(6, 2), (9, 6)]


def test_beside_the_text_lies_its_nearer_end() -> None:
    arabic, latin = layout("سلام", 9).lines[0], layout("abc", 9).lines[0]
    assert [arabic.offset_at(cell) for cell in (-1, 0, 2, 3)] == [4, 3, 0, 0]
    assert [latin.offset_at(cell) for cell in (-1, 0, 2, 3)] == [0, 0, 2, 3]


def test_a_mark_without_a_letter_stands_on_a_circle() -> None:
    assert layout("\u064eب", 9).lines[0].text == "\ufe8f\u25cc\u064e"


def test_a_family_and_a_flag_are_one_cluster_each_also_inside_arabic() -> None:
    family, flag = "👨\u200d👩\u200d👧", "🇸🇾"
    line = layout(f"قال {family} {flag} هنا", 40).lines[0]
    assert family in line.text
    assert flag in line.text
    assert {"e" if cluster.cells == 2 else "1" for cluster in line.clusters} == {"e", "1"}


def test_overrides_in_a_text_turn_nothing() -> None:
    assert layout("abc\u202edef\u202c", 20).lines[0].text == "abcdef"
    assert layout("\u202eabc", 20, base=0).lines[0].text == "abc"


def test_clean_text_keeps_its_length_and_shows_where_it_was_cleaned() -> None:
    assert clean("a\x1b[31m\u202eb\n\tc") == "a\ufffd[31m\ufffdb\n\tc"
    assert clean(NEWS) == NEWS


@pytest.mark.parametrize("value", ["2024-03-12", "a\u2069b", "\u2067a", "\u2067a\u2069", "\u2069\u2069\u2066"])
def test_no_value_reaches_out_of_its_isolation(value: str) -> None:
    held = isolate(value)
    depth = [(char in "\u2066\u2067\u2068") - (char == "\u2069") for char in held]
    heights = [sum(depth[: n + 1]) for n in range(len(depth))]
    assert heights[-1] == 0
    assert min(heights[:-1]) >= 1


def test_a_label_is_the_line_as_drawn() -> None:
    assert visual("يوم 12") == "12 \ufee1\ufeee\ufef3"
    assert visual("تقرير وزارة الصحة", 6) == "…\ufeae\ufef3\ufeae\ufed8\ufe97"
    assert visual("12", base=1) == "12"


def test_new_spans_do_not_lay_the_text_out_again() -> None:
    before = layout(NEWS, 40)
    after = layout(NEWS, 40, [(10, 30, "x")])
    assert [line.map for line in after.lines] == [line.map for line in before.lines]
    assert all(a._row is b._row for a, b in zip(after.lines, before.lines, strict=True))


def test_a_layout_finds_the_line_of_an_offset() -> None:
    found: Layout = layout(NEWS, 30)
    for number, line in enumerate(found.lines):
        assert found.line_of(line.start) == found.line_of(line.end - 1) == number
    assert found.line_of(10_000) == len(found.lines) - 1


@pytest.mark.parametrize(
    "text",
    [
        "ا" + "$" * 10_000,
        "\u200d" * 10_000,
        "ا" + "(" * 10_000,
        "ا" + "[(" * 5_000 + ")]" * 5_000,
        "ا" + "(1)" * 4_000,
        "\u2068" * 5_000 + "ا" + "\u2069" * 5_000,
        "\u202b" * 10_000 + "a",
        "ا " + "1" * 10_000,
        "ا" + "\u064e" * 10_000,
        " " * 10_000 + "\t",
        "😀\u200d" * 5_000,
        "لا" * 5_000,
        "1+" * 5_000 + "ا",
    ],
    ids=lambda text: f"{text[:3]!a} to {text[-3:]!a}",
)
@pytest.mark.parametrize("mode", ["visual", "inverse"])
def test_no_text_however_odd_costs_more_than_its_length(text: str, mode: Mode) -> None:
    """A rule that looked again at each step would take a minute; the bound is twenty times what it takes."""
    began = time.process_time()
    layout(text, 80, mode=mode)
    visual(text, mode=mode)
    assert time.process_time() - began < 2


def test_a_label_is_cut_without_looking_at_all_of_a_long_text() -> None:
    text = "سوريا اليوم " * 400_000
    began = time.process_time()
    assert visual(text, 10) == visual(text[:100], 10)
    assert visual("\u200b" * 5_000 + "abc", 10) == "abc"
    assert time.process_time() - began < 0.5


def test_the_package_loads_no_screen() -> None:
    code = "import tui.bidi.layout, tui.bidi.document, tui.bidi.modes, sys; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
