"""What each part of a report counts from, and what it tells without a day."""

from __future__ import annotations

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.model.block import Block, BlockRole, Cell, Stamp
from timeline_core.model.event import Event
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.model.when import Precision


def told(text: str, published: str | None = None, title: str = "") -> list[tuple[str, str]]:
    """Day and title of everything that the text tells, in order."""
    return days(report(text, published, title=title))


def days(of: Report) -> list[tuple[str, str]]:
    found = timeline(of)
    return [(event.when.edtf if event.when else "", event.title) for event in (*found.events, *found.undated)]


def first(text: str, published: str | None = None) -> Event:
    found = timeline(report(text, published))
    return (*found.events, *found.undated)[0]


ENTRIES = [
    ("7 آذار 2021: غادر الوفد أمس مدينة السلمية.", "2021-03-06"),
    ("7/3/2021: غادر الوفد أمس مدينة السلمية.", "2021-03-06"),
    ("7 March 2021: The delegation left Salamiyah yesterday.", "2021-03-06"),
    ("**7 March 2021** - The delegation left Salamiyah yesterday.", "2021-03-06"),
    ("- **2021-03-07** — The delegation left Salamiyah yesterday.", "2021-03-06"),
    ("[17/03/2021, 09:11:00] Huda: The delegation left Salamiyah yesterday.", "2021-03-16"),
    ("2021-03-07 09:11 Huda: The delegation left Salamiyah yesterday.", "2021-03-06"),
    ("17/03/2021 - 09:11 غادر الوفد أمس مدينة السلمية.", "2021-03-16"),
    ("٧ آذار ٢٠٢١، ٩:١٥ م - غادر الوفد أمس مدينة السلمية.", "2021-03-06"),
]


@pytest.mark.parametrize(("text", "day"), ENTRIES, ids=str)
def test_yesterday_in_an_entry_counts_from_the_day_of_the_entry(text: str, day: str) -> None:
    [(edtf, title)] = told(text)
    assert edtf == day
    assert title in ("غادر الوفد مدينة السلمية", "The delegation left Salamiyah")


@pytest.mark.parametrize("published", [None, "2021-03-07", "2024-05-01"])
def test_the_day_of_an_entry_holds_whenever_the_report_was_published(published: str | None) -> None:
    assert told("7 آذار 2021: غادر الوفد أمس مدينة السلمية.", published)[0][0] == "2021-03-06"


def test_the_reason_names_the_part_of_the_report_that_was_counted_from() -> None:
    event = first("7 March 2021: The delegation left Salamiyah yesterday.")
    expression = event.evidence[0].expression
    assert expression is not None
    assert teller("en").why(expression) == (
        "«yesterday» → yesterday; counted from 7 March 2021, as the day of the entry has it: «7 March 2021»"
    )
    assert "بحسب مدخله «7 March 2021»" in teller("ar").why(expression)


def test_an_entry_tells_what_happened_on_its_day_and_is_its_own_evidence() -> None:
    text = "7 March 2021: Two bridges were destroyed.\n9 March 2021: The delegation left Salamiyah."
    found = timeline(report(text)).events
    assert [event.when and event.when.edtf for event in found] == ["2021-03-07", "2021-03-09"]
    assert found[0].evidence[0].exact == "7 March 2021: Two bridges were destroyed"


DATELINES = [
    "حمص، 7 آذار 2021 - قصفت طائرات أمس جسرا في السلمية.\n\nعمّان، 19 آذار 2021 - غادر الوفد أمس مدينة السلمية.",
    "HOMS, 7 March 2021 (Wire) - Planes bombed a bridge yesterday.\n***\nAMMAN, 19 March 2021 - He left yesterday.",
    "**حمص، 7 آذار 2021** - قصفت طائرات أمس جسرا في السلمية.\n---\nالرّباط (وكالة) 19 آذار 2021 - غادر الوفد أمس.",
]


@pytest.mark.parametrize("text", DATELINES, ids=str)
@pytest.mark.parametrize("published", [None, "2021-03-19", "2021-04-20"])
def test_a_dateline_holds_until_the_next(text: str, published: str | None) -> None:
    assert [day for day, _ in told(text, published)] == ["2021-03-06", "2021-03-18"]


