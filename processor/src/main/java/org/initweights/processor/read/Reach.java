package org.initweights.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What code in the package of a model can name. */
final class Reach {

    private final Elements elements;
    private final TypeElement model;

    Reach(Elements elements, TypeElement model) {
        this.elements = elements;
        this.model = model;
    }

    /** What keeps generated code from naming a class: it, a class around it, or its module; empty if nothing does. */
    Optional<Barrier> before(TypeElement type) {
        for (Element around = type; around instanceof TypeElement named; around = around.getEnclosingElement()) {
            Set<Modifier> modifiers = named.getModifiers();
            String name = named.getSimpleName().toString();
            if (SourceLanguage.of(named).isPrivate(named) || modifiers.contains(Modifier.PRIVATE)) {
                return Optional.of(new Barrier(type, named, "private", "make " + name + " package-private"));
            }
            if (!modifiers.contains(Modifier.PUBLIC) && !isOfThisPackage(named)) {
                String access = modifiers.contains(Modifier.PROTECTED)
                        ? "protected"
                        : "package-private in " + elements.getPackageOf(named).getQualifiedName();
                return Optional.of(new Barrier(type, named, access, "make " + name + " public"));
            }
        }
        return ofModule(type);
    }

    private Optional<Barrier> ofModule(TypeElement type) {
        ModuleElement home = elements.getModuleOf(type);
        ModuleElement mine = elements.getModuleOf(model);
        if (home == null || mine == null || home.isUnnamed() || home.equals(mine)) {
            return Optional.empty();
        }
        boolean exported = ElementFilter.exportsIn(home.getDirectives()).stream()
                .anyMatch(export -> export.getPackage().equals(elements.getPackageOf(type))
                        && (export.getTargetModules() == null
                                || export.getTargetModules().contains(mine)));
        return exported || home.getDirectives().isEmpty()
                ? Optional.empty()
                : Optional.of(new Barrier(
                        type,
                        type,
                        "in module " + home.getQualifiedName() + ", which does not export it",
                        "export " + elements.getPackageOf(type).getQualifiedName()));
    }

    /** Whether generated code may name a member of a class that it can name. */
    boolean admits(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        return !modifiers.contains(Modifier.PRIVATE)
                && !Lombok.makesPrivate(member)
                && (modifiers.contains(Modifier.PUBLIC) || isOfThisPackage(member));
    }

    /** The package of the model. */
    PackageElement home() {
        return elements.getPackageOf(model);
    }

    private boolean isOfThisPackage(Element element) {
        return elements.getPackageOf(element).equals(home());
    }

    /**
     * Why generated code cannot name a class.
     *
     * @param type the class
     * @param at that class, or one around it, whose access is too narrow
     */
    record Barrier(TypeElement type, TypeElement at, String access, String cure) {

        /** The rest of a sentence that leads to the class. */
        String words() {
            return TypeShapes.name(type).nestedName() + ", "
                    + (type.equals(at) ? "which is " : "and " + at.getSimpleName() + " is ") + rest();
        }

        /** A sentence of its own. */
        String sentence() {
            return type.equals(at) ? at.getSimpleName() + " is " + rest() : words();
        }

        private String rest() {
            return access + ", so generated code cannot reach it; " + cure;
        }
    }
}
