"""A made-up Korean town with streets, lots and buildings, and addresses in it written as well as people do.

Everything is invented; the true building of each written address is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CITY = "대전광역시"
DISTRICTS = (("서구", "30170"), ("중구", "30140"))
_FIRST = (
    "가나다라마바사아자차카타파하구금남달대도동둔만목무문백변복봉산상서석"
    "선성송수신안연오옥용우원월유은인장정주진창청태평한향호홍화"
)
_ENDS = ("로", "로", "로", "길", "대로")
_BRANDS = ("분식", "의원", "학원", "상사", "노래방", "카페", "약국", "문구")


@dataclass
class Town:
    """Buildings of the town; all arrays run in step.

    Attributes:
        xy: (n, 2) metres; district, dong, road: names; main, sub: on the street; lot_main, lot_sub, mountain: the lot.
        pnu, number: 19 and 25 digits; group: (n,) number of the lot (several buildings may share one).
    """

    xy: np.ndarray
    district: np.ndarray
    dong: np.ndarray
    road: np.ndarray
    main: np.ndarray
    sub: np.ndarray
    mountain: np.ndarray
    lot_main: np.ndarray
    lot_sub: np.ndarray
    pnu: np.ndarray
    number: np.ndarray

    def __len__(self) -> int:
        return len(self.xy)

    def columns(self) -> dict[str, np.ndarray]:
        """As in a file of address entrances, by role."""
        return {
            "sido": np.full(len(self), CITY, dtype=object), "sigungu": self.district, "town": self.dong,
            "road": self.road, "underground": np.full(len(self), "0", dtype=object),
            "main": self.main.astype(str).astype(object), "sub": self.sub.astype(str).astype(object),
            "building": self.number,
        }  # fmt: skip

    def road_address(self, row: int) -> str:
        number = f"{self.main[row]}-{self.sub[row]}" if self.sub[row] else str(self.main[row])
        return f"{CITY} {self.district[row]} {self.road[row]} {number}"

    def lot_address(self, row: int) -> str:
        number = f"{self.lot_main[row]}-{self.lot_sub[row]}" if self.lot_sub[row] else str(self.lot_main[row])
        hill = "산 " if self.mountain[row] else ""
        return f"{CITY} {self.district[row]} {self.dong[row]} {hill}{number}"


@dataclass
class Written:
    """Addresses as registers hold them: two columns, the true building, and what was done to each (a word)."""

    road: np.ndarray
    lot: np.ndarray
    truth: np.ndarray
    kind: np.ndarray


def make_town(buildings: int, seed: int = 1) -> Town:
    """A town of about this many buildings in two districts: main streets, and side streets numbered after them."""
    random = np.random.default_rng(seed)
    streets = _street_names(random, max(buildings // 40, 12))
    per = -(-buildings // len(streets))
    side = int(np.ceil(np.sqrt(len(streets))))
    taken: set[tuple] = set()
    rows: list[tuple] = []
    dongs = _dong_names(random, 28)
    for at, (name, district) in enumerate(streets):
        west, south = 600.0 * (at % side), 300.0 * (at // side)
        place = (at % side) * 4 // side + 4 * ((at // side) * 3 // side) + 14 * district
        for step in range(per):
            main, sub = 1 + 2 * step, 0
            if random.random() < 0.15:
                sub = int(random.integers(1, 9))
            while True:
                lot = (place, int(random.random() < 0.02), int(random.integers(1, 1600)), int(random.integers(0, 60)))
                if lot not in taken:
                    break
            taken.add(lot)
            x, y = west + 14.0 * step, south + 20.0 * (step % 2) + random.uniform(0, 5)
            rows.append((x, y, district, place, name, main, sub, *lot[1:]))
    rows = [rows[at] for at in random.permutation(len(rows))[:buildings]]
    x, y, district, place, road, main, sub, hill, lot_main, lot_sub = zip(*rows)
    codes = [f"{DISTRICTS[d][1]}{101 + p:03d}00" for d, p in zip(district, place)]
    pnu = [f"{c}{2 if h else 1}{m:04d}{s:04d}" for c, h, m, s in zip(codes, hill, lot_main, lot_sub)]
    return Town(
        np.column_stack([x, y]) + (990_000.0, 1_810_000.0), _texts(DISTRICTS[d][0] for d in district),
        _texts(dongs[p] for p in place), _texts(road), np.array(main), np.array(sub), np.array(hill),
        np.array(lot_main), np.array(lot_sub), _texts(pnu), _texts(f"{p}{at:06d}" for at, p in enumerate(pnu)),
    )  # fmt: skip


def _street_names(random: np.random.Generator, count: int) -> list[tuple[str, int]]:
    """Names with their district; a third are side streets (가상로10번길), a tenth sisters (가상남로, 가상북로)."""
    names: dict[tuple[str, int], None] = {}
    while len(names) < count:
        stem = "".join(random.choice(list(_FIRST), int(random.integers(2, 4))))
        district, end = int(random.integers(0, 2)), str(random.choice(_ENDS))
        names[stem + end, district] = None
        kind = random.random()
        if kind < 0.1:
            for word in "남북동서"[: int(random.integers(2, 5))]:
                names[f"{stem}{word}로", district] = None
        elif kind < 0.45:
            for number in random.integers(1, 90, 3):
                names[f"{stem}{end}{2 * number}번길", district] = None
        elif kind < 0.5:  # the same name in the other district
            names[stem + end, 1 - district] = None
    return list(names)[:count]


def _dong_names(random: np.random.Generator, count: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        names["".join(random.choice(list(_FIRST), int(random.integers(1, 4)))) + "동"] = None
    return list(names)


def _texts(values) -> np.ndarray:
    listed = list(values)
    out = np.empty(len(listed), dtype=object)
    out[:] = listed
    return out


# ---------------------------------------------------------------------- writing
KINDS = {
    "plain": 0.60, "lot_only": 0.12, "typo_jamo": 0.04, "typo_syllable": 0.03, "no_number": 0.03, "placeholder": 0.03,
    "renumbered": 0.03, "wrong_digit": 0.01, "no_district": 0.04, "elsewhere": 0.02, "blank": 0.03, "glued": 0.02,
}  # fmt: skip
"""What is done to an address, and how often. ``renumbered``: both columns hold numbers of long ago that the reference
does not have, or has for another building; ``wrong_digit``: one digit of the house number is wrong."""


def write_addresses(town: Town, count: int, seed: int = 2) -> Written:
    """Addresses of buildings drawn with repetition (businesses share buildings), with planted errors."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, len(town), count)
    kinds = random.choice(list(KINDS), count, p=list(KINDS.values()))
    roads, lots = [], []
    for row, kind in zip(truth.tolist(), kinds.tolist()):
        road, lot = _written(town, row, kind, random)
        roads.append(road)
        lots.append(lot)
    return Written(_texts(roads), _texts(lots), truth, kinds.astype(object))


