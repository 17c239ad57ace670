"""The texts that say, in the folder itself and in both languages, that everything is made up."""

from __future__ import annotations

FOLDER = """SYNTHETIC DATA - 합성 자료

A made-up district (preset {preset}, seed {seed}, {case} case, {crs}). Nothing in it is real: places, people,
businesses, telephone numbers and addresses are invented.
가상의 자치구입니다(크기 {preset}, 난수 시드 {seed}, 자료 수준 {case}, {crs}). 지명, 인구, 업소, 전화번호, 주소는
모두 지어낸 것이며 실제 자료가 아닙니다.

district.qgz     the map: open this in QGIS / 지도: QGIS에서 여는 파일
district.gpkg    all layers / 전체 레이어
*.tif            terrain, land cover, soil / 표고, 토지피복, 토양
raw/             files as a portal gives them, faults included ({raw_rows:,} rows) / 포털에서 내려받은 그대로의 원자료
truth/           what is true: rows of one business, planted faults, best sites, suitability / 정답
"""

RAW = """# SYNTHETIC DATA - 합성 자료

These files look like downloads from public-data portals, with their encodings, headers and faults.
Every row is made up.
공공데이터 포털에서 내려받은 파일의 인코딩, 머리글, 오류를 그대로 흉내 낸 가상의 자료입니다.
실제 업소나 시설이 아닙니다.
"""
