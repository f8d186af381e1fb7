package good;

import java.util.List;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;

/** A model of models, with rules: its table shows what each parameter is drawn from. */
@InitWeights
@SuppressWarnings("initweights:Symmetry")
@InitRule(type = Tower.Dense.class, param = "weight", use = Tower.Small.class)
@InitRule(type = Tower.Wide.class, param = "weight", use = Ones.class)
@InitRule(param = "head.scale", use = Tower.Residual.class)
public class Tower {
    final int depth = Integer.parseInt("12");
    final int width = Integer.parseInt("64");

    @Normal(std = 0.5)
    @interface Small {}

    @Normal
    @Formula(std = "0.02 / sqrt(2 * (depth + 1))")
    @interface Residual {}

    public static class Dense {
        @Shape({2, 2}) @KaimingNormal float[] weight;
        @Shape(2) @Zeros float[] bias;
    }

    public static class Wide extends Dense {}

    public static final class Head {
        final int layer = Integer.parseInt("3");
        final int size = Integer.parseInt("8");

        @Shape(dims = "size, size") @Normal(std = 0.02) float[] query;
        @Shape(dims = "size, 2 * size") @KaimingNormal float[] key;
        @Shape(dims = "size, size") @Normal @Formula(std = "0.02 / sqrt(2 * (layer + 1))") float[] output;
        @Shape({3, 3}) @Normal(std = 0.1) float[] scale;
        @Shape(dims = "2 * size") @Zeros @Slice(value = "size : 2 * size", use = Ones.class) float[] gates;
    }

    final Dense first = new Dense();
    final Wide second = new Wide();
    final List<Dense> others = List.of(new Wide());
    final Head head = new Head();
    @Shape(dims = "width, depth") @Normal(std = 0.02) float[] table;
}
