package org.initweights.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaFileObject;

/** What can be learnt from the source itself, where the compiler shows it; other compilers than javac do not. Good for one round only. */
@FunctionalInterface
interface SourceTrees {

    /** Whether a field's initializer is known to be {@code null}. */
    boolean isNull(VariableElement field);

    /**
     * The lengths, outermost first, of the array that a field's initializer allocates, as far as literals and constants say
     * them.
     */
    default List<OptionalLong> arrayLengths(VariableElement field) {
        return List.of();
    }

    /** A whole constant as its source computes it: where that exceeds an {@code int}, the constant has another value. */
    default OptionalLong computed(VariableElement constant) {
        return OptionalLong.empty();
    }

    /** A whole number in an annotation on a field, as the source computes it, if there is anything to compute; likewise. */
    default OptionalLong computed(VariableElement field, AnnotationMirror annotation, AnnotationValue value) {
        return OptionalLong.empty();
    }

    /** What the file of a class imports, in its order. */
    default List<Import> imports(TypeElement type) {
        return List.of();
    }

    /** The class that a field's initializer makes an object of, if it is a {@code new}. */
    default Optional<String> made(VariableElement field) {
        return Optional.empty();
    }

    /** Whether a private field may hold a value before a certain method is called. */
    default boolean mayHoldValue(VariableElement field, Optional<ExecutableElement> apartFrom) {
        return true;
    }

    /** Whether a field or a class has an annotation whose type does not exist: the compiler leaves it out. */
    default boolean hasUnresolvedAnnotation(Element declaration) {
        return false;
    }

    /** Whether it is the class of a source file that has members outside of any class: nothing can name such a class. */
    default boolean isImplicit(TypeElement type) {
        return false;
    }

    /** What is wrong with a class that is compiled only because another names it, and so is not among those to process. */
    default Optional<String> notNamed(TypeElement type) {
        return Optional.empty();
    }

    /** Whether the file of an outermost class has its name: another compilation can then find it by that. */
    default boolean isInFileOfItsName(TypeElement type) {
        return true;
    }

    /** The full names of the classes {@code …Init} that the file of a class uses, as far as its package and its imports tell. */
    default Set<String> usedInits(TypeElement type) {
        return Set.of();
    }

    /** The full names of the classes {@code …Init} by which the file of a class initialises models that nothing holds, as {@link #usedInits} finds them. */
    default Set<String> outermostCalls(TypeElement type) {
        return Set.of();
    }

    /** The classes in an outermost class that are declared inside a method or an expression. */
    default List<LocalClasses.LocalClass> localClasses(TypeElement type) {
        return List.of();
    }

