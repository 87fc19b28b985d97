"""The words that tests of the screen are written in: small ones, and the founding case by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

from timeline_core.model.event import Event, Evidence, Figure, Kind, Role, Status, Telling
from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.report import GIVEN, INFERRED, Clue, Published, Report
from timeline_core.model.span import Span
from timeline_core.model.when import Mod, When, on, place_in_order
from timeline_core.names.gazetteer import ACTOR, PLACE, Entry, Gazetteer
from timeline_core.timeline import Timeline

RAID = """أكدت القيادة المركزية الأميركية «سنتكوم» أن غارة نفذتها في 10 من شباط الجاري شرقي سوريا انتهت بمقتل إبراهيم \
القحطاني، وهو مسؤول في تنظيم الدولة (داعش).
A raid on Feb 10th killed Ibrahim al-Qahtani, an ISIS official, CENTCOM said on Wednesday 15 February 2023.
وفي 20 من كانون الثاني 2022 هاجم مسلحون من التنظيم سجن الصناعة في حي غويران بالحسكة، وتصدت لهم «قسد».
ومطلع الشهر الجاري نشرت «سنتكوم» حصيلة شهر كانون الثاني: 43 عملية (33 في العراق و10 في سوريا) و11 قتيلاً و227 معتقلاً.
وكان تقرير استخباري قد حذر أواخر عام 2021 من أن التنظيم يستعيد قوته.
ومن المقرر أن تبدأ المحاكمات في 1 آذار المقبل."""

LATER = """كشفت القيادة المركزية في 16 من الشهر الجاري عن مقتل القحطاني في عملية شاركت فيها قوات سوريا الديمقراطية.
ونفى ناشطون من المنطقة الشرقية في اليوم التالي وجود قيادي بهذا الاسم.
وفي عملية أخرى أصيب أربعة جنود وكلب بوليسي، ولم يحدد البيان متى."""


def actor(id: str, en: str, ar: str, *, type: str = "organisation", short: dict[str, str] | None = None) -> Entry:
    """An actor with one name in each script."""
    return Entry(id, ACTOR, type, {"en": (en,), "ar": (ar,)}, short or {})


CENTCOM = actor("centcom", "US Central Command", "القيادة المركزية الأميركية", short={"en": "CENTCOM", "ar": "سنتكوم"})
ISIS = actor("isis", "Islamic State", "تنظيم الدولة", short={"en": "ISIS", "ar": "داعش"})
SDF = actor("sdf", "Syrian Democratic Forces", "قوات سوريا الديمقراطية", short={"en": "SDF", "ar": "قسد"})
QAHTANI = actor("ibrahim-al-qahtani", "Ibrahim al-Qahtani", "إبراهيم القحطاني", type="person")
HASAKAH = Entry("hasakah", PLACE, "city", {"en": ("Hasakah",), "ar": ("الحسكة",)})
SYRIA = Entry("syria", PLACE, "country", {"en": ("Syria",), "ar": ("سوريا",)})
NAMES = Gazetteer((CENTCOM, ISIS, SDF, QAHTANI, HASAKAH, SYRIA))


def report(
    id: str, text: str, *, title: str = "", publisher: str = "", published: str = "", lang: str = "ar"
) -> Report:
    """A report; its checksum is of its text."""
    day = When(published) if published else None
    return Report(id, text, sha256(text.encode()).hexdigest(), title, publisher, day, lang)


def evidence(
    of: Report, quote: str, words: str, when: When | None, *, story: bool = True, rule: str = "day"
) -> Evidence:
    """The first place where the report says `quote`, dated by `words` inside it or after it."""
    start = of.text.index(quote)
    at = of.text.index(words, start) if words else start
    span = Span(start, start + len(quote))
    said = Expression(Span(at, at + len(words)), words, when, Reason(rule, "2023-02-15", Origin.PUBLISHED))
    role = Role.STORY if story else Role.BACKGROUND
    return Evidence(
        of.id, role, span, quote, of.text[max(0, start - 32) : start], of.text[span.end : span.end + 32], said
    )


def figure(what: str, count: int, report: str) -> Figure:
    """So many, exactly."""
    return Figure(what, count, count, approximate=False, report=report, span=Span(0, 1))


def event(
    id: str,
    when: When | str | None,
    title: str,
    *pieces: Evidence,
    kind: Kind = Kind.OCCURRENCE,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    announces: tuple[str, ...] = (),
    disputes: tuple[str, ...] = (),
    status: Status = Status.DRAFT,
) -> Event:
    """An event; without evidence it gets one of a report that says just its title."""
    day = When(when) if isinstance(when, str) else when
    told = pieces or (evidence(report("r", title), title, "", day),)
    lang = "ar" if title > "؀" else "en"
    tellings = tuple(Telling(day, kind, title, lang, (piece,), actors, places) for piece in told)
    return Event(
        id, day, kind, title, lang, told, actors, places, figures, announces, disputes, tellings, status=status
    )


def _place(one: Event) -> tuple[int, int]:
    assert one.when is not None
    first, last = one.when.order
    return place_in_order(first.toordinal(), last.toordinal())


def timeline(*events: Event, reports: Sequence[Report] = (), names: Gazetteer = NAMES) -> Timeline:
    """A timeline of these events in the order of their days; reports that nobody gave say the event's title."""
    dated = sorted((e for e in events if e.when is not None), key=_place)
    known = {r.id: r for r in reports}
    for one in events:
        for piece in one.evidence:
            known.setdefault(piece.report, report(piece.report, piece.exact))
    told = {id: Published(r.published, GIVEN if r.published else "unknown") for id, r in known.items()}
    return Timeline(tuple(known.values()), told, tuple(dated), tuple(e for e in events if e.when is None), names)


