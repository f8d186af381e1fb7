package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.collect.ParameterCollector;
import org.initweights.internal.select.Binding;
import org.initweights.processor.model.ModelSpec;

/** The ties and copies of a model. */
final class BindingsCall {

    private BindingsCall() {}

    /** The calls that say them, one a line, to follow a collector. */
    static CodeBlock chain(ModelSpec model) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Binding tie : model.ties()) {
            code.add("\n.tie($L, $L)", Literals.of(tie.param()), Literals.of(tie.other()));
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
