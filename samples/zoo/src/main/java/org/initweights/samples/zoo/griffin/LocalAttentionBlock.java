package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** Attention to a window, with one head of keys and values. */
@InitRule(type = Linear.class, param = "weight", use = FanInNormal.class)
@InitRule(type = Linear.class, param = "proj_final.weight", use = FinalNormal.class)
@InitRule(param = "proj_final.bias", use = Zeros.class)
class LocalAttentionBlock implements Module {

    final Config config;
    final Linear proj_q;
    final Linear proj_k;
    final Linear proj_v;
    final Linear proj_final;

    LocalAttentionBlock(Config config) {
        this.config = config;
        int width = config.width();
        int head = width / config.heads();
        proj_q = new Linear(width, width, false);
        proj_k = new Linear(width, head, false);
        proj_v = new Linear(width, head, false);
        proj_final = new Linear(width, width);
    }
}
