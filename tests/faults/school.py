"""School networks of network namespaces: a laptop, a phone, and what lies between them. Linux as root only; nothing
outside its own namespaces is touched, and they are gone when the context ends, however it ends."""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from types import TracebackType

from tests.faults.link import entered
from tests.polling_process import HOUSE

LAPTOP, PHONE, GATE = "10.77.0.1", "10.77.0.2", "10.77.0.254"
"""On the wifi; the gate leads to other networks."""
CABLE_BESIDE = "10.77.0.3"
"""The laptop on a cable to the same network."""
CABLE, CABLE_GATE = "10.78.0.1", "10.78.0.254"
"""The laptop on a cable, in a network of its own behind the gate."""
ELSEWHERE, ELSEWHERE_GATE = "10.79.0.2", "10.79.0.254"
"""The phone on another part of the network."""
WITHIN_S = 20
_serial = itertools.count()


class School:
    """Three namespaces. `laptop`, `phone` and `between` are commands to run something in one of them."""

    def __init__(self) -> None:
        name = f"ks{os.getpid()}x{next(_serial)}"
        self._names = {end: f"{name}-{end}" for end in ("laptop", "phone", "between")}
        self.laptop, self.phone, self.between = (
            ("ip", "netns", "exec", self._names[end]) for end in ("laptop", "phone", "between")
        )
        self._ports = itertools.count()
        self._helpers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> School:
        try:
            for name in self._names.values():
                _ip("netns", "add", name)
                _ip("-n", name, "link", "set", "lo", "up")
            self.runs(self.between, "sysctl", "-q", "-w", "net.ipv4.ip_forward=0")
            # As other systems: who asks for an address is answered by the adapter that has it.
            self.runs(self.laptop, "sysctl", "-q", "-w", "net.ipv4.conf.all.arp_ignore=1")
        except BaseException:
            self._tear_down()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tear_down()

    def network(self, name: str, gate: str) -> None:
        """A network with a gate: a switch, or the air around an access point."""
        between = self._names["between"]
        _ip("-n", between, "link", "add", name, "type", "bridge")
        _ip("-n", between, "address", "add", f"{gate}/24", "dev", name)
        _ip("-n", between, "link", "set", name, "up")

    def joins(
        self,
        end: str,
        device: str,
        address: str,
        network: str,
        *,
        gate: str = "",
        is_isolated: bool = False,
        metric: int = 600,
    ) -> None:
        """Laptop or phone joins a network. Who is isolated reaches the gate, and nobody else who is isolated. Of two
        ways the one with the smaller metric is taken."""
        between, port, owner = self._names["between"], f"port{next(self._ports)}", self._names[end]
        _ip("-n", between, "link", "add", port, "type", "veth", "peer", "name", device, "netns", owner)
        _ip("-n", between, "link", "set", port, "master", network)
        if is_isolated:
            _ip("-n", between, "link", "set", "dev", port, "type", "bridge_slave", "isolated", "on")
        _ip("-n", between, "link", "set", port, "up")
        _ip("-n", owner, "link", "set", device, "up")
        prefix, more = ("64", ("nodad",)) if ":" in address else ("24", ("metric", str(metric)))
        _ip("-n", owner, "address", "add", f"{address}/{prefix}", "dev", device, *more)
        if gate:
            _ip("-n", owner, "route", "add", "default", "via", gate, "metric", str(metric))

    def moves(self, device: str, before: str, after: str) -> None:
        """The laptop loses its address and gets another."""
        for act, host in (("delete", before), ("add", after)):
            _ip("-n", self._names["laptop"], "address", act, f"{host}/24", "dev", device)

    def forwards(self) -> None:
        """What lies between passes packets on from one network to another."""
        self.runs(self.between, "sysctl", "-q", "-w", "net.ipv4.ip_forward=1")

    def filters(self, inside: tuple[str, ...], hook: str, rule: str) -> None:
        """One rule for packets: `hook` is `input` (what arrives here) or `prerouting` (what passes)."""
        kind, priority = ("nat", "-100") if hook == "prerouting" else ("filter", "0")
        self.runs(inside, "nft", "add", "table", "ip", "school")
        chain = f"add chain ip school {hook} {{ type {kind} hook {hook} priority {priority}; }}"
        self.runs(inside, "nft", chain)
        self.runs(inside, "nft", f"add rule ip school {hook} {rule}")

    def stands_between(self, mood: str, target: str, port: int) -> None:
        """A middleman (tests/faults/middleman.py) takes all that phones send to this port."""
        command = [*self.between, sys.executable, "-m", "tests.faults.middleman", mood, target, str(port)]
        helper = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE)
        self._helpers.append(helper)
        assert helper.stdout is not None
        its_port = int(helper.stdout.readline())
        self.filters(self.between, "prerouting", f"tcp dport {port} redirect to :{its_port}")

    @contextlib.contextmanager
    def at_the_laptop(self) -> Iterator[None]:
        """Sockets that this thread opens now are the laptop's."""
        with entered(self._names["laptop"]):
            yield

    def runs(self, inside: tuple[str, ...], *command: str) -> str:
        """Run something in a namespace; what it printed."""
        done = subprocess.run(
            [*inside, *command], cwd=HOUSE, capture_output=True, check=True, timeout=WITHIN_S, text=True
        )
        return done.stdout

    def _tear_down(self) -> None:
        for helper in self._helpers:
            helper.kill()
            helper.wait(10)
            if helper.stdout is not None:
                helper.stdout.close()
        for name in self._names.values():
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, timeout=WITHIN_S)
