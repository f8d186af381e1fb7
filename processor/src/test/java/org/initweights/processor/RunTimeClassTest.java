package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sub-model is initialised as the class that it is, wherever that class was compiled and whatever loads it. */
class RunTimeClassTest {

    private static final String LAYER = "package net; @org.initweights.annotation.InitWeights interface Layer {}";

    private static final String DENSE = """
            package net;
            class Dense implements Layer { @org.initweights.annotation.Shape(2) @org.initweights.annotation.Ones float[] w; }
            """;

    private static final String NET = """
            package net;
            import java.util.List;
            @org.initweights.annotation.InitWeights
            class Net {
                final Dense dense;
                final List<Layer> layers;
                Net(Dense dense, Layer... layers) { this.dense = dense; this.layers = List.of(layers); }
            }
            """;

    /** The model of a test, named in a string because the test cannot name it. */
    private static final String MAIN = """
            package net;
            public class Main {
                public static Object parameters() { return NetInit.parameters(new Net(%s)); }
            }
            """;

    private static final Map<String, String> OLD = Map.of("Layer", LAYER, "Dense", DENSE, "Net", NET);

    @TempDir
    private Path classes;

    @TempDir
    private Path other;

    @TempDir
    private Path sources;

    @Test
    void anImplementationThatIsCompiledLaterIsInitialised() throws Exception {
        compile(classes, OLD, new InitWeightsProcessor());
        String net = Files.readString(classes.resolve("net/NetInit.java"));
        compile(
                other,
                Map.of(
                        "Lora",
                        "package net; class Lora extends Dense { @org.initweights.annotation.Shape(1) "
                                + "@org.initweights.annotation.Zeros float[] a; }",
                        "Main",
                        MAIN.formatted("new Lora(), new Lora(), new Dense()")),
                new InitWeightsProcessor());
        assertThat(net).doesNotContain("Lora");
        assertThat(names(loader(classes, other)))
                .containsExactly("dense.w", "dense.a", "layers.0.w", "layers.0.a", "layers.1.w");
    }

    @Test
    void anImplementationWhoseFileHasNoAnnotationIsInitialisedToo() throws Exception {
        compile(classes, OLD, new InitWeightsProcessor());
        Map<String, String> added = Map.of(
                "Wrapper",
                "package net; class Wrapper implements Layer { final Dense inner = new Dense(); }",
                "Main",
                MAIN.formatted("new Dense(), new Wrapper()"));
        compile(other, added, new InitWeightsProcessor(), new InheritedModelProcessor());
        assertThat(names(loader(classes, other))).containsExactly("dense.w", "layers.0.inner.w");
        assertThat(other.resolve("META-INF/initweights/net.Wrapper.json")).exists();
        assertThat(other.resolve("META-INF/native-image/org.initweights/net.Wrapper/reflect-config.json"))
                .content()
                .contains("\"net.WrapperInit\"");
    }

    @Test
    void bothProcessorsTogetherWriteEachFileOnce() {
        Map<String, String> all = new LinkedHashMap<>(OLD);
        all.put("Mute", "package net; class Mute implements Layer {}");
        compile(classes, all, new InitWeightsProcessor(), new InheritedModelProcessor());
        assertThat(classes.resolve("net/MuteInit.class")).exists();
    }

