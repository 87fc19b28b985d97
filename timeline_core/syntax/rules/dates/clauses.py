"""Rules of dates that depend on the clause around: one without a predicate, a relative clause, a coordination."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline_core.syntax.rules.dates import actions
from timeline_core.syntax.tree.groups import DATE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import BRACKET, COMMA, STOP
from timeline_core.syntax.tree.place import joined_behind
from timeline_core.syntax.tree.values import ACTION, UNSURE, Clause, Kind, Link, Predicate

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place


def of_notice(here: Place) -> bool:
    """When a notice was given out, by which one spoke: «دان الهجوم في بيان أصدره السبت»; nobody does in «يذكر أن»."""
    host, outer = here.clause.host, here.clause.parent
    of_notice = here.clause.link is Link.RELATIVE and host is not None and here.grammar.has("notice", host.head.word)
    if not of_notice or outer is None or "says" not in outer.head.marks:
        return False
    nobody = outer.subject is None and {"present", "masculine"} <= outer.head.marks
    return not nobody


def phase(here: Place) -> bool:
    """In the clause that a verb of phase takes: «بدأ الجيش يقصف البلدة السبت», "The mill ceased trading in May"."""
    head, parent = here.clause.head, here.clause.parent
    if head is None or parent is None or "phase" not in parent.head.marks:
        return False
    gerund = head.form == "gerund" and here.clause.link is Link.COMPLEMENT and not head.group.lead
    return gerund or (here.clause.rule == "circumstance" and "present" in head.head.marks)


def of_charge(here: Place) -> bool:
    """A day behind what somebody is charged with: of that or of the charge: "charged with robbing a bank on Tuesday".

    So it is behind the noun of the charge, where that tells to whom it was done: «وجهت إليه تهمة قتل جاره في 4 أيار».
    """
    head, outer = here.clause.head, here.clause.parent
    if not here.time.is_day or (head is not None and "says" in head.head.marks):
        return False
    if _tells_of_deed(here):
        return True
    if head is None or outer is None or head.form != "gerund" or not head.group.lead:
        return False
    before = here.groups[head.group.at - 1].units if head.group.at else ()
    led = here.grammar.names("charged", outer.head) or any(here.grammar.names("charges", unit) for unit in before)
    return led and not any(one.kind == DATE for one in outer.clause.groups)


def _tells_of_deed(here: Place) -> bool:
    """A noun of a charge stands before it, then the deed, and then to whom that was done."""
    units = iter([unit for group in here.around.chain for unit in group.units])
    charge = any(here.grammar.names("charges", unit) for unit in units)
    return charge and any(ACTION in unit.marks for unit in units) and any(unit.kind in _NOUNS for unit in units)


_NOUNS = (Kind.NOUN, Kind.DEFINITE, Kind.NAME)


def gapped(here: Place) -> bool:
    """Of a coordinated clause whose verb is elided: "In 1912 the bank was founded and in 1916 the school"."""
    at, behind = here.group.at, here.around.behind
    joined = at > 0 and here.groups[at - 1].kind == "joint" and behind is not None and behind.kind == NOUN
    return joined and here.is_dated and behind is not None and not behind.lead and behind.clause is here.clause


def related(here: Place) -> bool:
    """Behind a participle of a timeless relation: "a novel based on old letters in 1951", "a ship bound for Oslo"."""
    head = here.clause.head
    if head is None or head.head.concept != "mean":
        return False
    beside = here.clause.link is Link.COMPLEMENT and head.form == "participle"
    return beside or here.clause.rule == "reduced relative"


def of_state(here: Place) -> bool:
    """A day in a relative clause that tells a state, which has no day: «رست سفينة تضم مسرحا في الميناء الجمعة».

    Nor does it take a time that has passed where it tells what goes on («انسحبوا من البلدة التي يحتلونها أمس»), but
    where it names a deed: «المنظمة التي تعتبر مسؤولة عن هجمات المدينة في 2008».
    """
    head, outer = here.clause.head, here.clause.parent
    if head is None or here.clause.link is not Link.RELATIVE or _is_bound(here) or _is_plan(head):
        return False
    if here.time.is_today and "present" in head.head.marks and {"happens", "phase"} & head.head.marks:
        return False
    done = outer is not None and {"past", "happens"} <= outer.head.marks
    if done and here.time.is_ahead:
        return False
    state = not {"happens", "phase", "past"} & head.head.marks
    if here.time.is_day and state:
        return True
    if not here.time.is_day and here.grammar.subject_first:
        return False
    return done and here.event is None and "present" in head.head.marks and not actions.is_future(here)


def beside_state(here: Place) -> bool:
    """The same where no deed stands right outside: «قال البحار إن السفينة التي تضم مسرحا يوم الجمعة …»."""
    outer, host = here.clause.parent, here.clause.host
    if outer is None or not of_state(here):
        return False
    done = bool({"happens", "phase", "light"} & outer.head.marks)
    return not done or (host is not None and host.clause is not outer.clause)


def of_doubtful(here: Place) -> bool:
    """Its verb may as well be a noun, behind a joint or a noun that it could be of: «في موسم قطف هذا العام»."""
    head = here.clause.head
    if head is None or UNSURE not in head.head.marks or not head.group.at or here.grammar.subject_first:
        return False
    before = here.groups[head.group.at - 1]
    resumed = any(unit.kind is Kind.CLITIC for unit in head.group.units) and ACTION in before.head.marks
    asyndetic = here.clause.link is Link.RELATIVE and here.clause.opener is None and not resumed
    return asyndetic or before.kind == JOINT


def _is_plan(head: Predicate) -> bool:
    """It states when something was planned to be: "talks, which had been due on Monday, …"."""
    marks = head.object.marks if head.object is not None else frozenset()
    return "plans" in head.head.marks or (head.form == "copula" and "plans" in marks)


def _is_bound(here: Place) -> bool:
    """When a state began, or a period until which it holds: «الذي يضرب عن الطعام منذ الاثنين»."""
    lead = here.around.lead
    return here.grammar.has("since", lead) or (not here.time.is_day and here.grammar.has("until", lead))


def before_verb(here: Place) -> bool:
    """A day behind a gerund, right before the outer verb: "troops patrolling the coast on Monday fired"."""
    head, behind = here.clause.head, here.around.behind
    if not here.time.is_day or head is None or head.form != "gerund" or behind is None:
        return False
    outer = here.clause.parent
    return outer is not None and outer.group is behind


def lost(here: Place) -> bool:
    """The coordination is not understood: an unknown verb before the conjunction, or no verb behind it."""
    head = here.clause.head
    if head is None:
        return here.clause.sister is not None
    return here.group.at < head.group.at and here.joined_before(head)


def no_predicate(here: Place) -> bool:
    """Its clause has no predicate, and is joined to none."""
    return here.clause.head is None and here.clause.sister is None


def lost_inside(here: Place) -> bool:
    """In a language whose clauses open with the verb, which was not understood: «قال: إنه يوم السبت …».

    So it is where the clause needs none, for it tells nothing of the verb outside: «اعتادوا ما مضى، كما حالهم اليوم»;
    but it may tell where that was: «عاد حيث السفينة يوم السبت».
    """
    opener = here.clause.opener
    where = opener is not None and here.grammar.has("goes_on_where", opener.head.word)
    return no_predicate(here) and not (here.grammar.subject_first or where) and here.clause.link is not Link.MAIN


def of_bare_content(here: Place) -> bool:
    """In what is said, of which no verb is known: it tells nothing of the saying: «أكد أن الأسعار هذا العام مناسبة»."""
    return no_predicate(here) and here.clause.link is Link.CONTENT


def behind_stop(here: Place) -> bool:
    """It opens another statement: "The farm sold milk; today it exports cheese"."""
    before, behind = here.groups[here.group.at - 1 : here.group.at], here.around.beyond
    if not before or before[0].role != STOP or behind is None or behind.clause is None:
        return False
    return behind.clause is not here.clause and behind.clause.head is not None


def in_aside(here: Place) -> bool:
    """Brackets around it and a noun leave out the head of its clause: «افتتح المعرض (دورة عام 2012) في البلدة».

    Alone in them it is of the clause: «افتتح قبل عام (في أيار 2022)».
    """
    head = here.clause.head
    around = (mark for mark in here.groups[: here.group.at] if mark.role.startswith(BRACKET))
    opened = next((mark for mark in around if mark.partner > here.group.at), None)
    if opened is None or head is None or opened.at < head.group.at < opened.partner:
        return False
    return any(one.kind == NOUN for one in here.groups[opened.at : opened.partner])


def as_topic(here: Place) -> bool:
    """What is told of it stands behind: «كان السوق صغيرا، أما اليوم فقد اتسع»."""
    before = here.groups[here.group.at - 1] if here.group.at else here.group
    return here.grammar.names("topic_openers", before.head)


def behind_joint(here: Place) -> bool:
    """It opens what is joined: "In May he won, and in July, days before he left, a fire gutted his house"."""
    before, head = here.groups[here.group.at - 1 : here.group.at], here.clause.head
    joint = bool(before) and before[0].kind == JOINT and here.around.joined_to is None
    return joint and head is not None and head.group.at < here.group.at and joined_behind(here) is not None


def described(here: Place) -> bool:
    """A day behind a gerund without a comma: "was shot by men riding a motorbike on Monday"."""
    head, outer = here.clause.head, here.clause.parent
    if head is None or outer is None or head.form != "gerund" or head.group.lead or not here.time.is_day:
        return False
    before = here.groups[head.group.at - 1] if head.group.at else head.group
    beside = before.kind == NOUN and not before.comma and not head.group.comma and here.group.at > head.group.at
    return beside and outer.form == "finite" and "happens" in outer.head.marks and outer.group.at < head.group.at


def behind_relative(here: Place) -> bool:
    """Set off behind a relative clause, of which it may be: "The envoy, who asked twice, last on 3 May, left"."""
    head, behind = here.clause.head, here.around.behind
    if head is None or here.group.at > head.group.at or behind is None or behind.kind != MARK:
        return False
    inner = [group.clause for group in here.groups[: here.group.at]]
    ended = next((at for at in range(len(inner) - 1, -1, -1) if _is_inside(inner[at], here)), None)
    return ended is not None and any(group.role == COMMA for group in here.groups[ended : here.group.at])


def _is_inside(clause: Clause | None, here: Place) -> bool:
    return clause is not None and clause.link is Link.RELATIVE and clause.above is here.clause


def joined_date(here: Place) -> bool:
    """In one clause with the date before the joint; a joint may go on with another clause that opens with its date.

    Where only a comma parts it from the verb behind it, it is of what stands before: «يومي السبت والأحد، وصل».
    """
    other, behind = here.around.joined_to, here.groups[here.group.at + 1 : here.group.at + 1 + 1]
    parted = bool(behind) and behind[0].role == COMMA
    return other is not None and (other.clause is here.group.clause or parted)


def unjoined(here: Place) -> bool:
    """Between two verbs of one subject, with no joint or mark: either may only describe the subject, by what was done
    to it: "The mill destroyed in the fire of 3 June reopened".
    """
    head = here.clause.head
    if head is None or not here.grammar.subject_first or head.group.at > here.group.at:
        return False
    for group in here.groups[here.group.at + 1 :]:
        if group.kind in (JOINT, MARK):
            return False
        other = group.clause
        if other is not None and other.sister is here.clause and other.rule == "beside":
            return True
    return False


def since_circumstance(here: Place) -> bool:
    """The beginning of a state told as a circumstance, behind a joint and a pronoun: «غادر السجن وهو مريض منذ أيار»."""
    if not here.grammar.has("since", here.around.lead):
        return False
    head = here.clause.head
    between = here.groups[head.group.at if head is not None else 0 : here.group.at]
    return any(before.kind == JOINT and one.head.kind is Kind.PRONOUN for before, one in pairwise(between))


def since_state(here: Place) -> bool:
    """The beginning of a state: «الحرب الدائرة منذ 2013»."""
    return here.state is not None and here.grammar.has("since", here.around.lead)


def since_set_off(here: Place) -> bool:
    """Behind a comma the state may be of any noun before it: «أفرج عن مالك الدكان، الموقوف منذ أيار»."""
    if not here.group.at or not here.grammar.has("since", here.around.lead):
        return False
    group = here.state.group if here.state is not None else here.groups[here.group.at - 1]
    alone = group.kind in ("participle", "gerund") or (group.kind == NOUN and group.units == (group.head,))
    return group.comma and alone and not group.lead
