package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.internal.message.Article;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.name.ListPosition;
import org.initweights.processor.name.MemberPath;
import org.initweights.processor.name.MemberPath.Step;
import org.initweights.processor.name.NumberSource;
import org.initweights.processor.read.MemberFinder.Found;

/**
 * What dimensions and formulas may name in a model: fields, methods without parameters, constants, and theirs; static members of other
 * classes; and {@code index}, its position in a list.
 */
final class MemberScope implements Scope {

    private final TypeElement model;
    private final Types types;
    private final SourceTrees sources;
    private final MemberFinder members;
    private final ClassFinder classes;

    MemberScope(TypeElement model, Elements elements, Types types, SourceTrees sources, Mentions mentions) {
        this.model = model;
        this.types = types;
        this.sources = sources;
        this.members = new MemberFinder(model, elements, types, mentions);
        this.classes = new ClassFinder(model, elements, sources);
    }

    @Override
    public Meaning lookUp(List<String> path) throws ExpressionException {
        Located located = locate(path, Wanted.SIZE);
        if (!Wanted.SIZE.accepts(located.type, types)) {
            throw new ExpressionException(
                    "DimensionType",
                    "dimension \"" + located.written + "\" is " + Article.with(TypeShapes.written(located.type))
                            + "; a size must be an int or a long");
        }
        if (located.constant.isEmpty()) {
            return new Variable(located.variable(true));
        }
        long value = ((Number) located.constant.get()).longValue();
        OptionalLong computed = sources.computed((VariableElement) located.member.orElseThrow());
        if (computed.isPresent() && computed.getAsLong() != value) {
            throw ConstantOverflow.of(located.written, computed.getAsLong(), value);
        }
        return new Known(value);
    }

    /** What a path means in a formula, where numbers with a fraction are welcome too. */
    Quantity number(List<String> path) throws ExpressionException {
        Located located = locate(path, Wanted.NUMBER);
        if (!Wanted.NUMBER.accepts(located.type, types)) {
            throw new ExpressionException(
                    "FormulaType",
                    "\"" + located.written + "\" is " + Article.with(TypeShapes.written(located.type))
                            + "; a formula needs numbers");
        }
        return located.constant.isPresent()
                ? Quantity.of(((Number) located.constant.get()).doubleValue())
                : Quantity.of(located.variable(Wanted.SIZE.accepts(located.type, types)));
    }

    /** When a parameter is there that is there only if what a path leads to is true. */
    Presence condition(List<String> path) throws ExpressionException {
        Located located = locate(path, Wanted.CONDITION);
        if (!Wanted.CONDITION.accepts(located.type, types)) {
            throw new ExpressionException(
                    "ConditionType",
                    "onlyIf = \"" + located.written + "\" is " + Article.with(TypeShapes.written(located.type))
                            + "; a condition must be a boolean");
        }
        if (located.constant.isPresent()) {
            return located.constant.get().equals(true) ? new Presence.Always() : new Presence.Never(located.written);
        }
        return new Presence.OnlyIf(located.written, (MemberPath) located.source);
    }

    private Located locate(List<String> path, Wanted wanted) throws ExpressionException {
        String written = String.join(".", path);
        Optional<Found> own = members.find(path.get(0), model.asType(), written, wanted);
        if (own.isPresent()) {
            return follow(own.get(), path, 0, wanted);
        }
        if (path.equals(List.of(ListPosition.NAME)) && wanted != Wanted.CONDITION) {
            return new Located(
                    types.getPrimitiveType(TypeKind.INT),
                    Optional.empty(),
                    Optional.empty(),
                    new ListPosition(),
                    ListPosition.NAME);
        }
        Optional<ClassFinder.Named> named = classes.find(path)
                .or(() -> classes.importedMember(path.get(0)).map(type -> new ClassFinder.Named(type, 0)));
        if (named.isEmpty()) {
            ExpressionException unknown = members.unknown(path.get(0), model, written, wanted);
            throw path.size() > 1 && Character.isUpperCase(path.get(0).charAt(0))
                    ? new ExpressionException(
                            unknown.id(),
                            "\"" + path.get(0) + "\" in \"" + written + "\" is neither a member of "
                                    + model.getQualifiedName() + " nor a class that it names; write its package too")
                    : unknown;
        }
        TypeElement type = named.get().type();
        String member = path.get(named.get().length());
        Optional<Found> found = members.find(member, type.asType(), written, wanted);
        if (found.isEmpty()) {
            throw members.unknown(member, type, written, wanted);
        }
        if (!found.get().isStatic()) {
            throw new ExpressionException(
                    "NotStatic",
                    wanted.word() + " \"" + written + "\": " + member + " of " + type.getQualifiedName()
                            + " is not static, so it needs an object; name a field of the model that holds one");
        }
        return follow(found.get(), path, named.get().length(), wanted);
    }

