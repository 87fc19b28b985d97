"""A web address: fetched within limits of time and size, and never from the own machine or network unless allowed.

The name is resolved once, by us; every address that it stands for is looked at, and the connection goes to the one that
was, so that a name cannot change its mind in between. The same holds for every redirect. Proxies of the environment are
not used: behind one, what is connected to could not be known.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from store.intake import sniff
from store.intake.guard import extra
from store.intake.result import REPORT_LIMIT, Refused, too_large

if TYPE_CHECKING:
    import httpcore
    import httpx

SECONDS = 30.0
"""For the whole of an answer, redirects included."""
REDIRECTS = 5
_LATER = "try it later, or save the page and name the file"
_SAVE = "save what you see there as .html or .txt"
_AGENT = "Waqai (reads news reports)"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/zip": ".zip",
    "application/epub+zip": ".epub",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "multipart/related": ".mhtml",
    "application/warc": ".warc",
}
_MISNAMED = (".html", ".xml", ".txt")
"""What servers say of feeds, pages and PDFs alike; their first bytes know better."""
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


_WRAPPING = tuple(map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
"""Their last 32 bits are an address of the older kind."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b:1::/48")
"""For translation within one network."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave."""

    address: str
    """The last one, behind all redirects, without what follows `#`."""
    content: bytes
    suffix: str
    charset: str
    """As the server names it; empty where it does not."""


def fetch(address: str, *, private: bool = False, seconds: float = SECONDS) -> Answer:
    """Get what is at an address.

    Args:
        private: whether it may be of this machine or of a network that is not public.

    Raises:
        Refused: it is forbidden, not there, too large, too slow or of a kind that is no report.
    """
    with extra("web", "a web address"):
        import httpcore
        import httpx
    end = time.monotonic() + seconds
    problems = (httpx.HTTPError, httpx.InvalidURL, httpcore.ConnectError, httpcore.ReadError, httpcore.WriteError,
                httpcore.TimeoutException, httpcore.ProtocolError, OSError, UnicodeError, ValueError)  # fmt: skip
    try:
        with httpcore.ConnectionPool(network_backend=_backend(end, private)) as pool:
            return _followed(pool, address, end)
    except Refused:
        raise
    except problems as error:
        if time.monotonic() >= end:
            raise Refused(f"gave no whole answer within {seconds:g} seconds", _LATER) from error
        raise Refused(f"could not be fetched ({_reason(error)})", _LATER) from error


def _reason(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:100] or type(error).__name__


def _followed(pool: httpcore.ConnectionPool, address: str, end: float) -> Answer:
    for _ in range(REDIRECTS + 1):
        address = _checked(address)
        answer = _once(pool, address, end)
        if isinstance(answer, Answer):
            return answer
        address = urljoin(address, answer)
    raise Refused(f"was redirected more than {REDIRECTS} times", _SAVE)


def _checked(address: str) -> str:
    """The address without its fragment.

    Raises:
        Refused: it is not of the web, or gives a password away.
    """
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise Refused(f"leads to an address that is not of the web ({parts.scheme[:20] or 'no'} scheme)", _SAVE)
    if parts.username is not None or parts.password is not None:
        raise Refused("holds a user name or password, which would be kept with the report", "leave it out")
    return parts._replace(fragment="").geturl()


def _once(pool: httpcore.ConnectionPool, address: str, end: float) -> Answer | str:
    """The answer, or where it says to look."""
    import httpx

    from store.intake.pages import connection

    headers = {"User-Agent": _AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
    request = httpx.Request("GET", address, headers=headers)
    wait = max(0.1, min(10.0, end - time.monotonic()))
    timeout = {"connect": wait, "read": wait, "write": wait, "pool": wait}
    with pool.stream(
        request.method, str(request.url), headers=request.headers.raw, extensions={"timeout": timeout}
    ) as raw:
        answer = httpx.Response(
            raw.status, headers=raw.headers, stream=connection.Body(raw.iter_stream()), request=request
        )
        if answer.has_redirect_location:
            return answer.headers["location"]
        if answer.status_code != httpx.codes.OK:
            raise Refused(f"was answered with {answer.status_code} {answer.reason_phrase}".rstrip(), _SAVE)
        suffix = _suffix(address, answer.headers.get("content-type", ""))
        content = _content(answer, end)
        if suffix in _MISNAMED:
            suffix = sniff.sniffed(content) or suffix
        return Answer(address, content, suffix, answer.charset_encoding or "")


def _suffix(address: str, media_type: str) -> str:
    kind = media_type.partition(";")[0].strip().lower()
    if kind in _UNTOLD:
        return PurePosixPath(urlsplit(address).path).suffix.lower()
    if kind not in _SUFFIXES:
        raise Refused(f"is {kind[:60]}, which is no report", _SAVE)
    return _SUFFIXES[kind]


def _content(answer: httpx.Response, end: float) -> bytes:
    """The body, unpacked; counted as it comes, so that neither length nor packing can lie."""
    from store.intake.pages.unpacking import unpacked

    pieces: list[bytes] = []
    size = 0
    for piece in unpacked(answer.iter_raw(), answer.headers.get("content-encoding", "")):
        size += len(piece)
        if size > REPORT_LIMIT:
            raise too_large(size)
        if time.monotonic() > end:
            raise Refused("gave no whole answer in time", _LATER)
        pieces.append(piece)
    return b"".join(pieces)


def public(address: str) -> bool:
    """Whether an IP address is of the public internet, also where it wraps up one of the older kind."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and any(found in network for network in _WRAPPING):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if found.is_site_local or found in _TRANSLATED or (inner is not None and not public(str(inner))):
            return False
    return found.is_global and not found.is_multicast


def resolved(host: str, port: int, private: bool) -> list[str]:
    """The addresses to connect to, the best first; all that the name stands for are looked at.

    Raises:
        Refused: one of them is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Refused(f"names a server that is not found ({host[:60]})", "check the address") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not private and (closed := [address for address in addresses if not public(address)]):
        raise Refused(
            f"leads to this machine or a network that is not public ({host[:60]} is {closed[0]})",
            "allow it with --allow-private, if you trust it",
        )
    return list(dict.fromkeys(addresses))


def _backend(end: float, private: bool) -> httpcore.NetworkBackend:
    """Connects to addresses that were looked at, and waits for nothing longer than until `end`."""
    from store.intake.pages import connection

    return connection.Backend(end, lambda host, port: resolved(host, port, private))
