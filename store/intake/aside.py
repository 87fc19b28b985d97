"""Reading in a process of its own, with limits of time and memory that the system keeps.

A file can be made to need more of both than any check of ours foresees; so what reads PDFs and feeds runs aside. The
process is this module, run with the name of a reader: bytes on standard input, JSON on standard output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from store.intake.result import Refused

SECONDS = 60
MEMORY = 1_500_000_000
_READERS = ("pages.feed", "documents.pdf", "documents.rich_text")
"""Modules beside this one; each has `extract(content)`, which gives what JSON can hold, or raises `Refused`."""


def ask(reader: str, content: bytes, what: str, remedy: str) -> object:
    """What `extract` of a reader gives for the bytes.

    Args:
        what: what the bytes are meant to be, for a refusal: «a PDF document».

    Raises:
        Refused: as the reader says; or it takes too much time or memory.
    """
    # `-P` keeps the folder that the user stands in from being searched for modules; a session of its own keeps the
    # Ctrl-C of a user from ending it before us.
    command = [sys.executable, "-P", "-m", "store.intake.aside", reader]
    slow = f"takes more than {SECONDS:g} seconds or {MEMORY // 1_000_000:,} MB to read"
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env=_environment(),
            start_new_session=True,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Refused(slow, remedy) from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise Refused(f"is {what} that is broken, or {slow}", remedy) from error
    if "refused" in answer:
        raise Refused(*answer["refused"])
    return answer["found"]


def _environment() -> dict[str, str]:
    """The environment of the process, in which the folder that this module was loaded from comes first."""
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *([known] if known else [])])}


def _limited() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _main(reader: str) -> None:
    import logging

    logging.disable()
    _limited()
    try:
        answer = {"found": import_module(f"store.intake.{reader}").extract(sys.stdin.buffer.read())}
    except Refused as refusal:
        answer = {"refused": [refusal.reason, refusal.remedy]}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__" and sys.argv[1] in _READERS:
    _main(sys.argv[1])
