"""New places of a text, where it names them again without their noun: «في تلمنس» after «بلدة تلمنس»."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from timeline_core.names.known.cues import Cues
from timeline_core.names.places.standing import is_free, may_be_place
from timeline_core.text.words import Run, bare, spelled

_LONGEST = 4
"""Words of a name."""


def find_repeated(
    text: str,
    run: Run,
    introduced: Mapping[str, Mapping[str, Sequence[str]]],
    taken: Container[int],
    cues: Cues,
    capitals: Container[str],
) -> Iterator[tuple[int, int, int, str]]:
    """The new places of the text, where it names them again without their noun: «في تلمنس» after «بلدة تلمنس».

    Args:
        introduced: id -> language -> spellings.
        taken: numbers of words that are named already.
        capitals: languages in which a capital shows a name anywhere: "Harlan was hit" after "the town of Harlan".

    Returns:
        Numbers of the first word and of the one behind the last, letters of the clitic, id.
    """
    names = {spelled(name): id for id, by in introduced.items() for some in by.values() for name in some}
    anywhere = {
        spelled(name) for by in introduced.values() for code, some in by.items() if code in capitals for name in some
    }
    firsts = dict.fromkeys(name[0] for name in names)
    for n in run.where_any(firsts.keys()) if names else ():
        for form, clitic in bare(run[n].folded):
            if form not in firsts or n in taken:
                continue
            located = may_be_place(run, n, clitic, cues)
            for count in range(_LONGEST, 0, -1):
                said = (form, *(word.folded for word in run[n + 1 : n + count]))
                if len(said) != count or said not in names:
                    continue
                if located or (said in anywhere and is_free(text, run, n, n + count)):
                    yield n, n + count, clitic, names[said]
                    break
