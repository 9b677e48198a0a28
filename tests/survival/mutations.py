"""Files spoilt at random: by bytes, in JSON by values, in tables by cells. The same seed gives the same file."""

import json
import random
import struct
import zlib
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

HEADER_BYTES = 700
EXTREMES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\xff\xff", b"\x01\0\0\0")
ODD_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2**31, 2**63, 2**70, -(2**40), 1e308, -1e-308, 0.5, float("nan"), float("inf"), "", " ", "0",
    "../../etc/passwd", "/etc/passwd", "C:\\Windows\\a.png", "..\\..\\a.png", "a\0b", "\ud800", "x" * 10_000, [], {},
    [[]], [None], {"a": {}}, "=cmd()", "<script>alert(1)</script>", [1e9] * 6, ["1", "2"], "cracked",
)  # fmt: skip


def spoilt(whole: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """``whole`` with one to eight changes, most of them in the header, where they reach furthest."""
    content = bytearray(whole)
    for _ in range(chance.randint(1, 8)):
        end = min(len(content), HEADER_BYTES) if chance.random() < 0.6 else len(content)
        _change(content, chance.randrange(max(1, end)), chance, others)
    return bytes(_with_sums(content) if chance.random() < 0.5 else content)


def _change(content: bytearray, place: int, chance: random.Random, others: Sequence[bytes]) -> None:
    match chance.randrange(8):
        case 0:
            content[place : place + 1] = bytes([chance.randrange(256)])
        case 1:
            content[place : place + 4] = chance.choice(EXTREMES)
        case 2:
            content[place : place + 2] = chance.choice(EXTREMES)[:2]
        case 3:
            del content[place : place + chance.randint(1, 40)]
        case 4:
            content[place:place] = chance.randbytes(chance.randint(1, 20))
        case 5:
            content[place:place] = content[place : place + chance.randint(1, 400)]
        case 6 if others:
            other = chance.choice(others)
            start = chance.randrange(len(other))
            content[place : place + 60] = other[start : start + 60]
        case _:
            content[place : place + 1] = bytes(
                [content[place] ^ (1 << chance.randrange(8))] if content[place:] else b""
            )


def _with_sums(content: bytearray) -> bytearray:
    """A PNG with right checksums again, so that changes reach what lies behind them."""
    place = 8
    while content[:4] == b"\x89PNG" and place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        end = place + 8 + length
        if end + 4 > len(content):
            break
        struct.pack_into(">I", content, end, zlib.crc32(content[place + 4 : end]))
        place = end + 4
    return content


def spoilt_json(whole: Any, chance: random.Random) -> bytes:
    """A document with values exchanged, taken away or doubled; now and then spoilt as text besides."""
    document = json.loads(json.dumps(whole))
    for _ in range(chance.randint(1, 4)):
        document = _replaced(document, chance)
    text = json.dumps(document, ensure_ascii=chance.random() < 0.9).encode(errors="surrogatepass")
    if chance.random() < 0.05:
        text = b"[" * 200_000 + text
    return spoilt(text, chance) if chance.random() < 0.25 else text


def _replaced(node: Any, chance: random.Random) -> Any:
    if isinstance(node, dict | list) and node and chance.random() < 0.93:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if chance.random() < 0.1:
            del node[key]
        else:
            node[key] = _replaced(node[key], chance)
        return node
    return deepcopy(chance.choice(ODD_VALUES))


def spoilt_table(whole: str, chance: random.Random) -> bytes:
    """A table with odd cells, or spoilt as bytes."""
    if chance.random() < 0.4:
        return spoilt(whole.encode(), chance)
    rows = [line.split(",") for line in whole.splitlines()]
    for _ in range(chance.randint(1, 6)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = str(chance.choice(ODD_VALUES))
    return "\n".join(map(",".join, rows)).encode(errors="surrogatepass")
