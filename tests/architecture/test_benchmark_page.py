"""Some benchmarks measured anew leave the rest of the page as it was."""

from __future__ import annotations

from benchmarks import tables
from benchmarks.harness import Figure, Result, Table


def result(title: str, value: str, seconds: float) -> Result:
    made = Result(title, f"what {title} compares")
    made.tables.append(Table("", ["way", "median (s)"], [[title, value]]))
    made.figures.append(Figure(f"{title}, whole", seconds, 5.0))
    return made


def test_sections_and_figures_are_replaced_or_added() -> None:
    page = tables.markdown([result("First", "1.00", 1.0), result("Second", "2.00", 2.0)], ["then"])
    anew = tables.merged(page, [result("Second", "7.00", 7.0), result("Third", "3.00", 3.0)], ["now"])
    assert "| First | 1.00 |" in anew and "| First, whole | 1.00 s | 5 s |" in anew
    assert "| Second | 7.00 |" in anew and "2.00" not in anew
    assert "| Second, whole | 7.00 s | 5 s |  | DOES NOT HOLD |" in anew
    assert anew.count("## Third\n") == 1 and "| Third, whole | 3.00 s | 5 s |" in anew
    assert anew.count("*Measured apart: now*") == 2 and anew.startswith("# Benchmarks")
    assert tables.merged(anew, [result("Third", "3.00", 3.0)], ["now"]) == anew, "the same again changes nothing"
