"""Everything that is bundled loads, refers to what is there, and finds what it names and nothing else."""

import json
from datetime import date
from pathlib import Path

import frontmatter
import pytest

from seeds import load
from seeds.compiled import built
from seeds.entries import read
from timeline_core.errors import GazetteerError, LanguageError
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, PLACE, folded_words

SEEDS = Path(load.__file__).parent
GOLD = Path(__file__).with_name("dossier.gold.json")
FILES = sorted(path for path in SEEDS.rglob("*") if path.suffix in {".toml", ".md", ".json", ".tsv"})
KNOWN = load.gazetteer()
REPORTS = {path.stem: frontmatter.load(str(path)) for path in load.report_paths()}
INTRODUCED = {"ar": "مدينة {}", "en": "city {}"}
INTRODUCED_AS = {"outlet": "مراسل {}", "club": "مهاجم {}"}
"""By the type of the actor, where only the words of its type introduce it."""


def found(text: str) -> list[str]:
    return [named.id for named in KNOWN.find(text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SEEDS)))
def test_every_file_is_plain_utf_8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")


CONFLICTS = ["syria", "iraq", "yemen", "lebanon", "libya", "sudan", "palestine"]


def test_the_gazetteer_is_as_large_as_it_says() -> None:
    """Of the conflicts alone: states and bodies of elsewhere are not counted."""
    of_conflicts = [entry for entry in KNOWN if entry.home in CONFLICTS]
    places = sum(entry.category == PLACE for entry in of_conflicts)
    assert places >= 300
    assert len(of_conflicts) - places >= 150


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_every_conflict_has_its_actors_and_places(conflict: str) -> None:
    of_it = [entry for entry in KNOWN if entry.home == conflict]
    assert sum(entry.category == ACTOR for entry in of_it) >= 40
    assert sum(entry.category == PLACE for entry in of_it) >= 35
    assert any(entry.type == "person" for entry in of_it)


@pytest.mark.parametrize(
    "id, said",
    [
        ("sdf", ["قسد", "SDF"]),
        ("hts", ["هيئة تحرير الشام", "HTS"]),
        ("sohr", ["المرصد السوري", "SOHR"]),
        ("white-helmets", ["الخوذ البيضاء", "الدفاع المدني السوري", "White Helmets"]),
        ("pmf", ["الحشد الشعبي", "PMF"]),
        ("houthis", ["أنصار الله", "الحوثيون", "Houthis"]),
        ("rsf", ["الدعم السريع", "RSF"]),
        ("unitams", ["يونيتامس", "UNITAMS"]),
        ("lna", ["الجيش الوطني الليبي", "LNA"]),
        ("hezbollah", ["حزب الله", "Hezbollah"]),
        ("hamas", ["حركة حماس", "Hamas"]),
        ("qassam-brigades", ["كتائب القسام", "Qassam Brigades"]),
        ("unrwa", ["الأونروا", "أونروا", "UNRWA"]),
    ],
)
def test_those_who_act_most_are_found_by_their_everyday_names(id: str, said: list[str]) -> None:
    assert {text: found(text) for text in said} == {text: [id] for text in said}


def test_every_name_finds_its_entry_and_a_guarded_one_only_behind_an_introducer() -> None:
    """Also the short names; a guarded name by itself is a common word, a shared one nobody's."""
    for entry in KNOWN:
        named = [(lang, name) for lang, names in entry.names.items() for name in names]
        for lang, name in (*named, *entry.short.items()):
            if name in entry.shared:
                assert found(name) == [], name
                continue
            guarded = name in entry.guarded | entry.company
            assert not guarded or found(name) == [], name
            assert found(INTRODUCED_AS.get(entry.type, INTRODUCED[lang]).format(name) if guarded else name) == [
                entry.id
            ], name


def test_no_entry_lists_a_name_twice() -> None:
    """Hamza, ة/ه, case and the like are folded: a variant that differs in nothing else is the same name."""
    for entry in KNOWN:
        for names in entry.names.values():
            assert len({folded_words(name) for name in names}) == len(names), (entry.id, names)


def test_every_entry_has_an_arabic_and_an_english_name() -> None:
    assert [entry.id for entry in KNOWN if not (entry.names.get("ar") and entry.names.get("en"))] == []


def test_every_chain_of_places_and_of_affiliations_ends() -> None:
    for entry in KNOWN:
        seen = {entry.id}
        while up := entry.within or entry.affiliation:
            assert up not in seen, entry.id
            seen.add(up)
            entry = KNOWN[up]


def test_a_wikidata_item_is_one_entry() -> None:
    items = [entry.wikidata for entry in KNOWN if entry.wikidata]
    assert len(set(items)) == len(items)
    assert all(item[0] == "Q" and item[1:].isdecimal() for item in items)


