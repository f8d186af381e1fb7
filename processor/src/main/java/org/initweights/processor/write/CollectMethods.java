package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.initweights.generated.ParameterCollector;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;

/** The method that declares a model's parameters, one call each, and its continuations where it would grow too long. */
final class CollectMethods {

    /** A method of the class file holds 64 KB; a member takes less than 200 bytes. */
    private static final int MEMBERS_PER_METHOD = 250;

    private final ModelSpec model;

    private CollectMethods(ModelSpec model) {
        this.model = model;
    }

    static List<MethodSpec> of(ModelSpec model) {
        return new CollectMethods(model).methods();
    }

    /** The method that models containing this one call. */
    static MethodSpec.Builder signature(ModelSpec model) {
        return MethodSpec.methodBuilder("collect")
                .addJavadoc(
                        "Adds the parameters of {@code model} to those of a model that contains it; writes no element.\n")
                .addModifiers(InitClass.modifiers(model, Modifier.STATIC))
                .addParameter(model.type(), "model")
                .addParameter(ParameterCollector.class, "parameters");
    }

    private List<MethodSpec> methods() {
        if (!model.alternatives().isEmpty()) {
            return List.of(signature(model).addCode(dispatch()).build());
        }
        List<Member> members = model.members();
        if (members.size() <= MEMBERS_PER_METHOD) {
            return List.of(
                    signature(model).addCode(inherited()).addCode(body(members)).build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        MethodSpec.Builder first = signature(model).addCode(inherited());
        for (int from = 0; from < members.size(); from += MEMBERS_PER_METHOD) {
            List<Member> group = members.subList(from, Math.min(from + MEMBERS_PER_METHOD, members.size()));
            String name = "collectPart" + (methods.size() + 1);
            first.addStatement("$L(model, parameters)", name);
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(model.type(), "model")
                    .addParameter(ParameterCollector.class, "parameters")
                    .addCode(body(group))
                    .build());
        }
        methods.add(0, first.build());
        return methods;
    }

    /** A sealed interface: each implementation collects its own. */
    private CodeBlock dispatch() {
        List<CodeBlock> branches = new ArrayList<>();
        for (ClassName alternative : model.alternatives()) {
            String simpleName = alternative.simpleName();
            String variable = simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1) + "Model";
            branches.add(CodeBlock.builder()
                    .add("if (model instanceof $T $L) {\n$>", alternative, variable)
                    .addStatement("$T.collect($L, parameters)", ModelSpec.initOf(alternative), variable)
                    .add("$<}")
                    .build());
        }
        return CodeBlock.builder()
                .add(CodeBlock.join(branches, " else "))
                .add("\n")
                .build();
    }

    private CodeBlock inherited() {
        return model.parent()
                .map(parent -> CodeBlock.builder()
                        .add("// inherited from $L\n", parent.name().simpleName())
                        .addStatement("$T.collect(model, parameters)", parent.init())
                        .add(model.members().isEmpty() ? "" : "\n")
                        .build())
                .orElse(CodeBlock.of(""));
    }

    private static CodeBlock body(List<Member> members) {
        List<CodeBlock> groups = new ArrayList<>();
        CodeBlock sizes = sizes(members);
        if (!sizes.isEmpty()) {
            groups.add(sizes);
        }
        for (Member member : members) {
            groups.add(
                    member instanceof ParameterSpec parameter
                            ? ParameterCall.of(parameter)
                            : SubModelCall.of((SubModelSpec) member));
        }
        return CodeBlock.join(groups, "\n");
    }

    private static CodeBlock sizes(List<Member> members) {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        for (Member member : members) {
            if (member instanceof ParameterSpec parameter) {
                variables.addAll(parameter.variables());
            }
        }
        CodeBlock.Builder code = CodeBlock.builder();
        for (SizeVariable variable : variables) {
            code.addStatement("$T $L = $L", variable.type(), variable.name(), variable.read());
        }
        return code.build();
    }
}
