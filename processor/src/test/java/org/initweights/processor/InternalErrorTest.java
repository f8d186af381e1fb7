package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of ours is one error that says so, at the model; with the option it has the stack trace. */
class InternalErrorTest {

    private static final String MODEL = """
            class Model {
                @org.initweights.annotation.Shape(3) @org.initweights.annotation.Ones float[] weight;
            }
            """;

    @TempDir
    private Path output;

    @TempDir
    private Path sources;

    @Test
    void isOneLineThatAsksForAReport() {
        String error = onlyError();
        assertThat(error)
                .isEqualTo(
                        "Model: InitWeights failed on this class (java.lang.IllegalStateException: broken on purpose); that is"
                                + " a bug of ours: please report it, with the output of -Ainitweights.debug [Internal]");
    }

    @Test
    void hasTheStackTraceOnRequest() {
        assertThat(onlyError("-Ainitweights.debug"))
                .contains(
                        "IllegalStateException: broken on purpose",
                        "at org.initweights.processor.InitWeightsProcessor");
    }

    static Stream<Throwable> errors() {
        return Stream.of(
                new StackOverflowError(), new AssertionError("broken\non purpose"), new OutOfMemoryError("heap"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void isOneLineForAnErrorOfTheVirtualMachineToo(Throwable failure) {
        assertThat(onlyError(failure))
                .startsWith("Model: InitWeights failed on this class (java.lang.")
                .endsWith("please report it, with the output of -Ainitweights.debug [Internal]")
                .doesNotContain("\n");
    }

    @Test
    void asksForCoreIfAClassIsMissing() {
        assertThat(onlyError(new NoClassDefFoundError("org/initweights/TensorShape")))
                .isEqualTo(
                        "Model: InitWeights failed on this class (java.lang.NoClassDefFoundError: org/initweights/TensorShape);"
                                + " is initweights-core, of the same version as the processor, on the processor path too? If it is, please"
                                + " report this, with the output of -Ainitweights.debug [Internal]");
    }

    private String onlyError(String... options) {
        return onlyError(new IllegalStateException("broken on purpose"), options);
    }

    private String onlyError(Throwable failure, String... options) {
        Fixture model = Fixture.write(sources, "Model", MODEL);
        FileCompiler.Result result =
                FileCompiler.javac(options).compile(output, List.of(model), new WithoutFiler(failure));
        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).getLineNumber()).isEqualTo(1);
        return result.errors().get(0).getMessage(null);
    }

    /** Our processor in an environment whose filer is broken. */
    private static final class WithoutFiler extends AbstractProcessor {

        private final InitWeightsProcessor processor = new InitWeightsProcessor();
        private final Throwable failure;
        private boolean failed;

        WithoutFiler(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getFiler") && !failed) {
                            failed = true;
                            throw failure.fillInStackTrace();
                        }
                        try {
                            return method.invoke(environment, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
