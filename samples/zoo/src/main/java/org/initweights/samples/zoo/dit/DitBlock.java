package org.initweights.samples.zoo.dit;

import java.util.List;
import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Activation;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** A block whose normalisations are modulated by the time step and the class: adaLN-Zero. */
@InitWeights
class DitBlock {

    final LayerNorm norm1;
    final Attention attn;
    final LayerNorm norm2;
    final Mlp mlp;
    final List<Module> adaLN_modulation;

    DitBlock(int hidden, int inner) {
        norm1 = new LayerNorm(hidden, false);
        attn = new Attention(hidden);
        norm2 = new LayerNorm(hidden, false);
        mlp = new Mlp(hidden, inner);
        adaLN_modulation = List.of(Activation.SILU, new Linear(hidden, 6 * hidden));
    }

    /** Queries, keys and values come from one matrix, which is initialised as one. */
    @InitWeights
    static class Attention {

        final Linear qkv;
        final Linear proj;

        Attention(int hidden) {
            qkv = new Linear(hidden, 3 * hidden);
            proj = new Linear(hidden, hidden);
        }
    }

    @InitWeights
    static class Mlp {

        final Linear fc1;
        final Linear fc2;

        Mlp(int hidden, int inner) {
            fc1 = new Linear(hidden, inner);
            fc2 = new Linear(inner, hidden);
        }
    }
}
