package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import org.initweights.FanMode;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.junit.jupiter.api.Test;

/** Members of this library are imported where that is not ambiguous. */
class StaticImportsTest {

    @Test
    void importsWhatIsCalledAndNamed() {
        assertThat(written(Literals.call(
                        Initializers.class,
                        "kaimingNormal",
                        List.of(Literals.of(FanMode.FAN_OUT), Literals.of(Nonlinearity.RELU)))))
                .contains("import static org.initweights.FanMode.FAN_OUT;")
                .contains("import static org.initweights.Initializers.kaimingNormal;")
                .contains("import static org.initweights.Nonlinearity.RELU;")
                .contains("        kaimingNormal(FAN_OUT, RELU);")
                .doesNotContain("import org.initweights.");
    }

    @Test
    void writesConstantsOfOneNameWithTheirClasses() {
        assertThat(written(CodeBlock.of("use($L, $L)", Literals.of(Layer.LINEAR), Literals.of(Nonlinearity.LINEAR))))
                .contains("use(Layer.LINEAR, Nonlinearity.LINEAR);")
                .doesNotContain("import static");
    }

    @Test
    void importsAConstantOfOneClassAlone() {
        assertThat(written(CodeBlock.of("use($L)", Literals.of(Layer.LINEAR)))).contains("use(LINEAR);");
    }

    @Test
    void importsNoConstantThatHasTheNameOfAClass() {
        assertThat(written(CodeBlock.of("use($L, $L)", Literals.of(Layer.CONV), Literals.of(Nonlinearity.RELU))))
                .contains("use(Layer.CONV, RELU);");
    }

    @Test
    void takesNoTextForAUse() {
        assertThat(written(CodeBlock.of("use($S)", "org.initweights.Initializers.nothing")))
                .doesNotContain("import");
    }

    @Test
    void knowsTheNamesOfTheConstants() {
        assertThat(StaticImports.NAMES).contains("FAN_IN", "RELU", "CONV").doesNotContain("normal", "FanMode");
    }

    private static String written(CodeBlock statement) {
        MethodSpec method =
                MethodSpec.methodBuilder("run").addStatement(statement).build();
        TypeSpec type = TypeSpec.classBuilder("NetInit").addMethod(method).build();
        return StaticImports.apply("home", type, Set.of("CONV")).toString();
    }
}
