"""Writes jax.jsonl, the arrays that JAX draws on a CPU with AVX2, which JaxParityTest compares with.

    pip install jax==0.10.2 && python jax_golden.py > jax.jsonl

The first line names the versions. Each other line is one array: how it was drawn, its type and shape, the bits of its first 64
elements in hexadecimal, and the CRC-32 of all its bytes, little-endian. "exact" says how it can be reproduced: to the "bit"; but for
what the C library decides ("libm": float64); or but for what LAPACK decides ("lapack").
"""
import json
import zlib


import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
TYPES = {"f32": jnp.float32, "f16": jnp.float16, "bf16": jnp.bfloat16, "f64": jnp.float64}
rng = np.random.default_rng(20261124)
out = []


def record(op, args, key, dtype, array, exact="bit"):
    if dtype == "f64" and exact == "bit" and op not in ("uniform", "initializers.uniform", "constant"):
        exact = "libm"
    data = np.ascontiguousarray(np.asarray(array))
    flat = data.reshape(-1)
    width = flat.dtype.itemsize
    head = flat[:64].view(f"<u{width}")
    out.append({
        "op": op, "args": args, "key": [int(w) for w in jax.random.key_data(key)], "dtype": dtype,
        "shape": list(data.shape), "exact": exact, "head": "".join(f"{int(v):0{2 * width}x}" for v in head),
        "crc32": f"{zlib.crc32(data.tobytes()):08x}"})


def keys(n):
    return [jax.random.key(int(rng.integers(0, 2**32))) for _ in range(n)]


def shapes(n):
    sizes = [0, 1, 15, 16, 17, 511, 512, 513, 1024, 5000]
    return [(int(rng.choice(sizes)),) if rng.random() < 0.5 else tuple(int(d) for d in rng.integers(1, 40, 2)) for _ in range(n)]


def matrices(n):
    def one():
        spatial = [int(d) for d in rng.integers(1, 5, rng.integers(0, 3))]
        return tuple(spatial + [int(d) for d in rng.integers(1, 50, 2)])
    return [one() for _ in range(n)]


for dtype, t in TYPES.items():
    for key, shape in zip(keys(12), shapes(12)):
        a, b = sorted(float(x) for x in rng.normal(size=2) * rng.choice([1e-3, 0.3, 5]))
        record("uniform", {"a": a, "b": b}, key, dtype, jax.random.uniform(key, shape, t, a, b))
    for key, shape in zip(keys(8), shapes(8)):
        scale = float(rng.uniform(0.001, 3))
        record("initializers.uniform", {"a": 0.0, "b": scale}, key, dtype, jax.nn.initializers.uniform(scale)(key, shape, t))
    for key, shape in zip(keys(12), shapes(12)):
        std = float(rng.choice([1, 0.02, 0.0371, 2.7]))
        record("normal", {"mean": 0.0, "std": std}, key, dtype, jax.nn.initializers.normal(std)(key, shape, t))
    for key, shape in zip(keys(4), shapes(4)):
        mean, std = float(rng.normal()), float(rng.uniform(0.01, 2))
        record("normal", {"mean": mean, "std": std}, key, dtype,
               jax.random.normal(key, shape, t) * jnp.array(std, t) + jnp.array(mean, t))
    for key, shape in zip(keys(16), shapes(16)):
        lower, upper = sorted(float(x) for x in rng.normal(size=2) * rng.choice([0.3, 1, 3]))
        if rng.random() < 0.4:
            lower, upper = -2.0, 2.0
        record("truncated_normal", {"lower": lower, "upper": upper}, key, dtype,
               jax.nn.initializers.truncated_normal(1.0, t, lower, upper)(key, shape, t))
    for key, shape in zip(keys(4), shapes(4)):
        record("truncated_normal_std", {"std": 0.02}, key, dtype, jax.nn.initializers.truncated_normal(0.02)(key, shape, t))
    for mode in ("fan_in", "fan_out", "fan_avg", "fan_geo_avg"):
        for distribution in ("truncated_normal", "normal", "uniform"):
            for key, shape in zip(keys(3), matrices(3)):
                scale = float(rng.choice([1.0, 2.0, 1 / 3, 0.1]))
                record("variance_scaling", {"scale": scale, "mode": mode, "distribution": distribution}, key, dtype,
                       jax.nn.initializers.variance_scaling(scale, mode, distribution)(key, shape, t),
                       "bit" if dtype != "f64" or distribution != "uniform" else "libm")
    for name in ("glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal"):
        for key, shape in zip(keys(3), matrices(3)):
            record(name, {}, key, dtype, getattr(jax.nn.initializers, name)()(key, shape, t))
    if dtype in ("f32", "f64"):
        for key, shape in zip(keys(5), [(5, 5), (7, 3), (3, 7), (2, 4, 6), (16, 1)]):
            record("orthogonal", {"scale": 1.5}, key, dtype, jax.nn.initializers.orthogonal(1.5)(key, shape, t), "lapack")
        for key, shape in zip(keys(4), [(3, 4, 6), (3, 2, 5, 5), (1, 1, 3), (2, 3, 4, 2, 3)]):
            record("delta_orthogonal", {"scale": 0.7}, key, dtype, jax.nn.initializers.delta_orthogonal(0.7)(key, shape, t), "lapack")

for n in (1, 2, 10, 1000, 70000):
    for key in keys(2):
        record("permutation", {}, key, "i64", jax.random.permutation(key, jnp.arange(n, dtype=jnp.int64)))

# The whole range of normals: each float32 that a uniform can be.
key = jax.random.key(7)
record("normal", {"mean": 0.0, "std": 1.0}, key, "f32", jax.random.normal(key, (3_000_000,), jnp.float32))
record("truncated_normal", {"lower": -2.0, "upper": 2.0}, key, "f32", jax.random.truncated_normal(key, -2, 2, (3_000_000,), jnp.float32))

print(json.dumps({"jax": jax.__version__, "jaxlib": jax.lib.__version__, "cases": len(out)}))
for case in out:
    print(json.dumps(case))
