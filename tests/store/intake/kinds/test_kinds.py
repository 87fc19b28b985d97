"""Books, slides, sheets, captures, subtitles, mailboxes, wikis: each with its text, title and day, and nothing else."""

from __future__ import annotations

import builtins
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.store.intake.chats.words import days, read
from tests.store.intake.kinds import samples
from tests.store.intake.kinds.samples import ARABIC, GOOD, PAGE
from timeline_core.model.block import BlockRole


def test_a_text_of_opendocument(tmp_path: Path) -> None:
    """Without what is struck out; its notes behind it."""
    [found], told = read(tmp_path / "a.odt", samples.odt())
    assert found.text == f"عنوان\n{ARABIC}  ثم\nأغلق\nAn item\none\ttwo\nThe note."
    assert (found.title, found.published, told) == ("The title", None, [])
    roles = [(block.role, block.span.of(found.text)) for block in found.blocks]
    assert roles == [
        (BlockRole.HEADING, "عنوان"),
        (BlockRole.ITEM, "An item"),
        (BlockRole.ROW, "one\ttwo"),
        (BlockRole.NOTE, "The note."),
    ]
    assert [cell.span.of(found.text) for cell in found.blocks[2].cells] == ["one", "two"]


@pytest.mark.parametrize("name", ["a.ods", "a.xlsx"])
def test_a_sheet_is_a_report_a_row(tmp_path: Path, name: str) -> None:
    sheet = samples.ods() if name == "a.ods" else samples.xlsx([["Date", "Text"], [date(2023, 5, 3), ARABIC]])
    [found], told = read(tmp_path / name, sheet)
    assert (found.text, days([found])) == (ARABIC, ["2023-05-03"])
    assert told == ["taken without being asked: published from «Date»"]


def test_a_sheet_that_is_no_table_of_reports_is_told_beside_one_that_is(tmp_path: Path) -> None:
    book = samples.xlsx([["published", "text"], ["2023-05-03", ARABIC]], [["x", "y"], [1, 2]], [])
    found, told = read(tmp_path / "a.xlsx", book)
    assert len(found) == 1
    assert told == [
        "sheet 2 has no column «text» (it has «x», «y»); it is passed over",
    ]


def test_a_cell_may_hold_lines_quotes_and_tabs_and_rows_are_counted_as_the_spreadsheet_does(tmp_path: Path) -> None:
    rows = [["published", "text"], [], ["2023-05-03", 'He said\n"no"\tand left "'], ["soon", "x"], []]
    [found], told = read(tmp_path / "a.xlsx", samples.xlsx(rows))
    assert found.text == 'He said\n"no"\tand left "'
    assert told[0].startswith("row 4 its published date «soon» is none")


def test_slides_are_one_report_in_their_order(tmp_path: Path) -> None:
    slides = [samples.slide(samples.shape(f"{n}", "title"), samples.shape("17", "sldNum")) for n in range(1, 12)]
    [found], _ = read(tmp_path / "a.pptx", samples.pptx(*slides))
    assert found.text == "\n".join(str(n) for n in range(1, 12))
    assert found.title == "1"


def test_a_book_is_one_report_in_the_order_of_reading(tmp_path: Path) -> None:
    [found], _ = read(tmp_path / "a.epub", samples.epub())
    assert found.text == f"الفصل\n{ARABIC}\nThe end."
    assert (found.title, found.publisher, found.lang, days([found])) == ("The book", "House", "ar", ["2023-06-01"])
    assert [block.span.of(found.text) for block in found.blocks if block.role is BlockRole.HEADING] == ["الفصل"]


def test_rich_text_is_read_in_any_letters(tmp_path: Path) -> None:
    [found], _ = read(tmp_path / "a.rtf", samples.rtf(f"{ARABIC} {{}}".replace("{}", "- end")))
    assert found.text == f"{ARABIC} - end"


def test_subtitles_are_sentences_without_times_and_numbers(tmp_path: Path) -> None:
    [found], _ = read(tmp_path / "a.srt", samples.SRT)
    assert found.text == f"{ARABIC}\nThe end"


def test_lines_that_roll_are_said_once(tmp_path: Path) -> None:
    [found], _ = read(tmp_path / "a.vtt", samples.VTT)
    assert found.text == "the bridge fell on 2 May 2023"


