"""Mails, PDFs, Word documents, tables, feeds and archives: each with its text, title, publisher and day."""

from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.read import take
from store.intake.result import Failure
from store.reports.original import Original, digest
from tests.store.intake.documents import ATOM, ENGLISH, RSS, archive, mail, pdf, word, zipped
from tests.store.words import ARABIC, only_failure, only_report, written
from timeline_core.model.report import Report
from timeline_core.model.when import When

FILES = Path(__file__).parents[1] / "files" / "intake"


def taken(path: Path, content: str | bytes, *columns: tuple[str, str]) -> list[Report | str]:
    """The reports of a file, and what was told, in order."""
    found = take([written(path, content)], Defaults(columns=columns))
    return [one.report if isinstance(one, Original) else str(one).removeprefix(f"{path}") for one in found]


def reports(path: Path, content: str | bytes, *columns: tuple[str, str]) -> list[Report]:
    found = taken(path, content, *columns)
    assert not [one for one in found if isinstance(one, str)]
    return [one for one in found if isinstance(one, Report)]


def test_a_mail_is_a_report_of_its_sender_and_its_own_day(tmp_path: Path) -> None:
    """The day as the sender counts it, not the day before in London."""
    report = only_report(tmp_path / "a.eml", mail())
    assert (report.text, report.title, report.publisher) == (ARABIC, "بيان عن غارة", "مرصد الفرات")
    assert report.published == When("2023-03-12")
    assert report.sha256 == digest(mail())


@pytest.mark.parametrize("day", ["Date: Thu, 9 May 2013 08:15:00 +0200", "Sent: Thursday, May 9, 2013 8:15 AM"])
def test_a_mail_saved_as_a_text_has_its_sender_and_its_day(tmp_path: Path, day: str) -> None:
    text = f"From: Quarry News\n{day}\nTo: Desk\nSubject: Hut\n\n{ARABIC}\n"
    report = only_report(tmp_path / "a.txt", text)
    assert (report.publisher, report.title, report.published) == ("Quarry News", "Hut", When("2013-05-09"))
    assert report.text == ARABIC


def test_a_text_that_begins_with_from_is_no_mail(tmp_path: Path) -> None:
    text = "From: the valley to the coast\nDate palms, 2013 harvest\n\nGuards left."
    assert only_report(tmp_path / "a.txt", text).publisher == ""


def test_a_mail_without_plain_text_is_read_from_its_page(tmp_path: Path) -> None:
    assert only_report(tmp_path / "a.eml", mail("", f"<p>{ARABIC}</p><script>x</script>")).text == ARABIC
    assert only_report(tmp_path / "b.eml", mail(ARABIC, "<p>page</p>")).text == ARABIC


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1"])
def test_a_mail_in_another_encoding_is_read(tmp_path: Path, declared: str) -> None:
    """Also where it says the wrong one: what is declared is believed only where it gives words."""
    head = f"From: a@b\r\nContent-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert only_report(tmp_path / "a.eml", head.encode() + ARABIC.encode("cp1256")).text == ARABIC


def test_lines_that_a_mail_program_broke_are_whole_again(tmp_path: Path) -> None:
    text = "The army said that a raid on Friday morning near the town of Mayadin, 10\nMarch 2023, killed 3.\n\nBye\nA\n"
    assert only_report(tmp_path / "a.eml", mail(text)).text == text.replace("10\nMarch", "10 March").rstrip()


def test_what_is_attached_is_read_where_its_kind_is_known(tmp_path: Path) -> None:
    attached = {
        "تقرير.txt": ARABIC.encode(),
        "photo.jpg": b"\xff\xd8\xff",
        "bad.docx": b"PK\x03\x04",
        "m.eml": mail("in"),
    }
    found = taken(tmp_path / "a.eml", mail("see below", attached=attached))
    assert [one.text for one in found if isinstance(one, Report)] == ["see below", ARABIC, "in"]
    [told] = [one for one in found if isinstance(one, str)]
    assert told.startswith("/bad.docx: is a Word document that is broken (BadZipFile); open it in a word processor")
    assert [one.id for one in found if isinstance(one, Report)] == ["a", "تقرير", "m"]


