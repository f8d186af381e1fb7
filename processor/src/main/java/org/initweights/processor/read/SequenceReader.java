package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.initweights.annotation.Sequence;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SequenceSpec;
import org.initweights.processor.report.Findings;

/** Reads {@code @Sequence}. */
final class SequenceReader {

    private final AnnotationFinder annotations;
    private final Findings findings;

    SequenceReader(AnnotationFinder annotations, Findings findings) {
        this.annotations = annotations;
        this.findings = findings;
    }

    Optional<SequenceSpec> read(TypeElement model, List<Member> members) {
        List<ParameterSpec> parameters = members.stream()
                .filter(ParameterSpec.class::isInstance)
                .map(ParameterSpec.class::cast)
                .toList();
        return annotations.find(model, Sequence.class).map(view -> {
            List<String> named = view.list("value").stream()
                    .map(name -> (String) name.getValue())
                    .toList();
            checkNames(named, parameters, view);
            List<String> weights = named.isEmpty()
                    ? parameters.stream()
                            .filter(parameter -> parameter.activation().isPresent())
                            .map(ParameterSpec::name)
                            .toList()
                    : named;
            return new SequenceSpec(weights, view.number("min"), view.number("max"), view.place());
        });
    }

    private void checkNames(List<String> named, List<ParameterSpec> parameters, AnnotationView view) {
        List<String> known = parameters.stream().map(ParameterSpec::name).toList();
        for (String name : named) {
            if (!known.contains(name)) {
                findings.error(
                        view.place("value"),
                        "UnknownParameter",
                        "@Sequence: \"" + name + "\" is no parameter of this model"
                                + Spelling.closest(name, known)
                                        .map(close -> "; did you mean \"" + close + "\"?")
                                        .orElse(""));
            }
        }
    }
}
