"""Completion and manual are made of the parsers' own table, so that none of them can fall behind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.words import ROOT, Streams
from tests.store.words import written
from tests.terminal import Terminal
from tui.commands.shared.synopsis import table
from tui.commands.verbs import VERBS

BASH, ZSH, FISH = map(shutil.which, ("bash", "zsh", "fish"))


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


@pytest.mark.skipif(ZSH is None, reason="no zsh here (Debian: apt install zsh)")
@pytest.mark.parametrize("way", ["fpath", "source"])
def test_zsh_completes_what_is_typed(waqai: Streams, tmp_path: Path, way: str) -> None:
    """Where its first line puts it, and read by the shell as it is."""
    written(tmp_path / "_waqai", waqai("completion", "zsh").out)
    begin = "autoload -Uz compinit; compinit -u -D"
    ways = {"fpath": f"fpath=({tmp_path} $fpath); {begin}", "source": f"{begin}; source {tmp_path}/_waqai"}
    one = Terminal([str(ZSH), "-f", "-i"], PS1="> ", HOME=str(tmp_path))
    try:
        one.type(f"{ways[way]}; waqai() {{ print as: $* }}; print re''ady\n")
        assert b"ready" in one.until(b"ready\r\n")
        one.type("waqai exp\t--format markd\t\n")
        assert b"as: export --format markdown\r\n" in one.until(b"as: export --format markdown\r\n")
    finally:
        one.close()


@pytest.mark.skipif(FISH is None, reason="no fish here (Debian: apt install fish)")
def test_fish_completes_what_is_typed(waqai: Streams, tmp_path: Path) -> None:
    script = written(tmp_path / "waqai.fish", waqai("completion", "fish").out)
    for typed, wanted in (
        ("waqai exp", ["export"]),
        ("waqai export --format mark", ["markdown", "markwhen"]),
        ("waqai export --unr", ["--unredacted"]),
        ("waqai list --unr", []),
    ):
        command = [str(FISH), "-N", "-c", f"source {script}; complete -C '{typed}'"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
        assert [line.split("\t")[0] for line in done.stdout.splitlines() if not line.startswith("_")] == wanted


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
