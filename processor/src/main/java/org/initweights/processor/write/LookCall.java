package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.processor.model.LookSpec;
import org.initweights.processor.model.ModelSpec;

/** The looks at fields whose types do not tell whether a model is in them. */
final class LookCall {

    private LookCall() {}

    /** A group with a look for each of the fields; empty if there are none. */
    static CodeBlock group(ModelSpec model, Locals locals) {
        CodeBlock.Builder looks = CodeBlock.builder();
        if (!model.looks().isEmpty()) {
            looks.add("// refused if a model is in it that nothing visits\n");
        }
        model.looks().forEach(look -> looks.addStatement(of(look, model, locals)));
        return looks.build();
    }

    private static CodeBlock of(LookSpec look, ModelSpec model, Locals locals) {
        return look.access()
                .map(access -> CodeBlock.of(
                        "$L.lookAt($L, $L)",
                        locals.collector(),
                        Literals.of(look.name()),
                        AccessCode.read(access, locals)))
                .orElseGet(() -> CodeBlock.of(
                        "$L.lookAtPrivate($L, $T.class)",
                        locals.collector(),
                        Literals.of(look.name()),
                        Types.of(model.name())));
    }
}
