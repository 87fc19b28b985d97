"""What can be told, in no language: two languages meet in it («قتل» and "killed" are both the deed `kill`).

One table holds classes of predicates, deeds, things, what is counted and the parts of the day; whoever names one of
them asks here whether there is such a one.

Source:
    DESIGN.md section 5. The table is `seeds/concepts.toml`, where every property is explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from timeline_core.errors import LanguageError

_FLAGS = (
    *("happens", "upon", "ground", "living", "news", "opens", "support", "says", "light", "phase"),
    *("modal", "wants", "plans", "doubts", "prevents", "denies", "stated", "tells", "course"),
)
_HOURS = 24
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PredicateClass:
    """How predicates of one class behave."""

    name: str
    happens: bool
    """It takes place, so that a day can be the day of it: "die" does, "weigh" does not."""
    upon: bool = False
    """What a preposition leads to behind it is the one to whom it is done: "an attack on X", «حكم على فلان»."""
    ground: bool = False
    """It takes place on a spot, where a report that names no other place than that of its opening tells of it."""
    living: bool = False
    """Only somebody alive can be its subject: "die", «استشهد»."""
    news: bool = False
    """A report that tells of it in the past tense tells of a happening, whether it gives a day or not."""
    opens: bool = False
    """A report that opens with it tells of a happening, whatever its subject is: "the truce begins"."""
    support: bool = False
    """The noun beside it tells what happened: "clashes broke out", «أصدرت المحكمة حكما»."""
    says: bool = False
    """It tells that somebody said something: "announce", «أعلن»."""
    light: bool = False
    """The noun behind it tells what was done: "carry out a strike", «شنّ غارة»."""
    phase: bool = False
    """It says that another thing began, went on or ended: "begin", «استمر»."""
    modal: bool = False
    """It says how likely or wanted another thing is: "must", «يمكن»."""
    wants: bool = False
    """What it is about is wanted, and need not come: "ask for talks", «طالب بالإفراج عنهم»."""
    plans: bool = False
    """What it is about lies ahead: "agree to meet", «قرر إغلاق المعبر»."""
    doubts: bool = False
    """What it is about may be so or not: "a raid is possible", «يحتمل أن يصل»."""
    prevents: bool = False
    """What it is about did not come: "prevent an attack", «أحبط هجوما»."""
    denies: bool = False
    """What it is about is said to be untrue: "deny the killing", «نفى مقتله»."""
    stated: bool = False
    """It says little of what was done, and is a statement where somebody says it: «قال الوزير إن الأسعار ارتفعت»."""
    tells: bool = False
    """With a clause as its object it tells what somebody says: "wrote that …", «أثبت التقرير أن …»."""
    course: bool = False
    """Those who have a part in a happening do it in the course of it: "the robbers fled", "soldiers surrounded it"."""
    scene: str = ""
    """What predicates of classes of one scene tell can be one happening: a strike hits, and five are killed."""
    deeds: frozenset[str] = frozenset()
    """What a predicate of the class can be, more closely: `harm` holds `kill` and `wound`."""

    @property
    def in_scene(self) -> str:
        """Its scene; a class that has none is one by itself."""
        return self.scene or self.name

    @property
    def traits(self) -> frozenset[str]:
        """The names of all that is true of it: `happens`, `says`, …"""
        return frozenset(flag for flag in _FLAGS if getattr(self, flag))


@dataclass(frozen=True, slots=True)
class Deeds:
    """The deeds of which each property is true; the properties are explained where they are given."""

    once: frozenset[str]
    distinct: frozenset[str]
    frequent: frozenset[str]
    rare: frozenset[str]
    regional: frozenset[str]
    lethal: frozenset[str]
    on_things: frozenset[str]
    held: frozenset[str]
    lost_once: frozenset[str]
    sequel: frozenset[str]
    of_others: frozenset[str]
    death: frozenset[str]
    harm: frozenset[str]
    toll: frozenset[str]
    any_deed: frozenset[str]
    claimed: frozenset[str]
    thin: frozenset[str]
    twice_a_day: frozenset[str]
    twice_a_person: frozenset[str]
    undergone: frozenset[str]

    @property
    def to_things(self) -> frozenset[str]:
        """What is done to a thing that two tellings name: a market is hit, an aircraft is shot down."""
        return self.distinct | self.on_things


@dataclass(frozen=True, slots=True)
class Things:
    """The things of which each property is true."""

    tool: frozenset[str]
    sequel: frozenset[str]


@dataclass(frozen=True, slots=True)
class Concepts:
    """The one table of what can be told."""

    classes: Mapping[str, PredicateClass]
    names: Mapping[str, frozenset[str]]
    """`deed`, `thing`, `counted`, `part_of_day` -> all that there are."""
    deeds: Deeds
    things: Things
    abroad: Mapping[str, str]
    """Deed -> the one that another language may call it by: an Arabic raid is an air strike of English."""
    stands_for: Mapping[str, frozenset[str]]
    """Deed -> what its general word can mean where it points back: «الهجوم» was a strike."""
    goes_on: Mapping[str, frozenset[str]]
    """Deed -> deeds told before that its definite noun goes on telling of ("the operation" was an arrest)."""
    done: Mapping[str, str]
    """What is counted -> the deed that was done to them: `released` -> `release`."""
    counts: Mapping[str, str]
    """Deed -> what those are counted as to whom it was done: `kill` -> `killed`."""
    left: Mapping[str, str]
    """Thing -> the deed that it tells of somebody that he left it: `prison` -> `release`."""
    same_as: Mapping[str, str]
    """What is counted -> another name for the same men: `released` -> `detainees`."""
    states: frozenset[str]
    """What is counted and only says what they are: `hostages` may be killed or freed."""
    hours: Mapping[str, frozenset[int]]
    """Part of the day -> hours that some call so."""
    scenes: Mapping[str, str]
    """Class -> its scene; one that has none is one by itself. Without those that only support a noun."""
    deeds_of_scene: Mapping[str, frozenset[str]]
    """Scene -> all that predicates of its classes can be, more closely."""

    @property
    def sequels(self) -> frozenset[str]:
        """Deeds and things that follow a happening and name it: a visit, a funeral."""
        return self.deeds.sequel | self.things.sequel

    def known(self, kind: str, names: Iterable[str], where: str) -> None:
        """Nothing, where all the names are of that kind (`class`, `deed`, `thing`, `counted`, `part_of_day`).

        Raises:
            LanguageError: one is not; `where` says which file and place names it.
        """
        there = self.names[kind]
        for name in names:
            if name not in there:
                raise LanguageError(f"{where}: {name!r} is no {kind} of concepts.toml; there are {', '.join(there)}")

    def scenes_of(self, predicates: Iterable[str]) -> frozenset[str]:
        """The scenes of some classes; a class that has none is one by itself."""
        scenes = self.scenes
        return frozenset([scenes[name] for name in predicates if name in scenes])

    def news_of(self, predicates: Iterable[str]) -> frozenset[str]:
        """Those of some classes that are news by themselves."""
        return frozenset(name for name in predicates if name in self.classes and self.classes[name].news)

    def abroad_as(self, deed: str) -> str:
        """The same for all that languages call by one another's words: «غارة» may be an air strike of English."""
        return self.abroad.get(deed, deed)

    def meant(self, deeds: frozenset[str]) -> frozenset[str]:
        """The deeds, and those that their general words may stand for: «الهجوم» was a strike."""
        return deeds.union(*(self.stands_for.get(deed, frozenset()) for deed in deeds))

    def are_in_course(self, predicates: Iterable[str]) -> bool:
        """One of some classes is of what people do in the course of a happening: "left", "surrounded"."""
        return any(name in self.classes and self.classes[name].course for name in predicates)

    def counted_as(self, what: str) -> str:
        """The same for all that is counted as one: «318 released», «released 318 prisoners»."""
        return self.same_as.get(what, what)


