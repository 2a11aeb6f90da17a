"""The gate: a flood sheds itself, and a class behind one router is never refused."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from polling.gate import PER_ADDRESS, Gate

STEPS = st.lists(
    st.tuples(st.sampled_from(["admit", "let_in", "leave"]), st.integers(0, 30), st.sampled_from("abc")), max_size=80
)


def filled(gate: Gate[str], address: str, count: int, *, inside: bool) -> list[str]:
    """So many guests of one address, that are in or wait."""
    guests = [f"{address}{number}" for number in range(count)]
    for guest in guests:
        assert gate.admit(guest, address) is None
        if inside:
            gate.let_in(guest)
    return guests


@given(STEPS, st.integers(1, 6), st.integers(1, 6))
def test_there_are_never_too_many_and_the_counts_are_true(
    steps: list[tuple[str, int, str]], most: int, most_waiting: int
) -> None:
    gate: Gate[int] = Gate(most, most_waiting)
    waiting: dict[int, str] = {}
    inside: set[int] = set()
    for number, (step, which, address) in enumerate(steps):
        here = sorted(waiting.keys() | inside)
        if step == "admit":
            waiting[number] = address
            gone = gate.admit(number, address)
            if gone is not None:
                waiting.pop(gone, None)
                inside.discard(gone)
        guest = here[which % len(here)] if here else -1
        if step == "let_in":
            gate.let_in(guest)
            if waiting.pop(guest, None):
                inside.add(guest)
        elif step == "leave":
            gate.leave(guest)
            waiting.pop(guest, None)
            inside.discard(guest)
        assert (gate.waiting_count, gate.count) == (len(waiting), len(waiting) + len(inside))
        assert gate.count <= most
        assert gate.waiting_count <= most_waiting


@given(st.lists(st.sampled_from("abcde"), min_size=11, max_size=60))
def test_the_one_that_goes_is_the_oldest_of_the_address_with_the_most_waiting(addresses: list[str]) -> None:
    gate: Gate[int] = Gate(most=1000, most_waiting=10)
    waiting: list[tuple[int, str]] = []
    for guest, address in enumerate(addresses):
        waiting.append((guest, address))
        gone = gate.admit(guest, address)
        assert (gone is not None) is (len(waiting) > 10)
        if gone is not None:
            held = [each for _, each in waiting]
            whose = dict(waiting)[gone]
            assert held.count(whose) == max(map(held.count, held))
            assert gone == min(each for each, where in waiting if where == whose)
            waiting.remove((gone, whose))


@given(st.integers(1, PER_ADDRESS), st.integers(20, 60))
def test_a_flood_from_one_address_never_costs_a_class_behind_one_router_a_guest(size: int, batch: int) -> None:
    gate: Gate[str] = Gate(most=1000, most_waiting=700)
    flood = itertools.count()
    class_ = {f"phone {number}" for number in range(size)}
    for number, guest in enumerate(sorted(class_)):
        assert gate.admit(guest, "the router") not in class_
        if number % batch == 0:
            for _ in range(40):
                assert gate.admit(f"flood {next(flood)}", "the laptop") not in class_
    for guest in class_:
        gate.let_in(guest)
    for _ in range(800):
        assert gate.admit(f"flood {next(flood)}", "the laptop") not in class_


def test_in_a_full_house_the_address_that_holds_the_most_makes_room() -> None:
    gate: Gate[str] = Gate(most=400, most_waiting=100)
    insiders = filled(gate, "a", 390, inside=True)
    filled(gate, "b", 10, inside=True)
    assert gate.admit("late phone", "c") == insiders[0]
    gate.let_in("late phone")
    assert gate.admit("one more of a", "a") == "one more of a"


def test_in_a_full_house_without_a_flood_who_waits_longest_makes_room() -> None:
    gate: Gate[str] = Gate(most=PER_ADDRESS + 20, most_waiting=100)
    filled(gate, "hall", PER_ADDRESS, inside=True)
    loiterers = filled(gate, "b", 15, inside=False)
    filled(gate, "c", 5, inside=True)
    assert gate.admit("late", "hall 2") == loiterers[0]


def test_who_had_to_go_cannot_be_let_in() -> None:
    gate: Gate[str] = Gate(most=1, most_waiting=1)
    gate.admit("first", "a")
    assert gate.admit("second", "a") == "first"
    gate.let_in("first")
    gate.leave("first")
    assert (gate.count, gate.waiting_count) == (1, 1)
