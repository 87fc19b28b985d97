"""A definite noun that stands for a happening makes its clause a quote of it, and no other noun does."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import When


def first(text: str) -> Event:
    """The happening that the text tells first."""
    found = timeline(report(text, "2023-05-17")).events
    return min((one for one in found if one.kind is Kind.OCCURRENCE), key=lambda one: one.evidence[0].span)


def quotes(text: str) -> list[str]:
    """The quotes of the happening that the text tells first, without the one that dates it."""
    return [piece.exact for piece in first(text).evidence[1:]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "A raid hit a clinic in Sirte on Monday. A photo shows a yard that was burned in the raid.",
            "burned in the raid",
        ),
        ("A raid hit a clinic in Sirte on Monday. Among the dead were two bakers.", "Among the dead were two bakers"),
        (
            "A raid hit a clinic in Sirte on Monday. Hours after the raid on the clinic it was dark.",
            "raid on the clinic",
        ),
        (
            "A court in Sirte sentenced a baker to death on Monday. The sentence is the third of its kind.",
            "The sentence is the third of its kind",
        ),
        ("قصفت طائرات مخيما قرب إدلب الاثنين. ومن بين القتلى خباز وابنه.", "من بين القتلى خباز وابنه"),
        ("قصفت طائرات مخيما قرب إدلب الاثنين. والقصف هو الثالث من نوعه.", "القصف هو الثالث من نوعه"),
    ],
)
def test_the_clause_of_a_noun_that_stands_for_a_happening_is_one_more_quote(text: str, quote: str) -> None:
    assert any(quote in one for one in quotes(text))
    assert all(piece.inherited for piece in first(text).evidence[1:])


@pytest.mark.parametrize(
    "text",
    [
        "A raid hit a clinic in Sirte on Monday. A photo shows a yard that was burned in raids.",
        "A raid hit a clinic in Sirte on Monday. A photo shows the wedding.",
        "A raid hit a clinic in Sirte on Monday. Hezbollah wants the raid on Derna.",
        "A court in Sirte sentenced a baker to death on Monday. A lawyer appealed against the verdict.",
        "A court in Sirte sentenced a baker to death on Monday. The dead were two bakers.",
        "A raid hit a clinic in Sirte on Monday. The raid on 2 May was worse.",
        "Ministers met in Cairo on Monday. The road will be opened in the meeting.",
        "قصفت طائرات مخيما قرب إدلب الاثنين. ومن بين الحضور خباز وابنه.",
        "قصفت طائرات مخيما قرب إدلب الاثنين. وفي المعرض صور انفجارات.",
    ],
)
def test_what_is_indefinite_of_another_kind_or_only_talked_about_is_no_quote(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("A strike hit a clinic in Sirte on Monday. The second strike hit the yard of the clinic.", 1),
        ("A strike hit a clinic in Sirte on Monday. A second strike hit the yard of the clinic.", 2),
        ("نفذت القوات غارة في الحسكة أمس. وأسفرت الغارة الثانية عن مقتل ثلاثة.", 1),
    ],
)
def test_the_second_is_one_of_a_series_and_a_second_one_is_another(text: str, many: int) -> None:
    assert len([one for one in timeline(report(text, "2023-05-17")).events if one.kind is Kind.OCCURRENCE]) == many


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a patrol in Sirte on Monday. Two guards were killed in the operation.",
        "هاجم مسلحون دورية في إدلب الاثنين. واستشهد في العملية رقيبان.",
    ],
)
def test_what_happened_in_the_operation_is_a_part_of_the_attack(text: str) -> None:
    assert len(first(text).evidence) == 2


def test_a_video_of_an_attack_is_not_the_attack() -> None:
    found = timeline(
        report(
            "Hezbollah published a video of an attack in Sirte. The attack killed two bakers on Monday.",
            "2023-05-17",
        )
    ).events
    assert all(len(event.evidence) == 1 for event in found)


def test_the_arrest_operation_goes_on_with_no_attack() -> None:
    assert quotes("هاجم مسلحون دورية في إدلب الاثنين. وقال حزب الله إنه راض عن عملية الاعتقال.") == []


def test_who_is_hurt_in_it_counts_with_it_and_who_helps_has_no_part_in_it() -> None:
    told = first("A blast killed two bakers in Sirte on Monday. Hezbollah received nine people wounded in the blast.")
    assert {(figure.what, figure.low) for figure in told.figures} == {("killed", 2), ("wounded", 9)}
    assert all(role.value not in ("agent", "patient") for role, id in told.roles if id == "hezbollah")


def test_a_later_sentence_of_an_entry_goes_on_with_it() -> None:
    text = (
        "Timeline\n\n12 May 2023: A raid hit a bakery in Sirte. The raid killed two bakers.\n\n"
        "14 May 2023: Police arrested a guard in Derna. Gunmen shot a judge."
    )
    found = timeline(report(text, "2023-05-30")).events
    assert [len(event.evidence) for event in found][:2] == [2, 1]
    assert [(figure.what, figure.low) for figure in found[0].figures] == [("killed", 2)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Officials spoke in Sirte after an attack on a camp. Gunmen attacked the camp on Monday.",
            "attack on a camp",
        ),
        (
            "The mayor fled after a raid on a market in Sirte. A raid hit the market in Sirte on Monday.",
            "raid on a market",
        ),
        (
            "وتمكن الحرس من صد الهجوم على الدورية. وقتل جندي في الهجوم على الدورية الاثنين.",
            "الهجوم على الدورية",
        ),
    ],
)
def test_a_noun_that_names_what_is_told_further_on_is_a_quote_of_it(text: str, quote: str) -> None:
    found = timeline(report(text, "2023-05-17")).events
    assert any(quote in piece.exact for one in found if one.when == When("2023-05-15") for piece in one.evidence)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The mayor fled after a raid on a school in Derna. A raid hit a market in Sirte on Monday.", "on a school"),
        ("The mayor fled after a raid. A raid hit a market in Sirte on Monday.", "after a raid"),
        ("وتمكن القضاة من تنفيذ الحكم على اللص. وصدر الحكم على اللص الاثنين.", "تنفيذ الحكم"),
        ("The mayor spoke of a second raid on the market. A raid hit the market in Sirte on Monday.", "a second raid"),
    ],
)
def test_a_noun_that_may_name_another_one_is_no_quote_of_what_is_told_further_on(text: str, quote: str) -> None:
    found = timeline(report(text, "2023-05-17")).events
    assert not any(quote in piece.exact for one in found if one.when == When("2023-05-15") for piece in one.evidence)
