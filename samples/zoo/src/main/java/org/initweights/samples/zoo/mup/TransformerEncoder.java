package org.initweights.samples.zoo.mup;

import java.util.List;
import org.initweights.annotation.Copy;
import org.initweights.samples.zoo.nn.Module;

/** {@code nn.TransformerEncoder}, which makes its layers by copying the one that it is given: both begin alike. */
@Copy(param = "layers.1.**", from = "layers.0.**")
class TransformerEncoder implements Module {

    final List<TransformerEncoderLayer> layers;

    TransformerEncoder(Config config) {
        layers = List.of(new TransformerEncoderLayer(config), new TransformerEncoderLayer(config));
    }
}
