package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.processor.model.SizeCheckSpec;

/** The call that checks a size of the model. */
final class SizeCheckCall {

    private SizeCheckCall() {}

    static CodeBlock of(SizeCheckSpec check, Locals locals) {
        if (check instanceof SizeCheckSpec.Range range) {
            return CodeBlock.of(
                    "$L.checkSize($L, $L, $L, $L)",
                    locals.parameters(),
                    Literals.of(range.name()),
                    new SizeCode(range.name(), locals).size(range.size()),
                    Literals.of(range.min()),
                    bound(range.max()));
        }
        SizeCheckSpec.Division division = (SizeCheckSpec.Division) check;
        return CodeBlock.of(
                "$L.checkDivides($L, $L, $L, $L)",
                locals.parameters(),
                Literals.of(division.divisorName()),
                new SizeCode(division.divisorName(), locals).size(division.divisor()),
                Literals.of(division.multipleName()),
                new SizeCode(division.multipleName(), locals).size(division.multiple()));
    }

    private static CodeBlock bound(long value) {
        return value == Long.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Long.class) : Literals.of(value);
    }
}
