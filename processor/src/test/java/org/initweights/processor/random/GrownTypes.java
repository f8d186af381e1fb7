package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.processor.random.GrownNotes.Rule;
import org.initweights.processor.random.GrownType.Kind;

/** Writes the random classes of a program: hierarchies, records, enums, interfaces with and without a mark. */
final class GrownTypes {

    private final Dice dice;
    private final GrownNames names;
    private final String home;
    private final boolean isRisky;
    private final GrownLinks links;
    private final List<GrownType> types = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final List<Piece> nested = new ArrayList<>();
    private final List<Piece> files = new ArrayList<>();
    private final Map<String, String> references = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param home the package of the model
     * @param isRisky whether there may be something that has to be spoken of
     */
    GrownTypes(Dice dice, GrownNames names, String home, boolean isRisky) {
        this.dice = dice;
        this.names = names;
        this.home = home;
        this.isRisky = isRisky;
        this.links = new GrownLinks(dice, names);
    }

    /** What ties and copies the tensors of the classes. */
    GrownLinks links() {
        return links;
    }

    /** The classes that are nested in the model. */
    List<Piece> nested() {
        return nested;
    }

    /** The files of the others. */
    List<Piece> files() {
        return files;
    }

    /** Rules that fit parameters of the classes, as the values say that they give. */
    List<Rule> rules() {
        return rules;
    }

    void grow() {
        switch (dice.between(0, 11)) {
            case 0 -> above("@InitWeights ", "interface ", true);
            case 1 -> above("@InitWeights ", "abstract class ", true);
            case 2 -> above("", isRisky ? dice.pick("interface ", "abstract class ") : "interface ", false);
            case 3, 4 -> new GrownGeneric(dice, names, this).grow();
            case 5 -> enumeration();
            case 6 -> skipped();
            default -> {
                if (dice.percent(25)) {
                    record();
                } else {
                    model();
                }
            }
        }
    }

    /** Some fields of the types that there are. */
    void hold(GrownBody body, boolean far, int count) {
        List<GrownType> usable = types.stream()
                .filter(type -> type.isVisited() || isRisky)
                .filter(type -> !far || type.isFar())
                .toList();
        for (int i = 0; i < count && !usable.isEmpty(); i++) {
            if (!far && !holdings.isEmpty() && dice.percent(25)) {
                body.holder(dice.pick(holdings).wrapped(dice, dice.pick(0, 0, 1)));
            } else {
                body.holder(dice.pick(usable));
            }
        }
    }

    /** Something that fields can hold, and that is no class alone. */
    void addHolding(Holding holding) {
        holdings.add(holding);
    }

    /** A type whose values are models, whatever they are. */
    List<GrownType> visited() {
        return types.stream()
                .filter(type -> type.isVisited() && type.hasValues(false))
                .toList();
    }

    void add(GrownType type) {
        types.add(type);
    }

    GrownBody body(boolean far) {
        return new GrownBody(dice, names, far, isRisky);
    }

    /** A type at the top of others. */
    private void above(String mark, String kind, boolean visited) {
        boolean far = dice.percent(20);
        boolean open = kind.contains("class");
        String name = names.type();
        boolean sealed = !far && !open && isNested(name) && dice.percent(50);
        GrownType type = new GrownType(
                reference(name, far), visited, far, open ? Kind.OPEN : sealed ? Kind.CLOSED : Kind.INTERFACE);
        GrownBody body = body(far);
        if (open && visited && dice.percent(40)) {
            tensor(body, name);
        }
        declare(mark, (sealed ? "sealed " : "") + kind + name, body.members(), far);
        types.add(type);
        implement(type, sealed ? names.nestedType() : names.type());
    }

    private void implement(GrownType type, String name) {
        boolean far = type.isFar();
        GrownBody body = body(far);
        tensor(body, name);
        hold(body, far, dice.between(0, 1));
        GrownType made = new GrownType(reference(name, far), true, far, Kind.CLOSED).under(type);
        made.add("new " + made.name() + "()", body.weight());
        declare(
                "",
                "final class " + name + (type.isOpen() ? " extends " : " implements ") + type.name(),
                body.members(),
                far);
        types.add(made);
    }