    /** Follows a path from the member that its name at {@code first} leads to. */
    private Located follow(Found start, List<String> path, int first, Wanted wanted) throws ExpressionException {
        String written = String.join(".", path);
        Optional<ClassRef> owner = Optional.empty();
        List<Step> steps = new ArrayList<>();
        Found found = start;
        for (int i = first; ; i++) {
            if (found.isStatic()) {
                // What leads to a static member is not evaluated.
                owner = Optional.of(TypeShapes.name(found.owner()));
                steps.clear();
            }
            steps.add(found.step());
            if (i == path.size() - 1) {
                NumberSource source = new MemberPath(owner, List.copyOf(steps));
                return new Located(found.type(), Optional.of(found.member()), found.constant(), source, written);
            }
            found = next(found, path.get(i + 1), written, wanted);
        }
    }

    private Found next(Found holder, String segment, String written, Wanted wanted) throws ExpressionException {
        TypeMirror type = holder.type();
        if (type.getKind() == TypeKind.ARRAY) {
            throw new ExpressionException(
                    "DimensionType",
                    wanted.word() + " \"" + written + "\": " + holder.step()
                            + " is an array, and arrays have no sizes to name; return the number from a method, and"
                            + " name that");
        }
        Optional<TypeElement> declared = TypeShapes.declared(type);
        if (declared.isEmpty()) {
            throw new ExpressionException(
                    "DimensionType",
                    wanted.word() + " \"" + written + "\" takes a member of " + holder.step() + ", which is of type "
                            + type);
        }
        Optional<Found> found = members.find(segment, type, written, wanted);
        if (found.isEmpty()) {
            throw members.unknown(segment, declared.get(), written, wanted);
        }
        return found.get();
    }

    /** The number of this name that the model itself has, if it has one that generated code can read. */
    Optional<Quantity> own(String name) {
        try {
            return members.find(name, model.asType(), name, Wanted.NUMBER).isPresent()
                    ? Optional.of(number(List.of(name)))
                    : Optional.empty();
        } catch (ExpressionException e) {
            return Optional.empty();
        }
    }

    /** Whether the model has something of this name, be it a number or not. */
    boolean has(String name) {
        try {
            return members.find(name, model.asType(), name, Wanted.NUMBER).isPresent();
        } catch (ExpressionException e) {
            return true;
        }
    }

    /** What is to be said of a shape with a size that may be null, if it has one. */
    Optional<String> nullable(ShapeSpec shape) {
        return shape.dimensions().stream()
                .flatMap(dimension -> dimension.variables().stream())
                .flatMap(variable -> nullable(variable.written()).stream())
                .findFirst();
    }

    private Optional<String> nullable(String written) {
        try {
            return locate(List.of(written.split("\\.")), Wanted.SIZE)
                    .member()
                    .filter(SubModelReader::mayBeNull)
                    .map(member -> "dimension \"" + written
                            + "\" may be null, and then the model has no size; name one that"
                            + " is never null, or say when the model has the parameter, @Shape(onlyIf = \"has…\")");
        } catch (ExpressionException e) {
            return Optional.empty();
        }
    }

    /** The name of the model, for messages. */
    String modelName() {
        return model.getQualifiedName().toString();
    }

    /** The numbers of the model that a formula can name. */
    List<String> numbers() {
        return members.candidates(model, Wanted.NUMBER)
                .filter(VariableElement.class::isInstance)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
    }

    /** Where a path leads. */
    private record Located(
            TypeMirror type, Optional<Element> member, Optional<Object> constant, NumberSource source, String written) {

        SizeVariable variable(boolean isWhole) {
            return new SizeVariable(written, isWhole, source);
        }
    }
}
