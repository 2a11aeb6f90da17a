"""Rules of the Windows firewall, as its registry holds them."""

from __future__ import annotations

import sys
from types import TracebackType

import pytest

from presenter.doctor import firewall
from presenter.doctor.firewall import Rule, Verdict, is_public, rules, verdict

PROGRAM = r"C:\Users\docent\AppData\Local\Programs\Klassikaal\klassikaal.exe"
CANCELLED = {
    "TCP Query User{0C2E7A53-51E0-4B32-9A7E-6E0B1C9C0A11}C:\\users\\docent\\klassikaal.exe": (
        "v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|"
        rf"App={PROGRAM.lower()}|Name=klassikaal.exe|Desc=klassikaal.exe|Defer=User|"
    ),
    "UDP Query User{4B0B7F1A-6B7A-4D0B-8A55-3B1E2C9D0F22}C:\\users\\docent\\klassikaal.exe": (
        "v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=17|Profile=Public|"
        rf"App={PROGRAM.lower()}|Name=klassikaal.exe|Desc=klassikaal.exe|Defer=User|"
    ),
}
ALLOWED = {
    "{7F0D1B2C-1111-4222-8333-944445555666}": (
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|Profile=Private|"
        rf"LPort=8080|App={PROGRAM}|Name=Klassikaal|"
    ),
    "{7F0D1B2C-1111-4222-8333-944445555667}": "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8080|Name=Port|",
}
OTHERS = {
    "CoreNet-DHCP-In": (
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=68|RPort=67|"
        r"App=%SystemRoot%\system32\svchost.exe|Svc=dhcp|Name=@FirewallAPI.dll,-25301|"
    ),
    "{AAAA}": rf"v2.31|Action=Block|Active=FALSE|Dir=In|Protocol=6|App={PROGRAM}|Name=old|",
    "{BBBB}": rf"v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|App={PROGRAM}|Name=out|",
    "{CCCC}": r"v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|App=C:\other\klassikaal.exe|Name=other|",
    "{DDDD}": rf"v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=9999|App={PROGRAM}|Name=other port|",
    "broken": "",
    "no rule": "v2.31|Action|Active=|",
}


def judged(values: dict[str, str], port: int = 8080) -> Verdict:
    return verdict(rules(values), [PROGRAM], port)


def test_a_question_that_was_cancelled_is_found() -> None:
    assert judged(OTHERS | CANCELLED).blocks


def test_rules_of_others_old_rules_and_what_goes_out_do_not_count() -> None:
    assert judged(OTHERS) == Verdict()


def test_a_rule_against_us_wins_from_one_for_us() -> None:
    assert judged(ALLOWED) == Verdict(False, frozenset({"Domain", "Private", "Public"}))
    assert judged(ALLOWED | CANCELLED).blocks


def test_a_rule_lets_in_on_its_own_kinds_of_network_and_port() -> None:
    one = dict(list(ALLOWED.items())[:1])
    assert judged(one).allows == {"Domain", "Private"}
    assert judged(one, port=80) == Verdict()


def test_a_rule_without_a_protocol_counts() -> None:
    assert rules({"x": rf"v2.10|Action=Block|Active=TRUE|Dir=In|App={PROGRAM}|"}) == (Rule(True, PROGRAM),)


def test_a_network_is_public_when_none_is_anything_else() -> None:
    assert is_public([0, 0])
    assert not is_public([0, 1])
    assert not is_public([])


def test_our_own_program_is_asked_about() -> None:
    assert sys.executable in firewall.programs()


@pytest.mark.skipif(sys.platform == "win32", reason="there is a registry to read")
def test_where_there_is_no_registry_nothing_is_said() -> None:
    assert firewall.here(8080) == Verdict()
    assert not firewall.public_here()


class Key:
    """A key of a registry that was recorded: values by name, keys below it by name."""

    def __init__(self, values: dict[str, object], below: dict[str, Key] | None = None) -> None:
        self.values, self.below = values, below or {}

    def __enter__(self) -> Key:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


class Registry:
    """What Python's `winreg` offers, on recorded keys."""

    HKEY_LOCAL_MACHINE = "HKLM"

    def __init__(self, keys: dict[str, Key]) -> None:
        self._keys = keys

    def OpenKey(self, above: object, name: str) -> Key:
        try:
            return above.below[name] if isinstance(above, Key) else self._keys[name]
        except KeyError:
            raise FileNotFoundError(2, name) from None

    def QueryInfoKey(self, key: Key) -> tuple[int, int, int]:
        return len(key.below), len(key.values), 0

    def EnumKey(self, key: Key, place: int) -> str:
        return list(key.below)[place]

    def EnumValue(self, key: Key, place: int) -> tuple[str, object, int]:
        return (*list(key.values.items())[place], 1)

    def QueryValueEx(self, key: Key, name: str) -> tuple[object, int]:
        return key.values[name], 4


def test_a_recorded_registry_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    home, cafe = Key({"ProfileName": "Thuis", "Category": 0}), Key({"ProfileName": "Cafe", "Category": 0})
    keys = {firewall._RULES: Key(dict(OTHERS | CANCELLED)), firewall._NETWORKS: Key({}, {"{1}": home, "{2}": cafe})}
    monkeypatch.setattr("presenter.doctor.firewall.sys.platform", "win32")
    monkeypatch.setattr("presenter.doctor.firewall.programs", lambda: (PROGRAM,))
    monkeypatch.setitem(sys.modules, "winreg", Registry(keys))
    assert firewall.here(8080).blocks
    assert firewall.public_here()
    home.values["Category"] = 1
    assert not firewall.public_here()


def test_a_registry_that_may_not_be_read_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presenter.doctor.firewall.sys.platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", Registry({}))
    assert firewall.here(8080) == Verdict()
    assert not firewall.public_here()
