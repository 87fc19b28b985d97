"""Lines as they are drawn, without a widget."""

import re
from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest

from tests.builders import NAMES, event, evidence, figure, founding, many, report, timeline
from timeline_core.model.event import Event, Figure, Kind, Status
from timeline_core.model.expression import Origin
from timeline_core.model.span import Span
from timeline_core.model.when import When, bounded_by
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter, Term
from tui.bidi.layout import visual
from tui.draw import actors as render_actors
from tui.draw import bars as render_bars
from tui.draw import citation as render_citation
from tui.draw import detail as render_detail
from tui.draw import keys as render_keys
from tui.draw import line as render
from tui.draw import list as render_list
from tui.draw import report as render_report
from tui.draw import signs
from tui.draw.detail import Reasons
from tui.draw.line import Line
from tui.draw.report import Page
from tui.i18n import speech
from tui.keys.keys import STANDARD
from tui.keys.table import Group
from tui.view import state
from tui.view.search import hits, layered, read
from tui.view.state import View


def view_on(loaded: Timeline, **changes: object) -> View:
    return replace(state.opened(View(), loaded), **changes)  # type: ignore[arg-type]


def text(line: Line) -> str:
    return "".join(run for run, _, _ in line)


def rows(view: View, width: int = 60) -> list[str]:
    return [text(render_list.row(view, number, width)).rstrip() for number in range(len(view.listing.rows))]


def detail(view: View, width: int = 70) -> list[str]:
    return [text(line) for line in render_detail.detail(view, width, Reasons())]


@pytest.mark.parametrize("width", [30, 47, 80, 200])
@pytest.mark.parametrize("airy", [True, False])
def test_every_row_is_as_wide_as_the_list(width: int, airy: bool) -> None:
    view = view_on(founding(), airy=airy)
    for number in range(-1, len(view.listing.rows) + 3):
        assert render.width_of(render_list.row(view, number, width)) == width


def test_headings_gaps_signs_and_branches_tell_the_shape_of_the_time() -> None:
    starts = [row[:13].replace("▎", " ").rstrip() for row in rows(view_on(founding()))]
    assert starts == [
        " 2021",
        " › ◇ late 202",
        " January 2022",
        "   ◇ Thu 20",
        "      ⋮   11",
        " January 2023",
        "   ▬ month",
        "     └ ○ earl",
        " February 202",
        "   ● Fri 10",
        "     ├ ○ Wed",
        "     ├ ○ Thu",
        "     └ ✕ Fri",
        " March 2023",
        "   ▷ Wed 1",
        " Undated",
        "   ●",
    ]


def test_arabic_titles_stand_at_the_right_and_latin_ones_at_the_left_of_their_column() -> None:
    drawn = {row[8:15].strip(): row for row in rows(view_on(founding()), 60)}
    assert drawn["Thu 16"].endswith(visual("كشفت القيادة المركزية عن مقتل القحطاني"))
    assert drawn["Wed 15"].index("CENTCOM") == render_list.TITLE_AT[0] + 3, "behind its branch"


def test_a_day_is_written_once_and_beside_the_chosen_event() -> None:
    some = [event(f"e{n}", "2023-02-10", f"the mill burned {n}") for n in (1, 2, 3)]
    other = event("f", "2023-02-11", "the weir broke")
    days = [row[5:11].strip() for row in rows(view_on(timeline(*some, other)))]
    assert days[-4:] == ["Fri 10", "", "", "Sat 11"]
    days = [row[5:11].strip() for row in rows(replace(view_on(timeline(*some, other)), chosen="e3"))]
    assert days[-4:] == ["Fri 10", "", "Fri 10", "Sat 11"]


@pytest.mark.parametrize(
    ("one", "sign"),
    [
        (event("e", "2023-02-10", "it happened"), "●"),
        (event("e", "2023-02", "it went on"), "▬"),
        (event("e", "2023-02-10", "it was said", kind=Kind.ANNOUNCEMENT), "○"),
        (event("e", "2023-02-10", "it will be", kind=Kind.PLANNED), "▷"),
        (event("e", "2023-02-10", "it was not", kind=Kind.DENIAL), "✕"),
        (event("e", None, "it was some day"), "●"),
        (event("e", bounded_by(date(2023, 2, 10)), "it was by then"), "◌"),
        (event("e", bounded_by(date(2023, 2, 10)), "it was said by then", kind=Kind.ANNOUNCEMENT), "○"),
    ],
)
def test_kinds_are_told_apart_by_shape(one: Event, sign: str) -> None:
    assert signs.sign(one) == sign


