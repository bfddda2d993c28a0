"""Entities across documents."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest

from resolve.reading import resolve
from tawatur.kb.knowledge import knowledge
from tawatur.model import Codes, Entity, Name, Resolved
from tawatur.resolve.across import Merged, merge_entities
from tawatur.resolve.entities import entity_id, row_entity


def merged(*reports: Resolved) -> Merged:
    return merge_entities(
        (report.document.id, entity) for report in reports for entity in report.entities
    )


def record(done: Merged, report: Resolved, words: str) -> str | None:
    """Find the record that the first name or role with these words means."""
    marks = [(mark.words, mark.entity) for mark in report.marks.names]
    marks += [(mark.words, mark.holder) for mark in report.marks.roles]
    return next((done.ids[entity] for said, entity in marks if said == words and entity), None)


def one(left: str, right: str, words: tuple[str, str]) -> bool:
    """Tell whether words of two reports end up as one record."""
    first, second = resolve(left, name="a"), resolve(right, name="b")
    done = merged(first, second)
    ours, theirs = record(done, first, words[0]), record(done, second, words[1])
    assert ours is not None
    assert theirs is not None
    return ours == theirs


def person(identity: str, name: str) -> Entity:
    return Entity(id=identity, kind="person", names=(Name(text=name),), mentions=1)


def test_one_general_in_two_spellings_is_one_person() -> None:
    assert one(
        "قال اللواء سعد الله حمودي ذلك.",
        "قال اللواء سعدالله حمودي ذلك.",
        ("سعد الله حمودي", "سعدالله حمودي"),
    )


def test_a_middle_name_makes_no_other_person() -> None:
    assert one(
        "قال اللواء كريم الفتلاوي ذلك.",
        "قال اللواء كريم جاسم الفتلاوي ذلك.",
        ("كريم الفتلاوي", "كريم جاسم الفتلاوي"),
    )


def test_a_surname_alone_never_leaves_its_document() -> None:
    assert not one("قال اللواء سعد حمودي ذلك.", "قال اللواء حمودي ذلك.", ("سعد حمودي", "حمودي"))


def test_a_given_name_in_common_makes_no_one_person() -> None:
    assert not one(
        "قال اللواء سعد حمودي ذلك.", "قال اللواء سعد الجنابي ذلك.", ("سعد حمودي", "سعد الجنابي")
    )


def test_a_rival_between_two_keeps_the_third_out() -> None:
    """«حسن» stands between two brothers' names that are spelt almost alike."""
    found = [
        ("d1", person("a", "جاسم عوزيري")),
        ("d2", person("b", "جاسم عوزير")),
        ("d3", person("c", "جاسم عزيراوي")),
    ]
    done = merge_entities(found)
    assert done.ids["a"] == done.ids["b"]
    assert done.ids["c"] != done.ids["a"]


def test_a_post_is_not_the_person_who_held_it_elsewhere() -> None:
    assert not one(
        "قال رئيس أركان قوات البيشمركة عيسى عوزيري ذلك في أربيل.",
        "حضر رئيس أركان قوات البيشمركة الاجتماع في أربيل.",
        ("رئيس أركان قوات البيشمركة", "رئيس أركان قوات البيشمركة"),
    )


def test_one_post_of_one_country_is_one_post() -> None:
    assert one(
        "حضر نائب قائد العمليات المشتركة العراقية الاجتماع.",
        "وصل نائب قائد العمليات المشتركة إلى بغداد العراقية.",
        ("نائب قائد العمليات المشتركة العراقية", "نائب قائد العمليات المشتركة"),
    )


def test_one_post_of_two_countries_is_two_posts() -> None:
    assert not one(
        "حضر وزير الدفاع اجتماعا في صنعاء اليمنية.",
        "حضر وزير الدفاع اجتماعا في بيروت اللبنانية.",
        ("وزير الدفاع", "وزير الدفاع"),
    )


VILLAGE = ("گولدره", "قولدره", "غولدرة", "گول دره", "خولدەرە")


