"""How far addresses came, in numbers."""

from __future__ import annotations

from polling.arrivals import MOST, Arrivals, Reached, Step


def test_nobody_is_nothing() -> None:
    assert Arrivals().reached() == Reached()


def test_each_address_counts_once_for_each_step() -> None:
    arrivals = Arrivals()
    assert arrivals.note("10.0.0.1", Step.CONNECTED)
    assert not arrivals.note("10.0.0.1", Step.CONNECTED)
    assert arrivals.note("10.0.0.1", Step.READ)
    assert arrivals.note("10.0.0.2", Step.CONNECTED)
    assert arrivals.reached() == Reached(connected=2, pages=1)


def test_a_heartbeat_without_a_websocket_came_by_a_detour() -> None:
    arrivals = Arrivals()
    for step in (Step.READ, Step.SOCKET, Step.BEAT):
        arrivals.note("10.0.0.1", step)
    for step in (Step.READ, Step.DETOUR, Step.BEAT):
        arrivals.note("10.0.0.2", step)
    # Who was in before counting began again is heard on a websocket that nobody saw open.
    arrivals.note("10.0.0.3", Step.BEAT)
    assert arrivals.reached() == Reached(connected=3, pages=2, detours=1, sockets=1, beats=3, beats_by_detour=1)


def test_it_can_begin_again() -> None:
    arrivals = Arrivals()
    assert not arrivals.forget()
    arrivals.note("10.0.0.1", Step.BEAT)
    assert arrivals.forget()
    assert arrivals.reached() == Reached()


def test_a_flood_of_addresses_fills_no_memory() -> None:
    arrivals = Arrivals()
    for number in range(MOST + 10):
        arrivals.note(f"10.0.{number // 256}.{number % 256}", Step.CONNECTED)
    assert arrivals.reached().connected == MOST
    assert arrivals.note("10.0.0.0", Step.READ)
