"""Posts of X and Facebook, from archives, interfaces and the tools around them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.store.intake.chats.words import days, read
from tests.store.intake.documents import archive

POST = {
    "id_str": "991",
    "created_at": "Tue May 02 12:14:22 +0000 2023",
    "full_text": "انهار الجسر &amp; أغلق اليوم",
    "lang": "ar",
}
ARCHIVE = "window.YTD.tweets.part0 = " + json.dumps(
    [{"tweet": POST}, {"tweet": {**POST, "id_str": "992", "full_text": "Closed."}}]
)
ACCOUNT = 'window.YTD.account.part0 = [{"account": {"username": "rasid", "accountDisplayName": "راصد"}}]'


def test_the_posts_of_an_archive_of_x(tmp_path: Path) -> None:
    found, told = read(tmp_path / "tweets.js", ARCHIVE)
    assert [one.text for one in found] == ["انهار الجسر & أغلق اليوم", "Closed."]
    assert days(found) == ["2023-05-02", "2023-05-02"]
    assert [one.url for one in found] == ["https://x.com/i/status/991", "https://x.com/i/status/992"]
    assert told == []


def test_the_archive_itself_says_whose_it_is(tmp_path: Path) -> None:
    packed = archive(
        ("Your archive.html", "<html><body><script>x</script></body></html>"),
        ("data/account.js", ACCOUNT),
        ("data/follower.js", "window.YTD.follower.part0 = []"),
        ("data/tweets.js", ARCHIVE),
    )
    found, told = read(tmp_path / "twitter.zip", packed)
    assert [one.publisher for one in found] == ["راصد", "راصد"]
    assert {one.thread for one in found} == {"@rasid"}
    assert found[0].url == "https://x.com/rasid/status/991"
    assert told == []


def test_posts_of_the_interface_of_x_have_their_author_beside_them(tmp_path: Path) -> None:
    answer = {
        "data": [{"id": "993", "text": "The bridge fell.", "created_at": "2023-05-02T12:00:00.000Z", "author_id": "5"}],
        "includes": {"users": [{"id": "5", "name": "Rasid", "username": "rasid"}]},
    }
    [found], _ = read(tmp_path / "a.json", json.dumps(answer))
    assert (found.publisher, found.thread, found.url) == ("Rasid", "@rasid", "https://x.com/rasid/status/993")


def test_letters_that_facebook_wrote_wrongly_are_mended(tmp_path: Path) -> None:
    wrong = "انهار الجسر أمس".encode().decode("latin-1")
    export = [{"timestamp": 1683028800, "data": [{"post": wrong}], "title": "x"}, {"timestamp": 1683028800, "data": []}]
    [found], told = read(tmp_path / "posts.json", json.dumps(export))
    assert found.text == "انهار الجسر أمس"
    assert days([found]) == ["2023-05-02"]
    assert told == [
        "its letters were written in one encoding and read in another; they are mended",
        "passed over: 1 without words",
    ]


def test_french_is_not_mended(tmp_path: Path) -> None:
    [found], told = read(
        tmp_path / "a.json", json.dumps({"text": "Le pont s’est effondré hier à l’aube, près du marché."})
    )
    assert found.text.startswith("Le pont s’est effondré")
    assert told == []


def test_a_conversation_of_messenger_keeps_its_name(tmp_path: Path) -> None:
    chat = {
        "participants": [{"name": "Rana"}],
        "title": "Desk",
        "messages": [
            {"sender_name": "Rana", "timestamp_ms": 1683028800000, "content": "The bridge fell."},
            {"sender_name": "Rana", "timestamp_ms": 1683028900000, "photos": []},
        ],
    }
    [found], told = read(tmp_path / "message_1.json", json.dumps(chat))
    assert (found.publisher, found.thread) == ("Rana", "Desk")
    assert told == ["passed over: 1 without words"]
