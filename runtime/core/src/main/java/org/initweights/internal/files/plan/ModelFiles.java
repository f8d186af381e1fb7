package org.initweights.internal.files.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the files that the annotation processor writes of a model beside the compiled classes. Of a nested class a name has
 * {@code _} between simple names: {@code pack.Outer_Inner} of {@code pack.Outer.Inner}.
 */
public final class ModelFiles {

    /** The folder of the plans, among the compiled classes. */
    public static final String FOLDER = "META-INF/initweights";

    private static final String EXTENSION = ".json";

    private ModelFiles() {}

    /**
     * The plan of a model.
     *
     * @param packageName empty for the unnamed package
     * @param simpleNames the simple name of the model's class, after those of the classes around it
     */
    public static String plan(String packageName, List<String> simpleNames) {
        return FOLDER + "/" + name(packageName, simpleNames) + EXTENSION;
    }

    /** What GraalVM's native images need to know of a model; each has a folder of its own, so that each has a file of its own. */
    public static String reflection(String packageName, List<String> simpleNames) {
        return "META-INF/native-image/org.initweights/" + name(packageName, simpleNames) + "/reflect-config.json";
    }

    private static String name(String packageName, List<String> simpleNames) {
        String home = packageName.isEmpty() ? "" : packageName + ".";
        return home + String.join("_", simpleNames);
    }

    /** The files that may hold the plan of a model whose canonical name is known, but not which of the names in it are packages. */
    static List<String> candidates(String canonicalName) {
        List<String> files = new ArrayList<>();
        for (String name = canonicalName; ; ) {
            files.add(name + EXTENSION);
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return files;
            }
            name = name.substring(0, dot) + "_" + name.substring(dot + 1);
        }
    }

    /** Whether a file of this name may be a plan. */
    public static boolean isPlan(String file) {
        return file.endsWith(EXTENSION);
    }

    /** The model in the name of its plan: {@code pack.Outer_Inner}. */
    public static String modelOf(String plan) {
        return plan.substring(0, plan.length() - EXTENSION.length());
    }

    /**
     * Whether a plan is of a model that somebody calls {@code model}.
     *
     * @param plan the name of the file
     * @param model a simple or qualified name, with {@code .}, {@code $} or {@code _} between nested ones
     */
    public static boolean isOf(String plan, String model) {
        String name = "." + modelOf(plan).replace('_', '.');
        return name.endsWith("." + model.replace('_', '.').replace('$', '.'));
    }
}