def test_five_spellings_of_an_unknown_village_of_one_district_are_one_place() -> None:
    reports = [
        resolve(f"هاجم مسلحون قرية {name} التابعة لقضاء مخمور العراقي.", name=f"d{n}")
        for n, name in enumerate(VILLAGE)
    ]
    done = merged(*reports)
    found = {record(done, report, name) for report, name in zip(reports, VILLAGE, strict=True)}
    assert len(found) == 1
    village = next(entity for entity in done.entities if entity.id in found)
    assert village.mentions == len(VILLAGE)
    assert {"place alike and one neighbour"} == {
        reason.rule for reason in village.because if reason.document is None
    }


def test_a_neighbour_in_both_reports_makes_a_village_one() -> None:
    assert one(
        "هاجم مسلحون قرية گولدره قرب مخمور العراقية.",
        "دفن سكان مخمور العراقية ضحايا قرية قولدره.",
        ("گولدره", "قولدره"),
    )


def test_a_long_name_in_one_governorate_is_one_village() -> None:
    assert one(
        "هاجم مسلحون قرية قره كوزان في محافظة ديالى العراقية.",
        "دفنت قرية قره غوزان قتلاها في ديالى العراقية.",
        ("قره كوزان", "قره غوزان"),
    )


def test_two_unknown_villages_named_together_are_each_other_s_neighbours() -> None:
    assert one(
        "قصفوا قريتي گولدره وسنكاوه أمس.", "عاد سكان قريتي قولدره وسنكاوه.", ("گولدره", "قولدره")
    )


def test_one_village_name_in_two_districts_is_two_places() -> None:
    assert not one(
        "هاجم مسلحون قرية گولدره التابعة لقضاء مخمور العراقي.",
        "هاجم مسلحون قرية گولدره التابعة لقضاء كفري العراقي.",
        ("گولدره", "گولدره"),
    )


def test_one_village_name_without_any_surroundings_stays_two_places() -> None:
    assert not one("هاجم مسلحون قرية گولدره.", "هاجم مسلحون قرية قولدره.", ("گولدره", "قولدره"))


def test_one_group_without_a_row_is_one_everywhere() -> None:
    assert one(
        "تبنت سرايا رعد الشمال الهجوم.",
        "أعلنت «سرايا رعد الشمال» الانسحاب.",
        ("سرايا رعد الشمال", "سرايا رعد الشمال"),
    )


def test_one_ministry_s_name_in_two_countries_is_two_bodies() -> None:
    assert not one(
        "أعلنت وزارة الكهرباء في صنعاء اليمنية ذلك.",
        "أعلنت وزارة الكهرباء في بيروت اللبنانية ذلك.",
        ("وزارة الكهرباء", "وزارة الكهرباء"),
    )


def test_two_rows_never_merge() -> None:
    rows = knowledge().rows
    done = merge_entities(
        [
            ("d1", row_entity(rows["per:mbarzani"], names=["مسرور بارزاني"])),
            ("d2", row_entity(rows["per:kadhimi"], names=["مصطفى الكاظمي"])),
        ]
    )
    assert len(set(done.ids.values())) == 2


def test_a_person_spelt_like_a_row_s_is_the_row_s() -> None:
    row = row_entity(knowledge().rows["per:ozeri"], names=["عيسى عوزيري"])
    done = merge_entities([("d1", row), ("d2", person("x", "عيسى عوزيرى"))])
    assert done.ids["x"] == row.id
    assert next(entity for entity in done.entities if entity.id == row.id).mentions == 2


def test_what_a_record_lies_in_is_in_the_record_too() -> None:
    done = merged(resolve("وصل وفد عراقي إلى مدينة مخمور."))
    known = {entity.id for entity in done.entities}
    assert entity_id("ne:IRQ-3051") in known
    assert all(parent in known for entity in done.entities for parent in entity.within)


def test_a_merge_keeps_its_reason_and_score() -> None:
    done = merge_entities(
        [("d1", person("a", "كريم الفتلاوي")), ("d2", person("b", "كريم جاسم الفتلاوي"))]
    )
    (record_of_both,) = done.entities
    assert [(reason.rule, reason.words) for reason in record_of_both.because] == [
        ("names alike", "كريم الفتلاوي ~ كريم جاسم الفتلاوي (1.00)")
    ]


