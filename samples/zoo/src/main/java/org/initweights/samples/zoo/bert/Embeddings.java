package org.initweights.samples.zoo.bert;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.recipe.PaddingRow;

/** Embeddings of words, positions and sentences, which are added. */
class Embeddings extends Module {

    final Words word_embeddings = new Words();
    final Table position_embeddings = new Table(BertConfig.POSITIONS);
    final Table token_type_embeddings = new Table(BertConfig.SENTENCES);
    final LayerNorm LayerNorm = new LayerNorm();

    static class Words extends Module {

        @Shape(dims = "BertConfig.VOCABULARY, BertConfig.HIDDEN")
        @Normal(std = BertConfig.INITIALIZER_RANGE)
        @PaddingRow(index = BertConfig.PADDING)
        float[] weight;
    }

    static class Table extends Module {

        final int entries;

        @Shape(dims = "entries, BertConfig.HIDDEN")
        @Normal(std = BertConfig.INITIALIZER_RANGE)
        float[] weight;

        Table(int entries) {
            this.entries = entries;
        }
    }
}
