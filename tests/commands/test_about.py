"""`waqai about` tells whose data is in the program and in the library, and what may be done with it."""

from pathlib import Path

import pytest

from seeds.load import Origin, origins
from tests.commands.words import Streams
from timeline_core import __version__

NOTICE = (Path(__file__).parent.parent.parent / "NOTICE").read_text("utf-8")


def test_the_version_and_every_origin_are_told_without_a_library(waqai: Streams) -> None:
    said = waqai("about")
    assert said.code == 0
    assert said.out.startswith(f"waqai {__version__}\n")
    assert all(one.of in said.out and one.licence in said.out and one.address in said.out for one in origins())
    assert "Lists of this library" not in said.out


def test_geonames_is_told_with_the_licence_that_asks_for_it() -> None:
    [geonames] = [one for one in origins() if one.of == "GeoNames"]
    assert geonames.licence == "CC BY 4.0"


@pytest.mark.parametrize("one", origins(), ids=lambda one: one.of)
def test_the_notice_names_every_origin(one: Origin) -> None:
    assert one.address in NOTICE


def test_lists_of_one_s_own_are_told_with_their_licence(waqai: Streams, tmp_path: Path) -> None:
    (report := tmp_path / "a.md").write_text("---\npublished: 2023-05-20\n---\nA raid hit Mosul on Friday.\n", "utf-8")
    (own := tmp_path / "villages.csv").write_text("name,lat,lon\nKafr Sultan,35.1,36.2\n", "utf-8")
    waqai("add", str(report))
    waqai("places", "import", str(own), "--origin", "Village survey", "--licence", "CC0")
    assert "villages.csv: 1 name (Village survey; CC0)" in waqai("about").out
