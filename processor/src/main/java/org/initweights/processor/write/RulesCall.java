package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.collect.ModelRule;
import org.initweights.collect.ParameterCollector;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.RuleSpec;

/** The rules of a model over its sub-models, each under a comment that says for which parameters it wins. */
final class RulesCall {

    private RulesCall() {}

    /**
     * The collector with the rules.
     *
     * @param bindings the calls before that of the rules
     */
    static CodeBlock of(List<RuleSpec> rules, CodeBlock bindings, Locals locals) {
        String line = bindings.isEmpty() ? "" : "\n";
        CodeBlock.Builder code = CodeBlock.builder();
        for (RuleSpec rule : rules) {
            code.add("$L", Lines.comment(rule.display() + ": " + wins(rule)));
        }
        return code.addStatement(
                        "$T $L = $L$L$L.withRules(\n$L)",
                        ParameterCollector.class,
                        locals.collector(),
                        locals.parameters(),
                        bindings,
                        line,
                        rules.stream().map(rule -> rule(rule, locals)).collect(CodeBlock.joining(",\n")))
                .build();
    }

    /** A rule is said to win only where it is certain to win when the model runs. */
    private static String wins(RuleSpec rule) {
        List<String> certain = rule.wins().stream()
                .filter(name -> !rule.mayWin().contains(name))
                .distinct()
                .toList();
        List<String> open = rule.mayWin().stream().distinct().toList();
        if (certain.isEmpty() && open.isEmpty()) {
            return "wins for none that is known while the model compiles";
        }
        return Stream.of(
                        certain.isEmpty() ? "" : "wins for " + String.join(", ", certain),
                        open.isEmpty() ? "" : "the built model decides for " + String.join(", ", open))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static CodeBlock initializer(RuleSpec rule, Locals locals) {
        InitializerCall call = rule.initializer().call();
        CodeBlock code = new InitializerCode(new SizeCode(rule.display(), locals)).forEachShape(call);
        return call.takesNumbers() && !call.looksAtShape() ? CodeBlock.of("() -> $L", code) : code;
    }

    private static CodeBlock rule(RuleSpec rule, Locals locals) {
        CodeBlock rank = rule.rank() < 0
                ? Literals.member(ClassName.get(ModelRule.class), "ANY_RANK")
                : CodeBlock.of("$L", rule.rank());
        String factory = rule.initializer().call().looksAtShape() ? "ruleForShapes" : "rule";
        return CodeBlock.of(
                "$T." + factory + "($T.class, $L, $L,$W$L)\n$>$>.using($L)$L$L$<$<",
                ModelRule.class,
                Types.of(rule.type()),
                Literals.of(rule.pattern()),
                rank,
                initializer(rule, locals),
                Literals.of(rule.use()),
                rule.priority() == 0 ? "" : ".priority(" + rule.priority() + ")",
                rule.optional() ? ".optional()" : "");
    }
}
