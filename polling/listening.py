"""The port the server listens on: all addresses of this laptop, old and new ones (IPv4 and IPv6), or one of them. No
websockets: it opens a socket and hands it over."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence

EVERYWHERE = ("", "0.0.0.0", "::")
"""What `bind` is called when it means all addresses."""
PORTS = (80, *range(8080, 8100), 0)
"""Tried in order when none is asked for; 0 is any that is free."""
_NOT_THIS_ONE = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


class CannotListen(Exception):
    """No port could be had. `port` is the one that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(f"cannot listen on port {port}")
        self.port = port


def opened(bind: str, ports: Sequence[int]) -> socket.socket:
    """A bound socket on the first of these ports that is free. Raises CannotListen, or OSError for an address that is
    none."""
    for port in ports:
        try:
            return _bound(bind, port)
        except OSError as reason:
            if reason.errno not in _NOT_THIS_ONE:
                raise
    raise CannotListen(ports[0])


def _bound(bind: str, port: int) -> socket.socket:
    if bind in EVERYWHERE:
        if socket.has_dualstack_ipv6():
            try:
                return socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True)
            except OSError as reason:
                if reason.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    raise
        return socket.create_server(("0.0.0.0", port))
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    return socket.create_server((bind, port), family=family)
