package org.initweights.internal.draw.torch;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.TorchBuild;
import org.initweights.TorchVersion;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.draw.Turns;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.order.Construction;
import org.initweights.internal.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A PyTorch generator, which every parameter takes its numbers from in turn.
 *
 * <p><b>What it consumes.</b> The parameters of a model draw one after the other, in the order of PyTorch's constructors
 * ({@link Construction}); a parameter whose first values are overwritten draws twice. The state is the position: 624 words, how many of
 * them were given, and a cached normal.
 *
 * <p><b>Threads.</b> Those that share it wait for each other: whole initialisations by {@link #exclusively}, if they begin here, and each
 * tensor by the generator's monitor, as PyTorch's do by its mutex. Only what is made of drawn numbers is done by several threads.
 *
 * <p><b>Limits.</b> Linux on x86-64, PyTorch 2.13 and 2.14; {@code runtime/docs/parity.md} has the exceptions. {@code TorchParityTest}
 * holds the numbers, {@code SharedTorchSourceTest} the turns.
 */
public final class TorchSource implements SamplerSource {

    private static final long serialVersionUID = 1;

    private final long seed;
    private final TorchBuild build;
    private final TorchVersion version;
    private final transient Turns turns = new Turns();
    private final transient Workers workers;
    private final transient GeneratorMark start;

    /** Made when something is drawn: of thousands of copies, each for a parameter of its own, few draw. */
    private transient @Nullable Drawn drawn;

    /** What draws, and its generator. */
    private record Drawn(TorchGenerator generator, Sampler sampler) {}

    /**
     * The generator after {@code torch.manual_seed(seed)}.
     *
     * @throws IllegalArgumentException if the version's random numbers are not known
     */
    public TorchSource(long seed, TorchBuild build, TorchVersion version) {
        this(seed, build, version, new TorchGenerator(seed).mark(), Workers.COMMON_POOL, null);
        TruncatedNormals.of(version);
    }

    private TorchSource(
            long seed,
            TorchBuild build,
            TorchVersion version,
            GeneratorMark start,
            Workers workers,
            @Nullable TorchGenerator shared) {
        this.seed = seed;
        this.build = build;
        this.version = version;
        this.start = start;
        this.workers = workers;
        this.drawn = shared == null ? null : drawn(shared);
    }

    private Drawn drawn(TorchGenerator generator) {
        return new Drawn(
                generator, new TorchSampler(generator, Arithmetic.of(build), TruncatedNormals.of(version), workers));
    }

    private synchronized Drawn drawn() {
        Drawn made = drawn;
        if (made == null) {
            made = drawn(new TorchGenerator(start));
            drawn = made;
        }
        return made;
    }

    @Override
    public void check(TruncatedNormalFill fill, DType dtype) {
        TruncatedNormals.of(version).check(new Truncation(fill.location(), fill.scale(), fill.lower(), fill.upper()));
    }

    @Override
    public <E extends Exception> void exclusively(Drawing<E> drawing) throws E {
        turns.take(this, drawing);
    }

    @Override
    public boolean isByName() {
        return false;
    }

    /** With the same generator. */
    @Override
    public SamplerSource on(Workers others) {
        return new TorchSource(seed, build, version, start, others, generator());
    }

    @Override
    public SamplerSource copy() {
        return new TorchSource(seed, build, version, mark(), workers, null);
    }

    private synchronized GeneratorMark mark() {
        if (drawn == null) {
            return start;
        }
        TorchGenerator generator = generator();
        synchronized (generator) {
            return generator.mark();
        }
    }

    @Override
    public Sampler sampler(String parameter) {
        return drawn().sampler();
    }

    @Override
    public List<Parameter> inOrder(List<Parameter> declared) {
        return Construction.of(declared);
    }

    @Override
    public String position() {
        TorchGenerator generator = generator();
        synchronized (generator) {
            return generator.position();
        }
    }

    @Override
    public void resume(String position) {
        TorchGenerator generator = generator();
        synchronized (generator) {
            generator.resume(position);
        }
    }

    /** The generator, where it stands now. */
    TorchGenerator generator() {
        return drawn().generator();
    }

    /** Where it stands: a source that was used goes on from there. */
    private record Form(long seed, TorchBuild build, TorchVersion version, GeneratorMark mark) implements Serializable {
        private Object readResolve() {
            return new TorchSource(seed, build, version, mark, Workers.COMMON_POOL, null);
        }
    }

    private Object writeReplace() {
        return new Form(seed, build, version, mark());
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a source is read from its serial form alone");
    }

    @Override
    public String toString() {
        return "RandomSource.torch(" + seed + ", " + build + ", " + version + ")";
    }
}
