"""Markdown that can be filed, whatever the reports say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml

from tests.core.export.words import SCOPE, decided, handed, of_every_precision, tagged
from tests.core.words import report, teller, timeline
from timeline_core.export import EXPORTERS
from timeline_core.export.markup import escape, escape_isolated, link
from timeline_core.export.scope import Scope

TOLD = timeline(
    replace(
        report(
            "أعلنت القيادة المركزية الأميركية أمس أن غارة قتلت 3 عناصر من «داعش» في 10 أيار.",
            "2023-05-20",
            "r1",
            publisher="الضفاف",
        ),
        url="https://example.org/a b>",
    )
)
FILED = EXPORTERS["markdown"](TOLD, teller("en"), SCOPE)


def test_the_front_matter_is_yaml_that_says_what_is_here() -> None:
    said = yaml.safe_load(FILED.split("---\n")[1])
    assert said["title"] == "Timeline"
    assert (said["made"], said["events"], said["undated"], said["reports"]) == ("2024-05-06", 2, 0, 1)
    assert (said["first-day"], said["last-day"]) == ("2023-05-10", "2023-05-19")


def test_a_day_is_a_heading_and_an_event_an_item_with_its_footnotes() -> None:
    assert '## Wednesday 10 May 2023\n\n- **<span dir="rtl">غارة قتلت 3 عناصر من «داعش»</span>** [^1]\n' in FILED


def test_every_event_has_its_reason_its_quote_and_its_source() -> None:
    assert FILED.count("- why: ") == 2
    assert "- what: it happened\n" in FILED
    assert "- when: Wednesday 10 May 2023 (`2023-05-10`); the day is known\n" in FILED
    quote = '[^1]: “<span dir="rtl">غارة قتلت 3 عناصر من «داعش» في 10 أيار</span>” — <span dir="rtl">الضفاف</span>, '
    assert f"{quote}published Saturday 20 May 2023, r1, characters " in FILED
    assert "<https://example.org/a%20b%3E>" in FILED


def test_a_saying_names_what_it_announces() -> None:
    assert '- announces: <span dir="rtl">غارة قتلت 3 عناصر من «داعش»</span> (`2023-05-10--' in FILED


def test_a_month_is_never_a_day() -> None:
    filed = EXPORTERS["markdown"](of_every_precision(), teller("en"), SCOPE)
    assert "## February 2023\n" in filed
    assert "- when: February 2023 (`2023-02`); the month is known, not the day\n" in filed
    assert "- when: early February 2023 (`2023-02`); the early part of a month is known, not the day\n" in filed
    assert "the source says «about»" in filed
    assert "1 January" not in filed


def test_the_actors_are_explained_in_every_script() -> None:
    line = next(line for line in FILED.splitlines() if line.startswith("- **U.S. Central Command**"))
    assert '<span dir="rtl">القيادة المركزية الأميركية</span>' in line


def test_the_method_note_says_what_was_left_out() -> None:
    shown, scope = handed(tagged("2023-02-10--5"))
    filed = EXPORTERS["markdown"](shown, teller("en"), replace(scope, query="since:2022", rejected=2))
    assert "- Shown: 6 of 10 events." in filed
    assert "- Redacted: 4, tagged sensitive or telling of what is" in filed
    assert "- Left out because a person rejected them: 2." in filed
    assert "- Only what fits the filter: since:2022" in filed
    assert "- No date could be found for 1;" in filed
    assert yaml.safe_load(filed.split("---\n")[1])["redacted"] == 4


def test_a_correction_stands_beside_what_the_machine_derived() -> None:
    filed = EXPORTERS["markdown"](decided(), teller("en"), Scope())
    assert "- corrected: the date was set by a person; the machine derived: «undated»\n" in filed
    assert "- state: accepted by a person\n" in filed
    assert "- ★ **" in filed
    assert "- tags: raid, east\n  - note: seen, twice\n" in filed


def test_only_reports_that_prove_something_are_listed() -> None:
    told = decided()
    none = EXPORTERS["markdown"](replace(told, events=(), undated=()), teller("en"), Scope())
    assert "SHA-256" not in none
    assert "Reports that prove nothing of what is shown, and are not listed: 2." in none


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "[link](http://x)",
        "<b>bold</b>",
        "- item",
        "1. item",
        "a | b",
        "`code`",
        "*em* _em_",
        "![i](x)",
        "a\n\n# b",
        "@citation",
        ":smile:",
        "https://example.org",
        "www.example.org",
        "==marked==",
        "%%hidden%%",
    ]
    + ["--- \n===", "\x1b[31mred", "\u202eevil", "&amp;", "> quote", "~~x~~", "$x$", "[^1]: note", "\u2067open"],
    ids=repr,
)
def test_words_of_a_report_never_become_structure(text: str) -> None:
    line = escape(text)
    assert "\n" not in line
    line = line.replace("&lt;", "").replace("&#96;", "")
    assert not re.search(r"(?<!\\)[\[\]<>#*_`|~&$@]", line)
    assert not re.match(r"(?:[-=+:]|\d+[.)])", line)
    assert not re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]", line)
    assert not re.search(r"(?<!\\)://|(?<!\\):\w+:|www\.|(?<!\\)==|%%", line)


def test_words_are_isolated_only_where_something_runs_from_the_right() -> None:
    assert escape_isolated("raid") == "raid"
    assert escape_isolated("raid (غارة)") == '<span dir="ltr">raid (غارة)</span>'
    assert escape_isolated("غارة raid") == '<span dir="rtl">غارة raid</span>'


def test_isolates_that_are_closed_stay() -> None:
    assert escape("a \u2067غارة\u2069 b") == "a \u2067غارة\u2069 b"


def test_an_address_cannot_end_itself() -> None:
    assert link("https://x/>\n[a](b) é\ud800") == "<https://x/%3E%0A[a](b)%20%C3%A9%3F>"
