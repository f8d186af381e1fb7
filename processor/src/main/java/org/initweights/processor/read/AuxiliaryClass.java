package org.initweights.processor.read;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.report.Places;

/**
 * Finds models in files of another name. javac warns where another file names such a class, as a generated one must in its signatures,
 * where no {@code @SuppressWarnings} helps.
 */
public final class AuxiliaryClass {

    private final ProcessingEnvironment environment;

    public AuxiliaryClass(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** The message that says where such a model belongs. */
    public void check(TypeElement model, Places places, Findings findings) {
        TypeElement outermost = model;
        for (Element around = model; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            outermost = type;
        }
        String name = outermost.getSimpleName().toString();
        if (!SourceTrees.of(environment).isInFileOfItsName(outermost)) {
            findings.lint(
                    Lint.AUXILIARY_CLASS,
                    new AnnotationFinder(environment.getElementUtils(), places).place(model),
                    model.getSimpleName()
                            + ": under -Xlint:auxiliaryclass javac warns of what is generated for a class in a"
                            + " file of another name, and nothing can suppress that; move "
                            + (outermost.equals(model) ? "it" : name) + " to " + name + ".java");
        }
    }
}
