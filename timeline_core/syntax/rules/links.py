"""The rules by which a verb that can head a clause finds its place among the open clauses.

Each is tried in the order of its table; the last of a table always holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule, heads, relatives
from timeline_core.syntax.rules.relatives import relative, relative_of_bare
from timeline_core.syntax.tree.groups import JOINT, OTHER
from timeline_core.syntax.tree.marks import STOP
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.stack import Stack

BESIDE = "beside"
"""Rule of a statement that no word joins to the one before it."""
_LINKS = "links"
_NOUN = "noun"
_VERBS = ("finite", "copula")
LinkRule: TypeAlias = "Rule[Stack, Callable[[Stack], Clause]]"


_STATEMENT = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})


# --- a verb that can head a clause ------------------------------------------------------------------------------------


def _joined(here: Stack) -> bool:
    return here.directly_joined and bool(here.headed)


def _join_like(here: Stack) -> Clause:
    """Beside the innermost clause whose verb has the same form."""
    like = [clause for clause in here.headed if _alike(here, clause)]
    return here.join(_outer(here, like or here.headed)[0])


def _outer(here: Stack, clauses: list[Clause]) -> list[Clause]:
    """Behind a comma, a conjunction continues an outer clause rather than an inner one, if there is one."""
    if here.joint is None or not here.joint.comma:
        return clauses
    says = "says" in here.group.marks
    return [clause for clause in clauses if clause.link not in _INNER or (not says and _is_said(clause))] or clauses


def _is_said(clause: Clause) -> bool:
    """What a saying says, with which a deed goes on: "said the judge lifted the ban, and | freed the baker"."""
    parent = clause.parent
    return clause.link is Link.CONTENT and parent is not None and "says" in parent.head.marks


_INNER = frozenset({Link.RELATIVE, Link.CONTENT, Link.TIME, Link.CONDITION})


def _alike(here: Stack, clause: Clause) -> bool:
    head = clause.head
    if head is None:
        return False
    tense = frozenset({"present", "past"})
    mine = frozenset().union(*(unit.marks for unit in here.group.units)) & tense
    theirs = frozenset().union(*(unit.marks for unit in head.group.units)) & tense
    return head.form in _VERBS and (not mine or not theirs or bool(mine & theirs))


def _led_in(here: Stack) -> bool:
    """A preposition that can open a clause, with the subject behind it: "(two days) after the army entered"."""
    before = _led_subject(here)
    if before is None:
        return False
    others = [one for one in here.bare_nouns(here.top) if not here.grammar.names("measures", one.head)]
    return here.top.head is not None or not [one for one in others if one.at < before.at]


def _led_subject(here: Stack) -> Group | None:
    """The noun behind that preposition, past what leads on from it: "since talks between the two began"."""
    before = here.before
    for group in reversed(here.groups[: before.at + 1]) if before is not None else ():
        if group.kind == _NOUN and here.grammar.has("opens", group.lead):
            return group
        goes_on = group.kind == _NOUN and (bool(group.lead) or group.listed)
        if group.comma or not (goes_on or group.kind in (OTHER, JOINT)):
            return None
    return None


def _of_preposition(here: Stack) -> Clause:
    subject = _led_subject(here)
    clause = here.open(Link.TIME)
    if subject is not None:
        for group in here.groups[subject.at : here.group.at]:
            here.give(group, clause)
    return clause


def _awaited(here: Stack) -> bool:
    return here.top.head is None


def _joined_clause(here: Stack) -> bool:
    """A joint, a subject, a verb: "and the army withdrew"; not in "fighting between …, or LPF, began".

    Nor where an outer subject still awaits its verb: "Talks held by Oman and Norway | were suspended".
    """
    inner = here.top.head
    awaits = here.awaiting is not None and inner is not None and inner.form == "participle"
    lists = here.directly_joined or awaits or _is_other_name(here)
    return here.joint is not None and bool(here.headed) and not lists


def _is_other_name(here: Stack) -> bool:
    """The joint and a name stand between two commas, and the verb behind the second."""
    joint, between = here.joint, here.groups[here.joint.at + 1 : here.group.at] if here.joint is not None else ()
    if joint is None or not (joint.comma and here.group.comma):
        return False
    nouns = [one for one in between if one.kind == _NOUN]
    return len(nouns) == 1 and all(unit.kind is Kind.NAME for unit in nouns[0].units)


def _join_statement(here: Stack) -> Clause:
    statements = [clause for clause in here.headed if clause.link in _STATEMENT]
    sister = (_outer(here, statements) or here.headed[-1:])[0]
    clause = here.join(sister)
    here.move_since(here.joint, clause)
    return clause


def _content(here: Stack) -> Clause:
    subject = here.bare
    clause = here.open(Link.CONTENT)
    here.give_dated(subject, clause)
    return clause


def _said_on(here: Stack) -> bool:
    """Its subject has a gerund: "she said the season for pruning the vines would begin"."""
    inner, outer = here.top.head, here.top.above
    if inner is None or inner.form != "gerund" or not inner.group.lead or outer is None or outer.head is None:
        return False
    says = here.grammar.bare_content and "says" in outer.head.head.marks and not here.directly_joined
    return says and _subject_of(here, outer, inner.group) is not None


def _subject_of(here: Stack, outer: Clause, gerund: Group) -> Group | None:
    """The bare noun right before the gerund, behind the verb of the outer clause."""
    behind = (one for one in here.bare_nouns(outer) if outer.head is not None and one.at > outer.head.group.at)
    return next((one for one in behind if one.at == gerund.at - 1), None)


def _content_on(here: Stack) -> Clause:
    inner = here.top
    outer, gerund = inner.above, inner.head
    if outer is None or gerund is None:
        return inner
    subject = _subject_of(here, outer, gerund.group)
    here.close_to(outer)
    clause = here.open(Link.CONTENT)
    inner.above = clause
    here.give(subject, clause)
    return clause


def _goes_on(here: Stack) -> bool:
    return here.awaiting is not None


def _topic_resumed(here: Stack) -> bool:
    """«ف» resumes the fronted topic: «أما الوزير الذي غادر، فأكد …»."""
    joint = here.joint
    resumes = here.directly_joined and joint is not None and here.grammar.has("resumes", joint.head.word)
    return resumes and here.top.head is not None and here.awaiting is not None


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
    """The reporting clause stands behind the reported one: "…, the army said"."""
    says = any("says" in unit.marks for unit in here.group.units)
    behind = here.marked_off or (here.bare is not None and here.bare.comma)
    return here.grammar.bare_content and says and behind and bool(here.headed)


def _speaker(here: Stack) -> Clause:
    content = here.headed[-1]
    while content.sister is not None:
        content = content.sister
    here.close_to(here.headed[-1])
    subject = here.bare if here.bare is not None and here.bare.comma else None
    here.stack.pop()
    clause = Clause(content.link, content.above, sister=content.sister, bounded=content.bounded)
    content.link, content.above, content.sister = Link.CONTENT, clause, None
    here.stack.append(clause)
    here.give(subject, clause)
    return clause


def _bare_said(here: Stack) -> bool:
    head = here.top.head
    behind = here.bare is not None and head is not None and here.bare.at > head.group.at
    return here.grammar.bare_content and behind and here.subject_before


def _reduced(here: Stack) -> bool:
    """A reduced relative clause, unless the verb before it is one of thinking: "arrested a man accused of theft"."""
    head = here.top.head
    done = "happens" in (head.head.marks if head is not None else ()) and "past" in here.group.marks
    return _bare_said(here) and done and here.group.kind == "finite" and here.group.head is here.group.units[0]


def _circumstance(here: Stack) -> bool:
    """What goes on meanwhile is told in the present, and not of a time to come: «خرج يحمل حقيبة», not «سيبدأ»."""
    ahead = any(here.grammar.has("future", unit.word) for unit in here.group.units)
    return here.grammar.circumstance and not here.group.comma and not ahead


def _below(here: Stack) -> Clause:
    return here.open(Link.COMPLEMENT)


def _beside(here: Stack) -> Clause:
    """Behind a semicolon it stands beside the first of the statements that are joined.

    A comma right before the verb parts it from the noun there: "stormed the town, moved on and fled".
    """
    parted = here.grammar.subject_first and here.group.comma
    subject = here.bare if here.bare is here.before and not parted else None
    sister = here.statement() or here.headed[-1]
    while _stopped(here, sister) and sister.sister is not None and sister.sister.head is not None:
        here.close_to(sister)
        sister = sister.sister
        here.stack[-1] = sister
    clause = here.join(sister)
    here.give(subject, clause)
    return clause


def _stopped(here: Stack, clause: Clause) -> bool:
    """A semicolon stands behind its head."""
    at = clause.head.group.at if clause.head is not None else here.group.at
    return any(one.role == STOP for one in here.groups[at : here.group.at])


def top(here: Stack) -> Clause:
    """The clause that is open."""
    return here.top


VERBS: tuple[LinkRule, ...] = (
    Rule(
        "topic resumed",
        _LINKS,
        "a joint that resumes: back to what was put first",
        _topic_resumed,
        _go_on,
        ("resumes",),
    ),
    Rule("joined verb", _LINKS, "a joint right before it: beside the verb of the same form", _joined, _join_like),
    Rule("asyndetic relative", _LINKS, "behind an indefinite noun: about that noun", relatives.asyndetic, relative),
    Rule(
        "asyndetic relative in the past",
        _LINKS,
        "behind an indefinite action",
        relatives.asyndetic_past,
        relatives.relative_of_action,
    ),
    Rule(
        "relative with a pronoun",
        _LINKS,
        "behind a comma: about the noun it resumes",
        relatives.resumed,
        relative_of_bare,
    ),
    Rule(
        "relative of an object",
        _LINKS,
        "behind a comma: about the indefinite object of the verb before it",
        relatives.of_object,
        relative_of_bare,
    ),
    Rule(
        "relative between nouns",
        _LINKS,
        "behind two nouns: about the first",
        relatives.between_nouns,
        relatives.relative_of_first,
    ),
    Rule("relative of a noun with its doer", _LINKS, "behind a noun and a name", relatives.named, relative_of_bare),
    Rule("preposition as opener", _LINKS, "a preposition and its noun before it", _led_in, _of_preposition, ("opens",)),
    Rule("awaited", _LINKS, "its clause is open and has no predicate yet", _awaited, top),
    Rule("split auxiliary", _LINKS, "the auxiliary before the subject belongs to it", heads.split, top),
    Rule("joined clause", _LINKS, "a joint and a subject before it: a clause beside", _joined_clause, _join_statement),
    Rule("bare content", _LINKS, "behind a verb of saying and a subject: what is said", heads.said, _content),
    Rule("bare content further on", _LINKS, "behind a gerund of its subject: what is said", _said_on, _content_on),
    Rule("outer clause", _LINKS, "an outer clause still awaits its verb: the inner ones close", _goes_on, _go_on),
    Rule("speaker behind", _LINKS, "a verb of saying behind what is said", _speaker_behind, _speaker),
    Rule("reduced relative", _LINKS, "behind the object of a verb that tells no thought", _reduced, relative),
    Rule("bare clause", _LINKS, "a subject right before it, nothing between: below the verb", _bare_said, _content),
    Rule("circumstance", _LINKS, "no joint: in what state, or to what end", _circumstance, _below),
    Rule(BESIDE, _LINKS, "a statement beside the one before", lambda _: True, _beside),
)
