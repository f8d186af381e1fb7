package it.models.holders;

import java.util.List;
import java.util.Map;
import org.initweights.annotation.InitWeights;

/** The same as {@code Encoder}, in Java, without a base class. */
@InitWeights
public class EncoderTwin {
    final Block first = new Block(2, 2);
    final List<Block> rest = List.of(new Block(2, 1), new Block(2, 2));
    final Map<String, List<Block>> named = Map.of("x", List.of(new Block(1, 3)));
    final Block norm = new Block(1, 1);
    final Block own = new Block(3, 1);
}
