package org.initweights.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.TorchDefault;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Reads one initializer. */
final class InitializerReader {

    private final TorchDefaultReader torchDefaultReader;
    private final InitWithReader initWithReader;
    private final SharedNumbers sharedNumbers;
    private final Findings findings;

    /** What is said of an initializer that has no fault. */
    @FunctionalInterface
    private interface Remarks {

        /**
         * @param unreached the members of annotations that give no argument to any initializer of the use, each with what is wrong
         */
        void on(InitializerUse use, InitializerArguments arguments, Map<String, String> unreached);
    }

    /**
     * @param shapes the shapes of the model's fields, by name
     */
    InitializerReader(Map<String, ShapeSpec> shapes, InitWithReader initWithReader, Findings findings) {
        this.torchDefaultReader = new TorchDefaultReader(shapes, findings);
        this.initWithReader = initWithReader;
        this.sharedNumbers = new SharedNumbers(findings);
        this.findings = findings;
    }

    /** The initializer of {@code field}, or of some of its rows; empty if it has a fault, which is reported. */
    Optional<InitializerSpec> read(String field, InitializerUse use, ModelNames names) {
        return read(field, use, names, (read, arguments, unreached) -> {
            unreached.forEach((member, problem) ->
                    findings.lint(Lint.UNUSED_MEMBER, read.placeOf(member), field + ": " + problem));
            sharedNumbers.look(field, read, arguments.meanings());
        });
    }

    /** The initializer that a rule was read as, for one of the parameters that the rule is for. */
    Optional<InitializerSpec> readFor(String parameter, InitializerUse use, ModelNames names) {
        return read(parameter, use, names, (read, arguments, unreached) -> {});
    }

    private Optional<InitializerSpec> read(String field, InitializerUse use, ModelNames names, Remarks remarks) {
        try {
            InitializerArguments arguments = InitializerArguments.of(use, names);
            Map<String, String> unreached = arguments.unreached();
            if (use.role().isPresent()) {
                InitializerArguments role = InitializerArguments.of(use.role().get(), names);
                unreached.keySet().retainAll(role.unreached().keySet());
            }
            remarks.on(use, arguments, unreached);
            return read(field, use, names, arguments)
                    .map(spec -> transformed(spec, arguments.own().transforms()))
                    .flatMap(spec -> withRole(field, spec, use, names, remarks));
        } catch (ExpressionException e) {
            findings.error(use.placeOf(e.member()), e.offset(), e.id(), field + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<InitializerSpec> read(
            String field, InitializerUse use, ModelNames names, InitializerArguments arguments)
            throws ExpressionException {
        try {
            String annotation = use.rule().qualifiedName();
            if (annotation.equals(InitWith.class.getCanonicalName())) {
                return initWithReader.read(field, use, names);
            }
            if (annotation.equals(TorchDefault.class.getCanonicalName())) {
                return torchDefaultReader.read(field, use, arguments);
            }
            return builtIn(field, use, arguments);
        } catch (InitializationException e) {
            findings.error(
                    e.argument() == null ? use.place() : use.placeOf(e.argument()),
                    e.id(),
                    field + ": " + use.derivation() + " " + AnnotationWords.problem(e));
        }
        return Optional.empty();
    }

    /** An initializer with the functions of what it draws. */
    private static InitializerSpec transformed(InitializerSpec drawn, List<OwnExpression> transforms) {
        InitializerSpec spec = drawn;
        for (OwnExpression transform : transforms) {
            Optional<Map<String, Double>> known = transform.numbers().known();
            spec = spec.with(
                    spec.rule().flatMap(base -> known.map(values -> base.transformed(transform.text(), values))),
                    new InitializerCall.Transformed(spec.call(), transform.text(), transform.numbers()));
        }
        return spec;
    }

    /** An initializer with the role of another one beside it. */
    private Optional<InitializerSpec> withRole(
            String field, InitializerSpec start, InitializerUse use, ModelNames names, Remarks remarks) {
        if (use.role().isEmpty()) {
            return Optional.of(start);
        }
        Remarks ofRole = (read, arguments, unreached) -> remarks.on(read, arguments, Map.of());
        return read(field, use.role().get(), names, ofRole).flatMap(role -> {
            try {
                return Optional.of(start.withRole(
                        role, start.rule().flatMap(base -> role.rule().map(base::withRole))));
            } catch (InitializationException e) {
                findings.error(role.place(), e.id(), field + ": " + role.display() + " " + AnnotationWords.problem(e));
                return Optional.empty();
            }
        });
    }

    private Optional<InitializerSpec> builtIn(String field, InitializerUse use, InitializerArguments arguments) {
        if (use.rule().isExplicit("gain") && use.rule().isExplicit("nonlinearity")) {
            findings.error(
                    use.placeOf("gain"),
                    "TwoGains",
                    field + ": " + use.rule().display()
                            + " gives a gain and a non-linearity that has its own; keep one");
            return Optional.empty();
        }
        InitializerCatalogue.Entry entry =
                InitializerCatalogue.find(use.rule().qualifiedName()).orElseThrow();
        return Optional.of(new InitializerSpec(
                use.display(),
                use.isComposed(),
                arguments.areKnown() ? Optional.of(entry.rule().apply(arguments)) : Optional.empty(),
                entry.call(arguments),
                use.place(),
                use.places(),
                Optional.empty()));
    }

    /** The initializers of one field that exclude each other. */
    void reportTwo(String field, List<InitializerUse> uses) {
        for (InitializerUse other : uses.stream().skip(1).toList()) {
            findings.error(
                    other.place(),
                    "TwoInitializers",
                    field + ": " + uses.get(0).display() + " and " + other.display() + " both initialise it; keep one");
        }
    }
}
