"""The filter line, read, applied, and written again."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.words import known, report, timeline
from timeline_core.errors import QueryError
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.view import query
from timeline_core.view.filter import Filter, apply, make_matcher

REPORTS = (
    report(
        "قتل إبراهيم القحطاني في غارة لقوات سوريا الديمقراطية شرقي سوريا في 10 شباط.",
        "2023-02-17",
        "ar",
        publisher="الضفاف",
    ),
    report("ISIS attacked the Sinaa prison in Hasakah on January 20, 2022.", "2022-01-27", "en", publisher="Wire"),
    report("The SDF said on Thursday that talks would go on.", "2023-03-03", "talks"),
)


def shown(line: str) -> list[str]:
    told = timeline(*REPORTS)
    return [
        event.reports[0]
        for event in apply(query.parse(line, date(2023, 3, 5), known().languages.values()), told).events
    ]


@pytest.mark.parametrize(
    "line, reports",
    [
        ("", ["en", "ar", "talks"]),
        ("القحطاني", ["ar"]),
        ("القحطانى", ["ar"]),
        ("prison", ["en"]),
        ('"Sinaa prison"', ["en"]),
        ("actor:sdf", ["ar", "talks"]),
        ("actor:قسد", ["ar", "talks"]),
        ("actor:SDF -القحطاني", ["talks"]),
        ("-actor:sdf", ["en"]),
        ("actor:isis,sdf", ["en", "ar", "talks"]),
        ("agent:sdf", ["ar"]),
        ("agent:isis", ["en"]),
        ("agent:القحطاني", []),
        ("patient:القحطاني", ["ar"]),
        ("patient:sdf", []),
        ("by:قسد", ["talks"]),
        ("by:isis", []),
        ("-by:sdf", ["en", "ar"]),
        ("place:hasakah", ["en"]),
        ("place:الحسكة", ["en"]),
        ("source:wire", ["en"]),
        ("source:الضفاف,talks", ["ar", "talks"]),
        ("kind:announcement", ["talks"]),
        ("since:2023-01 until:2023-02", ["ar"]),
        ("on:2022", ["en"]),
        ('since:"1 March 2023"', ["talks"]),
        ('since:"شباط 2023"', ["ar", "talks"]),
        ('since:"10 février 2023"', ["ar", "talks"]),
        ('until:"الشهر الماضي"', ["en", "ar"]),
        ("status:draft kind:occurrence", ["en", "ar"]),
        ("tag:x", []),
        ("since:2023-02,2023-03", ["ar", "talks"]),
        ("until:2022-02,2023-02-20", ["en", "ar"]),
        ("on:2022-01-20,2023-02-10", ["en", "ar"]),
        ("on:2022-01-01,2023-03-31", []),
        ("-on:2022-01-20,2023-02-10", ["talks"]),
        ("on:٢٠٢٢", ["en"]),
        ('on:"10 شباط"', ["ar"]),
        ("«Sinaa prison»", ["en"]),
        ("“Sinaa prison”", ["en"]),
        ("«prison Sinaa»", []),
        ("source:a", []),
        ("source:AR", ["ar"]),
        ("source:wir", ["en"]),
        ("https://example.org/page", []),
        ("\u200factor:sdf", ["ar", "talks"]),
        ("-\u200eactor:sdf", ["en"]),
        ("قسد", ["ar", "talks"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_shows_these_events(line: str, reports: list[str]) -> None:
    assert shown(line) == reports


@pytest.mark.parametrize(
    "line, word",
    [
        ("actr:sdf", "actor"),
        ("kind:occurence", "occurrence"),
        ("since:sometime", "since:sometime"),
        ("status:done", "draft"),
        ('tag:""', "tag"),
        ("actor:", "right behind the colon"),
        ("actor: قسد", "right behind the colon"),
        ("-place: x", "right behind the colon"),
        ("on:10", 'on:"10'),
        ("on:10 شباط", 'on:"10 February 2023"'),
        ("since:٢٠٢٣-٠١ until:١٠", "until:"),
        ("on:202302", "year"),
        ("since:-0001", "since:-0001"),
        ("on:-2023", "on:-2023"),
    ],
)
def test_an_error_points_at_the_word_and_the_nearest_known(line: str, word: str) -> None:
    with pytest.raises(QueryError, match=word):
        query.parse(line)


@pytest.mark.parametrize(
    "line",
    ['a "b c" -d', "actor:sdf,isis -place:x", 'since:2023-02 tag:"two words"', "kind:denial"]
    + ['«a "b" c»', '“a »b« "c”', "on:2023-05-10,2023-05-30", "http://a.b/c", '"actor:"', "a»", "-- «-a»"],
)
def test_a_line_survives_reading_and_writing(line: str) -> None:
    assert query.parse(query.format(query.parse(line))) == query.parse(line)


@given(st.text(alphabet='ab:-", /«»“”\u200f"سد20', max_size=30))
def test_any_line_that_is_read_survives_writing(line: str) -> None:
    with suppress(QueryError):
        read = query.parse(line)
        assert query.parse(query.format(read)) == read


@given(st.text(alphabet='ab:-", "سد20', max_size=30))
def test_any_line_is_read_or_refused_with_a_word(line: str) -> None:
    with suppress(QueryError):
        assert isinstance(query.parse(line), Filter)


def test_a_report_is_not_the_one_whose_id_goes_on() -> None:
    told = timeline(
        report(REPORTS[0].text, "2023-02-17", "r1", path="in/one.txt"), report(REPORTS[1].text, "2022-01-27", "r10")
    )

    def sources(line: str) -> list[str]:
        return [event.reports[0] for event in apply(query.parse(line), told).events]

    assert [sources(line) for line in ("source:r1", "source:R10", "source:one", "source:r")] == [
        ["r1"],
        ["r10"],
        ["r1"],
        [],
    ]


def test_an_actor_is_found_by_its_short_name() -> None:
    told = timeline(*REPORTS)
    entries = [replace(entry, short={"ar": "قوسد"}) if entry.id == "sdf" else entry for entry in told.names]
    renamed = replace(told, names=Gazetteer(entries))
    assert [
        [event.reports[0] for event in apply(query.parse(line), renamed).events] for line in ("actor:قوسد", "قوسد")
    ] == [
        ["ar", "talks"],
        ["ar", "talks"],
    ]
    assert not apply(query.parse("actor:قوسدي"), renamed).events


def test_an_event_of_another_timeline_is_searched_with_its_own_words() -> None:
    told = timeline(*REPORTS)
    passes = make_matcher(query.parse("prison"), told)
    [event] = [event for event in told.events if passes(event)]
    assert passes(event)
    assert not passes(replace(event, title="x", evidence=(), places=()))
    assert make_matcher(query.parse("زنزانة"), replace(told, events=(changed := replace(event, note="زنزانة"),)))(
        changed
    )
