package org.initweights.cli;

import org.initweights.Parameter;
import org.initweights.ProgressListener;
import org.initweights.cli.output.Progress;

/** Shows progress in bytes, from counts of elements. The first count includes what an interrupted run had done before. */
final class ElementProgress implements ProgressListener {

    private final Progress progress;
    private final long bytes;
    private final Runnable begun;
    private long told = -1;

    /**
     * Nothing is done yet.
     *
     * @param begun is run before anything is shown
     */
    ElementProgress(Progress progress, long bytes, Runnable begun) {
        this.progress = progress;
        this.bytes = bytes;
        this.begun = begun;
    }

    @Override
    public void progressed(Parameter parameter, long done, long total) {
        if (told < 0) {
            begun.run();
            told = share(done - parameter.elements(), total);
            progress.skip(told);
        }
        long reached = share(done, total);
        progress.add(reached - told);
        told = reached;
    }

    /** All is done, and perhaps was before. */
    void complete() {
        if (told < 0) {
            begun.run();
        }
    }

    private long share(long elements, long total) {
        return total == 0 ? 0 : (long) ((double) bytes * elements / total);
    }
}
