package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes two parameters of a model one: the field of {@link #param} holds the tensor that the field of {@link #to} holds, allocated once. Both
 * names are names of one {@link org.initweights.Parameter}, which starts as {@code to} says, is saved under that name, and found under each.
 *
 * <pre>{@code
 * class Embedding {
 *     @Shape({50_257, 768}) @Normal(std = 0.02) float[] weight;
 * }
 *
 * class Head {
 *     @Shape({50_257, 768}) @Normal(std = 0.02) float[] weight;
 * }
 *
 * @InitWeights
 * @Tie(param = "head.weight", to = "wte.weight")
 * class Gpt2 {
 *     final Embedding wte = new Embedding();
 *     final Head head = new Head();
 * }
 * }</pre>
 *
 * <p>Names are those that {@code parameters(model)} lists, seen from this model. What a name with an index or a key leads to is known only when
 * the model is built; what is wrong then is an {@link IllegalArgumentException} with the same words, before anything is allocated or written.
 * So is a tie of two fields that are final, or have no setter, and hold two tensors. Ties may follow each other, {@code a} to {@code b} and
 * {@code b} to {@code c}. A rule that names either name is for both.
 *
 * <p>Errors:
 * <pre>{@code
 * @Tie(param = "haed", to = "embed") class Typo { @Shape({4, 2}) @Normal float[] embed, head; }  // UnknownParameter: did you mean head?
 * @Tie(param = "head", to = "head") class Itself { @Shape({4, 2}) @Normal float[] head; }        // TieCycle: to names the one with the array
 * @Tie(param = "head", to = "embed")                                                             // TieConflict: two shapes are not one tensor
 * class Shapes { @Shape({4, 2}) @Normal float[] embed; @Shape({2, 4}) float[] head; }
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Tie(param = "head", to = "embed")
 * class Unused {
 *     @Shape({4, 2}) @Normal float[] embed;
 *     @Shape({4, 2}) @Normal(std = 3) float[] head;                      // TiedInitializer: head starts as embed does
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Ties.class)
public @interface Tie {

    /** The name of the parameter that is tied; its own initializer is not used. */
    String param();

    /** The name of the parameter that it is. */
    String to();
}
