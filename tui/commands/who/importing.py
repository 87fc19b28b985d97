"""`waqai places import FILE` and `waqai actors import FILE`: a gazetteer of one's own, as one decision."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import PLACE
from tui.commands.shared.context import Context, counted

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge

USAGE = "import FILE --origin WHO --licence WHICH"


class Unasked(Exception):
    """The file cannot be taken; the message says what to write."""


def draft(
    category: str, words: Sequence[str], options: Namespace, known: Knowledge, who: str, context: Context
) -> Decision:
    """The act with all rows of the file.

    Raises:
        Unasked: it is no list, or nobody said where it is from and what its licence is.
    """
    from store.intake.lists.names import ListError, read
    from timeline_core.lexicon.language_of import language_of

    if len(words) != 1:
        raise Unasked(f"write it so: {USAGE}")
    missing = [name for name in ("origin", "licence") if not getattr(options, name).strip()]
    if missing:
        asked = " and ".join(f"--{name}" for name in missing)
        raise Unasked(
            f"say with {asked} where the list is from and what may be done with it: it is shown with each name, "
            f'and goes to colleagues with it; --origin "OCHA HDX" --licence "CC BY-IGO 3.0"'
        )
    path = Path(words[0])
    try:
        rows = read(path, lambda name: language_of(name, known.signs))
    except ListError as error:
        raise Unasked(str(error)) from error
    placed = sum(row.point is not None for row in rows)
    where = f", {placed} with coordinates" if category == PLACE else ""
    context.tell(f"{counted(len(rows), category)} read{where}")
    about = (category, path.name, options.origin.strip(), options.licence.strip())
    return Decision("", Act.GAZETTEER, "", who, values=(*about, *(row.text() for row in rows)))
