package org.initweights.processor.read;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;

/**
 * What names mean in a formula that is for many parameters: properties of the shape of each, on the variable {@code shape}, then
 * numbers of the model.
 */
record RuleNames(MemberScope model) implements FormulaScope {

    private static final Map<String, String> OF_SHAPE = Map.of(
            "fan_in", "shape.fans().fanIn()",
            "fan_out", "shape.fans().fanOut()",
            "in", "shape.inChannels()",
            "out", "shape.outChannels()",
            "rows", "shape.size(0)",
            "kernel", "shape.receptiveField()",
            "elements", "shape.elements()");

    @Override
    public Quantity lookUp(List<String> path) throws ExpressionException {
        String code = path.size() == 1 ? OF_SHAPE.get(path.get(0)) : null;
        return code == null ? model.number(path) : Quantity.ofWhole(CodeBlock.of(code));
    }

    /** The initializer's expression, as one that looks at each shape if it has to. */
    static CodeBlock forEachShape(CodeBlock initializer) {
        return initializer.toString().contains("shape.")
                ? CodeBlock.of("shape -> $L.resolve(shape)", initializer)
                : initializer;
    }
}
