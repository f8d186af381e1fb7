package org.initweights.io;

import java.nio.file.Path;
import java.util.Collection;

/**
 * What is in a file of weights.
 *
 * @param tensors those whose elements are numbers
 * @param unreadable what else is there
 */
record FileTensors(Path file, Collection<? extends LoadableTensor> tensors, Collection<UnreadableTensor> unreadable) {

    /** The tensors of an open checkpoint. */
    static FileTensors of(Checkpoint checkpoint) {
        return new FileTensors(
                checkpoint.path(),
                checkpoint.tensors().stream().map(StoredTensor::new).toList(),
                checkpoint.unreadable());
    }

    /** The tensors of an open file of llama.cpp. */
    static FileTensors of(Gguf file) {
        return new FileTensors(file.path(), file.loadable(), file.notLoadable());
    }

    /** The arrays of a file. */
    static FileTensors of(Path file, ArrayEntries arrays) {
        return new FileTensors(file, arrays.tensors(), arrays.unreadable());
    }

    boolean isEmpty() {
        return tensors.isEmpty() && unreadable.isEmpty();
    }
}
