"""Pages as sites build them, written for Waqai: what is the report of each, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

AROUND_AR = (
    "الرئيسية", "أخبار سوريا", "اشترك في نشرتنا البريدية", "الأكثر قراءة", "مقتل خمسة في تفجير بمدينة الباب قبل يومين",
    "وفاة فنان معروف في 3 كانون الثاني 2019", "اقرأ أيضا: اتفاق جديد يوقع غدا", "جميع الحقوق محفوظة 2024",
    "نستخدم ملفات تعريف الارتباط لتحسين تجربتك",
)  # fmt: skip
AROUND_EN = (
    "Home", "World", "Sign up to our newsletter", "Most read", "Five killed in a bombing in Al-Bab two days ago",
    "A singer died on 3 January 2019", "Read also: a new accord will be signed tomorrow", "© 2024 All rights reserved",
    "We use cookies to improve your experience",
)  # fmt: skip
MAIN_AR = tuple(
    """\
مقتل ثلاثة من عناصر التنظيم في غارة قرب الميادين
الميادين – 12 آذار 2023
قالت قوات سوريا الديمقراطية إن غارة نفذتها طائرة مسيرة فجر الجمعة 10 آذار 2023 قرب الميادين قتلت القيادي سالم العلي.
وأضاف البيان أن العملية جرت بالتعاون مع القيادة المركزية، وأن طائرات الاستطلاع تابعت الهدف منذ مطلع شباط الماضي.
وفي 20 كانون الثاني 2022 هاجم مسلحون سجن الصناعة في الحسكة، واستمرت المعارك فيه أياما عدة.
ونفى أهالي البلدة وجود مقاتلين في المنزل الذي استهدف، وطالبوا بتحقيق مستقل في الحادثة.""".splitlines()
)
MAIN_EN = tuple(
    """\
Three killed in a raid near Mayadin
MAYADIN, 12 March 2023
The Syrian Democratic Forces said that a raid by a drone on Friday, 10 March 2023, killed Salem al-Ali, a commander.
The statement added that Central Command took part, and that drones had followed him since the beginning of February.
On 20 January 2022 gunmen attacked the prison of Sinaa in Hasakah, and fighting went on there for several days.
Residents denied that there had been fighters in the house that was hit, and asked for an inquiry.""".splitlines()
)
SHORT_AR = ("بيان", "أصيب مدنيان أمس في قصف على أطراف إدلب.")


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and the lines that are its report and those that are not."""

    name: str
    source: str
    main: tuple[str, ...]
    around: tuple[str, ...]


def _list(lines: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/x">{line}</a></{tag}>' for line in lines)


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _semantic(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        f"<body><header><ul>{_list(around[:2])}</ul></header><nav>{around[2]}</nav><main><article><h1>{main[0]}</h1>"
        f"<p class=dateline>{main[1]}</p>{_paragraphs(main[2:])}</article></main><aside><h3>{around[3]}</h3><ul>"
        f"{_list(around[4:6])}</ul></aside><footer><p>{around[7]}</p></footer><div id=cookie>{around[8]}</div></body>"
    )


def _soup(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        f'<body><div class="top-menu"><div>{_list(around[:2], "div")}</div></div><div id="content"><div class="title">'
        f'<h2>{main[0]}</h2></div><div class="date">{main[1]}</div><div class="entry-content">{_paragraphs(main[2:4])}'
        f'<div class="related-box"><a href="/r">{around[6]}</a></div>{_paragraphs(main[4:])}</div></div>'
        f'<div class="sidebar"><div class="widget"><h3>{around[3]}</h3>{_list(around[4:6], "div")}</div>'
        f'<div class="newsletter">{around[2]}</div>'
        f'</div><div class="copyright">{around[7]}</div><div class="cookie-banner">{around[8]}</div></body>'
    )


def _table(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    menu = "<br>".join(f"<a href=/x>{line}</a>" for line in around[:4])
    return (
        f"<body><table><tr><td colspan=2>{around[7]}</td></tr><tr><td width=120>{menu}</td><td><font size=5>"
        f"<b>{main[0]}</b></font><br><br>{main[1]}<br><br>{'<br><br>'.join(main[2:])}</td></tr></table></body>"
    )


def _breaks(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        f'<body><div class="nav">{_list(around[:3], "span")}</div><h1>{main[0]}</h1><div class="post">{main[1]}<br/>'
        f'{"<br/><br/>".join(main[2:])}</div><div class="comments"><h3>{around[3]}</h3><div class="comment">{around[4]}'
        f"</div></div></body>"
    )


def _quoting(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        f"<body><nav>{_list(around[:3])}</nav><article><h1>{main[0]}</h1><p>{main[1]}</p><p>{main[2]}</p><blockquote "
        f'class="twitter-tweet"><p>{main[3]}</p></blockquote><ul><li>{main[4]}</li></ul><table><tr><td>{main[5]}</td></tr>'
        f'</table></article><section class="most-read"><h3>{around[3]}</h3>{_paragraphs(around[4:6])}</section></body>'
    )


def _messages(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        "<body><div class=page_header>"
        + around[0]
        + "</div><div class=history>"
        + "".join(
            f'<div class="message default clearfix"><div class="body"><div class="date details">0{n}:15</div>'
            f'<div class="text">{line}</div></div></div>'
            for n, line in enumerate(main)
        )
        + "</div></body>"
    )


def _short(main: tuple[str, ...], around: tuple[str, ...]) -> str:
    return (
        f'<body><div class="menu"><ul>{_list(around[:3])}</ul></div><div class="body"><h1>{main[0]}</h1>'
        f"<p>{main[1]}</p></div>"
        f'<div class="footer">{around[7]}</div></body>'
    )


_SHAPES = (_semantic, _soup, _table, _breaks, _quoting, _messages)


def pages() -> tuple[Made, ...]:
    """Every shape in both languages, and a very short one."""
    made = []
    for lang, main, around in (("ar", MAIN_AR, AROUND_AR), ("en", MAIN_EN, AROUND_EN)):
        for shape in _SHAPES:
            body = shape(main, around)
            direction = "rtl" if lang == "ar" else "ltr"
            head = (
                f'<html lang="{lang}" dir="{direction}"><head><meta charset="utf-8"><title>{main[0]} - X</title></head>'
            )
            there = tuple(line for line in around if line in body)
            made.append(Made(f"{shape.__name__[1:]}-{lang}", f"<!doctype html>{head}{body}</html>", main, there))
    short = _short(SHORT_AR, AROUND_AR)
    made.append(
        Made("short-ar", f"<!doctype html><html lang=ar><head><title>x</title></head>{short}</html>", SHORT_AR,
             tuple(line for line in AROUND_AR if line in short))
    )  # fmt: skip
    return tuple(made)
