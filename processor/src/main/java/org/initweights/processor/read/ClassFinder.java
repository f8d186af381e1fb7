package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.processor.read.SourceTrees.Import;

/** Finds classes by the names that the source of a model may use for them. */
final class ClassFinder {

    private final TypeElement model;
    private final Elements elements;
    private final SourceTrees sources;

    ClassFinder(TypeElement model, Elements elements, SourceTrees sources) {
        this.model = model;
        this.elements = elements;
        this.sources = sources;
    }

    /** The class that a path begins with, if it begins with one; a member always follows. */
    Optional<Named> find(List<String> path) {
        List<String> names = path.subList(0, path.size() - 1);
        Optional<TypeElement> outermost = names.stream().findFirst().flatMap(this::simple);
        if (outermost.isPresent()) {
            return Optional.of(nested(outermost.get(), names, 1));
        }
        // A name with its package: the shortest that is a class, and what is nested there.
        for (int end = 2; end <= names.size(); end++) {
            Optional<TypeElement> qualified = qualified(String.join(".", names.subList(0, end)));
            if (qualified.isPresent()) {
                return Optional.of(nested(qualified.get(), names, end));
            }
        }
        return Optional.empty();
    }

    /** The class that a name stands for where only a class can. */
    Optional<TypeElement> named(String name) {
        List<String> path =
                Stream.concat(Stream.of(name.split("[.]")), Stream.of("")).toList();
        return find(path).filter(found -> found.length() == path.size() - 1).map(Named::type);
    }

    /** The class whose static member the source imports under this name. */
    Optional<TypeElement> importedMember(String name) {
        String member = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
        return sources.imports(model).stream()
                .filter(Import::isStatic)
                .filter(found -> found.last().equals(member) || found.last().equals("*"))
                .flatMap(found -> qualified(found.owner()).stream())
                .filter(owner -> elements.getAllMembers(owner).stream()
                        .anyMatch(found -> found.getSimpleName().contentEquals(member)))
                .findFirst();
    }

    /** What a simple name means in the model, looked up in the order of the Java language. */
    private Optional<TypeElement> simple(String name) {
        List<Import> imports = sources.imports(model).stream()
                .filter(found -> !found.isStatic())
                .toList();
        Stream<Stream<TypeElement>> meanings = Stream.of(
                around(name),
                imports.stream()
                        .filter(found -> found.last().equals(name))
                        .flatMap(found -> qualified(found.name()).stream()),
                inPackage(name).stream(),
                imports.stream()
                        .filter(found -> found.last().equals("*"))
                        .flatMap(found -> qualified(found.owner() + "." + name).stream()),
                qualified("java.lang." + name).stream());
        return meanings.flatMap(types -> types).findFirst();
    }

    /** The classes of this name that the model, or a class around it, is, has or inherits. */
    private Stream<TypeElement> around(String name) {
        return Stream.iterate((Element) model, TypeElement.class::isInstance, Element::getEnclosingElement)
                .flatMap(type -> Stream.concat(
                        Stream.of((TypeElement) type),
                        ElementFilter.typesIn(elements.getAllMembers((TypeElement) type)).stream()))
                .filter(type -> type.getSimpleName().contentEquals(name));
    }

    private Optional<TypeElement> inPackage(String name) {
        String home = elements.getPackageOf(model).getQualifiedName().toString();
        return qualified(home.isEmpty() ? name : home + "." + name);
    }

    private Optional<TypeElement> qualified(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }

    private Named nested(TypeElement type, List<String> names, int used) {
        if (used == names.size()) {
            return new Named(type, used);
        }
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .filter(inner -> inner.getSimpleName().contentEquals(names.get(used)))
                .findFirst()
                .map(inner -> nested(inner, names, used + 1))
                .orElse(new Named(type, used));
    }

    /**
     * A class that a path begins with.
     *
     * @param length how many names of the path name it
     */
    record Named(TypeElement type, int length) {}
}
