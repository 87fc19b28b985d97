"""Telegram: the export in JSON and in HTML, the pages of t.me, and what its program copies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.store.intake.chats.words import days, read

MESSAGES: list[dict[str, Any]] = [
    {
        "id": 1,
        "type": "service",
        "date": "2023-05-01T08:00:00",
        "actor": "راصد",
        "action": "create_channel",
        "text": "",
    },
    {
        "id": 2,
        "type": "message",
        "date": "2023-05-02T23:50:00",
        "date_unixtime": "1683060600",
        "from": "راصد",
        "text": ["انهار ", {"type": "bold", "text": "جسر الوادي"}, " اليوم ", {"type": "hashtag", "text": "#الوادي"}],
    },
    {"id": 3, "type": "message", "date": "2023-05-03T09:00:00", "from": "راصد", "photo": "x", "text": ""},
    {"id": 4, "type": "message", "date": "2023-05-04T09:00:00", "from": None, "text": "أعيد فتح الطريق أمس."},
]
CHAT = {"name": "راصد الوادي", "type": "public_channel", "id": 77, "messages": MESSAGES}
WORDS = ["انهار جسر الوادي اليوم #الوادي", "أعيد فتح الطريق أمس."]


def test_a_message_of_an_export_is_a_report_of_its_own_moment(tmp_path: Path) -> None:
    found, told = read(tmp_path / "result.json", json.dumps(CHAT, ensure_ascii=False))
    assert [one.text for one in found] == WORDS
    assert days(found) == ["2023-05-02", "2023-05-04"]
    assert [one.moment for one in found] == ["2023-05-02T23:50:00", "2023-05-04T09:00:00"]
    assert [one.publisher for one in found] == ["راصد", "راصد الوادي"]
    assert {one.thread for one in found} == {"راصد الوادي"}
    assert [one.url for one in found] == ["https://t.me/c/77/2", "https://t.me/c/77/4"]
    assert [one.id for one in found] == ["result-2", "result-4"]
    assert told == ["passed over: 1 of the service, 1 without words"]


def test_a_personal_chat_gives_no_addresses(tmp_path: Path) -> None:
    """Nobody else could open them."""
    found, _ = read(tmp_path / "a.json", json.dumps({**CHAT, "type": "personal_chat"}))
    assert [one.url for one in found] == ["", ""]


def test_the_messages_alone_are_read_too(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "a.json", json.dumps(MESSAGES))
    assert [one.text for one in found] == WORDS
    lines, _ = read(tmp_path / "a.jsonl", "\n".join(json.dumps(one) for one in MESSAGES))
    assert [one.text for one in lines] == WORDS


def test_all_chats_of_an_account_keep_apart(tmp_path: Path) -> None:
    other = {"name": "Second", "type": "private_group", "id": 78, "messages": [MESSAGES[3]]}
    account = {"about": "export", "chats": {"about": "…", "list": [CHAT, other]}}
    found, _ = read(tmp_path / "a.json", json.dumps(account))
    assert [one.thread for one in found] == ["راصد الوادي", "راصد الوادي", "Second"]


def test_the_same_words_on_another_day_are_another_report(tmp_path: Path) -> None:
    again = {**MESSAGES[3], "id": 5, "date": "2023-05-09T09:00:00"}
    found, _ = read(tmp_path / "a.json", json.dumps({**CHAT, "messages": [MESSAGES[3], again]}))
    assert days(found) == ["2023-05-04", "2023-05-09"]
    assert len({one.sha256 for one in found}) == 2


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
راصد الوادي
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">2 May 2023</div></div>
<div class="message service" id="message1"><div class="body details">Channel created</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="02.05.2023 23:50:00 UTC+03:00">23:50</div>
<div class="from_name">راصد</div><div class="text">انهار <strong>جسر الوادي</strong> اليوم<br>قرب السوق</div>
</div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="04.05.2023 09:00:00 UTC+03:00">09:00</div>
<div class="text">أعيد فتح الطريق أمس.</div></div></div>
<div class="message default clearfix" id="message4"><div class="body">
<div class="pull_right date details" title="20.05.2023 09:00:00 UTC+03:00">09:00</div>
<div class="from_name">راصد</div>
<div class="forwarded body"><div class="from_name">غيره<span class="date details" title="11.05.2023 08:40:00 UTC+03:00">
 11.05.2023</span></div><div class="text">هطلت أمطار أمس.</div></div></div></div>
</div></div></div></body></html>"""


