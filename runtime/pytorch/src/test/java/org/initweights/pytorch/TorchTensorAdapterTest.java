package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.DType;
import org.initweights.RandomSource;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors of every type and order, read and written; PyTorch itself says what is right. */
class TorchTensorAdapterTest {

    private final TorchTensorAdapter adapter = new TorchTensorAdapter();

    static Stream<Arguments> floatTypes() {
        return Stream.of(
                Arguments.of(ScalarType.Double, DType.F64),
                Arguments.of(ScalarType.Float, DType.F32),
                Arguments.of(ScalarType.Half, DType.F16),
                Arguments.of(ScalarType.BFloat16, DType.BF16));
    }

    @ParameterizedTest
    @MethodSource("floatTypes")
    void drawsInTheTensorsOwnType(ScalarType type, DType dtype) {
        Tensor ours = LibTorch.zeros(type, 5, 31);
        Tensor theirs = LibTorch.empty(type, 5, 31);
        assertThat(adapter.dtype(ours)).isEqualTo(dtype);
        normal(0, 0.02).fill(ours, adapter, TensorShape.of(5, 31), LibTorch.source(3));
        torch.manual_seed(3);
        theirs.normal_(0, 0.02, new GeneratorOptional());
        LibTorch.assertSame("normal_", ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("floatTypes")
    void givesTheMemoryItself(ScalarType type, DType dtype) {
        Tensor tensor = LibTorch.zeros(type, 3, 4);
        ByteBuffer memory = adapter.memory(tensor).orElseThrow();
        assertThat(memory.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(memory.remaining()).isEqualTo(12 * dtype.bytes());
        tensor.fill_(new Scalar(1.5));
        byte[] now = new byte[memory.remaining()];
        memory.get(now);
        assertThat(ByteBuffer.wrap(now)).isEqualTo(LibTorch.bits(tensor));
    }

    @Test
    void knowsThePartOfALargerMemory() {
        Tensor all = LibTorch.zeros(ScalarType.Float, 4, 3);
        Tensor row = all.narrow(0, 2, 1);
        ByteBuffer memory = adapter.memory(row).orElseThrow();
        memory.putFloat(4, 7);
        assertThat(LibTorch.floats(all)).containsExactly(0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0);
    }

    /** All elements are written by one call, in any order of the axes. */
    @ParameterizedTest
    @MethodSource("floatTypes")
    void writesTransposedTensorsInPyTorchsOrder(ScalarType type, DType dtype) {
        Tensor ours = LibTorch.zeros(type, 24, 40).t();
        Tensor theirs = LibTorch.empty(type, 24, 40).t();
        assertThat(adapter.memory(ours)).isEmpty();
        normal(0, 1).fill(ours, adapter, TensorShape.of(40, 24), LibTorch.source(5));
        torch.manual_seed(5);
        theirs.normal_();
        LibTorch.assertSame("normal_", ours, theirs);
    }

    @Test
    void writesChannelsLastInPyTorchsOrder() {
        Tensor ours = LibTorch.zeros(ScalarType.Float, 8, 5, 3, 3).contiguous(torch.MemoryFormat.ChannelsLast);
        Tensor theirs = LibTorch.zeros(ScalarType.Float, 8, 5, 3, 3).contiguous(torch.MemoryFormat.ChannelsLast);
        TensorShape shape = TensorShape.of(8, 5, 3, 3);
        assertThat(adapter.strides(ours, shape)).containsExactly(45, 1, 15, 5);
        normal(0, 1).fill(ours, adapter, shape, LibTorch.source(6));
        torch.manual_seed(6);
        theirs.normal_();
        assertThat(LibTorch.bits(ours)).isEqualTo(LibTorch.bits(theirs));
    }

    @Test
    void fillsEveryOrderWithTheSameNumbersWhenTheyAreSeeded() {
        TensorShape shape = TensorShape.of(40, 24);
        Tensor plain = LibTorch.zeros(ScalarType.Float, 40, 24);
        truncNormal(0, 0.02, -0.03, 0.03).fill("w", plain, adapter, shape, RandomSource.seeded(1));
        Tensor gaps = LibTorch.zeros(ScalarType.Float, 40, 50).narrow(1, 7, 24);
        Tensor negative = LibTorch.zeros(ScalarType.Float, 40, 24)._neg_view();
        for (Tensor other :
                new Tensor[] {LibTorch.zeros(ScalarType.Float, 24, 40).t(), gaps, negative}) {
            assertThat(adapter.memory(other)).isEmpty();
            truncNormal(0, 0.02, -0.03, 0.03).fill("w", other, adapter, shape, RandomSource.seeded(1));
            assertThat(LibTorch.floats(other)).isEqualTo(LibTorch.floats(plain));
        }
    }

    /** Elements in pieces, as for tensors of more than 2 GB. */
    @ParameterizedTest
    @MethodSource("floatTypes")
    void readsAndPutsPieces(ScalarType type, DType dtype) {
        for (Tensor tensor : new Tensor[] {
            LibTorch.zeros(type, 3, 4), LibTorch.zeros(type, 4, 3).t()
        }) {
            float[] values = {1, -2, 3.5f, 0.25f, 99};
            adapter.put(tensor, 5, values, 4);
            float[] expected = {0, 0, 0, 0, 0, 1, -2, 3.5f, 0.25f, 0, 0, 0};
            assertThat(LibTorch.floats(tensor)).isEqualTo(expected);
            float[] back = new float[6];
            adapter.read(tensor, 4, back, 5);
            assertThat(back).containsExactly(0, 1, -2, 3.5f, 0.25f, 0);
            adapter.put(tensor, 11, new double[] {-8}, 1);
            double[] last = new double[3];
            adapter.read(tensor, 9, last, 3);
            assertThat(last).containsExactly(0, 0, -8);
            adapter.put(tensor, 0, values, 0);
            adapter.read(tensor, 12, last, 0);
            assertThat(IntStream.range(0, 12).mapToDouble(i -> adapter.get(tensor, i)))
                    .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 1.0, -2.0, 3.5, 0.25, 0.0, 0.0, -8.0);
        }
    }

    @Test
    void keepsAllDigitsOfDoubles() {
        Tensor tensor = LibTorch.zeros(ScalarType.Double, 2, 2).t();
        adapter.put(tensor, 1, new double[] {Math.PI}, 1);
        assertThat(adapter.get(tensor, 1)).isEqualTo(Math.PI);
    }

    @Test
    void refusesPlacesThatAreNotThere() {
        Tensor tensor = LibTorch.zeros(ScalarType.Float, 3);
        assertThatThrownBy(() -> adapter.get(tensor, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> adapter.get(tensor, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> adapter.write(tensor, ByteBuffer.allocateDirect(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("8 bytes for a tensor of 12");
    }

    @Test
    void writesWhatRequiresAGradientAndRecordsNothing() {
        for (Tensor weight : new Tensor[] {
            LibTorch.zeros(ScalarType.Float, 3, 4),
            LibTorch.zeros(ScalarType.Float, 4, 3).t()
        }) {
            weight.set_requires_grad(true);
            normal(0, 1).fill("w", weight, adapter, TensorShape.of(3, 4), RandomSource.seeded(1));
            assertThat(weight.requires_grad()).isTrue();
            assertThat(weight.is_leaf()).isTrue();
            assertThat(LibTorch.floats(weight.detach())).doesNotContain(0);
            assertThat(InferenceMode.is_enabled()).isFalse();
            assertThat(GradMode.is_enabled()).isTrue();
        }
    }

    @Test
    @SuppressWarnings("try") // Both hold while their blocks run.
    void leavesPyTorchsModesAndScopesAsTheyWere() {
        try (PointerScope scope = new PointerScope()) {
            Tensor transposed = LibTorch.zeros(ScalarType.Float, 4, 3).t();
            normal(0, 1).fill("w", transposed, adapter, TensorShape.of(3, 4), RandomSource.seeded(1));
            assertThat(InferenceMode.is_enabled()).isFalse();
            assertThat(PointerScope.getInnerScope()).isSameAs(scope);
            Tensor made;
            try (InferenceMode mode = new InferenceMode(true)) {
                made = LibTorch.zeros(ScalarType.Float, 4, 3).t();
                assertThat(InferenceMode.is_enabled()).isTrue();
                adapter.put(made, 0, new float[] {1}, 1);
                assertThat(InferenceMode.is_enabled()).isTrue();
            }
            assertThat(made.is_inference()).isTrue();
            adapter.put(made, 1, new float[] {2}, 1);
            assertThat(LibTorch.floats(made)).startsWith(1, 2, 0);
        }
    }

    /** The buffer alone keeps the tensor's memory, when the tensor's Java object is gone. */
    @Test
    void keepsTheTensorAsLongAsItsMemoryIsUsed() throws InterruptedException {
        ByteBuffer memory =
                adapter.memory(LibTorch.zeros(ScalarType.Float, 1 << 20)).orElseThrow();
        for (int i = 0; i < 20; i++) {
            System.gc();
            LibTorch.zeros(ScalarType.Float, 1 << 20).fill_(new Scalar(7f)).close();
            Thread.sleep(5);
        }
        assertThat(IntStream.range(0, 1 << 20).allMatch(i -> memory.getFloat(4 * i) == 0))
                .isTrue();
    }

    @Test
    void allocatesFloatsWhateverTheDefaultIs() {
        Tensor tensor = LibTorch.withDefault(ScalarType.Double, () -> adapter.allocate(TensorShape.of(2, 3)));
        assertThat(tensor.scalar_type().intern()).isEqualTo(ScalarType.Float);
        assertThat(tensor.shape()).containsExactly(2, 3);
    }

    @Test
    void isFoundWithoutBeingNamed() throws IOException, URISyntaxException {
        try (InputStream registration = TorchTensorAdapter.class.getResourceAsStream(
                "/org/initweights/adapters/" + Tensor.class.getName().replace('.', '/'))) {
            assertThat(registration)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualToIgnoringNewLines(TorchTensorAdapter.class.getName());
        }
        Path classes = Path.of(TorchTensorAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(module).provides()).anySatisfy(provided -> {
                assertThat(provided.service()).isEqualTo(TensorAdapter.class.getName());
                assertThat(provided.providers()).containsExactly(TorchTensorAdapter.class.getName());
            });
        }
    }
}