def _written(town: Town, row: int, kind: str, random: np.random.Generator) -> tuple[str | None, str | None]:
    city = str(random.choice([CITY, CITY, CITY, "대전", "대전시", ""]))
    district, road, dong = town.district[row], town.road[row], town.dong[row]
    main, sub = int(town.main[row]), int(town.sub[row])
    with_lot = random.random() < 0.6
    lot = _lot_text(town, row, city, random)
    if kind == "blank":
        return None, None
    if kind == "lot_only":
        return None, lot
    if kind == "elsewhere":
        return f"부산광역시 서구 {road} {main} ({dong})", None
    if kind == "placeholder":
        return None, f"{city} {district} {dong} 000-0번지".strip()
    if kind.startswith("typo"):
        road = misspelled(road, kind.removeprefix("typo_"), random)
    if kind == "renumbered":
        main = main + 2 * int(random.integers(1, 40))
        lot = f"{city} {district} {dong} {int(random.integers(1, 1600))}-{int(random.integers(0, 60))}".strip()
    if kind == "wrong_digit":
        digits = list(str(main))
        at = int(random.integers(0, len(digits)))
        digits[at] = str((int(digits[at]) + int(random.integers(1, 9))) % 10)
        main = int("".join(digits)) or 1
    if kind == "no_district":
        city, district, with_lot = "", "", False
    number = f"{main}-{sub}" if sub else str(main)
    if kind == "no_number":
        number, with_lot = "", False
    if "번길" in road and random.random() < 0.3:
        at = road.index("로" if "로" in road else "길") + 1
        road = f"{road[:at]} {road[at:]}"
    text = " ".join(word for word in (city, district, road, number) if word)
    if kind == "glued":
        text, with_lot = f"{CITY}{district}{road}{number}", False
    return _dressed(text, dong, number, random), lot if with_lot else None


def _lot_text(town: Town, row: int, city: str, random: np.random.Generator) -> str:
    number = f"{town.lot_main[row]}-{town.lot_sub[row]}" if town.lot_sub[row] else str(town.lot_main[row])
    hill = ("산 ", "산")[int(random.integers(0, 2))] if town.mountain[row] else ""
    end = str(random.choice(["", "번지", "번지 2층", " 외 1필지", "번지 101호"]))
    return f"{city} {town.district[row]} {town.dong[row]} {hill}{number}{end}".strip()


def _dressed(text: str, dong: str, number: str, random: np.random.Generator) -> str:
    if number and random.random() < 0.05:
        text = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if number:
        text += str(
            random.choice(["", "", ", 2층", ", 지하1층", ", 101동 203호", f", {random.choice(_BRANDS)}빌딩 3층"])
        )
    return text + str(random.choice(["", f" ({dong})", f" ({dong}, {random.choice(_BRANDS)}빌딩)"]))


def misspelled(name: str, kind: str, random: np.random.Generator) -> str:
    """A street's name with one vowel or tail wrong (jamo), or one syllable wrong, missing or twice (syllable)."""
    stem = len(name.rstrip("0123456789번길로대"))
    at = int(random.integers(0, max(stem, 1)))
    code = ord(name[at]) - 0xAC00
    if kind == "jamo":
        lead, vowel, tail = code // 588, code // 28 % 21, code % 28
        if random.random() < 0.5:
            vowel = (vowel + int(random.integers(1, 21))) % 21
        else:
            tail = (tail + int(random.integers(1, 28))) % 28
        return name[:at] + chr(0xAC00 + lead * 588 + vowel * 28 + tail) + name[at + 1 :]
    way = int(random.integers(0, 3))
    if way == 0:
        return name[:at] + str(random.choice(list(_FIRST))) + name[at + 1 :]
    return name[:at] + name[at + 1 :] if way == 1 and stem > 1 else name[: at + 1] + name[at:]
