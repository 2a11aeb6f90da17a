"""A player of films on the web that is on this computer: it answers as YouTube's does, and its colour tells its state.

Grey waits, lime plays, blue stands still, red is at its end. A second of film passes in a twentieth of one. What it
does follows from the film's name; see `FILMS`.
"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from polling import pages

FILMS = {
    "plays-0001": "",
    "silent-001": "silent = true;",
    "error-0101": "fault = 101;",
    "error-0153": "fault = 153;",
    "strays-001": """
        const strays = [
          () => { top.location = 'ELSEWHERE/top'; },
          () => { open('ELSEWHERE/window'); },
          () => { fetch('ELSEWHERE/fetched', { mode: 'no-cors' }).catch(() => {}); },
          () => { new Image().src = 'ELSEWHERE/picture'; },
        ];
        for (const stray of strays) try { stray(); } catch {}
    """,
    "leaves-001": "silent = true; location = 'ELSEWHERE/frame';",
}

SCRIPT = """
let state = -1, at = 0, fault = 0, silent = false, volume = 100, is_heard = false;
const whole = 60;
const colours = { '-1': '#808080', 0: '#ff0000', 1: '#00ff00', 2: '#0000ff' };
BEHAVIOUR
function tell(event, info) {
  if (!silent) parent.postMessage(JSON.stringify({ event, id: 'film', info }), '*');
}
function become(next) {
  state = next;
  document.body.style.background = colours[next];
  tell('onStateChange', next);
}
function news() { return { currentTime: at, duration: whole, playerState: state, volume }; }
addEventListener('message', (message) => {
  const { event, func, args } = JSON.parse(message.data);
  if (event === 'listening' && !is_heard) {
    is_heard = true;
    tell('initialDelivery', news());
    tell('onReady', null);
    if (fault) tell('onError', fault);
  }
  if (func === 'playVideo') become(1);
  if (func === 'pauseVideo') become(2);
  if (func === 'seekTo') { at = args[0]; tell('infoDelivery', news()); }
  if (func === 'setVolume') volume = args[0];
  if (event === 'command') new Image().src = '/' + func + '?' + args;
});
setInterval(() => {
  if (state !== 1) return;
  at = Math.min(whole, at + 1);
  tell('infoDelivery', news());
  if (at === whole) become(0);
}, 50);
"""


@dataclass
class Site:
    """A web server on this computer and what it was asked: path and Referer."""

    origin: str
    asked: list[tuple[str, str]] = field(default_factory=list)

    def referers_of(self, start: str) -> list[str]:
        """Where those who asked for paths with this start came from."""
        return [referer for path, referer in self.asked if path.startswith(start)]


@contextmanager
def pretend_player(elsewhere: str = "http://127.0.0.1:1") -> Iterator[Site]:
    """A site with the films' player. One of its films tries to get to `elsewhere`."""

    def answer(path: str, host: str) -> pages.Page:
        name = path.partition("?")[0].rpartition("/")[2]
        behaviour = FILMS.get(name, "")
        body = f"<!doctype html><body style='margin:0;background:#808080'><script>{SCRIPT}</script>"
        body = body.replace("BEHAVIOUR", behaviour).replace("ELSEWHERE", elsewhere)
        return pages.Page(200, (("Content-Type", "text/html"),), body.encode())

    with _site(answer) as site:
        yield site


@contextmanager
def empty_site() -> Iterator[Site]:
    """A site that nobody should ask for anything."""
    with _site(lambda path, host: pages.Page(200, (("Content-Type", "text/html"),), b"elsewhere")) as site:
        yield site


@contextmanager
def own_pages(player: str) -> Iterator[Site]:
    """Our own pages as the polling server answers them, for this player."""
    table = pages.build_table(player=player)
    with _site(lambda path, host: pages.respond(table, "GET", path, (), host)) as site:
        yield site


@contextmanager
def _site(answer: object) -> Iterator[Site]:
    assert callable(answer)

    class Answerer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers.get("Referer", "")))
            page = answer(self.path, self.headers.get("Host", ""))
            self.send_response(page.status)
            for name, value in page.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answerer)
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
