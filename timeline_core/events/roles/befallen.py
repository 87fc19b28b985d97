"""Which noun of its host a relative clause is about: «بيت | الضابط الذي قتل», «أضرار | الحريق الذي اندلع».

Source:
    Selectional restriction (Katz and Fodor 1963): only the living are killed, and only a happening takes place.
"""

from __future__ import annotations

from timeline_core.events.roles.people import People
from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind, Predicate

_BEFALLS = frozenset({"harm", "die", "hold", "free"})
"""Classes of what is done to people."""
_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE})


def find_befallen(predicate: Predicate, host: Group, phrasing: Phrasing, grammar: Grammar) -> int:
    """Where that noun begins; 0 where it is the first, or nothing shows which."""
    if grammar.has("takes_place", predicate.head.word):
        return _what_took_place(host, grammar)
    if predicate.subject is not predicate.clause.opener or predicate.head.concept not in _BEFALLS:
        return 0
    return _whom(host, People(phrasing, grammar))


def _whom(host: Group, people: People) -> int:
    """The first noun of people behind a thing; not behind a number or an action, which tell of them: «مقتل جندي»."""
    nouns = [unit for unit in host.units if unit.kind in _NOUNS]
    first = next((unit for unit in nouns if people.is_person(unit)), None)
    things = nouns[: nouns.index(first)] if first is not None else []
    tells = any(unit.kind is Kind.NUMBER or "action" in unit.marks for unit in (*things, *host.units[:1]))
    return first.start if first is not None and things and not tells else 0


def _what_took_place(host: Group, grammar: Grammar) -> int:
    """What is behind the noun of what came of it."""
    found = [at for at, unit in enumerate(host.units[:-1]) if grammar.names("aftermath", unit)]
    return host.units[found[-1] + 1].start if found else 0
