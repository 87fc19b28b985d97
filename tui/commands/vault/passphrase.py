"""Asking for a passphrase: on the terminal, or out of a file; never on the command line, where others see it."""

from __future__ import annotations

import getpass
import os
import stat
from pathlib import Path

from timeline_core.errors import TimelineError
from tui.commands.shared.context import Context

_LEAST = 12
"""Letters of a new one: some four words, or what a program made. A guess costs about a second of a processor."""
_MOST = 4_096
_OTHERS = 0o077


class PassphraseError(TimelineError):
    """There is no passphrase, or none that will do."""


def asked(file: str | None, context: Context) -> str:
    """The passphrase of a library that has one.

    Raises:
        PassphraseError: nobody can be asked, or the file will not do.
    """
    return _of_file(file, context) if file is not None else _typed("Passphrase of the library: ", context)


def new(file: str | None, context: Context) -> str:
    """A passphrase that is not yet one; on the terminal it is typed twice.

    Raises:
        PassphraseError: as `asked`, or it is too short, or the two differ.
    """
    said = _of_file(file, context) if file is not None else _typed("New passphrase: ", context)
    if len(said) < _LEAST:
        raise PassphraseError(f"the passphrase has fewer than {_LEAST} letters; take four words or more")
    if file is None and _typed("The same once more: ", context) != said:
        raise PassphraseError("the two differ; nothing was locked, do it again")
    return said


def _typed(question: str, context: Context) -> str:
    if not context.stdin.isatty():
        raise PassphraseError(
            "there is no terminal to ask for the passphrase on; name a file with --passphrase-file FILE, «-» for "
            "standard input"
        )
    try:
        said = getpass.getpass(question)
    except EOFError as error:
        raise PassphraseError("no passphrase was typed; nothing was changed") from error
    return _checked(said)


def _of_file(name: str, context: Context) -> str:
    """The first line of the file."""
    try:
        if name == "-":
            line = context.stdin.readline(_MOST)
        else:
            with Path(name).open("rb") as file:
                state = os.fstat(file.fileno())
                if os.name != "nt" and stat.S_ISREG(state.st_mode) and state.st_mode & _OTHERS:
                    raise PassphraseError(f"{name}: others may read it; close it with «chmod 600» and do it again")
                line = file.readline(_MOST)
    except OSError as error:
        raise PassphraseError(f"{name}: {error.strerror or error}; check the name") from error
    try:
        return _checked(line.decode("utf-8").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise PassphraseError(f"{name}: is not UTF-8; write the passphrase in UTF-8") from error


def _checked(said: str) -> str:
    if not said:
        raise PassphraseError("the passphrase is empty; nothing was changed")
    return said
