"""Which of this laptop's addresses phones can reach best: what an adapter is, told from its name and its address. Pure;
polling/addresses.py looks at this laptop.

Nobody can ask an adapter whether students are on its network. But where the laptop reaches the world, the school
usually is, and virtual machines and private networks give themselves away by their names.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from enum import IntEnum

import msgspec

LOOPBACK = "127.0.0.1"


class Address(msgspec.Struct, frozen=True):
    """An address of this laptop, the name of its adapter, how many bits name its network (0: not known), and what
    the system says the adapter is."""

    host: str
    name: str
    prefix: int = 0
    description: str = ""


class Route(msgspec.Struct, frozen=True):
    """A way from this laptop to the rest of the world, by the name or the address of its adapter. Of several the one
    with the smallest metric is taken."""

    via: str
    metric: int = 0


class Kind(IntEnum):
    """What leads to phones, the likeliest first."""

    HOTSPOT = 0
    """A network that this laptop makes itself: whoever turns it on wants phones on it."""
    ORDINARY = 1
    TETHER = 2
    """The cable to one phone that shares its internet."""
    VIRTUAL = 3
    """To a virtual machine, a container, a private network elsewhere, or a mobile provider."""


_HOTSPOTS = frozenset(("192.168.137.1", "10.42.0.1", "192.168.2.1", "192.168.3.1"))
"""The laptop's own address on a hotspot of Windows, of NetworkManager and of macOS."""
_TETHERED = (ipaddress.ip_network("172.20.10.0/28"), ipaddress.ip_network("192.168.42.0/24"))
"""What an iPhone and an older Android give to a laptop on their cable."""
_VIRTUAL_NAME = re.compile(
    r"(docker|br-|veth|virbr|vmnet|vboxnet|vnet|lxcbr|lxdbr|incusbr|podman|cni|flannel|cali|kube|vnic|feth|bridge\d"
    r"|tun|tap|utun|ipsec|wg|zt|tailscale|nordlynx|nordtun|proton|mullvad|cscotun|gpd\d|ham\d|ppp|warp|outline"
    r"|wwan|rmnet|pdp_ip|awdl|llw|anpi|ap\d|gif|stf|sit|teredo|dummy|bnep|pan\d)"
)
"""How names of adapters begin on Linux and macOS."""
_VIRTUAL_WORD = re.compile(
    r"vethernet|hyper-v|virtualbox|vmware|\bwsl|parallels|docker|\bvirtual|npcap|loopback|bluetooth|teredo|isatap|6to4"
    r"|\btap-|\btap\b|tunnel|wintun|wireguard|\bvpn|openvpn|nordlynx|tailscale|zerotier|radmin|hamachi|anyconnect"
    r"|globalprotect|pangp|fortinet|forticlient|fortissl|sonicwall|check point|pulse secure|juniper|zscaler|warp"
    r"|wan miniport|mobile broadband|mobiel breedband|cellular|mobiel\b|\bwwan|\blte\b|\b5g modem|kernel debug"
)
"""What stands in their names and descriptions on Windows."""
_TETHER_WORD = re.compile(r"apple mobile device|iphone|ipad usb|remote ndis|\brndis|^usb\d|^enx.*rndis")


def kind(address: Address) -> Kind:
    """What this address leads to."""
    name, words = address.name.casefold(), f"{address.name} {address.description}".casefold()
    is_named_virtual = _VIRTUAL_NAME.match(name) is not None
    if address.host in _HOTSPOTS and (not is_named_virtual or re.match(r"bridge\d|ap\d", name)):
        return Kind.HOTSPOT
    if is_named_virtual or _VIRTUAL_WORD.search(words):
        return Kind.VIRTUAL
    if _TETHER_WORD.search(words) or _is_cabled_phone(address):
        return Kind.TETHER
    return Kind.ORDINARY


def best_first(seen: Iterable[Address], routes: Iterable[Route]) -> tuple[Address, ...]:
    """The addresses a phone may reach, the likeliest first; the loopback address when there is no other."""
    ways = tuple(routes)
    usable = [each for each in seen if not _is_of_no_use(each.host)]
    metrics = {each: _metric(each, usable, ways) for each in usable}
    ranked = sorted(usable, key=lambda each: _rank(each, metrics[each]))
    return tuple(ranked) or (Address(LOOPBACK, "localhost"),)


def network(found: Iterable[Address]) -> str:
    """Where this laptop is: the networks that its ordinary adapters are on. The same at the same place tomorrow, as far
    as an address can tell; "" when it is on none."""
    nets = {
        str(ipaddress.ip_network(f"{each.host}/{each.prefix or _usual_prefix(each.host)}", strict=False))
        for each in found
        if kind(each) is not Kind.VIRTUAL and not ipaddress.ip_address(each.host).is_loopback
    }
    return " ".join(sorted(nets))


def is_open_to_the_world(host: str) -> bool:
    """Whether this is an address of the whole internet. Browsers warn of a page on it that is not https."""
    return ipaddress.ip_address(host).is_global


def _rank(address: Address, metric: int | None) -> tuple[int, bool, bool, int, bool, str]:
    ip = ipaddress.ip_address(address.host)
    return kind(address), metric is None, ip.version == 6, metric or 0, not ip.is_private, address.host


def _metric(address: Address, usable: Iterable[Address], ways: tuple[Route, ...]) -> int | None:
    """The best way out by this adapter, whichever of its addresses the system named."""
    hosts = {each.host for each in usable if each.name == address.name}
    return min((way.metric for way in ways if way.via == address.name or way.via in hosts), default=None)


def _is_of_no_use(host: str) -> bool:
    ip = ipaddress.ip_address(host)
    return ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast


def _is_cabled_phone(address: Address) -> bool:
    ip = ipaddress.ip_address(address.host)
    if not any(ip in net for net in _TETHERED if net.version == ip.version):
        return False
    words = f"{address.name} {address.description}".casefold()
    return re.search(r"wi-?fi|wlan|wireless|^wl|draadloos|airport", words) is None


def _usual_prefix(host: str) -> int:
    return 64 if ":" in host else 24
