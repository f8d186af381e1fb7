package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** How generated code makes an object of a class of the user, such as an initializer or an adapter. */
final class Making {

    private final Elements elements;
    private final Types types;
    private final Reach reach;
    private final Mentions mentions;

    Making(Elements elements, Types types, TypeElement model, Mentions mentions) {
        this.mentions = mentions;
        this.elements = elements;
        this.types = types;
        this.reach = new Reach(elements, model);
    }

    /** A constructor of a class, or why there is none to call. */
    sealed interface Found {}

    record Constructor(ExecutableElement element) implements Found {}

    /**
     * @param problem what is wrong and what to do, as a sentence of its own
     */
    record Obstacle(String problem) implements Found {}

    /**
     * Finds the constructor that takes this number of arguments.
     *
     * @param cure what to do where all constructors take another number of them, given their parameters
     */
    Found constructor(TypeElement type, int arguments, Cure cure) {
        String name = type.getSimpleName().toString();
        Optional<String> unmakeable = unmakeable(type, name);
        if (unmakeable.isPresent()) {
            return new Obstacle(unmakeable.get());
        }
        List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
        List<ExecutableElement> fitting = all.stream()
                .filter(constructor -> constructor.getParameters().size() == arguments)
                .toList();
        if (fitting.isEmpty()) {
            return new Obstacle(name + " has no constructor "
                    + (arguments == 0 ? "without parameters" : "of " + arguments + " parameters") + "; "
                    + cure.of(all.stream().map(Making::parameters).collect(Collectors.joining(" or "))));
        }
        List<ExecutableElement> reachable =
                fitting.stream().filter(reach::admits).toList();
        if (reachable.isEmpty()) {
            return new Obstacle("the constructor " + name + parameters(fitting.get(0))
                    + " is not reachable from generated code; make it " + wider(type));
        }
        Optional<ExecutableElement> quiet = reachable.stream()
                .filter(constructor -> CheckedExceptions.of(constructor, elements, types)
                        .findAny()
                        .isEmpty())
                .findFirst();
        quiet.ifPresent(mentions::name);
        return quiet.<Found>map(Constructor::new)
                .orElseGet(() -> new Obstacle("the constructor " + name
                        + parameters(reachable.get(0)) + " throws "
                        + CheckedExceptions.of(reachable.get(0), elements, types)
                                .map(TypeShapes::simple)
                                .collect(Collectors.joining(", "))
                        + ", which generated code cannot handle; throw an unchecked exception instead"));
    }

    private Optional<String> unmakeable(TypeElement type, String name) {
        if (type.getKind().isInterface()) {
            return Optional.of(name + " is an interface; name a class that implements it");
        }
        if (type.getKind() == ElementKind.ENUM) {
            return Optional.of(name + " is an enum, which has its constants only; name a class");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(name + " is abstract; name a class that extends it");
        }
        for (Element around = type;
                around.getEnclosingElement() instanceof TypeElement outer;
                around = around.getEnclosingElement()) {
            if (!around.getModifiers().contains(Modifier.STATIC)) {
                return Optional.of(around.getSimpleName() + " is an inner class, which needs an object of "
                        + outer.getSimpleName() + "; make it static");
            }
        }
        return reach.before(type).map(Reach.Barrier::sentence);
    }

    private String wider(TypeElement type) {
        return elements.getPackageOf(type).equals(reach.home()) ? "package-private" : "public";
    }

    /** The parameters of a constructor as its source has them: {@code (double p)}. */
    private static String parameters(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter -> TypeShapes.simple(parameter.asType()) + " " + parameter.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What to do about a class whose constructors take other arguments. */
    @FunctionalInterface
    interface Cure {
        String of(String parameters);
    }
}
