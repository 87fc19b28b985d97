"""A cell that covers several rows is told in each of them: in Word, in OpenDocument, in Excel, on a page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from store.intake.pages.structure import Merged
from store.intake.read import take
from store.reports.original import Original

ROWS = [["Date", "Event"], ["7 March 2021", "A bridge fell"], ["", "A truce was signed"]]


def lines(path: Path) -> list[str]:
    texts = (one.report.text for one in take([str(path)]) if isinstance(one, Original))
    return [re.sub(r" *\t", "\t", line) for text in texts for line in text.splitlines()]


def test_in_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for number, row in enumerate(ROWS):
        for column, said in enumerate(row):
            table.cell(number, column).text = said
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "a.docx"))
    assert lines(tmp_path / "a.docx")[1:] == ["7 March 2021\tA bridge fell", "7 March 2021\tA truce was signed"]


def test_in_an_excel_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    assert lines(tmp_path / "a.xlsx") == ["7 March 2021\tA bridge fell", "7 March 2021\tA truce was signed"]


ODS = """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
<table:table><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>
<table:table-cell><text:p>Event</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>7 March 2021</text:p></table:table-cell>
<table:table-cell><text:p>A bridge fell</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>A truce was signed</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def test_in_an_opendocument_table(tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", ODS)
    (tmp_path / "a.ods").write_bytes(packed.getvalue())
    assert lines(tmp_path / "a.ods") == ["7 March 2021\tA bridge fell", "7 March 2021\tA truce was signed"]


def test_what_is_as_long_as_a_story_is_told_once(tmp_path: Path) -> None:
    story = "A bridge fell. " * 40
    page = f"<table><tr><th>Date</th><th>Event</th></tr><tr><td>7 March 2021</td><td rowspan=2>{story}</td></tr>"
    (tmp_path / "a.html").write_text(f"{page}<tr><td>9 March 2021</td><td>A truce</td></tr></table>", "utf-8")
    assert sum(line.count("A bridge fell") for line in lines(tmp_path / "a.html")) == 40


@pytest.mark.parametrize("size", [(10**9, 10**9), (0, 0), (200, 1000)])
def test_no_size_of_a_cell_makes_a_table_endless(size: tuple[int, int]) -> None:
    merged = Merged()
    assert len(merged.row([("a", size), ("b", size)])) <= 400
    assert len(merged.row([("c", (1, 1))])) <= 401
