"""The clause of a sentence that a date governs, and whether the date belongs to what happened or to the saying of it.

Source:
    DESIGN.md section 5: the day a thing happened and the day it was said are never mixed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from timeline_core.syntax.date_of_noun import of_noun
from timeline_core.syntax.reported_speech import SPEAKER
from timeline_core.syntax.segment_role import ENOUGH, enough, leans, shares, stands, stands_alone, tells, thin, told_in
from timeline_core.syntax.segments import Range
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.subordinate import ahead, below, beside, done_to, going_on, nominal, owner, relative, to_come
from timeline_core.text.words import Hit

_ADDRESSED = 2
"""Telling words that may stand behind a verb of saying to name who was told: "residents told reporters on Friday"."""
_SUBJECT = 5
"""Words that a subject may have before its relative."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a sentence that tell of one thing."""

    words: Range
    """What tells of the thing."""
    whole: Range
    """`words`, and what goes on telling of the same: the evidence."""
    said: bool = False
    """True when this is the saying itself."""
    head: int = -1
    """The word of the saying verb that this clause belongs to; -1 where nobody is quoted."""
    pronoun: str = ""
    """`he` or `she` when the clause was opened by a word that holds its subject («أنه», «أنها»)."""
    denied: bool = False
    """True for a denial, with what it denies."""
    own: bool = False
    """True when it is a deed of the speaker: «أعلن التحالف عن تنفيذ …»."""
    skips: Range | None = None
    """What a title leaves out of `words`: an apposition between subject and verb («، وهو مسؤول …،»)."""
    noun: bool = False
    """True for a noun with what is said of it («الغارة التي …»): what leads to the noun is no part of it."""
    content: Range | None = None
    """Of a saying that follows what it says («…, the army said on Friday»): the words of what is said."""


def governed(
    whole: Sentence, date: Range, *, lies_ahead: bool = False, bare: bool = False, daily: bool = False
) -> Clause:
    """The clause that the expression at these words governs.

    Args:
        lies_ahead: the day lies ahead of the report.
        bare: nothing leads to the date.
        daily: it is a day.

    Returns:
        One of no words where the date belongs to a noun that tells nothing («التقرير السنوي 2014»).
    """
    if bare and whole.grammar.bare_owner and whole.of_name(date) is None:
        noun = owner(whole, date)
        if noun is not None:
            return Clause(noun, noun, noun=True)
        if not daily:
            return Clause(date, date)
    noun = of_noun(whole, date, lies_ahead=lies_ahead)
    if noun is not None:
        return Clause(noun, noun, noun=True)
    clause = _main(whole, date)
    if clause.denied or (clause.said and clause.head >= date[0]):
        return clause
    start = clause.head + 1 if clause.said else clause.words[0]
    found = to_come(whole, start, date, lies_ahead=lies_ahead)
    for inner in (relative, done_to, ahead, going_on, nominal):
        found = found or inner(whole, start, date)
        if found is not None and found[1] <= max(clause.words[1], date[1]):
            return Clause(found, found, head=clause.head, noun=True)
    return _joined_plan(whole, clause, start, date) if lies_ahead else clause


def _joined_plan(whole: Sentence, clause: Clause, start: int, date: Range) -> Clause:
    """The clause from the last verb of the future joined to it on, which the day is of: «أقرت … وسيبدأ عملها غدا»."""
    if any(start < other[0] < date[0] for other in whole.dates):
        return clause
    for at in range(date[0] - 1, start, -1):
        if whole.conjoined(at) and whole.phrasing.clauses.looks_ahead(whole.run[at].folded) and not whole.in_date(at):
            return Clause((at, clause.words[1]), (at, clause.whole[1]), head=clause.head)
    return clause


def unsaid(whole: Sentence, clause: Clause, date: Range) -> Clause | None:
    """The same where the date cannot be that of the saying: what is said to come then; None where it is something else.

    Args:
        date: the expression, which lies ahead of the report.
    """
    head = next(hit for hit in whole.heads if hit.at == clause.head)
    told = content(whole, head) if clause.content is None else Clause(clause.content, clause.content)
    if told is not None and told.words[0] <= date[0]:
        return told
    return None if told is not None or date[0] < head.at else replace(clause, said=False)


def _main(whole: Sentence, date: Range) -> Clause:
    before = _before(whole, date)
    if before is not None:
        return _behind(whole, before, date)
    after = next((hit for hit in whole.heads if hit.at >= date[1]), None)
    if after is not None and _leads(whole, date, after):
        return replace(saying(whole, after), denied=after.concept == "denies")
    return _plain(whole, date)


