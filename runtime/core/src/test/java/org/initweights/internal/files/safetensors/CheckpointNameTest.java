package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
}
