package org.initweights.internal.tensor;

import java.math.BigInteger;

/**
 * Elements of a tensor that stand in runs of equal length at equal distances, in blocks that repeat: what a slice of one axis is in
 * row-major order. Element {@code i} of the slice has a place in the whole, and places rise with {@code i}.
 *
 * <p>Immutable; threads may share it. Two of the same elements are equal.
 *
 * @param first where the first run begins in each block
 * @param count how many runs a block has
 * @param step from the beginning of one run to that of the next
 * @param run how many elements a run has
 * @param every how many elements a block has
 * @param blocks how many blocks there are, one behind the other
 */
public record ElementRuns(long first, long count, long step, long run, long every, long blocks) {

    public ElementRuns {
        boolean isInside = first >= 0 && count >= 0 && run >= 0 && blocks >= 0 && step >= run && every >= 0;
        if (!isInside
                || (count > 0
                        && (count - 1 > (every - first) / Math.max(1, step)
                                || run > every - first - (count - 1) * step))) {
            throw new IllegalArgumentException("there are no " + count + " runs of " + run + " from " + first + " on, "
                    + step + " apart, in " + every + " elements");
        }
    }

    /**
     * The runs that begin at {@code from}, {@code from + step} … and before {@code to}, in each block of {@code every} elements. Runs that
     * touch are one.
     *
     * @param elements of the whole tensor, a multiple of {@code every}
     */
    public static ElementRuns of(long from, long to, long step, long run, long every, long elements) {
        long count = run == 0 || from >= to ? 0 : (to - from - 1) / step + 1;
        if (count == 0 || elements == 0) {
            return new ElementRuns(from, 0, 0, 0, elements, 1);
        }
        long blocks = elements / every;
        boolean touch = count == 1 || step == run;
        long length = touch ? count * run : run;
        if (touch && (blocks == 1 || length == every)) {
            return new ElementRuns(from, 1, length * blocks, length * blocks, elements, 1);
        }
        return touch
                ? new ElementRuns(from, 1, length, length, every, blocks)
                : new ElementRuns(from, count, step, run, every, blocks);
    }

    /** How many elements they are. */
    public long elements() {
        return count * run * blocks;
    }

    /** Whether the elements follow each other in the whole. */
    public boolean isOneRun() {
        return count * blocks <= 1;
    }

    /** Where an element is in the whole. */
    public long place(long index) {
        long inBlock = count * run;
        long within = index % inBlock;
        return index / inBlock * every + first + within / run * step + within % run;
    }

    /** The first of the elements that is not before a place of the whole; their number if there is none. */
    public long firstFrom(long place) {
        if (elements() == 0 || place >= every * blocks) {
            return elements();
        }
        long rest = place % every - first;
        long done = place / every * count * run;
        if (rest <= 0) {
            return done;
        }
        return done + (rest / step >= count ? count * run : rest / step * run + Math.min(run, rest % step));
    }

    /** Whether one of the places of {@code from : to} belongs to them. */
    private boolean meets(long from, long to) {
        long index = firstFrom(from);
        return index < elements() && place(index) < to;
    }

    /**
     * Whether an element is in both.
     *
     * @param other elements of the same tensor
     */
    public boolean meets(ElementRuns other) {
        if (elements() == 0 || other.elements() == 0) {
            return false;
        }
        if (run >= other.every || other.run >= every) {
            // A run that is no shorter than the other's block has a place of each kind.
            return true;
        }
        if (every == other.every && count > 1 && other.count > 1) {
            return step == other.step ? meetsInStep(other) : meetsInTurn(other);
        }
        // Both repeat with their least common multiple, which divides the whole.
        long common = every
                / BigInteger.valueOf(every).gcd(BigInteger.valueOf(other.every)).longValue()
                * other.every;
        boolean isShorter = common / every * count <= common / other.every * other.count;
        return isShorter ? meetsWithin(common, other) : other.meetsWithin(common, this);
    }

    /** Whether one of the runs before a place meets the others. */
    private boolean meetsWithin(long end, ElementRuns other) {
        for (long block = 0; block < end; block += every) {
            for (long i = 0; i < count; i++) {
                long begin = block + first + i * step;
                if (other.meets(begin, begin + run)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of equal blocks and steps: two runs meet if, some steps apart, they are closer than they are long. */
    private boolean meetsInStep(ElementRuns other) {
        long distance = other.first - first;
        long least = Math.max(1 - other.count, -Math.floorDiv(run - 1 - distance, step));
        long most = Math.min(count - 1, Math.floorDiv(distance + other.run - 1, step));
        return least <= most;
    }

    /** Of equal blocks: by the Chinese remainder theorem if both count in the same units, else run by run. */
    private boolean meetsInTurn(ElementRuns other) {
        boolean sameUnit =
                run == other.run && step % run == 0 && other.step % run == 0 && (first - other.first) % run == 0;
        if (!sameUnit) {
            return count <= other.count ? meetsWithin(every, other) : other.meetsWithin(every, this);
        }
        BigInteger mine = BigInteger.valueOf(step / run);
        BigInteger others = BigInteger.valueOf(other.step / run);
        BigInteger distance = BigInteger.valueOf((other.first - first) / run);
        BigInteger shared = mine.gcd(others);
        if (distance.mod(shared).signum() != 0) {
            return false;
        }
        BigInteger turn = others.divide(shared);
        BigInteger mineAt = distance.divide(shared)
                .multiply(mine.divide(shared).modInverse(turn))
                .mod(turn);
        BigInteger common = mine.multiply(turn);
        BigInteger place = mineAt.multiply(mine);
        if (place.compareTo(distance) < 0) {
            place = place.add(distance.subtract(place)
                    .add(common)
                    .subtract(BigInteger.ONE)
                    .divide(common)
                    .multiply(common));
        }
        BigInteger lastOfMine = mine.multiply(BigInteger.valueOf(count - 1));
        BigInteger lastOfOthers = distance.add(others.multiply(BigInteger.valueOf(other.count - 1)));
        return place.compareTo(lastOfMine.min(lastOfOthers)) <= 0;
    }
}
