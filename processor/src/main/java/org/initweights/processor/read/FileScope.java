package org.initweights.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import java.util.List;
import org.initweights.processor.read.SourceTrees.Import;

/**
 * What a name in a source file may mean, as far as the file itself tells.
 *
 * @param imports in their order
 * @param prefix that of the classes of its package: the package and a dot, or nothing
 */
record FileScope(List<Import> imports, String prefix) {

    static FileScope of(CompilationUnitTree file) {
        return new FileScope(
                file.getImports().stream()
                        .map(line -> new Import(line.getQualifiedIdentifier().toString(), line.isStatic()))
                        .toList(),
                file.getPackageName() == null ? "" : file.getPackageName() + ".");
    }
}
