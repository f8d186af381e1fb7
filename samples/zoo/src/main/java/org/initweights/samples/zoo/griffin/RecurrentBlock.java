package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** A recurrence behind a convolution, and a gate beside them. */
@InitRule(type = Linear.class, param = "weight", use = FanInNormal.class)
@InitRule(type = Linear.class, param = "linear_out.weight", use = FinalNormal.class)
@InitRule(type = Linear.class, param = "bias", use = Zeros.class)
class RecurrentBlock implements Module {

    private static final int TEMPORAL_WIDTH = 4;

    final Config config;
    final Linear linear_y;
    final Linear linear_x;
    final Linear linear_out;
    final Conv1d conv_1d;
    final RgLru rg_lru;

    RecurrentBlock(Config config) {
        this.config = config;
        int inner = config.recurrentWidth();
        linear_y = new Linear(config.width(), inner);
        linear_x = new Linear(config.width(), inner);
        linear_out = new Linear(inner, config.width());
        conv_1d = new Conv1d(inner, TEMPORAL_WIDTH);
        rg_lru = new RgLru(inner, config.heads());
    }
}
