package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.initweights.TensorAdapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The adapters are found without being named. */
class RegistrationTest {

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachTypeNamesItsAdapter(FloatingType<?> type) throws IOException, ReflectiveOperationException {
        String path = "/org/initweights/adapters/" + type.type().getName().replace('.', '/');
        try (InputStream file = RegistrationTest.class.getResourceAsStream(path)) {
            String line = new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8).strip();
            Class<?> adapter = Class.forName(line);
            assertThat(adapter).isEqualTo(type.adapter().getClass());
            assertThat(adapter.getConstructor().newInstance()).isInstanceOf(TensorAdapter.class);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theModuleProvidesIt(FloatingType<?> type) throws URISyntaxException {
        Path classes = Path.of(FloatingAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module = ModuleFinder.of(classes)
                .find("org.initweights.tensorflow")
                .orElseThrow()
                .descriptor();
        assertThat(module.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(TensorAdapter.class.getName());
            assertThat(provides.providers()).contains(type.adapter().getClass().getName());
        });
    }
}
