"""A language is its files: a made-up one works by them, one without events gives dates, a broken one stops nothing."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seeds import load as seeds
from seeds.language_files import Taught, read
from tests.core.words import known, report
from timeline_core.derive import derive
from timeline_core.errors import LanguageError
from timeline_core.events.cross_dating import dated
from timeline_core.knowledge import Knowledge
from timeline_core.lexicon.grammar import load as grammar
from timeline_core.lexicon.language_of import language_of
from timeline_core.model.event import Event, Kind
from timeline_core.names.word_form import load as word_form
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.readings import Category, Reading
from timeline_core.syntax.tree.grammar import load as load_syntax

TOY = Path(__file__).parent / "toy" / "xx.toml"
PARSED = tomllib.loads(TOY.with_suffix(".syntax.toml").read_text("utf-8"))
SCRIPTS = tomllib.loads((Path(seeds.__file__).parent / "scripts.toml").read_text("utf-8"))


def taught(folder: Path, **files: str) -> Taught:
    """What a folder teaches that holds the bundled languages and these files."""
    for path in (Path(seeds.__file__).parent / "languages").glob("??.toml"):
        shutil.copy(path, folder)
    for code, text in files.items():
        (folder / f"{code}.toml").write_text(text, "utf-8")
    return read(folder, SCRIPTS, seeds.concepts())


def knowing(files: Taught, **parsers: Parser) -> Knowledge:
    every = {**known().parsers, **parsers}
    return replace(known(), languages=files.languages, phrasings=files.phrasings, signs=files.signs, parsers=every)


def parser() -> Parser:
    """That of the made-up language: what none of its lists has is a noun."""
    readings = {}
    for category in (Category.VERB, Category.ACTION):
        for concept, words in PARSED[category].items():
            for said in words:
                *before, word = said.split("+")
                tense = "past" if category is Category.VERB else ""
                one = Reading(category, word, concept=concept, tense=tense, before=tuple(before))
                readings[said.replace("+", "")] = one
    for category, words in PARSED["word"].items():
        readings |= {word: Reading(Category(category), word) for word in words}
    classes = known().concepts.classes

    def read_as(word: str) -> tuple[Reading]:
        return (readings.get(word.lower(), Reading(Category.NOUN, word)),)

    return Parser(load_syntax("xx", PARSED), classes, read_as, lambda left: left)


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return knowing(taught(tmp_path_factory.mktemp("languages"), xx=TOY.read_text("utf-8")), xx=parser())


def told(text: str, knowledge: Knowledge) -> Event:
    [event] = derive([report(text, "2023-02-20")], knowledge).events
    return event


@pytest.mark.parametrize(
    ("said", "day", "kind", "title"),
    [
        (
            "Morun xarapta trin soldat ke 10 dunat 2023 ta Kalatun, qmorun unu nas.",
            "2023-02-10",
            Kind.OCCURRENCE,
            "Morun xarapta trin soldat ta Kalatun, qmorun unu nas",
        ),
        (
            "Dorin armat ke 15 dunat 2023 kel morun trin soldat ta Belatun.",
            "2023-02-15",
            Kind.ANNOUNCEMENT,
            "Dorin armat kel morun trin soldat ta Belatun",
        ),
        (
            "Selun konvena lofe prezident solu ta Kalatun.",
            "2023-02-20",
            Kind.PLANNED,
            "Selun konvena lofe prezident ta Kalatun",
        ),
        ("Nekin armat ke 16 dunat 2023 rapta ta Belatun.", "2023-02-16", Kind.DENIAL, "Nekin armat rapta ta Belatun"),
    ],
)
def test_a_made_up_language_tells_each_kind_of_event_by_its_file_alone(
    toy: Knowledge, said: str, day: str, kind: Kind, title: str
) -> None:
    event = told(said, toy)
    assert (event.when and event.when.edtf, event.kind, event.title, event.lang) == (day, kind, title, "xx")


def test_it_counts_in_its_own_numbers(toy: Knowledge) -> None:
    [figure] = told("Morun xarapta trin soldat ke 10 dunat 2023 ta Kalatun.", toy).figures
    assert (figure.what, figure.low, figure.high) == ("killed", 3, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Morun xarapta trin soldat ke velu ta Kalatun.", "xx"),
        ("A raid killed three soldiers yesterday in the town.", "en"),
        ("قتل ثلاثة جنود أمس في غارة على البلدة.", "ar"),
        ("Αύριο το πρωί", ""),
    ],
)
def test_it_is_told_from_the_languages_beside_it(toy: Knowledge, text: str, code: str) -> None:
    assert language_of(text, toy.signs) == code


def test_two_languages_meet_in_one_event(toy: Knowledge) -> None:
    morun = report("Morun xarapta trin soldat ke 10 dunat 2023.", "2023-02-11", "toy")
    raid = report("The Aleppo raid killed 120 people on 10 February 2023.", "2023-02-12", "english")
    assert {event.lang for event in derive([morun, raid], toy).events} == {"xx", "en"}


def test_a_language_without_a_grammar_of_its_sentences_serves_for_dates(toy: Knowledge) -> None:
    """What a date dates only a tree can tell."""
    bare = replace(toy, parsers=known().parsers)
    one = report("Morun xarapta trin soldat ke 10 dunat 2023 ta Kalatun.", "2023-02-20")
    [read_] = dated([one], bare)
    assert [mention.span.of(one.text) for mention in read_.mentions] == ["10 dunat 2023"]
    assert derive([one], bare).events == ()


def test_a_language_without_events_serves_for_dates(tmp_path: Path) -> None:
    text = TOY.read_text("utf-8")
    files = taught(tmp_path, xx=text[: text.index("[events.inflection]")])
    assert not files.problems
    assert "xx" in files.languages.keys() - files.phrasings.keys()
    one = report("Morun xarapta ke 10 dunat 2023 ta Kalatun.", "2023-02-20")
    [read_] = dated([one], knowing(files))
    assert [mention.span.of(one.text) for mention in read_.mentions] == ["10 dunat 2023"]
    assert derive([one], knowing(files)).events == ()


def test_a_script_is_data(tmp_path: Path) -> None:
    greek = TOY.read_text("utf-8").replace('"Latn"', '"Grek"').replace("dunat", "δουνατ")
    (tmp_path / "xx.toml").write_text(greek, "utf-8")
    scripts: dict[str, Any] = {**SCRIPTS, "script": {**SCRIPTS["script"], "Grek": ["α-ω", "Α-Ω"]}}
    files = read(tmp_path, scripts, seeds.concepts())
    assert language_of("Μορουν σολδατ 10 δουνατ 2023", files.signs) == "xx"
    assert language_of("Morun soldat", files.signs) == ""


BROKEN = {
    "no TOML": ("this is no TOML", "line 1"),
    "no signs": ('name = "Kolu"', "[signs]"),
    "another script": ('[signs]\nscript = "Xxxx"', "script must be one of"),
    "no word": ('[signs]\nscript = "Latn"', "no word"),
    "a section that nothing reads": ("{}\n[events.sayings]\nwords = []", "[events.sayings]"),
    "a list that nothing reads": ("{}\n[events.asides]\nword = []", "[events.asides] word"),
    "a concept that is none": ("{}\n[events.part_of_day]\ndusk = []", "dusk"),
    "a trait that is none": ("{}\n", "colour"),
    "words that are none": ("{}\n[events.asides]\nwords = [1]", "[events.asides] words"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_named_and_passed_over(tmp_path: Path, kind: str) -> None:
    text, named = BROKEN[kind]
    good = TOY.read_text("utf-8")
    if kind == "a trait that is none":
        good = good.replace("[grammar]", '[grammar]\ncolour = "red"')
    files = taught(tmp_path, xx=text.replace("{}", good, 1) if "{}" in text else text)
    [problem] = files.problems
    assert problem.startswith("languages/xx.toml: ")
    assert named in problem
    assert set(files.languages) == {"ar", "en"}


def test_no_bundled_file_is_passed_over() -> None:
    assert seeds.taught().problems == ()


@pytest.mark.parametrize(
    "row", [{"order": "vso"}, {"verb_first": ["yes"]}, {"article": "al"}, {"article": [""]}, {"and_": ["w"]}]
)
def test_a_trait_that_is_none_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(LanguageError, match=r"\[grammar\]"):
        grammar("xx", {"grammar": row})


def test_what_is_not_said_of_a_language_is_not_so() -> None:
    bare = grammar("xx", {})
    assert not bare.joined("word")
    assert bare.unjoined("word") == "word"
    form = word_form("xx", {})
    assert form.without_article("word") == form.with_article("word") == form.opened("word") == "word"


@pytest.mark.parametrize("row", [{"capital": True}, {"capitals": ["A"]}, {"article": "al"}])
def test_a_form_of_words_that_is_none_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(LanguageError, match=r"\[form\]"):
        word_form("xx", {"form": row})
