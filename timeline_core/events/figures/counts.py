"""Figures of a report: how many were killed, arrested, held; how many operations.

A number counts only with the thing that it counts: a noun of the language's `[figure_noun]` behind it, an act of
`[figure_act]` before it that takes it («مقتل 11 عنصرا», «أصيب 40 في …»), or what names the counted before it
(«عدد القتلى إلى 45»). Ages, distances, money and what else is nobody (`[figure_other]`) no act takes. A word for a
number that nobody gave («عشرات») is the least that it can mean, open and approximate; «أقل من 50» begins at 0. What
is not surely a count is left alone, and so is what is said not to have been (`[figure_no]`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from timeline_core.events.figures.behind import is_apart, is_joined, of_nobody
from timeline_core.events.figures.in_slots import dual, in_sums, one_or_two
from timeline_core.events.figures.negated import refused
from timeline_core.events.figures.number import Atom, Number
from timeline_core.events.figures.parts import PART_REACH, ending_at, ends_at, is_part, names_part, past_part
from timeline_core.events.figures.patients import Patient
from timeline_core.lexicon.wordlists import FigureWords
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.text.fold import fold
from timeline_core.text.words import Hit, Lexicon, Word, words, words_in

_DIGITS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?!\d)|\d+(?:[.٫]\d+)?")
_NO_COUNT_AFTER = ("%", "٪", "/")
_NO_COUNT_BEFORE = ("$", "€", "/", ".", "#")
_ACT_REACH = 6
"""How many words an act may stand before the number of those it was done to: «اعتقال التحالف 227 عنصرا»."""
CASUALTIES = "casualties"
"""Killed and wounded in one number."""
_OF_REACH = 2
"""Words of the longest phrase that says of how many: «من أصل»."""
_DASHES = "-–—"
_COMMAS = ",،"
_TEN = 10
_TALLY_REACH = 6
"""Words within which a number follows what names the counted: «عدد القتلى في القصف إلى 45»."""
_YEARS = range(1900, 2101)
"""Numbers that behind a bare act may as well be a year."""
_DIGIT_OR_DASH = re.compile(r"[\d-]")


def figures(
    text: str,
    span: Span,
    report: str,
    lexicon: FigureWords,
    dates: Sequence[Span] = (),
    patients: Sequence[Patient] = (),
) -> tuple[Figure, ...]:
    """The figures in that part of a report, in order. Numbers inside `dates`, given in order, are none.

    Args:
        patients: words for those to whom something was done: their number counts as what was done says.
    """
    run = words_in(text, span)
    counted = _Counter(text, run, lexicon, dates)
    every = [*counted.numbers()]
    numbers = [one for one in every if not one.part and not refused(text, run, one.at, one.end, lexicon)]
    found = [_figure(run, number, report, lexicon, patients) for number in numbers]
    duals = [
        dual(hit, run, report, lexicon)
        for hit in lexicon.duals.find(run)
        if not refused(text, run, hit.at, hit.at + 1, lexicon)
    ]
    numbered = [figure for figure in found if figure]
    worded = [figure for figure in duals if figure]
    worded += one_or_two(text, patients, [*numbered, *worded], report)
    worded = [figure for figure in worded if not names_part(run, figure.span, every, lexicon)]
    return tuple(sorted(in_sums(text, patients, numbered, worded, lexicon), key=lambda figure: figure.span))


class _Counter:
    """Reads the numbers of one run of words."""

    def __init__(self, text: str, run: Sequence[Word], lexicon: FigureWords, dates: Sequence[Span]) -> None:
        self._text, self._run, self._lexicon = text, run, lexicon
        self._dates = dates
        self._begins = [date.start for date in dates]
        self._starts = self._may_begin()

    def numbers(self) -> Iterator[Number]:
        """Every number in order; parts of what was counted are marked so."""
        at, before = 0, None
        while at < len(self._run):
            if at not in self._starts:
                at += 1
                continue
            number = None if at and self._is_of_name(at) else self._range(at) or self._number(at)
            if number is None or self._is_out(number) or self._is_age(number):
                at = self._past(at)
                continue
            before = replace(
                number, part=is_part(self._run, number, before, self._lexicon), dated=self._is_date(number.end)
            )
            yield before
            at = number.end

    def _is_of_name(self, at: int) -> bool:
        """True behind a word that makes a number a name («رقم»), or a part of another or of an ordinal."""
        before, ten = self._run[at - 1].folded, self._lexicon.numbers.at(self._run, at)
        if before in self._lexicon.labels or self._lexicon.pointed(before):
            return True
        return before in self._lexicon.ordinals and ten is not None and Fraction(ten.concept) % _TEN == 0

    def _may_begin(self) -> frozenset[int]:
        """The words with which a number may begin; most are none of them."""
        lexicon, run = self._lexicon, self._run
        listed = (at for one in (lexicon.numbers, lexicon.scales, lexicon.open) for at in one.begins_in(run))
        return frozenset((*listed, *(at for at, word in enumerate(run) if _DIGIT_OR_DASH.search(word.folded))))

    def _number(self, at: int) -> Number | None:
        """The longest number that begins at the word; with «of 12» behind it, which says of how many."""
        number = self._phrase(at)
        behind = self._past_of(number.end) if number is not None else at
        if number is None or behind == number.end:
            return number
        whole = self._phrase(behind)
        if whole is None or whole.value < number.value:
            return number
        return replace(number, end=whole.end, whole=True)

    def _past_of(self, at: int) -> int:
        """Past "of", and the article behind it: "two of | the five", «ثلاثة من أصل | سبعة»."""
        run, of = self._run, self._lexicon.of
        ends = (end for end in range(len(run[at : at + _OF_REACH]), 0, -1) if self._said(at, end) in of)
        end = at + next(ends, 0)
        return end + 1 if at < end < len(run) and run[end].folded in self._lexicon.definite else end

    def _said(self, at: int, count: int) -> str:
        return " ".join(word.folded for word in self._run[at : at + count])

    def _range(self, at: int) -> Number | None:
        """«بين 10 و15», "10 to 15", "10-15"."""
        if both := self._hyphened_range(at):
            return both
        low = self._atom(at)
        if low is None or (second := self._second(at, low)) is None:
            return None
        high = self._atom(second)
        if high is None or high.value <= low.value or low.value.denominator > 1 or high.value.denominator > 1:
            return None
        scale = high.value // 1000 * 1000 if high.scaled and not low.scaled else 0
        first = low.value * 1000 if scale and low.value * 1000 < high.value else low.value
        span = Span(low.span.start, high.span.end)
        return Number(int(first), at, high.end, span, high=int(high.value))

    def _second(self, at: int, low: Atom) -> int | None:
        """Where the higher end of a range begins whose lower end is that number; None where it is no range."""
        if ends_at(self._run, at, self._lexicon.ranges):
            return self._joined(low.end)
        if low.end >= len(self._run):
            return None
        between = self._text[low.span.end : self._run[low.end].start].strip()
        if between and between in _DASHES:
            return low.end
        to = self._lexicon.to.at(self._run, low.end)
        return low.end + to.count if to is not None and not self._led_out(at) else None

    def _led_out(self, at: int) -> bool:
        """True when the number is what it was before: «من 30 إلى 45»."""
        return ends_at(self._run, at, self._lexicon.out)

    def _is_out(self, number: Number) -> bool:
        to = self._lexicon.to.at(self._run, number.end) if number.end < len(self._run) else None
        return to is not None and self._led_out(number.at) and self._atom(number.end + to.count) is not None

    def _is_age(self, number: Number) -> bool:
        """Set off by commas, and nothing else: "Salem Hadi, 58, was arrested"."""
        before, behind = self._text[: number.span.start].rstrip(), self._text[number.span.end :].lstrip()
        return before[-1:] in _COMMAS and behind[:1] in _COMMAS and bool(before and behind)

    def _hyphened_range(self, at: int) -> Number | None:
        word = self._run[at]
        ends = self._lexicon.hyphened.fullmatch(word.folded)
        if ends is None or self._in_date(word) or int(ends[1]) >= int(ends[2]):
            return None
        return Number(int(ends[1]), at, at + 1, word.span, high=int(ends[2]))

    def _phrase(self, at: int) -> Number | None:
        """A number of one word or several; None where it touches a number that is no part of it."""
        first = self._atom(at)
        if first is None:
            return None
        total, last = first.value, first
        while (more := self._atom(self._joined(last.end))) is not None:
            if not _adds(total, last, more):
                return None
            total, last = total + more.value, more
        if total.denominator > 1 or not total:
            return None
        span = Span(first.span.start, last.span.end)
        return Number(int(total), at, last.end, span, last.open or first.open, about=first.about)

    def _past(self, at: int) -> int:
        """The word after a number that could not be read, or after the word."""
        atom = self._atom(at)
        while atom is not None:
            at, atom = atom.end - 1, self._atom(self._joined(atom.end))
        return at + 1

    def _joined(self, at: int) -> int:
        """Past a word that only joins."""
        return at + 1 if at < len(self._run) and self._run[at].folded in self._lexicon.adds else at

    def _atom(self, at: int) -> Atom | None:
        if at >= len(self._run) or self._in_date(self._run[at]):
            return None
        word = self._run[at]
        if self._lexicon.digits.fullmatch(word.folded.rstrip("+")):
            return self._in_digits(at)
        if "-" in word.folded:
            return self._hyphened(at)
        if unknown := self._lexicon.open.at(self._run, at):
            end = at + unknown.count
            span = Span(word.start, self._run[end - 1].end)
            return Atom(Fraction(unknown.concept), end, span, open=True, about=True)
        hit = self._lexicon.numbers.at(self._run, at) or self._lexicon.scales.at(self._run, at)
        if hit is None or word.folded[: hit.clitic] not in self._lexicon.and_:
            return None
        end = at + hit.count
        start = word.span.start
        return self._scaled(Atom(Fraction(hit.concept), end, Span(start, self._run[end - 1].span.end)))

    def _hyphened(self, at: int) -> Atom | None:
        """ "twenty-five" """
        word = self._run[at]
        parts = [self._lexicon.numbers.at(words(part), 0) for part in word.folded.split("-")]
        values = [Fraction(hit.concept) for hit in parts if hit is not None]
        if len(values) != 2 or len(parts) != 2 or values[0] % 10 or values[1] not in range(1, 10):
            return None
        return self._scaled(Atom(sum(values, Fraction()), at + 1, word.span))

    def _in_digits(self, at: int) -> Atom | None:
        run, text = self._run, self._text
        begin = run[at].span.start + (0 if run[at].folded[0].isdecimal() else 1)
        written = _DIGITS.match(text, begin)
        if written is None or text[max(0, begin - 2) : begin].strip()[-1:] in _NO_COUNT_BEFORE:
            return None
        end = at + 1
        while end < len(run) and run[end].span.start < written.end():
            end += 1
        after = text[written.end() : written.end() + 1]
        if after in _NO_COUNT_AFTER and after:
            return None
        value = Fraction(fold(written[0]).replace(",", "").replace("٬", "").replace("٫", "."))
        last = max(written.end(), run[end - 1].span.end)
        return self._scaled(Atom(value, end, Span(begin, last), digits=True, open=after == "+"))

    def _scaled(self, atom: Atom) -> Atom:
        if atom.end >= len(self._run) or self._in_date(self._run[atom.end]):
            return atom
        scale = self._lexicon.scales.at(self._run, atom.end)
        if scale is None or scale.clitic:
            return atom
        end = atom.end + scale.count
        span = Span(atom.span.start, self._run[end - 1].span.end)
        grown = replace(atom, value=atom.value * int(scale.concept), end=end, span=span, scaled=True)
        return self._scaled(grown)

    def _is_date(self, at: int) -> bool:
        return at < len(self._run) and self._in_date(self._run[at])

    def _in_date(self, word: Word) -> bool:
        k = bisect_left(self._begins, word.span.end) - 1
        return k >= 0 and self._dates[k].overlaps(word.span)


def _adds(total: Fraction, last: Atom, more: Atom) -> bool:
    """True when the next word goes on the same number: «مئة وخمسين», «خمسة وثلاثون», «34 ألفا و683»."""
    if (last.digits and not last.scaled) or more.about or last.about:
        return False
    if 0 < last.value < 10 and more.value in range(20, 100, 10) and not more.digits:
        return True
    if 20 <= last.value < 100 and last.value % 10 == 0 and not more.digits:
        return 0 < more.value < 10
    return any(total % unit == 0 and more.value < unit for unit in (1000, 100))


def _figure(
    run: Sequence[Word], number: Number, report: str, lexicon: FigureWords, patients: Sequence[Patient]
) -> Figure | None:
    what = _done_to(run, number, lexicon, patients) or _what(run, number, lexicon)
    if what is None:
        return None
    said = {hit.concept for hit in lexicon.after.find(run[number.end : number.end + PART_REACH + 2])}
    said |= {hit.concept for hit in ending_at(run, number.at, lexicon.bounds)}
    low, high = number.value, number.high or number.value
    if number.open or "at_least" in said:
        return Figure(what, low, None, number.about or "about" in said, report, number.span)
    return Figure(what, 0 if "up_to" in said else low, high, number.about or "about" in said, report, number.span)


def _done_to(run: Sequence[Word], number: Number, lexicon: FigureWords, patients: Sequence[Patient]) -> str | None:
    """What the predicate says was done to those whom the number counts."""
    if _mixed(run, number, lexicon) or of_nobody(run, number, lexicon):
        return None
    named = lexicon.nouns.at(run, number.end) if number.end < len(run) else None
    others = named is not None and named.concept not in lexicon.states and not is_joined(run, named, lexicon)
    if others and not number.whole:
        return None
    last = Span(number.span.end - 1, number.span.end)
    return next((one.what for one in patients if one.span.covers(last)), None)


def _what(run: Sequence[Word], number: Number, lexicon: FigureWords) -> str | None:
    if _mixed(run, number, lexicon):
        return CASUALTIES
    counted = _behind(run, number, lexicon.nouns, lexicon)
    act = _act(run, number, lexicon)
    people = _behind(run, number, lexicon.people, lexicon) is not None
    if counted is not None and counted.concept in lexicon.states:
        return _done(run, number, act, lexicon) or counted.concept
    if counted is not None:
        return counted.concept
    if act is not None and (people or _takes(run, number, act, lexicon)):
        return act.concept
    return _tally(run, number, lexicon)


def _done(run: Sequence[Word], number: Number, act: Hit | None, lexicon: FigureWords) -> str | None:
    """What is done to those of whom the noun only says what they were: «مقتل 5 رهائن», "5 hostages were killed"."""
    between = run[act.at + act.count : number.at] if act is not None else ()
    if act is not None and len(between) <= PART_REACH and not any(word.folded in lexicon.joints for word in between):
        return act.concept
    behind = lexicon.nouns.find(run[number.end : number.end + lexicon.reach])
    return (
        next((hit.concept for hit in behind if hit.concept not in lexicon.states), None) if lexicon.reach > 1 else None
    )


def _takes(run: Sequence[Word], number: Number, act: Hit, lexicon: FigureWords) -> bool:
    """True when the act takes the number with nothing named behind it, or what no list knows: «استشهد 12 فلسطينيا»."""
    if act.concept in lexicon.named or number.value in _YEARS:
        return False
    between = list(run[act.at + act.count : number.at])
    led = (lexicon.find(between) for lexicon in (lexicon.bounds, lexicon.ranges))
    small = {hit.at + k for hits in led for hit in hits for k in range(hit.count)}
    if any(k not in small for k in range(len(between))):
        return False
    return not of_nobody(run, number, lexicon)


def _mixed(run: Sequence[Word], number: Number, lexicon: FigureWords) -> bool:
    """True when what is counted is said to be some of them killed and some wounded: «20 جنديا بين قتيل وجريح»."""
    end = next((at for at in range(number.end, len(run)) if run[at].folded[-1:].isdecimal()), len(run))
    behind = lexicon.behind.find(run[number.end : min(end, number.end + _ACT_REACH)])
    return any(hit.concept == CASUALTIES for hit in behind)


def _tally(run: Sequence[Word], number: Number, lexicon: FigureWords) -> str | None:
    """What is named before the number and counted by it: «ارتفع عدد القتلى إلى 45»."""
    start = max(0, number.at - _TALLY_REACH)
    named = list(lexicon.tallies.find(run[start : number.at]))
    if not named or of_nobody(run, number, lexicon):
        return None
    return named[-1].concept if number.value not in _YEARS else None


def _behind(run: Sequence[Word], number: Number, wanted: Lexicon, lexicon: FigureWords) -> Hit | None:
    """The first phrase of `wanted` at most `reach` words behind the number, before the next number and any "and"."""
    left = 0 if number.dated and lexicon.reach == 1 else lexicon.reach
    at = number.end
    if of_nobody(run, number, lexicon) and wanted.at(run, at) is None:
        return None
    while left and (at := past_part(run, at, lexicon)) < len(run):
        if run[at].folded[:1].isdecimal() or run[at].folded in lexicon.joints:
            return None
        hit = wanted.at(run, at)
        if hit is not None and (is_joined(run, hit, lexicon) or is_apart(run, number, at, lexicon)):
            return None
        if hit is not None:
            follows = run[at + hit.count].folded if at + hit.count < len(run) else ""
            return None if at > number.end and follows[:1].isdecimal() else hit
        at, left = at + 1, left - 1
    return None


def _act(run: Sequence[Word], number: Number, lexicon: FigureWords) -> Hit | None:
    """The act that was done to the counted: the nearest before the number, with its place in the whole run."""
    if ends_at(run, number.at, lexicon.doers):
        return None
    start = max(0, number.at - _ACT_REACH)
    hits = list(lexicon.acts.find(run[start : number.at]))
    return replace(hits[-1], at=start + hits[-1].at) if hits else None
