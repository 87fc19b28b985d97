"""The rules by which a word that opens a clause, or a verb without tense, finds its place among the open clauses.

Each is tried in the order of its table; the last of a table always holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.links import LinkRule, top
from timeline_core.syntax.rules.relatives import relative
from timeline_core.syntax.tree.values import COMMENT, RESULT, Clause, Group, Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.stack import Stack

_LINKS = "links"
_STATEMENT = frozenset({Link.MAIN, Link.CONTENT, Link.QUOTE, Link.JOINED})
_NOUN = "noun"
_VERBS = ("finite", "copula")


# --- a word that opens a clause ---------------------------------------------------------------------------------------


def _concept(here: Stack) -> str:
    return here.group.units[-1].concept


def _led_link(here: Stack) -> Link:
    """The link of an opener of content behind a preposition: «بعد أن», «لأن»."""
    lead = here.group.lead
    for name, link in (("time", Link.TIME), ("purpose", Link.PURPOSE), ("source", Link.SOURCE)):
        if here.grammar.has(name, lead):
            return link
    return Link.COMPLEMENT if here.grammar.has("concession", lead) else Link.CONTENT


def _is_relative(here: Stack) -> bool:
    return here.group.kind == "relative"


def _second_relative(here: Stack) -> bool:
    """A joint and a relative pronoun behind a relative clause: «الذي وصل والذي التقى»."""
    joined = here.directly_joined and not (here.joint and here.joint.comma)
    return joined and _is_relative(here) and any(clause.link is Link.RELATIVE for clause in here.headed)


def _join_relative(here: Stack) -> Clause:
    return here.join(next(clause for clause in here.headed if clause.link is Link.RELATIVE))


def _continues(here: Stack) -> bool:
    """A joint before the relative: «زار البلدة، والتي سيطر عليها الجيش», "a man, and who …"."""
    return here.directly_joined and _is_relative(here)


def _continue(here: Stack) -> Clause:
    """Behind a comma it goes on with what an earlier relative clause behind a comma is about."""
    joint = here.joint
    while here.top.link is Link.RELATIVE and here.top.comma and joint is not None and joint.comma:
        here.stack.pop()
    clause = relative(here)
    clause.continues = True
    return clause


def _second_content(here: Stack) -> bool:
    """A joint and the same opener again: «أن … وأن …», "that … and that …", "how … or how …"."""
    return here.directly_joined and _content_before(here) is not None


def _content_before(here: Stack) -> Clause | None:
    concept, word = _concept(here), here.group.head.word
    if concept == Link.CONTENT:
        return next((clause for clause in here.headed if clause.link is Link.CONTENT), None)
    again = (one for one in here.headed if one.opener is not None and one.opener.head.word == word)
    return next(again, None) if concept == Link.COMPLEMENT else None


def _join_content(here: Stack) -> Clause:
    return here.join(_content_before(here) or here.top)


def _content_behind(here: Stack) -> bool:
    """Behind a comma that closes a relative clause, where an outer verb of saying still lacks its content."""
    inner = here.top.head
    behind = here.group.comma and not here.group.lead and here.top.link is Link.RELATIVE and inner is not None
    return behind and _concept(here) == Link.CONTENT and _saying(here) is not None


def _saying(here: Stack) -> Clause | None:
    """The nearest open verb of saying that still lacks its content."""
    found = next((clause for clause in here.headed if clause.link in _STATEMENT), None)
    says = found is not None and found.head is not None and "says" in found.head.head.marks
    has_content = any(
        one.clause is not None and one.clause.link is Link.CONTENT and one.clause.above is found for one in here.groups
    )
    return found if says and not has_content else None


def _resume_saying(here: Stack) -> Clause:
    saying = _saying(here)
    if saying is not None:
        here.close_to(saying)
    return here.open(Link.CONTENT)


def _contrasts(here: Stack) -> bool:
    return _concept(here) == "contrast"


def _contrast(here: Stack) -> Clause:
    sister = here.statement()
    return here.join(sister) if sister is not None else here.open(Link.COMPLEMENT)


def _comments(here: Stack) -> bool:
    return _concept(here) == COMMENT


def _results(here: Stack) -> bool:
    return _concept(here) == RESULT


def _comment(here: Stack) -> Clause:
    """Below the whole statement, not below the clause inside it that stands last."""
    statement = here.statement()
    if statement is not None:
        here.close_to(statement)
    return here.open(Link.COMPLEMENT)


def _goes_on_where(here: Stack) -> bool:
    """«…، حيث قتل اثنان»; without a comma it says which place is meant: «البلدة حيث ولد»."""
    return here.group.comma and here.grammar.has("goes_on_where", here.group.units[-1].word)


def _leads_joined(here: Stack) -> bool:
    """A joint and a clause of time or condition before the clause that is joined: «و عندما …، …»."""
    leading = _concept(here) in (Link.TIME, Link.CONDITION)
    joint = here.joint
    dated = joint is not None and all(one.kind == "date" for one in here.groups[joint.at + 1 : here.group.at])
    return leading and dated and here.statement() is not None


def _lead_joined(here: Stack) -> Clause:
    sister = here.statement()
    if sister is not None:
        here.move_since(here.joint, here.join(sister))
    return here.open(Link(_concept(here)))


def _relative_that(here: Stack) -> bool:
    """A word for reported content and relative clauses alike, behind a noun: "the raid that killed"."""
    before = here.beside_dates
    if not here.grammar.has("also_relative", here.group.head.word) or before is None or here.group.lead:
        return False
    if _anticipated(here, before):
        return False
    if _extraposed(here, before):
        return True
    if before.kind not in (_NOUN, "gerund") or here.group.comma or _of_degree(here):
        return False
    follows = here.follows
    saying = here.top.head is not None and "says" in here.top.head.head.marks
    return (follows is not None and follows.kind in _VERBS) or not (saying or "says" in before.head.marks)


def _anticipated(here: Stack, before: Group) -> bool:
    """What is said of the content behind it: "it is undisputed that the clerk fled"; "it was the clerk that fled"."""
    head = here.top.head
    if head is None or head.form != "copula" or not head.group.at or before.head.kind is not Kind.ADJECTIVE:
        return False
    return here.grammar.has("neuter", here.groups[head.group.at - 1].head.word)


def _extraposed(here: Stack, before: Group) -> bool:
    """Behind the verb of the noun that it is about: "a tunnel was dug that could be flooded"."""
    follows, passive = here.follows, before.kind in _VERBS and "passive" in before.marks and "says" not in before.marks
    return passive and follows is not None and follows.kind in _VERBS


def _content_of(here: Stack) -> Clause:
    if here.group.lead:
        return here.open(_led_link(here))
    return here.open(Link.COMPLEMENT if _of_degree(here) else Link.CONTENT)


def _of_degree(here: Stack) -> bool:
    """A clause of degree: "so fast that nobody saw it"."""
    head = here.top.head
    behind = here.groups[head.group.at + 1 : here.group.at] if head is not None else []
    return any(here.grammar.has("so", unit.word) for group in behind for unit in group.units)


def _opened(here: Stack) -> Clause:
    concept = _concept(here)
    while here.top.head is not None and here.top.head.form in _TENSELESS and here.top.above in here.stack:
        here.stack.pop()
    return here.open(Link(concept) if concept in set(Link) else Link.COMPLEMENT)


def _begins(here: Stack) -> bool:
    """The first word of a statement: «لكن …», «إن …»."""
    fresh = (
        not here.group.lead
        and here.top.head is None
        and not here.top.groups
        and here.top.link in (Link.MAIN, Link.QUOTE)
    )
    return fresh and (_contrasts(here) or (_concept(here) == Link.CONTENT and not here.grammar.subject_first))


def _resumes(here: Stack) -> bool:
    """«ف» and «إن» begin the main clause behind a leading clause or phrase."""
    joint = here.joint
    if not here.directly_joined or joint is None or not here.grammar.has("resumes", joint.head.word):
        return False
    return _concept(here) == Link.CONTENT and here.awaiting is not None


def _resume(here: Stack) -> Clause:
    awaiting = here.awaiting
    if awaiting is not None:
        here.close_to(awaiting)
    return here.top


_TENSELESS = frozenset({"infinitive", "gerund", "base", "participle"})

OPENERS: tuple[LinkRule, ...] = (
    Rule("sentence opener", _LINKS, "the first word of a statement opens nothing", _begins, top),
    Rule("resumption", _LINKS, "back to the clause that still awaits its verb", _resumes, _resume, ("resumes",)),
    Rule("second relative", _LINKS, "a joint and a relative again: beside the first", _second_relative, _join_relative),
    Rule("continuative relative", _LINKS, "a joint and a relative: a statement about the noun", _continues, _continue),
    Rule("relative", _LINKS, "a relative pronoun: about the noun before it", _is_relative, relative),
    Rule("second content", _LINKS, "a joint and the same opener: beside the first", _second_content, _join_content),
    Rule("contrast", _LINKS, "another statement that limits the first", _contrasts, _contrast, ("openers.contrast",)),
    Rule("comment", _LINKS, "what goes with the statement", _comments, _comment, ("openers.comment",)),
    Rule("result", _LINKS, "what follows from the statement", _results, _comment, ("openers.result",)),
    Rule(
        "goes on where",
        _LINKS,
        "behind a comma: a statement that goes on with where it leads",
        _goes_on_where,
        lambda here: here.open(Link.COMPLEMENT),
        ("goes_on_where",),
    ),
    Rule("leading clause joined", _LINKS, "it stands before a clause beside", _leads_joined, _lead_joined),
    Rule("relative opener", _LINKS, "behind a noun, before a verb", _relative_that, relative, ("also_relative",)),
    Rule(
        "content behind a relative",
        _LINKS,
        "a comma closes the relative clause between a saying and what is said",
        _content_behind,
        _resume_saying,
    ),
    Rule("content", _LINKS, "what is said, known or wanted", lambda here: _concept(here) == Link.CONTENT, _content_of),
    Rule("opened", _LINKS, "the clause that its word opens", lambda _: True, _opened, ("openers",)),
)


# --- a verb without tense ---------------------------------------------------------------------------------------------


def _same_form(here: Stack) -> Clause | None:
    """The innermost of the same form; a gerund goes with a participle ("directed by him and starring her")."""
    kind = here.group.head.kind
    kinds = _PARTICIPLES if kind in _PARTICIPLES else {kind}
    heads = [(clause, clause.head.head.kind) for clause in here.headed if clause.head is not None]
    same = next((clause for clause, one in heads if one is kind), None)
    return same or next((clause for clause, one in heads if one in kinds), None)


_PARTICIPLES = frozenset({Kind.GERUND, Kind.PARTICIPLE})


def _joined_form(here: Stack) -> bool:
    return here.directly_joined and _same_form(here) is not None


def _join_form(here: Stack) -> Clause:
    return here.join(_same_form(here) or here.top)


def acts(here: Stack) -> bool:
    """An adverbial participle behind a comma, attached to no noun: «…، مشيرا إلى أن …»."""
    group = here.group
    if "participle" not in group.marks:
        return False
    happens = "happens" in group.marks
    free = happens and here.grammar.circumstance and not group.lead and not {"passive", "definite"} & group.marks
    if not free or group.units != (group.head,) or not here.headed:
        return False
    return group.comma or (here.directly_joined and _same_form(here) is not None)


def _besides(here: Stack) -> Clause:
    """It has the subject of the first verb of saying: «قال إن الجيش انسحب، مشيرا إلى …»."""
    wanted = frozenset({"says"}) & here.group.marks
    like = (one for one in here.headed if one.head is not None and wanted <= one.head.head.marks)
    statement = next(like, None) or here.statement()
    if statement is not None:
        here.close_to(statement)
    return here.open(Link.COMPLEMENT)


def _nonfinite(here: Stack) -> Clause:
    if here.group.kind == "infinitive":
        return here.open(Link.PURPOSE)
    statement = here.statement() if here.group.comma else None
    if statement is not None:
        here.close_to(statement)
    return here.open(Link.TIME if here.grammar.has("time", here.group.lead) else Link.COMPLEMENT)


def _gapped(here: Stack) -> bool:
    """Without the auxiliary that stands in the clause before: "he was freed and his brother jailed"."""
    joint, subject = here.joint, here.before
    if here.group.kind != "participle" or joint is None or subject is None or subject.kind != _NOUN:
        return False
    head = here.headed[0].head if here.headed else None
    passive = head is not None and head.form in _VERBS and "passive" in head.head.marks
    return passive and subject.at == joint.at + 1 and not subject.lead


def _join_gapped(here: Stack) -> Clause:
    clause = here.join(here.headed[0])
    here.move_since(here.joint, clause)
    return clause


NONFINITE: tuple[LinkRule, ...] = (
    Rule("joined form", _LINKS, "a joint right before it: beside the same form", _joined_form, _join_form),
    Rule("joined without its auxiliary", _LINKS, "a joint, a subject and a participle", _gapped, _join_gapped),
    Rule("participle besides", _LINKS, "behind a comma: what somebody does besides", acts, _besides),
    Rule("without tense", _LINKS, "below the clause in which it stands", lambda _: True, _nonfinite, ("time",)),
)
