"""Writes the files beside it with NumPy, whose decompositions are LAPACK's: python3 start_golden.py

PiSSA and OLoRA follow pissa_init and olora_init of PEFT, resizing follows _init_added_embeddings_weights_with_mean and
_init_added_lm_head_bias_with_mean of transformers, all of them in double.
"""

import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent


def matrix(rows, columns, seed):
    generator = np.random.default_rng(seed)
    # Singular values fall as those of trained weights do.
    return generator.normal(size=(rows, columns)) * 0.97 ** np.arange(columns)


def pissa(weight, rank, scaling):
    left, values, right = np.linalg.svd(weight, full_matrices=False)
    root = np.sqrt(values[:rank] / scaling)
    a, b = root[:, None] * right[:rank], left[:, :rank] * root
    return a, b


def olora(weight, rank, scaling):
    q, r = np.linalg.qr(weight)
    a, b = r[:rank], q[:, :rank]
    return a, b


def numbers(array):
    return np.asarray(array, dtype=float).ravel().tolist()


arrays, cases = {}, []
for number, (rows, columns, rank, scaling) in enumerate([(24, 24, 4, 1.0), (40, 18, 3, 2.0), (18, 40, 5, 0.5), (70, 90, 8, 2.0), (6, 5, 5, 1.5), (7, 1, 1, 1.0)]):
    weight = matrix(rows, columns, number)
    arrays["w%d" % number] = weight
    for method in (pissa, olora):
        a, b = method(weight, rank, scaling)
        cases.append([method.__name__, "w%d" % number, rank, scaling, numbers(a), numbers(b)])

vocabulary = matrix(60, 12, 100) + np.linspace(-1, 1, 12)
bias = np.random.default_rng(101).normal(3, 2, 60)
arrays["vocabulary"], arrays["bias"] = vocabulary, bias
centred = vocabulary - vocabulary.mean(0)
resized = {
    "mean": numbers(vocabulary.mean(0)), "covariance": numbers(1e-9 * centred.T @ centred / len(vocabulary)),
    "biasMean": bias.mean(), "biasStd": 1e-9 * bias.std(ddof=1),
}

np.savez_compressed(HERE / "base.npz", **arrays)
with open(HERE / "split.txt", "w") as file:
    for method, name, rank, scaling, *parts in cases:
        file.write("%s %s %d %r\n" % (method, name, rank, scaling))
        for part in parts:
            file.write(" ".join(map(repr, part)) + "\n")
with open(HERE / "resized.txt", "w") as file:
    for key in ("mean", "covariance"):
        file.write(" ".join(map(repr, resized[key])) + "\n")
    file.write("%r %r\n" % (float(resized["biasMean"]), float(resized["biasStd"])))
