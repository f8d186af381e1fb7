package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.name.ListPosition;

/**
 * What names mean in a formula that is for many parameters: properties of the shape of each, and numbers of the model.
 *
 * @param inList a parameter that the formula may be for, and which is in a list or an array of the model; empty if there is none
 */
record RuleNames(MemberScope model, Optional<String> inList) implements ModelNames {

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        QualifiedName name = QualifiedName.of(path, model);
        if (name instanceof QualifiedName.OfShape shape) {
            return Quantity.of(shape.property());
        }
        if (name instanceof QualifiedName.OfModel ofModel) {
            return model.number(ofModel.path());
        }
        refuseIndexInList(path);
        Optional<ShapeProperty> property = ShapeProperty.named(path);
        if (property.isEmpty()) {
            return model.number(path);
        }
        QualifiedName.refuseTwoMeanings(path.get(0), Quantity.of(property.get()), model);
        return Quantity.of(property.get());
    }

    /** The position of the model that has the rule is one number for all that is in its lists, which is hardly what was meant. */
    private void refuseIndexInList(List<String> path) throws ExpressionException {
        if (inList.isPresent() && path.equals(List.of(ListPosition.NAME)) && !model.has(ListPosition.NAME)) {
            throw QualifiedName.ambiguous(
                    ListPosition.NAME,
                    "the position of " + model.modelName() + ", which has the rule, and so one number for all of "
                            + inList.get() + ", which have positions of their own",
                    "put the rule on the class that the list holds, or write " + QualifiedName.MODEL + "."
                            + ListPosition.NAME + " if one number is meant");
        }
    }
}
