package org.initweights.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The BOM, which has no parent and so repeats what the parent says, lists what is published and says the same. */
class BomIT {

    private static final Pom BOM = Pom.of(Published.ROOT.resolve("runtime/bom/pom.xml"));
    private static final Pom PARENT = Pom.of(Published.ROOT.resolve("pom.xml"));

    @Test
    void listsEachModuleOnce() {
        Pom managed = BOM.child("dependencyManagement").child("dependencies");

        assertThat(managed.children("dependency").stream().map(Pom::values).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Published.values())
                        .map(module -> Map.of(
                                "groupId", "org.initweights",
                                "artifactId", module.artifact(),
                                "version", "${project.version}"))
                        .toList());
    }

    /** Whoever adds a module says that it is not published, or what its jar is. */
    @Test
    void knowsEachModuleThatIsDeployed() {
        assertThat(PARENT.child("modules").children("module").stream()
                        .map(Pom::text)
                        .filter(folder -> !folder.equals("runtime/bom"))
                        .filter(folder ->
                                Pom.of(Published.ROOT.resolve(folder + "/pom.xml")).children("properties").stream()
                                        .noneMatch(properties -> "true"
                                                .equals(properties.values().get("maven.deploy.skip")))))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Published.values())
                        .map(module -> module.folder)
                        .toList());
    }

    @Test
    void saysWhatTheParentSays() {
        for (String name :
                List.of("url", "inceptionYear", "organization", "licenses", "developers", "scm", "version")) {
            assertThat(BOM.child(name).text())
                    .describedAs(name)
                    .isNotBlank()
                    .isEqualTo(PARENT.child(name).text());
        }
    }
}
