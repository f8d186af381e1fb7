package org.initweights.djl;

import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What PyTorch would call the children of a block. */
final class ChildNames {

    private ChildNames() {}

    /** The names of the children, in their order. */
    static List<String> of(Block block) {
        List<String> keys = block.getChildren().keys();
        if (block instanceof SequentialBlock || block instanceof ParallelBlock) {
            return IntStream.range(0, keys.size()).mapToObj(Integer::toString).toList();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            names.add(withoutNumber(keys.get(i), i));
        }
        List<String> taken = new ArrayList<>(names);
        taken.addAll(block.getDirectParameters().keys());
        for (int i = 0; i < keys.size(); i++) {
            if (Collections.frequency(taken, taken.get(i)) > 1) {
                names.set(i, keys.get(i));
            }
        }
        return names;
    }

    /** The name that was given to {@code addChildBlock}, which puts the child's number in front of it. */
    private static String withoutNumber(String key, int index) {
        String number = String.format(Locale.ROOT, "%02d", index + 1);
        return key.startsWith(number) && key.length() > number.length() ? key.substring(number.length()) : key;
    }
}
