package org.initweights.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** Where the bytes of a piece can be, from the moment when they are written until they are published. */
enum PiecePlace {
    /** A part of a shard, in a file of its own. */
    PART(0),
    /** The file of the first part, to which all others were appended. */
    JOINED(1),
    /** The shard, among what the run has. */
    STAGED(2),
    /** The shard, in the checkpoint. */
    USUAL(3),
    /** The shard, in the checkpoint, with the identity of the run in its name. */
    OWN(4);

    /** What it is called among the results of a task. */
    final long code;

    PiecePlace(long code) {
        this.code = code;
    }

    /** The place that is called so. */
    static PiecePlace of(long code) {
        return Arrays.stream(values())
                .filter(place -> place.code == code)
                .findFirst()
                .orElseThrow();
    }

    /** A stretch of a file that may be there. */
    record Candidate(PiecePlace place, Path file, long offset, long length) {}

    /** All places of a piece, those first that are the usual ones. */
    static List<Candidate> of(Piece piece, FolderNames names, String shard, long shardBytes) {
        List<Candidate> places = new ArrayList<>();
        if (!piece.isWhole()) {
            places.add(new Candidate(PART, names.staged(piece.name()), 0, piece.bytes()));
            places.add(new Candidate(JOINED, names.staged(Piece.firstPart(shard)), piece.from(), shardBytes));
        }
        places.add(new Candidate(STAGED, names.staged(shard), piece.from(), shardBytes));
        places.add(new Candidate(USUAL, names.usual(shard), piece.from(), shardBytes));
        places.add(new Candidate(OWN, names.own(shard), piece.from(), shardBytes));
        return places;
    }
}
