"""The name under which decisions are recorded: from the settings, else the login name."""

from __future__ import annotations

import getpass

NOBODY = "someone"


def name() -> str:
    """Never empty; on one line."""
    from store.disk import paths
    from tui.settings import config

    said = " ".join(config.read(paths.config()).name.split())
    return said or _login()


def _login() -> str:
    try:
        return getpass.getuser() or NOBODY
    except (KeyError, OSError, ImportError):
        return NOBODY
