package org.initweights.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives parameters of sub-models another initializer than the one that stands on their fields.
 *
 * <p>It does while compiling what PyTorch does with {@code for m in model.modules()} or {@code model.apply(fn)}. Example, a network
 * that starts its convolutions and its head in its own way:
 * <pre>{@code
 * @KaimingNormal(mode = FanMode.FAN_OUT) @interface ResNetConv {}
 *
 * class Conv { @Shape({64, 64, 3, 3}) @TorchDefault(Layer.CONV) float[] weight; }
 *
 * class Linear { @Shape({10, 64}) @TorchDefault(Layer.LINEAR) float[] weight; }
 *
 * @InitWeights
 * @InitRule(type = Conv.class, param = "weight", use = ResNetConv.class)
 * @InitRule(param = "head.**", use = Gpt2Normal.class)
 * class Net {
 *     final List<Conv> stages = List.of(new Conv(), new Conv());
 *     final Linear head = new Linear();
 * }
 * }</pre>
 *
 * <p>The initializers on the model's own fields stay. The rules of a model win over the rules of its sub-models. If several rules
 * of one model match a parameter, the narrowest wins, as in overload resolution: a rule is narrower than another if everything that
 * it can match the other can match too, by type, by pattern and by rank together. A higher {@link #priority} wins over narrowness.
 *
 * <p>What is known only when the model is built, such as how many layers a list has, is checked then; a fault is an
 * {@link IllegalArgumentException} before anything is written.
 *
 * <p>Errors:
 * <pre>{@code
 * class Dense {
 *     @Shape({4, 4}) @KaimingNormal float[] weight;
 *     @Shape(4) @Zeros float[] bias;
 * }
 *
 * @InitWeights
 * @InitRule(param = "wieght", use = Ones.class)                       // RuleMatchesNothing: no parameter has this name
 * @InitRule(param = "a.*", use = Normal.class)
 * @InitRule(type = Dense.class, param = "bias", use = Ones.class)     // AmbiguousRules: for a.bias neither is narrower
 * @InitRule(param = "b.bias", use = Override.class)                   // NoInitializer: the annotation stands for none
 * @InitRule(param = "b.bias", use = Constant.class)                   // UseNeedsDefaults: its value is missing
 * class Net {
 *     final Dense a = new Dense();
 *     final Dense b = new Dense();
 * }
 *
 * @InitWeights
 * @InitRule(type = Dense.class, use = Ones.class)                     // RuleNeverWins: the other two take all that it matches
 * @InitRule(type = Dense.class, param = "weight", use = Normal.class)
 * @InitRule(type = Dense.class, param = "bias", use = Zeros.class)
 * class Other {
 *     final Dense[] layers = {new Dense()};
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(InitRules.class)
public @interface InitRule {

    /** The class whose fields are meant, in sub-models of this class and of its subclasses. By default any class. */
    Class<?> type() default Object.class;

    /**
     * A pattern for names. {@code *} stands for any part of a name without dots, {@code **} for any number of names. A pattern
     * without a dot is compared with the field's name alone: {@code weight}, {@code *Bias}. Any other is compared with the whole
     * name in this model: {@code layers.*.weight}, {@code **.bias}. By default {@code **}, every parameter.
     */
    String param() default "**";

    /** The number of dimensions that the parameters have: 1 for biases, 2 for matrices. By default -1, any. */
    int rank() default -1;

    /**
     * An annotation that is an initializer for a whole parameter, from the library or your own. Its members have their defaults;
     * for other values annotate an annotation of your own. There is no default.
     */
    Class<? extends Annotation> use();

    /** Decides before narrowness: a rule of a higher priority wins over one of a lower. 0 by default, may be negative. */
    int priority() default 0;

    /**
     * Whether the rule may be idle: it matches nothing, or narrower rules match everything that it does, in the model that was
     * built. Set it for layers that only some configurations have. By default {@code false}: that is an error.
     */
    boolean optional() default false;
}
