package org.initweights.internal.rule;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.initweights.SingularSide;
import org.initweights.TableFunction;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.WidthRecipes;
import org.junit.jupiter.api.Test;

/** Users reach every rule, and every rule says what it is. */
class EveryRuleTest {

    private static final TensorShape WEIGHT = TensorShape.of(8, 8);

    /** An argument of each type that factories take; of numbers each is larger than the one before. */
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            entry(int.class, 2),
            entry(FanMode.class, FanMode.FAN_OUT),
            entry(Nonlinearity.class, Nonlinearity.RELU),
            entry(Distribution.class, Distribution.UNIFORM),
            entry(Initializer.class, new NormalRule(0, 1)),
            entry(Layer.class, Layer.LINEAR),
            entry(TensorShape.class, WEIGHT),
            entry(TorchVersion.class, TorchVersion.CURRENT),
            entry(String.class, "i0"),
            entry(SingularSide.class, SingularSide.LEFT),
            entry(Map.class, Map.of()),
            entry(TableFunction.class, (TableFunction) (i, shape) -> i[0]),
            entry(float[].class, new float[] {1}),
            entry(double[].class, new double[] {1}));

    @Test
    void isMadeByAFactory() {
        Set<String> made = new TreeSet<>();
        all().forEach(rule -> made.add(rule.getClass().getSimpleName()));
        assertThat(made)
                .as("rules that methods of Initializers make")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void saysWhatItIs() {
        assertThat(all()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank();
            assertThat(rule.explain()).isNotBlank();
        });
    }

    private static List<Rule> all() {
        return Stream.concat(
                        Stream.of(Initializers.class, WidthRecipes.class)
                                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                                .filter(method -> Modifier.isStatic(method.getModifiers())
                                        && Modifier.isPublic(method.getModifiers()))
                                .filter(method -> method.getReturnType() == Initializer.class)
                                .map(EveryRuleTest::call),
                        Stream.of(
                                Initializers.zeros().withRows(0, 1, Initializers.ones()),
                                Initializers.uniform().transformed("2 * x"),
                                Initializers.ones().withRole(Initializers.mupVector(0, 8))))
                .map(Rule.class::cast)
                .toList();
    }

    private static Initializer call(Method factory) {
        Class<?>[] types = factory.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == double.class ? (Object) ((i + 1) / 8.0) : ARGUMENTS.get(types[i]);
            assertThat(arguments[i])
                    .as("an argument of %s for %s", types[i], factory)
                    .isNotNull();
        }
        try {
            return (Initializer) factory.invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(factory.toString(), e);
        }
    }
}
