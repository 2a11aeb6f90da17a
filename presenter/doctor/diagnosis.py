"""From what was seen to what is wrong, and to what helps, in order. Pure: no Qt, no network, no words.

Most networks that keep phones away do it without a word, so a laptop alone cannot tell them all apart. What it can see
is how far anybody came, whether it heard a new phone on its own network, and what its firewall says; the rest the
teacher sees on a phone, and says.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from polling.arrivals import Reached

PATIENCE_S = 20
"""So long nobody need come before something is wrong."""


class Cause(StrEnum):
    """Where it stops."""

    THIS_LAPTOP = "this_laptop"
    """It was told to listen for this laptop alone."""
    NO_NETWORK = "no_network"
    WAITING = "waiting"
    """Nobody came yet, and it is too early to say anything."""
    WORKS = "works"
    DETOUR = "detour"
    """It works, by requests: something on the way stops websockets."""
    FILTER = "filter"
    """Pages come through, and nothing else."""
    SILENT = "silent"
    """A connection opens, and nothing is said on it."""
    FIREWALL = "firewall"
    """Phones find this laptop, and it lets none in."""
    APART = "apart"
    """The network keeps phones and laptop apart: isolation, or another part of the network."""
    PORTAL = "portal"
    """The network shows a page of its own first."""
    MOBILE = "mobile"
    """The phone is not on the wifi."""


class PhoneSays(StrEnum):
    """What the teacher sees on a phone that scanned the code."""

    UNKNOWN = ""
    LOADS = "loads"
    """It keeps loading, and gives up in the end."""
    REFUSED = "refused"
    """An error at once."""
    OTHER_PAGE = "other_page"
    """A page that is not ours."""
    MOBILE = "mobile"
    """4G or 5G at the top."""


class Remedy(StrEnum):
    """One thing a teacher can do."""

    LISTEN = "listen"
    GET_NETWORK = "get_network"
    OTHER_ADDRESS = "other_address"
    ALLOW = "allow"
    MAKE_PRIVATE = "make_private"
    CABLE = "cable"
    SAME_WIFI = "same_wifi"
    LOG_IN = "log_in"
    WIFI_ON = "wifi_on"
    OTHER_BROWSER = "other_browser"
    ROUTER = "router"
    HOTSPOT = "hotspot"
    ASK_IT = "ask_it"
    GO_ON = "go_on"
    """There is nothing to do."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known. `reached` counts addresses outside this laptop; `heard_phones`: since the test began a new
    device on this laptop's own network asked for it; `is_blocked`: the firewall has a rule against this program;
    `other_addresses`: there is another address to try; `is_public`: Windows takes this network for a public one."""

    reached: Reached = Reached()
    waited_s: float = 0
    listens_here_only: bool = False
    has_network: bool = True
    heard_phones: bool = False
    is_blocked: bool = False
    is_public: bool = False
    other_addresses: bool = False
    is_wired: bool = False
    phone_says: PhoneSays = PhoneSays.UNKNOWN


def diagnosed(evidence: Evidence) -> Cause:
    """Where it stops. Green is only for a heartbeat that went there and back from outside this laptop."""
    reached, is_early = evidence.reached, evidence.waited_s < PATIENCE_S
    if evidence.listens_here_only:
        return Cause.THIS_LAPTOP
    if not evidence.has_network:
        return Cause.NO_NETWORK
    if reached.beats:
        return Cause.DETOUR if reached.beats == reached.beats_by_detour else Cause.WORKS
    if reached.connected and is_early:
        return Cause.WAITING
    if reached.sockets or reached.detours:
        return Cause.SILENT
    return Cause.FILTER if reached.connected else _nobody_came(evidence, is_early)


def remedies(cause: Cause, evidence: Evidence) -> tuple[Remedy, ...]:
    """What helps, the easiest and likeliest first."""
    if cause is Cause.APART:
        return _for_apart(evidence)
    if cause is Cause.FIREWALL and evidence.is_public:
        return (Remedy.MAKE_PRIVATE, *_REMEDIES[cause])
    return _REMEDIES[cause]


_REMEDIES: dict[Cause, tuple[Remedy, ...]] = {
    Cause.THIS_LAPTOP: (Remedy.LISTEN,),
    Cause.NO_NETWORK: (Remedy.GET_NETWORK, Remedy.ROUTER, Remedy.HOTSPOT),
    Cause.WAITING: (),
    Cause.WORKS: (Remedy.GO_ON,),
    Cause.DETOUR: (Remedy.GO_ON,),
    Cause.FILTER: (Remedy.OTHER_BROWSER, Remedy.SAME_WIFI, Remedy.ROUTER, Remedy.ASK_IT),
    Cause.SILENT: (Remedy.OTHER_BROWSER, Remedy.ROUTER, Remedy.ASK_IT),
    Cause.FIREWALL: (Remedy.ALLOW, Remedy.ASK_IT, Remedy.ROUTER),
    Cause.PORTAL: (Remedy.LOG_IN, Remedy.SAME_WIFI, Remedy.ASK_IT),
    Cause.MOBILE: (Remedy.WIFI_ON,),
}


def _for_apart(evidence: Evidence) -> tuple[Remedy, ...]:
    first = [Remedy.OTHER_ADDRESS] if evidence.other_addresses else []
    first += [Remedy.SAME_WIFI]
    first += [] if evidence.is_wired else [Remedy.CABLE]
    return (*first, Remedy.ROUTER, Remedy.HOTSPOT, Remedy.ASK_IT)


def _nobody_came(evidence: Evidence, is_early: bool) -> Cause:
    match evidence.phone_says:
        case PhoneSays.OTHER_PAGE:
            return Cause.PORTAL
        case PhoneSays.MOBILE:
            return Cause.MOBILE
        case PhoneSays.REFUSED:
            return Cause.FIREWALL
    if evidence.is_blocked:
        return Cause.FIREWALL
    if is_early and evidence.phone_says is PhoneSays.UNKNOWN:
        return Cause.WAITING
    return Cause.FIREWALL if evidence.heard_phones else Cause.APART
