"""What the report of an accessibility analysis says: who is short of what, where, and how it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .access_outputs import GRADES, Told
from .access_words import grade_words, method_word, score_word

if TYPE_CHECKING:
    from ...reports.report import Section
    from .access_run import Case

SHOWN = 30


def describe(run: Run, case: Case, told: Told) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    numbers = run.numbers
    run.summary = tr(
        "{people:,.0f} people at {places:,} places, {services:,} services with a capacity of {capacity:,.0f}. On "
        "average {mean}. Underserved (below {share:.0%} of that): {low:,.0f} people ({part:.1%}), of them {none:,.0f} "
        "with nothing within {radius:,.0f} m."
    ).format(
        people=numbers["PEOPLE"],
        places=numbers["PLACES_USED"],
        services=numbers["SERVICES_USED"],
        capacity=numbers["CAPACITY_TOTAL"],
        mean=score_word(case, case.judged.mean),
        share=run.number("LOW_SHARE"),
        low=numbers["UNDERSERVED_PEOPLE"],
        part=numbers["UNDERSERVED_SHARE"],
        none=numbers["NO_REACH_PEOPLE"],
        radius=case.radius,
    )
    if not run.wanted("REPORT"):
        return
    run.caption = tr("Accessibility of each place, compared with the mean")
    run.sections = [_classes(run, case), _areas(told)]
    if told.zones:
        run.sections.append(_zones(case, told))
    run.sections.append(_services(case, told))
    if case.streets is not None:
        from ..streets import streets_section

        run.sections.append(streets_section(case.streets))
    _method(run, case)
    _limits(run, case)


def _classes(run: Run, case: Case) -> Section:
    from ...reports.figures import horizontal_bars, line_curve
    from ...reports.report import Plot, Section, TableView

    words, people = grade_words(run.number("LOW_SHARE")), case.people
    heads = [float(people[case.judged.grade == grade].sum()) for grade in range(len(GRADES))]
    places = [int((case.judged.grade == grade).sum()) for grade in range(len(GRADES))]
    total = max(float(people.sum()), 1e-300)
    names = [words[grade] for grade in GRADES]
    rows = [[name, head, 100 * head / total, count] for name, head, count in zip(names, heads, places)]
    order = np.argsort(case.judged.relative, kind="stable")
    share = np.concatenate([[0.0], np.cumsum(people[order])]) / total
    finite = np.where(np.isfinite(case.judged.relative[order]), case.judged.relative[order], 0.0)
    got = np.concatenate([[0.0], np.cumsum(people[order] * finite)])
    got = got / max(got[-1], 1e-300)
    thin = np.unique(np.linspace(0, len(share) - 1, min(len(share), 200)).astype(int))
    plots = [
        Plot(tr("People by class"), horizontal_bars(names, heads, x_title=tr("People"))),
        Plot(
            tr("How evenly access is spread"),
            line_curve(
                {tr("Access"): (share[thin], got[thin])},
                x_title=tr("Share of people, the worst off first"),
                y_title=tr("Share of all access"),
                diagonal=True,
            ),
            tr("On the diagonal all would have the same. Gini coefficient: {gini:.3f}.").format(gini=case.judged.gini),
        ),
    ]
    columns = [tr("Class"), tr("People"), tr("People (%)"), tr("Places")]
    return Section(tr("Who has how much access"), [], plots, [TableView(tr("Classes"), columns, rows)])


def _areas(told: Told) -> Section:
    from ...reports.report import Section, TableView

    if not told.areas:
        return Section(tr("Underserved areas"), [tr("No place with people is underserved.")])
    rows = [
        [str(rank), area.place, area.people, area.none, len(area.rows), area.reason]
        for rank, area in enumerate(told.areas[:SHOWN], start=1)
    ]
    columns = [
        tr("Rank"),
        tr("Place"),
        tr("People"),
        tr("Nothing in reach"),
        tr("Places"),
        tr("Reason"),
    ]
    note = tr("By number of people. Rank as on the map.")
    if len(told.areas) > SHOWN:
        note += " " + tr("{count:,} smaller areas are in the layer.").format(count=len(told.areas) - SHOWN)
    return Section(
        tr("Underserved areas"), [], [], [TableView(tr("Areas with the most people first"), columns, rows, note)]
    )


def _zones(case: Case, told: Told) -> Section:
    from ...reports.figures import horizontal_bars
    from ...reports.report import Plot, Section, TableView

    with_people = [zone for zone in told.zones if zone[2] > 0]
    with_people.sort(key=lambda zone: -zone[5] / zone[2])
    unit = 1.0 if case.access.lower_is_better else 1000.0
    rows = [
        [name, people, unit * mean if np.isfinite(mean) else None, 100 * level if np.isfinite(level) else None, low,
         100 * low / people, none]
        for name, _places, people, mean, level, low, none in with_people
    ]  # fmt: skip
    columns = [
        tr("Zone"),
        tr("People"),
        tr("Mean cost") if case.access.lower_is_better else tr("Capacity per 1,000 people"),
        tr("Of the mean (%)"),
        tr("Underserved people"),
        tr("Underserved (%)"),
        tr("Nothing in reach"),
    ]
    shown = with_people[:SHOWN]
    plot = Plot(
        tr("Share of people who are underserved"),
        horizontal_bars([zone[0] for zone in shown], [100 * zone[5] / zone[2] for zone in shown], x_title="%"),
    )
    return Section(tr("By zone"), [], [plot], [TableView(tr("Zones, the worst served first"), columns, rows)])


def _services(case: Case, told: Told) -> Section:
    from ...reports.report import Section, TableView

    access, capacity = case.access, case.services.kept()
    crowded = np.argsort(np.where(access.load > 0, access.ratio, np.inf), kind="stable")[:SHOWN]
    rows = [
        [told.service_names[at], float(capacity[at]), float(access.load[at]), 1000 * float(access.ratio[at]),
         float(access.catchment[at])]
        for at in crowded.tolist()
        if access.load[at] > 0
    ]  # fmt: skip
    columns = [
        tr("Service"),
        tr("Capacity"),
        tr("People to expect"),
        tr("Capacity per 1,000 of them"),
        tr("People in the catchment"),
    ]
    unused = int((access.catchment <= 0).sum())
    text = [tr("{count:,} services have nobody within reach.").format(count=unused)] if unused else []
    note = tr("People to expect: as the method shares them out; with weights by distance a far person counts in part.")
    return Section(
        tr("Load of the services"), text, [], [TableView(tr("The most crowded services"), columns, rows, note)]
    )


def _method(run: Run, case: Case) -> None:
    sentences = {
        "two_step": tr(
            "Each service shares its capacity among all people within the radius; each place adds up the shares of "
            "the services within its radius."
        ),
        "enhanced": tr("As 2SFCA, but the nearer a service, the more it counts, in both steps."),
        "three_step": tr("As E2SFCA, but people who can choose among several services count less at each of them."),
        "balanced": tr(
            "Everybody is shared out among the services within reach and each capacity among the people shared out "
            "to it: the sum over people of their access is the capacity within reach."
        ),
        "raam": tr(
            "People go where the way and the crowding together cost them least, until nobody gains by going "
            "elsewhere; the score is that cost, lower is better."
        ),
    }  # fmt: skip
    run.method.append(f"{method_word(case.method)}. {sentences[case.method]}")
    way = tr("along streets") if case.streets is not None else tr("in a straight line")
    run.method.append(tr("Catchment: {radius:,.0f} m {way}.").format(radius=case.radius, way=way))
    if case.decay:
        run.method.append(tr("Weight of distance: {decay}.").format(decay=case.decay))
    if case.access.lower_is_better:
        run.method.append(
            tr("Rounds: {rounds}; what people could still save on average: {gap:.4%}; settled: {settled}.").format(
                rounds=case.access.rounds,
                gap=case.access.gap,
                settled=tr("yes") if case.access.converged else tr("no"),
            )
        )
    run.method.append(
        tr("Underserved: below {share:.0%} of the mean over all people, or nothing within reach.").format(
            share=run.number("LOW_SHARE")
        )
    )
    run.citations += {
        "two_step": [_LUO_WANG],
        "enhanced": [_LUO_WANG, _LUO_QI, *([_DAI] if run.choice("DECAY") == "gaussian" else [])],
        "three_step": [_LUO_QI, _WAN],
        "balanced": [_PAEZ],
        "raam": [_SAXON],
    }[case.method]


_LUO_WANG = (
    "Luo, W. & Wang, F. (2003). Measures of spatial accessibility to health care in a GIS environment. Environment and "
    "Planning B 30, 865-884."
)
_LUO_QI = (
    "Luo, W. & Qi, Y. (2009). An enhanced two-step floating catchment area (E2SFCA) method. Health & Place 15, "
    "1100-1107."
)
_DAI = "Dai, D. (2010). Black residential segregation, disparities in spatial access. Health & Place 16, 1038-1052."
_WAN = (
    "Wan, N., Zou, B. & Sternberg, T. (2012). A three-step floating catchment area method for analyzing spatial access "
    "to health services. International Journal of Geographical Information Science 26, 1073-1089."
)
_PAEZ = (
    "Paez, A., Higgins, C. D. & Vivona, S. F. (2019). Demand and level of service inflation in floating catchment area "
    "(FCA) methods. PLOS ONE 14(6), e0218773."
)
_SAXON = (
    "Saxon, J. & Snow, D. (2020). A rational agent model for the spatial accessibility of primary health care. Annals "
    "of the American Association of Geographers 110, 205-222."
)


def _limits(run: Run, case: Case) -> None:
    run.limits.append(
        tr(
            "The score is potential access: capacity per person within reach if people share it as the method says. It "
            "is no count of places that are free and no forecast of use."
        )
    )
    if case.streets is None:
        run.limits.append(
            tr(
                "Straight lines cross rivers, railways and trunk roads; ways along streets are often 1.2 to 1.4 "
                "times longer."
            )
        )
    run.limits.append(
        tr(
            "Services outside the data are not seen: places near the edge of the district may be better served "
            "than shown."
        )
    )
    if not run.given("DEMAND_WEIGHT"):
        run.limits.append(tr("No weight field was given: every demand row counts as one person."))
    if not run.given("CAPACITY_FIELD"):
        run.limits.append(tr("No capacity field was given: every service counts as 1, large and small alike."))
    if case.method in ("two_step", "enhanced"):
        run.limits.append(
            tr("People who reach several services are counted at each of them, so that demand is overstated there.")
        )
    if case.same_spots:
        run.limits.append(
            tr("{count:,} services stand on the spot of another one and count separately.").format(
                count=case.same_spots
            )
        )
