package org.initweights.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collections;
import java.util.List;
import org.initweights.DType;
import org.initweights.processor.model.ModelType;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.name.ClassRef;

/** Types as JavaPoet writes them. */
final class Types {

    private Types() {}

    static ClassName of(ClassRef name) {
        List<String> names = name.simpleNames();
        return ClassName.get(
                name.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /** The class with its wildcards. */
    static TypeName of(ModelType type) {
        List<String> names = type.name().simpleNames();
        TypeName found = ClassName.get(type.name().packageName(), names.get(0));
        for (int i = 0; i < names.size(); i++) {
            List<TypeName> wildcards =
                    Collections.nCopies(type.wildcards().get(i), WildcardTypeName.subtypeOf(Object.class));
            if (i > 0) {
                found = found instanceof ParameterizedTypeName outer
                        ? outer.nestedClass(names.get(i), wildcards)
                        : parameterized(((ClassName) found).nestedClass(names.get(i)), wildcards);
            } else {
                found = parameterized((ClassName) found, wildcards);
            }
        }
        return found;
    }

    private static TypeName parameterized(ClassName name, List<TypeName> wildcards) {
        return wildcards.isEmpty() ? name : ParameterizedTypeName.get(name, wildcards.toArray(TypeName[]::new));
    }

    /** Arrays of arrays. */
    static TypeName of(StorageSpec.Nested nested) {
        TypeName type = element(nested.element());
        for (int i = 0; i < nested.depth(); i++) {
            type = ArrayTypeName.of(type);
        }
        return type;
    }

    private static TypeName element(DType type) {
        return switch (type) {
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
            case I32 -> TypeName.INT;
            case I64 -> TypeName.LONG;
            case F16, BF16 -> throw new IllegalArgumentException("half floats are not nested");
        };
    }
}
