"""Files of JSON as the library writes them."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

from store.disk.atomic import AtomicJSON

NESTED = {"published": {"edtf": "2021-03", "mod": None}, "clues": ["a", ["b", {}], []], "blocks": [{"at": [1, 2]}]}


@pytest.mark.parametrize("document", [{}, {"id": "جسر", "day": 1.5, "sure": True}, NESTED])
def test_a_table_is_indented_as_json_indents_it(tmp_path: Path, document: dict[str, object]) -> None:
    tables = {"reports": {"1": document, "2": document}, "none": {}}
    AtomicJSON(tmp_path / "a.json").write(tables)
    written = (tmp_path / "a.json").read_text("utf-8")
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
    assert json.loads(written)["reports"]["1"].items() >= document.items()


def test_writing_leaves_no_garbage_that_would_heap_up_in_a_long_run(tmp_path: Path) -> None:
    table = {"reports": {str(number): NESTED for number in range(50)}}
    storage = AtomicJSON(tmp_path / "a.json")
    storage.write(table)
    gc.collect()
    gc.disable()
    try:
        storage.write(table)
        assert gc.collect() < len(table["reports"])
    finally:
        gc.enable()
