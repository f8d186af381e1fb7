package org.initweights.pytorch;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zeros;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.initweights.Initializer;
import org.initweights.Layer;
import org.initweights.TensorShape;

/** What the constructor of one kind of module gives the parameters and buffers that the module has itself. */
sealed interface LayerDefaults {

    /**
     * How a parameter or buffer starts, if the module's class says so.
     *
     * @param name its name in the module, {@code weight}
     * @param shapes the shapes of all that the module has itself, by their names
     */
    Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes);

    /** The defaults of a module inside this one, which may make other values of what that one's constructor has drawn. */
    default LayerDefaults inner(String name, LayerDefaults own) {
        return own;
    }

    /** A module of which nothing is known: a user's own, or one without parameters. */
    record Unknown() implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return Optional.empty();
        }
    }

    /** A layer with a weight, and a bias that depends on the weight's shape. */
    record Weighted(Layer layer) implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return switch (name) {
                case "weight" -> Optional.of(torchDefault(layer));
                case "bias" -> Optional.ofNullable(shapes.get("weight")).map(weight -> torchDefault(layer, weight));
                default -> Optional.empty();
            };
        }
    }

    /** Normalisation: weight 1, bias 0, and the statistics of a standard normal. */
    record Normalization() implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return switch (name) {
                case "weight", "running_var" -> Optional.of(ones());
                case "bias", "running_mean" -> Optional.of(zeros());
                default -> Optional.empty();
            };
        }
    }

    /** An embedding, with the row that stands for padding, if there is one. */
    record Table(OptionalLong padding) implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            if (!name.equals("weight")) {
                return Optional.empty();
            }
            Initializer rows = torchDefault(Layer.EMBEDDING);
            return Optional.of(
                    padding.isEmpty() ? rows : rows.withRows(padding.getAsLong(), padding.getAsLong() + 1, zeros()));
        }
    }

    /** A recurrent layer or cell. Every tensor goes by the hidden size, which the first of them tells. */
    record Recurrent(Layer layer) implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            if (!name.matches("(weight|bias)_(ih|hh|hr)(_l\\d+(_reverse)?)?")) {
                return Optional.empty();
            }
            return name.startsWith("weight_ih")
                    ? Optional.of(torchDefault(layer))
                    : shapes.entrySet().stream()
                            .filter(shape -> shape.getKey().startsWith("weight_ih"))
                            .findFirst()
                            .map(weight -> torchDefault(layer, weight.getValue()));
        }
    }

    /** An attention. The bias of its out-projection, a layer of its own, becomes 0. */
    record Attention() implements LayerDefaults {

        private static final LayerDefaults OUT_PROJECTION = new OutProjection();

        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return switch (name) {
                case "in_proj_weight",
                        "in_proj_bias",
                        "q_proj_weight",
                        "k_proj_weight",
                        "v_proj_weight",
                        "bias_k",
                        "bias_v" -> Optional.of(torchDefault(Layer.MULTIHEAD_ATTENTION));
                default -> Optional.empty();
            };
        }

        @Override
        public LayerDefaults inner(String name, LayerDefaults own) {
            return name.equals("out_proj") ? OUT_PROJECTION : own;
        }
    }

    /** The linear layer inside an attention. */
    record OutProjection() implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return switch (name) {
                case "weight" -> Optional.of(torchDefault(Layer.LINEAR));
                case "bias" -> Optional.of(torchDefault(Layer.MULTIHEAD_ATTENTION));
                default -> Optional.empty();
            };
        }
    }

    /** A ReLU with a slope that is learned. */
    record Slope(double start) implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            return name.equals("weight") ? Optional.of(constant(start)) : Optional.empty();
        }
    }

    /**
     * A whole transformer: when all layers are there, each parameter of two dimensions or more becomes Xavier uniform.
     *
     * @param own the defaults of a module inside it
     */
    record InTransformer(LayerDefaults own) implements LayerDefaults {
        @Override
        public Optional<Initializer> initializer(String name, Map<String, TensorShape> shapes) {
            TensorShape shape = shapes.get(name);
            return shape != null && shape.rank() > 1 ? Optional.of(xavierUniform()) : own.initializer(name, shapes);
        }

        @Override
        public LayerDefaults inner(String name, LayerDefaults inner) {
            return new InTransformer(own.inner(name, inner));
        }
    }
}
