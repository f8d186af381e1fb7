package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of source text, in which other pieces lie: what a failing model can be made smaller by.
 *
 * @param before the text before the pieces inside
 * @param inside pieces of which each may be left out
 * @param after the text after them
 */
record Piece(String before, List<Piece> inside, String after) {

    static Piece of(String text) {
        return new Piece(text, List.of(), "");
    }

    /** The whole text. */
    String text() {
        StringBuilder text = new StringBuilder(before);
        inside.forEach(piece -> text.append(piece.text()));
        return text.append(after).toString();
    }

    /** This piece with one less: each piece inside, at any depth, is left out once. The largest come first. */
    List<Piece> smaller() {
        List<Piece> smaller = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            smaller.add(withInside(i, List.of()));
        }
        for (int i = 0; i < inside.size(); i++) {
            for (Piece replacement : inside.get(i).smaller()) {
                smaller.add(withInside(i, List.of(replacement)));
            }
        }
        return smaller;
    }

    private Piece withInside(int index, List<Piece> replacement) {
        List<Piece> pieces = new ArrayList<>(inside);
        pieces.remove(index);
        pieces.addAll(index, replacement);
        return new Piece(before, List.copyOf(pieces), after);
    }
}
