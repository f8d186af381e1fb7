package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.initweights.annotation.Copies;
import org.initweights.annotation.Copy;
import org.initweights.annotation.Tie;
import org.initweights.annotation.Ties;
import org.initweights.internal.select.Binding;
import org.initweights.processor.model.TieSpec;

/** A tie or a copy as a model says it. */
record ReadBinding(AnnotationView view, Binding binding) {

    static List<ReadBinding> ties(AnnotationFinder annotations, TypeElement model) {
        return annotations.repeated(model, Tie.class, Ties.class).stream()
                .map(view -> new ReadBinding(view, Binding.tie("", view.string("param"), view.string("to"))))
                .toList();
    }

    /** The ties of a model, with their places. */
    static List<TieSpec> tieSpecs(AnnotationFinder annotations, TypeElement model) {
        return ties(annotations, model).stream()
                .map(tie -> new TieSpec(tie.binding, tie.view.place()))
                .toList();
    }

    static List<ReadBinding> copies(AnnotationFinder annotations, TypeElement model) {
        return annotations.repeated(model, Copy.class, Copies.class).stream()
                .map(view -> new ReadBinding(view, Binding.copy("", view.string("param"), view.string("from"))))
                .toList();
    }

    static List<Binding> bindings(List<ReadBinding> read) {
        return read.stream().map(ReadBinding::binding).toList();
    }

    /** What the field of a model is tied to, if it is. */
    static Optional<String> tiedTo(AnnotationFinder annotations, TypeElement model, String field) {
        return ties(annotations, model).stream()
                .map(ReadBinding::binding)
                .filter(tie -> tie.param().equals(field))
                .map(Binding::other)
                .findFirst();
    }
}