@pytest.mark.parametrize(
    "id, said",
    [
        ("isis", ["«داعش»", "لداعش", "تنظيم الدولة", 'تنظيم "الدولة"', "تنظيم الدولة الإسلامية", "ISIS", "Daesh"]),
        ("sdf", ["قسد", "وقسد", "«قوات سوريا الديمقراطية»", "بقوات سوريا الديمقراطية", "SDF"]),
        ("centcom", ["سنتكوم", "للقيادة المركزية الأميركية", "القيادة المركزية الأمريكية"]),
        ("centcom", ["U.S. Central Command", "CENTCOM"]),
        ("coalition", ["التحالف الدولي", "للتحالف الدولي", "قوات التحالف الدولي", "U.S.-led coalition"]),
        ("ibrahim-al-qahtani", ["إبراهيم القحطاني", "ابراهيم القحطاني", "Ibrahim Al Qahtani", "Ibrahim al-Qahtani"]),
        ("hamza-al-homsi", ["حمزة الحمصي", "Hamza al-Homsi", "Hamza Al Homsi"]),
        ("usa", ["الولايات المتحدة الأمريكية", "أميركا", "أمريكا", "United States", "U.S."]),
        ("us-forces", ["القوات الأميركية", "الجيش الأمريكي", "U.S. troops"]),
        ("voa", ["صوت أميركا", "«صوت أمريكا»", "Voice of America"]),
        ("sinaa-prison", ["سجن الصناعة", "سجن غويران", "Sinaa prison"]),
        ("ghweiran", ["غويران", "الغويران", "بغويران", "Ghwayran"]),
        ("hasakah", ["الحسكة", "للحسكة", "بالحسكة", "al-Hasakah", "Al Hasakah", "Hassakeh"]),
        ("al-hol", ["مخيم الهول", "al-Hol"]),
        ("eastern-syria", ["شرقي سوريا", "شرق سوريا", "eastern Syria"]),
        ("deir-ez-zor", ["دير الزور", "بدير الزور", "Deir Ezzor"]),
    ],
)  # fmt: skip
def test_the_founding_case_is_found_however_it_is_written(id: str, said: list[str]) -> None:
    assert {text: found(text) for text in said} == {text: [id] for text in said}


@pytest.mark.parametrize(
    "text",
    [
        "حماة الوطن",
        "فتح الباب",
        "أعلنت فتح باب التقديم",
        "شارك بحماس كبير",
        "على الحد الأقصى",
        "من دون درعا واقيا",
        "فاطمة",
        "كسبها الفريق",
        "عن جده وزواره",
        "أمام الباب",
        "في صور التقطت أمس",
        "قالت المصادر دائما ودوما",
        "الهول والفزع",
        "they told us",
        "who is it",
        "a city hit by rain",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("stem", REPORTS)
def test_every_sample_report_says_whose_it_is(stem: str) -> None:
    report = REPORTS[stem]
    assert "عينة" in str(report["publisher"]) or "Sample" in str(report["publisher"])
    assert report["lang"] in {"ar", "en"}
    assert report["title"]
    assert 80 <= len(report.content.split()) <= 260


def test_one_sample_report_does_not_say_when_it_was_published() -> None:
    assert [stem for stem, report in REPORTS.items() if "published" not in report] == ["homsi-raid-undated"]
    assert all(isinstance(report.get("published", date.min), date) for report in REPORTS.values())


def test_the_events_to_expect_are_of_the_dossier() -> None:
    events = json.loads(GOLD.read_text("utf-8"))
    assert {stem for event in events for stem in event["reports"]} == set(REPORTS)
    for event in events:
        assert event["edtf"] is None or When(event["edtf"]).resolved, event["gist"]
        assert event["kind"] in {"occurrence", "announcement", "planned", "denial"}


@pytest.mark.parametrize(
    "text, complaint",
    [
        ('[[actor]]\nid = "a"', "'a'.*None"),
        ('[[actor]]\ntype = "state"', "without id"),
        ('[[person]]\nid = "a"', "person"),
        ('[[place]]\nid = "a"\ntype = "city"\nen = "A"', "'a'.*list of names"),
        ('[[place]]\nid = "a"\ntype = "city"\nen = ["A"]\nwithin = "b"', "'a'.*'b'"),
        ('[[place]]\nid = "a"\ntype = "city"\nen = ["X"]\n[[place]]\nid = "b"\ntype = "city"\nen = ["x"]', "'b'.*'a'"),
        (
            '[[place]]\nid = "a"\ntype = "city"\nen = ["X"]\n[[actor]]\nid = "a"\ntype = "state"\nen = ["Y"]',
            "stands in",
        ),
        ('[[place]]\nid = "a"\ntype = "city"\nen = ["X"]\nguarded = ["Y"]', "'a'"),
        ("[[place", "broken.toml"),
    ],
)
def test_a_broken_gazetteer_is_told_by_its_entry(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(GazetteerError, match=complaint):
        built(read([file]))


def test_files_may_refer_to_one_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('[[place]]\nid = "a"\ntype = "city"\nen = ["al-X"]\nwithin = "b"', "utf-8")
    two.write_text(
        'introducers = ["town"]\n[[place]]\nid = "b"\ntype = "country"\nen = ["Y"]\nguarded = ["Y"]', "utf-8"
    )
    both = built(read([one, two]))
    assert [named.id for named in both.find("Al X, al-X, Y")] == ["a", "a"]
    assert [named.id for named in both.find("Al X, town Y")] == ["a", "b"]


def test_a_language_that_is_not_there_is_named() -> None:
    with pytest.raises(LanguageError, match="'xx'"):
        load.language_data("xx")
