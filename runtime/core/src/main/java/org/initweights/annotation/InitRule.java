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
 * <p>If several rules match a parameter, the narrowest wins, as in overload resolution: one of which all that it can match another
 * matches too, by type, by pattern and by rank together. If none is narrower than all others, that is an error, unless {@link #priority}
 * decides. So is a rule that matches something and never wins, and one that matches nothing. What is known only when the model is built,
 * such as how many layers a list has, is an {@link IllegalArgumentException} then, before anything is written. The rules of a model win
 * over those of its sub-models. The model's own fields keep their initializers.
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

    /** A rule of a higher priority wins over one of a lower, however narrow that is. */
    int priority() default 0;

    /**
     * Whether the rule may match nothing, or be without effect since narrower rules match all that it does in the model that was built: for
     * a layer that not every configuration has.
     */
    boolean optional() default false;
}