def test_what_all_reports_only_remind_of_is_hollow() -> None:
    [reminded, *_] = founding().events
    assert (signs.sign(reminded), signs.rank(reminded)) == ("◇", "faint")


def test_a_rejected_event_is_hidden_unless_it_is_asked_for_and_then_struck_through() -> None:
    one = event("e", "2023-02-10", "no such thing", status=Status.REJECTED)
    assert signs.rank(one) == "rejected"
    view = view_on(timeline(one))
    assert (view.count, view.total) == (0, 1)
    asked = state.filtered(view, Filter((Term("status", ("rejected",)),)))
    assert any("no such thing" in row for row in rows(asked))


def test_a_most_is_shown_as_one() -> None:
    most = Figure("killed", 0, 1050, approximate=False, report="one", span=Span(0, 1))
    assert render_detail.value(most) == "up to 1,050"


def test_figures_that_reports_count_differently_stand_side_by_side_with_their_sources() -> None:
    first, second = report("one", "nine were killed"), report("two", "eleven were killed")
    pieces = [evidence(first, first.text, "nine", When("2023")), evidence(second, second.text, "eleven", When("2023"))]
    counts = (figure("killed", 9, "one"), figure("killed", 11, "two"), figure("arrested", 1227, "two"))
    one = event("e", "2023-02-10", "a raid", *pieces, figures=counts)
    [drawn] = [line for line in detail(view_on(timeline(one, reports=(first, second)))) if "Figures" in line]
    assert drawn.split("Figures ")[1] == "killed: 9 (report 1) or 11 (report 2)  ·  1,227 arrested"


def test_a_report_that_tells_a_total_and_a_part_does_not_differ_with_one_that_tells_the_total() -> None:
    one, two = report("one", "43"), report("two", "43, of them 10")
    pieces = [evidence(told, "43", "43", When("2023")) for told in (one, two)]
    counts = (figure("operations", 43, "one"), figure("operations", 43, "two"), figure("operations", 10, "two"))
    loaded = timeline(event("e", "2023-01", "a tally", *pieces, figures=counts), reports=(one, two))
    assert any(line.endswith("43, 10 operations") for line in detail(view_on(loaded)))


def test_a_date_that_counts_from_an_inferred_day_says_how_that_day_was_found() -> None:
    loaded = founding()
    raid = loaded.events[4]
    [piece, *_] = raid.evidence
    assert piece.expression is not None
    reason = replace(piece.expression.reason, origin=Origin.INFERRED)
    counted = replace(piece, expression=replace(piece.expression, reason=reason))
    view = view_on(timeline(replace(raid, evidence=(counted,)), reports=loaded.reports))
    why = Reasons(lambda expression: f"«{expression.text}» as written", lambda _: "it shares the news of a killing")
    drawn = [text(line) for line in render_detail.detail(view, 70, why)]
    assert any(line.startswith("Why") and line.endswith("as written") for line in drawn)
    assert "Report  it shares the news of a killing" in drawn


def test_the_detail_says_what_an_announcement_is_about() -> None:
    view = state.choose(view_on(founding()), "2023-02-15--6")
    [about] = [line for line in detail(view) if line.startswith("About")]
    assert "Fri 10 Feb 2023" in about


def test_words_are_found_in_whatever_spelling_they_stand() -> None:
    said = "هجوم الحسَكـة"
    [(start, end, _)] = hits(said, read("حسكه"))
    assert said[start:end] == "حسَكـة"
    assert hits("nothing", ()) == []


def test_layers_of_marks_are_cut_where_they_overlap() -> None:
    assert layered([(0, 10, "lit")], [(4, 6, "dated")]) == [
        (0, 4, "lit"),
        (4, 6, "lit dated"),
        (6, 10, "lit"),
    ]


@pytest.mark.parametrize("width", [24, 61])
def test_a_report_is_shown_whole_with_its_title_and_air_between_paragraphs(width: int) -> None:
    first = founding().reports[0]
    page = Page(first, "visual")
    page.settle(width, 0, 500)
    lines = page.lines(width, 0, page.height(width), [])
    assert all(render.width_of(line) == width for line in lines)
    blank = [number for number, line in enumerate(lines) if not text(line).strip()]
    assert len(blank) == first.text.count("\n") + 1


