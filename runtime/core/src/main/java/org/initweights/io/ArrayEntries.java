package org.initweights.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.initweights.internal.files.numpy.NpyException;
import org.initweights.internal.files.numpy.NpyHeaderReader;
import org.initweights.internal.files.numpy.UnknownElementsException;
import org.initweights.internal.files.zip.ArchiveEntry;
import org.initweights.internal.files.zip.ZipArchive;
import org.initweights.io.UnreadableTensor.Cause;

/** The arrays of a file, and what else is in it. */
final class ArrayEntries {

    /** What ends the name of an array in an archive. */
    static final String EXTENSION = ".npy";

    private static final int LONGEST_START = 6;

    private final Path file;
    private final Map<String, NpyTensor> tensors = new LinkedHashMap<>();
    private final Map<String, UnreadableTensor> unreadable = new LinkedHashMap<>();

    ArrayEntries(Path file) {
        this.file = file;
    }

    /** The entries of an archive. As in NumPy, what begins like an array is one, whatever its name ends with. */
    static ArrayEntries of(Path file, ZipArchive archive) throws IOException {
        ArrayEntries arrays = new ArrayEntries(file);
        for (ArchiveEntry entry : archive.entries()) {
            if (!entry.isFolder()) {
                arrays.add(archive, entry);
            }
        }
        return arrays;
    }

    private void add(ZipArchive archive, ArchiveEntry entry) throws IOException {
        boolean isNamedArray = entry.name().endsWith(EXTENSION);
        String name =
                isNamedArray ? entry.name().substring(0, entry.name().length() - EXTENSION.length()) : entry.name();
        if (entry.obstacle().isPresent()) {
            addOther(name, entry.obstacle().get());
        } else if (isNamedArray || beginsAsArray(archive, entry)) {
            add(name, () -> archive.open(entry), entry.size());
        } else {
            addOther(name, "it is no " + EXTENSION + " file");
        }
    }

    private static boolean beginsAsArray(ZipArchive archive, ArchiveEntry entry) throws IOException {
        try (InputStream stream = archive.open(entry)) {
            return NpyHeaderReader.isMagic(stream.readNBytes(LONGEST_START));
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    /**
     * Adds an array, or the reason why it cannot be read.
     *
     * @param size how many bytes there are altogether
     * @throws IOException if the file cannot be read
     */
    void add(String name, NpyTensor.Contents contents, long size) throws IOException {
        if (isThereTwice(name)) {
            return;
        }
        try {
            tensors.put(name, new NpyTensor(file, name, contents, size));
        } catch (UnknownElementsException e) {
            unreadable.put(name, new UnreadableTensor(name, Cause.UNSUPPORTED, reason(e)));
        } catch (NpyException | EOFException | ZipException e) {
            unreadable.put(name, new UnreadableTensor(name, Cause.DAMAGED, reason(e)));
        }
    }

    private void addOther(String name, String reason) {
        if (!isThereTwice(name)) {
            unreadable.put(name, new UnreadableTensor(name, Cause.UNSUPPORTED, reason));
        }
    }

    private boolean isThereTwice(String name) {
        if (tensors.remove(name) == null && !unreadable.containsKey(name)) {
            return false;
        }
        unreadable.put(name, new UnreadableTensor(name, Cause.UNSUPPORTED, "it is there twice"));
        return true;
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage());
    }

    /** The arrays of numbers. */
    Collection<NpyTensor> tensors() {
        return tensors.values();
    }

    /** What else is there. */
    Collection<UnreadableTensor> unreadable() {
        return unreadable.values();
    }
}
