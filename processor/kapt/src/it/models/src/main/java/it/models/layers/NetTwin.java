package it.models.layers;

import java.util.List;
import org.initweights.annotation.InitWeights;

/** The same as {@code Net}, in Java. */
@InitWeights
public class NetTwin {
    final List<Layer> layers;
    final Dense head;

    public NetTwin(List<Layer> layers, Dense head) {
        this.layers = layers;
        this.head = head;
    }
}
