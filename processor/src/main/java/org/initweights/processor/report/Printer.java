package org.initweights.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.initweights.processor.report.SourcePlace.Repeated;
import org.jspecify.annotations.Nullable;

/** Prints messages where they belong. Of repeated annotations only javac's trees know where they are. */
public final class Printer {

    private final Messager messager;
    private final @Nullable Trees trees;

    public Printer(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.trees = trees(environment);
    }

    private static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException | LinkageError e) {
            return null;
        }
    }

    void print(Diagnostic.Kind kind, String message, SourcePlace place) {
        Repeated repeated = place.repeated();
        AnnotationMirror annotation = place.annotation();
        if (trees != null && repeated != null && annotation != null) {
            TreePath path = trees.getPath(place.element());
            Optional<Tree> tree = find(path, annotation.getAnnotationType().asElement(), repeated);
            if (tree.isPresent()) {
                trees.printMessage(kind, message, tree.get(), path.getCompilationUnit());
                return;
            }
        }
        messager.printMessage(kind, message, place.element(), annotation, place.value());
    }

    /** Where in its file a place is; negative if the compiler does not say. */
    long position(SourcePlace place) {
        if (trees == null) {
            return -1;
        }
        TreePath path = trees.getPath(place.element());
        if (path == null) {
            return -1;
        }
        Tree tree = trees.getTree(place.element());
        AnnotationMirror annotation = place.annotation();
        if (annotation != null) {
            TreePath at = place.value() == null
                    ? trees.getPath(place.element(), annotation)
                    : trees.getPath(place.element(), annotation, place.value());
            tree = at == null ? tree : at.getLeaf();
        }
        return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree);
    }

    private static Optional<Tree> find(@Nullable TreePath path, Element type, Repeated repeated) {
        if (path == null) {
            return Optional.empty();
        }
        return annotations(path.getLeaf()).stream()
                .filter(annotation -> isOfType(annotation, type))
                .skip(repeated.index())
                .findFirst()
                .map(annotation -> value(annotation, repeated.member()));
    }

    private static List<? extends AnnotationTree> annotations(Tree tree) {
        ModifiersTree modifiers = tree instanceof ClassTree type
                ? type.getModifiers()
                : tree instanceof VariableTree variable ? variable.getModifiers() : null;
        return modifiers == null ? List.of() : modifiers.getAnnotations();
    }

    private static boolean isOfType(AnnotationTree annotation, Element type) {
        String written = annotation.getAnnotationType().toString();
        return written.substring(written.lastIndexOf('.') + 1).contentEquals(type.getSimpleName());
    }

    /** The value of a member where it was written, else the annotation. */
    private static Tree value(AnnotationTree annotation, String member) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable() instanceof IdentifierTree name
                    && name.getName().contentEquals(member)) {
                return assignment.getExpression();
            }
        }
        return annotation;
    }
}
