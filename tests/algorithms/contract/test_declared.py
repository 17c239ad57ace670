"""What every algorithm declares: names, help in both languages, defaults, few visible parameters.

All tests run over the algorithms that have a recipe, and the first test fails for one that has none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from recipes import RECIPES, Layer
from runs import create

HELP = Path(__file__).parents[3] / "seo_district_plugin" / "resources" / "help"
MODELS = Path(__file__).parents[3] / "seo_district_plugin" / "resources" / "models"
LANGUAGES = ("en", "ko")
MOST_VISIBLE = 8
HANGUL = re.compile("[가-힣]")
HANDLED = ("source", "vector", "multilayer", "field", "sink", "fileDestination", "folderDestination", "crs", "enum",
           "number", "distance", "string", "expression", "boolean", "raster", "rasterDestination", "file",
           "point")  # fmt: skip
SETTINGS = ("enum", "number", "distance", "boolean")

algorithms = pytest.mark.parametrize("name", sorted(RECIPES))
languages = pytest.mark.parametrize("language", LANGUAGES)


def made(provider, name: str):
    assert provider.algorithm(name) is not None, f"{name} is not in the provider"
    return create(name)


def is_model(name: str) -> bool:
    return (MODELS / f"{name}.model3").is_file()


def own_page(name: str, language: str):
    """The page of the algorithm alone, nothing filled in from the shared page or from English."""
    from seo_district_plugin.algorithms.help import parse

    return parse((HELP / f"{name}.{language}.md").read_text(encoding="utf-8"), language)


def declared(algorithm) -> dict[str, object]:
    """Parameters, and outputs that are no parameter, by the name the help page has for them."""
    named = {output.name().upper(): output for output in algorithm.outputDefinitions()}
    named.update({definition.name().upper(): definition for definition in algorithm.parameterDefinitions()})
    return named


def sections_of_fields(name: str, language: str) -> set[str]:
    text = (HELP / f"{name}.{language}.md").read_text(encoding="utf-8")
    return set(re.findall(r"^## ([A-Z0-9_]+) fields", text, re.MULTILINE))


def test_every_algorithm_has_a_recipe(provider):
    existing = {algorithm.name() for algorithm in provider.algorithms()}
    assert existing == set(RECIPES), "recipes.py has to say how a new algorithm is run"


def test_every_help_page_belongs_to_an_algorithm():
    pages = {path.name.split(".")[0] for path in HELP.glob("*.md")}
    assert pages == {*RECIPES, "common"}


@algorithms
def test_names_are_ascii_and_lower_case(provider, name):
    algorithm = made(provider, name)
    assert re.fullmatch("[a-z][a-z0-9]*", algorithm.name())
    assert algorithm.id() == f"seodistrict:{name}"
    assert re.fullmatch("[a-z]+", algorithm.groupId())
    pattern = "[a-z][a-z0-9_]*" if is_model(name) else "[A-Z][A-Z0-9_]*"
    names = [definition.name() for definition in algorithm.parameterDefinitions()]
    names += [output.name() for output in algorithm.outputDefinitions()]
    assert [item for item in names if not re.fullmatch(pattern, item)] == []


@algorithms
def test_few_parameters_are_visible(provider, name):
    from qgis.core import Qgis

    visible = [
        definition.name()
        for definition in made(provider, name).parameterDefinitions()
        if not definition.flags() & Qgis.ProcessingParameterFlag.Advanced
    ]
    assert len(visible) <= MOST_VISIBLE, visible


@algorithms
def test_what_is_needed_is_visible(provider, name):
    """Nobody finds a must under 'advanced'."""
    from qgis.core import Qgis

    flags = Qgis.ProcessingParameterFlag
    hidden = [
        definition.name()
        for definition in made(provider, name).parameterDefinitions()
        if definition.flags() & flags.Advanced
        and not definition.flags() & flags.Optional
        and definition.defaultValue() is None
    ]
    assert hidden == []


@algorithms
def test_defaults_are_acceptable(provider, name):
    from qgis.core import Qgis, QgsProcessingContext

    context = QgsProcessingContext()
    algorithm = made(provider, name)
    needed = {key for key, value in RECIPES[name].least.items() if value is not None}
    for definition in algorithm.parameterDefinitions():
        assert definition.type() in HANDLED, definition.name()
        optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
        default = definition.defaultValue()
        if definition.type() in SETTINGS and not optional:
            assert default is not None, f"{definition.name()} has no default"
        if default is not None and not definition.isDestination():
            assert definition.checkValueIsAcceptable(default, context), definition.name()
        if default is None and not optional and not definition.isDestination():
            assert definition.name() in needed, f"{definition.name()} must be given, the least settings lack it"


@algorithms
def test_the_least_settings_are_two_or_three_layers(provider, name):
    """Five for the ready-made chain, which says so in its title."""
    least = RECIPES[name].least.values()
    layers = sum(len([part for part in value if isinstance(part, Layer)]) if isinstance(value, list)
                 else isinstance(value, Layer) for value in least)  # fmt: skip
    assert (1 if RECIPES[name].source else 0) <= layers <= (6 if is_model(name) else 3)


@algorithms
@languages
def test_page_has_all_that_exists_and_nothing_else(provider, name, language):
    from seo_district_plugin.algorithms.help import help_page

    page, own, algorithm = help_page(name, language), own_page(name, language), made(provider, name)
    exist = declared(algorithm)
    assert sorted(set(exist) - set(page.entries)) == [], "without an entry"
    assert sorted(set(own.entries) - set(exist)) == [], "entries of what does not exist"
    sinks = {key for key, value in exist.items() if getattr(value, "type", lambda: "")() == "sink"}
    assert sorted(sections_of_fields(name, language) - sinks) == [], "fields of outputs that do not exist"
    for key, definition in exist.items():
        entry = page.entry(key)
        options = definition.options() if getattr(definition, "type", lambda: "")() == "enum" else []
        assert sorted(entry.choices) == sorted(options), f"{key}: choices of the page and of the parameter"
        assert entry.label != key
        assert page.summary and page.text and page.title and len(page.tags) >= 3


@algorithms
def test_both_languages_say_the_same_things(name):
    english, korean = own_page(name, "en"), own_page(name, "ko")
    assert list(english.entries) == list(korean.entries), "the same entries in the same order"
    assert english.fields.keys() == korean.fields.keys()
    for key, entry in english.entries.items():
        assert bool(entry.text) == bool(korean.entries[key].text), f"{key}: text in one language only"
        assert bool(entry.without) == bool(korean.entries[key].without), f"{key}: 'Without it' in one language only"


@algorithms
def test_pages_are_in_their_language(name):
    english, korean = own_page(name, "en"), own_page(name, "ko")
    for part in (korean.title, korean.summary, korean.text, *(e.label for e in korean.entries.values())):
        assert HANGUL.search(part), part
    labels = [entry.label for entry in english.entries.values()]
    for part in (english.title, english.summary, *labels, *english.fields.values()):
        assert not HANGUL.search(part), part
    untranslated = [key for key, label in korean.fields.items() if not HANGUL.search(label)]
    assert untranslated == []


@algorithms
def test_optional_layers_say_what_happens_without_them(provider, name):
    from qgis.core import Qgis

    from seo_district_plugin.algorithms.help import help_page

    for definition in made(provider, name).parameterDefinitions():
        if definition.type() in ("source", "multilayer", "raster") and (
            definition.flags() & Qgis.ProcessingParameterFlag.Optional
        ):
            for language in LANGUAGES:
                assert help_page(name, language).entry(definition.name()).without, (definition.name(), language)


@algorithms
def test_labels_and_help_reach_qgis(provider, name):
    check_texts_of(made(provider, name), name, "en")


@algorithms
def test_labels_and_help_reach_qgis_in_korean(provider, name, in_korean):
    check_texts_of(made(provider, name), name, "ko")


def check_texts_of(algorithm, name: str, language: str) -> None:
    from seo_district_plugin.algorithms.help import help_page

    page = help_page(name, language)
    assert algorithm.displayName() == page.title
    assert algorithm.shortDescription() == page.summary
    assert page.text in algorithm.shortHelpString()
    assert algorithm.tags() == page.tags
    assert algorithm.svgIconPath() and Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().isNull()
    for definition in algorithm.parameterDefinitions():
        entry = page.entry(definition.name().upper())
        assert definition.description() == entry.label, definition.name()
        assert entry.text in definition.help(), definition.name()
        if not is_model(name):
            assert f"[{definition.name()}]" in algorithm.shortHelpString()
    for output in algorithm.outputDefinitions():
        assert output.description() == page.entry(output.name().upper()).label, output.name()


@algorithms
def test_choices_are_words_and_show_translated_labels(provider, name):
    from seo_district_plugin.algorithms.help import help_page

    for definition in made(provider, name).parameterDefinitions():
        if definition.type() != "enum":
            continue
        assert definition.usesStaticStrings()
        assert all(re.fullmatch("[a-z][a-z0-9_]*", word) for word in definition.options()), definition.name()
        assert definition.defaultValue() in definition.options()
        labels = definition.metadata()["widget_wrapper"]["labels"]
        assert labels == help_page(name, "en").entry(definition.name()).choices
        for word in definition.options():
            assert f"{word} = " in definition.help(), "the command line shows ids only; the help says what they mean"


@algorithms
def test_every_run_offers_report_record_and_seed(provider, name):
    """Also: a sink for rows left out wherever layers are read, a CRS of the analysis, a SEED where chance is used."""
    algorithm = made(provider, name)
    names = {definition.name().upper() for definition in algorithm.parameterDefinitions()}
    assert "REPORT" in names
    if not is_model(name):
        assert "RUN_RECORD" in names
        assert {"REJECTED", "ANALYSIS_CRS"} <= names or not RECIPES[name].source
        assert "SEED" in names or "DRAWS" not in names
        assert any(output.type() == "outputNumber" for output in algorithm.outputDefinitions())
