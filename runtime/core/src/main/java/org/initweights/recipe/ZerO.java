package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * ZerO: layers of a residual network that start without any randomness, from zeros, ones and a Hadamard matrix.
 *
 * <pre>
 * W = I                           out ≤ in, ones on the diagonal
 * W = H[:out, :in] / √p           out &gt; in, H the Hadamard matrix of p rows, p the least power of two with p ≥ out
 * W = 0 off the kernel's centre   convolutions, with the matrix above at the index ⌊size / 2⌋ of each spatial axis
 * </pre>
 *
 * <p>The factor 1 / √p is that of the authors' program; in the text of Algorithms 1 and 2 it is √2 times that. In a grouped convolution each
 * group has a matrix of its own. Example:
 * <pre>{@code
 * @Shape({64, 3, 3, 3})   @ZerO float[] stem;                    // columns of a Hadamard matrix of 64 rows
 * @Shape({64, 64, 3, 3})  @ZerO float[] conv;                    // the identity
 * @Shape({3072, 768})     @ZerO float[] up;                      // columns of one of 4096 rows
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @ZerO float[] bias;                                 // ZerORank: a vector is no layer; use @Zeros
 * }</pre>
 *
 * <p>Source: Zhao, Schäfer and Anandkumar, <i>ZerO initialization: initializing neural networks with only zeros and ones</i>, 2022,
 * Algorithms 1 and 2, and {@code example_mnist.ipynb} of its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ZerO {}
