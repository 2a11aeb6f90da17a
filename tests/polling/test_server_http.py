"""What the port says to browsers and to others, over bare sockets: a fixed table of paths, for our own Host only."""

from __future__ import annotations

import http.client
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from polling import pages, pictures
from tests.polling.conftest import RunningServer
from tests.polling.raw_socket import RawSocket
from tests.wire_clients import WirePhone


def asked(server: RunningServer, line: str, *headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask with these headers; PORT in them is the server's."""
    port = str(server.server.port)
    with RawSocket(server.server.port) as raw:
        return raw.asks(*(each.replace("PORT", port) for each in (line, *headers)))


HOST = "Host: 127.0.0.1:PORT"
ORIGIN = "Origin: http://127.0.0.1:PORT"
UPGRADE = (
    *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="),
    "Sec-WebSocket-Version: 13",
)


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT"])
def test_our_own_host_gets_the_page(running_server: RunningServer, host: str) -> None:
    assert asked(running_server, "GET / HTTP/1.1", f"Host: {host}")[0] == 200
    assert asked(running_server, "GET / HTTP/1.0", f"Host: {host}")[0] == 200


FOREIGN_HOSTS = [
    *([], ["Host:"], ["Host: 127.0.0.1"], ["Host: 127.0.0.1:1"], ["Host: 127.0.0.1.:PORT"], ["Host: 127.1:PORT"]),
    *(["Host: 127.attacker.example:PORT"], ["Host: attacker.example"], ["Host: localhost.attacker.example:PORT"]),
    *(["Host: [::1]:PORT"], ["Host: 0.0.0.0:PORT"], ["Host: 127.0.0.1:PORT, attacker.example"]),
    *([HOST, HOST], [HOST, "Host: attacker.example"], ["X-Forwarded-Host: 127.0.0.1:PORT", "Host: attacker.example"]),
]


@pytest.mark.parametrize("headers", FOREIGN_HOSTS, ids=str)
def test_a_foreign_host_gets_nothing_not_even_a_page_that_is_not_there(
    running_server: RunningServer, headers: list[str]
) -> None:
    for line in ("GET / HTTP/1.1", "GET /session HTTP/1.1", "GET /nothing HTTP/1.1", "POST / HTTP/1.1"):
        status, _, body = asked(running_server, line, *headers)
        assert (status, body) == (421, b"")
    assert asked(running_server, "GET /ws HTTP/1.1", *headers, ORIGIN, *UPGRADE)[0] == 421
    assert asked(running_server, "GET / HTTP/1.0", *headers)[0] == 421


@pytest.mark.parametrize(
    "origins",
    [
        *([], ["Origin:"], ["Origin: null"], ["Origin: http://attacker.example"], ["Origin: https://127.0.0.1:PORT"]),
        *(["Origin: http://127.0.0.1"], ["Origin: http://127.0.0.1:1"], ["Origin: http://127.0.0.1.:PORT"]),
        *(["Origin: http://localhost:PORT"], ["Origin: http://127.attacker.example:PORT"], ["Origin: file://"]),
        *([ORIGIN, ORIGIN], [ORIGIN, "Origin: null"], [f"{ORIGIN}/"], ["Referer: http://127.0.0.1:PORT/"]),
    ],
    ids=str,
)
def test_a_page_from_elsewhere_opens_no_websocket(running_server: RunningServer, origins: list[str]) -> None:
    status, _, body = asked(running_server, "GET /ws HTTP/1.1", HOST, *origins, *UPGRADE)
    assert (status, body) == (403, b"")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/..",
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc%2fpasswd",
            "/..\\..\\windows\\win.ini",
        ),
        *(
            "/%5c..%5c",
            "\\\\10.0.0.66\\share\\x",
            "/\\\\10.0.0.66\\share",
            "//10.0.0.66/share",
            "//",
            "/./",
            "/;",
            "/%00",
        ),
        *("/\x00", "/teacher\x00", "/teacher%00", "/teacher/", "/teacher/..", "/%74eacher", "/TEACHER", "/session/"),
        *("/phone/main.js", "/media/", "/media/../teacher", "/running.json", "/logs/", "/favicon.ico/", "/file:///etc"),
        *("/con", "/aux.txt", "/C:\\Windows", "/ws/", "/ws%00", "/4271/", "/42711", "/%34271", "*", "?", "#"),
        *("http://127.0.0.1:PORT/", "http://attacker.example/", "127.0.0.1:PORT"),
    ],
)
def test_there_is_nothing_beside_the_table(running_server: RunningServer, path: str) -> None:
    status, headers, body = asked(running_server, f"GET {path} HTTP/1.1", HOST)
    assert (status, body) == (404, b"Not Found\n")
    assert headers["content-security-policy"].startswith("default-src 'none'")


