"""Flows: what is checked before anything runs, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest

from tawatur.errors import InputError, SetupError
from tawatur.model import Trouble
from tawatur.run.serial import Serial
from tawatur.stage import Each, Flow, Group, Stage, sound


def _each(name: str, reads: Iterable[str] = (), writes: Iterable[str] = ()) -> Each:
    return Each(
        name=name,
        make=lambda: list,
        reads=frozenset(reads),
        writes=frozenset(writes),
        version="1",
    )


READ = _each("read", ["items"], ["documents"])
MARK = _each("mark", ["documents"], ["marks.names", "marks.times"])
CLAIM = _each("claim", ["marks.times", "marks.names", "entities"], ["claims"])


def test_a_flow_whose_stages_find_what_they_read_is_sound() -> None:
    Flow((READ, MARK)).check()


def test_a_stage_that_reads_what_nobody_wrote_is_named_with_it() -> None:
    message = r"^stage 'claim' reads entities, which no stage before it writes$"
    with pytest.raises(SetupError, match=message):
        Flow((READ, MARK, CLAIM)).check()


def test_all_that_is_missing_is_listed_in_order() -> None:
    message = r"^stage 'claim' reads entities, marks\.names, marks\.times, which no stage"
    with pytest.raises(SetupError, match=message):
        Flow((READ, CLAIM)).check()


def test_what_a_later_stage_writes_does_not_help_an_earlier_one() -> None:
    with pytest.raises(SetupError, match=r"stage 'mark' reads documents"):
        Flow((MARK, READ)).check()


def test_a_stage_cannot_read_what_it_writes_itself() -> None:
    with pytest.raises(SetupError, match="stage 'alone' reads claims"):
        Flow((_each("alone", ["claims"], ["claims"]),)).check()


def test_what_is_given_need_not_be_written() -> None:
    Flow((MARK,)).check(given=("documents",))


def test_two_stages_of_one_name_are_refused() -> None:
    message = r"^two stages are called 'read'; give one another name$"
    with pytest.raises(SetupError, match=message):
        Flow((READ, MARK, READ)).check()


def test_the_manifest_learns_the_version_of_every_stage() -> None:
    assert Flow((READ, MARK)).versions() == {"read": "1", "mark": "1"}


# -- running ---------------------------------------------------------------------------------------


def _add(letter: str) -> Each:
    return _plain(letter, lambda items: [item + letter for item in items])


def _plain(name: str, function: Any, batch: int = 2) -> Each:
    return Each(
        name=name,
        make=lambda: function,
        reads=frozenset(),
        writes=frozenset(),
        version="1",
        batch=batch,
    )


def _gather(name: str) -> Group:
    def joined(key: str, members: Sequence[str]) -> Iterable[str]:
        return [f"{key}:{'+'.join(members)}"]

    return Group(
        name=name,
        key=lambda item: item[0],
        make=lambda: joined,
        reads=frozenset(),
        writes=frozenset(),
        version="1",
    )


def _unheard(_: Trouble) -> None:
    """Nobody listens."""


def _run(stages: Sequence[Stage], items: Iterable[Any]) -> tuple[list[Any], list[Trouble]]:
    troubles: list[Trouble] = []
    found = list(Flow(tuple(stages)).run(items, Serial(), troubles.append))
    return found, troubles


def test_items_come_out_in_the_order_they_went_in() -> None:
    assert _run([_add("ب"), _add("ت")], "ذدخحج") == (["ذبت", "دبت", "خبت", "حبت", "جبت"], [])


def test_groups_come_out_in_the_order_of_their_keys() -> None:
    stages: list[Stage] = [_add("1"), _gather("stories"), _add("!")]
    assert _run(stages, ["ب", "ا", "ب"])[0] == ["ا:ا1!", "ب:ب1+ب1!"]


def test_no_stage_is_no_change() -> None:
    assert _run([], ["خبر"]) == (["خبر"], [])


def test_no_item_is_no_result() -> None:
    assert _run([_add("ب"), _gather("stories"), _add("ت")], []) == ([], [])


def _refuse_seven(items: Sequence[int]) -> Iterable[int]:
    for item in items:
        if item == 7:
            raise InputError("seven is no report")
        yield item


def test_an_item_that_fails_goes_no_further_and_the_others_do() -> None:
    seen: list[int] = []

    def look(items: Sequence[int]) -> Iterable[int]:
        seen.extend(items)
        return items

    found, troubles = _run([_plain("refuse", _refuse_seven), _plain("look", look)], range(9))
    assert found == seen == [0, 1, 2, 3, 4, 5, 6, 8]
    assert [(each.stage, each.message) for each in troubles] == [("refuse", "seven is no report")]


def test_what_was_set_aside_reaches_no_group() -> None:
    count = Group(
        name="count",
        key=lambda _: "all",
        make=lambda: lambda _, members: [len(members)],
        reads=frozenset(),
        writes=frozenset(),
        version="1",
    )
    found, troubles = _run([_plain("refuse", _refuse_seven), count], range(9))
    assert (found, len(troubles)) == ([8], 1)


def test_a_stage_may_give_several_things_or_none() -> None:
    twice = _plain("twice", lambda items: [one for item in items for one in (item, item) if item])
    assert _run([twice], [0, 1, 2])[0] == [1, 1, 2, 2]


def test_a_flow_starts_nothing_before_it_is_asked() -> None:
    def never() -> Iterator[int]:
        raise AssertionError("nobody asked yet")
        yield 1

    Flow((_add("ب"),)).run(never(), Serial(), _unheard)


def test_a_flow_takes_no_more_items_than_it_is_asked_for() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    found = Flow((_plain("same", list, batch=4),)).run(items(), Serial(), _unheard)
    assert next(found) == 0
    assert taken == [0, 1, 2, 3]


def test_sound_hands_troubles_over_and_passes_the_rest_on() -> None:
    trouble = Trouble(file="a.txt", stage="read", error="EmptyError", message="no text")
    told: list[Trouble] = []
    assert list(sound(["خبر", trouble, "آخر"], told.append)) == ["خبر", "آخر"]
    assert told == [trouble]
