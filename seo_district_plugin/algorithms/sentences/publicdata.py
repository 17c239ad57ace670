"""What to say of public data files that cannot be imported, of rows left out, and of what was noticed."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_files(), **_archives(), **_offices(), **_schemas(), **_places()}


def _files() -> dict[str, str]:
    return {
        "public_file_missing": tr("There is no file or folder {name}."),
        "public_file_unreadable": tr("{name} cannot be opened ({problem}). Close it in other programs and try again."),
        "public_file_empty": tr("{name} is empty. Download it again."),
        "public_file_twice": tr("{name} has the same content as {first} and was not read again."),
        "public_file_binary": tr(
            "{name} is no text, whatever its ending says. Download it again, or save it as CSV or XLSX."
        ),
        "public_file_damaged": tr("{name} is damaged ({problem}). Download it again."),
        "public_file_encoding": tr(
            "{name}: its encoding cannot be told, neither UTF-8 nor CP949 fit. Save it as CSV UTF-8."
        ),
        "public_file_json": tr("{name} is no JSON with records. Download it again, or as CSV."),
        "public_no_space": tr("{name}: there is no room for a temporary copy of {need:,} bytes."),
        "public_nothing_readable": tr(
            "{name} holds no file that can be imported. CSV, TXT, JSON, XLSX, ODS, ZIP and vector files can be. "
            "Skipped: {count}."
        ),
        "public_own_result": tr("{name} is a result of this algorithm and was not read."),
        "public_too_many_files": tr("{name} holds more than {limit:,} files. Choose a smaller folder."),
        "format_unsupported": tr("{name}: this kind of file cannot be imported. Save it as CSV or XLSX."),
    }


def _archives() -> dict[str, str]:
    return {
        "zip_bomb": tr(
            "{name} would unpack to {ratio:,} times its size (limit {limit:,}) and was refused. Unpack it yourself if "
            "you trust it, and choose the folder."
        ),
        "zip_unsafe_path": tr(
            "{name} holds a path that leads out of it ({member}) and was refused. Do not open it; ask where it comes "
            "from."
        ),
        "zip_encrypted": tr("{name} has a password ({member}). Unpack it with the password and choose the folder."),
        "zip_method": tr("{name}: {member} is packed in a way that cannot be read. Unpack it and choose the folder."),
        "zip_damaged": tr("{name} is no complete ZIP file. Download it again."),
        "zip_nested": tr("{name}: a ZIP in a ZIP in a ZIP is not opened. Unpack it and choose the folder."),
        "archive_unsupported": tr("{name}: unpack it and choose the folder, or pack it as ZIP."),
    }


def _offices() -> dict[str, str]:
    return {
        "office_xls": tr("{name} is an old Excel file. Open it in Excel and save it as 'Excel workbook (*.xlsx)'."),
        "office_xlsb": tr("{name} is a binary Excel file. Save it as 'Excel workbook (*.xlsx)'."),
        "office_hwp": tr("{name} is a Hangul document. Copy its table into Excel and save that as XLSX."),
        "office_html": tr("{name} is a web page, whatever its ending says. Open it in Excel and save it as XLSX."),
        "office_locked": tr("{name} has a password. Open it in Excel and save it without one."),
    }


def _schemas() -> dict[str, str]:
    return {
        "no_header": tr(
            "{file}: no row with column names was found in the first rows. Delete what stands above the table, or "
            "choose the kind of file under PROFILE."
        ),
        "too_many_columns": tr("{file} has {columns:,} columns; at most {limit:,} can be stored. Keep those you need."),
        "schema_unknown": tr("There is no kind of file '{schema}'. There are: {known}."),
        "schema_not_fitting": tr(
            "{file} is not of the kind '{schema}': it has no column {missing}. Its columns: {found}. Use PROFILE=auto."
        ),
        "schema_bad": tr("The schema {file} cannot be used: {problem}."),
        "districts_bad": tr("The table of districts {file} is damaged in row {row}. Install the plugin again."),
        "kind_unknown": tr("'{kind}' is no kind of column. Possible: {allowed}."),
        "accounting_broken": tr(
            "{file}: {read} rows were read, but {imported} imported, {rejected} left out and {filtered} filtered out. "
            "Nothing was written; please report this."
        ),
    }


def _places() -> dict[str, str]:
    return {
        "public_crs_needed": tr("{file}: nothing tells the CRS of its coordinates. Choose it under CRS."),
        "public_crs_ambiguous": tr(
            "{file}: its coordinates fit {choices} alike, which lie some hundred meters apart. Choose one under CRS; "
            "compare with buildings whose place you know."
        ),
        "public_crs_unknown": tr(
            "{file}: in no CRS do its coordinates lie in the district ({tested:,} rows tried in {tried}). Check "
            "DISTRICT or DISTRICT_CODE, or choose the CRS."
        ),
    }


def reasons() -> dict[str, str]:
    """Why a row was left out, as a phrase."""
    return {
        "row_undecodable": tr("damaged characters"),
        "row_nul": tr("binary zeros in the row"),
        "row_long_line": tr("line far too long"),
        "row_long_field": tr("cell far too long"),
        "row_unclosed_quote": tr("quotation mark that is never closed"),
        "row_bad_quotes": tr("quotation marks in the wrong place"),
        "row_too_many_cells": tr("more cells than the header"),
        "row_json_damaged": tr("damaged JSON"),
        "row_not_object": tr("JSON that is no record"),
        "row_no_attributes": tr("shape without attributes"),
        "row_total": tr("total or subtotal, no record"),
        "row_note": tr("note, no record"),
        "row_repeated_header": tr("header repeated"),
        "grid_code": tr("no code of the national grid"),
        "shape_missing": tr("no shape, or one of another kind"),
        "file_not_placed": tr("nothing tells where the file lies"),
        "coordinates_blank": tr("no coordinates"),
        "coordinates_not_numbers": tr("coordinates that are no numbers"),
        "coordinates_zero": tr("coordinates are 0"),
        "coordinates_swapped": tr("x and y swapped"),
        "coordinates_millimetres": tr("coordinates in millimeters, unlike the rest of the file"),
        "coordinates_other_crs": tr("coordinates of another CRS than the rest of the file"),
        "coordinates_far": tr("far from the district"),
    }


def notes() -> dict[str, str]:
    """What was noticed about a file as a whole."""
    return {
        "note_bom_over_other": tr("{file}: marked as UTF-8, but its bytes are {encoding}; read as that."),
        "note_encoding_guessed": tr("{file}: read as {encoding}; check whether its texts look right."),
        "note_mixed_line_ends": tr("{file}: line ends of several systems, all understood."),
        "note_sheet_macro": tr("{file}: holds a macro, which was not run."),
        "note_sheet_formulas": tr("{file}: {count:,} formulas; the values saved with them were taken."),
        "note_sheet_hidden": tr("{file}: the sheet {sheet} is hidden; imported all the same."),
        "note_sheet_merged": tr("{file}: {count:,} merged ranges, filled with their value."),
        "note_shp_encoding": tr("{file}: declares {declared}, its texts are {found}; read as that."),
        "note_shp_no_index": tr("{file}: its .shx is missing and was made up."),
        "note_shp_no_prj": tr("{file}: has no .prj that can be read; the CRS was looked for by the coordinates."),
        "note_shp_no_table": tr("{file}: has no .dbf, so it has shapes only."),
    }


def row_notes() -> dict[str, str]:
    """What was met while the rows of a file were read."""
    return {
        "rows_padded": tr("{file}: {count:,} rows had fewer cells than the header; filled up with empty ones."),
        "rows_loose_quotes": tr("{file}: {count:,} rows with loose quotation marks were mended."),
        "rows_deleted": tr("{file}: {count:,} records marked as deleted were passed over."),
        "marks_inside": tr("{file}: {count:,} byte order marks inside the file were removed."),
        "json_stopped": tr("{file}: the JSON breaks off; what stands before was read."),
    }
