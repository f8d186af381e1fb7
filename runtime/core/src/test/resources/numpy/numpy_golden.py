"""Writes the files beside it with NumPy 2: python3 numpy_golden.py"""

import io
import pathlib
import warnings
import zipfile

import numpy as np
from numpy.lib import format

HERE = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")

matrix = np.array([[1, -2.5, 0.1], [3e38, 0, 7]])


def write(name, array, version=None):
    with open(HERE / name, "wb") as file:
        format.write_array(file, np.asanyarray(array), version=version)


write("f4.npy", matrix.astype("<f4"))
write("f4-v2.npy", matrix.astype("<f4"), (2, 0))
write("f4-v3.npy", matrix.astype("<f4"), (3, 0))
write("f4-big.npy", matrix.astype(">f4"))
write("f4-fortran.npy", np.asfortranarray(matrix.astype("<f4")))
write("f4-big-fortran.npy", np.asfortranarray(matrix.astype(">f4")))
write("f8.npy", matrix)
write("f2.npy", np.array([1, -0.1, 65504], "<f2"))
write("scalar.npy", np.array(0.5, "<f4"))
write("empty.npy", np.zeros((0, 4), "<f4"))
write("cube-fortran.npy", np.asfortranarray(np.arange(24, dtype="<f8").reshape(2, 3, 4)))
write("i8.npy", np.array([1, 2]))
write("text.npy", np.array(["a"]))
write("record.npy", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))

np.savez(HERE / "stored.npz", **{"layer.weight": matrix.astype("<f4"), "layer.bias": np.array([0.5], "<f8")})
np.savez_compressed(HERE / "deflated.npz", **{"layer.weight": matrix.astype("<f4"), "layer.bias": np.array([0.5], "<f8")})


def array(value):
    stream = io.BytesIO()
    format.write_array(stream, np.asanyarray(value))
    return stream.getvalue()


def archive(name, members, compression=zipfile.ZIP_STORED, **how):
    with zipfile.ZipFile(HERE / name, "w", compression) as file:
        for member, data in members:
            info = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            info.compress_type = how.get(member.partition(".")[0], compression)
            file.writestr(info, data)


# An archive in which only w and n are arrays of numbers.
weight = np.array([1.5, -2, 3], "<f4")
strange = {
    "names": np.array(["a", "bc"]), "bytes": np.array([b"a"]), "records": np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
    "complex128": np.array([1 + 2j]), "dates": np.array(["2020-01-01"], "M8[D]"), "spans": np.array([5], "m8[s]"), "long": np.array([1], np.longdouble),
    "raw": np.zeros(1, "V3"),
}
objects = io.BytesIO()
np.save(objects, np.array([None, {}], object), allow_pickle=True)
members = [(key + ".npy", array(value)) for key, value in strange.items()]
members += [("objects.npy", objects.getvalue()), ("README.txt", b"weights\n"), ("folder/", b""), ("empty.npy", b""), ("broken.npy", array(weight)[:-1])]
members += [("lzma.npy", array(weight)), ("bzip2.npy", array(weight)), ("twice.npy", array(weight)), ("twice.npy", array(weight))]
members += [("w.npy", array(weight)), ("n", array(np.array([7], "<i4")))]
archive("strange.npz", members, lzma=zipfile.ZIP_LZMA, bzip2=zipfile.ZIP_BZIP2)
(HERE / "prefixed.npz").write_bytes(b"#!/bin/sh\nexit 0\n" + (HERE / "stored.npz").read_bytes())

# Several arrays in one file, of which the first counts, and bfloat16 as ml_dtypes writes it.
(HERE / "several.npy").write_bytes(array(weight) + array(matrix))
bfloat16 = array(np.array([0x3F80, 0xC040, 0x7F80], "<u2")).replace(b"'<u2'", b"'<V2'")
(HERE / "bfloat16.npy").write_bytes(bfloat16)
