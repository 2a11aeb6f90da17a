"""The fenced web view of a film's player: it goes to our own page and to the player in it, and to nothing else. It
knows no slide and no room. Importing this module loads QtWebEngine, a browser: do it when there is a film to show.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

_Navigation = QWebEnginePage.NavigationType
_SAFE_SCHEMES = frozenset({"https", "wss", "data", "blob"})


def origin_of(url: QUrl) -> str:
    """Scheme, host and port, as in the address of a site; "" where there is no host."""
    port = f":{url.port()}" if url.port() > 0 else ""
    return f"{url.scheme()}://{url.host()}{port}" if url.host() else ""


def _bare(url: QUrl) -> str:
    return url.toString().partition("#")[0]


class Fence:
    """Where the view may go: `home` is our page, `player` the origin of the player that it holds."""

    def __init__(self, home: QUrl, player: str) -> None:
        self._home = home
        self._player = player

    def may_show(self, url: QUrl, is_main: bool) -> bool:
        """Whether the window, or a frame in it, may be at this address."""
        if is_main:
            return _bare(url) == _bare(self._home)
        return origin_of(url) == self._player

    def may_ask(self, url: QUrl) -> bool:
        """Whether anything may be fetched from there: never from this computer or its network, but for our page and
        its icon."""
        if url.scheme() in _SAFE_SCHEMES:
            return True
        return origin_of(url) in (self._player, origin_of(self._home))


class _Requests(QWebEngineUrlRequestInterceptor):
    def __init__(self, fence: Fence, parent: QObject) -> None:
        super().__init__(parent)
        self._fence = fence

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if not self._fence.may_ask(info.requestUrl()):
            info.block(True)


class _Page(QWebEnginePage):
    """Opens no window, no dialog and no file, and keeps its scripts' remarks to itself."""

    def __init__(self, fence: Fence, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._fence = fence

    def acceptNavigationRequest(self, url: QUrl | str, type: _Navigation, isMainFrame: bool) -> bool:
        return self._fence.may_show(QUrl(url), isMainFrame)

    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return None  # type: ignore[return-value]  # "none" is how Qt is told that there is no new window

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, lineNumber: int, sourceID: str
    ) -> None:
        pass

    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        pass

    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        return False

    def chooseFiles(
        self, mode: QWebEnginePage.FileSelectionMode, oldFiles: object, acceptedMimeTypes: object
    ) -> list[str]:
        return []


class WebView(QObject):
    """One player over a widget, hidden until it is shown. `close` before the widget goes."""

    crashed = Signal()
    """The process that draws the page is gone; it stays so until the view is made anew."""
    answered = Signal(str)
    """What a question to the page came to; "" for nothing."""

    def __init__(self, over: QWidget, page: QUrl, player: str) -> None:
        super().__init__()
        fence = Fence(page, player)
        self._profile = QWebEngineProfile()
        self._requests = _Requests(fence, self._profile)
        """Kept, for Qt alone does not keep what is Python's about it."""
        self._profile.setUrlRequestInterceptor(self._requests)
        self._profile.downloadRequested.connect(_refuse_download)
        self._view = QWebEngineView(over)
        self._view.hide()
        self._page = _Page(fence, self._profile, self._view)
        self._view.setPage(self._page)
        self._page.permissionRequested.connect(_refuse_permission)
        self._page.renderProcessTerminated.connect(self.on_terminated)
        settings, wish = self._page.settings(), QWebEngineSettings.WebAttribute
        settings.setAttribute(wish.PlaybackRequiresUserGesture, False)
        settings.setAttribute(wish.JavascriptCanOpenWindows, False)
        settings.setAttribute(wish.LocalContentCanAccessRemoteUrls, False)
        settings.setAttribute(wish.ShowScrollBars, False)
        self._page.setBackgroundColor(Qt.GlobalColor.black)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page.load(page)

    @property
    def widget(self) -> QWidget:
        """What is laid out and shown. Keys and clicks go past it: the lesson has them."""
        return self._view

    def tell(self, script: str) -> None:
        """Do this in the page."""
        self._page.runJavaScript(script)

    def ask(self, script: str) -> None:
        """Have this answered by the page; `answered` follows, unless the page is gone."""
        self._page.runJavaScript(script, 0, self._answer)

    def close(self) -> None:
        """Be gone, with all that the page left behind, before this returns."""
        self._view.hide()
        shiboken6.delete(self._view)
        shiboken6.delete(self._profile)

    def on_terminated(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        self.crashed.emit()

    @property
    def _answer(self) -> Callable[[object], None]:
        return lambda answer: self.answered.emit(answer if isinstance(answer, str) else "")


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


def _refuse_permission(permission: QWebEnginePermission) -> None:
    permission.deny()
