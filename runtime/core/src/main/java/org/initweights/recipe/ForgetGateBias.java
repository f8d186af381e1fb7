package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Constant;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Slice;

/**
 * Opens the forget gate of an LSTM at the start, so that the cell remembers.
 *
 * <pre>
 * b[hidden : 2 · hidden] = value,   hidden = rows / 4
 * </pre>
 *
 * <p>This is the second quarter of a bias in PyTorch's order of gates: input, forget, cell, output. The annotation goes beside the
 * initializer of the whole bias. PyTorch adds two biases, so it goes on one of them:
 * <pre>{@code
 * final int hidden = 128;
 * @Shape(dims = "4 * hidden") @Zeros @ForgetGateBias float[] biasIh;
 * @Shape(dims = "4 * hidden") @Zeros float[] biasHh;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(16) @ForgetGateBias float[] alone;                      // SliceCoverage: the other gates have no initializer
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(10) @Zeros @ForgetGateBias float[] odd;                 // ForgetGate: 10 rows are not four gates
 * @Shape(16) @Zeros @ForgetGateBias float[] bias_ih;
 * @Shape(16) @Zeros @ForgetGateBias float[] bias_hh;             // BiasesAdd: the layer adds both, which makes 2
 * }</pre>
 *
 * <p>Source: Jozefowicz, Zaremba and Sutskever, <i>An empirical exploration of recurrent network architectures</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constant(1)
@Slice("shape.rows / 4 : shape.rows / 2")
public @interface ForgetGateBias {
    /** The bias of the forget gate, any finite number. Left out, it is the model's number of this name, or 1 if the model has none. */
    @FromModel(optional = true, meaning = "the bias of the forget gate")
    double value() default 1;
}
