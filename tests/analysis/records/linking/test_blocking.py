from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.records.linking.blocking import KINDS, RULES, BlockingOptions, block
from seo_district_plugin.analysis.records.linking.completeness import completeness, estimated_completeness
from seo_district_plugin.analysis.records.linking.grams import gram_entries, most_alike, row_products, weigh
from seo_district_plugin.analysis.records.linking.nearness import near_with_gram
from seo_district_plugin.analysis.records.linking.normalize import normalize
from seo_district_plugin.analysis.records.linking.pairing import joined, share_key, united
from seo_district_plugin.analysis.records.linking.types import Pairs
from tests.analysis.records.linking.registers_small import records, words

KOREAN, GENERIC = words("korean"), words("generic")
KEYS = BlockingOptions(whole=0)


def pairs_of(given, options: BlockingOptions = KEYS) -> set[tuple[int, int]]:
    pairs, _ = block(given, normalize(given, KOREAN if given.profile == "korean" else GENERIC), options)
    return set(zip(pairs.a.tolist(), pairs.b.tolist()))


def decoded(codes: np.ndarray, size: int) -> list[tuple[int, int]]:
    return [(int(code) // size, int(code) % size) for code in codes]


# ---------------------------------------------------------------------- pairs of keys
@given(st.lists(st.integers(-1, 6), max_size=40))
def test_a_key_pairs_all_that_share_it(key: list[int]) -> None:
    size = len(key)
    found = share_key(np.array(key, dtype=np.int64), max(size, 1), 100)
    wanted = [(a, b) for a, b in itertools.combinations(range(size), 2) if key[a] == key[b] >= 0]
    assert sorted(decoded(found.pairs, max(size, 1))) == wanted
    assert found.possible == len(wanted)
    assert found.cut == found.split == 0
    assert found.largest == max([key.count(value) for value in set(key) - {-1}], default=0)
    assert found.sizes.sum() == found.blocks


@given(st.lists(st.tuples(st.integers(-1, 1), st.integers(-1, 4), st.integers(0, 99)), max_size=40), st.integers(0, 3))
def test_a_large_block_is_split_and_what_is_cut_is_counted(rows: list[tuple[int, int, int]], window: int) -> None:
    size, cap = max(len(rows), 1), 6
    key, second, order = (np.array(values, dtype=np.int64) for values in (zip(*rows) if rows else ([], [], [])))
    entries = (np.arange(len(rows)), second)
    found = share_key(key, size, cap, [entries], order, window)
    wanted = set()
    for value in set(key.tolist()) - {-1}:
        block_rows = [row for row in range(len(rows)) if key[row] == value]
        groups = [block_rows] if len(block_rows) <= cap else []
        if not groups:
            ranked = sorted(block_rows, key=lambda row: (order[row], row))
            wanted |= {tuple(sorted(pair)) for step in range(1, window + 1) for pair in zip(ranked, ranked[step:])}
            for part in set(second[block_rows].tolist()) - {-1}:
                own = [row for row in block_rows if second[row] == part]
                if len(own) <= cap:
                    groups.append(own)
                else:
                    ranked = sorted(own, key=lambda row: (order[row], row))
                    near = {tuple(sorted(p)) for step in range(1, window + 1) for p in zip(ranked, ranked[step:])}
                    wanted |= near
        wanted |= {pair for group in groups for pair in itertools.combinations(group, 2)}
    got = decoded(found.pairs, size)
    assert len(got) == len(set(got))
    assert set(got) == wanted
    assert found.cut == found.possible - len(wanted)


def test_lists_of_pairs_are_united_with_their_rules() -> None:
    codes, bits = united([np.array([3, 9]), np.array([], dtype=np.int64), np.array([1, 9])])
    assert codes.tolist() == [1, 3, 9]
    assert bits.tolist() == [4, 1, 5]
    assert united([])[0].tolist() == []


def test_joined_values_are_unknown_where_one_is() -> None:
    one = np.array(["a", "a", "", "b", "a"], dtype=object)
    other = np.array([1, 2, 1, -1, 1])
    found = joined(one, other)
    assert found[0] == found[4] != found[1]
    assert (found[[2, 3]] == -1).all()


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300), st.sampled_from(["가나", "나다", "가다나"])), max_size=25)
)
def test_near_rows_that_share_a_part_of_the_name(rows: list[tuple[float, float, str]]) -> None:
    xy = np.array([row[:2] for row in rows], dtype=float).reshape(-1, 2)
    names = np.array([row[2] for row in rows], dtype=object)
    owner, grams = gram_entries(names, 2)
    _, grams = np.unique(grams, return_inverse=True)
    located = np.ones(len(rows), dtype=bool)
    order = np.arange(len(rows))
    found = near_with_gram(xy, located, (owner, grams.reshape(-1)), 60.0, 1000, order, 0)
    own = [set(grams.reshape(-1)[owner == row].tolist()) for row in range(len(rows))]
    wanted = {
        (a, b)
        for a, b in itertools.combinations(range(len(rows)), 2)
        if own[a] & own[b] and np.hypot(*(xy[a] - xy[b])) <= 60
    }
    assert set(decoded(found.pairs, max(len(rows), 1))) == wanted


