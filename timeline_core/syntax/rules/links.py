"""The rules by which a verb that can head a clause finds its place among the open clauses.

Each is tried in the order of its table; the last of a table always holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Unit

if TYPE_CHECKING:
    from timeline_core.syntax.tree.stack import Stack

_LINKS = "links"
_NOUN = "noun"
_VERBS = ("finite", "copula")
LinkRule: TypeAlias = "Rule[Stack, Callable[[Stack], Clause]]"


def _indefinite(group: Group | None) -> bool:
    """A noun group that nothing makes definite («رجل»)."""
    if group is None or group.kind != _NOUN:
        return False
    nouns = [unit for unit in group.units if unit.kind in _NAMING]
    definite = any(unit.kind in _KNOWN or "definite" in unit.marks for unit in group.units)
    return bool(nouns) and not definite


_STATEMENT = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})
_NAMING = frozenset({Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER})
_KNOWN = frozenset({Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.CLITIC})


# --- a verb that can head a clause ------------------------------------------------------------------------------------


def _joined(here: Stack) -> bool:
    return here.directly_joined and bool(here.headed) and not _awaits_second(here)


def _awaits_second(here: Stack) -> bool:
    """The clause on top was opened behind the joint, and awaits its verb."""
    return here.top.head is None and bool(here.top.groups) and here.joint not in here.top.groups


def _join_like(here: Stack) -> Clause:
    """Beside the innermost clause whose verb has the same form."""
    like = [clause for clause in here.headed if _alike(here, clause)]
    return here.join(_outer(here, like or here.headed)[0])


def _outer(here: Stack, clauses: list[Clause]) -> list[Clause]:
    """Behind a comma the joint goes on with what is no inner clause, where there is one."""
    if here.joint is None or not here.joint.comma:
        return clauses
    return [clause for clause in clauses if clause.link not in _INNER] or clauses


_INNER = frozenset({Link.RELATIVE, Link.CONTENT, Link.TIME, Link.CONDITION})


def _alike(here: Stack, clause: Clause) -> bool:
    head = clause.head
    if head is None:
        return False
    tense = frozenset({"present", "past"})
    mine = frozenset().union(*(unit.marks for unit in here.group.units)) & tense
    theirs = frozenset().union(*(unit.marks for unit in head.group.units)) & tense
    return head.form in _VERBS and (not mine or not theirs or bool(mine & theirs))


def _asyndetic(here: Stack) -> bool:
    """An indefinite noun right before the verb, in a clause that has its predicate, or its subject elsewhere."""
    noun = here.beside_dates
    if here.grammar.bare_relative != "indefinite" or here.group.comma or noun is None or not _indefinite(noun):
        return False
    if here.marked_off or (_split(here) and (_first_behind(here, noun) or _perfect(here))):
        return False
    if here.top.head is not None:
        return True
    others = [group for group in here.bare_nouns(here.top) if group is not noun]
    glued = any(unit.kind is Kind.CLITIC for unit in here.group.units)
    return bool(others[1:]) or (bool(others) and not noun.lead) or glued


def _perfect(here: Stack) -> bool:
    """A word for what is done stands in its group: «كانت غارة بطائرة قد أصابت المخزن»."""
    return any(here.grammar.has("perfect", unit.word) for unit in here.group.units)


def _first_behind(here: Stack, noun: Group) -> bool:
    """It is the first noun behind the verb of its clause: the subject of «كان رجل يعمل»."""
    head = here.top.head
    return head is not None and not any(head.group.at < group.at < noun.at for group in here.bare_nouns(here.top))


def _asyndetic_past(here: Stack) -> bool:
    """A verb in the past behind what an indefinite action was led on by: «شن هجوما في الحلة الأربعاء أوقع قتلى»."""
    past = here.group.kind == "finite" and "past" in here.group.marks
    return past and here.grammar.bare_relative == "indefinite" and _action_before(here) is not None


def _resumed(here: Stack) -> bool:
    """Behind a comma, with a pronoun for the indefinite noun before it: «نشر تقرير، نقلته إذاعة محلية، …»."""
    host = here.bare
    if here.grammar.bare_relative != "indefinite" or not here.group.comma or here.directly_joined:
        return False
    last = here.group.units[-1]
    glued = last.kind is Kind.CLITIC and here.grammar.has("him", last.word)
    told = here.top.head is not None and host is not None and host.at > here.top.head.group.at
    if not glued or not told or host is None or "past" not in here.group.marks:
        return False
    return _indefinite(host) and here.grammar.has("her", last.word) is ("feminine" in host.marks)


def _relative_of_bare(here: Stack) -> Clause:
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
            told = here.group.comma or not alone
            return group if told and _agrees(here.group, group) else None
        between.append(group)
        if not _leads_on(here, group):
            return None
    return None


def _leads_on(here: Stack, group: Group) -> bool:
    """It may stand between a noun and what is told of it: a date, what is led on from it, the last comma."""
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


def _relative_of_action(here: Stack) -> Clause:
    return here.open(Link.RELATIVE, host=_action_before(here))


def relative(here: Stack) -> Clause:
    """A clause about the noun before it."""
    return here.open(Link.RELATIVE, host=_antecedent(here))


def _antecedent(here: Stack) -> Group | None:
    """The nearest of the noun groups right before it that it agrees with: «سباق لمسافة ميل الذي بدأ» is of the race."""
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
    """The relative pronoun can stand for the noun, by its gender and number; many things are feminine."""
    pronoun, feminine = here.group.head.word, bool({"feminine", "plural"} & unit.marks)
    if here.grammar.has("masculine_relatives", pronoun):
        return not feminine
    return feminine or "masculine" not in unit.marks or not here.grammar.has("feminine_relatives", pronoun)


_ANTECEDENTS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.DETERMINER})


def _between_nouns(here: Stack) -> bool:
    """Two noun groups side by side before the verb: "the man he saw"."""
    if here.grammar.bare_relative != "nouns" or here.before is None or here.before is not here.bare:
        return False
    return _host(here) is not None and not _said(here)


def _host(here: Stack) -> Group | None:
    at = here.bare.at if here.bare is not None else 0
    before = here.groups[at - 1] if at else None
    if before is None or before.kind != _NOUN or here.bare is None or here.bare.listed:
        return None
    if at > 1 and here.groups[before.at - 1].kind == "date":
        return None
    return before if before.head.kind is Kind.NOUN and here.bare.units[0].kind in _OPENS_NOUN else None


_OPENS_NOUN = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.NAME})


def _relative_of_first(here: Stack) -> Clause:
    subject = here.bare
    clause = here.open(Link.RELATIVE, host=_host(here))
    here.give(subject, clause)
    return clause


def _led_in(here: Stack) -> bool:
    """A preposition that can open a clause, with the subject behind it: "(two days) after the army entered"."""
    before = here.before
    if before is None or before.kind != _NOUN or not here.grammar.has("opens", before.lead):
        return False
    others = [one for one in here.bare_nouns(here.top) if not here.grammar.names("measures", one.head)]
    return here.top.head is not None or not others


def _of_preposition(here: Stack) -> Clause:
    subject = here.before
    clause = here.open(Link.TIME)
    here.give(subject, clause)
    return clause


def _awaited(here: Stack) -> bool:
    return here.top.head is None


def _split(here: Stack) -> bool:
    """An auxiliary with its subject between it and the verb: «كان الجيش يقصف»."""
    head = here.top.head
    if not here.grammar.circumstance or head is None or head.form != "copula":
        return False
    inside = here.groups[head.group.at : here.group.at]
    if here.group.comma and not ("past" in here.group.marks and any(one.kind == "relative" for one in inside)):
        return False
    return here.group.kind != "copula" and not here.directly_joined


def _joined_clause(here: Stack) -> bool:
    """A joint, a subject, a verb: "and the army withdrew"."""
    return here.joint is not None and bool(here.headed) and not here.directly_joined


def _join_statement(here: Stack) -> Clause:
    statements = [clause for clause in here.headed if clause.link in _STATEMENT]
    sister = (_outer(here, statements) or here.headed[-1:])[0]
    clause = here.join(sister)
    here.move_since(here.joint, clause)
    return clause


def _said(here: Stack) -> bool:
    """What is said behind a verb of saying with nothing between: "he said it fell"."""
    head = here.top.head
    if not here.grammar.bare_content or head is None or here.bare is None or not here.subject_before:
        return False
    return "says" in head.head.marks and here.bare.at > head.group.at


def _content(here: Stack) -> Clause:
    subject = here.bare
    clause = here.open(Link.CONTENT)
    here.give(subject, clause)
    return clause


def _goes_on(here: Stack) -> bool:
    return here.awaiting is not None


def _go_on(here: Stack) -> Clause:
    clause = here.awaiting
    if clause is None:
        return here.top
    inner = here.top.head
    here.close_to(clause)
    mark = here.last_mark
    if inner is not None and mark is not None and mark.at > inner.group.at:
        here.move_since(mark, clause)
    elif here.grammar.subject_first and here.before is here.bare and here.bare is not None:
        here.give(here.bare, clause)
    return clause


def _speaker_behind(here: Stack) -> bool:
    """Who says it stands behind what is said: "…, the army said"."""
    says = any("says" in unit.marks for unit in here.group.units)
    behind = here.marked_off or (here.bare is not None and here.bare.comma)
    return here.grammar.bare_content and says and behind and bool(here.headed)


def _speaker(here: Stack) -> Clause:
    told = here.headed[-1]
    while told.sister is not None:
        told = told.sister
    here.close_to(here.headed[-1])
    subject = here.bare if here.bare is not None and here.bare.comma else None
    here.stack.pop()
    clause = Clause(told.link, told.above, sister=told.sister, bounded=told.bounded)
    told.link, told.above, told.sister = Link.CONTENT, clause, None
    here.stack.append(clause)
    here.give(subject, clause)
    return clause


def _bare_said(here: Stack) -> bool:
    head = here.top.head
    behind = here.bare is not None and head is not None and here.bare.at > head.group.at
    return here.grammar.bare_content and behind and here.subject_before


def _reduced(here: Stack) -> bool:
    """A noun and what was done to it, behind a verb that tells no thought: "arrested a man accused of theft"."""
    head = here.top.head
    done = "happens" in (head.head.marks if head is not None else ()) and "past" in here.group.marks
    return _bare_said(here) and done and here.group.kind == "finite" and here.group.head is here.group.units[0]


def _circumstance(here: Stack) -> bool:
    return here.grammar.circumstance and not here.group.comma


def _below(here: Stack) -> Clause:
    return here.open(Link.COMPLEMENT)


def _beside(here: Stack) -> Clause:
    subject = here.bare if here.bare is here.before else None
    clause = here.join(here.statement() or here.headed[-1])
    here.give(subject, clause)
    return clause


def top(here: Stack) -> Clause:
    """The clause that is open."""
    return here.top


VERBS: tuple[LinkRule, ...] = (
    Rule("joined verb", _LINKS, "a joint right before it: beside the verb of the same form", _joined, _join_like),
    Rule("asyndetic relative", _LINKS, "behind an indefinite noun: about that noun", _asyndetic, relative),
    Rule("asyndetic relative in the past", _LINKS, "behind an indefinite action", _asyndetic_past, _relative_of_action),
    Rule("relative with a pronoun", _LINKS, "behind a comma: about the noun it resumes", _resumed, _relative_of_bare),
    Rule("relative between nouns", _LINKS, "behind two nouns: about the first", _between_nouns, _relative_of_first),
    Rule("preposition as opener", _LINKS, "a preposition and its noun before it", _led_in, _of_preposition, ("opens",)),
    Rule("awaited", _LINKS, "its clause is open and has no predicate yet", _awaited, top),
    Rule("split auxiliary", _LINKS, "the auxiliary before the subject belongs to it", _split, top),
    Rule("joined clause", _LINKS, "a joint and a subject before it: a clause beside", _joined_clause, _join_statement),
    Rule("bare content", _LINKS, "behind a verb of saying and a subject: what is said", _said, _content),
    Rule("outer clause", _LINKS, "an outer clause still awaits its verb: the inner ones close", _goes_on, _go_on),
    Rule("speaker behind", _LINKS, "a verb of saying behind what is said", _speaker_behind, _speaker),
    Rule("reduced relative", _LINKS, "behind the object of a verb that tells no thought", _reduced, relative),
    Rule("bare clause", _LINKS, "a subject right before it, nothing between: below the verb", _bare_said, _content),
    Rule("circumstance", _LINKS, "no joint: in what state, or to what end", _circumstance, _below),
    Rule("beside", _LINKS, "a statement beside the one before", lambda _: True, _beside),
)
