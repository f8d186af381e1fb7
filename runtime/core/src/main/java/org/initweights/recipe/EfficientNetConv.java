package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;

/**
 * EfficientNet as timm builds it: N(0, 2 / fan_out), where fan_out is that of one group.
 *
 * <p>Tan and Le, <i>EfficientNet</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "sqrt(2 / shape.fan_out)")
public @interface EfficientNetConv {}
