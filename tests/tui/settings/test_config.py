"""The settings file: never fatal when it is read, never harmed when it is written."""

import tomllib
from pathlib import Path

import pytest

from tui.settings.config import ConfigError, Settings, read, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "waqai"


MODES = "not one of auto, visual, inverse, words, off"


def put(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "config.toml"
    path.write_bytes(text.encode())
    return path


def test_without_a_file_nothing_is_set(folder: Path) -> None:
    assert read(folder) == Settings()
    assert not folder.exists()


def test_what_is_written_there_is_read(folder: Path) -> None:
    put(folder, '[terminal]\nbidi = "inverse"\nmarks = false\n')
    found = read(folder)
    assert (found, found.problems) == (Settings("inverse", marks=False), ())


def test_language_looks_keys_and_filters_are_read(folder: Path) -> None:
    put(folder, '[screen]\nlanguage = "ar-EG"\ntheme = "light"\n[keys]\ndown = "n"\n[filters]\nraids = "raid"\n')
    found = read(folder)
    assert found == Settings(language="ar-EG", theme="light", keys={"down": "n"}, filters={"raids": "raid"})
    assert found.problems == ()


@pytest.mark.parametrize(
    "text, problem",
    [
        ('[screen]\nlanguage = "arabic"', '«language» is "arabic", and not one of auto, en, ar; did you mean «ar»?'),
        (
            '[screen]\ntheme = "ligt"',
            '«theme» is "ligt", and not one of auto, dark, light, contrast; did you mean «light»?',
        ),
        ('[filters]\nraids = 3', "«raids» is 3; write it in quotes"),
        ('[screen]\nbidi = "off"', "«bidi» is no setting of [screen]"),
        ('[terminal]\nbidi = "visul"', f'«bidi» is "visul", and {MODES}; did you mean «visual»?'),
        ("[terminal]\nbidi = 3", f"«bidi» is 3, and {MODES}"),
        ('[terminal]\nmarks = "no"', '«marks» is "no"; write true or false'),
        ("[terminal]\nmark = true", "«mark» is no setting of [terminal]; did you mean «marks»?"),
        ("[terminl]\nmarks = true", "«terminl» is no setting; did you mean «terminal»?"),
        ('bidi = "off"', "«bidi» belongs below [terminal]"),
        ("terminal = 1", "«terminal» is a table; write [terminal] and below it a line for each setting"),
        ("[zebra]", "«zebra» is no setting"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_with_what_is_nearest(folder: Path, text: str, problem: str) -> None:
    path = put(folder, text)
    found = read(folder)
    assert found == Settings()
    assert found.problems == (f"{path}: {problem}",)


@pytest.mark.parametrize("content", [b"[terminal", b"\xff", b'bidi = "visual'], ids=["cut", "latin", "open"])
def test_a_file_that_is_no_toml_is_one_line_and_no_more(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "config.toml").write_bytes(content)
    found = read(folder)
    assert found == Settings()
    [problem] = found.problems
    assert "is no TOML" in problem


def test_one_wrong_line_does_not_take_the_others_with_it(folder: Path) -> None:
    put(folder, '[terminal]\nbidi = "x"\nmarks = true\n')
    assert read(folder).marks is True


BEFORE = """\
# mine
[keys]
down = ["j", "n"]  # both

[terminal]  # here
bidi = 'auto'   # for now
# the end
[other]
bidi = "kept"
"""
AFTER = BEFORE.replace("'auto'", '"visual"').replace("# the end\n", "# the end\nmarks = false\n")


@pytest.mark.parametrize(
    "before, after",
    [
        pytest.param("", '[terminal]\nbidi = "visual"\nmarks = false\n', id="nothing"),
        pytest.param(BEFORE, AFTER, id="comments and other tables stay"),
        pytest.param(BEFORE.replace("\n", "\r\n"), AFTER.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param("x = 1", 'x = 1\n\n[terminal]\nbidi = "visual"\nmarks = false\n', id="no line end at the end"),
        pytest.param("[terminal]", '[terminal]\nbidi = "visual"\nmarks = false\n', id="an empty table"),
        pytest.param(
            "terminal = { bidi = 'off' }\n", 'terminal = { bidi = "visual", marks = false}\n', id="an inline table"
        ),
        pytest.param(
            'x = """\n[terminal]\nbidi = "a"\n"""\n',
            'x = """\n[terminal]\nbidi = "a"\n"""\n\n[terminal]\nbidi = "visual"\nmarks = false\n',
            id="what looks so inside a string",
        ),
    ],
)
def test_writing_changes_its_own_lines_and_no_other(folder: Path, before: str, after: str) -> None:
    path = put(folder, before)
    assert write(folder, bidi="visual", marks=False) == path
    assert path.read_bytes().decode() == after
    assert tomllib.loads(after.replace("\r\n", "\n"))["terminal"]["marks"] is False


def test_the_folder_is_made_when_it_is_first_written_to(folder: Path) -> None:
    write(folder, bidi="words")
    assert read(folder) == Settings("words")


def test_a_filter_is_kept_under_any_name_and_with_any_words(folder: Path) -> None:
    put(folder, "[filters] # mine\n")
    write(folder, "filters", **{"قوات «سوريا»": 'actor:sdf "a \\ b"', "a.b = c": "-kind:denial"})
    assert read(folder).filters == {"قوات «سوريا»": 'actor:sdf "a \\ b"', "a.b = c": "-kind:denial"}


@pytest.mark.parametrize("text", ["[terminal\n", "terminal = 3\n", "[[terminal]]\n"], ids=["broken", "number", "list"])
def test_a_file_that_cannot_be_changed_is_left_alone(folder: Path, text: str) -> None:
    path = put(folder, text)
    with pytest.raises(ConfigError, match=r'by hand: \[terminal\] bidi = "visual"'):
        write(folder, bidi="visual")
    assert path.read_text() == text


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="cannot be written"):
        write(tmp_path / "file", bidi="visual")
