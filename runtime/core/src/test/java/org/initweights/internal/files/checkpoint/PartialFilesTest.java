package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.internal.files.FileAccess;
import org.initweights.internal.work.Workers;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialFilesTest {

    private static final List<Parameter> PARAMETERS =
            List.of(PlannedTensors.of("a", DType.F32, 3), PlannedTensors.of("b", DType.F32, 3));

    @TempDir
    private Path folder;

    private FileLayout layout;

    @BeforeEach
    void layOut() throws IOException {
        layout =
                PlannedTensors.layout(folder, PARAMETERS, SaveOptions.defaults().withShardsOf(12));
    }

    private PartialFiles create() throws IOException {
        PartialFiles files = new PartialFiles(layout);
        files.create(FileAccess.ofFirst(layout.name().file()));
        return files;
    }

    @Test
    void beginWithTheirHeaders() throws IOException {
        create().close();

        for (FileLayout.Shard shard : layout.shards()) {
            assertThat(shard.partial()).hasBinaryContent(shard.header().encoded());
        }
    }

    @Test
    void replaceWhatIsInTheWay() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "somebody's");
        Path first = layout.shards().get(0).partial();
        Files.createSymbolicLink(first, elsewhere);
        Files.writeString(layout.shards().get(1).partial(), "x".repeat(10_000));

        create().close();

        assertThat(elsewhere).hasContent("somebody's");
        assertThat(Files.isSymbolicLink(first)).isFalse();
        assertThat(Files.size(layout.shards().get(1).partial()))
                .isEqualTo(layout.shards().get(1).header().encoded().length);
    }

    @Test
    void haveEachParameterAtItsPlace() throws IOException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (PartialFiles files = create()) {
            for (Parameter parameter : PARAMETERS) {
                files.storage(parameter, pool)
                        .put(0, new float[] {1, 2, parameter.name().charAt(0)}, 3);
            }
            pool.writeAll(Workers.CALLER);
            files.force();
        }
        for (int i = 0; i < 2; i++) {
            FileLayout.Shard shard = layout.shards().get(i);
            byte[] bytes = Files.readAllBytes(shard.partial());
            ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(bytes).hasSize((int) shard.bytes());
            assertThat(data.getFloat(bytes.length - 8)).isEqualTo(2);
            assertThat(data.getFloat(bytes.length - 4)).isEqualTo('a' + i);
        }
    }

    @Test
    void ofAnInterruptedRunAreOpenedAsTheyAre() throws IOException {
        create().close();
        PartialFiles files = new PartialFiles(layout);
        files.resume();
        FileChannel channel = files.range(PARAMETERS.get(1)).channel();
        files.range(PARAMETERS.get(1)).write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        files.close();

        assertThat(channel.isOpen()).isFalse();
        byte[] bytes = Files.readAllBytes(layout.shards().get(1).partial());
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 3);
        Files.delete(layout.shards().get(1).partial());
        try (PartialFiles gone = new PartialFiles(layout)) {
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(gone::resume);
        }
    }

    /** A thread that is interrupted while it writes closes the channel, and what others wrote is to reach the disk nevertheless. */
    @Test
    void areBroughtToTheDiskAfterAnInterruptionToo() throws IOException {
        try (PartialFiles files = create()) {
            files.range(PARAMETERS.get(0)).channel().close();
            assertThatNoException().isThrownBy(files::force);
            Files.delete(layout.shards().get(0).partial());
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(files::force);
        }
    }

    /** Files of other checkpoints stay, and so does what has no such ending. */
    @Test
    void areDiscardedHoweverManyThereWereToBe() throws IOException {
        for (String name : List.of(
                "model.safetensors.partial",
                "model-00001-of-00007.safetensors.partial",
                "model-00007-of-00007.safetensors.partial",
                "model2.safetensors.partial",
                "model-00001-of-00002.safetensors",
                "model.safetensors.journal")) {
            Files.createFile(folder.resolve(name));
        }

        PartialFiles.discard(layout.name());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "model2.safetensors.partial",
                            "model-00001-of-00002.safetensors",
                            "model.safetensors.journal");
        }
    }

    @Test
    void areNotBegunIfTheDiskIsTooSmall() throws IOException {
        PartialFiles.checkRoom(layout);
        FileLayout huge = PlannedTensors.layout(
                folder, List.of(PlannedTensors.of("a", DType.F32, 1L << 55)), SaveOptions.defaults());
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> PartialFiles.checkRoom(huge))
                .withMessageContaining("it needs " + huge.bytes() + " bytes, and the disk has room for ");
    }
}
