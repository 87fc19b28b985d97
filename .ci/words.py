"""Take the messages of the code into every catalogue, and compile them; new ones stand there empty."""

from __future__ import annotations

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parent.parent / "tui"
MARKS = {"say": None, "later": None, "count": (1, 2)}
PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
"""The six forms of Arabic in the order of gettext; babel's own order swaps the last two."""
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Of the two times in the header of the compiled file, which are else those of now."""
_UNSTEADY = re.compile(r'"(?:POT-Creation|PO-Revision|Last-Trans|Language-Team|Report-Msgid|Generated|Project)[^\n]*\n')


def main() -> int:
    """The number of messages that want a translation is told; 1 where there is one."""
    empty = 0
    for path in sorted(FOLDER.glob("i18n/locale/*/LC_MESSAGES/*.po")):
        code = path.parts[-3]
        with path.open("rb") as file:
            old = {message.id: message for message in read_po(file, locale=code) if message.id}
        new = Catalog(locale=code, fuzzy=False, header_comment="# Plural forms: none, one, two, few, many, other.")
        for _, _, message, _, _ in extract_from_dir(FOLDER, keywords=MARKS):
            known = old.get(message)
            new.add(message, known.string if known else ("" if isinstance(message, str) else ("",) * 6))
            empty += known is None or not known.string
        put(new, path, code)
    print(f"{empty} messages want a translation")  # noqa: T201
    return int(empty > 0)


def put(catalogue: Catalog, path: Path, code: str) -> None:
    """Both files of one language; nothing in them changes with the clock."""
    made = io.BytesIO()
    write_po(made, catalogue, sort_output=True, width=120, no_location=True)
    text = _UNSTEADY.sub("", made.getvalue().decode())
    text = re.sub(r'"Plural-Forms:.*?(?="MIME)', f'"Plural-Forms: {PLURALS}\\\\n"\n', text, flags=re.DOTALL)
    path.write_text(text, "utf-8")
    with path.open("rb") as file:
        kept = read_po(file, locale=code)
    kept.creation_date = kept.revision_date = _ANY_TIME
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, kept)


if __name__ == "__main__":
    sys.exit(main())
