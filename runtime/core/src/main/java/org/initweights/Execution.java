package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.kernel.DrawnFills;
import org.initweights.internal.work.ExecutorWorkers;
import org.initweights.internal.work.InterruptibleWorkers;
import org.initweights.internal.work.Workers;

/**
 * How parameters are initialised: on which threads, and with which listener. What is written does not depend on it.
 *
 * <pre>{@code
 * parameters.initialize(RandomSource.seeded(42), Execution.on(executor, 4)
 *         .withProgress((parameter, done, total) -> bar.set(done, total)));
 * }</pre>
 *
 * <p>Executions are immutable: threads may share one, and each that initialises is joined by helpers of its own. When initialising
 * ends, whether it returns or throws, none of its threads writes any more, and tasks that an executor starts later do nothing.
 */
public final class Execution {

    /** A parameter with no more elements than this is not worth several threads. */
    private static final long SMALL = 1 << 16;

    /** The most elements that are initialised before the listener hears of them. */
    private static final long GROUP = 1 << 22;

    /** No room even for a parameter without elements. */
    private static final long NONE = -1;

    private static final ProgressListener SILENT = (parameter, done, total) -> {};

    private final Workers workers;
    private final ProgressListener listener;

    private Execution(Workers workers, ProgressListener listener) {
        this.workers = workers;
        this.listener = listener;
    }

    /** On the calling thread and the threads of the common pool, or of the {@link ForkJoinPool} that the calling thread belongs to. */
    public static Execution parallel() {
        return new Execution(Workers.COMMON_POOL, SILENT);
    }

    /** On the calling thread alone. */
    public static Execution serial() {
        return new Execution(Workers.CALLER, SILENT);
    }

    /**
     * On the calling thread and the threads of an executor. If the executor is busy, or rejects or drops tasks, the calling thread does
     * the work. Any other exception of the executor ends the initialisation, which throws it.
     *
     * @param threads the most threads at the same time, including the calling one
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public static Execution on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("work cannot be done on " + threads + " threads");
        }
        return new Execution(new ExecutorWorkers(Objects.requireNonNull(executor, "executor"), threads), SILENT);
    }

    /** This execution, with a listener that is told of each parameter that is complete. */
    public Execution withProgress(ProgressListener listener) {
        return new Execution(workers, Objects.requireNonNull(listener, "listener"));
    }

    Workers workers() {
        return workers;
    }

    ProgressListener listener() {
        return listener;
    }

    /** Writes the initial values of parameters. When it returns or throws, no thread writes any more. */
    void initialize(Parameters parameters, RandomSource random) {
        SamplerSource source = SamplerSource.of(random);
        InterruptibleWorkers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        source.exclusively(() -> initialize(parameters, source.on(interruptible), interruptible));
    }

    /** Small neighbours are initialised at the same time, any other parameter by all threads together. */
    private void initialize(Parameters parameters, SamplerSource source, InterruptibleWorkers interruptible) {
        parameters.forEach(Parameter::checkReady);
        Derivations derivations = Derivations.among(parameters);
        derivations.independent().forEach(parameter -> DrawnFills.check(parameter, source));
        long total = parameters.elements();
        long done = 0;
        for (List<Parameter> group : groups(inOrder(derivations, source), source.isIndependent())) {
            if (interruptible.isCancelled()) {
                throw new CancellationException(
                        "interrupted before " + group.get(0).name() + " was initialised");
            }
            Workers together = isSmall(group) ? Workers.CALLER : interruptible;
            together.run(group.size(), i -> group.get(i).initialize(source));
            for (Parameter parameter : group) {
                done = Math.min(total, done + parameter.elements());
                listener.progressed(parameter, done, total);
            }
        }
    }

    /** What is drawn, as the source draws it, and then what starts from others. */
    private static List<Parameter> inOrder(Derivations derivations, SamplerSource source) {
        List<Parameter> order = new ArrayList<>(source.inOrder(derivations.independent()));
        order.addAll(derivations.derived());
        return order;
    }

    /** Whether a group, even of one parameter, is not worth a second thread of its own. */
    private static boolean isSmall(List<Parameter> group) {
        return group.size() == 1
                || group.stream().mapToLong(Parameter::elements).sum() <= SMALL;
    }

    /** Runs of parameters that can be initialised at the same time. */
    private static List<List<Parameter>> groups(List<Parameter> parameters, boolean independent) {
        List<List<Parameter>> groups = new ArrayList<>();
        long room = NONE;
        for (Parameter parameter : parameters) {
            boolean joins = independent
                    && parameter.isConcurrent()
                    && parameter.derivedFrom().isEmpty()
                    && parameter.elements() <= SMALL;
            if (!joins || parameter.elements() > room) {
                groups.add(new ArrayList<>());
                room = GROUP;
            }
            groups.get(groups.size() - 1).add(parameter);
            room = joins ? room - parameter.elements() : NONE;
        }
        return groups;
    }
}
