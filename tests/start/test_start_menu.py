"""The menu, the dialog and the folders that may be used."""

from __future__ import annotations

import time
from pathlib import Path

import pytest


class Desktop:
    """Stands for the interface of the desktop."""

    def __init__(self, agrees: bool = True) -> None:
        from qgis.gui import QgsMessageBar

        self.menu: list[tuple] = []
        self.bar = QgsMessageBar()
        self.agrees = agrees
        self.asked = 0

    def mainWindow(self):
        return None

    def messageBar(self):
        return self.bar

    def addPluginToMenu(self, name: str, action) -> None:
        self.menu.append((name, action.text()))

    def removePluginMenu(self, name: str, action) -> None:
        self.menu.remove((name, action.text()))

    def newProject(self, ask: bool) -> bool:
        self.asked += 1
        return self.agrees


@pytest.fixture
def plugin(qgis_app, monkeypatch):
    """Return a function that gives the plugin for an interface; the provider is another test's matter."""
    from seo_district_plugin.plugin import SeoDistrictPlugin

    monkeypatch.setattr(SeoDistrictPlugin, "initProcessing", lambda _self: None)
    return SeoDistrictPlugin


def test_menu_comes_and_goes_with_the_plugin(plugin):
    desktop = Desktop()
    loaded = plugin(desktop)
    for _ in range(2):
        loaded.initGui()
        assert desktop.menu == [("City district: sites and risks", "Start with the sample…")]
        loaded.unload()
        assert desktop.menu == [] and loaded.menu is None


def test_no_menu_without_a_desktop(plugin):
    loaded = plugin(None)
    loaded.initGui()
    assert loaded.menu is None
    loaded.unload()


def test_folders_that_may_be_used(qgis_app, tmp_path):
    from seo_district_plugin.start.folder import folder_problem, prepare_folder

    foreign = tmp_path / "foreign"
    foreign.mkdir()
    assert folder_problem(foreign) == "", "empty"
    (foreign / "budget.xlsx").write_bytes(b"mine")
    assert "something else" in folder_problem(foreign)
    assert "a file" in folder_problem(foreign / "budget.xlsx")
    assert "whole path" in folder_problem(Path("sample"))
    new = tmp_path / "a" / "b" / "예제"
    assert folder_problem(new) == ""
    prepare_folder(new)
    assert folder_problem(new) == "", "made by an earlier one"
    with pytest.raises(OSError):
        prepare_folder(foreign / "budget.xlsx" / "below")


def test_dialog_lets_begin_only_where_it_may(qgis_app, tmp_path):
    from qgis.PyQt.QtCore import QStandardPaths

    from seo_district_plugin.start.dialog import SampleDialog, default_folder
    from seo_district_plugin.start.folder import MAP_FILE, prepare_folder

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert default_folder() == Path(documents) / "seo_district_sample"
    dialog = SampleDialog()
    dialog.show()
    (tmp_path / "mine.txt").write_text("", encoding="utf-8")
    for text, fine in ((str(tmp_path), False), ("", False), (str(tmp_path / "new"), True), ("new", False)):
        dialog.choice.setFilePath(text)
        assert dialog.make.isEnabled() is fine, text
        assert dialog.note.isVisible() is not fine, "says why not"
    made = tmp_path / "made"
    prepare_folder(made)
    dialog.choice.setFilePath(str(made))
    assert not dialog.earlier.isVisible(), "not finished"
    (made / MAP_FILE).write_bytes(b"")
    dialog.choice.setFilePath(str(tmp_path / "new"))
    dialog.choice.setFilePath(str(made))
    assert dialog.make.isEnabled() and dialog.earlier.isVisible() and "anew" in dialog.note.text()
    opened: list[str] = []
    dialog.opened.connect(opened.append)
    dialog.earlier.click()
    assert opened == [str(made / MAP_FILE)]
    dialog.close()


@pytest.fixture
def shown(qgis_app, tmp_path):
    """Return a function that shows a layer of a folder in the current project."""
    from qgis.core import QgsProject, QgsVectorLayer

    QgsProject.instance().clear()

    def show(folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "points.csv").write_text("x,y\n1,2\n", encoding="utf-8")
        QgsProject.instance().addMapLayer(QgsVectorLayer(str(folder / "points.csv"), "points", "ogr"))

    yield show
    QgsProject.instance().clear()


@pytest.mark.parametrize(("where", "asked"), [("sample/results", 1), ("sample2", 0)])
def test_a_project_that_shows_the_folder_is_closed_first(shown, tmp_path, where, asked):
    from seo_district_plugin.start.menu import Menu

    shown(tmp_path / where)
    desktop = Desktop(agrees=False)
    menu = Menu(desktop)
    assert menu._left(tmp_path / "sample") is not bool(asked)
    assert desktop.asked == asked
    menu.remove()


def test_a_folder_that_cannot_be_written_is_told(qgis_app, tmp_path, monkeypatch):
    from seo_district_plugin.start import folder as folders
    from seo_district_plugin.start.menu import Menu

    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "prepare_folder", full)
    desktop = Desktop()
    menu = Menu(desktop)
    menu.ask()
    menu.dialog.choice.setFilePath(str(tmp_path / "new"))
    menu.dialog.make.click()
    (item,) = desktop.bar.items()
    assert "not made" in item.title() and "No space left on device" in item.text()
    assert menu.action.isEnabled() and menu.run is None
    menu.remove()


@pytest.mark.parametrize("end", ["cancel", "unload"])
def test_the_run_is_shown_and_can_be_given_up(provider, tmp_path, end):
    from qgis.PyQt.QtCore import QCoreApplication
    from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

    from seo_district_plugin.start.menu import Menu

    desktop = Desktop()
    menu = Menu(desktop)
    menu.ask()
    menu.dialog.choice.setFilePath(str(tmp_path / "new"))
    menu.dialog.make.click()
    (item,) = desktop.bar.items()
    assert not menu.action.isEnabled(), "one at a time"
    progress = item.findChild(QProgressBar)
    until = time.monotonic() + 30
    while progress.value() < 5 and time.monotonic() < until:
        QCoreApplication.processEvents()
    assert progress.value() >= 5
    if end == "unload":
        menu.remove()
    else:
        item.findChild(QPushButton, "seo_district_cancel").click()
        while menu.run is not None and time.monotonic() < until:
            QCoreApplication.processEvents()
        assert menu.action.isEnabled()
        assert [shown.text() for shown in desktop.bar.items()] == ["The sample was canceled."]
        menu.remove()
    assert menu.run is None
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["made_by_start.json", "results"]
