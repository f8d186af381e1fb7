package org.initweights.rule;

import java.util.StringJoiner;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.fill.DiracFill;

/** The identity of a convolution, as {@code torch.nn.init.dirac_}. */
public record Dirac(int groups) implements Rule {

    private static final int LISTED_DIVISORS = 6;

    public Dirac {
        if (groups < 1) {
            throw new InitializationException(
                    "DiracGroups", "dirac(groups = " + groups + ")", "groups", "needs at least one group");
        }
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        Rank.check("DiracRank", call(), shape, 3, 5, "three, four or five dimensions, out, in and the kernel's");
        int all = groups == 1 ? shape.groups() : groups;
        if (shape.groups() != 1 && shape.groups() != all) {
            throw new InitializationException(
                    "DiracGroups", call(), "groups", "contradicts the shape, which has groups = " + shape.groups());
        }
        long channels = shape.size(shape.layout().wholeAxis(shape.rank()));
        if (channels % all != 0) {
            throw new InitializationException(
                    "DiracGroups",
                    call(),
                    "groups",
                    "needs the out channels to divide evenly, but " + shape + " has " + channels + "; use groups = "
                            + divisors(channels));
        }
        return new DiracFill(shape, all);
    }

    private String call() {
        return groups == 1 ? "dirac" : "dirac(groups = " + groups + ")";
    }

    /** The first divisors, such as {@code 1, 2, 4, 8 or 16}. */
    private static String divisors(long channels) {
        StringJoiner list = new StringJoiner(", ");
        long last = 0;
        int listed = 0;
        for (long d = 1; d <= channels && listed < LISTED_DIVISORS; d++) {
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

    @Override
    public String title() {
        return "Dirac";
    }

    @Override
    public String explain(TensorShape shape) {
        return EachPart.of(shape).explain(this::explainPart);
    }

    private String explainPart(TensorShape shape) {
        DiracFill fill = (DiracFill) resolvePart(shape);
        String in = fill.groups() == 1 ? "" : " in each of " + fill.groups() + " groups";
        return "Dirac, passes " + fill.channelsPerGroup() + (fill.channelsPerGroup() == 1 ? " channel" : " channels")
                + " through" + in;
    }

    @Override
    public String explain() {
        return "Dirac, passes channels through" + (groups == 1 ? "" : " in each of " + groups + " groups");
    }
}
