package org.initweights.cli;

import org.initweights.Parameter;
import org.initweights.ProgressListener;
import org.initweights.cli.output.Progress;

/** Shows progress in bytes, from counts of elements. The first count includes what an interrupted run had done before. */
final class ElementProgress implements ProgressListener {

    private final Progress progress;
    private final long bytes;
    private long told = -1;

    ElementProgress(Progress progress, long bytes) {
        this.progress = progress;
        this.bytes = bytes;
    }

    @Override
    public void progressed(Parameter parameter, long done, long total) {
        if (told < 0) {
            told = share(done - parameter.elements(), total);
            progress.skip(told);
        }
        long reached = share(done, total);
        progress.add(reached - told);
        told = reached;
    }

    private long share(long elements, long total) {
        return total == 0 ? 0 : (long) ((double) bytes * elements / total);
    }
}
