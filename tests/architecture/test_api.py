"""Every example of docs/api.md gives what it says."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


def test_the_examples_of_the_api_run() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/api.md", "docs/api.md", 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL).run(examples, out=said.append)
    assert len(examples.examples) > 30
    assert not said, "".join(said)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("report", "Report"),
        ("when", "When"),
        ("explain", "Teller"),
        ("filter", "apply"),
        ("query", "parse"),
        ("decide", "decide"),
        ("decision", "Decision"),
    ],
)
def test_the_public_paths_of_the_last_release_still_lead_to_the_same(path: str, name: str) -> None:
    former = import_module(f"timeline_core.{path}")
    now = import_module(getattr(former, name).__module__)
    assert now is not former
    assert getattr(former, name) is getattr(now, name)
