package org.initweights.internal.files.piece;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.work.Workers;
import org.initweights.io.SaveOptions;

/** The files of a checkpoint of a plan, each of which can be written without the others. Threads may share it. */
public final class PlannedFiles {

    private final DrawOrder order;
    private final String plan;
    private final ShardLayout layout;
    private final Map<String, Parameter> byName = new HashMap<>();

    /**
     * The files.
     *
     * @param order the parameters of the plan
     * @param plan the plan as text
     */
    public PlannedFiles(DrawOrder order, String plan, SaveOptions options) {
        this.order = order;
        this.plan = plan;
        this.layout = ShardLayout.of(order.declared(), options);
        order.declared().forEach(parameter -> byName.put(parameter.name(), parameter));
    }

    /** What they are called, and what is in which. */
    public ShardLayout layout() {
        return layout;
    }

    /** The names of the tensors of a file, in the order of their bytes. */
    public List<String> names(int number) {
        return layout.headers().get(number).tensors().stream()
                .map(TensorEntry::name)
                .toList();
    }

    /** How many bytes a file has. */
    public long bytes(int number) {
        return PieceWriting.bytes(layout.headers().get(number));
    }

    /** Writes some bytes of a file, on the calling thread alone. */
    public void write(int number, WritableByteChannel channel, RandomSource random, long from, long to)
            throws IOException {
        SamplerSource source = order.placed(random).on(Workers.CALLER);
        PieceWriting writing = new PieceWriting(
                layout.header(number, plan, order.drawn(), source),
                tensor -> order.drawing(Objects.requireNonNull(byName.get(tensor.name())), source));
        try {
            writing.write(channel, from, to);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
