package org.initweights.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedFileTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);
    private static final String DEAD = ".01234567-89ab-cdef-0123-456789abcdef.tmp";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
        file = folder.resolve("file");
    }

    @Test
    void nobodySeesTheFileBeforeItIsComplete() throws IOException {
        Files.writeString(file, "old");

        try (StagedFile staged = StagedFile.of(file)) {
            staged.channel().write(ByteBuffer.wrap(NEW));
            assertThat(file).hasContent("old");
            staged.seal();
            assertThat(file).hasContent("old");
            staged.publish();
        }

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFileThatIsNotPublishedLeavesNothing() throws IOException {
        Files.writeString(file, "old");

        try (StagedFile staged = StagedFile.of(file)) {
            staged.channel().write(ByteBuffer.wrap(NEW));
        }

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--r--r--", "rw-r-----", "rwxrwxrwx", "r--------", "rw-rw-rw-"})
    void keepsThePermissionsOfWhatItReplaces(String permissions) throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        StagedFile.write(file, NEW);

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @Test
    void nobodyElseReadsANewVersionOfAPrivateFileWhileItIsWritten() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        try (StagedFile staged = StagedFile.of(file)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(staged.temporary())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aNewFileHasThePermissionsThatTheSystemGives() throws IOException {
        assumePosix();
        Path other = Files.writeString(folder.resolve("other"), "by the system");

        StagedFile.write(file, NEW);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void keepsOwnerAndGroupWhereTheSystemAllowsIt() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        assumeThat(giveToAnother(file)).as("only root gives files away").isTrue();
        Object owner = Files.getAttribute(file, "unix:uid");
        Object group = Files.getAttribute(file, "unix:gid");

        StagedFile.write(file, NEW);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
    }

    private static boolean giveToAnother(Path file) throws IOException {
        try {
            Files.setAttribute(file, "unix:gid", 12);
            Files.setAttribute(file, "unix:uid", 12);
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    @Test
    void followsALink() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Path real = Files.writeString(folder.resolve("elsewhere/real"), "old");
        Files.createSymbolicLink(folder.resolve("second"), Path.of("elsewhere/real"));
        Files.createSymbolicLink(file, Path.of("second"));

        StagedFile.write(file, NEW);

        assertThat(file).isSymbolicLink().hasContent("new");
        assertThat(real).hasContent("new");
        assertThat(folder.resolve("second")).isSymbolicLink();
    }

    @Test
    void followsALinkToAFileThatIsNotThereYet() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, Path.of("elsewhere/real"));

        StagedFile.write(file, NEW);

        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("elsewhere/real")).hasContent("new");
    }

    @Test
    void refusesALinkIntoAFolderThatIsNotThere() throws IOException {
        Files.createSymbolicLink(file, Path.of("elsewhere/real"));

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> StagedFile.write(file, NEW));

        assertThat(file).isSymbolicLink();
    }

    @Test
    void refusesACircleOfLinks() throws IOException {
        Files.createSymbolicLink(file, Path.of("second"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("file"));

        assertThatExceptionOfType(FileSystemLoopException.class).isThrownBy(() -> StagedFile.write(file, NEW));

        assertThat(file).isSymbolicLink();
    }

    @Test
    @Timeout(20)
    void refusesAPipeWithoutWaiting() throws Exception {
        assumePosix();
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> StagedFile.write(file, NEW))
                .withMessageContaining(
                        "it is no regular file, but a folder, a pipe or a device, so it is not replaced");

        assertThat(Files.readAttributes(file, "*")).containsEntry("isOther", true);
    }

    @Test
    void refusesDevices() throws IOException {
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();

        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> StagedFile.write(device, NEW));
        Files.createSymbolicLink(file, device);
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> StagedFile.write(file, NEW));

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(file);

        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> StagedFile.write(file, NEW));
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> StagedFile.write(folder.getRoot(), NEW));

        assertThat(file).isDirectory();
    }

    @Test
    void removesWhatDeadRunsLeft() throws IOException {
        Files.writeString(folder.resolve("file" + DEAD), "half");
        Files.writeString(folder.resolve("other" + DEAD), "half");
        Files.writeString(folder.resolve("file.tmp"), "the user's");

        StagedFile.write(file, NEW);

        assertThat(names()).containsExactly("file", "file.tmp", "other" + DEAD);
    }

    @Test
    void leavesWhatLivingRunsOfThisProcessWrite() throws IOException {
        try (StagedFile first = StagedFile.of(file)) {
            first.channel().write(ByteBuffer.wrap(NEW));
            StagedFile.write(file, "second".getBytes(StandardCharsets.UTF_8));
            first.seal();
            StagedFile.write(file, "third".getBytes(StandardCharsets.UTF_8));
            first.publish();
        }

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void leavesWhatLivingProcessesWriteAndRemovesItWhenTheyAreDead() throws Exception {
        Process other = ChildJvm.startReadable("64m", Writing.class, file);
        try {
            assertThat(other.getInputStream().read()).isEqualTo('r');
            StagedFile.write(file, NEW);
            assertThat(names()).hasSize(2);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(names()).hasSize(2);

        StagedFile.write(file, NEW);

        assertThat(names()).containsExactly("file");
    }

    /** Begins a file, says so, and waits until it is killed. */
    static final class Writing {

        private Writing() {}

        public static void main(String... arguments) throws Exception {
            try (StagedFile staged = StagedFile.of(Path.of(arguments[0]))) {
                staged.channel().write(ByteBuffer.wrap(NEW));
                System.out.write('r');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void anInterruptedThreadLeavesNothing() throws IOException {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ClosedByInterruptException.class).isThrownBy(() -> StagedFile.write(file, NEW));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).isEmpty();
    }

    private void assumePosix() {
        assumeThat(Files.getFileAttributeView(folder, PosixFileAttributeView.class))
                .isNotNull();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
