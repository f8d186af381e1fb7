package org.initweights.processor.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A class goes by several names, and its generated class by one. */
class ClassRefTest {

    private static final ClassRef NESTED = new ClassRef("home.nets", List.of("Outer", "Inner"));
    private static final ClassRef UNNAMED = new ClassRef("", List.of("Net"));

    @Test
    void isNamedAloneWithinItsPackageAndWhole() {
        assertThat(NESTED.simpleName()).isEqualTo("Inner");
        assertThat(NESTED.nestedName()).isEqualTo("Outer.Inner");
        assertThat(NESTED.canonicalName()).isEqualTo("home.nets.Outer.Inner");
        assertThat(UNNAMED.canonicalName()).isEqualTo("Net");
    }

    @Test
    void isGeneratedForAtTheTopOfItsPackage() {
        assertThat(NESTED.init()).isEqualTo(new ClassRef("home.nets", List.of("Outer_InnerInit")));
        assertThat(UNNAMED.init().canonicalName()).isEqualTo("NetInit");
    }
}