def test_a_page_saved_as_mhtml_is_read_as_a_page(tmp_path: Path) -> None:
    """The day in its head is that of the saving."""
    [found], told = read(tmp_path / "a.mhtml", samples.mhtml())
    assert (found.text, found.title, found.url) == (ARABIC, "الجسر", "https://example.org/1")
    assert (days([found]), told) == (["2023-05-03"], [])


def test_every_page_of_a_crawl_is_read_once(tmp_path: Path) -> None:
    other = samples.record(PAGE.replace("انهار", "أغلق"), "https://example.org/2")
    style = samples.record("p { }", "https://example.org/s.css", kind="text/css")
    gone = samples.record("gone", "https://example.org/3", "404 Not Found")
    crawl = samples.warc(samples.record(PAGE), style, gone, other, samples.record(PAGE))
    found, told = read(tmp_path / "a.warc.gz", crawl)
    assert [one.url for one in found] == ["https://example.org/1", "https://example.org/2"]
    assert (days(found), told) == (["2023-05-03"] * 2, [])
    [packed], _ = read(tmp_path / "a.wacz", samples.wacz())
    assert packed.text == ARABIC
    [plain], _ = read(tmp_path / "b.warc", samples.record(PAGE))
    assert plain.text == ARABIC


def test_where_a_crawl_is_broken_its_list_of_pages_serves(tmp_path: Path) -> None:
    [found], told = read(tmp_path / "a.wacz", samples.wacz(b"\x1f\x8bbroken"))
    assert (found.text, found.url) == (ARABIC, "https://example.org/1")
    assert told == ["its pages could not be read, and their texts are taken from its list of pages"]


def test_every_mail_of_a_mailbox_is_a_report_of_its_own_day(tmp_path: Path) -> None:
    found, told = read(tmp_path / "a.mbox", samples.MBOX)
    assert [one.text for one in found] == [
        "The bridge fell today.\nFrom there nobody came.",
        "It was closed yesterday.",
    ]
    assert [one.title for one in found] == ["One", "Two"]
    assert (days(found), told) == (["2023-05-02", "2023-05-03"], [])


def test_an_article_of_a_wiki_has_no_markup_and_the_day_of_its_template(tmp_path: Path) -> None:
    """Not the day when somebody changed it last."""
    [found], told = read(tmp_path / "a.xml", samples.WIKI)
    assert found.text == "جسر الوادي انهار أمس."
    assert (found.title, found.publisher, days([found])) == ("الجسر", "أخبار", ["2023-05-02"])
    assert told == ["passed over: 1 of no article"]


def test_a_page_of_the_wayback_machine_has_the_address_it_was_captured_from(tmp_path: Path) -> None:
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>2 captures 1 Jan 2024</p><!-- END WAYBACK TOOLBAR INSERT -->"
    address = '<meta property="og:url" content="https://web.archive.org/web/20230504101010/https://example.org/1">'
    page = PAGE.replace("<body>", f"<body>{bar}").replace("<head>", f"<head>{address}")
    [found], _ = read(tmp_path / "a.html", page)
    assert (found.text, found.url) == (ARABIC, "https://example.org/1")


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_known_by_its_first_bytes_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    right, _ = read(tmp_path / name, GOOD[name])
    found, _ = read(tmp_path / "nameless", GOOD[name])
    assert [one.text for one in found] == [one.text for one in right] != []


@pytest.mark.parametrize("name", GOOD)
def test_a_file_of_every_kind_is_found_in_a_folder(name: str) -> None:
    from store.intake.kinds import is_report

    assert is_report(name)
    assert not is_report(f".{name}")


@pytest.mark.parametrize(
    "name, lacking",
    [("a.xlsx", "openpyxl"), ("a.rtf", "striprtf"), ("a.warc.gz", "warcio"), ("a.xml", "mwparserfromhell")],
)
def test_what_is_not_installed_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, lacking: str
) -> None:
    load = builtins.__import__

    def without(called: str, *rest: object, **more: object) -> object:
        if called.partition(".")[0] == lacking:
            raise ImportError(called)
        return load(called, *rest, **more)  # type: ignore[arg-type]

    for loaded in [one for one in sys.modules if one.partition(".")[0] == lacking]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setattr(builtins, "__import__", without)
    found, [told] = read(tmp_path / name, GOOD[name])
    assert found == []
    assert told.endswith("and what reads it is not installed; install it: pip install 'waqai[files]'")
