package org.initweights.processor.random;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that Java allows and that generated code, or the tool that writes it, might use for something else; each is given once. */
final class HostileNames {

    private static final String BEYOND_BMP = "\uD835\uDC5B";

    private static final List<String> OF_MEMBERS = List.of(
            "shape",
            "ruled",
            "parameters",
            "model",
            "collector",
            "random",
            "seed",
            "index",
            "value",
            "options",
            "plan",
            "FLOATS",
            "DOUBLES",
            "RELU",
            "LINEAR",
            "NORMAL",
            "Math",
            "StrictMath",
            "TensorShape",
            "String",
            "Double",
            "Long",
            "ParameterCollector",
            "normal",
            "zeros",
            "sqrt",
            "pow",
            "java",
            "org",
            "present",
            "rows",
            "record",
            "var",
            "module",
            "sealed",
            "$",
            "$L",
            "$T",
            "a$b",
            "$$",
            "_1",
            BEYOND_BMP,
            BEYOND_BMP + "2",
            "gr\u00F6\u00DFe",
            "name",
            "path",
            "of",
            "collect",
            "parameter",
            "layer",
            "i0",
            "l");

    private static final List<String> OF_CLASSES = List.of(
            "Math",
            "StrictMath",
            "Double",
            "Long",
            "List",
            "Override",
            "String",
            "Object",
            "Integer",
            "TensorShape",
            "Parameters",
            "RandomSource",
            "Generated",
            "SuppressWarnings",
            "ParameterCollector",
            "Initializers",
            "Plan",
            "ModelRule",
            "TensorType",
            "Nonlinearity",
            "$",
            "a$b",
            BEYOND_BMP,
            "Net",
            "Init",
            "FLOATS",
            "RELU",
            "Shape",
            "InitWeights",
            "Normal",
            "Deprecated",
            "Class",
            "Iterable",
            "parameters",
            "model",
            "ruled",
            "collector");

    private static final List<String> OF_PACKAGES = List.of(
            "shape", "ruled", "parameters", "org", "java", "a$b", BEYOND_BMP, "model", "FLOATS", "m\u00FCll", "plain");

    private final Dice dice;
    private final Set<String> given = new HashSet<>();

    HostileNames(Dice dice) {
        this.dice = dice;
    }

    /** A name of a field, a method or a constant. */
    String member() {
        return fresh(OF_MEMBERS, "member", 70);
    }

    String type() {
        return fresh(OF_CLASSES, "Type", 50);
    }

    /** The last part of the name of a package. */
    String subpackage() {
        return dice.pick(OF_PACKAGES);
    }

    private String fresh(List<String> hostile, String plain, int chance) {
        for (int tries = 0; tries < 5 && dice.percent(chance); tries++) {
            String name = dice.pick(hostile);
            if (given.add(name)) {
                return name;
            }
        }
        String name = plain + given.size();
        given.add(name);
        return name;
    }
}
