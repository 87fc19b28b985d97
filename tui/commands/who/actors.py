"""`waqai actors`: the actors of a library, and what a person says of them."""

from __future__ import annotations

from argparse import Namespace

from timeline_core.model.entry import ACTOR
from tui.commands.shared.context import Context
from tui.commands.who import acts

configure = acts.configure


def run(options: Namespace, context: Context) -> int:
    """Do it."""
    return acts.run(ACTOR, options, context)
