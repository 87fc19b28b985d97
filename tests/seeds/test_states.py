"""The states of the world, the roles that they have in a text, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds import compiled, load, states
from timeline_core.model.entry import ACTOR, PLACE, STATES

KNOWN = load.gazetteer()
ABOUT = states.table(compiled.HERE / "names" / "states.toml")


def named(text: str) -> list[tuple[str, str]]:
    return [(hit.id, hit.category) for hit in KNOWN.find(text)]


def test_what_is_kept_is_what_the_files_say() -> None:
    """When this fails: `python -m seeds.compiled`."""
    assert compiled.KEPT.read_text("utf-8") == compiled.compiled()
    assert [*load.gazetteer()] == [*compiled.made()]


def test_what_was_kept_of_other_files_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (compiled.compiled().replace('"of":"', '"of":"0'), "{", "[]"):
        (tmp_path / "kept.json").write_text(content, "utf-8")
        monkeypatch.setattr(compiled, "KEPT", tmp_path / "kept.json")
        assert compiled.kept() is None


def test_every_state_is_one_entry_with_both_names() -> None:
    ids = [id for id, lang, _, _ in states.adjectives(ABOUT) if lang == "en"]
    assert len(set(ids)) >= 193
    for id in ids:
        assert KNOWN[id].type in STATES, id
        assert KNOWN[id].names["ar"], id
        assert KNOWN[id].names["en"], id


@pytest.mark.parametrize(
    "text, found",
    [
        ("أعلنت فرنسا أمس", [("france", ACTOR)]),
        ("وصلت إلى فرنسا", [("france", PLACE)]),
        ("عقدت بفرنسا", [("france", PLACE)]),
        ("شمال فرنسا", [("france", PLACE)]),
        ("أعلنت سوريا أمس", [("syria", ACTOR)]),
        ("قصف سوريا", [("syria", PLACE)]),
        ("في ماليزيا", [("malaysia", PLACE)]),
        ("France said it would", [("france", ACTOR)]),
        ("fled to France", [("france", PLACE)]),
        ("Syria said", [("syria", ACTOR)]),
        ("in Chad", [("chad", PLACE)]),
        ("met with Chad", []),
        # a verb that does harm, in a form that cannot have the state for its subject
        ("الفيضانات التي ضربت ألبانيا", [("albania", PLACE)]),
        ("ضرب زلزال تركيا", [("turkey", PLACE)]),
        ("الهجمات التي استهدفت تركيا", [("turkey", PLACE)]),
        ("ضربت إسرائيل موقعا", [("israel", ACTOR)]),
        ("the floods that hit Albania", [("albania", PLACE)]),
        ("Turkey hit the post", [("turkey", ACTOR)]),
        # a preposition before two states
        ("في ألمانيا وفرنسا", [("germany", PLACE), ("france", PLACE)]),
        ("في ألمانيا، وفرنسا ترفض", [("germany", PLACE), ("france", ACTOR)]),
        ("أعلنت ألمانيا وفرنسا", [("germany", ACTOR), ("france", ACTOR)]),
        ("في باماكو وسط مالي", [("bamako", PLACE), ("mali", PLACE)]),
        ("جلسة في عمان عن الأردن", [("amman", PLACE), ("jordan", ACTOR)]),
        ("في عمان ثم مسندم وصلالة", [("oman", PLACE), ("musandam", PLACE), ("salalah", PLACE)]),
        ("flights to Turkey", [("turkey", PLACE)]),
        ("eat turkey and buy china", []),
        ("سلطنة عمان", [("oman", ACTOR)]),
        ("النيجر ونيجيريا", [("niger", ACTOR), ("nigeria", ACTOR)]),
        ("في بوركينا فاسو", [("burkina-faso", PLACE)]),
        ("the Netherlands", [("netherlands", ACTOR)]),
    ],
)
def test_a_state_acts_or_is_a_place(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "بعد صلاة المغرب",
        "دعم مالي كبير",
        "النظام المالي",
        "البنات والبنين",
        "من بنين وبنات",
        "في عمان",
        "تقويم قمري",
        "Chad and his mother",
    ],
)
def test_what_looks_like_a_state_is_none(text: str) -> None:
    assert named(text) == []
