package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.initweights.internal.expression.Sizes;
import org.junit.jupiter.api.Test;

/** What a plan says of a size has the value that the compiler computes of what the user wrote. */
class SizesOfPlansTest {

    private static final Map<String, Long> VALUES = Map.of("in", 12L, "config.heads()", 3L, "$x_1", -5L);

    private final DimensionReader reader =
            DimensionReader.exact(path -> new Scope.Known(Objects.requireNonNull(VALUES.get(String.join(".", path)))));

    @Test
    void areThoseOfTheCompiler() {
        Random random = new Random(1);
        int known = 0;
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            String written = expression(random, 4);
            Optional<Dimension> dimension = compiled(written);
            Optional<Long> planned = planned(dimension.map(Dimension::text).orElse(written));
            assertThat(planned)
                    .as(written)
                    .isEqualTo(dimension.map(size -> size.size().orElseThrow()));
            if (planned.isPresent()) {
                known++;
            } else {
                refused++;
            }
        }
        assertThat(known).isGreaterThan(5_000);
        assertThat(refused).isGreaterThan(2_000);
    }

    private Optional<Dimension> compiled(String written) {
        try {
            return Optional.of(reader.read(written).get(0));
        } catch (ExpressionException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> planned(String text) {
        try {
            return Optional.of(new Sizes(VALUES, "").value(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String expression(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(4) : random.nextInt(10);
        return switch (kind) {
            case 0 -> Integer.toString(random.nextInt(20));
            case 1 -> "in";
            case 2 -> "config . heads( )";
            case 3 -> random.nextInt(20) == 0 ? "1.5" : "$x_1";
            case 4 -> "-" + expression(random, depth - 1);
            case 5 -> "(" + expression(random, depth - 1) + ")";
            case 6 -> "floor(" + expression(random, depth - 1) + "/" + expression(random, depth - 1) + ")";
            default ->
                expression(random, depth - 1) + " +-*/".charAt(1 + random.nextInt(4)) + expression(random, depth - 1);
        };
    }
}
