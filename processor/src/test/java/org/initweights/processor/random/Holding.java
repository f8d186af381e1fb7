package org.initweights.processor.random;

import java.util.function.Supplier;

/**
 * A type, and how to make a random value of it: of a model, or of what holds models, at any depth.
 *
 * @param type as the source names it
 * @param erased the class of it, for arrays, which cannot be made of generic types
 * @param value writes the expression of a new value
 * @param weight how many models there are in a value at most
 * @param isSaid whether a field of the type is one that the processor, or the run, has to speak of
 */
record Holding(String type, String erased, Supplier<String> value, int weight, boolean isSaid) {

    /** This one in some holders, one within another. */
    Holding wrapped(Dice dice, int depth) {
        return depth == 0 ? this : in(dice).wrapped(dice, depth - 1);
    }

    /** In a holder whose content is found, and named by index or key. */
    Holding in(Dice dice) {
        return switch (dice.between(0, 11)) {
            case 0, 1 -> list("List", "List");
            case 2 -> ofList("ArrayList", "new ArrayList<>(", dice);
            case 3 -> ofList(dice.pick("Collection", "Iterable"), "new LinkedList<>(", dice);
            case 4 -> ofList(dice.pick("Deque", "Queue"), "new ArrayDeque<>(", dice);
            case 5 -> ofList("Set", "new LinkedHashSet<>(", dice);
            case 6, 7 -> array(dice);
            case 8 -> map("String", "new TreeMap<>(Map.<String, " + type + ">of(", "))", dice, "\"a\"", "\"b\"");
            case 9 -> map("String", "Map.<String, " + type + ">of(", ")", dice, "\"cls\"", "\"aux\"");
            case 10 -> map("Integer", "new HashMap<>(Map.<Integer, " + type + ">of(", "))", dice, "7", "3");
            default -> optional(dice);
        };
    }

    /** In a holder whose content nobody can find, or name, or put in order. */
    Holding lost(Dice dice) {
        Holding lost = switch (dice.between(0, 3)) {
            case 0 ->
                optional(
                        "Supplier",
                        "((Supplier<Supplier<" + type + ">>) () -> { " + type + " held = ",
                        "; return () -> held; }).get()");
            case 1 -> optional("AtomicReference", "new AtomicReference<" + type + ">(", ")");
            case 2 ->
                new Holding(
                        "Set<" + type + ">",
                        "Set",
                        () -> "new HashSet<" + type + ">(List.<" + type + ">of(" + value.get() + ", " + value.get()
                                + "))",
                        2 * weight,
                        true);
            default ->
                new Holding(
                        "Map<" + type + ", String>",
                        "Map",
                        () -> "new LinkedHashMap<" + type + ", String>(Map.<" + type + ", String>of(" + value.get()
                                + ", \"a\"))",
                        weight,
                        true);
        };
        return new Holding(lost.type, lost.erased, lost.value, lost.weight, true);
    }

    /** As a bound: of elements that are only read. */
    private String element(Dice dice) {
        return dice.percent(30) ? "? extends " + type : type;
    }

    private Holding list(String name, String maker) {
        return new Holding(
                name + "<" + type + ">",
                name,
                () -> maker + ".<" + type + ">of(" + value.get() + ", " + value.get() + ")",
                2 * weight,
                isSaid);
    }

    private Holding ofList(String name, String maker, Dice dice) {
        boolean both = dice.percent(60);
        return new Holding(
                name + "<" + element(dice) + ">",
                name,
                () -> maker.replace("<>", "<" + type + ">") + "List.<" + type + ">of("
                        + (both ? value.get() + ", " : "") + value.get() + "))",
                2 * weight,
                isSaid);
    }

    private Holding array(Dice dice) {
        boolean both = dice.percent(50);
        String raw = erased.replaceFirst("((\\[])*)$", "[]$1");
        return new Holding(
                type + "[]",
                raw,
                () -> "new " + raw + " {" + value.get() + (both ? ", " + value.get() : "") + "}",
                2 * weight,
                isSaid);
    }

    private Holding map(String key, String before, String after, Dice dice, String first, String second) {
        boolean both = dice.percent(60);
        return new Holding(
                "Map<" + key + ", " + element(dice) + ">",
                "Map",
                () -> before.replace("<>", "<" + key + ", " + type + ">") + first + ", " + value.get()
                        + (both ? ", " + second + ", " + value.get() : "") + after,
                2 * weight,
                isSaid);
    }

    private Holding optional(Dice dice) {
        boolean full = dice.percent(80);
        return full
                ? optional("Optional", "Optional.<" + type + ">of(", ")")
                : new Holding("Optional<" + type + ">", "Optional", () -> "Optional.<" + type + ">empty()", 0, isSaid);
    }

    private Holding optional(String name, String before, String after) {
        return new Holding(name + "<" + type + ">", name, () -> before + value.get() + after, weight, isSaid);
    }
}
