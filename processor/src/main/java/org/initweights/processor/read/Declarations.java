package org.initweights.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where classes and fields are declared in the trees of javac. It looks for each class once, and then knows all fields of it: javac itself
 * looks through the whole file for each field. So it is good for one round only, as elements are.
 */
final class Declarations {

    private final Trees trees;
    private final Map<TypeElement, Map<String, TreePath>> fields = new HashMap<>();

    Declarations(Trees trees) {
        this.trees = trees;
    }

    /** The path to a declaration; null if its source is not compiled. */
    @Nullable
    TreePath path(Element element) {
        if (element.getKind() == ElementKind.FIELD && element.getEnclosingElement() instanceof TypeElement type) {
            TreePath found = fields.computeIfAbsent(type, this::fieldsOf)
                    .get(element.getSimpleName().toString());
            if (found != null) {
                return found;
            }
        }
        return trees.getPath(element);
    }

    /** A declaration; null if its source is not compiled. */
    @Nullable
    Tree tree(Element element) {
        TreePath path = path(element);
        return path == null ? null : path.getLeaf();
    }

    private Map<String, TreePath> fieldsOf(TypeElement type) {
        Map<String, TreePath> found = new HashMap<>();
        TreePath path = trees.getPath(type);
        if (path != null && path.getLeaf() instanceof ClassTree tree) {
            for (Tree member : tree.getMembers()) {
                if (member instanceof VariableTree field) {
                    found.putIfAbsent(field.getName().toString(), new TreePath(path, field));
                }
            }
        }
        return found;
    }

    /** Whether all members that are given to an annotation on a field are literals, so that nothing of it is computed. */
    boolean isLiteral(VariableElement field, AnnotationMirror annotation) {
        return tree(field) instanceof VariableTree tree
                && tree.getModifiers().getAnnotations().stream()
                        .filter(written -> annotation
                                .getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals(simpleName(written)))
                        .flatMap(written -> written.getArguments().stream())
                        .allMatch(Declarations::isLiteral);
    }

    private static CharSequence simpleName(AnnotationTree annotation) {
        Tree type = annotation.getAnnotationType();
        if (type instanceof MemberSelectTree select) {
            return select.getIdentifier();
        }
        return type instanceof IdentifierTree identifier ? identifier.getName() : "";
    }

    private static boolean isLiteral(ExpressionTree value) {
        if (value instanceof AssignmentTree member) {
            return isLiteral(member.getExpression());
        }
        return value instanceof LiteralTree
                || (value instanceof NewArrayTree array
                        && array.getInitializers() != null
                        && array.getInitializers().stream().allMatch(Declarations::isLiteral));
    }
}
