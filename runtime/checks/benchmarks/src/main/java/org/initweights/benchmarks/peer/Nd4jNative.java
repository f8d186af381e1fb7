package org.initweights.benchmarks.peer;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.api.ops.random.impl.TruncatedNormalDistribution;
import org.nd4j.linalg.api.ops.random.impl.UniformDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** ND4J's native backend for the CPU, in place in one array, on as many threads as it takes. */
@State(Scope.Benchmark)
public class Nd4jNative {

    private INDArray array;

    @Setup
    public void prepare() {
        Nd4j.getRandom().setSeed(42);
        array = Nd4j.createUninitialized(DataType.FLOAT, ELEMENTS);
    }

    public INDArray uniform() {
        return Nd4j.getExecutioner().exec(new UniformDistribution(array, -BOUND, BOUND));
    }

    public INDArray normal() {
        return Nd4j.getExecutioner().exec(new GaussianDistribution(array, 0, STD));
    }

    /** Cut at two deviations, always. */
    public INDArray truncatedNormal() {
        return Nd4j.getExecutioner().exec(new TruncatedNormalDistribution(array, 0, STD));
    }
}
