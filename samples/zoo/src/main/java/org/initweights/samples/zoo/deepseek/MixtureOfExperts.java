package org.initweights.samples.zoo.deepseek;

import java.util.List;
import java.util.stream.Stream;

/** Experts, of which a router picks some for each token, and one that every token goes through. */
class MixtureOfExperts extends Module {

    final List<Mlp> experts;
    final TopkRouter gate;
    final Mlp shared_experts;

    MixtureOfExperts(Config config) {
        experts = Stream.generate(() -> new Mlp(config.hidden(), config.expert()))
                .limit(config.experts())
                .toList();
        gate = new TopkRouter(config.hidden(), config.experts());
        shared_experts = new Mlp(config.hidden(), config.expert() * config.sharedExperts());
    }
}
