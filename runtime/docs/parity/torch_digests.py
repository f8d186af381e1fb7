"""Prints the digests of what PyTorch draws on this machine's CPU; TorchDigests.java prints ours.

    python torch_digests.py | diff - torch_digests.txt
"""
import warnings
import zlib

import torch
from torch import nn

warnings.simplefilter("ignore")


def digest(name, tensor):
    data = tensor.detach().contiguous()
    bits = data.view(torch.int16) if data.element_size() == 2 else data
    print(f"{name} {zlib.crc32(bits.numpy().tobytes()):08x}")


def draw(name, fill, *shape, dtype=torch.float32):
    tensor = torch.empty(*shape, dtype=dtype)
    fill(tensor)
    digest(name, tensor)


init = nn.init
torch.manual_seed(42)
draw("uniform_ 1000", lambda t: init.uniform_(t, -0.1, 0.1), 1000)
draw("normal_ 7", lambda t: init.normal_(t, 0, 0.02), 7)
draw("normal_ 1000", lambda t: init.normal_(t, 0, 0.02), 1000)
draw("normal_ 1000000", lambda t: init.normal_(t), 1000000)
draw("normal_ float16", lambda t: init.normal_(t), 100, dtype=torch.float16)
draw("uniform_ bfloat16", lambda t: init.uniform_(t), 100, dtype=torch.bfloat16)
draw("uniform_ float64", lambda t: init.uniform_(t), 100, dtype=torch.float64)
draw("trunc_normal_ (PyTorch 2.12 or later)", lambda t: init.trunc_normal_(t, 0, 1, -2, 2), 1000)
draw("kaiming_normal_", lambda t: init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"), 64, 3, 7, 7)
draw("xavier_uniform_", init.xavier_uniform_, 300, 200)
draw("sparse_", lambda t: init.sparse_(t, 0.9), 100, 50)


def layer(name, make):
    torch.manual_seed(-1)
    for parameter, tensor in make().named_parameters():
        digest(f"{name} {parameter}", tensor)


layer("Linear", lambda: nn.Linear(300, 200))
layer("Conv2d", lambda: nn.Conv2d(6, 8, 3, groups=2))
layer("LSTM", lambda: nn.LSTM(10, 20))
layer("Embedding", lambda: nn.Embedding(50, 8, padding_idx=3))
layer("MultiheadAttention", lambda: nn.MultiheadAttention(16, 4))