@pytest.mark.parametrize("published", ["2021-03-08", "2021-03-30", "2023-01-01"])
def test_a_dateline_wins_over_the_day_of_publication_at_any_distance(published: str) -> None:
    assert told("حمص، 7 آذار 2021 - قصفت طائرات أمس جسرا في السلمية.", published)[0][0] == "2021-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "قدم الوفد طلبا رسميا إلى المنظمة.\nوأعلنت في بيان، أمس: وصول الوفد.\nقصفت طائرات جسرا في السلمية أمس.",
        "توقيع اتفاق «الوادي» الأحد\nقصفت طائرات أمس جسرا في السلمية.",
    ],
)
def test_a_word_for_a_day_that_counts_from_the_report_is_no_dateline(text: str) -> None:
    [day] = {day for day, title in told(text, "2021-03-19") if "جسر" in title}
    assert day == "2021-03-18"


def test_below_a_break_a_digest_counts_from_no_dateline_above() -> None:
    text = "حمص، 7 آذار 2021 - قتل ثلاثة أمس.\nحلب، 9 آذار 2021 - قتل خمسة أمس.\n***\nقتل سبعة جنود أمس في درعا."
    assert [day for day, _ in told(text)][:2] == ["2021-03-06", "2021-03-08"]
    assert all(day != "2021-03-08" or "خمسة" in title for day, title in told(text))


HEADINGS = [
    "7 آذار 2021\nقصفت طائرات اليوم جسرا في السلمية.\n\n10 آذار 2021\nغادر الوفد أمس المدينة.",
    "الأحد 7 آذار / مارس 2021\nقصفت طائرات اليوم جسرا.\n\nالأربعاء 10 آذار / مارس 2021\nغادر الوفد أمس المدينة.",
    "## 7 March 2021\n\nPlanes bombed a bridge today.\n\n## 10 March 2021\n\nThe delegation left yesterday.",
    "حساب الوادي, [17.03.2021 21:14]\nقصفت طائرات اليوم جسرا.\n\nحساب الوادي, [20.03.2021 08:00]\nغادر الوفد أمس.",
]


@pytest.mark.parametrize("text", HEADINGS, ids=str)
def test_a_day_on_a_line_of_its_own_holds_for_what_stands_below_it(text: str) -> None:
    assert [day[-1] for day, _ in told(text)] == ["7", "9"]


def test_what_stands_below_a_heading_with_a_day_is_of_that_day_though_it_says_none() -> None:
    text = (
        "## 7 آذار 2021\n\nمقتل خمسة جنود في كمين.\n\nوتوفي جنديان في اليوم التالي.\n\n## 9 آذار 2021\n\n- توقيع هدنة."
    )
    assert [day for day, _ in told(text)] == ["2021-03-07", "2021-03-08", "2021-03-09"]


def test_what_stands_below_a_dateline_is_of_no_day_that_it_does_not_say() -> None:
    [event] = timeline(report("حمص، 7 آذار 2021 - قصفت طائرات جسرا في السلمية.")).events
    assert (event.bounded, event.when and event.when.edtf) == (True, "../2021-03-07")


OWN = [
    "حمص، 7 آذار 2021\n\nقصفت طائرات أمس جسرا في السلمية.",
    "غارة على جسر\n07/03/2021\n\nقصفت طائرات أمس جسرا في السلمية.",
    "غارة على جسر\nالأحد 7 آذار / مارس 2021\n\nقصفت طائرات أمس جسرا في السلمية.",
    "نُشر في: 7 مارس 2021\nآخر تحديث: 9 مارس 2021\n\nقصفت طائرات أمس جسرا في السلمية.",
    "Published: 7 March 2021, 14:30 GMT\nUpdated: 9 March 2021\n\nPlanes bombed a bridge in Salamiyah yesterday.",
    "Planes bombed a bridge in Salamiyah yesterday.\n\nPublished 7 March 2021",
    "SITUATION REPORT\nReporting period: 1 - 6 March 2021\nDate of issue: 2021/03/07\n\nA bridge was bombed yesterday.",
]


@pytest.mark.parametrize("text", OWN, ids=str)
def test_the_day_line_of_a_report_is_its_day(text: str) -> None:
    found = timeline(report(text))
    [published] = found.published.values()
    assert (published.when and published.when.edtf, published.origin) == ("2021-03-07", "inferred")
    assert [event.when and event.when.edtf for event in found.events] == ["2021-03-06"]