def test_marks_lie_on_the_words_they_mark_behind_title_and_air() -> None:
    first = founding().reports[0]
    page = Page(first, "visual")
    start = first.text.index("Feb 10th")
    lines = page.lines(60, 0, 99, [(start, start + 8, "dated")])
    assert [run for line in lines for run, _, style in line if style == "dated"] == ["Feb 10th"]
    assert "Feb 10th" in text(page.lines(60, page.line_of(start, 60), 1, [])[0])


def test_a_report_whose_text_begins_with_its_title_says_it_once() -> None:
    page = Page(report("r", "A raid\nIt was at night.", title="A raid"), "visual")
    assert [text(line).strip() for line in page.lines(40, 0, 9, [])] == ["A raid", "", "It was at night."]


def test_paragraphs_that_stand_apart_already_are_not_pushed_further() -> None:
    page = Page(report("r", "one\n\ntwo\nthree\n"), "visual")
    drawn = [text(line).strip() for line in page.lines(40, 0, 9, [])]
    assert drawn[:5] == ["one", "", "two", "", "three"]


def test_the_heading_of_a_report_says_when_it_was_published_and_that_it_is_a_guess() -> None:
    view = state.choose(view_on(founding()), "2023-02-10--5")
    line = text(render_report.heading(view, 90))
    assert line == "Report 1 of 2 · quote 1 of 3 · 15–28 Feb 2023, inferred · " + visual("وكالة (الفرات)")
    assert "…" not in text(render_report.heading(view, 60))


def test_names_that_no_list_knows_are_shown_as_they_are() -> None:
    one = event("e", "2023-02-10", "a raid", actors=("nobody-knows",), places=("nowhere",))
    drawn = "\n".join(detail(view_on(timeline(one, names=NAMES.only(())))))
    assert "nobody-knows" in drawn
    assert "nowhere" in drawn


@pytest.mark.parametrize("hostile", ["raid\x1b]0;owned\x07", "[red]raid[/]", "raid\u202edir\u202c", "raid\nraid"])
def test_a_hostile_title_is_drawn_as_text(hostile: str) -> None:
    one = event("e", "2023-02-10", hostile, evidence(report("r", "x"), "x", "", When("2023-02-10")))
    view = view_on(timeline(one))
    drawn = "\n".join(rows(view) + detail(view))
    assert not any(sign in drawn for sign in "\x1b\x07\u202e\u202c")
    assert "raid" in drawn


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_the_bars_fill_their_line(width: int) -> None:
    view = state.toggle_pin(state.search(view_on(founding(), title="ملف (نموذج)"), "قحطاني"), 2)
    for bar in (render_bars.top, render_bars.foot):
        for moment in (view, state.switch_filters(view), state.tell(view, "done")):
            assert render.width_of(render_bars.drawn(bar(moment, width))) <= width
    assert render.width_of(render_bars.drawn(render_bars.top(view, width))) == width


@pytest.mark.parametrize("code", ["en", "ar"])
def test_each_cell_of_the_foot_does_what_is_named_there(code: str) -> None:
    speech.use(code, {})
    try:
        blocks = render_bars.foot(view_on(founding()), 120)
        did = [render_bars.action_at(blocks, x) for x in range(120)]
        runs = [(action, len(list(cells))) for action, cells in groupby(did)]
        named = [(block.does, render.width_of(block.line)) for block in blocks if block.line]
    finally:
        speech.use("en", {})
    assert runs == (named[::-1] if code == "ar" else named)
    assert {"wish('pin', 1)", "do('search')", "do('export')", ""} <= set(did)


def test_what_is_hidden_is_always_counted() -> None:
    view = state.toggle_pin(view_on(founding()), 3)
    assert text(render_bars.drawn(render_bars.top(view, 80))).endswith("SDF   2 events · 8 hidden   ? help")
    assert "events · 0 hidden" in text(render_bars.drawn(render_bars.top(view_on(many(1234)), 80)))
    assert "1,234" in text(render_bars.drawn(render_bars.top(view_on(many(1234)), 80)))


