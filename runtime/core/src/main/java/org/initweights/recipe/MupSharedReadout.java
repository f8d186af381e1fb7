package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * An embedding that is also the readout, in the maximal update parametrization, µP: one tensor whose rows are looked up, and which is the weight
 * of the last layer too, as {@code @Tie(param = "head.weight", to = "wte.weight")} makes it.
 *
 * <pre>
 * w ~ N(0, std²),   output as a readout: × base / in,   learning rate: × 1 with Adam, × in / base with SGD
 * </pre>
 *
 * <p>{@code in} is the number of input channels of the readout, which is the width, and {@code base} what it is in the base model. It starts and
 * learns as a {@link MupEmbedding}, and as a {@link MupOutput} does. The forward pass multiplies by {@code base / in} what it gives as a readout;
 * rows that are looked up are multiplied by nothing. {@link org.initweights.Parameter#learningRateScale} and
 * {@link org.initweights.Parameter#outputMultiplier} of the parameter give the numbers, and so do the Javadoc of the generated class and the plan.
 * In a model that has one such annotation, each weight that grows with the width needs one. It stands on the field that is tied to. Example:
 * <pre>{@code
 * @Tie(param = "head", to = "wte")
 * class Lm {
 *     @Shape({50257, 1024}) @MupSharedReadout(std = 0.02, base = 64) float[] wte;    // output × 0.0625; × 16 with SGD
 *     @Shape({50257, 1024}) float[] head;
 * }
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({100, 256}) @MupSharedReadout float[] left;                             // MissingNumber: the model has no number named base
 * @Shape({100, 256}) @MupSharedReadout(std = -1, base = 64) float[] minus;       // Negative: 0 or more
 * @Shape(256) @MupSharedReadout(base = 64) float[] vector;                       // FanRank: one output is [1, 256]
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * whose columns <i>Input weights &amp; all biases</i> and <i>Output weights</i> agree in all but the multiplier, so that one tensor can be both;
 * {@code mup.MuSharedReadout}, of Microsoft's package. That also multiplies the start of the tensor by the root of the width, unless the model
 * is initialised after {@code set_base_shapes}; the table does not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupSharedReadout {
    /** The standard deviation, which is the same for all widths, 0 or more; 1 by default, as {@code torch.nn.Embedding} has it. */
    double std() default 1;

    /**
     * The number of input channels of the readout in the base model, more than 0. Left out, it is the model's field, method or
     * constant of this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
