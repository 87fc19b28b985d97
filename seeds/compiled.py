"""The gazetteers as they are looked up, kept beside the files that people write.

`python -m seeds.compiled` writes them.

What is kept names the files that it was made from; where these are others, they are read, so it is never stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from seeds.entries import CUES, Read, check, read
from timeline_core.model.entry import Entry, Point
from timeline_core.names.gazetteer import Cues, Gazetteer, Known, known_names
from timeline_core.text.fold import fold

HERE = Path(__file__).parent
KEPT = HERE / "names" / "compiled.json"
POINTS = HERE / "places" / "points.tsv"


def sources() -> list[Path]:
    """The files that the gazetteer is made from."""
    return [*sorted((HERE / "gazetteers").glob("*.toml")), HERE / "names" / "states.toml", POINTS]


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 of the names and bytes of the files."""
    whole = sha256()
    for path in paths:
        content = path.read_bytes()
        whole.update(f"{path.name} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def kept() -> Gazetteer | None:
    """The gazetteer as it was kept; None where it is of other files, or cannot be read."""
    try:
        data = json.loads(KEPT.read_bytes())
        return _gazetteer(data) if data["of"] == digest(sources()) else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def made() -> Gazetteer:
    """The gazetteer, from the files that people write.

    Raises:
        GazetteerError: a file is no TOML, or its entries contradict themselves or each other.
    """
    return built(_read())


def built(found: Read) -> Gazetteer:
    """The gazetteer of what was read, checked."""
    check(found)
    cues = Cues(**{cue: frozenset(map(fold, found.cues[cue])) for cue in CUES})
    return Gazetteer((entry for _, entry in found.entries.values()), cues=cues)


def _read() -> Read:
    from seeds import states
    from seeds.places import points

    *files, about, _ = sources()
    found = read(files)
    states.add(found, states.table(about))
    lies = points.read()
    for id, (where, entry) in found.entries.items():
        found.entries[id] = where, points.settle(entry, lies)
    return found


def compiled() -> str:
    """What is to be kept, a line an entry."""
    from importlib.metadata import version

    gazetteer = made()
    cues = gazetteer.cues
    head = {
        "of": digest(sources()),
        "babel": version("babel"),
        "cues": {cue: sorted(getattr(cues, cue)) for cue in CUES},
    }
    entries = ",\n".join(_line(_row(entry)) for entry in gazetteer)
    return f'{_line(head)[:-1]},"entries":[\n{entries}\n]}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_LISTS = ("guarded", "company", "shared")
_WORDS = ("affiliation", "within", "wikidata", "home")


def _row(entry: Entry) -> list[object]:
    more: dict[str, object] = {key: getattr(entry, key) for key in _WORDS if getattr(entry, key)}
    more |= {key: sorted(getattr(entry, key)) for key in _LISTS if getattr(entry, key)}
    more |= {key: dict(getattr(entry, key)) for key in ("short", "origins") if getattr(entry, key)}
    more |= {"point": entry.point} if entry.point is not None else {}
    known = [[" ".join(one.words), *(n for n, flag in enumerate(one[2:]) if flag)] for one in known_names(entry)]
    return [entry.id, entry.category, entry.type, entry.names, known, more]


def _gazetteer(data: Mapping[str, Any]) -> Gazetteer:
    entries: list[Entry] = []
    names: list[Known] = []
    for id, category, type_, spelled, known, more in data["entries"]:
        for key in _LISTS:
            if key in more:
                more[key] = frozenset(more[key])
        if "point" in more:
            more["point"] = Point(*more["point"])
        entries.append(Entry(id, category, type_, {lang: tuple(some) for lang, some in spelled.items()}, **more))
        for words, *flags in known:
            parts = tuple(words.split(" "))
            names.append(Known(parts, id, *(n in flags for n in range(4))) if flags else Known(parts, id))
    return Gazetteer(entries, cues=Cues(**{cue: frozenset(words) for cue, words in data["cues"].items()}), names=names)


if __name__ == "__main__":
    KEPT.write_text(compiled(), "utf-8")
