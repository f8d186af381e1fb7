"""Writes the files beside it with NumPy 2: python3 numpy_golden.py"""

import pathlib
import warnings

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
