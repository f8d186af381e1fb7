package org.initweights.benchmarks.peer;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * DJL with its PyTorch engine.
 *
 * <p>DJL cannot draw into an array that is there, so each draw pays for a new one, as DJL's own initializers do.
 */
@State(Scope.Benchmark)
public class Djl {

    private static final Shape SHAPE = new Shape(ELEMENTS);

    private NDManager manager;

    @Setup
    public void prepare() {
        manager = NDManager.newBaseManager();
        manager.getEngine().setRandomSeed(42);
    }

    @TearDown
    public void close() {
        manager.close();
    }

    public void uniform() {
        manager.randomUniform(-BOUND, BOUND, SHAPE, DataType.FLOAT32).close();
    }

    public void normal() {
        manager.randomNormal(0, STD, SHAPE, DataType.FLOAT32).close();
    }

    /** Cut at two deviations, always; drawn in Java, then copied to PyTorch. */
    public void truncatedNormal() {
        manager.truncatedNormal(0, STD, SHAPE, DataType.FLOAT32).close();
    }
}
