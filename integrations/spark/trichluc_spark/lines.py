"""Articles as lines for the extractor. Their bytes stay bytes: to decode them and encode them again, as a JSON library does, costs Python four times as much."""

from typing import List, Optional, Sequence

#: What may not stand as it is in a string of JSON. The backslash comes first, since the others bring their own.
_ESCAPES = {b"\\": b"\\\\", b'"': b'\\"', b"\n": b"\\n", b"\r": b"\\r", b"\t": b"\\t"}
_RARE = {bytes([code]): b"\\u%04x" % code for code in range(0x20) if bytes([code]) not in _ESCAPES}
_ALL_RARE = b"".join(_RARE)


def request_lines(texts: Sequence[Optional[bytes]], days: Sequence[Optional[bytes]], number: int) -> List[bytes]:
    """A line of JSON with its LF for each text, in UTF-8. Its id is its number, of which the first is given. None is null as a text, and no `publishedAt` as a day."""
    return [
        b'{"id":%d,"text":%b%b}\n' % (i, b"null" if text is None else _quoted(text), b"" if day is None else b',"publishedAt":' + _quoted(day))
        for i, (text, day) in enumerate(zip(texts, days), number)
    ]


def _quoted(text: bytes) -> bytes:
    """As a string of JSON."""
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    if len(text.translate(None, _ALL_RARE)) < len(text):
        for character, escape in _RARE.items():
            text = text.replace(character, escape)
    return b'"' + text + b'"'
