package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of a file become a model's as the options say; what does not fit is named with its cure. */
class LoadOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void gpt2OfHuggingFaceLoadsIntoOtherNames() throws IOException {
        Path file = folder.resolve("gpt2.safetensors");
        Parameters theirs = NamedTensors.saved(
                file,
                Map.of(
                        "transformer.wte.weight", new long[] {11, 4},
                        "transformer.h.0.attn.c_attn.weight", new long[] {4, 12},
                        "transformer.h.10.attn.c_attn.weight", new long[] {4, 12},
                        "transformer.h.0.attn.c_attn.bias", new long[] {12}));
        Parameters ours = NamedTensors.model(Map.of(
                "wte.weight", new long[] {11, 4},
                "blocks.0.attn.c_attn.weight", new long[] {12, 4},
                "blocks.10.attn.c_attn.weight", new long[] {12, 4},
                "blocks.0.attn.c_attn.bias", new long[] {12}));
        LoadOptions options = LoadOptions.strict()
                .withoutPrefix("transformer.")
                .renamed("^h\\.(\\d+)", "blocks.$1")
                .transposed("**.c_attn.weight");

        LoadReport explained = ours.explainLoad(file, options);
        assertThat(SampleParameters.values(ours.get("wte.weight"))).containsOnly(-9);
        LoadReport report = ours.load(file, options);

