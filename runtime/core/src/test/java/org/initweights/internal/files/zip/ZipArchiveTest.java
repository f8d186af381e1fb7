package org.initweights.internal.files.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own reader and writer are the oracles; what they refuse, Python wrote. */
class ZipArchiveTest {

    @TempDir
    private Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(ZipArchiveTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 70_000})
    void readsWhatJavaWrites(int entries) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setComment("a comment, with PK\u0005\u0006 in it");
            for (int i = 0; i < entries; i++) {
                zip.setLevel(i % 10);
                zip.putNextEntry(new ZipEntry("é/" + i));
                zip.write(("text " + i).repeat(i % 50).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        checkLikeJava(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored", "deflated", "prefixed"})
    void readsWhatNumPyWritesAndWhatStandsBehindSomethingElse(String name) throws IOException {
        checkLikeJava(resource("/numpy/" + name + ".npz"));
    }

    private static void checkLikeJava(Path file) throws IOException {
        try (ZipArchive archive = ZipArchive.open(file);
                ZipFile java = new ZipFile(file.toFile())) {
            assertThat(archive.entries())
                    .extracting(ArchiveEntry::name)
                    .containsExactlyElementsOf(
                            java.stream().map(ZipEntry::getName).toList());
            int step = archive.entries().size() / 1000 + 1;
            for (int i = 0; i < archive.entries().size(); i += step) {
                ArchiveEntry entry = archive.entries().get(i);
                try (InputStream ours = archive.open(entry);
                        InputStream theirs = java.getInputStream(java.getEntry(entry.name()))) {
                    byte[] bytes = ours.readAllBytes();
                    assertThat(bytes).hasSize((int) entry.size());
                    assertThat(Arrays.equals(bytes, theirs.readAllBytes())).isTrue();
                }
            }
        }
    }

    @Test
    void anEntryThatCannotBeReadStandsInNobodysWay() throws IOException {
        try (ZipArchive archive = ZipArchive.open(resource("/numpy/strange.npz"))) {
            ArchiveEntry lzma = named(archive, "lzma.npy");
            assertThat(lzma.obstacle())
                    .hasValue("it is compressed by LZMA; stored and deflated entries are read, so write it again so");
            assertThatExceptionOfType(ZipException.class).isThrownBy(() -> archive.open(lzma));
            assertThat(named(archive, "bzip2.npy").obstacle().orElseThrow()).contains("BZIP2");
            assertThat(named(archive, "folder/").isFolder()).isTrue();
            try (InputStream readme = archive.open(named(archive, "README.txt"))) {
                assertThat(readme.readAllBytes()).asString(UTF_8).isEqualTo("weights\n");
            }
        }
    }

    private static ArchiveEntry named(ZipArchive archive, String name) {
        return archive.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sizes and offsets of 64 bits, and the records for more entries than 16 bits count, made by hand from PKWARE's specification. */
    @Test
    void readsSizesOf64Bits() throws IOException {
        byte[] data = "some bytes".getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(data);
        ByteBuffer file = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        file.putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 1)
                .putShort((short) 20);
        file.put((byte) 'a')
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(data.length)
                .putLong(data.length);
        file.put(data);
        int directory = file.position();
        file.putInt(0x02014b50)
                .putInt(45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        file.putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 1)
                .putShort((short) 36);
        file.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(-1);
        file.put((byte) 'a').putShort((short) 0x9999).putShort((short) 4).putInt(7);
        file.putShort((short) 1)
                .putShort((short) 24)
                .putLong(data.length)
                .putLong(data.length)
                .putLong(0);
        int end = file.position();
        file.putInt(0x06064b50)
                .putLong(44)
                .putInt(45)
                .putInt(0)
                .putInt(0)
                .putLong(1)
                .putLong(1);
        file.putLong(end - directory).putLong(directory);
        file.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        file.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        Path path = Files.write(folder.resolve("a.zip"), Arrays.copyOf(file.array(), file.position()));

        try (ZipArchive archive = ZipArchive.open(path);
                InputStream bytes = archive.open(named(archive, "a"))) {
            assertThat(bytes.readAllBytes()).isEqualTo(data);
        }
    }

    /** Whatever stands in a file, there are bytes with the right checksum, or an {@code IOException}. */
    @Test
    void neverGivesOtherBytes() throws IOException {
        byte[] sound = Files.readAllBytes(resource("/numpy/deflated.npz"));
        Path file = folder.resolve("a.zip");
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
            byte[] broken = sound.clone();
            broken[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, broken);
            try (ZipArchive archive = ZipArchive.open(file)) {
                for (ArchiveEntry entry : archive.entries()) {
                    try (InputStream bytes = archive.open(entry)) {
                        CRC32 crc = new CRC32();
                        crc.update(bytes.readAllBytes());
                        assertThat(crc.getValue()).isEqualTo(entry.crc());
                    }
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotNull();
            }
        }
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        for (String text : new String[] {"", "PK", "no archive, but a text of more than 22 bytes"}) {
            Path file = Files.writeString(folder.resolve("a.zip"), text);
            assertThatExceptionOfType(ZipException.class)
                    .isThrownBy(() -> ZipArchive.open(file))
                    .withMessage("it has no directory of a zip file at its end");
        }
    }

    /** The check value of CRC-32, that of the digits, stands in its catalogue: cbf43926. */
    @Test
    void anEntryIsComparedWithItsChecksumAtItsEnd() throws IOException {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        long crc = 0xcbf43926L;

        assertThat(new VerifiedEntry(new ByteArrayInputStream(digits), crc).readAllBytes())
                .isEqualTo(digits);

        digits[4] ^= 1;
        VerifiedEntry changed = new VerifiedEntry(new ByteArrayInputStream(digits), crc);
        assertThat(changed.read(new byte[9], 0, 9)).isEqualTo(9);
        assertThatExceptionOfType(ZipException.class).isThrownBy(changed::read).withMessage("the checksum is wrong");
        VerifiedEntry cut = new VerifiedEntry(new ByteArrayInputStream(new byte[0]), crc);
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> cut.read(new byte[5], 0, 5));
    }
}
