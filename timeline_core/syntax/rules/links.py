"""The rules by which a verb, or a word that opens a clause, finds its place among the open clauses.

Each is tried in the order of its table; the last of a table always holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.links import Linker

_LINKS = "links"
_NOUN = "noun"
_VERBS = ("finite", "copula")
LinkRule: TypeAlias = "Rule[Linker, Callable[[Linker], Clause]]"


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


def _joined(here: Linker) -> bool:
    return here.directly_joined and bool(here.headed) and not _awaits_second(here)


def _awaits_second(here: Linker) -> bool:
    """The clause on top was opened behind the joint, and awaits its verb."""
    return here.top.head is None and bool(here.top.groups) and here.joint not in here.top.groups


def _join_like(here: Linker) -> Clause:
    """Beside the innermost clause whose verb has the same form."""
    like = [clause for clause in here.headed if _alike(here, clause)]
    return here.join(_outer(here, like or here.headed)[0])


def _outer(here: Linker, clauses: list[Clause]) -> list[Clause]:
    """Behind a comma the joint goes on with what is no inner clause, where there is one."""
    if here.joint is None or not here.joint.comma:
        return clauses
    return [clause for clause in clauses if clause.link not in _INNER] or clauses


_INNER = frozenset({Link.RELATIVE, Link.CONTENT, Link.TIME, Link.CONDITION})


def _alike(here: Linker, clause: Clause) -> bool:
    head = clause.head
    if head is None:
        return False
    tense = frozenset({"present", "past"})
    mine = frozenset().union(*(unit.marks for unit in here.group.units)) & tense
    theirs = frozenset().union(*(unit.marks for unit in head.group.units)) & tense
    return head.form in _VERBS and (not mine or not theirs or bool(mine & theirs))


def _asyndetic(here: Linker) -> bool:
    """An indefinite noun right before the verb, in a clause that has its predicate, or its subject elsewhere."""
    noun = here.beside_dates
    if here.grammar.bare_relative != "indefinite" or here.group.comma or noun is None or not _indefinite(noun):
        return False
    if here.top.head is not None:
        return True
    others = [group for group in here.bare_nouns(here.top) if group is not noun]
    glued = any(unit.kind is Kind.CLITIC for unit in here.group.units)
    return bool(others[1:]) or (bool(others) and not noun.lead) or glued


def _relative(here: Linker) -> Clause:
    return here.open(Link.RELATIVE, host=here.noun)


def _between_nouns(here: Linker) -> bool:
    """Two noun groups side by side before the verb: "the man he saw"."""
    if here.grammar.bare_relative != "nouns" or here.before is None or here.before is not here.bare:
        return False
    return _host(here) is not None and not _said(here)


def _host(here: Linker) -> Group | None:
    at = here.bare.at if here.bare is not None else 0
    before = here.groups[at - 1] if at else None
    if before is None or before.kind != _NOUN or here.bare is None or here.bare.listed:
        return None
    return before if before.head.kind is Kind.NOUN and here.bare.units[0].kind in _OPENS_NOUN else None


_OPENS_NOUN = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.NAME})


def _relative_of_first(here: Linker) -> Clause:
    subject = here.bare
    clause = here.open(Link.RELATIVE, host=_host(here))
    here.give(subject, clause)
    return clause


def _led_in(here: Linker) -> bool:
    """A preposition that can open a clause, with the subject behind it: "after the army entered"."""
    before = here.before
    if before is None or before.kind != _NOUN or not here.grammar.has("opens", before.lead):
        return False
    return here.top.head is not None or not here.bare_nouns(here.top)


def _of_preposition(here: Linker) -> Clause:
    subject = here.before
    clause = here.open(Link.TIME)
    here.give(subject, clause)
    return clause


def _awaited(here: Linker) -> bool:
    return here.top.head is None


def _split(here: Linker) -> bool:
    """An auxiliary with its subject between it and the verb: «كان الجيش يقصف»."""
    head = here.top.head
    if not here.grammar.circumstance or head is None or head.kind != "copula" or here.group.comma:
        return False
    told = [group for group in here.top.groups if group.at > head.group.at and group.kind == _NOUN]
    return not told[1:] and here.group.kind != "copula"


def _joined_clause(here: Linker) -> bool:
    """A joint, a subject, a verb: "and the army withdrew"."""
    return here.joint is not None and bool(here.headed) and not here.directly_joined


def _join_statement(here: Linker) -> Clause:
    statements = [clause for clause in here.headed if clause.link in _STATEMENT]
    sister = (_outer(here, statements) or here.headed[-1:])[0]
    clause = here.join(sister)
    here.move_since(here.joint, clause)
    return clause


def _said(here: Linker) -> bool:
    """What is said behind a verb of saying with nothing between: "he said it fell"."""
    head = here.top.head
    if not here.grammar.bare_content or head is None or here.before is not here.bare or here.bare is None:
        return False
    return "says" in head.head.marks and not here.bare.comma and here.bare.at > head.group.at


def _content(here: Linker) -> Clause:
    subject = here.bare
    clause = here.open(Link.CONTENT)
    here.give(subject, clause)
    return clause


def _goes_on(here: Linker) -> bool:
    return here.awaiting is not None


def _go_on(here: Linker) -> Clause:
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


def _speaker_behind(here: Linker) -> bool:
    """Who says it stands behind what is said: "…, the army said"."""
    says = any("says" in unit.marks for unit in here.group.units)
    return here.grammar.bare_content and says and bool(here.headed)


def _speaker(here: Linker) -> Clause:
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


def _bare_said(here: Linker) -> bool:
    bare = here.bare
    return here.grammar.bare_content and bare is not None and bare is here.before and not bare.comma


def _circumstance(here: Linker) -> bool:
    return here.grammar.circumstance and not here.group.comma


def _below(here: Linker) -> Clause:
    return here.open(Link.COMPLEMENT)


def _beside(here: Linker) -> Clause:
    subject = here.bare if here.bare is here.before else None
    clause = here.join(here.statement() or here.headed[-1])
    here.give(subject, clause)
    return clause


def _top(here: Linker) -> Clause:
    return here.top


VERBS: tuple[LinkRule, ...] = (
    Rule("joined verb", _LINKS, "a joint right before it: beside the verb of the same form", _joined, _join_like),
    Rule("asyndetic relative", _LINKS, "behind an indefinite noun: about that noun", _asyndetic, _relative),
    Rule("relative between nouns", _LINKS, "behind two nouns: about the first", _between_nouns, _relative_of_first),
    Rule("preposition as opener", _LINKS, "a preposition and its noun before it", _led_in, _of_preposition, ("opens",)),
    Rule("awaited", _LINKS, "its clause is open and has no predicate yet", _awaited, _top),
    Rule("split auxiliary", _LINKS, "the auxiliary before the subject belongs to it", _split, _top),
    Rule("joined clause", _LINKS, "a joint and a subject before it: a clause beside", _joined_clause, _join_statement),
    Rule("bare content", _LINKS, "behind a verb of saying and a subject: what is said", _said, _content),
    Rule("outer clause", _LINKS, "an outer clause still awaits its verb: the inner ones close", _goes_on, _go_on),
    Rule("speaker behind", _LINKS, "a verb of saying behind what is said", _speaker_behind, _speaker),
    Rule("bare clause", _LINKS, "a subject right before it, nothing between: below the verb", _bare_said, _content),
    Rule("circumstance", _LINKS, "no joint: in what state, or to what end", _circumstance, _below),
    Rule("beside", _LINKS, "a statement beside the one before", lambda _: True, _beside),
)


# --- a word that opens a clause ---------------------------------------------------------------------------------------


def _concept(here: Linker) -> str:
    return here.group.units[-1].concept


def _led_link(here: Linker) -> Link:
    """The link of an opener of content behind a preposition: «بعد أن», «لأن»."""
    lead = here.group.lead
    for name, link in (("time", Link.TIME), ("purpose", Link.PURPOSE), ("source", Link.SOURCE)):
        if here.grammar.has(name, lead):
            return link
    return Link.COMPLEMENT if here.grammar.has("concession", lead) else Link.CONTENT


def _is_relative(here: Linker) -> bool:
    return here.group.kind == "relative"


def _second_relative(here: Linker) -> bool:
    """A joint and a relative pronoun behind a relative clause: «الذي وصل والذي التقى»."""
    again = any(clause.link is Link.RELATIVE for clause in here.headed)
    return _is_relative(here) and here.directly_joined and not (here.joint and here.joint.comma) and again


def _join_relative(here: Linker) -> Clause:
    return here.join(next(clause for clause in here.headed if clause.link is Link.RELATIVE))


def _second_content(here: Linker) -> bool:
    """A joint and the same opener again: «أن … وأن …», "that … and that …"."""
    return here.directly_joined and _concept(here) == Link.CONTENT and _content_before(here) is not None


def _content_before(here: Linker) -> Clause | None:
    return next((clause for clause in here.headed if clause.link is Link.CONTENT), None)


def _join_content(here: Linker) -> Clause:
    return here.join(_content_before(here) or here.top)


def _contrasts(here: Linker) -> bool:
    return _concept(here) == "contrast"


def _contrast(here: Linker) -> Clause:
    sister = here.statement()
    return here.join(sister) if sister is not None else here.open(Link.COMPLEMENT)


def _comments(here: Linker) -> bool:
    return _concept(here) == "comment"


def _comment(here: Linker) -> Clause:
    """Below the whole statement, not below the clause inside it that stands last."""
    statement = here.statement()
    if statement is not None:
        here.close_to(statement)
    return here.open(Link.COMPLEMENT)


def _leads_joined(here: Linker) -> bool:
    """A joint and a clause of time or condition before the clause that is joined: «و عندما …، …»."""
    leading = _concept(here) in (Link.TIME, Link.CONDITION)
    return leading and here.directly_joined and here.statement() is not None


def _lead_joined(here: Linker) -> Clause:
    sister = here.statement()
    if sister is not None:
        here.join(sister)
    return here.open(Link(_concept(here)))


def _relative_that(here: Linker) -> bool:
    """A word that opens what is said, and relatives too, behind a noun: "the raid that killed"."""
    if not here.grammar.has("also_relative", here.group.head.word) or here.before is None:
        return False
    if here.before.kind != _NOUN or here.group.comma:
        return False
    follows = here.follows
    told = here.top.head is not None and "says" in here.top.head.head.marks
    return (follows is not None and follows.kind in _VERBS) or not (told or "says" in here.before.head.marks)


def _content_of(here: Linker) -> Clause:
    return here.open(_led_link(here) if here.group.lead else Link.CONTENT)


def _opened(here: Linker) -> Clause:
    concept = _concept(here)
    while here.top.head is not None and here.top.head.form in _TENSELESS and here.top.above in here.stack:
        here.stack.pop()
    return here.open(Link(concept) if concept in set(Link) else Link.COMPLEMENT)


def _begins(here: Linker) -> bool:
    """The first word of a statement: «لكن …», «إن …»."""
    fresh = here.top.head is None and not here.top.groups and here.top.link in (Link.MAIN, Link.QUOTE)
    return fresh and (_contrasts(here) or (_concept(here) == Link.CONTENT and not here.grammar.subject_first))


def _resumes(here: Linker) -> bool:
    """«ف» and «إن» go on with what a leading clause or phrase was put before."""
    joint = here.joint
    if not here.directly_joined or joint is None or not here.grammar.has("resumes", joint.head.word):
        return False
    return _concept(here) == Link.CONTENT and here.awaiting is not None


def _resume(here: Linker) -> Clause:
    awaiting = here.awaiting
    if awaiting is not None:
        here.close_to(awaiting)
    return here.top


_TENSELESS = frozenset({"infinitive", "gerund", "base", "participle"})

OPENERS: tuple[LinkRule, ...] = (
    Rule("sentence opener", _LINKS, "the first word of a statement opens nothing", _begins, _top),
    Rule("resumption", _LINKS, "back to the clause that still awaits its verb", _resumes, _resume, ("resumes",)),
    Rule("second relative", _LINKS, "a joint and a relative again: beside the first", _second_relative, _join_relative),
    Rule("relative", _LINKS, "a relative pronoun: about the noun before it", _is_relative, _relative),
    Rule("second content", _LINKS, "a joint and the same opener: beside the first", _second_content, _join_content),
    Rule("contrast", _LINKS, "another statement that limits the first", _contrasts, _contrast, ("openers.contrast",)),
    Rule(
        "comment", _LINKS, "what goes with, or follows from, the statement", _comments, _comment, ("openers.comment",)
    ),
    Rule("leading clause joined", _LINKS, "it stands before a clause beside", _leads_joined, _lead_joined),
    Rule("relative opener", _LINKS, "behind a noun, before a verb", _relative_that, _relative, ("also_relative",)),
    Rule("content", _LINKS, "what is said, known or wanted", lambda here: _concept(here) == Link.CONTENT, _content_of),
    Rule("opened", _LINKS, "the clause that its word opens", lambda _: True, _opened, ("openers",)),
)


# --- a verb without tense ---------------------------------------------------------------------------------------------


def _same_form(here: Linker) -> Clause | None:
    kind = here.group.head.kind
    return next((c for c in here.headed if c.head is not None and c.head.head.kind is kind), None)


def _joined_form(here: Linker) -> bool:
    return here.directly_joined and _same_form(here) is not None


def _join_form(here: Linker) -> Clause:
    return here.join(_same_form(here) or here.top)


def _nonfinite(here: Linker) -> Clause:
    if here.group.kind == "infinitive":
        return here.open(Link.PURPOSE)
    return here.open(Link.TIME if here.grammar.has("time", here.group.lead) else Link.COMPLEMENT)


NONFINITE: tuple[LinkRule, ...] = (
    Rule("joined form", _LINKS, "a joint right before it: beside the same form", _joined_form, _join_form),
    Rule("without tense", _LINKS, "below the clause in which it stands", lambda _: True, _nonfinite, ("time",)),
)
