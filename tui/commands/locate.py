"""`waqai locate library|config|cache|scratch`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.commands.shared.context import OK, Context


def configure(parser: ArgumentParser) -> None:
    """One word: which place."""
    parser.add_argument("place", choices=("library", "config", "cache", "scratch"), help="whose folder to print")


def run(options: Namespace, context: Context) -> int:
    """Print the folder, whether it is there yet or not."""
    from store.disk import paths

    places = {
        "library": context.folder,
        "config": paths.config(),
        "cache": paths.cache(context.folder),
        "scratch": paths.scratch(),
    }
    context.write(f"{places[options.place].absolute()}\n")
    return OK
