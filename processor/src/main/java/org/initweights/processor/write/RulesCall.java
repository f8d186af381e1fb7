package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.generated.ModelRule;
import org.initweights.generated.ParameterCollector;
import org.initweights.processor.model.RuleSpec;

/** The rules of a model over its sub-models, each under a comment that says for which parameters it wins. */
final class RulesCall {

    private RulesCall() {}

    static CodeBlock of(List<RuleSpec> rules, Locals locals) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (RuleSpec rule : rules) {
            code.add("$L", JavaText.comment(rule.display() + ": " + wins(rule)));
        }
        return code.addStatement(
                        "$T $L = $L.withRules(\n$L)",
                        ParameterCollector.class,
                        locals.collector(),
                        locals.parameters(),
                        rules.stream().map(rule -> rule(rule, locals)).collect(CodeBlock.joining(",\n")))
                .build();
    }

    private static String wins(RuleSpec rule) {
        if (rule.wins().isEmpty()) {
            return "wins for none that is known while the model compiles";
        }
        String certain = rule.wins().stream()
                .filter(name -> !rule.unlessNarrower().contains(name))
                .collect(Collectors.joining(", "));
        String others = String.join(", ", rule.unlessNarrower());
        return "wins for "
                + Stream.of(certain, others.isEmpty() ? "" : others + " unless a rule for a subclass does")
                        .filter(names -> !names.isEmpty())
                        .collect(Collectors.joining(", and for "));
    }

    private static CodeBlock rule(RuleSpec rule, Locals locals) {
        CodeBlock rank = rule.rank() < 0
                ? Literals.member(ClassName.get(ModelRule.class), "ANY_RANK")
                : CodeBlock.of("$L", rule.rank());
        return CodeBlock.of(
                "$T.rule($T.class, $L, $L,$W$L)",
                ModelRule.class,
                Types.of(rule.type()),
                Literals.of(rule.pattern()),
                rank,
                new InitializerCode(new SizeCode(rule.display(), locals))
                        .forEachShape(rule.initializer().call()));
    }
}
