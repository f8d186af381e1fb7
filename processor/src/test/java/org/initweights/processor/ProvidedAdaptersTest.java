package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of types that a library's adapter knows need no naming; a naming of the user's own wins. */
class ProvidedAdaptersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void twoLibrariesOfTheClassPathAreFound(String compiler) throws IOException {
        Path a = library("liba", "A");
        Path b = library("libb", "B");
        index(a, "liba.A", "liba.AAdapter");
        index(b, "libb.B", "libb.BAdapter");
        String init = accepted(compiler, List.of(a, b), """
                package net;
                import org.initweights.annotation.*;
                class Net {
                    @Shape(4) @Ones liba.A first;
                    @Shape(4) @Ones final libb.B second = new libb.B();
                }
                """);
        assertThat(init).contains("new AAdapter()").contains("new BAdapter()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void twoLibrariesInJarsAreFound(String compiler) throws IOException {
        Path a = library("liba", "A");
        Path b = library("libb", "B");
        index(a, "liba.A", "liba.AAdapter");
        index(b, "libb.B", "libb.BAdapter");
        String init = accepted(compiler, List.of(jar(a), jar(b)), """
                package net;
                import org.initweights.annotation.*;
                class Net {
                    @Shape(4) @Ones liba.A first;
                    @Shape(4) @Ones libb.B second;
                }
                """);
        assertThat(init).contains("new AAdapter()").contains("new BAdapter()");
    }

    private static Path jar(Path library) throws IOException {
        Path jar = library.resolveSibling(library.getFileName() + ".jar");
        int status = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", library.toString(), ".");
        assertThat(status).isZero();
        return jar;
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void theUsualFileOfServicesIsReadToo(String compiler) throws IOException {
        Path a = library("liba", "A");
        write(a.resolve("META-INF/services/org.initweights.TensorAdapter"), "# ours\nliba.AAdapter # of A\n");
        assertThat(accepted(compiler, List.of(a), """
                package net;
                import org.initweights.annotation.*;
                class Net { @Shape(4) @Ones liba.A first; }
                """)).contains("new AAdapter()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@InitWeights(adapters = Mine.class) class Net { @Shape(4) @Ones liba.A first; }",
                """
                @InitWeights(adapters = Mine.class) class Base { @Shape(2) @Ones float[] bias; }
                class Net extends Base { @Shape(4) @Ones liba.A first; }
                """,
                """
                @InitWeights(adapters = Mine.class) @interface Framework {}
                @Framework class Net { @Shape(4) @Ones liba.A first; }
                """,
                """
                @InitWeights(adapters = Mine.class) @interface Framework {}
                @Framework abstract class Base {}
                @InitWeights class Net extends Base { @Shape(4) @Ones liba.A first; }
                """,
                """
                class Special extends liba.A {}
                @InitWeights(adapters = Mine.class) class Net { @Shape(4) @Ones final Special first = new Special(); }
                """,
            })
    void whatTheUserNamesWins(String model) throws IOException {
        Path a = library("liba", "A");
        index(a, "liba.A", "liba.AAdapter");
        assertThat(accepted("javac", List.of(a), """
                package net;
                import org.initweights.annotation.*;
                class Mine extends liba.AAdapter {}
                """ + model))
                .contains("new Mine()")
                .doesNotContain("AAdapter()");
    }

    @Test
    void anAnnotationOfOnesOwnMakesAClassAModelToo() throws IOException {
        Path a = library("liba", "A");
        assertThat(accepted("javac", List.of(a), """
                package net;
                import org.initweights.annotation.*;
                @InitWeights(adapters = liba.AAdapter.class, strict = true) @interface Framework {}
                class Part { @Shape(4) @Ones float[] weight; }
                @Framework class Net { final Part part = new Part(); }
                """)).contains("PartInit::collect");
    }

    @Test
    void anAnnotationOfOnesOwnMayBeStrict() throws IOException {
        Path a = library("liba", "A");
        assertThat(errors(List.of(a), """
                package net;
                import org.initweights.annotation.*;
                @InitWeights(adapters = liba.AAdapter.class, strict = true) @interface Framework {}
                @Framework class Net { @Shape(4) @Ones float[] weight; liba.A forgotten; }
                """))
                .singleElement()
                .asString()
                .contains("forgotten")
                .contains("[Uninitialized]");
    }

    @Test
    void subtypesOfTheTensorAreServedInFinalFieldsOnly() throws IOException {
        Path a = library("liba", "A");
        index(a, "liba.A", "liba.AAdapter");
        assertThat(accepted("javac", List.of(a), """
                package net;
                import org.initweights.annotation.*;
                class Special extends liba.A {}
                class Net { @Shape(4) @Ones final Special first = new Special(); }
                """)).contains("new AAdapter()");
        assertThat(errors(List.of(a), """
                package net;
                import org.initweights.annotation.*;
                class Special extends liba.A {}
                class Net { @Shape(4) @Ones Special first; }
                """))
                .containsExactly(
                        "first: the adapter AAdapter is for fields of type A, and this is a Special; declare it as A,"
                                + " or name an adapter for its type [FieldType]");
    }

    /** A library whose tensors say by type arguments what they hold, with an adapter for each of two. */
    private Path generic() throws IOException {
        Path library = compiled(
                "libg",
                List.of(),
                "package libg;\npublic class G<E, D> { public final float[] values = new float[4]; }\n",
                "G",
                "package libg;\npublic class D2 {}\n",
                "D2",
                adapter("libg", "Float")
                        .replace("Float tensor", "G<Float, D2> tensor")
                        .replace("<Float>", "<G<Float, D2>>")
                        .replace("Float allocate", "G<Float, D2> allocate")
                        .replace("new Float()", "new G<>()"),
                "FloatAdapter",
                adapter("libg", "Double")
                        .replace("Double tensor", "G<Double, D2> tensor")
                        .replace("<Double>", "<G<Double, D2>>")
                        .replace("Double allocate", "G<Double, D2> allocate")
                        .replace("new Double()", "new G<>()"),
                "DoubleAdapter");
        index(library, "libg.G", "libg.FloatAdapter\nlibg.DoubleAdapter");
        return library;
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "ecj"})
    void ofSeveralAdaptersTheOneForTheTypesArgumentsIsTaken(String compiler) throws IOException {
        assertThat(accepted(compiler, List.of(generic()), """
                package net;
                import libg.*;
                import org.initweights.annotation.*;
                class Net {
                    @Shape(4) @Ones G<Double, D2> first;
                    @Shape(4) @Ones final G<Float, D2> second = new G<>();
                    G<Integer, D2> tokens;
                }
                """))
                .containsSubsequence("\"first\"", "new DoubleAdapter()", "\"second\"", "new FloatAdapter()");
    }

