package org.initweights.internal.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.message.Spelling;

/** The sizes that a plan asks for while it is read, so that none is given in vain. One thread uses it. */
public final class AskedSizes {

    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\(\\))?";
    private static final Pattern PATH = Pattern.compile(NAME + "(?:\\." + NAME + ")*");

    private final Set<Asked> all = new LinkedHashSet<>();

    /** Who asked, with a dot at the end, and for what. */
    private record Asked(String owner, String name) {

        /** Whether a size of this name would be an answer, if none of a model further inside were given. */
        boolean isAnsweredBy(String given) {
            return given.endsWith(name)
                    && owner.startsWith(given.substring(0, given.length() - name.length()))
                    && (given.length() == name.length() || given.charAt(given.length() - name.length() - 1) == '.');
        }
    }

    void add(String owner, String name) {
        all.add(new Asked(owner, name));
    }

    /** Counts the names in an expression that is not computed, because what it is for is not there. */
    void addAll(String owner, String expression) {
        Matcher names = PATH.matcher(expression);
        while (names.find()) {
            add(owner, names.group());
        }
    }

    /**
     * Refuses sizes that nothing asked for.
     *
     * @throws IllegalArgumentException if there are some; it names them, and what was probably meant
     */
    public void check(Collection<String> given) {
        List<String> unused = new ArrayList<>();
        for (String name : new TreeSet<>(given)) {
            if (all.stream().noneMatch(asked -> asked.isAnsweredBy(name))) {
                unused.add(name);
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(message(unused));
        }
    }

    private String message(List<String> unused) {
        Set<String> known = new LinkedHashSet<>();
        all.forEach(asked -> known.add(asked.name));
        all.forEach(asked -> known.add(asked.owner + asked.name));
        List<String> named = unused.stream()
                .map(name -> "\"" + Excerpt.of(name) + "\""
                        + Spelling.closest(name, known)
                                .map(meant -> " (did you mean \"" + Excerpt.of(meant) + "\"?)")
                                .orElse(""))
                .toList();
        return "no parameter has the size " + String.join(" or ", named)
                + (known.isEmpty() ? "; all sizes of this plan are known already" : "; there are " + Excerpt.of(known));
    }
}
