"""A realistic report in two languages, and a browser that tells every request and every complaint of a page."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import struct
import subprocess
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from seo_district_plugin.reports import figures
from seo_district_plugin.reports.report import Column, InputUse, KeyFigure, Plot, Report, Section, TableView
from tools.translate import PACKAGE, read

HERE = Path(__file__).parent
KOREAN = {text: known for text, known in read(PACKAGE / "i18n" / "seo_district_ko.ts").items() if known}


def korean(text: str) -> str:
    """The Korean text; a literal without translation is a KeyError, which fails the test."""
    return KOREAN[text]


def english(text: str) -> str:
    """English texts are their own keys."""
    return text


def png_of(rgb: np.ndarray) -> bytes:
    """A PNG of an (h, w, 3) uint8 picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    height, width, _ = rgb.shape
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rgb.reshape(height, -1)], axis=1)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(lines.tobytes(), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def map_picture() -> bytes:
    """Square cells in five shades over a round district: looks like a grid map without needing one."""
    rows, columns = np.mgrid[0:48, 0:72]
    inside = ((rows - 24) / 22) ** 2 + ((columns - 36) / 32) ** 2 < 1
    score = np.exp(-(((rows - 20) / 9) ** 2 + ((columns - 46) / 11) ** 2)) + 0.5 * np.exp(
        -(((rows - 32) / 7) ** 2 + ((columns - 18) / 6) ** 2)
    )
    shades = np.array([[237, 243, 248], [188, 212, 230], [127, 176, 211], [63, 131, 181], [16, 78, 125]], np.uint8)
    grade = np.clip((score * 5).astype(int), 0, 4)
    cells = np.where(inside[..., None], shades[grade], np.uint8(255))
    picture = np.repeat(np.repeat(cells, 14, axis=0), 14, axis=1)
    picture[::14] = np.where(picture[::14] == 255, 255, 250)
    picture[:, ::14] = np.where(picture[:, ::14] == 255, 255, 250)
    return png_of(np.ascontiguousarray(picture))


CITATIONS = [
    "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, New York.",
    "Aczél, J., Saaty, T. L. (1983). Procedures for synthesizing ratio judgements. Journal of Mathematical Psychology "
    "27(1), 93–102. https://doi.org/10.1016/0022-2496(83)90028-7",
]
RECORD = {
    "algorithm": "seodistrict:suitabilityscore",
    "versions": {"plugin": "0.1.0", "qgis": "3.40.6", "numpy": "1.24.2"},
    "parameters": {"METHOD": "sum", "SEED": 0, "DRAWS": 1000, "CUTS": [0.2, 0.4, 0.6, 0.8], "EXISTING": None},
    "inputs": [
        {"name": "STORES", "file": "seogu_stores.csv", "rows": 24512, "sha256": "9f2c" * 16},
        {"name": "ROADS", "file": "daejeon_roads.gpkg", "rows": 18204, "sha256": "04be" * 16},
    ],
}


def example_report(language: str, synthetic: bool = False) -> Report:
    """The report that a run of ``suitabilityscore`` could give, with made-up numbers."""
    text = json.loads((HERE / f"example_{language}.json").read_text(encoding="utf-8"))
    random = np.random.default_rng(7)
    weights = np.array([0.34, 0.27, 0.18, 0.13, 0.08])
    places, criteria = text["places"], text["criteria"]
    axis, titles, captions = text["axis"], text["titles"], text["captions"]
    utilities = np.sort(random.uniform(0.45, 1, (10, 5)), axis=0)[::-1]
    parts = utilities * weights
    score = parts.sum(axis=1)
    rank = np.arange(1, 11)
    low, high = np.maximum(1, rank - np.arange(10) // 2), rank + np.arange(10) * 3
    cells = np.clip(random.beta(2.2, 3.1, 8912), 0, 1)
    first = random.uniform(0, 100, 700)

    def plot(key: str, figure: dict) -> Plot:
        return Plot(titles[key], figure, captions[key])

    lowest, highest = [0, 0, 4, 0, 0], [412, 38214, 1890, 50, 4]
    criteria_rows = list(zip(criteria, text["directions"], weights, lowest, highest, text["units"], strict=True))
    rank_title, place_title, score_title, range_title, share_title, reason_title = text["columns"]
    share = Column(share_title, "%", 0)
    place_columns = [rank_title, place_title, Column(score_title, decimals=3), range_title, share, reason_title]
    reasons = [text["reason"].format(a=412 - 31 * i, b=f"{38214 - 2900 * i:,}", c=35 + 17 * i) for i in range(10)]
    place_rows = [
        [int(rank[i]), places[i], score[i], f"{low[i]}–{high[i]}", max(8.0, 100 - i * 9.5), reasons[i]]
        for i in range(10)
    ]
    bars = figures.horizontal_bars(criteria, weights, x_title=axis["weight"], low=weights * 0.7, high=weights * 1.25)
    stacks = figures.stacked_bars(places, dict(zip(criteria, parts.T, strict=True)), x_title=axis["score"])
    intervals = figures.rank_intervals(places, rank, low, high, x_title=axis["rank"])
    second = np.clip(first + random.normal(0, 6, 700), 0, 100)
    points = figures.scatter(first, second, x_title=axis["first"], y_title=axis["second"], diagonal=True)
    cuts = [(cut, str(cut)) for cut in (0.2, 0.4, 0.6, 0.8)]
    counts = figures.histogram(cells, x_title=axis["score"], y_title=axis["cells"], bins=40, marks=cuts)
    criteria_table = TableView(titles["criteria"], text["criteria_columns"], criteria_rows)
    place_table = TableView(titles["places"], place_columns, place_rows, captions["places"])
    sections = [
        Section(*text["weights_section"], [plot("weights", bars)], [criteria_table]),
        Section(*text["places_section"], [plot("parts", stacks)], [place_table]),
        Section(*text["stability_section"], [plot("ranks", intervals), plot("shift", points)]),
        Section(*text["values_section"], [plot("scores", counts)]),
    ]
    return Report(
        title=text["title"], summary=text["summary"], language=language, algorithm=text["tool"],
        when=datetime(2026, 3, 12, 14, 5), picture_png=map_picture(), picture_caption=text["caption"],
        inputs=[InputUse(*entry) for entry in text["inputs"]],
        figures=[KeyFigure(*entry) for entry in text["figures"]],
        sections=sections, method=text["method"], citations=CITATIONS, limits=text["limits"], record=RECORD,
        synthetic=synthetic,
    )  # fmt: skip


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """``make_report(language, synthetic=False)``."""
    return example_report


@pytest.fixture
def translators() -> dict[str, Callable[[str], str]]:
    """The translating function of each language."""
    return {"en": english, "ko": korean}


@dataclass
class PageVisit:
    """What a page did when it was opened."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    answer: object = None
    screenshot: bytes = b""
    pdf: bytes = b""


class Browser:
    """Chromium without a window, driven over its debugging pipe; no package besides Python is needed."""

    FLAGS = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--hide-scrollbars",
        "--remote-debugging-pipe",
    )  # fmt: skip

    def __init__(self, program: str, profile: Path) -> None:
        # High numbers first: the descriptors 3 and 4, which Chromium uses, may be taken by the pipes themselves.
        ends = [os.pipe(), os.pipe()]
        theirs_in, ours_out, ours_in, theirs_out = (
            fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 50) for pair in ends for end in pair
        )
        for pair in ends:
            os.close(pair[0])
            os.close(pair[1])

        def place() -> None:
            os.dup2(theirs_in, 3)
            os.dup2(theirs_out, 4)

        self._process = subprocess.Popen(
            [program, *self.FLAGS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=place,  # two system calls; the tests have one thread
            close_fds=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._rest = b""
        self._number = 0
        self._events: list[dict] = []

    def _message(self, deadline: float) -> dict | None:
        """The next message, or None when there is none before the deadline."""
        while b"\0" not in self._rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                return None
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise RuntimeError("the browser ended")
            self._rest += piece
        line, self._rest = self._rest.split(b"\0", 1)
        return json.loads(line)

    def call(self, method: str, session: str | None = None, **params: object) -> dict:
        """One command; events that arrive meanwhile are kept for ``visit``."""
        self._number += 1
        request = {"id": self._number, "method": method, "params": params}
        if session:
            request["sessionId"] = session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        deadline = time.monotonic() + 60
        while (message := self._message(deadline)) is not None:
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self._events.append(message)
        raise TimeoutError(method)

    def visit(
        self,
        page: Path,
        *,
        width: int = 1100,
        ask: str = "",
        picture: bool = False,
        pdf: bool = False,
        settle: float = 0.5,
    ) -> PageVisit:
        """Open a file in a fresh tab, wait until it is loaded and ``settle`` seconds more, and tell what happened."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable", session)
        phone = width < 600
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": phone}
        self.call("Emulation.setDeviceMetricsOverride", session, **screen)
        self._events.clear()
        self.call("Page.navigate", session, url=page.as_uri())
        events = self._events
        deadline = time.monotonic() + 60
        while not any(event.get("method") == "Page.loadEventFired" for event in events):
            message = self._message(deadline)
            if message is None:
                raise TimeoutError(str(page))
            events.append(message)
        deadline = time.monotonic() + settle
        while (message := self._message(deadline)) is not None:
            events.append(message)
        seen = PageVisit()
        if ask:
            told = self.call("Runtime.evaluate", session, expression=ask, returnByValue=True)
            seen.answer = told["result"].get("value")
        if picture:
            taken = self.call("Page.captureScreenshot", session, captureBeyondViewport=True)
            seen.screenshot = base64.b64decode(taken["data"])
        if pdf:
            printed = self.call("Page.printToPDF", session, preferCSSPageSize=True, printBackground=False)
            seen.pdf = base64.b64decode(printed["data"])
        mine = [event for event in self._events if event.get("sessionId") == session]
        seen.requests = [url for url in _requested(mine) if not url.startswith("data:") and url != page.as_uri()]
        seen.complaints = _complaints(mine)
        self.call("Target.closeTarget", targetId=target)
        return seen

    def close(self) -> None:
        """End the browser that this object started."""
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (OSError, RuntimeError, TimeoutError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(10)
        os.close(self._in)
        os.close(self._out)


def _requested(events: list[dict]) -> list[str]:
    """Addresses of all requests."""
    return [event["params"]["request"]["url"] for event in events if event.get("method") == "Network.requestWillBeSent"]


def _complaints(events: list[dict]) -> list[str]:
    """Console errors and warnings, thrown errors, and what the browser itself logs (blocked loads, for example)."""
    found = []
    for event in events:
        params = event.get("params", {})
        if event.get("method") == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            found.append(json.dumps(params["args"]))
        elif event.get("method") == "Runtime.exceptionThrown":
            found.append(json.dumps(params["exceptionDetails"]))
        elif event.get("method") == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            found.append(params["entry"]["text"])
    return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory):
    """A headless Chromium in a fresh profile; skips where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    started = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()
