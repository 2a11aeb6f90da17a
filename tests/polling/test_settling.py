"""A question that everyone has answered closes by itself, after a moment."""

from polling.settling import SETTLE_MS, Settling


def test_it_closes_once_a_moment_after_the_last_answer() -> None:
    settling = Settling()
    assert not settling.see(True, True, 1_000)
    assert settling.due_ms == 1_000 + SETTLE_MS
    assert not settling.see(True, False, 999 + SETTLE_MS)
    assert settling.see(True, False, 1_000 + SETTLE_MS)
    assert settling.due_ms is None


def test_a_changed_answer_begins_the_moment_again() -> None:
    settling = Settling()
    settling.see(True, True, 0)
    assert not settling.see(True, True, SETTLE_MS)
    assert settling.due_ms == 2 * SETTLE_MS


def test_somebody_who_comes_in_is_waited_for() -> None:
    settling = Settling()
    settling.see(True, True, 0)
    assert not settling.see(False, False, SETTLE_MS)
    assert settling.due_ms is None
