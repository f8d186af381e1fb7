package org.initweights.processor.check;

import java.util.OptionalDouble;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.internal.message.Notation;
import org.initweights.internal.rule.KaimingRule;
import org.initweights.internal.rule.OrthogonalRule;
import org.initweights.internal.rule.RoleRule;
import org.initweights.internal.rule.VarianceScalingRule;
import org.initweights.internal.rule.XavierRule;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** The gain of an initializer must fit the non-linearity before the weight; Kaiming's own gain is for rectifiers. */
final class GainFitsActivation implements Check {

    /** One rectifier's gain often serves for another: a gain within this factor is not reported. */
    private static final double TOLERANCE = 1.25;

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            InitializerSpec initializer = parameter.initializer();
            Initializer rule = initializer.start().orElse(null);
            if (rule instanceof KaimingRule kaiming && isSaturating(kaiming.nonlinearity())) {
                reportSaturation(parameter, kaiming.nonlinearity(), findings);
            } else if (rule instanceof KaimingRule
                    && parameter
                            .activation()
                            .map(GainFitsActivation::isSaturating)
                            .orElse(false)) {
                reportSaturation(parameter, parameter.activation().orElseThrow(), findings);
            } else if (rule != null && parameter.activation().isPresent()) {
                compare(parameter, gain(rule), parameter.activation().orElseThrow(), findings);
            }
        }
    }

    private static void reportSaturation(ParameterSpec parameter, Nonlinearity nonlinearity, Findings findings) {
        findings.lint(
                Lint.SATURATING_KAIMING,
                parameter.initializer().placeOf("nonlinearity"),
                parameter.name() + ": Kaiming's rule is derived for rectifiers, and " + nonlinearity
                        + " saturates; use @XavierNormal(nonlinearity = " + nonlinearity + ")");
    }

    private static void compare(
            ParameterSpec parameter, OptionalDouble gain, Nonlinearity activation, Findings findings) {
        if (gain.isEmpty() || fits(gain.getAsDouble(), activation)) {
            return;
        }
        InitializerSpec initializer = parameter.initializer();
        findings.lint(
                Lint.ACTIVATION_GAIN,
                initializer.arguments().containsKey("gain")
                        ? initializer.placeOf("gain")
                        : initializer.placeOf("nonlinearity"),
                parameter.name() + ": " + initializer.display() + " has gain " + Notation.factor(gain.getAsDouble())
                        + ", but the activation is " + activation + ", whose gain is "
                        + Notation.factor(activation.gain()) + "; the signal would "
                        + (gain.getAsDouble() < activation.gain() ? "shrink" : "grow") + " from layer to layer");
    }

    private static boolean fits(double gain, Nonlinearity activation) {
        double exact = 1 / Math.sqrt(activation.secondMoment());
        boolean linearRegime = isSaturating(activation) && near(gain, 1);
        return near(gain, activation.gain()) || near(gain, exact) || linearRegime;
    }

    private static boolean near(double gain, double expected) {
        return gain >= expected / TOLERANCE && gain <= expected * TOLERANCE;
    }

    /** The gain of a rule that has one and scales by a fan. */
    private static OptionalDouble gain(Initializer rule) {
        if (rule instanceof KaimingRule kaiming) {
            return OptionalDouble.of(kaiming.nonlinearity().gain(kaiming.a()));
        }
        if (rule instanceof XavierRule xavier) {
            return OptionalDouble.of(xavier.gain());
        }
        if (rule instanceof OrthogonalRule orthogonal) {
            return OptionalDouble.of(orthogonal.gain());
        }
        if (rule instanceof RoleRule role) {
            return role.gain();
        }
        return rule instanceof VarianceScalingRule scaling
                ? OptionalDouble.of(Math.sqrt(scaling.scale()))
                : OptionalDouble.empty();
    }

    private static boolean isSaturating(Nonlinearity nonlinearity) {
        return nonlinearity == Nonlinearity.SIGMOID || nonlinearity == Nonlinearity.TANH;
    }
}
