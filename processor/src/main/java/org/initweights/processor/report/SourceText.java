package org.initweights.processor.report;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.initweights.processor.report.SourcePlace.Repeated;
import org.jspecify.annotations.Nullable;

/** Where places are in the text of their files. Only javac knows that. */
final class SourceText {

    private final DocTrees trees;

    private SourceText(DocTrees trees) {
        this.trees = trees;
    }

    static Optional<SourceText> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new SourceText(DocTrees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * A place in a file.
     *
     * @param position the number of its first character in the file, good for sorting
     * @param tree what is there, where the compiler itself would not find it
     * @param inside the number of the character in a string that is meant
     */
    record Spot(CompilationUnitTree file, long position, Optional<Tree> tree, OptionalLong inside) {

        /** This place, if {@link SourceText} has to print it since the compiler knows less about it. */
        Optional<Spot> exact() {
            return tree.isPresent() || inside.isPresent() ? Optional.of(this) : Optional.empty();
        }
    }

    /** Finds a place, if it is in a source file. */
    Optional<Spot> find(SourcePlace place, int offset) {
        TreePath path = trees.getPath(place.element());
        if (path == null) {
            return Optional.empty();
        }
        CompilationUnitTree file = path.getCompilationUnit();
        Optional<Tree> repeated = repeated(path, place);
        Tree tree = repeated.orElseGet(() -> tree(path, place));
        long position = tree.equals(path.getLeaf()) ? named(tree, file) : start(tree, file);
        OptionalLong inside = isStub(place.element()) ? OptionalLong.empty() : inside(tree, offset, file);
        return Optional.of(new Spot(file, position, repeated, inside));
    }

    /** Whether the file is the Java stub of Kotlin's compiler, which knows the line of a declaration in the source, but of no character. */
    private static boolean isStub(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around.getAnnotationMirrors().stream().anyMatch(mirror -> isNamed(mirror, "kotlin.Metadata"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return mirror.getAnnotationType().toString().equals(name);
    }

    private static Optional<Tree> repeated(TreePath path, SourcePlace place) {
        Repeated repeated = place.repeated();
        AnnotationMirror annotation = place.annotation();
        return repeated == null || annotation == null
                ? Optional.empty()
                : annotations(path.getLeaf()).stream()
                        .filter(written ->
                                isOfType(written, annotation.getAnnotationType().asElement()))
                        .skip(repeated.index())
                        .findFirst()
                        .map(written -> value(written, repeated.member()));
    }

    private Tree tree(TreePath path, SourcePlace place) {
        if (place.annotation() == null) {
            return path.getLeaf();
        }
        @Nullable
        Tree tree = place.value() == null
                ? trees.getTree(place.element(), place.annotation())
                : trees.getPath(place.element(), place.annotation(), place.value()) == null
                        ? null
                        : trees.getPath(place.element(), place.annotation(), place.value())
                                .getLeaf();
        return tree == null ? path.getLeaf() : tree;
    }

    private long start(Tree tree, CompilationUnitTree file) {
        return trees.getSourcePositions().getStartPosition(file, tree);
    }

    /** About where the name of a declaration is: behind its annotations. */
    private long named(Tree tree, CompilationUnitTree file) {
        Tree before = tree instanceof VariableTree variable
                ? variable.getType()
                : tree instanceof ClassTree type ? type.getModifiers() : null;
        long end = before == null ? -1 : trees.getSourcePositions().getEndPosition(file, before);
        return Math.max(end, start(tree, file));
    }

    /** A character of a string literal, if all before it stand in the file as they are. */
    private OptionalLong inside(Tree tree, int offset, CompilationUnitTree file) {
        if (offset < 0 || !(tree instanceof LiteralTree literal) || !(literal.getValue() instanceof String text)) {
            return OptionalLong.empty();
        }
        try {
            String before = text.substring(0, Math.min(offset, text.length()));
            int first = (int) start(tree, file) + 1;
            CharSequence source = file.getSourceFile().getCharContent(true);
            boolean asItIs = first + before.length() < source.length()
                    && source.subSequence(first, first + before.length())
                            .toString()
                            .equals(before);
            return asItIs ? OptionalLong.of(first + before.length()) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    void print(Diagnostic.Kind kind, String message, Spot spot) {
        if (spot.inside.isPresent()) {
            // A compiler reports at any position of a file only what it reports of comments.
            DocCommentTree comment = trees.getDocCommentTree(new Page());
            int position = (int) spot.inside.getAsLong();
            trees.printMessage(
                    kind, message, trees.getDocTreeFactory().at(position).newTextTree(""), comment, spot.file);
        } else {
            trees.printMessage(kind, message, spot.tree.orElseThrow(), spot.file);
        }
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

    /** A page whose text begins with the file, so that positions in it are positions in the file that is printed of. */
    private static final class Page extends SimpleJavaFileObject {

        Page() {
            super(URI.create("string:///page.html"), JavaFileObject.Kind.HTML);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "<body>x</body>";
        }
    }
}
