"""`AtomicJSON`: a TinyDB storage whose file is always whole.

TinyDB's own storage writes in place and truncates afterwards: a crash between the two leaves new text followed by the
tail of the old, a full disk leaves half a file, and a file cut to nothing passes for an empty database.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store.disk import regular, seal, whole
from store.disk.errors import damaged, refused

Tables = dict[str, dict[str, Any]]


class AtomicJSON(Storage):
    """Whole-file JSON, UTF-8, in the order in which it was put in: one value a line; with `rows` one document a line.

    Each document is written with its checksum and the file with its seal; both are checked and left out in reading.

    Raises:
        LibraryError: what is there is no such JSON, or the system refuses to read or write it.
    """

    def __init__(self, path: Path, *, rows: bool = False) -> None:
        self._path = path
        self._rows = rows

    def read(self) -> Tables | None:
        """The tables; None only where there is no file."""
        try:
            content = regular.read(self._path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise refused(self._path, error) from error
        return _tables(self._path, content)

    def write(self, data: Tables) -> None:
        """Replace the file; it is made where there was none."""
        try:
            whole.write(self._path, seal.sealed(self._path, _to_head(data, _row if self._rows else _lines)))
        except OSError as error:
            raise refused(self._path, error) from error


def _to_head(data: Tables, written: Callable[[str, dict[str, Any]], str]) -> bytes:
    """The tables, each with a comma behind it; as `to_json`, but several times as fast: json indents in Python."""
    tables = []
    for name, documents in data.items():
        rows = ",\n".join(f"  {_encoded(number)}: {written(number, one)}" for number, one in documents.items())
        tables.append(f" {_encoded(name)}: {{\n{rows}\n }},\n" if rows else f" {_encoded(name)}: {{}},\n")
    return ("{\n" + "".join(tables)).encode("utf-8", "backslashreplace")


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _lines(number: str, document: dict[str, Any]) -> str:
    """A document with its checksum, a line a value."""
    fields = _fields(document)
    return f'{{\n{fields}   "{seal.CHECKSUM}": "{seal.checksum(number, fields)}"\n  }}'


def _fields(document: dict[str, Any]) -> str:
    return "".join(f"   {_encoded(name)}: {_field(value)},\n" for name, value in document.items())


def _row(number: str, document: dict[str, Any]) -> str:
    """A document with its checksum, on one line."""
    fields = "".join(f"{_encoded(name)}: {_encoded(value)}, " for name, value in document.items())
    return f'{{{fields}"{seal.CHECKSUM}": "{seal.checksum(number, fields)}"}}'


def is_sound(number: str, document: dict[str, Any]) -> bool:
    """Whether a document is what was written under that number, a line a value; `document` is with its checksum."""
    fields = _fields({name: value for name, value in document.items() if name != seal.CHECKSUM})
    return bool(document.get(seal.CHECKSUM) == seal.checksum(number, fields))


def _field(value: object, blanks: str = "   ") -> str:
    """A value that stands behind so many blanks; json itself would leave garbage of each that it indents."""
    if not isinstance(value, dict | list | tuple) or not value:
        return _encoded(value)
    inner = f"{blanks} "
    if isinstance(value, dict):
        parts = [f"{_encoded(str(name))}: {_field(held, inner)}" for name, held in value.items()]
        opened, closed = "{", "}"
    else:
        parts = [_field(held, inner) for held in value]
        opened, closed = "[", "]"
    between = f",\n{inner}"
    return f"{opened}\n{inner}{between.join(parts)}\n{blanks}{closed}"


def to_json(data: object) -> bytes:
    """JSON for people and for git. A file name that is no Unicode survives as the escape of its surrogates."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _tables(path: Path, content: bytes) -> Tables:
    """The tables of a file that is as it was sealed, or of before there were seals, when a file held one table."""
    data: Tables = from_json(path, content)
    sound = seal.is_sound(path, content)
    if sound is False or (sound is None and isinstance(data, dict) and len(data) > 1):
        raise damaged(path, "its checksum is of other content")
    tables = data.values() if isinstance(data, dict) else (data,)
    for table in tables:
        if not isinstance(table, dict):
            raise damaged(path, "it holds no tables")
        for id, document in table.items():
            if not (id.isdecimal() and isinstance(document, dict)):
                raise damaged(path, f"entry {id!r} is none of Waqai's")
            document.pop(seal.CHECKSUM, None)
    data.pop(seal.TABLE, None)
    return data


def from_json(path: Path, content: bytes) -> Any:  # noqa: ANN401 what JSON holds is for the caller to check
    """The JSON of a file's content; `path` only for the error.

    Raises:
        LibraryError: not JSON, or not UTF-8.
    """
    if not content.strip():
        raise damaged(path, "it is empty")
    try:
        return json.loads(content.decode("utf-8"))
    except RecursionError as error:
        raise damaged(path, "its JSON is nested too deeply") from error
    except UnicodeDecodeError as error:
        raise damaged(path, f"byte {error.start} is not UTF-8") from error
    except ValueError as error:
        raise damaged(path, f"it is not JSON: {error}") from error
