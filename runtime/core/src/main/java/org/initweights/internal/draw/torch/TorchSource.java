package org.initweights.internal.draw.torch;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.TorchBuild;
import org.initweights.TorchVersion;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.draw.Turns;
import org.initweights.internal.order.Construction;
import org.initweights.internal.work.Workers;

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
    private final transient TorchGenerator generator;
    private final transient Sampler sampler;
    private final transient Workers workers;
    private final transient Turns turns = new Turns();

    /**
     * The generator after {@code torch.manual_seed(seed)}.
     *
     * @throws IllegalArgumentException if the version's random numbers are not known
     */
    public TorchSource(long seed, TorchBuild build, TorchVersion version) {
        this(seed, build, version, new TorchGenerator(seed), Workers.COMMON_POOL);
    }

    private TorchSource(long seed, TorchBuild build, TorchVersion version, TorchGenerator generator, Workers workers) {
        this.seed = seed;
        this.build = build;
        this.version = version;
        this.generator = generator;
        this.workers = workers;
        this.sampler = new TorchSampler(generator, Arithmetic.of(build), TruncatedNormals.of(version), workers);
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
    public SamplerSource on(Workers workers) {
        return new TorchSource(seed, build, version, generator, workers);
    }

    @Override
    public SamplerSource copy() {
        TorchGenerator other = new TorchGenerator(seed);
        other.resume(position());
        return new TorchSource(seed, build, version, other, workers);
    }

    @Override
    public Sampler sampler(String parameter) {
        return sampler;
    }

    @Override
    public List<Parameter> inOrder(List<Parameter> declared) {
        return Construction.of(declared);
    }

    @Override
    public String position() {
        synchronized (generator) {
            return generator.position();
        }
    }

    @Override
    public void resume(String position) {
        synchronized (generator) {
            generator.resume(position);
        }
    }

    /** The generator, where it stands now. */
    TorchGenerator generator() {
        return generator;
    }

    /** Where it stands: a source that was used goes on from there. */
    private record Form(long seed, TorchBuild build, TorchVersion version, String position) implements Serializable {
        private Object readResolve() {
            TorchSource source = new TorchSource(seed, build, version);
            source.resume(position);
            return source;
        }
    }

    private Object writeReplace() {
        return new Form(seed, build, version, position());
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a source is read from its serial form alone");
    }

    @Override
    public String toString() {
        return "RandomSource.torch(" + seed + ", " + build + ", " + version + ")";
    }
}
