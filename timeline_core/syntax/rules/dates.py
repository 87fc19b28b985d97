"""The rules by which a date finds what it dates, in the order in which they are tried; each is a verdict.

What none of them places with certainty dates nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules import date_actions as actions
from timeline_core.syntax.rules import date_clauses as clauses
from timeline_core.syntax.rules import date_nouns as nouns
from timeline_core.syntax.rules import date_verbs as verbs

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place

_DATES = "dates"
EVENT, STATE, PARTICIPLE, SAME, OWNED = "event", "state", "participle", "same", "noun"
HEAD, OUTER, INNER, NEXT, BESIDE = "head", "outer", "inner", "next", "beside"
SUBJECT, OBJECT, TIMED, LOOSE = "subject", "object", "timed", ""
"""Effects: it dates the noun of action; the participle that tells a state, or that right before it; what the date
before it does; it belongs to a plain noun; it dates the head of its clause; that of the clause above; that of the
clause behind, that in which the next word stands, or that which a joint goes on with; the action that is its
subject, or its object; that which a word of time leads to; nothing."""
DateRule: TypeAlias = "Rule[Place, str]"


DATES: tuple[DateRule, ...] = (
    Rule("joined date", _DATES, "behind a date and a joint: of what that date is", clauses.joined_date, SAME),
    Rule(
        "date of the whole statement",
        _DATES,
        "behind a word that sums it up",
        nouns.of_statement,
        HEAD,
        ("sums_up",),
    ),
    Rule(
        "date behind a stop",
        _DATES,
        "behind a semicolon, before a clause with a predicate of its own",
        clauses.behind_stop,
        NEXT,
    ),
    Rule(
        "date behind a joint",
        _DATES,
        "it opens a clause that is joined, and has a subject of its own further on",
        clauses.behind_joint,
        BESIDE,
    ),
    Rule("days of a count", _DATES, "behind how many days they are", nouns.of_count, LOOSE, ("day_counts",)),
    Rule(
        "date of when it goes back to",
        _DATES,
        "with a clause of time behind it",
        verbs.then_goes_back,
        INNER,
        ("goes_back", "goal", "then"),
    ),
    Rule(
        "date of what goes back to it",
        _DATES,
        "an action is its subject",
        verbs.action_goes_back,
        SUBJECT,
        ("goes_back",),
    ),
    Rule("date that it was moved from", _DATES, "with a word for from", verbs.moved_from, LOOSE, ("from", "resets")),
    Rule("time that it goes back to", _DATES, "of a verb of origin", verbs.goes_back, HEAD, ("goes_back", "goal")),
    Rule(
        "time that a thing goes back to",
        _DATES,
        "behind a participle of a verb of origin",
        actions.goes_back,
        OWNED,
        ("goes_back", "goal"),
    ),
    Rule(
        "date as a complement", _DATES, "led to by what tells no time", actions.complement, LOOSE, ("no_time", "goal")
    ),
    Rule(
        "date of the occasion",
        _DATES,
        "inside the noun group of an occasion on which one spoke",
        actions.occasion,
        HEAD,
    ),
    Rule("date of an event noun", _DATES, "inside the noun group of an action", nouns.inside_event, "behind"),
    Rule("date of a noun", _DATES, "inside the noun group", nouns.inside, OWNED),
    Rule("time as a whole", _DATES, "before a word for all of it", nouns.is_whole, LOOSE, ("all_of_it",)),
    Rule(
        "bound of a comparison", _DATES, "the first or most of a time", nouns.bound, OWNED, ("bounds", "superlatives")
    ),
    Rule(
        "bound of a comparison further on",
        _DATES,
        "the first or most since a time, with more of the noun between",
        nouns.bound_further,
        LOOSE,
        ("since", "superlatives"),
    ),
    Rule(
        "date that is set", _DATES, "with the noun behind it for which it is set", nouns.set_for, LOOSE, ("set_times",)
    ),
    Rule("date that brings an action", _DATES, "the subject of a verb, with an action behind", verbs.brings, OBJECT),
    Rule(
        "date as subject",
        _DATES,
        "the subject of its clause: of what that tells it is no day",
        lambda here: verbs.is_subject(here) or verbs.is_topic(here),
        LOOSE,
    ),
    Rule(
        "date of light verb and action",
        _DATES,
        "of the action that a light verb says took place",
        nouns.of_light_subject,
        HEAD,
        ("of",),
    ),
    Rule(
        "genitive date of an event",
        _DATES,
        "behind an action, with the word for of",
        nouns.genitive_event,
        "before",
        ("of",),
    ),
    Rule("genitive date", _DATES, "behind a noun, with the word for of", nouns.genitive, OWNED, ("of",)),
    Rule(
        "date of what a toll counts",
        _DATES,
        "behind an action whose dead a toll counts",
        actions.counted,
        EVENT,
        ("tolls",),
    ),
    Rule("date of a toll", _DATES, "behind what a verb counts the dead of", actions.of_toll, LOOSE, ("tolls",)),
    Rule("date of what made victims", _DATES, "behind the deed of victims", nouns.of_victims, LOOSE, ("victims",)),
    Rule("day as owner", _DATES, "behind an indefinite noun that opens its clause", nouns.owner_of_indefinite, OWNED),
    Rule("day inside an action", _DATES, "between an action and its adjective", nouns.inside_construct_event, "before"),
    Rule("day inside a noun", _DATES, "between a noun and its adjective", nouns.inside_construct, OWNED),
    Rule("year in a name", _DATES, "a bare year right behind a verb of the present", verbs.of_name, LOOSE),
    Rule(
        "date from which an action is set",
        _DATES,
        "with a word for beginning from, behind the action that is settled",
        verbs.action_starts,
        EVENT,
        ("starting",),
    ),
    Rule("date from which it is set", _DATES, "with a word for beginning from", verbs.starts, LOOSE, ("starting",)),
    Rule("date of what is joined without its verb", _DATES, "behind a joint, before a noun", clauses.gapped, LOOSE),
    Rule(
        "date of what is planned", _DATES, "behind an action and a participle of plan before it", actions.planned, EVENT
    ),
    Rule("date in brackets", _DATES, "behind a noun, in brackets of its own", nouns.of_period, OWNED),
    Rule("year of an event", _DATES, "a bare year in figures behind an action", nouns.year_of_event, "before"),
    Rule("year of a noun", _DATES, "a bare year in figures behind a noun", nouns.bare_year, OWNED),
    Rule("bare period of an event", _DATES, "a month or year right behind an action", nouns.bare_event, "before"),
    Rule("bare period", _DATES, "a month or year that nothing leads to, behind its noun", nouns.bare_period, OWNED),
    Rule(
        "date of a statement",
        _DATES,
        "behind the noun of what is said, led to by a verb of saying",
        actions.statement,
        HEAD,
    ),
    Rule(
        "date of a fronted occasion",
        _DATES,
        "behind what one spoke at, before the verb",
        actions.fronted_occasion,
        HEAD,
        ("event",),
    ),
    Rule(
        "date of when",
        _DATES,
        "of a state, with a clause of time for that time behind it",
        verbs.then,
        INNER,
        ("then",),
    ),
    Rule("date of a notice given out", _DATES, "of a notice by which one spoke", clauses.of_notice, OUTER, ("notice",)),
    Rule(
        "action said besides", _DATES, "behind an action that a participle of saying tells", verbs.event_besides, EVENT
    ),
    Rule("date said besides", _DATES, "behind a participle of saying that tells no action", verbs.said_besides, LOOSE),
    Rule("date of what is done besides", _DATES, "in the clause of a participle besides", verbs.besides, OUTER),
    Rule("since a state", _DATES, "since when what a participle tells is so", actions.since_state, STATE, ("since",)),
    Rule(
        "date that a paper bears",
        _DATES,
        "right behind the participle that says so",
        lambda here: here.participle is not None and here.grammar.names("dated", here.participle.head),
        PARTICIPLE,
        ("dated",),
    ),
    Rule(
        "date of a record",
        _DATES,
        "behind how a picture, a paper or the account of a witness was made",
        actions.of_record,
        LOOSE,
        ("records", "recorded", "released", "dated"),
    ),
    Rule("date of a participle", _DATES, "right behind it", actions.participle, PARTICIPLE),
    Rule(
        "date of an action",
        _DATES,
        "behind an action that has a place in time",
        actions.event,
        EVENT,
        ("time", "event"),
    ),
    Rule(
        "date of an action led on",
        _DATES,
        "behind what prepositions lead on from an action that a word of time leads to",
        actions.timed_chain,
        TIMED,
        ("time",),
    ),
    Rule("date without a verb", _DATES, "in a clause without a verb, behind an action", actions.nearest_event, EVENT),
    Rule(
        "date of content without a predicate",
        _DATES,
        "inside what is said, which has no predicate",
        clauses.of_bare_content,
        LOOSE,
    ),
    Rule(
        "date of a clause that lost its verb",
        _DATES,
        "its own clause has no predicate, where a clause opens with its verb",
        clauses.lost_inside,
        LOOSE,
    ),
    Rule("date of the outer clause", _DATES, "its own clause has no predicate", clauses.no_predicate, OUTER),
    Rule(
        "day beside a state",
        _DATES,
        "in a relative clause of a state, with no deed right outside it",
        clauses.beside_state,
        LOOSE,
    ),
    Rule("day outside a state", _DATES, "a relative clause of a state takes no day", clauses.of_state, OUTER),
    Rule("day outside a purpose", _DATES, "behind the end for which something was done", verbs.to_what_end, OUTER),
    Rule("period set off behind a clause", _DATES, "of it or of the verb before it", verbs.set_off, LOOSE),
    Rule(
        "day outside who did it",
        _DATES,
        "behind a gerund that only describes those who did it, or to whom it was done",
        clauses.described,
        OUTER,
    ),
    Rule("date outside a relation", _DATES, "behind what a thing is like", clauses.related, OUTER),
    Rule("day before the verb", _DATES, "between a gerund and the verb behind it", clauses.before_verb, OUTER),
    Rule("date of a phase", _DATES, "below a verb that tells that it began or went on", clauses.phase, OUTER),
    Rule(
        "date led on from what was to follow",
        _DATES,
        "behind what prepositions lead on from a noun that a word for before leads to",
        nouns.led_before,
        LOOSE,
        ("before",),
    ),
    Rule("state ahead of a past verb", _DATES, "a time to come behind what is to be", verbs.state_ahead, STATE),
    Rule(
        "action ahead of a past verb",
        _DATES,
        "a time to come behind an action and a past verb",
        verbs.action_ahead,
        EVENT,
    ),
    Rule(
        "date ahead of a past verb",
        _DATES,
        "a time to come is none of what was done",
        verbs.nothing_ahead,
        LOOSE,
        ("goal",),
    ),
    Rule(
        "date of a word in doubt",
        _DATES,
        "its verb may be a noun, and stands where either can",
        clauses.of_doubtful,
        LOOSE,
    ),
    Rule("date of what a light verb did", _DATES, "behind a light verb and its action", actions.light, HEAD),
    Rule("date of verb and subject", _DATES, "behind a verb and the action that is its subject", actions.subject, HEAD),
    Rule(
        "second period inside",
        _DATES,
        "a month or year in an inner clause that has its date already",
        lambda here: here.is_second and not (here.time.is_near or here.time.is_same),
        LOOSE,
    ),
    Rule("second date", _DATES, "in an inner clause that has its date already", lambda here: here.is_second, OUTER),
    Rule("date of an action that is said", _DATES, "behind the action that is told", actions.said_action, EVENT),
    Rule(
        "second date behind an action",
        _DATES,
        "behind an action told since the verb's date",
        actions.behind_second,
        EVENT,
    ),
    Rule("date of a matter", _DATES, "behind the action that a case is about", actions.of_matter, EVENT, ("carriers",)),
    Rule(
        "action ahead of a state",
        _DATES,
        "a time to come behind the object of a present verb of a state, an action",
        actions.ahead_of_state,
        OBJECT,
    ),
    Rule("day behind a state", _DATES, "a day behind an action and a verb of a state", actions.behind_state, EVENT),
    Rule(
        "date behind an object", _DATES, "a day behind a verb and the action it is done to", actions.behind_object, HEAD
    ),
    Rule(
        "date inside an action",
        _DATES,
        "between an action that is spoken of and what it asks for",
        actions.inside_led,
        EVENT,
        ("within",),
    ),
    Rule("date of news", _DATES, "a day, or a time told from the report's day", actions.of_news, HEAD),
    Rule(
        "date of verb and object",
        _DATES,
        "behind a verb and an object that tell of one deed",
        actions.of_one_kind,
        HEAD,
    ),
    Rule("date of what began", _DATES, "behind a verb of phase or power and its action", actions.enabled, HEAD),
    Rule("date before an object", _DATES, "between the verb and what it still takes", actions.before_object, HEAD),
    Rule(
        "date of what was to follow",
        _DATES,
        "behind a noun that a word for before leads to",
        nouns.before_noun,
        OWNED,
        ("before",),
    ),
    Rule("date beside an action", _DATES, "behind what went on when it was done", actions.during, HEAD, ("during",)),
    Rule(
        "past action behind the present",
        _DATES,
        "a time that has passed, and a present verb",
        actions.past_behind_present,
        EVENT,
    ),
    Rule("date in doubt", _DATES, "an action stands between verb and date, and may own it", actions.in_doubt, LOOSE),
    Rule("date of origin", _DATES, "behind a noun, with a word for from", nouns.of_origin, OWNED, ("from",)),
    Rule("second period", _DATES, "a longer time behind a noun, beside the verb's day", nouns.second_period, OWNED),
    Rule(
        "date of a fronted event",
        _DATES,
        "a period right behind an action, before the verb",
        nouns.fronted_event,
        "before",
    ),
    Rule("date of a fronted noun", _DATES, "a period behind a noun, before the verb", nouns.fronted, OWNED, ("place",)),
    Rule(
        "period of a noun",
        _DATES,
        "right behind an indefinite noun with a preposition",
        nouns.of_led,
        OWNED,
        ("place",),
    ),
    Rule(
        "date set off behind a relative",
        _DATES,
        "between a relative clause of the subject and the verb, with a comma behind",
        clauses.behind_relative,
        LOOSE,
    ),
    Rule(
        "past year behind the present",
        _DATES,
        "a year that has passed, and a present verb",
        verbs.past_of_present,
        LOOSE,
    ),
    Rule("date of a lost verb", _DATES, "the verb before a joint is not known", clauses.lost, LOOSE),
    Rule("date of the clause", _DATES, "in the clause of the predicate", lambda _: True, HEAD),
)
