"""Checks a seed checkpoint against the configuration that it was made from: python3 seed_check.py CONFIG FILE.safetensors

Needs NumPy alone, and nothing of InitWeights. Names and shapes are written here as the models of transformers and torchtitan have them.
"""

import json
import math
import struct
import sys

import numpy as np


def hugging_face(c):
    """name -> (shape, mean, std) of LlamaForCausalLM, MistralForCausalLM, Qwen2ForCausalLM."""
    hidden, inner, heads = c["hidden_size"], c["intermediate_size"], c["num_attention_heads"]
    groups = c.get("num_key_value_heads") or heads
    head = c.get("head_dim") or hidden // heads
    std = c.get("initializer_range", 0.02)
    qwen = c["model_type"] == "qwen2"
    bias = c.get("attention_bias", qwen)
    t = {"model.embed_tokens.weight": ((c["vocab_size"], hidden), 0, std), "model.norm.weight": ((hidden,), 1, 0)}
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        for name, out, fan, has_bias in [
            ("self_attn.q_proj", heads * head, hidden, bias),
            ("self_attn.k_proj", groups * head, hidden, bias),
            ("self_attn.v_proj", groups * head, hidden, bias),
            ("self_attn.o_proj", hidden, heads * head, bias and not qwen),
            ("mlp.gate_proj", inner, hidden, c.get("mlp_bias", False)),
            ("mlp.up_proj", inner, hidden, c.get("mlp_bias", False)),
            ("mlp.down_proj", hidden, inner, c.get("mlp_bias", False)),
        ]:
            t[p + name + ".weight"] = ((out, fan), 0, std)
            if has_bias:
                t[p + name + ".bias"] = ((out,), 0, 0)
        t[p + "input_layernorm.weight"] = t[p + "post_attention_layernorm.weight"] = ((hidden,), 1, 0)
    if not c.get("tie_word_embeddings", False):
        t["lm_head.weight"] = ((c["vocab_size"], hidden), 0, std)
    return t


def torchtitan(c):
    """name -> (shape, mean, std) of torchtitan's Llama 3."""
    dim, heads, vocab, layers = c["dim"], c["n_heads"], c["vocab_size"], c["n_layers"]
    groups = c.get("n_kv_heads") or heads
    inner = int(2 * (4 * dim) / 3)
    if c.get("ffn_dim_multiplier") is not None:
        inner = int(c["ffn_dim_multiplier"] * inner)
    multiple = c.get("multiple_of", 256)
    inner = multiple * ((inner + multiple - 1) // multiple)
    t = {"tok_embeddings.weight": ((vocab, dim), 0, 1), "norm.weight": ((dim,), 1, 0)}
    # Cut at three deviations, a normal has 0.98658 of its deviation.
    t["output.weight"] = ((vocab, dim), 0, 0.98658 * dim**-0.5)
    for i in range(layers):
        p = f"layers.{i}."
        last = 0.02 / math.sqrt(2 * (i + 1 if c.get("depth_init", True) else layers))
        kv = groups * (dim // heads)
        for name, shape, std in [
            ("attention.wq", (dim, dim), 0.02),
            ("attention.wk", (kv, dim), 0.02),
            ("attention.wv", (kv, dim), 0.02),
            ("attention.wo", (dim, dim), last),
            ("feed_forward.w1", (inner, dim), 0.02),
            ("feed_forward.w2", (dim, inner), last),
            ("feed_forward.w3", (inner, dim), last),
        ]:
            t[p + name + ".weight"] = (shape, 0, std)
        t[p + "attention_norm.weight"] = t[p + "ffn_norm.weight"] = ((dim,), 1, 0)
    return t


def read(path):
    """name -> array, in float64, of a safetensors file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    arrays = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        if entry["dtype"] == "BF16":
            bits = np.frombuffer(data[begin:end], "<u2").astype("<u4") << 16
            array = bits.view("<f4")
        else:
            array = np.frombuffer(data[begin:end], {"F64": "<f8", "F32": "<f4", "F16": "<f2"}[entry["dtype"]])
        arrays[name] = array.astype(np.float64).reshape(entry["shape"])
    return arrays


def main(config, file):
    c = json.load(open(config))
    expected = hugging_face(c) if "model_type" in c else torchtitan(c)
    found = read(file)
    assert found.keys() == expected.keys(), sorted(found.keys() ^ expected.keys())
    padding = c.get("pad_token_id")
    for name, (shape, mean, std) in expected.items():
        array = found[name]
        assert array.shape == tuple(shape), (name, array.shape, shape)
        if "embed_tokens" in name and padding is not None:
            assert not array[padding].any(), name
            array = np.delete(array, padding, 0)
        if std == 0:
            assert (array == mean).all(), name
            continue
        # Six standard errors, and what rounding to bfloat16 may add: a false alarm is less likely than 10^-8 a tensor.
        n = array.size
        assert abs(array.mean() - mean) < 6 * std / math.sqrt(n) + 1e-3 * std, (name, array.mean())
        assert abs(array.std() / std - 1) < 6 / math.sqrt(2 * n) + 2e-3, (name, array.std(), std)
    print(f"{len(expected)} tensors are as {config.rsplit('/', 1)[-1]} says")


if __name__ == "__main__":
    main(*sys.argv[1:])
