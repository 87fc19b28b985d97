"""Public path of version 0.1: now `timeline_core.view.filter`. Kept for one release."""

from timeline_core.view.filter import *  # noqa: F403
