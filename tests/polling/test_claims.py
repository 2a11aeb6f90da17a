"""Phones that wait for the teacher's yes."""

from polling.claims import MAX_CLAIMS, Claims


def test_a_phone_waits_for_one_seat_at_a_time() -> None:
    claims: Claims[str] = Claims()
    assert claims.add("phone", "p1", "Ana")
    assert claims.add("phone", "p2", "Bo")
    assert [(each.participant, each.name) for each in claims] == [("p2", "Bo")]


def test_a_claim_is_judged_once() -> None:
    claims: Claims[str] = Claims()
    claims.add("phone", "p1", "Ana")
    (waiting,) = claims
    taken = claims.take(waiting.id)
    assert taken is not None
    assert taken.phone == "phone"
    assert claims.take(waiting.id) is None


def test_a_phone_that_goes_away_waits_no_more() -> None:
    claims: Claims[str] = Claims()
    claims.add("one", "p1", "Ana")
    claims.add("two", "p1", "Ana")
    assert claims.drop("one")
    assert not claims.drop("one")
    assert [each.phone for each in claims] == ["two"]


def test_no_crowd_can_bury_the_teacher_in_questions() -> None:
    claims: Claims[int] = Claims()
    assert all(claims.add(number, "p1", "Ana") for number in range(MAX_CLAIMS))
    assert not claims.add(MAX_CLAIMS, "p1", "Ana")
    assert len(list(claims)) == MAX_CLAIMS
