"""Why no event is made of what a date dates."""

from __future__ import annotations

import pytest

from timeline_core.model.verdict import Limit
from tui.view.limits import LIMITS


@pytest.mark.parametrize("limit", [limit for limit in Limit if limit])
def test_every_limit_has_its_one_sentence_with_the_words_in_it(limit: Limit) -> None:
    assert "«way»" in LIMITS[limit].format(words="way")


def test_there_is_no_sentence_for_what_is_no_limit() -> None:
    assert LIMITS.keys() == {limit.value for limit in Limit if limit}
