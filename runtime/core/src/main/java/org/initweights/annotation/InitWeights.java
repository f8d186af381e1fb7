package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.TensorAdapter;

/**
 * Makes a class a model: the processor generates {@code <Model>Init} for it, with {@code initWeights(model, seed)} and
 * {@code parameters(model)}.
 *
 * <p>A class that has annotated fields is a model without it. It is needed on a class that has only sub-models; without it the
 * compiler says {@code UnmarkedModel} where {@code <Model>Init} is used:
 * <pre>{@code
 * class Dense { @Shape({4, 3}) @KaimingNormal float[] weight; }
 *
 * @InitWeights
 * class Net {
 *     final Dense first = new Dense();
 *     final List<Dense> rest = List.of(new Dense(), new Dense());
 * }
 * }</pre>
 *
 * <p>On an interface or a class that others extend, sealed or not, it makes every class, record and enum below it a model, wherever
 * that is compiled. Fields of this type are visited, and an object in them is initialised as the class that it is:
 * <pre>{@code
 * @InitWeights interface Layer {}
 * class Conv implements Layer { @Shape({8, 3, 3, 3}) @KaimingNormal float[] weight; }
 * enum Pooling implements Layer { MAX, AVERAGE }                                           // a model without parameters
 *
 * @InitWeights class Vision { final List<Layer> layers = List.of(new Conv(), Pooling.MAX); }
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * class Dense { @Shape({4, 3}) @KaimingNormal float[] weight; }
 *
 * @InitWeights class Nothing { int width; }                                  // NothingToInitialise: no parameter, no sub-model
 * @InitWeights private class Hidden { final Dense first = new Dense(); }     // PrivateModel: generated code cannot reach it
 * @InitWeights @interface Note {}                                            // ModelKind: an annotation cannot be a model
 * class Wide extends Dense { @Shape(4) @Ones float[] weight; }               // HiddenParameter: Dense has a weight already
 * @InitWeights(strict = true) class Strict {
 *     final Dense first = new Dense();
 *     float[] forgotten;                                                     // Uninitialized: annotate it, or @Skip it
 * }
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * class Part { @Shape({4, 3}) @KaimingNormal float[] weight; }
 * class Pair { final Part left = new Part(); }                               // a class like this needs the annotation
 *
 * @InitWeights class Whole {
 *     final Part part = new Part();
 *     final Pair pair = new Pair();                                          // Uninitialized: Pair is no model
 *     final Set<Part> parts = new HashSet<>();                               // IdentityOrder: the order changes from run to run
 *     float[] forgotten;                                                     // Uninitialized: without strict a warning
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface InitWeights {

    /**
     * Adapters for fields whose types the library does not know, such as the tensors of a framework. Each needs a constructor
     * without parameters that the model's package can call. None by default.
     *
     * <p>Subclasses have them too, and so has every class with an annotation of your own that names them:
     * <pre>{@code
     * @InitWeights(adapters = SegmentAdapter.class) @interface OverSegments {}
     *
     * @OverSegments class Net { @Shape({4, 3}) @KaimingNormal MemorySegment weight; }
     * }</pre>
     *
     * <p>Adapters that a library provides need not be named: {@code provides org.initweights.TensorAdapter with …} in its module, or on the
     * class path a file {@code org/initweights/adapters/<name of the tensor type, with slashes>} with the adapter's name. The first that is found
     * counts, of those that the class names, its annotations, its superclasses, and then libraries.
     */
    Class<? extends TensorAdapter<?>>[] adapters() default {};

    /**
     * Whether a field that can hold weights or models, and is neither initialised nor marked {@link Skip}, is an error. By default
     * {@code false}: it is the warning {@code Uninitialized}.
     */
    boolean strict() default false;
}
