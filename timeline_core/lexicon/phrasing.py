"""`Phrasing`: the words by which one language says that something happened, was said, is planned or is denied.

The words are data (`[saying]`, `[planned]`, `[concept]`… of the language's file); what follows from them is code
without a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.errors import LanguageError
from timeline_core.lexicon.wordlists import (
    ClockWords,
    FigureWords,
    OtherWords,
    Reader,
    Sides,
    Table,
    figures_of,
    folded,
    others_of,
    sides_of,
)
from timeline_core.text.fold import fold
from timeline_core.text.words import Lexicon, spelled

_VERB = 3
"""Letters that a verb with its sign of the future has more than."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One language's words, compiled for look-up in runs of words."""

    code: str
    script: str
    """ISO 15924 code of the script that it is written in."""
    telltale: frozenset[str]
    """Folded words that tell it from other languages of its script; empty where its letters do."""
    saying: Lexicon
    """Concepts `say`, `publishes` (says only with a notice or «أن»), `denies`, `goes_on` (a participle that continues a
    saying), `attributes` («بحسب»: who says it, no saying of its own) and `notice` (statement, tweet)."""
    told: Lexicon
    """What opens the content of a saying: `that`, `he` or `she` (with the subject in it), `content` (a noun of what
    happened), `deed` (a word that leads to a deed of the speaker), or `weak` (a word that does so only where
    nothing else does)."""
    that: frozenset[str]
    """Folded words that open what is said and have no subject in them («أن»)."""
    impersonal: frozenset[str]
    """Folded words behind a `he` that stand for nobody («أنه تم …»)."""
    whatever: frozenset[str]
    """Folded words before a verb of saying that make it a noun («ما قاله»)."""
    zero_told: bool
    """True where the content may follow the verb with nothing between, as in English."""
    warns: frozenset[str]
    """Folded verbs (or, ending in `-`, beginnings of verbs) behind which alone a `weak` word opens what is said."""
    passive: frozenset[str]
    """Folded words that behind a verb of saying name who says it ("announced by")."""
    charges: frozenset[str]
    """Folded verbs of saying behind which stands who or what is meant, never what is said ("accused")."""
    marks: Lexicon
    """Concepts `planned`, `denial`, `weak_denial` (one only as what somebody says), `recalls`, `turn`."""
    links: Lexicon
    """How clauses hang together: `joins` (it stands by itself), `leans` (on what is before it), `below` (in it, dated
    by itself), `along` (inside it, of the same time)."""
    prepositions: frozenset[str]
    """Folded words that cannot open a clause, and (ending in `-`) letters that are glued to its first word."""
    relatives: frozenset[str]
    """Folded words that open a clause about the noun before them («الذي», "that")."""
    future: tuple[str, ...]
    """What a folded verb that looks ahead begins with; none that begins as one of `not_future`."""
    not_future: tuple[str, ...]
    accounts: frozenset[tuple[str, ...]]
    """Phrases, folded, right before a period: what is of it, and did not happen in it («أرباح الربع الأول»)."""
    account_owner: tuple[str, ...]
    """Folded letters that such a noun may end on."""
    account_leads: frozenset[str]
    """Folded words that may stand between such a noun and the period."""
    better: frozenset[str]
    """Folded words before one of `than` and a period that is only compared with («أفضل من العام الماضي»)."""
    than: frozenset[str]
    measures: frozenset[str]
    """Folded words before a preposition and a period, by which it is only compared with («عنه في 2011»)."""
    from_number: frozenset[str]
    """Folded words before the number that another was before («49.8 من 49.4 في آذار»)."""
    period_heads: frozenset[str]
    """Folded words that a year or month begins with where it tells the time by itself («عام 2014»)."""
    small: frozenset[str]
    """Folded words behind which a date is led to."""
    her: frozenset[str]
    """Folded first letters of a verb of the present whose subject is no «he»."""
    no_period: frozenset[str]
    """Folded words that lead only to what another is compared with, or is of."""
    times: frozenset[str]
    """Folded words before such a name by which it tells the time all the same («خلال حرب 1994»)."""
    year_names: frozenset[str]
    """Folded words before a year that belongs to their name («انتفاضة 2011»)."""
    for_period: frozenset[str]
    """Folded letters glued to a year, or part of one, that say that something is for it («لعام 2014»)."""
    asides: Lexicon
    """Words of piety, which tell nothing."""
    held: frozenset[str]
    """Folded verbs of the present that tell what is held or begins, and nothing of the past."""
    goes_on: frozenset[str]
    """Folded verbs of the present that tell what is, and plan nothing."""
    each: Lexicon
    """What says that something is every year, month or week."""
    nowadays: frozenset[str]
    """Folded words before the day of the report by which these times are meant («وهي اليوم»)."""
    speakers: frozenset[str]
    """Folded words by which somebody speaks of himself: who says «نحن اليوم …» tells no news."""
    relative_verbs: Mapping[str, frozenset[str]]
    """The verb behind a relative, by its letters: `present` (it tells of no single day), `doubtful` (so, unless its
    ending is one of `past_ends`), `past` (so, whatever its letters), `empty` (only says that it took place); `verbs`:
    the letters that a verb of the present opens a clause with; `participles` («المبرمة») stand for a relative."""
    feminine: tuple[str, ...]
    """As written: what the subject ends on of a verb of the present that begins with the letter of «she»."""
    opens_noun: frozenset[str]
    """Folded words that open a noun phrase ("the")."""
    object_ends: tuple[str, ...]
    """Folded endings of verbs that stand for their object («خطفه»)."""
    adjectives: tuple[str, ...]
    """Folded endings of adjectives."""
    trailing: Lexicon
    """What leads to the source of what stands before it: «وفق ما», «بحسب ما»."""
    joining: frozenset[str]
    """Folded words that join two clauses and nothing else ("and")."""
    sides: Sides
    auxiliaries: frozenset[str]
    """Folded verbs of a main clause behind a relative that its subject has ("has")."""
    parting: frozenset[str]
    """Folded words that turn to another thing though no comma stands before them («بينما»)."""
    people: frozenset[str]
    """Folded words for somebody, which behind «و» go on a list of who did it («، ووزير الدفاع»)."""
    own_subject: frozenset[str]
    """Folded verbs whose subject stands behind them: joined to another clause, they begin a new one («واندلعت»)."""
    openers: Lexicon
    """Phrases before what is told that a title leaves out: `opener` («من جهة أخرى», "meanwhile"), `to`, with the
    letter of the noun that they lead to («تمهيدا لـ»), and `had`, with «أن» too («سبق للوزير أن …»)."""
    away: Lexicon
    """Those of the `openers` behind which another thing is told."""
    frames: Lexicon
    """Before a date: `since`, `deadline`; before a clause that only places another in time: `beside` («بعد»); and the
    verbs of what `begins` on its day, though it goes on since."""
    unreal: Lexicon
    """What did not happen: `negated`, `supposed`, `asked`, `cancelled`; `ahead` (what is cancelled was to come), `slot`
    (a noun of which `ahead` says nothing: «في موعدها المقرر»), `undone` (no denial is meant by a denying verb behind
    it), `real` (looks like one of them and is none)."""
    refuted: Lexicon
    """`claim` (a word for what is reported), `false` (what says that it is untrue) and `adjective` (what says so only
    beside the claim, or right behind the date)."""
    willed: Lexicon
    """`wills` (threatened, agreed), `demands` (which nothing need lead from) and `prevents` (foiled)."""
    willed_leads: frozenset[str]
    """Folded words, or letters glued to a word, that lead to what is wanted («بـ», "to")."""
    back: Lexicon
    """`points_back`: the sentence says more of what was just told."""
    concepts: Concepts
    """The table that the names of deeds, things and counts are of."""
    deeds: Lexicon
    things: Lexicon
    """What was hit, taken or met: market, hospital, depot…"""
    concept_names: Mapping[str, str]
    """Concept or thing -> what it is called in a list («killing», «market»)."""
    figures: FigureWords
    others: OtherWords
    clock: ClockWords
    drops: frozenset[str]
    undotted: frozenset[str]
    """Those of `drops` that end on «ى»: with «ي» it is another word («علي» the name)."""
    trails: frozenset[str]
    date_leads: frozenset[str]
    lead_phrases: frozenset[tuple[str, ...]]
    """Phrases before a date that go with it («في وقت مبكر من»), as folded words."""
    past_verbs: frozenset[str]
    """Folded verbs that only say that it is past: where a title drops one, it drops `past_particle` too."""
    was: frozenset[str]
    """Folded verbs by which something was to be ("had been scheduled")."""
    past_particle: frozenset[str]
    keeps_waw: frozenset[str]
    """Folded words (or, ending in `-`, beginnings of words) whose first letter looks like a conjunction and is none."""
    abbreviations: frozenset[str]
    clues: Mapping[str, str]
    """Rule of a clue -> the sentence that tells it."""
    many: tuple[str, ...]
    """Folded endings of nouns that mean many («العمليات»); empty where an article alone does not make them definite."""
    document: Mapping[str, str]
    """The words of a timeline that is handed in, by key; of sorts of actors behind `type `, of what is counted behind
    `count `."""
    definite: frozenset[str]
    """Folded words (or, ending in `-`, beginnings of words) that mark what was told before: «ال-», "the"."""

    def looks_ahead(self, word: str) -> bool:
        """True for a folded verb of what is to come («سيعقد»), also with «و» or «ف» before it."""
        bare = word[1:] if word[:1] in ("و", "ف") else word
        return len(bare) > _VERB and bare.startswith(self.future) and not bare.startswith(self.not_future)

    def begins_with_waw(self, word: str) -> bool:
        """True when the «و» of a folded word is a letter of it («وزير»), not a conjunction («وقتل»)."""
        return word in self.keeps_waw or any(
            word.startswith(known[:-1]) for known in self.keeps_waw if known.endswith("-")
        )