    static SourceTrees of(ProcessingEnvironment environment) {
        try {
            return new OfJavac(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError e) {
            return field -> false;
        }
    }

    /**
     * An import.
     *
     * @param name as it is written: {@code a.b.Config}, {@code a.b.*}
     */
    record Import(String name, boolean isStatic) {

        /** The class or the member that it imports; {@code *} for all. */
        String last() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** The package or the class that it imports from. */
        String owner() {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
    }

    /** The trees of javac. */
    record OfJavac(Trees trees, Declarations declarations) implements SourceTrees {

        OfJavac(Trees trees) {
            this(trees, new Declarations(trees));
        }

        @Override
        public boolean isNull(VariableElement field) {
            return !isKotlin(field)
                    && declarations.tree(field) instanceof VariableTree variable
                    && variable.getInitializer() != null
                    && variable.getInitializer().getKind() == Tree.Kind.NULL_LITERAL;
        }

        @Override
        public boolean mayHoldValue(VariableElement field, Optional<ExecutableElement> apartFrom) {
            return isKotlin(field)
                    || !(declarations.tree(field) instanceof VariableTree variable)
                    || (variable.getInitializer() != null && !isNull(field))
                    || Assignments.exist(field, apartFrom.orElse(null), trees);
        }

        @Override
        public List<OptionalLong> arrayLengths(VariableElement field) {
            if (isKotlin(field)
                    || !(declarations.tree(field) instanceof VariableTree variable)
                    || !(variable.getInitializer() instanceof NewArrayTree array)) {
                return List.of();
            }
            if (array.getInitializers() != null) {
                return List.of(OptionalLong.of(array.getInitializers().size()));
            }
            ConstantTrees constants = new ConstantTrees(trees, field);
            return array.getDimensions().stream().map(constants::value).toList();
        }

        @Override
        public OptionalLong computed(VariableElement constant) {
            return isKotlin(constant) ? OptionalLong.empty() : ConstantTrees.of(trees, constant);
        }

        @Override
        public OptionalLong computed(VariableElement field, AnnotationMirror annotation, AnnotationValue value) {
            TreePath path = isKotlin(field) || declarations.isLiteral(field, annotation)
                    ? null
                    : trees.getPath(field, annotation, value);
            return path != null && path.getLeaf() instanceof ExpressionTree expression
                    ? new ConstantTrees(trees, field).value(expression)
                    : OptionalLong.empty();
        }

        @Override
        public List<Import> imports(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path == null
                    ? List.of()
                    : FileScope.of(path.getCompilationUnit()).imports();
        }

        @Override
        public Optional<String> made(VariableElement field) {
            if (isKotlin(field)
                    || !(declarations.tree(field) instanceof VariableTree variable)
                    || !(variable.getInitializer() instanceof NewClassTree made)) {
                return Optional.empty();
            }
            Tree type = made.getIdentifier() instanceof ParameterizedTypeTree generic
                    ? generic.getType()
                    : made.getIdentifier();
            // Asking javac for the class would make it attribute the field's class before it is complete.
            return Optional.of(type.toString());
        }

        @Override
        public boolean hasUnresolvedAnnotation(Element declaration) {
            TreePath path = declarations.path(declaration);
            ModifiersTree modifiers = path != null && path.getLeaf() instanceof VariableTree variable
                    ? variable.getModifiers()
                    : path != null && path.getLeaf() instanceof ClassTree type ? type.getModifiers() : null;
            return modifiers != null
                    && modifiers.getAnnotations().stream()
                            .map(annotation -> trees.getElement(new TreePath(
                                    new TreePath(new TreePath(path, modifiers), annotation),
                                    annotation.getAnnotationType())))
                            .anyMatch(type -> type == null || type.asType().getKind() == TypeKind.ERROR);
        }

        @Override
        public Optional<String> notNamed(TypeElement type) {
            return Optional.ofNullable(trees.getPath(type))
                    .map(path ->
                            type.getQualifiedName() + " is compiled only because this class names it, so it gets no "
                                    + TypeShapes.name(type).init().simpleName() + "; name "
                                    + TypeShapes.name(type).simpleNames().get(0) + ".java among the files to compile");
        }

        /** Its modifiers are not in the source. */
        @Override
        public boolean isImplicit(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path != null
                    && path.getLeaf() instanceof ClassTree tree
                    && tree.getModifiers().getFlags().contains(Modifier.FINAL)
                    && tree.getKind() == Tree.Kind.CLASS
                    && trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree.getModifiers()) < 0;
        }

        @Override
        public boolean isInFileOfItsName(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path == null
                    || path.getCompilationUnit()
                            .getSourceFile()
                            .isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE);
        }

        @Override
        public Set<String> usedInits(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path == null ? Set.of() : UsedInits.of(path.getCompilationUnit());
        }

        @Override
        public Set<String> outermostCalls(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path == null ? Set.of() : OutermostCalls.of(path.getCompilationUnit());
        }

        @Override
        public List<LocalClasses.LocalClass> localClasses(TypeElement type) {
            TreePath path = trees.getPath(type);
            return path == null ? List.of() : LocalClasses.of(path, trees);
        }

        /** The Java stubs of Kotlin classes have lost their initializers. */
        private static boolean isKotlin(VariableElement field) {
            return SourceLanguage.of(field) == SourceLanguage.KOTLIN;
        }
    }
}
