package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.initweights.generated.ModelRule;
import org.initweights.generated.ParameterCollector;
import org.initweights.processor.expression.Literals;
import org.initweights.processor.model.RuleSpec;

/** The rules of a model over its sub-models, each under a comment that says for which parameters it wins. */
final class RulesCall {

    private static final int NAMED = 6;

    private RulesCall() {}

    static CodeBlock of(List<RuleSpec> rules) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (RuleSpec rule : rules) {
            code.add("// $L: $L\n", rule.display(), wins(rule.wins()));
        }
        return code.addStatement(
                        "$T ruled = parameters.withRules(\n$L)",
                        ParameterCollector.class,
                        rules.stream().map(RulesCall::rule).collect(CodeBlock.joining(",\n")))
                .build();
    }

    private static String wins(List<String> names) {
        if (names.isEmpty()) {
            return "wins for none that is known while the model compiles";
        }
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return "wins for " + String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
    }

    private static CodeBlock rule(RuleSpec rule) {
        CodeBlock rank = rule.rank() < 0
                ? Literals.member(ClassName.get(ModelRule.class), "ANY_RANK")
                : CodeBlock.of("$L", rule.rank());
        return CodeBlock.of(
                "$T.rule($T.class, $S, $L, $L)",
                ModelRule.class,
                rule.type(),
                rule.pattern(),
                rank,
                rule.initializer());
    }
}
