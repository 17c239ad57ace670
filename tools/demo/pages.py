"""index.html: one page, self-contained, in Korean and English, with maps, figures and what they mean."""

from __future__ import annotations

import base64
import html
from pathlib import Path

from .folder import Folder
from .model import Found, Map, Settings, Step, Words
from .printing import number, verdict
from .steps import CASES, STEPS
from .truth_layers import TRUTH_LAYERS

STYLE = """
body{font:16px/1.55 system-ui,"Noto Sans CJK KR","Noto Sans KR",sans-serif;color:#222;margin:0;background:#f5f5f3}
main,header{max-width:1080px;margin:0 auto;padding:0 24px}h1{margin:.6em 0 .2em;font-size:1.8em}
h2{margin:2em 0 .5em;font-size:1.35em;border-bottom:2px solid #2a788e}h3{margin:1.2em 0 .2em;font-size:1.1em}
.made{background:#fff3cd;border:1px solid #d9b44a;border-radius:6px;padding:10px 16px;margin:12px 0}
.step,.card{background:#fff;border:1px solid #ddd;border-radius:8px;padding:4px 18px 14px;margin:14px 0}
.side{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:16px}
figure{margin:.6em 0}figure img{width:100%;height:auto;border:1px solid #ddd;background:#fff}
figcaption{font-size:.9em;color:#444}table{border-collapse:collapse;width:100%;background:#fff;font-size:.94em}
th,td{padding:6px 10px;border-bottom:1px solid #e2e2e2;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}.ok{color:#1b7837;font-weight:600;white-space:nowrap}
.bad{color:#b2182b;font-weight:700}
.soft{color:#666;font-size:.9em}code{background:#eee;padding:0 4px;border-radius:3px}
.switch{float:right;margin-top:14px}
.switch label{padding:5px 12px;border:1px solid #2a788e;cursor:pointer;background:#fff}
input[name=lang]{position:absolute;opacity:0}#en:checked~header label[for=en],#ko:checked~header label[for=ko]
{background:#2a788e;color:#fff}#en:checked~* [lang=ko],#ko:checked~* [lang=en]{display:none}
#en:focus-visible~header label[for=en],#ko:focus-visible~header label[for=ko]{outline:3px solid #f4a582}
"""
W: dict[str, Words] = {
    "title": {"en": "A made-up district, end to end", "ko": "가상 자치구로 보는 전체 과정"},
    "made": {"en": "Synthetic data: nothing here is real. Places, people, businesses and figures are invented; never "
                   "use them for a decision.",
             "ko": "합성 자료입니다. 지명, 인구, 업소, 수치는 모두 지어낸 것이며 실제 판단에 쓸 수 없습니다."},
    "what": {"en": "Every step below was run by the plugin on a district whose truth is known, so that its results can "
                   "be checked. Open demo.qgz in QGIS to look at everything on the map.",
             "ko": "아래의 모든 단계는 참값을 아는 자치구에 플러그인을 실행한 결과이므로 맞는지 확인할 수 있습니다. "
                   "지도에서 보려면 QGIS로 demo.qgz를 여십시오."},
    "cases": {"en": "Where should notice boards stand? Two cases and the truth",
              "ko": "전자게시대는 어디에? 두 경우와 참값"},
    "cases_about": {"en": "Left: with floating population. Middle: without it, as in most districts; the same imported "
                          "registers. Right: the truth that was planted. The small purple points are existing boards. "
                          "Grades of the maps and classes of the truth are both five, but cut differently: compare "
                          "where the best places lie, not the colors of single cells.",
                    "ko": "왼쪽: 유동인구가 있는 경우. 가운데: 유동인구가 없는 대부분의 자치구(같은 대장 사용). "
                          "오른쪽: 심어 둔 참값. 작은 보라색 점은 기존 게시대입니다. 등급과 참값은 모두 다섯 단계이나 "
                          "나누는 기준이 다르므로, 격자 하나의 색보다 좋은 곳이 어디에 모이는지를 비교하십시오."},
    "steps": {"en": "The steps", "ko": "단계"},
    "found": {"en": "Found against the truth", "ko": "결과와 참값의 비교"},
    "files": {"en": "Files", "ko": "파일"},
    "tool": {"en": "Tool", "ko": "도구"},
    "report": {"en": "Report", "ko": "보고서"},
    "log": {"en": "log", "ko": "실행 기록"},
    "seconds": {"en": "seconds", "ko": "초"},
    "h_what": {"en": "What", "ko": "항목"},
    "h_found": {"en": "Found", "ko": "결과"},
    "h_truth": {"en": "Truth", "ko": "참값"},
    "h_means": {"en": "What it means", "ko": "의미"},
    "ok": {"en": "as planted", "ko": "일치"},
    "bad": {"en": "differs", "ko": "불일치"},
    "settings": {"en": "Preset {preset}, seed {seed}, cells of {cell} m.",
                 "ko": "규모 {preset}, 시드 {seed}, 격자 {cell} m."},
}  # fmt: skip
FILES: tuple[tuple[str, Words], ...] = (
    ("demo.qgz", {"en": "the map: open this in QGIS", "ko": "지도: QGIS에서 여십시오"}),
    ("demo.gpkg", {"en": "all results and the layers of the district", "ko": "모든 결과와 자치구 레이어"}),
    ("rich/", {"en": "the made-up district as it was made, with raw files and truth",
               "ko": "원본 파일과 참값이 포함된 가상 자치구"}),
    ("poor/", {"en": "the same district with less data", "ko": "자료가 적은 같은 자치구"}),
    ("results/", {"en": "what each step wrote, with reports and run records", "ko": "단계별 결과, 보고서, 실행 이력"}),
    ("found_and_true.json", {"en": "the table of this page, for programs", "ko": "이 쪽의 비교표(프로그램용)"}),
)  # fmt: skip


