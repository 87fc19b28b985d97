"""Statements: who says more, the words that stand before a saying, and what a spokesman does that his body did not."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Event, Kind


def statements(text: str) -> list[Event]:
    """The statements of the text, in order of their days and places."""
    every = timeline(report(text, "2023-05-17")).events
    return [event for event in every if event.kind in (Kind.ANNOUNCEMENT, Kind.DENIAL)]


def quotes(text: str) -> list[str]:
    """The quotes of the one statement of the text."""
    [one] = statements(text)
    return [piece.exact for piece in one.evidence]


MINISTER = "The minister Adam Novak condemned the attack on Monday."
DEPUTY = "حذر النائب سمير حداد من القانون الاثنين."


@pytest.mark.parametrize(
    ("lead", "more", "words"),
    [
        (MINISTER, '"We did not bomb any camp," he told the agency.', "did not bomb any camp"),
        (MINISTER, '"Nobody was hurt in Sirte," Novak said.', "Nobody was hurt in Sirte"),
        (DEPUTY, 'وأضاف "هذا هو الطريق الصحيح".', "الطريق الصحيح"),
        (DEPUTY, 'وتابع حداد أن "القانون يظلم الناس".', "القانون يظلم الناس"),
        (DEPUTY, 'وقال لقناة محلية "سأعود في 3 حزيران المقبل".', "سأعود"),
    ],
)
def test_what_somebody_says_more_is_quoted_with_the_words_said(lead: str, more: str, words: str) -> None:
    assert any(words in quote for quote in quotes(f"{lead} {more}"))


@pytest.mark.parametrize(
    "text",
    [
        f"{DEPUTY} وتابع الحضور كلمته.",
        f'{MINISTER} The audience went on to the palace. "Nobody was hurt in Sirte," a baker said.',
    ],
)
def test_who_goes_on_with_a_deed_or_is_somebody_else_says_nothing_more(text: str) -> None:
    assert len(quotes(text)) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('Hezbollah condemned the raid on Sirte. Hezbollah spokesman Adam Novak said, "Nobody was hurt."', 2),
        ("Hezbollah denied the raid on Sirte. Hezbollah spokesman Adam Novak denied the raid again.", 1),
    ],
)
def test_a_spokesman_who_does_something_else_by_his_words_makes_a_statement_of_his_own(text: str, number: int) -> None:
    assert len(statements(text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Hezbollah denied the claims on Sirte. A bomb hit Derna. Hezbollah denied any link to the raid.", 1),
        ("Hezbollah denied the claims on Sirte. A bomb hit Derna. The Mossad denied any link to the raid.", 2),
        ("Hezbollah denied the sale of a ship. A bomb hit Sirte. Hezbollah denied any link to the raid.", 2),
    ],
)
def test_who_denies_what_others_say_denies_what_they_say_of_the_deed(text: str, number: int) -> None:
    assert len(statements(text)) == number


@pytest.mark.parametrize("text", ["Police didn't arrest Adam Novak on Monday.", "The camp wasn’t hit on Monday."])
def test_a_negation_that_is_one_word_with_its_auxiliary_tells_of_no_deed(text: str) -> None:
    assert [one for one in timeline(report(text, "2023-05-17")).events if one.kind is Kind.OCCURRENCE] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # who holds the office is named behind it, whatever stands between the two
        ("قال رئيس المجلس البلدي للمدينة شريف السالمي إن السوق فتحت. وأشار السالمي إلى أن الجسر متين.", 1),
        ("قال رئيس المجلس البلدي للمدينة شريف السالمي إن السوق فتحت. وأشار الحلبي إلى أن الجسر متين.", 2),
        ("قال عضو نقابة البحارة الدكتور سمير الخالدي إن السفن عادت. وأوضح الخالدي أن الميناء آمن.", 1),
        # one person speaks once, whatever he turns to, until another one speaks
        (
            (
                "Minister Adam Novak said that the dam was safe. A lorry hit a wall in Sirte. A cow ate the roses. "
                "Novak said that wages were low."
            ),
            1,
        ),
        (
            (
                "Minister Adam Novak said that the dam was safe. Governor Ivan Petrov said that bread was dear. "
                "Petrov was right. Novak said that wages were low."
            ),
            3,
        ),
        # a definite noun for who spoke
        ("The mayor Adam Novak said that bread was dear. The mayor said that the dam was safe.", 1),
        ("The mayor Adam Novak said that bread was dear. The judge said that the dam was safe.", 2),
        ("قال المدير سمير الخالدي إن الخبز غال. وأكد المدير أن السد آمن.", 1),
        ("قال المدير سمير الخالدي إن الخبز غال. وأكد القاضي أن السد آمن.", 2),
        # one of the body that spoke right before
        ('Hezbollah threatened to burn the port. Its commander, Samer Khalidi, said "the fire will not stop".', 1),
        ('Hezbollah threatened to burn the port. A commander, Samer Khalidi, said "the fire will not stop".', 2),
        ('هددت حركة حماس بالرد على الغارة. وقال قائدها سامر الخالدي "سوف نعود".', 1),
        ('هددت حركة حماس بالرد على الغارة. وقال القائد سامر الخالدي "سوف نعود".', 2),
    ],
)
def test_who_has_spoken_makes_one_statement(text: str, number: int) -> None:
    assert len(statements(text)) == number


def test_what_was_said_long_before_gives_no_day_to_what_is_said_now() -> None:
    told = statements(
        "A bomb hit Derna on Monday. A cow ate the roses. Hezbollah said that the port was open.\n\n"
        "Hezbollah said in June 2019 that the port was closed."
    )
    assert [one.when.edtf if one.when else None for one in told] == ["2019-06", "../2023-05-17"]


@pytest.mark.parametrize(
    ("lead", "speech", "words"),
    [
        # the quotation began in a sentence before, and who said it stands behind it
        (MINISTER, '"This list is wrong. We did not sell any land," he told the agency.', "This list is wrong. We did"),
        (
            MINISTER,
            '"This list is wrong.\nWe did not sell any land," he told the agency.',
            "This list is wrong.\nWe did",
        ),
        # it goes on behind whoever said it, in sentences of its own
        (MINISTER, '"The list is wrong," he said. "We need bread. The wells are dry."', "The wells are dry"),
        (DEPUTY, 'وأضاف "الطريق طويل. الآبار جافة في الوادي."', "الآبار جافة في الوادي"),
        (DEPUTY, "وأضاف «الطريق طويل. الآبار جافة في الوادي».", "الآبار جافة في الوادي"),
    ],
)
def test_words_said_are_quoted_whole_over_sentences_and_lines(lead: str, speech: str, words: str) -> None:
    assert any(words in quote for quote in quotes(f"{lead} {speech}"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # somebody else said it, as is told only behind its end
        (f'{MINISTER} "The list is wrong. The wells are dry," a baker said.', "The list is wrong"),
        # something else was told between, the quotation has ended, and a line is left blank
        (f'{MINISTER} Rain fell on the hills. "The wells are dry."', "The wells are dry"),
        (f'{MINISTER} He said "the list is wrong". The wells are dry.', "The wells are dry"),
        (f'{MINISTER} He said "the list is wrong.\n\nThe wells are dry."', "The wells are dry"),
    ],
)
def test_what_is_not_said_any_more_is_no_quote_of_the_statement(text: str, words: str) -> None:
    assert not any(words in piece.exact for one in statements(text) for piece in one.evidence)
