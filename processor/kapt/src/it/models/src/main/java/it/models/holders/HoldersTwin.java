package it.models.holders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.annotation.InitWeights;

/** The same as {@code Holders}, in Java. */
@InitWeights
public class HoldersTwin {
    final List<List<Block>> stages = List.of(List.of(new Block(1, 2)), List.of(new Block(2, 3), new Block(3, 4)));
    final Block[][] grid = {{new Block(1, 1), new Block(1, 2)}, {new Block(2, 1), new Block(2, 2)}};
    final Map<String, List<Block>> heads = new LinkedHashMap<>();
    final Map<String, List<Block>> mutable = Map.of("a", List.of(new Block(2, 2)));
    final List<Block[]> arrays = List.<Block[]>of(new Block[] {new Block(2, 1)});
    final List<List<Block>> projected = List.of(List.of(new Block(1, 1)));
    final Optional<List<Block>> optional = Optional.of(List.of(new Block(5, 1)));
    final List<List<Block>> hidden = List.of(List.of(new Block(3, 3)));

    public HoldersTwin() {
        heads.put("cls", List.of(new Block(4, 2)));
        heads.put("box", List.of(new Block(4, 1), new Block(4, 2)));
    }
}
