"""`Naming`: the words by which languages name persons and bodies that no list knows.

Source:
    DESIGN.md section 6; the words are data (`seeds/names/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.names import place_words as placing
from timeline_core.names import word_form
from timeline_core.names.transliteration import Transliteration
from timeline_core.names.word_form import WordForm
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: the police, an army, a court."""

    type: str
    names: tuple[str, ...]
    agrees: str = ""
    """What an adjective ends in behind it."""
    only_of_states: bool = False
    """True for what by itself tells nobody: «قوات»."""
    of_states: frozenset[str] = frozenset()
    """Further names, folded, that tell somebody only with a state: «الخارجية»."""
    refers: str = ""
    """Type of the actor that it stands for, where the text names one of them: «التحالف»."""
    bare: bool = False
    """True for what counts without an article: «شهود عيان»."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words. All folded; words of a phrase as `Lexicon` compares them."""

    code: str
    form: WordForm
    titles: Lexicon
    given: frozenset[str]
    weak: frozenset[str]
    """First names that are words too."""
    before: frozenset[str]
    sons: frozenset[str]
    behind: frozenset[str]
    bearers: frozenset[str]
    """What bears the name of a person and is none."""
    stops: frozenset[str]
    common: frozenset[str]
    """Adjectives that a last name looks like."""
    closers: frozenset[str]
    """What turns away from a title before any name came: «الذي», "who"."""
    bodies: Mapping[str, Body]
    heads: Lexicon
    """Body by its names."""
    organisations: Mapping[str, str]
    """First word of an organisation's own name -> type of the actor."""
    quoted: Mapping[str, str]
    """The same, of names in quotation marks only."""
    definite: Mapping[str, str]
    """The same, with an article."""
    refers: Mapping[str, str]
    """What stands for the one actor of a text whose name begins with a word -> that word: «الحزب» -> «حزب»."""
    adjectives: Mapping[str, tuple[str, bool]]
    """Adjective of a state -> its id, and whether the adjective is a common word too."""
    places: placing.PlaceWords
    firsts: frozenset[str]
    """All that a name may begin with."""
    listed: frozenset[str]
    """All words of names that are in a list."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """Id of a state -> its adjective as written."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of every language, and the key that joins names across scripts."""

    wordings: tuple[Wording, ...]
    transliteration: Transliteration
    form: WordForm = field(init=False)
    """What the words of any of the languages show by their letters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", word_form.joined(one.form for one in self.wordings))

    def composed(self, state: str, body: str) -> dict[str, tuple[str, ...]]:
        """The name of a body of a state in every language that has words for it."""
        return {
            wording.code: (_composed(wording, state, wording.bodies[body]),)
            for wording in self.wordings
            if body in wording.bodies and state in wording.shown
        }


def _composed(wording: Wording, state: str, body: Body) -> str:
    adjective, name = wording.shown[state], body.names[0]
    if wording.form.adjective_first:
        return f"{adjective} {name}"
    if body.bare:
        return f"{name} {adjective}{body.agrees}"
    name = " ".join(
        wording.form.with_article(word) if n or " " not in name else word for n, word in enumerate(name.split(" "))
    )
    adjective = " ".join(wording.form.with_article(word) for word in adjective.split(" "))
    return f"{name} {adjective}{body.agrees}"


def load(code: str, data: Mapping[str, object], adjectives: Iterable[tuple[str, str, bool]]) -> Wording:
    """Compile one language's words.

    Args:
        adjectives: id of a state, its adjective, and whether that is a common word too.

    Raises:
        LanguageError: a section is missing, or is no table of words.
    """
    read = _Reader(code, data)
    person = read.table("person")
    bodies = {id: _body(read, id, about) for id, about in read.table("bodies").items()}
    endings = read.words("state", "endings")
    listed = tuple(adjectives)
    form = word_form.load(code, data)
    given, weak, before, sons, behind = (
        read.folded(key, person) for key in ("given", "weak", "before", "sons", "behind")
    )
    return Wording(
        code=code,
        form=form,
        titles=Lexicon({"title": read.listed("person", "titles", person)}),
        given=given,
        weak=weak,
        before=before,
        sons=sons,
        behind=behind,
        bearers=read.folded("bearers", person),
        stops=read.folded("stops", person),
        common=read.folded("common", person),
        closers=read.folded("closers", person),
        bodies=bodies,
        heads=Lexicon({id: (*body.names, *body.of_states) for id, body in bodies.items()}, article=bool(form.article)),
        organisations=_types(read, "organisations"),
        quoted=_types(read, "quoted"),
        definite=_types(read, "definite"),
        refers=_pairs(read, "refers"),
        adjectives={
            form: (state, common) for state, adjective, common in listed for form in _forms(fold(adjective), endings)
        },
        places=placing.load(code, data),
        firsts=given | weak | before,
        listed=given | weak | before | sons | behind,
        shown={state: adjective for state, adjective, _ in reversed(listed)},
    )


def _forms(adjective: str, endings: Sequence[str]) -> set[str]:
    """The adjective in every gender and number, without an article; of several words the ending goes to each."""
    return {" ".join(part + fold(ending) for part in adjective.split(" ")) for ending in endings}


def _pairs(read: _Reader, section: str) -> dict[str, str]:
    """Word -> what it stands for, both folded."""
    words = read.table(section).get("words")
    if not isinstance(words, Mapping):
        raise LanguageError(f"names of {read.code!r}: [{section}] words is no table")
    return {fold(word): fold(str(one)) for word, one in words.items()}


def _types(read: _Reader, section: str) -> dict[str, str]:
    """First word, folded -> type."""
    return {fold(word): type_ for type_ in read.table(section) for word in read.words(section, type_)}


def _body(read: _Reader, id: str, about: object) -> Body:
    if not isinstance(about, Mapping):
        raise LanguageError(f"names of {read.code!r}: [bodies] {id} is no table")
    names = about.get("names")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise LanguageError(f"names of {read.code!r}: [bodies] {id} has no names")
    return Body(
        str(about.get("type", "")),
        tuple(names),
        str(about.get("agrees", "")),
        about.get("only") == "state",
        frozenset(fold(str(name)) for name in about.get("with_state", ())),
        str(about.get("refers", "")),
        bool(about.get("any", False)),
    )


class _Reader:
    """Sections of one language's names, checked as they are read."""

    def __init__(self, code: str, data: Mapping[str, object]) -> None:
        self.code, self._data = code, data

    def table(self, section: str) -> Mapping[str, object]:
        table = self._data.get(section)
        if not isinstance(table, Mapping):
            raise LanguageError(f"names of {self.code!r}: the section [{section}] is missing")
        return table

    def words(self, section: str, key: str) -> list[str]:
        return self.listed(section, key, self.table(section))

    def listed(self, section: str, key: str, table: Mapping[str, object]) -> list[str]:
        words = table.get(key)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise LanguageError(f"names of {self.code!r}: [{section}] {key} is no list of words")
        return words

    def folded(self, key: str, table: Mapping[str, object]) -> frozenset[str]:
        return frozenset(fold(word) for word in self.listed("person", key, table))
