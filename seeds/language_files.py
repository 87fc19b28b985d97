"""The files of languages, each read by itself: one that is broken is passed over and told of, and stops no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import LanguageError

_UNFORESEEN = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, re.error)
"""What a file can do to those who read it that they do not foresee: it must stop no other all the same."""

if TYPE_CHECKING:
    from timeline_core.concepts import Concepts
    from timeline_core.lexicon.language_of import Signs
    from timeline_core.lexicon.phrasing import Phrasing
    from timeline_core.temporal.grammar.language import Language


@dataclass(frozen=True, slots=True)
class Taught:
    """What the files of a folder teach, by BCP 47 code, in order of code."""

    data: Mapping[str, Mapping[str, object]]
    """As parsed; other modules read their own sections."""
    languages: Mapping[str, Language]
    phrasings: Mapping[str, Phrasing]
    """Only of those with sections `[events.…]`; the others serve for dates."""
    signs: Signs
    problems: tuple[str, ...]
    """Why a file was passed over: file, place, remedy."""


def read(folder: Path, scripts: Mapping[str, object], concepts: Concepts) -> Taught:
    """Every language of the folder that can be read.

    Raises:
        LanguageError: the table of scripts contradicts itself.
    """
    from timeline_core.lexicon import language_of

    language_of.load(scripts, {})
    data: dict[str, Mapping[str, object]] = {}
    languages: dict[str, Language] = {}
    phrasings: dict[str, Phrasing] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        if "." in path.stem:
            continue
        try:
            one, language, phrasing = _one(path, scripts, concepts)
        except (LanguageError, *_UNFORESEEN) as error:
            problems.append(f"languages/{path.name}: {error}; it is passed over until the file is mended")
            continue
        data[path.stem], languages[path.stem] = one, language
        if phrasing is not None:
            phrasings[path.stem] = phrasing
    return Taught(data, languages, phrasings, language_of.load(scripts, data), tuple(problems))


def _one(
    path: Path, scripts: Mapping[str, object], concepts: Concepts
) -> tuple[Mapping[str, object], Language, Phrasing | None]:
    """One file, by all who read it.

    Raises:
        ValueError: it is no TOML.
        LanguageError: it contradicts itself.
    """
    import tomllib

    from timeline_core.lexicon import language_of, phrasing
    from timeline_core.temporal.grammar import language

    data, code = tomllib.loads(path.read_text("utf-8")), path.stem
    language_of.load(scripts, {code: data})
    events_words = phrasing.load(code, data, concepts) if "events" in data else None
    return data, language.load(code, data), events_words
