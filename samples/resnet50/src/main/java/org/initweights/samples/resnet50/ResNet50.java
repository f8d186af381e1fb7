package org.initweights.samples.resnet50;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.InitWeights;

/**
 * ResNet-50 for the 1000 classes of ImageNet, named and started as torchvision's {@code resnet50()}.
 *
 * <p>He, Zhang, Ren and Sun, <i>Deep residual learning for image recognition</i>, 2015.
 */
@InitWeights
public class ResNet50 {

    final Conv2d conv1 = new Conv2d(3, 64, 7);
    final BatchNorm2d bn1 = new BatchNorm2d(64);
    final List<Bottleneck> layer1 = stage(3, 64, 64);
    final List<Bottleneck> layer2 = stage(4, 256, 128);
    final List<Bottleneck> layer3 = stage(6, 512, 256);
    final List<Bottleneck> layer4 = stage(3, 1024, 512);
    final Linear fc = new Linear(2048, 1000);

    private static List<Bottleneck> stage(int blocks, int in, int width) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> new Bottleneck(block == 0 ? in : Bottleneck.EXPANSION * width, width))
                .toList();
    }
}