def test_pinned_actors_stand_at_the_foot_with_digit_and_count() -> None:
    assert text(render_bars.drawn(render_bars.foot(view_on(founding()), 80))).startswith(
        " ① CENTCOM 6  ② ISIS 3  ③ SDF 2"
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", 4), ("قس", 1), ("syr", 1), ("داعش", 1), ("state", 1), ("القي", 1), ("zzz", 0)],
)
def test_an_actor_is_found_by_a_part_of_any_of_its_names(typed: str, found: int) -> None:
    assert len(render_actors.choices(view_on(founding()), typed).rows) == found


def test_an_actor_whose_name_begins_so_comes_first() -> None:
    assert render_actors.choices(view_on(founding()), "ق").rows[0].id == "sdf"


def test_actor_rows_fill_their_line() -> None:
    choices = render_actors.choices(state.toggle_pin(view_on(founding()), 1), "")
    for number in range(4):
        assert render.width_of(render_actors.row(choices, number, 58)) == 58
    assert "①" in text(render_actors.row(choices, 0, 58))
    assert "●" in text(render_actors.row(choices, 0, 58))


def test_a_citation_names_every_source_and_keeps_the_order_of_the_text() -> None:
    loaded = founding()
    raid = loaded.event("2023-02-10--5")
    assert raid is not None
    cited = render_citation.citation(loaded, raid)
    assert cited.count("«") == len(raid.evidence) == 3
    assert "«A raid on Feb 10th killed Ibrahim al-Qahtani, an ISIS official»" in cited
    assert all(piece.exact in cited for piece in raid.evidence)
    assert not any("\ufb50" <= sign <= "\ufefc" for sign in cited)


@pytest.mark.parametrize("width", [60, 110, 170])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_card_of_keys_tells_every_word_at_every_width(width: int, language: str) -> None:
    speech.use(language)
    lines = render_keys.card(STANDARD, width, mode="off")
    assert all(render.width_of(line) <= width for line in lines)
    drawn = [re.sub("[\u2066-\u2069]", "", text(line)) for line in lines]
    said = set(" ".join(drawn).split())
    for group in Group:
        for _, message in STANDARD.rows(group):
            assert set(speech.say(message).split()) <= said
    assert "…" not in "".join(drawn)


def test_a_citation_commands_no_terminal_that_it_is_pasted_into() -> None:
    loaded = founding()
    raid = loaded.event("2023-02-10--5")
    assert raid is not None
    cited = render_citation.citation(loaded, replace(raid, title="a\x1b[201~\u202erm -r\r\nb"))
    assert cited.startswith("a\ufffd[201~\ufffdrm -r")
    assert not {"\x1b", "\r"} & {*cited}


def test_a_kind_has_a_hue_and_the_number_of_a_toll_is_bold() -> None:
    told = event("e", "2023-02-10", "it was said", kind=Kind.ANNOUNCEMENT, figures=(figure("killed", 43, "r"),))
    view = view_on(timeline(told))
    styles = {part.strip(): style for line in render_detail.detail(view, 70, Reasons()) for part, _, style in line}
    assert styles["43"] == "toll"
    assert styles["announcement"] == "told"
    assert signs.hue(told) == "told"
    assert signs.hue(replace(told, status=Status.REJECTED)) == "rejected"
    assert signs.hue(event("f", "2023-02-10", "it happened")) == "happened"


def test_a_row_bears_the_hue_of_the_first_pinned_actor_and_the_foot_tells_whose_it_is() -> None:
    view = view_on(founding())
    hues = {id: f"hue-{place}" for place, (id, _) in enumerate(view.pins, 1)}
    for number, row in enumerate(view.listing.rows):
        strip = [style.split()[-1] for run, _, style in render_list.row(view, number, 60) if run == "▎"]
        named = [id for id in getattr(row, "actors", ()) if id in hues]
        assert strip == ([hues[named[0]]] if named else [])
    foot = [style for block in render_bars.foot(view, 120) for run, _, style in block.line if run in "①②③④⑤"]
    assert foot == [*hues.values()]


def test_a_row_tells_that_a_person_wrote_there() -> None:
    told = founding()
    first, second, third = told.events[:3]
    written = (replace(first, note="ask the court", tags=("camp",)), replace(second, tags=("camp",)), third)
    drawn = [row for row in rows(view_on(timeline(*written, reports=told.reports))) if "◇" in row or "▬" in row]
    assert [row[-1] if row[-1] in "¶#" else "" for row in drawn] == ["¶", "#", ""]
