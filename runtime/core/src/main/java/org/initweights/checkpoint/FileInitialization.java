package org.initweights.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.ProgressListener;
import org.initweights.RandomSource;
import org.initweights.checkpoint.Journal.Mark;
import org.initweights.io.SaveOptions;
import org.initweights.kernel.FillKernel;
import org.initweights.kernel.InterruptibleWorkers;
import org.initweights.kernel.SamplerSource;
import org.initweights.kernel.Workers;

/**
 * Initialises parameters straight into the files of a checkpoint, one after the other, each on all workers.
 *
 * @param parameters what to write; their own storage, if they have any, is left alone
 * @param plan all about the parameters as text, which tells plans apart
 * @param files how the files are laid out, and their metadata
 * @param memory how many bytes the elements on their way to the files may take
 * @param listener hears of each parameter that is complete
 */
public record FileInitialization(
        Parameters parameters,
        String plan,
        SaveOptions files,
        long memory,
        Workers workers,
        ProgressListener listener) {

    /** The least {@code memory}. */
    public static final long LEAST_MEMORY = PagePool.LEAST_MEMORY;

    /** Removes what an interrupted run left of a checkpoint. */
    public void discard(Path checkpoint) throws IOException {
        PartialFiles.discard(Layout.of(parameters, checkpoint, files));
    }

    /** Writes the checkpoint, or what an interrupted run left to write. If that fails, the source stands where it stood. */
    public void run(Path checkpoint, RandomSource random) throws IOException {
        SamplerSource source = SamplerSource.of(random);
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        source.exclusively(() -> run(checkpoint, source.on(interruptible)));
    }

    private void run(Path checkpoint, SamplerSource source) throws IOException {
        parameters.forEach(parameter ->
                WholeMatrix.checkFits(parameter, Runtime.getRuntime().maxMemory()));
        List<Parameter> steps = source.inOrder(parameters.stream().toList());
        Layout layout = Layout.of(parameters, checkpoint, files);
        if (!Files.exists(layout.journal())) {
            PartialFiles.checkRoom(layout);
        }
        String start = source.position();
        try (Journal journal = Journal.open(layout.journal(), layout.digest(plan), identity(source))) {
            Mark last = journal.last();
            if (last.steps() > 0) {
                source.resume(last.position());
            }
            if (last.steps() == 0 || last.steps() < steps.size()) {
                draw(steps, source, layout, journal);
            }
            PartialFiles.publish(layout, parameters);
            journal.delete();
        } catch (IOException e) {
            source.resume(start);
            if (Thread.currentThread().isInterrupted()) {
                // An interrupted thread closes the file that it reads or writes.
                throw (CancellationException)
                        new CancellationException("interrupted while " + checkpoint + " was initialised").initCause(e);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            source.resume(start);
            throw e;
        }
    }

    private String identity(SamplerSource source) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return source + " " + Digest.of(List.of(Digest.bytes(source.fingerprint(names))));
    }

    private void draw(List<Parameter> steps, SamplerSource source, Layout layout, Journal journal) throws IOException {
        int first = journal.last().steps();
        Progress progress = new Progress(steps, parameters.elements(), listener);
        progress.skip(first);
        try (PartialFiles partial = new PartialFiles(layout);
                Commits commits = new Commits(partial, journal)) {
            if (first == 0) {
                partial.create();
            } else {
                partial.resume();
            }
            PagePool pool = new PagePool(memory);
            commits.complete(new Mark(first, source.position()));
            for (int step = first; step < steps.size(); step++) {
                draw(steps.get(step), source, partial, pool);
                commits.complete(new Mark(step + 1, source.position()));
                progress.complete(step);
            }
        }
    }

    private void draw(Parameter parameter, SamplerSource source, PartialFiles partial, PagePool pool)
            throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before " + parameter.name() + " was initialised");
        }
        try {
            FillKernel.write(parameter.fill(), partial.storage(parameter, pool), source.sampler(parameter.name()));
            pool.writeAll(workers);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
