"""The form of a pair to review in the real QGIS desktop: both records, a decision, saved, obeyed; in Korean."""

from __future__ import annotations


def test_a_pair_is_decided_in_its_form_and_the_next_run_obeys(desktop, world, tmp_path):
    layers = "\n".join(world().path(name) for name in ("licences", "storelist"))
    seen = desktop("look_review.py", "ko", layers=layers)
    assert "error" not in seen, seen["error"]
    assert seen["pairs"] > 0 and seen["editing"]

    first, shown = seen["first"], " ".join(seen["shown"])
    assert first["rank"] == "1"
    for name in ("register_a", "register_b", "name_a", "name_b", "address_a", "address_b"):
        assert first[name] in shown, "both records are in the form"
    assert "도로명주소" in shown and "NULL" not in shown
    assert len(seen["boxes"]) == 2 and seen["boxes"][1] == "같은 업소입니까?"
    assert [code for _, code in seen["choices"]][1:] == ["same", "different", "unsure"] and seen["enabled"]

    assert seen["saved"]
    a, b = seen["entities"]
    assert a != b, "decided to be different"
    assert seen["asked_again"] in ([], ["different"]), "not asked again"
    for picture in ("review_form", "review_decided", "review_table"):
        assert (tmp_path / f"{picture}.png").stat().st_size > 20_000, picture
