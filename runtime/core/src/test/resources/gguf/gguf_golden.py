"""Writes the files beside it, byte by byte as the description of GGUF says, and shares no code with what it checks.

    python3 gguf_golden.py
"""

import pathlib
import struct

HERE = pathlib.Path(__file__).parent

UINT8, INT8, UINT16, INT16, UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY, UINT64, INT64, FLOAT64 = range(13)
CODES = {UINT8: "B", INT8: "b", UINT16: "H", INT16: "h", UINT32: "I", INT32: "i", FLOAT32: "f", BOOL: "?", UINT64: "Q", INT64: "q", FLOAT64: "d"}
F32, F16, Q4_0, Q8_0, I32, BF16, FUTURE = 0, 1, 2, 8, 26, 30, 999


def file(name, order, version, metadata, tensors, alignment=32):
    def pack(code, *values):
        return struct.pack(order + code, *values)

    def text(value):
        data = value.encode("utf8")
        return pack("Q", len(data)) + data

    def value(kind, content):
        if kind == STRING:
            return text(content)
        if kind == ARRAY:
            element, contents = content
            return pack("IQ", element, len(contents)) + b"".join(value(element, one) for one in contents)
        return pack(CODES[kind], content)

    header = b"GGUF" + pack("IQQ", version, len(tensors), len(metadata))
    for key, kind, content in metadata:
        header += text(key) + pack("I", kind) + value(kind, content)
    data = b""
    for tensor, dims, kind, content in tensors:
        # The axis that changes fastest comes first.
        header += text(tensor) + pack("I%dQ" % len(dims), len(dims), *reversed(dims)) + pack("IQ", kind, len(data))
        data += content + bytes(-len(content) % alignment)
    header += bytes(-len(header) % alignment)
    (HERE / name).write_bytes(header + data)


VALUES = [
    ("general.architecture", STRING, "llama"), ("u8", UINT8, 255), ("i8", INT8, -128), ("u16", UINT16, 65535), ("i16", INT16, -32768),
    ("u32", UINT32, 2**32 - 1), ("i32", INT32, -(2**31)), ("f32", FLOAT32, 0.25), ("bool", BOOL, True), ("u64", UINT64, 2**64 - 1),
    ("i64", INT64, -(2**63)), ("f64", FLOAT64, 0.1), ("tokens", ARRAY, (STRING, ["<s>", "", "é"])), ("scores", ARRAY, (FLOAT32, [0.5, -1.5])),
    ("flags", ARRAY, (BOOL, [True, False])), ("none", ARRAY, (INT32, [])), ("empty", STRING, ""),
]


def tensors(order):
    return [
        ("token_embd.weight", (2, 3), F32, struct.pack(order + "6f", 1, -2.5, 0.5, 4, 5, 6)),
        ("blk.0.attn_q.weight", (3,), F16, struct.pack(order + "3e", 1, -2, 65504)),
        ("output.weight", (2, 2), BF16, struct.pack(order + "4H", 0x3F80, 0xC040, 0x0000, 0x7F80)),
        ("scalar", (), F32, struct.pack(order + "f", 7)),
        ("blk.0.ffn.weight", (2, 64), Q4_0, bytes(range(72))),
        ("ids", (2,), I32, struct.pack(order + "2i", 1, -1)),
        ("future", (5,), FUTURE, bytes(9)),
        ("last", (1, 2, 1), F32, struct.pack(order + "2f", 8, 9)),
    ]


file("little.gguf", "<", 3, VALUES, tensors("<"))
file("big.gguf", ">", 3, VALUES, tensors(">"))
file("version2.gguf", "<", 2, VALUES, tensors("<"))
file("aligned.gguf", "<", 3, [("general.alignment", UINT32, 8)] + VALUES, tensors("<"), alignment=8)
