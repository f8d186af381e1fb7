package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import org.initweights.AxisSlice;
import org.initweights.Initializers;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.resolve.ResolvedInitializer;
import org.initweights.processor.resolve.ResolvedParameter;
import org.initweights.processor.resolve.ResolvedSlice;

/**
 * Initializers as Java.
 *
 * @param sizes writes the numbers
 */
record InitializerCode(SizeCode sizes) {

    private static final String SHAPE = "shape";

    /** The resolved numbers where the shape is known; else the rule, which resolves when the model is there. */
    CodeBlock of(ResolvedParameter parameter) {
        CodeBlock.Builder code = CodeBlock.builder().add(of(parameter.initializer()));
        for (ResolvedSlice slice : parameter.slices()) {
            code.add(withSlice(slice.spec().places(), of(slice.initializer())));
        }
        return code.build();
    }

    private CodeBlock withSlice(AxisPlaces places, CodeBlock initializer) {
        CodeBlock from = sizes.size(places.from());
        CodeBlock to = sizes.size(places.to());
        if (places.areRows()) {
            return CodeBlock.of("$Z.withRows($L,$W$L,$W$L)", from, to, initializer);
        }
        CodeBlock.Builder slice =
                CodeBlock.builder().add("$T.of($L, $L, $L)", AxisSlice.class, places.axis(), from, to);
        if (places.step() != 1) {
            slice.add(".withStep($L)", places.step());
        }
        places.every().ifPresent(every -> slice.add(".withEvery($L)", sizes.size(every)));
        return CodeBlock.of("$Z.withSlice($L,$W$L)", slice.build(), initializer);
    }

    private CodeBlock of(ResolvedInitializer initializer) {
        Optional<CodeBlock> resolved = initializer.spec().isConstructed()
                ? Optional.empty()
                : initializer.fill().flatMap(FillCall::of);
        return resolved.orElseGet(() -> of(initializer.spec().call(), SHAPE));
    }

    /** An initializer, or if it looks at shapes a function that gives one for each. */
    CodeBlock forEachShape(InitializerCall call) {
        if (!call.looksAtShape()) {
            return of(call, SHAPE);
        }
        // The numbers of the model come first, so that they have the names that they have in the model.
        call.variables().forEach(sizes.locals()::of);
        String shape = sizes.locals().named(SHAPE);
        return CodeBlock.of("$L -> $L", shape, of(call, shape));
    }

    private CodeBlock of(InitializerCall call, String shape) {
        if (call instanceof InitializerCall.Transformed transformed) {
            return CodeBlock.of(
                    "$L.transformed($L$L)",
                    of(transformed.base(), shape),
                    Literals.longText(transformed.expression()),
                    numbers(transformed.numbers(), shape));
        }
        if (call instanceof InitializerCall.Roled roled) {
            return CodeBlock.of("$L.withRole($L)", of(roled.base(), shape), of(roled.role(), shape));
        }
        if (call instanceof InitializerCall.Factory table
                && call.arguments().stream().anyMatch(Argument.Numbers.class::isInstance)) {
            return table(table, shape);
        }
        List<CodeBlock> arguments =
                call.arguments().stream().map(argument -> of(argument, shape)).toList();
        if (call instanceof InitializerCall.Factory factory) {
            return Literals.call(Initializers.class, factory.factory(), arguments);
        }
        InitializerCall.Constructor constructor = (InitializerCall.Constructor) call;
        return CodeBlock.of(
                constructor.isGeneric() ? "new $T<>($L)" : "new $T($L)",
                Types.of(constructor.type()),
                CodeBlock.join(arguments, ", "));
    }

    private CodeBlock table(InitializerCall.Factory table, String shape) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Argument argument : table.arguments()) {
            code.add(argument instanceof Argument.Numbers numbers ? numbers(numbers, shape) : of(argument, shape));
        }
        return Literals.call(Initializers.class, table.factory(), List.of(code.build()));
    }

    /** The numbers of an expression as an argument behind it; nothing if there are none. */
    private CodeBlock numbers(Argument.Numbers numbers, String shape) {
        return NumbersCode.of(numbers.byName(), (name, quantity) -> sizes.named(name, quantity, shape));
    }

    private CodeBlock of(Argument argument, String shape) {
        if (argument instanceof Argument.Numeric number) {
            CodeBlock code = sizes.number(number.name(), number.quantity(), shape);
            boolean known = number.quantity().known().isPresent();
            return switch (number.type()) {
                case DOUBLE -> code;
                case FLOAT -> CodeBlock.of(known ? "(float) $L" : "(float) ($L)", code);
                case INT -> known ? code : CodeBlock.of("(int) $L", code);
                case LONG -> CodeBlock.of("(long) ($L)", code);
            };
        }
        if (argument instanceof Argument.Flag flag) {
            return CodeBlock.of("$L", flag.value());
        }
        if (argument instanceof Argument.Text text) {
            return Literals.longText(text.value());
        }
        if (argument instanceof Argument.Constant constant) {
            return Literals.member(Types.of(constant.type()), constant.name());
        }
        return sizes.shape(((Argument.Shape) argument).shape());
    }
}