def load(data: Mapping[str, object]) -> Concepts:
    """Check the table and make it ready.

    Raises:
        LanguageError: a row says what no row of its kind can say, or names what there is not.
    """
    classes = {name: _class(name, row) for name, row in _rows(data, "class").items()}
    deeds, things, counted = (_rows(data, kind) for kind in ("deed", "thing", "counted"))
    _only("deed", deeds, {"is", "abroad", "stands_for", "goes_on", "counts"})
    _only("thing", things, {"is", "left"})
    _only("counted", counted, {"deed", "same_as", "state"})
    table = Concepts(
        classes=classes,
        names={
            "class": frozenset(classes),
            "deed": frozenset(deeds),
            "thing": frozenset(things),
            "counted": frozenset(counted),
            "part_of_day": frozenset(_section(data, "part_of_day")),
        },
        deeds=Deeds(**_having("deed", deeds, [field.name for field in fields(Deeds)])),
        things=Things(**_having("thing", things, [field.name for field in fields(Things)])),
        abroad=_said(deeds, "abroad"),
        stands_for={name: frozenset(_names("deed", name, row, "stands_for")) for name, row in deeds.items()},
        goes_on={name: frozenset(_names("deed", name, row, "goes_on")) for name, row in deeds.items()},
        done=_said(counted, "deed"),
        counts=_said(deeds, "counts"),
        left=_said(things, "left"),
        same_as=_said(counted, "same_as"),
        states=frozenset(name for name, row in counted.items() if row.get("state") is True),
        hours={name: _hours(name, span) for name, span in _section(data, "part_of_day").items()},
        scenes={name: one.in_scene for name, one in classes.items() if not one.support},
        deeds_of_scene=_by_scene(classes.values()),
    )
    _hold_together(table)
    return table


