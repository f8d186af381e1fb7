package org.initweights;

import java.io.Serializable;
import java.util.function.Function;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.draw.jax.JaxSource;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.draw.seeded.SequenceSource;
import org.initweights.internal.draw.torch.TorchSource;

/**
 * Where the random numbers of an initialisation come from.
 *
 * <table>
 * <caption>The three kinds of source</caption>
 * <tr><th></th><th>{@link #seeded}</th><th>{@link #torch(long)}</th><th>{@link #jax(long)}</th></tr>
 * <tr><td>generator</td><td>Threefry2x32, 20 rounds</td><td>MT19937</td><td>Threefry2x32, 20 rounds</td></tr>
 * <tr><td>an element depends on</td><td>seed, name, index</td><td>seed, all that was drawn before</td><td>key, index</td></tr>
 * <tr><td>bits of the seed that count</td><td>64</td><td>the low 32</td><td>the low 32</td></tr>
 * <tr><td>the same as</td><td>itself, on every JVM</td><td>PyTorch 2.13 and 2.14, CPU</td><td>JAX 0.10.2, CPU</td></tr>
 * <tr><td>threads for one parameter</td><td>any number</td><td>one draws</td><td>any number</td></tr>
 * </table>
 *
 * <p>Threads may share a source. Sources of the kinds {@link #seeded} and {@link #jax(long)} have no state. One of the kind
 * {@link #torch(long)} goes on with each use, as PyTorch's generator does: threads that use it at the same time wait for each other.
 * Models, plans and parameters that are initialised on their own are then drawn one after the other, each as a whole.
 *
 * <pre>{@code
 * StemInit.initWeights(stem, RandomSource.seeded(42));
 * }</pre>
 */
public sealed interface RandomSource extends Serializable permits SamplerSource {

    /**
     * The default source. It is counter-based: element <i>i</i> of a parameter is a pure function of the seed, the parameter's name and
     * <i>i</i>. So results do not depend on threads, on the order of initialisation or on other parameters, and adding a layer changes no
     * other layer. Renaming a parameter gives it other numbers.
     *
     * <p>Normals of float elements reach 6.5 standard deviations, those of doubles 8.5. Half floats are what float elements would be,
     * rounded. The streams are specified to the bit in {@code runtime/docs/streams.md}.
     *
     * @param seed any number; all 64 bits count
     */
    static RandomSource seeded(long seed) {
        return new SeededSource(seed);
    }

    /**
     * Counter-based, as {@link #seeded}, but by order instead of names: the first tensor drawn has the first stream, the next one the second.
     * Every tensor counts, also one whose initializer draws nothing. It is for tensors without names, and keeps its place from one call to the next.
     *
     * <p>Threads may share it: initialisations take turns, so which tensor comes first depends on the threads.
     */
    static RandomSource sequence(long seed) {
        return new SequenceSource(seed);
    }

    /**
     * PyTorch's numbers, bit for bit: those that its CPU generator gives after {@code torch.manual_seed(seed)}.
     *
     * <p>As in PyTorch, parameters draw one after the other, in the order of their declaration. The parameters of an attention draw in the
     * order of its constructor. The source goes on where it stopped: use it for one model after another, or for a model's defaults and
     * then for what overwrites some of them, as your PyTorch code does.
     *
     * <p>Orthogonal matrices and normals of doubles are PyTorch's up to the last digits, since they depend on its C libraries.
     *
     * @param seed as in PyTorch, only the low 32 bits count
     */
    static RandomSource torch(long seed) {
        return torch(seed, TorchBuild.AVX2, TorchVersion.CURRENT);
    }

    /** As {@link #torch(long)}, with the bits of one of PyTorch's builds. */
    static RandomSource torch(long seed, TorchBuild build) {
        return torch(seed, build, TorchVersion.CURRENT);
    }

    /** As {@link #torch(long)}, with the bits of a version of PyTorch. */
    static RandomSource torch(long seed, TorchVersion version) {
        return torch(seed, TorchBuild.AVX2, version);
    }

    /**
     * As {@link #torch(long)}, with the bits of a build and a version of PyTorch.
     *
     * @throws IllegalArgumentException if the random numbers of this version are not reproduced
     */
    static RandomSource torch(long seed, TorchBuild build, TorchVersion version) {
        return new TorchSource(seed, build, version);
    }

    /**
     * JAX's numbers, bit for bit: those that {@code jax.nn.initializers} give from {@code jax.random.key(seed)}, into which the
     * parameter's path was folded ({@link JaxKey#foldIn(String)}).
     *
     * <p>Orthogonal matrices and normals of doubles are JAX's up to the last digits, since they depend on its C libraries.
     *
     * @param seed only the low 32 bits count; for all 64 bits give {@link JaxKey#of64} to {@link #jax(JaxKey)}
     */
    static RandomSource jax(long seed) {
        return jax(JaxKey.of(seed));
    }

    /** As {@link #jax(long)}, from the root of a tree of keys. */
    static RandomSource jax(JaxKey root) {
        return new JaxSource("RandomSource.jax(" + root + ")", (Function<String, JaxKey> & Serializable) root::foldIn);
    }

    /**
     * As {@link #jax(long)}, with a key of your own for each parameter, by its name: to mirror the tree of keys of a JAX model.
     *
     * @param keys the key of the parameter of each name; threads that share the source may ask at the same time
     */
    static RandomSource jax(Function<? super String, JaxKey> keys) {
        return new JaxSource("RandomSource.jax(keys)", keys);
    }
}
