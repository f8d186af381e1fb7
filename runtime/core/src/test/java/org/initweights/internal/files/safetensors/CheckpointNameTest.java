package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointNameTest {

    private static final CheckpointName MODEL = new CheckpointName(Path.of("x/model.safetensors"));
    private static final SaveId SAVE = new SaveId("0123456789abcdef0123456789abcdef");

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void namesFilesAsHuggingFaceDoes() {
        assertThat(MODEL.shard(1, 2)).isEqualTo(Path.of("x/model-00002-of-00002.safetensors"));
        assertThat(MODEL.index()).isEqualTo(Path.of("x/model.safetensors.index.json"));
        assertThat(new CheckpointName(Path.of("x/weights")).shard(0, 100_000))
                .isEqualTo(Path.of("x/weights-00001-of-100000.safetensors"));
    }

    @Test
    void namesWithAndWithoutExtensionHaveOneJournal() {
        CheckpointName model = new CheckpointName(Path.of("x/model"));
        assertThat(model.journal()).isEqualTo(MODEL.journal()).isEqualTo(Path.of("x/model.safetensors.journal"));
        assertThat(model.isPart("model.safetensors")).isTrue();
        assertThat(MODEL.isPart("model")).isTrue();
        assertThat(MODEL.isPart("model.bin")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "hi-IN-u-nu-deva", "my-MM-u-nu-mymr", "th-TH-u-nu-thai", "tr-TR"})
    void namesFilesTheSameInEveryLanguage(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(MODEL.shard(0, 5)).isEqualTo(Path.of("x/model-00001-of-00005.safetensors"));
        assertThat(MODEL.shard(0, 5, SAVE)).isEqualTo(Path.of("x/model-00001-of-00005.0123456789ab.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({
        "model-00001-of-00005.safetensors, true",
        "model-00001-of-100005.safetensors, true",
        "model-00001-of-00005.0123456789ab.safetensors, true",
        "model-00001-of-00005.old.safetensors, false",
        "model-1-of-5.safetensors, false",
        "model.safetensors, false",
        "other-00001-of-00005.safetensors, false",
        "model-00001-of-00005-00001-of-00005.safetensors, false",
        "modelx00001-of-00005.safetensors, false",
    })
    void knowsItsShards(String name, boolean isShard) {
        assertThat(MODEL.isShard(name)).isEqualTo(isShard);
    }

    @ParameterizedTest
    @CsvSource({
        "model-00001-of-00005.safetensors, true, true, false",
        "model-00001-of-00005.0123456789ab.safetensors, true, true, true",
        "other-00001-of-00005.0123456789ab.safetensors, true, true, false",
        "model-00001-of-00001.safetensors, true, false, false",
        "model-00001-of-000011.safetensors, true, true, false",
        "model.safetensors, false, false, false",
        "-00001-of-00005.safetensors, false, false, false",
    })
    void tellsWhatShardsAreOf(String name, boolean isAny, boolean isOneOfSeveral, boolean isOfOneSave) {
        assertThat(CheckpointName.looksLikeShard(name)).isEqualTo(isAny);
        assertThat(CheckpointName.looksLikePart(name)).isEqualTo(isOneOfSeveral);
        assertThat(MODEL.isOfOneSave(name)).isEqualTo(isOfOneSave);
    }

    @ParameterizedTest
    @CsvSource({
        "model, true",
        "model.safetensors, true",
        "model.safetensors.index.json, true",
        "model-00001-of-00005.safetensors, true",
        "model.safetensors.lock, false",
        "other.safetensors, false"
    })
    void knowsItsFiles(String name, boolean isPart) {
        assertThat(MODEL.isPart(name)).isEqualTo(isPart);
    }

    @Test
    void runsWaitForEachOtherAtAHiddenFile() {
        assertThat(MODEL.lock()).isEqualTo(Path.of("x/.model.safetensors.lock"));
        assertThat(new CheckpointName(Path.of("x/model")).lock()).isEqualTo(MODEL.lock());
    }

    @Test
    void isOfThePathThatALinkLeadsTo(@TempDir Path folder) throws IOException {
        Path real = folder.toRealPath();
        Path link = Files.createSymbolicLink(real.resolve("link.safetensors"), real.resolve("net.safetensors"));

        assertThat(CheckpointName.of(link)).isEqualTo(new CheckpointName(real.resolve("net.safetensors")));
        Path index = real.resolve("net.safetensors.index.json");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> CheckpointName.of(index))
                .withMessage(index
                        + ": this is the name of an index, which is written beside the files that it names; give the"
                        + " name of the checkpoint, net.safetensors");
    }
}
