"""The language of the screen: complete, with the right plural, and nothing of another language beside it."""

import gettext
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import seeds
from tests.builders import event, figure, report, timeline
from tests.tui.listed import every_state
from tests.tui.screen import lines, press, reading, settled
from timeline_core.errors import QueryError
from timeline_core.export import SUFFIXES
from timeline_core.model.when import When
from timeline_core.names.gazetteer import ACTOR, Entry, Gazetteer
from timeline_core.names.world.table import World
from timeline_core.timeline import Timeline
from timeline_core.view import query
from timeline_core.view.filter import FIELDS
from timeline_core.view.nearby import finder
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw import when as render_when
from tui.i18n import query_errors, speech
from tui.ports.recorder import NoRecorder
from tui.ports.services import Offer, Services

ROOT = Path(speech.__file__).parents[1]
OTHERS = [code for code in speech.LANGUAGES if code != "en"]
MARKS = {"say": None, "later": None, "count": (1, 2)}
_SLOT = re.compile(r"\{\w+\}")


def messages() -> set[str | tuple[str, ...]]:
    """Every message of the program, with its plural where it has one."""
    return {found[2] for found in extract_from_dir(ROOT, keywords=MARKS)}


def catalogue(code: str) -> Path:
    return speech.FOLDER / code / "LC_MESSAGES" / f"{speech.DOMAIN}.po"


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_said_in_every_language_and_no_other_is(code: str) -> None:
    said = {message.id if isinstance(message.id, str) else tuple(message.id): message for message in opened(code)}
    assert set(said) == messages()
    for message in said.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy


@pytest.mark.parametrize("code", OTHERS)
def test_a_message_names_the_same_values_in_every_language(code: str) -> None:
    for message in opened(code):
        given = message.id if isinstance(message.id, str) else " ".join(message.id)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in forms:
            assert set(_SLOT.findall(form)) <= set(_SLOT.findall(given)), message.id
        assert set(_SLOT.findall(" ".join(forms))) == set(_SLOT.findall(given)), message.id


@pytest.mark.parametrize("code", OTHERS)
def test_what_the_program_reads_is_made_of_what_people_write(code: str) -> None:
    """Where it fails, run `make words`."""
    read = gettext.translation(speech.DOMAIN, speech.FOLDER, [code])
    for message in opened(code):
        if isinstance(message.id, str):
            assert read.gettext(message.id) == message.string
        else:
            said = {read.ngettext(message.id[0], message.id[1], number) for number in range(200)}
            assert said == set(message.string)


def opened(code: str) -> list[Any]:
    with catalogue(code).open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثًا"),
        (99, "99 حدثًا"),
        (100, "100 حدث"),
        (102, "102 حدث"),
        (103, "103 أحداث"),
        (1_511, "1,511 حدثًا"),
    ],
)
def test_a_number_calls_for_its_own_form_of_the_noun(number: int, said: str) -> None:
    speech.use("ar")
    assert speech.count("{n} event", "{n} events", number) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Friday 10 February 2023"),
        ("ar", "الجمعة 10 شباط 2023"),
        ("ar-SY", "الجمعة ١٠ شباط ٢٠٢٣"),
        ("ar_EG.UTF-8", "الجمعة ١٠ فبراير ٢٠٢٣"),
        ("ar-DZ", "الجمعة 10 فيفري 2023"),
        ("ar-XX", "الجمعة 10 فبراير 2023"),
    ],
)
def test_a_date_is_written_as_the_region_writes_it(language: str, said: str) -> None:
    speech.use(language)
    assert render_when.full(When("2023-02-10")) == said


