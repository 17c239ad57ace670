"""Sentences for the codes that analysis and layers use: what is wrong, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..texts import tr
from .sentences import all_sentences

if TYPE_CHECKING:
    from ..analysis.suitability.notes import Note
    from ..layers.crs import CrsChoice, CrsProblem

LISTED = 20  # names listed in one sentence


def error_text(error: Exception) -> str:
    """The sentence of an AnalysisError or LayerError."""
    return _sentence({**_layer_sentences(), **_grid_sentences(), **_recipe_sentences(), **_criteria_sentences(),
                      **_pairwise_sentences(), **_score_sentences(), **all_sentences()}, error.code, error.values)  # fmt: skip


def note_text(note: Note) -> str:
    """The sentence of a remark on a scoring run."""
    return _sentence(_note_sentences(), note.code, note.values)


def crs_problem_text(problem: CrsProblem) -> str:
    """The sentence of a layer whose CRS cannot be believed."""
    return _sentence(_crs_sentences(), problem.code, problem.values)


def crs_text(choice: CrsChoice) -> str:
    """Which CRS distances and areas are measured in, and why."""
    sentences = {
        "explicit": tr("Analysis CRS: {crs} ({name}), as given."),
        "first_input": tr("Analysis CRS: {crs} ({name}), that of the first layer: metric and true to scale."),
        "korean_belt": tr(
            "Analysis CRS: {crs} ({name}), the Korean belt of the data; the first layer is in {declared}."
        ),
        "utm_zone": tr("Analysis CRS: {crs} ({name}), the UTM zone of the data; the first layer is in {declared}."),
    }
    return _sentence(sentences, choice.reason_code, choice.values)


def reject_text(code: str) -> str:
    """Why a row was left out."""
    sentences = {
        "geometry_null": tr("no geometry"),
        "geometry_empty": tr("empty geometry"),
        "geometry_not_finite": tr("coordinates that are no numbers"),
        "geometry_invalid": tr("invalid geometry that could not be repaired"),
        "geometry_wrong_type": tr("geometry of another type"),
        "geometry_outside_crs": tr("coordinates outside what the CRS can hold"),
        "geometry_not_transformable": tr("coordinates that cannot be transformed"),
    }
    return sentences.get(code, code)


def policy_text(code: str) -> str:
    """What was mended or noticed while reading, as a phrase with a count; empty for what is said elsewhere."""
    sentences = {
        "repaired": tr("{count:,} invalid polygons repaired"),
        "multipart": tr("{count:,} multipoints taken at their center"),
        "curved": tr("{count:,} curved shapes turned into segments"),
        "value_unreadable": tr("{count:,} values that do not fit the type of their field set to NULL"),
        "date_out_of_range": tr("{count:,} dates outside the years 1678 to 2261 set to NULL"),
    }
    return sentences.get(code, "")


def kind_word(kind: str) -> str:
    """A kind of layer or field in the user's language."""
    words = {
        "point": tr("points"),
        "line": tr("lines"),
        "polygon": tr("polygons"),
        "none": tr("no geometry"),
        "table": tr("a table"),
        "raster": tr("a raster"),
        "int": tr("whole numbers"),
        "real": tr("numbers"),
        "text": tr("text"),
        "bool": tr("yes or no"),
        "date": tr("dates"),
        "datetime": tr("dates with times"),
    }
    return words.get(kind, kind)


def _sentence(sentences: dict[str, str], code: str, values: dict[str, object]) -> str:
    shown = {name: _shown(name, value) for name, value in values.items()}
    suggestions = values.get("close") or values.get("suggestions") or values.get("suggestion")
    hint = tr(" Did you mean {name}?").format(name=_shown("", suggestions)) if suggestions else ""
    if code not in sentences:
        return f"{code}: {shown}"  # a test keeps this from happening
    return sentences[code].format(**shown) + hint


def _shown(name: str, value: object) -> object:
    if name in ("kind", "found", "wanted") and isinstance(value, str):
        return kind_word(value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {item}" for key, item in list(value.items())[:LISTED])
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value[:LISTED])) + (" ..." if len(value) > LISTED else "")
    return value


