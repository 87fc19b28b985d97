"""The table of likeness: what joins two reports' tellings of one day, and what keeps them two."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.merge.test_likeness import bounds, telling
from tests.core.words import known, report, teller, timeline
from timeline_core.export.formats.json_timeline import event_object
from timeline_core.merge.pair import Pair
from timeline_core.merge.threshold import ENOUGH
from timeline_core.merge.weighing import FEATURES, score_by_table, weigh
from timeline_core.model.actor_role import ActorRole

DAY = "2023-02-15"


def events(one: str, other: str, published: str = DAY) -> int:
    told = timeline(report(one, DAY, "one"), report(other, published, "other"))
    return len(told.events) + len(told.undated)


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "The Court of Appeal sentenced the trader Salim Barghash to nine years in Sfax on Monday.",
            "The trader Salim Barghash was sentenced on Monday to nine years by judges in Sfax.",
        ),
        ("A strong earthquake struck southern Iran on Monday.", "ضرب زلزال قوي جنوب إيران أمس الاثنين."),
        (
            "Flames destroyed four floors of a carpet factory in Mansoura on Monday.",
            "A blaze in Mansoura on Monday destroyed a carpet factory of four floors.",
        ),
        (
            "أتى حريق على مستودع للأخشاب في المنصورة أمس وأصيب ستة عمال.",
            "Six workers were injured yesterday when a fire gutted a timber depot in Mansoura.",
        ),
        (
            "Gunmen kidnap a beekeeper on the coastal road with nine of his hives.",
            "A beekeeper is kidnapped by gunmen on the coastal road with nine of his hives.",
        ),
    ],
    ids=("one person sentenced", "one quake", "one thing and place", "two scripts", "no day, one wording"),
)
def test_what_two_reports_share_on_one_day_joins_them(one: str, other: str) -> None:
    assert events(one, other) == 1


@pytest.mark.parametrize(
    "one, other",
    [
        ("أصيب أربعة فلاحين أمس في قصف على قرية تل الكرز.", "أصيب أربعة فلاحين أمس في قصف على قرية تل اللوز."),
        ("أصيب أربعة فلاحين أمس في قصف على خربة الكرز.", "أصيب أربعة فلاحين أمس في قصف على خربة اللوز."),
        (
            "Four farmers were wounded yesterday in shelling of the village of Tell Karaz.",
            "Four farmers were wounded yesterday in shelling of the village of Tell Lawz.",
        ),
        (
            "Jets bombed the Zahra hospital in Idlib yesterday, wounding four.",
            "Jets bombed the Yasmin hospital in Idlib yesterday, wounding four.",
        ),
        (
            "قصفت طائرات أمس مستشفى الزهراء في إدلب وأصيب أربعة.",
            "قصفت طائرات أمس مستشفى الياسمين في إدلب وأصيب أربعة.",
        ),
        (
            "A strong earthquake struck southern Iran on Monday.",
            "Aid for the earthquake in southern Iran was sent on Monday.",
        ),
        (
            "Rescuers towed the seventh barge out of the harbour on Monday.",
            "Rescuers towed the eighth barge out of the harbour on Monday.",
        ),
        ("أسقطت البحرية أمس الطائرة السابعة قبالة الساحل.", "أسقطت البحرية أمس الطائرة الثامنة قبالة الساحل."),
        (
            "Gunmen kidnapped a beekeeper yesterday on the coastal road.",
            "Police arrested a fisherman yesterday before the ministry of agriculture.",
        ),
    ],
    ids=(
        "tell",
        "khirba",
        "village of",
        "hospital",
        "hospital ar",
        "quake and aid",
        "seventh",
        "seventh ar",
        "nothing shared",
    ),
)
def test_what_is_called_otherwise_is_another(one: str, other: str) -> None:
    assert events(one, other) == 2


def test_a_spelling_of_one_name_is_no_other_name() -> None:
    one = "Four farmers were wounded yesterday in shelling of the village of Tell Karza."
    assert events(one, one.replace("Karza", "Karzah")) == 1


@pytest.mark.parametrize(("days", "joined"), [(0, True), (1, True), (2, False)])
def test_what_says_no_day_is_of_the_day_of_its_report_or_the_one_before(days: int, *, joined: bool) -> None:
    said: dict[str, Any] = {"predicate": "hold", "wordings": (frozenset(f"word{n}" for n in range(9)),)}
    one, other = telling("one", **said), telling("other", None, **said)
    assert (score_by_table(one, other, bounds(days)) > 0) is joined


@pytest.mark.parametrize(("shared", "row"), [(6, "one wording"), (5, "like wording"), (3, "near wording")])
def test_wording_weighs_by_how_many_of_the_words_both_have(shared: int, row: str) -> None:
    words = [frozenset([*(f"word{n}" for n in range(shared)), *(f"{by}{n}" for n in range(3))]) for by in "ab"]
    one, other = (telling(id, wordings=(some,)) for id, some in zip(("one", "other"), words, strict=True))
    assert row in weigh(Pair(one, other, bounds())).features


def test_what_speaks_against_it_weighs_against_what_is_shared() -> None:
    shared: dict[str, Any] = {
        "predicate": "hold",
        "actors": ("army",),
        "places": ("town",),
        "wordings": (frozenset(f"word{n}" for n in range(9)),),
    }
    one = telling("one", roles=((ActorRole.PATIENT, "ann"),), **shared)
    other = telling("other", roles=((ActorRole.PATIENT, "ben"),), **shared)
    found = weigh(Pair(one, other, bounds()))
    assert "other patient" in found.features
    assert found.total == pytest.approx(sum(row.weight for row in FEATURES if row.name in found.features))
    assert weigh(Pair(one, telling("other", **shared), bounds())).total > found.total > ENOUGH


def test_the_table_joins_no_two_mentions_of_one_report() -> None:
    said: dict[str, Any] = {"predicate": "hold", "wordings": (frozenset(f"word{n}" for n in range(9)),)}
    assert score_by_table(telling("one", **said), telling("one", at=50, **said), bounds()) == 0.0


def test_every_row_has_a_name_of_its_own_and_an_example() -> None:
    assert len({row.name for row in FEATURES}) == len(FEATURES)
    assert all(row.example and row.weight for row in FEATURES)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_row_is_told_in_words(code: str) -> None:
    assert set(known().phrasings[code].documents.likeness) == {row.name for row in FEATURES}


def test_the_reader_and_exports_tell_what_weighed_for_a_join() -> None:
    one = "Gunmen kidnapped the beekeeper Nader Salloum near Sfax on Monday."
    other = "The beekeeper Nader Salloum was kidnapped by gunmen near Sfax on Monday."
    told = timeline(report(one, DAY, "one"), report(other, DAY, "other"))
    [event] = told.events
    [join] = event.joined
    assert join.likeness is not None
    assert join.likeness.total >= ENOUGH
    assert {"class", "person", "place"} <= {*join.likeness.features}
    tell = teller("en")
    assert f"likeness {join.likeness.total} (same kind of deed" in tell.joined(join, told.names)
    tellings: Any = event_object(event, told, tell)["tellings"]
    assert [one["likeness"] and one["likeness"]["weight"] for one in tellings] == [None, join.likeness.total]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_what_is_told_at_the_ends_of_the_calendar_is_joined_without_a_fault(published: str) -> None:
    texts = ("Police arrested two bakers.", "أفرج عن الخباز.", "The baker was freed on 1 January 0001.")
    told = timeline(*(report(text, published, f"r{at}") for at, text in enumerate(texts)))
    assert not told.faults
    assert len(told.events) + len(told.undated) > 1


@pytest.mark.parametrize(
    "one, other",
    [
        ("استقال وزير المياه فادي حدادين أمس.", "The water minister Fadi Haddadin resigned on Tuesday."),
        (
            "قال رئيس الوزراء سالم القضاة أمس إنه قبل الاستقالة.",
            "Prime Minister Salem Qudah said on Tuesday that he had accepted the resignation.",
        ),
    ],
)
def test_one_person_does_one_thing_in_two_languages(one: str, other: str) -> None:
    assert events(one, other) == 1


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("A court in Homs on Monday acquitted the editor Basil Qarmadi, whose weekly was closed in spring.", 1),
        ("A court in Homs on Monday acquitted the editor Hatim Qarmadi, whose weekly was closed in spring.", 2),
        ("The editor Basil Qarmadi on Monday greeted his readers.", 2),
    ],
    ids=("done to him", "done to another", "another deed"),
)
def test_one_deed_is_done_to_one_person_once_a_day_whatever_the_words(other: str, count: int) -> None:
    assert events("A court acquitted Basil Qarmadi of slander on Monday.", other) == count


def test_one_speaker_says_two_things_where_their_words_do_not_meet() -> None:
    one = "Prime Minister Salem Qudah said on Tuesday that he had accepted the resignation."
    assert events(one, "Prime Minister Salem Qudah said on Tuesday that wells near Irbid need new pumps.") == 2


OFFICE = "Samir Hadlan said on Tuesday that he was quitting the council of Harim after a row over wells."


@pytest.mark.parametrize(
    "deed, count",
    [
        ("Samir Hadlan quit the council of Harim on Tuesday after a row over wells.", 1),
        ("Samir Hadlan quit the council of Harim on Sunday after a row over wells.", 0),
        ("Samir Hadlan opened a bakery in Manbij on Tuesday.", 0),
    ],
    ids=("the same", "another day", "something else"),
)
def test_a_statement_points_to_what_another_report_tells_to_have_happened(deed: str, count: int) -> None:
    told = timeline(report(deed, DAY, "deed"), report(OFFICE, DAY, "office"))
    [statement] = [event for event in told.events if event.reports == ("office",)]
    assert len(statement.announces) == count


@pytest.mark.parametrize(
    "one, other, published, together",
    [
        (
            "The dairy board closed two plants and a cheese school in April 2022.",
            "In April 2022 the dairy board closed two plants and a school for cheese makers.",
            "2023-02-15",
            1,
        ),
        (
            "The dairy board closed two plants and a cheese school in April 2022.",
            "In April 2022 the dairy board closed two plants and a school for cheese makers.",
            "2023-03-20",
            2,
        ),
        (
            "The dairy board closed two plants and a cheese school in April 2022.",
            "The dairy board opened a bridge for lorries in April 2022.",
            "2023-02-15",
            2,
        ),
    ],
    ids=("one wording of one month", "news of another day", "another deed of that month"),
)
def test_reports_of_one_day_tell_of_one_longer_time(one: str, other: str, published: str, together: int) -> None:
    assert events(one, other, published) == together
