package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.io.SaveOptions;

/** Parameters to lay out in files, for tests of what is done with the files. */
final class PlannedTensors {

    private PlannedTensors() {}

    static Parameter of(String name, DType dtype, long... dims) {
        return PlannedParameter.of(name, TensorShape.of(dims), dtype, Initializers.zeros());
    }

    /** One number for each name. */
    static List<Parameter> numbers(String... names) {
        return Stream.of(names).map(name -> of(name, DType.F32, 1)).toList();
    }

    /** Steps that draw these, each of one number. */
    static Schedule schedule(String... names) {
        return Schedule.of(numbers(names));
    }

    static FileLayout layout(Path folder, List<Parameter> parameters, SaveOptions options) throws IOException {
        return FileLayout.of(parameters, folder.toRealPath().resolve("model.safetensors"), options);
    }

    /** The checksum that a journal has of a part of a file. */
    static long checksum(byte[] file, FileLayout.Section place) {
        CRC32C castagnoli = new CRC32C();
        CRC32 ieee = new CRC32();
        castagnoli.update(file, (int) place.begin(), (int) place.bytes());
        ieee.update(file, (int) place.begin(), (int) place.bytes());
        return castagnoli.getValue() << Integer.SIZE | ieee.getValue();
    }
}
