"""A test that has looked at nothing has proved nothing: the hook of `tests/conftest.py` fails it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.conftest import all_of_some, pytest_pyfunc_call


def looked(items: Sequence[int]) -> bool:
    return all_of_some(items)


def test_all_of_nothing_fails_unless_it_was_shown_something_once() -> None:
    call = pytest_pyfunc_call()
    next(call)
    for some in ([], [1], []):
        assert looked(some)
    with pytest.raises(StopIteration):
        call.send(None)
    call = pytest_pyfunc_call()
    next(call)
    assert looked([])
    with pytest.raises(pytest.fail.Exception, match=r"test_proofs\.py.*looked at nothing"):
        call.send(None)
    assert looked([1])


def test_it_stands_in_the_place_of_all_in_every_test() -> None:
    assert all is all_of_some
    assert all([1])
    assert not all([1, 0])
