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
        ("He was crowned in the park. 10,000 are here.", ["He was crowned in the park.", "10,000 are here."]),
        ("one\n\n  two \r\nthree", ["one", "two", "three"]),
        ('قال "انتهى." ثم ذهب', ['قال "انتهى."', "ثم ذهب"]),
        (" \n\t\n", []),
        ("في 10 أيار.\u200f وقصفت حماة.\u200f\u200e ثم", ["في 10 أيار.", "وقصفت حماة.", "ثم"]),
        ("on Feb.\u200e 10 it ended.\u200e Then", ["on Feb.\u200e 10 it ended.", "Then"]),
        ("في 10 أيار .وقصفت حماة ؟نعم", ["في 10 أيار .", "وقصفت حماة ؟", "نعم"]),
        ("بنسبة .5 في المئة", ["بنسبة .5 في المئة"]),
        ("A bridge fell.[1] On Monday it rained.[2][3] Then", ["A bridge fell.", "On Monday it rained.", "Then"]),
        ("A bridge fell.¹ On Monday it rained.²", ["A bridge fell.", "On Monday it rained."]),
        ("سقط جسر.(3) وفي الغد أمطرت.[1، 2] ثم", ["سقط جسر.", "وفي الغد أمطرت.", "ثم"]),
        ("A bridge fell.11 On Monday it rained.", ["A bridge fell.", "On Monday it rained."]),
        ('He said "it fell."[4] Then', ['He said "it fell."', "Then"]),
        ("It rose by 3.5 per cent (3) and fell.", ["It rose by 3.5 per cent (3) and fell."]),
        ("See Fig.3 of it", ["See Fig.3 of it"]),
        ("A .NET tool of the .gov domain", ["A .NET tool of the .gov domain"]),
    ],
    ids=str,
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts
