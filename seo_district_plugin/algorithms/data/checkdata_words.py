"""What the data check says: names of checks, sentences of findings, what to do. No sentence holds a value of a cell."""

from __future__ import annotations

from ...texts import tr


def severity_words() -> dict[str, str]:
    """Severity -> word."""
    return {"error": tr("Error"), "warning": tr("Warning"), "note": tr("Note")}


def check_names() -> dict[str, str]:
    """Check -> its name."""
    return {
        "key_missing": tr("Key missing"),
        "key_duplicate": tr("Key occurs more than once"),
        "row_duplicate": tr("Row occurs more than once"),
        "row_repeated": tr("Same content under another number"),
        "geometry_missing": tr("No geometry"),
        "geometry_invalid": tr("Invalid geometry"),
        "geometry_duplicate": tr("Same geometry more than once"),
        "place_shared": tr("Several rows in one place"),
        "place_near": tr("Places almost the same"),
        "crs_suspicious": tr("Doubtful CRS"),
        "place_zero": tr("Coordinates 0, 0"),
        "place_swapped": tr("X and Y swapped"),
        "place_outside": tr("Outside the district"),
        "field_empty": tr("Field without values"),
        "field_missing": tr("Missing values"),
        "value_masked": tr("Masked values"),
        "encoding_damage": tr("Damaged letters"),
        "name_damaged": tr("Damaged field name"),
        "excel_damage": tr("Changed by a table program"),
        "leading_zero": tr("Leading zero lost"),
        "numbers_as_text": tr("Numbers stored as text"),
        "blanks_around": tr("Blanks around texts"),
        "control_characters": tr("Line ends or invisible characters"),
        "outlier": tr("Outlier"),
        "unit_suspicion": tr("Values in another unit"),
        "date_impossible": tr("Impossible date"),
        "date_unreadable": tr("Date that cannot be read"),
        "date_future": tr("Date in the future"),
        "date_stale": tr("Out of date"),
        "date_mixed": tr("Dates in several forms"),
        "personal_field": tr("Looks like personal data"),
        "standard_column": tr("Column missing (standard)"),
        "standard_required": tr("Required value missing (standard)"),
        "standard_code": tr("Code not in the list (standard)"),
        "standard_type": tr("Wrong type (standard)"),
        "standard_range": tr("Outside the range (standard)"),
        "standard_coordinates": tr("Wrong coordinates (standard)"),
        "standard_unique": tr("Not unique (standard)"),
        "standard_year": tr("Impossible year (standard)"),
    }


def reading_words() -> dict[str, str]:
    """What the values of a field are read as -> word."""
    return {"number": tr("numbers"), "date": tr("dates"), "code": tr("codes")}


def sentences() -> dict[str, str]:
    """Check, with its kind after a colon where it has several -> sentence of one finding."""
    return {
        **_row_sentences(),
        **_place_sentences(),
        **_field_sentences(),
        **_value_sentences(),
        **_standard_sentences(),
    }


def _row_sentences() -> dict[str, str]:
    return {
        "key_missing": tr("The key ({field}) is missing."),
        "key_duplicate": tr("The key ({field}) is that of row {first}."),
        "row_duplicate": tr("All values are those of row {first}."),
        "row_repeated": tr("All values but {fields} are those of row {first}."),
        "geometry_missing:null": tr("The row has no geometry."),
        "geometry_missing:empty": tr("The geometry is empty."),
        "geometry_invalid:not_finite": tr("The coordinates are no numbers."),
        "geometry_invalid:wrong_type": tr("The geometry is of another type than the layer."),
        "geometry_invalid:invalid": tr("Invalid geometry: {reason}"),
        "geometry_duplicate": tr("The geometry is that of row {first}."),
    }


def _place_sentences() -> dict[str, str]:
    return {
        "place_shared": tr("{count:,} rows lie in this very place."),
        "place_near": tr("The place is within {tolerance:g} m of that of row {first}."),
        "crs_suspicious": "{problem}",
        "place_zero": tr("The coordinates are 0, 0."),
        "place_swapped": tr("The row lies in the district only if X and Y are swapped."),
        "place_outside": tr("{distance:,.0f} m outside the district."),
        "place_outside:unknown": tr("Outside the district; the coordinates cannot be transformed."),
    }


def _field_sentences() -> dict[str, str]:
    return {
        "field_empty": tr("The field has no value in any of the {count:,} rows."),
        "field_missing": tr("{count:,} rows ({percent:.1f} %) have no value, {blank:,} of them only blanks."),
        "value_masked": tr("{count:,} rows ({percent:.1f} %) are masked (* or N/A): hidden or unknown, not 0."),
        "name_damaged": tr("The letters of the field name are damaged: the file was read in the wrong encoding."),
        "leading_zero": tr("{count:,} codes have {short} digits, the others {long}: a leading zero was lost."),
        "numbers_as_text": tr("The field holds numbers, but is stored as text ({bad:,} values are no numbers)."),
        "numbers_as_text:unit": tr("{count:,} values are numbers with their unit in the same cell."),
        "numbers_as_text:all": tr(
            "All fields are text, {fields} of them hold numbers: the file was opened without types."
        ),
        "blanks_around": tr("{count:,} texts begin or end with a blank."),
        "control_characters": tr("{count:,} texts hold line ends, tabs or invisible characters."),
        "unit_suspicion": tr("{count:,} values are about {factor:g} times the others: another unit?"),
        "date_mixed": tr("Dates are written in several forms: {forms}."),
        **{f"personal_field:{kind}": text for kind, text in _personal_sentences().items()},
    }


def _personal_sentences() -> dict[str, str]:
    by_form = tr("Looks like {what} ({percent:.1f} % of the values looked at).")
    by_name = tr("Looks like {what}.")
    words = personal_words()
    formed = ("resident_number", "mobile_phone", "phone", "email", "account_number", "vehicle_plate", "birth_date")
    return {
        kind: (by_form if kind in formed else by_name).replace("{what}", word) for kind, word in words.items() if kind
    }


def personal_words() -> dict[str, str]:
    """Kind of personal data -> word, as in 'looks like ...'."""
    return {
        "resident_number": tr("resident registration numbers"),
        "mobile_phone": tr("mobile phone numbers"),
        "phone": tr("telephone numbers"),
        "email": tr("e-mail addresses"),
        "person_name": tr("names of persons"),
        "account_number": tr("account numbers"),
        "vehicle_plate": tr("vehicle numbers"),
        "birth_date": tr("dates of birth"),
        "home_address": tr("home addresses"),
        "address": tr("addresses"),
        "flagged": tr("a column that may hold data of persons by the standard"),
        "": "",
    }


def _value_sentences() -> dict[str, str]:
    return {
        "encoding_damage:lost": tr("Letters are lost (�): the file was read in the wrong encoding."),
        "encoding_damage:utf8": tr("UTF-8 text was read as Latin letters."),
        "encoding_damage:latin": tr("CP949 text was read as Latin letters."),
        "encoding_damage:korean": tr("UTF-8 text was read as CP949."),
        "encoding_damage:question": tr("Letters were replaced by question marks; they are lost."),
        "excel_damage:number": tr("A code was turned into a rounded number (such as 1.0E+10); its digits are lost."),
        "excel_damage:date": tr("A number such as 10-2 was turned into a date."),
        "excel_damage:formula": tr("The cell holds a formula error."),
        "outlier:linear": tr("Far from the others: usual values lie between {low:,.4g} and {high:,.4g}."),
        "outlier:log": tr("Far from the others (log scale): usual values lie between {low:,.4g} and {high:,.4g}."),
        "date_impossible": tr("The date does not exist."),
        "date_impossible:zero": tr("A date of zeros."),
        "date_impossible:old": tr("The date is before {year}."),
        "date_unreadable": tr("The text is no date."),
        "date_unreadable:ambiguous": tr("Day and month cannot be told apart."),
        "date_future": tr("The date is after {today}."),
        "date_stale": tr("{age:,} days old, more than {days:,}."),
    }


def _standard_sentences() -> dict[str, str]:
    return {
        "standard_column": tr("The standard requires the column '{column}'."),
        "standard_required": tr("The standard requires a value of {field}."),
        "standard_required:any": tr("The standard requires a value in one of {field}."),
        "standard_code": tr("The value is none of those allowed ({allowed})."),
        "standard_type": tr("The value is not of the required type ({kind})."),
        "standard_range": tr("The value is not between {low:g} and {high:g}."),
        "standard_coordinates": tr("The coordinates ({field}) lie outside the range of the standard."),
        "standard_coordinates:zero": tr("The coordinates ({field}) are 0, 0."),
        "standard_coordinates:swapped": tr("The coordinates ({field}) are swapped."),
        "standard_coordinates:half": tr("Only one of the two coordinates ({field}) is there."),
        "standard_unique": tr("The values of {field} are those of row {first}, but must be unique."),
        "standard_year": tr("The year is not between {low:.0f} and {high:.0f}."),
    }


def remedies() -> dict[str, str]:
    """Check -> what to do."""
    wrong_place = tr("Correct the coordinates from the address, or leave the rows out.")
    reopen = tr("Open the original file again with the right encoding (CP949 or UTF-8), or import it anew.")
    original = tr("Go back to the original file and import it with codes as text; a table program must not save it.")
    standard = tr("Fill in or correct the values at the source, as the standard of the data set asks.")
    doubles = tr("Compare the rows and keep one, or merge them (mergeregisters).")
    dates = tr("Correct the dates at the source; write all as 2026-03-01.")
    return {
        "key_missing": tr("Fill in the key at the source; without it rows cannot be joined."),
        "key_duplicate": doubles,
        "row_duplicate": doubles,
        "row_repeated": doubles,
        "geometry_missing": tr("Find the place from the address (locateaddresses)."),
        "geometry_invalid": tr("Repair with 'Fix geometries' and look at the marked spot."),
        "geometry_duplicate": doubles,
        "place_shared": tr("Usual for shops of one building; look only where it should not be."),
        "place_near": tr("Look whether two entries mean the same thing."),
        "crs_suspicious": tr("Set the right CRS in the layer's properties, or import the file with its CRS."),
        "place_zero": wrong_place,
        "place_swapped": tr("Swap X and Y of these rows."),
        "place_outside": tr("Rows of other districts belong to a filter; correct the rest from the address."),
        "field_empty": tr("Leave the field out."),
        "field_missing": tr("Ask the provider whether blank means none or not known; do not take it for 0."),
        "value_masked": tr("Treat as unknown; where counts are hidden, allocatepopulation fills them within 1 to 4."),
        "encoding_damage": reopen,
        "name_damaged": reopen,
        "excel_damage": original,
        "leading_zero": original,
        "numbers_as_text": tr("Import the file with types (importpublicdata), or convert with 'Refactor fields'."),
        "blanks_around": tr("Trim the texts; joins by this field fail otherwise."),
        "control_characters": tr("Replace them by blanks; other programs take them for ends of rows."),
        "outlier": tr("Compare with the source; keep what is true."),
        "unit_suspicion": tr("Find out the unit and convert these rows."),
        "date_impossible": dates,
        "date_unreadable": dates,
        "date_future": tr("Correct the dates, or tell what is planned from what is."),
        "date_stale": tr("Get a newer file, or state the date beside the result."),
        "date_mixed": dates,
        "personal_field": tr("Remove the field or protect it (protectprivacy) before you pass anything on."),
        **{code: standard for code in check_names() if code.startswith("standard_")},
    }
