"""A noun of a kind of place stands for the one place of that kind that the text speaks of, and else for none."""

import pytest

from tests.core.words import known, report
from timeline_core.events.accounts import named, read
from timeline_core.names.gazetteer import PLACE


def places(text: str) -> list[tuple[str, str]]:
    """The words by which the text names places, with their ids."""
    dated = read(report(text, "2023-05-18"), known())
    hits = named(dated, known()).named
    return [(hit.span.of(text), hit.id) for hit in hits if hit.category == PLACE]


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Shells hit Mosul on Sunday.\n\nTwo men died in the city.", "the city", "mosul"),
        ("Tents burned in Harlan camp.\n\nPolice closed the camp.", "the camp", "place:hrln"),
        ("سقطت قذائف على الموصل يوم الأحد.\n\nوانتشر الجيش في شوارع المدينة.", "المدينة", "mosul"),
        # the one that is named most, where it was named last
        (
            "Shells hit Mosul. Men came from Erbil to Mosul.\n\nTwo men died in the city.",
            "the city",
            "mosul",
        ),
        # what the opening only describes is named below
        ("Bombs hit a refugee camp on Sunday.\n\nHarlan camp lies near the border.", "a refugee camp", "place:hrln"),
    ],
)
def test_a_noun_stands_for_the_place_that_was_named(text: str, words: str, id: str) -> None:
    assert (words, id) in places(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # nothing of its kind was named before
        ("Two men died in the city on Sunday. Mosul was quiet.", "the city"),
        ("Shells hit Mosul on Sunday.\n\nThe camp is empty.", "The camp"),
        # two were
        ("Shells hit Mosul and Erbil on Sunday.\n\nTwo men died in the city.", "the city"),
        # another one is meant
        ("Shells hit Mosul on Sunday.\n\nTwo men died in the city of Harlan.", "the city"),
        ("سقطت قذائف على الموصل يوم الأحد.\n\nوانتشر الجيش في المدينة القديمة.", "المدينة"),
        # below the opening it is any camp
        ("Bombs fell on Sunday.\n\nA man fled to a camp.\n\nHarlan camp lies near the border.", "a camp"),
        # the opening names it itself
        ("Bombs hit a camp at Harlan, South Sudan. Harlan camp was full.", "a camp"),
    ],
)
def test_where_it_can_stand_for_none_or_two_it_stands_for_none(text: str, words: str) -> None:
    assert words not in [said for said, _ in places(text)]
