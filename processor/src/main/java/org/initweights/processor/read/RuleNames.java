package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.ShapeProperty;

/** What names mean in a formula that is for many parameters: properties of the shape of each, then numbers of the model. */
record RuleNames(MemberScope model) implements FormulaScope {

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        Optional<ShapeProperty> property = ShapeProperty.named(path);
        return property.isPresent() ? Quantity.of(property.get()) : model.number(path);
    }
}
