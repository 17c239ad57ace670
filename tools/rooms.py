"""The rules of the house: which room of the package may know which, and what no module does.

Read from the syntax tree, so that nothing is imported to check it. ``docs/architecture.md`` explains the rooms.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = "seo_district_plugin"
KERNELS = ("learning", "network", "location", "terrain", "weights", "statistics")
SHARED_KERNEL = "statistics"
QT = ("PyQt5", "PyQt6", "PySide2", "PySide6")
QGIS = ("qgis", "osgeo", "processing", *QT)
HEAVY = ("scipy", "pandas", "sklearn", "plotly", "jinja2", "joblib", "matplotlib")
HEAVY_ROOMS = ("analysis", "reports", "sample")
LAZY = ("__init__", "plugin", "provider", "texts", "start", "algorithms", "layers")
"""Rooms that QGIS imports to list the algorithms: what is slow to import waits there until a function runs."""

FORBIDDEN_MODULES = frozenset(
    {"pickle", "cPickle", "dill", "marshal", "shelve", "subprocess", "socket", "ssl", "pty"}
    | {"urllib", "urllib3", "requests", "http", "ftplib", "smtplib", "telnetlib"}
)
FORBIDDEN_CALLS = ("eval", "exec", "compile", "__import__")
FORBIDDEN_METHODS = (("os", "system"), ("os", "popen"), ("os", "execv"), ("os", "spawnv"))


@dataclass(frozen=True)
class Import:
    """One imported name: absolute dotted name, line, and when it happens: ``top``, ``function`` or ``typing``."""

    name: str
    line: int
    when: str
    module: str = ""  # of `from module import name`: the module alone


@dataclass
class Module:
    """One file of the package: its dotted name inside the package ('' for the package itself), imports and tree."""

    path: Path
    where: str
    name: str
    tree: ast.Module
    imports: list[Import] = field(default_factory=list)

    @property
    def parts(self) -> list[str]:
        return self.name.split(".") if self.name else []

    @property
    def room(self) -> str:
        return self.parts[0] if self.parts else "__init__"


def _is_typing_guard(node: ast.If) -> bool:
    return "TYPE_CHECKING" in (getattr(node.test, "id", ""), getattr(node.test, "attr", ""))


def _absolute(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    here = [PACKAGE, *module.parts]
    # A package's own __init__ is one level deeper than its name says.
    if module.path.name == "__init__.py":
        here.append("__init__")
    base = here[: len(here) - node.level]
    return ".".join([*base, node.module] if node.module else base)


def _imports(module: Module, node: ast.AST, when: str) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, child.lineno, when, alias.name)
        elif isinstance(child, ast.ImportFrom):
            base = _absolute(child, module)
            for alias in child.names:
                yield Import(f"{base}.{alias.name}", child.lineno, when, base)
        elif isinstance(child, ast.Call) and _callee(child)[1] == "import_module" and child.args:
            target = child.args[0]
            if isinstance(target, ast.Constant) and isinstance(target.value, str):
                yield Import(target.value, child.lineno, when, target.value)
        if isinstance(child, ast.If) and _is_typing_guard(child):
            yield from _imports(module, ast.Module(child.body, []), "typing")
            yield from _imports(module, ast.Module(child.orelse, []), when)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from _imports(module, child, "typing" if when == "typing" else "function")
        else:
            yield from _imports(module, child, when)


def _callee(call: ast.Call) -> tuple[str, str]:
    """Owner and name of what is called: ('os', 'system') or ('', 'open')."""
    if isinstance(call.func, ast.Attribute):
        return getattr(call.func.value, "id", "?"), call.func.attr
    return "", getattr(call.func, "id", "")


def load(package: Path) -> list[Module]:
    """Every Python file below ``package``, parsed."""
    modules = []
    for path in sorted(package.rglob("*.py")):
        parts = list(path.relative_to(package).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        module = Module(path, str(path.relative_to(package.parent)), name, tree)
        module.imports = list(_imports(module, tree, "top"))
        modules.append(module)
    return modules


def _head(name: str) -> str:
    return name.split(".")[0]


def _inside(found: Import) -> list[str]:
    """Parts of an import below the package; empty for one from outside."""
    parts = found.name.split(".")
    return parts[1:] if parts[0] == PACKAGE else []


def _forbids(module: Module, outside: tuple[str, ...], rooms: tuple[str, ...], why: str) -> Iterator[str]:
    for found in module.imports:
        inside = _inside(found)
        if _head(found.name) in outside or (inside and inside[0] in rooms):
            yield f"{module.where}:{found.line}: {why}: {found.name}"


def room_rules(module: Module) -> Iterator[str]:
    """No room reaches up or sideways."""
    up = ("plugin", "provider", "texts", "start", "algorithms")
    if module.room == "analysis":
        yield from _forbids(
            module, QGIS, (*up, "layers", "reports", "sample"), "analysis knows neither QGIS nor its users"
        )
    elif module.room == "layers":
        yield from _forbids(
            module,
            (),
            ("plugin", "provider", "start", "algorithms", "analysis", "reports", "sample"),
            "layers know no analysis",
        )
    elif module.room == "algorithms":
        yield from _forbids(module, (), ("plugin", "provider", "start"), "algorithms know no desktop menu")
    elif module.room == "reports":
        yield from _forbids(module, QGIS, (*up, "layers"), "reports know no QGIS")
    elif module.room == "sample":
        yield from _forbids(module, QGIS, (*up, "layers", "reports"), "sample makes frames and arrays only")


def kernel_rules(module: Module) -> Iterator[str]:
    """Inside analysis: a topic knows kernels and itself, a kernel `statistics` and itself, all know the errors."""
    if module.room != "analysis":
        return
    folder = "" if module.path.parent.name == "analysis" else module.parts[1]
    allowed = {"errors", folder}
    if folder in KERNELS and folder != SHARED_KERNEL:
        allowed.add(SHARED_KERNEL)
    elif folder and folder not in KERNELS:
        allowed.update(KERNELS)
    for found in module.imports:
        inside = _inside(found)
        if len(inside) > 1 and inside[0] == "analysis" and inside[1] not in allowed:
            yield f"{module.where}:{found.line}: '{folder}' may not know '{inside[1]}': {found.name}"


def lazy_rules(module: Module) -> Iterator[str]:
    """What QGIS imports to list the algorithms is quick; the package itself imports nothing at all."""
    if module.room not in LAZY:
        return
    for found in module.imports:
        if found.when != "top" or _head(found.name) == "__future__":
            continue
        inside = _inside(found)
        if _head(found.name) in HEAVY or (inside and inside[0] in HEAVY_ROOMS):
            yield f"{module.where}:{found.line}: import it in the function that needs it: {found.name}"
        elif module.room == "__init__":
            yield f"{module.where}:{found.line}: the package imports nothing at its top: {found.name}"


def forbidden_rules(module: Module) -> Iterator[str]:
    """No Qt by its own name, no pickle, no shell, no network, no evaluated text; text files state their encoding."""
    for found in module.imports:
        if _head(found.name) in QT:
            yield f"{module.where}:{found.line}: use qgis.PyQt: {found.name}"
        if _head(found.name) in FORBIDDEN_MODULES:
            yield f"{module.where}:{found.line}: not in this plugin: {found.name}"
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        owner, name = _callee(node)
        if (not owner and name in FORBIDDEN_CALLS) or (owner, name) in FORBIDDEN_METHODS:
            yield f"{module.where}:{node.lineno}: not in this plugin: {name}()"
        if _opens_text(owner, name, node) and not any(k.arg in ("encoding", None) for k in node.keywords):
            yield f"{module.where}:{node.lineno}: {name}() without encoding"


def _opens_text(owner: str, name: str, call: ast.Call) -> bool:
    if name == "read_text":
        return not call.args
    if name == "write_text":
        return len(call.args) < 2
    if name != "open" or owner:
        return False
    mode = call.args[1] if len(call.args) > 1 else next((k.value for k in call.keywords if k.arg == "mode"), None)
    return not (isinstance(mode, ast.Constant) and "b" in str(mode.value)) and len(call.args) < 4


def circles(modules: list[Module]) -> Iterator[str]:
    """Modules that need each other, at their top or inside functions; imports for type hints alone do not count."""
    names = {module.name for module in modules}
    graph = {module.name: _needs(module, names) for module in modules}
    state: dict[str, int] = {}
    for start in sorted(graph):
        path: list[str] = []
        yield from _visit(start, graph, state, path)


def _needs(module: Module, names: set[str]) -> set[str]:
    needed = set()
    for found in module.imports:
        if found.when == "typing":
            continue
        for candidate in (found.name, found.module):
            inside = candidate.split(".")
            if inside[0] == PACKAGE and ".".join(inside[1:]) in names:
                needed.add(".".join(inside[1:]))
                break
    return needed - {module.name}


def _visit(name: str, graph: dict[str, set[str]], state: dict[str, int], path: list[str]) -> Iterator[str]:
    if state.get(name) == 1:
        yield "circle: " + " -> ".join([*path[path.index(name) :], name])
        return
    if name in state:
        return
    state[name] = 1
    path.append(name)
    for needed in sorted(graph[name]):
        yield from _visit(needed, graph, state, path)
    path.pop()
    state[name] = 2


RULES: tuple[Callable[[Module], Iterator[str]], ...] = (room_rules, kernel_rules, lazy_rules, forbidden_rules)


def findings(package: Path) -> list[str]:
    """Every place that breaks a rule, as ``file:line: what``."""
    modules = load(package)
    found = [sentence for module in modules for rule in RULES for sentence in rule(module)]
    return sorted(set(found)) + list(circles(modules))
