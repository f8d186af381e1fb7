/**
 * The annotations for models: the shape of each parameter, what it starts as, and what holds for a whole model.
 *
 * <p>A parameter has a {@link org.initweights.annotation.Shape} and one initializer, such as
 * {@link org.initweights.annotation.KaimingNormal}:
 * <pre>{@code
 * class Linear {
 *     @Shape({10, 84}) @KaimingNormal float[] weight;
 *     @Shape(10)       @Zeros         float[] bias;
 * }
 * }</pre>
 *
 * <p>The annotation processor checks both while the class compiles, and generates {@code LinearInit}. An annotation of your own that is
 * annotated with an initializer is one, too: {@code @KaimingNormal(mode = FanMode.FAN_OUT) @interface ResNetConv {}}. Ready-made ones
 * are in {@code org.initweights.recipe}.
 *
 * <p>Each annotation lists its mistakes under "Errors" and "Warnings", with the id that ends the compiler's message: {@code [FanRank]}.
 * {@code @SuppressWarnings("initweights:TruncationUnit")} switches a warning off.
 */
@NullMarked
package org.initweights.annotation;

import org.jspecify.annotations.NullMarked;