YEARS = [
    "Chronology of the blockade, 2019\n\nMarch 3: A convoy was stopped.\nJune 7: The council announced a truce.",
    "الحصار\n\n2019\n3 آذار: أوقفت قافلة.\n7 حزيران: أعلن المجلس هدنة.",
    "# الحصار\n\n## عام 2019\n\n- 3 آذار: أوقفت قافلة.\n- 7 حزيران: أعلن المجلس هدنة.",
    "- 3 March 2019: A convoy was stopped.\n- 7 June: The council announced a truce.",
]


@pytest.mark.parametrize("text", YEARS, ids=str)
@pytest.mark.parametrize("published", [None, "2023-05-01"])
def test_the_year_of_an_entry_is_that_of_its_heading_its_title_or_the_entry_before(
    text: str, published: str | None
) -> None:
    assert [day for day, _ in told(text, published)] == ["2019-03-03", "2019-06-07"]


def test_the_year_turns_where_the_entries_run_past_its_end() -> None:
    text = "- 20 November 2019: A convoy was stopped.\n- 5 December: A bridge fell.\n- 9 January: Two men were killed."
    assert [day for day, _ in told(text)] == ["2019-11-20", "2019-12-05", "2020-01-09"]


def test_a_day_far_out_of_order_gets_no_year_by_guess() -> None:
    text = "- 20 June 2019: A convoy was stopped.\n- 5 July: A bridge was destroyed.\n- 9 March: Two men were killed."
    assert ("XXXX-03-09", "Two men were killed") in told(text)


def test_a_month_of_its_own_dates_its_entry_to_the_month() -> None:
    assert told("- **March 2021** — Displacement from the town began.")[0][0] == "2021-03"


NOT_HEADS = [
    "On 7 March 2021, the council said that a truce had been agreed.",
    "The truce was broken on 7 March 2021 - the second of the year.",
    "Resolution 2254: The council adopted the text on 7 March 2021.",
    "وقال في 7 آذار 2021: إن الهدنة خرقت.",
]


@pytest.mark.parametrize("text", NOT_HEADS, ids=str)
def test_a_date_within_a_sentence_is_no_head(text: str) -> None:
    found = timeline(report(text + "\nTwo men were killed yesterday in Homs."))
    assert all("Two men" not in event.title for event in found.events)


def test_a_message_of_a_file_counts_from_its_stamp_and_ends_where_it_ends() -> None:
    text = "Power was cut today.\nA bridge was bombed yesterday.\nA road was closed today."
    blocks = [
        Block(BlockRole.MESSAGE, Span(0, 20), stamp=Stamp("2021-03-07T21:00:00+03:00", "Huda")),
        Block(BlockRole.MESSAGE, Span(21, 51), stamp=Stamp("2021-03-10")),
    ]
    found = days(report(text, blocks=blocks))
    assert ("2021-03-09", "A bridge was bombed") in found
    assert all(day != "2021-03-10" for day, _ in found)


def row(text: str, *cells: str, columns: tuple[str, ...] = ()) -> Block:
    found = []
    start = 0
    for number, said in enumerate(cells):
        start = text.index(said, start)
        found.append(Cell(Span(start, start + len(said)), columns[number] if columns else ""))
        start += len(said)
    return Block(BlockRole.ROW, Span(found[0].span.start, found[-1].span.end), cells=tuple(found))


def test_a_row_with_a_day_is_an_event_and_its_source_is_no_part_of_the_title() -> None:
    text = "7 March 2021\tA bridge was bombed\tThe Lantern\n9 March 2021\tThe delegation left\tThe Lantern"
    columns = ("Date", "Event", "Source")
    blocks = [
        row(text, "7 March 2021", "A bridge was bombed", "The Lantern", columns=columns),
        row(text, "9 March 2021", "The delegation left", "The Lantern", columns=columns),
    ]
    # The second row is found from its own start on.
    blocks[1] = Block(
        BlockRole.ROW, Span(45, len(text)), cells=tuple(
            Cell(Span(text.index(said, 45), text.index(said, 45) + len(said)), column)
            for said, column in zip(("9 March 2021", "The delegation left", "The Lantern"), columns, strict=True)
        ),
    )  # fmt: skip
    found = timeline(report(text, blocks=blocks)).events
    assert [(event.when and event.when.edtf, event.title) for event in found] == [
        ("2021-03-07", "A bridge was bombed"),
        ("2021-03-09", "The delegation left"),
    ]
    assert found[0].evidence[0].exact == "7 March 2021\tA bridge was bombed"