def test_an_arabic_pdf_is_in_the_order_of_reading(tmp_path: Path) -> None:
    """Printed by Chromium: presentation forms in visual order, with signs that stand for two letters."""
    report = only_report(tmp_path / "a.pdf", (FILES / "arabic.pdf").read_bytes())
    assert report.title == "بيان عن غارة قرب الميادين"
    assert report.published is None
    assert report.text == (
        "مقتل قيادي في غارة قرب الميادين\n"
        "الميادين (مرصد الفرات) 12 آذار 2023: قالت قوات سوريا الديمقراطية إن غارة نفذتها طائرة مسيّرة فجر الجمعة "
        "10 آذار 2023 قرب مدينة الميادين أسفرت عن مقتل 3 من عناصر تنظيم الدولة، بينهم القيادي سالم العلي.\n"
        "وأضاف البيان أن «العملية» جرت عند الساعة 03:45 بالتعاون مع القيادة المركزية (CENTCOM) في 2023-03-11، "
        "وأن 12.5% من القتلى مدنيون.\n"
        "وفي ٢٠ كانون الثاني ٢٠٢٢ هاجم مسلحون سجن الصناعة في الحسكة.\n\n"
        "وأصدر الأهالي بلاغاً في 4/2/2023 خلال الجنازة، ولا أحد إلا الله يعلم."
    )


@pytest.mark.parametrize("seen", [True, False], ids=["as seen", "as read"])
def test_a_pdf_may_hold_its_letters_in_either_order(tmp_path: Path, seen: bool) -> None:
    """Lamalef is one sign that stands for two letters."""
    said = "قال بيان إن الغارة أسفرت عن مقتل قيادي خلال ليلة الأربعاء"
    signs = {"لا": "~"} | {letter: chr(0x41 + n) for n, letter in enumerate(sorted(set(said) - {" "}))}
    drawn = said.replace("لا", "~")
    drawn = "".join(signs.get(letter, letter) for letter in drawn)
    content = pdf(drawn[::-1] if seen else drawn, codes={sign: letters for letters, sign in signs.items()})
    assert only_report(tmp_path / "a.pdf", content).text == said


def test_an_english_pdf_is_read_and_its_broken_lines_are_joined(tmp_path: Path) -> None:
    lines = ("A raid", "The army said on Friday that a raid on 10", "March 2023 killed three men near Mayadin.")
    assert only_report(tmp_path / "a.pdf", pdf(*lines)).text == f"A raid\n{ENGLISH}"


def test_a_word_document_keeps_its_order(tmp_path: Path) -> None:
    content = word("غارة", ARABIC, rows=(("اليوم", "القتلى"), ("10 آذار", "3")), title="بيان")
    report = only_report(tmp_path / "a.docx", content)
    assert (report.text, report.title, report.published) == (
        f"غارة\n{ARABIC}\nاليوم \tالقتلى\n10 آذار \t3",
        "بيان",
        None,
    )


def test_the_footnotes_of_a_word_document_stand_behind_its_text(tmp_path: Path) -> None:
    from io import BytesIO

    import docx
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document(BytesIO(word("A raid.", "Then another.")))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f"<w:footnotes {space}><w:footnote><w:p><w:r><w:t>On 1 May 2022.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    document.save(str(tmp_path / "a.docx"))
    assert only_report(tmp_path / "a.docx", (tmp_path / "a.docx").read_bytes()).text == (
        "A raid.\nThen another.\nOn 1 May 2022."
    )


def test_figures_of_notes_that_were_raised_are_glued_to_no_word(tmp_path: Path) -> None:
    """By hand in Word; in a PDF and in others by the notes at the foot of the page."""
    lines = ("Raiders left the village of Nabaa1 at dawn.2", "1 Interview with a guard", "2 Letter of the mayor")
    for name, content in (("a.pdf", pdf(*lines)), ("b.docx", word(*lines))):
        assert "Nabaa¹ at dawn.²" in only_report(tmp_path / name, content).text
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph("Raiders left Nabaa")
    paragraph.add_run("7").font.superscript = True
    paragraph.add_run(" at dawn.")
    document.save(str(tmp_path / "c.docx"))
    assert only_report(tmp_path / "c.docx", (tmp_path / "c.docx").read_bytes()).text == "Raiders left Nabaa⁷ at dawn."


def test_what_was_struck_out_of_a_word_document_is_not_read(tmp_path: Path) -> None:
    """And what was put in is."""
    from io import BytesIO

    import docx
    from docx.oxml.parser import parse_xml

    document = docx.Document(BytesIO(word("A raid ")))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = document.paragraphs[0]._p
    paragraph.append(parse_xml(f"<w:del {space}><w:r><w:delText>in May</w:delText><w:t>no</w:t></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {space}><w:r><w:t>in June</w:t></w:r></w:ins>"))
    document.save(str(tmp_path / "a.docx"))
    assert only_report(tmp_path / "a.docx", (tmp_path / "a.docx").read_bytes()).text == "A raid in June"


def test_a_table_is_a_report_a_row(tmp_path: Path) -> None:
    table = f'\ufeffid,Text,published,source\r\n7,"{ARABIC}\r\nسطر ثان",2023-03-12,وكالة\r\n\r\n8,b,,\r\n9,,,\r\n'
    one, two, told = taken(tmp_path / "a.csv", table)
    assert isinstance(one, Report)
    assert isinstance(two, Report)
    assert (one.id, one.publisher, one.published) == ("7", "وكالة", When("2023-03-12"))
    assert one.text == f"{ARABIC}\r\nسطر ثان"
    assert (two.id, two.text, two.published) == ("8", "b", None)
    assert str(told).startswith(": row 5 has an empty text")


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_a_table_may_be_divided_by_other_signs(tmp_path: Path, mark: str) -> None:
    assert reports(tmp_path / "a.csv", f"title{mark}text\nA, b{mark}x\n")[0].title == "A, b"


