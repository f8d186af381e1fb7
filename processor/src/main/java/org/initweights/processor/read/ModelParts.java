package org.initweights.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Places;

/** The models that other models contain, each read once; what is wrong with them is reported where they are models themselves. */
public final class ModelParts implements Function<ClassRef, Optional<ModelSpec>> {

    private final Elements elements;
    private final ModelReader reader;
    private final Findings unreported;
    private final Map<ClassRef, Optional<ModelSpec>> read = new HashMap<>();

    /** Good for one round of the compiler, since elements are. */
    public ModelParts(ProcessingEnvironment environment, ModelFinder finder) {
        Places places = new Places();
        this.elements = environment.getElementUtils();
        this.reader = new ModelReader(environment, finder, places);
        this.unreported = Findings.none(places);
    }

    @Override
    public Optional<ModelSpec> apply(ClassRef name) {
        Optional<ModelSpec> known = read.get(name);
        if (known == null) {
            known = Optional.ofNullable(elements.getTypeElement(name.canonicalName()))
                    .map(type -> reader.read(type, unreported));
            read.put(name, known);
        }
        return known;
    }
}