def _before(whole: Sentence, date: Range) -> Hit | None:
    """The verb of saying before the date; a source named in a segment of its own is none («بحسب …،»)."""
    home = whole.segments[whole.segment_of(date[0])][0]
    for hit in reversed(whole.heads[: bisect_left(whole.heads, date[0], key=lambda hit: hit.at)]):
        if hit.concept != "attributes" or (hit.at >= home and not _leads_on(whole, hit, date)):
            return hit
    return None


def _leads_on(whole: Sentence, source: Hit, date: Range) -> bool:
    """True where a source opens the clause that has the date: «بحسب الوكالة كان المصرف أصدر في 2010 سندات»."""
    start, end = whole.segments[whole.segment_of(date[0])]
    opens = whole.grammar.verb_first and source.at <= start and whole.content_words((date[1], end)) >= 2
    return opens and whole.content_words((source.at, date[0])) >= ENOUGH


def _leads(whole: Sentence, date: Range, head: Hit) -> bool:
    """True when the date stands before a saying only to date it."""
    if head.concept not in ("say", "publishes", "denies") or whole.whatever(head):
        return False
    number = whole.segment_of(date[0])
    home = whole.segments[number]
    if home[0] <= head.at < home[1]:
        if _between_subject_and_verb(whole, home[0], date, head):
            return True
        placed = whole.led_to(home[0]) and head.at - date[1] <= 1 and whole.grammar.verb_first
        return placed or whole.content_words((home[0], date[0])) < 2
    thin = whole.content_words(home) < ENOUGH and not tells(whole, number, number)
    return thin and whole.segment_of(head.at) == number + 1 and not _hangs_back(whole, number)


def _between_subject_and_verb(whole: Sentence, start: int, date: Range, head: Hit) -> bool:
    """True for a date right between who speaks and the verb, or before both: "Islamic State on Friday claimed …"."""
    if whole.grammar.verb_first or whole.concepts_in((start, head.at)):
        return False
    subject = whole.content_words((start, head.at))
    parted = whole.content_words((date[1], head.at)) == 0 or whole.content_words((start, date[0])) == 0
    joined = any(whole.marked(at, "below") or whole.auxiliary(at) for at in range(start, head.at))
    return parted and not joined and 0 < subject <= _ADDRESSED * 2


def _hangs_back(whole: Sentence, number: int) -> bool:
    """True when the segment is a date alone and belongs to what is told before it («قتل …، الثلاثاء،»)."""
    home = whole.segments[number]
    alone = number > 0 and whole.content_words(home) == 0 and not whole.marked(home[0], "joins")
    return alone and tells(whole, number - 1, number - 1)


def _behind(whole: Sentence, head: Hit, date: Range) -> Clause:
    if head.concept == "denies":
        return _denied(whole, head, date)
    told = whole.told(head)
    zero = whole.grammar.bare_said and head.concept != "publishes" and not whole.charges(head)
    if told is None and zero and not _close(whole, head, date):
        return _content(whole, head, None, date)
    quote = whole.quoted(head) if told is None or told.at > date[0] else None
    if quote is not None and quote <= date[0]:
        return _quoted(whole, head, quote, date)
    if told is not None and told.concept == "content" and _of_notice(whole, date):
        return saying(whole, head)
    if told is None or told.at > date[0]:
        return _second(whole, head, date) or saying(whole, head)
    return _content(whole, head, told, date)


def _of_notice(whole: Sentence, date: Range) -> bool:
    """True for «في بيان اليوم»: the day of what was published, not of what it says."""
    return any(hit.at + hit.count == date[0] for hit in whole.notices)


def _quoted(whole: Sentence, head: Hit, quote: int, date: Range) -> Clause:
    """What is said in the speaker's own words, from the segment of them that tells of the date."""
    home = whole.segments[whole.segment_of(date[0])]
    start = home[0] if quote < home[0] and stands_alone(whole, quote, home) else quote
    start = below(whole, start, date[0])
    end = max(_end(whole, whole.segment_of(date[0])), date[1])
    return _told_clause(start, end, _far_end(whole, end), head, None)


def _parted_subject(whole: Sentence, number: int) -> int | None:
    """Where the subject begins that a relative parts from this segment: "X, who was wounded, was taken …"."""
    if number < 2 or whole.grammar.verb_first:
        return None
    relative_at, opening = (whole.segments[number - back][0] for back in (1, 2))
    apposed = whole.run[relative_at].folded in whole.phrasing.clauses.relatives
    return opening if apposed and not whole.led_to(opening) and not whole.in_date(opening) else None