    private void model() {
        boolean far = dice.percent(25);
        List<GrownType> parents = types.stream()
                .filter(type -> type.isOpen() && (!far || type.isFar()))
                .toList();
        List<GrownType> interfaces = types.stream()
                .filter(type -> type.isInterface() && (!far || type.isFar()))
                .toList();
        List<GrownType> above = new ArrayList<>();
        String supertypes = "";
        if (!parents.isEmpty() && dice.percent(45)) {
            above.add(dice.pick(parents));
            supertypes += " extends " + above.get(0).name();
        }
        if (!interfaces.isEmpty() && dice.percent(45)) {
            GrownType chosen = dice.pick(interfaces);
            above.add(chosen);
            supertypes += " implements " + chosen.name();
        }
        String name = names.type();
        boolean marked = dice.percent(35);
        boolean onlyHolds = dice.percent(30);
        GrownBody body = body(far);
        if (!onlyHolds || marked) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                tensor(body, name);
            }
        }
        hold(body, far, dice.between(onlyHolds ? 1 : 0, 2));
        // A class of which an array is all there is may be anything, a cache or a table.
        if (body.hasTensor() && dice.percent(20)) {
            body.other();
        }
        boolean tied = dice.percent(15);
        if (dice.percent(12)) {
            body.widths();
        }
        boolean visited = marked || tied || body.hasTensor() || above.stream().anyMatch(GrownType::isVisited);
        GrownType type = new GrownType(reference(name, far), visited, far, Kind.OPEN);
        above.forEach(type::under);
        int inherited = above.stream().mapToInt(GrownType::weight).sum();
        type.add("new " + type.name() + "()", body.weight() + inherited);
        String ties = tied ? links.tied(body, List.of(type)) : "";
        if (body.hasTensor()) {
            links.addTensors(type);
        }
        declare(ties + (marked ? "@InitWeights " : ""), "class " + name + supertypes, body.members(), far);
        types.add(type);
    }

    private void record() {
        List<GrownType> parts = visited();
        String name = names.type();
        String tensor = names.field();
        StringBuilder components = new StringBuilder("\n" + GrownNotes.constant(tensor, name, names.constant(tensor))
                + "    @Shape(3) @Constant(" + names.constant(tensor) + ") float[] " + tensor);
        rule(name, tensor);
        StringBuilder values = new StringBuilder("new float[3]");
        int weight = 1;
        if (!parts.isEmpty()) {
            Holding held = dice.pick(parts).holding(dice, false).wrapped(dice, dice.between(0, 2));
            if (held.weight() < 15) {
                components.append(", ").append(held.type()).append(" ").append(names.field());
                values.append(", ").append(held.value().get());
                weight += held.weight();
            }
        }
        GrownType type = new GrownType(reference(name, false), true, false, Kind.CLOSED);
        type.add("new " + type.name() + "(" + values + ")", weight);
        declare("", "record " + name + "(" + components + ")", List.of(), false);
        types.add(type);
    }

    private void enumeration() {
        List<GrownType> interfaces =
                types.stream().filter(GrownType::isInterface).toList();
        String name = names.type();
        GrownBody body = body(false);
        if (dice.percent(30)) {
            body.tensor("");
            links.addShared();
        }
        GrownType type =
                new GrownType(reference(name, false), body.hasTensor() || !interfaces.isEmpty(), false, Kind.CLOSED);
        String supertypes = "";
        if (!interfaces.isEmpty()) {
            GrownType chosen = dice.pick(interfaces);
            type = new GrownType(reference(name, false), body.hasTensor() || chosen.isVisited(), false, Kind.CLOSED);
            type.under(chosen);
            supertypes = " implements " + chosen.name();
        }
        type.add(type.name() + ".ONE", 1);
        type.add(type.name() + ".TWO", 1);
        List<Piece> members = new ArrayList<>(List.of(Piece.of("    ONE, TWO;\n")));
        members.addAll(body.members());
        declare("", "enum " + name + supertypes, members, false);
        types.add(type);
    }

    /** A class that nobody initialises, since it says so. */
    private void skipped() {
        List<GrownType> interfaces =
                types.stream().filter(GrownType::isInterface).toList();
        if (interfaces.isEmpty()) {
            return;
        }
        GrownType chosen = dice.pick(interfaces);
        String name = names.type();
        GrownBody body = body(false);
        body.tensor("");
        hold(body, false, 1);
        GrownType type = new GrownType(reference(name, false), true, false, Kind.CLOSED).under(chosen);
        type.add("new " + type.name() + "()", body.weight());
        declare("@Skip ", "class " + name + " implements " + chosen.name(), body.members(), false);
        types.add(type);
    }

    /** A parameter, and perhaps a rule for it. */
    void tensor(GrownBody body, String owner) {
        if (dice.percent(6)) {
            body.indexed(owner);
        } else {
            rule(owner, body.tensor(owner));
        }
    }

    private void rule(String owner, String field) {
        if (dice.percent(25)) {
            rules.add(new Rule(owner, field, dice.between(0, 3), dice.between(0, 1)));
        }
    }

    /** How the source names a type. Other packages have only files of their own; half of those here are nested. */
    String reference(String name, boolean far) {
        String reference = far ? home + ".far." + name : isNested(name) ? "Net." + name : name;
        references.put(name, reference);
        return reference;
    }

    /** How the source names a type that there is. */
    String reference(String name) {
        return references.getOrDefault(name, name);
    }

    private static boolean isNested(String name) {
        return Integer.parseInt(name.substring(1)) % 2 == 0;
    }

    /** Writes a class. */
    void declare(String mark, String declaration, List<Piece> members, boolean far) {
        String name = declaration.replaceFirst("(?s)^.*?\\b(T\\d+)\\b.*$", "$1");
        if (!far && isNested(name)) {
            nested.add(new Piece("    " + mark + modifiers() + declaration + " {\n", members, "    }\n"));
            return;
        }
        String folder = far ? home + "/far/" : home + "/";
        String access = far || dice.percent(30) ? "public " : "";
        files.add(new Piece(
                SourceFolder.file(folder + name + ".java") + GrownProgram.header(far ? home + ".far" : home, home),
                List.of(new Piece(mark + access + declaration + " {\n", members, "}\n")),
                ""));
    }

    private String modifiers() {
        return dice.pick("", "public ", "protected ") + "static ";
    }
}
