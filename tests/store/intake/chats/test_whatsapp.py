"""WhatsApp: stamps of every country, and what is no message."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.intake.chats.words import days, read
from tests.store.intake.documents import archive

TWO = ("Rana: The bridge fell today.", "Samir: It was closed yesterday.")


@pytest.mark.parametrize(
    "first, second",
    [
        ("[10/02/2023, 21:14:22] ", "[13/02/2023, 09:11:00] "),
        ("10/02/2023, 21:14 - ", "13/02/2023, 09:11 - "),
        ("2/10/23, 9:14 PM - ", "2/13/23, 9:11 AM - "),
        ("2/10/23, 9:14\u202fPM - ", "2/13/23, 9:11\u202fAM - "),
        ("[2/10/23, 9:14:22 PM] ", "\u200e[2/13/23, 9:11:00 AM] "),
        ("10.02.23, 21:14 - ", "13.02.23, 09:11 - "),
        ("[10.02.23, 21:14:22] ", "[13.02.23, 09:11:00] "),
        ("10.02.23 um 21:14 - ", "13.02.23 um 09:11 - "),
        ("2023-02-10, 21:14 - ", "2023-02-13, 09:11 - "),
        ("2023/02/10, 21:14 - ", "2023/02/13, 09:11 - "),
        ("10/02/2023 21:14 - ", "13/02/2023 09:11 - "),
        ("10/2/23, 9:14 p. m. - ", "13/2/23, 9:11 a. m. - "),
        ("\u200f١٠\u200f/٢\u200f/٢٠٢٣، ٩:١٤ م - ", "\u200f١٣\u200f/٢\u200f/٢٠٢٣، ٩:١١ ص - "),
        ("[١٠\u200f/٢\u200f/٢٠٢٣، ٩:١٤:٢٢ م] ", "[١٣\u200f/٢\u200f/٢٠٢٣، ٩:١١:٠٠ ص] "),
    ],
)
def test_the_stamps_of_every_country_and_system(tmp_path: Path, first: str, second: str) -> None:
    found, told = read(tmp_path / "WhatsApp Chat with Desk.txt", f"{first}{TWO[0]}\n{second}{TWO[1]}\nAnd repaired.\n")
    assert [one.text for one in found] == ["The bridge fell today.", "It was closed yesterday.\nAnd repaired."]
    assert [one.publisher for one in found] == ["Rana", "Samir"]
    assert {one.thread for one in found} == {"Desk"}
    assert days(found) == ["2023-02-10", "2023-02-13"]
    assert [one.moment[11:16] for one in found] == ["21:14", "09:11"]
    assert told == []


def test_the_order_of_the_messages_settles_which_number_is_the_day(tmp_path: Path) -> None:
    """As month and day the second would lie before the first."""
    found, _ = read(tmp_path / "a.txt", f"[09/03/2023, 21:14] {TWO[0]}\n[01/04/2023, 09:11] {TWO[1]}\n")
    assert days(found) == ["2023-03-09", "2023-04-01"]


def test_a_chat_that_does_not_settle_it_has_no_days_and_says_so(tmp_path: Path) -> None:
    found, told = read(tmp_path / "a.txt", f"[02/03/2023, 21:14] {TWO[0]}\n[04/05/2023, 09:11] {TWO[1]}\n")
    assert days(found) == ["", ""]
    [one] = told
    assert one.startswith(
        "nothing in it shows whether «02/03/2023» begins with the day or the month, so its messages have"
    )
    assert one.endswith("; say --published, or add a part of the chat that has a day above the 12th")


def test_a_single_message_is_a_chat_where_somebody_says_it(tmp_path: Path) -> None:
    """Read as prose, its stamp would be a day of the text, and maybe the wrong one."""
    [found], _ = read(tmp_path / "a.txt", f"[13/02/2023, 09:11:00] {TWO[1]}\n")
    assert (found.text, days([found])) == ("It was closed yesterday.", ["2023-02-13"])
    [found], told = read(tmp_path / "b.txt", f"2/3/23, 9:14 PM - {TWO[0]}\n")
    assert (days([found]), len(told)) == ([""], 1)


def test_stamps_at_which_nobody_speaks_are_those_of_a_log(tmp_path: Path) -> None:
    text = "[08.05.2013 12:10] Gate closed\n[09.05.2013 15:10] Guards left\n"
    [found], told = read(tmp_path / "a.txt", text)
    assert (found.text, told) == (text, [])


def test_arabic_digits_put_the_day_first(tmp_path: Path) -> None:
    found, told = read(tmp_path / "a.txt", f"٢/٣/٢٠٢٣، ٩:١٤ م - {TWO[0]}\n٤/٥/٢٠٢٣، ٩:١١ ص - {TWO[1]}\n")
    assert days(found) == ["2023-03-02", "2023-05-04"]
    assert told == []


def test_what_nobody_said_is_passed_over_and_counted(tmp_path: Path) -> None:
    chat = (
        "10/02/2023, 21:13 - Messages and calls are end-to-end encrypted.\n"
        f"10/02/2023, 21:14 - {TWO[0]}\n"
        "10/02/2023, 21:15 - Rana: <Media omitted>\n"
        "[10/02/2023, 21:16:00] Desk: \u200eRana added Samir\n"
        "13/02/2023, 21:15 - Samir: It was closed yesterday. <This message was edited>\n"
    )
    found, told = read(tmp_path / "a.txt", chat)
    assert [one.text for one in found] == ["The bridge fell today.", "It was closed yesterday."]
    assert told == ["passed over: 2 of the service, 1 without words"]


def test_a_chat_in_an_archive_is_called_as_the_archive(tmp_path: Path) -> None:
    chat = f"[10/02/2023, 21:14:22] {TWO[0]}\n[13/02/2023, 09:11:00] {TWO[1]}\n"
    found, _ = read(tmp_path / "WhatsApp Chat - Desk.zip", archive(("_chat.txt", chat), ("IMG-1.jpg", b"\xff\xd8\xff")))
    assert {one.thread for one in found} == {"Desk"}


@pytest.mark.parametrize(
    "text",
    [
        "On 10/02/2023, 21:14 people fled.\nThe bridge fell on 13/02/2023, 09:11 in the morning.",
        "10/02/2023 - The bridge fell.\n13/02/2023 - It was repaired.",
        "Rana: The bridge fell today.\nSamir: It was closed yesterday.",
    ],
)
def test_a_text_with_dates_is_no_chat(tmp_path: Path, text: str) -> None:
    [found], _ = read(tmp_path / "a.txt", text)
    assert (found.text, found.thread) == (text, "")
