package org.initweights.processor.read;

import java.util.Optional;
import org.initweights.annotation.FromModel;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;

/** Numbers that an annotation leaves out and that are the model's instead. */
final class OmittedNumbers {

    private static final String OUR_PACKAGE = FromModel.class.getPackageName() + ".";

    private OmittedNumbers() {}

    /** Whether a member is given no value, and so may be a number of the model. */
    static boolean isIn(AnnotationView view, String member) {
        return !view.isExplicit(member) && (view.fromModel(member).isPresent() || isMissing(view, member));
    }

    /** Whether a member has neither a value nor a default, as those of an annotation that a rule names may have. */
    static boolean isMissing(AnnotationView view, String member) {
        return !view.has(member)
                && view.declaresNumber(member)
                && !view.qualifiedName().startsWith(OUR_PACKAGE);
    }

    /**
     * The model's number in place of a member that is left out; empty if the member has a default that holds instead.
     *
     * @throws ExpressionException if the model has no such number, and must have one
     */
    static Optional<Quantity> number(AnnotationView view, String member, ModelNames names) throws ExpressionException {
        if (!isIn(view, member)) {
            return Optional.empty();
        }
        Optional<Quantity> found = names.own(member)
                .filter(number -> !view.isWhole(member) || number.term().isWhole());
        boolean optional =
                view.fromModel(member).filter(FromModelView::optional).isPresent();
        if (found.isEmpty() && !optional) {
            throw new ExpressionException(
                    "MissingNumber",
                    view.display() + " leaves out " + member + ", and " + names.modelName() + " has no "
                            + (view.isWhole(member) ? "integer" : "number") + " of that name; give it, " + member
                            + " = …, or add it to the model");
        }
        return found;
    }

    /**
     * {@code @FromModel} on a member.
     *
     * @param meaning what the number is; empty if that is not said
     */
    record FromModelView(boolean optional, String meaning) {}
}
