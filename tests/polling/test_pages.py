"""The fixed table: what is served, to whom, and what a browser may do with it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

import pytest

from polling import pages
from polling.pages import Page, Table

HOST = "192.168.1.23:8080"
PICTURE = "/media/0123456789abcdef0123456789abcdef.jpg"
BROWSER = Path(pages.__file__).parent
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment|srcdoc"
    r"|DOMParser|randomUUID|crypto\.subtle|serviceWorker|wakeLock|navigator\.clipboard"
)


@pytest.fixture(scope="module")
def table() -> Table:
    return pages.build_table({PICTURE: b"\xff\xd8picture"})


def ask(table: Table, path: str, *headers: tuple[str, str], method: str = "GET", host: str = HOST) -> Page:
    return pages.respond(table, method, path, headers, host)


def header(page: Page, name: str) -> str:
    return dict(page.headers).get(name, "")


@pytest.mark.parametrize("path", ["/", "/0000", "/4271", "/4271?from=qr", "/?"])
def test_the_phone_page_stands_at_every_room_code(table: Table, path: str) -> None:
    page = ask(table, path)
    assert page.status == 200
    assert header(page, "Content-Type") == "text/html; charset=utf-8"
    assert b'<div id="screen">' in page.body


@pytest.mark.parametrize(
    "path",
    [
        "/427",
        "/42711",
        "/4271/",
        "/abcd",
        "/٤٢٧١",
        "/teacher/",
        "//",
        "/..",
        "/../etc/passwd",
        "/%2e%2e/",
        "/phone/main.js",
        *["/media/", "/media/other.jpg", "", "*", "/4271\n", "/\x00", "\\", "http://evil/"],
    ],
)
def test_nothing_else_is_served(table: Table, path: str) -> None:
    page = ask(table, path)
    assert page.status == 404
    assert page.body == b"Not Found\n"
    assert header(page, "Content-Security-Policy").startswith("default-src 'none'")
    assert ask(table, path, method="HEAD").body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
def test_only_reading_is_allowed(table: Table, method: str) -> None:
    page = ask(table, "/", method=method)
    assert page.status == 405
    assert header(page, "Allow") == "GET, HEAD"


def test_head_tells_the_length_and_sends_nothing(table: Table) -> None:
    page = ask(table, "/teacher", method="HEAD")
    assert page.status == 200
    assert page.body == b""
    assert header(page, "Content-Length") == str(len(ask(table, "/teacher").body))


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip, deflate", True),
        ("deflate, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("br", False),
        ("", False),
        ("xgzip", False),
    ],
)
def test_gzip_is_for_browsers_that_take_it(table: Table, accepted: str, is_packed: bool) -> None:
    page = ask(table, "/", ("accept-encoding", accepted))
    assert (header(page, "Content-Encoding") == "gzip") is is_packed
    assert header(page, "Vary") == "Accept-Encoding"
    assert header(page, "Content-Length") == str(len(page.body))
    body = gzip.decompress(page.body) if is_packed else page.body
    assert body == ask(table, "/").body


def test_repeated_headers_are_one_list(table: Table) -> None:
    page = ask(table, "/", ("Accept-Encoding", "br"), ("Accept-Encoding", "gzip"))
    assert header(page, "Content-Encoding") == "gzip"


def test_a_page_that_the_browser_has_is_not_sent_again(table: Table) -> None:
    etag = header(ask(table, "/"), "ETag")
    for known in (etag, f'"other", {etag}', "*"):
        page = ask(table, "/4271", ("If-None-Match", known))
        assert (page.status, page.body) == (304, b"")
        assert header(page, "ETag") == etag
    assert ask(table, "/", ("If-None-Match", '"other"')).status == 200


def test_pages_are_looked_up_again_and_pictures_kept(table: Table) -> None:
    assert header(ask(table, "/"), "Cache-Control") == "no-cache"
    page = ask(table, PICTURE, ("Accept-Encoding", "gzip"))
    assert page.body == b"\xff\xd8picture"
    assert header(page, "Content-Type") == "image/jpeg"
    assert "immutable" in header(page, "Cache-Control")
    assert header(page, "Content-Encoding") == ""


def test_pictures_can_be_added_later(table: Table) -> None:
    more = pages.with_pictures(table, {"/media/b.jpg": b"b"})
    assert ask(more, "/media/b.jpg").body == b"b"
    assert ask(more, PICTURE).status == 200
    assert ask(table, "/media/b.jpg").status == 404


@pytest.mark.parametrize("path", ["/", "/teacher"])
def test_the_policy_allows_exactly_what_the_page_holds(table: Table, path: str) -> None:
    page = ask(table, path)
    policy = header(page, "Content-Security-Policy")
    html = page.body.decode()
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(scripts) == 1
    for part, texts in (("script-src", scripts), ("style-src", styles)):
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert f"{part} " + " ".join(f"'sha256-{each}'" for each in hashes) + ";" in policy
    for rule in (
        "default-src 'none'",
        f"connect-src 'self' ws://{HOST}",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ):
        assert rule in policy.split("; ")
    assert "unsafe" not in policy
    assert header(page, "X-Content-Type-Options") == "nosniff"
    assert header(page, "Referrer-Policy") == "no-referrer"


def test_the_film_page_holds_a_frame_of_the_player_and_says_where_it_comes_from(table: Table) -> None:
    page = ask(table, pages.FILM)
    rules = header(page, "Content-Security-Policy").split("; ")
    assert f"frame-src {pages.PLAYER}" in rules
    assert not any(rule.startswith("connect-src") for rule in rules)
    assert "default-src 'none'" in rules
    assert header(page, "Referrer-Policy") == "strict-origin-when-cross-origin"
    assert pages.PLAYER.encode() in page.body
    assert b"https://" not in page.body.replace(pages.PLAYER.encode(), b"")


def test_the_film_page_can_be_made_for_another_player() -> None:
    other = "http://127.0.0.1:4000"
    page = ask(pages.build_table(player=other), pages.FILM)
    assert f"frame-src {other}" in header(page, "Content-Security-Policy").split("; ")
    assert pages.PLAYER.encode() not in page.body


@pytest.mark.parametrize("player", ["", "https://a.example/x", "https://a.example; script-src *", "javascript:x"])
def test_a_player_is_an_origin_and_nothing_more(player: str) -> None:
    with pytest.raises(ValueError, match="origin"):
        pages.build_table(player=player)


def test_a_host_cannot_write_into_the_policy(table: Table) -> None:
    policy = header(ask(table, "/", host="evil; script-src *"), "Content-Security-Policy")
    assert policy.endswith("connect-src 'self'")
    assert "[fe80::1]:8080" in header(ask(table, "/", host="[fe80::1]:8080"), "Content-Security-Policy")


@pytest.mark.parametrize("path", ["/", "/teacher"])
def test_a_page_is_one_light_piece_that_asks_nobody_else(table: Table, path: str) -> None:
    resource = table.resources[path]
    html = resource.body.decode()
    assert len(resource.body) <= 80_000
    assert len(resource.packed) <= 20_000
    (icon,) = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert icon.startswith("data:image/svg+xml,%3Csvg ")
    assert not re.search(r"@import|url\(", html)
    assert not re.search(r"^\s*(import|export)\b", html, re.MULTILINE)


def test_the_icon_is_there(table: Table) -> None:
    page = ask(table, "/favicon.ico")
    assert header(page, "Content-Type") == "image/svg+xml"
    assert page.body.startswith(b"<svg")


@pytest.mark.parametrize(
    "source",
    sorted([*BROWSER.glob("*/*.js"), *BROWSER.glob("*/*.html")]),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_no_source_makes_markup_or_code_from_text_or_needs_a_secure_context(source: Path) -> None:
    assert FORBIDDEN.findall(source.read_text("utf-8")) == []


def write(folder: Path, html: str, css: str = "p { color: red; }", script: str = "const a = 1;\n") -> Path:
    (folder / "page.css").write_text(css, "utf-8")
    (folder / "main.js").write_text(script, "utf-8")
    (folder / "index.html").write_text(html, "utf-8")
    return folder / "index.html"


STYLE = '<link rel="stylesheet" href="page.css">'
SCRIPT = '<script type="module" src="main.js"></script>'


@pytest.mark.parametrize("html", [STYLE, SCRIPT, STYLE + SCRIPT + SCRIPT, "<p>"])
def test_a_page_without_its_parts_is_refused(tmp_path: Path, html: str) -> None:
    with pytest.raises(ValueError, match="must name one script and its styles"):
        pages._page(write(tmp_path, html))


@pytest.mark.parametrize("bad", ["const a = '</script>';", "const a = '<!--';"])
def test_a_script_that_would_end_its_own_element_is_refused(tmp_path: Path, bad: str) -> None:
    with pytest.raises(ValueError, match="end its own element"):
        pages._page(write(tmp_path, STYLE + SCRIPT, script=bad))


def test_a_style_is_put_in_without_what_only_people_read(tmp_path: Path) -> None:
    css = '/* one */\n@media (max-width: 3px) {\n  a, b > c { margin: calc(1px + 2px) auto; content: ""; }\n}\n'
    html = pages._page(write(tmp_path, STYLE + SCRIPT, css=css)).body.decode()
    assert '<style>@media (max-width:3px){a,b > c{margin:calc(1px + 2px) auto;content:""}}</style>' in html


def test_a_style_that_would_end_its_own_element_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="end its own element"):
        pages._page(write(tmp_path, STYLE + SCRIPT, css="p::after { content: '</style>'; }"))


def test_a_plain_text_can_stand_in_the_table(table: Table) -> None:
    page = ask(pages.with_text(table, "/session", "k3f9"), "/session", ("Accept-Encoding", "gzip"))
    assert (page.body, header(page, "Content-Type")) == (b"k3f9", "text/plain")
    assert ask(table, "/session").status == 404
