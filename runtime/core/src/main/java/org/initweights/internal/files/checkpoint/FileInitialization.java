package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.initweights.Parameter;
import org.initweights.ProgressListener;
import org.initweights.RandomSource;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.files.safetensors.CheckpointName;
import org.initweights.internal.files.safetensors.Publication;
import org.initweights.internal.kernel.DrawnFills;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.start.SourceCheck;
import org.initweights.internal.work.InterruptibleWorkers;
import org.initweights.internal.work.Workers;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;

/**
 * Initialises parameters straight into the files of a checkpoint, one after the other, each on all workers: first those whose elements are
 * given, then those that are drawn.
 *
 * @param parameters what to write; their own storage, if they have any, is left alone
 * @param plan all about the parameters as text, which tells plans apart
 * @param files how the files are laid out, and their metadata
 * @param memory how many bytes the elements on their way to the files may take
 * @param listener is told of each parameter that is complete
 * @param given the parameters whose elements are not drawn
 */
public record FileInitialization(
        List<Parameter> parameters,
        String plan,
        SaveOptions files,
        long memory,
        Workers workers,
        ProgressListener listener,
        GivenTensors given) {

    /** The least {@code memory}. */
    public static final long LEAST_MEMORY = PagePool.LEAST_MEMORY;

    /** This initialisation, but for parameters whose elements are given. */
    public FileInitialization with(GivenTensors tensors) {
        return new FileInitialization(parameters, plan, files, memory, workers, listener, tensors);
    }

    private Schedule schedule(DerivedTensors tensors, SamplerSource source) {
        return Schedule.of(Stream.of(
                        parameters.stream().filter(given::has),
                        source.inOrder(tensors.drawn()).stream(),
                        tensors.written().stream())
                .flatMap(steps -> steps)
                .toList());
    }

    /**
     * Removes what an interrupted run left of a checkpoint.
     *
     * @throws org.initweights.io.CheckpointException if a run is under way
     */
    public void discard(Path checkpoint) throws IOException {
        CheckpointName name = FileLayout.of(parameters, checkpoint, files).name();
        // Without a journal files of such names are somebody else's; those that are in the way are replaced later.
        boolean isInterrupted = Files.exists(name.journal());
        try {
            Journal.discard(name.journal(), () -> {
                if (isInterrupted) {
                    PartialFiles.discard(name);
                }
            });
        } catch (IOException e) {
            throw cancelledOr(e, checkpoint);
        }
    }

    /** An interrupted thread closes the file that it reads or writes: then this is not the fault of the file. */
    private static IOException cancelledOr(IOException failure, Path checkpoint) {
        if (Thread.currentThread().isInterrupted()) {
            throw (CancellationException)
                    new CancellationException("interrupted while " + checkpoint + " was initialised")
                            .initCause(failure);
        }
        return failure;
    }

    /** Writes the checkpoint, or what an interrupted run left to write. If that fails, the source stands where it stood. */
    public void run(Path checkpoint, RandomSource random) throws IOException {
        SamplerSource source = SamplerSource.of(random);
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        source.exclusively(() -> run(checkpoint, source.on(interruptible)));
    }

    private void run(Path checkpoint, SamplerSource source) throws IOException {
        DerivedTensors tensors = DerivedTensors.of(parameters, given);
        long heap = Runtime.getRuntime().maxMemory();
        tensors.check(source, heap);
        StringBuilder identity = new StringBuilder(plan + given.identity());
        for (Parameter parameter : tensors.drawn()) {
            NamedResolution.naming(parameter.name(), () -> identity.append(SourceCheck.check(parameter.fill())));
            DrawnFills.check(parameter, source);
            WholeMatrix.checkFits(parameter, heap);
        }
        String start = source.position();
        try {
            write(FileLayout.of(parameters, checkpoint, files), identity.toString(), tensors, source);
        } catch (IOException e) {
            source.resume(start);
            throw cancelledOr(e, checkpoint);
        } catch (RuntimeException | Error e) {
            source.resume(start);
            throw e;
        }
    }

    /**
     * Writes what is missing.
     *
     * @param identity tells this initialisation from others: the plan, and the files that parameters begin with, as they are now
     */
    private void write(FileLayout layout, String identity, DerivedTensors tensors, SamplerSource source)
            throws IOException {
        Schedule schedule = schedule(tensors, source);
        Path file = layout.name().journal();
        if (!Files.exists(file)) {
            PartialFiles.checkRoom(layout);
        }
        Publication publication = Publication.of(layout.name());
        String drawnFrom = source.fingerprint(names(tensors.drawn()));
        try (Journal journal = Journal.open(file, layout.digest(identity), identity(source, drawnFrom), schedule)) {
            FoundFiles found = new FoundFiles(layout, journal);
            boolean isDrawn = journal.last().steps() == schedule.size() && schedule.size() > 0;
            if (journal.last().steps() > 0) {
                resume(source, journal, file);
            }
            if (!isDrawn) {
                if (journal.last().steps() > 0) {
                    found.checkPartial(parameters);
                }
                draw(schedule, tensors, source, layout, journal, publication);
            }
            CompleteFiles complete = given.tensors().isEmpty()
                    ? CompleteFiles.drawn(layout, plan, drawnFrom)
                    : CompleteFiles.of(layout, journal.checksums());
            complete.publish(isDrawn ? found.complete(complete.save(), parameters) : complete.partial(), publication);
            journal.delete();
        }
    }

    private static void resume(SamplerSource source, Journal journal, Path file) throws CheckpointException {
        try {
            source.resume(journal.last().position());
        } catch (RuntimeException e) {
            throw new CheckpointException(
                    file,
                    "it is damaged: it says nothing that " + source
                            + " can go on from; begin anew with InitializeOptions.startOver()",
                    e);
        }
    }

    private static String identity(SamplerSource source, String drawnFrom) {
        return source + " " + Digest.of(List.of(Digest.bytes(drawnFrom)));
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(DrawOrder::streamName).toList();
    }

    private void draw(
            Schedule schedule,
            DerivedTensors tensors,
            SamplerSource source,
            FileLayout layout,
            Journal journal,
            Publication publication)
            throws IOException {
        int first = journal.last().steps();
        long elements = parameters.stream().mapToLong(Parameter::elements).sum();
        StepCount progress = new StepCount(schedule.steps(), elements, listener);
        progress.skip(first);
        try (PartialFiles partial = new PartialFiles(layout);
                Commits commits = new Commits(partial, journal, schedule)) {
            if (first == 0) {
                partial.create(publication.access());
            } else {
                partial.resume();
            }
            PagePool pool = new PagePool(memory);
            commits.complete(first, source.position());
            for (int step = first; step < schedule.size(); step++) {
                draw(schedule.steps().get(step), tensors, source, partial, pool);
                commits.complete(step + 1, source.position());
                progress.complete(step);
            }
        }
    }

    private void draw(
            Parameter parameter, DerivedTensors tensors, SamplerSource source, PartialFiles partial, PagePool pool)
            throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before " + parameter.name() + " was initialised");
        }
        try {
            if (given.has(parameter)) {
                given.write(parameter, partial.range(parameter));
                return;
            }
            if (tensors.write(parameter, partial, pool)) {
                pool.writeAll(workers);
                return;
            }
            NamedResolution.naming(
                    parameter.name(),
                    () -> FillKernel.write(
                            parameter.fill(),
                            partial.storage(parameter, pool),
                            source.sampler(DrawOrder.streamName(parameter))));
            pool.writeAll(workers);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
