"""Public data files as they are downloaded -> one layer or table per kind of file, typed, placed, and accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...layers.errors import LayerError
from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run
from .import_plan import AUTO, GENERIC, PROFILES, Plan, all_schemas, make_plan, shipped_ids, title_of
from .import_texts import account_text, place_words, reason_text

if TYPE_CHECKING:
    from ...analysis.records.districts import District
    from .import_tables import FileCount, TableImport

MOST_LISTED = 12
MOST_LOST = 0.5  # share of a file's rows that are left out, beyond which it is said aloud
_CODE = re.compile(r"\d{2}|\d{5}|\d{7}|\d{8}|\d{10}")
_OUTPUTS = ("OUTPUT", "REJECTED", "REPORT", "RUN_RECORD")


class ImportPublicData(DistrictAlgorithm):
    """The way in for everything that comes from a portal, an office or a colleague."""

    ID = "importpublicdata"
    GROUP = "data"
    MAY_REPLACE = ("INPUT",)
    MEASURES = False

    def declare(self, add: Parameters) -> None:
        add.path("INPUT")
        add.words("PROFILE", AUTO, [AUTO, GENERIC, *shipped_ids()])
        add.source("DISTRICT", [SourceType.VectorPolygon], optional=True)
        add.text("DISTRICT_CODE")
        add.layers("REFERENCE", SourceType.Vector, optional=True, advanced=True)
        add.crs("CRS", advanced=True)
        add.flag("OPEN_ONLY", False, advanced=True)
        add.distance("MARGIN", 2000.0, low=0.0, advanced=True)
        add.path("SCHEMAS", optional=True, folder=True, advanced=True)
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.Vector)
        add.sink("REJECTED", SourceType.Vector, optional=True)
        add.report()
        add.output_layers("LAYERS")
        for number in ("READ", "IMPORTED", "REJECTED_ROWS", "FILTERED", "FILLED", "FILES"):
            add.output_number(number)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from ...analysis.errors import AnalysisError
        from ...layers.publicdata import list_parts

        text = self.parameterAsString(parameters, "INPUT", context).strip()
        path = Path(text)
        label = self.page.entry("INPUT").label
        if not text or not path.exists():
            yield tr("{parameter}: there is no file or folder {path}.").format(parameter=label, path=text)
            return
        try:
            list_parts(path)
            schemas = all_schemas(self.parameterAsString(parameters, "SCHEMAS", context).strip())
        except (LayerError, AnalysisError) as error:
            yield self._sentence(error)
            return
        profile = self.parameterAsString(parameters, "PROFILE", context).strip()
        known = [AUTO, GENERIC, *(schema.id for schema in schemas)]
        if profile and profile not in known:
            yield tr("{parameter}: '{value}' is none of: {known}.").format(
                parameter=self.page.entry("PROFILE").label, value=profile, known=", ".join(known)
            )
        yield from self._code_problems(parameters, context)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if parameters.get("CRS") not in (None, "") and not _epsg(crs.authid()):
            yield tr("{parameter}: choose a CRS with an EPSG code.").format(parameter=self.page.entry("CRS").label)

    def _code_problems(self, parameters: dict, context) -> Iterator[str]:
        code = self.parameterAsString(parameters, "DISTRICT_CODE", context).strip()
        if code and not _CODE.fullmatch(code):
            yield tr(
                "{parameter}: '{value}' is no code of a district. Give the 5 digits of the district (30170) or the 7 "
                "of its authority (3660000)."
            ).format(parameter=self.page.entry("DISTRICT_CODE").label, value=code)

    # ------------------------------------------------------------------ running
    def execute(self, run: Run) -> None:
        from ...layers.record import FileDigests
        from .import_fill import address_fill
        from .import_places import Places
        from .import_rejects import Rejects
        from .import_report import describe
        from .import_tables import TableImport

        path, code = Path(run.text("INPUT")), run.text("DISTRICT_CODE")
        run.step(tr("Looking at the files"), 0.03)
        district = _district(code)
        profile = run.text("PROFILE") or AUTO
        own = [target.resolve() for target in map(run.path_of, _OUTPUTS) if target is not None]
        schemas = all_schemas(run.text("SCHEMAS"))
        plan = make_plan(path, schemas, profile, district, open_only=run.flag("OPEN_ONLY"), code=code, own=own)
        self._tell(run, plan, code)
        if code and district is None:
            run.warn(
                tr(
                    "The table of districts has no code {code}: rows are compared with it as it is, and places cannot "
                    "be checked by it. Look whether it is right."
                ).format(code=code)
            )
        places = Places(run, district, run.number("MARGIN"))
        if district is not None and not run.given("DISTRICT"):
            run.instead["DISTRICT"] = tr("bounds of {name} from the table of districts").format(name=district.name_ko)
        if not places.known and any(kind.shape != "none" for kind in plan.kinds):
            run.warn(
                tr(
                    "No district is known: give its layer or its code, and coordinates that lie far from it, in "
                    "another CRS or with swapped axes will be found."
                )
            )
        given = _epsg(self.parameterAsCrs(run.parameters, "CRS", run.context).authid()) if run.given("CRS") else 0
        fill = address_fill(run)
        rejects = Rejects(run, plan.kinds)
        run.step(tr("Reading and writing the rows"), 0.9)
        digests = FileDigests(file.opened.part.path for kind in plan.kinds for file in kind.files)
        try:
            several, alone = len(plan.kinds) > 1, sum(len(kind.files) for kind in plan.kinds) == 1
            tables = [
                TableImport(run, kind, places, rejects, fill, given, reason_text, several, alone) for kind in plan.kinds
            ]
            counts = _import_rows(run, tables)
            rejects.add_layer_rows(run.rejected)
            rejects.close()
            _tell_row_notes(run, plan)
            self._account(run, counts)
            _note_inputs(run, plan, counts, digests.result())
        finally:
            digests.stop()
            plan.close()
        describe(run, plan, counts, places.known)

    @staticmethod
    def _tell(run: Run, plan: Plan, code: str) -> None:
        """What the files are taken for, and which cannot be read."""
        from ..messages import error_text

        for kind in plan.kinds:
            for file in kind.files:
                run.info(tr("{file}: {kind}").format(file=file.name, kind=title_of(kind.schema)))
                if file.match.rivals:
                    run.warn(
                        tr("{file}: could also be {others}. If so, choose it under PROFILE.").format(
                            file=file.name, others=", ".join(file.match.rivals)
                        )
                    )
        untold = [file.name for kind in plan.kinds for file in kind.files if code and file.intake.wanted is None]
        if untold:
            run.warn(
                tr("No column tells the district in: {files}. No row of these was filtered out by code.").format(
                    files=", ".join(untold[:MOST_LISTED]) + (" ..." if len(untold) > MOST_LISTED else "")
                )
            )
        _tell_notes(run, plan)
        for skipped in plan.skipped:
            run.warn(error_text(LayerError(skipped.code, **{"file": skipped.name, **skipped.values})))
        for part, error in plan.failed:
            run.warn(tr("{file} was not imported: {reason}").format(file=part.name, reason=error_text(error)))

    @staticmethod
    def _account(run: Run, counts: list[FileCount]) -> None:
        """Read = imported + rejected + filtered out, for every file and in all; a difference stops the run."""
        from ...analysis.errors import AnalysisError

        for count in counts:
            run.info(account_text(count))
            words = [word for word in place_words(count) if word]
            if words and not count.table:
                run.info("  " + "; ".join(words))
            _warn_of_losses(run, count)
            if not count.adds_up:
                raise AnalysisError(
                    "accounting_broken", file=count.name, read=count.read, imported=count.imported,
                    rejected=count.rejected, filtered=count.filtered,
                )  # fmt: skip
        rejected = sum(count.rejected for count in counts)
        if rejected and not run.wanted("REJECTED"):
            run.warn(
                tr("{rows:,} rows were left out. Ask for the output '{output}' to see them with their reasons.").format(
                    rows=rejected, output=run.algorithm.page.entry("REJECTED").label
                )
            )
        run.figure("READ", sum(count.read for count in counts))
        run.figure("IMPORTED", sum(count.imported for count in counts))
        run.figure("REJECTED_ROWS", rejected)
        run.figure("FILTERED", sum(count.filtered for count in counts))
        run.figure("FILLED", sum(count.filled for count in counts))
        run.figure("FILES", len(counts))


def _warn_of_losses(run: Run, count: FileCount) -> None:
    """Say aloud when most of a file did not get through."""
    if count.read and count.filtered == count.read:
        run.warn(
            tr("{file}: all rows were filtered out. Check DISTRICT_CODE, DISTRICT and OPEN_ONLY.").format(
                file=count.name
            )
        )
    elif count.rejected > MOST_LOST * count.read:
        code, rows = count.reasons.most_common(1)[0]
        run.warn(
            tr("{file}: most of its rows were left out, {rows:,} of {read:,} because of: {reason}.").format(
                file=count.name, rows=rows, read=count.read, reason=reason_text(code)
            )
        )


def _tell_notes(run: Run, plan: Plan) -> None:
    from ..sentences.publicdata import notes

    known = notes()
    for kind in plan.kinds:
        for file in kind.files:
            for code, values in file.opened.notes:
                if code in known:
                    run.info(known[code].format(file=file.name, **values))


def _tell_row_notes(run: Run, plan: Plan) -> None:
    from ..sentences.publicdata import row_notes

    known = row_notes()
    for kind in plan.kinds:
        for file in kind.files:
            for code, count in file.opened.counts.items():
                if count and code in known:
                    run.info(known[code].format(file=file.name, count=count))


def _district(code: str) -> District | None:
    from ...analysis.records.districts import load_districts

    return load_districts(PROFILES / "kr" / "districts.csv").find(code) if code else None


def _epsg(authid: str) -> int:
    name, _, code = authid.partition(":")
    return int(code) if name == "EPSG" and code.isdigit() else 0


def _import_rows(run: Run, tables: list[TableImport]) -> list[FileCount]:
    """Fill one table after the other; returns the account of each file."""
    total, done, counts = sum(table.kind.size for table in tables) or 1, 0, []
    for table in tables:
        table.fill_from_files(lambda read, done=done: run.tick((done + read) / total))
        done += table.kind.size
        counts += table.counts
    return counts


def _note_inputs(run: Run, plan: Plan, counts: list[FileCount], digests: dict[Path, str]) -> None:
    """The files in the run record: name, rows, columns and the digest of each file on disk."""
    files = [file for kind in plan.kinds for file in kind.files]
    for file, count in zip(files, counts):
        path = file.opened.part.path
        run.read_inputs.append(
            {
                "parameter": "INPUT",
                "layer": count.name,
                "file": path.name,
                "crs": f"EPSG:{count.epsg}" if count.epsg else "",
                "columns": [column.name for column in file.intake.columns],
                "geometry": "none" if count.table else "any",
                "rows": count.read,
                "sha256": digests[path],
                "schema": file.match.schema.id,
                "encoding": file.opened.encoding,
                "reasons": dict(count.reasons),
            }
        )
