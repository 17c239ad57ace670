"""The whole way: no row is lost, rules are obeyed, planted truth is found, bad input is told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.records.linking.merging import EVERY, Merged, MergeOptions, merge
from seo_district_plugin.analysis.records.linking.review import Verdicts, checked
from seo_district_plugin.analysis.records.linking.types import GENERIC, Records
from seo_district_plugin.sample.city import make_city
from seo_district_plugin.sample.registers import make_registers
from tests.analysis.records.linking.registers_small import records, words
from tests.sample.registers_raw import business_rows


def sample(seed: int) -> tuple[Records, np.ndarray]:
    """The tiny district's businesses as they stand in the files, and which business each row is."""
    rows = business_rows(make_registers(make_city("tiny", seed), seed))
    days = pd.to_datetime(rows["opened"].str.replace(r"\D", "", regex=True), format="%Y%m%d", errors="coerce")
    codes, names = pd.factorize(rows["register"])
    made = records(
        rows["name"], codes, address=rows["road"], lot_address=rows["lot"], phone=rows["phone"], branch=rows["branch"],
        opened=days.to_numpy().astype("datetime64[D]"),
    )  # fmt: skip
    return replace(made, registers=tuple(names)), rows["entity_id"].to_numpy()


@pytest.fixture(scope="module")
def town() -> tuple[Records, np.ndarray]:
    return sample(1)


@pytest.fixture(scope="module")
def merged(town) -> Merged:
    return merge(town[0], words())


