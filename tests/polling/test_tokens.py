"""Secrets of a session."""

from polling import tokens


def test_a_token_has_128_random_bits_and_is_stored_hashed() -> None:
    made = {tokens.new_token() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(bytes.fromhex(token)) == 16 for token in made)
    token = made.pop()
    assert token not in tokens.digest(token)


def test_only_the_key_is_the_key() -> None:
    key = tokens.new_key()
    assert tokens.is_key(key, key)
    assert not tokens.is_key("", key)
    assert not tokens.is_key("é\udcff", key)


def test_a_room_code_is_four_digits() -> None:
    assert all(1000 <= int(tokens.new_room_code()) <= 9999 for _ in range(200))


def test_a_session_id_can_name_a_file() -> None:
    assert tokens.new_session_id().isalnum()


def test_shuffling_loses_no_option() -> None:
    orders = {tokens.shuffled(4) for _ in range(200)}
    assert len(orders) > 1
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
