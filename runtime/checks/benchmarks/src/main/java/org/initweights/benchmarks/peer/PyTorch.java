package org.initweights.benchmarks.peer;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.CUT;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * PyTorch itself, as libtorch, in place in one tensor, on as many threads as it takes.
 *
 * <p>{@code trunc_normal_} is written in Python, so libtorch does not have it. Here are the same operations on tensors
 * in the same order, without Python's own cost.
 */
@State(Scope.Benchmark)
public class PyTorch {

    private static final GeneratorOptional DEFAULT_GENERATOR = new GeneratorOptional();

    /** The normal distribution function at 2, where the truncated normals are cut. */
    private static final double PHI_OF_2 = 0.9772498680518208;

    private Tensor tensor;

    @Setup
    public void prepare() {
        torch.manual_seed(42);
        tensor = torch.empty(ELEMENTS);
    }

    /** With a tensor of another size. */
    public static PyTorch of(long elements) {
        torch.manual_seed(42);
        PyTorch pytorch = new PyTorch();
        pytorch.tensor = torch.empty(elements);
        return pytorch;
    }

    public Tensor uniform() {
        return tensor.uniform_(-BOUND, BOUND, DEFAULT_GENERATOR);
    }

    public Tensor normal() {
        return tensor.normal_(0, STD, DEFAULT_GENERATOR);
    }

    /**
     * {@code torch.nn.init.trunc_normal_} of PyTorch 2.12 and later, for an interval of which at least 0.3 of the normal
     * distribution is inside: while any value is outside, a whole fresh tensor is drawn to replace those that are.
     */
    public Tensor truncatedNormal() {
        tensor.normal_(0, STD, DEFAULT_GENERATOR);
        while (replaceOutside()) {}
        return tensor;
    }

    private boolean replaceOutside() {
        // Without a scope the temporaries would live until Java's garbage collector finds them.
        try (PointerScope scope = new PointerScope()) {
            Tensor outside = tensor.lt(new Scalar(-CUT)).logical_or(tensor.gt(new Scalar(CUT)));
            if (!outside.any().item_bool()) {
                return false;
            }
            Tensor fresh = torch.empty_like(tensor).normal_(0, STD, DEFAULT_GENERATOR);
            tensor.copy_(torch.where(outside, fresh, tensor));
            return true;
        }
    }

    /** {@code torch.nn.init.trunc_normal_} up to PyTorch 2.11: the inverse of the distribution, in place. */
    public Tensor truncatedNormalUpTo211() {
        try (PointerScope scope = new PointerScope()) {
            double edge = 2 * PHI_OF_2 - 1;
            tensor.uniform_(-edge, edge, DEFAULT_GENERATOR);
            tensor.erfinv_();
            tensor.mul_(new Scalar(STD * Math.sqrt(2)));
            tensor.add_(new Scalar(0.0));
            return tensor.clamp_(new ScalarOptional(new Scalar(-CUT)), new ScalarOptional(new Scalar(CUT)));
        }
    }
}
