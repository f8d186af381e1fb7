package org.initweights.processor.random;

import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing model small: leaves pieces out, one after another, as long as it still fails. */
final class Reducer {

    private final Predicate<Piece> fails;

    Reducer(Predicate<Piece> fails) {
        this.fails = fails;
    }

    /** A model that still fails, and would not without any one of its pieces. */
    Piece reduce(Piece model) {
        Piece smallest = model;
        Optional<Piece> smaller = Optional.of(model);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smallest.smaller().stream().filter(fails).findFirst();
        }
        return smallest;
    }
}
