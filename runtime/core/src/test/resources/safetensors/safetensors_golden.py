"""Writes the files beside it, byte by byte as Python's `safetensors.torch.save_file` would.

It follows the format's description and the serializer of its library (safetensors/src/tensor.rs), and shares no code with what it
checks: the JSON is spelled out by hand, the numbers are packed by `struct`. Tensors are in descending order of the library's list of
types, then by name; `__metadata__` comes first and is left out when it is not given; spaces fill the header to 8 bytes.

    python3 safetensors_golden.py
"""

import pathlib
import struct

HERE = pathlib.Path(__file__).parent


def file(name, header, data):
    text = header.encode("utf-8")
    text += b" " * (-len(text) % 8)
    (HERE / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


# save_file({"weight": float32 [[1, -2.5], [0.1, 3e38]], "bias": float32 [0.5], "scale": float64 scalar, "half": float16 [1, -0.1, 65504],
#            "bf": bfloat16 [[1, -3]], "empty": float32 of shape [0, 4], "δ": float32 [7]}, path)
file(
    "plain.safetensors",
    '{"scale":{"dtype":"F64","shape":[],"data_offsets":[0,8]},'
    '"bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},'
    '"empty":{"dtype":"F32","shape":[0,4],"data_offsets":[12,12]},'
    '"weight":{"dtype":"F32","shape":[2,2],"data_offsets":[12,28]},'
    '"δ":{"dtype":"F32","shape":[1],"data_offsets":[28,32]},'
    '"bf":{"dtype":"BF16","shape":[1,2],"data_offsets":[32,36]},'
    '"half":{"dtype":"F16","shape":[3],"data_offsets":[36,42]}}',
    struct.pack("<d", 0.1)
    + struct.pack("<f", 0.5)
    + struct.pack("<4f", 1, -2.5, 0.1, 3e38)
    + struct.pack("<f", 7)
    + bytes([0x80, 0x3F, 0x40, 0xC0])  # bfloat16 1 and -3: the upper halves of 0x3F800000 and 0xC0400000
    + struct.pack("<3e", 1, -0.1, 65504),
)

# save_file({"w": float32 [1, 2, 3]}, path, metadata={"format": "pt"})
file(
    "pt.safetensors",
    '{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}',
    struct.pack("<3f", 1, 2, 3),
)

# A tensor of each type of the format. The types of less than 8 bits are packed.
file(
    "types.safetensors",
    '{"u64":{"dtype":"U64","shape":[2],"data_offsets":[0,16]},'
    '"i64":{"dtype":"I64","shape":[2],"data_offsets":[16,32]},'
    '"f64":{"dtype":"F64","shape":[1],"data_offsets":[32,40]},'
    '"c64":{"dtype":"C64","shape":[1],"data_offsets":[40,48]},'
    '"f32":{"dtype":"F32","shape":[1],"data_offsets":[48,52]},'
    '"u32":{"dtype":"U32","shape":[1],"data_offsets":[52,56]},'
    '"i32":{"dtype":"I32","shape":[1],"data_offsets":[56,60]},'
    '"bf16":{"dtype":"BF16","shape":[1],"data_offsets":[60,62]},'
    '"f16":{"dtype":"F16","shape":[1],"data_offsets":[62,64]},'
    '"u16":{"dtype":"U16","shape":[1],"data_offsets":[64,66]},'
    '"i16":{"dtype":"I16","shape":[1],"data_offsets":[66,68]},'
    '"f8_e5m2fnuz":{"dtype":"F8_E5M2FNUZ","shape":[1],"data_offsets":[68,69]},'
    '"f8_e4m3fnuz":{"dtype":"F8_E4M3FNUZ","shape":[1],"data_offsets":[69,70]},'
    '"f8_e8m0":{"dtype":"F8_E8M0","shape":[1],"data_offsets":[70,71]},'
    '"f8_e4m3":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[71,72]},'
    '"f8_e5m2":{"dtype":"F8_E5M2","shape":[1],"data_offsets":[72,73]},'
    '"i8":{"dtype":"I8","shape":[1],"data_offsets":[73,74]},'
    '"u8":{"dtype":"U8","shape":[1],"data_offsets":[74,75]},'
    '"f6_e3m2":{"dtype":"F6_E3M2","shape":[4],"data_offsets":[75,78]},'
    '"f6_e2m3":{"dtype":"F6_E2M3","shape":[4],"data_offsets":[78,81]},'
    '"f4":{"dtype":"F4","shape":[2],"data_offsets":[81,82]},'
    '"bool":{"dtype":"BOOL","shape":[2],"data_offsets":[82,84]}}',
    struct.pack("<2Q", 2**64 - 1, 3)
    + struct.pack("<2q", -(2**63), 4)
    + struct.pack("<d", -0.5)
    + struct.pack("<2f", 1, 2)
    + struct.pack("<f", 0.25)
    + struct.pack("<I", 2**32 - 1)
    + struct.pack("<i", -(2**31))
    + bytes([0x80, 0xBF])
    + struct.pack("<e", -2)
    + struct.pack("<H", 65535)
    + struct.pack("<h", -32768)
    + bytes([0x3C, 0xC0])  # 0.5 of bias 16, -1 of bias 8
    + bytes([0x7F, 0x38, 0x3C])
    + struct.pack("<b", -128)
    + bytes([255])
    + bytes(3)
    + bytes(3)
    + bytes(1)
    + bytes([1, 0]),
)
