package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.TruncNormal;

/**
 * Llama as torchtitan builds it: the output projection, N(0, 1 / in) cut at ±3σ.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@TruncNormal
@Formula(std = "1 / sqrt(shape.in)", a = "-3 / sqrt(shape.in)", b = "3 / sqrt(shape.in)")
public @interface LlamaOutput {}
