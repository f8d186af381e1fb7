package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pattern of parameter names. {@code *} stands for any part of a name without dots, {@code **} for any number of names. A
 * pattern without a dot, such as {@code weight} or {@code *Bias}, is matched with the last name of the path alone; any other with
 * the whole path: {@code stem.conv.weight}, {@code layers.*.weight}, {@code **.bias}.
 *
 * <p>A name is read once, with all places in the pattern at which it may be: it costs at most its length times the pattern's.
 *
 * <p>Patterns are immutable, and threads may share them.
 */
public final class NamePattern {

    /** A name of a path that is not known: the key of a map, in which there may be dots. */
    public static final String ANY_KEY = "*";

    /** A name of a path that is not known, but is a number: the index in a list. */
    public static final String ANY_INDEX = "#";

    private static final String ANY_NAMES = "**";

    private final String text;
    private final List<Piece> pieces;

    private NamePattern(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    public static NamePattern of(String pattern) {
        List<String> names = split(pattern);
        if (names.size() == 1 && !pattern.equals(ANY_NAMES)) {
            names.add(0, ANY_NAMES);
        } else if (names.stream().allMatch(ANY_NAMES::equals)) {
            // A path has at least one name.
            names.add(ANY_KEY);
        }
        return new NamePattern(pattern, pieces(names));
    }

    /**
     * In a run of wildcards the order has no meaning. Here wildcards for one name come first, and one is left of those for any number of
     * names.
     */
    private static List<Piece> pieces(List<String> names) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < names.size()) {
            int end = at;
            while (end < names.size() && isWildcard(names.get(end))) {
                end++;
            }
            List<String> run = names.subList(at, end);
            boolean open = run.contains(ANY_NAMES);
            run.stream().filter(name -> !name.equals(ANY_NAMES)).forEach(name -> pieces.add(Piece.one(name, open)));
            if (open) {
                pieces.add(Piece.any());
            }
            if (end < names.size()) {
                pieces.add(Piece.one(names.get(end), false));
            }
            at = end + 1;
        }
        return List.copyOf(pieces);
    }

    private static boolean isWildcard(String name) {
        return name.equals(ANY_NAMES) || new SegmentPattern(name).isAny();
    }

    /** Whether the pattern matches the name of a parameter. */
    public boolean matches(String path) {
        Places places = new Places();
        split(path).forEach(name -> places.read(pattern -> pattern.matches(name)));
        return places.areAtEnd();
    }

    /** Whether the pattern matches some path in which {@link #ANY_KEY} and {@link #ANY_INDEX} stand for names. */
    public boolean mayMatch(String path) {
        Places places = new Places();
        for (String name : split(path)) {
            switch (name) {
                case ANY_INDEX -> places.read(SegmentPattern::matchesSomeIndex);
                case ANY_KEY -> places.readSome();
                default -> places.read(pattern -> pattern.matches(name));
            }
        }
        return places.areAtEnd();
    }

    /** Whether the pattern matches every path in which {@link #ANY_KEY} and {@link #ANY_INDEX} stand for one name each. */
    public boolean mustMatch(String path) {
        Places places = new Places();
        for (String name : split(path)) {
            boolean open = name.equals(ANY_INDEX) || name.equals(ANY_KEY);
            places.read(open ? SegmentPattern::isAny : pattern -> pattern.matches(name));
        }
        return places.areAtEnd();
    }

    /**
     * Whether this pattern matches every name that the other matches.
     *
     * <p>That is so if it matches one name that stands for all of the other's. The stars of the other's names are read as a letter, which
     * only a star can match, since no pattern has a star for a letter. Its {@code **} are read as a gap that any number of names may
     * fill: what lies between two {@code **} of this pattern begins and ends with a name that has letters, so it never lies in a gap
     * that is long enough, and if it lies across the gap when that is short, it and what is on one side of it can be moved to that side,
     * where it must lie when the gap is long. So nothing of this pattern but a {@code **}, and the {@code *} beside one, need be in a gap,
     * and as many blocks as fit can be put before it. This is the homomorphism of tree patterns for paths; see Miklau and Suciu,
     * <i>Containment and equivalence for a fragment of XPath</i>, Journal of the ACM 51 (2004), section 3, and Milo and Suciu,
     * <i>Index structures for path expressions</i>, ICDT 1999. It costs at most the length of one pattern times the length of the other,
     * where automata would cost up to two to the power of it.
     */
    public boolean includes(NamePattern other) {
        Places places = new Places();
        for (Piece piece : other.pieces) {
            if (piece.repeats()) {
                places.readGap();
            } else {
                places.read(pattern -> pattern.matches(piece.name().text()));
            }
        }
        return places.areAtEnd();
    }

    /** The names between the dots of a path. */
    static List<String> split(String path) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            names.add(path.substring(from, dot));
            from = dot + 1;
        }
        names.add(path.substring(from));
        return names;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * A name of the pattern, or a {@code **}.
     *
     * @param repeats whether it is {@code **}
     * @param open whether it is {@code **}, or a {@code *} before one
     */
    private record Piece(SegmentPattern name, boolean repeats, boolean open) {

        static Piece one(String name, boolean open) {
            return new Piece(new SegmentPattern(name), false, open);
        }

        static Piece any() {
            return new Piece(new SegmentPattern(ANY_KEY), true, true);
        }
    }

    /** The places in the pattern that what has been read may lead to, each the number of pieces before it. */
    private final class Places {

        private boolean[] at = new boolean[pieces.size() + 1];

        Places() {
            at[0] = true;
            skip();
        }

        /** Reads a name of the path. */
        void read(Predicate<SegmentPattern> isMatched) {
            boolean[] next = new boolean[at.length];
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (at[i] && piece.repeats()) {
                    next[i] = true;
                } else if (at[i] && isMatched.test(piece.name())) {
                    next[i + 1] = true;
                }
            }
            at = next;
            skip();
        }

        /** Reads one name or more, which can be chosen. */
        void readSome() {
            boolean[] reached = new boolean[at.length];
            for (int i = 0; i < at.length; i++) {
                read(pattern -> true);
                for (int place = 0; place < at.length; place++) {
                    reached[place] |= at[place];
                }
            }
            at = reached;
        }

        /** Reads any number of names, which cannot be chosen. */
        void readGap() {
            for (int i = 0; i < at.length; i++) {
                at[i] &= i < pieces.size() && pieces.get(i).open();
            }
            skip();
        }

        boolean areAtEnd() {
            return at[pieces.size()];
        }

        /** A {@code **} may stand for nothing. */
        private void skip() {
            for (int i = 0; i < pieces.size(); i++) {
                at[i + 1] |= at[i] && pieces.get(i).repeats();
            }
        }
    }
}
