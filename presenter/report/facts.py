"""What the report shows, as frozen values made from a session's results. Pure: no widgets, no files, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from polling.answers import Text
from polling.results import ResultQuestion, ResultRound, Results
from polling.scores import Judgement, Score
from polling.typed import skeleton
from presenter.report.words import Phrases
from presenter.stage.badge import letter


@dataclass(frozen=True)
class Bar:
    """One option: how many chose it, and `share` (0 to 1) of those who answered."""

    place: int
    text: str
    count: int
    share: float
    is_right: bool
    percent: str
    spoken: str


@dataclass(frozen=True)
class Chip:
    """One word of a word web."""

    text: str
    count: int
    is_shown: bool
    spoken: str


@dataclass(frozen=True)
class Said:
    """One open answer; `who` is "" where the question is anonymous."""

    who: str
    text: str
    is_right: bool
    is_starred: bool = False


@dataclass(frozen=True)
class Block:
    """One round of one question. `heading` says which, `aside` how many answered, `note` what there is to know."""

    heading: str
    question: str
    aside: str
    note: str
    bars: tuple[Bar, ...] = ()
    chips: tuple[Chip, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Column:
    """A round of a question as a column of the table of students."""

    label: str
    spoken: str


@dataclass(frozen=True)
class Row:
    """One student as a row of that table."""

    name: str
    sentence: str
    right: int
    marks: tuple[Judgement, ...]


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def title(results: Results, phrases: Phrases) -> str:
    """What the lesson is called."""
    return " ".join(results.title.split()) or phrases.say("report.untitled")


def subtitle(results: Results, phrases: Phrases) -> str:
    """Which class, when, how many students and questions."""
    told = (
        results.label,
        when(results.started_at, phrases.language),
        phrases.count("report.students", len(results.scores)),
        phrases.count("report.questions", len(results.questions)),
    )
    return "  ·  ".join(part for part in told if part)


def when(started_at: str, language: str, is_short: bool = False) -> str:
    """The day and the time at which a session began, as people say it; "" where it is not known."""
    try:
        began = datetime.fromisoformat(started_at)
    except ValueError:
        return ""
    day = QDate(began.year, began.month, began.day)
    return f"{QLocale(language).toString(day, 'ddd d MMM yyyy' if is_short else 'dddd d MMMM yyyy')}, {began:%H:%M}"


def blocks(results: Results, phrases: Phrases) -> tuple[Block, ...]:
    """A block for every round of every question, in the order of the lesson."""
    return tuple(
        _block(number, question, asked, phrases)
        for number, question in enumerate(results.questions, start=1)
        for asked in question.rounds
    )


def in_columns(made: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks in two columns of about the same height; the next one stands where there is most room."""
    columns: tuple[list[Block], list[Block]] = ([], [])
    heights = [0, 0]
    for block in made:
        place = 0 if heights[0] <= heights[1] else 1
        columns[place].append(block)
        heights[place] += 4 + 2 * len(block.bars) + len(block.chips) // 3 + len(block.said) + len(block.question) // 60
    return tuple(columns[0]), tuple(columns[1])


def table(results: Results, phrases: Phrases) -> Table:
    """A row for every student in order of joining, a column for every round of a question that has names."""
    numbers = {question.slide: number for number, question in enumerate(results.questions, start=1)}
    marks = results.scores[0].marks if results.scores else ()
    return Table(
        columns=tuple(_column(numbers[mark.slide], mark.round, phrases) for mark in marks),
        rows=tuple(
            Row(
                name=score.name,
                sentence=_sentence(score, phrases),
                right=score.right,
                marks=tuple(mark.mark for mark in score.marks),
            )
            for score in results.scores
        ),
    )


def ordered(rows: tuple[Row, ...], order: str) -> tuple[Row, ...]:
    """The rows by `joined` (as they are), by `name`, or by `right`, the most first; equal ones in order of joining."""
    match order:
        case "name":
            return tuple(sorted(rows, key=lambda row: skeleton(row.name)))
        case "right":
            return tuple(sorted(rows, key=lambda row: -row.right))
        case _:
            return rows


def _block(number: int, question: ResultQuestion, asked: ResultRound, phrases: Phrases) -> Block:
    heading = [
        phrases.say("question.number", n=number),
        phrases.say(f"kind.{question.kind}"),
        phrases.say("question.slide", n=question.number),
    ]
    if len(question.rounds) > 1:
        heading.append(phrases.say("question.round", n=asked.round))
    if question.is_anonymous:
        heading.append(phrases.say("question.anonymous"))
    return Block(
        heading="  ·  ".join(heading),
        question=question.question or phrases.say("question.none"),
        aside=_aside(question, asked, phrases),
        note=_note(question, asked, phrases),
        bars=_bars(question, asked, phrases),
        chips=_chips(asked, phrases),
        said=tuple(
            Said(answer.name, answer.value.text, is_right=bool(answer.right), is_starred=answer.is_starred)
            for answer in sorted(asked.answers, key=lambda each: not each.is_starred)
            if isinstance(answer.value, Text)
        ),
    )


def _aside(question: ResultQuestion, asked: ResultRound, phrases: Phrases) -> str:
    answered = len(asked.answers)
    if not answered:
        return ""
    if not question.is_judged:
        return phrases.count("answers", answered)
    return phrases.count("answers.right", answered, right=sum(answer.right is True for answer in asked.answers))


def _note(question: ResultQuestion, asked: ResultRound, phrases: Phrases) -> str:
    if not asked.answers:
        return phrases.say("answers.none")
    if question.kind == "quiz" and not question.is_judged:
        return phrases.say("answers.only_counted")
    return phrases.say("answers.several") if sum(asked.counts) > len(asked.answers) else ""


def _bars(question: ResultQuestion, asked: ResultRound, phrases: Phrases) -> tuple[Bar, ...]:
    answered = len(asked.answers)
    made = []
    for place, option in enumerate(question.options):
        count = asked.counts[place]
        share = count / answered if answered else 0.0
        text = option.text or phrases.say("option.none")
        spoken = phrases.say(
            "bar.spoken.right" if option.right else "bar.spoken",
            letter=letter(place),
            text=text,
            n=count,
            percent=round(share * 100),
        )
        percent = phrases.say("bar.percent", n=round(share * 100)) if answered else ""
        made.append(Bar(place, text, count, share, bool(option.right), percent, spoken))
    return tuple(made)


def _chips(asked: ResultRound, phrases: Phrases) -> tuple[Chip, ...]:
    return tuple(
        Chip(
            text=word.text,
            count=word.count,
            is_shown=word.is_shown,
            spoken=phrases.say("word.spoken" if word.is_shown else "word.spoken.hidden", word=word.text, n=word.count),
        )
        for word in asked.words
    )


def _column(number: int, round_: int, phrases: Phrases) -> Column:
    suffix = ".round" if round_ > 1 else ""
    return Column(
        label=phrases.say(f"score.label{suffix}", number=number, round=round_),
        spoken=phrases.say(f"score.column{suffix}", number=number, round=round_),
    )


def _sentence(score: Score, phrases: Phrases) -> str:
    if score.right + score.wrong + score.absent:
        return phrases.say("score", right=score.right, wrong=score.wrong, absent=score.absent)
    given = sum(mark.mark == "given" for mark in score.marks)
    if not score.marks:
        return ""
    return phrases.say("score.given", given=given, absent=len(score.marks) - given)
