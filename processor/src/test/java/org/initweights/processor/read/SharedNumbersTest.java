package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.util.ElementFilter;
import org.initweights.annotation.FromModel;
import org.junit.jupiter.api.Test;

/** A number of the model that several recipes take by one name means one thing, or each recipe says what it means. */
class SharedNumbersTest {

    /** What these names say is the same wherever a recipe takes them. */
    private static final Set<String> OF_ONE_MEANING =
            Set.of("baseDepth", "depth", "factor", "layer", "layers", "maxRadius", "minRadius", "std", "theta");

    @Test
    void areSaidToMeanSomethingByEveryRecipeOrByNone() {
        Map<String, List<Element>> byName = members()
                .collect(Collectors.groupingBy(
                        member -> member.getSimpleName().toString(), TreeMap::new, Collectors.toList()));
        Set<String> silent = new TreeSet<>();
        byName.forEach((name, members) -> {
            if (members.size() > 1 && members.stream().anyMatch(member -> !saysWhatItIs(member))) {
                silent.add(name);
            }
        });
        assertThat(silent)
                .as("numbers that several recipes take from the model, and of which one does not say what it is")
                .isEqualTo(new TreeSet<>(OF_ONE_MEANING));
    }

    private static Stream<? extends Element> recipes() {
        return Compiled.of("a/Any.java", "package a; class Any {}")
                .elements()
                .getPackageElement("org.initweights.recipe")
                .getEnclosedElements()
                .stream();
    }

    /** The members that may be left out for a number of the model. */
    private static Stream<Element> members() {
        return recipes()
                .flatMap(recipe -> ElementFilter.methodsIn(recipe.getEnclosedElements()).stream())
                .filter(member -> fromModel(member).findAny().isPresent())
                .map(member -> member);
    }

    private static boolean saysWhatItIs(Element member) {
        return fromModel(member)
                .anyMatch(mirror -> mirror.getElementValues().keySet().stream()
                        .anyMatch(value -> value.getSimpleName().contentEquals("meaning")));
    }

    private static Stream<? extends AnnotationMirror> fromModel(Element member) {
        return member.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(FromModel.class.getName()));
    }
}