@pytest.mark.parametrize(
    ("environ", "tag"),
    [
        ({"LANG": "ar_SY.UTF-8"}, "ar-SY"),
        ({"LANG": "ar_SY.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en-US"),
        ({"LC_MESSAGES": "ar"}, "ar"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
    ],
)
def test_without_a_setting_the_locale_decides(environ: dict[str, str], tag: str) -> None:
    assert speech.use("auto", environ).tag == tag


def bundled(code: str) -> str:
    return (Path(seeds.__file__).parent / "languages" / f"{code}.toml").read_text("utf-8")


def test_what_figures_count_has_a_word_in_every_language() -> None:
    for code in speech.LANGUAGES:
        data = tomllib.loads(bundled(code))
        assert set(data["events"]["figure_noun"]) <= set(render_detail.COUNTED)


def test_a_foreign_name_in_a_message_turns_nothing_around_it() -> None:
    speech.use("ar")
    assert speech.say("there is no folder {path}", path="/tmp/x") == "لا مجلد \u2068/tmp/x\u2069"


ALLOWED = {
    "Waqai", "Markdown", "fg", "timeline", "md", "Enter", "Esc", "Tab", "Shift", "Ctrl", "Space", "PgDn", "PgUp",
    "Home", "End", "F1", "actor", "since", "kind", "denial", "status", "draft", "on", "geojson", "kml",
    *FIELDS, *re.findall("[a-z]{2,}", " ".join(SUFFIXES)), *re.findall("[A-Za-z]{2,}", str(Path.cwd())),
}  # fmt: skip
"""Names: of the program, of keys, of files and their endings, of conditions."""

SCREENS = {
    "timeline": [],
    "one actor": ["1"],
    "all but": ["1", "1"],
    "past the filters": ["1", "F"],
    "no hit": ["n"],
    "nothing left": ["slash", *"زلزال", "enter"],
    "nothing there": ["9"],
    "copied": ["c"],
    "evidence": ["enter", ">"],
    "search": ["slash", *"سجن"],
    "actors": ["a"],
    "renamed": ["a", "f2"],
    "merged": ["a", "f3"],
    "hidden": ["a", "f4"],
    "places": ["@"],
    "reports": ["p"],
    "day of a report": ["p", "f2"],
    "outlet of a report": ["p", "f3"],
    "language of a report": ["p", "f4"],
    "no such report": ["p", *"زلزال"],
    "no link": ["O"],
    "table": ["T"],
    "who with whom": ["T", "tab", "tab"],
    "kinds": ["T", "tab", "tab", "tab", "tab"],
    "no such actor": ["a", *"زلزال"],
    "export": ["E"],
    "export over a folder": ["E", "home", *"/", "end"],
    "help": ["question_mark"],
    "filter": ["f"],
    "jump": ["colon", *"2022"],
    "activity": ["i"],
    "compare": ["d"],
    "only one report": ["j", "j", "d"],
    "find": ["enter", "slash", *"السجن", "enter", "n"],
    "here": [")"],
    "any or all": ["&"],
    "no kept filter": ["f2"],
    "reason": ["tab", "enter"],
    "edit": ["e"],
    "tag": ["t"],
    "note": ["A"],
    "no mark": ["m"],
    "not kept": ["y"],
    "keep": ["K"],
    "marked": ["space", "space"],
    "range": ["v"],
    "labels": ["J"],
    "unfolded": ["o"],
    "no bounds": ["b"],
    "around": ["w"],
    "palette": ["ctrl+p"],
}


NAMES = {"isis": "داعش", "sdf": "قسد"}


def arabic() -> Timeline:
    """Reports without a foreign letter."""
    told = report(
        "a", "هاجم مسلحون السجن في 20 كانون الثاني", title="هجوم على سجن", publisher="وكالة", published="2023"
    )
    later = report("b", "أعلن ناطق أمس أن القتلى سبعة")
    raid, said = "2022-01-20--1", "2022-01-21--2"
    names = Gazetteer([Entry(id, ACTOR, "organisation", {"ar": (name,)}) for id, name in NAMES.items()])
    return timeline(
        event(raid, "2022-01-20", "هجوم على سجن", actors=("isis", "sdf"), figures=(figure("killed", 7, "b"),)),
        event(said, "2022-01-21", "إعلان عدد القتلى", actors=("sdf",), announces=(raid,)),
        event("2023-06--3", "2023-06", "حصيلة", actors=("sdf",)),
        event("undated--4", None, "بلا يوم", actors=("sdf",)),
        reports=(told, later),
        names=names,
    )


class Refusing(NoRecorder):
    """Is asked for words, and keeps none."""

    @property
    def refusal(self) -> str:
        return ""


SERVICES = Services(
    recorder=Refusing("لم يُحفظ"),
    scratch=True,
    offer=lambda: Offer("/س", 2, 3, 4),
    reports=lambda: every_state("تقرير", "وكالة", "لينا"),
)


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_nothing_on_an_arabic_screen_is_english(keys: list[str]) -> None:
    app = WaqaiApp(
        arabic,
        "ملف",
        "off",
        export=lambda *_: "",
        setup=Setup("ar"),
        services=SERVICES,
        export_to=Path("timeline.md"),
    )
    async with reading(app, (160, 60)) as pilot:
        await press(pilot, *keys)
        await settled(app, pilot)
        found = {word for line in lines(app) for word in re.findall("[A-Za-z]{2,}", line)}
        assert found <= ALLOWED


def test_a_sentence_of_the_program_has_the_digits_of_the_locale_and_a_quotation_its_own() -> None:
    speech.use("ar-EG")
    said = render.sentence("«20 يناير 2022» ← اليوم 20 من يناير 2022، 1,000")
    assert re.sub("[\u2066-\u2069]", "", said) == "«20 يناير 2022» ← اليوم ٢٠ من يناير ٢٠٢٢، ١,٠٠٠"
    speech.use("ar")
    assert "اليوم 20" in render.sentence("اليوم 20")


@pytest.mark.parametrize(
    "line",
    ["kind:", "kind: x", "knd:x", "zzz:x", "kind:denil", "kind:zzz", "since:10", "since:whenever"]
    + ["near:x", 'near:"nowhere 3"'],
)
def test_what_is_wrong_in_a_filter_line_is_told_in_arabic_with_the_same_words_quoted(line: str) -> None:
    speech.use("ar")
    with pytest.raises(QueryError) as wrong:
        query.parse(line, nearby=finder(Gazetteer(), World(), ()))
    assert wrong.value.template in query_errors.QUERY
    said = re.sub("[\u2066-\u2069]", "", query_errors.explain(wrong.value))
    assert said != str(wrong.value)
    assert all(value in said for value in wrong.value.values.values())
