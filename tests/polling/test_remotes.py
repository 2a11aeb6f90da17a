"""polling/remotes.py: one code for one phone for a minute, and only what is sealed and new is obeyed."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import msgspec
import pytest

from polling.remotes import MOST_REMOTES, PAIR_WITHIN_S, Remote, Remotes
from polling.wire import Pair, Sealed, Steer
from tests.wire_clients import proof


def some_remotes() -> Remotes:
    numbers = count(1)
    return Remotes(lambda: f"secret {next(numbers)}")


def pair(secret: str, nonce: str = "n") -> Pair:
    return Pair(proto=1, nonce=nonce, proof=proof(secret.encode(), f"pair.{nonce}"))


def paired(remotes: Remotes) -> Remote:
    found = remotes.pair(pair(remotes.offer(0)), 0)
    assert found is not None
    return found[0]


def sealed(remote: Remote, number: int, body: str = "next") -> Sealed:
    return Sealed(n=number, body=body, proof=proof(remote.key, f"{number}.{body}"))


def test_a_code_pairs_one_phone_which_makes_the_same_key() -> None:
    remotes = some_remotes()
    secret = remotes.offer(0)
    found = remotes.pair(pair(secret), PAIR_WITHIN_S)
    assert found is not None
    remote, told = found
    assert remote.key.hex() == proof(secret.encode(), f"key.n.{told.nonce}")
    assert remotes.views[0].digits == remote.digits
    assert len(remote.digits) == 2
    assert remotes.pair(pair(secret), 1) is None


@pytest.mark.parametrize(
    ("asked", "now_s"),
    [
        (pair("secret 1"), PAIR_WITHIN_S + 0.1),
        (pair("secret 2"), 1.0),
        (msgspec.structs.replace(pair("secret 1"), nonce="m"), 1.0),
        (pair(""), 1.0),
    ],
)
def test_an_expired_or_a_wrong_code_pairs_nobody(asked: Pair, now_s: float) -> None:
    remotes = some_remotes()
    remotes.offer(0)
    assert remotes.pair(asked, now_s) is None
    assert remotes.views == ()


def test_no_code_pairs_before_one_is_offered_nor_after_a_guess() -> None:
    remotes = some_remotes()
    assert remotes.pair(pair(""), 0) is None
    secret = remotes.offer(0)
    assert remotes.pair(pair("a guess"), 0) is None
    assert remotes.pair(pair(secret), 0) is None


def test_a_new_code_closes_the_one_before() -> None:
    remotes = some_remotes()
    first, second = remotes.offer(0), remotes.offer(1)
    assert remotes.pair(pair(first), 2) is None
    assert remotes.pair(pair(second), 2) is None
    assert remotes.pair(pair(remotes.offer(3)), 4) is not None


def test_a_remote_steers_from_the_teachers_yes_until_it_is_sent_away() -> None:
    remotes = some_remotes()
    remote = paired(remotes)
    assert remotes.opened(remote, sealed(remote, 1)) is None
    assert remotes.judge(remote.id, yes=True)
    assert remotes.opened(remote, sealed(remote, 2)) == "next"
    assert remotes.judge(remote.id, yes=False)
    assert remotes.opened(remote, sealed(remote, 3)) is None
    assert remotes.steers(Steer(proto=1, remote=remote.id, n=4, proof=proof(remote.key, "4.steer"))) is None
    assert not remotes.judge(remote.id, yes=True)


def test_what_comes_again_or_late_or_was_changed_is_not_obeyed() -> None:
    remotes = some_remotes()
    remote = paired(remotes)
    remotes.judge(remote.id, yes=True)
    first, second, third = (sealed(remote, number) for number in (1, 2, 3))
    assert remotes.opened(remote, second) == "next"
    assert remotes.opened(remote, second) is None
    assert remotes.opened(remote, first) is None
    assert remotes.opened(remote, msgspec.structs.replace(third, body="back")) is None
    assert remotes.opened(remote, msgspec.structs.replace(third, n=4)) is None
    assert remotes.opened(remote, msgspec.structs.replace(third, proof=second.proof)) is None
    assert remotes.opened(remote, third) == "next"


def test_a_key_opens_nothing_of_another_remote() -> None:
    remotes = some_remotes()
    one, other = paired(remotes), paired(remotes)
    for each in (one, other):
        remotes.judge(each.id, yes=True)
    assert remotes.opened(other, sealed(one, 1)) is None
    assert remotes.opened(replace(one), sealed(one, 1)) is None


def test_a_remote_comes_back_with_a_number_that_was_not_used() -> None:
    remotes = some_remotes()
    remote = paired(remotes)
    back = Steer(proto=1, remote=remote.id, n=7, proof=proof(remote.key, "7.steer"))
    assert remotes.steers(back) is remote
    assert remotes.steers(back) is None
    assert remotes.steers(msgspec.structs.replace(back, n=8)) is None
    assert remotes.steers(msgspec.structs.replace(back, remote="r9")) is None


def test_there_are_only_so_many_remotes() -> None:
    remotes = some_remotes()
    for _ in range(MOST_REMOTES):
        paired(remotes)
    assert remotes.pair(pair(remotes.offer(0)), 0) is None
