package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.initweights.generated.ParameterCollector;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.Alternative;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;

/** The method that declares a model's parameters, one call each, and its continuations where it would grow too long. */
final class CollectMethods {

    /** A method of the class file holds 64 KB; a member takes less than 200 bytes. */
    private static final int MEMBERS_PER_METHOD = 250;

    private static final String COLLECT = "collect";
    private static final String COLLECT_DECLARED = "collectDeclared";

    private final ModelSpec model;

    private CollectMethods(ModelSpec model) {
        this.model = model;
    }

    static List<MethodSpec> of(ModelSpec model) {
        return new CollectMethods(model).methods();
    }

    /** The same methods for a model with a fault; they only throw. */
    static List<MethodSpec> refused(ModelSpec model, CodeBlock refusal) {
        Stream<MethodSpec.Builder> signatures = model.alternatives().isEmpty()
                ? Stream.of(signature(model))
                : Stream.of(signature(model), signature(model, COLLECT_DECLARED));
        return signatures.map(method -> method.addCode(refusal).build()).toList();
    }

    /** The method that models containing this one call. */
    private static MethodSpec.Builder signature(ModelSpec model) {
        return signature(model, COLLECT)
                .addJavadoc(
                        "Adds the parameters of {@code model} to those of a model that contains it; writes no element.\n");
    }

    private static MethodSpec.Builder signature(ModelSpec model, String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(InitClass.modifiers(model, Modifier.STATIC))
                .addParameter(model.type(), "model")
                .addParameter(ParameterCollector.class, "parameters");
    }

    private List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (model.alternatives().isEmpty()) {
            methods.addAll(declared(signature(model)));
            return methods;
        }
        methods.add(signature(model).addCode(dispatch()).build());
        if (model.isClass()) {
            methods.addAll(declared(signature(model, COLLECT_DECLARED)
                    .addJavadoc(
                            "Adds the parameters that $L itself declares, which its subclasses inherit.\n",
                            model.name().simpleName())));
        }
        return methods;
    }

    /** The methods that add what the class itself declares, the first of this signature. */
    private List<MethodSpec> declared(MethodSpec.Builder signature) {
        List<Member> members = model.members();
        List<CodeBlock> groups = new ArrayList<>(start());
        if (members.size() <= MEMBERS_PER_METHOD) {
            groups.addAll(calls(members));
            return List.of(signature.addCode(CodeBlock.join(groups, "\n")).build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder parts = CodeBlock.builder();
        for (int from = 0; from < members.size(); from += MEMBERS_PER_METHOD) {
            List<Member> group = members.subList(from, Math.min(from + MEMBERS_PER_METHOD, members.size()));
            String name = "collectPart" + (methods.size() + 1);
            parts.addStatement("$L(model, $L)", name, collector());
            List<CodeBlock> body = new ArrayList<>(sizes(parameters(group).flatMap(p -> p.variables().stream())));
            body.addAll(calls(group));
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(model.type(), "model")
                    .addParameter(ParameterCollector.class, collector())
                    .addCode(CodeBlock.join(body, "\n"))
                    .build());
        }
        groups.add(parts.build());
        methods.add(0, signature.addCode(CodeBlock.join(groups, "\n")).build());
        return methods;
    }

    /** The variable that calls go to. */
    private String collector() {
        return model.rules().isEmpty() ? "parameters" : "ruled";
    }

    /** What comes before the members: sizes and their checks, rules, and what is inherited. */
    private List<CodeBlock> start() {
        List<CodeBlock> groups = new ArrayList<>();
        boolean inParts = model.members().size() > MEMBERS_PER_METHOD;
        Stream<SizeVariable> ofMembers =
                inParts ? Stream.of() : parameters(model.members()).flatMap(p -> p.variables().stream());
        Stream<SizeVariable> ofChecks = model.sizeChecks().stream().flatMap(check -> check.variables().stream());
        Stream<SizeVariable> ofRules = model.rules().stream().flatMap(rule -> rule.variables().stream());
        groups.addAll(sizes(Stream.of(ofChecks, ofRules, ofMembers).flatMap(variables -> variables)));
        if (!model.sizeChecks().isEmpty()) {
            CodeBlock.Builder checks = CodeBlock.builder();
            model.sizeChecks().forEach(check -> checks.addStatement(check.call()));
            groups.add(checks.build());
        }
        if (!model.rules().isEmpty()) {
            groups.add(RulesCall.of(model.rules()));
        }
        model.parent().ifPresent(parent -> groups.add(inherited(parent)));
        return groups;
    }

    /** A sealed type: each class of it collects its own. */
    private CodeBlock dispatch() {
        List<CodeBlock> branches = new ArrayList<>();
        for (Alternative alternative : model.alternatives()) {
            String simpleName = alternative.name().simpleName();
            String variable = simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1) + "Model";
            branches.add(CodeBlock.builder()
                    .add("if (model instanceof $T $L) {\n$>", alternative.type(), variable)
                    .addStatement("$T.collect($L, parameters)", ModelSpec.initOf(alternative.name()), variable)
                    .add("$<}")
                    .build());
        }
        if (model.isClass()) {
            branches.add(CodeBlock.builder()
                    .add("{\n$>")
                    .addStatement("$L(model, parameters)", COLLECT_DECLARED)
                    .add("$<}")
                    .build());
        }
        return CodeBlock.builder()
                .add(CodeBlock.join(branches, " else "))
                .add("\n")
                .build();
    }

    private CodeBlock inherited(ModelSpec parent) {
        return CodeBlock.builder()
                .add("// inherited from $L\n", parent.name().simpleName())
                .addStatement(
                        "$T.$L(model, $L)",
                        parent.init(),
                        parent.alternatives().isEmpty() ? COLLECT : COLLECT_DECLARED,
                        collector())
                .build();
    }

    private List<CodeBlock> calls(List<Member> members) {
        return members.stream()
                .map(member -> member instanceof ParameterSpec parameter
                        ? ParameterCall.of(parameter, collector())
                        : SubModelCall.of((SubModelSpec) member, collector()))
                .toList();
    }

    private static Stream<ParameterSpec> parameters(List<Member> members) {
        return members.stream().filter(ParameterSpec.class::isInstance).map(ParameterSpec.class::cast);
    }

    /** One variable for each number of the model that is needed, if any is. */
    private static List<CodeBlock> sizes(Stream<SizeVariable> variables) {
        CodeBlock.Builder code = CodeBlock.builder();
        variables
                .distinct()
                .forEach(
                        variable -> code.addStatement("$T $L = $L", variable.type(), variable.name(), variable.read()));
        return code.isEmpty() ? List.of() : List.of(code.build());
    }
}
