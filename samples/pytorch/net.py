"""Loads what the sample has written, strictly and by its names, and shows that Python draws the same numbers.

python net.py target/net.safetensors
"""

import sys

import torch
from safetensors.torch import load_file
from torch import nn


def convolution(channels, width):
    return nn.Conv2d(channels, width, 3, padding=1, bias=False)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = convolution(width, width)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = convolution(width, width)
        self.bn2 = nn.BatchNorm2d(width)

    def forward(self, x):
        inner = torch.relu(self.bn1(self.conv1(x)))
        return torch.relu(self.bn2(self.conv2(inner)) + x)


class Net(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.stem = convolution(3, width)
        self.norm = nn.BatchNorm2d(width)
        self.blocks = nn.ModuleList(Block(width) for _ in range(3))
        self.head = nn.Linear(width, 10)

    def forward(self, x):
        x = torch.relu(self.norm(self.stem(x)))
        for block in self.blocks:
            x = block(x)
        return self.head(x.mean((2, 3)))


torch.manual_seed(42)
net = Net()
drawn = {name: tensor.clone() for name, tensor in net.state_dict().items()}
net.load_state_dict(load_file(sys.argv[1]))
same = sum(torch.equal(tensor, drawn[name]) for name, tensor in net.state_dict().items())
print(f"{same} of {len(drawn)} tensors are what Python draws itself")
