package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.initweights.annotation.SignalPath;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SignalPathSpec;
import org.initweights.processor.report.Findings;

/** Reads {@code @SignalPath}, and the deprecated {@code @Sequence}, which says the same. */
final class SignalPathReader {

    /** Not as a class: it names one of Kotlin's, of which compilers warn where that is not there. */
    private static final String OLD_NAME = "org.initweights.annotation.Sequence";

    private final AnnotationFinder annotations;
    private final Findings findings;

    SignalPathReader(AnnotationFinder annotations, Findings findings) {
        this.annotations = annotations;
        this.findings = findings;
    }

    Optional<SignalPathSpec> read(TypeElement model, List<Member> members) {
        List<ParameterSpec> parameters = members.stream()
                .filter(ParameterSpec.class::isInstance)
                .map(ParameterSpec.class::cast)
                .toList();
        return find(model).map(view -> {
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
            return new SignalPathSpec(weights, view.number("min"), view.number("max"), view.place());
        });
    }

    private Optional<AnnotationView> find(TypeElement model) {
        Optional<AnnotationView> path = annotations.find(model, SignalPath.class);
        Optional<AnnotationView> deprecated = annotations.find(model, OLD_NAME);
        if (path.isPresent()) {
            deprecated.ifPresent(view -> findings.error(
                    view.place(),
                    "TwoPaths",
                    "@Sequence is the old name of @SignalPath, which is there too; remove it"));
        }
        return path.or(() -> deprecated);
    }

    private void checkNames(List<String> named, List<ParameterSpec> parameters, AnnotationView view) {
        List<String> known = parameters.stream().map(ParameterSpec::name).toList();
        for (String name : named) {
            if (!known.contains(name)) {
                findings.error(
                        view.place("value"),
                        "UnknownParameter",
                        "@" + view.type().getSimpleName() + ": \"" + name + "\" is no parameter of this model"
                                + Spelling.closest(name, known)
                                        .map(close -> "; did you mean \"" + close + "\"?")
                                        .orElse(""));
            }
        }
    }
}
