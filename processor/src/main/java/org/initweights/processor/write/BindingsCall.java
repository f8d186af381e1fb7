package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.collect.ParameterCollector;
import org.initweights.internal.select.Binding;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.TieSpec;

/** The ties and copies of a model. */
final class BindingsCall {

    private BindingsCall() {}

    /** The calls that say them, one a line, to follow a collector. */
    static CodeBlock chain(ModelSpec model) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (TieSpec tie : model.ties()) {
            Binding binding = tie.binding();
            code.add("\n.tie($L, $L)", Literals.of(binding.param()), Literals.of(binding.other()));
        }
        for (Binding copy : model.copies()) {
            code.add("\n.copy($L, $L)", Literals.of(copy.param()), Literals.of(copy.other()));
        }
        return code.build();
    }

    /** The collector of a model without rules. */
    static CodeBlock statement(ModelSpec model, Locals locals) {
        return CodeBlock.builder()
                .addStatement(
                        "$T $L = $L$L", ParameterCollector.class, locals.collector(), locals.parameters(), chain(model))
                .build();
    }
}
