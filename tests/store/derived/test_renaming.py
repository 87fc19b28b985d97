"""After an act upon names only what it touches is read again, and all tells what a reading of everything tells."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest

from seeds.load import knowledge
from store.derived import accounting
from store.derived.accounting import Reader
from store.derived.kept_accounts import KeptAccounts
from store.reports.library import Library
from store.reports.original import Original
from tests.depth import IS_DEEP
from timeline_core.decisions.names import apply_names
from timeline_core.decisions.own_lists import Listed
from timeline_core.events.accounts import Account, account
from timeline_core.model.decision import Act, Decision

TEXTS = {
    "raid": "قتل الضابط رامي السروجي في غارة لقوات سوريا الديمقراطية قرب الرقة في 10 شباط 2023.",
    "latin": "Officer Rami al-Srouji was killed in a raid near Raqqa on 10 February 2023, the SDF said.",
    "isis": "ISIS attacked the Sinaa prison in Hasakah on January 20, 2022. Officials denied it.",
    "depot": "On 3 May 2023 a drone hit a depot in the village of Tell Sabra near Aleppo.",
    "well": "The Red Well Council fined two shops on 9 May 2023.",
    "sabra": "قصف تل صبرا في ريف حلب في 3 أيار 2023.",
    "talks": "Damascus said on 4 June 2023 that talks would go on in Geneva.",
    "minister": "زار وزير الخارجية التركي بغداد في 6 حزيران 2023 والتقى رئيس الوزراء.",
    "exonym": "On 7 June 2023 a bomb exploded in Halab, Syria. Three people died in Idlib on 8 June 2023.",
    "nothing": "A bridge was opened on 12 July 2023.",
    "body": "أعلنت وزارة الدفاع الروسية في 14 تموز 2023 مقتل جنديين في اللاذقية.",
    "state": "Turkey and Iran signed an agreement on 15 July 2023 in Astana.",
}
RAMI = "person:" + ".".join(knowledge().naming.transliteration.key("Rami al-Srouji"))
"""Whom only the reports name, in two scripts."""
ROWS = (
    Listed((("en", "Tell Sabra"), ("ar", "تل صبرا")), around=("Aleppo",), code="SY9", type="village"),
    Listed((("en", "Raqqa"), ("ar", "الرقة القديمة"))),
)


def act(kind: Act, *values: str) -> tuple[Act, tuple[str, ...]]:
    return kind, values


ACTS = {
    "a name": act(Act.NAME, "sdf", "Red Well Council", "en"),
    "a name of a person in the other script": act(Act.NAME, "some-officer", "Rami al-Srouji", "en"),
    "two forces are one": act(Act.SAME, "sdf", "isis"),
    "two persons are one": act(Act.SAME, "ibrahim-al-qahtani", RAMI),
    "two places are one": act(Act.SAME, "idlib", "aleppo"),
    "a state is another": act(Act.SAME, "iran", "turkey"),
    "a country holds what another held": act(Act.SAME, "iraq", "syria"),
    "another name first": act(Act.RENAME, "isis", "the group", "en"),
    "a name that another has": act(Act.NAME, "ypg", "SDF", "en"),
    "a list": act(Act.GAZETTEER, "place", "list.csv", "me", "CC0", *(row.text() for row in ROWS)),
    "a village with a common first word": act(
        Act.GAZETTEER, "place", "l.csv", "me", "CC0", Listed((("en", "Bridge of Stones"),)).text()
    ),
    "nobody": act(Act.SAME, "nobody", "no-one"),
}
LOCAL = {"a name", "two forces are one", "another name first", "a list", "nobody"}


def decided(n: int, kind: Act, values: tuple[str, ...]) -> Decision:
    return Decision(f"{n:03}", kind, f"2026-01-01T00:00:{n % 60:02}.000Z", "sara", values=values)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library(tmp_path_factory.mktemp("renaming") / "library")
    library.add([Original.of_text(id, text) for id, text in TEXTS.items()])
    return library


@lru_cache
def read_anew(library: Library, naming: tuple[Decision, ...]) -> list[Account]:
    known = knowledge()
    known = replace(known, gazetteer=apply_names(known.gazetteer, naming))
    every = [account(one, known) for one in library.reports()]
    return [replace(one, report=replace(one.report, text="")) for one in every]


def check(library: Library, file: Path, naming: tuple[Decision, ...]) -> int:
    """How many reports were read again; all accounts are those of a reading of everything."""
    totals = [0]
    with KeptAccounts(file, "k", repr([(one.act, one.values) for one in naming])) as kept:
        found = accounting.accounts(library, kept, Reader(knowledge, naming), lambda _, total: totals.append(total))
    assert found == read_anew(library, naming)
    return max(totals)


@pytest.mark.parametrize("name", ACTS)
def test_one_act_and_its_undoing(library: Library, tmp_path: Path, name: str) -> None:
    file = tmp_path / "accounts.sqlite"
    assert check(library, file, ()) == len(TEXTS)
    there = check(library, file, (decided(1, *ACTS[name]),))
    back = check(library, file, ())
    assert there == back
    assert (there < len(TEXTS) / 2) or name not in LOCAL
    assert check(library, file, ()) == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3 if IS_DEEP else 1))
def test_whatever_is_said_in_whatever_order(library: Library, tmp_path: Path, seed: int) -> None:
    chance, naming = Random(seed), list[Decision]()
    for n in range(8):
        if naming and chance.random() < 0.25:
            naming.remove(chance.choice(naming))
        else:
            naming.append(decided(n, *ACTS[chance.choice([*ACTS])]))
        check(library, tmp_path / "accounts.sqlite", tuple(naming))


def test_a_name_of_the_world_s_table_is_told_by_the_place_of_ours_that_it_means(library: Library) -> None:
    """«Halab» stands in no list of ours, and means Aleppo."""
    assert {("halab",), ("حلب",)} <= {*knowledge().world.named({"aleppo"})}
    assert {*knowledge().world.named({"no-such-place"})} == set()
    assert library.whole(library.reports()[0]).text


def test_acts_that_cannot_be_read_any_more_make_all_be_read(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "accounts.sqlite"
    check(library, file, ())
    with KeptAccounts(file, "k", "[]") as kept:
        kept.remember("{")
    assert check(library, file, (decided(1, *ACTS["nobody"]),)) == len(TEXTS)
