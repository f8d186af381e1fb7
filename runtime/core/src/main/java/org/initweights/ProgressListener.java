package org.initweights;

/** Is told how far the initialisation of parameters has come, on the thread that called for it. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * A parameter is complete.
     *
     * @param done how many elements are written
     * @param total how many elements there are in all
     */
    void progressed(Parameter parameter, long done, long total);
}
