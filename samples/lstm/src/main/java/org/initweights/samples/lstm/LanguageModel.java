package org.initweights.samples.lstm;

import org.initweights.annotation.InitWeights;

/**
 * A language model of words, named as in PyTorch's {@code word_language_model} example and started as its layers start.
 * Only the forget gates differ: they start open, so that gradients reach far back from the first step.
 *
 * <p>Zaremba, Sutskever and Vinyals, <i>Recurrent neural network regularization</i>, 2014 (the size for the Penn
 * Treebank that they call small); Jozefowicz, Zaremba and Sutskever, <i>An empirical exploration of recurrent network
 * architectures</i>, 2015 (the forget gates).
 */
@InitWeights
public class LanguageModel {

    final Embedding encoder;
    final Lstm rnn;
    final Linear decoder;

    public LanguageModel(int vocabulary, int hidden) {
        encoder = new Embedding(vocabulary, hidden);
        rnn = new Lstm(hidden, hidden);
        decoder = new Linear(hidden, vocabulary);
    }
}
