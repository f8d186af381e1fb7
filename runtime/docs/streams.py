"""The seeded streams of streams.md, in NumPy: prints digests of streams.txt.

    python streams.py
"""
import math
import zlib

import numpy as np

f32, u32 = np.float32, np.uint32
SEED, NAME, ELEMENTS = 0x123456789ABCDEF, "layer.weight", 40000


def threefry(key, counter):
    """Both words of the blocks of an array of 64-bit counters."""
    k = [u32(key[0]), u32(key[1])]
    k.append(k[0] ^ k[1] ^ u32(0x1BD11BDA))
    x0 = (counter >> np.uint64(32)).astype(u32) + k[0]
    x1 = counter.astype(u32) + k[1]
    for group in range(5):
        for rotation in ((13, 15, 26, 6), (17, 29, 16, 24))[group % 2]:
            x0 = x0 + x1
            x1 = (x1 << u32(rotation) | x1 >> u32(32 - rotation)) ^ x0
        x0 = x0 + k[(group + 1) % 3]
        x1 = x1 + k[(group + 2) % 3] + u32(group + 1)
    return x0, x1


def parameter_key(seed, name):
    data = name.encode()
    padded = data + bytes(-len(data) % 8)
    key = (seed >> 32, seed & 0xFFFFFFFF)
    for purpose in [int.from_bytes(padded[i:i + 8], "big") for i in range(0, len(padded), 8)] + [len(data)]:
        x0, x1 = threefry(key, np.array([purpose], np.uint64))
        key = (int(x0[0]), int(x1[0]))
    return key


