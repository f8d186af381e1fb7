package org.initweights.internal.fill;

import java.util.StringJoiner;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;

/** A one at the centre of the kernel for each channel that a group passes through, zeros elsewhere. */
public record DiracFill(TensorShape shape, int groups) implements Fill, Sized {

    private static final int LISTED_DIVISORS = 6;
    private static final int LARGEST_LISTED = 4096;

    public DiracFill {
        checkGroups(groups);
        checkRank(shape, groups);
        Single.check(call(groups), shape);
        long channels = shape.size(shape.layout().wholeAxis(shape.rank()));
        if (channels % groups != 0) {
            throw new InitializationException(
                    "DiracGroups",
                    call(groups),
                    "groups",
                    "needs the out channels to divide evenly, but " + shape + " has " + channels + "; use groups = "
                            + divisors(channels));
        }
    }

    /** Refuses numbers of groups that are not positive. */
    public static void checkGroups(int groups) {
        if (groups < 1) {
            throw new InitializationException(
                    "DiracGroups", "dirac(groups = " + groups + ")", "groups", "needs at least one group");
        }
    }

    /** Refuses shapes that no convolution's weight can have. */
    public static void checkRank(TensorShape shape, int groups) {
        Rank.check("DiracRank", call(groups), shape, 3, 5, "three, four or five dimensions, out, in and the kernel's");
    }

    /** The initializer as users write it. */
    public static String call(int groups) {
        return groups == 1 ? "dirac" : "dirac(groups = " + groups + ")";
    }

    /** The first divisors, such as {@code 1, 2, 4, 8 or 16}. */
    private static String divisors(long channels) {
        StringJoiner list = new StringJoiner(", ");
        long last = 0;
        int listed = 0;
        for (long d = 1; d <= Math.min(channels, LARGEST_LISTED) && listed < LISTED_DIVISORS; d++) {
            if (channels % d == 0) {
                if (last != 0) {
                    list.add(Long.toString(last));
                }
                last = d;
                listed++;
            }
        }
        return list.length() == 0 ? Long.toString(last) : list + " or " + last;
    }

    /** How many channels each group passes through. */
    public long channelsPerGroup() {
        int rank = shape.rank();
        long whole = shape.size(shape.layout().wholeAxis(rank));
        return Math.min(whole / groups, shape.size(shape.layout().groupAxis(rank)));
    }

    @Override
    public double mean() {
        return (double) groups * channelsPerGroup() / Math.max(1, shape.elements());
    }

    @Override
    public double std() {
        return Math.sqrt(mean() * (1 - mean()));
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return 1;
    }

    @Override
    public boolean fits(long elements) {
        return elements == shape.elements();
    }

    @Override
    public String toString() {
        return groups == 1 ? "identity" : "identity in " + groups + " groups";
    }
}
