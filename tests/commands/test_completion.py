"""Completion and manual are made of the parsers' own table, so that none of them can fall behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.words import ROOT, Streams
from tui.commands.synopsis import table
from tui.commands.verbs import VERBS

BASH = shutil.which("bash")


def completed(script: Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    quoted = " ".join(f"'{word}'" for word in words)
    asked = f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _waqai"
    code = f'source {script}; {asked}; printf "%s\\n" "${{COMPREPLY[@]}}"'
    assert BASH
    done = subprocess.run([BASH, "-c", code], capture_output=True, text=True, check=True, cwd=script.parent)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def script(waqai: Streams, tmp_path: Path) -> Path:
    path = tmp_path / "waqai.bash"
    path.write_text(waqai("completion", "bash").out, "utf-8")
    return path


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_bash_completes_verbs_options_and_values(script: Path) -> None:
    (script.parent / "exported.txt").touch()
    assert completed(script, "waqai", "exp") == ["export", "exported.txt"]
    assert completed(script, "waqai", "export", "--format", "mark") == ["markdown", "markwhen"]
    assert completed(script, "waqai", "--library", "x", "export", "--un") == ["--unredacted"]
    assert completed(script, "waqai", "list", "--un") == []
    assert completed(script, "waqai", "locate", "c") == ["config", "cache"]
    assert completed(script, "waqai", "add", "exp") == ["exported.txt"]
    assert completed(script, "waqai", "export", "--redact", "") == []
    assert completed(script, "waqai", "--bidi", "v") == ["visual"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_read_their_script(waqai: Streams, shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    path = tmp_path / "script"
    path.write_text(waqai("completion", shell).out, "utf-8")
    subprocess.run([program, "-n", str(path)], check=True, capture_output=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_verb_option_or_choice_is_missing(waqai: Streams, shell: str) -> None:
    said = waqai("completion", shell).out
    for name, known in table().items():
        assert name in said
        for one in known:
            for flag in one.flags if name or shell != "zsh" else ():
                assert (flag if shell != "fish" else f" {flag.replace('--', '-l ', 1)}"[:-1].strip()) in said
            assert " ".join(one.choices) in said


def test_the_manual_names_every_verb_and_option(waqai: Streams) -> None:
    said = waqai("man").out
    plain = said.replace("\\-", "-")
    assert plain.startswith(".TH WAQAI 1 ")
    for name, known in table().items():
        assert not name or f"\n.SS waqai {name}" in plain
        for one in known:
            assert all(flag in plain for flag in one.flags)
    assert set(VERBS) < set(table())


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here (Debian: apt install groff)")
def test_groff_has_nothing_to_say_about_the_manual(waqai: Streams) -> None:
    page = waqai("man").out.encode()
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z"], input=page, capture_output=True, cwd=ROOT, check=True
    )
    assert done.stderr == b""
