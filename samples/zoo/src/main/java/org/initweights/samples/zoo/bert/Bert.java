package org.initweights.samples.zoo.bert;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** BERT with both heads that it is trained with. The head that predicts words shares their embedding. */
public class Bert extends Module {

    final Trunk bert = new Trunk();
    final Heads cls = new Heads(bert.embeddings.word_embeddings);

    static class Trunk extends Module {

        final Embeddings embeddings = new Embeddings();
        final Encoder encoder = new Encoder();
        final Layer.Dense pooler = new Layer.Dense(BertConfig.HIDDEN, BertConfig.HIDDEN);
    }

    static class Encoder extends Module {

        final List<Module> layer =
                Stream.<Module>generate(Layer::new).limit(BertConfig.LAYERS).toList();
    }

    static class Heads extends Module {

        final WordHead predictions;
        final Linear seq_relationship = new Linear(BertConfig.HIDDEN, 2);

        Heads(Embeddings.Words words) {
            predictions = new WordHead(words);
        }
    }

    static class WordHead extends Module {

        @Shape(dims = "BertConfig.VOCABULARY")
        @Zeros
        float[] bias;

        final Layer.Output transform = new Layer.Output(BertConfig.HIDDEN);
        final Embeddings.Words decoder;

        WordHead(Embeddings.Words words) {
            decoder = words;
        }
    }
}
