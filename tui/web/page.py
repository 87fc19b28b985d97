"""The page that the browser is given: xterm.js, a terminal in JavaScript, served by this program and by nobody else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from string import Template

_LATIN, _ARABIC = "U+0-5FF, U+1E00-FAFF", "U+600-6FF, U+750-77F, U+FB50-FDFF, U+FE70-FEFE"
_REGULAR = ("Kawkab Mono", "Vazir Code", "DejaVu Sans Mono", "FreeMono", "Courier New")
_BOLD = ("Kawkab Mono Bold", "Vazir Code Bold", "DejaVu Sans Mono Bold", "FreeMono Bold", "Courier New Bold")
_FACE = (
    '@font-face {{ font-family: "Roboto Mono"; font-weight: {weight}; unicode-range: {letters};\n  src: {source}; }}'
)


def _faces() -> Iterator[str]:
    for weight, names in (("100 500", _REGULAR), ("501 900", _BOLD)):
        roboto = 'url("static/fonts/RobotoMono-VariableFont_wght.ttf")'
        yield _FACE.format(weight=weight, letters=_LATIN, source=roboto)
        yield _FACE.format(weight=weight, letters=_ARABIC, source=", ".join(f'local("{name}")' for name in names))


_STYLE = """
$faces
html, body { margin: 0; height: 100%; background: #0c181f; color: #e6e4de; font: 16px system-ui, sans-serif; }
.textual-terminal { width: 100vw; height: 100vh; }
.xterm-rows span { unicode-bidi: bidi-override; direction: ltr; }
.warm { position: absolute; visibility: hidden; font-family: "Roboto Mono"; }
.closed { display: none; position: fixed; inset: 0; place-items: center;
  background: linear-gradient(#0c181f00 5em, #0c181fe6 7em); z-index: 9; }
body.-closed .closed { display: grid; }
a { color: #5cc2bd; }
"""
"""textual.js asks for Roboto Mono, which has no Arabic: those letters come from a font of this machine in which they
are as wide as a cell; in any other they are cut or stand apart. `warm` has both fonts loaded before the first cell is
drawn. Where xterm.js falls back to drawing spans, the browser must not reorder what is in order already. What the
server says as it closes a window stays readable above `closed`."""

SCRIPT = """
const keys = () => document.querySelector(".xterm-helper-textarea")?.focus();
new MutationObserver(keys).observe(document.body, { attributeFilter: ["class"] });
addEventListener("focus", keys);
"""
"""What is typed goes to the reader, without a click on it first: when its first bytes are there, and in its window."""

_PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>$title</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<style>$style</style>
<script src="static/js/textual.js"></script>
</head>
<body>
<div class="warm" aria-hidden="true">a ﺳ <b>a ﺳ</b></div>
<div class="closed"><p>The reader has ended. <a href="">Open it again</a></p></div>
<div class="textual-terminal" data-session-websocket-url="$socket" data-font-size="$size"></div>
<script>$script</script>
</body>
</html>
""")


def page(title: str, socket: str, size: int) -> str:
    """Make the page; every address in it is one of the server that sends it.

    Args:
        socket: the address of the websocket.
        size: height of the letters, in pixels.
    """
    return _PAGE.substitute(
        title=escape(title),
        script=SCRIPT,
        style=_STYLE.replace("$faces", "\n".join(_faces())),
        socket=escape(socket),
        size=size,
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def policy(host: str) -> str:
    """The Content-Security-Policy of the page: files of its own server, a websocket to it, and the styles of
    xterm.js.
    """
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{_digest(SCRIPT)}'; style-src 'self' 'unsafe-inline';"
        f" font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self' ws://{host};"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
