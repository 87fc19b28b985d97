"""The names by which tables and JSON of the trade call the fields of a report, and which of them was taken.

Sources: exports of Telegram, X, Facebook, CrowdTangle, auto-archiver, ReliefWeb, Zotero, JSON Feed, WordPress, Mastodon
and NewsML in JSON; schema.org; what people write at the head of a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "content", "full_text", "body", "message", "content_text", "content_html", "article_body", "body_text",
        "post_text", "post", "post_content", "textual_content",
        "text_content", "message_text", "selftext", "tweet", "raw_content",
        "caption", "article", "story", "abstract_note",
        "abstract", "النص", "نص", "نص_الخبر", "نص_المنشور", "المنشور",
        "الخبر", "المنشورات", "المحتوى", "الرسالة", "متن", "texte", "contenu",
    ),
    "published": (
        "published", "dct", "date_published", "published_at", "published_date", "publication_date", "publish_date",
        "pub_date", "pubdate", "published_on", "post_created", "created_at", "created_time", "created_utc",
        "upload_timestamp", "date_created", "created", "date", "date_time", "datetime", "timestamp", "timestamp_ms",
        "time", "posted_at", "sent_at", "sent", "post_date", "message_date", "creation_timestamp", "issued",
        "ts", "posted_on", "posted", "date_posted",
        "upload_date", "received", "received_at", "date_received", "date_sent", "sent_date",
        "التاريخ", "تاريخ", "تاريخ_النشر", "تاريخ_الخبر", "اليوم", "التاريخ_والوقت",
    ),
    "title": ("title", "headline", "subject", "upload_title", "العنوان", "عنوان", "عنوان_الخبر", "titre"),
    "publisher": (
        "publisher", "source", "outlet", "page_name", "channel", "channel_name", "site_name", "container_title",
        "sender_name", "screen_name", "username", "author_name", "author", "from",
        "المصدر", "مصدر", "الناشر", "الجهة", "الوكالة", "القناة",
    ),
    "lang": ("lang", "language", "اللغة"),
    "url": ("url", "link", "permalink", "permalink_url", "post_url", "uri", "web_url", "الرابط", "رابط"),
    "id": ("id", "id_str", "message_id", "guid"),
}  # fmt: skip
"""Field -> names, the first that is there is taken; written small, with `_` for what parts words."""

OWN = frozenset(["text", "content", "title", "publisher", "source", "published", "dct", "lang", "url", "id"])
"""Names of Waqai's own format: what is taken from them needs no word, and what they hold must be right."""

_PARTING = re.compile(r"[\s\-.:/]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(4_096)
def plain(name: str) -> str:
    """A name as it is compared: `datePublished`, «Date published» and `date-published` are one."""
    return _PARTING.sub("_", _HUMP.sub("_", name.strip())).lower().strip("_")


def is_own(name: str) -> bool:
    """Whether it is a name of Waqai's own format."""
    return plain(name) in OWN


def chosen(names: Iterable[str], field: str) -> list[str]:
    """Those of the names that may hold the field, the likeliest first."""
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(plain(name), name)
    return [there[known] for known in FIELDS[field] if known in there]


def describe_taken(taken: Mapping[str, str]) -> str:
    """«text is taken from «Message», published from «Post Created»»; empty where all names are our own.

    Args:
        taken: field -> the name it was taken from.
    """
    others = [(field, name) for field, name in taken.items() if name and not is_own(name)]
    if not others:
        return ""
    return "taken without being asked: " + ", ".join(f"{field} from «{name[:40]}»" for field, name in others)


def offered(name: str) -> str:
    """A word about a column that holds days and was not taken."""
    return f"«{name[:40]}» holds days and is not used, so reports have none; --map published={_quoted(name)} takes it"


def _quoted(name: str) -> str:
    return f"'{name}'" if re.search(r"[^\w.]", name) else name