def load(code: str, data: Mapping[str, object], concepts: Concepts) -> Phrasing:
    """Compile the `[events.…]` sections of one language's data.

    Raises:
        LanguageError: a section is missing or is no table of word lists; the message names language and section.
            So where it names what is not in the table of concepts.
    """
    events = data.get("events")
    if not isinstance(events, Mapping):
        raise LanguageError(f"language {code!r}: the sections [events.…] are missing")
    read = Reader(code, events)
    _check(code, read, concepts)
    verbs = read.table("inflection")
    saying, denial = read.table("saying"), read.table("denial")
    return Phrasing(
        code=code,
        script=next(iter(read.table("telltale").get("script", ())), ""),
        telltale=folded(read.words("telltale")),
        saying=Lexicon(
            {
                "say": _inflected(saying, verbs),
                "publishes": _inflected(read.table("publishing"), verbs),
                "denies": [*_inflected({**denial, "words": ()}, verbs), *denial.get("verbs", ())],
                "goes_on": read.words("saying_goes_on"),
                "attributes": read.words("attribution"),
                "notice": _owned(saying.get("nouns", ()), verbs),
                "none": read.words("saying_not"),
            },
            article=True,
        ),
        told=Lexicon(
            {
                "he": read.table("told").get("he", ()),
                "she": read.table("told").get("she", ()),
                "content": _owned(read.table("told").get("content", ()), verbs),
                "that": read.table("told").get("words", ()),
                "deed": read.table("told").get("deeds", ()),
                "weak": read.table("told").get("weak", ()),
            }
        ),
        that=folded(read.words("told")),
        impersonal=folded(read.table("told").get("impersonal", ())),
        whatever=folded(read.table("told").get("whatever", ())),
        warns=folded(read.table("told").get("warns", ())),
        passive=folded(read.table("told").get("passive", ())),
        charges=folded(read.table("told").get("charges", ())),
        zero_told="zero" in read.table("told"),
        marks=Lexicon(
            {
                "planned": read.words("planned"),
                "denial": _inflected(denial, verbs),
                "weak_denial": denial.get("weak", ()),
                "recalls": read.words("recalls"),
                "turn": read.words("turn"),
            }
        ),
        prepositions=folded(read.words("prepositions")),
        relatives=folded(read.words("relatives")),
        future=_beginnings(data, "begins"),
        not_future=_beginnings(data, "no"),
        accounts=frozenset(spelled(phrase) for phrase in read.words("accounts")),
        account_owner=tuple(sorted(folded(read.table("accounts").get("owner", ())))),
        account_leads=folded(read.table("accounts").get("leads", ())),
        better=folded(read.table("accounts").get("better", ())),
        than=folded(read.table("accounts").get("than", ())),
        measures=folded(read.table("accounts").get("measure", ())),
        feminine=tuple(read.table("relatives").get("feminine", ())),
        from_number=folded(read.table("accounts").get("out", ())),
        period_heads=folded(read.table("accounts").get("heads", ())),
        small=folded((*read.words("date_leads"), *read.words("trails"), *read.words("prepositions"))),
        her=folded(read.table("told").get("her", ())),
        no_period=folded(read.table("accounts").get("never", ())),
        times=folded(read.table("accounts").get("times", ())),
        year_names=folded(read.table("accounts").get("named", ())),
        for_period=folded(read.table("accounts").get("glued", ())),
        asides=Lexicon({"aside": read.words("asides")}),
        held=folded(read.table("goes_on").get("held", ())),
        goes_on=folded(read.words("goes_on")),
        each=Lexicon({"each": read.table("nowadays").get("each", ())}),
        nowadays=folded(read.words("nowadays")),
        speakers=folded(read.words("speakers")),
        relative_verbs={
            name: folded(read.table("relatives").get(name, ()))
            for name in (
                "present",
                "doubtful",
                "past",
                "past_ends",
                "empty",
                "verbs",
                "participles",
                "states",
            )
        },
        opens_noun=folded(read.table("relatives").get("opens_noun", ())),
        object_ends=tuple(sorted(folded(read.table("inflection").get("owner", ())))),
        adjectives=tuple(sorted(folded(read.table("relatives").get("adjectives", ())))),
        trailing=Lexicon({"trailing": read.words("trailing")}),
        joining=folded(read.table("joins").get("only", ())),
        sides=sides_of(read.table("sides")),
        auxiliaries=folded(read.table("joins").get("auxiliaries", ())),
        parting=folded(read.table("joins").get("parting", ())),
        people=folded(read.table("joins").get("people", ())),
        own_subject=folded(read.table("joins").get("verbs", ())),
        openers=Lexicon(
            {"opener": read.words("openers"), **{name: read.table("openers").get(name, ()) for name in ("to", "had")}}
        ),
        away=Lexicon({"away": read.table("openers").get("away", ())}),
        frames=Lexicon(read.table("frame")),
        unreal=Lexicon(read.table("unreal")),
        willed=Lexicon({name: read.table("willed").get(name, ()) for name in ("wills", "demands", "prevents")}),
        willed_leads=folded(read.table("willed").get("leads", ())),
        refuted=Lexicon(read.table("refuted"), article=True),
        links=Lexicon({link: read.words(link) for link in ("joins", "leans", "below", "along")}),
        back=Lexicon({"points_back": read.words("points_back")}),
        concepts=concepts,
        deeds=Lexicon(read.table("concept"), article=True),
        things=Lexicon(read.table("thing"), article=True),
        concept_names={concept: said[0] for concept, said in read.table("concept_name").items() if said},
        figures=figures_of(read, concepts),
        others=others_of(read),
        clock=ClockWords(
            **{
                name: folded(read.table("clock").get(name, ()))
                for name in ("heads", "tails", "zones", "leads", "words")
            }
        ),
        drops=folded(read.words("drops")),
        undotted=folded(word for word in read.words("drops") if word.endswith("ى")),
        trails=folded(read.words("trails")),
        date_leads=folded(read.words("date_leads")),
        lead_phrases=frozenset(spelled(phrase) for phrase in read.table("date_leads").get("phrases", ())),
        past_verbs=folded(read.table("drops").get("past", ())),
        was=folded(read.table("drops").get("was", ())),
        past_particle=folded(read.table("drops").get("particle", ())),
        keeps_waw=folded(read.words("keeps_waw")),
        abbreviations=frozenset(read.words("abbreviations")),
        clues={rule: said[0] for rule, said in read.table("clue").items() if said},
        many=tuple(sorted(folded(read.table("definite").get("many", ())))),
        document={
            f"{before}{key}": said[0]
            for before, section in (("", "document"), ("type ", "document_type"), ("count ", "document_count"))
            for key, said in read.table(section).items()
            if said
        },
        definite=folded(read.words("definite")),
    )


