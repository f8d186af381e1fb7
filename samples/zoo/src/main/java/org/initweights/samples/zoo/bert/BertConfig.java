package org.initweights.samples.zoo.bert;

/** {@code bert-base-uncased}. */
final class BertConfig {

    static final int VOCABULARY = 30_522;
    static final int POSITIONS = 512;
    static final int SENTENCES = 2;
    static final int HIDDEN = 768;
    static final int INTERMEDIATE = 3072;
    static final int LAYERS = 12;
    static final int PADDING = 0;
    static final double INITIALIZER_RANGE = 0.02;

    private BertConfig() {}
}