    @Test
    void aClassThatWasCompiledWithoutTheProcessorIsRefusedIfItHasWeights() {
        compile(classes, OLD, new InitWeightsProcessor());
        Map<String, String> added = new LinkedHashMap<>();
        added.put("Mute", "package net; class Mute implements Layer { int size; }");
        added.put("Loud", "package net; class Loud implements Layer { double[][] table; }");
        added.put("Heir", "package net; class Heir extends Dense { java.util.Map<String, Dense[]> more; }");
        added.put("Main", MAIN.formatted("new Dense(), new Mute(), new Loud()"));
        compile(other, added);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(loader(classes, other)))
                .withMessage(
                        "layers.1 is net.Loud, whose double[][] table nothing initialises, since there is no LoudInit; "
                                + "compile it with the processor of InitWeights, or @Skip table");
        added.put("Main", MAIN.formatted("new Heir()"));
        compile(other, added);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(loader(classes, other)))
                .withMessageStartingWith("dense is net.Heir, whose Map more nothing initialises");
    }

    @Test
    void aModelThatTheTypeOfTheFieldDoesNotTellOfIsRefusedUnlessItIsVisitedElsewhere() throws Exception {
        compileApart();
        compile(other, Map.of("Main", MAIN.formatted("new Dense(), new Dense()")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(loader(classes, other)))
                .withMessageStartingWith("layers: holds a Dense, whose weights nothing initialises");
        String twice = MAIN.replace("return", "Dense dense = new Dense(); return");
        compile(other, Map.of("Main", twice.formatted("dense, dense")));
        assertThat(names(loader(classes, other))).containsExactly("dense.w");
    }

    /** An interface that is no model, and by itself, as an incremental build does, a class with a list of it. */
    private void compileApart() {
        compile(
                classes,
                Map.of("Layer", "package net; interface Layer {}", "Dense", DENSE),
                new InitWeightsProcessor());
        compile(classes, Map.of("Net", NET), new InitWeightsProcessor());
    }

    @Test
    void whatAnOlderVersionGeneratedIsToBeCompiledAgain() {
        compile(classes, OLD, new InitWeightsProcessor());
        compile(
                other,
                Map.of(
                        "Old",
                        "package net; class Old implements Layer { float[] w; }",
                        "OldInit",
                        "package net; class OldInit { static void collect(Old model, "
                                + "org.initweights.collect.ParameterCollector parameters) {} }",
                        "Main",
                        MAIN.formatted("new Dense(), new Old()")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(loader(classes, other)))
                .withMessage("net.OldInit was generated by an older version of InitWeights; compile net.Old again");
    }

    @Test
    void eclipsesCompilerGeneratesWhatRegistersItself() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(OLD);
        all.put("Main", MAIN.formatted("new Dense(), new Dense()"));
        assertThat(FileCompiler.ecj()
                        .withClassPath(classes)
                        .compile(classes, fixtures(all))
                        .errors())
                .isEmpty();
        assertThat(names(loader(classes))).containsExactly("dense.w", "layers.0.w");
    }

    @Test
    void twoClassLoadersDoNotDisturbEachOther() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(OLD);
        all.put("Main", MAIN.formatted("new Dense()"));
        compile(classes, all, new InitWeightsProcessor());
        all.put("Dense", DENSE.replace("float[] w;", "float[] w, v;"));
        compile(other, all, new InitWeightsProcessor());
        ClassLoader first = loader(classes);
        ClassLoader second = loader(other);
        assertThat(names(first)).containsExactly("dense.w");
        assertThat(names(second)).containsExactly("dense.w", "dense.v");
        assertThat(names(first)).containsExactly("dense.w");
    }

    @Test
    void aModuleNeedsToOpenAndToExportNothing() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(OLD);
        all.put(
                "Lora",
                "package net; class Lora extends Dense { @org.initweights.annotation.Shape(1) "
                        + "@org.initweights.annotation.Zeros float[] a; }");
        all.put(
                "Main",
                "package net; class Main { public static void main(String[] arguments) { "
                        + "System.out.print(NetInit.parameters(new Net(new Lora(), new Lora()))); } }");
        all.put("module-info", "module net { requires org.initweights; }");
        String core = Path.of(Parameters.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        assertThat(FileCompiler.lenient("--module-path", core)
                        .compile(classes, fixtures(all))
                        .errors())
                .isEmpty();
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        core + System.getProperty("path.separator") + classes,
                        "--module",
                        "net/net.Main")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("dense.w", "dense.a", "layers.0.w", "layers.0.a");
    }

    private static List<String> names(ClassLoader loader) throws Exception {
        Parameters parameters = (Parameters) invoke(loader.loadClass("net.Main"));
        List<String> names = new ArrayList<>();
        for (Parameter parameter : parameters) {
            names.add(parameter.name());
        }
        return names;
    }

    private static Object invoke(Class<?> main) throws Exception {
        try {
            return main.getMethod("parameters").invoke(null);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static ClassLoader loader(Path... folders) {
        List<URL> urls = new ArrayList<>();
        for (Path folder : folders) {
            try {
                urls.add(folder.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), RunTimeClassTest.class.getClassLoader());
    }

    private void compile(Path output, Map<String, String> files, Processor... processors) {
        try {
            FileCompiler.Result result = FileCompiler.javac("-Xlint:-processing", "-Xlint:-exports")
                    .withClassPath(classes)
                    .compile(output, fixtures(files), processors);
            assertThat(result.diagnostics()).isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fixture> fixtures(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory(sources, "src");
        List<Fixture> fixtures = new ArrayList<>();
        files.forEach((name, text) -> fixtures.add(Fixture.write(folder, name, text)));
        return fixtures;
    }
}
