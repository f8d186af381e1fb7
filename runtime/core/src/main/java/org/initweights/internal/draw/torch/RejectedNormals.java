package org.initweights.internal.draw.torch;

import java.util.Locale;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.internal.draw.Undrawable;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.tensor.PagedArray;
import org.initweights.internal.tensor.PlacedStorage;
import org.initweights.internal.tensor.RangeStorage;
import org.initweights.internal.tensor.Storage;

/**
 * {@code trunc_normal_} since PyTorch 2.12. Every round draws the whole tensor.
 *
 * <p><b>Origin.</b> {@code trunc_normal_} of torch/nn/init.py, in 2.13. If more than 30 % of the distribution is inside the bounds,
 * normals are drawn until all are inside. Otherwise uniforms on the interval are proposed, and each is kept with the probability of its
 * density divided by the density of the mode.
 *
 * <p><b>What it consumes.</b> That cannot be known beforehand. By normals, a round is one {@code normal_} of the whole tensor; by
 * uniforms, a round is two {@code uniform_} of it. The number of rounds grows with the logarithm of the tensor's size: the last element
 * decides.
 *
 * <p><b>Cost.</b> 60 million elements a second on one thread within ±2σ on JDK 17, 68 on 25 ({@code runtime/docs/parity.md}). A bit an
 * element is kept.
 *
 * <p><b>Limits.</b> An infinite interval with little of the distribution inside is refused, where PyTorch would draw forever, and so is one
 * of a million tries for each element. In the
 * second way a logarithm decides whether a uniform is kept; PyTorch's is the vectorised {@code logf}, and about 5 of 10⁸ elements may be
 * kept on one side alone.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>PyTorch draws into fresh tensors, and replaces what is pending; here the drawn values go by, and each is judged on its way. Of
 *       uniforms and their trials a second generator makes the later ones at the same time.
 * </ul>
 */
final class RejectedNormals implements TruncatedNormals {

    private static final double ENOUGH = 0.3;

    /** A tensor of a thousand elements takes a minute by so many. */
    private static final double MOST_PROPOSALS = 1e6;

    @Override
    public void fill(TorchSampler sampler, Storage target, Truncation truncation) {
        if (truncation.mass() > ENOUGH) {
            fromNormals(sampler, target, truncation);
        } else {
            fromUniforms(sampler, target, truncation);
        }
    }

    @Override
    public void check(Truncation truncation) {
        if (truncation.mass() > ENOUGH) {
            return;
        }
        if (Double.isInfinite(truncation.upper() - truncation.lower())) {
            throw refusal(
                    truncation,
                    "little of the distribution is inside the bounds, and one of them is infinite; bound it on both sides");
        }
        if (truncation.proposals() > MOST_PROPOSALS) {
            throw refusal(
                    truncation,
                    String.format(Locale.ROOT, "it takes some %.0e", truncation.proposals())
                            + " tries for each element, since little of the distribution is inside the bounds, and they are far apart;"
                            + " bring them nearer to each other, or take another source, which needs one try");
        }
    }

    private static InitializationException refusal(Truncation truncation, String problem) {
        return Undrawable.by(
                "PyTorch",
                new TruncatedNormalFill(truncation.mean(), truncation.std(), truncation.lower(), truncation.upper()),
                problem);
    }

    /** Draws normals for the whole tensor, keeps for each element the first that is inside, and repeats until all have one. */
    private static void fromNormals(TorchSampler sampler, Storage target, Truncation truncation) {
        TorchRounding type = TorchRounding.of(target.dtype());
        double lower = type.round(truncation.lower());
        double upper = type.round(truncation.upper());
        double[] accepted = new double[1];
        Pending pending = new Pending(target.length());
        Storage inside = new PendingStorage(target, pending, (index, value) -> {
            double rounded = type.round(value);
            if (rounded < lower || rounded > upper) {
                return false;
            }
            accepted[0] = value;
            target.put(index, accepted, 1);
            return true;
        });
        while (!pending.isEmpty()) {
            sampler.normal(inside, truncation.mean(), truncation.std());
        }
    }

    /** Draws a proposal and a trial for each element of the tensor, and repeats until all have a proposal that was kept. */
    private void fromUniforms(TorchSampler sampler, Storage target, Truncation truncation) {
        check(truncation);
        TorchRounding type = TorchRounding.of(target.dtype());
        Storage placed = PlacedStorage.of(target);
        Pending pending = new Pending(target.length());
        TorchGenerator generator = sampler.generator();
        int words = target.dtype() == DType.F64 ? 2 : 1;
        // Where a type is coarse, there are thousands of rounds: they share all that they can.
        Tiles tiles = new Tiles(placed, pending, type, truncation, tile(target), tile(target));
        TorchGenerator proposing = new TorchGenerator(generator.mark());
        UniformFills proposals = sampler.uniformsOf(proposing);
        UniformFills trials = sampler.uniformsOf(generator);
        while (!pending.isEmpty()) {
            // All proposals come before the first trial; two generators go side by side, so that none is kept.
            proposing.standAt(generator.mark());
            generator.skip(words * target.length());
            propose(tiles, proposals, trials);
        }
    }

    private static Storage tile(Storage target) {
        return new PagedArray(target.dtype(), Math.min(TorchTiles.LENGTH, target.length()));
    }

    /** What the rounds of proposals and trials are about, and room for a tile of each. */
    private record Tiles(
            Storage target,
            Pending pending,
            TorchRounding type,
            Truncation truncation,
            Storage proposed,
            Storage tried) {}

    private static void propose(Tiles round, UniformFills proposals, UniformFills trials) {
        Storage target = round.target;
        Truncation truncation = round.truncation;
        double[] kept = new double[1];
        for (long done = 0; done < target.length(); done += TorchTiles.LENGTH) {
            int count = (int) Math.min(TorchTiles.LENGTH, target.length() - done);
            proposals.fill(new RangeStorage(round.proposed, 0, count), truncation.lower(), truncation.upper());
            trials.fill(new RangeStorage(round.tried, 0, count), 0, 1);
            for (int i = 0; i < count; i++) {
                if (round.pending.contains(done + i)
                        && !exceeds(round.type, round.tried.get(i), round.proposed.get(i), truncation)) {
                    kept[0] = round.proposed.get(i);
                    target.put(done + i, kept, 1);
                    round.pending.remove(done + i);
                }
            }
        }
    }

    /**
     * Whether log u exceeds the logarithm of the density at x, relative to the density of the mode; each operation is rounded by itself.
     */
    private static boolean exceeds(TorchRounding type, double u, double x, Truncation truncation) {
        double z = type.round(type.round(x - type.scalar(truncation.mean())) / type.scalar(truncation.std()));
        double exponent = type.round(-0.5 * type.round(z * z));
        double density = type.round(exponent - type.scalar(truncation.logPeak()));
        return type.round(StrictMath.log(u)) > density;
    }
}
