"""A picture of the reader in a real xterm, on the sample dossier: `python -m benchmarks.picture`.

Needs Debian's xvfb, xterm, xdotool, imagemagick and fonts-dejavu-core (and tmux for --tmux). The README's picture is
made by it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEEDED = ("Xvfb", "xterm", "xdotool", "import", "convert")
LOOKS = (
    "XTerm*faceName: DejaVu Sans Mono",
    "XTerm*scaleHeight: 1.15",
    "XTerm*background: #15181d",
    "XTerm*foreground: #c3c6cc",
    "XTerm*internalBorder: 14",
    "XTerm*borderWidth: 0",
    "XTerm*scrollBar: false",
    "XTerm*cursorBlink: false",
    "XTerm*allowSendEvents: true",
)
TMUX = ("tmux", "-L", "waqai-picture")
PATIENCE = 60.0


@contextmanager
def display(number: int) -> Iterator[dict[str, str]]:
    """An X server that nobody sees; gives the environment for its programs."""
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "2600x1800x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    )
    try:
        yield {**os.environ, "DISPLAY": f":{number}", "LANG": "C.UTF-8"}
    finally:
        server.terminate()
        server.wait()


def until(command: Sequence[str], environ: dict[str, str], wanted: bytes = b"") -> bytes:
    """Run it again and again until it succeeds and says what is wanted."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        done = subprocess.run(command, env=environ, capture_output=True, check=False)
        if done.returncode == 0 and wanted in done.stdout:
            return done.stdout
        time.sleep(0.1)
    raise TimeoutError(" ".join(command))


def still(window: str, environ: dict[str, str]) -> None:
    """Wait until nothing has moved in the window for a second."""
    before, since = b"", time.monotonic()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        now = subprocess.run(
            ["import", "-window", window, "rgb:-"], env=environ, capture_output=True, check=True
        ).stdout
        if now != before:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > 1:
            return
        time.sleep(0.1)


def at_home(environ: dict[str, str], home: str) -> None:
    """Nobody's own library and settings are in the picture."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        environ[name] = home
    for name in ("TMUX", "NO_COLOR", "WAQAI_BIDI", "WAQAI_LIBRARY"):
        environ.pop(name, None)
    environ["PYTHONPATH"] = str(ROOT)


def press(window: str, keys: Sequence[str], environ: dict[str, str]) -> None:
    """The keys, one after the other, and then wait until the screen has settled."""
    for key in keys:
        command = ["xdotool", "key", "--window", window, key]
        subprocess.run(command, env=environ, check=True, capture_output=True)
        time.sleep(0.2)
    still(window, environ)


def taken(program: Sequence[str], options: argparse.Namespace) -> bytes:
    """Open the program in an xterm, press the keys; what is seen then."""
    with display(options.display) as environ, tempfile.TemporaryDirectory() as home:
        at_home(environ, home)
        until(["xdotool", "getdisplaygeometry"], environ)
        looks = [part for line in LOOKS for part in ("-xrm", line)]
        size = ["-geometry", f"{options.size}+0+0", "-fs", str(options.points)]
        terminal = subprocess.Popen(["xterm", *looks, *size, "-e", *program], env=environ, cwd=ROOT)
        try:
            window = until(["xdotool", "search", "--onlyvisible", "--class", "xterm"], environ).split()[0].decode()
            time.sleep(options.wait)
            still(window, environ)
            press(window, options.keys.split(), environ)
            return subprocess.run(
                ["import", "-window", window, "png:-"], env=environ, capture_output=True, check=True
            ).stdout
        finally:
            terminal.terminate()
            terminal.wait()
            if options.tmux:
                subprocess.run([*TMUX, "kill-server"], env=environ, check=False)


def keep(picture: bytes, target: Path) -> None:
    """In few colours, so that it is small."""
    target.parent.mkdir(parents=True, exist_ok=True)
    smaller = ["-strip", "+dither", "-colors", "200", "-define", "png:compression-level=9"]
    subprocess.run(["convert", "png:-", *smaller, str(target)], input=picture, check=True)


def main() -> int:
    """Take the picture; tell how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?", type=Path, default=ROOT / "docs" / "reader.png")
    parser.add_argument("--size", default="120x36", help="columns x lines")
    parser.add_argument("--points", type=int, default=12, help="size of the letters")
    parser.add_argument("--keys", default="", help="names of keys as xdotool knows them")
    parser.add_argument("--wait", type=float, default=3.0, help="seconds before the first look")
    parser.add_argument("--tmux", action="store_true", help="inside tmux")
    parser.add_argument("--display", type=int, default=97)
    parser.add_argument("--words", default="", help="the arguments of waqai")
    options = parser.parse_args()
    missing = [name for name in (*NEEDED, *["tmux"] * options.tmux) if not shutil.which(name)]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    colours = ["env", "TERM=xterm-256color", "COLORTERM=truecolor"]  # xterm takes them out of what it inherits
    program = [*colours, sys.executable, "-m", "tui", *options.words.split()]
    if options.tmux:
        program = [*TMUX, "-f", os.devnull, "new-session", *program]
    keep(taken(program, options), options.target)
    print(f"{options.target}: {options.target.stat().st_size / 1000:,.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
