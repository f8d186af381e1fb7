package org.initweights.samples.gpt2;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;

/**
 * The smallest GPT-2, with the parameter names of Hugging Face's {@code GPT2LMHeadModel}.
 *
 * <p>Radford, Wu, Child, Luan, Amodei and Sutskever, <i>Language models are unsupervised multitask learners</i>, 2019.
 */
@InitWeights
@InitRule(type = Conv1D.class, param = "**.c_proj.weight", use = ResidualProjection.class)
public class Gpt2 {

    static final int VOCABULARY = 50_257;
    static final int CONTEXT = 1024;
    static final int WIDTH = 768;
    static final int LAYERS = 12;

    final Transformer transformer = new Transformer();

    /** The output layer is tied: it is the token embedding itself, initialised and listed there, and found in files under both names. */
    final Embedding lm_head = transformer.wte;
}
