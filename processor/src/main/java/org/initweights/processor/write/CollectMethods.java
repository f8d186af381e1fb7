package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.initweights.collect.ParameterCollector;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.resolve.ResolvedModel;

/** The method that declares a model's parameters, one call each, and its continuations where it would grow too long. */
final class CollectMethods {

    /** A method of the class file holds 64 KB. */
    private static final int BYTES_PER_METHOD = 50_000;

    private final ResolvedModel resolved;
    private final ModelSpec model;
    private final Set<String> taken;

    private CollectMethods(ResolvedModel resolved) {
        this.resolved = resolved;
        this.model = resolved.spec();
        this.taken = TakenNames.by(model);
    }

    static List<MethodSpec> of(ResolvedModel model) {
        return new CollectMethods(model).methods();
    }

    /** The same methods for a model with a fault; they only throw. */
    static List<MethodSpec> refused(ModelSpec model, CodeBlock refusal) {
        return List.of(signature(model, new Locals(Set.of(), "parameters"))
                .addCode(refusal)
                .build());
    }

    /** The method that models containing this one call. */
    private static MethodSpec.Builder signature(ModelSpec model, Locals locals) {
        return MethodSpec.methodBuilder("collect")
                .addModifiers(InitClass.modifiers(model, Modifier.STATIC))
                .addParameter(Types.of(model.type()), locals.model())
                .addParameter(ParameterCollector.class, locals.parameters())
                .addJavadoc(
                        "Adds the parameters of {@code $L} to those of a model that contains it.\n$L",
                        locals.model(),
                        InitClass.tags(
                                model, locals.model() + " what has them", locals.parameters() + " what takes them"));
    }

    private List<MethodSpec> methods() {
        Locals locals = locals();
        return declared(signature(model, locals), locals);
    }

    private Locals locals() {
        String collector = model.hasBindings() ? "bound" : "parameters";
        return new Locals(taken, model.rules().isEmpty() ? collector : "ruled");
    }

    /** The methods that add what the class itself declares, the first of this signature. */
    private List<MethodSpec> declared(MethodSpec.Builder signature, Locals locals) {
        List<CodeBlock> groups = new ArrayList<>(start(locals));
        List<List<Member>> parts = parts();
        if (parts.size() == 1) {
            groups.addAll(calls(parts.get(0), locals));
            groups.add(LookCall.group(model, locals));
            return List.of(signature.addCode(body(groups, locals)).build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock.Builder calls = CodeBlock.builder();
        for (List<Member> part : parts) {
            String name = "collectPart" + (methods.size() + 1);
            calls.addStatement("$L($L, $L)", name, locals.model(), locals.collector());
            Locals ofPart = new Locals(taken, "parameters");
            methods.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(Types.of(model.type()), ofPart.model())
                    .addParameter(ParameterCollector.class, ofPart.parameters())
                    .addCode(body(calls(part, ofPart), ofPart))
                    .build());
        }
        groups.add(calls.build());
        groups.add(LookCall.group(model, locals));
        methods.add(0, signature.addCode(body(groups, locals)).build());
        return methods;
    }

    /** The members, in groups that a method has room for. */
    private List<List<Member>> parts() {
        List<List<Member>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        Weight current = new Weight();
        model.rules().stream().map(RuleSpec::initializer).forEach(current::add);
        for (Member member : model.members()) {
            current.add(member);
            if (current.bytes() > BYTES_PER_METHOD
                    && !parts.get(parts.size() - 1).isEmpty()) {
                parts.add(new ArrayList<>());
                current = new Weight();
                current.add(member);
            }
            parts.get(parts.size() - 1).add(member);
        }
        return parts;
    }

    /** The groups of a method under the numbers that they use. */
    private static CodeBlock body(List<CodeBlock> groups, Locals locals) {
        return CodeBlock.join(
                Stream.concat(Stream.of(locals.definitions()), groups.stream())
                        .filter(group -> !group.isEmpty())
                        .toList(),
                "\n");
    }

    /** What comes before the members: checks of sizes, rules, and what is inherited. */
    private List<CodeBlock> start(Locals locals) {
        List<CodeBlock> groups = new ArrayList<>();
        if (!model.sizeChecks().isEmpty()) {
            CodeBlock.Builder checks = CodeBlock.builder();
            model.sizeChecks().forEach(check -> checks.addStatement(SizeCheckCall.of(check, locals)));
            groups.add(checks.build());
        }
        if (!model.rules().isEmpty()) {
            groups.add(RulesCall.of(model.rules(), BindingsCall.chain(model), locals));
        } else if (model.hasBindings()) {
            groups.add(BindingsCall.statement(model, locals));
        }
        model.parent().ifPresent(parent -> groups.add(inherited(parent, locals)));
        return groups;
    }

    private static CodeBlock inherited(ModelSpec parent, Locals locals) {
        return CodeBlock.builder()
                .add("// inherited from $L\n", parent.name().simpleName())
                .addStatement("$T.collect($L, $L)", Types.of(parent.init()), locals.model(), locals.collector())
                .build();
    }

    /** A group for each parameter, and one for sub-models that follow each other. */
    private List<CodeBlock> calls(List<Member> members, Locals locals) {
        List<CodeBlock> groups = new ArrayList<>();
        CodeBlock.Builder visits = CodeBlock.builder();
        for (Member member : members) {
            if (member instanceof SubModelSpec subModel) {
                visits.add(SubModelCall.of(subModel, locals));
            } else {
                groups.add(visits.build());
                visits.clear();
                groups.add(ParameterCall.of(resolved.parameter(member.name()).orElseThrow(), locals));
            }
        }
        groups.add(visits.build());
        return groups;
    }
}