def rates(found: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Precision and recall over pairs of rows."""

    def pairs(*by: np.ndarray) -> int:
        size = pd.DataFrame(dict(enumerate(by))).groupby(list(range(len(by)))).size()
        return int((size * (size - 1) // 2).sum())

    right = pairs(found, truth)
    return right / pairs(found), right / pairs(truth)


def accounted(made: Records, done: Merged) -> None:
    """Every row exactly once, in an entity that knows it, with a status that fits."""
    links = done.links
    assert len(links) == len(made)
    assert set(links["entity_id"]) == set(done.entities["entity_id"]) == set(range(1, len(done.entities) + 1))
    size = links.groupby("entity_id").size()
    assert done.entities.set_index("entity_id")["n_sources"].eq(size).all()
    assert links["probability"].between(0, 1).all()
    assert set(links["status"]) <= {"single", "linked", "review", "successor"}
    alone = links["entity_id"].map(size) == 1
    assert ((links["status"] == "linked") == ~alone).all()
    table = done.accounting
    assert table["rows"].sum() == len(made)
    assert (table[["single", "linked", "review", "successor"]].sum(axis=1) == table["rows"]).all()
    assert (table["distinct"] <= table["rows"]).all()


def test_planted_businesses_are_found(town, merged) -> None:
    made, truth = town
    accounted(made, merged)
    precision, recall = rates(merged.links["entity_id"].to_numpy(), truth)
    assert precision > 0.99 and 2 * precision * recall / (precision + recall) > 0.95
    quality = merged.quality
    assert quality.precision_low <= precision <= quality.precision_high
    assert quality.recall_low <= recall <= quality.recall_high
    assert quality.basis == "model" and quality.pairs > 400


def test_linked_rows_are_linked_above_the_threshold(merged) -> None:
    links = merged.links
    assert (links.loc[links["status"] == "linked", "probability"] >= 0.9).all()
    doubtful = merged.review[merged.review["why"] == "doubtful"]
    assert len(doubtful) and doubtful["probability"].between(0.5, 0.9).all()
    assert (np.diff(merged.review["gain"]) <= 1e-9).all()


def test_what_each_field_adds_adds_up(merged) -> None:
    parts = merged.parts
    assert len(parts) == len(merged.review)
    total = parts.drop(columns="total").sum(axis=1)
    np.testing.assert_allclose(total, parts["total"], atol=1e-6)
    np.testing.assert_allclose(1 / (1 + 2.0 ** -parts["total"]), merged.review["probability"], atol=1e-6)


def test_order_of_rows_does_not_matter(town, merged) -> None:
    made, _ = town
    shuffle = np.lexsort((np.random.default_rng(4).random(len(made)), made.register))
    other = Records(
        **{name: (values[shuffle] if isinstance(values, np.ndarray) else values) for name, values in vars(made).items()}
    )
    done = merge(other, words())
    pairs = set(zip(merged.links["entity_id"].to_numpy()[shuffle], done.links["entity_id"]))
    # Rows that say exactly the same may change places with each other.
    assert len(pairs) <= len(done.entities) * 1.005


def test_decisions_are_obeyed(town, merged) -> None:
    made, _ = town
    review = merged.review
    linked = merged.links.groupby("entity_id").indices
    apart = [rows[:2] for rows in linked.values() if len(rows) > 1][:8]
    together = review[["a", "b"]].to_numpy()[:4]
    verdicts = checked(
        [*[x for x, _ in apart], *together[:, 0]], [*[y for _, y in apart], *together[:, 1]],
        [False] * len(apart) + [True] * len(together),
    )  # fmt: skip
    done = merge(made, words(), reviewed=verdicts)
    accounted(made, done)
    entity = done.links["entity_id"].to_numpy()
    for x, y, same in zip(verdicts.a, verdicts.b, verdicts.same):
        assert (entity[x] == entity[y]) == same
    told = done.review[done.review["decision"] != ""]
    assert set(told["decision"]) == {"same", "different"} and (told["gain"] == 0).all()
    keys = set(zip(told["a"], told["b"]))
    assert all((min(x, y), max(x, y)) in keys for x, y in zip(verdicts.a, verdicts.b))


def test_rows_that_only_people_know_to_be_one(town) -> None:
    made, _ = town
    strangers = (0, len(made) - 1)
    done = merge(made, words(), reviewed=checked([strangers[0]], [strangers[1]], [True]))
    entity = done.links["entity_id"]
    assert entity[strangers[0]] == entity[strangers[1]] and done.links["probability"][strangers[0]] == 1.0


def test_labels_teach_a_model(town) -> None:
    pytest.importorskip("sklearn")
    made, truth = town
    first = merge(made, words())
    rng = np.random.default_rng(0)
    groups = first.links.groupby("entity_id").indices.values()
    chosen = np.concatenate([rng.choice(rows, 2, replace=False) for rows in groups if len(rows) > 2])
    a, b = chosen[0::2][:80], chosen[1::2][:80]
    other = rng.permutation(len(made))[:160].reshape(2, 80)
    good = truth[other[0]] != truth[other[1]]
    a, b = np.r_[a, other[0][good]], np.r_[b, other[1][good]]
    labels = checked(a, b, truth[a] == truth[b])
    done = merge(made, words(), labels=labels)
    accounted(made, done)
    assert done.method == "logistic" and done.quality.decided > 0
    precision, recall = rates(done.links["entity_id"].to_numpy(), truth)
    assert 2 * precision * recall / (precision + recall) > 0.9


# ---------------------------------------------------------------------- small cases
NAMES = ["하나약국", "두리식당", "세모문구", "네모서점", "다섯꽃집", "여섯치킨", "일곱미용실", "여덟세탁소"]
STREET = ["대전광역시 서구 가람로 %d", "대전광역시 서구 누리로 %d"]


def shops(count: int = 40, **columns) -> Records:
    """Two registers with the same shops."""
    names = [f"{NAMES[at % 8]}{chr(0xAC00 + at * 37)}{chr(0xB098 + at * 53)}" for at in range(count)]
    places = [STREET[at % 2] % (at + 1) for at in range(count)]
    given = {"phone": [f"042-{100 + at}-{1000 + 7 * at}" for at in range(count)]} | columns
    doubled = {name: [*values, *values] for name, values in given.items()}
    return records([*names, *names], [0] * count + [1] * count, address=[*places, *places], **doubled)


def test_a_register_given_twice_is_each_row_with_itself() -> None:
    made = shops()
    done = merge(made, words())
    accounted(made, done)
    assert rates(done.links["entity_id"].to_numpy(), np.r_[np.arange(40), np.arange(40)]) == (1.0, 1.0)
    assert (done.links["probability"] > 0.99).all()


def test_closed_before_opened_is_a_successor_and_not_the_same() -> None:
    opened = ["2015-01-01"] * 40
    made = shops(opened=opened)
    days, closed = made.opened.copy(), made.closed.copy()
    closed[3], days[43] = np.datetime64("2018-01-01"), np.datetime64("2018-06-01")
    made = replace(made, opened=days, closed=closed, is_open=np.isnat(closed))
    done = merge(made, words())
    entity, status = done.links["entity_id"], done.links["status"]
    assert entity[3] != entity[43] and status[43] == "successor" and done.links["follows"][43] == entity[3]
    assert entity[4] == entity[44]
    line = done.successions.iloc[0]
    assert (line["row_before"], line["row_after"], line["relation"]) == (3, 43, "succession") and line["days"] == 151


def test_rows_of_one_register_are_kept_apart_unless_told_or_the_same() -> None:
    made = shops()
    names = made.name.copy()
    names[1], names[2] = names[0], names[0] + "본관"
    address, phone = made.address.copy(), made.phone.copy()
    address[1] = address[2] = address[0]
    phone[1], phone[2] = phone[0], ""
    made = replace(made, name=names, address=address, phone=phone)
    entity = merge(made, words()).links["entity_id"]
    assert entity[0] == entity[1]
    apart = merge(made, words(), MergeOptions(same_rows=False)).links["entity_id"]
    assert apart[0] != apart[1]
    told = merge(made, words(), MergeOptions(within=(EVERY,))).links["entity_id"]
    assert told[0] == told[1]


def test_largest_distance_leaves_rows_without_a_place() -> None:
    made = shops()
    xy = np.column_stack([np.tile(np.arange(40) * 50.0, 2), np.zeros(80)])
    xy[40] += 5_000  # far from where the other register has it
    xy[41] = np.nan
    done = merge(replace(made, xy=xy), words(), MergeOptions(max_distance=1_000))
    entity = done.links["entity_id"]
    assert entity[0] != entity[40] and entity[1] == entity[41] and entity[2] == entity[42]


def test_days_in_the_wrong_order_are_told() -> None:
    made = shops(opened=["2015-01-01"] * 40)
    closed = made.closed.copy()
    closed[5] = np.datetime64("2010-01-01")
    done = merge(replace(made, closed=closed, is_open=np.isnat(closed)), words())
    assert ("link_days_swapped", {"count": 1}) in done.notes


@pytest.mark.parametrize(
    "made",
    [
        records(["하나"]),
        records(["하나", "하나"], [0, 1]),
        records([""] * 4, [0, 0, 1, 1], address=["가람로 1", "가람로 2"] * 2),
        records(["하나"] * 60, [0] * 30 + [1] * 30),
        records(["하나", "둘", "셋"], [0, 1, 1], phone=["", "", ""]),
    ],
    ids=["one row", "two rows", "no names", "all names equal", "nothing in common"],
)
def test_poor_input_loses_no_row(made) -> None:
    done = merge(made, words())
    accounted(made, done)
    assert done.quality.precision_low <= done.quality.precision <= done.quality.precision_high


def test_many_rows_at_one_place() -> None:
    count = 1_500
    names = [f"{chr(0xAC00 + at % 900)}{chr(0xB000 + at % 700)}{chr(0xC000 + at % 1100)}상회" for at in range(count)]
    made = records([*names, *names], [0] * count + [1] * count, xy=np.zeros((2 * count, 2)))
    done = merge(made, words())
    accounted(made, done)
    precision, recall = rates(done.links["entity_id"].to_numpy(), np.r_[np.arange(count), np.arange(count)])
    assert precision > 0.99 and recall > 0.9


def test_other_languages_and_columns() -> None:
    rng = np.random.default_rng(0)
    first = ["arnie", "bella", "carlo", "delta", "erica", "fosco", "gusto", "hanoi", "india", "joyce"]
    last = ["grill", "kitchen", "house", "tavern", "bistro", "cafe"]
    names = [f"{x} {y}" for x in first for y in last]
    street = [f"{rng.integers(1, 999)} {x} street" for x in first for _ in last]
    phone = [f"310-{at:03d}-{at * 17 % 9999:04d}" for at in range(60)]
    town = [f"town {at % 5}" for at in range(60)]
    typo = [name.replace("l", "", 1) for name in names]
    made = records(
        [*names, *typo], [0] * 60 + [1] * 60, GENERIC, address=[*street, *street], phone=[*phone, *phone],
        city=[*town, *town],
    )  # fmt: skip
    done = merge(made, words(GENERIC))
    assert rates(done.links["entity_id"].to_numpy(), np.r_[np.arange(60), np.arange(60)]) == (1.0, 1.0)
    assert "extra:city" in set(done.model["field"])


def test_requests_that_make_no_sense() -> None:
    cases = {
        "link_no_rows": (records([]), MergeOptions()),
        "link_threshold": (shops(), MergeOptions(threshold=0.4)),
        "link_within_unknown": (shops(), MergeOptions(within=("nobody",))),
    }
    for code, (made, options) in cases.items():
        with pytest.raises(AnalysisError) as caught:
            merge(made, words(), options)
        assert caught.value.code == code


def test_decisions_that_contradict_labels() -> None:
    with pytest.raises(AnalysisError) as caught:
        merge(shops(), words(), reviewed=checked([0], [40], [True]), labels=checked([0], [40], [False]))
    assert caught.value.code == "link_reviewed_contradict"


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        merge(shops(), words(), tick=stop)


def test_progress_never_falls() -> None:
    heard: list[float] = []
    merge(shops(), words(), tick=heard.append)
    assert heard[-1] <= 1.0 and heard[-1] > 0.9
    assert all(later >= earlier - 1e-9 for earlier, later in zip(heard, heard[1:]))


def test_no_decisions_are_none() -> None:
    assert len(Verdicts.none()) == 0
