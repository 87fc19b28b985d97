"""What is known of many reports is held on the disk, and answers as a dict does."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.disk.hashes import Hashes
from store.disk.spilled import Spilled
from store.reports.original import digest

NAMES = st.text(max_size=3)


@given(st.lists(st.tuples(st.booleans(), NAMES, NAMES), max_size=40))
def test_it_is_a_dict_however_few_are_held(steps: list[tuple[bool, str, str]]) -> None:
    plain: dict[str, str] = {}
    spilled = Spilled(few=3)
    for gone, name, value in steps:
        if gone:
            assert spilled.pop(name, None) == plain.pop(name, None)
        else:
            spilled[name] = plain[name] = value
        assert len(spilled) == len(plain)
        assert (name in spilled) == (name in plain)
    assert dict(spilled) == plain


def test_what_is_written_to_the_file_is_found_again_and_may_be_changed() -> None:
    spilled = Spilled(few=10)
    for number in range(5_000):
        spilled[f"name {number}"] = str(number)
    spilled["name 7"] = "other"
    assert (len(spilled), spilled["name 7"], spilled["name 4999"]) == (5_000, "other", "4999")
    assert spilled.setdefault("name 8", "new") == "8"
    with pytest.raises(KeyError):
        spilled["name 5000"]


def test_names_of_every_script_and_what_looks_like_a_query_are_names() -> None:
    spilled = Spilled(few=0)
    for name in ("مرصد", "'; DROP TABLE entry; --", "", "a\nb"):
        spilled[name] = name
    assert [spilled[name] for name in ("مرصد", "'; DROP TABLE entry; --", "", "a\nb")] == [
        "مرصد",
        "'; DROP TABLE entry; --",
        "",
        "a\nb",
    ]


def test_hashes_are_found_and_no_others_also_in_another_process() -> None:
    known = [digest(str(number).encode()) for number in range(1_000)]
    hashes = pickle.loads(pickle.dumps(Hashes(known)))
    assert all(one in hashes for one in known)
    assert not any(digest(str(number).encode()) in hashes for number in range(1_000, 2_000))
    assert "" not in hashes
    assert not Hashes()
