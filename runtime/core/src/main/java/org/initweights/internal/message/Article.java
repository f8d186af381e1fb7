package org.initweights.internal.message;

/** The indefinite article, by the first letter. */
public final class Article {

    private Article() {}

    /** A name behind its article: {@code a HashSet}, {@code an int[]}. */
    public static String with(String name) {
        return ("aeiouAEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
