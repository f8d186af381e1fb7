package org.initweights.processor.read;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.name.MemberPath;

/** The methods that generated code calls because Lombok was expected to make them: whether it has made them is known in the last round. */
public final class PromisedAccessors {

    private final Map<String, Set<String>> calls = new TreeMap<>();

    /** Remembers what is called of a model that Lombok may add to. */
    public void add(TypeElement model, ModelSpec spec) {
        if (Lombok.isUsedIn(model)) {
            calls.put(
                    model.getQualifiedName().toString(),
                    spec.members().stream()
                            .flatMap(PromisedAccessors::calls)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<String> calls(Member member) {
        Stream<String> own = member.access() instanceof Access.Accessors accessors
                ? Stream.concat(Stream.of(accessors.getter()), accessors.setter().stream())
                : Stream.of();
        return member instanceof ParameterSpec parameter
                ? Stream.concat(
                        own,
                        parameter.variables().stream()
                                .map(SizeVariable::source)
                                .filter(MemberPath.class::isInstance)
                                .map(MemberPath.class::cast)
                                .filter(path -> path.owner().isEmpty())
                                .map(path -> path.steps().get(0))
                                .filter(MemberPath.Step::isMethod)
                                .map(MemberPath.Step::name))
                : own;
    }

    /** Reports each model that lacks what is called, when no processor adds to it any more. */
    public void check(Elements elements, BiConsumer<TypeElement, String> error) {
        calls.forEach((name, called) -> {
            TypeElement model = elements.getTypeElement(name);
            Set<String> made = ElementFilter.methodsIn(elements.getAllMembers(model)).stream()
                    .map(method -> method.getSimpleName().toString())
                    .collect(Collectors.toSet());
            String missing = called.stream()
                    .filter(method -> !made.contains(method))
                    .map(method -> method + "()")
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                error.accept(
                        model,
                        model.getSimpleName() + ": Lombok has not made " + missing
                                + ", which its annotations promise; is it among the processors? If it is, name it before"
                                + " InitWeights, which then takes what a lombok.config says [LombokAccessors]");
            }
        });
    }
}
