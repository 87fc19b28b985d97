"""Addresses, fetched from a server that each test starts on 127.0.0.1: what is taken, what is refused, and when."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator

import pytest

from store.intake.metadata import Defaults
from store.intake.pages import web
from store.intake.pages.unpacking import unpacked
from store.intake.read import take
from store.intake.result import Failure, Refused
from store.reports.original import Original
from tests.store.intake.documents import ATOM, ENGLISH, pdf
from tests.store.intake.serving import Server, running
from tests.store.words import ARABIC
from timeline_core.model.when import When

PAGE = (
    f'<html><head><title>غارة</title><meta name="date" content="2023-03-12"></head><body><p>{ARABIC}</p></body></html>'
)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as made:
        yield made


def report(address: str) -> Original:
    [found] = take([address], Defaults(private=True))
    assert isinstance(found, Original), found
    return found


def failure(address: str, *, private: bool = True) -> str:
    [found] = take([address], Defaults(private=private))
    assert isinstance(found, Failure), found
    return found.reason


def test_a_page_is_fetched_with_its_address(server: Server) -> None:
    found = report(server.gives("/news/raid.html?x=1", PAGE) + "#top")
    assert (found.report.text, found.report.title, found.report.published) == (ARABIC, "غارة", When("2023-03-12"))
    assert (found.report.id, found.report.url) == ("raid", f"{server.address}/news/raid.html?x=1")


def test_the_address_of_a_report_is_that_behind_the_redirects(server: Server) -> None:
    server.gives("/b/two", PAGE)
    server.sends("/b/one", "two", 301)
    found = report(server.sends("/a", f"{server.address}/b/one"))
    assert (found.report.path, found.report.url) == (f"{server.address}/a", f"{server.address}/b/two")
    assert found.content == PAGE.encode()


@pytest.mark.parametrize(
    "kind, content, text",
    [
        ("text/plain; charset=windows-1256", ARABIC.encode("cp1256"), ARABIC),
        ("text/html", f'<meta charset="windows-1256"><p>{ARABIC}'.encode("cp1256"), ARABIC),
        ("application/pdf", pdf("A raid."), "A raid."),
        ("application/octet-stream", pdf("A raid."), "A raid."),
        ("application/json", b'{"text": "A raid."}', "A raid."),
        ("", b"<!doctype html><p>A raid.", "A raid."),
    ],
    ids=["text", "page", "pdf", "untold", "json", "nothing told"],
)
def test_the_kind_is_what_the_server_says(server: Server, kind: str, content: bytes, text: str) -> None:
    found = list(take([server.gives("/x", content, kind)], Defaults(private=True)))
    assert [one.report.text for one in found if isinstance(one, Original)] == [text]


def test_a_feed_is_fetched_as_its_entries(server: Server) -> None:
    found = list(take([server.gives("/feed", ATOM, "application/atom+xml")], Defaults(private=True)))
    reports = [one.report for one in found if isinstance(one, Original)]
    assert [(one.text, one.url) for one in reports] == [(ENGLISH, "https://e.org/2"), (ENGLISH, "")]


def test_a_feed_that_is_called_a_page_is_a_feed(server: Server) -> None:
    found = list(take([server.gives("/feed", ATOM, "text/html")], Defaults(private=True)))
    assert [type(one) for one in found] == [Original, Original]


def test_what_is_packed_is_unpacked_within_the_limit(server: Server) -> None:
    assert report(server.gives("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip")).report.text == ARABIC
    bomb = gzip.compress(b"<p>" + b" " * 60_000_000)
    assert len(bomb) < 100_000
    assert failure(server.gives("/b", bomb, Content_Encoding="gzip")).startswith("is too large for one report (")


@pytest.mark.parametrize(
    "kind, reason",
    [("image/png", "is image/png, which is no report"), ("video/mp4", "is video/mp4, which is no report")],
)
def test_what_is_no_report_is_not_taken(server: Server, kind: str, reason: str) -> None:
    assert failure(server.gives("/x", b"x", kind)) == reason


def test_what_is_not_there_is_told(server: Server) -> None:
    assert failure(f"{server.address}/none") == "was answered with 404 Not Found"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/").startswith("could not be fetched (")
    assert failure("http://").startswith("leads to an address that is not of the web")
    assert failure("http://[::1/").startswith("could not be fetched (")
    assert failure("http://a:b@127.0.0.1/").startswith("holds a user name or password")


def test_a_server_that_gives_drop_by_drop_is_left(server: Server) -> None:
    """Each byte comes in time, the whole never."""
    begin = time.monotonic()
    with pytest.raises(Refused, match="gave no whole answer"):
        web.fetch(server.gives("/x", b"", "text/plain", Slowly="yes"), private=True, seconds=1)
    assert time.monotonic() - begin < 8


def test_redirects_without_end_are_left(server: Server) -> None:
    assert failure(server.sends("/a", "/a")) == "was redirected more than 5 times"
    assert len(server.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://e.org/x", "gopher://127.0.0.1/"])
def test_a_redirect_out_of_the_web_is_not_followed(server: Server, target: str) -> None:
    assert failure(server.sends("/a", target)).startswith("leads to an address that is not of the web")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_unless_that_is_allowed(server: Server, host: str) -> None:
    server.gives("/x", PAGE)
    assert failure(f"http://{host}:{server.server_port}/x", private=False).startswith(
        ("leads to this machine or a network that is not public", "names a server that is not found")
    )
    assert server.asked == []


def test_a_redirect_into_the_own_network_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first server is taken for a public one; where it sends us is looked at all the same."""
    real = web.public
    monkeypatch.setattr(web, "public", lambda address: address == "127.0.0.1" or real(address))
    assert failure(server.sends("/a", "http://169.254.169.254/latest/meta-data/"), private=False) == (
        "leads to this machine or a network that is not public (169.254.169.254 is 169.254.169.254)"
    )


