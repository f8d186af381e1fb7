package org.initweights.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initweights.Plan;

/**
 * What one task writes: a shard, or a part of one.
 *
 * @param memory how many bytes of heap it takes to draw it
 * @param shard the number of the shard
 * @param name what it is called until all is complete
 * @param from the first byte
 * @param to the byte after the last
 * @param last whether the shard ends with it
 */
record Piece(int shard, String name, long from, long to, boolean last, long memory) implements Serializable {

    private static final long serialVersionUID = 1;

    /**
     * The pieces of shards.
     *
     * @param most how many bytes one may have
     * @param memory how many bytes of heap each shard takes
     */
    static List<Piece> of(List<Plan.Shard> shards, long most, List<Long> memory) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < shards.size(); i++) {
            pieces.addAll(of(i, shards.get(i), most, memory.get(i)));
        }
        return pieces;
    }

    private static List<Piece> of(int number, Plan.Shard shard, long most, long memory) {
        if (shard.bytes() <= most) {
            return List.of(new Piece(number, shard.fileName(), 0, shard.bytes(), true, memory));
        }
        List<Piece> parts = new ArrayList<>();
        for (long from = 0; from < shard.bytes(); from += most) {
            long to = Math.min(shard.bytes(), from + most);
            parts.add(new Piece(number, part(shard.fileName(), parts.size()), from, to, to == shard.bytes(), memory));
        }
        return parts;
    }

    private static String part(String shard, int number) {
        return String.format(Locale.ROOT, "%s.part-%05d", shard, number);
    }

    /** What the file is called that all parts of a shard are joined to. */
    static String firstPart(String shard) {
        return part(shard, 0);
    }

    long bytes() {
        return to - from;
    }

    boolean isWhole() {
        return from == 0 && last;
    }
}
