"""Compiles the word lists that people edit into the table in which words are looked up, in a form JSON can keep.

Source:
    `seeds/lexicon/`: `xx.verbs.toml` (verbs by class), `xx.words.toml` (closed classes), `xx.paradigms.toml` (forms).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from timeline_core.concepts import Concepts
from timeline_core.errors import LanguageError
from timeline_core.syntax import conjugation, inflection
from timeline_core.syntax.conjugation import PLAIN, Conjugation, Verb
from timeline_core.syntax.inflection import DOUBLES, Inflection
from timeline_core.syntax.readings import ONLY, RELATION, Category, Reading
from timeline_core.text.fold import fold

Data = Mapping[str, Any]
INTRANSITIVE = "-"
"""Behind the name of a list: its verbs take no object."""
AUXILIARY, PHRASAL, PASSIVE = "_auxiliary", "phrasal", "passive"
_FINAL, _BOUND, _PREFIXED = ".", "-", "+"
"""Behind an ending: nothing may follow it; a pronoun must. Behind a prefix."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What one language's files say."""

    code: str
    paradigms: Data
    verbs: Data
    words: Data


def table(sources: Sources, concepts: Concepts) -> dict[str, Any]:
    """The table of one language, as JSON can keep it; `lookup.lexicon` makes it ready.

    Raises:
        LanguageError: a verb is of a class or form that there is not, or the file lacks what it needs.
    """
    builder = _Builder(sources)
    _add_words(builder, sources)
    _add_verbs(builder, sources, concepts)
    stems = builder.packed()
    before, loose = sources.paradigms["before"], sources.paradigms["letters"]["loose"]
    return {
        "slots": [[_said(reading), endings] for reading, endings in builder.slots],
        "uses": builder.uses,
        "lemmas": list(builder.lemmas),
        "stems": stems,
        "endings": _grouped(chain(_endings(sources.paradigms), _relations(sources.paradigms))),
        "cuts": _cuts(before),
        "before": {name: before.get(name, []) for name in ("future", "subjunctive", "nominal")},
        "loose": loose,
        "nominal": sources.paradigms["letters"].get("nominal_signs", ""),
        "guess": _guess(sources.paradigms.get("guess", {})),
        "careless": {**loose, **sources.paradigms["letters"].get("careless", {})},
    }


def _guess(said: Data) -> dict[str, Any]:
    """The parts of speech that an unknown word may have by its letters, as rows."""
    shapes = [
        [
            *(one.get(name, "") for name in ("front", "back")),
            one.get("letters", 1),
            {**one["is"], **_features(one.get("features", ""))},
            one.get("unless", []),
        ]
        for one in said.get("shapes", ())
    ]
    return {"shapes": shapes, "capitals": said.get("capitals", False), "only_verbs": said.get("only_verbs", [])}


class _Builder:
    """Collects lemmas, slots and stems, each once."""

    def __init__(self, sources: Sources) -> None:
        self.paradigms = sources.paradigms
        self.lemmas: dict[str, int] = {}
        self.slots: dict[tuple[Reading, str], int] = {}
        self.uses: list[list[int]] = []
        """Slots that one spelling fills together, so that they are told once: «قتل» is past, active and passive."""
        self._stems: dict[str, dict[str, dict[int, dict[int, None]]]] = {}
        self.listed: dict[str, tuple[Inflection, str]] = {}
        """Verb -> how it is inflected, and its line of the list."""
        self.passive: dict[str, str] = {}
        """Form and root of a verb -> the class of its passive, where that is another: «أدين» is convicted."""
        self.auxiliary = False
        """Whether the verb that is being added helps others («كان يعمل»)."""

    def add(self, spelled: str, lemma: str, reading: Reading, endings: str) -> None:
        """Add one stem with its reading."""
        number = self.lemmas.setdefault(lemma, len(self.lemmas))
        slot = self.slots.setdefault((reading, endings), len(self.slots))
        self._stems.setdefault(fold(spelled), {}).setdefault(spelled, {}).setdefault(number, {})[slot] = None

    def add_slot(self, spelled: str, lemma: str, slot: str, endings: str = PLAIN, **more: str) -> None:
        """One stem of a slot of the paradigm. A noun on «ة» is kept without it, for it opens before an owner."""
        said: dict[str, Any] = {**self.paradigms["slot"][slot], **more}
        group, tied = said.pop("endings", ""), self.paradigms["letters"].get("tied", "")
        if tied and group and endings == PLAIN and spelled.endswith(tied):
            spelled, endings = spelled.removesuffix(tied), "tied"
        features = _features(said.pop("features", ""))
        reading = Reading(Category(said.pop("category")), **{**said, **features})
        if self.auxiliary and reading.category is Category.VERB:
            reading = reading._replace(category=Category.AUXILIARY)
        self.add(spelled, lemma, reading, f"{group}.{endings}" if group else "")

    def packed(self) -> dict[str, str]:
        """Folded stem -> its entries, in the form that `lookup.Packed` tells."""
        uses: dict[tuple[int, ...], int] = {}
        packed = {}
        for key, entries in sorted(self._stems.items()):
            written = []
            for spelled, lemmas in entries.items():
                numbers = [(lemma, uses.setdefault(tuple(slots), len(uses))) for lemma, slots in lemmas.items()]
                shown = "" if spelled == key else spelled
                written.append(f"{shown}:{','.join(f'{lemma}.{use}' for lemma, use in numbers)}")
            packed[key] = " ".join(written)
        self.uses = [list(slots) for slots in uses]
        return packed


def _add_words(builder: _Builder, sources: Sources) -> None:
    """The closed classes: `[preposition]` is the category, each list below it a role."""
    for category, roles in sources.words.items():
        for role, listed in roles.items():
            for line in listed:
                listed_word, _, concept = line.partition("=")
                if set(listed_word) & _SEPARATORS:
                    raise LanguageError(
                        f"lexicon/{sources.code}.words.toml: [{category}] {role}: {line!r} is no one word"
                    )
                word = listed_word.removesuffix(_BOUND)
                stem, endings = _ended(sources.paradigms, category, role, word, bound=listed_word != word)
                builder.add(stem, f"{word}|{concept}|", Reading(Category(category), role=role), endings)


_SEPARATORS = frozenset(" :,|")
_INFLECTED = {"noun": "noun", "action": "noun", "adjective": "participle"}
"""Classes of words that always take endings -> the group of sets that they take."""


def _ended(paradigms: Data, category: str, role: str, word: str, *, bound: bool) -> tuple[str, str]:
    """The stem of a listed word, and the set of its endings: others take them where a pronoun may be glued on.

    A set with the name of its list is its own: a broken plural has no plural again.
    """
    group = _INFLECTED.get(category, category if bound else "")
    sets = paradigms.get("endings", {}).get(group)
    if sets is None:
        return word, ""
    if role in sets:
        return word, f"{group}.{role}"
    tied = paradigms["letters"].get("tied", "")
    if tied and group == "noun" and word.endswith(tied):
        return word.removesuffix(tied), f"{group}.tied"
    return word, f"{group}.{PLAIN}"


def _add_verbs(builder: _Builder, sources: Sources, concepts: Concepts) -> None:
    where = f"lexicon/{sources.code}.verbs.toml"
    add = _adder(builder, sources.paradigms)
    builder.passive = {line: concept for concept, groups in sources.verbs.items() for line in groups.get(PASSIVE, ())}
    phrasal: list[tuple[str, str]] = []
    for concept, groups in sources.verbs.items():
        concepts.known("class", [concept], where)
        for name, listed in groups.items():
            if name == PHRASAL:
                phrasal += [(line, concept) for line in listed]
            if name in (PHRASAL, PASSIVE):
                continue
            form, transitive = name.removesuffix(INTRANSITIVE), not name.endswith(INTRANSITIVE)
            builder.auxiliary, form = form.endswith(AUXILIARY), form.removesuffix(AUXILIARY)
            for line in listed:
                try:
                    add(line, form, concept, transitive)
                except (LanguageError, IndexError, KeyError) as error:
                    raise LanguageError(f"{where}: [{concept}] {name}: {line!r}: {error}") from error

    for line, concept in phrasal:
        _add_phrasal(builder, line, concept, where)


def _add_phrasal(builder: _Builder, line: str, concept: str, where: str) -> None:
    """A verb with its particle: all forms of the verb, which mean this where the particle follows ("carried out")."""
    verb, particle = line.split()
    if verb not in builder.listed:
        raise LanguageError(f"{where}: [{concept}] {PHRASAL}: {verb!r} of {line!r} is no verb of the list")
    inflected, listed = builder.listed[verb]
    for slot, spelled in inflected.forms(listed).items():
        builder.add_slot(spelled, f"{line}|{concept}|t", slot, role=ONLY, particle=particle)


Add = Callable[[str, str, str, bool], None]


def _adder(builder: _Builder, paradigms: Data) -> Add:
    """How a verb of this language is added: by root and pattern, or by endings."""
    rooted, inflected = conjugation.load(paradigms), inflection.load(paradigms)
    if rooted is not None:
        return lambda line, form, concept, transitive: _add_rooted(
            builder, rooted, _verb(line, form, transitive=transitive), concept
        )
    if inflected is not None:
        return lambda line, name, concept, transitive: _add_inflected(
            builder, inflected, line, (concept, transitive, name)
        )
    raise LanguageError("paradigms: there is neither a section [stem] nor [inflection]")


def _verb(line: str, form: str, *, transitive: bool) -> Verb:
    root, *rest = line.split()
    vowels = rest.pop(0) if rest and rest[0].isascii() else ""
    return Verb(root, form, vowels, tuple(rest), transitive)


def _add_rooted(builder: _Builder, rooted: Conjugation, verb: Verb, concept: str) -> None:
    past, ends = rooted.citation(verb)
    first = next(iter(builder.paradigms["endings"]["past"][ends]))
    cited, marks = past + first.rstrip(_FINAL), "t" * verb.transitive
    lemma = f"{cited}|{concept}|{marks}"
    undergone = f"{cited}|{builder.passive.get(f'{verb.form} {verb.root}', concept)}|{marks}"
    for stem in rooted.stems(verb):
        passive = builder.paradigms["slot"][stem.slot].get("voice") == "passive"
        builder.add_slot(stem.spelled, undergone if passive else lemma, stem.slot, stem.endings, role=verb.form)
    for noun in verb.nouns:
        for spelled in rooted.spellings(noun):
            builder.add_slot(spelled, lemma, "noun", role=verb.form)


def _add_inflected(builder: _Builder, inflected: Inflection, line: str, of: tuple[str, bool, str]) -> None:
    listed, _, nouns = line.partition(";")
    verb = listed.split()[0].removesuffix(DOUBLES)
    builder.listed[verb] = inflected, listed
    lemma = f"{verb}|{of[0]}|{'t' * of[1]}"
    for slot, spelled in inflected.forms(listed).items():
        builder.add_slot(spelled, lemma, slot, role=ONLY if of[-1] == ONLY else "")
    for noun in nouns.split():
        for number, ending in inflected.noun.items():
            builder.add_slot(inflected.joined(noun, ending), lemma, "noun", number=number)


def _said(reading: Reading) -> dict[str, Any]:
    """The fields of a reading that are not empty."""
    return {name: value for name, value in reading._asdict().items() if value}


def _features(said: str) -> dict[str, str]:
    """«3ms jussive» as fields of a reading: person, gender, number, mood, in the letters that stand for them."""
    found = {}
    letters, _, mood = said.partition(" ")
    for name, known in (("person", "123"), ("gender", "mf"), ("number", "sdp")):
        found[name] = next((letter for letter in letters if letter in known), "")
    return {name: value for name, value in {**found, "mood": mood}.items() if value}


def _endings(paradigms: Data) -> Iterator[tuple[str, str, str, dict[str, str], bool]]:
    """(set, prefix, suffix, features, with a pronoun) of all that may stand around a stem."""
    yield "", "", "", {}, False
    for group, sets in paradigms.get("endings", {}).items():
        pronouns = [word for kind in ("both", *paradigms["takes"][group]) for word in paradigms["pronouns"][kind]]
        for name, said in sets.items():
            for written, features in said.items():
                prefix, _, suffix = written.rpartition(_PREFIXED)
                ending = suffix.rstrip(_FINAL + _BOUND)
                if not suffix.endswith(_BOUND):
                    yield f"{group}.{name}", prefix, ending, _features(features), False
                if not suffix.endswith(_FINAL):
                    for pronoun in pronouns:
                        yield f"{group}.{name}", prefix, ending + pronoun, _features(features), True


def _relations(paradigms: Data) -> Iterator[tuple[str, str, str, dict[str, str], bool]]:
    """The same of endings that make an adjective of a noun: «رسمي» of «رسم»."""
    for name, said in paradigms.get("relation", {}).items():
        for suffix, features in said.items():
            yield name, "", suffix, {**_features(features), "role": RELATION}, False


def _grouped(endings: Iterator[tuple[str, str, str, dict[str, str], bool]]) -> dict[str, list[list[Any]]]:
    """The same by folded prefix and suffix, as they are looked up."""
    found: dict[str, list[list[Any]]] = {}
    for name, prefix, suffix, features, pronoun in endings:
        key = f"{fold(prefix)}{_PREFIXED}{fold(suffix)}"
        found.setdefault(key, []).append([name, [prefix, suffix], features, pronoun])
    return found


def _cuts(before: Data) -> dict[str, list[Any]]:
    """Letters in front -> [particles, whether the article is among them]."""
    rows: list[tuple[str, ...]] = [()]
    for row in before["rows"]:
        rows += [(*said, particle) for said in rows for particle in row]
    cuts: dict[str, list[Any]] = {"".join(said): [list(said), False] for said in rows if said}
    article = before.get("article", "")
    if article:
        cuts |= {"".join(said) + article: [list(said), True] for said in rows}
    for spelled, particle in before.get("merged", {}).items():
        cuts |= {"".join(said) + spelled: [[*said, particle], True] for said in rows if particle not in said}
    return cuts