def test_a_table_of_markdown_is_rows() -> None:
    head = "| التاريخ | الحدث | المصدر |\n|---|---|---|\n"
    text = head + "| 7 آذار 2021 | قصف جسر في السلمية | المرصد |\n| 9 آذار 2021 | غادر الوفد المدينة | وكالة |"
    assert told(text) == [("2021-03-07", "قصف جسر في السلمية"), ("2021-03-09", "غادر الوفد المدينة")]


EN, AR = (
    ("On 7 March 2021 a bridge was bombed.{} Two men were killed on 9 March 2021{}."),
    ("قصف جسر في السلمية في 7 آذار 2021.{} وقتل رجلان في 9 آذار 2021{}."),
)


def test_cells_parted_by_tabs_are_no_one_sentence() -> None:
    rows = ("التاريخ\tالمصدر\tالنص", "7/3/2021\tالمرصد\tقصفت طائرات اليوم جسرا", "19/3/2021\tوكالة\tغادر الوفد أمس")
    assert told("\n".join(rows)) == [("2021-03-07", "قصفت طائرات جسرا"), ("2021-03-18", "غادر الوفد")]


ORDERS = [
    ("15/02/2021: A road was closed.\n\n10/02/2021: A bridge was bombed.", "2021-02-10"),
    ("02/15/2021: A road was closed.\n\n02/10/2021: A bridge was bombed.", "2021-02-10"),
    ("[2/13/21, 9:11 PM] Huda: A road was closed.\n[2/10/21, 9:15 PM] Omar: A bridge was bombed.", "2021-02-10"),
    ("02/15/2021: A road was closed.\n\n15/03/2021: Talks.\n\n02/10/2021: A bridge was bombed.", "2021-02-10?"),
]


@pytest.mark.parametrize(("text", "day"), ORDERS, ids=str)
def test_one_date_that_can_be_read_in_one_way_settles_the_order_of_all(text: str, day: str) -> None:
    assert (day, "A bridge was bombed") in told(text)


NOTES = [
    EN.format("¹", "") + "²\n1  Interview of 4 April 2021.\n2  Flash update, 11 March 2021.",
    EN.format("[1]", "") + "\n## References\n1. Wire. 8 March 2021. Retrieved 4 April 2021.",
    EN.format("", ' ("The bridge", accessed 4 April 2021)'),
    AR.format("[1]", "") + "\nالمراجع\n«الجسر». وكالة. 8 آذار 2021. اطلع عليه بتاريخ 4 نيسان 2021.",
]


@pytest.mark.parametrize("text", NOTES, ids=str)
def test_notes_and_what_they_cite_are_no_events(text: str) -> None:
    assert [day for day, _ in told(text)] == ["2021-03-07", "2021-03-09"]


def test_a_caption_is_no_event() -> None:
    text = "Smoke over the bridge on 7 March 2021.\nTwo men were killed on 9 March 2021."
    assert [day for day, _ in days(report(text, blocks=[Block(BlockRole.CAPTION, Span(0, 38))]))] == ["2021-03-09"]


LISTED = "\n- 8 شباط: زار الوزير السلمية.\n- 3 آذار: افتتح المحافظ جسرا في السلمية.\n- 9 أيار: أغلق الأهالي الطريق.\n"


@pytest.mark.parametrize(
    ("above", "years"),
    [
        ("أبرز ما جرى في السلمية عام 2019", {2019}),
        ("بنيت السلمية الحديثة عام 1848 حين عاد إليها أهلها. وكانت قبل ذلك خرابا.\nوهذه أبرز محطاتها:", {2023}),
        ("بنيت السلمية الحديثة عام 1848. وكان عام 2019 عاما صعبا.\nوكان عام 2019 صعبا. وفيما يلي أبرز محطاته:", {2019}),
    ],
)
def test_a_list_takes_the_year_of_its_headline_or_introduction_and_of_no_story_above(
    above: str, years: set[int]
) -> None:
    found = timeline(report(above + LISTED, "2023-06-20"))
    listed = [event for event in found.events if event.when and event.when.precision is Precision.DAY]
    assert len(listed) == 3
    assert {event.when.first.year for event in listed if event.when and event.when.first} == years
