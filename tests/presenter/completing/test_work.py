"""presenter/completing/work.py: the tasks, which are done, and where the teacher is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.filling import video_at
from lessons.gaps import GapCode
from lessons.markdown import read
from lessons.model import Kind, Media, MediaKind
from presenter.completing import work as steps
from presenter.completing.work import Work
from tests.presenter.completing.conftest import SHORT

PICTURE = Media(kind=MediaKind.PICTURE, target="media/wolk-00000000.png")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return steps.begun(read(SHORT)[0], tmp_path)


def added(work: Work, medium: Media) -> Work:
    """With a medium of which the file is there."""
    place = work.folder / medium.target
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"png")
    return steps.medium_added(work, medium)


def test_it_begins_at_the_first_task(work: Work) -> None:
    assert [task.code for task in work.tasks] == [
        GapCode.RIGHT_OPTION,
        GapCode.VIDEO,
        GapCode.PICTURE,
        GapCode.FILE,
    ]
    assert work.at == 0
    assert not work.is_done


def test_a_lesson_without_gaps_has_nothing_to_do(tmp_path: Path) -> None:
    whole = steps.begun(read("# Klaar\n")[0], tmp_path)
    assert (whole.at, whole.is_done, whole.task) == (None, True, None)
    assert whole.slide is not None
    assert steps.onward(whole) == steps.moved(whole, 3) == whole
    assert steps.several_switched(whole) == whole
    assert steps.poll_switched(whole) == steps.option_switched(whole, 0) == whole
    assert steps.medium_added(whole, PICTURE) == whole


def test_a_lesson_without_slides_has_no_slide(tmp_path: Path) -> None:
    assert steps.begun(read("")[0], tmp_path).slide is None


def test_marking_an_option_does_the_task_and_again_undoes_it(work: Work) -> None:
    marked = steps.option_switched(work, 1)
    assert marked.has_done(0)
    assert marked.slide is not None
    assert marked.slide.right == (1,)
    assert steps.option_switched(marked, 2).slide.right == (2,)  # type: ignore[union-attr]
    assert not steps.option_switched(marked, 1).has_done(0)
    assert steps.option_switched(work, 5) == work


def test_several_options_can_be_right_when_the_teacher_says_so(work: Work) -> None:
    several = steps.several_switched(work)
    assert several.allows_several
    both = steps.option_switched(steps.option_switched(several, 0), 2)
    assert both.slide is not None
    assert both.slide.right == (0, 2)
    one = steps.several_switched(both)
    assert one.slide is not None
    assert (one.slide.right, one.allows_several) == ((0,), False)
    assert not steps.several_switched(several).allows_several


def test_a_question_can_be_a_poll_and_a_quiz_again(work: Work) -> None:
    poll = steps.poll_switched(work)
    assert poll.slide is not None
    assert (poll.slide.kind, poll.has_done(0)) == (Kind.POLL, True)
    again = steps.poll_switched(poll)
    assert again.slide is not None
    assert (again.slide.kind, again.has_done(0)) == (Kind.QUIZ, False)


def test_a_medium_that_was_added_is_exchanged_and_not_doubled(work: Work) -> None:
    first, second = video_at("youtu.be/een"), video_at("youtu.be/twee")
    assert first is not None
    assert second is not None
    at_video = steps.moved(work, 1)
    assert at_video.wants() is MediaKind.VIDEO
    once = steps.medium_added(at_video, first)
    twice = steps.medium_added(once, second)
    assert twice.slide is not None
    assert [medium.target for medium in twice.slide.media] == ["https://youtu.be/twee"]
    assert twice.filled == ("", "https://youtu.be/twee", "", "")


def test_a_missing_file_is_replaced_and_keeps_its_description(work: Work) -> None:
    at_file = steps.moved(work, 3)
    assert at_file.wants() is MediaKind.PICTURE
    found = added(at_file, PICTURE)
    assert found.slide is not None
    assert found.slide.body == "![De wolk](media/wolk-00000000.png)"
    assert found.has_done(3)


def test_a_missing_film_wants_a_film(tmp_path: Path) -> None:
    assert steps.begun(read("![](media/film.mp4)\n")[0], tmp_path).wants() is MediaKind.VIDEO


def test_a_question_takes_no_medium_and_a_video_slide_no_option(work: Work) -> None:
    assert work.wants() is None
    assert steps.medium_added(work, PICTURE) == work
    at_video = steps.moved(work, 1)
    assert steps.option_switched(at_video, 0) == steps.poll_switched(at_video) == at_video


def test_onward_goes_to_what_is_not_done_and_then_round(work: Work) -> None:
    assert [steps.onward(steps.moved(work, place)).at for place in (0, 1, 2, 3)] == [1, 2, 3, 0]
    marked = steps.option_switched(work, 1)
    assert steps.onward(steps.moved(marked, 3)).at == 1
    done = added(steps.moved(added(steps.moved(marked, 2), PICTURE), 3), PICTURE)
    film = video_at("youtu.be/een")
    assert film is not None
    whole = steps.onward(steps.medium_added(steps.moved(done, 1), film))
    assert (whole.at, whole.is_done) == (None, True)


def test_moving_stays_in_the_list(work: Work) -> None:
    assert [steps.moved(work, place).at for place in (-1, 2, 9)] == [0, 2, 3]
    assert steps.moved(work, None).at is None
