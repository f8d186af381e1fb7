package org.initweights.processor.read;

import java.util.Optional;
import java.util.OptionalInt;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;

/** What names mean in a formula on a model. */
interface ModelNames extends FormulaScope {

    /** The members of the model. */
    MemberScope model();

    /** The number of this name that the model has itself, whatever else has that name; empty if it has none. */
    default Optional<Quantity> own(String name) {
        return model().own(name);
    }

    /** How many axes the parameter has, if it is known which one it is. */
    default OptionalInt rank() {
        return OptionalInt.empty();
    }

    /** How messages call the model. */
    default String modelName() {
        return model().modelName();
    }
}
