package org.initweights.internal.draw.torch;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Draws as the fills of PyTorch's CPU tensors do. All parameters draw from one generator, one after the other; a thread that draws holds
 * the generator's monitor.
 *
 * <p>How many words a call consumes stands at {@link UniformFills}, {@link NormalFills} and {@link TruncatedNormals}. A shuffle of n items
 * takes n - 1 words.
 *
 * <p>Unlike other samplers this one goes on where it stopped, and the parameter's name counts for nothing.
 */
final class TorchSampler implements Sampler {

    private final TorchGenerator generator;
    private final Arithmetic arithmetic;
    private final UniformFills uniforms;
    private final NormalFills normals;
    private final TruncatedNormals truncatedNormals;
    private final Workers workers;

    TorchSampler(TorchGenerator generator, Arithmetic arithmetic, TruncatedNormals truncatedNormals, Workers workers) {
        this.generator = generator;
        this.arithmetic = arithmetic;
        this.uniforms = new UniformFills(generator, arithmetic);
        this.normals = new NormalFills(generator, arithmetic);
        this.truncatedNormals = truncatedNormals;
        this.workers = workers;
    }

    /** {@code uniform_(lower, upper)}. */
    @Override
    public void uniform(Storage target, double lower, double upper) {
        synchronized (generator) {
            uniforms.fill(target, lower, upper);
        }
    }

    /** {@code normal_(mean, std)}. */
    @Override
    public void normal(Storage target, double mean, double std) {
        synchronized (generator) {
            normals.fill(target, mean, std);
        }
    }

    /** {@code torch.nn.init.trunc_normal_(mean, std, lower, upper)}. */
    @Override
    public void truncatedNormal(Storage target, double mean, double std, double lower, double upper) {
        synchronized (generator) {
            truncatedNormals.fill(this, target, new Truncation(mean, std, lower, upper));
        }
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    /** Numbers are drawn one after the other; what is made of them need not be. */
    @Override
    public Workers workers() {
        return workers;
    }

    /**
     * A slice draws where the generator stands, like the rest of the tensor, as the view that it is. What PyTorch's {@code trunc_normal_}
     * draws again for a view with gaps, and with which strides, is not known; here it has those of the view.
     */
    @Override
    public Sampler part(long from) {
        return this;
    }

    /**
     * {@code items[torch.randperm(items.length)]}: PyTorch's {@code randperm_cpu}, Fisher and Yates' shuffle from the first item on, one
     * word an item, for less than 2³² / 20 items, where PyTorch takes another way. The number of the shuffle counts for nothing.
     */
    @Override
    public void shuffle(int[] items, long draw) {
        synchronized (generator) {
            for (int i = 0; i < items.length - 1; i++) {
                int j = i + generator.below(items.length - i);
                int swapped = items[i];
                items[i] = items[j];
                items[j] = swapped;
            }
        }
    }

    @Override
    public void passShuffle(int items, long draw) {
        synchronized (generator) {
            generator.skip(Math.max(0, items - 1));
        }
    }

    /** What all draw from; for who holds its monitor. */
    TorchGenerator generator() {
        return generator;
    }

    /** The uniforms of another generator, computed in the same way. */
    UniformFills uniformsOf(TorchGenerator other) {
        return new UniformFills(other, arithmetic);
    }
}
