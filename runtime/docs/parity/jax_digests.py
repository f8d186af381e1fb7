"""Prints the digests of what JAX draws on this machine's CPU; JaxDigests.java prints ours.

    python jax_digests.py | diff - jax_digests.txt
"""
import zlib

import jax
import jax.numpy as jnp
import numpy as np

ROOT = jax.random.key(42)


def key(name):
    """The key that RandomSource.jax(42) gives the parameter of this name."""
    key = ROOT
    for part in name.split("."):
        key = jax.random.fold_in(key, zlib.crc32(part.encode()))
    return key


def draw(name, init, shape, dtype=jnp.float32):
    array = np.asarray(init(key(name), shape, dtype))
    print(f"{name} {zlib.crc32(array.tobytes()):08x}")


def uniform(minval, maxval):
    return lambda key, shape, dtype: jax.random.uniform(key, shape, dtype, minval, maxval)


init = jax.nn.initializers
draw("uniform", uniform(-0.1, 0.3), (1000,))
draw("initializers.uniform", init.uniform(0.01), (1000,))
draw("initializers.normal", init.normal(0.02), (1000,))
draw("initializers.normal.float16", init.normal(0.02), (1000,), jnp.float16)
draw("initializers.normal.bfloat16", init.normal(0.02), (1000,), jnp.bfloat16)
draw("initializers.truncated_normal", init.truncated_normal(0.02), (1000,))
draw("glorot_uniform", init.glorot_uniform(), (300, 200))
draw("glorot_normal", init.glorot_normal(), (3, 3, 16, 32))
draw("he_uniform", init.he_uniform(), (300, 200))
draw("he_normal", init.he_normal(), (3, 3, 16, 32))
draw("lecun_uniform", init.lecun_uniform(), (300, 200))
draw("lecun_normal", init.lecun_normal(), (3, 3, 16, 32))
draw("variance_scaling", init.variance_scaling(0.1, "fan_avg", "normal"), (64, 10))
