"""The one way out to the network: to addresses that were looked at, with one end of time for all of it."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import httpcore
import httpx


class Backend(httpcore.NetworkBackend):
    """The network as httpcore asks for it; names are resolved by the function that it is given, and by nothing else."""

    def __init__(self, end: float, resolve: Callable[[str, int], Sequence[str]]) -> None:
        """`end` by the monotonic clock; `resolve` raises for what must not be connected to."""
        self._end = end
        self._resolve = resolve
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the name that answers; the name is resolved once."""
        *others, last = self._resolve(host, port)
        for address in others:
            left = _left(self._end, timeout, httpcore.ConnectTimeout) / 2
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return Stream(self._inner.connect_tcp(address, port, left, local_address, socket_options), self._end)
        left = _left(self._end, timeout, httpcore.ConnectTimeout)
        return Stream(self._inner.connect_tcp(last, port, left, local_address, socket_options), self._end)


class Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the time that is left, so that drops of bytes cannot hold it open."""

    def __init__(self, inner: httpcore.NetworkStream, end: float) -> None:
        self._inner = inner
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As of a socket."""
        return self._inner.read(max_bytes, _left(self._end, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As of a socket."""
        self._inner.write(buffer, _left(self._end, timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """As of a socket."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The certificate is checked against the name, not against the address."""
        left = _left(self._end, timeout, httpcore.ConnectTimeout)
        return Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._end)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 as the class above has it
        """As of a socket."""
        return self._inner.get_extra_info(info)


class Body(httpx.SyncByteStream):
    """The bytes of an answer, as httpx unpacks them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces


def _left(end: float, timeout: float | None, late: type[Exception]) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise late("no time is left")
    return left if timeout is None else min(left, timeout)
