package functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** Private fields behind accessors, records, sealed interfaces, and a user's own tensor type. */
@SuppressWarnings("initweights:Symmetry")
public class Accessors {
    public static class Bean {
        @Shape({2, 2}) @Ones private float[] weight;
        private final List<String> calls = new ArrayList<>();

        public float[] getWeight() {
            return weight;
        }

        public void setWeight(float[] weight) {
            calls.add("set");
            this.weight = weight;
        }
    }

    public record Row(@Shape(3) @Ones float[] weight) implements Part {}

    @InitWeights
    public sealed interface Part permits Row, Column {}

    public static final class Column implements Part {
        @Shape({3, 1}) @Ones float[] weight;
    }

    @InitWeights
    public static class Parts {
        final List<Part> parts = List.of(new Row(new float[3]), new Column());
    }

    public static final class Tensor {
        final float[] data;

        Tensor(int size) {
            data = new float[size];
        }
    }

    public static final class Adapter implements TensorAdapter<Tensor> {
        @Override
        public Tensor allocate(TensorShape shape) {
            return new Tensor((int) shape.elements());
        }

        @Override
        public long elements(Tensor tensor) {
            return tensor.data.length;
        }

        @Override
        public double get(Tensor tensor, long index) {
            return tensor.data[(int) index];
        }

        @Override
        public void put(Tensor tensor, long offset, float[] values, int count) {
            System.arraycopy(values, 0, tensor.data, (int) offset, count);
        }
    }

    @InitWeights(adapters = Adapter.class)
    public static class Adapted {
        @Shape({30, 50}) @Normal Tensor weight;
    }

    public static class Plain {
        @Shape({30, 50}) @Normal float[] weight;
    }

    public static void check() {
        Bean bean = new Bean();
        Accessors_BeanInit.initWeights(bean, 1);
        Accessors_BeanInit.initWeights(bean, 2);
        assertThat(bean.weight).containsExactly(1, 1, 1, 1);
        assertThat(bean.calls).containsExactly("set");

        Parts parts = new Parts();
        Accessors_PartsInit.initWeights(parts, 1);
        assertThat(Accessors_PartsInit.parameters(parts).get("parts.1.weight").get(2)).isEqualTo(1);
        assertThat(((Row) parts.parts.get(0)).weight()).containsOnly(1);

        Adapted adapted = new Adapted();
        Plain plain = new Plain();
        Accessors_AdaptedInit.initWeights(adapted, 3);
        Accessors_PlainInit.initWeights(plain, 3);
        assertThat(adapted.weight.data).isEqualTo(plain.weight);
    }
}
