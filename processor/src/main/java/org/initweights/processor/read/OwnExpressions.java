package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.initweights.annotation.Table;
import org.initweights.internal.values.ElementKind;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;

/**
 * The expressions of an initializer that core computes for each element.
 *
 * @param table that of a table; {@link OwnExpression#NONE} if it is none
 * @param transforms the functions of what is drawn, in the order in which they are computed
 */
record OwnExpressions(OwnExpression table, List<OwnExpression> transforms) {

    static final OwnExpressions NONE = new OwnExpressions(OwnExpression.NONE, List.of());

    /** Stands for the annotation of a function of what is drawn, whose place is another than the initializer's. */
    static final String TRANSFORM = "@Transform";

    /** What names mean at a level of the chain of annotations. */
    @FunctionalInterface
    interface Levels {

        /** What a path means for an expression of the annotation that is inside the one at {@code level}; of the field below 0. */
        Quantity lookUp(List<String> path, int level) throws ExpressionException;
    }

    /**
     * Reads the expressions.
     *
     * @param text the annotation that has the text of a table
     */
    static OwnExpressions read(InitializerUse use, AnnotationView text, ModelNames names, Levels levels)
            throws ExpressionException {
        OwnExpression table = OwnExpression.NONE;
        if (use.rule().qualifiedName().equals(Table.class.getCanonicalName())) {
            int level = use.chain().indexOf(text) - 1;
            table = read(ElementKind.TABLE, text, use, level, names, levels);
        }
        List<OwnExpression> transforms = new ArrayList<>();
        for (int level = use.chain().size() - 1; level >= 0; level--) {
            if (use.transforms().get(level).isPresent()) {
                AnnotationView transform = use.transforms().get(level).get();
                transforms.add(read(ElementKind.TRANSFORM, transform, use, level - 1, names, levels));
            }
        }
        return new OwnExpressions(table, transforms);
    }

    private static OwnExpression read(
            ElementKind kind, AnnotationView view, InitializerUse use, int level, ModelNames names, Levels levels)
            throws ExpressionException {
        OptionalInt rank = kind == ElementKind.TABLE ? names.rank() : OptionalInt.empty();
        try {
            return OwnExpression.read(
                    kind, view.string("value"), path -> levels.lookUp(path, level), members(use, level, names), rank);
        } catch (ExpressionException e) {
            throw e.in(kind == ElementKind.TABLE ? "value" : TRANSFORM);
        }
    }

    /** The members that an expression can mean first: of the annotation that it is on, or of the model. */
    private static OwnExpression.Members members(InitializerUse use, int level, ModelNames names) {
        return new OwnExpression.Members() {
            @Override
            public boolean has(String name) {
                return level >= 0
                        ? use.chain().get(level).declares(name)
                        : names.own(name).isPresent();
            }

            @Override
            public String owner() {
                return level >= 0 ? use.chain().get(level).display() : names.modelName();
            }
        };
    }
}