def _denied(whole: Sentence, head: Hit, date: Range) -> Clause:
    """The denial with all that it denies, whatever the date belongs to; or the clause joined to it that has it."""
    inner = below(whole, head.at, date[0])
    if inner > head.at and whole.grammar.bare_said:
        return Clause((inner, date[1]), (inner, date[1]))
    number = whole.segment_of(date[0])
    home = whole.segments[number]
    if home[0] > head.at and whole.marked(home[0], "joins") and whole.content_words(home) >= ENOUGH:
        end = _end(whole, number)
        return Clause((home[0], end), (home[0], end))
    return replace(saying(whole, head), denied=True)


def _second(whole: Sentence, head: Hit, date: Range) -> Clause | None:
    """What is said, where the saying has a date of its own before this one («أدان في 12 أيار الهجوم الذي وقع …»)."""
    k = bisect_left(whole.dates, date) - 1
    if k < 0 or not (whole.dates[k][0] >= head.at or _leads(whole, whole.dates[k], head)):
        return None
    start = max(whole.dates[k][1], head.at + head.count)
    if whole.content_words((start, date[0])) < 2:
        return None
    end = max(_end(whole, whole.segment_of(date[0])), date[1])
    between = range(date[0] - 1, start, -1)
    joints = (at for at in between if whole.begins_joined(at) and whole.content_words((at, date[0])) > 1)
    joint = next(joints, None)
    if joint is not None:
        return Clause((joint, end), (joint, _far_end(whole, end)))
    start += whole.grammar.bare_said and whole.run[start].folded in whole.phrasing.clauses.prepositions
    return _told_clause(start, end, _far_end(whole, end), head, None)


def _close(whole: Sentence, head: Hit, date: Range) -> bool:
    """True when nothing but small words and a word for the statement stands between verb and date."""
    start, end = whole.segments[whole.segment_of(head.at)]
    if start > 0 and head.at - start <= SPEAKER and whole.content_words((date[1], end)) == 0:
        return whole.content_words((head.at + head.count, date[0])) < _ADDRESSED and date[1] <= end
    between = whole.run[head.at + head.count : date[0]]
    notices = {hit.at for hit in whole.phrasing.speech.verbs.find(between) if hit.concept == "notice"}
    small = whole.phrasing.titles.trails | whole.phrasing.titles.drops
    return all(k in notices or word.folded in small for k, word in enumerate(between))


def saying(whole: Sentence, head: Hit) -> Clause:
    """The clause of the saying itself, with who says it where that stands close before the verb."""
    segment = whole.segment_of(head.at)
    start, end = whole.segments[segment]
    first = next(hit.at for hit in whole.heads if start <= hit.at < end)
    begin = start if first - start <= SPEAKER else first
    clause = Clause((begin, _end(whole, segment)), (begin, _end(whole, segment)), said=True, head=head.at)
    subject = _parted_subject(whole, segment) if head.at == start else None
    if subject is not None:
        return replace(
            clause,
            words=(subject, clause.words[1]),
            whole=(subject, clause.whole[1]),
            skips=(whole.segments[segment - 1][0], start),
        )
    ends = whole.grammar.bare_said and whole.content_words((head.at + head.count, end)) < _ADDRESSED
    if segment > 0 and (ends or whole.trailing(segment)):
        opening = _opening_of(whole, segment)
        return replace(clause, whole=(opening, clause.words[1]), content=(opening, start))
    return clause


def _opening_of(whole: Sentence, segment: int) -> int:
    """Where the statement begins whose source that segment names."""
    k = bisect_left(whole.turns, whole.segments[segment][0])
    return whole.turns[k - 1] if k else 0


def content(whole: Sentence, head: Hit) -> Clause | None:
    """What is said to have happened, whatever its date; None where the words do not show where it begins."""
    told = whole.told(head)
    if told is None and not whole.grammar.bare_said:
        return None
    start = head.at + head.count if told is None else _opening(told)
    if start >= len(whole.run):
        return None
    end = _end(whole, whole.segment_of(start))
    return _told_clause(start, end, _far_end(whole, end), head, told)


def _content(whole: Sentence, head: Hit, told: Hit | None, date: Range) -> Clause:
    home = whole.segments[whole.segment_of(date[0])]
    start = whole.after(head) if told is None else _opening(told)
    again = whole.again(head, start, date[0])
    start, told = (start, told) if again is None else (_opening(again), again)
    if start < home[0] and stands_alone(whole, start, home) and not shares(whole, whole.segment_of(date[0])):
        start, told = home[0], None
    inner = below(whole, start, date[0])
    start, told = inner, (told if inner == start else None)
    end = max(_end(whole, whole.segment_of(date[0])), date[1])
    clause = _told_clause(start, end, _far_end(whole, end), head, told)
    after = whole.segments[whole.segment_of(start)][1]
    return replace(clause, skips=(after, home[0])) if after < home[0] else clause


