"""`Naming`: the words by which languages name persons and organisations that no gazetteer holds.

Source:
    DESIGN.md section 6; the words are data (`seeds/names/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.names import word_form
from timeline_core.names.coreference.nouns import HeadNouns
from timeline_core.names.foreign.letters import Letters
from timeline_core.names.name_parts import NameParts
from timeline_core.names.places import words as placing
from timeline_core.names.transliteration import Transliteration
from timeline_core.names.word_form import WordForm
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: the police, an army, a court."""

    type: str
    names: tuple[str, ...]
    adjective_ending: str = ""
    """What an adjective ends in behind it: «ة» of «الشرطة السورية»."""
    only_of_states: bool = False
    """By itself the noun names nobody: «قوات», "troops"."""
    names_with_state: frozenset[str] = frozenset()
    """Further names, folded, that count only with a state: «الخارجية» of «الخارجية الفرنسية»."""
    stands_for: str = ""
    """Type of the actor that it stands for, where the text names one of them: «التحالف», "the coalition"."""
    needs_no_article: bool = False
    """It counts without an article: «شهود عيان», "eyewitnesses"."""
    indefinite: bool = False
    """It counts without one too, and is called by its definite name: «مسلحون», "gunmen", "a court"."""
    other: frozenset[str] = frozenset()
    """Words, folded, beside which the noun with its state is no such body: «طائرة سعودية خاصة»."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """One language's words of names. All folded; words of a phrase as `Lexicon` compares them."""

    code: str
    form: WordForm
    titles: Lexicon
    """Offices and titles, behind which a name stands: «الرئيس», "Gen."."""
    given_names: frozenset[str]
    """First names that are nothing else: «محمد», "Fatima"."""
    ambiguous_names: frozenset[str]
    """First names that are common words, too, and need a sign beside them: «ليلى», «مشعل»."""
    joined_names: frozenset[str]
    """First words that make one name with the next: «عبد», «أبو», "Abu"."""
    son_words: frozenset[str]
    """They stand between the name of a child and of its parent: «بن», "ibn"."""
    lineage: frozenset[str]
    """Those that are nothing else: «بن», not «ولد»."""
    joined_endings: frozenset[str]
    """They make one name with the word before: «الدين», "din"."""
    bearers: frozenset[str]
    """What bears the name of a person and is none: «شارع», "street"."""
    kin: frozenset[str]
    """Those of them that are the persons themselves: «عائلة», "family", «بن»."""
    stops: frozenset[str]
    """Words that are part of no name: «التي», "these"."""
    lookalikes: frozenset[str]
    """Adjectives with the ending of a last name: «العسكري»."""
    spokesmen: frozenset[str]
    """Titles behind which a word is no first name but says for whom they speak: «الناطق»."""
    on_behalf: frozenset[str]
    """That word: «باسم»."""
    closing_words: frozenset[str]
    """What turns away from a title before any name came: «الذي», "who"."""
    bodies: Mapping[str, Body]
    body_nouns: Lexicon
    """The nouns that name a kind of body -> its id: «الشرطة», "ministry of defence"."""
    organisations: Mapping[str, str]
    """First word of an organisation's own name -> type of the actor: «وكالة» of «وكالة مكافحة الفساد»."""
    quoted: Mapping[str, str]
    """The same, where the name must stand in quotation marks: «حركة "النهضة"», not «حركة المرور»."""
    definite: Mapping[str, str]
    """The same, where the first word has an article: «الهيئة العامة للموانئ»."""
    called: Mapping[str, str]
    """Noun before the foreign name of an organisation -> type: «شركة» of «شركة نوكيا»."""
    officers: frozenset[str]
    """Nouns of persons with a club behind them: «حارس» of «حارس مانشستر»."""
    tails: Mapping[str, str]
    """Noun in which the name of an organisation ends, with capitals -> type: "Agency"."""
    head_nouns: HeadNouns
    """Nouns that stand for the one whose name they head: «الحزب»."""
    states_by_adjective: Mapping[str, tuple[str, bool]]
    """Demonym in every gender and number -> id of the state, and whether it is a common word, too."""
    peoples: Mapping[str, str]
    """Demonym for many people, with and without an article -> id of the state: «السودانيين», "Palestinians"."""
    counts: frozenset[str]
    """Words before such a one that count people; none where it is never an adjective: «آلاف السودانيين»."""
    places: placing.PlaceWords
    chiefs: frozenset[str]
    """First words of an office that by themselves mean another one: «الرئيس» is no «رئيس اللجنة»."""
    regnal: frozenset[str]
    """Titles that make a whole name with the one behind them, without an article: «بابا», "pope"."""
    alias_begins: frozenset[str]
    """First words of a name by which alone somebody may be called: «أبو»."""
    first_words: frozenset[str]
    """All that the name of a person may begin with."""
    name_words: frozenset[str]
    """All words of names of persons that are in a list."""
    demonyms: Mapping[str, str] = field(default_factory=dict)
    """Id of a state -> its adjective as written: «سوري», "Syrian"."""

    def is_demonym(self, word: str) -> bool:
        """The adjective of a state with an article, by which its people are called: «الفرنسية»."""
        return word.startswith(self.form.article) and self.form.without_article(word) in self.states_by_adjective


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of every language, and the key by which one name in two scripts is the same."""

    wordings: tuple[NameWords, ...]
    transliteration: Transliteration
    parts: NameParts
    """Parts of persons' names of all languages."""
    letters: Letters = field(default_factory=Letters)
    """What names of other languages look like in a script without capitals."""
    form: WordForm = field(init=False)
    """What the words of any of the languages show by their letters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", word_form.joined(one.form for one in self.wordings))

    def compose_name(self, state: str, body: str) -> dict[str, tuple[str, ...]]:
        """The name of a state's body in every language that has words for it: «الشرطة السورية», "Syrian police"."""
        return {
            wording.code: (_compose(wording, state, wording.bodies[body]),)
            for wording in self.wordings
            if body in wording.bodies and state in wording.demonyms
        }


