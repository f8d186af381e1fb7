package org.initweights.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.rule.torch.TorchDefaultRule;

/**
 * The order in which PyTorch's constructors draw. It is the order of the declarations, but for {@code nn.MultiheadAttention}: its
 * out-projection, a layer inside it, is constructed before the attention's own parameters are drawn, and its bias is drawn like any
 * linear layer's before it becomes zero.
 *
 * <p>The out-projection is the square matrix right behind the parameters that start by {@link Layer#MULTIHEAD_ATTENTION}, as in a
 * {@code state_dict}, or right before them, as they are drawn; in the same model or in one directly inside it.
 */
public final class Construction {

    private final List<Parameter> drawn = new ArrayList<>();

    private Construction() {}

    /** The parameters in the order in which they draw. A parameter whose first values are overwritten is in the list twice. */
    public static List<Parameter> of(List<Parameter> declared) {
        Construction construction = new Construction();
        for (List<Parameter> rest = declared; !rest.isEmpty(); ) {
            rest = rest.subList(construction.drawNext(rest), rest.size());
        }
        return construction.drawn;
    }

    /** Takes the first of these parameters, and those that belong together with it; returns their number. */
    private int drawNext(List<Parameter> declared) {
        Optional<AttentionRun> attention = AttentionRun.startOf(declared);
        if (attention.isPresent()) {
            int own = attention.get().parameters().size();
            List<Parameter> behind = declared.subList(own, declared.size());
            int projection = attention.get().outProjectionLength(behind);
            draw(attention.get(), behind.subList(0, projection));
            return own + projection;
        }
        for (int length = Math.min(2, declared.size()); length > 0; length--) {
            attention = AttentionRun.startOf(declared.subList(length, declared.size()));
            if (attention.isPresent() && attention.get().outProjectionLength(declared) == length) {
                draw(attention.get(), declared.subList(0, length));
                return length + attention.get().parameters().size();
            }
        }
        drawn.add(declared.get(0));
        return 1;
    }

    private void draw(AttentionRun attention, List<Parameter> outProjection) {
        for (Parameter parameter : outProjection) {
            if (parameter.fill() instanceof ConstantFill) {
                drawn.add(parameter.with(
                        new TorchDefaultRule(Layer.LINEAR, outProjection.get(0).shape(), TorchVersion.CURRENT)));
            }
            drawn.add(parameter);
        }
        drawn.addAll(attention.parameters());
    }
}
