package org.initweights.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.initweights.processor.read.SourceTrees.Import;
import org.jspecify.annotations.Nullable;

/**
 * The full names of the classes {@code …Init} whose methods for a model that nothing holds a file calls, as far as its package and its imports tell.
 */
final class OutermostCalls extends TreeScanner<@Nullable Void, @Nullable Void> {

    /** All methods that generated classes have but {@code collect}, by which a model that holds another asks for its parameters. */
    private static final Set<String> METHODS = Set.of("initWeights", "parameters", "plan", "signalPath");

    private final FileScope scope;
    private final Set<String> names = new HashSet<>();

    private OutermostCalls(FileScope scope) {
        this.scope = scope;
    }

    static Set<String> of(CompilationUnitTree file) {
        OutermostCalls calls = new OutermostCalls(FileScope.of(file));
        calls.scan(file, null);
        return calls.names;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
        look(select.getExpression(), select.getIdentifier().toString());
        return super.visitMemberSelect(select, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
        look(reference.getQualifierExpression(), reference.getName().toString());
        return super.visitMemberReference(reference, null);
    }

    private void look(ExpressionTree owner, String method) {
        if (METHODS.contains(method)) {
            names.add(
                    owner instanceof IdentifierTree name
                            ? resolved(name.getName().toString())
                            : owner.toString());
        }
    }

    private String resolved(String name) {
        return scope.imports().stream()
                .filter(line -> !line.isStatic() && line.last().equals(name))
                .map(Import::name)
                .findFirst()
                .orElse(scope.prefix() + name);
    }
}
