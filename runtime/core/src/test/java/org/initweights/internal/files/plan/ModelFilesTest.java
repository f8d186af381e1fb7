package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

    @Test
    void areNamedByThePackageAndTheClassesAroundTheModel() {
        assertThat(ModelFiles.plan("acme.nets", List.of("Net"))).isEqualTo("META-INF/initweights/acme.nets.Net.json");
        assertThat(ModelFiles.plan("acme", List.of("Net", "Head")))
                .isEqualTo("META-INF/initweights/acme.Net_Head.json");
        assertThat(ModelFiles.plan("", List.of("Net"))).isEqualTo("META-INF/initweights/Net.json");
        assertThat(ModelFiles.reflection("acme", List.of("Net", "Head")))
                .isEqualTo("META-INF/native-image/org.initweights/acme.Net_Head/reflect-config.json");
    }

    /** The name does not say where the package ends: it may be anywhere. */
    @Test
    void ofACanonicalNameAreAllThatItMayMean() {
        assertThat(ModelFiles.candidates("a.b.C")).containsExactly("a.b.C.json", "a.b_C.json", "a_b_C.json");
        assertThat(ModelFiles.candidates("Net")).containsExactly("Net.json");
        assertThat(ModelFiles.candidates(".Net")).containsExactly(".Net.json", "_Net.json");
    }

    @Test
    void arePlansByTheirNames() {
        assertThat(ModelFiles.isPlan("acme.Net.json")).isTrue();
        assertThat(ModelFiles.isPlan("acme.Net.json.tmp")).isFalse();
        assertThat(ModelFiles.modelOf("acme.Net_Head.json")).isEqualTo("acme.Net_Head");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.Net_Head.json, Head, true",
        "acme.Net_Head.json, Net.Head, true",
        "acme.Net_Head.json, Net$Head, true",
        "acme.Net_Head.json, Net_Head, true",
        "acme.Net_Head.json, acme.Net.Head, true",
        "acme.Net_Head.json, ead, false",
        "acme.Net_Head.json, Net, false",
        "acme.Net_Head.json, other.Net.Head, false",
        "Net.json, Net, true"
    })
    void areOfWhatPeopleCallAModel(String plan, String model, boolean isOf) {
        assertThat(ModelFiles.isOf(plan, model)).isEqualTo(isOf);
    }
}