def _plain(whole: Sentence, date: Range) -> Clause:
    first = last = whole.segment_of(date[0])
    if found := _placing(whole, date) or _behind_relative(whole, first, date):
        return found
    if whole.content_words(whole.segments[first]) == 0 and last + 1 < len(whole.segments):
        first = _before_apposition(whole, first)
    if _subject_before(whole, first) is not None and told_in(whole, first, last) > 0:
        return _from(whole, first, last, date)
    while first > 0 and (told_in(whole, first, last) < enough(whole, first) or leans(whole, first, date)):
        first -= 1
    while first > 0 and not stands(whole, first) and not tells(whole, first, last) and tells(whole, first - 1, last):
        first -= 1
    while first > 0 and shares(whole, first):
        first -= 1
    while last + 1 < len(whole.segments) and thin(whole, first, last):
        last += 1
    return _from(whole, first, last, date)


def _placing(whole: Sentence, date: Range) -> Clause | None:
    inner = beside(whole, date)
    return Clause(inner, inner) if inner else None


def _behind_relative(whole: Sentence, number: int, date: Range) -> Clause | None:
    """The clause whose subject a relative parts from its verb: "X, who was wounded, was taken …"."""
    subject, start = _parted_subject(whole, number), whole.segments[number][0]
    if subject is None or not whole.auxiliary(start):
        return None
    end = max(_end(whole, number), date[1])
    return Clause((subject, end), (subject, _far_end(whole, end)), skips=(whole.segments[number - 1][0], start))


def _from(whole: Sentence, first: int, last: int, date: Range) -> Clause:
    """The clause of these segments, with the subject that a relative parts from its verb."""
    start = below(whole, whole.segments[first][0], date[0])
    end = max(_end(whole, last), date[1])
    relative_at = _subject_before(whole, first) if start == whole.segments[first][0] else None
    if relative_at is not None:
        opening = whole.segments[first - 1][0]
        return Clause((opening, end), (opening, _far_end(whole, end)), skips=(relative_at, start))
    return Clause((start, end), (start, _far_end(whole, end)))


def _subject_before(whole: Sentence, number: int) -> int | None:
    """The relative behind the subject that stands before this segment: «المهاجمون الذين …، اقتحموا …»."""
    at = whole.segments[number][0]
    if number == 0 or at in whole.turns or whole.marked(at, "joins") or whole.led_to(at) or whole.marked(at, "leans"):
        return None
    opening = whole.segments[number - 1][0]
    near = range(opening + 1, min(opening + _SUBJECT, at))
    found = next((k for k in near if whole.run[k].folded in whole.phrasing.clauses.relatives), None)
    if found is None or whole.led_to(opening) or whole.concepts_in((opening, found)) or whole.in_date(opening):
        return None
    return found if _free_of_dates(whole, number - 1, number) and not whole.in_date(at) else None


def _before_apposition(whole: Sentence, number: int) -> int:
    """The segment that a date alone between commas belongs to: «شنت القوات، وهي كبيرة، أمس، حملة»."""
    first = number
    while first > 0 and not stands(whole, first) and not whole.marked(whole.segments[first][0], "leans"):
        first -= 1
    return first if _free_of_dates(whole, first, number) else number


def _free_of_dates(whole: Sentence, first: int, number: int) -> bool:
    low, high = whole.segments[first][0], whole.segments[number][0]
    return not any(low <= date[0] < high for date in whole.dates)


def _end(whole: Sentence, segment: int) -> int:
    """Where the clause that is told in this segment ends: before a new statement."""
    k = bisect_right(whole.turns, whole.segments[segment][0])
    return whole.turns[k] if k < len(whole.turns) else len(whole.run)


def _far_end(whole: Sentence, end: int) -> int:
    """The end with what goes on telling of the same («مشيرة إلى أن …»)."""
    k = bisect_left(whole.heads, end, key=lambda hit: hit.at)
    if k == len(whole.heads) or whole.heads[k].at != end or whole.heads[k].concept not in ("goes_on", "attributes"):
        return end
    return _end(whole, whole.segment_of(end))


def _opening(told: Hit) -> int:
    """The first word of the content: a noun of what happened is part of it, «أن» is not."""
    return told.at if told.concept == "content" else told.at + told.count


def _told_clause(start: int, end: int, far: int, head: Hit, told: Hit | None) -> Clause:
    concept = told.concept if told is not None else ""
    pronoun = concept if concept in ("he", "she") else ""
    own = concept in ("content", "deed")
    return Clause((start, end), (start, far), head=head.at, pronoun=pronoun, own=own)
