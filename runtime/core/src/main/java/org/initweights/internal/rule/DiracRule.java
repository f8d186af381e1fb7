package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DiracFill;

/** The identity of a convolution, as {@code torch.nn.init.dirac_}. */
public record DiracRule(int groups) implements Rule {

    public DiracRule {
        DiracFill.checkGroups(groups);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return EachPart.of(shape).resolve(this::resolvePart);
    }

    private Fill resolvePart(TensorShape shape) {
        DiracFill.checkRank(shape, groups);
        int all = groups == 1 ? shape.groups() : groups;
        if (shape.groups() != 1 && shape.groups() != all) {
            throw new InitializationException(
                    "DiracGroups",
                    DiracFill.call(groups),
                    "groups",
                    "contradicts the shape, which has groups = " + shape.groups());
        }
        return new DiracFill(shape, all);
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
