package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;

import java.nio.ByteBuffer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tensors that cannot be parameters are refused by their full name, with a cure, before anything is written; the JVM goes on. */
class RefusedTensorsTest {

    private final TorchTensorAdapter adapter = new TorchTensorAdapter();

    @ParameterizedTest
    @EnumSource(
            value = ScalarType.class,
            names = {"Byte", "Char", "Short", "Int", "Long", "Bool", "ComplexFloat", "Float8_e5m2", "UInt16"})
    void refusesOtherNumbersByTheirName(ScalarType type) {
        Tensor tensor = LibTorch.empty(type, 3);
        assertRefused(
                tensor,
                "fc.weight [3]: the tensor holds " + type + ", and a parameter holds Double, Float, Half or BFloat16;"
                        + " convert it, tensor.to(torch.ScalarType.Float), or make it a buffer");
    }

    @Test
    void refusesWhatHasNoElementsToWrite() {
        assertRefused(new Tensor(), "fc.weight [3]: the tensor is undefined, as new Tensor() is");
        assertRefused(LibTorch.zeros(ScalarType.Float, 3).to_sparse(), "the tensor is in the layout Sparse");
        assertRefused(meta(), "fc.weight [3]: the tensor is on the device meta, which keeps no elements");
    }

    @Test
    void refusesReadOnlyTensors() {
        Tensor expanded = LibTorch.zeros(ScalarType.Float, 1).expand(3);
        assertRefused(
                expanded, "fc.weight [3]: the tensor is read-only: several of its elements share one place in memory");
        assertRefused(torch.torch__efficientzerotensor(3), "the tensor is read-only");
        Tensor windows = LibTorch.zeros(ScalarType.Float, 4).unfold(0, 2, 1);
        assertThatThrownBy(() -> adapter.elements(windows)).hasMessageContaining("read-only");
    }

    @Test
    void refusesClosedTensorsBeforeAnythingIsWritten() {
        Tensor open = LibTorch.zeros(ScalarType.Float, 3);
        Tensor closed = LibTorch.zeros(ScalarType.Float, 3);
        Parameters parameters = Parameters.of(
                p -> p.tensor("fc.bias", open, adapter, normal(), 3).tensor("fc.weight", closed, adapter, normal(), 3));
        closed.close();
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "fc.weight [3]: the tensor has been closed, by close() or with its PointerScope");
        assertThat(LibTorch.floats(open)).containsOnly(0);
        assertThatThrownBy(() -> adapter.memory(closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> adapter.get(closed, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> adapter.write(closed, ByteBuffer.allocateDirect(12)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> parameters.get("fc.weight").get(0)).isInstanceOf(IllegalStateException.class);
    }

    private void assertRefused(Tensor tensor, String message) {
        Tensor other = LibTorch.zeros(ScalarType.Float, 3);
        assertThatThrownBy(() -> Parameters.of(p -> p.tensor("fc.bias", other, adapter, normal(), 3)
                        .tensor("fc.weight", tensor, adapter, normal(), 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fc.weight [3]: ")
                .hasMessageContaining(message);
        assertThat(LibTorch.floats(other)).containsOnly(0);
    }

    private static Tensor meta() {
        TensorOptions options = new TensorOptions(ScalarType.Float).device(new DeviceOptional(new Device("meta")));
        return torch.empty(new long[] {3}, options, new MemoryFormatOptional());
    }
}
