package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.expression.Term;

/** A name in a formula that may say whose it is: {@code shape.in}, {@code model.in}. */
sealed interface QualifiedName {

    String SHAPE = "shape";
    String MODEL = "model";

    /** A number of the shape for certain. */
    record OfShape(ShapeProperty property) implements QualifiedName {}

    /** A number of the model for certain. */
    record OfModel(List<String> path) implements QualifiedName {}

    /** A name that does not say whose it is. */
    record Plain(List<String> path) implements QualifiedName {}

    /**
     * What a path says.
     *
     * @throws ExpressionException if the model has members that make it mean two things
     */
    static QualifiedName of(List<String> path, MemberScope model) throws ExpressionException {
        List<String> rest = path.subList(1, path.size());
        Optional<ShapeProperty> property = ShapeProperty.named(rest);
        if (path.get(0).equals(SHAPE) && property.isPresent()) {
            if (leads(path, model)) {
                throw ambiguous(
                        String.join(".", path),
                        "a number of the shape, and of the member shape of " + model.modelName(),
                        "rename that member, or return the number from a method");
            }
            return new OfShape(property.get());
        }
        if (!path.get(0).equals(MODEL) || rest.isEmpty()) {
            return new Plain(path);
        }
        if (!model.has(MODEL)) {
            return new OfModel(rest);
        }
        if (leads(path, model) && leads(rest, model)) {
            throw ambiguous(
                    String.join(".", path),
                    "a number of " + model.modelName() + ", and of its member model",
                    "rename that member, or return the number from a method");
        }
        return leads(rest, model) ? new OfModel(rest) : new Plain(path);
    }

    private static boolean leads(List<String> path, MemberScope model) {
        try {
            return model.has(path.get(0)) && !model.number(path).text().isEmpty();
        } catch (ExpressionException e) {
            return false;
        }
    }

    /**
     * Refuses a name of the shape that is one of the model too, unless both are the same number.
     *
     * @param ofShape what it means for the shape
     * @throws ExpressionException if it is another number of the model
     */
    static void refuseTwoMeanings(String name, Quantity ofShape, MemberScope model) throws ExpressionException {
        Optional<Quantity> ofModel = model.own(name).filter(found -> !isSame(ofShape.term(), found.term()));
        if (ofModel.isPresent()) {
            throw ambiguous(
                    name,
                    "a number of the shape" + value(ofShape) + ", and of " + model.modelName() + value(ofModel.get()),
                    "write shape." + name + " or model." + name);
        }
    }

    private static String value(Quantity quantity) {
        return quantity.known().isPresent() ? ", " + (long) quantity.known().getAsDouble() : "";
    }

    /** A message about a name that means two things. */
    static ExpressionException ambiguous(String name, String meanings, String cure) {
        return new ExpressionException("AmbiguousName", "\"" + name + "\" is " + meanings + "; " + cure);
    }

    /** Whether a dimension is a member of the model, rather than another number. */
    private static boolean isSame(Term ofShape, Term ofModel) {
        Term bare = ofShape instanceof Term.Size size ? size.dimension().term() : ofShape;
        if (bare instanceof Term.Variable a && ofModel instanceof Term.Variable b) {
            return a.variable().source().equals(b.variable().source());
        }
        return bare.equals(ofModel);
    }
}
