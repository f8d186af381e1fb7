package org.initweights.processor.output;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Notices that the compilation failed after the last round of processors, when the compiler looks into the methods: then a class that
 * javac began to analyse gets no class file. Other compilers, and build tools that hide javac from processors, do not tell.
 */
public final class LateErrors implements TaskListener {

    private final Predicate<TypeElement> isCompiledHere;
    private final Runnable onFailure;
    private final Set<String> unfinished = new HashSet<>();

    private LateErrors(Predicate<TypeElement> isCompiledHere, Runnable onFailure) {
        this.isCompiledHere = isCompiledHere;
        this.onFailure = onFailure;
    }

    /** Calls {@code onFailure} at the end of a compilation that fails late, where the compiler tells. */
    public static void listen(
            ProcessingEnvironment environment, Predicate<TypeElement> isCompiledHere, Runnable onFailure) {
        try {
            JavacTask.instance(environment).addTaskListener(new LateErrors(isCompiledHere, onFailure));
        } catch (IllegalArgumentException | ClassCastException | LinkageError e) {
            // Not javac, or not in the open: what is known at the end of the last round must do.
        }
    }

    @Override
    public void started(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && isCompiledHere.test(type)) {
            unfinished.add(type.getQualifiedName().toString());
        }
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            unfinished.remove(type.getQualifiedName().toString());
        } else if (event.getKind() == TaskEvent.Kind.COMPILATION && !unfinished.isEmpty()) {
            onFailure.run();
        }
    }
}
