"""Clauses inside a clause that have a date for themselves.

«الغارة التي وقعت في 3 أيار», «بعد مقتل … في 3 أيار», “the talks scheduled for May 25”.

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from timeline_core.syntax.segments import Range, starts
from timeline_core.syntax.sentence import Sentence

_FRAME = 4
"""Words within which a subordinate clause shows that it is one: «بعد ثلاثة أيام من …», "three days after …"."""
_SINCE = 8
"""Words that a clause since which something is may have before its date."""
_PLACING = frozenset({"beside", "deadline", "before", "eve", "since"})
_NOUN = 6
"""Words that the noun before a relative may have."""
_OWNERS = 2
"""Nouns before the last one that may belong to one another."""
_NEAR = 4
"""Words within which a preposition shows where the noun begins."""
_CLOSE = 5
"""Telling words that may stand between a relative and a day to come."""
_REACH = 12
"""Telling words that may stand between a relative and the date of its clause."""
_TELLING = 2


def frame(whole: Sentence, date: Range) -> str:
    """`since`, `until` or `deadline` where such a word leads to the date, else nothing: «منذ 7 أكتوبر», "by May 5"."""
    low = max(0, date[0] - _FRAME)
    found = [
        hit
        for hit in whole.phrasing.clauses.frames.find(whole.run[low : date[0]])
        if hit.concept in ("since", "until", "deadline", "before")
    ]
    if not found:
        return ""
    last = found[-1]
    between = whole.run[low + last.at + last.count : date[0]]
    small = whole.phrasing.periods.date_leads | whole.phrasing.titles.trails
    return last.concept if all(word.folded in small for word in between) else ""


def below(whole: Sentence, start: int, date: int) -> int:
    """Where the innermost clause before the date begins: after «منذ», "since"."""
    joined = [at for at in whole.cuts if at <= date and (whole.marked(at, "joins") or whole.auxiliary(at))]
    low = max(start, joined[-1] if joined else 0)
    inner = [
        hit.at + hit.count
        for hit in whole.links
        if hit.concept == "below" and low < hit.at < date and not whole.in_date(hit.at)
        if not any(whole.conjoined(at) for at in range(hit.at + hit.count, min(hit.at + hit.count + 2, date)))
    ]
    found = [at for at in inner if whole.content_words((at, date)) >= _TELLING]
    if not found or any(hit.concept == "along" and start < hit.at < found[-1] for hit in whole.links):
        return start
    return found[-1]


def beside(whole: Sentence, date: Range) -> Range | None:
    """The clause that only places the main one in time and has the date for itself: «بعد مقتل … في 3 أيار، شن …»."""
    start, end = whole.segments[whole.segment_of(date[0])]
    for hit in whole.phrasing.clauses.frames.find(whole.run[start : min(start + _FRAME, date[0])]):
        begin = start + hit.at + hit.count
        if hit.concept not in _PLACING or begin > date[0] or whole.in_date(start + hit.at):
            continue
        told = (begin, end)
        if hit.concept == "since" or start > 0 or end == len(whole.run):
            told = (begin, date[1])
            last = start > 0 and date[1] == end and hit.concept == "beside"
            if whole.content_words(told) < _TELLING or not (last or _another_follows(whole, date[1], end)):
                continue
        return told if whole.concepts_in(told) or whole.begins(told) else None
    return None


def _another_follows(whole: Sentence, at: int, end: int) -> bool:
    """True when what stands behind the date is no more of the same: it tells enough, and is not led to."""
    known = whole.phrasing.clauses.prepositions | whole.phrasing.clauses.relatives
    return whole.content_words((at, end)) > _TELLING and whole.run[at].folded not in known


def relative(whole: Sentence, start: int, date: Range) -> Range | None:
    """The noun before the relative and its clause, where the date stands in it: «الغارة التي استهدفت البلدة أمس»."""
    home = whole.segments[whole.segment_of(date[0])]
    for at in range(date[0] - 2, max(start, home[0]) - 1, -1):
        if whole.run[at].folded in whole.phrasing.clauses.relatives and not whole.in_date(at):
            if frame(whole, date) == "since" and whole.content_words((at, date[0])) <= _REACH:
                return _said_of(whole, start, at, date)
            planned = any(hit.concept == "planned" and at < hit.at < date[0] for hit in whole.marks)
            if whole.content_words((at, date[0])) > _REACH or not (planned or _past(whole.run[at + 1].folded, whole)):
                return None
            if at == home[0] and home[1] < len(whole.run) and whole.grammar.word_article:
                return (start, home[1])
            said = _said_of(whole, start, at, date) or _opening_noun(whole, start, at, date)
            return None if said is None or _of_the_main(whole, (start, said[0]), at) else said
    return None


def done_to(whole: Sentence, start: int, date: Range) -> Range | None:
    """The noun and the participle right before the date: «الاتفاقية المبرمة عام 1888»; no statement."""
    at = date[0] - 1
    while at > start and whole.run[at].folded in whole.phrasing.periods.date_leads:
        at -= 1
    if at <= start or whole.run[at].folded not in whole.phrasing.clauses.relative_verbs["participles"]:
        return None
    noun = _noun(whole, start, at)
    if noun is None or any(hit.concept == "notice" and noun <= hit.at < at for hit in whole.notices):
        return None
    return (noun, max(whole.segments[whole.segment_of(date[0])][1], date[1]))


def owner(whole: Sentence, date: Range) -> Range | None:
    """The noun of what happened that the month or year behind it belongs to, with its relative: «انتخابات أيار»."""
    noun = next((hit for hit in whole.concepts_in((date[0] - 1, date[0])) if not whole.article(hit.at)), None)
    if noun is None or whole.run[date[0]].folded in whole.phrasing.periods.heads or whole.article(date[0]):
        return None
    follows = date[1] < len(whole.run) and whole.run[date[1]].folded in whole.phrasing.clauses.relatives
    return (noun.at, whole.segments[whole.segment_of(date[0])][1] if follows else date[1])


def to_come(whole: Sentence, start: int, date: Range, *, lies_ahead: bool) -> Range | None:
    """The noun and its relative whose verb looks ahead to a day close behind it: «القمة التي تنطلق غدا».

    Args:
        lies_ahead: the day lies ahead of the report; then a verb of the present looks ahead too.
    """
    home = whole.segments[whole.segment_of(date[0])]
    for at in range(date[0] - 2, max(start, home[0] - 1), -1):
        if whole.content_words((at + 1, date[0])) > _CLOSE:
            return None
        if whole.run[at].folded not in whole.phrasing.clauses.relatives or whole.in_date(at):
            continue
        if (lies_ahead and present(whole, at + 1)) or whole.phrasing.clauses.looks_ahead(whole.run[at + 1].folded):
            return _said_of(whole, start, at, date)
    return None


def _said_of(whole: Sentence, start: int, at: int, date: Range) -> Range | None:
    """From the noun before the relative, or participle, at that word to the end of what it says."""
    noun = _noun(whole, start, at)
    home = whole.segments[whole.segment_of(date[0])]
    if noun is None:
        return None
    ends = _predicate_follows(whole, start, at, date[1], home[1])
    return (noun, date[1] if ends else max(home[1], date[1]))


def _opening_noun(whole: Sentence, start: int, at: int, date: Range) -> Range | None:
    """The noun that opens the clause, with its relative, where the main verb follows: "Fighting that … has …"."""
    if at - start > _NOUN or not whole.phrasing.clauses.auxiliaries:
        return None
    end = whole.segments[whole.segment_of(date[0])][1]
    verb = next((k for k in range(date[1], end) if whole.auxiliary(k)), None)
    return (start, verb) if verb is not None else None


def _predicate_follows(whole: Sentence, start: int, at: int, after: int, end: int) -> bool:
    """True when the main clause goes on behind the date: «أن المعسكر الذي … التي استعادها المقاتلون أمس شهد …».

    Its subject opens it, so that its verb is still to come; and what the relative says is told in full.
    """
    opened = start > 0 and whole.run[start - 1].folded in whole.phrasing.speech.that
    full = whole.content_words((at + 1, after)) >= _TELLING and whole.content_words((after, end)) >= _TELLING
    if not (opened and full):
        return False
    return not (whole.article(after) or whole.led_to(after) or whole.conjoined(after))


def going_on(whole: Sentence, start: int, date: Range) -> Range | None:
    """The noun that something is said of since that day: «الحرب الدائرة منذ 2013»."""
    if frame(whole, date) != "since":
        return None
    low = max(start + 1, date[0] - _FRAME)
    since = next(
        (low + h.at for h in whole.phrasing.clauses.frames.find(whole.run[low : date[0]]) if h.concept == "since"), 0
    )
    if since > start + 2 and _participle(whole, since - 1) and not whole.led_to(since - 2):
        return (since - 2, max(whole.segments[whole.segment_of(date[0])][1], date[1]))
    if since < start + _NEAR or not whole.article(since - 1):
        return None
    if not (
        whole.article(since - 2) or (_stops(whole, since - 2) and whole.article(since - 3) and whole.article(since - 4))
    ):
        return None
    noun = _noun(whole, start, since)
    if noun is not None and noun - 2 > start and _stops(whole, noun - 1) and whole.article(noun - 2):
        noun = _noun(whole, start, noun - 1)
    return (noun, date[1]) if noun is not None else None


def _participle(whole: Sentence, at: int) -> bool:
    """True for a participle without an article behind a noun without one: «سيارة مسروقة»."""
    state = whole.run[at].folded in whole.phrasing.clauses.relative_verbs["states"]
    return state and not whole.article(at - 1) and whole.content_words((at - 1, at + 1)) > 1


def _of_the_main(whole: Sentence, main: Range, at: int) -> bool:
    """True when the date rather tells when somebody was killed, wounded, taken, and the relative only who it was."""
    toll = any(hit.concept in whole.phrasing.concepts.deeds.toll for hit in whole.concepts_in(main))
    return toll and not any(hit.at == at + 1 for hit in whole.concepts_in((at, at + 2)))


def nominal(whole: Sentence, start: int, date: Range) -> Range | None:
    """What alone stands between a word of placing and the date: «… بعد انتفاضة 2011», "… after the May 3 strike"."""
    home = whole.segments[whole.segment_of(date[0])]
    low = max(home[0], date[0] - _SINCE)
    for hit in reversed([*whole.phrasing.clauses.frames.find(whole.run[low : date[0]])]):
        begin = low + hit.at + hit.count
        opens = low + hit.at <= home[0] + 1 and whole.content_words((begin, date[0])) >= _TELLING
        tells = opens or (date[0] - low - hit.at <= _FRAME and whole.begins((begin, date[0])))
        if hit.concept == "since" and tells and _another_follows(whole, date[1], home[1]):
            return (begin, date[1])
        dated = any(start <= other[0] < low + hit.at for other in whole.dates)
        near = date[0] - low - hit.at <= _FRAME or dated or whole.content_before(begin, begin + 1) == begin
        before = near and whole.content_words((max(start, home[0]), low + hit.at)) >= _TELLING
        placed = hit.concept in ("beside", "deadline", "before", "eve") and before
        tells = bool(whole.concepts_in((begin, date[0]))) or whole.content_before(begin, begin + 1) == begin
        if placed and tells and not whole.in_date(low + hit.at):
            end = next((cut for cut in whole.cuts if cut > date[0]), len(whole.run))
            return (begin, max(end, date[1])) if whole.content_words((begin, end)) >= _TELLING else None
    return None


def ahead(whole: Sentence, start: int, date: Range) -> Range | None:
    """The noun of which is said that it is to come on that day: «احتفالات الافتتاح المقررة غدا»."""
    home = whole.segments[whole.segment_of(date[0])]
    for hit in whole.unreal:
        if hit.concept in ("cancelled", "postponed") and start <= hit.at < date[0]:
            return None
        if hit.concept == "ahead" and max(start, home[0]) < hit.at < date[0] and not whole.auxiliary(hit.at - 1):
            noun = _noun(whole, start, hit.at)
            slot = noun is not None and any(other.concept == "slot" and other.at == noun for other in whole.unreal)
            noun = whole.content_before(start, hit.at) if slot else noun
            noun = None if noun is not None and whole.auxiliary(noun) else noun
            close = whole.content_words((hit.at + hit.count, date[0])) <= _REACH
            return (noun, max(home[1], date[1])) if close and noun is not None else None
    return None


def present(whole: Sentence, at: int) -> bool:
    """True when the word opens a clause as a verb of what is or is to be («يصل», «تشيع»), as far as letters show."""
    word, forms = whole.run[at].folded, whole.phrasing.clauses.relative_verbs
    word = word[1:] if whole.conjoined(at) else word
    return starts(word, forms["verbs"]) and not whole.in_date(at) and not _past(word, whole)


def _past(word: str, whole: Sentence) -> bool:
    """True when the word behind a relative is a verb of what happened once, as far as its letters show."""
    forms = whole.phrasing.clauses.relative_verbs
    if word in forms["past"]:
        return True
    if starts(word, forms["present"]):
        return False
    return not starts(word, forms["doubtful"]) or any(word.endswith(form) for form in forms["past_ends"])


def _noun(whole: Sentence, start: int, at: int) -> int | None:
    """Where the noun phrase before that word begins; None where nothing but the noun opens the clause."""
    low = max(start, at - _NOUN)
    reach = _TELLING if whole.grammar.word_article else _NEAR
    nouns = [
        hit.at
        for hit in whole.concepts_in((low, at))
        if hit.at >= at - _TELLING or (hit.at >= at - reach and whole.content_words((start, hit.at)) > 0)
    ]
    first = nouns[-1] if nouns else _walked_back(whole, max(low, at - _NEAR), at)
    if first is None:
        nominal_clause = low == start > 0 and whole.run[start - 1].folded in whole.phrasing.speech.that
        first = _last_noun(whole, low - nominal_clause, at)
    if first is not None:
        first = _before_measure(whole, low, first)
    if first is None or whole.content_words((start, first)) == 0:
        return None
    return first


def _before_measure(whole: Sentence, low: int, at: int) -> int:
    """The noun that a number of years, metres, … belongs to: none begins with it («كأس الخليج تحت 23 سنة»)."""
    measured = whole.run[at].folded.isdecimal() and whole.phrasing.figures.others.at(whole.run, at + 1) is not None
    if not measured or at - 1 <= low:
        return at
    noun = _last_noun(whole, low, at - 1)
    return at if noun is None else noun


def _walked_back(whole: Sentence, low: int, at: int) -> int | None:
    """The word behind the nearest preposition, article or joint before `at`; None where none stands near."""
    cuts = {edge for edge, _ in whole.segments}
    for k in range(at - 1, low - 1, -1):
        if _stops(whole, k):
            return k + 1
        if k in cuts:
            return k if k > low else None
        if whole.run[k].folded in whole.phrasing.clauses.determiners or _glued(whole, k):
            return k
    return None


def _last_noun(whole: Sentence, low: int, at: int) -> int | None:
    """The noun before `at` with its adjectives, and what it belongs to: «قاعدة العند»."""
    first = at - 1
    if first <= low:
        return None
    if not whole.article(first):
        name = first - 1 > low and not (_stops(whole, first - 1) or _glued(whole, first - 1))
        return first - 1 if name and not whole.grammar.word_article else None
    while first - 1 > low and whole.article(first - 1) and _adjective(whole, first):
        first -= 1
    if _measured(whole, low, first):
        return first - 2
    for _ in range(_OWNERS):
        if first - 1 <= low or not _owned_by(whole, first - 1):
            break
        first -= 1
    return first


def _measured(whole: Sentence, low: int, at: int) -> bool:
    """True for an adjective before that noun which belongs to the noun before it: «الموجة شديدة الحرارة»."""
    if at - 2 <= low or not whole.article(at) or whole.article(at - 1) or not whole.article(at - 2):
        return False
    return whole.run[at - 1].folded.endswith(whole.phrasing.clauses.adjective_ends) and _owned_by(whole, at - 1)


def _owned_by(whole: Sentence, at: int) -> bool:
    """True for a noun without an article, which belongs to the one behind it: «احتفالات قناة السويس»."""
    word = whole.run[at].folded
    free = not (
        whole.article(at) or whole.led_to(at) or whole.conjoined(at) or word.startswith(whole.grammar.to_infinitive)
    )
    return free and whole.content_words((at, at + 1)) > 0


def _adjective(whole: Sentence, at: int) -> bool:
    """True when the word, or the one that it is joined to, has the ending of an adjective."""
    return any(whole.run[k].folded.endswith(whole.phrasing.clauses.adjective_ends) for k in (at, at - 1))


def _stops(whole: Sentence, at: int) -> bool:
    return whole.run[at].folded in whole.phrasing.clauses.prepositions or whole.in_date(at)


def _glued(whole: Sentence, at: int) -> bool:
    """True when a preposition is glued to the noun («بالغارة»)."""
    return starts(whole.run[at].folded, whole.phrasing.clauses.prepositions, whole=False)
