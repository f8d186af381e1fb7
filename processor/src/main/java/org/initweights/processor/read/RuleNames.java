package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;

/** What names mean in a formula that is for many parameters: properties of the shape of each, and numbers of the model. */
record RuleNames(MemberScope model) implements ModelNames {

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        QualifiedName name = QualifiedName.of(path, model);
        if (name instanceof QualifiedName.OfShape shape) {
            return Quantity.of(shape.property());
        }
        if (name instanceof QualifiedName.OfModel ofModel) {
            return model.number(ofModel.path());
        }
        Optional<ShapeProperty> property = ShapeProperty.named(path);
        if (property.isEmpty()) {
            return model.number(path);
        }
        QualifiedName.refuseTwoMeanings(path.get(0), Quantity.of(property.get()), model);
        return Quantity.of(property.get());
    }
}
