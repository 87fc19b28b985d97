"""Titles that were written to break what they stand in; five hundred of them, the same in every run."""

from __future__ import annotations

from itertools import islice, product
from random import Random

from hypothesis import strategies as st

WRITTEN = [
    # Markdown
    *("# heading", "## x", "- item", "* item", "+ item", "1. item", "1) item", "> quote", "    code", "```", "~~~"),
    *(
        "---",
        "***",
        "===",
        "a\n===",
        "a\n---",
        "a\n\n# b",
        "a  \nb",
        "`code`",
        "``a`b``",
        "*em*",
        "**strong**",
        "__x__",
    ),
    *("***x***", "~~x~~", "~sub~", "^sup^", "==mark==", "%%comment%%", "$x$", "$$y$$", "\\(z\\)", "\\", "\\\\", "a\\"),
    *("[link](http://evil)", "[x]", "[x][y]", "[x]: http://evil", "![i](http://evil/x.png)", "[[wiki]]", "![[embed]]"),
    *("[^1]", "[^1]: note", "^[inline]", "[^e]:", "[@doe]", "@doe", "@user", ":smile:", "a|b", "|a|b|\n|-|-|", "| |"),
    *(
        "http://evil.example",
        "www.evil.example",
        "A.AL",
        "evil.com and u.s.org",
        "<http://evil>",
        "me@evil.example",
        "#tag",
        "x {#id .class}",
        "{{x}}",
    ),
    *(
        "::: warning",
        ": definition",
        "term\n: def",
        "(@) x",
        "a. x",
        "i) x",
        "*[HTML]: x",
        "- [ ] task",
        "**",
        "*",
        "_",
    ),
    *("a**b", "**a", "a_b_c", "_a", "!", "![", "[", "]", "](", "``", "`", "&", "&amp;", "&#60;b&#62;", "&lt;b&gt;"),
    # HTML
    *("<b>x</b>", "<script>alert(1)</script>", "</span>", "</span></span>", '<span dir="rtl">', "<!-- x", "-->", "<br"),
    *(
        '"><img src=x onerror=alert(1)>',
        "'><svg onload=alert(1)>",
        "</title><script>x</script>",
        "</style>",
        "<?php ?>",
    ),
    *(
        "<![CDATA[x]]>",
        "<div>\n\nx\n\n</div>",
        "<a href='javascript:alert(1)'>x</a>",
        "javascript:alert(1)",
        "</blockquote>",
    ),
    # CSV and spreadsheets
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://evil","x")',
        "=cmd|'/C calc'!A0",
        '"',
        '""',
        '","',
        "'",
        "''",
    ),
    *("'=1", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", ";=1", "a,b", 'a"b', "a\r\nb"),
    # iCalendar, YAML, markwhen, JSON
    *(
        "END:VEVENT",
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "a;b,c\\n",
        "SUMMARY:x",
        "---\nx: y",
        "key: value",
        "- a: b",
        "{a: b}",
    ),
    *(
        "2023-01-01: fake",
        "x\n2023-01-01: fake",
        "// comment",
        "x #tag: red",
        "every day: x",
        "section x",
        "## 2023",
        "!id",
    ),
    *('{"a": 1}', "null", "true", "!!python/object:os.system", "&anchor", "*alias", "%TAG", "? x"),
    # Characters
    *(
        "\u202eevil",
        "\u202agood\u202c",
        "\u2067open",
        "\u2069",
        "\u2066a\u2069",
        "\u2068\u2069\u2069",
        "\u200f",
        "\u061c",
    ),
    *(
        "\x00",
        "\x07bell",
        "\x1b[31mred",
        "\x1b]0;title\x07",
        "\x9b31m",
        "a\x0bb",
        "a\x0cb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
    ),
    *(
        "\ufffe",
        "\ufffd",
        "\ufeffbom",
        "a\u00a0b",
        "\u200b",
        "\u200d",
        "é\u0301",
        "👩‍👩‍👧",
        "🇸🇾",
        "\U0001f3f4\U000e0067",
        "ﷺ",
        "ـــ",
    ),
    *(
        "غارة",
        "غارة (raid) في 10",
        "«غارة»",
        "»«",
        "raid غارة",
        "10 غارة",
        "السَّلَامُ",
        "*غارة*",
        "غارة # وسم",
        "غارة\nثانية",
    ),
    *(
        "",
        " ",
        "\n",
        "\t",
        ".",
        "…",
        "x" * 5_000,
        "غارة " * 1_000,
        "[" * 500,
        "<" * 500,
        "*" * 500,
        "`" * 499,
        "&" * 500,
    ),
]


def titles(count: int = 500) -> list[str]:
    """Those, then pairs of them side by side, none twice."""
    short = [title for title in WRITTEN if len(title) < 100]
    pairs = [f"{one}{glue}{two}" for glue, one, two in product((" ", "", "\n"), short, short)]
    Random(7).shuffle(pairs)
    return list(islice(dict.fromkeys([*WRITTEN, *pairs]), count))


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Any characters at all."""
marked = st.lists(st.sampled_from([title for title in WRITTEN if len(title) < 40]) | anything, max_size=4).map("".join)
"""What was written, in any order, with anything between."""
