package org.initweights.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Looks for assignments to a field in the outermost class around it, where all are of a private one. A variable of the same name counts as
 * the field.
 */
final class Assignments extends TreePathScanner<Boolean, Void> {

    private final Trees trees;
    private final Name field;
    private final @Nullable ExecutableElement except;

    private Assignments(Trees trees, Name field, @Nullable ExecutableElement except) {
        this.trees = trees;
        this.field = field;
        this.except = except;
    }

    /** Whether something may give a field a value, apart from one method. */
    static boolean exist(Element field, @Nullable ExecutableElement except, Trees trees) {
        TreePath path = trees.getPath(field);
        return path == null
                || Boolean.TRUE.equals(
                        new Assignments(trees, field.getSimpleName(), except).scan(outermostClass(path), null));
    }

    private static TreePath outermostClass(TreePath path) {
        TreePath outermost = path;
        while (outermost.getParentPath().getParentPath() != null) {
            outermost = outermost.getParentPath();
        }
        return outermost;
    }

    @Override
    public @Nullable Boolean visitMethod(MethodTree method, Void nothing) {
        boolean isExcepted = except != null && except.equals(trees.getElement(getCurrentPath()));
        return isExcepted ? Boolean.FALSE : super.visitMethod(method, null);
    }

    @Override
    public @Nullable Boolean visitAssignment(AssignmentTree assignment, Void nothing) {
        return isField(assignment.getVariable()) ? Boolean.TRUE : super.visitAssignment(assignment, null);
    }

    private boolean isField(ExpressionTree variable) {
        return (variable instanceof IdentifierTree name && name.getName().contentEquals(field))
                || (variable instanceof MemberSelectTree member
                        && member.getIdentifier().contentEquals(field));
    }

    @Override
    public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
}
