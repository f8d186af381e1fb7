package org.initweights.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.initweights.DType;
import org.initweights.io.CopiedTensor;
import org.initweights.io.ElementType;
import org.initweights.io.LoadedTensor;

/**
 * What becomes of a tensor.
 *
 * @param name its name in the new file
 * @param from its name in the file that it comes from; nothing if it is initialised
 * @param change what is done with it, without its names
 * @param overflows how many of its elements became infinite
 */
public record TensorChange(String name, String from, String change, long overflows) {

    /** A tensor that begins with weights. */
    public static TensorChange of(LoadedTensor tensor) {
        return new TensorChange(
                tensor.name(),
                tensor.nameInFile(),
                change(tensor.typeInFile(), ElementType.of(tensor.type()), tensor.axes()),
                tensor.overflows());
    }

    /**
     * A tensor that is copied to another file.
     *
     * @param rounded what floats were rounded to, if they were; a file without such a type has them in a larger one
     */
    public static TensorChange of(CopiedTensor tensor, Optional<DType> rounded) {
        ElementType from = tensor.typeInFile();
        Optional<ElementType> between =
                rounded.map(ElementType::of).filter(type -> isRounded(from) && type != from && type != tensor.type());
        return new TensorChange(
                tensor.name(),
                tensor.nameInFile(),
                between.map(type -> change(from, type, tensor.axes()) + ", stored as " + tensor.type())
                        .orElseGet(() -> change(from, tensor.type(), tensor.axes())),
                tensor.overflows());
    }

    private static boolean isRounded(ElementType type) {
        return type.dtype().filter(dtype -> !dtype.isInteger()).isPresent();
    }

    /** A tensor that is initialised. */
    public static TensorChange initialized(String name) {
        return new TensorChange(name, "", "initialized", 0);
    }

    private static String change(ElementType from, ElementType to, List<Integer> axes) {
        StringJoiner words = new StringJoiner(", ");
        words.add(from == to ? from + " as it is" : from + " to " + to);
        if (!axes.isEmpty()) {
            words.add("axes " + axes);
        }
        return words.toString();
    }

    /** The name without the numbers of layers: {@code layers.*.weight}. */
    static String pattern(String name) {
        return name.replaceAll("(?<=^|\\.)\\d+(?=\\.|$)", "*");
    }
}
