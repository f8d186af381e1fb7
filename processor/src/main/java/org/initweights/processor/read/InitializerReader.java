package org.initweights.processor.read;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.TorchDefault;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Literals;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.read.AnnotationFinder.InitializerUse;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Place;
import org.jspecify.annotations.Nullable;

/** Reads the initializer of a field. */
final class InitializerReader {

    private final Map<String, ShapeSpec> shapes;
    private final Findings findings;

    /**
     * @param shapes the shapes of the model's fields, by name
     */
    InitializerReader(Map<String, ShapeSpec> shapes, Findings findings) {
        this.shapes = shapes;
        this.findings = findings;
    }

    Optional<InitializerSpec> read(VariableElement field, List<InitializerUse> uses) {
        if (uses.isEmpty()) {
            findings.error(
                    Place.of(field),
                    "Uninitialized",
                    field.getSimpleName()
                            + ": no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is "
                            + "no parameter");
            return Optional.empty();
        }
        for (InitializerUse other : uses.subList(1, uses.size())) {
            findings.error(
                    other.written().place(),
                    "TwoInitializers",
                    field.getSimpleName() + ": " + uses.get(0).written().display() + " and "
                            + other.written().display() + " both initialise it; keep one");
        }
        return read(field, uses.get(0));
    }

    private Optional<InitializerSpec> read(VariableElement field, InitializerUse use) {
        String annotation = use.rule().qualifiedName();
        if (annotation.equals(InitWith.class.getCanonicalName())) {
            return initWith(field, use);
        }
        try {
            if (annotation.equals(TorchDefault.class.getCanonicalName())) {
                return torchDefault(field, use);
            }
            InitializerCatalogue.Entry entry =
                    InitializerCatalogue.find(annotation).orElseThrow();
            if (use.rule().isExplicit("gain") && use.rule().isExplicit("nonlinearity")) {
                findings.error(
                        use.written().place("gain"),
                        "TwoGains",
                        field.getSimpleName() + ": " + use.rule().display()
                                + " gives a gain and a non-linearity that has its own; keep one");
                return Optional.empty();
            }
            return Optional.of(spec(use, entry.rule().apply(use.rule()), entry.call(use.rule()), Optional.empty()));
        } catch (InitializationException e) {
            String argument = e.argument();
            findings.error(
                    argument == null ? use.written().place() : placeOf(use, argument),
                    e.id(),
                    field.getSimpleName() + ": " + use.rule().display() + " " + e.problem());
            return Optional.empty();
        }
    }

    private Optional<InitializerSpec> torchDefault(VariableElement field, InitializerUse use) {
        AnnotationView view = use.rule();
        Layer layer = view.constant("value", Layer.class);
        TorchVersion version = view.constant("version", TorchVersion.class);
        ShapeSpec weight = null;
        if (view.isExplicit("weight")) {
            weight = shapes.get(view.string("weight"));
            if (weight == null) {
                findings.error(
                        placeOf(use, "weight"),
                        "UnknownWeight",
                        field.getSimpleName() + ": \"" + view.string("weight")
                                + "\" is no parameter of this model that has a @Shape"
                                + Spelling.closest(view.string("weight"), shapes.keySet())
                                        .map(close -> "; did you mean \"" + close + "\"?")
                                        .orElse(""));
                return Optional.empty();
            }
        }
        return Optional.of(spec(
                use,
                torchRule(layer, weight, version),
                torchCall(layer, weight, version),
                Optional.ofNullable(weight)));
    }

    private static Initializer torchRule(Layer layer, @Nullable ShapeSpec weight, TorchVersion version) {
        if (weight == null) {
            return Initializers.torchDefault(layer, version);
        }
        TensorShape shape = weight.known().orElseGet(weight::example);
        return Initializers.torchDefault(layer, shape, version);
    }

    private static CodeBlock torchCall(Layer layer, @Nullable ShapeSpec weight, TorchVersion version) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(Literals.of(layer)));
        if (weight != null) {
            arguments.add(weight.code());
        }
        if (version != TorchVersion.CURRENT) {
            arguments.add(Literals.of(version));
        }
        return Literals.call(Initializers.class, "torchDefault", arguments);
    }

    private Optional<InitializerSpec> initWith(VariableElement field, InitializerUse use) {
        Optional<TypeElement> type = TypeShapes.declared(use.rule().type("value"));
        if (type.isEmpty() || !canBeMade(type.get())) {
            findings.error(
                    placeOf(use, "value"),
                    "InitWithClass",
                    field.getSimpleName() + ": " + use.rule().display()
                            + " needs a class with a constructor without parameters that is not private, and that is not "
                            + "abstract, private or inner");
            return Optional.empty();
        }
        return Optional.of(new InitializerSpec(
                use.rule().display(),
                Optional.empty(),
                CodeBlock.of("new $T()", TypeName.get(use.rule().type("value"))),
                use.written().place(),
                use.written().places(),
                Optional.empty()));
    }

    private static boolean canBeMade(TypeElement type) {
        boolean inner = type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        return type.getKind() != ElementKind.INTERFACE
                && !inner
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !type.getModifiers().contains(Modifier.PRIVATE)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(InitializerReader::isPlainConstructor);
    }

    private static boolean isPlainConstructor(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && !constructor.getModifiers().contains(Modifier.PRIVATE);
    }

    private static InitializerSpec spec(
            InitializerUse use, Initializer rule, CodeBlock call, Optional<ShapeSpec> weight) {
        return new InitializerSpec(
                use.rule().display(),
                Optional.of(rule),
                call,
                use.written().place(),
                use.written() == use.rule() ? use.written().places() : Map.of(),
                weight);
    }

    /** Arguments of a composed annotation's rule stand in another file: the fault is then the annotation's. */
    private static Place placeOf(InitializerUse use, String argument) {
        return use.written() == use.rule()
                ? use.written().place(argument)
                : use.written().place();
    }
}
