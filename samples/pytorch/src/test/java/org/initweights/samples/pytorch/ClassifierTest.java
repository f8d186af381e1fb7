package org.initweights.samples.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;

/** Generated code allocates and fills PyTorch's tensors. */
class ClassifierTest {

    @Test
    void startsAsPyTorchsLayer() {
        Classifier ours = new Classifier();
        ClassifierInit.initWeights(ours, RandomSource.torch(42));
        torch.manual_seed(42);
        LinearImpl theirs = new LinearImpl(64, 10);
        assertThat(ours.weight.equal(theirs.weight())).isTrue();
        assertThat(ours.bias.equal(theirs.bias())).isTrue();
        Tensor x = torch.ones(3, 64);
        assertThat(ours.forward(x).equal(theirs.forward(x))).isTrue();
    }
}
