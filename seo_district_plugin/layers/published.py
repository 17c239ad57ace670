"""What a data source may be called in a record or report that others read: its file or table, nothing of the way there.

Addresses of data carry hosts, user names, passwords, keys and folders, in as many notations as there are drivers.
Nothing is searched for and cut out here; a text that is no plain file or name is taken apart, and only the parts known
to be harmless are put together again.
"""

from __future__ import annotations

import re

from qgis.core import QgsDataSourceUri, QgsMapLayer

from .table import is_null

UNNAMED = "source"
"""Stands for a data source of which nothing can be shown."""

_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"(?:\."(?:[^"\\]|\\.)*")?"""
_PAIR = re.compile(rf"([A-Za-z_][\w.]*)\s*=\s*({_QUOTED}|[^\s&|;,]*)")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9_+]+):(?![\\])")
_PLAIN_PATH = re.compile(r"^(?:/(?!vsi)|~|\.{1,2}[/\\]|[A-Za-z]:[/\\]|\\\\)", re.IGNORECASE)
_FILE_ADDRESS = re.compile(r"^(?:[A-Za-z][A-Za-z0-9_]*:/{0,2})?file:/*", re.IGNORECASE)
_FILE_NAME = re.compile(r"^[^=@:/\\\"&?]+\.[A-Za-z][A-Za-z0-9]{1,7}$")
_CREDENTIALS = re.compile(r"[^\s/:]+:[^\s/]+@\S")
_TITLE_OF_A_SOURCE = re.compile(
    r"://|[^\s/:]+:[^\s/]+@|\b(?:dbname|host|hostaddr|port|service|user|username|uid|pwd|pass|passwd|password|authcfg|"
    r"url|uri|key|apikey|api_key|servicekey|token|access_token|sig|signature|secret)\s*=",
    re.IGNORECASE,
)
_HARMLESS_OPTIONS = ("layername", "layerid", "subset", "geometrytype", "uniquegeometrytype")
_OPTION = re.compile(r"\|(?=[A-Za-z_]+[=:])")
_TABLE_KEYS = ("table", "layername", "typename", "layers", "layer")
_FILE_KEYS = ("dbname", "path")


def without_folders(value: object) -> object:
    """A parameter value as it may be published: names of files and tables instead of paths and addresses."""
    if isinstance(value, dict):
        return {key: without_folders(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [without_folders(item) for item in value]
    if isinstance(value, QgsMapLayer):
        return layer_name(value)
    if isinstance(value, str):
        return short_source(value)
    return None if is_null(value) else value


def layer_name(layer: QgsMapLayer) -> str:
    """A layer by its source, or by its title where the source is only in memory."""
    if layer.providerType() in ("memory", "virtual", ""):
        return public_title(layer.name())
    text = layer.source()
    if layer.providerType() not in ("ogr", "gdal", "delimitedtext") and not _SCHEME.match(text):
        text = f"{layer.providerType()}:{text}"
    return short_source(text)


def public_title(title: str) -> str:
    """A layer's title; where QGIS has made it of the address of the data, the short form of that."""
    return short_source(title) if _TITLE_OF_A_SOURCE.search(title) else title


def short_source(text: str) -> str:
    """The short form of one data source; texts that are none (a number, a CRS, a name) stay as they are."""
    if _is_crs(text):
        return text
    if _FILE_ADDRESS.match(text):
        return _last(re.split("[?#|]", _FILE_ADDRESS.sub("", text), maxsplit=1)[0])
    if _PLAIN_PATH.match(text):
        head, *options = _OPTION.split(text)
        return "|".join([_last(head.split("?")[0]), *_harmless(options)])
    if text.lower().startswith("/vsi"):
        return _of_virtual_file(text)
    head, *options = _OPTION.split(text)
    if "://" in head and "=" not in re.split("[?#]", head, maxsplit=1)[0]:
        return _of_address(head)
    if "=" in head:
        return _of_pairs(text)
    if _CREDENTIALS.search(head):
        return UNNAMED
    if "/" in head or "\\" in head:
        name = _last(head.split("?")[0])
        return "|".join([UNNAMED if "@" in name else name, *_harmless(options)])
    return "|".join([head, *_harmless(options)])


def without_address(text: str, destination: str) -> str:
    """A message of a driver without the address it speaks of, or anything that looks like a part of it."""
    short = short_source(destination)
    for part in (destination, destination.partition(":")[2]):
        if part:
            text = text.replace(part, short)
    if not _TITLE_OF_A_SOURCE.search(text):
        return text
    return re.sub(r"\S*(?:://|@)\S*", "...", _PAIR.sub("...", text))


def _is_crs(text: str) -> bool:
    """PROJ strings and WKT hold pairs and brackets too."""
    return text.startswith(("+proj=", "+init=")) or re.match(r"^[A-Z][A-Z_]+\[\"", text) is not None


def _last(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].strip("'\"")


def _scheme(text: str) -> str:
    found = _SCHEME.match(text)
    return found.group(1) if found else ""


def _harmless(options: list[str]) -> list[str]:
    return [option for option in options if re.split("[=:]", option, maxsplit=1)[0].lower() in _HARMLESS_OPTIONS]


def _of_virtual_file(text: str) -> str:
    """``/vsicurl/ADDRESS/x.tif?key=1`` (the address may hold a login), ``/vsizip//folder/a.zip/b.shp``."""
    head, *options = _OPTION.split(text)
    name = _last(re.split("[?#]", head, maxsplit=1)[0])
    return "|".join([name if _FILE_NAME.match(name) else UNNAMED, *_harmless(options)])


def _of_address(text: str) -> str:
    """The file an address ends in, else how it begins: folders of an address may be keys."""
    name = _last(re.split("[?#]", text.rsplit("://", 1)[-1] if "?" not in text else text, maxsplit=1)[0])
    in_folder = "/" in re.split("[?#]", text.split("://", 1)[1], maxsplit=1)[0]
    return name if in_folder and _FILE_NAME.match(name) else _scheme(text) or UNNAMED


def _of_pairs(text: str) -> str:
    """``dbname='..' table=".."``, ``url=..&layers=..``: the database file and table, or the provider and table."""
    pairs = {key.lower(): value for key, value in reversed(_PAIR.findall(text))}
    table = next((_unquoted(pairs[key]) for key in _TABLE_KEYS if pairs.get(key)), "")
    if _TITLE_OF_A_SOURCE.search(table):
        table = ""
    for key in _FILE_KEYS:
        name = _last(_database(pairs.get(key, "")))
        if _FILE_NAME.match(name):
            return f"{name}|layername={table}" if table else name
    kind = _scheme(text) or UNNAMED
    return f"{kind}: {table}" if table else kind


def _database(quoted: str) -> str:
    return QgsDataSourceUri(f"dbname={quoted}").database() if quoted else ""


def _unquoted(name: str) -> str:
    return ".".join(part.strip("'\"") for part in re.split(r"(?<=\")\.(?=\")", name))
