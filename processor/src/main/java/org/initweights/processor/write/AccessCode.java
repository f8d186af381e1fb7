package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import org.initweights.processor.model.Access;

/** Reads of fields as Java. */
final class AccessCode {

    private AccessCode() {}

    /** The expression that reads a field of sub-models, twice where a getter may return copies. */
    static CodeBlock checked(String name, Access access, Locals locals) {
        CodeBlock read = read(access, locals);
        return access instanceof Access.Accessors
                ? CodeBlock.of("$L.same($L,$W$L,$W$L)", locals.collector(), Literals.of(name), read, read)
                : read;
    }

    /** The expression that reads a field. */
    static CodeBlock read(Access access, Locals locals) {
        if (access instanceof Access.Accessors accessors) {
            return CodeBlock.of("$L.$L()", locals.model(), accessors.getter());
        }
        Access.Direct direct = (Access.Direct) access;
        return direct.owner()
                .map(owner -> CodeBlock.of("$T.$L", Types.of(owner), direct.field()))
                .orElseGet(() -> CodeBlock.of("$L.$L", locals.model(), direct.field()));
    }
}
