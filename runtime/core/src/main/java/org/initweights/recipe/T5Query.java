package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * T5: the projection to the queries of the attention. T5 does not divide its scores by √d_kv; the smaller queries make up for that.
 *
 * <pre>
 * w ~ N(0, 1 / (in · headSize)),   in = d_model
 * </pre>
 *
 * <p>Example, 8 heads of 64:
 * <pre>{@code
 * @Shape({512, 768}) @T5Query(headSize = 64) float[] query;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({512, 768}) @T5Query float[] left;                      // MissingNumber: the model has no integer named headSize
 * @Shape(768) @T5Query(headSize = 64) float[] vector;            // FanRank: a vector has no input channels
 * @Shape({512, 768}) @T5Query(headSize = 0) float[] zero;        // FormulaValue: 1 or more
 * }</pre>
 *
 * <p>Source: Raffel and others, <i>Exploring the limits of transfer learning with a unified text-to-text transformer</i>, 2020;
 * {@code transformers.T5PreTrainedModel} with {@code initializer_factor = 1}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "1 / sqrt(shape.in * headSize)")
public @interface T5Query {
    /** The size of one head, {@code d_kv}, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int headSize() default 0;
}
