"""Markdown that can be filed, whatever the reports say."""

import re

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.export import EXPORTERS
from timeline_core.export.markdown import escaped

TOLD = timeline(
    report(
        "أعلنت القيادة المركزية الأميركية أمس أن غارة قتلت 3 عناصر من «داعش» في 10 أيار.",
        "2023-05-20",
        "r1",
        publisher="الضفاف",
    )
)
FILED = EXPORTERS["markdown"](TOLD, teller("en"), "")


def test_a_day_is_a_heading_and_an_event_another() -> None:
    assert "## Wednesday 10 May 2023\n\n### غارة قتلت 3 عناصر من «داعش»\n" in FILED


def test_every_event_has_its_reason_its_quote_and_its_source() -> None:
    assert FILED.count("- why: ") == 2
    assert "> غارة قتلت 3 عناصر من «داعش» في 10 أيار\n>\n> — الضفاف · published Saturday 20 May 2023 · r1" in FILED


def test_a_saying_names_what_it_announces() -> None:
    assert "- announces: غارة قتلت 3 عناصر من «داعش»" in FILED


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
    ]
    + ["--- \n===", "\x1b[31mred", "\u202eevil", "&amp;", "> quote", "~~x~~", "$x$", "[^1]: note"],
    ids=repr,
)
def test_words_of_a_report_never_become_structure(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    assert not re.search(r"(?<!\\)[\[\]<>#*_`|~&$]", line)
    assert not re.match(r"(?:[-=:]|\d+[.)])", line)
    assert not re.search(r"[\x00-\x1f\u202a-\u202e]", line)
