"""Who is here, and n of m."""

from polling.presence import Presence


def test_those_here_when_asked_or_since_are_expected() -> None:
    presence = Presence()
    for who in ("ana", "bo"):
        presence.arrive(who)
    presence.leave("bo")
    presence.expect_those_here()
    presence.arrive("cas")
    presence.leave("ana")
    assert presence.expected == {"ana", "cas"}
    assert presence.here == {"cas"}
