"""Writes headers.txt: headers of .npy files, and what numpy.load says of each. Run with NumPy 2.

Each line is version, header as a JSON string, and one of: "refused"; "other" for arrays that have no numbers of up to 64 bits; or type and sizes.
Two bytes of no type are BF16, as which ml_dtypes writes it.
"""
import io
import json
import random
import struct
import warnings

import numpy as np
from numpy.lib import _format_impl

warnings.simplefilter("ignore")

TYPES = {"f8": "F64", "f4": "F32", "f2": "F16", "i8": "I64", "i4": "I32", "i2": "I16", "i1": "I8", "u8": "U64", "u4": "U32",
         "u2": "U16", "u1": "U8", "b1": "BOOL", "c8": "C64", "V2": "BF16"}


def encoded(version, text):
    header = text.encode("utf8" if version == 3 else "latin1")
    length = struct.pack("<H" if version == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes((version, 0)) + length + header


def judged(version, text):
    stream = io.BytesIO(encoded(version, text))
    try:
        magic = _format_impl.read_magic(stream)
        shape, fortran, dtype = _format_impl._read_array_header(stream, magic)
        if dtype.hasobject:
            return "other"
        if dtype.subdtype is not None and dtype.shape == (1,):
            dtype = dtype.base
        # What numpy.load does with the shape, without the elements.
        sizes = 1
        for size in shape:
            if isinstance(size, bool) or not 0 <= size < 2**63 or len(shape) > 64:
                return "refused"
            sizes *= size or 1
        if sizes * dtype.itemsize >= 2**63:
            return "refused"
    except Exception:
        return "refused"
    code = dtype.str[1:]
    if dtype.names is not None or dtype.subdtype is not None or code not in TYPES:
        return "other"
    # NumPy forgets the order of bytes of no type, which counts once they are BF16.
    order = "big" if dtype.str[0] == ">" or "'>V2'" in text else "little"
    return " ".join([TYPES[code], order, "columns" if fortran else "rows", *map(str, shape)])


NAMES = ["float64", "double", "float", "float32", "single", "float16", "half", "longdouble", "int", "int_", "int64", "long", "longlong",
         "intp", "int32", "intc", "int16", "short", "int8", "byte", "uint", "uint64", "ulong", "ulonglong", "uintp", "uint32", "uintc",
         "uint16", "ushort", "uint8", "ubyte", "bool", "bool_", "complex", "complex64", "csingle", "complex128", "object", "str", "bytes",
         "void", "datetime64", "timedelta64", "Float64", "f", "float128", "bfloat16", "<float64", "=int32", "float8", "unicode"]
LETTERS = [order + letter for order in ["", "<", ">", "=", "|"] for letter in "?bBhHiIlLqQpPnNefdgFDGSUVOMmcaxyz"]
SIZED = [order + kind + size for order in ["", "<", ">", "=", "|"] for kind in "fiubcVSUOMm" for size in ["1", "2", "3", "4", "8", "16"]]
DESCRIPTIONS = ["'%s'" % name for name in NAMES + LETTERS + SIZED] + [
    "'f 8'", "'f08'", "'f+8'", "' f8'", "'f8 '", "'1f8'", "'2f8'", "'(2,)f4'", "'f4,f4'", "'<=f8'", "'<<f8'", "''", "'<'", "'f-8'", "'f0x8'",
    "'f8L'", "'f8:'", "'M8[ns]'", "'f8\\x00'", "('<f8', ())", "('<f4', (2,))", "['<f8']", "[('a', '<f8')]", "[('a', '<f8'), ('b', '<i4', (2,))]",
    "b'<f8'", "u'<f8'", "r'<f8'", "U'<f8'", "R'<f8'", "rb'<f8'", "f'<f8'", "ur'<f8'", "'<f' '8'", "('<f8')", "(('<f8'))", "'\\x66\\70'", "'''<f8'''",
    '"<f8"', '"""<f8"""', "'\\u0066\\070'", "None", "8", "True", "'f\\\n8'", "'f8", "f8", "'1<f8'", "'f8'u''", "[]", "()", "{}", "'\\q8'",
]
SHAPES = ["()", "( )", "(3)", "(3,)", "(03,)", "(00,)", "(0x3,)", "(0X1F,)", "(0b11,)", "(0o17,)", "(1_1,)", "(+3,)", "(-1,)", "(- 1,)", "(-0,)",
          "(3.0,)", "(True,)", "(3L,)", "(3 L,)", "(3l,)", "(0x3L,)", "[3]", "3", "((3,))", "(3,,)", "(,)", "(3,1,)", "(3, 1)", "((3),)", "(3+0,)",
          "(3e0,)", "(99999999999999999999,)", "(0, 99999999999999999999)", "(0, 4611686018427387904)", "(4611686018427387904, 0)",
          "(0, 1152921504606846975)", "(%s)" % ("1," * 64), "(%s)" % ("1," * 65), "(\n3,)", "(3,#c\n)", "(3,\\\n)", "(3_,)", "(0_3,)", "(0_0,)", "('3',)",
          "(None,)", "(3,) ", "(--3,)", "(++3,)", "(0x_3,)", "(0x,)", "(3,]", "(3 3,)", "(3L,4L)", "(3LL,)", "(3, L)", "(2, 3)", "(10000000000, 0)"]
TEMPLATES = [
    "%s", "  %s", "\t%s", "\n%s", "\n %s", "\x0c%s", "%s\n\n", "%s # c", "%s\n#x\n", "#x\n%s", "(%s)", "%s,", "%s;", "%s\r\n", "%s x", "%s\n x",
    "[%s]", "x%s", "%s\x00", "\n\n#x\n%s", "#x\n %s", "",
]
DICTIONARIES = [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)}", "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
    '{"descr": "<f8", "fortran_order": True, "shape": (3,), }', "{u'descr': u'<f8', u'fortran_order': False, u'shape': (3L,), }",
    "{'descr': '<f8', 'fortran_order': 0, 'shape': (3,)}", "{'descr': '<f8', 'fortran_order': None, 'shape': (3,)}",
    "{'descr': '<f8', 'fortran_order': 'False', 'shape': (3,)}", "{'descr': '<f8', 'fortran_order': (False), 'shape': (3,)}",
    "{'descr': '<f8', 'fortran_order': false, 'shape': (3,)}", "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'x': 1}",
    "{'descr': '<f8', 'shape': (3,)}", "{'descr': 'zz', 'descr': '<f8', 'fortran_order': False, 'shape': (3,)}",
    "{\x0c'descr': '<f8', 'fortran_order': False, 'shape': (3,)}", "{\r'descr': '<f8', 'fortran_order': False, 'shape': (3,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (3,),,}", "{'descr': '<f8' 'fortran_order': False, 'shape': (3,)}",
    "{'des' 'cr': '<f8', 'fortran_order': False, 'shape': (3,)}", "{'descr': '<f8', 'fortran_order': False, b'shape': (3,)}",
    "{'shape': (3,), 'fortran_order': True, 'descr': '>i4'}", "{'descr':'<f8','fortran_order':False,'shape':(3,)}", "{}", "[]", "None", "{'descr'}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)", "{'descr': '<f8', 'fortran_order': False,\n   'shape': (3,)\n  }",
    "{'d\u00e9scr': '<f8', 'fortran_order': False, 'shape': (3,)}",
]


