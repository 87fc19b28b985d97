"""Posts of X and Facebook, as their exports, their interfaces and the tools around them write them in JSON.

Sources: the archive of X (`tweets.js`), API v1.1 and v2, twarc; «Download your information» of Facebook.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from store.intake.chats.message import Message, Passed
from store.intake.chats.telegram import of_json as telegram
from store.intake.moments import stamped
from store.intake.pages import html as page

Values = Mapping[str, object]
_SLACK_STAMP = re.compile(r"\d{10}\.\d{4,6}", re.ASCII)
_SLACK_MARK = re.compile(r"<(?:[@#!][^<>|\n]{1,80}|(?P<address>[^<>|\s]{1,500}))(?:\|(?P<label>[^<>\n]{0,500}))?>")
"""Whom or what a message of Slack names: `<@U012>`, `<https://… | label>`."""


def message(item: Values, context: Values) -> Message | Passed | None:
    """The message that an object is in any of these; None for what is none.

    Args:
        context: what the objects around it say.
    """
    for read in (
        telegram,
        _of_slack,
        _of_telethon,
        _of_x,
        _of_facebook,
        _of_messenger,
        _of_fediverse,
        _of_bluesky,
        _of_picture,
    ):
        found = read(item, context)
        if found is not None:
            return found
    return None


def _of_slack(item: Values, context: Values) -> Message | Passed | None:
    """A message of Slack's export: `ts` in seconds; who came and went is told as a message, too."""
    text, stamp = _said(item, "text"), _said(item, "ts")
    if item.get("type") != "message" or not text or not _SLACK_STAMP.fullmatch(stamp):
        return None
    if _said(item, "subtype").startswith(("channel_", "group_")):
        return Passed("of the service")
    profile = item.get("user_profile")
    name = _said(profile, "real_name") if isinstance(profile, dict) else ""
    said = _SLACK_MARK.sub(lambda mark: mark["label"] or mark["address"] or "", text)
    author = name or _said(item, "username") or _said(item, "user")
    return Message(text=html.unescape(said), moment=_iso(stamp), author=author, thread=_said(context, "name"))


def _of_x(item: Values, context: Values) -> Message | None:
    """`tweet` around it in the archive; `full_text` of v1.1; of v2 the author stands beside the posts, and
    what is longer than a post in a note."""
    inner = item.get("tweet")
    post: Values = inner if isinstance(inner, dict) else item
    text = _said(post, "full_text") or (_said(post, "text") if _is_of_v2(post) or "id_str" in post else "")
    note = post.get("note_tweet")
    text = (_said(note, "text") if isinstance(note, dict) else "") or text
    if not text or "created_at" not in post:
        return None
    user = _user(post, context)
    name = _said(user, "name")
    handle = _said(user, "screen_name") or _said(user, "username")
    id = _said(post, "id_str") or str(post.get("id", ""))
    return Message(
        text=html.unescape(text),
        moment=_iso(_said(post, "created_at")),
        author=name or handle,
        thread=f"@{handle}" if handle else "",
        id=id,
        url=f"https://x.com/{handle or 'i'}/status/{id}" if id.isdigit() else "",
        lang=_said(post, "lang") if _said(post, "lang") != "und" else "",
    )


def _is_of_v2(post: Values) -> bool:
    return bool({"author_id", "edit_history_tweet_ids", "public_metrics", "conversation_id"} & set(post))


def _user(post: Values, context: Values) -> Values:
    user = post.get("user") or post.get("author")
    if isinstance(user, dict):
        return user
    included = context.get("includes")
    users = included.get("users") if isinstance(included, dict) else None
    for one in users if isinstance(users, list) else ():
        if isinstance(one, dict) and one.get("id") == post.get("author_id"):
            return one
    account = context.get("account")
    return account if isinstance(account, dict) else {}


def _of_facebook(item: Values, context: Values) -> Message | Passed | None:
    """A post of «Download your information»: its words stand in a list; one that only shares has none."""
    data = item.get("data")
    if "timestamp" not in item or not isinstance(data, list) or "text" in item or "content" in item:
        return None
    words = [_said(one, "post") for one in data if isinstance(one, dict)]
    return Message(
        text="\n".join(word for word in words if word),
        moment=_iso(str(item["timestamp"])),
        author=_said(context, "name") or _said(item, "author"),
        thread=_said(context, "name"),
    )


def _of_messenger(item: Values, context: Values) -> Message | Passed | None:
    """A message of Messenger or Instagram; a photo or a call has no content."""
    if "sender_name" not in item or "timestamp_ms" not in item:
        return None
    return Message(
        text=_said(item, "content"),
        moment=_iso(str(item["timestamp_ms"])),
        author=_said(item, "sender_name"),
        thread=_said(context, "title") or _said(item, "sender_name"),
    )


def _of_telethon(item: Values, context: Values) -> Passed | None:  # noqa: ARG001 as its neighbours
    """What Telethon writes of a change of a channel; its messages have names that are known."""
    return Passed("of the service") if item.get("_") == "MessageService" else None


def _of_fediverse(item: Values, context: Values) -> Message | Passed | None:
    """An activity of an outbox of Mastodon: what it created; what it only passes on has its address alone."""
    if item.get("type") not in ("Create", "Announce", "Note") or "published" not in item:
        return None
    inner = item.get("object")
    note: Values = inner if isinstance(inner, dict) else item
    words = _said(note, "content")
    return Message(
        text=page.read(words).text if words else "",
        moment=_iso(_said(note, "published") or _said(item, "published")),
        author=_said(context, "preferredUsername") or _said(note, "attributedTo") or _said(item, "actor"),
        thread=_said(item, "actor") or _said(note, "attributedTo"),
        id=_said(note, "id").rpartition("/")[2],
        url=_said(note, "url") or _said(note, "id"),
    )


def _of_bluesky(item: Values, context: Values) -> Message | None:  # noqa: ARG001 as its neighbours
    """A post with its record, as its interface gives it."""
    record, author = item.get("record"), item.get("author")
    if not isinstance(record, dict) or "createdAt" not in record or "text" not in record:
        return None
    handle = _said(author, "handle") if isinstance(author, dict) else ""
    name = _said(author, "displayName") if isinstance(author, dict) else ""
    said = _said(record, "text"), _iso(_said(record, "createdAt"))
    return Message(*said, author=name or handle, thread=f"@{handle}" if handle else "", url=_said(item, "uri"))


def _of_picture(item: Values, context: Values) -> Message | None:
    """A post of Instagram: its words are the title of its first picture."""
    media = item.get("media")
    first = media[0] if isinstance(media, list) and media and isinstance(media[0], dict) else None
    if first is None or "creation_timestamp" not in first:
        return None
    words = _said(item, "title") or _said(first, "title")
    moment = str(item.get("creation_timestamp", first["creation_timestamp"]))
    return Message(words, _iso(moment), author=_said(context, "name"), thread=_said(context, "name"))


def _iso(text: str) -> str:
    moment = stamped(text)
    return moment.isoformat() if moment else text


def _said(value: Values, name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""
