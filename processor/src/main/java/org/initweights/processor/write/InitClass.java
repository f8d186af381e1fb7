package org.initweights.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import org.initweights.ForwardPath;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.ResolvedModel;

/** The file of one {@code <Model>Init}: its sections, in order. */
public final class InitClass {

    private static final String PROCESSOR = "org.initweights.processor.InitWeightsProcessor";

    private static final String PARAMETERS =
            "every parameter of {@code model}; those that are null are allocated first";
    private static final String PLAN = "what {@link #parameters} would be, without memory: those that are null stay so";

    private static final String PATH = "the weights of {@code model} that a signal passes, one after the other";

    private final ModelSpec model;
    private final TypeName type;
    private final String fingerprint;

    private InitClass(ModelSpec model, String fingerprint) {
        this.model = model;
        this.type = Types.of(model.type());
        this.fingerprint = fingerprint;
    }

    /**
     * The class that initialises {@code model}.
     *
     * @param contents what its sub-models have too
     * @param fingerprint a digest of what is read of the model
     */
    public static JavaFile of(ResolvedModel model, Contents contents, Element origin, String fingerprint) {
        InitClass writer = new InitClass(model.spec(), fingerprint);
        return writer.file(
                origin,
                ModelJavadoc.of(model, contents),
                writer.registration(),
                CollectMethods.of(model),
                writer.queries(writer.delegate("collect"), writer.delegate("plan"), writer.path()));
    }

    /**
     * A class with the same methods, which only throw. It stands in for the class of a model with a fault, so that the
     * compiler reports that fault and not also every use of the class.
     */
    public static JavaFile refused(ModelSpec model, Element origin) {
        InitClass writer = new InitClass(model, "");
        CodeBlock refusal = CodeBlock.of(
                "throw new $T($S);\n", IllegalStateException.class, model.name().simpleName() + " did not compile");
        return writer.file(
                origin,
                CodeBlock.of(
                        "Not generated, because $L has errors.\n", model.name().simpleName()),
                CodeBlock.of(""),
                CollectMethods.refused(model, refusal),
                writer.queries(refusal, refusal, refusal));
    }

    private JavaFile file(
            Element origin,
            CodeBlock javadoc,
            CodeBlock registration,
            List<MethodSpec> collect,
            List<MethodSpec> queries) {
        TypeSpec.Builder init = TypeSpec.classBuilder(Types.of(model.init()))
                .addOriginatingElement(origin)
                .addJavadoc(javadoc)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", PROCESSOR)
                        .addMember("model", "$S", fingerprint)
                        .build())
                .addModifiers(modifiers(Modifier.FINAL))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(initWithSeed())
                .addMethod(initWithSource())
                .addMethods(queries)
                .addMethods(collect);
        if (!registration.isEmpty()) {
            init.addStaticBlock(registration);
        }
        suppression().ifPresent(init::addAnnotation);
        return StaticImports.apply(model.init().packageName(), init.build(), TakenNames.ofClasses(model));
    }

    private Optional<AnnotationSpec> suppression() {
        if (model.warnings().isEmpty()) {
            return Optional.empty();
        }
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        model.warnings().stream()
                .map(warning -> warning.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(warning -> annotation.addMember("value", "$S", warning));
        return Optional.of(annotation.build());
    }

    private MethodSpec initWithSeed() {
        return MethodSpec.methodBuilder("initWeights")
                .addJavadoc(
                        "Initialises every parameter of {@code model}, as with {@link $T#seeded(long)}.\n$L",
                        RandomSource.class,
                        tags(model, "model what is initialised", "seed where its random numbers start"))
                .addModifiers(modifiers(Modifier.STATIC))
                .addParameter(type, "model")
                .addParameter(long.class, "seed")
                .addStatement("initWeights(model, $T.seeded(seed))", RandomSource.class)
                .build();
    }

    private MethodSpec initWithSource() {
        return MethodSpec.methodBuilder("initWeights")
                .addJavadoc(
                        "Allocates the parameters of {@code model} that are null, and initialises every one.\n$L",
                        tags(model, "model what is initialised", "random its random numbers"))
                .addModifiers(modifiers(Modifier.STATIC))
                .addParameter(type, "model")
                .addParameter(RandomSource.class, "random")
                .addStatement("parameters(model).initialize(random)")
                .build();
    }

    /** The methods that say something of a model, given their bodies. */
    private List<MethodSpec> queries(CodeBlock parameters, CodeBlock plan, CodeBlock path) {
        List<MethodSpec> queries = new ArrayList<>();
        queries.add(query("parameters", Parameters.class, PARAMETERS, parameters));
        queries.add(query("plan", Plan.class, PLAN, plan));
        if (model.signalPath().isPresent()) {
            queries.add(query(SignalPathCode.METHOD, ForwardPath.class, PATH, path));
        }
        return queries;
    }

    private CodeBlock path() {
        return model.signalPath().map(path -> SignalPathCode.of(model, path)).orElse(CodeBlock.of(""));
    }

    /** A method that says something of a model. */
    private MethodSpec query(String name, Class<?> answer, String javadoc, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("{@return $L}\n$L", javadoc, tags(model, "model what has them"))
                .addModifiers(modifiers(Modifier.STATIC))
                .addParameter(type, "model")
                .returns(answer)
                .addCode(body)
                .build();
    }

    /** The tags for a method's parameters, where others than its neighbours read the Javadoc. */
    static String tags(ModelSpec model, String... parameters) {
        return model.isPublic()
                ? Stream.of(parameters).map(text -> "@param " + text + "\n").collect(Collectors.joining())
                : "";
    }

    /** Registers the class, so that it is found for an object whose class no code names. */
    private CodeBlock registration() {
        return CodeBlock.builder()
                .addStatement(
                        "$T.register($T.class, $T::collect)",
                        Models.class,
                        Types.of(model.name()),
                        Types.of(model.init()))
                .build();
    }

    /** A call of the method of this name of the runtime library. */
    private CodeBlock delegate(String method) {
        return CodeBlock.builder()
                .addStatement(
                        "return $T.$L(model, $T::collect)", ParameterCollector.class, method, Types.of(model.init()))
                .build();
    }

    private Modifier[] modifiers(Modifier modifier) {
        return modifiers(model, modifier);
    }

    /** The modifiers of a generated declaration: it is as visible as its model. */
    static Modifier[] modifiers(ModelSpec model, Modifier modifier) {
        return model.isPublic() ? new Modifier[] {Modifier.PUBLIC, modifier} : new Modifier[] {modifier};
    }
}