def write_page(settings: Settings, folder: Folder, found: dict[str, list[Found]], pictures: dict[str, str]) -> None:
    """Write index.html."""
    page = Page(settings, folder, found, pictures)
    (folder.path / "index.html").write_text(page.text(), encoding="utf-8")


def both(words: Words, tag: str = "span") -> str:
    """A text in both languages, one of which is seen."""
    return "".join(f'<{tag} lang="{code}">{html.escape(words[code])}</{tag}>' for code in ("en", "ko"))


class Page:
    """Puts the page together."""

    def __init__(
        self, settings: Settings, folder: Folder, found: dict[str, list[Found]], pictures: dict[str, str]
    ) -> None:
        self.settings, self.folder, self.found, self.pictures = settings, folder, found, pictures

    def text(self) -> str:
        """The whole page."""
        checked = {self.settings.language: " checked"}
        values = {"preset": self.settings.preset, "seed": self.settings.seed, "cell": self.settings.cell}
        about = {code: W["settings"][code].format(**values) for code in W["settings"]}
        switch = "".join(
            f'<input type="radio" name="lang" id="{code}"{checked.get(code, "")}>' for code in ("en", "ko")
        )
        return "\n".join([
            f'<!DOCTYPE html><html lang="{self.settings.language}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{html.escape(W['title'][self.settings.language])}</title><style>{STYLE}</style></head><body>",
            switch,
            '<header><div class="switch"><label for="en">English</label><label for="ko">한국어</label></div>',
            f"<h1>{both(W['title'])}</h1></header><main>",
            f'<div class="made">{both(W["made"])}</div>',
            f'<p>{both(W["what"])} <span class="soft">{both(about)}</span></p>',
            self._cases(),
            f"<h2>{both(W['found'])}</h2>", self._table([line for each in self.found.values() for line in each]),
            f"<h2>{both(W['steps'])}</h2>", *(self._step(n, step) for n, step in enumerate(STEPS, 1)),
            self._files(), "</main></body></html>", "",
        ])  # fmt: skip

    def _cases(self) -> str:
        columns = []
        for case, title in CASES.items():
            ids = [step.id for step in STEPS if step.case == case and step.id in self.found]
            maps = [each for step in STEPS if step.id in ids for each in step.maps]
            lines = [line for each in ids for line in self.found[each]]
            columns.append(self._column(title, maps, lines, [step for step in STEPS if step.id in ids]))
        for layer in TRUTH_LAYERS:
            columns.append(self._column(layer.map.caption, [layer.map], [], []))
        return f'<h2>{both(W["cases"])}</h2><p>{both(W["cases_about"])}</p><div class="side">{"".join(columns)}</div>'

    def _column(self, title: Words, maps: list[Map], lines: list[Found], steps: list[Step]) -> str:
        figures = "".join(
            f'<tr><td>{both(line.what)}</td><td class="n">{number(line.found, line.kind)}</td></tr>' for line in lines
        )
        links = " ".join(self._report(step) for step in steps)
        body = "".join(self._figure(each, caption=False) for each in maps)
        return f'<div class="card"><h3>{both(title)}</h3>{body}<table>{figures}</table><p>{links}</p></div>'

    def _figure(self, each: Map, caption: bool = True) -> str:
        file = self.pictures[each.key]
        data = base64.b64encode((self.folder.path / file).read_bytes()).decode("ascii")
        words = f"<figcaption>{both(each.caption)}</figcaption>" if caption else ""
        alt = html.escape(each.caption[self.settings.language], quote=True)
        return f'<figure><a href="{file}"><img src="data:image/png;base64,{data}" alt="{alt}"></a>{words}</figure>'

    def _report(self, step: Step) -> str:
        file = step.outputs.get(step.report)
        return f'<a href="{file}">{both(W["report"])}</a>' if file else ""

    def _table(self, lines: list[Found]) -> str:
        rows = []
        for line in lines:
            said = verdict(line)
            mark = f'<span class="{"ok" if said == "ok" else "bad"}">{both(W["ok" if said == "ok" else "bad"])}</span>'
            rows.append(
                f'<tr id="{line.id}"><td>{both(line.what)}</td><td class="n">{number(line.found, line.kind)}</td>'
                f'<td class="n">{number(line.truth, line.kind)}</td><td>{mark if said else ""}</td>'
                f"<td>{both(line.means)}</td></tr>"
            )
        head = (
            f'<tr><th>{both(W["h_what"])}</th><th class="n">{both(W["h_found"])}</th>'
            f'<th class="n">{both(W["h_truth"])}</th><th></th><th>{both(W["h_means"])}</th></tr>'
        )
        return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"

    def _step(self, place: int, step: Step) -> str:
        seconds = self.folder.seconds(step.id)
        shown_above = step.id in self.found and step.case in CASES
        maps = "" if shown_above else "".join(self._figure(each) for each in step.maps)
        log = Path("logs") / f"{step.id}.log"
        return (
            f'<section class="step" id="step-{step.id}"><h3>{place}. {both(step.title)}</h3>'
            f"<p>{both(step.about)}</p>{maps}"
            f'<p class="soft">{both(W["tool"])}: <code>seodistrict:{step.algorithm}</code> · {seconds or 0:.0f} '
            f'{both(W["seconds"])} · {self._report(step)} <a href="{log.as_posix()}">{both(W["log"])}</a></p></section>'
        )

    def _files(self) -> str:
        rows = "".join(f'<tr><td><a href="{name}">{name}</a></td><td>{both(words)}</td></tr>' for name, words in FILES)
        return f"<h2>{both(W['files'])}</h2><table>{rows}</table>"