def _compose(wording: NameWords, state: str, body: Body) -> str:
    adjective, name = wording.demonyms[state], body.names[0]
    if wording.form.adjective_first:
        return f"{adjective} {name}"
    if body.needs_no_article:
        return f"{name} {adjective}{body.adjective_ending}"
    name = " ".join(
        wording.form.with_article(word) if n or " " not in name else word for n, word in enumerate(name.split(" "))
    )
    adjective = " ".join(wording.form.with_article(word) for word in adjective.split(" "))
    return f"{name} {adjective}{body.adjective_ending}"


def load(code: str, data: Mapping[str, object], adjectives: Iterable[tuple[str, str, bool]]) -> NameWords:
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
    return NameWords(
        code=code,
        form=form,
        titles=Lexicon({"title": read.listed("person", "titles", person)}),
        given_names=given,
        ambiguous_names=weak,
        joined_names=before,
        son_words=sons,
        lineage=read.folded("lineage", person),
        joined_endings=behind,
        bearers=read.folded("bearers", person),
        kin=read.folded("kin", person),
        stops=read.folded("stops", person),
        lookalikes=read.folded("common", person),
        spokesmen=read.folded("spokesmen", person),
        on_behalf=read.folded("on_behalf", person),
        closing_words=read.folded("closers", person),
        bodies=bodies,
        body_nouns=Lexicon(
            {id: (*body.names, *body.names_with_state) for id, body in bodies.items()}, article=bool(form.article)
        ),
        organisations=_types(read, "organisations"),
        quoted=_types(read, "quoted"),
        definite=_types(read, "definite"),
        called=_types(read, "called"),
        officers=read.folded("officers", person),
        tails=_types(read, "tails"),
        head_nouns=_head_nouns(read, form),
        states_by_adjective={
            form: (state, common) for state, adjective, common in listed for form in _forms(fold(adjective), endings)
        },
        peoples=_peoples(listed, read.words("state", "peoples"), form),
        counts=read.folded("counts", read.table("state")),
        places=placing.load(code, data),
        chiefs=read.folded("chiefs", person),
        regnal=read.folded("regnal", person),
        alias_begins=read.folded("aliases", person),
        first_words=given | weak | before,
        name_words=given | weak | before | sons | behind,
        demonyms={state: adjective for state, adjective, _ in reversed(listed)},
    )


def _forms(adjective: str, endings: Sequence[str]) -> set[str]:
    """The adjective in every gender and number, without an article; of several words the ending goes to each."""
    return {" ".join(part + fold(ending) for part in adjective.split(" ")) for ending in endings}


def _peoples(listed: Iterable[tuple[str, str, bool]], endings: Sequence[str], form: WordForm) -> dict[str, str]:
    many = {fold(adjective + ending): state for state, adjective, common in listed for ending in endings if not common}
    return many | {form.with_article(word): state for word, state in many.items()}


def _head_nouns(read: _Reader, form: WordForm) -> HeadNouns:
    nouns, goes_on, common, apart = (
        frozenset(map(fold, read.words("refers", key))) for key in ("nouns", "goes_on", "common", "apart")
    )
    return HeadNouns({form.with_article(noun): noun for noun in sorted(nouns)}, goes_on, common, apart)


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
        bool(about.get("indefinite", False)),
        frozenset(fold(str(word)) for word in about.get("other", ())),
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
