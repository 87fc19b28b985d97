"""Accuracy and speed of the date reader, beside dateparser.search and, for speed, beside a bare scan by `re`.

    python -m benchmarks.dates [--gold GOLD.jsonl] [--corpus FILE…] [--lang ar] [--only-speed]

GOLD: a document a line: `content`, `dct`, `timexes` (`start`, `end`, `edtf`, `mod`, `gran`, `parts`, `core`, `fuzzy`,
`unsure`) and `vague`. Corpus: .json, .jsonl or .zip of them, objects with `content` or `text`; .txt. Without arguments
the project's own cases are read, and their sayings are the corpus.

Speed is CPU time, the best of some rounds: recognising alone, and with resolving; cold (a language that has met no word
yet) and warm; then on lines that are worst for a reader of dates. Compare the ratios of one run, not runs.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import tomllib
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from timeline_core.errors import EdtfError
from timeline_core.model import edtf
from timeline_core.model.expression import Origin
from timeline_core.model.when import on
from timeline_core.temporal.grammar.language import Language, accompanied, load
from timeline_core.temporal.recognise import recognise
from timeline_core.temporal.resolve import resolve

SEEDS = Path(__file__).parent.parent / "seeds" / "languages"
LEFT_EDGE, WEEK = 2, 7
SLOW_SHARE = 300_000
"""dateparser is timed on so many bytes only."""

ROUNDS = 3
DAY = date(2023, 2, 20)
SIZE = 30_000
"""Bytes of a worst line; it is said again and again until it is that long."""
WORST = {
    "ar": {
        "months": "شباط ",
        "first of first": "الأول من ",
        "a day": "في 5 شباط قتل ثلاثة، ",
        "weekdays": "من الأحد إلى الخميس، ",
        "commas": "5، ",
        "no spaces": "ا",
    },
    "en": {
        "months": "January February March April May June ",
        "first of first": "the first of the ",
        "a day": "1 January 2020 ",
        "weekdays": "Monday, ",
        "digits": "12345678901234567890 ",
        "slashes": "1/",
        "years": "in 2014 ",
        "no spaces": "1",
    },
}
"""Name of a line -> what it repeats, in each language."""

Found = list[dict[str, Any]]
Reader = Callable[[str, date], Found]


def languages(code: str) -> Language:
    """The language, with the others of the project beside it."""
    files = [path for path in sorted(SEEDS.glob("*.toml")) if not path.name.endswith(".cases.toml")]
    loaded = {path.stem: load(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in files}
    return accompanied(loaded[code], loaded.values())


def ours(language: Language) -> Reader:
    """The reader of this project."""

    def read(text: str, published: date) -> Found:
        found = resolve(text, recognise(text, language), on(published), Origin.PUBLISHED)
        return [
            {"start": one.span.start, "end": one.span.end, "edtf": one.when.edtf, "mod": one.when.mod}
            for one in found
            if one.when is not None
        ]

    return read


def theirs(code: str) -> Reader:
    """dateparser.search, its places found again in the text, its periods taken as it gives them."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, published: date) -> Found:
        settings = {"RELATIVE_BASE": datetime.combine(published, clock()), "PREFER_DATES_FROM": "past"}
        parser = DateDataParser(languages=[code], settings=settings)
        found: Found = []
        at = 0
        for words, moment in search_dates(text, languages=[code], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                length = {"year": 4, "month": 7}.get(parser.get_date_data(words).period, 10)
                found.append({"start": start, "end": at, "edtf": moment.date().isoformat()[:length], "mod": None})
        return found

    return read


def days(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF value."""
    try:
        return edtf.bounds(edtf.parse(value.rstrip("?~%")))
    except EdtfError:
        return None


def same_days(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """The same days; a week may begin on another weekday."""
    want, got = days(gold["edtf"]), days(found["edtf"])
    if want is None or got is None or want == got:
        return want == got
    near = got[0] <= want[1] and want[0] <= got[1] and (got[1] - got[0]).days < WEEK
    return gold.get("gran") in ("week", "weekend") and near


def overlap(one: dict[str, Any], other: dict[str, Any]) -> int:
    """Code points that both cover."""
    return max(0, int(min(one["end"], other["end"])) - int(max(one["start"], other["start"])))


def same_span(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """The same end, and a beginning that may miss a clitic; without the part of the day it serves too."""
    spans = [gold, *([gold["core"]] if "core" in gold else [])]
    return any(abs(one["start"] - found["start"]) <= LEFT_EDGE and one["end"] == found["end"] for one in spans)


def expected(document: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
    """The gold of a document; a range whose ends were each found on their own counts as these ends."""
    for timex in document["timexes"]:
        parts = timex.get("parts") or []
        each = len(parts) > 1 and all(any(overlap(part, one) for one in found) for part in parts)
        if each and not any(all(overlap(part, one) for part in parts) for one in found):
            yield from ({**timex, **part, "parts": None} for part in parts)
        else:
            yield timex


def count_document(document: dict[str, Any], found: Found, count: Counter[str]) -> None:
    """Add what was found, missed and made up in one document."""
    free = list(found)
    for timex in expected(document, found):
        best = max(free, key=lambda one: (overlap(timex, one), same_days(timex, one)), default=None)
        optional = timex.get("fuzzy") or timex.get("unsure")
        if best is None or not overlap(timex, best):
            count["missed"] += not optional
            continue
        free.remove(best)
        ends = (timex.get("parts") or ()) if timex.get("anchor") else ()
        right = same_days(timex, best) or any(same_days(end, best) for end in ends)
        if right or not optional:
            count.update(found=1, strict=same_span(timex, best), value=right)
            modified = bool(timex.get("mod") or best.get("mod"))
            count.update(mod=modified, mod_right=modified and timex.get("mod") == best.get("mod"))
    excused = [*document.get("vague", []), *document["timexes"]]
    count["spurious"] += sum(not any(overlap(one, other) for other in excused) for one in free)


def accuracy(name: str, gold: Sequence[dict[str, Any]], read: Reader) -> None:
    """Print the scores of one reader on a gold file."""
    count: Counter[str] = Counter()
    for document in gold:
        count_document(document, read(document["content"], date.fromisoformat(document["dct"])), count)
    tagged, wanted = count["found"] + count["spurious"], count["found"] + count["missed"]
    scores = [f"{kind} F1 {2 * count[key] / max(tagged + wanted, 1):.3f}" for kind, key in SCORES]
    print(f"{name:18s} {'  '.join(scores)}  early/mid/late {count['mod_right']}/{count['mod']}")


SCORES = (("value", "value"), ("strict span", "strict"), ("relaxed span", "found"))


def cases_score(name: str, code: str, read: Reader) -> None:
    """Print the share of the project's own sayings that one reader reads as the one value meant."""
    cases = tomllib.loads((SEEDS / f"{code}.cases.toml").read_text("utf-8"))
    right = total = 0
    for case in cases["means"]:
        for said in case["say"]:
            found = read(said, case["published"])
            total += 1
            right += len(found) == 1 and same_days({"edtf": case["value"]}, found[0])
    silent = [said for case in cases["nothing"] for said in case["say"]]
    quiet = sum(not read(said, DAY) for said in silent)
    print(f"{name:18s} {code}: {right} of {total} sayings right ({right / total:.3f}); {quiet} of {len(silent)} silent")


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of a corpus."""
    for path in paths:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield from texts_of(name, archive.read(name).decode("utf-8-sig"))
        else:
            yield from texts_of(path.name, path.read_text("utf-8-sig"))


def texts_of(name: str, content: str) -> Iterator[str]:
    """The texts of one file."""
    if name.endswith(".txt"):
        yield content
        return
    documents = [json.loads(line) for line in content.splitlines()] if name.endswith(".jsonl") else json.loads(content)
    for document in documents:
        yield document.get("content") or document.get("text") or ""


def best(corpus: Sequence[str], make: Callable[[], Callable[[str], object]]) -> float:
    """The best rate of some rounds, each begun with what `make` gives."""
    return max(rate(corpus, make()) for _ in range(ROUNDS))


def rate(corpus: Sequence[str], act: Callable[[str], object]) -> float:
    """Megabytes of UTF-8 a second of CPU time."""
    size = sum(len(text.encode()) for text in corpus)
    begin = time.process_time()
    for text in corpus:
        act(text)
    return size / 1e6 / max(time.process_time() - begin, 1e-9)


def whole(language: Language) -> Callable[[str], object]:
    """Recognising and resolving, without the making of plain values."""
    return lambda text: resolve(text, recognise(text, language), on(DAY), Origin.PUBLISHED)


def alone(language: Language) -> Callable[[str], object]:
    """Recognising alone."""
    return lambda text: recognise(text, language)


def scan(text: str) -> int:
    """What any reader must do at least: find the words."""
    return sum(1 for _ in re.finditer(r"\w+", text))


def speeds(code: str, corpus: Sequence[str]) -> None:
    """Print how fast a corpus is read, and the worst lines, beside dateparser.search and a bare scan."""
    known = languages(code)
    for text in corpus:
        whole(known)(text)
    rates = {
        "recognise, cold": best(corpus, lambda: alone(languages(code))),
        "recognise, warm": best(corpus, lambda: alone(known)),
        "and resolve, cold": best(corpus, lambda: whole(languages(code))),
        "and resolve, warm": best(corpus, lambda: whole(known)),
        "bare re scan": best(corpus, lambda: scan),
    }
    slow = theirs(code)
    rates["dateparser.search"] = rate(share(corpus), lambda text: slow(text, DAY))
    cold, peer = rates["and resolve, cold"], rates["dateparser.search"]
    print(f"\n{sum(len(text.encode()) for text in corpus) / 1e6:.2f} MB, {code}")
    for name, found in rates.items():
        print(f"{name:18s} {found:9.3f} MB/s  {found / peer:7.1f} of dateparser  {found / cold:6.2f} of resolving cold")
    print(f"{'worst lines':18s} {'recognise':>9s} {'resolve too':>12s} {'dateparser':>11s}  MB/s")
    for name, said in WORST[code].items():
        line = [said * (SIZE // len(said.encode()))]
        short = [line[0][: SIZE // 30]]
        alike = best(line, lambda: alone(languages(code))), best(line, lambda: whole(languages(code)))
        print(f"{name:18s} {alike[0]:9.3f} {alike[1]:12.3f} {rate(short, lambda text: slow(text, DAY)):11.3f}")


def share(corpus: Sequence[str]) -> list[str]:
    """The first texts, up to what dateparser can read in a minute."""
    kept: list[str] = []
    size = 0
    for text in corpus:
        size += len(text.encode())
        if kept and size > SLOW_SHARE:
            break
        kept.append(text)
    return kept


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--corpus", type=Path, nargs="+", default=())
    parser.add_argument("--lang", default="ar", choices=sorted(WORST))
    parser.add_argument("--only-speed", action="store_true", help="no accuracy")
    options = parser.parse_args()
    language = languages(options.lang)
    readers = {"waqai": ours(language), "dateparser.search": theirs(options.lang)}
    gold = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines()] if options.gold else []
    for name, reader in () if options.only_speed else readers.items():
        if gold:
            accuracy(name, gold, reader)
        else:
            cases_score(name, options.lang, reader)
    own = tomllib.loads((SEEDS / f"{options.lang}.cases.toml").read_text("utf-8"))
    sayings = "\n".join(said for case in own["means"] for said in case["say"])
    speeds(options.lang, [*texts(options.corpus)] or [sayings])


if __name__ == "__main__":
    main()
