"""Public path of version 0.1: now `timeline_core.view.teller`. Kept for one release."""

from timeline_core.view.teller import *  # noqa: F403
