"""The one reader of the bundled data: languages, gazetteers, the sample dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from timeline_core.errors import LanguageError

if TYPE_CHECKING:
    from seeds.language_files import Taught
    from timeline_core.concepts import Concepts
    from timeline_core.knowledge import Knowledge
    from timeline_core.lexicon.outline_words import OutlineWords
    from timeline_core.lexicon.phrasing import Phrasing
    from timeline_core.names.common_nouns import CommonNouns
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.names.name_words import Naming
    from timeline_core.names.transliteration import Transliteration
    from timeline_core.names.world.table import World
    from timeline_core.syntax.lookup import Lexicon
    from timeline_core.syntax.narrowing import Narrowing
    from timeline_core.syntax.parse import Parser
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.temporal.rest_days import RestDays
    from timeline_core.view.wording import Wording, Words

_HERE = Path(__file__).parent


@cache
def taught() -> Taught:
    """What the files of `seeds/languages/` teach; one that is broken is among its `problems`. Read once in a process.

    Raises:
        LanguageError: the table of scripts or of concepts contradicts itself.
    """
    from seeds.language_files import read

    try:
        scripts = _parsed(_HERE / "scripts.toml")
    except ValueError as error:
        raise LanguageError(f"scripts.toml: {error}") from error
    return read(_HERE / "languages", scripts, concepts())


def problems() -> tuple[str, ...]:
    """Why files of languages were passed over, where any were read: file, place, remedy."""
    return taught().problems if taught.cache_info().currsize else ()


def languages() -> Mapping[str, Language]:
    """Every language that `seeds/languages/` teaches, by BCP 47 code, in order of code."""
    return taught().languages


def language_data(code: str) -> Mapping[str, object]:
    """The TOML of one language, as parsed; every module of the core reads its own sections.

    Raises:
        LanguageError: there is no such language, or its file is broken.
    """
    known = taught()
    if code not in known.data:
        raise LanguageError(f"languages: {code!r} cannot be read; there are {', '.join(known.data)}")
    return known.data[code]


def gazetteer() -> Gazetteer:
    """Every bundled actor and place.

    Raises:
        GazetteerError: a file is no TOML, or an entry is incomplete, stands twice, shares a name with another,
            or belongs to what no entry is.
    """
    from seeds.compiled import kept, made

    return kept() or made()


def phrasings() -> Mapping[str, Phrasing]:
    """How every bundled language with words for events tells what happened, by code."""
    return taught().phrasings


@cache
def query_wording() -> Wording:
    """The words of the filter line beside those of the program. Read once in a process, without any language.

    Raises:
        LanguageError: the file is no TOML, or contradicts itself.
    """
    from timeline_core.view.wording import read

    try:
        return read(cast("dict[str, Words]", _parsed(_HERE / "query.toml")))
    except ValueError as error:
        raise LanguageError(f"query.toml: {error}") from error


def outline_words() -> OutlineWords:
    """The words by which reports label their parts, of all languages together.

    Raises:
        LanguageError: as in `languages`.
    """
    from timeline_core.lexicon.outline_words import load

    return load(taught().data.values())


def naming() -> Naming:
    """The words by which the bundled languages name persons and bodies that no list knows.

    Raises:
        LanguageError: a file is no TOML, or lacks a section.
    """
    from seeds import foreign_letters, name_parts, states
    from timeline_core.names import name_words as wording

    adjectives = [*states.adjectives(states.table(_HERE / "names" / "states.toml"))]
    return wording.Naming(
        tuple(
            wording.load(
                code, _names(code), [(id, word, common) for id, lang, word, common in adjectives if lang == code]
            )
            for code in states.LANGUAGES
        ),
        transliteration(),
        name_parts.name_parts(),
        foreign_letters.letters(),
    )


def transliteration(spellings: Mapping[str, str] | None = None) -> Transliteration:
    """The table by which one name in two scripts has one key.

    Args:
        spellings: what is known beside the consonants, in place of what is kept.

    Raises:
        LanguageError: the file is no TOML, or lacks a section.
    """
    from seeds import name_parts
    from timeline_core.names import transliteration as keys

    return keys.load(_names("transliteration"), name_parts.spellings() if spellings is None else spellings)


@cache
def _names(stem: str) -> Mapping[str, object]:
    try:
        return _parsed(_HERE / "names" / f"{stem}.toml")
    except ValueError as error:
        raise LanguageError(f"names/{stem}.toml: {error}") from error


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """What the words of every language with a list of verbs can be, by code. Read once in a process.

    Raises:
        LanguageError: a file is no TOML, or names a class that there is not.
    """
    from seeds.wordforms import Lazily, codes, read

    return Lazily(codes(), read)


@cache
def narrowings() -> Mapping[str, Narrowing]:
    """The rules by which a sentence narrows what its words can be, by code. Read once in a process.

    Raises:
        LanguageError: a file is no TOML, or names what there is not.
    """
    from seeds.wordforms import Lazily, codes, narrowing

    return Lazily(codes(), narrowing)


@cache
def concepts() -> Concepts:
    """The one table of what can be told. Read once in a process.

    Raises:
        LanguageError: the file is no TOML, or contradicts itself.
    """
    from seeds import wordforms

    return wordforms.concepts()


class Parsers(Mapping[str, "Parser"]):
    """The parser of every language that has a grammar, each made when it is first asked for."""

    def __init__(self) -> None:
        self._codes = tuple(sorted(path.stem for path in (_HERE / "syntax").glob("*.toml") if "." not in path.stem))
        self._made: dict[str, Parser] = {}

    def __getitem__(self, code: str) -> Parser:
        if code not in self._codes:
            raise KeyError(code)
        if code not in self._made:
            self._made[code] = parser(code)
        return self._made[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def parser(code: str) -> Parser:
    """What parses the sentences of a language.

    Raises:
        LanguageError: a file is no TOML, or lacks a section.
    """
    from timeline_core.syntax.parse import Parser
    from timeline_core.syntax.tree.grammar import load

    path = _HERE / "syntax" / f"{code}.toml"
    try:
        grammar = load(code, _parsed(path))
    except ValueError as error:
        raise LanguageError(f"syntax/{path.name}: {error}") from error
    return Parser(grammar, concepts().classes, lexicons()[code].readings, narrowings()[code].narrowed, nouns(code))


@cache
def nouns(code: str) -> CommonNouns:
    """The nouns and adjectives that everybody uses; none for a language without a list. The file is read when asked.

    Raises:
        LanguageError: what words of the language show by their letters is not said as it must be.
    """
    from timeline_core.names import word_form
    from timeline_core.names.common_nouns import CommonNouns

    path = _HERE / "lexicon" / f"{code}.nouns.txt"
    if not path.exists():
        return CommonNouns()
    return CommonNouns(lambda: path.read_text("utf-8").split(), word_form.load(code, _names(code)))


@cache
def states() -> Mapping[str, str]:
    """ISO 3166 code -> id of the state. Read once in a process."""
    from seeds import states as written

    return {code: str(said["id"]) for code, said in written.table(_HERE / "names" / "states.toml").items()}


def world() -> World:
    """The populated places of the world; their table is read when a name is first asked for."""
    from timeline_core.names.world.table import World

    folder = _HERE / "places"
    return World((folder / "names.txt").read_bytes, (folder / "rows.tsv").read_bytes, states())


class Origin(NamedTuple):
    """Of whom some of the bundled data is."""

    of: str
    what: str
    licence: str
    address: str


def origins() -> tuple[Origin, ...]:
    """Whose data is bundled, and what may be done with it; what is most of it first.

    Raises:
        LanguageError: the file is no TOML, or a row of it lacks a field.
    """
    try:
        return tuple(Origin(**row) for row in cast("list[dict[str, str]]", _parsed(_HERE / "origins.toml")["origin"]))
    except (ValueError, TypeError, LookupError) as error:
        raise LanguageError(f"origins.toml: {error}") from error


def rest_days() -> RestDays:
    """Which days of the week are its end, by state.

    Raises:
        LanguageError: the file is no TOML, or a row of it is not as it must be.
    """
    from timeline_core.temporal.rest_days import load

    try:
        return load(_parsed(_HERE / "weekends.toml"))
    except ValueError as error:
        raise LanguageError(f"weekends.toml: {error}") from error


@cache
def knowledge() -> Knowledge:
    """Read once in a process. All that `timeline_core.derive` needs beside the reports.

    Raises:
        LanguageError, GazetteerError: as above.
    """
    import gc

    from timeline_core.knowledge import Knowledge

    known = Knowledge(
        languages(),
        phrasings(),
        gazetteer(),
        naming(),
        concepts(),
        taught().signs,
        outline_words(),
        rest_days(),
        Parsers(),
        world(),
    )
    gc.freeze()  # it stays as long as the process, so that nobody need look for garbage in it
    return known


def fingerprint() -> str:
    """What changes when any bundled word or name does, or how it is read; reads the files and no word of them."""
    found = sha256()
    kinds = ("*.toml", "*/*.toml", "*/*.zlib", "lexicon/*.txt", "*.py")
    for file in sorted(file for kind in kinds for file in _HERE.glob(kind)):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def report_paths() -> tuple[Path, ...]:
    """The reports of the sample dossier, sorted by name."""
    return tuple(sorted(path for path in (_HERE / "reports").glob("*.md") if path.name != "README.md"))


def _parsed(path: Path) -> dict[str, object]:
    import tomllib

    return tomllib.loads(path.read_text("utf-8"))
