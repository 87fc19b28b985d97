"""Paragraphs and sentences."""

import pytest

from timeline_core.text.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [part.of(text) for span in paragraphs(text) for part in sentences(text, span, {"gen", "feb"})]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("قتل قيادي. وقالت القوات ذلك؟ نعم!", ["قتل قيادي.", "وقالت القوات ذلك؟", "نعم!"]),
        ("U.S. Central Command said so. It did.", ["U.S. Central Command said so.", "It did."]),
        ("Killed on Feb. 10 by Gen. Smith. Later", ["Killed on Feb. 10 by Gen. Smith.", "Later"]),
        ("بنسبة 3.5 في المئة. انتهى", ["بنسبة 3.5 في المئة.", "انتهى"]),
        ("He was killed in the raid. 10,000 are held.", ["He was killed in the raid.", "10,000 are held."]),
        ("one\n\n  two \r\nthree", ["one", "two", "three"]),
        ('قال "انتهى." ثم ذهب', ['قال "انتهى."', "ثم ذهب"]),
        (" \n\t\n", []),
        ("في 10 أيار.\u200f وقصفت حماة.\u200f\u200e ثم", ["في 10 أيار.", "وقصفت حماة.", "ثم"]),
        ("on Feb.\u200e 10 it ended.\u200e Then", ["on Feb.\u200e 10 it ended.", "Then"]),
        ("في 10 أيار .وقصفت حماة ؟نعم", ["في 10 أيار .", "وقصفت حماة ؟", "نعم"]),
        ("بنسبة .5 في المئة", ["بنسبة .5 في المئة"]),
        ("A .NET tool of the .gov domain", ["A .NET tool of the .gov domain"]),
    ],
    ids=str,
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts
