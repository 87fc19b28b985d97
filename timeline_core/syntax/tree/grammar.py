"""`Grammar`: what the parse must know of one language: traits, words that open clauses, patterns of groups.

All of it is data (`seeds/syntax/`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.syntax.tree.values import Group, Kind, Unit
from timeline_core.text.fold import folded
from timeline_core.text.words import Lexicon, spelled

_LETTERS = {kind: chr(ord("A") + at) for at, kind in enumerate(Kind)}
"""One letter a kind, so that a pattern of kinds is a regular expression."""
_NOTHING: frozenset[str] = frozenset()
_KIND = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's grammar, compiled."""

    code: str
    subject_first: bool
    """Trait `order`: the subject stands before its verb ("the army shelled"), else behind («قصف الجيش»)."""
    head_first: bool
    """Trait `head`: the head of a noun group is its first noun («هجوم الجيش»), else its last ("army attack")."""
    bare_content: bool
    """Trait: what is said may follow the verb of saying with nothing between ("he said it fell")."""
    bare_relative: str
    """Trait: a relative clause without its pronoun stands behind an `indefinite` noun («رجل قتل») or
    between two `nouns` ("the man he saw")."""
    nominal_participles: bool
    """Trait: a participle is a noun or adjective («مقتول»), no part of a verb ("was killed")."""
    endings: re.Pattern[str] | None
    """What may be glued behind a word and is a word of its own ("'s")."""
    article: str
    """What is glued in front of a noun or adjective that is definite («ال»); empty where articles are words."""
    owner: str
    """Trait: what is put behind the words for an owner ("'s"); empty where a pronoun that owns is glued to its noun."""
    circumstance: bool
    """Trait: a clause without a joint tells in what state somebody acts («دخل يضحك»)."""
    patterns: re.Pattern[str]
    """Groups by name, tried in order at each unit."""
    openers: Mapping[str, Lexicon]
    """Words that open a clause, by name of the table."""
    lists: Mapping[str, frozenset[str]]
    """Small lists of folded words, by name."""
    on: Mapping[str, frozenset[str]] = field(init=False)
    """Word -> the names of the lists on which it stands."""

    def __post_init__(self) -> None:
        on: dict[str, set[str]] = defaultdict(set)
        for name, listed in self.lists.items():
            for word in listed:
                on[word].add(name)
        object.__setattr__(self, "on", {word: frozenset(names) for word, names in on.items()})

    def letters(self, kinds: Sequence[Kind]) -> str:
        """The kinds as a word for the patterns."""
        return "".join(map(_LETTERS.__getitem__, kinds))

    def has(self, name: str, word: str) -> bool:
        """True when the word is on that list."""
        return word in self.lists.get(name, _NOTHING)

    def lists_of(self, word: str, lemma: str) -> frozenset[str]:
        """The names of the lists on which a word stands, or what it is a form of."""
        own, whole = self.on.get(word, _NOTHING), self.on.get(folded(lemma), _NOTHING)
        return own | whole if own and whole else own or whole

    def names(self, name: str, unit: Unit) -> bool:
        """True when the word, or what it is a form of, is on that list."""
        return name in unit.lists

    def names_source(self, group: Group) -> bool:
        """What leads to who says so opens it: «بحسب المرصد», "according to the ministry"."""
        sources = self.lists.get("source", _NOTHING)
        return group.lead in sources or group.units[0].word in sources


def load(code: str, data: Mapping[str, object]) -> Grammar:
    """Compile one language's file of `seeds/syntax/`.

    Raises:
        LanguageError: a section is missing, or a pattern names no kind.
    """
    traits = _table(code, data, "traits")
    openers = _table(code, data, "openers")
    return Grammar(
        code=code,
        subject_first=traits.get("order") == "svo",
        head_first=traits.get("head") == "first",
        bare_content=bool(traits.get("bare_content")),
        bare_relative=str(traits.get("bare_relative", "")),
        nominal_participles=traits.get("participles") == "nouns",
        endings=_endings(traits.get("endings")),
        article=str(traits.get("article", "")),
        owner=str(traits.get("owner", "")),
        circumstance=bool(traits.get("circumstance")),
        patterns=_compiled(code, _table(code, data, "groups")),
        openers={"openers": Lexicon({name: _words(code, name, said) for name, said in openers.items()})},
        lists={
            name: frozenset(" ".join(spelled(word)) or word for word in _words(code, name, said))
            for name, said in _table(code, data, "lists").items()
        },
    )


def _endings(said: object) -> re.Pattern[str] | None:
    if not isinstance(said, list) or not said:
        return None
    return re.compile(rf"(?:{'|'.join(re.escape(str(one)) for one in said)})$", re.IGNORECASE)


def _table(code: str, data: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = data.get(name)
    if not isinstance(table, Mapping):
        raise LanguageError(f"syntax/{code}.toml: the section [{name}] is missing")
    return table


def _words(code: str, name: str, said: object) -> list[str]:
    if not isinstance(said, list) or not all(isinstance(word, str) for word in said):
        raise LanguageError(f"syntax/{code}.toml: {name!r} is no list of words")
    return said


def _compiled(code: str, groups: Mapping[str, object]) -> re.Pattern[str]:
    """One expression with a named part a group; what no group takes is a group of its own."""

    def lettered(match: re.Match[str]) -> str:
        if match[0] not in set(Kind):
            raise LanguageError(f"syntax/{code}.toml: a pattern names the kind {match[0]!r}, which is none")
        return _LETTERS[Kind(match[0])]

    parts = [f"(?P<{name}>{_KIND.sub(lettered, str(said)).replace(' ', '')})" for name, said in groups.items()]
    alone = (
        (Kind.OPENER, "opener"),
        (Kind.RELATIVE, "relative"),
        (Kind.JOINT, "joint"),
        (Kind.MARK, "mark"),
    )
    before = f"{_LETTERS[Kind.PREPOSITION]}*"
    parts += [f"(?P<{name}>{before if name in _LED else ''}{_LETTERS[kind]})" for kind, name in alone]
    return re.compile("|".join([*parts, "(?P<other>.)"]))


_LED = ("opener", "relative")