def test_the_order_of_documents_changes_nothing() -> None:
    texts = [
        "قال رئيس الوزراء العراقي مصطفى الكاظمي إن قرية گولدره التابعة لقضاء مخمور آمنة.",
        "قال اللواء سعد حمودي إن قرية قولدره التابعة لقضاء مخمور العراقي آمنة.",
        "قال اللواء سعد جاسم حمودي في مخمور العراقية ذلك، وحضر وزير الدفاع.",
        "حضر وزير الدفاع في بغداد العراقية، وقال الكاظمي ذلك.",
    ]
    pairs = [
        (report.document.id, entity)
        for n, text in enumerate(texts)
        for report in [resolve(text, name=f"d{n}")]
        for entity in report.entities
    ]
    straight = merge_entities(pairs)
    for seed in range(5):
        shuffled = random.Random(seed).sample(pairs, len(pairs))
        assert merge_entities(shuffled) == straight


GIVEN = "محمد أحمد علي حسن حسين سعد كريم جاسم فاضل نبيل ليث عمر خالد وليد سمير"
FAMILY = "الفتلاوي الجنابي الدليمي الشمري العبيدي التميمي الخفاجي الساعدي البياتي الحلفي"


def _crowd(count: int) -> list[tuple[str, Entity]]:
    given = GIVEN.split()
    family = FAMILY.split()
    die = random.Random(7)
    found = []
    for n in range(count):
        middle = die.choice(given)
        name = (
            f"{die.choice(given)} {middle} {die.choice(family)}"
            if n % 3
            else f"وزير {die.choice(family)}"
        )
        kind = "person" if n % 3 else "post"
        entity = Entity(
            id=f"{n:06d}",
            kind=kind,
            names=(Name(text=name),),
            mentions=1,
            codes=Codes(country="IQ"),
        )
        found.append((f"d{n % 5000}", entity))
    return found


def test_fifty_thousand_mentions_take_seconds() -> None:
    begins = time.process_time()
    done = merge_entities(_crowd(50_000))
    assert time.process_time() - begins < 15
    assert len(done.entities) < 50_000


@pytest.mark.corpus
def test_the_seeds_variants_are_one_and_their_traps_stay_apart(
    seeds: dict[str, str], gold: Path
) -> None:
    answer = json.loads((gold / "seed_events.json").read_text("utf-8"))
    reports = {number: resolve(text, name=number) for number, text in seeds.items()}
    done = merged(*reports.values())

    def records(words: str) -> set[str]:
        """Find every record that a name or post with these words, or with them at its end, means."""
        named = {
            done.ids[mark.entity]
            for report in reports.values()
            for mark in report.marks.names
            if mark.entity and (mark.words == words or mark.words.endswith(f" {words}"))
        }
        return named | {
            done.ids[mark.holder]
            for report in reports.values()
            for mark in report.marks.roles
            if mark.holder and mark.words == words
        }

    for variants in answer["variants_that_are_one"]:
        shared = set.intersection(*(records(words) for words in variants))
        assert shared, variants
    for left, right in answer["must_not_merge"]:
        assert records(left)
        assert records(right)
        assert not records(left) & records(right)


# Measured 2026-11 (in-sample): of 271 mentions by name, how many of an entity's share its record.
@pytest.mark.corpus
def test_the_seeds_mentions_fall_into_their_entities(seeds: dict[str, str], gold: Path) -> None:
    items = json.loads((gold / "name_variants.json").read_text("utf-8"))["items"]
    reports = {number: resolve(text, name=number) for number, text in seeds.items()}
    done = merged(*reports.values())
    right = total = 0
    for entity in items:
        found = []
        for mention in entity["mentions"]:
            if mention["form"] == "name":
                total += 1
                found += [
                    done.ids[mark.entity]
                    for mark in reports[mention["doc"]].marks.names
                    if mark.entity
                    and mark.end == mention["end"]
                    and mark.start <= mention["start"] + 1
                ][:1]
        right += max((found.count(one) for one in set(found)), default=0)
    assert right / total >= 0.93
