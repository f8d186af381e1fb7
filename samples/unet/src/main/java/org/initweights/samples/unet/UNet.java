package org.initweights.samples.unet;

import static org.initweights.Layer.CONV;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/**
 * A U-Net small enough for a telephone: all levels are equally wide, and convolutions over space are depthwise. It
 * marks each pixel with one of the 21 classes of Pascal VOC.
 *
 * <p>Ronneberger, Fischer and Brox, <i>U-Net: convolutional networks for biomedical image segmentation</i>, 2015;
 * Howard et al., <i>MobileNets: efficient convolutional neural networks for mobile vision applications</i>, 2017.
 */
@InitWeights
public class UNet {

    static final int WIDTH = 64;
    static final int LEVELS = 4;
    static final int CLASSES = 21;

    final Stem stem = new Stem();
    final List<Block> encoder = Stream.generate(Block::new).limit(LEVELS).toList();
    final Block bottom = new Block();
    final List<Up> decoder = Stream.generate(Up::new).limit(LEVELS).toList();
    final Head head = new Head();

    /** From the colours of a pixel's surroundings to features. */
    static class Stem {
        @Shape({WIDTH, 3, 3, 3})
        @BeforeRelu
        float[] conv;

        final BatchNorm norm = new BatchNorm();
    }

    /** From features to classes. */
    static class Head {
        @Shape({CLASSES, WIDTH, 1, 1})
        @TorchDefault(CONV)
        float[] weight;

        @Shape(CLASSES)
        @TorchDefault(value = CONV, weight = "weight")
        float[] bias;
    }
}
