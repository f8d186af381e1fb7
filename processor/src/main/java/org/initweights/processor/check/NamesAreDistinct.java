package org.initweights.processor.check;

import java.util.Optional;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;

/** No parameter has the name of one that its class inherits. */
final class NamesAreDistinct implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            for (Optional<ResolvedModel> above = model.parent();
                    above.isPresent();
                    above = above.get().parent()) {
                for (Member inherited : above.get().spec().members()) {
                    if (inherited.name().equals(parameter.name())) {
                        findings.error(
                                parameter.place(),
                                "HiddenParameter",
                                parameter.name() + ": hides "
                                        + above.get().spec().name().simpleName() + "." + inherited.name()
                                        + ", so two parameters would have one name; rename one of them");
                    }
                }
            }
        }
    }
}
