"""What browsers download: a fixed table of paths, made once at start. No sockets, no directory that is served, nothing
that depends on who asks.

`respond` gives status, headers and body; the server adds what belongs to the connection (`Connection`, `Date`).
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from polling import bundle

_FOLDER = Path(__file__).parent
_ROOM_PATH = re.compile(r"/[0-9]{4}")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_STYLE = re.compile(r'<link rel="stylesheet" href="([\w./-]+\.css)">')
_SCRIPT = re.compile(r'<script type="module" src="([\w./-]+\.js)"></script>')
_CSS_BLANKS = re.compile(r"/\*.*?\*/|\n\s*|(?<=[{;:,])\s+|\s+(?=[{}])|;\s*(?=})", re.DOTALL)

FILM = "/film"
"""The page that holds a film's player. It is for a window on this same computer."""
PLAYER = "https://www.youtube-nocookie.com"
"""Where that player comes from: the host that sets no cookies before somebody plays."""

_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_ALWAYS = (("X-Content-Type-Options", "nosniff"),)
_UNTOLD, _ORIGIN_TOLD = "no-referrer", "strict-origin-when-cross-origin"
"""Referrer policies: our pages do not say where they come from; the film's player plays only where it is told."""
_GZIP = zlib.MAX_WBITS | 16
_MEMORIES = range(5, 10)
_ICON = 'href="/favicon.ico"'
_SAFE_IN_DATA = " =:/'"
_ASK_AGAIN = "no-cache"
_KEEP = "private, max-age=604800, immutable"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer to one request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Resource:
    """What stands at one path. `packed` is the body through gzip, or nothing where that does not help; `policy` is its
    Content-Security-Policy without the host."""

    content_type: str
    body: bytes
    packed: bytes
    etag: str
    caching: str
    policy: str
    connects: bool = False
    referrer: str = _UNTOLD


@dataclass(frozen=True, slots=True)
class Table:
    """All that can be downloaded, by path. The phone page stands at `/` and answers for every room code."""

    resources: Mapping[str, Resource]


def build_table(pictures: Mapping[str, bytes] | None = None, player: str = PLAYER) -> Table:
    """The table of this program's pages, with JPEG pictures by their path (`/media/<hash>.jpg`). `player` is the origin
    of the player of films on the web.

    Raises bundle.NotUnderstood or ValueError when a page cannot be put together: a fault of the program.
    """
    table = Table(
        {
            "/": _page(_FOLDER / "phone" / "index.html"),
            "/teacher": _page(_FOLDER / "remote" / "index.html"),
            FILM: _film_page(player),
            "/favicon.ico": _resource("image/svg+xml", (_FOLDER / "browser" / "icon.svg").read_bytes(), _NOTHING_ELSE),
        }
    )
    return with_pictures(table, pictures or {})


def with_pictures(table: Table, pictures: Mapping[str, bytes]) -> Table:
    """The table with these JPEG pictures added. A path names its content, so it may be kept by the browser."""
    added = {
        path: replace(_resource("image/jpeg", body, _NOTHING_ELSE), packed=b"", caching=_KEEP)
        for path, body in pictures.items()
    }
    return Table({**table.resources, **added})


def with_text(table: Table, path: str, text: str) -> Table:
    """The table with a plain text added."""
    added = replace(_resource("text/plain", text.encode(), _NOTHING_ELSE), packed=b"")
    return Table({**table.resources, path: added})


def respond(table: Table, method: str, path: str, headers: Iterable[tuple[str, str]], host: str) -> Page:
    """The answer to a request. `path` may carry a query, which is ignored; `headers` are the pairs as they came (names
    in any case, repeated ones allowed); `host` is the Host the server has accepted, for the websocket in the policy."""
    if method not in ("GET", "HEAD"):
        return _plain(405, "Method Not Allowed", (("Allow", "GET, HEAD"),))
    bare = path.partition("?")[0]
    resource = table.resources.get("/" if _ROOM_PATH.fullmatch(bare) else bare)
    if resource is None:
        page = _plain(404, "Not Found")
        return page if method == "GET" else replace(page, body=b"")
    return _answer(resource, method == "HEAD", _asked(headers), host)


