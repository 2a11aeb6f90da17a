"""Where participants joined from: several from one address are seen, a class behind one router is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from polling.origins import SUSPICIOUS, Origins


def joined(*addresses: str) -> Origins:
    origins = Origins()
    for number, address in enumerate(addresses, start=1):
        origins.note(f"p{number}", address)
    return origins


def test_three_from_one_address_are_a_group() -> None:
    assert joined("a", "b", "c", "a", "d", "a").shared() == (("p1", "p4", "p6"),)


def test_two_from_one_address_are_no_group() -> None:
    assert joined("a", "a", "b", "c", "d").shared() == ()


def test_the_address_of_more_than_half_is_a_router() -> None:
    assert joined(*"aaaabbb").shared() == (("p5", "p6", "p7"),)
    assert joined(*"aaa").shared() == ()


def test_coming_back_from_elsewhere_changes_nothing() -> None:
    origins = joined(*"aaabcdef")
    origins.note("p1", "z")
    assert origins.shared() == (("p1", "p2", "p3"),)


def test_an_address_that_is_not_known_is_nobodys() -> None:
    assert joined("", "", "", "a", "b").shared() == ()


@given(st.lists(st.sampled_from(["", *"abcdef"]), max_size=60))
def test_groups_are_those_who_really_share(addresses: list[str]) -> None:
    groups = joined(*addresses).shared()
    known = [each for each in addresses if each]
    for group in groups:
        (address,) = {addresses[int(who[1:]) - 1] for who in group}
        assert len(group) == addresses.count(address)
    flagged = {address for address in known if SUSPICIOUS <= known.count(address) <= len(known) / 2}
    assert len(groups) == len(flagged)


def test_who_was_removed_shares_nothing_any_more() -> None:
    origins = joined(*"aaabcdef")
    origins.forget("p1")
    origins.forget("nobody")
    assert origins.shared() == ()
