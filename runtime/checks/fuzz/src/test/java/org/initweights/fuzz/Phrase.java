package org.initweights.fuzz;

/** Expressions that are well formed: each byte of an input picks what stands next. */
final class Phrase {

    private static final int DEPTH = 5;

    private final byte[] picks;
    private final String[] atoms;
    private final String[] patterns;
    private int at;

    private Phrase(byte[] picks, String[] atoms, String[] patterns) {
        this.picks = picks;
        this.atoms = atoms;
        this.patterns = patterns;
    }

    /**
     * The expression that an input picks.
     *
     * @param atoms numbers and names
     * @param patterns what is made of others, each of which stands where there is a {@code #}
     */
    static String of(byte[] picks, String[] atoms, String[] patterns) {
        return new Phrase(picks, atoms, patterns).next(0);
    }

    private String next(int depth) {
        int pick = at < picks.length ? Byte.toUnsignedInt(picks[at++]) : 0;
        if (depth == DEPTH || pick % 2 == 0) {
            return atoms[pick / 2 % atoms.length];
        }
        StringBuilder phrase = new StringBuilder();
        patterns[pick / 2 % patterns.length]
                .chars()
                .forEach(c -> phrase.append(c == '#' ? next(depth + 1) : Character.toString(c)));
        return phrase.toString();
    }
}
