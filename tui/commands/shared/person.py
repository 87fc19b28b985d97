"""The name under which decisions are recorded: from the settings, else the login name."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline_core.model.report import Collected

if TYPE_CHECKING:
    from store.reports.original import Original

NOBODY = "someone"


def name() -> str:
    """Never empty; on one line.

    Raises:
        ConfigError: the settings may say another name than that of the login, and cannot be read.
    """
    from store.disk import paths
    from tui.settings import config

    said = config.read(paths.config())
    if said.nameless:
        raise config.ConfigError(
            f"nothing is decided under the name of the login, for the settings may say another: {said.problems[0]};"
            " mend the file, or say --who NAME"
        )
    return " ".join(said.name.split()) or _login()


def signed(originals: Iterable[Original], today: date) -> Iterator[Original]:
    """The same, with who adds them today."""
    collected = _collecting(today)
    for one in originals:
        yield replace(one, collected=collected)


def _collecting(today: date) -> Collected | None:
    """None where the settings, which may say the name, cannot be read."""
    from tui.settings.config import ConfigError

    try:
        return Collected(name(), today.isoformat())
    except ConfigError:
        return None


def _login() -> str:
    try:
        return getpass.getuser() or NOBODY
    except (KeyError, OSError, ImportError):
        return NOBODY