def _answer(resource: Resource, is_head: bool, asked: Mapping[str, str], host: str) -> Page:
    shared = (
        *_ALWAYS,
        ("Referrer-Policy", resource.referrer),
        ("Content-Security-Policy", _policy(resource, host)),
        ("Cache-Control", resource.caching),
        ("ETag", resource.etag),
        ("Vary", "Accept-Encoding"),
    )
    if _is_known(resource.etag, asked.get("if-none-match", "")):
        return Page(304, shared, b"")
    is_packed = bool(resource.packed) and _accepts_gzip(asked.get("accept-encoding", ""))
    body = resource.packed if is_packed else resource.body
    described = (
        *shared,
        ("Content-Type", resource.content_type),
        ("Content-Length", str(len(body))),
        *((("Content-Encoding", "gzip"),) if is_packed else ()),
    )
    return Page(200, described, b"" if is_head else body)


def _plain(status: int, text: str, headers: tuple[tuple[str, str], ...] = ()) -> Page:
    body = f"{text}\n".encode()
    refused = (("Referrer-Policy", _UNTOLD), ("Content-Security-Policy", _NOTHING_ELSE), ("Cache-Control", "no-store"))
    shared = (*_ALWAYS, *refused, *headers)
    return Page(status, (*shared, ("Content-Type", "text/plain"), ("Content-Length", str(len(body)))), body)


def _asked(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Repeated headers are one list with commas (RFC 9110, 5.3)."""
    asked: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        asked[key] = f"{asked[key]}, {value}" if key in asked else value
    return asked


def _accepts_gzip(accepted: str) -> bool:
    for part in accepted.split(","):
        coding, _, weight = part.replace(" ", "").lower().partition(";")
        if coding == "gzip":
            return re.fullmatch(r"q=0(\.0*)?", weight) is None
    return False


def _is_known(etag: str, known: str) -> bool:
    return any(tag.strip() in (etag, "*") for tag in known.split(","))


def _policy(resource: Resource, host: str) -> str:
    if not resource.connects:
        return resource.policy
    socket = f" ws://{host}" if _HOST.fullmatch(host) else ""
    return f"{resource.policy}; connect-src 'self'{socket}"


def _page(path: Path, replacing: Mapping[str, str] | None = None) -> Resource:
    """A page in one piece: its styles and its modules stand in it, and its policy names the hash of each. Texts of the
    page itself may be replaced."""
    html = path.read_text("utf-8")
    for text, other in (replacing or {}).items():
        html = html.replace(text, other)
    if len(_SCRIPT.findall(html)) != 1 or not _STYLE.findall(html):
        raise ValueError(f"{path.name} must name one script and its styles")
    styles: list[str] = []
    scripts: list[str] = []

    def put_style(match: re.Match[str]) -> str:
        styles.append(_CSS_BLANKS.sub("", (path.parent / match[1]).read_text("utf-8")).strip())
        return f"<style>{_inline(styles[-1])}</style>"

    def put_script(match: re.Match[str]) -> str:
        scripts.append(bundle.join(path.parent / match[1]))
        return f'<script type="module">{_inline(scripts[-1])}</script>'

    html = _SCRIPT.sub(put_script, _STYLE.sub(put_style, html)).replace(_ICON, _icon(), 1)
    policy = (
        f"{_NOTHING_ELSE}; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src 'self' data:; "
        "require-trusted-types-for 'script'"
    )
    return replace(_resource("text/html; charset=utf-8", html.encode(), policy), connects=True)


def _film_page(player: str) -> Resource:
    """The page of the player: it may hold a frame of that one origin, and connects to nothing itself."""
    if not _ORIGIN.fullmatch(player):
        raise ValueError(f"no origin of a player: {player}")
    page = _page(_FOLDER / "film" / "index.html", {PLAYER: player})
    return replace(page, policy=f"{page.policy}; frame-src {player}", connects=False, referrer=_ORIGIN_TOLD)


def _icon() -> str:
    """The icon within the page: a browser asks for nothing else before the websocket."""
    drawing = (_FOLDER / "browser" / "icon.svg").read_text("utf-8").strip().replace('"', "'")
    return f'href="data:image/svg+xml,{quote(drawing, safe=_SAFE_IN_DATA)}"'


def _inline(text: str) -> str:
    if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
        raise ValueError("a script or style would end its own element")
    return text


def _hashes(texts: list[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _resource(content_type: str, body: bytes, policy: str) -> Resource:
    return Resource(
        content_type=content_type,
        body=body,
        packed=min((_packed(body, memory) for memory in _MEMORIES), key=len),
        etag=f'W/"{hashlib.sha256(body).hexdigest()[:24]}"',
        caching=_ASK_AGAIN,
        policy=policy,
    )


def _packed(body: bytes, memory: int) -> bytes:
    """Through gzip; how much memory it takes decides where a block ends, and more is not always shorter."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP, memory)
    return packer.compress(body) + packer.flush()