def _by_scene(classes: Iterable[PredicateClass]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in classes:
        found[one.in_scene] = found.get(one.in_scene, frozenset()) | one.deeds
    return found


def _hold_together(table: Concepts) -> None:
    """Every deed and count that a row names must have a row of its own."""
    for name, one in table.classes.items():
        table.known("deed", one.deeds, f"concepts.toml: class {name!r}")
    for deeds in (table.stands_for, table.goes_on):
        for name, others in deeds.items():
            table.known("deed", others, f"concepts.toml: deed {name!r}")
    table.known(
        "deed",
        [*table.abroad.values(), *table.done.values(), *table.left.values()],
        "concepts.toml: `abroad` or `deed`",
    )
    table.known("counted", [*table.same_as.values(), *table.counts.values()], "concepts.toml: `same_as` or `counts`")


def _section(data: Mapping[str, object], kind: str) -> Row:
    table = data.get(kind)
    if not isinstance(table, Mapping):
        raise LanguageError(f"concepts.toml: lacks the section [{kind}]")
    return table


def _rows(data: Mapping[str, object], kind: str) -> dict[str, Row]:
    rows = {str(name): row for name, row in _section(data, kind).items() if isinstance(row, Mapping)}
    if lost := [name for name in _section(data, kind) if name not in rows]:
        raise LanguageError(f"concepts.toml: {kind} {lost[0]!r} must be a table such as {{}}")
    return rows


def _only(kind: str, rows: Mapping[str, Row], may_say: set[str]) -> None:
    for name, row in rows.items():
        if unknown := sorted(set(row) - may_say):
            raise LanguageError(f"concepts.toml: {kind} {name!r} says {unknown[0]!r}, which no {kind} can say")


def _class(name: str, row: Row) -> PredicateClass:
    if "happens" not in row:
        raise LanguageError(f"concepts.toml: class {name!r} does not say whether it `happens`")
    _only("class", {name: row}, {*_FLAGS, "scene", "deeds"})
    flags = {}
    for flag in _FLAGS:
        value = row.get(flag, False)
        if not isinstance(value, bool):
            raise LanguageError(f"concepts.toml: class {name!r}: {flag!r} must be true or false, not {value!r}")
        flags[flag] = value
    scene = row.get("scene", "")
    if not isinstance(scene, str):
        raise LanguageError(f"concepts.toml: class {name!r}: 'scene' must be a name, not {scene!r}")
    return PredicateClass(name, **flags, scene=scene, deeds=frozenset(_names("class", name, row, "deeds")))


def _names(kind: str, name: str, row: Row, key: str) -> list[str]:
    names = row.get(key, [])
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        raise LanguageError(f"concepts.toml: {kind} {name!r}: {key!r} must be a list of names")
    return names


def _having(kind: str, rows: Mapping[str, Row], properties: Iterable[str]) -> dict[str, frozenset[str]]:
    """Property -> the rows whose `is` holds it."""
    found: dict[str, set[str]] = {one: set() for one in properties}
    for name, row in rows.items():
        for one in _names(kind, name, row, "is"):
            if one not in found:
                raise LanguageError(f"concepts.toml: {kind} {name!r}: there is no property {one!r} of a {kind}")
            found[one].add(name)
    return {one: frozenset(names) for one, names in found.items()}


def _said(rows: Mapping[str, Row], key: str) -> dict[str, str]:
    return {name: str(row[key]) for name, row in rows.items() if key in row}


def _hours(name: str, span: object) -> frozenset[int]:
    """The hours from the first up to the last, across midnight where that is smaller."""
    ends = [hour for hour in span if type(hour) is int and 0 <= hour <= _HOURS] if isinstance(span, list) else []
    if len(ends) != 2:
        raise LanguageError(f"concepts.toml: part_of_day {name!r} must be two hours, as [16, 24]")
    first, end = ends
    return frozenset(hour % _HOURS for hour in range(first, end if end > first else end + _HOURS))
