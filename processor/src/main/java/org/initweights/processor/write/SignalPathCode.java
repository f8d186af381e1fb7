package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.ForwardPath;
import org.initweights.Nonlinearity;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SignalPathSpec;

/** The path that the signal takes through a model, for code that runs. */
final class SignalPathCode {

    /** The name of the method. */
    static final String METHOD = "signalPath";

    private SignalPathCode() {}

    /** The body of the method. A weight without a declared activation is taken as a linear layer, as in the Javadoc. */
    static CodeBlock of(ModelSpec model, SignalPathSpec path) {
        CodeBlock.Builder code = CodeBlock.builder().add("return $T.of(parameters(model))", ForwardPath.class);
        for (String weight : path.weights()) {
            Nonlinearity activation =
                    model.parameter(weight).flatMap(ParameterSpec::activation).orElse(Nonlinearity.LINEAR);
            code.add("\n        .then($L, $L)", Literals.of(weight), Literals.of(activation));
        }
        return code.add(";\n").build();
    }
}
