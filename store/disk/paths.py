"""Where things are kept: the XDG folders, unless the environment or the command line name others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_NAME = "waqai"


def library(named: str | None, environment: Mapping[str, str]) -> Path:
    """The library's folder: as named on the command line, else `WAQAI_LIBRARY`, else the data folder of the system."""
    if chosen := named or environment.get("WAQAI_LIBRARY"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "library"


def config() -> Path:
    """The folder of the settings."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)


def cache(library: Path) -> Path:
    """The folder of what was derived from that library; it may be deleted at any time."""
    return library / "cache"


def state() -> Path:
    """The folder of what may be lost without harm: where the screen left off."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False)


def scratch() -> Path:
    """The folder of what was decided about reports that are in no library (`store.care.scratch`)."""
    return state() / "scratch"


def log() -> Path:
    """The file that takes the trace of an unexpected error."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False) / "waqai.log"
