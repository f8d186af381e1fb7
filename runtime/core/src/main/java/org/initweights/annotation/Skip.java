package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a field: it is no parameter to initialise, its storage stays as the model leaves it, and sub-models in it are not visited.
 *
 * <p>On a class or an interface: it is no model, whatever it extends or implements. Fields of this type are not visited, nor is an object
 * of it in a field of another type; nothing is said of its tensors.
 *
 * <pre>{@code
 * @Skip class RotaryTable implements Layer { float[] cos, sin; }     // computed, not trained
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Skip {}