def founding() -> Timeline:
    """The founding case (DESIGN.md), with a planned event, a denial and an undated one."""
    first = report("raid", RAID, title="مقتل قيادي في غارة شرقي سوريا", publisher="وكالة (الفرات)")
    later = report("later", LATER, title="عملية ثانية شرقي سوريا", publisher="منصة الجزيرة السورية")
    return Timeline(
        (first, later),
        {
            "raid": Published(When("2023-02-15/2023-02-28"), INFERRED, (Clue("given"),)),
            "later": Published(When("2023-02"), INFERRED, (Clue("given"),)),
        },
        (*_background(first), *_story(first, later)),
        (
            event(
                "undated--9",
                None,
                "إصابة أربعة جنود وكلب بوليسي في عملية أخرى",
                evidence(later, "وفي عملية أخرى أصيب أربعة جنود وكلب بوليسي", "", None),
                actors=("centcom",),
                figures=(figure("wounded", 4, "later"),),
            ),
        ),
        NAMES,
    )


def _background(first: Report) -> tuple[Event, ...]:
    late, tally = When("2021", Mod.END), When("2023-01")
    warned = evidence(first, "حذر أواخر عام 2021 من أن التنظيم يستعيد قوته", "أواخر عام 2021", late, story=False)
    attack = evidence(
        first, "هاجم مسلحون من التنظيم سجن الصناعة في حي غويران بالحسكة", "", on(date(2022, 1, 20)), story=False
    )
    counted = evidence(first, "43 عملية (33 في العراق و10 في سوريا)", "", tally)
    return (
        event(
            "2021-09-01--1", late, "تحذير استخباري من تعافي التنظيم", warned, actors=("isis",), kind=Kind.ANNOUNCEMENT
        ),
        event(
            "2022-01-20--2",
            "2022-01-20",
            "هجوم مسلحين على سجن الصناعة في حي غويران بالحسكة",
            attack,
            actors=("isis", "sdf"),
            places=("hasakah",),
        ),
        event(
            "2023-01-01--3",
            tally,
            "43 عملية (33 في العراق و10 في سوريا)",
            counted,
            actors=("centcom",),
            figures=(
                figure("operations", 43, "raid"),
                figure("killed", 11, "raid"),
                figure("arrested", 227, "raid"),
            ),
        ),
    )


def _story(first: Report, later: Report) -> tuple[Event, ...]:
    start, day = When("2023-02", Mod.START), on(date(2023, 2, 10))
    arabic = evidence(
        first, "غارة نفذتها في 10 من شباط الجاري شرقي سوريا انتهت بمقتل إبراهيم القحطاني", "10 من شباط الجاري", day
    )
    english = evidence(first, "A raid on Feb 10th killed Ibrahim al-Qahtani, an ISIS official", "Feb 10th", day)
    again = evidence(later, "مقتل القحطاني في عملية شاركت فيها قوات سوريا الديمقراطية", "", day)
    published = evidence(first, "نشرت «سنتكوم» حصيلة شهر كانون الثاني", "", start)
    said = evidence(
        first, "CENTCOM said on Wednesday 15 February 2023", "Wednesday 15 February 2023", on(date(2023, 2, 15))
    )
    revealed = evidence(
        later, "كشفت القيادة المركزية في 16 من الشهر الجاري", "16 من الشهر الجاري", on(date(2023, 2, 16))
    )
    denied = evidence(later, "ونفى ناشطون من المنطقة الشرقية في اليوم التالي", "اليوم التالي", on(date(2023, 2, 17)))
    trials = evidence(first, "أن تبدأ المحاكمات في 1 آذار المقبل", "1 آذار المقبل", on(date(2023, 3, 1)))
    raid, saying = "2023-02-10--5", Kind.ANNOUNCEMENT
    return (
        event(
            "2023-02-01--4", start, "نشر حصيلة كانون الثاني", published,
            kind=saying, actors=("centcom",), announces=("2023-01-01--3",),
        ),
        event(
            raid, day, "غارة شرقي سوريا انتهت بمقتل إبراهيم القحطاني", arabic, english, again,
            actors=("centcom", "isis", "ibrahim-al-qahtani", "sdf"), places=("syria",),
        ),
        event(
            "2023-02-15--6", "2023-02-15", "CENTCOM confirms the killing of Ibrahim al-Qahtani", said,
            kind=saying, actors=("centcom", "ibrahim-al-qahtani"), announces=(raid,),
        ),
        event(
            "2023-02-16--7", "2023-02-16", "كشفت القيادة المركزية عن مقتل القحطاني", revealed,
            kind=saying, actors=("centcom",), announces=(raid,),
        ),
        event(
            "2023-02-17--8", "2023-02-17", "نفي ناشطين وجود قيادي بهذا الاسم", denied,
            kind=Kind.DENIAL, actors=(), disputes=(raid,),
        ),
        event("2023-03-01--10", "2023-03-01", "بدء المحاكمات", trials, kind=Kind.PLANNED),
    )  # fmt: skip


def many(count: int, each_day: int = 3) -> Timeline:
    """That many events, some a day, from the year 2000 on; every fifth in Arabic."""
    first = date(2000, 1, 1)
    told = report("r", "unused")
    said = evidence(told, "unused", "", None)
    return Timeline(
        (told,),
        {"r": Published()},
        tuple(
            Event(
                f"e{n}",
                on(first + timedelta(n // each_day)),
                Kind.OCCURRENCE,
                f"غارة رقم {n}" if n % 5 == 0 else f"raid number {n}",
                "en",
                (said,),
                actors=("sdf",) if n % 7 == 0 else ("isis",),
            )
            for n in range(count)
        ),
        (),
        NAMES,
    )
