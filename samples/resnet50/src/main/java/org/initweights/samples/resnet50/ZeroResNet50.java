package org.initweights.samples.resnet50;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.InitWeights;

/**
 * ResNet-50 whose residual branches start as zero, so that every block starts as the identity: torchvision's
 * {@code resnet50(zero_init_residual=True)}.
 *
 * <p>Goyal et al., <i>Accurate, large minibatch SGD: training ImageNet in 1 hour</i>, 2017.
 */
@InitWeights
public class ZeroResNet50 {

    final Conv2d conv1 = new Conv2d(3, 64, 7);
    final BatchNorm2d bn1 = new BatchNorm2d(64);
    final List<ZeroBottleneck> layer1 = stage(3, 64, 64);
    final List<ZeroBottleneck> layer2 = stage(4, 256, 128);
    final List<ZeroBottleneck> layer3 = stage(6, 512, 256);
    final List<ZeroBottleneck> layer4 = stage(3, 1024, 512);
    final Linear fc = new Linear(2048, 1000);

    private static List<ZeroBottleneck> stage(int blocks, int in, int width) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> new ZeroBottleneck(block == 0 ? in : Branch.EXPANSION * width, width))
                .toList();
    }
}
