"""The port that is opened: where, which, and what happens when it is taken."""

from __future__ import annotations

import socket

import pytest

from polling import listening
from polling.listening import CannotListen, opened


def reaches(listener: socket.socket, host: str) -> bool:
    listener.listen()
    try:
        with socket.create_connection((host, listener.getsockname()[1]), 5):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("bind", listening.EVERYWHERE)
def test_everywhere_is_every_address_old_and_new(bind: str) -> None:
    for host in ("127.0.0.1", "127.0.0.2", *(["::1"] if socket.has_dualstack_ipv6() else [])):
        with opened(bind, (0,)) as listener:
            assert reaches(listener, host)


def test_one_address_is_that_one_only() -> None:
    with opened("127.0.0.1", (0,)) as listener:
        assert reaches(listener, "127.0.0.1")
        assert not reaches(listener, "127.0.0.2")


def test_a_computer_without_ipv6_listens_on_the_old_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polling.listening.socket.has_dualstack_ipv6", lambda: False)
    with opened("", (0,)) as listener:
        assert listener.family is socket.AF_INET
        assert reaches(listener, "127.0.0.1")


def test_the_next_port_is_taken_where_one_is_in_use() -> None:
    with opened("127.0.0.1", (0,)) as first:
        first.listen()
        port = first.getsockname()[1]
        with opened("127.0.0.1", (port, 0)) as second:
            assert second.getsockname()[1] != port
        with pytest.raises(CannotListen) as refused:
            opened("127.0.0.1", (port,))
        assert refused.value.port == port


def test_an_address_that_is_none_is_no_matter_of_ports() -> None:
    with pytest.raises(OSError, match=r"."):
        opened("no address", (0,))
