package org.initweights.cli.output;

/** Hears how far a long work is; from any thread. */
public interface Progress extends AutoCloseable {

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void add(long bytes) {}

        @Override
        public void skip(long bytes) {}

        @Override
        public void close() {}
    };

    /** So many bytes more are done. */
    void add(long bytes);

    /** So many bytes were done before, which says nothing of how fast the work is. */
    void skip(long bytes);

    /** The work is over, or has failed. */
    @Override
    void close();

    /** Where progress is shown. */
    @FunctionalInterface
    interface Display {

        /** Begins a work of so many bytes. */
        Progress begin(String work, long bytes);
    }
}