def blocks():
    """The words of float32 tiles: arrays of a row a tile."""
    tiles = -(-ELEMENTS // 1024)
    x0, x1 = threefry(parameter_key(SEED, NAME), np.arange(512 * tiles, dtype=np.uint64))
    return x0.reshape(-1, 512), x1.reshape(-1, 512)


def elements(front, back):
    return np.concatenate([front, back], axis=1).reshape(-1)[:ELEMENTS]


def wide_blocks(groups):
    """Blocks of 64 bits, a row for each group of 512."""
    counters = (512 * np.asarray(groups, np.uint64)[:, None] + np.arange(512, dtype=np.uint64)).reshape(-1)
    x0, x1 = threefry(parameter_key(SEED, NAME), counters)
    return (x0.astype(np.uint64) << np.uint64(32) | x1).reshape(-1, 512)


def wide_log(x):
    bits = x.view(np.int64) - np.int64(0x3FE6A09E667F3BCD)
    e = (bits >> 52).astype(np.float64)
    f = ((bits & 0xFFFFFFFFFFFFF) + np.int64(0x3FE6A09E667F3BCD)).view(np.float64) - 1
    s = f / (2 + f)
    z = s * s
    r = polynomial((1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01, 2.222219843214978396e-01,
                    2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01), z)
    half = 0.5 * f * f
    return e * 6.93147180369123816490e-01 - ((half - (s * (half + r * z) + e * 1.90821492927058770002e-10)) - f)


def wide_uniform(lower, upper):
    width = upper - lower
    while (1 - 2.0**-53) * width + lower >= upper:
        width = np.nextafter(width, 0)
    w = wide_blocks(range(2 * -(-ELEMENTS // 1024)))
    return ((w >> np.uint64(11)).astype(np.float64) * 2.0**-53 * width + lower).reshape(-1)[:ELEMENTS]


def wide_normal(mean, std):
    tiles = np.arange(-(-ELEMENTS // 1024))
    first, second = wide_blocks(2 * tiles), wide_blocks(2 * tiles + 1)
    radius = np.sqrt(-2 * wide_log(((first >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52))
    x = ((second >> np.uint64(10) & np.uint64(2**52 - 1)).astype(np.float64) * 2.0**-52 - 0.5) * (math.pi / 2)
    z = x * x
    s = polynomial((1.58969099521155010221e-10, -2.50507602534068634195e-08, 2.75573137070700676789e-06,
                      -1.98412698298579493134e-04, 8.33333333332248946124e-03, -1.66666666666666324348e-01), z)
    s = s * z * x + x
    c = polynomial((-1.13596475577881948265e-11, 2.08757232129817482790e-09, -2.75573143513906633035e-07,
                      2.48015872894767294178e-05, -1.38888888888741095749e-03, 4.16666666666666019037e-02), z)
    c = c * z * z - 0.5 * z + 1
    odd, negative = (second >> np.uint64(62) & np.uint64(1)) == 1, second >> np.uint64(63) == 1
    c, s = np.where(odd, -s, c), np.where(odd, c, s)
    sign = np.where(negative, -1.0, 1.0)
    return elements(sign * c * radius * std + mean, sign * s * radius * std + mean)


def fma(a, b, c):
    """a * b + c of float32, rounded once: the sum of doubles is rounded to odd, which makes rounding it again right."""
    product = np.asarray(a, np.float64) * b
    total = product + c
    part = total - product
    error = product - (total - part) + (c - part)
    bits = total.view(np.int64)
    inexact_even = (error != 0) & (bits & 1 == 0)
    bits = np.where(inexact_even, bits + np.where((error > 0) == (total > 0), 1, -1), bits)
    return bits.view(np.float64).astype(f32)


def fused(coefficients, t):
    p = f32(coefficients[0])
    for c in coefficients[1:]:
        p = fma(p, t, f32(c))
    return p


def minus_twice_log(x):
    bits = x.view(np.int32) - np.int32(0x3F3504F3)
    e = (bits >> 23).astype(f32)
    t = f32(1) - ((bits & 0x7FFFFF) + np.int32(0x3F3504F3)).view(f32)
    p = fused((0.17469689, 0.28615046, 0.29835945, 0.33141017, 0.39924145, 0.5000351, 0.666679, 0.9999998, 2), t)
    return fma(p, t, e * f32(-1.3862944))


def not_below(x):
    nearest = f32(x)
    return nearest if float(nearest) >= x else np.nextafter(nearest, f32(np.inf))


def uniform(lower, upper):
    low, bound = not_below(lower), not_below(upper)
    width = f32(float(bound) - float(low))
    while f32(1 - 2**-24) * width + low >= bound:
        width = np.nextafter(width, f32(0))

    def values(words):
        return (words >> u32(8)).astype(f32) * (width * f32(2**-24)) + low
    x0, x1 = blocks()
    return elements(values(x0), values(x1))


def normal(mean, std):
    x0, x1 = blocks()
    radius = np.sqrt(minus_twice_log((x0 >> u32(1) | u32(1)).astype(f32) * f32(2**-31))) * f32(std)
    angle = (x1 << u32(2)).view(np.int32).astype(f32) * f32(math.pi / 2 * 2**-32)
    z = angle * angle
    s = fma(fused((-1.9515282e-4, 0.00833216, -0.16666655), z) * z, angle, angle)
    c = fused((-0.0013591853, 0.04165578, -0.49999884, 1), z)
    odd, negative = (x1 >> u32(30) & u32(1)) == 1, x1 >> u32(31) == 1
    c, s = np.where(odd, s, c), np.where(odd, c, s)
    radius = np.where(negative, -radius, radius)
    return elements(fma(c, radius, f32(mean)), fma(s, radius, f32(mean)))


def probability(x):
    return 0.5 * math.erfc(-x / math.sqrt(2))


def truncated(lower, upper):
    below, above = probability(lower), probability(-upper)
    mass_below, mass_above = 0.5 - below, 0.5 - above
    threshold = round(2**32 * mass_below / (mass_below + mass_above))

    def values(words):
        low = words < threshold
        v = np.where(low, words, ~words).astype(f32) + f32(0.5)
        unit = np.where(low, f32(mass_below / threshold), f32(mass_above / (2**32 - threshold)))
        q = fma(v, unit, np.where(low, f32(below), f32(above)))
        length = f32(0.5) * minus_twice_log(f32(4) * (q * (f32(1) - q)))
        ratio = np.where(length < 5, fused(CENTRAL, length - f32(2.5)), fused(TAIL, np.sqrt(length) - f32(3.5)))
        z = np.where(low, f32(-1), f32(1)) * (f32(1) - f32(2) * q) * ratio
        return np.clip(z, f32(lower), f32(upper))
    x0, x1 = blocks()
    return elements(values(x0), values(x1))


def wide_narrow(mean, std, lower, upper):
    """An interval of less than 2**-24 standard deviations."""
    width = upper - lower
    from_lower = mean <= lower + width / 2
    near = lower if from_lower else upper
    fall = abs(near - mean) / std * (width / std)
    w = wide_blocks(range(2 * -(-ELEMENTS // 1024)))
    u = (w >> np.uint64(12)).astype(np.float64) * 2.0**-52 + 2.0**-53
    t = u if from_lower else 1 - u
    if fall >= 2.0**-54:
        # The mathematical library's functions of one number: NumPy's of arrays may round otherwise.
        missing = math.expm1(-fall)
        t = np.array([-math.log1p(x * missing) / fall for x in t.reshape(-1)])
    t = t if from_lower else -t
    return np.clip(t * width + near, lower, upper).reshape(-1)[:ELEMENTS]


def clipped(values, lower, upper):
    """As float32, but not beyond the outermost ones of the interval."""
    return np.clip(values.astype(f32), not_below(lower), -not_below(-upper))


def polynomial(coefficients, t):
    p = t.dtype.type(coefficients[0])
    for c in coefficients[1:]:
        p = p * t + t.dtype.type(c)
    return p


CENTRAL = (3.9865366e-08, 4.8519627e-07, -4.9856417e-06, -6.2095464e-06, 0.00030913565, -0.0017730319, -0.0059081586, 0.3488027,
           2.1233137)
TAIL = (3.2061842e-05, 2.4282367e-06, -0.0003632878, 0.00078434305, -0.0009378183, 0.001433354, -0.0029247124, 0.00465967,
        1.4246356, 4.717088)


def bfloat16(values):
    """The nearest bfloat16 of finite float32, ties to even, as float32."""
    bits = values.view(u32)
    return ((bits + u32(0x7FFF) + (bits >> u32(16) & u32(1))) & u32(0xFFFF0000)).view(f32)


def float16(values):
    with np.errstate(over="ignore"):
        return values.astype(np.float16).astype(f32)


def halves(rounded, values, inside):
    """What rounding carries out of the interval becomes the outermost number inside; here some element is that anyway."""
    nearest = rounded(values)
    kept = nearest[inside(nearest.astype(np.float64))]
    return np.clip(nearest, kept.min(), kept.max())


def bits16(rounded, values):
    if rounded is bfloat16:
        return (values.view(u32) >> u32(16)).astype(np.uint16)
    return values.astype(np.float16).view(np.uint16)


def digest(name, values):
    dtype = "F32" if values.dtype == f32 else "F64"
    print(f"{name} {dtype} {zlib.crc32(values.tobytes()):08x}")


def half_digests(name, values, inside=lambda x: x == x):
    for dtype, rounded in (("F16", float16), ("BF16", bfloat16)):
        words = bits16(rounded, halves(rounded, values, inside))
        print(f"{name} {dtype} {zlib.crc32(words.tobytes()):08x}")


digest("uniform", wide_uniform(-0.3, 0.7))
digest("uniform", uniform(-0.3, 0.7))
half_digests("uniform", uniform(-0.3, 0.7), lambda x: (-0.3 <= x) & (x < 0.7))
digest("normal", wide_normal(0.1, 0.02))
digest("normal", normal(0.1, 0.02))
half_digests("normal", normal(0.1, 0.02))
digest("truncated", truncated(-2, 2))
half_digests("truncated", truncated(-2, 2), lambda x: (-2 <= x) & (x <= 2))
digest("flat", wide_narrow(0, 1e16, -2, 2))
digest("flat", clipped(wide_narrow(0, 1e16, -2, 2), -2, 2))
digest("steep", wide_narrow(3e9, 1e6, -0.002, 0.001))
digest("steep", clipped(wide_narrow(3e9, 1e6, -0.002, 0.001), -0.002, 0.001))
