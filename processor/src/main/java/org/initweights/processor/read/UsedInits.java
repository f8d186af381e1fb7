package org.initweights.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The full names of the classes {@code …Init} that a file uses, as far as its package and its imports tell. */
final class UsedInits extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final String INIT = "Init";

    private final Set<String> imported = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final String prefix;

    private UsedInits(CompilationUnitTree file) {
        FileScope scope = FileScope.of(file);
        scope.imports().forEach(line -> imported.add(line.last()));
        this.prefix = scope.prefix();
    }

    static Set<String> of(CompilationUnitTree file) {
        UsedInits used = new UsedInits(file);
        used.scan(file, null);
        return used.names;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
        String name = identifier.getName().toString();
        if (name.endsWith(INIT) && !imported.contains(name)) {
            names.add(prefix + name);
        }
        return super.visitIdentifier(identifier, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
        if (select.getIdentifier().toString().endsWith(INIT)) {
            names.add(select.toString());
        }
        return super.visitMemberSelect(select, null);
    }
}
