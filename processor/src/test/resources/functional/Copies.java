package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.XavierUniform;

/** Storage that is not what it seems is refused before anything is written. */
@SuppressWarnings("initweights:Symmetry")
public class Copies {
    private static final String COPY = "its getter returns a copy, so nothing would reach the model";

    public static class Getter {
        @Shape(3) @Ones float[] first = new float[3];
        @Shape(3) @Normal private final float[] w = new float[3];

        public float[] getW() {
            return w.clone();
        }

        /** Of the same name, so that no method reference to the getter is exact. */
        public float[] getW(int times) {
            return w;
        }
    }

    public static class Setter {
        @Shape(3) @Normal private float[] w;

        public float[] getW() {
            return w == null ? null : w.clone();
        }

        public void setW(float[] w) {
            this.w = w;
        }
    }

    public record Rec(@Shape(3) @Normal float[] w) {
        @Override
        public float[] w() {
            return w.clone();
        }
    }

    public static class Nested {
        @Shape({2, 2}) @Normal private final float[][] w = new float[2][2];

        public float[][] getW() {
            return Arrays.stream(w).map(float[]::clone).toArray(float[][]::new);
        }
    }

    public static class Lazy {
        @Shape(3) @Ones private float[] w;

        public float[] getW() {
            if (w == null) {
                w = new float[3];
            }
            return w;
        }
    }

    public static class Linear {
        @Shape(2) @Ones float[] w;
    }

    @InitWeights
    public static class SubModel {
        private final Linear linear = new Linear();

        public Linear getLinear() {
            return new Linear();
        }
    }

    @InitWeights
    public static class SubModels {
        private final List<Linear> layers = List.of(new Linear());

        public List<Linear> getLayers() {
            return layers.stream().map(layer -> new Linear()).toList();
        }
    }

    @InitWeights
    public static class View {
        private final List<Linear> layers = new ArrayList<>(List.of(new Linear()));
        private final Linear[] array = {new Linear()};
        private final Map<String, Linear> map = Map.of("a", new Linear());
        private final Linear one = new Linear();

        public List<Linear> getLayers() {
            return Collections.unmodifiableList(layers);
        }

        /** Of the same name. */
        public List<Linear> getLayers(int from) {
            return layers;
        }

        public Linear[] getArray() {
            return array.clone();
        }

        public Map<String, Linear> getMap() {
            return new HashMap<>(map);
        }

        public Linear getOne() {
            return one;
        }
    }

    public static class Rows {
        @Skip final float[][] rows = new float[3][];
        @Shape({3, 2}) @Normal final float[][] nested = rows;

        Rows() {
            Arrays.fill(rows, new float[2]);
        }
    }

    public static class Unset {
        int in;
        int out;
        @Shape(dims = "out, in") @XavierUniform float[] w;
    }

    public static class Doubled {
        int width;
        @Shape(dims = "2 * width, 3") @Ones float[] w;
    }

    @InitWeights
    public static class Unordered {
        @SuppressWarnings("initweights:IdentityOrder")
        final Set<Linear> set = new HashSet<>(List.of(new Linear(), new Linear()));
    }

    public static void check() {
        Getter getter = new Getter();
        refused("w: " + COPY, () -> Copies_GetterInit.initWeights(getter, 1));
        assertThat(getter.first).containsOnly(0);
        refused("w: " + COPY, () -> Copies_SetterInit.initWeights(new Setter(), 1));
        refused("w: " + COPY, () -> Copies_RecInit.initWeights(new Rec(new float[3]), 1));
        refused("w: " + COPY, () -> Copies_NestedInit.initWeights(new Nested(), 1));
        refused("linear: " + COPY, () -> Copies_SubModelInit.initWeights(new SubModel(), 1));
        refused("layers: " + COPY, () -> Copies_SubModelsInit.initWeights(new SubModels(), 1));
        refused("nested: its rows 0, 1 and 2 are one array", () -> Copies_RowsInit.initWeights(new Rows(), 1));
        refused(
                "w: out and in are 0; set them before the weights",
                () -> Copies_UnsetInit.initWeights(new Unset(), 1));
        refused(
                "w: 2 * width is 0; set it before the weights",
                () -> Copies_DoubledInit.initWeights(new Doubled(), 1));
        refused(
                "set: a HashSet of Linear, which has Object's hashCode",
                () -> Copies_UnorderedInit.initWeights(new Unordered(), 1));
        Lazy lazy = new Lazy();
        Copies_LazyInit.initWeights(lazy, 1);
        assertThat(lazy.w).containsOnly(1);
        View view = new View();
        Copies_ViewInit.initWeights(view, 1);
        assertThat(view.layers.get(0).w).containsOnly(1);
        assertThat(view.array[0].w).containsOnly(1);
        assertThat(view.map.get("a").w).containsOnly(1);
        assertThat(view.one.w).containsOnly(1);
    }

    private static void refused(String message, Runnable initialisation) {
        assertThatIllegalArgumentException().isThrownBy(initialisation::run).withMessageStartingWith(message);
    }
}