def test_columns_may_be_named(tmp_path: Path) -> None:
    columns = (("text", "Body"), ("published", "Day of issue"), ("publisher", "Outlet"))
    table = f"Outlet\tDay of issue\tBody\nالفرات\t12/03/2023\tx\nالفرات\t2023-03-12\t{ARABIC}\n"
    bad, report = taken(tmp_path / "a.tsv", table, *columns)
    assert bad == ": row 2 its published date «12/03/2023» may be two days; write it as 2023-02-16: year, month, day"
    assert isinstance(report, Report)
    assert (report.text, report.publisher, report.published) == (ARABIC, "الفرات", When("2023-03-12"))
    assert taken(tmp_path / "b.csv", "a,b\n1,2\n", *columns) == [
        ": has no column «Body» (it has «a», «b»); name its columns: --map text=COLUMN"
    ]
    assert taken(tmp_path / "c.csv", "a,b\n1,2\n") == [
        ": has no column «text» (it has «a», «b»); name the one that holds it: --map text=COLUMN"
    ]


def test_keys_of_json_may_be_named_also_inside_others(tmp_path: Path) -> None:
    line = json.dumps({"article": {"body": ARABIC}, "meta": {"day": "2023-03-12"}})
    columns = (("text", "article.body"), ("published", "meta.day"))
    for name in ("a.json", "a.jsonl"):
        [report] = reports(tmp_path / name, line, *columns)
        assert (report.text, report.published) == (ARABIC, When("2023-03-12"))
    assert taken(tmp_path / "b.jsonl", '{"text": "a"}', *columns) == [
        ": line 1 has no «article.body»; give each object the text of its report, or name its key: --map text=KEY"
    ]


def test_every_entry_of_a_feed_is_a_report(tmp_path: Path) -> None:
    """The day is the publisher's own; the language of the feed is not believed against the letters."""
    one, two = reports(tmp_path / "a.rss", RSS)
    assert (one.text, one.title, one.publisher) == (ARABIC, "غارة قرب الميادين", "وكالة الفرات")
    assert (one.published, one.url, one.lang) == (When("2023-03-12"), "https://e.org/1", "")
    assert (two.text, two.published, two.lang) == ("Only a title", None, "en")


def test_the_day_of_an_update_is_no_day_of_publication(tmp_path: Path) -> None:
    one, two = reports(tmp_path / "a.xml", ATOM)
    assert (one.text, one.published, one.url) == (ENGLISH, When("2023-03-12"), "https://e.org/2")
    assert (two.text, two.published) == (ENGLISH, None)


def test_a_feed_in_another_encoding_is_read(tmp_path: Path) -> None:
    content = RSS.replace("UTF-8", "windows-1256").encode("cp1256")
    assert any(isinstance(one, Report) and one.text == ARABIC for one in taken(tmp_path / "a.rss", content))


def test_the_members_of_an_archive_are_read_as_those_of_a_folder(tmp_path: Path) -> None:
    content = archive(
        ("b/2.txt", "two"), ("a.txt", ARABIC), ("README.md", "x"), ("p.png", b"x"), ("__MACOSX/a.txt", "x"),
        ("c.jsonl", '{"text": "three"}\n{"text": "four"}'), ("d.pdf", pdf("five")),
    )  # fmt: skip
    found = reports(tmp_path / "a.zip", content)
    assert [one.text for one in found] == [ARABIC, "two", "three", "four", "five"]
    assert found[1].path == f"{tmp_path}/a.zip/b/2.txt"


def test_what_has_no_known_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    kinds: dict[str, str | bytes] = {
        "p": pdf("five"),
        "z": zipped(a_txt="five"),
        "h": "<!DOCTYPE html><p>five",
        "w": word("five"),
    }
    assert [only_report(tmp_path / name, content).text for name, content in kinds.items()] == ["five"] * 4