_NAMING = {
    "concept": "deed",
    "thing": "thing",
    "figure_noun": "counted",
    "figure_act": "counted",
    "figure_behind": "counted",
    "figure_tally": "counted",
    "document_count": "counted",
    "part_of_day": "part_of_day",
}
"""Section of a language -> the kind of concept that its rows are named after."""


def _check(code: str, read: Reader, concepts: Concepts) -> None:
    """Refuse what names no concept: it would join with nothing, silently."""
    for section, kind in _NAMING.items():
        concepts.known(kind, read.table(section), f"language {code!r}: [events.{section}]")
    concepts.known("counted", read.words("figure_named"), f"language {code!r}: [events.figure_named]")


def _inflected(group: Table, verbs: Table) -> list[str]:
    past = [verb + ending for verb in group.get("past", ()) for ending in verbs.get("past", ("",))]
    present = [beginning + verb for verb in group.get("present", ()) for beginning in verbs.get("present", ("",))]
    return [*past, *present, *group.get("verbs", ()), *group.get("words", ())]


def _beginnings(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    """What the language's `[cues]` say of words that look ahead."""
    cues = data.get("cues")
    words = cues.get(name, ()) if isinstance(cues, Mapping) else ()
    return tuple(fold(str(word)) for word in words)


def _owned(nouns: Sequence[str], verbs: Table) -> list[str]:
    """The nouns, and with an owner glued to them («سيطرتها»)."""
    stems = [noun[:-1] + "ت" if noun.endswith("ة") else noun for noun in nouns if " " not in noun]
    return [*nouns, *(stem + ending for stem in stems for ending in verbs.get("owner", ()))]
