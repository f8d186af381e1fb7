package org.initweights.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Another initializer for parameters of sub-models, over the one that they have themselves: PyTorch's
 * {@code for m in model.modules()} and {@code apply(fn)}, settled while the model compiles.
 *
 * <pre>{@code
 * @InitWeights
 * @InitRule(type = Conv2d.class, param = "weight", use = ResNetConv.class)
 * @InitRule(param = "head.**", use = Gpt2Normal.class)
 * class Net { … }
 * }</pre>
 *
 * <p>If several rules match a parameter, the narrowest wins: first by type, then by pattern, then by rank. The rules of a model
 * win over those of its sub-models. A rule that matches nothing is an error. The model's own fields keep their initializers.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(InitRules.class)
public @interface InitRule {

    /** The class of the sub-models that hold the parameters; their subclasses too. */
    Class<?> type() default Object.class;

    /**
     * The names of the parameters. {@code *} stands for any part of a name, {@code **} for any number of names between dots. A
     * pattern without a dot is matched with the field's name alone: {@code weight}, {@code *Bias}; any other with the whole name
     * in this model: {@code layers.*.weight}, {@code **.bias}.
     */
    String param() default "**";

    /** The number of dimensions of the parameters; by default any. */
    int rank() default -1;

    /** An annotation that is an initializer; its members have their defaults. */
    Class<? extends Annotation> use();
}
