package org.initweights.internal.draw.seeded;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.draw.Turns;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.work.Workers;

/**
 * The counter-based source for tensors without names: each tensor has a stream of its own, keyed by the seed and by how many were drawn
 * before. The keys are derived from that of the name {@code sequence}, by the tensor's number from 0.
 */
public final class SequenceSource implements SamplerSource {

    private static final long serialVersionUID = 1;

    private final long seed;
    private final transient AtomicLong next;
    private final transient Turns turns;
    private final transient Workers workers;

    /** Of which no tensor has drawn yet. */
    public SequenceSource(long seed) {
        this(seed, new AtomicLong(), new Turns(), Workers.COMMON_POOL);
    }

    private SequenceSource(long seed, AtomicLong next, Turns turns, Workers workers) {
        this.seed = seed;
        this.next = next;
        this.turns = turns;
        this.workers = workers;
    }

    @Override
    public Sampler sampler(String parameter) {
        return new CounterSampler(StreamKey.of(seed, "sequence").derive(next.getAndIncrement()), workers);
    }

    @Override
    public <E extends Exception> void exclusively(Drawing<E> drawing) throws E {
        turns.take(this, drawing);
    }

    @Override
    public boolean isByName() {
        return false;
    }

    /** With the same numbers, for one initialisation, which has its turn already. */
    @Override
    public SamplerSource on(Workers others) {
        return new SequenceSource(seed, next, new Turns(), others);
    }

    @Override
    public SamplerSource copy() {
        return new SequenceSource(seed, new AtomicLong(next.get()), new Turns(), workers);
    }

    @Override
    public String position() {
        return Long.toString(next.get());
    }

    @Override
    public void resume(String position) {
        next.set(Long.parseLong(position));
    }

    /** Where it stands; the number of a tensor is no secret of one JVM. */
    private record Form(long seed, long next) implements Serializable {
        private Object readResolve() {
            return new SequenceSource(seed, new AtomicLong(next), new Turns(), Workers.COMMON_POOL);
        }
    }

    private Object writeReplace() {
        return new Form(seed, next.get());
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a source is read from its serial form alone");
    }

    @Override
    public String toString() {
        return "RandomSource.sequence(" + seed + ")";
    }
}
