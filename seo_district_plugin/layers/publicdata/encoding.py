"""The encoding of a text file from its bytes, and its text in stretches that end at a line's end.

A byte order mark proves nothing: files exist with the mark of UTF-8 in front of CP949. Good stretches are decoded in
one go; only in a stretch that fails the lines are looked at one by one, so that a damaged character costs one line.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from ..errors import LayerError
from .parts import MAX_SHOWN

SAMPLE_BYTES = 1 << 20
"""Bytes from which the encoding is decided."""
_ASCII_BYTES = 64 << 20
"""A file that begins with ASCII only is read this far for the first other character."""
CHUNK_BYTES = 96 << 10
"""Small enough that a stretch stays in the processor's cache and that a bad line makes few others slow."""
MAX_LINE = 1_000_000
"""Characters of the longest line that is taken for data."""

_BOM8, _BOM16 = codecs.BOM_UTF8, {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
_LINE_END = re.compile(rb"\r\n|\n|\r")
_LONELY = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_PAIR = re.compile(rb"[\x81-\xfe][\x41-\xfe]")
_HIGH = re.compile(rb"[\x80-\xff]")

UNDECODABLE, NUL, LONG_LINE = "row_undecodable", "row_nul", "row_long_line"


@dataclass(frozen=True)
class Encoding:
    """How bytes become text.

    Attributes:
        name: for people and for Python: ``utf-8``, ``cp949``, ``utf-16``, ``cp1252``.
        codec: the same, with the byte order.
        skip: bytes of the mark at the start.
        notes: remarks, (code, values).
    """

    name: str
    codec: str
    skip: int = 0
    notes: tuple[tuple[str, dict[str, object]], ...] = ()


@dataclass(frozen=True)
class Marks:
    """How often a stretch of text holds what decides how it may be split."""

    feeds: int  # \n
    returns: int  # \r
    pairs: int  # \r\n
    quotes: int


@dataclass
class Chunk:
    """Text that ends at a line's end (or the file's).

    Attributes:
        count: of line ends and quotes; None when not counted yet.
        text: the characters; empty when ``lines`` are given.
        fraction: how much of the file has been read.
        lines: the lines with their ends, when some of them are damaged.
        marks: index of a line -> what is wrong with it.
    """

    text: str
    fraction: float
    lines: list[str] | None = None
    marks: dict[int, str] = field(default_factory=dict)
    count: Marks | None = None

    def counted(self) -> Marks:
        """Line ends and quotes of the text."""
        if self.count is None:
            text = self.text
            self.count = Marks(text.count("\n"), text.count("\r"), text.count("\r\n"), text.count('"'))
        return self.count


def looks_binary(sample: bytes) -> bool:
    """Whether this is no text: too many control characters, and no UTF-16."""
    if sample[:2] in _BOM16 or _utf16_without_mark(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls >= 4 and controls > 0.03 * len(sample)


def _utf16_without_mark(sample: bytes) -> str:
    """The codec of UTF-16 without a mark, from where the zeros stand; empty when it is none."""
    even = sample[: len(sample) // 2 * 2]
    low, high = even[0::2].count(0), even[1::2].count(0)
    for codec, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if len(even) >= 16 and zeros > 0.1 * len(even) / 2 and others <= 0.01 * zeros:
            text = even.decode(codec, "replace")
            if text.count("\ufffd") <= 1 and sum(c in "\r\n\t,|;" for c in text):
                return codec
    return ""


def detect(sample: bytes, whole: bool, name: str = "") -> Encoding:
    """Decide the encoding of a text from its first bytes.

    Args:
        sample: the bytes from the file's start.
        whole: whether that is all there is; otherwise the last line may be cut.
        name: for the message.

    Raises:
        LayerError: ``public_file_encoding(name)``: the bytes are text in none of the encodings that are known.
    """
    for mark, codec in _BOM16.items():
        if sample.startswith(mark):
            return Encoding("utf-16", codec, len(mark))
    if codec := _utf16_without_mark(sample):
        return Encoding("utf-16", codec)
    skip = len(_BOM8) if sample.startswith(_BOM8) else 0
    body = sample[skip:]
    if not whole:
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1] or body[:-4]
    chosen = _eight_bit(body)
    if not chosen:
        raise LayerError("public_file_encoding", name=name)
    notes: list[tuple[str, dict[str, object]]] = []
    if skip and chosen != "utf-8":
        notes.append(("note_bom_over_other", {"encoding": chosen}))
    if chosen == "cp1252" or (chosen == "cp949" and _rare_syllables(body)):
        notes.append(("note_encoding_guessed", {"encoding": chosen}))
    return Encoding(chosen, chosen, skip, tuple(notes))


def _eight_bit(body: bytes) -> str:
    """utf-8, cp949 or cp1252 by how much of the bytes each explains; empty when none does."""
    if body.isascii():
        return "utf-8"
    wrong = {codec: _wrong(body, codec) for codec in ("utf-8", "cp949")}
    if wrong["utf-8"] < 0.2:
        return "utf-8"
    if wrong["cp949"] < 0.2 or (wrong["cp949"] < 0.5 and not _western(body)):
        return "cp949"
    if wrong["utf-8"] < 0.5:
        return "utf-8"
    return "cp1252" if _western(body) else ""


def _rare_syllables(body: bytes) -> bool:
    """Whether most characters of a CP949 text are ones that Korean hardly uses: it is rather Japanese or Chinese."""
    pairs = _PAIR.findall(body)
    return bool(pairs) and sum(pair[0] < 0xA1 or pair[1] < 0xA1 for pair in pairs) > 0.5 * len(pairs)


def _wrong(body: bytes, codec: str) -> float:
    """Share of the characters beyond ASCII that cannot be decoded."""
    try:
        body.decode(codec)
        return 0.0
    except UnicodeDecodeError:
        text = body.decode(codec, "replace")
    wrong = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return wrong / max(1, beyond)


def _western(body: bytes) -> bool:
    """Whether the bytes beyond ASCII stand alone among letters, as in texts of Western Europe."""
    try:
        body.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return len(_LONELY.findall(body)) >= 0.8 * len(_HIGH.findall(body))


def detect_stream(stream: BinaryIO, name: str) -> tuple[Encoding, bytes]:
    """Encoding of an open file, and the sample it was decided from.

    Raises:
        LayerError: ``public_file_empty``, ``public_file_binary``, ``public_file_encoding`` (all with ``name``).
    """
    sample = stream.read(SAMPLE_BYTES)
    whole = len(sample) < SAMPLE_BYTES
    if not sample.replace(_BOM8, b"").strip(b" \t\r\n\x1a\xff\xfe"):
        raise LayerError("public_file_empty", name=name)
    if looks_binary(sample[: 1 << 16]):
        raise LayerError("public_file_binary", name=name)
    first, tested = sample, len(sample)
    while not whole and sample.isascii() and tested < _ASCII_BYTES:
        sample = stream.read(SAMPLE_BYTES)
        whole = len(sample) < SAMPLE_BYTES
        tested += len(sample)
        # A character cut at the start of this sample belongs to none of its lines.
        if not sample.isascii():
            sample = sample[_LINE_END.search(sample).end() :] if _LINE_END.search(sample) else sample
            return detect(sample, whole, name), first
    return detect(first, whole and first is sample, name), first


class TextChunks:
    """The text of a stream in stretches of whole lines.

    Args:
        stream: binary, at its start.
        encoding: see `detect`.
        total: bytes to be expected, for the fraction.
        size: bytes that are read at a time.
    """

    def __init__(self, stream: BinaryIO, encoding: Encoding, total: int, size: int = CHUNK_BYTES) -> None:
        self._stream, self._encoding, self._total, self._size = stream, encoding, max(1, total), size
        self._read = 0
        self.marks_inside = 0

    def __iter__(self) -> Iterator[Chunk]:
        self._stream.read(self._encoding.skip)
        self._read = self._encoding.skip
        yield from self._wide() if self._encoding.name == "utf-16" else self._narrow()

    def _fraction(self) -> float:
        return min(1.0, self._read / self._total)

    def _more(self) -> bytes:
        data = self._stream.read(self._size)
        self._read += len(data)
        return data

    def _narrow(self) -> Iterator[Chunk]:
        """Bytes are cut at line ends before they are decoded: no second byte of CP949 or UTF-8 is a line end."""
        rest = b""
        while data := self._more():
            data = rest + data if rest else data
            end = data.rfind(b"\n") + 1 or data.rfind(b"\r", 0, len(data) - 1) + 1
            if end:
                yield self._decoded(data[:end])
                rest = data[end:]
            elif len(data) > 4 * MAX_LINE:
                shown = data[: 4 * MAX_SHOWN].decode(self._encoding.codec, "replace")
                rest = self._skip_line(data[-1:])
                yield Chunk("", self._fraction(), [shown + "\n"], {0: LONG_LINE})
            else:
                rest = data
        if rest:
            yield self._decoded(rest)

    def _skip_line(self, last: bytes) -> bytes:
        """Read on to the end of a line that is too long, and return what follows it."""
        while data := self._more():
            if last == b"\r":
                return data[1:] if data.startswith(b"\n") else data
            if found := _LINE_END.search(data):
                # The pair \r\n may be cut just here.
                if found.group() == b"\r" and found.end() == len(data):
                    last = b"\r"
                    continue
                return data[found.end() :]
            last = data[-1:]
        return b""

    def _decoded(self, data: bytes) -> Chunk:
        codec = self._encoding.codec
        if _BOM8 in data and codec != "utf-8":
            data = self._without_marks(data)
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            return self._checked(*_by_line(data, codec))
        if b"\0" in data or "\ufeff" in text or len(text) > MAX_LINE:
            return self._chunk(text)
        return Chunk(text, self._fraction(), count=_count(data))

    def _without_marks(self, data: bytes) -> bytes:
        """Take away marks of UTF-8 at the start of lines: left where files were put one behind the other."""
        cleaned = re.sub(rb"(^|[\r\n])\xef\xbb\xbf", rb"\1", data)
        self.marks_inside += (len(data) - len(cleaned)) // len(_BOM8)
        return cleaned

    def _chunk(self, text: str) -> Chunk:
        if "\ufeff" in text:
            self.marks_inside += text.count("\ufeff")
            text = text.replace("\ufeff", "")
        if "\0" in text or (len(text) > MAX_LINE and any(len(line) > MAX_LINE for line in _lines(text))):
            return self._checked(_lines(text), {})
        return Chunk(text, self._fraction())

    def _checked(self, lines: list[str], marks: dict[int, str]) -> Chunk:
        for i, line in enumerate(lines):
            if len(line) > MAX_LINE:
                marks[i] = LONG_LINE
                lines[i] = line[:MAX_SHOWN].replace("\0", "") + "\n"
            elif "\0" in line:
                # A line of nothing but zeros is a gap that a broken download left: still a line that is rejected.
                marks.setdefault(i, NUL)
                lines[i] = line.replace("\0", "")
            if "\ufeff" in line:
                lines[i] = lines[i].replace("\ufeff", "")
        return Chunk("", self._fraction(), lines, marks)

    def _wide(self) -> Iterator[Chunk]:
        """UTF-16: decoded piece by piece, then cut at line ends."""
        codec = self._encoding.codec
        decoder = codecs.getincrementaldecoder(codec)()
        rest, damaged = "", False
        while data := self._more():
            try:
                text = decoder.decode(data)
            except UnicodeDecodeError:
                damaged, decoder = True, codecs.getincrementaldecoder(codec)("replace")
                text = decoder.decode(data)
            text = rest + text
            end = text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1
            rest = text[end:]
            if len(rest) > 4 * MAX_LINE:
                # The tail of such a line is thrown away as it comes; what is left is too long still.
                rest = rest[: 2 * MAX_LINE]
            if end:
                yield self._wide_chunk(text[:end], damaged)
        try:
            rest += decoder.decode(b"", True)
        except UnicodeDecodeError:
            damaged, rest = True, rest + "\ufffd"
        if rest:
            yield self._wide_chunk(rest, damaged)

    def _wide_chunk(self, text: str, damaged: bool) -> Chunk:
        if damaged and "\ufffd" in text:
            lines = _lines(text)
            return self._checked(lines, {i: UNDECODABLE for i, line in enumerate(lines) if "\ufffd" in line})
        return self._chunk(text)


def _count(data: bytes) -> Marks:
    """Line ends and quotes, counted in the bytes, which is much faster: they are no part of another character."""
    values = np.frombuffer(data, dtype=np.uint8)
    feeds, returns = values == 10, values == 13
    pairs = int(np.count_nonzero(returns[:-1] & feeds[1:]))
    quotes = int(np.count_nonzero(values == 34))
    return Marks(int(np.count_nonzero(feeds)), int(np.count_nonzero(returns)), pairs, quotes)


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _by_line(data: bytes, codec: str) -> tuple[list[str], dict[int, str]]:
    """Every line decoded for itself; those that fail are marked and shown with replacement characters."""
    lines: list[str] = []
    marks: dict[int, str] = {}
    start = 0
    ends = [found.end() for found in _LINE_END.finditer(data)]
    for end in ends if ends and ends[-1] == len(data) else [*ends, len(data)]:
        line = data[start:end]
        try:
            lines.append(line.decode(codec))
        except UnicodeDecodeError:
            marks[len(lines)] = UNDECODABLE
            body = line.rstrip(b"\r\n")
            lines.append(body.decode(codec, "replace") + line[len(body) :].decode("ascii"))
        start = end
    return lines, marks
