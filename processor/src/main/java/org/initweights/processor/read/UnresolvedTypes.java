package org.initweights.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementScanner14;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** The types that a class names in its signatures and that do not exist, as they are written there. */
final class UnresolvedTypes extends ElementScanner14<@Nullable Void, Set<String>> {

    private static final SimpleTypeVisitor14<@Nullable Void, Set<String>> NAMES = new SimpleTypeVisitor14<>() {

        @Override
        public @Nullable Void visitError(ErrorType type, Set<String> names) {
            names.add(type.toString());
            return null;
        }

        @Override
        public @Nullable Void visitDeclared(DeclaredType type, Set<String> names) {
            type.getTypeArguments().forEach(argument -> argument.accept(this, names));
            return type.getEnclosingType().accept(this, names);
        }

        @Override
        public @Nullable Void visitArray(ArrayType type, Set<String> names) {
            return type.getComponentType().accept(this, names);
        }

        @Override
        public @Nullable Void visitWildcard(WildcardType type, Set<String> names) {
            if (type.getExtendsBound() != null) {
                type.getExtendsBound().accept(this, names);
            }
            if (type.getSuperBound() != null) {
                type.getSuperBound().accept(this, names);
            }
            return null;
        }
    };

    private UnresolvedTypes() {}

    /** Those of a class and of what is in it. */
    static Set<String> of(TypeElement type) {
        Set<String> names = new HashSet<>();
        new UnresolvedTypes().scan(type, names);
        return names;
    }

    @Override
    public @Nullable Void visitType(TypeElement type, Set<String> names) {
        add(type.getSuperclass(), names);
        addAll(type.getInterfaces(), names);
        return super.visitType(type, names);
    }

    @Override
    public @Nullable Void visitTypeParameter(TypeParameterElement parameter, Set<String> names) {
        addAll(parameter.getBounds(), names);
        return super.visitTypeParameter(parameter, names);
    }

    @Override
    public @Nullable Void visitVariable(VariableElement variable, Set<String> names) {
        add(variable.asType(), names);
        return super.visitVariable(variable, names);
    }

    @Override
    public @Nullable Void visitRecordComponent(RecordComponentElement component, Set<String> names) {
        add(component.asType(), names);
        return super.visitRecordComponent(component, names);
    }

    @Override
    public @Nullable Void visitExecutable(ExecutableElement method, Set<String> names) {
        add(method.getReturnType(), names);
        addAll(method.getThrownTypes(), names);
        return super.visitExecutable(method, names);
    }

    private static void addAll(List<? extends TypeMirror> types, Set<String> names) {
        types.forEach(type -> add(type, names));
    }

    private static void add(TypeMirror type, Set<String> names) {
        type.accept(NAMES, names);
    }
}
