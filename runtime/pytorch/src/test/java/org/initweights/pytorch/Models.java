package org.initweights.pytorch;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.ModuleListImpl;
import org.bytedeco.pytorch.ReLUImpl;
import org.bytedeco.pytorch.SequentialImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerImpl;
import org.bytedeco.pytorch.TransformerEncoderLayerOptions;

/** Small models of the kinds that people write. */
final class Models {

    private Models() {}

    /**
     * Two convolutions, one of them depthwise, with batch normalisation, and a classifier. JavaCPP frees a normalisation that only a sequence
     * holds, so there are fields for them.
     */
    static final class Cnn extends Module {
        final SequentialImpl features;
        final BatchNorm2dImpl firstNorm = new BatchNorm2dImpl(new BatchNormOptions(16));
        final BatchNorm2dImpl secondNorm = new BatchNorm2dImpl(new BatchNormOptions(32));
        final LinearImpl fc;

        Cnn() {
            Conv2dOptions first = new Conv2dOptions(3, 16, new LongPointer(3, 3));
            first.bias().put(false);
            Conv2dOptions depthwise = new Conv2dOptions(16, 32, new LongPointer(3, 3));
            depthwise.groups().put(16);
            SequentialImpl layers = new SequentialImpl();
            layers.push_back(new Conv2dImpl(first));
            layers.push_back(firstNorm);
            layers.push_back(new ReLUImpl());
            layers.push_back(new Conv2dImpl(depthwise));
            layers.push_back(secondNorm);
            features = register_module("features", layers);
            fc = register_module("fc", new LinearImpl(32, 10));
        }
    }

    /** A transformer whose layers are made one by one, so that each draws. */
    static final class Encoder extends Module {
        final EmbeddingImpl embedding;
        final ModuleListImpl layers;
        final LayerNormImpl norm;
        final LinearImpl head;

        Encoder() {
            embedding = register_module("embedding", new EmbeddingImpl(50, 16));
            layers = register_module("layers", new ModuleListImpl());
            for (int i = 0; i < 3; i++) {
                TransformerEncoderLayerOptions options = new TransformerEncoderLayerOptions(16, 4);
                options.dim_feedforward().put(32);
                layers.push_back(new TransformerEncoderLayerImpl(options));
            }
            norm = register_module("norm", new LayerNormImpl(new LongVector(new long[] {16})));
            head = register_module("head", new LinearImpl(16, 50));
        }
    }

    /** A language model of two layers that read both ways. */
    static final class Recurrent extends Module {
        final EmbeddingImpl embedding;
        final LSTMImpl lstm;
        final LinearImpl head;

        Recurrent() {
            EmbeddingOptions padded = new EmbeddingOptions(40, 12);
            padded.padding_idx().put(new LongOptional(1));
            LSTMOptions deep = new LSTMOptions(12, 20);
            deep.num_layers().put(2);
            deep.bidirectional().put(true);
            embedding = register_module("embedding", new EmbeddingImpl(padded));
            lstm = register_module("lstm", new LSTMImpl(deep));
            head = register_module("head", new LinearImpl(40, 40));
        }
    }
}
