package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areReadOrRefusedWithLittleHeap() throws Exception {
        Process child = ChildJvm.start("128m", HostileFiles.class, folder);
        assertThat(child.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isZero();
    }
}