def _layer_sentences() -> dict[str, str]:
    return {
        "field_missing": tr("The layer '{layer}' has no field '{field}'. It has: {available}."),
        "field_wrong_kind": tr("The field '{field}' of the layer '{layer}' holds {kind}; another type is needed."),
        "geometry_kind_wrong": tr("The layer '{layer}' has geometry of type {found}; needed: {wanted}."),
        "layer_invalid": tr("The layer '{layer}' ({parameter}) cannot be read."),
        "filter_invalid": tr("The filter of the layer '{layer}' is wrong: {reason}"),
        "source_missing": tr("{parameter}: '{value}' is no layer that can be opened."),
        "layer_not_vector": tr("{parameter}: '{layer}' is no vector layer."),
        "integer_too_large": tr("The field '{field}' holds whole numbers that are too large. Store it as text."),
        "no_usable_rows": tr("None of the {rows:,} rows of the layer '{layer}' can be used: {reasons}."),
        "text_not_number": tr("The field '{field}' holds '{value}' (row {fid}), which is no number."),
        "read_failed": tr("The layer '{layer}' could not be read. Is its file still there?"),
        "rule_failed": tr("Exclusion rule {rule} fails in row {row} of '{layer}': {reason}"),
        "rule_not_logical": tr(
            "Exclusion rule {rule} gives '{value}' in row {row} of '{layer}'; a rule must be true or false, such as \"share\" < 0.5."
        ),
        "overlay_failed": tr(
            "Two shapes (rows {first} and {second}) cannot be laid over each other: {reason}. Repair the layer with 'Fix geometries'."
        ),
        "raster_not_a_file": tr("The raster '{layer}' is no file ({provider}). Save it as GeoTIFF first."),
        "raster_unreadable": tr("The raster '{layer}' cannot be read: {reason}"),
        "raster_rotated": tr("The raster '{layer}' is rotated. Warp it to north-up first."),
        "raster_complex": tr("The raster '{layer}', band {band}, holds complex numbers, which cannot be used."),
        "raster_band_missing": tr("The raster '{layer}' has no band '{band}'. It has: {available}."),
        "band_missing": tr("The raster '{layer}' has no band {band}; it has {count}."),
        "layer_not_raster": tr("{parameter}: '{layer}' is no raster layer."),
        "grid_not_north_up": tr("The grid is not north-up. Warp the raster first."),
        "zones_not_drawn": tr("The zones could not be laid over the raster: {reason}"),
        "operation_unsupported": tr(
            "The transformation chosen in QGIS from {source} to {target} cannot be used for rasters. Choose another one in the settings."
        ),
        **_crs_sentences(),
    }


def _crs_sentences() -> dict[str, str]:
    return {
        "crs_missing": tr("The layer '{layer}' has no CRS. Set it in the layer's properties, then run again."),
        "coordinates_swapped": tr(
            "The coordinates of the layer '{layer}' ({crs}; {extent}) seem to be swapped: latitude stands where longitude "
            "should. Swap the two columns, or import the file anew."
        ),
        "coordinates_in_degrees": tr(
            "The layer '{layer}' says {crs}, but its coordinates ({extent}) are degrees. Set its CRS to EPSG:4326."
        ),
        "coordinates_outside_crs": tr(
            "The coordinates of the layer '{layer}' ({extent}) are not where its CRS {crs} can be used. Set the right CRS."
        ),
        "analysis_crs_not_metric": tr(
            "The analysis CRS {crs} ({name}) is not in metres. Choose a projected CRS in metres."
        ),
        "analysis_crs_distorted": tr(
            "The analysis CRS {crs} ({name}) shows lengths wrong by {percent:.1f} % where the data lie. Choose another one, or leave it empty."
        ),
        "crs_unknown": tr("No layer says where it lies. Set the CRS of the layers, then run again."),
        "bounds_not_transformable": tr(
            "The extent {bounds} cannot be transformed: {reason}. Check the CRS of the layers."
        ),
    }


def _grid_sentences() -> dict[str, str]:
    return {
        "grid_size_invalid": tr("Cells of {size} m cannot be made. Give a size above 0."),
        "grid_bounds_invalid": tr("The extent {bounds} is empty or no number. Check the district layer."),
        "grid_too_many_cells": tr("{cells:,} cells would be made; at most {limit:,} are. Choose larger cells."),
        "no_cells": tr("No cell lies in the district. Choose smaller cells, or another setting for cells at the edge."),
        "grid_code_outside": tr("The place {x:.0f}, {y:.0f} (EPSG:5179) is outside the Korean national grid."),
        "grid_code_invalid": tr("'{text}' is no code of the Korean national grid."),
        "grid_code_not_of_size": tr("The code '{text}' is not one of a {size} m cell."),
        "grid_code_size_unknown": tr("The Korean national grid has no cells of {size} m; it has: {known}."),
        "wkb_broken": tr("The geometry of zone {zone} is damaged."),
        "wkb_type_not_polygon": tr("The geometry of zone {zone} is no polygon (type {type})."),
    }


def _recipe_sentences() -> dict[str, str]:
    return {
        "recipe_empty": tr("The recipe table has no rows."),
        "recipe_column_missing": tr("The recipe table has no column '{column}'. It has: {columns}."),
        "recipe_layer_missing": tr("Recipe row {row}: the layer is missing."),
        "recipe_layer_unknown": tr("Recipe row {row}: there is no layer '{layer}'. There are: {known}."),
        "recipe_layer_ambiguous": tr(
            "Recipe row {row}: several layers are called '{layer}'. Give the number of the layer: {known}."
        ),
        "recipe_measure_unknown": tr("Recipe row {row}: '{measure}' is no measure. Measures: {known}."),
        "recipe_measure_not_for_kind": tr(
            "Recipe row {row}: '{measure}' cannot be taken of the layer '{layer}' ({kind}). Possible: {known}."
        ),
        "recipe_radius_invalid": tr("Recipe row {row}: the radius '{radius}' is no number of metres."),
        "recipe_radius_needed": tr("Recipe row {row}: '{measure}' of the layer '{layer}' needs a radius."),
        "recipe_radius_unused": tr(
            "Recipe row {row}: '{measure}' of the layer '{layer}' takes no radius; leave it blank."
        ),
        "recipe_name_invalid": tr(
            "Recipe row {row}: the name '{name}' is not possible; use letters a-z, digits and _, a letter first."
        ),
        "recipe_name_taken": tr(
            "Recipe row {row}: the zones already have a field '{name}' (the first ten letters count)."
        ),
        "recipe_name_duplicate": tr(
            "Recipe row {row}: the name '{name}' is too like '{other}' of row {other_row} (the first ten letters count)."
        ),
        "recipe_field_needed": tr("Recipe row {row}: '{measure}' of the layer '{layer}' needs a field."),
        "recipe_field_unused": tr(
            "Recipe row {row}: '{measure}' of the layer '{layer}' takes no field; leave '{field}' out."
        ),
        "recipe_zone_field_unused": tr(
            "Recipe row {row}: '{measure}' of the layer '{layer}' goes by position; leave zone_field ('{field}') blank."
        ),
        "recipe_streets_needed": tr(
            "Recipe row {row}: '{measure}' goes along streets: give the street lines (STREETS)."
        ),
        "recipe_nothing": tr(
            "None of the layers can be measured: a table needs the zone code field (ZONE_ID_FIELD) and a field called like it, or a recipe."
        ),
        "recipe_classes_invalid": tr("Recipe row {row}: '{field}' are no classes; give numbers such as 41 42."),
        "recipe_zone_code_needed": tr(
            "The layer '{layer}' is joined by code: choose the field with the zone code (ZONE_ID_FIELD), and name the layer's own code field in the recipe's column zone_field."
        ),
        "feature_field_unknown": tr("The layer '{layer}' has no field '{field}'. It has: {known}."),
        "feature_field_not_numeric": tr(
            "The field '{field}' of the layer '{layer}' holds text; '{measure}' needs numbers."
        ),
        "zone_without_area": tr("The density of the table '{layer}' needs zones with an area: polygons, not points."),
    }


def _criteria_sentences() -> dict[str, str]:
    return {
        "criteria_empty": tr("The criteria table has no rows."),
        "criteria_missing_column": tr("The criteria table has no column '{column}'. It has: {found}."),
        "criteria_unknown_column": tr("The criteria table has a column '{column}' that is not known."),
        "criteria_repeated_column": tr("The criteria table has the column '{column}' twice."),
        "criteria_field_blank": tr("Criteria row {row}: the field is missing."),
        "criteria_unknown_field": tr("Criteria row {row}: the places have no field '{field}'. They have: {available}."),
        "criteria_duplicate_field": tr("Criteria row {row}: the field '{field}' stands in row {first_row} already."),
        "criteria_not_a_number": tr("Criteria row {row}, column {column}: '{text}' is no number."),
        "criteria_negative_weight": tr(
            "Criteria row {row}: the weight {weight} of '{field}' is negative. Use the direction 'cost' for what is bad."
        ),
        "criteria_weights_zero": tr("The weights of all {criteria} criteria are 0. Give at least one a weight."),
        "criteria_unknown_word": tr("Criteria row {row}, column {column}: '{text}' is not known. Possible: {known}."),
        "criteria_range": tr(
            "Criteria row {row}: for '{field}' low ({low}) must be below high ({high}). Use the direction to turn it round."
        ),
        "criteria_width": tr("Criteria row {row}: the width {width} of '{field}' must be above 0."),
        "criteria_bounds_missing": tr(
            "Criteria row {row}: '{field}' needs low (best value) and high (width) for gaussian."
        ),
        "criteria_points_missing": tr("Criteria row {row}: '{field}' needs the column points for {transform}."),
        "criteria_points": tr(
            "Criteria row {row}: the points of '{field}' are wrong at '{text}'. Form: 0:0; 300:1 for piecewise, park=1; school=0.5 for categories; values from 0 to 1."
        ),
    }


def _pairwise_sentences() -> dict[str, str]:
    return {
        "pairwise_empty": tr("There are no pairwise comparisons."),
        "pairwise_too_large": tr(
            "Pairwise comparisons are possible for at most {most} criteria; there are {criteria}."
        ),
        "pairwise_rows": tr("Expert {expert}: {rows} rows for {criteria} criteria. Rows are separated by semicolons."),
        "pairwise_row_length": tr("Expert {expert}, row {row}: {entries} values for {criteria} criteria."),
        "pairwise_entry": tr("Expert {expert}, row {row}, column {column}: '{text}' is no number or fraction."),
        "pairwise_not_positive": tr("Expert {expert}, row {row}, column {column}: '{text}' must be above 0."),
        "pairwise_diagonal": tr("Expert {expert}, row {row}: a criterion against itself is 1, not {value}."),
        "pairwise_not_reciprocal": tr(
            "Expert {expert}: row {row}, column {column} is {value:g}, but the opposite is {opposite:g} and not its reciprocal."
        ),
    }


def _score_sentences() -> dict[str, str]:
    return {
        "unknown_method": tr("'{method}' is no method. Possible: {known}."),
        "not_positive": tr("{name} must be above 0; given: {value}."),
        "cuts_invalid": tr("The grade limits {cuts} must rise and lie between 0 and 1."),
        "weights_size": tr("{weights} weights for {criteria} criteria."),
        "no_places": tr("There are no places to score."),
        "criterion_field_missing": tr("There is no field '{field}'. There are: {available}."),
        "criterion_not_numeric": tr(
            "The field '{field}' holds no numbers (for example '{example}'). Use the transform 'categories' for words."
        ),
        "criterion_range_empty": tr(
            "The field '{field}': the value for 0 ({low}) and the value for 1 ({high}) leave no range."
        ),
        "criterion_negative": tr(
            "The field '{field}' has negative values ({value}); the transform 'vector' needs values from 0."
        ),
        "criterion_bounds_missing": tr("The field '{field}' needs low (best value) and high (width) for gaussian."),
        "all_places_excluded": tr("All {places:,} places are excluded by the rules ({rules})."),
        "no_place_scorable": tr(
            "None of the {places:,} places has a value for every criterion ({excluded:,} are excluded). Without a value: {missing}."
        ),
    }


def _note_sentences() -> dict[str, str]:
    return {
        "criterion_constant": tr("'{field}' has the same value ({value}) everywhere: it cannot tell the places apart."),
        "bounds_unused": tr("low and high of '{field}' have no meaning for its transform and were not used."),
        "points_unused": tr("The points of '{field}' have no meaning for its transform and were not used."),
        "values_not_numeric": tr(
            "'{field}': {count:,} values are no numbers (for example '{example}') and count as missing."
        ),
        "category_unknown": tr(
            "'{field}': {count:,} places have a category without a value ({categories}) and get no score."
        ),
        "criterion_weight_zero": tr("'{field}' has the weight 0 and changes nothing."),
        "one_place_scored": tr("Only one place could be scored; ranks say nothing."),
        "top_covers_all": tr("Only {scored:,} places were scored: all of them are among the best {top:,}."),
    }
