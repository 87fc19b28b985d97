"""Relative clauses: which noun a clause is about, with a relative pronoun or without («هاجم حافلة كانت تقل عمالا»)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from timeline_core.syntax.rules.heads import said, split
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Unit

if TYPE_CHECKING:
    from timeline_core.syntax.tree.stack import Stack

_NOUN = "noun"


def _indefinite(group: Group | None) -> bool:
    """A noun group that nothing makes definite («رجل»)."""
    if group is None or group.kind != _NOUN:
        return False
    nouns = [unit for unit in group.units if unit.kind in _NAMING]
    definite = any(unit.kind in _KNOWN or "definite" in unit.marks for unit in group.units)
    return bool(nouns) and not definite


_NAMING = frozenset({Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER})

_KNOWN = frozenset({Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.CLITIC})


def asyndetic(here: Stack) -> bool:
    """An indefinite noun right before the verb, in a clause that has its predicate, or its subject elsewhere."""
    noun = here.beside_dates
    if here.grammar.bare_relative != "indefinite" or here.group.comma or noun is None or not _indefinite(noun):
        return False
    if here.marked_off or (split(here) and (_first_behind(here, noun) or _perfect(here))):
        return False
    if here.top.head is not None:
        return True
    if _existential(here, noun):
        return True
    if _is_part(here, noun):
        return False
    others = [group for group in here.bare_nouns(here.top) if group is not noun]
    glued = any(unit.kind is Kind.CLITIC for unit in here.group.units)
    return bool(others[1:]) or (bool(others) and not noun.lead) or glued or _is_of_other_gender(here, noun, others)


def _is_of_other_gender(here: Stack, noun: Group, others: Sequence[Group]) -> bool:
    """It agrees with the noun that is led on from the action before it: «انهيار سقف في مدرسة كانت قد أغلقت»."""
    led = bool(noun.lead) and "action" in noun.marks | others[0].marks if others else False
    feminine = "feminine" in here.group.marks and "feminine" in noun.marks
    return led and feminine and not {"feminine", "plural"} & others[0].head.marks


def _is_part(here: Stack, noun: Group) -> bool:
    """It only names some of those before it, who are the subject: «عشرة عمال بينهم فتاتان قتلوا»."""
    before = here.groups[noun.at - 1] if noun.at else noun
    led = before.lead or before.units[0].word
    pointed = before.units[-1].kind is Kind.CLITIC and before.clause is noun.clause
    return pointed and here.grammar.has("partitive", led) and "plural" in here.group.marks


def _existential(here: Stack, noun: Group) -> bool:
    """It is the noun of an existential clause: «هناك أشجار تطل على البحر», "there are trees"."""
    words = here.top.groups[: here.top.groups.index(noun)] if noun in here.top.groups else []
    return any(here.grammar.has("exists", unit.word) for group in words for unit in group.units)


def _perfect(here: Stack) -> bool:
    """The particle of the perfect stands in its group: «كانت غارة بطائرة قد أصابت المخزن»."""
    return any(here.grammar.has("perfect", unit.word) for unit in here.group.units)


def _first_behind(here: Stack, noun: Group) -> bool:
    """It is the first noun behind the verb of its clause: the subject of «كان رجل يعمل»."""
    head = here.top.head
    return head is not None and not any(head.group.at < group.at < noun.at for group in here.bare_nouns(here.top))


def asyndetic_past(here: Stack) -> bool:
    """A past verb behind an indefinite action and its adverbials: «شن هجوما في الحلة الأربعاء أوقع قتلى»."""
    past = here.group.kind == "finite" and "past" in here.group.marks
    return past and here.grammar.bare_relative == "indefinite" and _action_before(here) is not None


def resumed(here: Stack) -> bool:
    """Behind a comma, with a pronoun for the indefinite noun before it: «نشر تقرير، نقلته إذاعة محلية، …».

    It may be glued to the preposition of the verb: «جولات، نتج عنها ضبط بضائع».
    """
    host = here.bare
    if here.grammar.bare_relative != "indefinite" or not here.group.comma or here.directly_joined:
        return False
    behind = here.top.head is not None and host is not None and host.at > here.top.head.group.at
    if not behind or host is None or not _indefinite(host):
        return False
    glued, led = here.group.units[-1], _led_pronoun(here)
    if _is_anaphor(here, glued):
        return here.grammar.has("her", glued.word) is ("feminine" in host.marks)
    return (
        led is not None
        and "past" in here.group.marks
        and here.grammar.has("her", led.word) is bool({"feminine", "plural"} & host.marks)
    )


def _led_pronoun(here: Stack) -> Unit | None:
    """The pronoun glued to the preposition right behind the verb, where the verb has no other."""
    at = here.group.at + 1
    behind = here.groups[at] if at < len(here.groups) else None
    if behind is None or not behind.lead or here.group.units[-1].kind is Kind.CLITIC:
        return None
    last = behind.units[-1]
    return last if behind.head.kind is Kind.CLITIC and _is_anaphor(here, last) else None


def _is_anaphor(here: Stack, unit: Unit) -> bool:
    return unit.kind is Kind.CLITIC and here.grammar.has("him", unit.word)


def of_object(here: Stack) -> bool:
    """Behind a comma, with no pronoun: a clause behind an indefinite noun describes it, which is no topic.

    «استقبل الميناء ستين بحارا، يمثلون الدفعة الأولى».
    """
    noun, head = here.bare, here.top.head
    if here.grammar.bare_relative != "indefinite" or not here.group.comma or here.directly_joined:
        return False
    if noun is None or noun is not here.before or head is None or not _indefinite(noun):
        return False
    subject = any(head.group.at < one.at < noun.at for one in here.bare_nouns(here.top))
    return subject and "says" not in here.group.marks and "happens" in head.head.marks


def relative_of_bare(here: Stack) -> Clause:
    """Open a relative clause about the last noun without a preposition."""
    return here.open(Link.RELATIVE, host=here.bare)


def _action_before(here: Stack) -> Group | None:
    """The indefinite action behind the verb of the clause that the verb agrees with; a comma may part them.

    «كشفت الشرطة عن عملية في الحلة، أسفرت عن …»: what stands between them is led on from it.
    """
    head = here.top.head
    if head is None or "says" in here.group.marks or here.directly_joined:
        return None
    between: list[Group] = []
    for group in reversed(here.groups[head.group.at + 1 : here.group.at]):
        if group.kind == _NOUN and "action" in group.marks and _indefinite(group):
            alone = not between or (between[0].kind == "mark" and not between[1:])
            parted = here.group.comma or not alone
            return group if parted and _agrees(here.group, group) else None
        between.append(group)
        if not _leads_on(here, group):
            return None
    return None


def _leads_on(here: Stack, group: Group) -> bool:
    """It may stand between a noun and its relative clause: a date, a prepositional phrase, the last comma."""
    if group.kind == "mark":
        return here.group.comma and group.at == here.group.at - 1
    if group.kind == "joint":
        return here.groups[group.at + 1].listed
    return group.kind in ("date", "other") or (group.kind == _NOUN and bool(group.lead or group.listed))


def _agrees(verb: Group, noun: Group) -> bool:
    """The verb has the noun as its subject, by its gender, or as its object («نفذها»)."""
    if any(unit.kind is Kind.CLITIC for unit in verb.units):
        return True
    many = "plural" in noun.marks
    return ("feminine" in verb.marks) == ("feminine" in noun.marks or many)


def relative_of_action(here: Stack) -> Clause:
    """Open a relative clause about the action before it."""
    return here.open(Link.RELATIVE, host=_action_before(here))


def relative(here: Stack) -> Clause:
    """A clause about the noun before it; «ما جرى» and "what happened" are about none."""
    free = here.grammar.has("free_relatives", here.group.head.word)
    return here.open(Link.RELATIVE, host=None if free else _antecedent(here))


def _antecedent(here: Stack) -> Group | None:
    """The nearest of the noun groups right before it that it agrees with: «سباق لمسافة ميل الذي بدأ» is of the race."""
    held = _held_before(here) or _done_before(here) or _living_before(here)
    if held is not None:
        return held
    whole = _list_of(here, here.noun) if here.noun is not None else None
    if whole is not None and _names_whole(here, whole):
        return whole
    at = here.noun.at if here.noun is not None else -1
    while at >= 0 and here.groups[at].kind == _NOUN:
        group = here.groups[at]
        if any(_agreed(here, unit) for unit in group.units if unit is group.head or unit.kind in _ANTECEDENTS):
            return group
        at -= 1
    return here.noun


def _held_before(here: Stack) -> Group | None:
    """The action before its place, since only an action can be held: «لقاء في بيت الجالية الذي عقد أمس»."""
    verb = here.groups[here.group.at + 1] if here.group.at + 1 < len(here.groups) else None
    noun = here.noun
    if verb is None or noun is None or not noun.lead or "action" in noun.marks:
        return None
    if not any(here.grammar.has("takes_place", unit.word) for unit in verb.units):
        return None
    before = takewhile(lambda group: group.kind == _NOUN, reversed(here.groups[: noun.at]))
    return next((group for group in before if _is_action(here, group)), None)


def _done_before(here: Stack) -> Group | None:
    """The action before its target, since only an action can be carried out: «غارة على قرية نفذها الجيش»."""
    if "light" not in here.group.marks or here.group.units[-1].kind is not Kind.CLITIC:
        return None
    before = takewhile(lambda group: group.kind == _NOUN, reversed(here.groups[: here.group.at]))
    return next((group for group in before if _is_action(here, group)), None)


def _living_before(here: Stack) -> Group | None:
    """Who can die, before the place where it was: «زار بيت الجندي في بلدة الخيام، الذي توفي أمس» is of the soldier."""
    verb = here.groups[here.group.at + 1] if here.group.at + 1 < len(here.groups) else None
    noun = here.noun
    if verb is None or noun is None or "living" not in verb.marks or not _is_site(here, noun):
        return None
    before = takewhile(lambda group: group.kind in _BESIDE, reversed(here.groups[: noun.at]))
    nouns = (group for group in before if group.kind == _NOUN and not _is_site(here, group))
    return next((group for group in nouns if _agreed(here, group.head)), None)


def _is_site(here: Stack, group: Group) -> bool:
    """It is where something lies, or the name of such a place: "the village of Tell"."""
    whole = here.groups[group.at - 1] if group.at and here.grammar.has("of", group.lead) else group
    return here.grammar.names("sites", group.head) or here.grammar.names("sites", whole.head)


_BESIDE = frozenset({_NOUN, "mark", "joint", "date"})


def _is_action(here: Stack, group: Group) -> bool:
    """Its first noun tells what is done, and the relative pronoun can stand for it."""
    first = next((unit for unit in group.units if unit.kind in _ANTECEDENTS), None)
    return first is not None and "action" in first.marks and _agreed(here, first)


def _list_of(here: Stack, noun: Group) -> Group | None:
    """The group to whose owner the noun is joined: «جمعية الثقافة» of «الفنون» in «جمعية الثقافة والفنون»."""
    at = noun.at
    while at > 0 and here.groups[at].listed:
        joint = at - 1
        at = joint - 1
    return here.groups[at] if at < noun.at else None


def _names_whole(here: Stack, group: Group) -> bool:
    """A noun with its owner behind it, or a name, may be what is told of; the joined noun does not agree for sure."""
    owned = [unit for unit in group.units if unit.kind in _ANTECEDENTS]
    pronoun, near = here.group.head.word, here.noun.marks if here.noun is not None else frozenset()
    names = (("feminine", "feminine_relatives"), ("masculine", "masculine_relatives"))
    wanted = {mark for mark, name in names if here.grammar.has(name, pronoun)}
    if not here.group.comma or wanted & near:
        return False
    return any(wanted & unit.marks or unit.kind is Kind.NAME for unit in owned[:-1])


def _agreed(here: Stack, unit: Unit) -> bool:
    """The relative pronoun, or the one glued to the verb, can stand for the noun: many things are feminine.

    «هجوم بطائرة نفذه الجيش» is of the attack, and «هجوم بطائرة دمرها الجيش» of the aircraft.
    """
    pronoun, feminine = here.group.head.word, bool({"feminine", "plural"} & unit.marks)
    glued = here.group.units[-1]
    if glued.kind is Kind.CLITIC and here.grammar.has("him", glued.word):
        return feminine is here.grammar.has("her", glued.word)
    if here.grammar.has("masculine_relatives", pronoun):
        return not feminine
    return feminine or "masculine" not in unit.marks or not here.grammar.has("feminine_relatives", pronoun)


_ANTECEDENTS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.DETERMINER})


def between_nouns(here: Stack) -> bool:
    """Two noun groups side by side before the verb: "the man he saw"."""
    if here.grammar.bare_relative != "nouns" or here.before is None or here.before is not here.bare:
        return False
    return _host(here) is not None and not said(here)


def _host(here: Stack) -> Group | None:
    at = here.bare.at if here.bare is not None else 0
    before = here.groups[at - 1] if at else None
    if before is None or before.kind != _NOUN or here.bare is None or here.bare.listed:
        return None
    if (at > 1 and here.groups[before.at - 1].kind == "date") or _opens_clause(here, before):
        return None
    about = before.head.kind is Kind.NOUN or here.grammar.has("anything", before.head.word)
    return before if about and here.bare.units[0].kind in _OPENS_NOUN else None


def _opens_clause(here: Stack, group: Group) -> bool:
    """The noun opens the clause that its subject and verb go on with, and is about neither.

    "that as captain she would", "how many stairs we climb", "but each time he refused".
    """
    before = here.groups[group.at - 1] if group.at else None
    fronted = here.top.head is None and bool(group.lead)
    if fronted and not any(one.at < group.at for one in here.bare_nouns(here.top)):
        return True
    if before is None:
        return False
    if before is here.joint:
        return here.grammar.names("time_nouns", group.head)
    asked = before.kind in _OPENERS and here.grammar.has("which", before.head.word)
    return asked and here.top.head is None


_OPENERS = ("opener", "relative")


def named(here: Stack) -> bool:
    """A noun and the name of who did it to that, in a clause with its verb: "these are the records Rafferty made"."""
    group, head = here.bare, here.top.head
    if here.grammar.bare_relative != "nouns" or group is None or group is not here.before or head is None:
        return False
    if (
        "says" in head.head.marks
        or (here.joint is not None and here.joint.at == group.at - 1)
        or group.at < head.group.at
        or group.lead
        or group.comma
    ):
        return False
    names = list(takewhile(lambda unit: unit.kind is Kind.NAME, reversed(group.units)))
    nouns = group.units[: len(group.units) - len(names)]
    return bool(names) and len(nouns) > 1 and nouns[0].kind is Kind.DETERMINER and nouns[-1].kind is Kind.NOUN


_OPENS_NOUN = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.NAME})


def relative_of_first(here: Stack) -> Clause:
    """A clause about the first of two nouns, whose subject the second is."""
    subject = here.bare
    clause = here.open(Link.RELATIVE, host=_host(here))
    here.give(subject, clause)
    return clause
