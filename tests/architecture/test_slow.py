"""What `make check` leaves to CI is marked so, and no test leaves a process behind unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SLOW

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("file", SLOW)
def test_every_file_that_is_called_slow_is_there(file: str) -> None:
    assert (TESTS / file).is_file()


def test_the_gate_of_a_change_runs_what_is_not_slow_and_a_file_on_the_list_is(pytestconfig: pytest.Config) -> None:
    assert '-m "not slow"' in (TESTS.parent / ".ci" / "check").read_text("utf-8")
    assert pytestconfig.pluginmanager.has_plugin(str(TESTS / "conftest.py"))


@pytest.mark.usefixtures("no_process_left")
def test_every_test_is_asked_what_it_leaves_running(request: pytest.FixtureRequest) -> None:
    assert "no_process_left" in request.fixturenames
    assert "no_process_left" in (TESTS / "conftest.py").read_text("utf-8")
