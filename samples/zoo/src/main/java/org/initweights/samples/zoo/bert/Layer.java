package org.initweights.samples.zoo.bert;

/** One layer: attention and a perceptron, each followed by a normalisation. */
class Layer extends Module {

    final Attention attention = new Attention();
    final Dense intermediate = new Dense(BertConfig.HIDDEN, BertConfig.INTERMEDIATE);
    final Output output = new Output(BertConfig.INTERMEDIATE);

    static class Attention extends Module {

        final SelfAttention self = new SelfAttention();
        final Output output = new Output(BertConfig.HIDDEN);
    }

    static class SelfAttention extends Module {

        final Linear query = new Linear(BertConfig.HIDDEN, BertConfig.HIDDEN);
        final Linear key = new Linear(BertConfig.HIDDEN, BertConfig.HIDDEN);
        final Linear value = new Linear(BertConfig.HIDDEN, BertConfig.HIDDEN);
    }

    static class Dense extends Module {

        final Linear dense;

        Dense(int in, int out) {
            dense = new Linear(in, out);
        }
    }

    static class Output extends Dense {

        final LayerNorm LayerNorm = new LayerNorm();

        Output(int in) {
            super(in, BertConfig.HIDDEN);
        }
    }
}