# ---------------------------------------------------------------------- grams
@given(st.lists(st.text(alphabet="가나다ab ", max_size=8), min_size=1, max_size=12, unique=True), st.integers(1, 3))
def test_cosine_is_that_of_weighted_sets(names: list[str], size: int) -> None:
    values = np.array(names, dtype=object)
    bags = []
    for name in names:
        text = f"\x1f{name}\x1f" if size > 1 and name else name
        bags.append({text[at : at + size] for at in range(len(text) - size + 1)})
    often = {gram: sum(gram in bag for bag in bags) for bag in bags for gram in bag}
    weight = {gram: np.log1p(len(names) / count) for gram, count in often.items()}
    matrix = weigh(values, size).matrix
    one, other = (at.ravel() for at in np.meshgrid(range(len(names)), range(len(names))))
    for a, b, got in zip(one, other, row_products(matrix, one, other)):
        norm = np.sqrt(sum(weight[g] ** 2 for g in bags[a]) * sum(weight[g] ** 2 for g in bags[b]))
        wanted = sum(weight[g] ** 2 for g in bags[a] & bags[b]) / norm if norm else 0.0
        assert got == pytest.approx(wanted, abs=1e-5)


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_most_alike_are_those_of_the_whole_product(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    names = np.array(
        list({"".join(rng.choice(list("가나다라마바"), rng.integers(1, 6))) for _ in range(30)}), dtype=object
    )
    matrix = weigh(names, 2).matrix
    one, other, value = most_alike(matrix, count, 0.3)
    dense = (matrix @ matrix.T).toarray()
    np.fill_diagonal(dense, -1)
    got = set(zip(one.tolist(), other.tolist()))
    for row in range(len(names)):
        ranked = np.sort(dense[row])[::-1]
        limit = max(ranked[min(count, len(ranked)) - 1], 0.3)
        sure = np.flatnonzero(dense[row] > limit + 1e-6)  # ties at the limit may go either way
        assert all((min(row, at), max(row, at)) in got for at in sure.tolist())
    assert (value >= 0.3 - 1e-6).all()
    assert len(got) == len(one) <= count * len(names)
    assert np.allclose(dense[one, other], value, atol=1e-5)


# ---------------------------------------------------------------------- rules
def test_each_rule_finds_what_the_others_miss() -> None:
    given_ = records(
        [
            "하나약국",
            "두리치킨",
            "하나약국",
            "해바라기식당",
            "해바라긔식당",
            "가람",
            "나루",
            "푸른솔",
            "푸른솔나무",
            "새벽",
            "노을",
        ],
        register=[0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1],
        address=[
            "서구 계룡로 1",
            "서구 계룡로 1",
            "",
            "서구 둔산로 1 (둔산동)",
            "서구 탄방로 9 (둔산동)",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
        phone=["", "", "", "", "", "042-512-3456", "5123456", "", "", "", "042-999-1234"],
        xy=[[np.nan, np.nan]] * 7 + [[0, 0], [40, 30], [np.nan, np.nan], [np.nan, np.nan]],
        category=["", "", "", "", "", "", "", "", "", "노래방", "노래연습장업"],
        opened=["NaT"] * 9 + ["2020-01-02", "2020-01-02"],
    )
    pairs, report = block(given_, normalize(given_, KOREAN), KEYS)
    rules = {(a, b): bits for a, b, bits in zip(pairs.a.tolist(), pairs.b.tolist(), pairs.rules.tolist())}

    def by(pair: tuple[int, int]) -> set[str]:
        return {rule for at, rule in enumerate(RULES) if rules.get(pair, 0) >> at & 1}

    assert by((0, 1)) == {"place"}
    assert by((0, 2)) == {"name"}
    assert "zone" in by((3, 4))
    assert by((5, 6)) == {"phone"}
    assert by((7, 8)) >= {"near"}
    assert by((9, 10)) == {"date"}
    assert report.pairs == len(pairs) == len(rules)
    assert report.all_pairs == 55
    assert report.reduction == 1 - len(pairs) / 55
    assert set(itertools.chain(*KINDS.values())) | {"whole"} == set(RULES)


def test_small_sets_are_compared_whole() -> None:
    given_ = records(["a", "b", "c", "d"], register=[0, 0, 1, 1], profile="generic")
    assert pairs_of(given_, BlockingOptions()) == set(itertools.combinations(range(4), 2))
    assert pairs_of(given_, BlockingOptions(within=False)) == {(0, 2), (0, 3), (1, 2), (1, 3)}
    assert pairs_of(records(["a", "b"], profile="generic"), BlockingOptions(within=False)) == {(0, 1)}


def test_generic_rows_meet_by_any_text() -> None:
    titles = [
        "Efficient similarity joins for near duplicate detection",
        "Mining of massive data sets",
        "Query optimization",
    ]
    other = ["efficent similarity join for near-duplicate detection.", "massive data set mining", "On indexing"]
    authors = ["C Xiao, W Wang", "J Leskovec", "A Nother", "Chuan Xiao and Wei Wang", "Leskovec, J.", "B Body"]
    given_ = records(titles + other, register=[0] * 3 + [1] * 3, profile="generic", authors=authors)
    assert {(0, 3), (1, 4)} <= pairs_of(given_)


# ---------------------------------------------------------------------- bad input
def _limited_time(given_, most: float, pairs: int) -> tuple[Pairs, object]:
    normal = normalize(given_, KOREAN)
    start = time.process_time()
    found, report = block(given_, normal, KEYS)
    assert time.process_time() - start < most
    assert len(found) < pairs
    return found, report


def test_all_names_equal_do_not_explode() -> None:
    count = 20_000
    given_ = records(["하나"] * count, address=["서구 계룡로 1, 2층"] * count, phone=["042-512-3456"] * count)
    found, report = _limited_time(given_, 20, count * 12)
    assert len(found) >= count - 1
    assert report.cut > 0.99 * count * (count - 1) / 2
    assert report.sizes[-1] > 0


def test_rows_at_one_coordinate_do_not_explode() -> None:
    count = 20_000
    names = [f"{chr(0xAC00 + at % 500)}{chr(0xAC00 + at // 500 * 11)}식당" for at in range(count)]
    xy = np.zeros((count, 2))
    twins = [names[at] for at in range(0, count, 500)]
    given_ = records(names + twins, xy=np.vstack([xy, xy[: len(twins)]]))
    found, _ = _limited_time(given_, 30, count * 60)
    pairs = set(zip(found.a.tolist(), found.b.tolist()))
    assert all((at * 500, count + at) in pairs for at in range(len(twins)))  # and the true ones are there


def test_missing_values_are_no_key() -> None:
    given_ = records([""] * 30, address=[""] * 29 + ["서구 계룡로 1"], phone=["*"] * 30)
    found, report = block(given_, normalize(given_, KOREAN), KEYS)
    assert len(found) == 0
    assert report.unnamed == 30 == report.keyless


def test_nothing_at_all_is_an_error() -> None:
    given_ = records(["", "없음"], phone=["", "0"])
    with pytest.raises(AnalysisError, match="link_nothing_to_compare"):
        block(given_, normalize(given_, KOREAN))


@pytest.mark.parametrize("wrong", [{"cap": 1}, {"window": -1}, {"top": 0}, {"least": 0.0}, {"radius": 0.0}])
def test_options_without_sense(wrong: dict) -> None:
    given_ = records(["가나", "가나"])
    with pytest.raises(AnalysisError, match="link_options"):
        block(given_, normalize(given_, KOREAN), BlockingOptions(**wrong))


def test_no_rows_and_one_row() -> None:
    for names in ([], ["하나약국"]):
        given_ = records(names)
        found, report = block(given_, normalize(given_, KOREAN), KEYS)
        assert (len(found), report.pairs, report.all_pairs, report.reduction) == (0, 0, 0, 0.0)


def test_the_number_of_pairs_may_be_limited() -> None:
    given_ = records(["하나약국"] * 20, phone=["042-512-3456"] * 10 + ["042-512-0000"] * 10)
    pairs, _ = block(given_, normalize(given_, KOREAN), BlockingOptions(whole=0, most=90))
    assert len(pairs) == 90
    assert all((a < 10) == (b < 10) for a, b in zip(pairs.a, pairs.b))  # those with the same number too come first


def test_the_order_of_rows_is_of_no_account() -> None:
    rng = np.random.default_rng(5)
    names = ["".join(rng.choice(list("가나다라마"), 3)) + "약국" for _ in range(300)]
    address = [f"서구 계룡로 {number}" for number in rng.integers(1, 40, 300)]
    mixed = rng.permutation(300)
    first = pairs_of(records(names, address=address))
    second = pairs_of(records([names[at] for at in mixed], address=[address[at] for at in mixed]))
    assert {tuple(sorted((mixed[a], mixed[b]))) for a, b in second} == first


def test_stopping_stops() -> None:
    def stop(done: float) -> None:
        if done > 0.3:
            raise Cancelled

    given_ = records(["하나약국", "두리약국"] * 50)
    with pytest.raises(Cancelled):
        block(given_, normalize(given_, KOREAN), KEYS, stop)


# ---------------------------------------------------------------------- completeness
def test_completeness_counts_pairs() -> None:
    pairs = Pairs(np.array([0, 0, 3]), np.array([1, 2, 4]), np.array([1, 1, 1], dtype=np.uint16))
    assert completeness(pairs, np.array([7, 7, 7, 8, 9])) == (2, 3)


def test_completeness_is_estimated_from_what_keys_find_alone() -> None:
    rng = np.random.default_rng(1)
    chances, many = (0.9, 0.7, 0.5), 20_000
    rules = np.zeros(many, dtype=np.uint16)
    for chance, names in zip(chances, KINDS.values()):
        rules |= np.where(rng.random(many) < chance, 1 << RULES.index(names[0]), 0).astype(np.uint16)
    seen = rules > 0
    assert estimated_completeness(rules[seen], np.ones(seen.sum())) == pytest.approx(seen.mean(), abs=0.02)
    assert np.isnan(estimated_completeness(rules[:0], np.ones(0)))
