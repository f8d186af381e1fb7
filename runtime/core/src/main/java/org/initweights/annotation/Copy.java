package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that parameters of a model begin as copies of others: target networks, teachers, exponential moving averages. A copy is written after
 * what it copies, draws nothing itself under any {@link org.initweights.RandomSource}, and is a tensor of its own from then on.
 *
 * <pre>{@code
 * class Encoder {
 *     @Shape({64, 64}) @Orthogonal float[] weight;
 * }
 *
 * @InitWeights
 * @Copy(param = "target.**", from = "online.**")
 * class Learner {
 *     final Encoder online = new Encoder();
 *     @NonTrainable final Encoder target = new Encoder();
 * }
 * }</pre>
 *
 * <p>Each parameter whose name matches {@link #param} has its counterpart in {@link #from}: wildcards stand for the same in both, in their order.
 * {@code *} is for any letters of one part of a name, {@code **} for any number of parts. Copies may follow each other. No rule is for a copy,
 * which starts as a rule for the other says.
 *
 * <p>If a copy is initialised alone, as in {@code parameters.named("target.**").initialize(source)}, it takes the values that the other has at
 * that time. What is known only when the model is built is an {@link IllegalArgumentException} with the same words then.
 *
 * <p>Errors:
 * <pre>{@code
 * @Copy(param = "b", from = "c") class Typo { @Shape(4) @Normal float[] a, b; }      // UnknownParameter: there is no c
 * @Copy(param = "b*", from = "a") class Stars { @Shape(4) @Normal float[] a, b; }    // CopyPattern: give both the same wildcards
 * @Copy(param = "a", from = "a") class Itself { @Shape(4) @Normal float[] a; }       // CopyCycle: name another in from
 * @Copy(param = "b", from = "a")                                                     // CopyConflict: the shapes differ
 * class Sizes { @Shape(4) @Normal float[] a; @Shape(5) @Normal float[] b; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Copies.class)
public @interface Copy {

    /** The names of the copies. */
    String param();

    /** The names of what they are copies of, with the wildcards of {@link #param} in the same order. */
    String from();
}
