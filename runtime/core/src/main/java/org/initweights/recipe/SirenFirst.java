package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/**
 * SIREN: the first layer, U(±1 / fan_in).
 *
 * <p>Sitzmann and others, <i>Implicit neural representations with periodic activation functions</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "-1 / shape.fan_in", b = "1 / shape.fan_in")
public @interface SirenFirst {}
