"""The fans of random kernels, by the formula of jax/_src/nn/initializers.py (_compute_fans) over NumPy.

    python3 axes_golden.py > fans.csv
"""

import numpy as np


def fans(shape, in_axis, out_axis, batch_axis):
    in_size = int(np.prod([shape[i] for i in in_axis]))
    out_size = int(np.prod([shape[i] for i in out_axis]))
    batch_size = int(np.prod([shape[i] for i in batch_axis]))
    receptive_field_size = int(np.prod(shape)) / in_size / out_size / batch_size
    return in_size * receptive_field_size, out_size * receptive_field_size


def main():
    random = np.random.default_rng(20)
    print("dims;in;out;batch;fan_in;fan_out")
    for _ in range(200):
        rank = int(random.integers(2, 7))
        shape = random.integers(1, 9, size=rank).tolist()
        role = random.integers(0, 4, size=rank)
        axes = [[a - rank if random.random() < 0.4 else a for a in range(rank) if role[a] == r] for r in range(3)]
        for chosen in axes:
            random.shuffle(chosen)
        fan_in, fan_out = fans(shape, *axes)
        columns = [" ".join(map(str, column)) for column in [shape, *axes]]
        print(";".join(columns + [str(round(fan_in)), str(round(fan_out))]))


if __name__ == "__main__":
    main()
