package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Ties and copies among tensors. */
class BindingGraphTest {

    private static final List<BoundTensor> TENSORS =
            List.of(tensor("a"), tensor("b", "shared"), tensor("sub.c"), tensor("sub.d"));

    private static BoundTensor tensor(String... names) {
        return new BoundTensor(List.of(names), TensorShape.of(2, 3), "float[]", true);
    }

    /** By steps from one to the next, as many as there are tensors. */
    @Test
    void leadToWhereSingleStepsLead() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            int count = 1 + random.nextInt(7);
            List<BoundTensor> tensors = new ArrayList<>();
            int[] next = new int[count];
            List<Binding> ties = new ArrayList<>();
            List<Binding> copies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tensors.add(tensor("t" + i));
                next[i] = random.nextInt(3) == 0 ? i : random.nextInt(count);
                if (next[i] != i) {
                    ties.add(Binding.tie("", "t" + i, "t" + next[i]));
                    copies.add(Binding.copy("", "t" + i, "t" + next[i]));
                }
            }
            Map<Integer, Integer> roots = new HashMap<>();
            Set<Integer> onCircles = new HashSet<>();
            for (int i = 0; i < count; i++) {
                int end = i;
                for (int step = 0; step < count; step++) {
                    end = next[end];
                }
                if (next[end] != end) {
                    onCircles.add(end);
                } else if (end != i) {
                    roots.put(i, end);
                }
            }
            assertThat(TieGraph.of(tensors, ties).roots()).isEqualTo(roots);
            assertThat(CopyGraph.of(tensors, copies).sources()).isEqualTo(roots);
            assertThat(TieGraph.of(tensors, ties).faults().isEmpty()).isEqualTo(onCircles.isEmpty());
            assertThat(CopyGraph.of(tensors, copies).faults())
                    .extracting(BindingFault::id)
                    .allMatch("CopyCycle"::equals)
                    .hasSize(circles(next, onCircles));
        }
    }

    private static int circles(int[] next, Set<Integer> on) {
        Set<Integer> rest = new HashSet<>(on);
        int circles = 0;
        while (!rest.isEmpty()) {
            circles++;
            int start = rest.iterator().next();
            int at = start;
            do {
                rest.remove(at);
                at = next[at];
            } while (at != start);
        }
        return circles;
    }

    @Test
    void sayWhatIsWrongWithATie() {
        assertThat(ties("a", "a"))
                .containsExactly("TieCycle 0 @Tie(param = \"a\", to = \"a\"): it ties a parameter to itself; name the"
                        + " parameter that has the array in to");
        assertThat(ties("*", "a"))
                .containsExactly(
                        "UnknownParameter 0 @Tie(param = \"*\", to = \"a\"): there is no parameter *, and a tie"
                                + " has no wildcards; write one for each parameter");
        assertThat(ties("x", "a"))
                .singleElement()
                .asString()
                .startsWith("UnknownParameter 0")
                .contains("parameter x");
        assertThat(ties("a", "y"))
                .singleElement()
                .asString()
                .startsWith("UnknownParameter 0")
                .contains("parameter y");
        assertThat(ties("a", "sub.e"))
                .singleElement()
                .asString()
                .endsWith("there is no parameter sub.e; did you mean sub.d?");
        assertThat(ties("a", "quite.another.name"))
                .singleElement()
                .asString()
                .endsWith("; a name is the way through the model's fields, as parameters(model) lists it");
        assertThat(ties("a", "b", "a", "sub.c"))
                .containsExactly(
                        "TieConflict 1 @Tie(param = \"a\", to = \"sub.c\"): a is tied to b already; tie that to"
                                + " sub.c instead, or remove one of the two");
        assertThat(ties("a", "b", "a", "shared", "b", "shared")).isEmpty();
        assertThat(ties("a", "b", "sub.c", "a", "b", "a"))
                .containsExactly("TieCycle 2 @Tie(param = \"b\", to = \"a\"): a → b → a is a circle, so no array is the"
                        + " first; remove one of the ties");
        assertThat(ties("b", "a", "a", "b"))
                .containsExactly("TieCycle 1 @Tie(param = \"a\", to = \"b\"): a → b → a is a circle, so no array is the"
                        + " first; remove one of the ties");
    }

    private static List<String> ties(String... names) {
        List<Binding> ties = new ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            ties.add(Binding.tie("", names[i], names[i + 1]));
        }
        return said(TieGraph.of(TENSORS, ties).faults());
    }

    private static List<String> said(List<BindingFault> faults) {
        return faults.stream()
                .map(fault -> fault.id() + " " + fault.number() + " " + fault.message())
                .toList();
    }

    private static List<String> copies(String... names) {
        List<Binding> copies = new ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            copies.add(Binding.copy("", names[i], names[i + 1]));
        }
        return said(CopyGraph.of(TENSORS, copies).faults());
    }

    @Test
    void sayWhatIsWrongWithACopy() {
        assertThat(copies("a", "*"))
                .containsExactly("CopyPattern 0 @Copy(param = \"a\", from = \"*\"): the wildcards of param and of from"
                        + " correspond in their order, but param has none and from has *; give both the same");
        assertThat(copies("*.*", "**"))
                .singleElement()
                .asString()
                .endsWith("but param has *, * and from has **; give both the same");
        assertThat(copies("x", "a"))
                .singleElement()
                .asString()
                .startsWith("UnknownParameter 0")
                .contains("parameter x");
        assertThat(copies("sub.*", "*"))
                .singleElement()
                .asString()
                .contains(": sub.c would begin as c, but there is no parameter c");
        assertThat(copies("a", "a"))
                .singleElement()
                .asString()
                .startsWith("CopyCycle 0")
                .endsWith(": a would be a copy of itself; name other parameters in from");
        assertThat(copies("b", "shared"))
                .singleElement()
                .asString()
                .startsWith("CopyCycle 0")
                .endsWith(": b and shared are one tensor, which needs no copy; narrow param");
        assertThat(copies("a", "b", "a", "sub.c"))
                .containsExactly(
                        "CopyConflict 1 @Copy(param = \"a\", from = \"sub.c\"): a would begin as sub.c, and as b"
                                + " by an earlier @Copy; narrow one of the two");
        assertThat(copies("a", "b", "a", "shared")).isEmpty();
        assertThat(copies("a", "b", "b", "a"))
                .containsExactly(
                        "CopyCycle 1 @Copy(param = \"b\", from = \"a\"): a → b → a is a circle, so none of them"
                                + " has values to begin with; remove one of the copies");
        assertThat(CopyGraph.of(TENSORS, List.of(Binding.copy("", "sub.*", "a*")))
                        .sources())
                .isEmpty();
    }

    /** Names are those of the model that says so. */
    @Test
    void areSaidByASubModel() {
        assertThat(TieGraph.of(TENSORS, List.of(Binding.tie("sub.", "d", "c"))).roots())
                .isEqualTo(Map.of(3, 2));
        assertThat(CopyGraph.of(TENSORS, List.of(Binding.copy("sub.", "d", "c")))
                        .sources())
                .isEqualTo(Map.of(3, 2));
        assertThat(said(TieGraph.of(TENSORS, List.of(Binding.tie("sub.", "d", "a")))
                        .faults()))
                .singleElement()
                .asString()
                .startsWith("UnknownParameter 0 sub: @Tie(param = \"d\", to = \"a\"): there is no parameter a;");
        Binding copy = Binding.copy("sub.", "d*", "c*");
        assertThat(copy.copies("sub.d")).isTrue();
        assertThat(copy.copies("d")).isFalse();
        assertThat(copy.copies("sub.c")).isFalse();
        assertThat(copy.counterpart("d7")).contains("c7");
        assertThat(copy.counterpart("x")).isEmpty();
        assertThat(Binding.copy("", "d", "*").counterpart("d")).isEmpty();
        assertThat(new BindingFault("Id", 3, "words").exception()).hasMessage("words [Id]");
    }

    @Test
    void areOfWhatIsAlike() {
        BoundTensor first = tensor("first");
        BoundTensor unknown = new BoundTensor(List.of("unknown"), Optional.empty(), "[n]", "", true);
        BoundTensor shape = new BoundTensor(List.of("shape"), TensorShape.of(3, 2), "float[]", true);
        BoundTensor type = new BoundTensor(List.of("type"), TensorShape.of(2, 3), "double[]", true);
        BoundTensor buffer = new BoundTensor(List.of("buffer"), TensorShape.of(2, 3), "float[]", false);
        assertThat(conflict(first, unknown)).isEmpty();
        assertThat(conflict(unknown, first)).isEmpty();
        assertThat(conflict(first, shape))
                .containsExactly(
                        "TieConflict 0 @Tie(param = \"first\", to = \"shape\"): first is [2, 3], but shape is [3, 2]; give"
                                + " both the same shape");
        assertThat(conflict(first, type))
                .containsExactly(
                        "TieConflict 0 @Tie(param = \"first\", to = \"type\"): first is kept in float[], but type in"
                                + " double[]; give both the same type");
        assertThat(conflict(first, buffer))
                .singleElement()
                .asString()
                .endsWith("buffer is not trained, but first is, and they are one; mark both @NonTrainable, or neither");
        assertThat(conflict(buffer, first))
                .singleElement()
                .asString()
                .endsWith("buffer is not trained, but first is, and they are one; mark both @NonTrainable, or neither");
        assertThat(said(CopyGraph.of(List.of(first, buffer), List.of(Binding.copy("", "first", "buffer")))
                        .faults()))
                .isEmpty();
        assertThat(said(CopyGraph.of(List.of(first, shape), List.of(Binding.copy("", "first", "shape")))
                        .faults()))
                .singleElement()
                .asString()
                .startsWith("CopyConflict 0");
    }

    @Test
    void areOfParameters() {
        Plan plan = Plan.of(p -> p.nonTrainable(
                buffers -> buffers.tensor("a", DType.F16, zeros(), 2, 3).tie("b", "a")));
        assertThat(BoundTensor.of(plan.parameters().get("a")))
                .isEqualTo(new BoundTensor(List.of("a", "b"), TensorShape.of(2, 3), "F16", false));
    }

    private static List<String> conflict(BoundTensor tied, BoundTensor to) {
        return said(TieGraph.of(List.of(tied, to), List.of(Binding.tie("", tied.name(), to.name())))
                .faults());
    }
}
