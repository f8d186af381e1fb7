package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Writes a generic model, and subclasses that say what its type variable is. */
final class GrownGeneric {

    private final Dice dice;
    private final GrownNames names;
    private final GrownTypes types;

    GrownGeneric(Dice dice, GrownNames names, GrownTypes types) {
        this.dice = dice;
        this.names = names;
        this.types = types;
    }

    /**
     * A field of the generic class.
     *
     * @param seed of the holders around the type variable
     */
    private record Slot(String name, long seed, int depth) {

        Holding of(Holding held) {
            return held.wrapped(new Dice(seed), depth);
        }
    }

    void grow() {
        List<GrownType> arguments =
                types.visited().stream().filter(type -> type.weight() < 10).toList();
        if (arguments.isEmpty()) {
            return;
        }
        GrownType bound = dice.pick(arguments);
        String bounds = dice.pick("", "", " extends " + bound.name(), " extends Object & " + bound.name());
        if (bounds.contains("&") && !bound.isInterface()) {
            bounds = " extends " + bound.name();
        }
        String name = names.type();
        GrownBody body = types.body(false);
        if (dice.percent(70)) {
            types.tensor(body, name);
        }
        List<Slot> slots = new ArrayList<>();
        Holding variable = new Holding("A", "A", () -> "null", 1, false);
        for (int i = dice.between(1, 2); i > 0; i--) {
            Slot slot = new Slot(names.field(), dice.between(0, 1_000_000), dice.pick(0, 1, 1, 2));
            slots.add(slot);
            body.slot(slot.of(variable).type(), slot.name);
        }
        String generic = types.reference(name, false);
        types.declare("@InitWeights ", "class " + name + "<A" + bounds + ">", body.members(), false);
        Holding argument = (bounds.isEmpty() ? dice.pick(arguments) : bound).holding(dice, false);
        if (bounds.isEmpty() && dice.percent(40)) {
            twoLevels(generic, slots, argument, body.weight());
        } else if (dice.percent(60)) {
            bind(generic + "<" + argument.type() + ">", slots, argument, body.weight());
        } else {
            types.addHolding(anonymous(generic + "<" + argument.type() + ">", slots, argument, body.weight()));
        }
    }

    /** A subclass without a name, which only sets the fields. */
    private Holding anonymous(String type, List<Slot> slots, Holding argument, int models) {
        List<Holding> values = slots.stream().map(slot -> slot.of(argument)).toList();
        int weight = models + values.stream().mapToInt(Holding::weight).sum();
        return new Holding(
                type,
                type.replaceFirst("<.*", ""),
                () -> "new " + type + "() {" + settings(slots, values) + "}",
                weight,
                false);
    }

    private void twoLevels(String generic, List<Slot> slots, Holding argument, int models) {
        String name = names.type();
        String middle = types.reference(name, false);
        types.declare("", "abstract class " + name + "<B> extends " + generic + "<List<B>>", List.of(), false);
        Holding list = new Holding(
                "List<" + argument.type() + ">",
                "List",
                () -> "List.<" + argument.type() + ">of(" + argument.value().get() + ")",
                argument.weight(),
                false);
        bind(middle + "<" + argument.type() + ">", slots, list, models);
    }

    private void bind(String parent, List<Slot> slots, Holding argument, int models) {
        List<Holding> values = slots.stream().map(slot -> slot.of(argument)).toList();
        int weight = models + values.stream().mapToInt(Holding::weight).sum();
        String name = names.type();
        GrownBody body = types.body(false);
        body.add("    " + settings(slots, values) + "\n", 0);
        if (dice.percent(40)) {
            types.tensor(body, name);
        }
        GrownType type = new GrownType(types.reference(name, false), true, false, GrownType.Kind.CLOSED);
        type.add("new " + type.name() + "()", weight);
        types.declare("", "class " + name + " extends " + parent, body.members(), false);
        types.add(type);
    }

    private static String settings(List<Slot> slots, List<Holding> values) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < slots.size(); i++) {
            text.append(" ")
                    .append(slots.get(i).name)
                    .append(" = ")
                    .append(values.get(i).value().get())
                    .append(";");
        }
        return text.append(" }").toString();
    }
}
