"""Who is here, asleep or gone, and n of m."""

from polling.presence import GONE_MS, SILENT_MS, Presence, Status


def heard(*participants: str, at_ms: int = 0) -> Presence:
    presence = Presence()
    for who in participants:
        presence.hear(who, at_ms)
    return presence


def test_those_here_when_asked_or_since_are_expected() -> None:
    presence = heard("ana", "bo")
    presence.leave("bo")
    presence.expect_those_here()
    presence.hear("cas", 0)
    presence.leave("ana")
    assert presence.expected == {"ana", "cas"}
    assert presence.here == {"cas"}


def test_a_page_that_falls_silent_is_asleep_and_then_gone() -> None:
    presence = heard("ana")
    assert not presence.look(SILENT_MS)
    assert presence.status("ana") is Status.HERE
    assert presence.look(SILENT_MS + 1)
    assert presence.status("ana") is Status.ASLEEP
    assert presence.look(GONE_MS + 1)
    assert presence.status("ana") is Status.GONE
    assert not presence.look(GONE_MS + 2)


def test_a_heartbeat_wakes_a_sleeper_who_counts_from_then_on() -> None:
    presence = heard("ana", "bo")
    presence.hear("bo", SILENT_MS)
    presence.look(SILENT_MS + 1)
    presence.expect_those_here()
    assert presence.expected == {"bo"}
    assert presence.hear("ana", SILENT_MS + 2)
    assert not presence.hear("ana", SILENT_MS + 3)
    assert presence.expected == {"ana", "bo"}
    assert presence.status("ana") is Status.HERE


def test_a_lost_connection_is_a_sleeping_phone() -> None:
    presence = heard("ana")
    presence.leave("ana")
    presence.leave("nobody")
    assert presence.status("ana") is Status.ASLEEP
    assert presence.status("nobody") is Status.GONE
    assert presence.here == frozenset()


def test_who_was_removed_counts_no_more() -> None:
    presence = heard("ana", "bo")
    presence.expect_those_here()
    presence.forget("bo")
    presence.forget("nobody")
    assert (presence.here, presence.expected) == ({"ana"}, {"ana"})
    assert presence.status("bo") is Status.GONE


def test_everyone_who_is_here_has_answered_or_not() -> None:
    presence = heard("ana", "bo")
    assert not presence.has_heard_all(("ana",))
    assert presence.has_heard_all(("ana", "bo", "cas"))
    assert not presence.has_heard_all(("ana", "cas"))
    assert not Presence().has_heard_all(())
