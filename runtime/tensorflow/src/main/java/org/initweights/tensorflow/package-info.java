/**
 * Tensors and variables of TensorFlow-Java as parameters.
 *
 * <p>{@link org.initweights.tensorflow.TensorFlowVariables} is where most users begin. With this module on the class or module path,
 * fields of the types {@code TFloat32}, {@code TFloat64}, {@code TFloat16} and {@code TBfloat16} of an annotated model need nothing more.
 */
@NullMarked
package org.initweights.tensorflow;

import org.jspecify.annotations.NullMarked;
