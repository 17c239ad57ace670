"""How often what is wrong in the registers: named shares, each with where it comes from or marked as an assumption.

Columns are registers; a blank is none. Shares are of all rows of the register, or of those rows that can have the
fault (``of`` in the table). Coordinate faults are planted at least once where a register has them at all, so that the
smallest sample shows each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

REGISTERS = ("license_new", "license_old", "stores", "harmful", "academies", "places")
"""The six registers, in the order of their folders."""


@dataclass(frozen=True)
class Rate:
    """A share per register, of what, and its source."""

    shares: dict[str, float]
    of: str
    source: str


# kind | license_new | license_old | stores | harmful | academies | places | of | source
_SOURCES = {
    "assumption": "assumption",
    "chains": "assumption; real shop register: 12 % of the largest chain's shops have no branch",
    "zones": "assumption; seen as 초교/초등학교 in overlapping registers of protection zones",
    "scripts": "assumption; real shop register: the same chain is written in Hangul and in Latin letters",
    "slips": "assumption; seen as 원양초교/원앙초등학교 in overlapping registers of protection zones",
    "blank": "assumption; blank in one of two rows shown of the published file",
    "occurs": "documented that it occurs; the share is an assumption",
    "old": "documented for old closures; the share is an assumption",
    "fresh": "documented for new permits; the share is an assumption",
    "axes": "documented for users' own files; the share is an assumption",
    "snow": "seen in a city's snow facilities; the share is an assumption",
    "stops": "documented for bus stops; the share is an assumption",
    "geocoders": "assumption; what geocoders give that fall back to the dong",
    "sheets": "assumption; what Excel does to such numbers",
    "repeats": "assumption; real shop register: 1.4 % of the rows repeat name and place",
}

_TABLE = """
name_spacing|.10|.22||.45|.10||names with a blank, or that could have one|assumption
name_company_form|.15|.45|.60|.60|.30||names of companies|assumption
name_branch_dropped|.04|.14|.12|.40|.10||names with a branch|chains
name_branch_brackets|.03|.10||.15|||names with a branch|assumption
name_synonym|.03|.155|.165|.23|.13||names with a word for their kind|zones
name_abbreviated|.005|.025|.05|.07|.03||names with a word for their kind|assumption
name_alias|.06|.25|.35|.30|.10||names of chains|scripts
name_typo|.010|.032|.016|.045|.012||rows|slips
name_remark||.008||.06|||rows|assumption
address_typo|.006|.018|.003|.035|.008||rows|assumption
address_number|.003|.008|.002|.012|.004||rows|assumption
address_spacing|.02|.10||.35|.03||rows|assumption
phone_missing|.46|.42||.25|.35||rows|blank
phone_changed|.02|.06||.07|.03||rows with a telephone number|assumption
phone_format|.10|.30||.45|.20||rows with a telephone number|assumption
phone_masked||||.05|||rows with a telephone number|assumption
former_name_kept|.05|.30|.35|.45|.15||businesses renamed before the register's date|assumption
former_place_kept|.05|.30|.35|.35|.15||businesses moved before the register's date|assumption
coordinates_blank_open|.015|.03|||||open businesses|occurs
coordinates_blank_closed|.38|.34|||||businesses closed before 2012|old
coordinates_blank_fresh|.55||||||permits of the last 60 days|fresh
coordinates_blank||||||.008|rows with coordinates|assumption
coordinates_zero|.0015|.0020||||.0012|rows with coordinates|assumption
coordinates_swapped|.0015|.0015||||.0020|rows with coordinates|axes
coordinates_millimetres|.0006|.0008||||.0004|rows with plane coordinates|snow
coordinates_other_crs|.0012|.0012||||.0010|rows with coordinates|assumption
coordinates_far|.0015|.0015||||.0020|rows with coordinates|stops
coordinates_not_numbers|.0003|.0005||||.0004|rows with coordinates|assumption
coordinates_of_dong|.012|.015|||||closed businesses with coordinates|geocoders
date_impossible|.0012|.0020||.004|.0015|.0008|rows with a date|assumption
date_order|.0008|.0015|||||closed businesses|assumption
code_damaged|||.0020|||.0040|rows with a code of more than 15 digits|sheets
masked|.010|||||.012|rows|occurs
duplicate_row|.0025|.0020|.0010|.006|.003|.0015|rows|repeats
stale_open|||.030|.14|.02||businesses closed within six years of the register's date|assumption
missed||.02|.09|.10|.03||businesses that should be in the register|assumption
"""


def _rates() -> dict[str, Rate]:
    made = {}
    for line in _TABLE.strip().splitlines():
        kind, *cells, of, source = line.split("|")
        shares = {register: float(cell) for register, cell in zip(REGISTERS, cells) if cell}
        made[kind] = Rate(shares, of, _SOURCES[source])
    return made


RATES: dict[str, Rate] = _rates()

# Of the population itself; all assumptions.
RENAMED = 0.06
"""Businesses that take another name after 2019, of those open then."""
MOVED = 0.035
"""Businesses that move to another building after 2019, of those open then."""
SAME_NAME_SUCCESSORS = 0.035
"""Successors at a unit that keep the name of their predecessor."""
SHARED_PHONES = 0.02
"""Businesses whose telephone number is that of another one of the same owner."""
SUSPENDED = 0.015
"""Of the open businesses."""
CANCELED = 0.06
"""Of the closed businesses: canceled by the authority instead of closed by the owner."""
LICENSE_NUMBERS_KEPT = 0.0
"""Licenses that have the same number in the old and in the new file. In real files most do; here none does, so that
rows must be merged by what they say."""
PLACE_MEDIAN = 2.1
"""Meters between the points that two registers have for one building, in the median: measured on 4,285 pairs of real
rows."""


def rate(kind: str, register: str) -> float:
    """The share of a kind of fault in a register; 0 where it has none."""
    return RATES[kind].shares.get(register, 0.0)
