"""The filter line, read, applied, and written again."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.words import known, report, timeline
from timeline_core import query
from timeline_core.errors import QueryError
from timeline_core.filter import Filter, apply

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
    ],
)
def test_an_error_points_at_the_word_and_the_nearest_known(line: str, word: str) -> None:
    with pytest.raises(QueryError, match=word):
        query.parse(line)


@pytest.mark.parametrize(
    "line", ['a "b c" -d', "actor:sdf,isis -place:x", 'since:2023-02 tag:"two words"', "kind:denial"]
)
def test_a_line_survives_reading_and_writing(line: str) -> None:
    assert query.parse(query.format(query.parse(line))) == query.parse(line)


@given(st.text(alphabet='ab:-", "سد20', max_size=30))
def test_any_line_is_read_or_refused_with_a_word(line: str) -> None:
    with suppress(QueryError):
        assert isinstance(query.parse(line), Filter)
