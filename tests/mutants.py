"""Ways to break the room, each with the tests that must notice. Only the list; scripts/kill_mutants.py tries them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One small change to one file: `text` stands there exactly once. `breaks` says what no longer holds."""

    file: str
    text: str
    instead: str
    breaks: str
    tests: tuple[str, ...]


def _in(file: str, *names: str) -> tuple[str, ...]:
    """Tests of tests/polling by their name."""
    return tuple(f"tests/polling/test_{file}.py::test_{name}" for name in names)


ROOM = (
    Mutant(
        "polling/decisions.py",
        "    if room.page(slide) and (room.place is None or there > room.place):\n",
        "    if False:\n",
        "A slide of several pages begins at the page that was left.",
        _in("room", "a_slide_begins_at_its_first_page_and_is_come_back_to_at_its_last"),
    ),
    Mutant(
        "polling/room.py",
        "        return min(self.steps.get(slide.id, 0), self.pages_of(slide) - 1)\n",
        "        return self.steps.get(slide.id, 0)\n",
        "A board that counts fewer pages shows one that is not there.",
        _in("room", "another_board_may_count_other_pages"),
    ),
    Mutant(
        "polling/room.py",
        "                round_.set_aside(event.participant)\n",
        "                pass\n",
        "Answers of somebody who was removed go on counting.",
        _in("people", "answers_of_who_is_removed_do_not_count_until_they_are_in_again"),
    ),
    Mutant(
        "polling/room.py",
        "            round_.put_back(event.participant)\n",
        "            round_.aside.pop(event.participant, None)\n",
        "Who is let in again has lost their answers.",
        _in("people", "answers_of_who_is_removed_do_not_count_until_they_are_in_again"),
    ),
    Mutant(
        "polling/room.py",
        "        del self.by_token[self.participants[event.participant].token_hash]\n",
        "",
        "A phone whose seat was given to another can still come back in it.",
        _in("people", "a_seat_belongs_to_the_phone_it_was_given_to_last"),
    ),
    Mutant(
        "polling/room.py",
        "        return zero_ms is not None and now_ms >= zero_ms + GRACE_MS\n",
        "        return zero_ms is not None and now_ms >= zero_ms\n",
        "What was tapped in time and arrives a moment late is refused.",
        _in("room", "a_question_closes_when_its_time_and_grace_are_over"),
    ),
    Mutant(
        "polling/decisions.py",
        "kept.revision >= command.revision",
        "kept.revision == command.revision",
        "An older answer that comes late takes the place of a newer one.",
        _in("room", "sending_an_old_answer_again_changes_nothing"),
    ),
    Mutant(
        "polling/decisions.py",
        "    if last.phase not in LEGAL[commands.Answer] or room.is_over_for(command.participant, now_ms):\n",
        "    if room.is_over_for(command.participant, now_ms):\n",
        "A closed question takes answers.",
        _in("room_states", "a_command_about_a_question_is_obeyed_in_the_phases_of_the_table"),
    ),
    Mutant(
        "polling/decisions.py",
        "    if last.phase not in LEGAL[commands.Answer] or room.is_over_for(command.participant, now_ms):\n",
        "    if last.phase not in LEGAL[commands.Answer]:\n",
        "An answer counts that came after the time was over, if only the tick is late.",
        _in("room", "an_answer_after_the_grace_is_late_even_before_the_tick"),
    ),
    Mutant(
        "polling/decisions.py",
        "    if last is None or command.round != last.number:\n",
        "    if last is None:\n",
        "An answer to an earlier round counts in this one.",
        _in("room", "again_starts_a_round_and_keeps_the_first"),
    ),
    Mutant(
        "polling/decisions.py",
        '    if room.is_locked:\n        return Refused("locked")\n    if len(',
        "    if len(",
        "A locked room lets new ones in.",
        _in("people", "a_locked_room_is_closed_to_new_ones_until_it_opens"),
    ),
    Mutant(
        "polling/decisions.py",
        "    commands.Reveal: frozenset({Phase.CLOSED}),\n",
        "    commands.Reveal: frozenset({Phase.ASKING, Phase.CLOSED}),\n",
        "The right answer can be shown while phones still answer.",
        _in("room_states", "a_command_about_a_question_is_obeyed_in_the_phases_of_the_table"),
    ),
    Mutant(
        "polling/question.py",
        "            self._look_again(participant)\n",
        "            pass\n",
        "Who writes something else keeps the star and the large card of the text before.",
        _in("moderation", "star_and_large_card_belong_to_the_text_and_go_with_it"),
    ),
    Mutant(
        "polling/moderation.py",
        "not (room.question.shows_results and last.shows(command.item))",
        "not room.question.shows_results",
        "An answer that is hidden from the class can be shown to it, large.",
        _in("moderation", "only_what_the_class_sees_can_be_enlarged"),
    ),
    Mutant(
        "polling/room.py",
        '            self.question.last.enlarged = ""\n',
        "            pass\n",
        "Who comes back to an open question finds one answer instead of all.",
        _in("moderation", "who_goes_on_or_back_leaves_the_large_card"),
    ),
    Mutant(
        "polling/decisions.py",
        "    if room.place is not None and there < room.place and ",
        "    if ",
        "Who looks back for a moment has shown every point.",
        _in("room", "who_comes_back_from_an_earlier_slide_goes_on_where_they_were"),
    ),
    Mutant(
        "polling/question.py",
        "        self.tally.replace(_options(before), _options(after))\n",
        "        self.tally.replace((), _options(after))\n",
        "Who changes their mind is counted twice.",
        _in("room", "a_changed_mind_counts_once"),
    ),
    Mutant(
        "polling/phone_state.py",
        "    is_told = question.phase is Phase.REVEALED and bool(question.right)\n",
        "    is_told = bool(question.right)\n",
        "Phones are told what is right while they answer.",
        _in("non_interference", "a_lesson_in_which_something_else_is_right_gives_the_same_bytes_until_the_reveal"),
    ),
    Mutant(
        "polling/phone_state.py",
        '        explanation=plain(_why(question)) if question.phase is Phase.REVEALED else "",\n',
        "        explanation=plain(_why(question)),\n",
        "Phones are told why before the reveal.",
        _in("non_interference", "a_lesson_in_which_something_else_is_right_gives_the_same_bytes_until_the_reveal"),
    ),
    Mutant(
        "polling/room.py",
        "        self.cover = Cover.NONE\n\n    def _quick_added",
        "        self.cover = Cover.NONE\n        self.hides_answers = False\n\n    def _quick_added",
        "What was hidden from the class comes back with the next slide.",
        _in("covers", "both_hold_until_they_are_lifted_whatever_slide_comes"),
    ),
    Mutant(
        "polling/room.py",
        "        self.is_ended = True\n        self.is_frozen = False\n",
        "        self.is_ended = True\n",
        "A lesson that has ended stays on the board.",
        _in("covers", "the_end_of_the_lesson_ends_a_freeze_and_brings_no_answers_back"),
    ),
    Mutant(
        "polling/decisions.py",
        "    *covers.DECISIONS,\n",
        "    commands.CoverWith,\n",
        "During a pause a word cannot be taken off the board.",
        _in("covers", "during_a_pause_they_can_be_switched_too"),
    ),
)
DISK = (
    Mutant(
        "polling/store.py",
        '_connect(path, "FULL", undo)',
        '_connect(path, "OFF", undo)',
        "What was stored is lost with the power.",
        _in("store", "a_flush_follows_every_transaction"),
    ),
    Mutant(
        "polling/store.py",
        '                self._events.execute("BEGIN IMMEDIATE")\n',
        "",
        "Half of a group stays when the disk is full.",
        _in("store", "a_store_that_fails_keeps_nothing_of_the_group"),
    ),
    Mutant(
        "polling/store.py",
        " or crc not in (None, _crc(seq, written))",
        "",
        "A damaged disk makes up an answer.",
        _in("store", "an_event_that_is_not_as_it_was_written_is_no_event"),
    ),
    Mutant(
        "polling/store.py",
        "            if seq != place:\n",
        "            if seq < place:\n",
        "An event that the disk lost is passed over in silence.",
        _in("store", "an_event_that_is_not_as_it_was_written_is_no_event"),
    ),
    Mutant(
        "polling/live.py",
        "            self._reply(phone, Ack(slide=sent.slide, round=sent.round, revision=sent.revision))\n",
        "            phone.tell(Ack(slide=sent.slide, round=sent.round, revision=sent.revision))\n",
        "A phone says that an answer is stored before it is.",
        _in("live", "nothing_is_told_before_it_is_on_disk", "a_full_disk_gives_no_ack_and_loses_nothing"),
    ),
    Mutant(
        "polling/live.py",
        '            self.screens.tell_all(RefusedMessage(code="not_stored"))\n            return False\n',
        '            self.screens.tell_all(RefusedMessage(code="not_stored"))\n            return True\n',
        "A full disk loses answers that phones think are stored.",
        _in("live", "a_full_disk_gives_no_ack_and_loses_nothing"),
    ),
)
PEOPLE = (
    Mutant(
        "polling/live.py",
        "commands.Join(participant, name, tokens.digest(token), self",
        "commands.Join(participant, name, token, self",
        "The secret of every phone stands in the session's file.",
        _in("server", "a_token_brings_the_same_person_back_with_their_answers"),
    ),
    Mutant(
        "polling/live.py",
        "            self._tell_all([phone.line for phone in self.seats], encode(self._state()))\n",
        "            self._tell_all([phone.line for phone in self.seats], encode(self._state()))\n"
        '            self._tell_all([phone.line for phone in self.seats], self.screens._frame("roster", 0) or "")\n',
        "Every phone is told who is in the room and who has answered.",
        _in("live", "a_question_closes_by_the_sessions_own_clock"),
    ),
    Mutant(
        "polling/live.py",
        "                self._claim(phone, participant, name)\n",
        "                self._give_seat(phone, participant)\n",
        "Anybody can take the seat of a classmate who is asleep.",
        _in("live", "another_phone_gets_the_seat_with_the_teachers_yes"),
    ),
    Mutant(
        "polling/live.py",
        "        elif not judged.yes:\n",
        "        elif judged.yes is None:\n",
        "The teacher's no is a yes.",
        _in("live", "without_it_the_seat_stays_and_nobody_is_judged_twice"),
    ),
    Mutant(
        "polling/live.py",
        "                    answers=own_answers(self.room, participant),\n",
        "                    answers=(),\n",
        "A phone that comes back does not know what it answered.",
        _in("server", "a_token_brings_the_same_person_back_with_their_answers"),
    ),
    Mutant(
        "polling/seats.py",
        '            before.dismiss("taken_over")\n',
        "            pass\n",
        "Two tabs of one phone both answer.",
        _in("server", "a_second_tab_takes_over_and_the_first_is_told"),
    ),
    Mutant(
        "polling/seats.py",
        "self.presence.hear(phone.participant, phone.heard_ms) for phone in speaking",
        "self.presence.hear(phone.participant, now_ms) for phone in self",
        "A phone in a pocket is here for as long as its socket is open.",
        _in("live", "a_page_that_says_nothing_is_shown_asleep_and_awake_once_it_speaks"),
    ),
    Mutant(
        "polling/presence.py",
        "        self._expected = set(self._here)\n",
        "        self._expected |= self._here\n",
        "Who left long ago is waited for in every question.",
        _in("presence", "those_here_when_asked_or_since_are_expected"),
    ),
    Mutant(
        "polling/presence.py",
        "        for group in (self._here, self._asleep, self._expected):\n",
        "        for group in (self._here, self._asleep):\n",
        "Who was removed is waited for.",
        _in("presence", "who_was_removed_counts_no_more"),
    ),
    Mutant(
        "polling/reception.py",
        "    if not has_room_code(room, hello):\n",
        "    if not hello.room_code:\n",
        "Any room code opens the room.",
        _in("reception", "who_is_outside_hears_why"),
    ),
)
SERVER = (
    Mutant(
        "polling/__main__.py",
        "        if passed_s < sessions.RUNS_ON_WITHIN_S:\n            self._room_s += max(0.0, passed_s)\n",
        "        self._room_s += max(0.0, passed_s)\n",
        "A question ends while the laptop sleeps.",
        _in("clock_jumps", "a_laptop_that_slept_goes_on_with_the_time_that_was_left"),
    ),
    Mutant(
        "polling/__main__.py",
        "    if unfit is not None:\n",
        "    if unfit is None:\n",
        "A lesson is kept in a folder that is synchronised.",
        _in("main", "a_folder_that_a_service_synchronises_is_refused_and_left_alone"),
    ),
    Mutant(
        "polling/server.py",
        'is_own_origin(request.headers.get_all("Origin"), host)',
        'bool(request.headers.get_all("Origin"))',
        "Any page in the browser of a student can speak for them.",
        _in("server", "a_foreign_origin_is_refused"),
    ),
    Mutant(
        "polling/conversations.py",
        "tokens.is_key(teach.key, self._key)",
        "bool(teach.key)",
        "Any key is the teacher's.",
        _in("server", "a_wrong_key_is_refused"),
    ),
    Mutant(
        "polling/sockets.py",
        '        self._waiting[frame.partition(",")[0]] = frame\n',
        "        self._waiting[frame] = frame\n",
        "Everything is kept for a phone that is behind.",
        _in("sockets", "a_slow_connection_gets_only_the_latest_of_each_kind"),
    ),
)
MUTANTS = ROOM + DISK + PEOPLE + SERVER
