"""Where the screen left off: kept a library, and never a reason to stop."""

from pathlib import Path

from store.care import sessions


def test_each_library_has_its_own(tmp_path: Path) -> None:
    sessions.write(tmp_path / "a", {"place": "x", "typed": {"filter": ["قسد"]}})
    assert sessions.read(tmp_path / "a") == {"place": "x", "typed": {"filter": ["قسد"]}}
    assert sessions.read(tmp_path / "b") == {}


def test_what_is_spoiled_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    file = sessions.file(tmp_path)
    file.parent.mkdir(parents=True)
    for content in (b"{", b"[1]", b"\xff", b"[" * 100_000):
        file.write_bytes(content)
        assert sessions.read(tmp_path) == {}


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    sessions.file(tmp_path).parent.parent.mkdir(parents=True)
    sessions.file(tmp_path).parent.touch()
    sessions.write(tmp_path, {"place": "x"})
    assert sessions.read(tmp_path) == {}
