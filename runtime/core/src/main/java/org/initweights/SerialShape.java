package org.initweights;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link TensorShape} is written as; reading it checks everything anew. */
record SerialShape(List<Long> dims, Layout layout, @Nullable Axes axes, int groups, int packed, int stacked)
        implements Serializable {

    static SerialShape of(TensorShape shape) {
        return new SerialShape(
                Arrays.stream(shape.dims()).boxed().toList(),
                shape.layout(),
                shape.axes().orElse(null),
                shape.groups(),
                shape.packed(),
                shape.stacked());
    }

    private Object readResolve() {
        TensorShape shape =
                TensorShape.of(dims.stream().mapToLong(Long::longValue).toArray());
        return axes != null
                ? shape.withAxes(axes)
                : shape.withStacked(stacked)
                        .withLayout(layout)
                        .withGroups(groups)
                        .withPacked(packed);
    }
}
