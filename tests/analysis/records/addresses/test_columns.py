"""Columns found by name: Korean originals, and the fields that importing the same file gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seo_district_plugin.analysis.records.addresses import find_roles
from seo_district_plugin.analysis.records.addresses.columns import ALSO, KNOWN
from seo_district_plugin.analysis.records.addresses.table import ROLES

SCHEMAS = Path(__file__).parents[4] / "seo_district_plugin" / "resources" / "profiles" / "kr" / "schemas"
STREET = {"road", "main", "sub", "underground"}
NEEDED = {
    "address_entrances": {"sido", "sigungu", "town", "road_code", "dong_code", *STREET},
    "address_buildings": {"building", "road_code", "road_sigungu", "main", "sub", "dong_code", "lot_main", "mountain"},
    "stores": {"pnu", "building", "road_address", "lot_address", "road", "main", "dong"},
    "parcels": {"pnu"},
    "road_names": {"road", "road_code", "sigungu_code"},
    "legal_dong": {"town", "dong_code"},
    "building_register": {"road_address", "lot_address", "sigungu_code", "dong_code", "lot_main", "lot_sub", "block"},
    "buildings_gis": {"pnu", "dong", "block"},
    "license_new": {"road_address", "lot_address"},
    "license_old": {"road_address", "lot_address"},
    "cctv": {"road_address", "lot_address"},
}


@pytest.mark.parametrize("schema", sorted(NEEDED))
def test_files_are_understood_as_they_are_and_as_imported(schema: str) -> None:
    columns = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))["columns"]
    fields = [column["name"] for column in columns]
    headers = [column["headers"][0] for column in columns if column.get("headers")]
    assert NEEDED[schema] - set(find_roles(fields)) == set()
    if len(headers) == len(columns):
        assert NEEDED[schema] - set(find_roles(headers)) == set()


def test_every_name_has_a_role_that_exists_and_each_column_one_role() -> None:
    assert set(KNOWN) == set(ROLES) and not set(ALSO) & set(ROLES)
    found = find_roles(["주소", "지번주소", "도로명주소", "PNU", "pnu ", "다른 열"])
    assert found == {"road_address": "도로명주소", "lot_address": "지번주소", "address": "주소", "pnu": "PNU"}
    assert find_roles(["\ufeff도로명 주소"]) == {"road_address": "\ufeff도로명 주소"}
    assert find_roles([]) == {}
