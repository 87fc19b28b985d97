"""The name under which decisions are recorded: from the settings, else the login name."""

from __future__ import annotations

import getpass

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


def _login() -> str:
    try:
        return getpass.getuser() or NOBODY
    except (KeyError, OSError, ImportError):
        return NOBODY