def test_a_name_is_resolved_once_and_what_was_looked_at_is_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second answer of the name server, as in rebinding, is never asked for."""
    real, asked = socket.getaddrinfo, []

    def resolve(host: str, port: int, *rest: object, **more: object) -> object:
        if host != "news.example":
            return real(host, port, *rest, **more)  # type: ignore[arg-type]
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "192.0.2.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    server.gives("/x", PAGE)
    found = report(f"http://news.example:{server.server_port}/x")
    assert found.report.text == ARABIC
    assert asked == ["news.example"]
    assert server.asked == [(f"news.example:{server.server_port}", "/x")]


def test_one_private_address_of_a_name_is_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(Refused, match=r"news.example is 10\.0\.0\.1"):
        web.resolved("news.example", 80, private=False)
    assert web.resolved("news.example", 80, private=True) == ["93.184.216.34", "10.0.0.1"]


def test_a_name_is_reached_by_any_of_its_addresses(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first is one of the older kind where only the newer kind is reached, or the other way round."""
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, server.server_port)) for ip in ("127.0.0.77", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    server.gives("/x", PAGE)
    assert report(f"http://news.example:{server.server_port}/x").report.text == ARABIC


@pytest.mark.parametrize(
    "address, public",
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("ff02::1", False), ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::1", False), ("64:ff9b::a00:1", False), ("::7f00:1", False), ("::ffff:0:7f00:1", False),
        ("64:ff9b:1::1", False), ("fec0::1", False), ("64:ff9b::5db8:d822", True),
    ],
)  # fmt: skip
def test_what_is_public(address: str, public: bool) -> None:
    assert web.public(address) is public


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert report(server.gives("/x", PAGE)).report.text == ARABIC


def test_what_is_packed_twice_is_refused_before_it_is_unpacked(server: Server) -> None:
    """Two layers make a gigabyte of a kilobyte; one alone is unpacked by the megabyte, and counted."""
    twice = gzip.compress(gzip.compress(b" " * 50_000_000))
    assert len(twice) < 1_000
    for encodings in ("gzip, gzip", "gzip,identity, deflate", "GZIP , gzip"):
        assert "packed 2 times over" in failure(server.gives("/c", twice, Content_Encoding=encodings))
    assert "not asked for (br)" in failure(server.gives("/d", b"x", Content_Encoding="br"))


@pytest.mark.parametrize("bits", [zlib.MAX_WBITS, -zlib.MAX_WBITS], ids=["with its head", "without"])
def test_deflate_is_read_with_its_head_and_without(server: Server, bits: int) -> None:
    packer = zlib.compressobj(wbits=bits)
    content = packer.compress(PAGE.encode()) + packer.flush()
    assert report(server.gives("/e", content, Content_Encoding="deflate")).report.text == ARABIC


def test_broken_packing_is_told(server: Server) -> None:
    content = gzip.compress(PAGE.encode())
    assert "broken" in failure(server.gives("/f", content[:12] + b"\xff" * 40, Content_Encoding="gzip"))
    assert report(server.gives("/g", PAGE, Content_Encoding="identity")).report.text == ARABIC


def test_no_more_than_a_megabyte_is_unpacked_at_once() -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    assert max(map(len, unpacked([bomb], "gzip"))) <= 1_000_000
    assert sum(map(len, unpacked([bomb[:9], bomb[9:]], "gzip"))) == 30_000_000
