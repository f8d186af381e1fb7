package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has the name of a file and is none: to open a pipe would wait for somebody who writes to it. */
class NotRegularFileTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private final Weights weights = Weights.of(w -> w.tensor("a", Initializers.ones(), 4));

    @TempDir
    private Path folder;

    enum Kind {
        PIPE {
            @Override
            void make(Path path) throws IOException, InterruptedException {
                try {
                    assumeTrue(new ProcessBuilder("mkfifo", path.toString())
                                    .start()
                                    .waitFor()
                            == 0);
                } catch (IOException e) {
                    assumeTrue(false, "no mkfifo here");
                }
            }
        },
        LINK_TO_A_PIPE {
            @Override
            void make(Path path) throws IOException, InterruptedException {
                Path pipe = path.resolveSibling("pipe");
                PIPE.make(pipe);
                Files.createSymbolicLink(path, pipe);
            }
        },
        DEVICE {
            @Override
            void make(Path path) throws IOException {
                assumeTrue(Files.exists(Path.of("/dev/zero")));
                Files.createSymbolicLink(path, Path.of("/dev/zero"));
            }
        };

        abstract void make(Path path) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @EnumSource
    void isNoCheckpoint(Kind kind) throws Exception {
        Path file = made(kind, "model.safetensors");
        isRefused(file, () -> Checkpoint.open(file));
        isRefused(file, () -> Checkpoint.open(folder));
        isRefused(file, () -> weights.parameters().load(file));
    }

    @ParameterizedTest
    @EnumSource
    void isNoIndex(Kind kind) throws Exception {
        Path file = made(kind, "model.safetensors.index.json");
        isRefused(file, () -> Checkpoint.open(file));
        isRefused(file, () -> Checkpoint.open(folder.resolve("model.safetensors")));
    }

    @ParameterizedTest
    @EnumSource
    void isNoShard(Kind kind) throws Exception {
        Path file = made(kind, "m-00001-of-00002.safetensors");
        Path index = Files.writeString(
                folder.resolve("m.safetensors.index.json"),
                "{\"weight_map\":{\"a\":\"m-00001-of-00002.safetensors\"}}");
        isRefused(file, () -> Checkpoint.open(index));
    }

    @ParameterizedTest
    @EnumSource
    void isNoArrayOfNumPy(Kind kind) throws Exception {
        Path npy = made(kind, "a.npy");
        isRefused(npy, () -> Npy.read(weights.get("a"), npy));
        Path npz = Files.move(npy, folder.resolve("a.npz"));
        isRefused(npz, () -> Npz.read(weights.parameters(), npz));
    }

    @ParameterizedTest
    @EnumSource
    void isNoPlan(Kind kind) throws Exception {
        Path file = made(kind, "plan.json");
        assertTimeoutPreemptively(
                AT_ONCE,
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Plan.read(file))
                        .withMessage(file + " is no plan: it is no regular file, but a folder, a pipe or a device"));
    }

    @Test
    void aFolderIsNone() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.npz"));
        isRefused(file, () -> Npz.read(weights.parameters(), file));
        isRefused(file, () -> Npy.read(weights.get("a"), file));
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.read(file));
    }

    private Path made(Kind kind, String name) throws Exception {
        Path file = folder.resolve(name);
        kind.make(file);
        return file;
    }

    private static void isRefused(Path file, ThrowingCallable call) {
        assertTimeoutPreemptively(
                AT_ONCE,
                () -> assertThat(catchThrowable(call))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessage(file + ": it is no regular file, but a folder, a pipe or a device"));
    }
}
