"""Which word is the verb of an English sentence, told by what stands on the timeline."""

import pytest

from tests.core.events.test_idioms import told


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The transport minister, who opposed the tunnel, resigned on Tuesday.",
            [("2023-05-16", "occurrence", "The transport minister resigned")],
        ),
        (
            "The bakers, who transport flour by boat, resigned on Tuesday.",
            [("2023-05-16", "occurrence", "The bakers resigned")],
        ),
        (
            "Guards freed the cook late Thursday, a week after masked men took him from a hotel.",
            [("2023-05-18", "occurrence", "Guards freed the cook, a week after masked men took him from a hotel")],
        ),
        (
            "The beekeeper was himself wounded during a parade on 12 May.",
            [("2023-05-12", "occurrence", "The beekeeper was himself wounded during a parade")],
        ),
        (
            "The tank burst its wall on Wednesday, flooding the cellar.",
            [("2023-05-17", "occurrence", "The tank burst its wall, flooding the cellar")],
        ),
        (
            "The bridge was reopened to help nurses on Friday evening.",
            [("2023-05-19", "occurrence", "The bridge was reopened to help nurses")],
        ),
        (
            "The Lebanese authorities plan to open a library on 10 June.",
            [("2023-06-10", "planned", "The Lebanese authorities plan to open a library")],
        ),
        (
            "The singer flew to Oslo, where a tram wounded him on Monday.",
            [("2023-05-15", "occurrence", "a tram wounded him")],
        ),
        (
            "The singer was stopped at the port before boarding a ship to Oslo, where he was due to sing on 4 May.",
            [],
        ),
        (
            "Boats carrying rescued sailors left Muscat on Friday.",
            [("2023-05-19", "occurrence", "Boats carrying rescued sailors left Muscat")],
        ),
        ("Had the barge sunk on Monday, the crew would have drowned.", []),
        (
            "Pirates boarded a barge bound for Oslo on 3 May, wounding a cook.",
            [("2023-05-03", "occurrence", "Pirates boarded a barge bound for Oslo, wounding a cook")],
        ),
        (
            "He left the choir on 3 May, the day before the vote.",
            [("2023-05-03", "occurrence", "He left the choir, the day before the vote")],
        ),
        (
            "Talks held by Norway and the Faroe Islands were put off on Monday.",
            [("2023-05-15", "occurrence", "Talks held by Norway and the Faroe Islands were put off")],
        ),
        (
            "In March, a storm sank a barge; the month before, a mayor freed a cook.",
            [("2023-02", "occurrence", "a mayor freed a cook"), ("2023-03", "occurrence", "a storm sank a barge")],
        ),
        (
            "On 3 May guards entered the mill, freed a cook, and arrested two bakers.",
            [("2023-05-03", "occurrence", "guards entered the mill, freed a cook, and arrested two bakers")],
        ),
        (
            "The council denied entry to a cook on Friday.",
            [("2023-05-19", "occurrence", "The council denied entry to a cook")],
        ),
        ("The mayor denied the report on Friday.", [("2023-05-19", "denial", "The mayor denied the report")]),
        ("The next hearing was set for 27 May.", [("2023-05-27", "planned", "The next hearing was set")]),
        (
            "The court rejected an appeal by the cook on Monday.",
            [("2023-05-15", "occurrence", "The court rejected an appeal by the cook")],
        ),
        (
            "The cook rejected accusations of theft on Monday.",
            [("2023-05-15", "denial", "The cook rejected accusations of theft")],
        ),
        ("The court rejected pleas by Samir Nadir, who has refused food since last Monday.", []),
    ],
    ids=str,
)
def test_it_is_read_as_it_is_meant(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_question_is_not_of_the_month_in_which_what_it_was_about_was_printed() -> None:
    found = told("The cook was questioned by the police about a series of recipes on bread printed in April.")
    assert all("questioned" not in title for _, _, title in found)