PATHS = ("/", "/4271", "/teacher", "/favicon.ico", "/session", "/nothing", "/ws")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PRI", "get", "X"])
def test_nothing_can_be_done_but_reading(running_server: RunningServer, method: str) -> None:
    for path in PATHS:
        status, headers, body = asked(running_server, f"{method} {path} HTTP/1.1", HOST, ORIGIN, "X-Echo: canary")
        assert (status, headers["allow"]) == (405, "GET, HEAD")
        assert b"canary" not in body


def test_head_has_no_body(running_server: RunningServer) -> None:
    for path in PATHS:
        status, headers, body = asked(running_server, f"HEAD {path} HTTP/1.1", HOST, ORIGIN)
        assert (status, body) == (404 if path in ("/nothing", "/ws") else 200, b"")
        assert int(headers["content-length"]) > 0


def test_the_session_is_a_plain_text(running_server: RunningServer) -> None:
    status, headers, body = asked(running_server, "GET /session HTTP/1.1", HOST)
    assert (status, body) == (200, running_server.room.started.session.encode())
    assert (headers["content-type"], headers["x-content-type-options"]) == ("text/plain", "nosniff")


def test_a_part_of_a_page_is_the_whole_page(running_server: RunningServer) -> None:
    whole = asked(running_server, "GET / HTTP/1.1", HOST)
    assert asked(running_server, "GET / HTTP/1.1", HOST, "Range: bytes=0-10")[2] == whole[2]


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ([f"GET /{'a' * 9000} HTTP/1.1", HOST], 414),
        (["GET / HTTP/1.1", HOST, f"X: {'a' * 9000}"], 431),
        (["GET / HTTP/1.1", HOST, *["X: a"] * 200], 431),
    ],
    ids=["a long path", "a long header", "many headers"],
)
def test_what_is_too_long_is_said_to_be(running_server: RunningServer, lines: list[str], status: int) -> None:
    assert asked(running_server, *lines)[0] == status


@pytest.mark.parametrize(
    "lines",
    [
        *(["GET / HTTP/2.0", HOST], ["GET /", HOST], ["GET  / HTTP/1.1", HOST], ["GET", HOST], ["\x16\x03\x01\x02"]),
        *(
            ["GET / HTTP/1.1", HOST, "Host : a"],
            ["GET / HTTP/1.1", HOST, " folded"],
            ["GET / HTTP/1.1", HOST, "X: \x00"],
        ),
        *(["GET /é HTTP/1.1", HOST], ["POST / HTTP/1.1", HOST, "Content-Length: 5", "", "hello"]),
        ["POST / HTTP/1.1", HOST, "Transfer-Encoding: chunked", "", "5", "hello", "0"],
    ],
    ids=ascii,
)
def test_what_is_no_request_gets_no_answer(running_server: RunningServer, lines: list[str]) -> None:
    assert asked(running_server, *lines)[0] == 0
    assert WirePhone(running_server.join_url, "Ana").welcome


def test_a_request_at_the_websockets_path_that_is_none_is_told_so(running_server: RunningServer) -> None:
    assert asked(running_server, "GET /ws HTTP/1.1", HOST, ORIGIN)[0] == 426


@pytest.mark.parametrize("is_good", [True, False])
def test_a_picture_is_made_once_however_many_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_good: bool
) -> None:
    (tmp_path / "les" / "media").mkdir(parents=True)
    Image.new("RGB", (40, 30), "red").save(tmp_path / "les" / "media" / "a.png")
    (tmp_path / "les" / "lesson.md").write_text("# Welke?\n\n- [x] ![A](media/a.png)\n- [ ] B\n", "utf-8")
    made: list[Path] = []

    def counted(original: Path) -> bytes | None:
        made.append(original)
        return b"jpeg" if is_good else None

    monkeypatch.setattr(pictures, "for_phone", counted)
    server = RunningServer(tmp_path / "les", tmp_path / "data")
    (path,) = server.server._originals
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(asked(server, f"GET {path} HTTP/1.1", HOST)[0]))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked(server, f"GET {path} HTTP/1.1", HOST)[0] == (200 if is_good else 404)
    assert answers == [200 if is_good else 404] * 5
    assert len(made) == 1
    server.stop()


def film_page(server: RunningServer, home: str) -> tuple[int, bytes]:
    """What a browser at this address of the computer gets for the film page."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server.port, timeout=10, source_address=(home, 0))
    connection.request("GET", pages.FILM)
    response = connection.getresponse()
    told = (response.status, response.read())
    connection.close()
    return told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a computer has one loopback address")
def test_the_film_page_is_for_a_window_on_this_computer(running_server: RunningServer) -> None:
    status, body = film_page(running_server, "127.0.0.1")
    assert status == 200
    assert b"<title>Klassikaal - film</title>" in body
    assert film_page(running_server, "127.0.0.2") == (403, b"")
