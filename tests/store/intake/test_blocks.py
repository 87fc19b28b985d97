"""The parts that files mark as such: headings, items, rows, captions, notes, posts; and what they make of a report."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from store.intake.pages import html
from tests.core.words import timeline
from tests.store.words import only_report
from timeline_core.model.block import BlockRole
from timeline_core.model.report import Report

PAGE = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{}</title>{}</head><body>{}</body></html>'


def page(tmp_path: Path, body: str, title: str = "The blockade", head: str = "") -> Report:
    return only_report(tmp_path / "a.html", PAGE.format(title, head, body))


def days(report: Report) -> list[tuple[str, str]]:
    found = timeline(report)
    return [(event.when.edtf if event.when else "", event.title) for event in (*found.events, *found.undated)]


def roles(report: Report) -> list[tuple[str, str, int]]:
    return [(block.role.value, block.span.of(report.text), block.level) for block in report.blocks]


def test_a_page_tells_its_headings_items_and_captions(tmp_path: Path) -> None:
    report = page(
        tmp_path,
        "<h1>The blockade</h1><p>It began in spring.</p><h3>Roads</h3><ul><li>North<ul><li>Bridge</li></ul></li></ul>"
        "<figure><img><figcaption>Smoke over the bridge.</figcaption></figure>",
    )
    assert roles(report) == [
        ("heading", "The blockade", 1),
        ("heading", "Roads", 3),
        ("item", "North", 0),
        ("item", "Bridge", 1),
        ("caption", "Smoke over the bridge.", 0),
    ]


def test_items_and_rows_that_are_never_closed_are_told_apart(tmp_path: Path) -> None:
    report = page(tmp_path, "<ul><li>North<li>South</ul><table><tr><td>a<td>b<tr><td>c<td>d</table>")
    assert roles(report) == [("item", "North", 0), ("item", "South", 0), ("row", "a\tb", 0), ("row", "c\td", 0)]


TABLE = (
    "<table><tr><th>Date</th><th>Event</th><th>Source</th></tr>"
    "<tr><td>7 March 2021</td><td>A bridge was bombed</td><td>The Lantern</td></tr>"
    "<tr><td>9 March 2021</td><td><p>The delegation left.</p><p>It was tired.</p></td><td>Wire</td></tr></table>"
)


def test_a_table_of_a_page_is_a_line_a_row_with_its_cells(tmp_path: Path) -> None:
    report = page(tmp_path, TABLE)
    assert report.text.split("\n")[1] == "7 March 2021\tA bridge was bombed\tThe Lantern"
    row = report.blocks[1]
    assert [(cell.span.of(report.text), cell.column) for cell in row.cells] == [
        ("7 March 2021", "Date"),
        ("A bridge was bombed", "Event"),
        ("The Lantern", "Source"),
    ]
    assert days(report)[:2] == [("2021-03-07", "A bridge was bombed"), ("2021-03-09", "The delegation left")]


def test_a_table_that_only_lays_out_a_page_is_no_row() -> None:
    body = "<table><tr><td>Home<br>World</td><td>A bridge was bombed on 7 March 2021.<br>It was old.</td></tr></table>"
    found = html.read(body)
    assert found.text == "Home\nWorld\nA bridge was bombed on 7 March 2021.\nIt was old."
    assert not found.marks


POST = '<div class="post"><time datetime="{}">{}</time><h2>{}</h2><p>{}</p></div>'


def test_each_post_of_a_live_blog_counts_from_its_own_moment(tmp_path: Path) -> None:
    body = "<h1>Live: the blockade</h1>" + "".join(
        (
            POST.format("2021-03-09T08:00:00Z", "08:00", "Talks", "The delegation left this morning."),
            POST.format("2021-03-08T22:00:00Z", "22:00 yesterday", "Truce", "The two sides signed a truce today."),
            POST.format("2021-03-07T14:00:00Z", "14:00", "Bridge", "Planes bombed a bridge yesterday."),
        )
    )
    report = page(tmp_path, body, head='<meta property="article:published_time" content="2021-03-06T06:00:00Z">')
    assert [block.stamp.moment[:10] for block in report.blocks if block.stamp] == [
        "2021-03-09",
        "2021-03-08",
        "2021-03-07",
    ]
    assert [day for day, _ in days(report)] == ["2021-03-06", "2021-03-08", "2021-03-09"]


def test_a_day_told_within_an_article_is_no_post(tmp_path: Path) -> None:
    body = (
        '<article><p>The prison was attacked on <time datetime="2011-03-15">15 March 2011</time>.</p>'
        "<p>Planes bombed a bridge yesterday.</p></article>"
        '<aside><time datetime="2021-03-01">1 March</time> More</aside>'
    )
    report = page(tmp_path, body, head='<meta property="article:published_time" content="2021-03-08T06:00:00Z">')
    assert [block for block in report.blocks if block.role is BlockRole.MESSAGE] == []
    assert ("2021-03-07", "Planes bombed a bridge") in days(report)


WIKI = """<script type="application/ld+json">{"@type":"Article","name":"Blockade of Salamiyah",
"headline":"event in a war","url":"https://en.wikipedia.org/wiki/Blockade","datePublished":"2022-12-30T10:00:00Z",
"publisher":{"@type":"Organization","name":"Wikimedia Foundation, Inc."}}</script>"""


def test_a_page_of_a_wiki_has_neither_the_day_it_was_begun_nor_the_words_of_its_data_base(tmp_path: Path) -> None:
    body = (
        '<h1>Blockade of Salamiyah (2019)</h1><h2>March 2019<span class="mw-editsection">[edit]</span></h2><ul>'
        "<li><b>3 March:</b> A convoy was stopped.<sup>[1]</sup></li><li><b>7 March:</b> Two men were killed.</li></ul>"
        "<h3>12–13 March</h3><ul><li>Talks were held in Homs.</li></ul>"
        '<h2>References</h2><ol><li>"Convoy". 4 March 2019. Retrieved 9 May 2019.</li></ol>'
    )
    report = page(tmp_path, body, "Blockade of Salamiyah (2019) - Wikipedia", WIKI)
    assert (report.title, report.published) == ("Blockade of Salamiyah", None)
    assert "[edit]" not in report.text
    assert days(report) == [
        ("2019-03-03", "A convoy was stopped"),
        ("2019-03-07", "Two men were killed"),
        ("2019-03-12/2019-03-13", "Talks were held in Homs"),
    ]


def test_a_page_without_a_title_is_called_by_its_heading(tmp_path: Path) -> None:
    source = "<html><body><h1>The blockade</h1><p>Two men were killed yesterday.</p></body></html>"
    assert only_report(tmp_path / "a.html", source).title == "The blockade"


@pytest.mark.parametrize("count", [50_000])
def test_a_page_that_opens_and_never_closes_is_read_in_no_time(tmp_path: Path, count: int) -> None:
    body = "<div><li><table><tr><td>" * count + "Two men were killed."
    assert page(tmp_path, body).text == "Two men were killed."


def test_a_word_document_tells_its_headings_items_rows_and_notes(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("The blockade", 1)
    document.add_paragraph("It began in spring.")
    document.add_paragraph("7 March 2021: A convoy was stopped.", style="List Bullet")
    table = document.add_table(2, 3)
    for number, row in enumerate((("Date", "Source", "Event"), ("9 March 2021", "Wire", "Two men were killed"))):
        for place, said in enumerate(row):
            table.cell(number, place).text = said
    file = BytesIO()
    document.save(file)
    report = only_report(tmp_path / "a.docx", file.getvalue())
    assert [role for role, _, _ in roles(report)] == ["heading", "item", "row", "row"]
    assert [cell.span.of(report.text) for cell in report.blocks[-1].cells] == [
        "9 March 2021",
        "Wire",
        "Two men were killed",
    ]
    assert days(report) == [("2021-03-07", "A convoy was stopped"), ("2021-03-09", "Two men were killed")]


@pytest.mark.parametrize(
    "head",
    [
        "<title>Blockade - Wikipedia</title>",
        "<title>حصار - ويكيبيديا</title>",
        '<title>B</title><meta name="generator" content="MediaWiki 1.41.0">',
        '<title>B</title><link rel="canonical" href="https://en.wikipedia.org/wiki/Blockade">',
    ],
)
def test_a_page_of_a_wiki_is_known_by_whatever_it_says_of_itself(tmp_path: Path, head: str) -> None:
    said = '{"@type":"Article","headline":"event","datePublished":"2022-12-30T10:00:00Z"}'
    assert _published(tmp_path, head, said) is None


def test_a_page_that_only_speaks_of_a_wiki_has_its_day(tmp_path: Path) -> None:
    said = '{"@type":"NewsArticle","headline":"event","datePublished":"2022-12-30T10:00:00Z"}'
    assert _published(tmp_path, "<title>Court unblocks Wikipedia - Desk</title>", said) == "2022-12-30"


def _published(folder: Path, head: str, said: str) -> str | None:
    script = f'<script type="application/ld+json">{said}</script>'
    page = f"<html><head>{head}{script}</head><body><p>A bridge fell.</p></body></html>"
    published = only_report(folder / "p.html", page).published
    return published.edtf if published else None
