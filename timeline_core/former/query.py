"""Public path of version 0.1: now `timeline_core.view.query`. Kept for one release."""

from timeline_core.view.query import *  # noqa: F403