    @Test
    void whereNoneIsForTheTypesArgumentsTheyAreListed() throws IOException {
        assertThat(errors(List.of(generic()), """
                package net;
                import libg.*;
                import org.initweights.annotation.*;
                class Net {
                    @Shape(4) @Ones G<Integer, D2> tokens;
                    @Shape(4) @Ones final G<Float, String> other = new G<>();
                }
                """))
                .containsExactly(
                        "tokens: cannot keep weights in a G<Integer, D2>; the adapters that are there are for G<Float, D2>,"
                                + " G<Double, D2>; declare it as one of these [FieldType]",
                        "other: cannot keep weights in a G<Float, String>; the adapters that are there are for"
                                + " G<Float, D2>, G<Double, D2>; declare it as one of these [FieldType]");
    }

    @Test
    void forgottenTensorsAreSeenWhereAnAdapterMayBeForThem() throws IOException {
        assertThat(errors(List.of(generic()), """
                package net;
                import libg.*;
                import org.initweights.annotation.*;
                @InitWeights(strict = true) class Net {
                    @Shape(4) @Ones float[] weight;
                    G<Float, D2> forgotten;
                    G<Double, ?> open;
                    G<Integer, D2> tokens;
                }
                """))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("forgotten").contains("[Uninitialized]"))
                .anySatisfy(error -> assertThat(error).contains("open").contains("[Uninitialized]"));
    }

    @Test
    void ofSeveralNamedAdaptersTheOneForTheTypesArgumentsIsTakenToo() throws IOException {
        assertThat(accepted("javac", List.of(generic()), """
                package net;
                import libg.*;
                import org.initweights.annotation.*;
                @InitWeights(adapters = {FloatAdapter.class, DoubleAdapter.class})
                class Net { @Shape(4) @Ones G<Double, D2> first; }
                """))
                .contains("new DoubleAdapter()")
                .doesNotContain("FloatAdapter");
    }

    @Test
    void aForgottenTensorOfALibraryIsSeen() throws IOException {
        Path a = library("liba", "A");
        index(a, "liba.A", "liba.AAdapter");
        assertThat(errors(List.of(a), """
                package net;
                import org.initweights.annotation.*;
                @InitWeights(strict = true) class Net { @Shape(4) @Ones float[] weight; liba.A forgotten; }
                """))
                .singleElement()
                .asString()
                .contains("forgotten")
                .contains("[Uninitialized]");
    }

    @Test
    void anAdapterThatCannotBeMadeIsRefusedAtTheField() throws IOException {
        Path a = compiled(
                "liba",
                List.of(),
                """
                package liba;
                public class A { public final float[] values = new float[4]; }
                """,
                "A",
                adapter("liba", "A").replace("public AAdapter() {}", "AAdapter() {}"),
                "AAdapter");
        index(a, "liba.A", "liba.AAdapter");
        assertThat(errors(List.of(a), """
                package net;
                import org.initweights.annotation.*;
                class Net { @Shape(4) @Ones liba.A first; }
                """))
                .containsExactly(
                        "first: the constructor AAdapter() is not reachable from generated code; make it public"
                                + " [Adapter]");
    }

    @Test
    void modulesProvideThem() throws IOException {
        Path core = Path.of(org.initweights.TensorAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path library = compiled(
                "liba",
                List.of("-p", core.toString()),
                "package liba;\npublic class A { public final float[] values = new float[4]; }\n",
                "A",
                adapter("liba", "A"),
                "AAdapter",
                "module liba { requires org.initweights; exports liba;"
                        + " provides org.initweights.TensorAdapter with liba.AAdapter; }",
                "module-info");
        Path sources = Files.createDirectories(folder.resolve("modular"));
        List<Fixture> model = List.of(
                Fixture.write(sources, "module-info", "module net { requires org.initweights; requires liba; }"),
                Fixture.write(sources, "Net", """
                        package net;
                        import org.initweights.annotation.*;
                        class Net { @Shape(4) @Ones liba.A first; }
                        """));
        FileCompiler.Result result = FileCompiler.lenient("-p", core + File.pathSeparator + library)
                .compile(Files.createDirectories(folder.resolve("modular-out")), model);
        assertThat(result.errors()).isEmpty();
        assertThat(result.generated().get("net/NetInit.java")).contains("new AAdapter()");
    }

    private String accepted(String compiler, List<Path> libraries, String model) throws IOException {
        FileCompiler.Result result = compile(compiler, libraries, model);
        assertThat(result.diagnostics())
                .allSatisfy(diagnostic -> assertThat(diagnostic.getKind()).isEqualTo(Diagnostic.Kind.NOTE));
        return String.valueOf(result.generated().get("net/NetInit.java"));
    }

    private List<String> errors(List<Path> libraries, String model) throws IOException {
        return compile("javac", libraries, model).errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    private FileCompiler.Result compile(String compiler, List<Path> libraries, String model) throws IOException {
        Path first = libraries.get(0);
        String others = libraries.stream().skip(1).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        FileCompiler with = compiler.equals("ecj")
                ? FileCompiler.ecj()
                : FileCompiler.javac("-Xlint:-processing", "-Xlint:-auxiliaryclass");
        String classPath = others.isEmpty() ? first.toString() : first + File.pathSeparator + others;
        Path output = Files.createTempDirectory(folder, "out");
        Path sources = Files.createTempDirectory(folder, "src");
        return with.withClassPath(Path.of(classPath)).compile(output, List.of(Fixture.write(sources, "Net", model)));
    }

    private Path library(String name, String tensor) throws IOException {
        return compiled(
                name,
                List.of(),
                "package " + name + ";\npublic class " + tensor + " { public final float[] values = new float[4]; }\n",
                tensor,
                adapter(name, tensor),
                tensor + "Adapter");
    }

    private static String adapter(String library, String tensor) {
        return """
                package PACKAGE;
                import org.initweights.*;
                public class TENSORAdapter implements TensorAdapter<TENSOR> {
                    public TENSORAdapter() {}
                    public TENSOR allocate(TensorShape shape) { return new TENSOR(); }
                    public long elements(TENSOR tensor) { return tensor.values.length; }
                    public double get(TENSOR tensor, long index) { return tensor.values[(int) index]; }
                    public void put(TENSOR tensor, long offset, float[] values, int count) {
                        System.arraycopy(values, 0, tensor.values, (int) offset, count);
                    }
                }
                """.replace("PACKAGE", library).replace("TENSOR", tensor);
    }

    /** Compiles a library without the processor; texts and names of files by turns. */
    private Path compiled(String name, List<String> options, String... textsAndNames) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name + "-src"));
        Path classes = Files.createDirectories(folder.resolve(name));
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-proc:none", "-d", classes.toString()));
        if (options.isEmpty()) {
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        }
        for (int i = 0; i < textsAndNames.length; i += 2) {
            arguments.add(Fixture.write(sources, textsAndNames[i + 1], textsAndNames[i])
                    .file()
                    .toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
        return classes;
    }

    private static void index(Path library, String tensor, String adapter) throws IOException {
        write(library.resolve("org/initweights/adapters/" + tensor.replace('.', '/')), adapter + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
