package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Layer;
import org.initweights.TorchVersion;

/**
 * Starts a parameter as the constructor of a PyTorch layer does, its {@code reset_parameters()}.
 *
 * <pre>
 * LINEAR, CONV, CONV_TRANSPOSE         weight and bias U(±1 / √fan_in)
 * BILINEAR                             weight and bias U(±1 / √in1)
 * RNN, LSTM, GRU                       every tensor U(±1 / √hidden)
 * BATCH_NORM, LAYER_NORM, GROUP_NORM   weight 1, bias 0
 * EMBEDDING                            N(0, 1)
 * MULTIHEAD_ATTENTION                  in-projections Xavier uniform, biases 0, bias_k and bias_v Xavier normal
 * </pre>
 *
 * <p>A bias names the field of its weight, since its bound follows from the weight's fan. A normalisation's bias names one too:
 * without it, it gets the rule of the weight, which is 1.
 * <pre>{@code
 * @Shape({10, 84}) @TorchDefault(Layer.LINEAR) float[] weight;
 * @Shape(10) @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] bias;
 * }</pre>
 *
 * <p>PyTorch takes the hidden size of a recurrent layer for the bound. It is found from the rows, which hold 1, 3 or 4 gates. The
 * projection of an LSTM with a {@code proj_size} has no gates, so it names a tensor of its layer that has:
 * <pre>{@code
 * @Shape({80, 8}) @TorchDefault(Layer.LSTM) float[] weight_hh_l0;
 * @Shape({8, 20}) @TorchDefault(value = Layer.LSTM, weight = "weight_hh_l0") float[] weight_hr_l0;
 * }</pre>
 *
 * <p>For a transposed convolution PyTorch counts {@code fan_in} by position: the second size times the kernel, though that axis
 * counts outputs. This annotation does the same.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({3, 4}) @TorchDefault(Layer.LINEAR) float[] weight;
 * @Shape({9, 4}) @TorchDefault(Layer.EMBEDDING) float[] table;
 * @Shape(3) @TorchDefault(Layer.LINEAR) float[] noFan;                                     // FanRank: name the weight of a bias
 * @Shape(3) @TorchDefault(value = Layer.LINEAR, weight = "wieght") float[] typo;           // UnknownWeight: no field of this name
 * @Shape({3, 4, 5}) @TorchDefault(Layer.LINEAR) float[] cube;                              // LayerRank: [out, in]
 * @Shape({10, 4}) @TorchDefault(Layer.LSTM) float[] gates;                                 // LayerGates: four gates do not divide 10
 * @Shape(9) @TorchDefault(value = Layer.EMBEDDING, weight = "table") float[] none;         // LayerBias: an embedding has no bias
 * @Shape({4, 4}) @TorchDefault(value = Layer.MULTIHEAD_ATTENTION, version = TorchVersion.V0_4) float[] old;   // LayerVersion: too old
 * @Shape(4) @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] uneven;         // DimensionConflict: the weight has 3 outputs
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(10) @TorchDefault(Layer.LAYER_NORM) float[] normBias;                             // NormalizationBias: starts as 1
 * @Shape({8, 20}) @TorchDefault(Layer.LSTM) float[] weight_hr;                             // RecurrentRows: a projection has no gates
 * @Shape(value = {8, 4, 3}, layout = Layout.IN_OUT_SPATIAL) @TorchDefault(Layer.CONV) float[] conv;    // LayerAxes: CONV is OUT_IN_SPATIAL
 * }</pre>
 *
 * <p>Source: {@code torch.nn.Linear.reset_parameters} and its like in each layer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface TorchDefault {

    /** The layer whose constructor is followed; there is no default. {@link Layer} says which tensors each has. */
    Layer value();

    /**
     * For a bias, and for the projection of an LSTM: the name of the field, in the same class, with the weight that the rule
     * depends on. Empty by default, which is right for a weight.
     */
    String weight() default "";

    /** Which PyTorch to follow: by default today's; {@code V0_4} for PyTorch 0.4. */
    TorchVersion version() default TorchVersion.CURRENT;
}
