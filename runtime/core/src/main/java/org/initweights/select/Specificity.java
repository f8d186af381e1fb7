package org.initweights.select;

import java.util.Comparator;

/**
 * How narrow a rule is: first by the type that it is for, then by the pattern of names, then by the rank, last by whether it has a
 * condition. Of the rules that match a parameter the narrowest wins.
 *
 * @param typeDepth how many superclasses the type has
 * @param pattern the pattern of names
 * @param ranked whether the rule is for one rank alone
 * @param conditional whether the rule asks something else of the parameter
 */
public record Specificity(int typeDepth, NamePattern pattern, boolean ranked, boolean conditional)
        implements Comparable<Specificity> {

    private static final Comparator<Specificity> ORDER = Comparator.comparingInt(Specificity::typeDepth)
            .thenComparingInt(specificity -> specificity.pattern.specificity())
            .thenComparing(Specificity::ranked)
            .thenComparing(Specificity::conditional);

    /** That of a rule without a condition. */
    public Specificity(int typeDepth, NamePattern pattern, boolean ranked) {
        this(typeDepth, pattern, ranked, false);
    }

    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }

    /** Equal if neither is narrower. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Specificity specificity && compareTo(specificity) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * typeDepth + pattern.specificity())
                + 2 * Boolean.hashCode(ranked)
                + Boolean.hashCode(conditional);
    }
}