        assertThat(report).isEqualTo(explained);
        assertThat(report.loaded()).hasSize(4);
        assertThat(report.toString())
                .contains("  blocks.10.attn.c_attn.weight: from transformer.h.10.attn.c_attn.weight, axes [1, 0]\n");
        assertThat(SampleParameters.values(ours.get("wte.weight")))
                .isEqualTo(SampleParameters.values(theirs.get("transformer.wte.weight")));
        Parameter mine = ours.get("blocks.10.attn.c_attn.weight");
        Parameter its = theirs.get("transformer.h.10.attn.c_attn.weight");
        for (int out = 0; out < 12; out++) {
            for (int in = 0; in < 4; in++) {
                assertThat(mine.get(out * 4L + in)).isEqualTo(its.get(in * 12L + out));
            }
        }
    }

    @Test
    void aPrefixThatWouldHelpIsNamed() throws IOException {
        Path file = folder.resolve("prefixed.safetensors");
        NamedTensors.saved(file, Map.of("model.layers.0.w", new long[] {2, 3}, "model.layers.1.w", new long[] {2, 3}));
        Parameters ours = NamedTensors.model(Map.of("layers.0.w", new long[] {3, 2}, "layers.1.w", new long[] {3, 2}));

        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file))
                .withMessageEndingWith("LoadOptions may help: withoutPrefix(\"model.\")");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file, LoadOptions.strict().withoutPrefix("model.")))
                .withMessageContaining("LoadOptions may help: transposed(\"layers.")
                .withMessageContaining("transposed(\"layers.0.w\")")
                .withMessageContaining("transposed(\"layers.1.w\")");
        ours.load(file, LoadOptions.strict().withoutPrefix("model.").transposed("layers.*.w"));

        Path part = folder.resolve("part.safetensors");
        NamedTensors.saved(part, Map.of("0.w", new long[] {3, 2}, "1.w", new long[] {3, 2}));
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(part))
                .withMessageEndingWith("LoadOptions may help: withPrefix(\"layers.\")");
        ours.load(part, LoadOptions.strict().withPrefix("layers."));
    }

    @Test
    void namesThatBecomeOneAreRefused() throws IOException {
        Path file = folder.resolve("two.safetensors");
        NamedTensors.saved(file, Map.of("a.w", new long[] {2}, "b.w", new long[] {2}));
        Parameters ours = NamedTensors.model(Map.of("w", new long[] {2}));
        for (LoadOptions options : List.of(LoadOptions.strict(), LoadOptions.lenient())) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ours.load(file, options.renamed("^\\w\\.", "")))
                    .withMessageContaining("would both be w in the model");
        }
        assertThat(SampleParameters.values(ours.get("w"))).containsOnly(-9);
    }

    @Test
    void anOptionThatChangesNothingIsAMistake() throws IOException {
        Path file = folder.resolve("w.safetensors");
        NamedTensors.saved(file, Map.of("w", new long[] {2}));
        Parameters ours = NamedTensors.model(Map.of("w", new long[] {2}));
        for (LoadOptions options : List.of(
                LoadOptions.strict().withoutPrefix("modle."),
                LoadOptions.strict().renamed("^blocks", "layers"),
                LoadOptions.strict().renamed(name -> name),
                LoadOptions.strict().transposed("v"),
                LoadOptions.strict().permuted("w", 0),
                LoadOptions.strict().ignoring("v"))) {
            assertThatExceptionOfType(MismatchException.class).isThrownBy(() -> ours.load(file, options));
        }
        LoadReport report = ours.load(
                file,
                LoadOptions.lenient().withoutPrefix("modle.").transposed("v").ignoring("u"));
        assertThat(report.loaded()).containsExactly("w");
        assertThat(report.skipped())
                .extracting(Object::toString)
                .containsExactly(
                        "withoutPrefix(\"modle.\"): it changes no name of the file",
                        "ignoring(\"u\"): it matches no tensor of the file",
                        "transposed(\"v\"): it matches no parameter that the file has");
    }

    @Test
    void patternsAreCheckedWhenTheyAreGiven() {
        LoadOptions options = LoadOptions.strict();
        assertThatIllegalArgumentException().isThrownBy(() -> options.renamed("(", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.renamed("^(\\w)", "$2"))
                .withMessage("renamed: the replacement \"$2\" does not fit \"^(\\w)\" (groups: 1): No group 2;"
                        + " write \\$ and \\\\ for these signs themselves");
        for (String wrong : List.of("b$", "b\\", "${x}", "$x", "${y")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> options.renamed("(?x) (?<y>a) # the first", wrong))
                    .withMessageContaining("the replacement \"" + wrong + "\" does not fit");
        }
        assertThat(options.renamed("(?x) (?<y>a) # the first", "${y}\\$$10")).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withoutPrefix(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.permuted("w", 0, 2))
                .withMessageContaining("each number from 0 to 1 must be there once");
        assertThat(options.withoutPrefix("m.").converted()).hasToString("strict().withoutPrefix(\"m.\").converted()");
    }

    @Test
    void twoThatCannotBeReadDoNotBecomeOneEither() throws IOException {
        Path file = folder.resolve("texts.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("a.README", "b.README")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        Parameters ours = NamedTensors.model(Map.of("w", new long[] {2}));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> ours.load(file, LoadOptions.lenient().renamed("^\\w\\.", "")))
                .withMessageContaining("a.README and b.README would both be README in the model");
        assertThat(ours.load(file, LoadOptions.lenient()).skipped())
                .extracting(Mismatch::name)
                .contains("a.README", "b.README");
    }

    @Test
    void whatIsIgnoredIsNotThere() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Parameters theirs = NamedTensors.saved(
                file,
                Map.of(
                        "m.w",
                        new long[] {2},
                        "m.0.mask",
                        new long[] {5},
                        "m.1.mask",
                        new long[] {},
                        "old.w",
                        new long[] {2}));
        Parameters ours = NamedTensors.model(Map.of("w", new long[] {2}));
        LoadOptions options = LoadOptions.strict().withoutPrefix("m.").ignoring("mask");

        // Names after the changes are meant, and what is ignored collides with nothing.
        LoadReport report = ours.load(file, options.ignoring("old.*").renamed("^\\d\\.", ""));

        assertThat(report.ignored()).containsExactlyInAnyOrder("m.0.mask", "m.1.mask", "old.w");
        assertThat(report.toString())
                .startsWith("loaded 1, ignored 3, skipped 0\n")
                .contains("  m.0.mask: ignored\n");
        assertThat(SampleParameters.values(ours.get("w"))).isEqualTo(SampleParameters.values(theirs.get("m.w")));
        assertThat(ours.explainLoad(file, options.ignoring("old.*")))
                .isEqualTo(ours.load(file, options.ignoring("old.*")));
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file, options))
                .withMessageContaining("old.w: no parameter of the model")
                .withMessageEndingWith("LoadOptions may help: ignoring(\"old.w\")");
        assertThat(options).hasToString("strict().withoutPrefix(\"m.\").ignoring(\"mask\")");
    }

    @Test
    void aParameterThatIsIgnoredIsMissing() throws IOException {
        Path file = folder.resolve("w.safetensors");
        NamedTensors.saved(file, Map.of("body", new long[] {2}, "head", new long[] {2}));
        Parameters ours = NamedTensors.model(Map.of("body", new long[] {2}, "head", new long[] {2}));
        LoadOptions options = LoadOptions.strict().ignoring("head");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file, options))
                .withMessageContaining("head: missing in the file");
        LoadReport report = ours.load(file, options.initializingRest(RandomSource.seeded(1)));
        assertThat(report.initialized()).containsExactly("head");
        assertThat(SampleParameters.values(ours.get("head"))).containsOnly(-9);
    }
}
