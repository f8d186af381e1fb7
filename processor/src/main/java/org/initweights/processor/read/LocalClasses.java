package org.initweights.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.initweights.processor.read.SourceTrees.Import;
import org.jspecify.annotations.Nullable;

/** The classes of a file that are declared inside a method or an expression. */
final class LocalClasses extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final FileScope file;
    private final List<LocalClass> found = new ArrayList<>();

    /**
     * Such a class.
     *
     * @param display what to call it
     * @param around the member that it is declared in
     * @param annotations the annotations of its fields and its own, each by the full names that its simple one may mean
     */
    record LocalClass(String display, Element around, List<Set<String>> annotations) {}

    private LocalClasses(Trees trees, FileScope file) {
        this.trees = trees;
        this.file = file;
    }

    static List<LocalClass> of(TreePath type, Trees trees) {
        LocalClasses classes = new LocalClasses(trees, FileScope.of(type.getCompilationUnit()));
        classes.scan(type, null);
        return classes.found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        if (!(around instanceof ClassTree) && !(around instanceof CompilationUnitTree)) {
            member().ifPresent(member -> found.add(new LocalClass(display(type), member, annotations(type))));
        }
        return super.visitClass(type, null);
    }

    /** The innermost member around the current place that is not itself inside a method or an expression. */
    private Optional<Element> member() {
        Optional<Element> member = Optional.empty();
        TreePath path = getCurrentPath().getParentPath();
        for (TreePath parent = path.getParentPath(); parent != null; parent = path.getParentPath()) {
            if (!(parent.getLeaf() instanceof ClassTree)) {
                // A class around that is itself inside a method has no members that a place can be.
                member = parent.getLeaf() instanceof CompilationUnitTree ? member : Optional.empty();
            } else if (member.isEmpty()) {
                member = Optional.ofNullable(trees.getElement(path));
            }
            path = parent;
        }
        return member;
    }

    private static String display(ClassTree type) {
        return type.getSimpleName().isEmpty()
                ? "an anonymous class"
                : type.getSimpleName().toString();
    }

    private List<Set<String>> annotations(ClassTree type) {
        Stream<? extends AnnotationTree> ofFields = type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .flatMap(field -> ((VariableTree) field).getModifiers().getAnnotations().stream());
        return Stream.concat(type.getModifiers().getAnnotations().stream(), ofFields)
                .map(annotation -> meanings(annotation.getAnnotationType().toString()))
                .toList();
    }

    /** The full names of the classes around the current place, without the package. */
    private List<String> outerClasses() {
        List<String> names = new ArrayList<>();
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree type) {
                names.replaceAll(inner -> type.getSimpleName() + "." + inner);
                names.add(type.getSimpleName().toString());
            }
        }
        return names;
    }

    private Set<String> meanings(String name) {
        Set<String> meanings = new HashSet<>(Set.of(name));
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (Import line : file.imports()) {
            if (line.last().equals(first)) {
                meanings.add(line.name() + name.substring(first.length()));
            } else if (line.last().equals("*")) {
                meanings.add(line.owner() + "." + name);
            }
        }
        meanings.add(file.prefix() + name);
        outerClasses().forEach(type -> meanings.add(file.prefix() + type + "." + name));
        return meanings;
    }
}