def test_the_export_in_html_gives_the_same(tmp_path: Path) -> None:
    found, told = read(tmp_path / "messages.html", PAGE)
    assert [one.text for one in found] == ["انهار جسر الوادي اليوم قرب السوق", WORDS[1], "هطلت أمطار أمس."]
    assert [one.publisher for one in found] == ["راصد"] * 3
    assert {one.thread for one in found} == {"راصد الوادي"}
    assert told == ["passed over: 1 of the service"]


def test_what_was_forwarded_counts_from_the_day_it_was_written(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "messages.html", PAGE)
    assert days(found) == ["2023-05-02", "2023-05-04", "2023-05-11"]


PREVIEW = """<html><body><div class="tgme_channel_info_header_title"><span dir="auto">راصد الوادي</span></div>
<div class="tgme_widget_message text_not_supported_wrap" data-post="rasid/2">
<a class="tgme_widget_message_owner_name" href="https://t.me/rasid"><span dir="auto">راصد الوادي</span></a>
<div class="tgme_widget_message_text js-message_text" dir="auto">انهار جسر <b>الوادي</b> اليوم</div>
<a class="tgme_widget_message_date" href="https://t.me/rasid/2"><time datetime="2023-05-02T{time}+00:00" class="time">x
</time></a></div></body></html>"""


@pytest.mark.parametrize(
    "time, zone, day",
    [
        ("12:00:00", "", "2023-05-02"),
        ("22:30:00", "", "2023-05-02/2023-05-03"),
        ("22:30:00", "Asia/Damascus", "2023-05-03"),
        ("22:30:00", "-05:00", "2023-05-02"),
    ],
)
def test_a_page_of_t_me_counts_in_utc_until_a_zone_is_named(tmp_path: Path, time: str, zone: str, day: str) -> None:
    """In Damascus half past ten in the evening in UTC is the next day."""
    [found], _ = read(tmp_path / "s.html", PREVIEW.replace("{time}", time), zone=zone)
    assert (found.text, found.url, found.thread) == ("انهار جسر الوادي اليوم", "https://t.me/rasid/2", "راصد الوادي")
    assert days([found]) == [day]


def test_what_its_program_copies_is_a_chat(tmp_path: Path) -> None:
    copied = "راصد, [13.05.2023 09:11]\nانهار الجسر أمس.\n\nراصد, [14.05.2023 10:00]\nأعيد فتحه اليوم.\n"
    found, _ = read(tmp_path / "a.txt", copied)
    assert [one.text for one in found] == ["انهار الجسر أمس.", "أعيد فتحه اليوم."]
    assert days(found) == ["2023-05-13", "2023-05-14"]


def test_a_page_that_only_speaks_of_telegram_is_a_page(tmp_path: Path) -> None:
    page = (
        "<html><body><div class='message-box'><p>The ministry wrote on Telegram on 3 May 2023.</p></div></body></html>"
    )
    [found], _ = read(tmp_path / "a.html", page)
    assert (found.thread, found.moment) == ("", "")


def test_a_library_keeps_a_message_in_one_file_and_finds_it_whole(tmp_path: Path) -> None:
    """Its bytes hold its text; a plain text that begins as a message does is still what it is."""
    from store.care.verify import verify
    from store.intake.read import take
    from store.reports.library import Library
    from store.reports.original import MESSAGE, Original
    from tests.store.words import written

    strange = MESSAGE.decode() + '"text": "no message"}'
    paths = [written(tmp_path / "result.json", json.dumps(CHAT)), written(tmp_path / "strange.txt", strange)]
    library = Library(tmp_path / "library")
    library.add(one for one in take(paths) if isinstance(one, Original))
    assert [one.text for one in Library(tmp_path / "library").reports()] == [*WORDS, strange]
    assert len(list((tmp_path / "library" / "texts").iterdir())) == 4
    assert verify(tmp_path / "library").problems == []
