"""JSON as it is read: what is none, or is nested past all meaning, is refused with its place."""

from __future__ import annotations

import json

from store.intake.result import Refused


def loads(text: str) -> object:
    """The value of a JSON text.

    Raises:
        Refused: not JSON, or nested so deeply that nobody meant it.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise Refused("is JSON nested too deeply", "keep one flat object a report") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Refused(f"is not JSON ({error.msg}, {place})", "mend it, or leave it out") from error
    except ValueError as error:
        raise Refused(f"is not JSON ({error})", "mend it, or leave it out") from error
