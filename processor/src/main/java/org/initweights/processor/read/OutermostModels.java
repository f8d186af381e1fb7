package org.initweights.processor.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.initweights.processor.name.ClassRef;
import org.jspecify.annotations.Nullable;

/**
 * Which models the classes of a round initialise by themselves, and not as a part of another. Only javac shows that; classes that are compiled at
 * other times, such as tests, are not looked at.
 */
public final class OutermostModels implements Function<ClassRef, Optional<String>> {

    private final SourceTrees sources;
    private final RoundEnvironment round;

    /** The classes that do it, by the generated class that they call; null until somebody asks. */
    private @Nullable Map<String, String> users;

    public OutermostModels(ProcessingEnvironment environment, RoundEnvironment round) {
        this.sources = SourceTrees.of(environment);
        this.round = round;
    }

    /** A class that initialises a model by itself, by the model's generated class. */
    @Override
    public Optional<String> apply(ClassRef init) {
        if (users == null) {
            users = users();
        }
        return Optional.ofNullable(users.get(init.canonicalName()));
    }

    private Map<String, String> users() {
        Map<String, String> found = new LinkedHashMap<>();
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            sources.outermostCalls(type)
                    .forEach(
                            init -> found.putIfAbsent(init, type.getSimpleName().toString()));
        }
        return found;
    }
}
