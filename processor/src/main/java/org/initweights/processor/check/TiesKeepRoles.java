package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.TieSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.DecidingInitializers;

/**
 * In the maximal update parametrization a tie says that one tensor is used twice: often an embedding that is also the readout, whose output is
 * multiplied. The role of the one that decides must say so, and no role of the other may be lost.
 */
public final class TiesKeepRoles {

    private static final String CURE = "use @MupSharedReadout for an embedding that is also the readout";

    private final ModelSpec model;
    private final DecidingInitializers deciding;
    private final Findings findings;

    private TiesKeepRoles(ModelSpec model, DecidingInitializers deciding, Findings findings) {
        this.model = model;
        this.deciding = deciding;
        this.findings = findings;
    }

    /** Reports the ties of a model that lose a role, or may lose a multiplier. */
    public static void check(ModelSpec model, Contents contents, Findings findings) {
        TiesKeepRoles check = new TiesKeepRoles(model, new DecidingInitializers(contents), findings);
        contents.rows().stream()
                .filter(ParameterRow.class::isInstance)
                .map(ParameterRow.class::cast)
                .filter(row ->
                        row.ruling() instanceof Contents.Tied && row.parameter().isTrained())
                .forEach(check::check);
    }

    private void check(ParameterRow tied) {
        Optional<ParameterRow> root = deciding.root(tied);
        Optional<List<InitializerSpec>> initializers = deciding.of(tied);
        Optional<Place> place = place(tied);
        if (root.isEmpty() || initializers.isEmpty() || place.isEmpty()) {
            return;
        }
        Set<MupRole> decided = DecidingInitializers.roles(initializers.get());
        List<InitializerSpec> own = tied.parameter().initializers();
        Set<MupRole> lost = DecidingInitializers.roles(own);
        String is = tied.path() + ": it is tied to " + root.get().path() + ", ";
        if (decided.isEmpty() ? !lost.isEmpty() : hasReadout(lost) && !hasReadout(decided)) {
            findings.error(
                    place.get(),
                    "MupTie",
                    is + (decided.isEmpty() ? "which has no role of µP" : "whose output nothing multiplies")
                            + ", so that " + displays(own) + " of " + tied.path() + " is lost; " + CURE
                            + (decided.isEmpty() ? ", or give " + root.get().path() + " the role" : ""));
        } else if (decided.contains(MupRole.EMBEDDING) && !hasReadout(decided) && !lost.contains(MupRole.EMBEDDING)) {
            findings.lint(
                    Lint.MUP_READOUT,
                    place.get(),
                    is + "an embedding of µP, whose output nothing multiplies; " + CURE + ", or give " + tied.path()
                            + " @MupEmbedding too if its rows are looked up");
        }
    }

    private static boolean hasReadout(Set<MupRole> roles) {
        return roles.stream().anyMatch(MupRole::isReadout);
    }

    private static String displays(List<InitializerSpec> initializers) {
        return initializers.stream()
                .filter(initializer -> initializer.role().isPresent())
                .map(InitializerSpec::display)
                .findFirst()
                .orElseThrow();
    }

    /** The tie, if this model says it; else what this model says of roles, if anything. */
    private Optional<Place> place(ParameterRow tied) {
        return model.ties().stream()
                .filter(tie -> tie.binding().param().equals(tied.path()))
                .map(TieSpec::place)
                .findFirst()
                .or(() -> model.rules().stream()
                        .map(RuleSpec::initializer)
                        .filter(initializer -> initializer.role().isPresent())
                        .map(InitializerSpec::place)
                        .findFirst());
    }
}
