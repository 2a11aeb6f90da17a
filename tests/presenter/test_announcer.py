"""presenter/announcer.py: what the terminal is told."""

from __future__ import annotations

from io import StringIO

from polling.wire import ChooseAddress
from presenter.announcer import Announcer
from presenter.room_copy import RoomCopy
from presenter.words import Words
from tests.presenter.pretend_link import PretendLink


def test_the_address_is_told_once_and_again_when_it_changes() -> None:
    link, room, out = PretendLink(), RoomCopy(), StringIO()
    announcer = Announcer(Words("nl"), out)
    link.part_arrived.connect(room.on_part)
    room.changed.connect(announcer.on_room)
    link.tells()
    link.tells()
    assert out.getvalue().count("Leerlingen doen mee op: http://192.168.1.23/4271") == 1
    assert "Afstandsbediening: http://192.168.1.23/teacher#key" in out.getvalue()
    link.send(ChooseAddress(host="10.0.0.4"))
    assert "http://10.0.0.4/4271" in out.getvalue()
