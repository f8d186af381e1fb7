package org.initweights.samples.zoo.deepseek;

/** A gated feed-forward layer; an expert is one too. */
class Mlp extends Module {

    final Linear gate_proj;
    final Linear up_proj;
    final Linear down_proj;

    Mlp(int hidden, int inner) {
        gate_proj = new Linear(hidden, inner);
        up_proj = new Linear(hidden, inner);
        down_proj = new Linear(inner, hidden);
    }
}
