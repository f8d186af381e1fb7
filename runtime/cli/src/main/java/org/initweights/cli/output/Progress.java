package org.initweights.cli.output;

/** Is told how far a long piece of work has come; from any thread. */
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

    /** Counts bytes that are done. */
    void add(long bytes);

    /** Counts bytes that were done before, which say nothing about the speed. */
    void skip(long bytes);

    /** The work is over, or has failed. */
    @Override
    void close();

    /** Where progress is shown. */
    @FunctionalInterface
    interface Display {

        /** Begins a piece of work, whose length in bytes is given. */
        Progress begin(String work, long bytes);
    }
}