def headers():
    whole = "{'descr': %s, 'fortran_order': False, 'shape': %s, }"
    for description in DESCRIPTIONS:
        yield 1, whole % (description, "(3,)")
    for shape in SHAPES:
        for version in 1, 3:
            yield version, whole % ("'<f8'", shape)
    for template in TEMPLATES:
        yield 1, template.replace("%s", DICTIONARIES[0])
    for dictionary in DICTIONARIES:
        for version in 1, 2, 3:
            yield version, dictionary
    source = random.Random(20)
    sound = [whole % (d, s) for d in ["'<f8'", "'|i1'", "'float32'"] for s in ["(3,)", "()", "(2, 30)"]]
    alphabet = "{}()[]'\",:<>=|fiubcV123480xL_ \n\\#TFNru+-"
    for _ in range(1500):
        text = source.choice(sound)
        for _ in range(source.randint(1, 2)):
            at = source.randrange(len(text))
            change = source.choice(alphabet)
            text = source.choice([text[:at] + text[at + 1:], text[:at] + change + text[at + 1:], text[:at] + change + text[at:]])
        yield source.choice([1, 1, 3]), text


if __name__ == "__main__":
    with open("headers.txt", "w", newline="\n") as file:
        for version, text in headers():
            file.write("%d\t%s\t%s\n" % (version, json.dumps(text), judged(version, text)))