@pytest.mark.parametrize(
    "name, content, module, extra",
    [("a.pdf", pdf("x"), "pypdf", "pdf"), ("a.docx", word("x"), "docx", "docx")],
    ids=["pdf", "docx"],
)
def test_what_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, module: str, extra: str
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: object) -> object:
        if wanted.split(".")[0] == module:
            raise ImportError(wanted)
        return real(wanted, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert only_failure(tmp_path / name, content).remedy == f"install it: pip install 'waqai[{extra}]'"


def test_an_address_needs_what_fetches_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    [found] = take(["http://127.0.0.1:1/"])
    assert str(found).endswith("is not installed; install it: pip install 'waqai[web]'")


def test_a_pattern_names_files_and_follows_no_link_to_a_folder(tmp_path: Path) -> None:
    for name in ("in/a.html", "in/x/b.html", "in/x/y/c.html", "in/x/d.txt", "in/.h/e.html"):
        written(tmp_path / name, f"<p>{name}")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/x/loop").symlink_to(tmp_path / "in")

    def matched(pattern: str) -> list[str]:
        found = take([f"{tmp_path}/{pattern}"])
        return [one.report.id if isinstance(one, Original) else str(one) for one in found]

    assert matched("in/**/*.html") == ["a", "b", "c"]
    assert matched("in/*/[bd].*") == ["b", "d"]
    assert matched("in/x/**") == ["b", "d", "c"]
    assert matched("in/*.pdf") == [
        f"{tmp_path}/in/*.pdf: matches no file; check the pattern; ** stands for any folders"
    ]


def test_a_file_that_is_named_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    assert only_report(tmp_path / "a[1].txt", "x").id == "a[1]"


def test_what_commands_a_terminal_is_left_out_of_what_a_report_is_called(tmp_path: Path) -> None:
    line = json.dumps({"id": "a\x07", "text": "x\x1b", "title": "A\x1b[2J\u202eB\nC", "publisher": "P", "url": "u\x9b"})
    *told, report = taken(tmp_path / "a.jsonl", line)
    assert [str(one).split(" holds")[0] for one in told] == [
        ": line 1: the title",
        ": line 1: the url",
        ": line 1: the id",
    ]
    assert isinstance(report, Report)
    assert (report.title, report.url, report.id, report.text) == ("A [2J B C", "u", "a", "x\x1b")


def test_failures_are_failures(tmp_path: Path) -> None:
    [found] = take([written(tmp_path / "a.pdf", "no pdf")])
    assert isinstance(found, Failure)


def test_a_mail_that_was_never_encoded_has_its_subject_and_names(tmp_path: Path) -> None:
    """As older Arabic programs send it: head, names and text in Windows-1256 alike."""
    mail = f"""From: مكتب الفرات <a@example.org>
Subject: بيان عن غارة
Date: Sun, 12 Mar 2023 00:30:00 +0300
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=XX

--XX
Content-Type: text/plain; charset=windows-1256

{ARABIC}
--XX
Content-Type: text/plain; charset=windows-1256
Content-Disposition: attachment; filename="ملحق.txt"

{ARABIC} ملحق
--XX--
"""
    found = [one for one in take([written(tmp_path / "m.eml", mail.encode("cp1256"))]) if isinstance(one, Original)]
    assert [one.report.title for one in found] == ["بيان عن غارة", ""]
    assert [one.report.publisher for one in found] == ["مكتب الفرات", ""]
    assert [Path(one.report.path).name for one in found] == ["m.eml", "ملحق.txt"]


def test_other_rows_show_which_number_of_a_date_is_the_day(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "\ufefftext;published\r\na;05/03/2024\r\nb;25/03/2024\r\nc;٣/٣/٢٠٢٤\r\n")
    notice, *rows = take([path])
    assert str(notice).endswith("row 2: «05/03/2024» is read as 2024-03-05: day before month, as other rows have it")
    days = [one.report.published for one in rows if isinstance(one, Original)]
    assert days == [When("2024-03-05"), When("2024-03-25"), When("2024-03-03")]


@pytest.mark.parametrize(
    "others", ["", "b,06/03/2024\n", "b,25/03/2024\nc,03/25/2024\n"], ids=["alone", "open", "both"]
)
def test_a_date_that_may_be_two_days_is_none(tmp_path: Path, others: str) -> None:
    first = next(iter(take([written(tmp_path / "t.csv", f"text,published\na,05/03/2024\n{others}")])))
    assert isinstance(first, Failure)
    assert first.reason == "row 2 its published date «05/03/2024» may be two days"


def test_signs_that_stand_for_several_letters_are_letters(tmp_path: Path) -> None:
    made = pdf("The army said on Friday that the ~ghters", "were of~cers.", codes={"~": "ﬁ"})
    assert only_report(tmp_path / "a.pdf", made).text.startswith("The army said on Friday that the fighters")


def test_a_pdf_whose_fonts_do_not_say_their_letters_is_refused(tmp_path: Path) -> None:
    """As Ghostscript makes them: half of a word is right, and half of it is anything."""
    made = pdf("abc bac cab", "bca acb", codes={"a": "ا", "b": "Ā", "c": "ل"})
    failure = only_failure(tmp_path / "a.pdf", made)
    assert failure.reason == "is a PDF document whose fonts do not say which letters they draw"
    assert "OCR" in failure.remedy
